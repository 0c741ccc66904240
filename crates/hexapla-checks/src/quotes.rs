//! The quotation marks of languages, by CLDR 48.

/// An opening and a closing quotation mark.
pub(crate) type Marks = (char, char);

/// For tags of locales, most special first within a language: their marks, and those within others.
const OF_LOCALES: &[(&[&str], [Marks; 2])] = &[
    (&["fr-CA"], [('«', '»'), ('”', '“')]),
    (&["fr-CH"], [('«', '»'), ('‹', '›')]),
    (&["fr", "ht", "hy", "oc"], [('«', '»'), ('«', '»')]),
    (&["es-US", "pt-PT", "pt-AO", "pt-CH"], [('«', '»'), ('“', '”')]),
    (
        &["ast", "br", "ca", "cv", "el", "es", "eu", "it", "kab", "kk", "lij", "sc", "sg"],
        [('«', '»'), ('“', '”')],
    ),
    (&["ar", "ms-Arab", "syr", "ur"], [('”', '“'), ('’', '‘')]),
    (
        &[
            "bs-Cyrl", "cs", "de", "dsb", "et", "hr", "hsb", "is", "ksh", "lb", "mk", "nds", "sk",
            "sl",
        ],
        [('„', '“'), ('‚', '‘')],
    ),
    (&["am", "fa", "gsw", "mzn", "rm", "az-Cyrl"], [('«', '»'), ('‹', '›')]),
    (&["be", "os", "ru", "sah", "uk", "ba"], [('«', '»'), ('„', '“')]),
    (&["fi", "he", "sv", "sn", "se", "yi"], [('”', '”'), ('’', '’')]),
    (&["ja", "yue", "zh-Hant", "zh-TW", "zh-HK"], [('「', '」'), ('『', '』')]),
    (&["sr"], [('„', '”'), ('’', '’')]),
    (&["nb", "nn", "no"], [('«', '»'), ('‘', '’')]),
    (&["nl"], [('‘', '’'), ('“', '”')]),
    (&["fur", "ia"], [('‘', '’'), ('“', '”')]),
    (&["pl", "ro"], [('„', '”'), ('«', '»')]),
    (&["bg", "lt", "prg"], [('„', '“'), ('„', '“')]),
    (&["bs", "ff"], [('„', '”'), ('‘', '’')]),
    (&["hu", "szl"], [('„', '”'), ('»', '«')]),
    (&["ug"], [('»', '«'), ('›', '‹')]),
    (&["uz"], [('“', '”'), ('’', '‘')]),
    (&["eo"], [('“', '”'), ('«', '»')]),
    (&["ka"], [('„', '“'), ('«', '»')]),
];

/// The marks of all others.
const USUAL: [Marks; 2] = [('“', '”'), ('‘', '’')];

/// Pairs of double marks that some language writes.
const KNOWN: [Marks; 9] = [
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('”', '”'),
    ('«', '»'),
    ('»', '«'),
    ('»', '»'),
    ('「', '」'),
    ('『', '』'),
];

/// The marks of a locale, and those within others.
pub(crate) fn of(tag: &str) -> [Marks; 2] {
    let find = |tag: &str| OF_LOCALES.iter().find(|(tags, _)| tags.contains(&tag));
    let mut tag = tag;
    loop {
        if let Some((_, marks)) = find(tag) {
            return *marks;
        }
        match tag.rsplit_once('-') {
            Some((parent, _)) => tag = parent,
            None => return USUAL,
        }
    }
}

/// Whether the language writes these two as well, beside what CLDR has first.
pub(crate) fn is_also(language: &str, open: char, close: char) -> bool {
    match (open, close) {
        ('“', '”') => matches!(
            language,
            "he" | "nl"
                | "it"
                | "es"
                | "pt"
                | "ca"
                | "el"
                | "ja"
                | "zh"
                | "ko"
                | "kab"
                | "br"
                | "ar"
                | "fa"
                | "ur"
                | "eu"
                | "gl"
                | "am"
                | "fur"
                | "ia"
                | "ast"
        ),
        ('„', '”') => matches!(language, "hr" | "he" | "sr" | "bs" | "nl"),
        ('»', '«') => {
            matches!(language, "sl" | "de" | "da" | "hr" | "sr" | "sk" | "cs" | "hu" | "pl")
        }
        ('»', '»') => matches!(language, "sv" | "fi"),
        ('«', '»') => matches!(language, "ar" | "sq" | "ro" | "vi" | "tr" | "uz" | "ku" | "az"),
        ('「' | '『', _) => matches!(language, "ja" | "zh" | "ko"),
        _ => false,
    }
}

/// Whether some language writes these two as a pair.
pub(crate) fn is_pair(open: char, close: char) -> bool {
    KNOWN.contains(&(open, close)) || (open == '"' && close == '"')
}
