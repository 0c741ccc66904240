//! What `docs/glossary.md` shows is so.

mod common;

use common::{glossary, locale};
use hexapla_terms::{Glossary, Matcher, TermCheck, check};

const DOCS: &str = include_str!("../../../docs/glossary.md");

/// The first block of the given language.
fn block(language: &str) -> &'static str {
    let (_, rest) = DOCS.split_once(&format!("```{language}\n")).expect("a block");
    rest.split_once("```").expect("its end").0
}

#[test]
fn the_glossary_of_the_docs_is_one() {
    let glossary = glossary(block("toml"));
    assert_eq!(Glossary::read(&glossary.to_toml()), Ok(glossary));
}

#[test]
fn the_findings_of_the_docs_are_found() {
    let glossary = glossary(block("toml"));
    let matcher = Matcher::new(&glossary, &locale("en"), &locale("de"));
    for named in TermCheck::ALL {
        let (_, section) = DOCS.split_once(&format!("### `{}`", named.id())).expect("a section");
        let block = section.split("```").nth(1).expect("a block");
        let lines: Vec<&str> = block.lines().skip(1).map(|it| it[5..].trim()).collect();
        let findings = check(lines[0], lines[1], &matcher);
        let messages: Vec<String> = findings.iter().map(|it| it.message().to_string()).collect();
        assert_eq!((findings[0].check, messages), (named, vec![lines[2].to_owned()]));
    }
}
