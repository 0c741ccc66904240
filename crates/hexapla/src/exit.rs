//! Exit codes: what a script can tell apart.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// All is well.
    Clean = 0,
    /// Something was found: an error by `check`, a closed gate, with `--exit-code` a unit that is
    /// not settled.
    Findings = 1,
    /// The command line makes no sense.
    Usage = 2,
    /// `hexapla.toml` or a workflow is broken.
    Config = 3,
    /// A file is no longer as it was shown.
    MovedOn = 4,
    /// The ledger, a manifest or a released file is damaged.
    Integrity = 5,
    /// The disk said no.
    Io = 6,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What `hexapla --help` says of exit codes.
pub(crate) const HELP: &str = "\
Exit codes:
  0  clean
  1  findings: errors of `check`, a closed gate, units open with `--exit-code`
  2  usage: the command line makes no sense
  3  config: hexapla.toml or a workflow is broken
  4  moved on: a file is no longer as it was shown
  5  integrity: the ledger, a manifest or a released file is damaged
  6  I/O: the disk said no";
