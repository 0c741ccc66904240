//! The messages and terms of a collection in a release.

use std::collections::{BTreeSet, HashSet};

use hexapla_formats::fluent::{I18nextText, Inexpressible, Keys, VALUE, to_i18next};
use hexapla_model::{Locale, ResourceId, Unit};
use serde_json::{Map, Value};

use super::catalogues::{catalogues_of, unsaid_in};
use super::compose::{Bundle, Composer};
use super::items::pretty;
use super::rules::BundleForm;
use super::ship::{Shipped, Shipping};
use super::told::UnitShipped;
use crate::plural_categories::plural_categories;
use crate::snapshot::{Collection, Resource};

/// A message or term that ships: the resource it is of, and its place among the units of the source.
pub(super) struct Entry<'s, 'a> {
    id: &'a ResourceId,
    index: usize,
    shipped: Shipped<'s, 'a>,
    unit: &'s Unit,
}

/// What ships of the messages and terms of a collection, in the order of the sources. Of two of one
/// name it is the first, as a bundle takes it.
pub(super) fn entries<'s, 'a: 's>(
    shipping: &'s Shipping<'a>,
    resources: &[(&'a ResourceId, &'a Resource)],
    locale: &'a Locale,
) -> Vec<Entry<'s, 'a>> {
    let (mut names, mut entries) = (HashSet::new(), Vec::new());
    for &(id, resource) in resources {
        let choice = shipping.choice(id, resource, locale);
        for (index, source) in resource.source_units().iter().enumerate() {
            let shipped = choice.of_source(index);
            let unit = match shipped {
                Shipped::Target(_, text) => text.units.first().unwrap_or(source),
                Shipped::Source | Shipped::Blocked => source,
            };
            if names.insert(&unit.key) {
                entries.push(Entry { id, index, shipped, unit });
            }
        }
    }
    entries
}

/// A Fluent file of the entries, and the line behind each of them.
pub(super) fn bundle(entries: &[Entry<'_, '_>]) -> String {
    let length = entries.iter().map(|it| it.unit.text.len() + 1).sum();
    let mut bundle = String::with_capacity(length);
    for entry in entries {
        bundle.push_str(&entry.unit.text);
        bundle.push('\n');
    }
    bundle
}

impl<'a> Composer<'a> {
    /// The messages of the collection in each of its forms.
    pub(super) fn messages(&self, resources: &[(&'a ResourceId, &'a Resource)]) -> Vec<Bundle> {
        let entries = entries(self.shipping, resources, self.locale);
        let ftl = bundle(&entries);
        let name = &self.collection.name;
        let catalogues = self.catalogues_of_messages(resources, &ftl);
        let form = |form: &BundleForm| {
            if let BundleForm::Catalogue(catalogue) = form {
                let (extension, bytes) = catalogues.get(catalogue)?;
                return Some(self.bundle(
                    &format!("{name}.{extension}"),
                    bytes.clone(),
                    Vec::new(),
                ));
            }
            let Some((keys, extension)) = json_form(*form) else {
                let file = format!("{name}.ftl");
                return Some(self.bundle(&file, ftl.clone().into_bytes(), self.placed(&entries)));
            };
            // Where it cannot be said the gates are closed.
            let texts = i18next(&ftl, keys, self.locale).ok()?;
            let file = format!("{name}.{extension}");
            Some(self.bundle(&file, pretty(&object(&texts, keys)), Vec::new()))
        };
        self.collection.bundles.forms.iter().filter_map(form).collect()
    }

    /// What is told of each entry, with its lines in the Fluent file.
    fn placed(&self, entries: &[Entry<'_, 'a>]) -> Vec<UnitShipped> {
        let mut line = 1;
        let told = |entry: &Entry<'_, 'a>| {
            let last = line + entry.unit.text.matches('\n').count();
            let lines = Some((line, last));
            line = last + 1;
            UnitShipped { lines, ..self.told(entry.id, entry.index, entry.shipped) }
        };
        entries.iter().map(told).collect()
    }
}

/// The keys and extension of a form of JSON.
fn json_form(form: BundleForm) -> Option<(Keys, &'static str)> {
    match form {
        BundleForm::Json => Some((Keys::Flat, "json")),
        BundleForm::NestedJson => Some((Keys::Nested, "nested.json")),
        BundleForm::Source | BundleForm::Html | BundleForm::Catalogue(_) => None,
    }
}

fn i18next(ftl: &str, keys: Keys, locale: &Locale) -> Result<Vec<I18nextText>, Vec<Inexpressible>> {
    let categories =
        |ordinal| plural_categories(locale, ordinal).unwrap_or_else(|| BTreeSet::from(["other"]));
    to_i18next(ftl, keys, &categories)
}

/// The texts as one object.
fn object(texts: &[I18nextText], keys: Keys) -> Value {
    let nests: BTreeSet<&str> = match keys {
        Keys::Flat => BTreeSet::new(),
        Keys::Nested => {
            texts.iter().filter(|it| it.attribute.is_some()).map(|it| it.entry.as_str()).collect()
        }
    };
    let mut object = Map::new();
    for I18nextText { entry, attribute, suffix, text } in texts {
        let text = Value::String(text.clone());
        if !nests.contains(entry.as_str()) {
            let attribute = attribute.as_ref().map(|it| format!(".{it}")).unwrap_or_default();
            object.insert(format!("{entry}{attribute}{suffix}"), text);
            continue;
        }
        let within = object.entry(entry.clone()).or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(within) = within {
            within.insert(format!("{}{suffix}", attribute.as_deref().unwrap_or(VALUE)), text);
        }
    }
    Value::Object(object)
}

/// The texts that would ship in `locale` and cannot be said in a form of the collection's bundles, by
/// address, and why.
pub(super) fn unsaid<'a>(
    shipping: &Shipping<'a>,
    collection: &Collection,
    resources: &[(&'a ResourceId, &'a Resource)],
    locale: &'a Locale,
) -> Vec<(String, String)> {
    let forms: Vec<Keys> =
        collection.bundles.forms.iter().filter_map(|it| json_form(*it)).map(|(it, _)| it).collect();
    let catalogues = catalogues_of(collection);
    if forms.is_empty() && catalogues.is_empty() {
        return Vec::new();
    }
    let entries = entries(shipping, resources, locale);
    let ftl = bundle(&entries);
    let address = |name: &str| {
        let named =
            |it: &&Entry<'_, '_>| it.unit.key.as_ref().is_some_and(|it| it.as_str() == name);
        entries.iter().find(named).map_or_else(|| name.to_owned(), |it| format!("{}#{name}", it.id))
    };
    let wrong = forms.into_iter().filter_map(|keys| i18next(&ftl, keys, locale).err()).flatten();
    let wrong = wrong.chain(unsaid_in(&catalogues, resources, &ftl, locale));
    let wrong = wrong.map(|it| (address(&it.entry), it.why));
    wrong.collect::<BTreeSet<_>>().into_iter().collect()
}
