//! Plural forms that a locale has and the source has not.

use hexapla_formats::{FieldRules, Format, Insertion, PluralForm, insert};
use hexapla_model::{Locale, ResourceId};

use super::ship::Shipping;
use crate::assess::UnitStatus;
use crate::snapshot::Resource;

/// Whether a unit of a target is a plural form whose source stands under another key.
pub(super) fn is_additional(resource: &Resource, status: &UnitStatus) -> bool {
    let source = resource.source_units().get(status.source.start);
    status.key.is_some() && source.is_some_and(|it| it.key != status.key)
}

/// The plural forms of `locale` that the source lacks, in order.
pub(super) fn additional<'a>(
    shipping: &Shipping<'a>,
    id: &'a ResourceId,
    resource: &'a Resource,
    locale: &'a Locale,
) -> impl Iterator<Item = &'a UnitStatus> {
    let statuses = shipping.status().resources.get(id).and_then(|it| it.get(locale));
    statuses.into_iter().flatten().filter(|it| is_additional(resource, it))
}

/// The source's file, in which texts may have been replaced, with more forms.
pub(super) fn with_forms(
    format: Format,
    source: &[u8],
    framed: Vec<u8>,
    forms: &[(&UnitStatus, String)],
    rules: &FieldRules,
) -> Option<Vec<u8>> {
    if forms.is_empty() {
        return Some(framed);
    }
    let insertion = |(status, text): &(&UnitStatus, String)| {
        let form = PluralForm::of(status.key.as_ref()?)?.category;
        Some(Insertion { source_index: status.source.start, text: text.clone(), form: Some(form) })
    };
    let forms: Vec<Insertion> = forms.iter().filter_map(insertion).collect();
    insert(format, source, &framed, &[], &forms, rules).ok()
}
