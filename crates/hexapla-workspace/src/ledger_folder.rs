//! The files of a ledger.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use hexapla_ledger::{BEGINNING, only};
use hexapla_model::Locale;
use ignore::WalkBuilder;
use rayon::prelude::*;

use crate::error::Error;
use crate::identity::Identity;
use crate::scan::Problem;

/// Files with what stands in them: their names within the folder, with `/`.
pub(crate) type Contents = Vec<(String, Vec<u8>)>;

/// The files of a ledger's folder, wherever below it they lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LedgerFolder {
    folder: PathBuf,
    files: BTreeMap<String, (PathBuf, Identity)>,
    /// Names of what holds no facts, and why.
    foreign: Vec<(String, &'static str)>,
}

/// How often to look again while files come and go: where somebody packs without pause, for about
/// two seconds.
const LOOKS: u64 = 60;

impl LedgerFolder {
    /// Lists the folder; empty where there is none.
    pub(crate) fn list(folder: &Path) -> Result<Self, Error> {
        let mut found = Self { folder: folder.to_owned(), ..Self::default() };
        match folder.metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound && !folder.is_symlink() => {
                return Ok(found);
            }
            Err(error) => return Err(Error::io("read", folder)(error)),
            Ok(it) if !it.is_dir() => {
                return Err(Error::io("read", folder)(ErrorKind::NotADirectory.into()));
            }
            Ok(_) => {}
        }
        for entry in WalkBuilder::new(folder).standard_filters(false).build() {
            let fail = |error: ignore::Error| {
                let text = error.to_string();
                let error = error.into_io_error().unwrap_or_else(|| std::io::Error::other(text));
                Error::io("read", folder)(error)
            };
            let entry = entry.map_err(fail)?;
            let kind = entry.file_type();
            let identity = match entry.metadata() {
                Ok(metadata) => Identity::of(&metadata),
                // It is gone again: where it is needed, reading tells.
                Err(_) => Identity::default(),
            };
            let path = entry.into_path();
            if kind.is_none_or(|kind| kind.is_dir()) {
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
            let name = name.replace(std::path::MAIN_SEPARATOR_STR, "/");
            let hidden = name.rsplit('/').next().is_some_and(|it| it.starts_with('.'));
            let facts = path.extension().is_some_and(|it| it == "jsonl");
            if kind.is_some_and(|kind| !kind.is_file()) {
                found.foreign.push((name, "is a link or device, no file of the ledger"));
            } else if facts {
                found.files.insert(name, (path, identity));
            } else if !hidden {
                found
                    .foreign
                    .push((name, "is no file of the ledger: its name does not end in `.jsonl`"));
            }
        }
        found.foreign.sort();
        Ok(found)
    }

    /// What the file system says of each file, by name.
    pub(crate) fn identities(&self) -> impl Iterator<Item = (&str, Identity)> {
        self.files.iter().map(|(name, (_, identity))| (name.as_str(), *identity))
    }

    /// Reads every file, sorted by name. Needs no lock: a file is never changed, and where files
    /// came or went meanwhile (somebody packed them) it looks again.
    pub(crate) fn read(folder: &Path) -> Result<(Contents, Self), Error> {
        Self::list(folder)?.settled(Self::contents)
    }

    /// What `read` makes of the folder at one moment, and the folder as it was then.
    pub(crate) fn settled<C>(
        self,
        read: impl Fn(&Self) -> Result<C, Error>,
    ) -> Result<(C, Self), Error> {
        let mut listed = self;
        for look in 0..LOOKS {
            std::thread::sleep(Duration::from_millis(look));
            let contents = read(&listed);
            let now = Self::list(&listed.folder)?;
            match contents {
                Err(Error::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
                Ok(contents) if now.files == listed.files => return Ok((contents, listed)),
                Ok(_) => {}
            }
            listed = now;
        }
        Ok((read(&listed)?, listed))
    }

    /// What stands in each file, sorted by name.
    pub(crate) fn contents(&self) -> Result<Contents, Error> {
        self.each(|name, _, bytes| Ok((name, bytes()?)))
    }

    /// What `make` makes of each file, by its name, identity and, where it wants them, bytes; in
    /// the order of names.
    pub(crate) fn each<C: Send>(
        &self,
        make: impl Fn(String, Identity, &dyn Fn() -> Result<Vec<u8>, Error>) -> Result<C, Error> + Sync,
    ) -> Result<Vec<C>, Error> {
        let one = |(name, (path, identity)): (&String, &(PathBuf, Identity))| {
            make(name.clone(), *identity, &|| std::fs::read(path).map_err(Error::io("read", path)))
        };
        self.files.par_iter().map(one).collect()
    }

    /// What `make` makes of each file that can be about a wanted locale, by its name and bytes; in
    /// the order of names. Of the others only the beginnings are read.
    pub(crate) fn about<C: Send>(
        &self,
        wants: impl Fn(&Locale) -> bool + Sync,
        make: impl Fn(String, Vec<u8>) -> C + Sync,
    ) -> Result<Vec<C>, Error> {
        let one = |(name, (path, _)): (&String, &(PathBuf, Identity))| {
            let bytes = wanted(path, &wants).map_err(Error::io("read", path))?;
            Ok(bytes.map(|bytes| make(name.clone(), bytes)))
        };
        let made: Result<Vec<Option<C>>, Error> = self.files.par_iter().map(one).collect();
        Ok(made?.into_iter().flatten().collect())
    }

    /// What holds no facts, told but left alone; `shown` is the folder from the root.
    pub(crate) fn problems(&self, shown: &str) -> Vec<Problem> {
        let hint = "it was not read; restore what was there, or move it elsewhere";
        let problem = |(name, why): &(String, &'static str)| {
            Problem::warning(format!("{shown}/{name}"), *why, hint)
        };
        self.foreign.iter().map(problem).collect()
    }
}

/// The bytes of a file, unless it is of one locale that is not wanted.
fn wanted(path: &Path, wants: impl Fn(&Locale) -> bool) -> std::io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    file.by_ref().take(BEGINNING as u64).read_to_end(&mut bytes)?;
    if only(&bytes).is_some_and(|locale| !wants(&locale)) {
        return Ok(None);
    }
    file.read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}
