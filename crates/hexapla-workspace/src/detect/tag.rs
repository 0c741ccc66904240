//! Names of files and folders that look like a locale.

use hexapla_model::Locale;

/// Languages that sites are translated into: those of ISO 639-1, and some that only have a code of
/// three letters.
const LANGUAGES: &str = " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce \
    ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv \
    ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr \
    ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn \
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so \
    sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh \
    yi yo za zh zu ace ach ast azb bal bqi brx cak ckb cnh cmn cnr dsb fil fur gom hil hne hsb hye \
    kab kmr lij lld ltg mai mix nan nso pap sah sat scn sco skr son szl trs tzm vec yua yue zam ";

/// Those of them that are also words, or name a topic in file names.
const WORDS: &str = " ab am as be cc cs cv ee id ie io is it lb li mk ml my na no om or os pi ps rn \
    sc sd se so st to ts tw vi ";

/// Scripts that a tag may have.
const SCRIPTS: &str = " Arab Beng Cyrl Deva Guru Hans Hant Hebr Latn Mong Tfng ";

/// The locale that a name of a file or folder spells: `pt-br`, `zh_CN`, `sr@latin`.
pub(super) fn locale_of(name: &str) -> Option<Locale> {
    let tag = name.replace("@latin", "-Latn").replace("@cyrillic", "-Cyrl").replace('_', "-");
    let locale: Locale = tag.parse().ok()?;
    let mut parts = locale.as_str().split('-');
    let language = parts.next()?;
    let known = |part: &str| match part.len() {
        2 => part.bytes().all(|it| it.is_ascii_alphabetic()),
        3 => part.bytes().all(|it| it.is_ascii_digit()),
        _ => SCRIPTS.contains(&format!(" {part} ")),
    };
    (LANGUAGES.contains(&format!(" {language} ")) && parts.all(known)).then_some(locale)
}

/// The locale that a folder of Android's resources spells behind `values-`: `pt-rBR`, `b+zh+Hant`, and
/// by their old codes `in`, `iw` and `ji`.
pub(super) fn android_locale_of(name: &str) -> Option<Locale> {
    if let Some(tag) = name.strip_prefix("b+") {
        return locale_of(&tag.replace('+', "-"));
    }
    let (language, region) = match name.split_once("-r") {
        Some((language, region)) => (language, format!("-{region}")),
        None => (name, String::new()),
    };
    let language = match language {
        "in" => "id",
        "iw" => "he",
        "ji" => "yi",
        other => other,
    };
    locale_of(&format!("{language}{region}"))
}

/// Whether a name that spells a locale is as likely a word: `docs/it/`, `id/`, `is/`.
pub(super) fn is_word(name: &str) -> bool {
    WORDS.contains(&format!(" {} ", name.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_spell_locales() {
        for (name, tag) in [
            ("pt-br", "pt-BR"),
            ("zh_CN", "zh-CN"),
            ("zh-hans", "zh-Hans"),
            ("es-419", "es-419"),
            ("sr@latin", "sr-Latn"),
            ("fil", "fil"),
        ] {
            let locale = locale_of(name);
            assert_eq!(locale.as_ref().map(Locale::as_str), Some(tag), "{name}");
        }
        for name in ["api", "go", "js", "css", "img", "en-guide", "no-cache", "docs", "v1", "", "x"]
        {
            assert_eq!(locale_of(name), None, "{name}");
        }
        for (name, tag) in [
            ("de", Some("de")),
            ("pt-rBR", Some("pt-BR")),
            ("b+zh+Hant", Some("zh-Hant")),
            ("b+es+419", Some("es-419")),
            ("in", Some("id")),
            ("iw", Some("he")),
            ("night", None),
            ("v21", None),
            ("sw600dp", None),
            ("land", None),
        ] {
            let locale = android_locale_of(name);
            assert_eq!(locale.as_ref().map(Locale::as_str), tag, "{name}");
        }
        assert!(is_word("it") && is_word("no") && !is_word("fr"));
    }
}
