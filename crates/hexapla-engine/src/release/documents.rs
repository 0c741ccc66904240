//! Markdown and subtitles in a release.

use std::ops::Range;

use hexapla_formats::{Format, to_html};
use hexapla_model::{LineIndex, Locale, ResourceId, Unit};
use serde_json::{Map, Value, json};

use super::available::available_in;
use super::compose::{Bundle, Composed, Composer};
use super::items::pretty;
use super::rules::BundleForm;
use super::told::UnitShipped;
use crate::snapshot::{Collection, Resource};

impl Composer<'_> {
    /// The documents in the forms that the collection is released in, and of Markdown their list.
    pub(super) fn documents(&self, composed: &[Composed<'_>]) -> Vec<Bundle> {
        let index = (self.collection.format == Format::Markdown).then(|| self.index(composed));
        let document = |one: &Composed<'_>| {
            let page = Page::of(self.collection, self.locale, one);
            let forms = self.collection.bundles.forms.iter();
            let bundle = |form: &BundleForm| {
                let (bytes, units) = match form {
                    BundleForm::Html => (page.to_html(), Vec::new()),
                    _ => (one.text.clone(), page.units.clone()),
                };
                self.bundle(&file_of(one.id, one.resource, *form), bytes.into_bytes(), units)
            };
            forms.map(bundle).collect::<Vec<_>>()
        };
        composed.iter().flat_map(document).chain(index).collect()
    }

    /// The documents of the collection as one JSON array: of each its path in the collection, its
    /// fields, its files and the locales that it is available in.
    fn index(&self, composed: &[Composed<'_>]) -> Bundle {
        let document = |one: &Composed<'_>| {
            let mut item = Map::from_iter([("id".to_owned(), json!(one.id.path()))]);
            let (format, rules) = (self.collection.format, &self.collection.rules);
            let units = hexapla_formats::extract(format, one.text.as_bytes(), rules).units;
            let fields =
                units.into_iter().filter_map(|unit| Some((unit.key?.to_string(), unit.text)));
            item.extend(
                fields.filter(|(key, _)| key != "id").map(|(key, text)| (key, json!(text))),
            );
            let forms = self.collection.bundles.forms.iter().map(|form| {
                let file = format!("{}/{}", self.locale, file_of(one.id, one.resource, *form));
                (form.to_string(), json!(file))
            });
            item.insert("files".to_owned(), Value::Object(forms.collect()));
            let locales = available_in(self.snapshot, self.shipping, self.channel, one.id);
            item.insert("available_in".to_owned(), json!(locales));
            Value::Object(item)
        };
        let items = composed.iter().map(document).collect();
        self.bundle(
            &format!("{}.json", self.collection.name),
            pretty(&Value::Array(items)),
            Vec::new(),
        )
    }
}

/// A document as it ships.
struct Page<'a> {
    text: &'a str,
    locale: &'a Locale,
    /// Its units, with the lines that they take.
    units: Vec<UnitShipped>,
    /// The language of each of them, by place.
    languages: Vec<(Range<usize>, Locale)>,
}

impl<'a> Page<'a> {
    fn of(collection: &Collection, locale: &'a Locale, one: &'a Composed<'_>) -> Self {
        let (text, format) = (one.text.as_str(), collection.format);
        let extracted = hexapla_formats::extract(format, text.as_bytes(), &collection.rules);
        let index = LineIndex::new(text);
        let line = |at: usize| index.position(at).line;
        let placed = |(told, unit): (&UnitShipped, &Unit)| {
            let last = unit.span.end.saturating_sub(1).max(unit.span.start);
            UnitShipped { lines: Some((line(unit.span.start), line(last))), ..told.clone() }
        };
        let units: Vec<_> = one.units.iter().zip(&extracted.units).map(placed).collect();
        let spans = extracted.units.into_iter().map(|unit| unit.span);
        let languages = spans.zip(units.iter().map(|it| it.language.clone())).collect();
        Self { text, locale, units, languages }
    }

    /// As HTML: in the language of the locale, or in another where nothing is in that of the locale.
    fn to_html(&self) -> String {
        let mut languages = self.units.iter().map(|unit| &unit.language);
        let first = languages.next().unwrap_or(self.locale);
        let locale = if languages.all(|it| it == first) { first } else { self.locale };
        to_html(self.text, locale, &self.languages)
    }
}

/// Where a document or a whole file stands below its locale: with the extension of its source, or
/// that of its form.
pub(super) fn file_of(id: &ResourceId, resource: &Resource, form: BundleForm) -> String {
    let source = resource.source.as_ref().map_or("", |source| source.path.as_str());
    let extension = match form {
        BundleForm::Html => "html",
        _ => source.rsplit_once('.').map_or("", |(_, extension)| extension),
    };
    format!("{}/{}.{extension}", resource.collection.name, id.path())
}
