//! What a `glossary.toml` says, and what is told of its mistakes.

mod common;

use common::{glossary, locale};
use hexapla_model::LineIndex;
use hexapla_terms::{Glossary, PartOfSpeech, Status};

const HELPLINE: &str = r#"
version = 1
source_locale = "en"

[terms.helpline]
term = "helpline"
admitted = ["help line"]
forbidden = "hotline"
part_of_speech = "noun"
domain = "child protection"
definition = "A telephone number that children can call."
note = """
Free of charge
everywhere."""

[terms.helpline.targets]
es = "línea de ayuda"
fr = ["ligne d’écoute", "numéro d’appel"]
de = { preferred = "Hilfetelefon", admitted = ["Sorgentelefon"], forbidden = ["Hotline"], note = "not `Notruf`" }
"#;

#[test]
fn entries_are_read() {
    let glossary = glossary(HELPLINE);
    let entry = glossary.get("helpline").expect("the entry");
    let terms: Vec<_> = entry.source_terms().collect();
    assert_eq!(
        terms,
        [
            (Status::Preferred, "helpline"),
            (Status::Admitted, "help line"),
            (Status::Forbidden, "hotline")
        ]
    );
    assert_eq!(entry.part_of_speech, Some(PartOfSpeech::Noun));
    assert_eq!(entry.note.as_deref(), Some("Free of charge\neverywhere."));
    let german = entry.target(&locale("de-AT")).expect("the target of `de`");
    assert_eq!(german.permitted().collect::<Vec<_>>(), ["Hilfetelefon", "Sorgentelefon"]);
    assert_eq!(german.note.as_deref(), Some("not `Notruf`"));
    assert_eq!(entry.target(&locale("fr")).map(|it| it.preferred.len()), Some(2));
    assert_eq!(entry.target(&locale("it")), None);
}

#[test]
fn mistakes_have_a_place_and_a_hint() {
    let told = told(
        r#"version = 1
source_locale = "english"
sauce_locale = "en"
[terms.1st]
term = 1
[terms.a]
definitoin = "x"
[terms.b]
term = "b"
admitted = ["c", "C"]
part_of_speech = "nuon"
case_sensitive = "yes"
es = "b"
[terms.b.targets]
es = { preferred = "x", forbidden = ["X"] }
de = []
x = "y"
fr = { prefered = "z" }
[terms.c]
term = "B"
part_of_speech = "noun"
[terms.d]
term = "…"
"#,
    );
    assert_eq!(
        told,
        [
            "2:17: `english` is not a BCP 47 language tag such as `es`, `pt-BR` or `zh-Hant` (see https://www.w3.org/International/questions/qa-choosing-language-tags)",
            "3:1: unknown key `sauce_locale` (did you mean `source_locale`?)",
            "4:8: not an id of a term (begin with a letter of ASCII, then use letters, digits, `-` and `_`, at most 100)",
            "5:8: integer, expected a text (put it in quotes)",
            "6:8: expected the term of `a` (write `term = \"…\"` below it)",
            "7:1: unknown key `definitoin` (did you mean `definition`?)",
            "10:18: `C` stands here twice (keep one of them)",
            "11:18: `nuon` is no part of speech (did you mean `noun`?)",
            "12:18: string, expected `true` or `false` (write `case_sensitive = true`, or leave it out)",
            "13:1: unknown key `es` (write what is of one locale under `targets`)",
            "15:38: `X` is both preferred and forbidden (keep one of them)",
            "16:1: expected a term in `de` (write one, or remove the locale)",
            "17:1: `x` is not a BCP 47 language tag such as `es`, `pt-BR` or `zh-Hant` (see https://www.w3.org/International/questions/qa-choosing-language-tags)",
            "18:8: unknown key `prefered` (did you mean `preferred`?)",
            "23:8: a term without a letter or digit (write a word, or remove it)",
        ]
    );
}

#[test]
fn one_term_in_one_sense_stands_once() {
    let head = "version = 1\nsource_locale = \"en\"\n";
    let same = format!("{head}[terms.a]\nterm = \"Bank\"\n[terms.b]\nterm = \"bank\"\n");
    let hint = "(keep one of them, or tell them apart by `part_of_speech` or `domain`)";
    assert_eq!(told(&same), [format!("6:8: `bank` is the term of `a` too {hint}")]);
    let homographs = format!("{same}domain = \"rivers\"\n");
    assert_eq!(glossary(&homographs).entries().len(), 2);
    let repeated = format!("{head}[terms.a]\nterm = \"a\"\n[terms.a]\nterm = \"b\"\n");
    assert_eq!(told(&repeated)[0], "5:8: duplicate key (see docs/glossary.md)");
}

#[test]
fn files_are_joined() {
    let head = "version = 1\nsource_locale = \"en\"\n";
    let [one, two] = ["a", "b"].map(|it| format!("{head}[terms.{it}]\nterm = \"{it}\"\n"));
    let joined = Glossary::read_all(&[&one, &two]).expect("a glossary");
    assert_eq!(joined.entries().len(), 2);
    let problems = Glossary::read_all(&[&one, &one]).expect_err("it stands twice");
    let messages: Vec<_> =
        problems.iter().map(|(file, it)| (*file, it.message.to_string())).collect();
    assert_eq!(messages[0], (1, "`a` stands in an earlier file too".to_owned()));
    let german = two.replace("\"en\"", "\"de\"");
    let problems = Glossary::read_all(&[&one, &german]).expect_err("two sources");
    assert_eq!(problems[0].1.message, "`de`, expected `en` as in the first file");
    assert!(Glossary::read_all(&[]).is_err());
}

#[test]
fn the_source_is_no_target() {
    let file = "version = 1\nsource_locale = \"en\"\n[terms.a]\nterm = \"a\"\ntargets.EN = \"b\"\n";
    assert_eq!(
        told(file),
        [
            "5:9: `en` is the locale of the sources (write its terms as `term`, `admitted` and `forbidden`)"
        ]
    );
}

#[test]
fn later_versions_are_refused() {
    let hint = "(update hexapla)";
    assert_eq!(told("version = 2\nnew = true\n"), [format!("1:11: expected `version = 1` {hint}")]);
}

/// What is told of a text, with line and column.
fn told(text: &str) -> Vec<String> {
    let index = LineIndex::new(text);
    let problems = Glossary::read(text).expect_err("mistakes");
    let line = |it: hexapla_model::Diagnostic| {
        let hint = it.hint.map(|it| it.to_string()).unwrap_or_default();
        format!("{}: {} ({hint})", index.position(it.span.start), it.message)
    };
    problems.into_iter().map(line).collect()
}
