//! Checks of Fluent messages and terms.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use hexapla_formats::fluent::{EntryFacts, Part};
use hexapla_model::{CodeKind, Diagnostic, Unit, phrase};

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
        let message = phrase!("there is no `{name}`", name);
        Diagnostic::error("reference-unknown", place(unit, name), message)
            .with_hint(phrase!("refer to a message or term of the same collection"))
    };
    unknown.map(problem).collect()
}

/// Attributes and variants that stand twice.
pub(super) fn doubled(unit: &Unit, facts: &EntryFacts) -> Vec<Diagnostic> {
    let problem = |written: &String| {
        let (id, hint) = match written.starts_with('.') {
            true => ("attribute-doubled", phrase!("one of them is never shown: remove it")),
            false => {
                ("variant-doubled", phrase!("only the first is ever chosen: remove the other"))
            }
        };
        let message = phrase!("`{written}` stands here a second time", written);
        Diagnostic::warning(id, place(unit, written), message).with_hint(hint)
    };
    facts.doubled.iter().map(problem).collect()
}

/// What a target asks for that its source does not give, and the other way round; nothing of terms, to
/// which the messages of their own locale give what they ask for.
pub(super) fn pair(
    target: &Unit,
    given: &EntryFacts,
    asked: &EntryFacts,
    stale: bool,
) -> Vec<Diagnostic> {
    if is_term(target) {
        return Vec::new();
    }
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
            let message = phrase!("the source has no variable `${name}`", name);
            Diagnostic::error("placeable-extra", place(target, name), message)
                .with_hint(phrase!("nobody gives it a value: use one of the source's variables"))
        })
        .collect();
    problems.extend(asked.attributes.difference(&given.attributes).map(|name| {
        let message = phrase!("the source has no attribute `.{name}`", name);
        Diagnostic::warning("attribute-extra", place(target, name), message)
            .with_hint(phrase!("nobody asks for it: remove it, or see how the source spells it"))
    }));
    problems
}

fn missing(target: &Unit, given: &EntryFacts, asked: &EntryFacts) -> Vec<Diagnostic> {
    let whole = || target.span.clone();
    let mut problems: Vec<Diagnostic> = Vec::new();
    for (given, asked) in parts(given, asked) {
        problems.extend(given.variables.difference(asked.variables).map(|name| {
            let message = match given.attribute() {
                None => phrase!("the source's variable `${name}` is not used", name),
                Some(attribute) => phrase!(
                    "the source's variable `${name}` is not used in `{attribute}`",
                    name,
                    attribute,
                ),
            };
            Diagnostic::warning("placeable-missing", whole(), message)
                .with_hint(phrase!("use it, unless the sentence says the same without it"))
        }));
        problems.extend(given.references.difference(asked.references).map(|name| {
            let message = match given.attribute() {
                None => phrase!("the source's reference to `{name}` is not there", name),
                Some(attribute) => phrase!(
                    "the source's reference to `{name}` is not there in `{attribute}`",
                    name,
                    attribute,
                ),
            };
            Diagnostic::warning("reference-missing", whole(), message)
                .with_hint(phrase!("refer to it, so that the name is the same everywhere"))
        }));
    }
    problems.extend(given.attributes.difference(&asked.attributes).map(|name| {
        let message = phrase!("no attribute `.{name}`, which the source has", name);
        Diagnostic::error("attribute-missing", whole(), message)
            .with_hint(phrase!("translate it too: whoever shows the message asks for it"))
    }));
    if given.has_value != asked.has_value {
        let message = if given.has_value {
            phrase!("no value, which the source has")
        } else {
            phrase!("a value, which the source has not")
        };
        let problem = Diagnostic::error("value-differs", whole(), message);
        problems.push(problem.with_hint(phrase!("give a value and attributes as the source does")));
    }
    problems
}

/// References of a target to something in its collection that the source does not refer to.
///
/// An attribute of a term is the translator's own affair, and so is what a term says.
pub(super) fn added(
    target: &Unit,
    given: &EntryFacts,
    asked: &EntryFacts,
    names: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    if is_term(target) {
        return Vec::new();
    }
    let is_own = |name: &str| name.starts_with('-') && name.contains('.');
    let mut problems = Vec::new();
    for (given, asked) in parts(given, asked) {
        let added = asked.references.difference(given.references);
        let added = added.filter(|name| names.contains(*name) && !is_own(name));
        problems.extend(added.map(|name| {
            let message = match given.attribute() {
                None => phrase!("the source does not refer to `{name}`", name),
                Some(attribute) => {
                    phrase!(
                        "the source does not refer to `{name}` in `{attribute}`",
                        name,
                        attribute
                    )
                }
            };
            let hint =
                phrase!("say what the source says, unless readers of this locale need the name");
            Diagnostic::warning("reference-extra", place(target, name), message).with_hint(hint)
        }));
    }
    problems
}

/// What the value or an attribute of an entry asks for.
#[derive(Clone, Copy)]
struct Asked<'a> {
    /// As written: nothing for the value, `.title` for an attribute.
    name: &'a str,
    variables: &'a BTreeSet<String>,
    references: &'a BTreeSet<String>,
}

impl<'a> Asked<'a> {
    fn of(facts: &'a EntryFacts) -> Vec<Self> {
        let part = |it: &'a Part| Self {
            name: &it.name,
            variables: &it.variables,
            references: &it.references,
        };
        match facts.parts.is_empty() {
            true => {
                vec![Self { name: "", variables: &facts.variables, references: &facts.references }]
            }
            false => facts.parts.iter().map(part).collect(),
        }
    }

    /// The attribute that it is, where it is no value.
    fn attribute(&self) -> Option<&'a str> {
        Some(self.name).filter(|it| !it.is_empty())
    }
}

/// The value and the attributes that both sides have, each with its other side.
///
/// A reader sees one of them at a time: what another one says is no help.
fn parts<'a>(given: &'a EntryFacts, asked: &'a EntryFacts) -> Vec<(Asked<'a>, Asked<'a>)> {
    let others: BTreeMap<&str, Asked<'_>> =
        Asked::of(asked).into_iter().map(|part| (part.name, part)).collect();
    let given = Asked::of(given).into_iter();
    given.filter_map(|part| Some((part, *others.get(part.name)?))).collect()
}

fn is_term(unit: &Unit) -> bool {
    unit.key.as_ref().is_some_and(|key| key.as_str().starts_with('-'))
}

/// The place in the file of what an entry says about `name`.
pub(super) fn place(unit: &Unit, name: &str) -> Range<usize> {
    let kinds = [CodeKind::Variable, CodeKind::Reference, CodeKind::Function, CodeKind::Syntax];
    let code =
        unit.codes.iter().find(|code| kinds.contains(&code.kind) && code.value.contains(name));
    code.map_or_else(|| unit.span.clone(), |code| unit.place(&code.span))
}
