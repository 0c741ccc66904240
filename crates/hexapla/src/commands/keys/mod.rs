//! `hexapla keys`.

mod ask;
mod init;
mod list;
mod rotate;

use std::path::PathBuf;

use hexapla_model::Timestamp;
use hexapla_workspace::{Keys, Session, now};

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) use ask::given;

/// Make, replace and list the keys that sign releases
#[derive(clap::Subcommand, Debug)]
pub(crate) enum Command {
    Init(init::Args),
    Rotate(rotate::Args),
    List(list::Args),
}

/// Where keys are.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Place {
    /// The folder of the keys; `keys` of the project where none is given
    #[arg(long, value_name = "DIR", env = "HEXAPLA_KEYS", hide_env_values = true)]
    keys: Option<PathBuf>,
}

impl Place {
    /// Opens the keys; the passphrase of an encrypted one is asked for when it signs.
    pub(crate) fn open(&self, global: &Global) -> Result<Keys, Failure> {
        Ok(Keys::open(&self.folder(global)?)?.asking(ask::passphrase))
    }

    fn folder(&self, global: &Global) -> Result<PathBuf, Failure> {
        match &self.keys {
            Some(folder) => Ok(folder.clone()),
            None => Ok(Session::open(&global.directory)?.root().join("keys")),
        }
    }
}

pub(crate) fn run(global: &Global, command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Init(args) => init::run(global, args),
        Command::Rotate(args) => rotate::run(global, args),
        Command::List(args) => list::run(global, args),
    }
}

/// For how long a root is good.
#[derive(clap::Args, Clone, Copy, Debug)]
struct Lifetime {
    /// In how many days the root expires
    #[arg(long, value_name = "DAYS", default_value_t = 1095, value_parser = clap::value_parser!(u32).range(1..=36500))]
    expires_days: u32,
}

impl Lifetime {
    fn end(self, global: &Global) -> Timestamp {
        let from = global.as_of.unwrap_or_else(now);
        from.plus_days(self.expires_days)
    }
}
