//! Law 5 for formats whose units have names: what is put in, taken out or moved changes no other.
//! Markdown's is in `markdown.rs`, that of whole projects in `hexapla-engine`.

mod common;

use std::collections::BTreeMap;

use common::merge_law;
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::Fingerprint;
use proptest::prelude::*;
use proptest::sample::Index;

use Format::{Fluent, Toml};

fn rules() -> FieldRules {
    let pattern = |text: &str| text.parse().expect("a pattern");
    FieldRules {
        include: vec![pattern("*")],
        ids: vec![(pattern("items"), "id".to_owned())],
        ..FieldRules::default()
    }
}

/// The fingerprint and text of each unit by its name.
fn named(format: Format, text: &str) -> BTreeMap<String, (Fingerprint, String)> {
    merge_law(format, text.as_bytes(), &rules());
    let found = extract(format, text.as_bytes(), &rules());
    assert!(found.diagnostics.is_empty(), "{text:?}: {:?}", found.diagnostics);
    let name = |key: Option<hexapla_model::UnitKey>| key.expect("a name").to_string();
    found.units.into_iter().map(|it| (name(it.key), (it.fingerprint, it.text))).collect()
}

/// Entries of several kinds under distinct names, in the order of their numbers.
fn entries(format: Format, texts: &[String]) -> Vec<String> {
    let kind = |(at, text): (usize, &String)| match (format, at % 4) {
        (Fluent, 0) => format!("# {text}\nm{at} = {text}\n"),
        (Fluent, 1) => format!("-t{at} = {text}\n    .case = x\n\n"),
        (Fluent, 2) => format!("m{at} =\n    .title = {text}\n"),
        (Fluent, _) => {
            format!("m{at} = {{ $n ->\n    [one] {text}\n   *[other] {{ -t1 }} {text}\n }}\n\n")
        }
        (_, 0) => format!("# {text}\n[t{at}]\na = \"{text}\"\nb = '{text}'\n\n"),
        (_, 1) => format!("[[items]]\nid = \"i{at}\"\nlabel = \"{text}\"\n"),
        (_, 2) => format!("[t{at}.more]\na = \"\"\"\n{text}\n\"\"\"\n"),
        (_, _) => format!("[t{at}]\na = {{ b = \"{text}\" }}\n"),
    };
    texts.iter().enumerate().map(kind).collect()
}

fn format() -> impl Strategy<Value = Format> {
    prop_oneof![Just(Fluent), Just(Toml)]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("w[a-zé]{1,6}( w[a-z]{1,6}){0,3}", 2..10)
}

proptest! {
    #[test]
    fn law_5_an_entry_put_in_or_taken_out_changes_no_other(format in format(), texts in texts(), at in any::<Index>()) {
        let mut entries = entries(format, &texts);
        let all = named(format, &entries.concat());
        let removed = entries.remove(at.index(texts.len()));
        let without = named(format, &entries.concat());
        let alone = named(format, &removed);
        for (name, unit) in &without {
            prop_assert_eq!(all.get(name), Some(unit));
        }
        for (name, unit) in &alone {
            prop_assert_eq!(all.get(name), Some(unit));
        }
        prop_assert_eq!(all.len(), without.len() + alone.len());
    }

    #[test]
    fn law_5_entries_in_any_order_are_the_same(format in format(), texts in texts(), order in any::<prop::sample::Index>(), swap in any::<Index>()) {
        let mut entries = entries(format, &texts);
        let before = named(format, &entries.concat());
        entries.rotate_left(order.index(texts.len()));
        let other = swap.index(texts.len());
        entries.swap(0, other);
        prop_assert_eq!(before, named(format, &entries.concat()));
    }

    #[test]
    fn law_5_a_changed_entry_changes_no_other(format in format(), texts in texts(), at in any::<Index>()) {
        let before = named(format, &entries(format, &texts).concat());
        let mut changed = texts.clone();
        let at = at.index(texts.len());
        changed[at].push_str(" changed");
        let after = named(format, &entries(format, &changed).concat());
        for (name, unit) in &before {
            let own = extract(format, entries(format, &texts)[at].as_bytes(), &rules()).units;
            let is_own = own.iter().any(|it| it.key.as_ref().is_some_and(|key| key.as_str() == name));
            prop_assert_eq!(after.get(name) == Some(unit), !is_own, "{}", name);
        }
    }

    /// Items without a name of their own are what they say, wherever they stand.
    #[test]
    fn law_5_items_without_names_are_the_same_in_any_order(texts in texts(), by in any::<Index>()) {
        let of = |texts: &[String]| {
            let rows: String = texts.iter().map(|it| format!("[[rows]]\nname = \"{it}\"\nnumber = \"1\"\n")).collect();
            let mut found: Vec<Fingerprint> = extract(Toml, rows.as_bytes(), &rules()).units.into_iter().map(|it| it.fingerprint).collect();
            assert_eq!(found.len(), texts.len());
            found.sort();
            found
        };
        let mut turned = texts.clone();
        turned.rotate_left(by.index(texts.len()));
        prop_assert_eq!(of(&texts), of(&turned));
    }
}
