//! Changes that people made on real pages, and the class that a person gave each.
//!
//! `real.tsv` names a page of the corpus and the fingerprints of a block in the source that the page
//! was made from and in the source today; the texts stay where they are.

use std::path::PathBuf;

use hexapla_engine::change::{ChangeClass, Passage, classify};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::Unit;

use crate::{class, confusion, documented};

/// The blocks of a page's source, as it was or as it is.
fn blocks(page: &str, file: &str) -> Vec<Unit> {
    let corpora =
        std::env::var_os("HEXAPLA_CORPORA").expect("HEXAPLA_CORPORA, see CONTRIBUTING.md");
    let path = PathBuf::from(corpora).join("otel-docs").join(page).join(file);
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let include = ["title", "linkTitle", "description"].map(|it| it.parse().expect("a field"));
    let rules = FieldRules { include: include.into(), ..FieldRules::default() };
    extract(Format::Markdown, &bytes, &rules).units
}

fn passage(page: &str, file: &str, fingerprint: &str) -> Passage {
    let units = blocks(page, file);
    let is_it = |unit: &&Unit| unit.fingerprint.to_string() == fingerprint;
    let unit = units.iter().find(is_it);
    Passage::of(std::slice::from_ref(unit.unwrap_or_else(|| panic!("{page}: {fingerprint}"))))
}

#[test]
#[ignore = "needs corpora, see CONTRIBUTING.md"]
fn real_changes_are_told_apart_as_documented() {
    let mut found: Vec<(ChangeClass, ChangeClass)> = Vec::new();
    let mut wrong = Vec::new();
    for line in include_str!("real.tsv").lines().skip(1) {
        let [page, label, earlier, later] =
            <[&str; 4]>::try_from(line.split('\t').collect::<Vec<_>>()).expect("four fields");
        let (old, new) = (passage(page, "made-from.md", earlier), passage(page, "now.md", later));
        let (label, told) = (class(label), classify(&old, &new).expect("a change"));
        if told < label {
            wrong.push(format!("{page} {earlier}: {told}, not {label}"));
        }
        found.push((label, told));
    }
    assert!(wrong.is_empty(), "taken for less than it is:\n{}", wrong.join("\n"));
    documented("real", &format!("{} pairs.\n\n{}\n", found.len(), confusion(&found)));
}
