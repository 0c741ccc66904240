//! `hexapla release list`.

use std::path::PathBuf;

use hexapla_release::{Manifest, ReleaseId};
use serde_json::{Value, json};

use super::pretty;
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Align, Cell, Style, Table, out, outln, width};

/// List the releases that are kept
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Where releases are kept
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let session = hexapla_workspace::Session::open(&global.directory)?;
    let mut table = Table::new(&[
        ("release", Align::Left),
        ("channels", Align::Left),
        ("as of", Align::Left),
        ("files", Align::Right),
        ("bytes", Align::Right),
    ]);
    let releases = session.releases(args.into.as_deref())?;
    if args.json {
        let records: Value = releases.iter().map(|(id, it)| listed(id, it)).collect();
        outln!("{}", pretty(&records))?;
        return Ok(Exit::Clean);
    }
    if releases.is_empty() {
        outln!("no release yet: `hexapla release build` makes one")?;
        return Ok(Exit::Clean);
    }
    for (id, manifest) in releases {
        let bytes: u64 = manifest.files.values().map(|file| file.length).sum();
        table.row(vec![
            Cell::new(Style::Plain, id.short()),
            Cell::new(Style::Plain, manifest.channels.join(" ")),
            Cell::new(Style::Plain, manifest.as_of.to_string()),
            Cell::new(Style::Plain, manifest.files.len().to_string()),
            Cell::new(Style::Plain, bytes.to_string()),
        ]);
    }
    out!("{}", table.render(width()))?;
    Ok(Exit::Clean)
}

fn listed(id: &ReleaseId, manifest: &Manifest) -> Value {
    json!({
        "release": id.to_string(),
        "channels": manifest.channels,
        "as_of": manifest.as_of.to_string(),
        "files": manifest.files.len(),
        "bytes": manifest.files.values().map(|file| file.length).sum::<u64>(),
    })
}
