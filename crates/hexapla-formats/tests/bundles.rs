//! Messages in the catalogues of other ecosystems: what is written says the same, or it is told why not.

use std::collections::HashMap;
use std::io::Write;
use std::process::{Command, Stdio};

use hexapla_formats::bundle::{Bundle, Catalogue, Messages, xcstrings};
use hexapla_formats::{FieldRules, Format, catalogue, extract};
use hexapla_model::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use proptest::prelude::*;

const ALL: [Catalogue; 7] = [
    Catalogue::Po,
    Catalogue::Mo,
    Catalogue::Properties,
    Catalogue::Android,
    Catalogue::Arb,
    Catalogue::FormatJs,
    Catalogue::Xcstrings,
];

fn format(catalogue: Catalogue) -> Format {
    match catalogue {
        Catalogue::Po => Format::Po,
        Catalogue::Properties => Format::Properties,
        Catalogue::Android => Format::Android,
        Catalogue::Arb => Format::Arb,
        Catalogue::FormatJs => Format::FormatJs,
        Catalogue::Mo | Catalogue::Xcstrings => panic!("no format of collections"),
    }
}

/// The file of a bundle beside its source, or why there is none.
fn written(
    catalogue: Catalogue,
    locale: &str,
    bundle: &str,
    source: &str,
) -> Result<Vec<u8>, Vec<String>> {
    let (locale, comments) = (locale.parse::<Locale>().expect(locale), HashMap::new());
    let (messages, source) = (Messages::read(bundle), Messages::read(source));
    let bundle =
        Bundle { locale: &locale, messages: &messages, source: &source, comments: &comments };
    let why = |wrong: Vec<_>| {
        wrong
            .into_iter()
            .map(|it: hexapla_formats::fluent::Inexpressible| format!("{}: {}", it.entry, it.why))
    };
    bundle.write(catalogue).map_err(|wrong| why(wrong).collect())
}

/// `key=text` of what the file says, or why there is none.
fn said(catalogue: Catalogue, locale: &str, bundle: &str, source: &str) -> Vec<String> {
    match written(catalogue, locale, bundle, source) {
        Ok(file) => {
            let units = extract(format(catalogue), &file, &FieldRules::default()).units;
            units
                .iter()
                .map(|it| format!("{}={}", it.key.as_ref().expect("a key"), it.text))
                .collect()
        }
        Err(why) => why,
    }
}

/// The file of a bundle that is its own source, with what is said to translators of `a`.
fn commented(catalogue: Catalogue, bundle: &str, comment: &str) -> String {
    let locale = "en".parse().expect("a locale");
    let messages = Messages::read(bundle);
    let comments = HashMap::from([("a".to_owned(), comment.to_owned())]);
    let bundle =
        Bundle { locale: &locale, messages: &messages, source: &messages, comments: &comments };
    let file = bundle.write(catalogue).unwrap_or_else(|why| panic!("{why:?}"));
    String::from_utf8(file).expect("UTF-8")
}

const KIDS: &str = "kids = { $name } has { $count ->\n    [one] one child\n   *[other] { $count } children\n } here\n";

