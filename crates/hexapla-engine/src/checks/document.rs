//! Checks of a file as a whole.

use std::collections::BTreeSet;

use hexapla_formats::Format;
use hexapla_model::{Diagnostic, Locale, UnitKey};

use crate::snapshot::{Document, Resource};

/// Front matter fields that the other side does not have.
pub(super) fn problems(
    document: &Document,
    resource: &Resource,
    locale: Option<&Locale>,
) -> Vec<Diagnostic> {
    if locale.is_none() || resource.collection.format != Format::Markdown {
        return Vec::new();
    }
    let keys = |units: &[hexapla_model::Unit]| -> BTreeSet<UnitKey> {
        units.iter().filter_map(|unit| unit.key.clone()).collect()
    };
    let (source, target) = (keys(resource.source_units()), keys(document.units()));
    if resource.source.is_none() || document.units().is_empty() {
        return Vec::new();
    }
    let missing = source.difference(&target).map(|key| {
        Diagnostic::warning(
            "front-matter-missing",
            0..0,
            format!("no field `{key}`, which the source has"),
        )
        .with_hint("`hexapla fill` adds it")
    });
    let extra = document
        .units()
        .iter()
        .filter(|unit| unit.key.as_ref().is_some_and(|key| !source.contains(key)));
    let extra = extra.map(|unit| {
        let key = unit.key.as_ref().map(ToString::to_string).unwrap_or_default();
        let message = format!("a field `{key}`, which the source does not have");
        Diagnostic::warning("front-matter-extra", unit.span.clone(), message)
    });
    missing.chain(extra).collect()
}
