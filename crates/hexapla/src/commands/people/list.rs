//! `hexapla people list`.

use hexapla_people::Account;
use serde_json::{Value, json};

use super::Place;
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Align, Cell, Style, Table, out, outln, width};

/// List who has an account, and what they may do
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let all = args.place.open(global)?.list()?;
    if args.json {
        let records: Value = all.iter().map(record).collect();
        outln!("{}", serde_json::to_string_pretty(&records).unwrap_or_default())?;
    } else {
        out!("{}", table(&all).render(width()))?;
    }
    Ok(Exit::Clean)
}

fn table(all: &[Account]) -> Table {
    let columns = ["handle", "name", "roles", "locales", "since", "disabled"];
    let mut table = Table::new(&columns.map(|it| (it, Align::Left)));
    for account in all {
        let style = if account.disabled.is_some() { Style::Faint } else { Style::Plain };
        let locales = match account.rights.locales.is_empty() {
            true => "all".to_owned(),
            false => joined(&account.rights.locales),
        };
        let disabled = account.disabled.map_or_else(String::new, |it| it.date());
        let cells = [
            account.handle.to_string(),
            account.name.clone(),
            joined(&account.rights.roles),
            locales,
            account.created.date(),
            disabled,
        ];
        table.row(cells.map(|text| Cell::new(style, text)).into());
    }
    table
}

fn joined<T: ToString>(all: impl IntoIterator<Item = T>) -> String {
    all.into_iter().map(|it| it.to_string()).collect::<Vec<_>>().join(" ")
}

fn record(account: &Account) -> Value {
    json!({
        "handle": account.handle.to_string(),
        "name": account.name,
        "roles": account.rights.names(),
        "locales": account.rights.locales.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "created": account.created.to_string(),
        "disabled": account.disabled.map(|it| it.to_string()),
    })
}
