//! A part of a project, read without the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_engine::{Collection, Snapshot};
use hexapla_ledger::{Directory, Ledger, Read, Sheet};
use hexapla_model::{Locale, ResourceId, Timestamp};
use rayon::prelude::*;

use crate::error::Error;
use crate::ledger_folder::LedgerFolder;
use crate::reading::Source;
use crate::save;
use crate::scan::scan_around;
use crate::session::{Loaded, Session};

/// Which part of a project is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Only these resources; none stands for all.
    pub resources: Option<BTreeSet<ResourceId>>,
    /// Only these locales; none stands for all.
    pub locales: Option<BTreeSet<Locale>>,
}

impl Session {
    /// Reads a part of the project: its files, and what the ledger says of it. The collections have
    /// the locales that are asked for, and those that these depend on; with these, every answer
    /// about the part is that of the whole project.
    ///
    /// What cannot be read elsewhere is not told.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn load_part(&self, as_of: Timestamp, part: &Part) -> Result<Loaded, Error> {
        let mut collections = self.collections();
        if let Some(asked) = &part.locales {
            collections.values_mut().for_each(|it| *it = Arc::new(narrowed(it, asked)));
        }
        let mut found = scan_around(self.root(), self.config(), &self.folders(part, &collections));
        if let Some(asked) = &part.resources {
            found.resources.retain(|id, _| asked.contains(id));
        }
        for (id, files) in &mut found.resources {
            let locales = collections.get(id.collection()).map(|it| &it.locales[..]);
            files.targets.retain(|locale, _| locales.unwrap_or_default().contains(locale));
        }
        let folder = LedgerFolder::list(&save::place(self.root(), &self.config().ledger)?)?;
        let foreign = folder.problems(&self.config().ledger);
        let locales = collections.values().flat_map(|it| &it.locales).collect();
        let files = sheets(folder, &locales)?;
        let read = read(files, part.resources.as_ref());
        let source = Source::Folder(self.root());
        let before = Snapshot::default();
        let mut loaded = self.read(as_of, &before, found, &source, read, &collections);
        loaded.problems.extend(foreign);
        loaded.problems.sort();
        Ok(loaded)
    }

    /// The folders that a part has files in, of collections that have its locales.
    fn folders(
        &self,
        part: &Part,
        collections: &BTreeMap<String, Arc<Collection>>,
    ) -> BTreeSet<String> {
        let asked: Option<BTreeSet<&str>> =
            part.resources.as_ref().map(|all| all.iter().map(ResourceId::collection).collect());
        let is_asked = |name: &str| asked.as_ref().is_none_or(|it| it.contains(name));
        let mut folders = BTreeSet::new();
        for (name, config) in self.config().collections.iter().filter(|it| is_asked(it.0)) {
            folders.insert(config.source.folder(&config.source_locale));
            let locales = collections.get(name).map(|it| &it.locales[..]).unwrap_or_default();
            folders.extend(locales.iter().map(|it| config.target.folder(it)));
        }
        folders
    }
}

/// A collection in some locales and those that they depend on.
fn narrowed(collection: &Collection, asked: &BTreeSet<Locale>) -> Collection {
    let mut families = collection.families();
    families.retain(|family| family.iter().any(|it| asked.contains(it)));
    let kept: BTreeSet<Locale> = families.into_iter().flatten().collect();
    let mut narrowed = collection.clone();
    narrowed.locales.retain(|it| kept.contains(it));
    narrowed
}

/// The files of a ledger that can say something of the locales.
fn sheets(folder: LedgerFolder, locales: &BTreeSet<&Locale>) -> Result<Vec<Arc<Sheet>>, Error> {
    let (sheets, _) = folder.settled(|folder| {
        folder.about(|only| locales.contains(only), |name, bytes| Arc::new(Sheet::of(name, bytes)))
    })?;
    Ok(sheets)
}

/// What the files say of the resources.
fn read(sheets: Vec<Arc<Sheet>>, resources: Option<&BTreeSet<ResourceId>>) -> Read {
    let directory = Directory::of(sheets);
    let resources: BTreeSet<&ResourceId> = match resources {
        Some(asked) => asked.iter().collect(),
        None => directory.resources().collect(),
    };
    let read: Vec<Read> = resources.into_par_iter().map(|id| directory.read(id)).collect();
    let (ledgers, problems): (Vec<Ledger>, Vec<_>) =
        read.into_iter().map(|it| (it.ledger, it.problems)).unzip();
    let problems = directory.problems(problems.into_iter().flatten().collect());
    Read { ledger: Ledger::join(ledgers), problems }
}
