//! Pairs of texts whose change a person gave a class, and what the rules say of them.
//!
//! `pairs.tsv` has one a line: the locale, what the text is, the class, the old text and the new
//! one, with line ends written as `\n`. To add one, add a line and run
//! `PAIRS=write cargo test -p hexapla-engine --test changes`, which writes the table in
//! `docs/changes.md` anew.

mod real;

use std::collections::BTreeMap;
use std::fmt::Write;

use hexapla_engine::change::{ChangeClass, Passage, classify};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::UnitKind;

struct Pair {
    locale: String,
    kind: String,
    label: ChangeClass,
    old: String,
    new: String,
}

fn pairs() -> Vec<Pair> {
    let lines = include_str!("pairs.tsv").lines().skip(1);
    let pair = |line: &str| {
        let [locale, kind, label, old, new] =
            <[&str; 5]>::try_from(line.split('\t').collect::<Vec<_>>()).expect("five fields");
        let label = class(label);
        let text = |text: &str| text.replace("\\n", "\n");
        Pair { locale: locale.into(), kind: kind.into(), label, old: text(old), new: text(new) }
    };
    lines.map(pair).collect()
}

fn class(name: &str) -> ChangeClass {
    ChangeClass::ALL.into_iter().find(|it| it.as_str() == name).expect("a class")
}

fn passage(kind: &str, text: &str) -> Passage {
    let (format, text) = match kind {
        "ftl" => (Format::Fluent, format!("{text}\n")),
        "heading" => (Format::Markdown, format!("# {text}\n")),
        "row" => {
            let rule = "|-".repeat(text.matches('|').count() - 1);
            (Format::Markdown, format!("{}|\n{rule}|\n{text}\n", rule.replace('-', "a")))
        }
        "code" => return Passage::new(UnitKind::CodeBlock, text, Vec::new()),
        _ => (Format::Markdown, format!("{text}\n")),
    };
    let units = extract(format, text.as_bytes(), &FieldRules::default()).units;
    let own = usize::from(kind == "row");
    let units: Vec<_> =
        units.into_iter().filter(|it| it.kind != UnitKind::Footnote).skip(own).collect();
    assert!(!units.is_empty(), "{text}");
    Passage::of(&units)
}

/// A row a label, a column a class that the rules gave.
fn confusion(found: &[(ChangeClass, ChangeClass)]) -> String {
    let mut counts: BTreeMap<(ChangeClass, ChangeClass), usize> = BTreeMap::new();
    found.iter().for_each(|pair| *counts.entry(*pair).or_default() += 1);
    let mut table = String::from("| a person says |");
    ChangeClass::ALL.iter().for_each(|class| write!(table, " {class} |").expect("written"));
    table.push_str("\n|---|");
    table.push_str(&"--:|".repeat(ChangeClass::ALL.len()));
    for label in ChangeClass::ALL {
        write!(table, "\n| {label} |").expect("written");
        for class in ChangeClass::ALL {
            match counts.get(&(label, class)) {
                Some(count) => write!(table, " {count} |").expect("written"),
                None => table.push_str("  |"),
            }
        }
    }
    table
}

/// The pairs of which the rules and the person say other things.
fn graver(found: &[(Pair, ChangeClass)]) -> String {
    let mut list = String::from("Where the rules are graver than the person:\n\n");
    for (pair, class) in found.iter().filter(|(pair, class)| pair.label != *class) {
        let [old, new] = [&pair.old, &pair.new].map(|text| text.replace('\n', "⏎"));
        writeln!(list, "- `{old}` → `{new}`: {}, taken for {class}", pair.label).expect("written");
    }
    list
}

/// Holds a part of `docs/changes.md` to what was found, or writes it anew.
fn documented(part: &str, table: &str) {
    println!("{table}");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/changes.md");
    let page = std::fs::read_to_string(path).expect("the page");
    let start = format!("<!-- {part} -->\n");
    let (before, rest) = page.split_once(&start).expect("a mark");
    let (there, after) = rest.split_once("<!-- end -->").expect("a mark");
    if std::env::var_os("PAIRS").is_some() {
        let page = format!("{before}{start}{table}<!-- end -->{after}");
        std::fs::write(path, page).expect("written");
    } else {
        assert_eq!(there, table, "write it anew with `PAIRS=write`");
    }
}

#[test]
fn labelled_pairs_are_told_apart_as_documented() {
    let mut found = Vec::new();
    let mut wrong = Vec::new();
    for pair in pairs() {
        let (old, new) = (passage(&pair.kind, &pair.old), passage(&pair.kind, &pair.new));
        let class = classify(&old, &new).expect("a change");
        if class < pair.label {
            wrong.push(format!(
                "{} {:?} → {:?}: {class}, not {}",
                pair.locale, pair.old, pair.new, pair.label
            ));
        }
        assert_eq!(classify(&old, &old), None, "{}", pair.old);
        found.push((pair, class));
    }
    assert!(wrong.is_empty(), "taken for less than it is:\n{}", wrong.join("\n"));
    assert!(found.len() >= 150, "{} pairs", found.len());
    let classes: Vec<_> = found.iter().map(|(pair, class)| (pair.label, *class)).collect();
    let (table, graver) = (confusion(&classes), graver(&found));
    documented("pairs", &format!("{} pairs.\n\n{table}\n\n{graver}", found.len()));
}

#[test]
fn every_locale_and_class_has_pairs() {
    let pairs = pairs();
    for locale in ["en", "de", "es", "fr", "ar", "th", "zh", "ja"] {
        assert!(pairs.iter().filter(|pair| pair.locale == locale).count() >= 5, "{locale}");
    }
    for class in ChangeClass::ALL {
        assert!(pairs.iter().any(|pair| pair.label == class), "{class}");
    }
}
