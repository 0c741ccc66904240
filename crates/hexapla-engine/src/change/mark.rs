//! Which characters are punctuation.

/// After these a sentence, or what is written like one, begins.
pub(super) const ENDS: [char; 14] =
    ['.', '!', '?', '…', ':', '。', '．', '！', '？', '：', '؟', '۔', '।', '\n'];

/// Marks that only help to read. Signs that say something themselves (`%`, `€`, `+`, `<`, `/`,
/// `→`, emoji) are none.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '(' | ')' | '[' | ']' | '-'
        | '¡' | '¿' | '«' | '»' | '·' | '`'
        | '\u{2010}'..='\u{201f}' | '•' | '…' | '‹' | '›'
        | '،' | '؛' | '؟' | '۔' | '।'
        | '、' | '。' | '〈'..='】' | '〔'..='〛' | '〜' | '・' | '～'
        | '！' | '（' | '）' | '，' | '－' | '．' | '：' | '；' | '？' | '［' | '］')
}

/// Characters that nobody sees and that turn nothing around: soft hyphens, marks of direction.
pub(super) fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}' | '\u{ff07}')
}

/// The text with every apostrophe written in one way.
pub(super) fn plain_apostrophes(text: &str) -> String {
    text.chars().map(|c| if is_apostrophe(c) { '\'' } else { c }).collect()
}

/// Whether a letter is of a script that is written without spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
