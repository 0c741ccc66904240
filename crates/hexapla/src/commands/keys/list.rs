//! `hexapla keys list`.

use hexapla_workspace::{HeldKey, Keys};
use serde_json::{Value, json};

use super::Place;
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Align, Cell, Style, Table, nearer, out, outln, paint, tell, width};

/// List the keys that the present root names, and whether their private halves are here
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let keys = args.place.open(global)?;
    let held = keys.list();
    if args.json {
        let records: Value = held.iter().map(|it| record(&keys, it)).collect();
        outln!("{}", serde_json::to_string_pretty(&records).unwrap_or_default())?;
    } else {
        out!("{}", table(&keys, &held).render(width()))?;
    }
    for path in held.iter().filter(|it| it.exposed).filter_map(|it| it.file.as_deref()) {
        let path = nearer(path);
        tell!("{} others may read `{path}`: it signs nothing", paint(Style::Stale, "warning:"));
        tell!("{} `chmod 600 {path}`", paint(Style::Heading, "hint:"));
    }
    Ok(Exit::Clean)
}

fn table(keys: &Keys, held: &[HeldKey]) -> Table {
    let mut table = Table::new(&[
        ("role", Align::Left),
        ("key", Align::Left),
        ("threshold", Align::Right),
        ("root expires", Align::Left),
        ("private key", Align::Left),
    ]);
    for key in held {
        let (style, file) = match &key.file {
            Some(path) if key.exposed => (Style::Stale, nearer(path)),
            Some(path) if key.encrypted => (Style::Plain, format!("{}, encrypted", nearer(path))),
            Some(path) => (Style::Plain, nearer(path)),
            None => (Style::Faint, "elsewhere".to_owned()),
        };
        table.row(vec![
            Cell::new(Style::Plain, key.role.to_string()),
            Cell::new(Style::Plain, key.id.short()),
            Cell::new(Style::Plain, keys.threshold(key.role).to_string()),
            Cell::new(Style::Plain, keys.root().head.expires.date()),
            Cell::new(style, file),
        ]);
    }
    table
}

fn record(keys: &Keys, key: &HeldKey) -> Value {
    json!({
        "role": key.role.to_string(),
        "key": key.id.to_string(),
        "threshold": keys.threshold(key.role),
        "root": keys.root().head.version,
        "expires": keys.root().head.expires.to_string(),
        "file": key.file.as_deref().map(nearer),
        "encrypted": key.encrypted,
        "exposed": key.exposed,
    })
}
