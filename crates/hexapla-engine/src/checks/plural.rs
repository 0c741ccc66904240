//! Plural categories by CLDR.

use hexapla_formats::fluent::{EntryFacts, Select, Selector};
use hexapla_formats::{FieldRules, PLURAL_CATEGORIES};
use hexapla_model::{Diagnostic, Locale, Phrase, Severity, Unit, phrase};

use crate::plural_categories::{has_rules, is_of_fractions, is_rare, plural_categories};

/// Categories that a locale has and a selection lacks, and the other way round.
pub(super) fn categories(unit: &Unit, facts: &EntryFacts, locale: &Locale) -> Vec<Diagnostic> {
    let hint = |lacking: &[&str]| match lacking {
        [one] => phrase!("add a variant `[{category}]`", category = *one),
        several => {
            phrase!("add variants `[{categories}]`", categories = several.join("]`, `["))
        }
    };
    facts.selects.iter().flat_map(|select| of_select(unit, select, locale, "$", &hint)).collect()
}

/// The same of the plurals in a catalogue's text.
pub(super) fn of_catalogue(unit: &Unit, rules: &FieldRules, locale: &Locale) -> Vec<Diagnostic> {
    let selects = hexapla_formats::catalogue::selects(&unit.text, rules);
    let hint = |lacking: &[&str]| match lacking {
        [one] => phrase!("add a branch `{category} {{…}}`", category = *one),
        several => {
            let categories = several.join(" {…}`, `");
            phrase!("add branches `{categories} {{…}}`", categories)
        }
    };
    selects.iter().flat_map(|select| of_select(unit, select, locale, "", &hint)).collect()
}

fn of_select(
    unit: &Unit,
    select: &Select,
    locale: &Locale,
    sigil: &str,
    hint: &dyn Fn(&[&str]) -> Phrase,
) -> Vec<Diagnostic> {
    let Selector::Variable { name, ordinal } = &select.selector else { return Vec::new() };
    let plural = select.names.iter().all(|name| PLURAL_CATEGORIES.contains(&name.as_str()))
        && (select.names.len() > 1 || !select.numbers.is_empty())
        && (select.names.contains("other") || matches!(select.default.as_str(), "few" | "many"));
    let known = plural_categories(locale, *ordinal).filter(|_| plural && has_rules(locale));
    let Some(needed) = known else { return Vec::new() };
    let variable = || format!("{sigil}{name}");
    // What has no variant of its own shows the default one.
    let is_default = |it: &str| it == select.default && !select.names.contains("other");
    let is_lacking =
        |it: &&str| *it != "other" && needed.contains(it) && !select.names.contains(*it);
    // Where all variants say the same, none that is added would say anything else.
    let said = |name: &String| select.said_by(name) == select.said_by(&select.default);
    let is_told_apart = !select.names.iter().all(said) || !select.numbers.is_empty();
    let is_lacking = |it: &&str| is_told_apart && is_lacking(it);
    let lacking: Vec<&str> = PLURAL_CATEGORIES.into_iter().filter(is_lacking).collect();
    let unused = select.names.iter().filter(|it| !needed.contains(it.as_str()) && !is_default(it));
    let mut problems: Vec<Diagnostic> = unused
        .map(|category| {
            let (locale, variable) = (locale.as_str(), variable());
            let message = match ordinal {
                true => phrase!(
                    "`{locale}` has no ordinal category `{category}` (of `{variable}`)",
                    locale,
                    category,
                    variable,
                ),
                false => phrase!(
                    "`{locale}` has no plural category `{category}` (of `{variable}`)",
                    locale,
                    category,
                    variable,
                ),
            };
            Diagnostic::warning("plural-unused", unit.span.clone(), message)
                .with_hint(phrase!("this variant is never chosen: remove it"))
        })
        .collect();
    if !lacking.is_empty() {
        let message = needed_in(locale, *ordinal, &lacking, variable());
        let seldom = is_rare(locale, "many") || is_of_fractions(locale, "many");
        let rare = lacking == ["many"] && seldom;
        let severity = if rare { Severity::Note } else { Severity::Warning };
        let problem = Diagnostic::warning("plural-missing", unit.span.clone(), message)
            .with_hint(hint(&lacking));
        problems.push(Diagnostic { severity, ..problem });
    }
    problems
}

/// That a locale needs categories.
fn needed_in(locale: &Locale, ordinal: bool, lacking: &[&str], variable: String) -> Phrase {
    let (locale, categories) = (locale.as_str(), lacking.join("`, `"));
    match (ordinal, lacking.len()) {
        (true, 1) => phrase!(
            "`{locale}` needs the ordinal category `{categories}` (of `{variable}`)",
            locale,
            categories,
            variable,
        ),
        (true, _) => phrase!(
            "`{locale}` needs the ordinal categories `{categories}` (of `{variable}`)",
            locale,
            categories,
            variable,
        ),
        (false, 1) => phrase!(
            "`{locale}` needs the plural category `{categories}` (of `{variable}`)",
            locale,
            categories,
            variable,
        ),
        (false, _) => phrase!(
            "`{locale}` needs the plural categories `{categories}` (of `{variable}`)",
            locale,
            categories,
            variable,
        ),
    }
}
