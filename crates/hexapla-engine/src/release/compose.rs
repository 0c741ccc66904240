//! The files of a release.

use std::collections::BTreeMap;
use std::sync::Arc;

use hexapla_formats::{FieldRules, Format, catalogue};
use hexapla_model::{Locale, Progress, ResourceId};
use rayon::prelude::*;

use super::available::Available;
use super::documents::file_of;
use super::forms::{additional, with_forms};
use super::gates::collections;
use super::rules::BundleForm;
use super::share::{framed, shares};
use super::ship::{Choice, Shipped, Shipping};
use super::texts::Text;
use super::told::{Origin, UnitShipped};
use crate::assess::UnitStatus;
use crate::snapshot::{Collection, Document, Resource, Snapshot};

/// A file of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The locale that it is for.
    pub locale: Locale,
    /// The collection that it holds texts of.
    pub collection: String,
    /// Its path within the release, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The units in it, in order.
    pub units: Vec<UnitShipped>,
}

/// Everything that a release holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composition {
    /// The files, sorted by path.
    pub bundles: Vec<Bundle>,
}

/// Composes the files of a release for every locale that `channel` carries, the source locales
/// among them, on all cores.
///
/// Every document and catalogue is the source's frame with the text that ships of each unit, so
/// that nothing obsolete is in it and everything is in the source's order.
pub fn compose<'a>(
    snapshot: &'a Snapshot,
    shipping: &'a Shipping<'a>,
    channel: &'a str,
    progress: &Progress,
) -> Composition {
    let stage = (progress, "composing bundles");
    let mut bundles =
        by_part(snapshot, shipping, channel, stage, |composer, named| composer.bundles(named));
    bundles.sort_by(|a, b| a.path.cmp(&b.path));
    Composition { bundles }
}

/// A resource with its name.
pub(super) type Named<'a> = (&'a ResourceId, &'a Resource);

/// What `compose` makes of each collection in each locale that the channel carries, of the resources
/// that have a source, on all cores.
pub(super) fn by_part<'a, T: Send>(
    snapshot: &'a Snapshot,
    shipping: &'a Shipping<'a>,
    channel: &'a str,
    (progress, what): (&Progress, &'static str),
    compose: impl for<'r> Fn(&Composer<'r>, &[Named<'r>]) -> Vec<T> + Sync,
) -> Vec<T> {
    let mut by_collection: BTreeMap<&str, Vec<Named<'_>>> = BTreeMap::new();
    for (id, resource) in snapshot.resources.iter().filter(|(_, it)| it.source.is_some()) {
        by_collection.entry(id.collection()).or_default().push((id, resource));
    }
    let available = &Available::new(snapshot, shipping, channel);
    let parts = by_collection.values().flat_map(|resources| {
        let collection = resources.first().map(|(_, first)| &first.collection);
        let composers = collection.into_iter().flat_map(|collection| {
            let composer =
                |locale| Composer { snapshot, shipping, channel, available, collection, locale };
            locales(collection, channel).into_iter().map(composer)
        });
        composers.map(|composer| (composer, resources.as_slice()))
    });
    let parts: Vec<(Composer<'_>, &[Named<'_>])> = parts.collect();
    progress.begin(what, parts.len());
    let composed = |(composer, resources): &(Composer<'_>, &[Named<'_>])| {
        let made = compose(composer, resources);
        progress.step();
        made
    };
    parts.par_iter().flat_map_iter(composed).collect()
}

/// Whether two channels carry the same locales of everything, so that one release is for both.
pub fn carry_alike(snapshot: &Snapshot, one: &str, other: &str) -> bool {
    collections(snapshot).into_iter().all(|(it, _)| locales(it, one) == locales(it, other))
}

/// The locales of a collection that a channel carries, its source locale among them.
pub(super) fn locales<'a>(collection: &'a Collection, channel: &str) -> Vec<&'a Locale> {
    let gates = collection.workflow.channels.get(channel);
    let carried = |locale: &&Locale| gates.is_none_or(|gates| gates.carries(locale));
    let mut locales: Vec<&Locale> = collection.locales.iter().filter(carried).collect();
    locales.push(&collection.source_locale);
    locales.sort();
    locales.dedup();
    locales
}

