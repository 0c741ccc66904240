//! Checks of links, code and other marks in documents.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_model::{CodeKind, Diagnostic, Unit, UnitKind};

/// What is compared.
struct Compared {
    kind: CodeKind,
    /// The name of the check.
    id: &'static str,
    /// What one is called.
    one: &'static str,
    /// What to do where one is missing, or too many.
    hint: &'static str,
}

const COMPARED: [Compared; 5] = [
    Compared {
        kind: CodeKind::Link,
        id: "link-differs",
        one: "link to",
        hint: "link to the same place, unless readers of this locale need another",
    },
    Compared {
        kind: CodeKind::Image,
        id: "image-differs",
        one: "image",
        hint: "show the same image",
    },
    Compared {
        kind: CodeKind::Code,
        id: "code-differs",
        one: "code span",
        hint: "code is not translated: write it as the source does",
    },
    Compared {
        kind: CodeKind::FootnoteReference,
        id: "footnote-differs",
        one: "footnote",
        hint: "refer to the same footnote",
    },
    Compared { kind: CodeKind::Html, id: "html-differs", one: "tag", hint: "use the same tags" },
];

/// Links, images, code, footnotes and tags that only one side has; heading levels that differ.
pub(super) fn pair(source: &Unit, target: &Unit) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for compared in COMPARED {
        let (given, found) = (values(source, compared.kind), values(target, compared.kind));
        problems.extend(missing(&compared, &given, &found, target));
        problems.extend(extra(&compared, &given, &found, target));
    }
    problems.extend(heading(source, target));
    problems
}

/// The values of one kind of code, and where each stands in the unit's text.
type Values<'a> = BTreeMap<&'a str, Vec<Range<usize>>>;

fn values(unit: &Unit, kind: CodeKind) -> Values<'_> {
    let mut values = Values::new();
    // The opening half of a mark says nothing.
    for code in unit.codes.iter().filter(|code| code.kind == kind && !code.value.is_empty()) {
        values.entry(code.value.as_str()).or_default().push(code.span.clone());
    }
    values
}

fn missing(
    compared: &Compared,
    given: &Values<'_>,
    found: &Values<'_>,
    target: &Unit,
) -> Vec<Diagnostic> {
    let there = |value| found.get(value).map_or(0, Vec::len);
    let lacking = given.iter().filter(|(value, spans)| there(*value) < spans.len());
    let problem = |(value, _): (&&str, _)| {
        let message = format!("the source's {} `{value}` is not there", compared.one);
        Diagnostic::warning(compared.id, target.span.clone(), message).with_hint(compared.hint)
    };
    lacking.map(problem).collect()
}

fn extra(
    compared: &Compared,
    given: &Values<'_>,
    found: &Values<'_>,
    target: &Unit,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (value, spans) in found {
        let allowed = given.get(value).map_or(0, Vec::len);
        if let Some(span) = spans.get(allowed) {
            let message = format!("the source has no {} `{value}`", compared.one);
            let problem = Diagnostic::warning(compared.id, target.place(span), message);
            problems.push(problem.with_hint(compared.hint));
        }
    }
    problems
}

fn heading(source: &Unit, target: &Unit) -> Option<Diagnostic> {
    let (UnitKind::Heading(expected), UnitKind::Heading(found)) = (source.kind, target.kind) else {
        return None;
    };
    let message = format!("a heading of level {found}, expected level {expected}");
    let hint = format!("begin it with `{}`, as the source does", "#".repeat(expected.into()));
    let problem = Diagnostic::warning("heading-level", target.span.clone(), message);
    (expected != found).then(|| problem.with_hint(hint))
}
