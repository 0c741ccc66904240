//! The most common words of languages in the Latin script.
//!
//! A text with some of them is in its language, which is quicker to see than to tell by statistics.

/// By the code of the language.
const OF_LANGUAGES: &[(&str, &[&str])] = &[
    ("af", &["die", "het", "vir", "nie", "van", "jou", "om", "en", "is"]),
    ("az", &["və", "ilə", "üçün", "bir", "bu", "daha", "da", "ki"]),
    ("ca", &["de", "la", "que", "els", "les", "per", "amb", "una", "vostre", "del", "al", "i"]),
    ("cs", &["a", "na", "se", "je", "pro", "že", "do", "si", "nebo", "jak", "vám", "s", "v"]),
    ("da", &["og", "at", "det", "til", "af", "som", "på", "er", "med", "din", "du", "en", "vi"]),
    (
        "de",
        &["der", "die", "und", "das", "zu", "den", "mit", "für", "von", "sie", "ist", "ein", "du"],
    ),
    ("en", &["the", "and", "to", "of", "a", "your", "you", "for", "in", "is", "that", "with"]),
    ("es", &["de", "la", "que", "el", "en", "los", "para", "con", "una", "tu", "las", "del", "y"]),
    ("et", &["ja", "on", "ei", "et", "kui", "mis", "see", "või", "saab", "meie", "sinu"]),
    ("fi", &["ja", "on", "ei", "että", "tai", "voit", "se", "kun", "jotka", "sekä", "myös"]),
    (
        "fr",
        &["de", "la", "et", "les", "des", "le", "vous", "pour", "que", "votre", "en", "une", "du"],
    ),
    ("hr", &["i", "je", "na", "se", "za", "da", "od", "su", "koji", "ili", "u", "s"]),
    ("hu", &["a", "az", "és", "hogy", "nem", "egy", "is", "meg", "vagy", "van", "ha"]),
    ("id", &["yang", "dan", "untuk", "di", "anda", "dengan", "ini", "dari", "ke", "kami", "dalam"]),
    (
        "it",
        &["di", "e", "che", "la", "il", "per", "un", "in", "con", "una", "del", "i", "le", "tuo"],
    ),
    ("lt", &["ir", "kad", "su", "į", "jūsų", "iš", "yra", "arba", "tai", "kaip", "mes"]),
    ("lv", &["un", "ir", "no", "ar", "lai", "uz", "vai", "kas", "par", "jūsu"]),
    ("nb", &["og", "det", "til", "av", "som", "på", "er", "med", "du", "en", "for", "vi"]),
    (
        "nl",
        &["de", "en", "van", "het", "een", "voor", "in", "dat", "uw", "met", "u", "is", "op", "te"],
    ),
    ("no", &["og", "det", "til", "av", "som", "på", "er", "med", "du", "en", "for", "vi"]),
    ("pl", &["i", "w", "na", "do", "z", "się", "nie", "jest", "dla", "oraz", "że", "lub", "to"]),
    (
        "pt",
        &["de", "a", "o", "que", "e", "para", "do", "da", "em", "com", "os", "um", "uma", "seu"],
    ),
    ("ro", &["de", "și", "în", "la", "pe", "cu", "care", "pentru", "să", "o", "din", "sau"]),
    ("sk", &["a", "na", "sa", "je", "pre", "že", "do", "si", "alebo", "ako", "v", "s"]),
    ("sl", &["in", "na", "je", "se", "za", "da", "ki", "ali", "v", "s", "z", "vaš"]),
    ("sr", &["i", "je", "na", "se", "za", "da", "od", "su", "koji", "ili", "u"]),
    (
        "sv",
        &[
            "och", "att", "det", "som", "en", "på", "är", "för", "av", "med", "du", "till", "din",
            "vi",
        ],
    ),
    ("tr", &["ve", "bir", "bu", "için", "ile", "da", "de", "daha", "olarak", "en"]),
    ("vi", &["của", "và", "bạn", "các", "trên", "cho", "là", "có", "được", "một"]),
];

/// The most common words of a language.
pub(crate) fn of(language: &str) -> &'static [&'static str] {
    OF_LANGUAGES.iter().find(|(code, _)| *code == language).map_or(&[], |it| it.1)
}

/// Whether a text has three of the given words, which are counted as often as they stand there.
pub(crate) fn are_in(text: &str, words: &[&str]) -> bool {
    text.split([' ', '\n']).filter(|word| words.contains(word)).take(3).count() == 3
}