pub(super) struct Composer<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) shipping: &'a Shipping<'a>,
    pub(super) channel: &'a str,
    pub(super) available: &'a Available<'a>,
    pub(super) collection: &'a Arc<Collection>,
    pub(super) locale: &'a Locale,
}

/// A resource with the text that ships of each unit.
pub(super) struct Composed<'a> {
    pub(super) id: &'a ResourceId,
    pub(super) resource: &'a Resource,
    pub(super) text: String,
    pub(super) units: Vec<UnitShipped>,
}

/// A plural form that the source lacks: how it stands, what ships of it, and what is told of that.
type Form<'a> = (&'a UnitStatus, String, UnitShipped);

impl<'a> Composer<'a> {
    fn bundles(&self, resources: &[(&'a ResourceId, &'a Resource)]) -> Vec<Bundle> {
        if self.collection.format == Format::Asset {
            return resources.iter().filter_map(|(id, it)| self.asset(id, it)).collect();
        }
        if self.collection.format == Format::Fluent {
            return self.messages(resources);
        }
        let composed: Vec<Composed<'a>> =
            resources.iter().filter_map(|(id, resource)| self.composed(id, resource)).collect();
        match self.collection.format {
            Format::Toml => vec![self.items(&composed)],
            Format::Json | Format::Yaml => self.catalogues(composed),
            Format::Markdown
            | Format::Vtt
            | Format::Srt
            | Format::Po
            | Format::Properties
            | Format::Android
            | Format::Arb
            | Format::FormatJs
            | Format::Asset
            | Format::Fluent => self.documents(&composed),
        }
    }

    pub(super) fn bundle(&self, file: &str, bytes: Vec<u8>, units: Vec<UnitShipped>) -> Bundle {
        Bundle {
            locale: self.locale.clone(),
            collection: self.collection.name.clone(),
            path: format!("{}/{file}", self.locale),
            bytes,
            units,
        }
    }

