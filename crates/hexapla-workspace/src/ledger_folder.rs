//! The files of a ledger.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use hexapla_model::Severity;
use ignore::WalkBuilder;
use rayon::prelude::*;

use crate::error::Error;
use crate::scan::Problem;

/// Files with what stands in them: their names within the folder, with `/`.
pub(crate) type Contents = Vec<(String, Vec<u8>)>;

/// The files of a ledger's folder, wherever below it they lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LedgerFolder {
    files: BTreeMap<String, PathBuf>,
    /// Files that hold no facts.
    foreign: Vec<String>,
}

/// How often to look again while files come and go.
const LOOKS: usize = 20;

impl LedgerFolder {
    /// Lists the folder; empty where there is none.
    pub(crate) fn list(folder: &Path) -> Result<Self, Error> {
        let mut found = Self::default();
        if !folder.exists() {
            return Ok(found);
        }
        for entry in WalkBuilder::new(folder).standard_filters(false).build() {
            let fail = |error: ignore::Error| {
                let text = error.to_string();
                let error = error.into_io_error().unwrap_or_else(|| std::io::Error::other(text));
                Error::io("read", folder)(error)
            };
            let path = entry.map_err(fail)?.into_path();
            if !path.is_file() {
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
            let name = name.replace(std::path::MAIN_SEPARATOR_STR, "/");
            if path.extension().is_some_and(|it| it == "jsonl") {
                found.files.insert(name, path);
            } else if !name.rsplit('/').next().is_some_and(|it| it.starts_with('.')) {
                found.foreign.push(name);
            }
        }
        found.foreign.sort();
        Ok(found)
    }

    /// Reads every file, sorted by name. Needs no lock: a file is never changed, and where files
    /// came or went meanwhile (somebody packed them) it looks again.
    pub(crate) fn read(folder: &Path) -> Result<(Contents, Self), Error> {
        let mut listed = Self::list(folder)?;
        for _ in 0..LOOKS {
            let contents = listed.contents();
            let now = Self::list(folder)?;
            match contents {
                Err(Error::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
                Ok(contents) if now.files == listed.files => return Ok((contents, listed)),
                Ok(_) => {}
            }
            listed = now;
        }
        Ok((listed.contents()?, listed))
    }

    /// What stands in each file, sorted by name.
    pub(crate) fn contents(&self) -> Result<Contents, Error> {
        let read = |(name, path): (&String, &PathBuf)| {
            let bytes = std::fs::read(path).map_err(Error::io("read", path))?;
            Ok((name.clone(), bytes))
        };
        self.files.par_iter().map(read).collect()
    }

    /// Files that hold no facts, told but left alone; `shown` is the folder from the root.
    pub(crate) fn problems(&self, shown: &str) -> Vec<Problem> {
        let problem = |name: &String| Problem {
            path: format!("{shown}/{name}"),
            message: "is no file of the ledger: its name does not end in `.jsonl`".to_owned(),
            hint: "it was not read; restore its name, or move it elsewhere".to_owned(),
            severity: Severity::Warning,
        };
        self.foreign.iter().map(problem).collect()
    }
}
