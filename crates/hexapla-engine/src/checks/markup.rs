//! Checks of links, code and other marks in documents.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_formats::row_cells;
use hexapla_model::{CodeKind, Diagnostic, Phrase, Unit, UnitKind, phrase};

/// What is compared.
struct Compared {
    kind: CodeKind,
    /// The name of the check.
    id: &'static str,
    /// What is said where the source has one and the target has not.
    missing: fn(&str) -> Phrase,
    /// What is said where it is the other way round.
    extra: fn(&str) -> Phrase,
    /// What to do then.
    hint: Phrase,
}

const COMPARED: [Compared; 5] = [
    Compared {
        kind: CodeKind::Link,
        id: "link-differs",
        missing: |value| phrase!("the source's link to `{value}` is not there", value),
        extra: |value| phrase!("the source has no link to `{value}`", value),
        hint: phrase!("link to the same place, unless readers of this locale need another"),
    },
    Compared {
        kind: CodeKind::Image,
        id: "image-differs",
        missing: |value| phrase!("the source's image `{value}` is not there", value),
        extra: |value| phrase!("the source has no image `{value}`", value),
        hint: phrase!("show the same image"),
    },
    Compared {
        kind: CodeKind::Code,
        id: "code-differs",
        missing: |value| phrase!("the source's code span `{value}` is not there", value),
        extra: |value| phrase!("the source has no code span `{value}`", value),
        hint: phrase!("code is not translated: write it as the source does"),
    },
    Compared {
        kind: CodeKind::FootnoteReference,
        id: "footnote-differs",
        missing: |value| phrase!("the source's footnote `{value}` is not there", value),
        extra: |value| phrase!("the source has no footnote `{value}`", value),
        hint: phrase!("refer to the same footnote"),
    },
    Compared {
        kind: CodeKind::Html,
        id: "html-differs",
        missing: |value| phrase!("the source's tag `{value}` is not there", value),
        extra: |value| phrase!("the source has no tag `{value}`", value),
        hint: phrase!("use the same tags"),
    },
];

/// Links, images, code, footnotes and tags that only one side has; heading levels and numbers of cells that differ.
pub(super) fn pair(source: &Unit, target: &Unit) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for compared in COMPARED {
        let (given, found) = (values(source, compared.kind), values(target, compared.kind));
        problems.extend(missing(&compared, &given, &found, target));
        problems.extend(extra(&compared, &given, &found, target));
    }
    problems.extend(heading(source, target));
    problems.extend(cells(source, target));
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
        let message = (compared.missing)(value);
        let problem = Diagnostic::warning(compared.id, target.span.clone(), message);
        problem.with_hint(compared.hint.clone())
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
            let message = (compared.extra)(value);
            let problem = Diagnostic::warning(compared.id, target.place(span), message);
            problems.push(problem.with_hint(compared.hint.clone()));
        }
    }
    problems
}

fn heading(source: &Unit, target: &Unit) -> Option<Diagnostic> {
    let (UnitKind::Heading(expected), UnitKind::Heading(found)) = (source.kind, target.kind) else {
        return None;
    };
    let message = phrase!(
        "a heading of level {level}, expected level {other}",
        level = found,
        other = expected
    );
    let marks = "#".repeat(expected.into());
    let hint = phrase!("begin it with `{marks}`, as the source does", marks);
    let problem = Diagnostic::warning("heading-level", target.span.clone(), message);
    (expected != found).then(|| problem.with_hint(hint))
}

fn cells(source: &Unit, target: &Unit) -> Option<Diagnostic> {
    if (source.kind, target.kind) != (UnitKind::TableRow, UnitKind::TableRow) {
        return None;
    }
    let (expected, found) = (row_cells(&source.text), row_cells(&target.text));
    let message =
        phrase!("a row of {count} cells, expected {other}", count = found, other = expected);
    let hint = phrase!("readers see no more cells than the head of the table has");
    let problem = Diagnostic::warning("table-cells", target.span.clone(), message);
    (expected != found).then(|| problem.with_hint(hint))
}
