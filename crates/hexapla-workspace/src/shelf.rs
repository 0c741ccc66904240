//! The ledger's files at one moment, and what came since another.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use hexapla_ledger::{Directory, Sheet, hash};
use hexapla_model::{Fingerprint, Locale, ResourceId};

use crate::error::Error;
use crate::identity::{Identity, Instant};
use crate::ledger_folder::LedgerFolder;

/// The ledger's files at one moment, by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf {
    files: BTreeMap<String, Shelved>,
}

#[derive(Clone, Debug)]
struct Shelved {
    identity: Identity,
    /// The hash of its bytes.
    hash: Fingerprint,
    /// None where it was not read in this run.
    sheet: Option<Arc<Sheet>>,
}

impl Shelf {
    /// A shelf as it was left: names, identities and hashes.
    pub(crate) fn left(files: impl IntoIterator<Item = (String, Identity, Fingerprint)>) -> Self {
        let shelved = |(name, identity, hash)| (name, Shelved { identity, hash, sheet: None });
        Self { files: files.into_iter().map(shelved).collect() }
    }

    /// Names, identities and hashes.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, Identity, Fingerprint)> {
        self.files.iter().map(|(name, it)| (name.as_str(), it.identity, it.hash))
    }

    /// Whether the folder is as it was when this was read at `then`: the same files, none of which
    /// could look the same and be another.
    pub(crate) fn is(&self, folder: &LedgerFolder, then: Option<Instant>) -> bool {
        let settled = |it: &Identity| then.is_some_and(|then| it.is_settled(then));
        self.files.iter().map(|(name, it)| (name.as_str(), it.identity)).eq(folder.identities())
            && self.files.values().all(|it| settled(&it.identity))
    }

    /// Reads the files of a folder, but for those that were read before and can be no others.
    fn read(&self, folder: LedgerFolder, then: Option<Instant>) -> Result<Self, Error> {
        let settled = |identity: Identity| then.is_some_and(|it| identity.is_settled(it));
        let (files, _) = folder.settled(|folder| {
            folder.each(|name, identity, bytes| {
                let known = self.files.get(&name).filter(|it| it.sheet.is_some());
                if let Some(known) = known.filter(|it| it.identity == identity && settled(identity))
                {
                    return Ok((name, known.clone()));
                }
                let bytes = bytes()?;
                if let Some(known) = known.filter(|it| it.hash == hash(&bytes)) {
                    return Ok((name, Shelved { identity, ..known.clone() }));
                }
                let sheet = Sheet::of(name.clone(), bytes);
                let hash = sheet.hash();
                Ok((name, Shelved { identity, hash, sheet: Some(Arc::new(sheet)) }))
            })
        })?;
        Ok(Self { files: files.into_iter().collect() })
    }

    /// The directory of the files, which have all been read.
    fn directory(&self) -> Directory {
        Directory::of(self.files.values().filter_map(|it| it.sheet.clone()).collect())
    }

    /// The same, from that of the files of `before`.
    fn directory_after(&self, before: &Self, directory: Option<Directory>) -> Directory {
        match (directory, self.added(before)) {
            (Some(directory), Some(added)) => directory.with(added),
            _ => self.directory(),
        }
    }

    /// The files that came since `before`; none where anything else happened, to files or names.
    fn added(&self, before: &Self) -> Option<Vec<Arc<Sheet>>> {
        let same = |name: &str, it: &Shelved, other: &Self| {
            other.files.get(name).is_some_and(|known| known.hash == it.hash)
        };
        let gone = before.files.iter().any(|(name, it)| !same(name, it, self));
        let new = self.files.iter().filter(|(name, it)| !same(name, it, before));
        let new: Vec<_> = new.filter_map(|(_, it)| it.sheet.clone()).collect();
        (!gone && !new.iter().any(|it| it.renames())).then_some(new)
    }

    /// What says other things than `before`.
    fn news(&self, before: &Self, directory: &Directory) -> News {
        let new = if before.files.is_empty() { None } else { self.added(before) };
        let Some(new) = new else { return News::all() };
        let names: BTreeSet<String> = new.iter().map(|it| it.name().to_owned()).collect();
        let texts = directory.new_texts(&names);
        let of_everything = texts.values().any(|known| *known);
        let mut news = News { of_everything, sheets: names, ..News::default() };
        news.texts = texts.into_keys().collect();
        for (resource, locale) in new.iter().flat_map(|it| it.about()) {
            for name in std::iter::once(resource).chain(directory.later_names(resource)) {
                news.places.entry(name.clone()).or_default().insert(locale.cloned());
            }
        }
        news
    }
}

/// A ledger, and what it says that it did not say before.
pub(crate) struct LedgerNow {
    pub(crate) shelf: Shelf,
    /// None where nothing of it was needed yet.
    pub(crate) directory: Option<Directory>,
    pub(crate) news: News,
    folder: LedgerFolder,
}

impl LedgerNow {
    /// The ledger in a folder after one that was read `then`; it is not read where it is the same.
    pub(crate) fn after(
        before: &Shelf,
        directory: Option<Directory>,
        folder: LedgerFolder,
        then: Option<Instant>,
    ) -> Result<Self, Error> {
        if before.is(&folder, then) {
            let (shelf, news) = (before.clone(), News::default());
            return Ok(Self { shelf, directory, news, folder });
        }
        let shelf = before.read(folder.clone(), then)?;
        let directory = shelf.directory_after(before, directory);
        let news = shelf.news(before, &directory);
        Ok(Self { shelf, directory: Some(directory), news, folder })
    }

    /// Reads it, where that was not needed before.
    pub(crate) fn open(&mut self, then: Option<Instant>) -> Result<(), Error> {
        if self.directory.is_none() {
            self.shelf = self.shelf.read(self.folder.clone(), then)?;
            self.directory = Some(self.shelf.directory());
        }
        Ok(())
    }
}

/// Of what a ledger says other things than before.
#[derive(Debug, Default)]
pub(crate) struct News {
    of_everything: bool,
    /// No locale stands for all.
    places: HashMap<ResourceId, HashSet<Option<Locale>>>,
    texts: BTreeSet<Fingerprint>,
    /// The names of the files that say them.
    sheets: BTreeSet<String>,
}

impl News {
    /// That all is new.
    fn all() -> Self {
        Self { of_everything: true, ..Self::default() }
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        !self.of_everything && self.places.is_empty() && self.texts.is_empty()
    }

    /// The names of the files that say them; none where it may be any.
    pub(crate) fn sheets(&self) -> Option<&BTreeSet<String>> {
        (!self.of_everything).then_some(&self.sheets)
    }

    /// Whether what was said of a resource in one of the locales can be another than before;
    /// `wordless` are the sources whose words were not kept.
    pub(crate) fn concern(
        &self,
        resource: &ResourceId,
        locales: &[Locale],
        wordless: &BTreeSet<Fingerprint>,
    ) -> bool {
        let places = || self.places.get(resource);
        let said = || {
            places().is_some_and(|it| {
                it.contains(&None) || locales.iter().any(|at| it.contains(&Some(at.clone())))
            })
        };
        self.of_everything || said() || !wordless.is_disjoint(&self.texts)
    }
}
