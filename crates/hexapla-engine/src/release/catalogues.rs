//! The messages of a collection in the catalogues of other ecosystems.

use std::collections::{BTreeMap, HashMap, HashSet};

use hexapla_formats::bundle::{Bundle, Catalogue, Messages, xcstrings};
use hexapla_formats::fluent::Inexpressible;
use hexapla_model::Locale;

use super::compose::{Composer, Named, locales};
use super::messages::{bundle, entries};
use super::rules::BundleForm;
use crate::snapshot::Collection;

/// The catalogues that a collection is released in.
pub(super) fn catalogues_of(collection: &Collection) -> Vec<Catalogue> {
    let catalogue = |it: &BundleForm| match it {
        BundleForm::Catalogue(catalogue) => Some(*catalogue),
        _ => None,
    };
    collection.bundles.forms.iter().filter_map(catalogue).collect()
}

/// The texts of a bundle that cannot be said in some of the catalogues.
pub(super) fn unsaid_in(
    catalogues: &[Catalogue],
    resources: &[Named<'_>],
    ftl: &str,
    locale: &Locale,
) -> Vec<Inexpressible> {
    if catalogues.is_empty() {
        return Vec::new();
    }
    let (source, messages) = (Source::of(resources), Messages::read(ftl));
    let bundle = source.beside(locale, &messages);
    catalogues.iter().filter_map(|it| bundle.write(*it).err()).flatten().collect()
}

/// What the sources of a collection say, with what they say to translators.
struct Source {
    messages: Messages,
    comments: HashMap<String, String>,
}

impl Source {
    fn of(resources: &[Named<'_>]) -> Self {
        let (mut names, mut ftl, mut comments) = (HashSet::new(), String::new(), HashMap::new());
        for unit in resources.iter().flat_map(|(_, resource)| resource.source_units()) {
            if names.insert(&unit.key) {
                ftl.push_str(&unit.text);
                ftl.push('\n');
                let of = unit.key.as_ref().zip(unit.comment.as_ref());
                comments.extend(of.map(|(key, comment)| (key.to_string(), comment.clone())));
            }
        }
        Self { messages: Messages::read(&ftl), comments }
    }

    fn beside<'s>(&'s self, locale: &'s Locale, messages: &'s Messages) -> Bundle<'s> {
        Bundle { locale, messages, source: &self.messages, comments: &self.comments }
    }
}

/// What the files of a catalogue end in.
fn extension(catalogue: Catalogue) -> &'static str {
    match catalogue {
        Catalogue::Po => "po",
        Catalogue::Mo => "mo",
        Catalogue::Properties => "properties",
        Catalogue::Android => "xml",
        Catalogue::Arb => "arb",
        Catalogue::FormatJs => "formatjs.json",
        Catalogue::Xcstrings => "xcstrings",
    }
}

impl<'a> Composer<'a> {
    /// The catalogues that the collection is released in, each with its extension. What one cannot say
    /// is in none: there the gates are closed.
    pub(super) fn catalogues_of_messages(
        &self,
        resources: &[Named<'a>],
        ftl: &str,
    ) -> BTreeMap<Catalogue, (&'static str, Vec<u8>)> {
        let catalogues = catalogues_of(self.collection);
        if catalogues.is_empty() {
            return BTreeMap::new();
        }
        let (source, messages) = (Source::of(resources), Messages::read(ftl));
        let bundle = source.beside(self.locale, &messages);
        let written = |catalogue: Catalogue| {
            let bytes = match catalogue {
                Catalogue::Xcstrings => self.xcstrings(resources, &source)?,
                other => bundle.write(other).ok()?,
            };
            Some((catalogue, (extension(catalogue), bytes)))
        };
        catalogues.into_iter().filter_map(written).collect()
    }

    /// One file of all locales that the channel carries; it lies with the source.
    fn xcstrings(&self, resources: &[Named<'a>], source: &Source) -> Option<Vec<u8>> {
        let own = &self.collection.source_locale;
        if self.locale != own {
            return None;
        }
        let locales = locales(self.collection, self.channel);
        let read = |locale: &&'a Locale| {
            Messages::read(&bundle(&entries(self.shipping, resources, locale)))
        };
        let messages: Vec<Messages> = locales.iter().map(read).collect();
        let bundles = locales.iter().zip(&messages);
        let bundles: Vec<Bundle<'_>> =
            bundles.map(|(locale, messages)| source.beside(locale, messages)).collect();
        xcstrings(own, &bundles).ok()
    }
}
