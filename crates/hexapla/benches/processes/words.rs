//! Words that no language has.

use crate::random::Random;

/// What words of a script are made of.
pub(crate) struct Script {
    onsets: &'static [&'static str],
    rhymes: &'static [&'static str],
    /// What stands between words.
    space: &'static str,
}

const LATIN: Script = Script {
    onsets: &["b", "d", "f", "gl", "k", "l", "m", "n", "pr", "r", "s", "st", "t", "v", "z"],
    rhymes: &["a", "an", "e", "el", "i", "o", "or", "u", "ust", "á", "ö"],
    space: " ",
};
const CYRILLIC: Script = Script {
    onsets: &["б", "в", "г", "д", "ж", "к", "л", "м", "н", "п", "р", "ст", "т"],
    rhymes: &["а", "ар", "е", "ен", "и", "о", "от", "у", "ы"],
    space: " ",
};
const GREEK: Script = Script {
    onsets: &["β", "γ", "δ", "κ", "λ", "μ", "ν", "π", "ρ", "στ", "τ"],
    rhymes: &["α", "ας", "ε", "ει", "ι", "ο", "ος", "ω"],
    space: " ",
};
const ARABIC: Script = Script {
    onsets: &["ب", "ت", "ج", "د", "ر", "س", "ع", "ق", "ك", "ل", "م", "ن"],
    rhymes: &["ا", "ار", "و", "ي", "ين", "ة"],
    space: " ",
};
const DEVANAGARI: Script = Script {
    onsets: &["क", "ग", "च", "त", "द", "न", "प", "म", "र", "ल", "स"],
    rhymes: &["ा", "ि", "ी", "ु", "े", "ो", "र"],
    space: " ",
};
const THAI: Script = Script {
    onsets: &["ก", "ข", "ต", "น", "บ", "ป", "ม", "ร", "ล", "ส"],
    rhymes: &["า", "ี", "ุ", "อง", "าน", "ิน"],
    space: "",
};
const HAN: Script = Script {
    onsets: &["山", "水", "木", "火", "土", "金", "日", "月", "人", "口", "手", "心", "言", "車"],
    rhymes: &["上", "下", "大", "小", "中", "明", "新", "生", "学", "本"],
    space: "",
};

/// The script of a locale's words.
pub(crate) fn script(locale: &str) -> &'static Script {
    match locale.split('-').next().unwrap_or_default() {
        "bg" | "kk" | "mk" | "ru" | "sr" | "uk" => &CYRILLIC,
        "el" => &GREEK,
        "ar" | "fa" | "ur" => &ARABIC,
        "hi" | "mr" | "ne" => &DEVANAGARI,
        "lo" | "th" => &THAI,
        "ja" | "zh" => &HAN,
        _ => &LATIN,
    }
}

impl Script {
    /// Adds a word of one to three syllables.
    pub(crate) fn word(&self, random: &mut Random, out: &mut String) {
        for _ in 0..=random.below(3) {
            out.push_str(random.choose::<&str>(self.onsets));
            out.push_str(random.choose::<&str>(self.rhymes));
        }
    }

    /// Adds words until about `bytes` have been added; a text is never empty.
    pub(crate) fn text(&self, random: &mut Random, bytes: usize, out: &mut String) {
        let start = out.len();
        loop {
            self.word(random, out);
            if out.len() - start + 3 >= bytes {
                return;
            }
            out.push_str(if random.below(12) == 0 { ", " } else { self.space });
        }
    }
}