#[test]
fn messages_are_said_in_each_catalogue() {
    use Catalogue::{Android, Arb, FormatJs, Po, Properties};
    let brand =
        "-b = Net\n    .gender = f\n-c = { $case ->\n    [of] of the Net\n   *[in] the Net\n }\n";
    let terms = format!(
        "{brand}a = The {{ -b }} { } {{ -c(case: \"of\") }} {{ c.t }}\nc =\n    .t = x\n",
        "{ -b.gender ->\n    [f] she\n   *[m] he\n }"
    );
    for (catalogue, locale, bundle, expected) in [
        (
            Po,
            "es",
            "a = Hi { $name }, 5 % { \"{\" }\n    .t = T\n",
            &["a=Hi {name}, 5 % {{", "a.t=T"][..],
        ),
        (Po, "es", "a = 5 % { \"{\" }\n", &["a=5 % {"]),
        (
            Po,
            "ru",
            KIDS,
            &[
                "kids[one]={name} has one child here",
                "kids[few]={name} has {count} children here",
                "kids[many]={name} has {count} children here",
            ],
        ),
        (Po, "ja", KIDS, &["kids[other]={name} has {count} children here"]),
        (Po, "es", &terms, &["a=The Net she of the Net x", "c.t=x"]),
        (
            Properties,
            "es",
            "a = It's { $b-c } { $a } { NUMBER($n) }\nb = It's\n",
            &["a=It''s {1} {0} {2,number}", "b=It's"],
        ),
        (
            Android,
            "es",
            "it-is = It's <b>{ $b }</b> 5 %\n    .t = @ 5 %\n",
            &["it_is=It's <b>%1$s</b> 5 %%", "it_is_t=@ 5 %"],
        ),
        (
            Android,
            "en",
            KIDS,
            &["kids[one]=%2$s has one child here", "kids[other]=%2$s has %1$d children here"],
        ),
        (
            Android,
            "kab",
            KIDS,
            &["kids[one]=%2$s has one child here", "kids[other]=%2$s has %1$d children here"],
        ),
        (
            Arb,
            "en",
            "log-in = It's { $user-name }\n    .t = T\n",
            &["logIn=It's {userName}", "logIn_t=T"],
        ),
        (
            Arb,
            "en",
            KIDS,
            &["kids={name} has {count, plural, one {one child} other {{count} children}} here"],
        ),
        (
            Arb,
            "en",
            "a = { $n ->\n    [0] none\n    [1] one\n   *[other] more\n }\n",
            &["a={n, plural, =0 {none} one {one} other {more}}"],
        ),
        (
            FormatJs,
            "en",
            "a = { $n ->\n    [0] none #1\n    [one] one\n    [1] never\n   *[other] { $n }\n } #1\n    .t = It's { $user-name }\n",
            &[
                "a={n, plural, =0 {none '#'1} one {one} other {{n}}} #1",
                "\"a.t\"=It''s {user_name}",
            ],
        ),
        (
            FormatJs,
            "en",
            "a = { $g ->\n    [male] his { $n ->\n        [one] page\n       *[other] pages\n    }\n   *[female] her\n }\n",
            &["a={g, select, male {his {n, plural, one {page} other {pages}}} other {her}}"],
        ),
        (
            FormatJs,
            "en",
            "a = { NUMBER($n, type: \"ordinal\") ->\n    [one] st\n   *[other] th\n } <{ DATETIME($d) }>\n",
            &["a={n, selectordinal, one {st} other {th}} '<'{d, date}'>'"],
        ),
        (FormatJs, "en", "a = x { b }\nb = 1\nb = 2\nc = 3\n", &["a=x 1", "b=1", "c=3"]),
        (FormatJs, "en", "a = { b.t }\nb =\n    .t = 1\n    .t = 2\n", &["a=2", "\"b.t\"=2"]),
        (
            FormatJs,
            "gv",
            "a = { $n ->\n    [0] none\n   *[other] { $n }\n }\n",
            &["a={n, plural, =0 {none} other {{n}}}"],
        ),
        (
            FormatJs,
            "ars",
            "a = { $n ->\n    [zero] z\n    [two] t\n   *[other] o\n }\n",
            &["a={n, plural, zero {z} two {t} other {o}}"],
        ),
        (
            FormatJs,
            "tl",
            "a = { NUMBER($n, type: \"ordinal\") ->\n    [one] x\n   *[other] y\n }\n",
            &["a={n, selectordinal, one {x} other {y}}"],
        ),
        (Arb, "en", "a = { $Name } of { $of }\n", &["a={Name} of {of}"]),
        (
            FormatJs,
            "en",
            "a = { $g ->\n    [date] x\n   *[other] y\n }\n",
            &["a={g, select, date {x} other {y}}"],
        ),
        (
            Android,
            "en",
            "a = <a href=\"?x=1&amp;y=2\">R & D; &</a> &b\n",
            &["a=<a href=\"?x=1&amp;y=2\">R & D; &</a> &b"],
        ),
    ] {
        assert_eq!(said(catalogue, locale, bundle, bundle), expected, "{catalogue:?} {bundle}");
    }
}

#[test]
fn places_and_forms_go_by_the_source() {
    use Catalogue::{Android, Po, Properties};
    let source = "a = { $x } and { $y }\nkids = { $n ->\n    [one] one\n   *[other] { $n }\n }\n";
    let other = "a = nur { $y }\nkids = { $n } Kinder\n";
    assert_eq!(said(Properties, "de", "a = nur { $y }\n", source), ["a=nur {1}"]);
    assert_eq!(
        said(Android, "de", other, source),
        ["a=nur %2$s", "kids[one]=%1$d Kinder", "kids[other]=%1$d Kinder"]
    );
    assert_eq!(said(Po, "es", "a = {\"{\"}\n", source), ["a={{"], "a program formats it");
    let told = said(Android, "de", "a = nur { $z }\n", source);
    assert_eq!(told, ["a: the source has no `$z`, so no program fills it in"]);
    let told = said(Po, "de", "a = { $x ->\n    [one] x\n   *[other] y\n }\n", "a = { $x }\n");
    assert_eq!(told, ["a: it chooses by `$x`, and the source by no number"]);
}

