//! Checks of placeholders and tags in catalogues.

use std::collections::BTreeMap;

use hexapla_formats::PluralForm;
use hexapla_model::{CodeKind, Diagnostic, Unit, phrase};

use crate::plural_forms::COUNT;

/// Placeholders that only one side has, and tags.
///
/// How often and in which order one stands is the translator's affair: other languages have other
/// plural branches. Of a text in several plural forms, `forms` are all that the source has: what one
/// of them is given all are, since `one` of another language may be said of 21. A form for a single
/// number says it without a figure.
pub(super) fn pair(
    source: &Unit,
    forms: Option<&[&Unit]>,
    target: &Unit,
    stale: bool,
) -> Vec<Diagnostic> {
    let span = || target.span.clone();
    let (mut given, asked) = (placeables(source), placeables(target));
    let all = forms.into_iter().flatten().flat_map(|form| placeables(form)).collect();
    let extra = only(&asked, if forms.is_some() { &all } else { &given }).map(|written| {
        let message = phrase!("the source has no `{written}`", written);
        Diagnostic::error("placeable-extra", span(), message)
            .with_hint(phrase!("nobody gives it a value: use one of the source's placeholders"))
    });
    let mut problems: Vec<Diagnostic> = extra.collect();
    if stale {
        return problems;
    }
    let form = target.key.as_ref().filter(|_| forms.is_some()).and_then(PluralForm::of);
    if form.is_some_and(|form| matches!(form.category, "zero" | "one" | "two")) {
        given.remove(&(false, COUNT));
    }
    // Where nothing has a name, it is by the first placeholder that a form is chosen.
    if form.is_some_and(|it| it.is_in_brackets() && matches!(it.category, "zero" | "one" | "two")) {
        given.remove(&(false, "1"));
    }
    problems.extend(only(&given, &asked).map(|written| {
        let message = phrase!("the source's `{written}` is not used", written);
        Diagnostic::warning("placeable-missing", span(), message)
            .with_hint(phrase!("use it, unless the sentence says the same without it"))
    }));
    let (given, asked) = (tags(source), tags(target));
    problems.extend(only(&given, &asked).map(|tag| {
        let message = phrase!("the source's tag `{value}` is not there", value = tag);
        Diagnostic::warning("html-differs", span(), message)
    }));
    problems.extend(only(&asked, &given).map(|tag| {
        let message = phrase!("a tag `{value}`, which the source does not have", value = tag);
        Diagnostic::warning("html-differs", span(), message)
    }));
    problems
}

/// What a unit asks for, and how it first writes that.
type Asked<'u> = BTreeMap<(bool, &'u str), &'u str>;

/// What only the first of two asks for.
fn only<'a>(one: &'a Asked<'_>, other: &'a Asked<'_>) -> impl Iterator<Item = &'a str> {
    one.iter().filter(|(asked, _)| !other.contains_key(*asked)).map(|(_, written)| *written)
}

fn placeables(unit: &Unit) -> Asked<'_> {
    asked(unit, &[CodeKind::Variable, CodeKind::Reference])
}

fn tags(unit: &Unit) -> Asked<'_> {
    asked(unit, &[CodeKind::Html])
}

fn asked<'u>(unit: &'u Unit, kinds: &[CodeKind]) -> Asked<'u> {
    let mut asked = BTreeMap::new();
    for code in unit.codes.iter().filter(|code| kinds.contains(&code.kind)) {
        let written = unit.text.get(code.span.clone()).unwrap_or_default();
        let reference = code.kind == CodeKind::Reference;
        asked.entry((reference, code.value.as_str())).or_insert(written);
    }
    asked
}
