//! What can go wrong with a project on a disk.

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use hexapla_engine::Write;
use hexapla_model::{Diagnostic, LineIndex};

/// What can go wrong with a project on a disk.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no project here.
    #[error("no hexapla.toml in `{0}` or any folder above it")]
    NoProject(PathBuf),
    /// The config, or a workflow, is broken: every mistake in it.
    #[error("{}", list(.0))]
    Config(Vec<ConfigProblem>),
    /// A file is no longer as it was when it was read.
    #[error("`{0}` is no longer as it was shown")]
    MovedOn(String),
    /// A path leads out of the project.
    #[error("`{0}` leads out of the project")]
    Outside(PathBuf),
    /// Somebody else is writing, and holds this file.
    #[error("another hexapla is writing here")]
    Locked(PathBuf),
    /// A file that must not be overwritten exists.
    #[error("`{0}` exists already")]
    Exists(PathBuf),
    /// It cannot be told what a site is translated into.
    #[error("no translations were found{}", .0.iter().map(|it| format!("\n  {it}")).collect::<String>())]
    NoLocales(Vec<String>),
    /// A release or its manifest is damaged.
    #[error("{0}")]
    Integrity(String),
    /// There is no such release.
    #[error("no release{} in `{folder}`", .channel.iter().map(|it| format!(" for `{it}`")).collect::<String>())]
    NoRelease {
        /// Where releases are kept.
        folder: PathBuf,
        /// The channel that was asked for.
        channel: Option<String>,
    },
    /// The project lies in no git repository.
    #[error("`{0}` is not in a git repository")]
    NoRepository(PathBuf),
    /// git knows no such commit.
    #[error("git knows no revision `{name}` here")]
    NoRevision {
        /// As it was given.
        name: String,
        /// Whether the clone holds only the last commits.
        is_shallow: bool,
    },
    /// git is not there.
    #[error("git is not installed, or not on the PATH")]
    NoGit,
    /// git failed.
    #[error("git: {message}")]
    Git {
        /// What it says.
        message: String,
    },
    /// Files cannot be watched.
    #[error("cannot watch `{path}`: {reason}")]
    Watch {
        /// The folder.
        path: PathBuf,
        /// Why.
        reason: String,
        /// The next step.
        hint: &'static str,
    },
    /// The disk said no in the middle: everything is recorded and each file whole, but only the
    /// first are written.
    #[error("{source}; {}", partly(written, left))]
    Partly {
        /// The files that are as they were to be.
        written: Vec<String>,
        /// The files that are as they were.
        left: Vec<String>,
        /// What the disk said.
        source: Box<Error>,
    },
    /// The person's editor cannot be run.
    #[error("cannot run the editor `{editor}`: {source}")]
    Editor {
        /// As `VISUAL` or `EDITOR` names it.
        editor: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// The disk said no.
    #[error("cannot {action} `{path}`: {source}")]
    Io {
        /// What was tried.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl Error {
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { action, path, source }
    }

    /// `error` came up at the file `at` of `writes`.
    pub(crate) fn partly(error: Self, writes: &[Write], at: usize) -> Self {
        let paths = |writes: &[Write]| writes.iter().map(|it| it.path.clone()).collect();
        let (written, left) = (paths(&writes[..at]), paths(&writes[at..]));
        if writes.len() < 2 { error } else { Self::Partly { written, left, source: error.into() } }
    }

    /// The next step, where there is one.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoProject(_) => "`hexapla init` makes a project of a folder",
            Self::Config(_) => "nothing was read or changed",
            Self::MovedOn(_) => "look at it again and repeat the command; nothing was recorded",
            Self::Outside(_) => "use a path within the project",
            Self::Locked(path) => {
                let path = path.display();
                return Some(format!("wait for it to end, or see which process holds `{path}`"));
            }
            Self::Exists(path) if path.ends_with("hexapla.toml") => {
                "the folder is a project already: see `hexapla status`"
            }
            Self::Exists(_) => "remove it first, or choose another folder",
            Self::NoLocales(_) => {
                "name the locales: `hexapla init --source en --locale es`, then see `hexapla.toml`"
            }
            Self::Integrity(_) => "get the release again; nothing was changed",
            Self::NoRepository(_) => {
                "only `sync`, `resolve`, `init --bootstrap`, `impact --range`, `impact --staged` and `accept --range` need one"
            }
            Self::NoRevision { name, is_shallow: true } => {
                return Some(format!(
                    "this clone is shallow: get the commit with `git fetch --depth=1 origin {name}`"
                ));
            }
            Self::NoRevision { .. } => "`git log --oneline --all` lists those that are there",
            Self::NoGit => "install git 2.38 or later",
            Self::Git { .. } => "run `git fsck` to see whether the repository is whole",
            Self::NoRelease { .. } => "`hexapla release build` makes one",
            Self::Watch { hint, .. } => hint,
            Self::Partly { source, .. } => {
                let first = source.hint().unwrap_or_default();
                return Some(format!("{first}; then decide again about what was not written"));
            }
            Self::Editor { .. } => "set VISUAL or EDITOR to the command that starts yours",
            Self::Io { source, .. } => match source.kind() {
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                    "free some space; the file is as it was"
                }
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                    "see who may read and write there; the file is as it was"
                }
                ErrorKind::NotFound => "see whether the path is right",
                ErrorKind::IsADirectory => "a folder stands where a file has to: move it elsewhere",
                ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                    "a file stands where a folder has to: move it elsewhere"
                }
                ErrorKind::InvalidFilename => "use shorter names",
                _ => "see what is there, and whether the disk is well; the file is as it was",
            },
        };
        Some(hint.to_owned())
    }
}

/// A mistake in a config file, located.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigProblem {
    /// The file, from the root of the project.
    pub path: String,
    /// Line and column.
    pub place: hexapla_model::Position,
    /// What is wrong and what was expected.
    pub message: String,
    /// The next step.
    pub hint: Option<String>,
}

impl ConfigProblem {
    pub(crate) fn of(path: &str, text: &str, diagnostic: Diagnostic) -> Self {
        Self {
            path: path.to_owned(),
            place: LineIndex::new(text).position(diagnostic.span.start),
            message: diagnostic.message.to_string(),
            hint: diagnostic.hint.map(|it| it.to_string()),
        }
    }
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.place, self.message)?;
        self.hint.iter().try_for_each(|hint| write!(f, " (hint: {hint})"))
    }
}

fn partly(written: &[String], left: &[String]) -> String {
    let names = |paths: &[String]| match paths {
        [] => "no file".to_owned(),
        paths => paths.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", "),
    };
    format!("written: {}; not written: {}", names(written), names(left))
}

fn list(problems: &[ConfigProblem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\nerror: ")
}
