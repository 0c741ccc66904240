//! From a translation to what it was made from, and from a source to its translations.

use std::ops::Range;
use std::sync::Arc;

use hexapla_engine::Document;
use lsp_types::{Location, Uri};

use crate::lines::{Encoding, Lines};
use crate::uri::uri;
use crate::view::View;

/// Where the other side of the unit is that a byte stands in: of a target its source, of a source every
/// target.
pub(crate) fn definitions(view: &View, offset: usize, encoding: Encoding) -> Vec<Location> {
    let Some(resource) = view.resource() else { return Vec::new() };
    let place = |document: &Arc<Document>, units: &Range<usize>| {
        let units = document.units().get(units.clone())?;
        let span = units.first()?.span.start..units.last()?.span.end;
        let (text, uri): (_, Uri) = (document.text(), uri(&view.root.join(&document.path))?);
        Some(Location { uri, range: Lines::new(&text, encoding).range(&span) })
    };
    match &view.place.locale {
        Some(locale) => {
            let found = view.target_at(offset).zip(resource.given(locale));
            found.and_then(|(it, given)| place(given, it.status.given_at())).into_iter().collect()
        }
        None => {
            let Some(at) = view.unit_at(offset) else { return Vec::new() };
            let targets = resource.targets.iter().flat_map(|(locale, document)| {
                let statuses = view.statuses(locale).iter();
                let here = statuses.filter(|it| it.source.contains(&at) && it.inherited.is_none());
                here.filter_map(|it| place(document, &it.target)).collect::<Vec<_>>()
            });
            targets.collect()
        }
    }
}
