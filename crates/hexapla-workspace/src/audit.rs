//! The ledger by itself, without the project that it is about.

use hexapla_ledger::Audit;
use hexapla_model::{Locale, ResourceId};

use crate::error::Error;
use crate::ledger_folder::LedgerFolder;
use crate::save;
use crate::scan::Problem;
use crate::session::Session;

/// What stands in a project's ledger, and what of it the config does not know.
#[derive(Clone, Debug, Default)]
pub struct Audited {
    /// What stands in its files.
    pub audit: Audit,
    /// Lines that could not be read, with the paths of their files.
    pub problems: Vec<hexapla_ledger::Problem>,
    /// Files that are none of the ledger.
    pub foreign: Vec<Problem>,
    /// The resources that something is said of and the config does not have; with a locale, that it
    /// is not translated into that.
    pub unknown: Vec<(ResourceId, Option<Locale>)>,
}

impl Session {
    /// Looks through the ledger's files, each by itself; nothing else is read.
    ///
    /// # Errors
    /// Where the ledger's folder or a file of it cannot be read.
    pub fn audit(&self) -> Result<Audited, Error> {
        let folder = LedgerFolder::list(&save::place(self.root(), &self.config().ledger)?)?;
        let bytes: u64 = folder.identities().map(|(_, identity)| identity.size()).sum();
        self.progress().begin("verifying bytes", usize::try_from(bytes).unwrap_or(usize::MAX));
        let (files, listed) = folder.settled(|folder| {
            folder.each(|name, _, bytes| Ok(Audit::of_file(&name, &bytes()?, self.progress())))
        })?;
        let audit = files.into_iter().fold(Audit::default(), Audit::join);
        let (problems, unknown) = (self.in_ledger(audit.problems()), self.unknown(&audit));
        Ok(Audited { audit, problems, foreign: listed.problems(&self.config().ledger), unknown })
    }

    fn unknown(&self, audit: &Audit) -> Vec<(ResourceId, Option<Locale>)> {
        let mut unknown = Vec::new();
        for (resource, locales) in audit.places() {
            let collection = self.config().collections.get(resource.collection());
            let Some(collection) = collection.filter(|it| it.holds(resource.path())) else {
                unknown.push((resource.clone(), None));
                continue;
            };
            let others = locales.iter().filter(|it| !collection.locales.contains(it));
            unknown.extend(others.map(|it| (resource.clone(), Some(it.clone()))));
        }
        unknown
    }
}
