//! Some files of a project that was surveyed, read again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_engine::{Resource, Snapshot};
use hexapla_ledger::{Directory, Ledger};
use hexapla_model::{ResourceId, Timestamp};
use rayon::prelude::*;

use crate::error::Error;
use crate::reading::{Reader, Source};
use crate::scan::{Files, sort};
use crate::session::Session;
use crate::survey::Survey;
use crate::walk::Walked;

impl Session {
    /// Reads some resources of a project that was surveyed, and what was said of them.
    ///
    /// # Errors
    /// Where the survey needed nothing of the ledger, and its folder cannot be read.
    pub fn read_surveyed<T>(
        &self,
        survey: &Survey<T>,
        ids: &BTreeSet<ResourceId>,
        as_of: Timestamp,
    ) -> Result<Snapshot, Error> {
        let read = |directory: &Directory| -> Vec<Ledger> {
            ids.par_iter().map(|id| directory.read(id).ledger).collect()
        };
        Ok(Snapshot {
            ledger: Arc::new(Ledger::join(self.with_directory(survey, read)?)),
            resources: self.read_again(survey, |id, files| ids.contains(id).then_some(files)),
            people: self.config().people.clone(),
            as_of: Some(as_of),
        })
    }

    /// What `ask` makes of the ledger that a survey rests on; it is read where none of it was needed.
    pub(crate) fn with_directory<T, R>(
        &self,
        survey: &Survey<T>,
        ask: impl FnOnce(&Directory) -> R,
    ) -> Result<R, Error> {
        match &survey.directory {
            Some(directory) => Ok(ask(directory)),
            None => Ok(ask(&self.directory()?)),
        }
    }

    /// The resources of a survey, with those of their files that `choose` gives.
    pub(crate) fn read_again<T>(
        &self,
        survey: &Survey<T>,
        choose: impl Fn(&ResourceId, Files) -> Option<Files> + Sync,
    ) -> BTreeMap<ResourceId, Resource> {
        let walked = Walked { files: survey.rests_on.files.clone(), problems: Vec::new() };
        let found = sort(&walked, self.config());
        let (source, collections) = (Source::Folder(self.root()), self.collections());
        let known = BTreeMap::new();
        let reader = Reader::new(&source, &known, self.progress());
        let read = |(id, files): (ResourceId, Files)| {
            let collection = collections.get(id.collection())?;
            let files = choose(&id, files)?;
            Some((id, reader.resource(&files, collection).0))
        };
        found.resources.into_par_iter().filter_map(read).collect::<Vec<_>>().into_iter().collect()
    }
}
