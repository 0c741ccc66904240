//! A pulled release as it lies in a folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use hexapla_client::Source;
use hexapla_model::Progress;
use hexapla_release::{MANIFEST, Manifest, ReleaseId};
use hexapla_trust::{FileEntry, Refusal, Trusted};
use rayon::prelude::*;

use super::STATE;
use crate::error::Error;
use crate::releases::{foreign, read_at_most};
use crate::save;

/// What lies in a folder of a release: its files, what they are believed by, and the manifest that it
/// was published from, where it is pulled whole.
pub(super) struct Tree {
    files: BTreeMap<String, FileEntry>,
    /// Files that are made and not fetched.
    made: BTreeMap<&'static str, Vec<u8>>,
}

/// Why a file could not be put into a folder.
pub(super) enum Failed {
    Refused(Refusal),
    Disk(Error),
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Disk(error)
    }
}

impl Tree {
    /// The tree of these files, which are believed by `trusted`.
    pub(super) fn of(trusted: &Trusted, files: &[FileEntry]) -> Self {
        let mut made = BTreeMap::from([(STATE, trusted.write())]);
        made.extend(manifest(trusted, files).map(|it| (MANIFEST, it)));
        let files = files.iter().map(|it| (it.path.to_string(), it.clone())).collect();
        Self { files, made }
    }

    /// The text of what is believed.
    pub(super) fn state(&self) -> &[u8] {
        self.made.get(STATE).map_or(&[], Vec::as_slice)
    }

    /// Refuses a folder whose files are not exactly those of the tree. What is believed there may be
    /// older.
    pub(super) fn require_whole(&self, folder: &Path) -> Result<(), Error> {
        let files: Vec<&FileEntry> = self.files.values().collect();
        save::first_error(files.par_iter().map(|it| held(folder, it).map(drop)))?;
        if let Some(manifest) = self.made.get(MANIFEST) {
            let found = read_at_most(folder, MANIFEST, manifest.len() as u64 + 1)?;
            if found != *manifest {
                let message = format!("{}: it is another", folder.join(MANIFEST).display());
                return Err(Error::Integrity(message));
            }
        }
        match self.foreign(folder)? {
            Some(path) => {
                Err(Error::Integrity(format!("`{}` is not in the release", path.display())))
            }
            None => Ok(()),
        }
    }

    /// The first file in a folder that the tree does not name.
    pub(super) fn foreign(&self, folder: &Path) -> Result<Option<std::path::PathBuf>, Error> {
        let names = |it: &str| self.files.contains_key(it) || self.made.contains_key(it);
        foreign(folder, names)
    }

    /// Puts the tree together in the folder `staged`: what `former` has is not fetched. What reached
    /// the disk is read again.
    pub(super) fn stage(
        &self,
        staged: &Path,
        former: &Path,
        source: &Source,
        progress: &Progress,
    ) -> Result<(), Failed> {
        let bytes = |name: &str| match (self.made.get(name), self.files.get(name)) {
            (Some(made), _) => Ok(Cow::Borrowed(made.as_slice())),
            (None, Some(file)) => match held(former, file) {
                Ok(bytes) => Ok(Cow::Owned(bytes)),
                Err(_) => source.file(file).map(Cow::Owned).map_err(Failed::Refused),
            },
            (None, None) => Ok(Cow::Borrowed(&[][..])),
        };
        let names = self.files.keys().map(String::as_str).chain(self.made.keys().copied());
        save::fill(staged, &names.collect::<Vec<_>>(), bytes, progress)?;
        Ok(self.require_whole(staged)?)
    }
}

/// The bytes of a file in a folder, where they are those that are vouched for.
fn held(folder: &Path, file: &FileEntry) -> Result<Vec<u8>, Error> {
    let bytes = read_at_most(folder, file.path.as_str(), file.length.saturating_add(1))?;
    match file.check(&bytes) {
        Ok(()) => Ok(bytes),
        Err(refusal) => Err(Error::Integrity(refusal.to_string())),
    }
}

/// The manifest that a release was published from, where these are all files of it.
fn manifest(trusted: &Trusted, files: &[FileEntry]) -> Option<Vec<u8>> {
    let manifest = Manifest::published(trusted).filter(|it| it.files.len() == files.len())?;
    let bytes = manifest.write();
    let is_named = trusted.targets()?.release == ReleaseId::of(&bytes).to_string();
    is_named.then_some(bytes)
}
