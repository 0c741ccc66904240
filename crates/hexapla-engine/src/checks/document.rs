//! Checks of a file as a whole.

use std::collections::BTreeSet;
use std::ops::Range;

use hexapla_formats::{Format, front_matter_fields};
use hexapla_model::{Diagnostic, Locale, Severity, Unit, phrase};

use crate::snapshot::{Document, Resource};

/// Front matter fields that only one side has.
///
/// A field that is not translated may have a reason to be in one locale only, such as an alias:
/// that is worth a note.
pub(super) fn problems(
    document: &Document,
    resource: &Resource,
    locale: Option<&Locale>,
) -> Vec<Diagnostic> {
    let source = match (&resource.source, locale) {
        (Some(source), Some(_)) if resource.collection.format == Format::Markdown => source,
        _ => return Vec::new(),
    };
    if document.units().is_empty() {
        return Vec::new();
    }
    let (given, found) = (fields(source), fields(document));
    let names = |fields: &[Field]| -> BTreeSet<String> {
        fields.iter().map(|it| it.name.clone()).collect()
    };
    let (given_names, found_names) = (names(&given), names(&found));
    let missing = given.iter().filter(|it| !found_names.contains(&it.name)).map(missing);
    let extra = found.iter().filter(|it| !given_names.contains(&it.name)).map(extra);
    missing.chain(extra).collect()
}

/// A field of front matter.
struct Field {
    name: String,
    span: Range<usize>,
    /// Whether it, or something in it, is a unit.
    is_translated: bool,
}

/// The outermost fields, and those within that are units.
fn fields(document: &Document) -> Vec<Field> {
    let keyed = |unit: &Unit| Some((unit.key.as_ref()?.to_string(), unit.span.clone()));
    let units: Vec<(String, Range<usize>)> = document.units().iter().filter_map(keyed).collect();
    let within =
        |span: &Range<usize>, unit: &Range<usize>| span.start <= unit.start && unit.end <= span.end;
    let outer = front_matter_fields(&document.text());
    let outer = outer.into_iter().filter(|(_, span)| !units.iter().any(|it| within(span, &it.1)));
    let other = |(name, span)| Field { name, span, is_translated: false };
    let translated = |(name, span): &(String, _)| Field {
        name: name.clone(),
        span: Range::clone(span),
        is_translated: true,
    };
    outer.map(other).chain(units.iter().map(translated)).collect()
}

fn missing(field: &Field) -> Diagnostic {
    let message = phrase!("no field `{name}`, which the source has", name = &field.name);
    let hint = match field.is_translated {
        true => phrase!("`hexapla fill` adds it"),
        false => phrase!("copy it from the source"),
    };
    Diagnostic::warning("front-matter-missing", 0..0, message).with_hint(hint)
}

fn extra(field: &Field) -> Diagnostic {
    let message = phrase!("a field `{name}`, which the source does not have", name = &field.name);
    let problem = Diagnostic::warning("front-matter-extra", field.span.clone(), message)
        .with_hint(phrase!("see whether it is spelled as in the source"));
    let severity = if field.is_translated { Severity::Warning } else { Severity::Note };
    Diagnostic { severity, ..problem }
}
