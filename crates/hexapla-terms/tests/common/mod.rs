//! Glossaries at random, and small ones by hand.

#![allow(dead_code, reason = "each test uses a part")]

use std::collections::BTreeMap;

use hexapla_model::Locale;
use hexapla_terms::{Entry, Glossary, PartOfSpeech, Target};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

/// A locale by its tag.
pub(crate) fn locale(tag: &str) -> Locale {
    tag.parse().expect(tag)
}

/// A glossary by its file.
pub(crate) fn glossary(text: &str) -> Glossary {
    Glossary::read(text).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Any glossary: where a term would stand twice, the later one goes.
pub(crate) fn any_glossary() -> impl Strategy<Value = Glossary> {
    btree_map("[A-Za-z][A-Za-z0-9_-]{0,8}", any_entry(), 0..6).prop_map(|entries| {
        let mut terms = std::collections::HashSet::new();
        let entries = entries
            .into_iter()
            .map(|(id, entry)| Entry { id, ..entry })
            .filter(|it| terms.insert(it.term.to_lowercase()));
        Glossary::new(locale("en"), entries.collect()).expect("no repeats")
    })
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let words = (any_term(), any_terms(), any_terms());
    let about = (any_prose(), any_prose(), any_prose(), any_part_of_speech(), any::<bool>());
    let tag = prop::sample::select(vec!["es", "es-MX", "de", "ar", "th", "zh-Hant", "en-GB"]);
    let targets = btree_map(tag.prop_map(locale), any_target(), 0..4);
    (words, about, targets).prop_map(|((term, admitted, forbidden), about, targets)| {
        let [first, admitted, forbidden] = distinct([vec![term], admitted, forbidden]);
        let (definition, domain, note, part_of_speech, case_sensitive) = about;
        Entry {
            id: String::new(),
            term: first.into_iter().next().expect("a term"),
            admitted,
            forbidden,
            definition,
            part_of_speech,
            domain,
            note,
            case_sensitive,
            targets: targets.into_iter().collect::<BTreeMap<_, _>>(),
        }
    })
}

fn any_target() -> impl Strategy<Value = Target> {
    (any_terms(), any_terms(), any_terms(), any_term(), any_prose()).prop_map(
        |(mut preferred, admitted, forbidden, one, note)| {
            if preferred.is_empty() && admitted.is_empty() && forbidden.is_empty() {
                preferred.push(one);
            }
            let [preferred, admitted, forbidden] = distinct([preferred, admitted, forbidden]);
            Target { preferred, admitted, forbidden, note }
        },
    )
}

fn distinct(lists: [Vec<String>; 3]) -> [Vec<String>; 3] {
    let mut seen = std::collections::HashSet::new();
    lists.map(|list| list.into_iter().filter(|it| seen.insert(it.to_lowercase())).collect())
}

fn any_term() -> impl Strategy<Value = String> {
    "[a-zßéñ中บม<&\"'\\\\]{0,6}[a-zA-Z中ع]{1,4}( [a-zéम]{1,5}){0,2}"
}

fn any_terms() -> impl Strategy<Value = Vec<String>> {
    vec(any_term(), 0..3)
}

fn any_prose() -> impl Strategy<Value = Option<String>> {
    option::of("\\PC{0,20}(\n{0,2}[a-z\"'\\\\<&\\]>]{1,9}){0,3}")
}

fn any_part_of_speech() -> impl Strategy<Value = Option<PartOfSpeech>> {
    option::of(prop::sample::select(PartOfSpeech::ALL.to_vec()))
}