#[test]
fn what_a_catalogue_cannot_say_is_told() {
    use Catalogue::{Android, Arb, FormatJs, Mo, Po, Properties, Xcstrings};
    let word = "a = { $g ->\n    [male] x\n   *[other] y\n }\n";
    let two =
        "a = { $n ->\n    [one] x\n   *[other] y\n } { $m ->\n    [one] x\n   *[other] y\n }\n";
    let plural = "a = { $n ->\n    [one] x\n   *[other] y\n }\n";
    let million = "a = { $n ->\n    [1000000] x\n   *[other] y\n }\n";
    let zero = "a = { $n ->\n    [0] none\n   *[other] y\n }\n";
    for (catalogue, locale, bundle, why) in [
        (Po, "en", word, "gettext has no forms by words, as `$g` is"),
        (Mo, "en", two, "gettext chooses once: by `$n`, and not by `$m` too"),
        (Android, "en", zero, "Android has no form for exactly 0"),
        (Xcstrings, "en", zero, "a String Catalog has no form for exactly 0"),
        (Properties, "en", plural, "Java chooses no texts"),
        (Po, "chr", plural, "not known of the locale"),
        (Po, "en", "a = { DATETIME($d) }\n", "gettext fills in no date, as `$d` is"),
        (Po, "en", "a = { \"\" }\n", "an empty text for one that is missing"),
        (Arb, "ru", "a = { $n ->\n    [1] x\n   *[other] y\n }\n", "no form for exactly 1"),
        (Arb, "en", "a = { \"{\" }\n", "takes a brace"),
        (Arb, "en", "continue = x\na = y\n", "no name of a getter"),
        (Arb, "en", "a-b = x\naB = y\n", "`a-b` would be called `aB` too"),
        (Arb, "en", "a = { $a-b } { $aB }\n", "would both be called `aB`"),
        (Android, "en", "a-b = x\na_b = y\n", "`a-b` would be called `a_b` too"),
        (Android, "en", "switch = x\n", "a word of Java"),
        (Android, "en", "a = <b>\n", "would not read back"),
        (Android, "en", "a = x&nbsp;y\n", "`&nbsp;` would be a reference"),
        (Android, "en", "a = &lt;name\n", "`&lt;` would be a reference"),
        (Android, "en", "a = &amp;nbsp;\n", "`&amp;` would be a reference"),
        (Android, "en", "a = <a href=\"?x=1&y=2\">x</a>\n", "y=2\">` is no tag"),
        (Android, "en", "a = <a href=x>x</a>\n", "`<a href=x>` is no tag"),
        (Android, "en", "a = <b hidden>x</b>\n", "`<b hidden>` is no tag"),
        (Android, "en", "a = <b a=\"1\" a=\"2\">x</b>\n", "is no tag"),
        (Android, "en", "a = <x:y>x</x:y>\n", "`<x:y>` is no tag"),
        (Android, "en", "a = x <!-- y -- z -->\n", "is no tag"),
        (Android, "en", "a = { DATETIME($d) }\n", "Android fills in no date, as `$d` is"),
        (Xcstrings, "en", "a = { DATETIME($d) }\n", "fills in no date, as `$d` is"),
        (Android, "es", million, "no form for exactly 1000000"),
        (Po, "fr", million, "no form for exactly 1000000"),
        (Po, "gv", plural, "plural forms of this language are not known here"),
        (Android, "tzm", plural, "plural forms of this language are not known here"),
        (Arb, "shi", plural, "plural forms of this language are not known here"),
        (FormatJs, "kw", plural, "plural forms of this language are not known here"),
        (
            FormatJs,
            "lag",
            "a = { NUMBER($n, type: \"ordinal\") ->\n    [one] x\n   *[other] y\n }\n",
            "plural forms of this language are not known here",
        ),
        (Xcstrings, "gv", plural, "plural forms of this language are not known here"),
        (Arb, "en", "of = x\n", "`of` is no name of a getter"),
        (Arb, "en", "locale-name = x\n", "`localeName` is no name of a getter"),
        (Arb, "en", "Name = x\n", "`Name` is no name of a getter"),
        (Arb, "en", "a = { $in }\n", "`in` is a word of Dart"),
        (
            Arb,
            "en",
            "a = { $g ->\n    [date] x\n   *[other] y\n }\n",
            "Flutter takes `date` for its own",
        ),
        (
            FormatJs,
            "en",
            "a = { NUMBER($n, minimumFractionDigits: 2) }\n",
            "asked for with `minimum",
        ),
        (FormatJs, "en", "a = { SORT($x) }\n", "no other format has `SORT`"),
        (
            FormatJs,
            "en",
            "a = { PLATFORM() ->\n    [mac] x\n   *[other] y\n }\n",
            "what is no variable",
        ),
        (FormatJs, "en", "a = { b }\nb = { a }\n", "refers to itself"),
        (FormatJs, "en", "-b = { $x }\na = { -b }\n", "`-b` shows `$x`, which it is not given"),
        (FormatJs, "en", "a = { $n ->\n    [1.5] x\n   *[other] y\n }\n", "a form for exactly 1.5"),
        (
            FormatJs,
            "en",
            "a = { $g ->\n    [other] x\n   *[male] y\n    [x-y] z\n }\n",
            "every other word",
        ),
    ] {
        let told = written(catalogue, locale, bundle, bundle).expect_err(bundle);
        assert!(told.iter().any(|it| it.contains(why)), "{catalogue:?} {bundle}: {told:?}");
    }
}

