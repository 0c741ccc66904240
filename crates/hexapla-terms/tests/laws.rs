//! What holds of every glossary.

mod common;

use std::collections::HashSet;

use common::{any_glossary, locale};
use hexapla_terms::{Glossary, Matcher, check, read_tbx, spoken, write_tbx};
use proptest::prelude::*;
use proptest::sample::Index;

/// A text of some of the given words.
fn text_of(words: &[&str], picks: &[Index]) -> String {
    let words: Vec<&str> = words.iter().copied().chain(["and", "Haus", "ไทย"]).collect();
    picks.iter().map(|it| *it.get(&words)).collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn toml_gives_back_what_was_written(glossary in any_glossary()) {
        let text = glossary.to_toml();
        prop_assert_eq!(Glossary::read(&text), Ok(glossary), "{}", text);
    }

    #[test]
    fn tbx_gives_back_what_was_written(glossary in any_glossary()) {
        let text = write_tbx(&glossary);
        let read = read_tbx(text.as_bytes(), glossary.source());
        let read = read.unwrap_or_else(|problem| panic!("{problem:?}\n{text}"));
        prop_assert!(read.left_out.is_empty(), "{:?}", read.left_out);
        prop_assert_eq!(read.glossary, glossary, "{}", text);
    }

    #[test]
    fn what_is_read_of_damaged_tbx_is_a_glossary(
        glossary in any_glossary(),
        cut in any::<prop::sample::Index>(),
        other in prop::sample::select(vec!["", "<", "&", "</termSec>", "<term>", "<!DOCTYPE a [", "\u{1}", "xml:lang"]),
    ) {
        let mut text: Vec<char> = write_tbx(&glossary).chars().collect();
        let at = cut.index(text.len());
        text.splice(at..(at + 3).min(text.len()), other.chars());
        let text: String = text.into_iter().collect();
        match read_tbx(text.as_bytes(), glossary.source()) {
            Ok(read) => {
                let again = Glossary::new(glossary.source().clone(), read.glossary.entries().to_vec());
                prop_assert_eq!(again, Ok(read.glossary));
            }
            Err(problem) => prop_assert!(text.get(problem.span.clone()).is_some() && problem.hint.is_some()),
        }
    }

    #[test]
    fn a_glossary_made_of_its_entries_is_the_same(glossary in any_glossary()) {
        let again = Glossary::new(glossary.source().clone(), glossary.entries().to_vec());
        prop_assert_eq!(again, Ok(glossary));
    }

    #[test]
    fn what_a_check_tells_of_is_spoken_of_and_not_used(
        glossary in any_glossary(),
        tag in prop::sample::select(vec!["es-MX", "de", "ar", "th"]),
        given in prop::collection::vec(any::<Index>(), 0..6),
        said in prop::collection::vec(any::<Index>(), 0..6),
    ) {
        let target = locale(tag);
        let matcher = Matcher::new(&glossary, glossary.source(), &target);
        let entries = || glossary.entries().iter();
        let sources: Vec<&str> = entries().flat_map(|it| it.source_terms()).map(|(_, it)| it).collect();
        let targets = entries().filter_map(|it| it.target(&target));
        let targets: Vec<&str> = targets.flat_map(|it| it.terms()).map(|(_, it)| it).collect();
        let (source, text) = (text_of(&sources, &given), text_of(&targets, &said));
        let spoken = spoken(&source, &text, &matcher);
        let ids: HashSet<&str> = spoken.iter().map(|it| it.entry.id.as_str()).collect();
        prop_assert_eq!(ids.len(), spoken.len());
        prop_assert!(spoken.is_sorted_by_key(|it| it.span.start));
        for it in &spoken {
            prop_assert!(source.get(it.span.clone()).is_some_and(|it| !it.is_empty()));
            prop_assert!(!it.is_used || !it.permitted.is_empty());
        }
        for finding in check(&source, &text, &matcher) {
            let told = spoken.iter().find(|it| it.entry == finding.entry);
            prop_assert!(told.is_some_and(|it| !it.is_used), "{:?}: {} | {}", finding, source, text);
        }
    }

    #[test]
    fn reading_never_panics(text in "\\PC{0,80}", cut in any::<prop::sample::Index>()) {
        let _ = Glossary::read(&text);
        let written = format!("version = 1\nsource_locale = \"en\"\n[terms.a]\n{text}\nterm = 'b'\n");
        let _ = Glossary::read(&written);
        let chars: Vec<char> = written.chars().collect();
        let _ = Glossary::read(&chars[..cut.index(chars.len())].iter().collect::<String>());
    }
}
