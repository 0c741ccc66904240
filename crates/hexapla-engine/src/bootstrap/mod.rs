//! Facts from what a repository already says: marks in the files, and their history.
//!
//! Which source a translation was made from is concluded (`basis`), then which block of it each
//! block of the target renders (`pairs`). Only what is sure is attested, as `inferred` and with
//! a confidence, and nothing that anybody has already spoken about. `docs/bootstrap.md` says how
//! well that does.

mod basis;
mod follow;
mod history;
mod language;
mod mark;
mod pairs;
mod report;
mod seen;

use std::collections::BTreeMap;
use std::sync::Arc;

use hexapla_formats::extract;
use hexapla_ledger::{Attested, Fact, KeptText, Origin, Placed};
use hexapla_model::{Fingerprint, Handle, Locale, Progress, ResourceId, State};
use rayon::prelude::*;

use crate::decide::Plan;
use crate::snapshot::{Collection, Document, Resource, Snapshot};

pub use basis::{Basis, Evidence};
pub use history::{Blob, Commit, Contents, History, Marked, MarkedSource, Version};
pub use mark::{Mark, marked_sources, marks};
pub use report::{Bootstrapped, Note, Page};

use basis::Changes;

/// What facts of a bootstrap are credited to.
const BY: &str = "bootstrap";

/// How marks are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// A page with a mark was made from what the mark names.
    #[default]
    Believed,
    /// They are not looked at, so that they can measure what history alone tells.
    Ignored,
}

/// Concludes what the targets of a project were made from.
pub fn bootstrap(
    snapshot: &Snapshot,
    history: &History,
    contents: &dyn Contents,
    marks: Marks,
    progress: &Progress,
) -> Bootstrapped {
    let Ok(by) = BY.parse::<Handle>() else { return Bootstrapped::default() };
    let changes = Changes::of(snapshot, history);
    progress.begin("comparing resources", snapshot.resources.len());
    let parts: Vec<Bootstrapped> = snapshot
        .resources
        .par_iter()
        .map(|(id, resource)| {
            let place =
                Place { snapshot, history, contents, changes: &changes, id, resource, by: &by };
            let part = place.bootstrap(marks);
            progress.step();
            part
        })
        .collect();
    Bootstrapped::joined(parts)
}

/// A resource whose targets are looked at.
struct Place<'a> {
    snapshot: &'a Snapshot,
    history: &'a History,
    contents: &'a dyn Contents,
    changes: &'a Changes,
    id: &'a ResourceId,
    resource: &'a Resource,
    by: &'a Handle,
}

impl Place<'_> {
    fn bootstrap(&self, marks: Marks) -> Bootstrapped {
        let Some(source) = &self.resource.source else { return Bootstrapped::default() };
        let mut texts = Texts::new(self, source);
        let mut found = Bootstrapped::default();
        let pivots = &self.resource.collection.pivots;
        // What was made from another translation says nothing of the source.
        let own = self.resource.targets.iter().filter(|(locale, _)| !pivots.contains_key(locale));
        for (locale, target) in own {
            let evidence = self.basis(&mut texts, target, marks);
            found.notes.extend(evidence.notes);
            let Some(basis) = evidence.basis else { continue };
            let page = self.attest(&mut texts, locale, target, basis, &mut found.plan);
            found.notes.extend(page.note.clone().map(|note| (target.path.clone(), note)));
            found.pages.insert((self.id.clone(), locale.clone()), page);
        }
        self.record_seen(&mut texts, &mut found.plan);
        found
    }

    /// Attests what the target surely renders of the source that it was made from.
    fn attest(
        &self,
        texts: &mut Texts<'_>,
        locale: &Locale,
        target: &Document,
        basis: Basis,
        plan: &mut Plan,
    ) -> Page {
        let mut page = Page { basis, attested: 0, units: target.units().len(), note: None };
        let Some(source) = texts.get(basis.blob) else {
            return Page { note: Some(Note::NoContent), ..page };
        };
        if let Some(language) = language::other(target.units(), locale) {
            return Page { note: Some(Note::OtherLanguage(language)), ..page };
        }
        let claims = self.snapshot.ledger.claims(self.id, locale);
        let pairs::Paired { pairs: mut all, placed, confidence } =
            pairs::pairs(source.units(), self.resource.source_units(), target.units());
        all.retain(|pair| claims.sources_of(pair.key.as_ref(), &pair.target).next().is_none());
        all.sort();
        all.dedup();
        page.attested = all.len();
        if all.is_empty() {
            return page;
        }
        let kept: BTreeMap<Fingerprint, &str> =
            source.units().iter().map(|unit| (unit.fingerprint, unit.text.as_str())).collect();
        for fingerprint in all.iter().flat_map(|pair| pair.source.members()) {
            let text =
                kept.get(fingerprint).filter(|_| self.snapshot.ledger.text(*fingerprint).is_none());
            plan.facts.extend(text.map(|text| {
                Fact::Text(KeptText { fingerprint: *fingerprint, text: (*text).to_owned() })
            }));
        }
        plan.facts.extend(placed.map(|pairs| {
            let (locale, by) = (locale.clone(), self.by.clone());
            Fact::Placed(Placed { locale, resource: self.id.clone(), by, at: basis.at, pairs })
        }));
        plan.facts.push(Fact::Attested(Attested {
            locale: locale.clone(),
            resource: self.id.clone(),
            by: self.by.clone(),
            at: basis.at,
            state: State::Translated,
            origin: Origin::Inferred,
            confidence: Some((basis.confidence * confidence * 100.0).round() as u8),
            answers: Vec::new(),
            pairs: all,
        }));
        page
    }
}

/// The contents that files of one resource had, read once.
struct Texts<'a> {
    contents: &'a dyn Contents,
    collection: &'a Collection,
    read: BTreeMap<Blob, Option<Arc<Document>>>,
}

impl<'a> Texts<'a> {
    fn new(place: &Place<'a>, source: &Arc<Document>) -> Self {
        let mut texts = Self {
            contents: place.contents,
            collection: &place.resource.collection,
            read: BTreeMap::new(),
        };
        // Most sources are still what they were.
        let now = [source].into_iter().chain(place.resource.targets.values());
        for document in now {
            let last = place.history.versions(&document.path).last();
            if let Some(blob) = last.and_then(|version| version.blob)
                && place.contents.bytes(blob).as_deref() == Some(&*document.bytes)
            {
                texts.read.insert(blob, Some(Arc::clone(document)));
            }
        }
        texts
    }

    fn get(&mut self, blob: Blob) -> Option<Arc<Document>> {
        let (contents, collection) = (self.contents, self.collection);
        let read = || {
            let bytes: Arc<[u8]> = contents.bytes(blob)?.into();
            let extracted = extract(collection.format, &bytes, &collection.rules);
            Some(Arc::new(Document::new(String::new(), bytes, extracted)))
        };
        self.read.entry(blob).or_insert_with(read).clone()
    }
}
