//! The project that a file is in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use hexapla_formats::Format;
use hexapla_model::{Locale, ResourceId, Timestamp};
use hexapla_workspace::{Error, Loaded, Part, Session, now};

/// What a file is in its project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Its resource.
    pub(crate) id: ResourceId,
    /// The locale that it is the target in; none of a source.
    pub(crate) locale: Option<Locale>,
}

/// An opened project, and what was read of it since it was last seen to change.
pub(crate) struct Project {
    pub(crate) session: Session,
    as_of: Option<Timestamp>,
    read: BTreeMap<Place, Arc<Loaded>>,
}

impl Project {
    /// The project that a file is in.
    ///
    /// # Errors
    /// Where it is in none, or the config of that is broken.
    pub(crate) fn of(file: &Path, as_of: Option<Timestamp>) -> Result<Self, Error> {
        let session = Session::open(file.parent().unwrap_or(file))?;
        Ok(Self { session, as_of, read: BTreeMap::new() })
    }

    /// What a file is: a target before a source, as the same file may be both of two resources.
    pub(crate) fn place(&self, path: &str) -> Option<Place> {
        let target = self.session.target_of(path);
        let target = target.map(|(id, locale)| Place { id, locale: Some(locale) });
        target.or_else(|| Some(Place { id: self.session.source_of(path)?, locale: None }))
    }

    /// What a place needs for every answer about it, as the disk has it: the resource in its locale, or in
    /// all; of Fluent all of the collection, since messages refer to each other.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub(crate) fn load(&mut self, place: &Place) -> Result<Arc<Loaded>, Error> {
        if let Some(known) = self.read.get(place) {
            return Ok(Arc::clone(known));
        }
        let is_fluent = self.format(place.id.collection()) == Some(Format::Fluent);
        let part = Part {
            resources: (!is_fluent).then(|| BTreeSet::from([place.id.clone()])),
            locales: place.locale.clone().map(|it| BTreeSet::from([it])),
        };
        let mut loaded = self.session.load_part(self.now(), &part)?;
        // Of the others only the sources are asked.
        for (id, resource) in &mut loaded.snapshot.resources {
            if *id != place.id {
                resource.targets.clear();
            }
        }
        loaded.snapshot.resources.retain(|id, _| id.collection() == place.id.collection());
        let loaded = Arc::new(loaded);
        self.read.insert(place.clone(), Arc::clone(&loaded));
        Ok(loaded)
    }

    fn format(&self, collection: &str) -> Option<Format> {
        self.session.config().collections.get(collection).map(|it| it.format)
    }

    /// Believes nothing that was read before.
    ///
    /// # Errors
    /// Where the config is broken by now: the last good one goes on.
    pub(crate) fn forget(&mut self) -> Result<(), Error> {
        self.read.clear();
        self.session = Session::open(self.session.root())?;
        Ok(())
    }

    /// The moment that ages are counted to.
    pub(crate) fn now(&self) -> Timestamp {
        self.as_of.unwrap_or_else(now)
    }
}
