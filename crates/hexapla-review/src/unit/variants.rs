//! What a message says, for arguments that choose each of its variants.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use hexapla_engine::plural_samples;
use hexapla_engine::text::shown;
use hexapla_formats::PLURAL_CATEGORIES;
use hexapla_formats::fluent::{EntryFacts, Selector, inspect};
use hexapla_model::Locale;
use serde::Serialize;

use crate::words::add_functions;

/// What a message says for some arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Said {
    /// The arguments, as `count = 2`; none where the message takes none that choose.
    pub(crate) arguments: String,
    /// The plural categories that these are of, with other numbers that are: `few: 2, 3, 4, 102`.
    pub(crate) categories: String,
    /// The value, and each attribute by its name.
    pub(crate) texts: Vec<(String, String)>,
}

/// What a message says, as far as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Variants {
    pub(crate) first: Vec<Said>,
    /// How many more ways there are to choose among its variants; [`COUNTED`] stands for as many or more.
    pub(crate) more: usize,
}

impl Variants {
    /// Whether there are so many more that they were not counted to the end.
    pub(crate) fn is_more_than_counted(&self) -> bool {
        self.more == COUNTED
    }
}

/// The most that is shown of a message.
const MOST: usize = 24;

/// As far as ways to choose are counted.
const COUNTED: usize = 1_000_000;

/// A value that an argument can have.
#[derive(Clone, Debug)]
enum Sample {
    Number(usize),
    Text(String),
}

/// What a message says once for each way to choose among its variants, or once where there are none.
/// Nothing where the text is no message, or a term, which nobody is shown by itself.
pub(crate) fn variants(text: &str, others: &[Arc<FluentResource>], locale: &Locale) -> Variants {
    let (Some(facts), Ok(resource)) = (inspect(text), FluentResource::try_new(format!("{text}\n")))
    else {
        return Variants::default();
    };
    let name = text.split(|c: char| c == '=' || c.is_whitespace()).next().unwrap_or_default();
    let mut bundle = FluentBundle::new(locale.as_str().parse().ok().into_iter().collect());
    add_functions(&mut bundle, locale.as_str());
    for other in others.iter().rev() {
        bundle.add_resource_overriding(Arc::clone(other));
    }
    bundle.add_resource_overriding(Arc::new(resource));
    let choices = choices(&facts, text, locale);
    let said = |arguments: &BTreeMap<String, Sample>| say(&bundle, name, &facts, arguments);
    let first: Vec<Said> = combinations(&choices)
        .iter()
        .map(|it| Said {
            arguments: chosen(it, &facts),
            categories: categories(it, &facts, locale),
            texts: said(it),
        })
        .filter(|it| !it.texts.is_empty())
        .collect();
    let more = if first.is_empty() { 0 } else { ways(&choices).saturating_sub(first.len()) };
    Variants { first, more: more.min(COUNTED) }
}

/// How many ways there are to give each argument one of its values.
fn ways(choices: &BTreeMap<String, Vec<Sample>>) -> usize {
    choices.values().fold(1, |ways: usize, it| ways.saturating_mul(it.len().max(1)))
}

/// The values that each argument is shown with.
fn choices(facts: &EntryFacts, text: &str, locale: &Locale) -> BTreeMap<String, Vec<Sample>> {
    let mut choices: BTreeMap<String, Vec<Sample>> = BTreeMap::new();
    for variable in &facts.variables {
        let is_given_to = |function: &str| text.contains(&format!("{function}(${variable}"));
        let sample = if is_given_to("NUMBER") {
            Sample::Number(5)
        } else if is_given_to("DATETIME") {
            Sample::Text("2026-03-12".to_owned())
        } else {
            Sample::Text(format!("‹{variable}›"))
        };
        choices.insert(variable.clone(), vec![sample]);
    }
    for select in &facts.selects {
        let Selector::Variable { name, ordinal } = &select.selector else { continue };
        let is_plural = !select.numbers.is_empty()
            || select.names.iter().all(|it| PLURAL_CATEGORIES.contains(&it.as_str()));
        let samples: Vec<Sample> = if is_plural {
            let numbers = select.numbers.iter().filter_map(|it| it.parse().ok());
            let of_categories = plural_samples(locale, *ordinal);
            let lowest = of_categories.iter().filter_map(|(_, of)| {
                of.iter().find(|it| !select.numbers.contains(&it.to_string())).copied()
            });
            let mut all: Vec<usize> = numbers.chain(lowest).collect();
            all.sort_unstable();
            all.dedup();
            all.into_iter().map(Sample::Number).collect()
        } else {
            select.names.iter().cloned().map(Sample::Text).collect()
        };
        // Two selections by one argument: whatever chooses in the first is shown.
        let known = choices.entry(name.clone()).or_default();
        if known.len() < samples.len() {
            *known = samples;
        }
    }
    choices
}

/// Every way to give each argument one of its values; where there are too many, each value of each
/// argument once.
fn combinations<'a>(choices: &'a BTreeMap<String, Vec<Sample>>) -> Vec<BTreeMap<String, Sample>> {
    let first = |(name, of): (&String, &Vec<Sample>)| Some((name.clone(), of.first()?.clone()));
    let base: BTreeMap<String, Sample> = choices.iter().filter_map(first).collect();
    if ways(choices) > MOST {
        let other =
            |(name, of): (&'a String, &'a Vec<Sample>)| of.iter().skip(1).map(move |it| (name, it));
        let with = |(name, sample): (&String, &Sample)| {
            let mut one = base.clone();
            one.insert(name.clone(), sample.clone());
            one
        };
        let others = choices.iter().flat_map(other).map(with);
        return std::iter::once(base.clone()).chain(others).take(MOST).collect();
    }
    let mut all = vec![BTreeMap::new()];
    for (name, of) in choices {
        let with = |one: BTreeMap<String, Sample>| {
            of.iter().map(move |sample| {
                let mut more = one.clone();
                more.insert(name.clone(), sample.clone());
                more
            })
        };
        all = all.into_iter().flat_map(with).collect();
    }
    all
}

