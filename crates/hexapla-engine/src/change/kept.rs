//! Texts on record, read anew.
//!
//! The ledger keeps the words of a unit, not what stood around them. A block is therefore read in
//! the surroundings that it may have had, with the link definitions of today's page, and its
//! fingerprint tells whether that is what it was.

use hexapla_formats::{Format, extract};
use hexapla_model::{Fingerprint, InlineCode, Unit, UnitKind};

use crate::snapshot::Resource;

/// The inline codes of a text on record, and whether it reads as what it was: where it does not,
/// something that the words do not show changed too, such as the address behind a reference.
pub(super) fn codes(
    resource: &Resource,
    kind: UnitKind,
    text: &str,
    fingerprint: Fingerprint,
) -> (Vec<InlineCode>, bool) {
    let collection = &resource.collection;
    let mut alike = None;
    for page in pages(resource, kind, text) {
        let units = extract(collection.format, page.as_bytes(), &collection.rules).units;
        if let Some(unit) = units.iter().find(|unit| unit.fingerprint == fingerprint) {
            return (codes_of(unit), true);
        }
        alike = alike.or_else(|| units.into_iter().find(|unit| unit.text == text));
    }
    (alike.as_ref().map(codes_of).unwrap_or_default(), false)
}

fn codes_of(unit: &Unit) -> Vec<InlineCode> {
    unit.codes.clone()
}

/// The files that the text may have stood in.
fn pages(resource: &Resource, kind: UnitKind, text: &str) -> Vec<String> {
    if resource.collection.format != Format::Markdown {
        return vec![text.to_owned()];
    }
    let definitions = match (&resource.source, text.contains('[')) {
        (Some(source), true) => definitions(&source.text()),
        _ => String::new(),
    };
    let indented = |first: &str, rest: &str| format!("{first}{}", text.replace('\n', rest));
    let mut blocks = vec![text.to_owned()];
    match kind {
        UnitKind::TableRow => {
            let cells = "|a".repeat(text.matches('|').count().saturating_sub(1).max(1));
            let rule = cells.replace('a', "-");
            blocks = vec![format!("{cells}|\n{rule}|\n{text}"), format!("{text}\n{rule}|")];
        }
        UnitKind::Heading(_) => blocks.push(indented("# ", " ")),
        _ => blocks.extend([indented("- ", "\n  "), indented("> ", "\n> ")]),
    }
    blocks.into_iter().map(|block| format!("{block}\n\n{definitions}")).collect()
}

/// The lines of a page that define links, and a note for each footnote it defines.
fn definitions(page: &str) -> String {
    let mut out = String::new();
    for line in page.lines().filter(|line| line.trim_start().starts_with('[')) {
        match line.split_once("]:") {
            Some((label, _)) if label.trim_start().starts_with("[^") => {
                out.push_str(&format!("\n{}]: note\n", label.trim_start()));
            }
            Some(_) => out.push_str(&format!("{}\n", line.trim_start())),
            None => {}
        }
    }
    out
}
