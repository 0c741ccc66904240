//! What looks renamed, of a project that was surveyed.

use std::collections::BTreeMap;
use std::sync::Arc;

use hexapla_engine::{Rename, Snapshot, renamed_to, renames};
use hexapla_ledger::{Directory, Ledger};
use hexapla_model::ResourceId;
use rayon::prelude::*;

use crate::error::Error;
use crate::ledger_folder::LedgerFolder;
use crate::save;
use crate::scan::Files;
use crate::session::Session;
use crate::shelf::{LedgerNow, Shelf};
use crate::survey::Survey;

impl Session {
    /// What looks renamed. Nothing is read where every resource that something was said of has its
    /// source.
    pub(crate) fn renames<T>(&self, survey: &Survey<T>) -> Result<Vec<Rename>, Error> {
        self.with_directory(survey, |directory| self.renames_by(survey, directory))
    }

    fn renames_by<T>(&self, survey: &Survey<T>, directory: &Directory) -> Vec<Rename> {
        let has_source =
            |id: &ResourceId| survey.resources.get(id).is_some_and(|it| it.source.is_some());
        let mut gone: Vec<&ResourceId> =
            directory.resources().filter(|id| !has_source(id)).collect();
        gone.sort();
        gone.dedup();
        if gone.is_empty() {
            return Vec::new();
        }
        let ledger = |ids: &[&ResourceId]| -> Arc<Ledger> {
            let read: Vec<_> = ids.par_iter().map(|id| directory.read(id).ledger).collect();
            Arc::new(Ledger::join(read))
        };
        let mut snapshot = Snapshot {
            resources: self.read_again(survey, |_, files| Some(source_alone(files))),
            ledger: ledger(&gone),
            ..Snapshot::default()
        };
        let later = renamed_to(&snapshot);
        if later.is_empty() {
            return Vec::new();
        }
        let ids: Vec<&ResourceId> = gone.into_iter().chain(&later).collect();
        snapshot.ledger = ledger(&ids);
        renames(&snapshot)
    }

    /// The ledger, of which nothing was read yet.
    pub(crate) fn directory(&self) -> Result<Directory, Error> {
        let folder = LedgerFolder::list(&save::place(self.root(), &self.config().ledger)?)?;
        let ledger = LedgerNow::after(&Shelf::default(), None, folder, None)?;
        Ok(ledger.directory.unwrap_or_default())
    }
}

fn source_alone(files: Files) -> Files {
    Files { targets: BTreeMap::new(), ..files }
}
