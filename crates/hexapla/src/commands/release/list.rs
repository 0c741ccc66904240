//! `hexapla release list`.

use std::path::PathBuf;

use hexapla_release::{Lifetimes, Manifest, ReleaseId};
use hexapla_trust::Channel;
use hexapla_workspace::{ChannelVersion, Publisher, now};
use serde_json::{Value, json};

use super::pretty;
use crate::cli::Global;
use crate::commands::keys::Place;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Align, Cell, Style, Table, out, outln, width};

/// List the releases that are kept
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Where releases are kept
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// A store: then the versions of its channel are listed
    #[arg(long, value_name = "STORE", conflicts_with = "into")]
    to: Option<String>,
    /// The channel of the store
    #[arg(long, default_value = "stable", value_name = "NAME")]
    channel: Channel,
    #[command(flatten)]
    place: Place,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    if let Some(to) = &args.to {
        return list_channel(global, args, to);
    }
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

/// Lists the versions of a channel that can still be read, newest last.
fn list_channel(global: &Global, args: &Args, to: &str) -> Result<Exit, Failure> {
    let (store, keys) = (hexapla_store::open(to)?, args.place.open(global)?);
    let (channel, lifetimes) = (args.channel.clone(), Lifetimes::default());
    let now = global.as_of.unwrap_or_else(now);
    let versions = Publisher::new(store.as_ref(), &keys, channel, lifetimes, now)?.versions()?;
    if args.json {
        let record = |it: &ChannelVersion| {
            let mut record = listed(&it.release, &it.manifest);
            record["version"] = json!(it.number);
            record
        };
        outln!("{}", pretty(&versions.iter().map(record).collect()))?;
        return Ok(Exit::Clean);
    }
    if versions.is_empty() {
        outln!("no release yet: `hexapla release publish` puts one there")?;
        return Ok(Exit::Clean);
    }
    let mut table = Table::new(&[
        ("version", Align::Right),
        ("release", Align::Left),
        ("as of", Align::Left),
        ("files", Align::Right),
    ]);
    for version in versions {
        table.row(vec![
            Cell::new(Style::Plain, version.number.to_string()),
            Cell::new(Style::Plain, version.release.short()),
            Cell::new(Style::Plain, version.manifest.as_of.to_string()),
            Cell::new(Style::Plain, version.manifest.files.len().to_string()),
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
