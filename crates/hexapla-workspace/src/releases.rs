//! Releases in folders.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use hexapla_engine::SiteFile;
use hexapla_model::{Locale, Progress, Timestamp};
use hexapla_release::{MANIFEST, Manifest, Release, ReleaseId, ReleasePath, UnitChange};
use rayon::prelude::*;

use crate::error::Error;
use crate::lock::Lock;
use crate::pull::STATE;
use crate::save;

/// How long to wait for another build into the same folder.
const PATIENCE: Duration = Duration::from_secs(60);

/// A release that lies in a folder, as its manifest tells.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) folder: PathBuf,
    pub(crate) id: ReleaseId,
    pub(crate) manifest: Manifest,
    /// The manifest's bytes.
    pub(crate) bytes: Vec<u8>,
}

/// A release that was built and is kept.
#[derive(Clone, Debug)]
pub struct BuiltRelease(pub(crate) Found);

impl BuiltRelease {
    /// Its identity.
    pub fn id(&self) -> &ReleaseId {
        &self.0.id
    }

    /// The moment that it was built at: what ages were counted to.
    pub fn as_of(&self) -> Timestamp {
        self.0.manifest.as_of
    }

    /// The folder that it lies in.
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// What readers would get otherwise of each unit in another release.
    ///
    /// # Errors
    /// Where a file is not what was released, or cannot be read.
    pub fn changes_to(&self, later: &Release) -> Result<Vec<UnitChange>, Error> {
        let later_file = |path: &ReleasePath| {
            let found = later.files.get(path).cloned();
            found.ok_or_else(|| Error::Integrity(format!("`{path}` is missing from the release")))
        };
        self.0.manifest.unit_changes(&|path| self.0.file(path), &later.manifest, &later_file)
    }

    /// What it holds of a unit, by locale.
    ///
    /// # Errors
    /// As [`Self::changes_to`].
    pub fn texts_of(&self, unit: &str) -> Result<BTreeMap<Locale, (Locale, String)>, Error> {
        self.0.manifest.texts_of(&|path| self.0.file(path), unit)
    }
}

/// Writes a release into a folder of its own below `folder`, which appears whole or not at all; a
/// release that is there already is left as it is.
pub(crate) fn save(
    release: &Release,
    folder: &Path,
    progress: &Progress,
) -> Result<PathBuf, Error> {
    let own = folder.join(release.id.short());
    save::create_folder(folder)?;
    let _lock = Lock::of_file(&folder.join(".lock"), PATIENCE, || {})?;
    if whole(&own, progress).is_ok_and(|it| it.id == release.id) {
        return Ok(own);
    }
    let files = release.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let files = files.chain([(MANIFEST, release.manifest_bytes.as_slice())]).collect();
    let staged = folder.join(".incoming");
    remove(&staged)?;
    put(&files, &staged, &own, || remove(&own), progress)?;
    Ok(own)
}

/// Writes files into the folder `staged`, which takes the place of `own` once there is room for it: a
/// folder that is gone or empty.
fn put(
    files: &BTreeMap<&str, &[u8]>,
    staged: &Path,
    own: &Path,
    make_room: impl FnOnce() -> Result<(), Error>,
    progress: &Progress,
) -> Result<(), Error> {
    let names: Vec<&str> = files.keys().copied().collect();
    let bytes = |name: &str| Ok(files.get(name).copied().unwrap_or_default().into());
    let put = save::fill(staged, &names, bytes, progress).and_then(|()| {
        make_room()?;
        std::fs::rename(staged, own).map_err(Error::io("move", staged))?;
        own.parent().map_or(Ok(()), save::sync_folder)
    });
    // What went wrong is told, not what went wrong after it.
    put.inspect_err(|_| drop(remove(staged)))
}

/// Writes the files of a site into a folder that holds nothing yet.
pub(crate) fn save_site(files: &[SiteFile], into: &Path, progress: &Progress) -> Result<(), Error> {
    let mut held = match std::fs::read_dir(into) {
        Ok(held) => held,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            save::create_folder(into)?;
            std::fs::read_dir(into).map_err(Error::io("read", into))?
        }
        Err(error) => return Err(Error::io("read", into)(error)),
    };
    if held.next().is_some() {
        return Err(Error::Exists(into.to_owned()));
    }
    let into = into.canonicalize().map_err(Error::io("resolve", into))?;
    let name = into.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let staged = into.with_file_name(format!(".{name}.incoming"));
    remove(&staged)?;
    save::create_folder(&staged)?;
    for file in files {
        save::place(&staged, &file.path)?;
    }
    let files = files.iter().map(|it| (it.path.as_str(), it.bytes.as_slice())).collect();
    put(&files, &staged, &into, || Ok(()), progress)
}

/// Removes a folder with all that is in it, where there is one.
pub(crate) fn remove(folder: &Path) -> Result<(), Error> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Error::io("remove", folder)(error))
        }
        _ => Ok(()),
    }
}

/// The releases below `folder`, oldest first: by the moment that ages were counted to; of the same
/// moment by when they were built, then by id. What begins with a dot is not done yet.
pub(crate) fn list(folder: &Path) -> Result<Vec<Found>, Error> {
    let mut found = Vec::new();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::io("read", folder)(error)),
    };
    for entry in entries {
        let entry = entry.map_err(Error::io("read", folder))?;
        let path = entry.path();
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !hidden && path.join(MANIFEST).is_file() {
            found.push((built_at(&path), open(&path)?));
        }
    }
    found.sort_by(|(a_built, a), (b_built, b)| {
        (a.manifest.as_of, a_built, &a.id).cmp(&(b.manifest.as_of, b_built, &b.id))
    });
    Ok(found.into_iter().map(|(_, release)| release).collect())
}