#[test]
fn a_string_catalog_holds_all_locales() {
    let [en, es]: [Locale; 2] = ["en", "es"].map(|it| it.parse().expect(it));
    let comments = HashMap::from([("a".to_owned(), "A greeting.".to_owned())]);
    let count = "n = { $n ->\n    [one] one\n   *[other] { $n } all\n }\n";
    let (source, target) = (
        format!("a = Hi { } 5 %\n{count}{KIDS}", "{ $x }"),
        format!("a = Hola { }\n{count}{KIDS}", "{ $x }"),
    );
    let (source, target) = (Messages::read(&source), Messages::read(&target));
    let bundles = [(&en, &source), (&es, &target)].map(|(locale, messages)| Bundle {
        locale,
        messages,
        source: &source,
        comments: &comments,
    });
    let file = xcstrings(&en, &bundles).expect("a catalog");
    let file: serde_json::Value = serde_json::from_slice(&file).expect("JSON");
    assert_eq!((&file["sourceLanguage"], &file["version"]), (&"en".into(), &"1.0".into()));
    let strings = &file["strings"];
    assert_eq!(strings["a"]["comment"], "A greeting.\n%1$@: x");
    let unit =
        |text: &str| serde_json::json!({ "stringUnit": { "state": "translated", "value": text } });
    assert_eq!(
        strings["a"]["localizations"],
        serde_json::json!({ "en": unit("Hi %1$@ 5 %%"), "es": unit("Hola %1$@") })
    );
    let forms = serde_json::json!({ "one": unit("one"), "other": unit("%1$lld all") });
    assert_eq!(strings["n"]["localizations"]["en"]["variations"]["plural"], forms);
    let kids = &strings["kids"]["localizations"]["es"];
    assert_eq!(kids["stringUnit"]["value"], "%#@count@");
    let count = &kids["substitutions"]["count"];
    assert_eq!((&count["argNum"], &count["formatSpecifier"]), (&1.into(), &"lld".into()));
    let other = &count["variations"]["plural"]["other"];
    assert_eq!(*other, unit("%2$@ has %arg children here"));
}

const HOSTILE: &str = "a = Grüße, \"{ $name }\" \\ 'x'\nb =\n    two\n    lines\nkids = { $n ->\n    [one] ein Kind\n   *[other] { $n } Kinder ☃\n }\n";

