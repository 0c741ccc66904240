//! A project in the scratch folder.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::made::Made;
use crate::process;
use crate::scratch::{Scratch, hexapla};
use crate::site;

/// Rules that let everything ship.
pub(crate) const WORKFLOW: &str = "version = 1

[[states]]
name = \"translated\"
roles = [\"translator\"]

[channels.stable]
";

/// The config of Fluent files in a folder a locale; `locales` as in TOML.
pub(crate) fn config(name: &str, locales: &str) -> String {
    format!(
        "version = 1\nname = \"{name}\"\nsource_locale = \"en\"\nlocales = [{locales}]\n\n\
         [collections.ui]\nformat = \"fluent\"\nsource = \"en/{{path}}.ftl\"\n\
         target = \"{{locale}}/{{path}}.ftl\"\n"
    )
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, text: impl AsRef<[u8]>) {
    let folder = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    fs::write(path, text).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
}

/// A project with a full ledger.
pub(crate) struct Project {
    pub(crate) root: PathBuf,
    pub(crate) locales: Vec<String>,
    /// How many translations are attested.
    pub(crate) attested: usize,
}

impl Project {
    /// A project that is made up, and of which the first message has been changed since.
    pub(crate) fn made(made: Made, scratch: &Scratch) -> Self {
        let root = scratch.folder(&made.name());
        if !root.join("hexapla.toml").exists() {
            eprintln!("making {} units in {}", made.units(), root.display());
            made.write(&root);
        }
        let locales = made.targets().iter().map(|it| (*it).to_owned()).collect();
        let project = Self { root, locales, attested: made.units() };
        if !project.is_vouched_for() {
            made.write_sources(&project.root, &|_| 0);
            project.vouch();
            made.write_sources(&project.root, &|message| usize::from(message == 0));
        }
        project
    }

    /// A copy of mozilla.org's files; none where there are no corpora.
    pub(crate) fn site(scratch: &Scratch) -> Option<Self> {
        let root = scratch.folder("www-l10n");
        let locales = site::copied(&root)?;
        let mut project = Self { root, locales, attested: 0 };
        if !project.is_vouched_for() {
            project.vouch();
        }
        project.attested = project.current();
        Some(project)
    }

    /// The command with the project as its folder.
    pub(crate) fn command(&self, program: impl Into<OsString>) -> Command {
        let mut command = Command::new(program.into());
        command.current_dir(&self.root);
        command
    }

    /// Hexapla, with the given arguments.
    pub(crate) fn hexapla(&self, args: &[&str]) -> Command {
        let mut command = self.command(hexapla());
        command.args(args).env("HEXAPLA_HANDLE", "bench").env_remove("HEXAPLA_AS_OF");
        command
    }

    /// Deletes what Hexapla remembers of earlier runs.
    pub(crate) fn forget(&self) {
        for path in entries(&self.root.join(".hexapla")) {
            let is_index =
                path.file_name().is_some_and(|it| it.to_string_lossy().starts_with("index"));
            if is_index && path.is_dir() {
                fs::remove_dir_all(&path).expect("an index can be deleted");
            } else if is_index {
                fs::remove_file(&path).expect("an index can be deleted");
            }
        }
    }

    /// Sources, targets and ledger, by their paths within the project, sorted.
    pub(crate) fn inputs(&self) -> Vec<PathBuf> {
        let mut folders = self.locales.clone();
        folders.extend(["en".to_owned(), "translations/ledger".to_owned()]);
        let mut found = Vec::new();
        for folder in folders {
            found.extend(files(&self.root.join(folder)));
        }
        let within = |path: PathBuf| path.strip_prefix(&self.root).expect("below").to_owned();
        let mut found: Vec<PathBuf> = found.into_iter().map(within).collect();
        found.sort();
        found
    }

    /// `cat` of everything that has to be read.
    pub(crate) fn cat(&self) -> Command {
        let mut command = self.command("cat");
        command.args(self.inputs());
        command
    }

    /// A walk over the project that asks for the metadata of everything in it, on one thread.
    pub(crate) fn walk(&self) -> Command {
        let mut command = self.command(std::env::current_exe().expect("a program"));
        command.arg("walk").arg(&self.root);
        command
    }

    pub(crate) fn ledger(&self) -> PathBuf {
        self.root.join("translations/ledger")
    }

    /// Bytes of the ledger's files.
    pub(crate) fn ledger_bytes(&self) -> u64 {
        bytes(&files(&self.ledger()))
    }

    /// Bytes of the translations.
    pub(crate) fn target_bytes(&self) -> u64 {
        self.locales.iter().map(|locale| bytes(&files(&self.root.join(locale)))).sum()
    }

    /// Attests everything as it stands, anew.
    pub(crate) fn vouch(&self) {
        eprintln!("filling the ledger of {}", self.root.display());
        if self.ledger().exists() {
            fs::remove_dir_all(self.ledger()).expect("a ledger can be deleted");
        }
        process::must(self.hexapla(&["accept", "--all", "--force"]));
        process::must(self.hexapla(&["ledger", "compact"]));
        write(&self.mark(), binary());
    }

    /// Whether this very binary has filled its ledger.
    fn is_vouched_for(&self) -> bool {
        fs::read(self.mark()).is_ok_and(|it| it == binary().as_bytes())
    }

    fn mark(&self) -> PathBuf {
        self.root.join(".hexapla/vouched-by.txt")
    }

    /// How many units are current.
    fn current(&self) -> usize {
        let out = self.hexapla(&["status", "--format", "json"]).output().expect("it runs");
        let rows: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
        let count = |row: &serde_json::Value| row["current"].as_u64().unwrap_or(0);
        let all: u64 = rows.as_array().into_iter().flatten().map(count).sum();
        usize::try_from(all).expect("few")
    }
}

/// What tells one build of Hexapla from another.
fn binary() -> String {
    let told = fs::metadata(hexapla()).expect("a binary");
    let since = told.modified().ok().and_then(|it| it.duration_since(SystemTime::UNIX_EPOCH).ok());
    format!("{} {}\n", told.len(), since.unwrap_or_default().as_nanos())
}

/// All files below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut open = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path())
}

/// How many bytes files are long together.
pub(crate) fn bytes(files: &[PathBuf]) -> u64 {
    files.iter().filter_map(|it| it.metadata().ok()).map(|it| it.len()).sum()
}
