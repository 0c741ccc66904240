//! `hexapla people`.

mod add;
mod ask;
mod config;
mod disable;
mod invite;
mod list;
mod password;
mod roles;
mod token;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use hexapla_model::{Locale, Timestamp};
use hexapla_people::{Accounts, Rights, Role};
use hexapla_workspace::{Session, now};

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;

/// Say who may enter the review room, and what they may do there
#[derive(clap::Subcommand, Debug)]
pub(crate) enum Command {
    Add(add::Args),
    List(list::Args),
    Roles(roles::Args),
    Disable(disable::Args),
    Password(password::Args),
    Invite(invite::Args),
    #[command(subcommand)]
    Token(token::Command),
}

pub(crate) fn run(global: &Global, command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Add(args) => add::run(global, args),
        Command::List(args) => list::run(global, args),
        Command::Roles(args) => roles::run(global, args),
        Command::Disable(args) => disable::run(global, args),
        Command::Password(args) => password::run(global, args),
        Command::Invite(args) => invite::run(global, args),
        Command::Token(command) => token::run(global, command),
    }
}

/// Where accounts are.
#[derive(clap::Args, Clone, Debug)]
struct Place {
    /// The file of the review room; `.hexapla/room.sqlite` of the project where none is given
    #[arg(long, value_name = "FILE")]
    room: Option<PathBuf>,
}

impl Place {
    /// Opens the file, which has to be there.
    fn open(&self, global: &Global) -> Result<Accounts, Failure> {
        let path = self.path(global)?;
        if !path.try_exists()? {
            let message = format!("there is no review room in `{}`", crate::ui::nearer(&path));
            return Err(Failure::usage(message).with_hint(
                "`hexapla people add HANDLE --role admin` makes it, with its first account",
            ));
        }
        Ok(Accounts::open(&path)?)
    }

    /// Opens the file, and makes it where it is not there.
    fn make(&self, global: &Global) -> Result<Accounts, Failure> {
        Ok(Accounts::open(&self.path(global)?)?)
    }

    fn path(&self, global: &Global) -> Result<PathBuf, Failure> {
        match &self.room {
            Some(path) => Ok(path.clone()),
            None => Ok(Session::open(&global.directory)?.own_folder()?.join("room.sqlite")),
        }
    }
}

/// What somebody may do.
#[derive(clap::Args, Clone, Debug)]
struct Given {
    /// A role (may be repeated)
    #[arg(long = "role", required = true, value_name = "ROLE", value_parser = role_parser())]
    roles: Vec<Role>,
    /// A locale that translator, reviewer and editor hold in; all where none is given (may be repeated)
    #[arg(long = "locale", short, value_name = "LOCALE")]
    locales: Vec<Locale>,
}

impl Given {
    fn rights(&self) -> Rights {
        let (roles, locales) = (self.roles.iter().copied(), self.locales.iter().cloned());
        Rights { roles: roles.collect(), locales: locales.collect() }
    }
}

fn role_parser() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.map(Role::as_str)).try_map(|text| text.parse::<Role>())
}

fn moment(global: &Global) -> Timestamp {
    global.as_of.unwrap_or_else(now)
}

/// Rights in one line, such as `translator, reviewer in es, es-MX`.
fn told(rights: &Rights) -> String {
    fn list<T: ToString>(all: impl IntoIterator<Item = T>) -> String {
        all.into_iter().map(|it| it.to_string()).collect::<Vec<_>>().join(", ")
    }
    match rights.locales.is_empty() {
        true => list(&rights.roles),
        false => format!("{} in {}", list(&rights.roles), list(&rights.locales)),
    }
}