/// What `gettext` of Python and `msgunfmt` of gettext make of a compiled catalogue.
#[test]
fn programs_read_what_is_compiled() {
    let file = written(Catalogue::Mo, "de", HOSTILE, HOSTILE).expect("a catalogue");
    let folder = std::env::temp_dir().join(format!("hexapla-mo-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("a.mo");
    std::fs::write(&path, &file).expect("a file");
    let script = "import gettext, sys\n\
                  it = gettext.GNUTranslations(open(sys.argv[1], 'rb'))\n\
                  print([it.gettext('a'), it.gettext('b'), it.gettext('none')] + [it.ngettext('kids', 'kids', n) for n in (1, 2)])";
    match Command::new("python3").args(["-c", script]).arg(&path).env("PYTHONUTF8", "1").output() {
        Ok(ran) if ran.status.success() => {
            let expected = "['Grüße, \"{name}\" \\\\ \\'x\\'', 'two\\nlines', 'none', 'ein Kind', '{n} Kinder ☃']\n";
            assert_eq!(String::from_utf8_lossy(&ran.stdout), expected);
        }
        other => println!("skipped: there is no Python with `gettext` ({other:?})"),
    }
    match Command::new("msgunfmt").args(["--no-wrap"]).arg(&path).output() {
        Ok(ran) => {
            assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
            let there = |file: &[u8]| {
                let units = extract(Format::Po, file, &FieldRules::default()).units;
                units
                    .into_iter()
                    .map(|it| (it.key.expect("a key").to_string(), it.text))
                    .collect::<Vec<_>>()
            };
            let po = written(Catalogue::Po, "de", HOSTILE, HOSTILE).expect("a catalogue");
            assert_eq!(there(&ran.stdout), there(&po));
        }
        Err(error) => println!("skipped: there is no `msgunfmt` ({error})"),
    }
    std::fs::remove_dir_all(folder).expect("to remove it");
}

/// The pairs of a compiled catalogue.
fn pairs(mo: &[u8]) -> Vec<(String, String)> {
    let number =
        |at: usize| u32::from_le_bytes(mo[at..at + 4].try_into().expect("four bytes")) as usize;
    let string = |table: usize, n: usize| {
        let (length, at) = (number(number(table) + 8 * n), number(number(table) + 8 * n + 4));
        assert_eq!(mo[at + length], 0, "a string ends in NUL");
        String::from_utf8(mo[at..at + length].to_vec()).expect("UTF-8")
    };
    assert_eq!(number(0), 0x9504_12de);
    (0..number(8)).map(|n| (string(12, n), string(16, n))).collect()
}

#[test]
fn a_catalogue_is_compiled_as_msgfmt_does() {
    let po = "msgid \"\"\nmsgstr \"Language: de\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n\
              msgctxt \"menu\"\nmsgid \"Open\"\nmsgstr \"Öffnen\"\n\nmsgid \"none\"\nmsgstr \"\"\n\n\
              #, fuzzy\nmsgid \"unsure\"\nmsgstr \"x\"\n\n#~ msgid \"old\"\n#~ msgstr \"alt\"\n\n\
              msgid \"%d file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"%d Datei\"\nmsgstr[1] \"%d Dateien\"\n\n\
              msgid \"half\"\nmsgid_plural \"halves\"\nmsgstr[0] \"halb\"\nmsgstr[1] \"\"\n";
    let po = &format!(
        "{po}\nmsgid \"order\"\nmsgid_plural \"orders\"\nmsgstr[1] \"1\"\nmsgstr[0] \"0\"\n\n\
         msgid \"gap\"\nmsgid_plural \"gaps\"\nmsgstr[0] \"0\"\nmsgstr[2] \"2\"\n"
    );
    let found = pairs(&catalogue::compiled(po));
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(found[0].0, "");
    assert_eq!(
        found[1..],
        [
            ("%d file\0%d files", "%d Datei\0%d Dateien"),
            ("menu\u{4}Open", "Öffnen"),
            ("order\0orders", "0\u{0}1"),
        ]
    );
}

/// Android's resources of every pair of marks, alone and within a tag, as a parser of XML reads them that
/// is not ours.
#[test]
fn what_android_gets_is_xml() {
    let marks: Vec<&str> = MARKS
        .into_iter()
        .chain(["<a href=", "\"x\"", " b='y'", ">", "/>", "<!--", "--", "-->", "<![CDATA[", "<?p"])
        .collect();
    let pairs = marks.iter().flat_map(|a| marks.iter().map(move |b| format!("{a}{b}")));
    let texts = pairs.flat_map(|it| [it.clone(), format!("<a {it}>x</a>"), format!("<b>{it}</b>")]);
    let mut files: Vec<String> = texts
        .filter_map(|it| written(Catalogue::Android, "en", &message(&[Ok(it)]), "").ok())
        .map(|it| String::from_utf8(it).expect("UTF-8"))
        .collect();
    for comment in ["-", "--", "---", "----", "a---", "-->", "--->", "<!--", "\u{1}", "-\n-"] {
        files.push(commented(Catalogue::Android, "a = x\n", comment));
    }
    assert!(files.len() > 500, "{}", files.len());
    let script = "import sys\n\
                  from xml.parsers import expat\n\
                  for file in sys.stdin.buffer.read().split(b'\\0'):\n    \
                      try: expat.ParserCreate(namespace_separator=' ').Parse(file, True)\n    \
                      except expat.ExpatError as error: print(error, file)";
    let mut python = Command::new("python3");
    python.args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped());
    match python.stderr(Stdio::piped()).spawn() {
        Ok(mut ran) => {
            let mut into = ran.stdin.take().expect("an input");
            let all = files.join("\0");
            let writes = std::thread::spawn(move || into.write_all(all.as_bytes()));
            let ran = ran.wait_with_output().expect("an output");
            writes.join().expect("a thread").expect("to write");
            let told = [ran.stdout, ran.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
            assert_eq!(told, ["", ""]);
        }
        Err(error) => println!("skipped: there is no Python ({error})"),
    }
}

#[test]
fn many_variants_and_attributes_are_written_in_linear_time() {
    let many = 60_000;
    let variants =
        |key: &str| (0..many).map(|n| format!("    [{key}{n}] x{n}\n")).collect::<String>();
    let words = format!("a = {{ $g ->\n{}   *[other] y\n }}\n", variants("w"));
    let numbers = format!("a = {{ $n ->\n{}   *[other] y\n }}\n", variants(""));
    for bundle in [&words, &numbers] {
        let text = said(Catalogue::FormatJs, "en", bundle, bundle).concat();
        assert_eq!(text.matches(" {x").count(), many);
    }
    let attributes: String = (0..many).map(|n| format!("    .t{n} = x\n")).collect();
    let references: String = (0..many).map(|n| format!("{{ b.t{n} }}")).collect();
    let bundle = format!("a = {references}\nb =\n{attributes}");
    let all = said(Catalogue::FormatJs, "en", &bundle, &bundle);
    assert_eq!(all[0], format!("a={}", "x".repeat(many)));
}

/// A piece of a text: what is shown, or the name of an argument.
type Piece = Result<String, &'static str>;

const ARGUMENTS: [&str; 2] = ["a", "b-c"];

/// What means something to some formats.
const MARKS: [&str; 37] = [
    "{",
    "}",
    "{{",
    "'",
    "''",
    "\"",
    "\\",
    "%",
    "%%",
    "%1$s",
    "#",
    "<",
    "<b>",
    "</b>",
    "&",
    "&amp;",
    "&nbsp;",
    "&lt;a",
    "<a href=\"?a&b\">",
    "<a href=\"?a\">",
    "</a>",
    "\n",
    "\r",
    "\t",
    " ",
    "  ",
    "=",
    ":",
    "@",
    "?",
    "!",
    "]]>",
    "\u{1}",
    "é",
    "😀",
    "a",
    "\\u0041",
];

fn text() -> impl Strategy<Value = Vec<Piece>> {
    let marks = prop::sample::select(MARKS.to_vec());
    let text = prop_oneof![4 => marks.prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    let piece = prop_oneof![
        5 => text.prop_map(Ok),
        1 => prop::sample::select(ARGUMENTS.to_vec()).prop_map(Err),
    ];
    prop::collection::vec(piece, 1..10)
}

/// The message that says so, with every character escaped.
fn message(pieces: &[Piece]) -> String {
    let literal =
        |it: &str| it.chars().map(|c| format!("\\U{:06X}", u32::from(c))).collect::<String>();
    let piece = |it: &Piece| match it {
        Ok(text) => format!("{{ \"{}\" }}", literal(text)),
        Err(name) => format!("{{ ${name} }}"),
    };
    format!("m = {}\n", pieces.iter().map(piece).collect::<String>())
}

/// What is shown where each argument is its own name in brackets.
fn shown(pieces: &[Piece]) -> String {
    let text: String = pieces
        .iter()
        .map(|it| match it {
            Ok(text) => text.clone(),
            Err(name) => format!("[{name}]"),
        })
        .collect();
    lf(&text)
}

fn lf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// What a program shows of a text in a catalogue, if it formats it at all.
fn formatted(catalogue: Catalogue, text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    let place = |name: &str| match name {
        "a" | "b-c" => name.to_owned(),
        "0" | "1$s" => "a".to_owned(),
        "1" | "2$s" => "b-c".to_owned(),
        "b_c" | "bC" => "b-c".to_owned(),
        other => panic!("an argument `{other}` in {text:?}"),
    };
    while let Some(c) = rest.chars().next() {
        let next = &rest[c.len_utf8()..];
        rest = match (catalogue, c) {
            (Catalogue::Po, '{' | '}') if next.starts_with(c) => {
                out.push(c);
                &next[1..]
            }
            (Catalogue::Android, '%') if next.starts_with('%') => {
                out.push('%');
                &next[1..]
            }
            (Catalogue::Android, '%') => {
                out.push_str(&format!("[{}]", place(&next[..3])));
                &next[3..]
            }
            (Catalogue::Properties | Catalogue::FormatJs, '\'') if next.starts_with('\'') => {
                out.push('\'');
                &next[1..]
            }
            (Catalogue::Properties | Catalogue::FormatJs, '\'') => {
                // FormatJS begins a quote only before what means something.
                let special = next.starts_with(['{', '}', '<', '>', '\'']);
                assert!(
                    special || catalogue == Catalogue::Properties || next.starts_with("''"),
                    "{text:?}"
                );
                let mut inner = next;
                loop {
                    let end = inner.find('\'').expect("a quote ends");
                    out.push_str(&inner[..end]);
                    inner = &inner[end + 1..];
                    if !inner.starts_with('\'') {
                        break inner;
                    }
                    out.push('\'');
                    inner = &inner[1..];
                }
            }
            (Catalogue::Po | Catalogue::Properties | Catalogue::FormatJs | Catalogue::Arb, '{') => {
                let (name, behind) = next.split_once('}').expect("a brace is closed");
                out.push_str(&format!("[{}]", place(name)));
                behind
            }
            (Catalogue::FormatJs, '<' | '>' | '}') => panic!("{c} is not quoted in {text:?}"),
            (_, c) => {
                out.push(c);
                next
            }
        };
    }
    out
}

fn category(locale: &str, n: u64) -> &'static str {
    let tag: icu_locale_core::Locale = locale.parse().expect(locale);
    match PluralRules::try_new_cardinal(tag.into()).expect(locale).category_for(n) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// Which form of PO a number takes by the formula that `plurals` begins with, worked out by hand.
fn form(plurals: &str, n: u64) -> usize {
    let teens = (11..=19).contains(&(n % 100));
    let formulas: [(&str, usize); 7] = [
        ("nplurals=1; plural=0;", 0),
        ("nplurals=2; plural=(n != 1);", usize::from(n != 1)),
        ("nplurals=2; plural=(n > 1);", usize::from(n > 1)),
        (
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2",
            match n % 10 {
                1 if !teens => 0,
                2..=4 if !teens => 1,
                _ => 2,
            },
        ),
        (
            "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4)",
            match n {
                1 => 0,
                2..=4 => 1,
                _ => 2,
            },
        ),
        (
            "nplurals=3; plural=(n%10==0 || ",
            match n % 10 {
                last if last == 0 || teens => 0,
                1 => 1,
                _ => 2,
            },
        ),
        (
            "nplurals=6; ",
            match (n, n % 100) {
                (0, _) => 0,
                (1, _) => 1,
                (2, _) => 2,
                (_, 3..=10) => 3,
                (_, 11..) => 4,
                _ => 5,
            },
        ),
    ];
    let found = formulas.into_iter().find(|(start, _)| plurals.starts_with(start));
    found.unwrap_or_else(|| panic!("what {plurals:?} says was not worked out")).1
}

/// `key {text}` of a message that only chooses.
fn forms_of(text: &str) -> HashMap<String, String> {
    let text = text.strip_prefix("{n, plural, ").and_then(|it| it.strip_suffix("}}")).expect(text);
    let form = |it: &str| {
        let (key, text) = it.split_once(" {").expect(it);
        (key.to_owned(), text.to_owned())
    };
    text.split("} ").map(form).collect()
}

proptest! {
    /// Whatever a text holds, what a program shows of it is that text, or it is told why it cannot be.
    #[test]
    fn a_text_is_shown_as_it_was(pieces in text()) {
        let source = message(&pieces);
        let expected = shown(&pieces);
        let any = |what: &[char]| pieces.iter().flatten().any(|it| it.contains(what));
        for catalogue in [Catalogue::Po, Catalogue::Properties, Catalogue::Android, Catalogue::Arb, Catalogue::FormatJs] {
            // Both arguments, so that their places are known.
            let whole = format!("m = {{ $a }} {{ $b-c }} {source}").replace(" m =", "");
            let source = if pieces.iter().any(Result::is_err) { &whole } else { &source };
            let file = match written(catalogue, "es", &message(&pieces), source) {
                Ok(file) => file,
                Err(why) => {
                    let may = match catalogue {
                        Catalogue::Po => expected.is_empty(),
                        Catalogue::Android => any(&['<', '&']),
                        Catalogue::Arb => any(&['{', '}']),
                        _ => false,
                    };
                    prop_assert!(may, "{catalogue:?}: {why:?}");
                    continue;
                }
            };
            let units = extract(format(catalogue), &file, &FieldRules::default()).units;
            let back = units.first().map(|it| it.text.clone()).unwrap_or_default();
            prop_assert!(units.len() <= 1);
            // A reference would be shown as what it stands for.
            prop_assert!(catalogue != Catalogue::Android || !back.contains("&lt;") && !back.contains("&nbsp;"));
            let formats = pieces.iter().any(Result::is_err)
                || matches!(catalogue, Catalogue::Arb | Catalogue::FormatJs);
            let back = if formats { formatted(catalogue, &back) } else { back };
            prop_assert_eq!(lf(&back), &*expected, "{:?}", catalogue);
        }
    }

    /// Whichever number a program has, it shows what Fluent would, or it is told that it could not.
    #[test]
    fn numbers_get_the_form_that_fluent_gives_them(
        locale in prop::sample::select(vec!["en", "fr", "ru", "ar", "ja", "cs", "lv", "es-MX", "pt-PT", "pt-BR"]),
        keys in prop::collection::vec(
            prop::sample::select(vec!["zero", "one", "two", "few", "many", "other", "0", "1", "2", "3"]), 2..6),
        default in any::<prop::sample::Index>(),
    ) {
        let default = default.index(keys.len());
        let variant = |(at, key): (usize, &&str)| {
            format!("   {}[{key}] v{at}\n", if at == default { "*" } else { " " })
        };
        let variants: String = keys.iter().enumerate().map(variant).collect();
        let source = format!("m = {{ $n ->\n{variants} }}\n");
        let expected = |n: u64| {
            let fits = |key: &&str| *key == n.to_string() || *key == category(locale, n);
            format!("v{}", keys.iter().position(fits).unwrap_or(default))
        };
        let exact = keys.iter().any(|it| it.parse::<u64>().is_ok());
        for catalogue in [Catalogue::Po, Catalogue::Android, Catalogue::Arb, Catalogue::FormatJs] {
            let file = match written(catalogue, locale, &source, &source) {
                Ok(file) => file,
                Err(why) => {
                    prop_assert!(exact && catalogue != Catalogue::FormatJs, "{catalogue:?}: {why:?}");
                    continue;
                }
            };
            let units = extract(format(catalogue), &file, &FieldRules::default()).units;
            let by_key: HashMap<String, String> = match catalogue {
                Catalogue::Arb | Catalogue::FormatJs => forms_of(&units[0].text),
                _ => units.iter().map(|it| {
                    let key = it.key.as_ref().expect("a key").as_str();
                    (key[2..key.len() - 1].to_owned(), it.text.clone())
                }).collect(),
            };
            let plurals = String::from_utf8_lossy(&file);
            let plurals = plurals.split_once("Plural-Forms: ").map_or("", |it| it.1);
            for n in 0..=120 {
                if catalogue == Catalogue::Po {
                    prop_assert_eq!(&units[form(plurals, n)].text, &expected(n), "{}", n);
                    continue;
                }
                let shortcut = ["zero", "one", "two"].get(n as usize);
                let shortcut = shortcut.filter(|_| catalogue == Catalogue::Arb);
                let found = by_key.get(&format!("={n}"))
                    .or_else(|| by_key.get(*shortcut?))
                    .or_else(|| by_key.get(category(locale, n)))
                    .or_else(|| by_key.get("other"));
                prop_assert_eq!(found, Some(&expected(n)), "{:?} of {}", catalogue, n);
            }
        }
    }

    /// Whatever is said to translators, a file is one of XML.
    #[test]
    fn comments_leave_androids_files_well_formed(comment in "(-{1,5}|[<>!a\n\r\t\u{1}\u{ffff}é]){0,6}") {
        let file = commented(Catalogue::Android, "a = x { $n }\n", &comment);
        let is_xml = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
        prop_assert!(file.chars().all(is_xml), "{}", file);
        let mut reader = quick_xml::Reader::from_str(&file);
        reader.config_mut().enable_all_checks(true);
        let mut comments = Vec::new();
        loop {
            match reader.read_event().map_err(|error| TestCaseError::fail(format!("{error}: {file}")))? {
                quick_xml::events::Event::Comment(it) => comments.push(it.to_string()),
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        prop_assert_eq!(comments.len(), 1);
        prop_assert!(!comments[0].contains("--") && !comments[0].ends_with('-'));
        prop_assert!(comments[0].contains("%1$s: n"));
    }

    #[test]
    fn no_bundle_makes_it_panic(pieces in prop::collection::vec(
        prop_oneof![
            prop::sample::select(vec!["a = ", "b = ", "-b = ", "\n", "    .t = ", "{ $count ->\n", "    [one] x\n", "    [2] x\n", "   *[other] y\n", "}", "{ -b }", "{ a }", "{ b.t }", "{ -b(x: 1) }", "{ $x }", "{{", "NUMBER($x)", "<b>"]).prop_map(str::to_owned),
            any::<String>(),
        ], 0..24)) {
        let bundle = pieces.concat();
        for catalogue in ALL {
            let _ = written(catalogue, "es", &bundle, &bundle);
        }
    }
}

#[test]
fn references_do_not_make_much_of_little() {
    let mut bundle = "m0 = x\n".to_owned();
    for n in 1..60 {
        bundle.push_str(&format!("m{n} = {{ m{} }}{{ m{} }}\n", n - 1, n - 1));
    }
    let told = written(Catalogue::FormatJs, "es", &bundle, &bundle).expect_err("too long");
    assert!(told.iter().all(|it| it.contains("too long")), "{told:?}");
    let chain: String = (0..500).map(|n| format!("m{n} = {{ m{} }}\n", n + 1)).collect();
    let chain = format!("{chain}m500 = x\n");
    let told = written(Catalogue::FormatJs, "es", &chain, &chain).expect_err("too deep");
    assert!(told[0].contains("nested too deeply"), "{told:?}");
}
