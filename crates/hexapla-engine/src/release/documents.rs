//! Markdown and subtitles in a release.

use std::ops::Range;

use hexapla_formats::{Format, catalogue, to_html};
use hexapla_model::{LineIndex, Locale, ResourceId, Unit};
use serde_json::{Map, Value, json};

use super::compose::{Bundle, Composed, Composer};
use super::items::pretty;
use super::rules::BundleForm;
use super::told::UnitShipped;
use crate::snapshot::{Collection, Resource};

impl Composer<'_> {
    /// The documents in the forms that the collection is released in, and of Markdown their list.
    pub(super) fn documents(&self, composed: &[Composed<'_>]) -> Vec<Bundle> {
        let page = |one| Page::of(self.collection, self.locale, one);
        let pages: Vec<Page<'_>> = composed.iter().map(page).collect();
        let index = (self.collection.format == Format::Markdown).then(|| self.index(&pages));
        let document = |page: &Page<'_>| {
            let forms = self.collection.bundles.forms.iter();
            let bundle = |form: &BundleForm| {
                let (bytes, units) = match form {
                    BundleForm::Html => (page.to_html().into_bytes(), Vec::new()),
                    BundleForm::Catalogue(_) => (catalogue::compiled(&page.of.text), Vec::new()),
                    _ => (page.of.text.clone().into_bytes(), page.told.clone()),
                };
                self.bundle(&page.file(*form), bytes, units)
            };
            forms.map(bundle).collect::<Vec<_>>()
        };
        pages.iter().flat_map(document).chain(index).collect()
    }

    /// The documents of the collection as one JSON array: of each its path in the collection, its
    /// fields, its files and the locales that it is available in.
    fn index(&self, pages: &[Page<'_>]) -> Bundle {
        let document = |page: &Page<'_>| {
            let mut item = Map::from_iter([("id".to_owned(), json!(page.of.id.path()))]);
            let fields = page.units.iter().filter_map(|it| Some((it.key.as_ref()?, &it.text)));
            let fields = fields.map(|(key, text)| (key.to_string(), json!(text)));
            item.extend(fields.filter(|(key, _)| key != "id"));
            let forms = self.collection.bundles.forms.iter().map(|form| {
                (form.to_string(), json!(format!("{}/{}", self.locale, page.file(*form))))
            });
            item.insert("files".to_owned(), Value::Object(forms.collect()));
            item.insert("available_in".to_owned(), json!(self.available.of(page.of.id)));
            Value::Object(item)
        };
        let items = pages.iter().map(document).collect();
        let file = format!("{}.json", self.collection.name);
        self.bundle(&file, pretty(&Value::Array(items)), Vec::new())
    }
}

/// A document as it ships.
struct Page<'a> {
    of: &'a Composed<'a>,
    locale: &'a Locale,
    /// Its units.
    units: Vec<Unit>,
    /// What is told of each of them, with the lines that it takes.
    told: Vec<UnitShipped>,
}

impl<'a> Page<'a> {
    fn of(collection: &Collection, locale: &'a Locale, of: &'a Composed<'a>) -> Self {
        let (text, format) = (of.text.as_str(), collection.format);
        let units = hexapla_formats::extract(format, text.as_bytes(), &collection.rules).units;
        let index = LineIndex::new(text);
        let line = |at: usize| index.position(at).line;
        let placed = |(told, unit): (&UnitShipped, &Unit)| {
            let last = unit.span.end.saturating_sub(1).max(unit.span.start);
            UnitShipped { lines: Some((line(unit.span.start), line(last))), ..told.clone() }
        };
        let told = of.units.iter().zip(&units).map(placed).collect();
        Self { of, locale, units, told }
    }

    fn file(&self, form: BundleForm) -> String {
        file_of(self.of.id, self.of.resource, form)
    }

    /// As HTML: in the language of the locale, or in another where nothing is in that of the locale.
    fn to_html(&self) -> String {
        let mut languages = self.told.iter().map(|told| &told.language);
        let first = languages.next().unwrap_or(self.locale);
        let locale = if languages.all(|it| it == first) { first } else { self.locale };
        let parts = self.units.iter().zip(&self.told);
        let parts: Vec<(Range<usize>, Locale)> =
            parts.map(|(unit, told)| (unit.span.clone(), told.language.clone())).collect();
        to_html(&self.of.text, locale, &parts)
    }
}

/// Where a document or a whole file stands below its locale: with the extension of its source, or
/// that of its form.
pub(super) fn file_of(id: &ResourceId, resource: &Resource, form: BundleForm) -> String {
    let source = resource.source.as_ref().map_or("", |source| source.path.as_str());
    let extension = match form {
        BundleForm::Html => "html",
        BundleForm::Catalogue(_) => "mo",
        _ => source.rsplit_once('.').map_or("", |(_, extension)| extension),
    };
    format!("{}/{}.{extension}", resource.collection.name, id.path())
}