/// The newest release below `folder` that may be published to a channel.
pub(crate) fn newest(folder: &Path, channel: &str) -> Result<Found, Error> {
    let newest = list(folder)?.into_iter().rev().find(|it| it.manifest.is_for(channel));
    newest.ok_or_else(|| Error::NoRelease {
        folder: folder.to_owned(),
        channel: Some(channel.to_owned()),
    })
}

/// When a release was built, as the disk tells.
fn built_at(folder: &Path) -> Option<SystemTime> {
    folder.join(MANIFEST).metadata().and_then(|it| it.modified()).ok()
}

/// Opens the release in `folder`: its manifest is read and nothing else.
pub(crate) fn open(folder: &Path) -> Result<Found, Error> {
    let bytes = read_at_most(folder, MANIFEST, Manifest::LARGEST as u64 + 1)?;
    let manifest = Manifest::read(&bytes).map_err(|error| {
        Error::Integrity(format!("{}: {error}", folder.join(MANIFEST).display()))
    })?;
    Ok(Found { folder: folder.to_owned(), id: ReleaseId::of(&bytes), manifest, bytes })
}

/// Verifies the release in `folder`: every file of it, and that nothing else is there.
///
/// # Errors
/// Where the manifest is damaged or that of another release, a file is missing or not what was
/// released, or there is a file that the manifest does not name.
pub fn verify_release(folder: &Path, progress: &Progress) -> Result<(ReleaseId, Manifest), Error> {
    let release = whole(folder, progress)?;
    release.require_name()?;
    Ok((release.id, release.manifest))
}

/// The release in `folder`, which may be called anything, every file verified.
pub(crate) fn whole(folder: &Path, progress: &Progress) -> Result<Found, Error> {
    let release = open(folder)?;
    let files: Vec<&ReleasePath> = release.manifest.files.keys().collect();
    progress.begin("verifying files", files.len());
    save::first_error(files.par_iter().map(|path| {
        release.file(path)?;
        progress.step();
        Ok(())
    }))?;
    match release.foreign()? {
        Some(path) => {
            let message = format!("`{}` is not in the manifest", path.display());
            Err(Error::Integrity(message))
        }
        None => Ok(release),
    }
}

impl Found {
    /// Refuses a folder that is called after another release: a manifest was put in its place.
    pub(crate) fn require_name(&self) -> Result<(), Error> {
        let real = self.folder.canonicalize().unwrap_or_else(|_| self.folder.clone());
        let name = real.file_name().map(|name| name.to_string_lossy().into_owned());
        let is_id =
            |name: &String| name.len() == 12 && name.bytes().all(|it| it.is_ascii_hexdigit());
        match name.filter(is_id).filter(|name| name != self.id.short()) {
            Some(_) => {
                let (folder, id) = (self.folder.display(), self.id.short());
                let message = format!("{folder}: the manifest is that of release {id}");
                Err(Error::Integrity(message))
            }
            None => Ok(()),
        }
    }

    /// A verified file.
    pub(crate) fn file(&self, path: &ReleasePath) -> Result<Vec<u8>, Error> {
        let length = self.manifest.files.get(path).map_or(0, |entry| entry.length);
        let bytes = read_at_most(&self.folder, path.as_str(), length.saturating_add(1))?;
        match self.manifest.check(path, &bytes) {
            Ok(()) => Ok(bytes),
            Err(error) => Err(Error::Integrity(error.to_string())),
        }
    }

    /// The first file in the folder that the manifest does not name, nor a pull put there.
    pub(crate) fn foreign(&self) -> Result<Option<PathBuf>, Error> {
        foreign(&self.folder, |name| {
            let is_file = || name.parse().is_ok_and(|it| self.manifest.files.contains_key(&it));
            name == MANIFEST || name == STATE || is_file()
        })
    }
}

/// The first file below `folder` that has no name of its own there: `names` is asked for its path
/// from the folder, with `/` between its parts.
pub(crate) fn foreign(
    folder: &Path,
    names: impl Fn(&str) -> bool,
) -> Result<Option<PathBuf>, Error> {
    let is_named = |path: &Path| {
        let inside = path.strip_prefix(folder).ok().and_then(Path::to_str);
        inside.is_some_and(|it| names(&it.replace(std::path::MAIN_SEPARATOR_STR, "/")))
    };
    let mut open = vec![folder.to_owned()];
    let mut foreign: Option<PathBuf> = None;
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).map_err(Error::io("read", &folder))? {
            let entry = entry.map_err(Error::io("read", &folder))?;
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                open.push(path);
            } else if !is_named(&path) && foreign.as_ref().is_none_or(|first| path < *first) {
                foreign = Some(path);
            }
        }
    }
    Ok(foreign)
}

/// The bytes of a file of a release, but no more than `most`. Links are not followed, since what
/// they lead to may change after it was verified, and nothing is read but files.
pub(crate) fn read_at_most(folder: &Path, inside: &str, most: u64) -> Result<Vec<u8>, Error> {
    let mut path = folder.to_owned();
    let fail = |path: &Path, error: std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            Error::Integrity(format!("`{}` is missing from the release", path.display()))
        }
        _ => Error::io("read", path)(error),
    };
    let mut kind = None;
    for part in inside.split('/') {
        path.push(part);
        let found = path.symlink_metadata().map_err(|error| fail(&path, error))?.file_type();
        if found.is_symlink() {
            return Err(Error::Integrity(format!(
                "`{}` is a link, expected a file",
                path.display()
            )));
        }
        kind = Some(found);
    }
    if !kind.is_some_and(|kind| kind.is_file()) {
        return Err(Error::Integrity(format!("`{}` is no file", path.display())));
    }
    let file = save::open(&path).map_err(|error| fail(&path, error))?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(|error| fail(&path, error))?;
    Ok(bytes)
}
