//! Checks of the name that a catalogue has for its locale.

use hexapla_formats::catalogue;
use hexapla_model::{Diagnostic, Locale, phrase};

use crate::snapshot::{Document, Resource};

/// A root that is named for another locale: a program would load the texts as that one's.
pub(super) fn problem(
    document: &Document,
    resource: &Resource,
    locale: Option<&Locale>,
) -> Option<Diagnostic> {
    let collection = &resource.collection;
    let locale = locale.unwrap_or(&collection.source_locale);
    let (name, span) = catalogue::root(collection.format, &document.text(), &collection.rules)?;
    let same = name.replace('_', "-").parse::<Locale>().is_ok_and(|named| named == *locale);
    (!same).then(|| {
        let message = phrase!(
            "the texts stand below `{name}`, expected `{locale}`",
            name = name.as_str(),
            locale = locale.as_str(),
        );
        Diagnostic::error("root-locale", span, message)
            .with_hint(phrase!("programs take them for those of `{name}`: rename it", name))
    })
}
