//! Checks of Fluent messages and terms.

use std::collections::BTreeSet;
use std::ops::Range;

use hexapla_formats::fluent::EntryFacts;
use hexapla_model::{CodeKind, Diagnostic, Unit};

/// What others can refer to in a message or term: its name, and the names of its attributes.
pub(super) fn names(unit: &Unit, facts: Option<&EntryFacts>) -> Vec<String> {
    let Some(key) = unit.key.as_ref().map(ToString::to_string) else { return Vec::new() };
    let attributes = facts.iter().flat_map(|it| &it.attributes);
    let attributes = attributes.map(|attribute| format!("{key}.{attribute}"));
    attributes.chain([key.clone()]).collect()
}

/// References that lead nowhere in the collection.
pub(super) fn references(
    unit: &Unit,
    facts: &EntryFacts,
    names: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    // An attribute of a term is the translator's own affair.
    let known = |name: &str| {
        let base = name.split('.').next().unwrap_or_default();
        names.contains(name) || (name.starts_with('-') && names.contains(base))
    };
    let unknown = facts.references.iter().filter(|name| !known(name));
    let problem = |name: &String| {
        Diagnostic::error("reference-unknown", place(unit, name), format!("there is no `{name}`"))
            .with_hint("refer to a message or term of the same collection")
    };
    unknown.map(problem).collect()
}

/// What a target asks for that its source does not give, and the other way round.
pub(super) fn pair(
    target: &Unit,
    given: &EntryFacts,
    asked: &EntryFacts,
    stale: bool,
) -> Vec<Diagnostic> {
    let mut problems = extra(target, given, asked);
    if !stale {
        problems.extend(missing(target, given, asked));
    }
    problems
}

fn extra(target: &Unit, given: &EntryFacts, asked: &EntryFacts) -> Vec<Diagnostic> {
    let mut problems: Vec<Diagnostic> = asked
        .variables
        .difference(&given.variables)
        .map(|name| {
            let message = format!("the source has no variable `${name}`");
            Diagnostic::error("placeable-extra", place(target, name), message)
                .with_hint("nobody gives it a value: use one of the source's variables")
        })
        .collect();
    problems.extend(
        asked.attributes.difference(&given.attributes).filter(|_| !is_term(target)).map(|name| {
            let message = format!("the source has no attribute `.{name}`");
            Diagnostic::warning("attribute-extra", place(target, name), message)
                .with_hint("nobody asks for it: remove it, or see how the source spells it")
        }),
    );
    problems
}

fn missing(target: &Unit, given: &EntryFacts, asked: &EntryFacts) -> Vec<Diagnostic> {
    let whole = || target.span.clone();
    let mut problems: Vec<Diagnostic> = given
        .variables
        .difference(&asked.variables)
        .map(|name| {
            let message = format!("the source's variable `${name}` is not used");
            Diagnostic::warning("placeable-missing", whole(), message)
                .with_hint("use it, unless the sentence says the same without it")
        })
        .collect();
    if is_term(target) {
        return problems;
    }
    problems.extend(given.references.difference(&asked.references).map(|name| {
        Diagnostic::warning(
            "reference-missing",
            whole(),
            format!("the source's reference to `{name}` is not there"),
        )
        .with_hint("refer to it, so that the name is the same everywhere")
    }));
    problems.extend(given.attributes.difference(&asked.attributes).map(|name| {
        Diagnostic::error(
            "attribute-missing",
            whole(),
            format!("no attribute `.{name}`, which the source has"),
        )
        .with_hint("translate it too: whoever shows the message asks for it")
    }));
    if given.has_value != asked.has_value {
        let message = if given.has_value {
            "no value, which the source has"
        } else {
            "a value, which the source has not"
        };
        let problem = Diagnostic::error("value-differs", whole(), message);
        problems.push(problem.with_hint("give a value and attributes as the source does"));
    }
    problems
}

fn is_term(unit: &Unit) -> bool {
    unit.key.as_ref().is_some_and(|key| key.as_str().starts_with('-'))
}

/// The place in the file of what an entry says about `name`.
pub(super) fn place(unit: &Unit, name: &str) -> Range<usize> {
    let kinds = [CodeKind::Variable, CodeKind::Reference, CodeKind::Function, CodeKind::Syntax];
    let code =
        unit.codes.iter().find(|code| kinds.contains(&code.kind) && code.value.contains(name));
    let as_it_is = unit.text.len() == unit.span.len();
    match code.filter(|_| as_it_is) {
        Some(code) => unit.span.start + code.span.start..unit.span.start + code.span.end,
        None => unit.span.clone(),
    }
}
