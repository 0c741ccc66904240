//! Checks of links, code and other marks in documents.

use std::collections::BTreeMap;

use hexapla_model::{CodeKind, Diagnostic, Unit};

/// What is compared, how it is called, and the name of the check.
const COMPARED: [(CodeKind, &str, &str); 5] = [
    (CodeKind::Link, "link to", "link-differs"),
    (CodeKind::Image, "image", "image-differs"),
    (CodeKind::Code, "code", "code-differs"),
    (CodeKind::FootnoteReference, "footnote", "footnote-differs"),
    (CodeKind::Html, "tag", "html-differs"),
];

/// Links, images, code, footnotes and tags that only one side has; heading levels that differ.
pub(super) fn pair(source: &Unit, target: &Unit) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (kind, what, id) in COMPARED {
        let (given, found) = (values(source, kind), values(target, kind));
        for (value, count) in &given {
            if found.get(value).copied().unwrap_or(0) < *count {
                let message = format!("the source's {what} `{value}` is not there");
                problems.push(Diagnostic::warning(id, target.span.clone(), message));
            }
        }
        for (value, count) in &found {
            if given.get(value).copied().unwrap_or(0) < *count {
                let message = format!("a {what} `{value}`, which the source does not have");
                problems.push(Diagnostic::warning(id, target.span.clone(), message));
            }
        }
    }
    if let (hexapla_model::UnitKind::Heading(a), hexapla_model::UnitKind::Heading(b)) =
        (source.kind, target.kind)
        && a != b
    {
        let message = format!("a heading of level {b}, expected level {a} as in the source");
        problems.push(Diagnostic::warning("heading-level", target.span.clone(), message));
    }
    problems
}

/// The values of one kind of code, and how often each stands there.
fn values(unit: &Unit, kind: CodeKind) -> BTreeMap<&str, usize> {
    let mut values = BTreeMap::new();
    // The opening half of a mark says nothing.
    for code in unit.codes.iter().filter(|code| code.kind == kind && !code.value.is_empty()) {
        *values.entry(code.value.as_str()).or_default() += 1;
    }
    values
}