    /// The source's frame with the text that ships of each unit.
    pub(super) fn composed(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
    ) -> Option<Composed<'a>> {
        let source = resource.source.as_ref()?;
        let choice = self.shipping.choice(id, resource, self.locale);
        let decide = |index| choice.of_source(index);
        // Texts that fit one by one and not together: then the source ships, and is told.
        let (text, units) = self
            .framed(id, source, decide, self.forms(&choice, id, resource, source))
            .or_else(|| self.framed(id, source, |_| Shipped::Source, Vec::new()))?;
        let text = match *self.locale == self.collection.source_locale {
            true => text,
            false => catalogue::in_locale(self.collection.format, text, self.locale),
        };
        Some(Composed { id, resource, text, units })
    }

    fn framed(
        &self,
        id: &'a ResourceId,
        source: &Document,
        decide: impl Fn(usize) -> Shipped<'a, 'a>,
        forms: Vec<Form<'a>>,
    ) -> Option<(String, Vec<UnitShipped>)> {
        let (mut shares, mut units) = (Vec::new(), Vec::new());
        for index in 0..source.units().len() {
            let (share, told) = self.shipped(id, index, decide(index));
            let is_left_out = matches!(share, Some(None));
            shares.extend(share.map(|share| (index, share)));
            units.extend((!is_left_out).then_some(told));
        }
        let (format, rules) = (self.collection.format, &self.collection.rules);
        let merged = framed(format, &source.bytes, source.units(), &shares, rules).ok()?;
        units.extend(forms.iter().map(|(_, _, told)| told.clone()));
        let forms: Vec<_> = forms.into_iter().map(|(status, text, _)| (status, text)).collect();
        let rules = FieldRules { locale: Some(self.locale.clone()), ..rules.clone() };
        let merged = with_forms(format, &source.bytes, merged, &forms, &rules)?;
        Some((String::from_utf8(merged).ok()?, units))
    }

    /// What takes the place of the source's text (nothing within where that is left out), and what
    /// is told of it.
    fn shipped(
        &self,
        id: &ResourceId,
        index: usize,
        shipped: Shipped<'a, 'a>,
    ) -> (Option<Option<String>>, UnitShipped) {
        let told = self.told(id, index, shipped);
        let Shipped::Target(_, text) = shipped else { return (None, told) };
        let places = &text.status.source;
        let share = shares(places.len(), text.units)
            .and_then(|shares| shares.get(index.checked_sub(places.start)?).cloned());
        (share, told)
    }

    /// What is told of what ships of the source's unit at `index`.
    pub(super) fn told(
        &self,
        id: &ResourceId,
        index: usize,
        shipped: Shipped<'a, 'a>,
    ) -> UnitShipped {
        let given = self.shipping.given(id).get(index);
        let address = given.map_or_else(|| id.to_string().into(), |it| Arc::clone(&it.address));
        match shipped {
            Shipped::Target(from, text) => self.translated(id, address, from, text),
            Shipped::Source | Shipped::Blocked => {
                UnitShipped::source(address, &self.collection.source_locale)
            }
        }
    }

    /// What is told of a translation.
    fn translated(
        &self,
        id: &ResourceId,
        address: Arc<str>,
        from: &Locale,
        text: &Text<'_>,
    ) -> UnitShipped {
        let resource = self.snapshot.resources.get(id);
        let origin = resource.map(|it| Origin::of(self.snapshot, id, it, from, text));
        UnitShipped::target(address, from, text, origin.unwrap_or_default())
    }

    /// The plural forms of the locale that the source lacks, with the text that ships of each: where
    /// none of the form may, the source's for `other`, as of any unit.
    fn forms(
        &self,
        choice: &Choice<'a, 'a>,
        id: &'a ResourceId,
        resource: &'a Resource,
        source: &Document,
    ) -> Vec<Form<'a>> {
        let of = |status: &'a UnitStatus| {
            let address = format!("{id}#{}", status.key.as_ref()?).into();
            let given = source.units().get(status.source.start)?;
            Some(match choice.of_unit(resource, status) {
                Shipped::Target(from, text) => {
                    let told = self.translated(id, address, from, text);
                    (status, text.units.first()?.text.clone(), told)
                }
                Shipped::Source | Shipped::Blocked => {
                    let told = UnitShipped::source(address, &self.collection.source_locale);
                    (status, given.text.clone(), told)
                }
            })
        };
        additional(self.shipping, id, resource, self.locale).filter_map(of).collect()
    }

    /// One JSON object for each catalogue, nested as the source is.
    fn catalogues(&self, composed: Vec<Composed<'_>>) -> Vec<Bundle> {
        let (format, rules) =
            (self.collection.format, self.collection.rules.in_locale(self.locale));
        let bundle = |one: Composed<'_>| {
            let json = catalogue::to_json(format, &one.text, &rules)?;
            let file = format!("{}/{}.json", self.collection.name, one.id.path());
            Some(self.bundle(&file, json.into_bytes(), one.units))
        };
        composed.into_iter().filter_map(bundle).collect()
    }

    /// The asset of this locale, where there is one that may ship; else that of a fallback.
    pub(super) fn asset(&self, id: &'a ResourceId, resource: &'a Resource) -> Option<Bundle> {
        let source = resource.source.as_ref()?;
        source.units().first()?;
        let shipped = self.shipping.choice(id, resource, self.locale).of_source(0);
        let told = self.told(id, 0, shipped);
        let document = match shipped {
            Shipped::Target(from, _) => resource.targets.get(from)?,
            Shipped::Source => source,
            Shipped::Blocked => return None,
        };
        Some(self.bundle(
            &file_of(id, resource, BundleForm::Source),
            document.bytes.to_vec(),
            vec![told],
        ))
    }
}
