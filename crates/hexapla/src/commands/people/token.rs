//! `hexapla people token`.

use hexapla_model::{Handle, Timestamp};
use hexapla_people::ProgramToken;
use serde_json::{Value, json};

use super::{Place, moment};
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Align, Cell, Style, Table, out, outln, tell, width};

/// Let programs into the review room by tokens, without a password
///
/// A program sends `Authorization: Bearer TOKEN`, and may do what the account may, or only read. Each
/// account makes its own on the page /tokens of the room, too.
#[derive(clap::Subcommand, Debug)]
pub(crate) enum Command {
    Add(Add),
    List(List),
    Remove(Remove),
}

/// Make a token for a program, in the name of an account
///
/// The token goes to standard output and is not shown again; only its hash is kept. Whoever has it can
/// do what it may.
#[derive(clap::Args, Debug)]
pub(crate) struct Add {
    /// Whose
    #[arg(value_name = "HANDLE")]
    who: Handle,
    /// What it is for, such as CI; each of an account has another name
    #[arg(long)]
    name: String,
    /// Let it only read, and not all that the account may
    #[arg(long)]
    read_only: bool,
    /// In how many days it expires
    #[arg(long, value_name = "DAYS", default_value_t = ProgramToken::DAYS, value_parser = clap::value_parser!(u32).range(1..=i64::from(ProgramToken::LONGEST)))]
    days: u32,
    /// Let it be good until it is removed
    #[arg(long, conflicts_with = "days")]
    endless: bool,
    #[command(flatten)]
    place: Place,
}

/// List the tokens of an account, or of all
#[derive(clap::Args, Debug)]
pub(crate) struct List {
    /// Whose; those of all where none is given
    #[arg(value_name = "HANDLE")]
    who: Option<Handle>,
    #[command(flatten)]
    place: Place,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// Remove a token, which is good no more from then on
#[derive(clap::Args, Debug)]
pub(crate) struct Remove {
    /// Whose
    #[arg(value_name = "HANDLE")]
    who: Handle,
    /// Its name
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    place: Place,
}

pub(super) fn run(global: &Global, command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Add(args) => add(global, args),
        Command::List(args) => list(global, args),
        Command::Remove(args) => {
            args.place.open(global)?.remove_token(&args.who, &args.name)?;
            outln!("removed the token `{}` of {}", args.name.trim(), args.who)?;
            Ok(Exit::Clean)
        }
    }
}

fn add(global: &Global, args: &Add) -> Result<Exit, Failure> {
    let now = moment(global);
    let expires = (!args.endless).then(|| now.plus_days(args.days));
    let reads_only = args.read_only;
    let made =
        ProgramToken { expires, reads_only, ..ProgramToken::new(&args.who, &args.name, now) };
    let token = args.place.open(global)?.add_token(&made)?;
    outln!("{}", token.program_secret().reveal())?;
    tell!("good {}, {}", until(expires), reach(reads_only, &args.who));
    Ok(Exit::Clean)
}

fn list(global: &Global, args: &List) -> Result<Exit, Failure> {
    let accounts = args.place.open(global)?;
    if let Some(who) = &args.who {
        accounts.find(who)?.ok_or_else(|| hexapla_people::Error::Unknown(who.clone()))?;
    }
    let all = accounts.tokens(args.who.as_ref())?;
    if args.json {
        let records: Value = all.iter().map(record).collect();
        outln!("{}", serde_json::to_string_pretty(&records).unwrap_or_default())?;
    } else {
        out!("{}", table(&all, moment(global)).render(width()))?;
    }
    Ok(Exit::Clean)
}

fn table(all: &[ProgramToken], now: Timestamp) -> Table {
    let columns = ["handle", "name", "may", "since", "expires", "last used"];
    let mut table = Table::new(&columns.map(|it| (it, Align::Left)));
    for token in all {
        let style = if token.holds(now) { Style::Plain } else { Style::Faint };
        let cells = [
            token.handle.to_string(),
            token.name.clone(),
            if token.reads_only { "only read" } else { "all" }.to_owned(),
            token.created.date(),
            token.expires.map_or_else(|| "never".to_owned(), Timestamp::date),
            token.used.map_or_else(|| "never".to_owned(), Timestamp::date),
        ];
        table.row(cells.map(|text| Cell::new(style, text)).into());
    }
    table
}

fn record(token: &ProgramToken) -> Value {
    json!({
        "handle": token.handle.to_string(),
        "name": token.name,
        "read_only": token.reads_only,
        "created": token.created.to_string(),
        "expires": token.expires.map(|it| it.to_string()),
        "last_used": token.used.map(Timestamp::date),
    })
}

fn until(expires: Option<Timestamp>) -> String {
    expires.map_or_else(|| "until it is removed".to_owned(), |it| format!("until {it}"))
}

fn reach(reads_only: bool, who: &Handle) -> String {
    match reads_only {
        true => format!("to read what {who} may see"),
        false => format!("to do what {who} may"),
    }
}
