//! What JavaScript's Fluent and Rust's would not say alike, or could not say at all.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use hexapla_formats::fluent::{Call, EntryFacts, Select, Selector};
use hexapla_model::{Diagnostic, Phrase, Severity, Unit, phrase};

use super::fluent::place;
use crate::runtime_plurals::{Disagreement, Disagreements};

/// What `@fluent/bundle` takes from a text.
const NUMBER_OPTIONS: [&str; 8] = [
    "unitDisplay",
    "currencyDisplay",
    "useGrouping",
    "minimumIntegerDigits",
    "minimumFractionDigits",
    "maximumFractionDigits",
    "minimumSignificantDigits",
    "maximumSignificantDigits",
];

/// How many digits may be asked for: what ECMA-402 allows; Rust's `fluent-bundle` counts 19 digits
/// of a fraction.
const DIGITS: [(&str, RangeInclusive<u32>); 5] = [
    ("minimumIntegerDigits", 1..=21),
    ("minimumFractionDigits", 0..=19),
    ("maximumFractionDigits", 0..=100),
    ("minimumSignificantDigits", 1..=21),
    ("maximumSignificantDigits", 1..=21),
];

/// Digits that a number of 64 bits keeps, whatever they are.
const PRECISE: usize = 15;

/// What the two runtimes would make something else of.
pub(super) fn problems(
    unit: &Unit,
    facts: &EntryFacts,
    plurals: &Disagreements,
) -> Vec<Diagnostic> {
    let calls = facts.calls.iter().flat_map(|call| of_call(unit, call));
    let keys = facts.selects.iter().flat_map(|select| &select.numbers);
    let numbers: BTreeSet<&String> = facts.numbers.iter().chain(keys).collect();
    let numbers = numbers.into_iter().filter_map(|number| of_number(unit, number));
    let selects = facts.selects.iter().filter_map(|select| of_select(unit, select, plurals));
    calls.chain(numbers).chain(selects).collect()
}

fn of_call(unit: &Unit, call: &Call) -> Vec<Diagnostic> {
    let function = call.function.as_str();
    match function {
        "NUMBER" => of_options(unit, call),
        "DATETIME" => {
            let message = phrase!("Rust's `fluent-bundle` has no function `DATETIME`");
            let hint = phrase!("a program in Rust has to add one, or be given the date as text");
            vec![note("function-differs", unit, function, message).with_hint(hint)]
        }
        _ => {
            let message = phrase!("Fluent has no function `{function}`", function);
            let hint = phrase!("use `NUMBER` or `DATETIME`, or add it wherever the text is shown");
            let problem = Diagnostic::warning("function-unknown", place(unit, function), message);
            vec![problem.with_hint(hint)]
        }
    }
}

fn of_options(unit: &Unit, call: &Call) -> Vec<Diagnostic> {
    let digits = |name: &str| call.options.get(name).and_then(|it| it.parse::<u32>().ok());
    let mut problems = Vec::new();
    for (name, value) in &call.options {
        let limit = DIGITS.iter().find(|(limited, _)| limited == name);
        if let Some((_, limit)) = limit {
            if digits(name).is_none_or(|digits| !limit.contains(&digits)) {
                let message =
                    phrase!("`{name}: {value}` asks for digits that nothing shows", name, value,);
                let hint = phrase!(
                    "say a number from {least} to {most}",
                    least = *limit.start(),
                    most = *limit.end(),
                );
                problems.push(error(unit, name, message).with_hint(hint));
            }
        } else if !NUMBER_OPTIONS.contains(&name.as_str()) && !is_ordinal(name, value) {
            let message = phrase!("`NUMBER` takes no `{name}` from a text", name);
            let problem = Diagnostic::warning("option-unknown", place(unit, name), message);
            let options = NUMBER_OPTIONS.join("`, `");
            let hint = phrase!("remove it; the options are `{options}`", options);
            problems.push(problem.with_hint(hint));
        }
    }
    for kind in ["FractionDigits", "SignificantDigits"] {
        let (least, most) = (format!("minimum{kind}"), format!("maximum{kind}"));
        if digits(&least).zip(digits(&most)).is_some_and(|(least, most)| least > most) {
            let message =
                phrase!("`{smaller}` is more than `{larger}`", smaller = &least, larger = most);
            let hint = phrase!("swap them, or remove one");
            problems.push(error(unit, &least, message).with_hint(hint));
        }
    }
    problems
}

/// Whether an option makes ordinals of numbers, of which [`of_select`] tells.
fn is_ordinal(name: &str, value: &str) -> bool {
    name == "type" && matches!(value, "ordinal" | "cardinal")
}

fn of_number(unit: &Unit, number: &str) -> Option<Diagnostic> {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (digits > PRECISE).then(|| {
        let message = phrase!("a number of {digits} digits is not kept as it is written", digits);
        error(unit, number, message).with_hint(phrase!("write it as text, in quotation marks"))
    })
}

/// A choice by a number that the two runtimes make differently.
fn of_select(unit: &Unit, select: &Select, plurals: &Disagreements) -> Option<Diagnostic> {
    let Selector::Variable { name, ordinal } = &select.selector else { return None };
    let chosen = |category: &'static str| match select.names.contains(category) {
        true => category,
        false => select.default.as_str(),
    };
    let said = |category: &'static str| select.said_by(chosen(category));
    let differs = |it: &&Disagreement| {
        !select.numbers.contains(it.number) && said(it.javascript) != said(it.rust)
    };
    let example = plurals.of(*ordinal).iter().find(differs)?;
    let message = phrase!(
        "where `${name}` is {example}, JavaScript shows `[{javascript}]` and Rust `[{rust}]`",
        name,
        example = example.number,
        javascript = chosen(example.javascript),
        rust = chosen(example.rust),
    );
    let problem = note("plural-differs", unit, name, message);
    Some(match ordinal {
        true => Diagnostic { severity: Severity::Warning, ..problem }
            .with_hint(phrase!("JavaScript knows no ordinals here: have the site choose the form")),
        false => problem.with_hint(phrase!("the two have the plural rules of different years")),
    })
}

fn error(unit: &Unit, name: &str, message: Phrase) -> Diagnostic {
    Diagnostic::error("number-limit", place(unit, name), message)
}

fn note(id: &'static str, unit: &Unit, name: &str, message: Phrase) -> Diagnostic {
    let severity = Severity::Note;
    Diagnostic { severity, ..Diagnostic::warning(id, place(unit, name), message) }
}