/// Whether an argument chooses among variants.
fn chooses(facts: &EntryFacts, argument: &str) -> bool {
    let by = |it: &hexapla_formats::fluent::Select| matches!(&it.selector, Selector::Variable { name, .. } if name == argument);
    facts.selects.iter().any(by)
}

fn chosen(arguments: &BTreeMap<String, Sample>, facts: &EntryFacts) -> String {
    let choosing = arguments.iter().filter(|(name, _)| chooses(facts, name));
    let one = |(name, sample): (&String, &Sample)| match sample {
        Sample::Number(number) => format!("{name} = {number}"),
        Sample::Text(text) => format!("{name} = {text}"),
    };
    choosing.map(one).collect::<Vec<_>>().join(", ")
}

fn categories(arguments: &BTreeMap<String, Sample>, facts: &EntryFacts, locale: &Locale) -> String {
    let mut said = Vec::new();
    for select in &facts.selects {
        let Selector::Variable { name, ordinal } = &select.selector else { continue };
        let Some(Sample::Number(number)) = arguments.get(name) else { continue };
        if select.numbers.contains(&number.to_string()) {
            continue;
        }
        let samples = plural_samples(locale, *ordinal);
        if let Some((category, of)) = samples.iter().find(|(_, of)| of.contains(number)) {
            let numbers: Vec<String> = of.iter().map(ToString::to_string).collect();
            said.push(format!("{category}: {} …", numbers.join(", ")));
        }
    }
    said.dedup();
    said.join("; ")
}

/// The value of a message and its attributes; what cannot be said is said as its name, in braces.
fn say(
    bundle: &FluentBundle<Arc<FluentResource>>,
    name: &str,
    facts: &EntryFacts,
    arguments: &BTreeMap<String, Sample>,
) -> Vec<(String, String)> {
    let value = |sample: &Sample| match sample {
        Sample::Number(number) => FluentValue::from(*number),
        Sample::Text(text) => FluentValue::from(text.clone()),
    };
    let args: FluentArgs<'_> =
        arguments.iter().map(|(name, it)| (name.as_str(), value(it))).collect();
    let Some(message) = bundle.get_message(name) else { return Vec::new() };
    let format = |pattern| {
        let text = bundle.format_pattern(pattern, Some(&args), &mut Vec::new());
        // The marks that keep directions apart are for who shows it.
        shown(&text.replace(['\u{2068}', '\u{2069}'], ""))
    };
    let value = message.value().map(|it| (String::new(), format(it)));
    let attributes = facts
        .attributes
        .iter()
        .filter_map(|it| Some((format!(".{it}"), format(message.get_attribute(it)?.value()))));
    value.into_iter().chain(attributes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, locale: &str) -> Vec<Said> {
        variants(text, &[], &locale.parse().expect("a locale")).first
    }

    #[test]
    fn every_variant_is_said_once() {
        let text =
            "m = { $n ->\n    [0] none\n    [one] { $n } child\n   *[other] { $n } children\n}";
        let all = said(text, "en");
        let texts: Vec<&str> = all.iter().map(|it| it.texts[0].1.as_str()).collect();
        assert_eq!(texts, ["none", "1 child", "2 children"]);
        assert_eq!(all[1].arguments, "n = 1");
        assert_eq!(all[2].categories, "other: 0, 2, 3, 4 …");
        let arabic = said("m = { $n ->\n    [one] واحد\n   *[other] كثير\n}", "ar");
        assert_eq!(arabic.len(), 6);
        assert!(arabic[3].categories.starts_with("few: 3, 4, 5, 6"), "{arabic:?}");
    }

    #[test]
    fn names_choose_and_other_arguments_are_named() {
        let all = said("m = { $what ->\n    [a] A\n   *[b] B\n} by { $who }\n    .title = T", "de");
        assert_eq!(all.len(), 2);
        assert_eq!(
            all[0].texts,
            [(String::new(), "A by ‹who›".to_owned()), (".title".to_owned(), "T".to_owned())]
        );
        assert_eq!(said("-term = Term", "en"), []);
        assert_eq!(said("m = { $x", "en"), []);
    }

    #[test]
    fn what_has_too_many_ways_is_bounded() {
        let select = |it: usize| format!("{{ $v{it} ->\n    [a] a\n    [b] b\n   *[c] c\n}}");
        // With so many as the last there are more ways than a number of 64 bits counts.
        for selects in [9, 80] {
            let text: String = (0..selects).map(select).collect();
            let all = said(&format!("m = {text}"), "en");
            assert!(all.len() <= MOST && all.len() >= 9, "{}", all.len());
            let mut once = all.clone();
            once.dedup_by(|one, other| one.arguments == other.arguments);
            assert_eq!(once, all, "none is shown twice");
        }
        let more = |selects: usize| {
            let text: String = (0..selects).map(select).collect();
            variants(&format!("m = {text}"), &[], &"en".parse().expect("a locale"))
        };
        assert_eq!((more(2).first.len(), more(2).more), (9, 0));
        assert_eq!((more(3).first.len(), more(3).more), (7, 20));
        assert_eq!(more(80).more, COUNTED);
    }
}
