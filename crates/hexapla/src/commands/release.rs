//! `hexapla release`.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use hexapla_engine::{Bundle, GateFailure, Shipping, Tally, UnitShipped, compose, gate};
use hexapla_model::{Freshness, Locale, Progress};
use hexapla_release::{Coverage, Header, Manifest, Release, ReleaseFile, ReleaseId, UnitEntry};
use hexapla_workspace::verify_release;
use serde_json::{Value, json};

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Align, Cell, Style, Table, count, out, outln, paint, showing, width};

/// Build, list and verify releases
#[derive(clap::Subcommand, Debug)]
pub(crate) enum Command {
    Build(BuildArgs),
    List(ListArgs),
    Verify(VerifyArgs),
}

/// Build a release of everything that may be shipped
///
/// Obeys the gates of the channel and the serve rules of the workflows; where a gate is closed,
/// nothing is written. Same input, same bytes.
#[derive(clap::Args, Debug)]
pub(crate) struct BuildArgs {
    /// The channel whose gates must be open
    #[arg(long, default_value = "stable", value_name = "NAME")]
    channel: String,
    /// Where releases are kept
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// Only say whether the gates are open
    #[arg(long)]
    dry_run: bool,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// List the releases that are kept
#[derive(clap::Args, Debug)]
pub(crate) struct ListArgs {
    /// Where releases are kept
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// Verify every byte of a release
#[derive(clap::Args, Debug)]
pub(crate) struct VerifyArgs {
    /// The release's folder; the newest built one where none is given
    release: Option<PathBuf>,
}

pub(crate) fn run(global: &Global, command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Build(args) => build(global, args),
        Command::List(args) => list(global, args),
        Command::Verify(args) => verify(global, args),
    }
}

fn build(global: &Global, args: &BuildArgs) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    context.require_whole_ledger()?;
    context.require_all_files()?;
    let snapshot = context.snapshot();
    if !context.session.has_channel(&args.channel) {
        return Err(Failure::usage(format!("no workflow has a channel `{}`", args.channel))
            .with_hint("see `[channels]` in the workflows"));
    }
    let progress = context.session.progress();
    progress.begin("checking units", 0);
    let check = || hexapla_engine::check(snapshot, &context.status);
    let findings = showing(progress, check);
    // As the project, neither is taken apart again: the process ends with the command.
    let (shipping, failures) = showing(progress, || {
        let shipping = ManuallyDrop::new(Shipping::new(snapshot, &context.status, &findings));
        let failures = gate(snapshot, &shipping, &findings, &args.channel);
        (shipping, failures)
    });
    if !failures.is_empty() {
        match args.json {
            true => outln!("{}", pretty(&closed_json(&failures, &args.channel)))?,
            false => out!("{}", closed(&failures, &args.channel))?,
        }
        return Ok(Exit::Findings);
    }
    let (release, folder) = showing(progress, || {
        let composition = compose(snapshot, &shipping, &args.channel, progress);
        let release = ManuallyDrop::new(assemble(&context, &args.channel, composition.bundles)?);
        let save = || context.session.save_release(&release, args.into.as_deref());
        let folder = (!args.dry_run).then(save).transpose()?;
        Ok::<_, Failure>((release, folder))
    })?;
    tell_open(args, &release, folder.as_deref())?;
    Ok(Exit::Clean)
}

/// Says that the gates are open, and where the release is, where it was written.
fn tell_open(args: &BuildArgs, release: &Release, folder: Option<&Path>) -> Result<(), Failure> {
    let (files, bytes) = (release.files.len(), release.files.values().map(Vec::len).sum::<usize>());
    let folder = folder.map(|it| nearer(it).display().to_string());
    if args.json {
        let told = json!({
            "channel": args.channel,
            "open": true,
            "release": folder.as_ref().map(|_| release.id.to_string()),
            "files": files,
            "bytes": bytes,
            "folder": folder,
        });
        return outln!("{}", pretty(&told));
    }
    let files = count(files, "file");
    match folder {
        Some(folder) => outln!(
            "built {} for `{}`: {files}, {bytes} bytes, in {folder}",
            release.id.short(),
            args.channel,
        ),
        None => outln!("the gates of `{}` are open: {files}", args.channel),
    }
}

/// A path as seen from the folder that the command runs in.
fn nearer(path: &Path) -> &Path {
    let here = std::env::current_dir().ok();
    here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path)
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

fn assemble(context: &Context, channel: &str, bundles: Vec<Bundle>) -> Result<Release, Failure> {
    let coverage = coverage(context, &bundles);
    let header = Header {
        name: context.session.name().to_owned(),
        channel: channel.to_owned(),
        as_of: context.as_of,
    };
    let files = bundles.into_iter().map(release_file).collect();
    hexapla_release::build(header, files, coverage).map_err(|error| {
        Failure::new(Exit::Findings, error.to_string())
            .with_hint("rename the source so that its path is fit for every file system")
    })
}

fn release_file(bundle: Bundle) -> ReleaseFile {
    let entry = |unit: UnitShipped| UnitEntry {
        unit: unit.address,
        language: unit.language,
        freshness: unit.freshness,
        state: unit.state,
        changed_at: unit.changed_at,
        lines: unit.lines,
    };
    ReleaseFile {
        locale: bundle.locale,
        collection: bundle.collection,
        path: bundle.path,
        bytes: bundle.bytes,
        units: bundle.units.into_iter().map(entry).collect(),
    }
}

/// How complete each collection is in each locale that is released.
fn coverage(context: &Context, bundles: &[Bundle]) -> Vec<Coverage> {
    let released: BTreeSet<(&Locale, &str)> =
        bundles.iter().map(|it| (&it.locale, it.collection.as_str())).collect();
    let tallies = context.status.tally(|id, locale| {
        let place = (locale, id.collection());
        released.contains(&place).then(|| (locale.clone(), place.1.to_owned()))
    });
    let record = |((locale, collection), tally): ((Locale, String), Tally)| {
        let mut counts: BTreeMap<String, (usize, usize)> = Freshness::ALL
            .iter()
            .map(|it| (it.to_string(), (tally.of(*it).units, tally.of(*it).words)))
            .collect();
        counts.insert(
            "out-of-order".to_owned(),
            (tally.out_of_order.units, tally.out_of_order.words),
        );
        Coverage { locale, collection, counts }
    };
    tallies.into_iter().map(record).collect()
}

fn closed(failures: &[GateFailure], channel: &str) -> String {
    let columns = ["locale", "collection", "gate", "unit", "why"].map(|name| (name, Align::Left));
    let mut table = Table::new(&columns);
    for failure in failures {
        table.row(vec![
            Cell::new(Style::Plain, failure.locale.to_string()),
            Cell::new(Style::Plain, &failure.collection),
            Cell::new(Style::Stale, failure.gate.to_string()),
            Cell::new(Style::Plain, failure.unit.clone().unwrap_or_default()),
            Cell::new(Style::Plain, &failure.message),
        ]);
    }
    let closed = paint(Style::Error, &format!("`{channel}` is closed"));
    format!(
        "{}\n{closed}: {}; nothing was written\n",
        table.render(width()),
        count(failures.len(), "reason")
    )
}

fn closed_json(failures: &[GateFailure], channel: &str) -> Value {
    let record = |it: &GateFailure| {
        json!({
            "locale": it.locale.to_string(),
            "collection": it.collection,
            "gate": it.gate.to_string(),
            "unit": it.unit,
            "why": it.message,
        })
    };
    let reasons: Vec<Value> = failures.iter().map(record).collect();
    json!({ "channel": channel, "open": false, "reasons": reasons })
}

fn list(global: &Global, args: &ListArgs) -> Result<Exit, Failure> {
    let session = hexapla_workspace::Session::open(&global.directory)?;
    let mut table = Table::new(&[
        ("release", Align::Left),
        ("channel", Align::Left),
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
            Cell::new(Style::Plain, &manifest.channel),
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
        "channel": manifest.channel,
        "as_of": manifest.as_of.to_string(),
        "files": manifest.files.len(),
        "bytes": manifest.files.values().map(|file| file.length).sum::<u64>(),
    })
}

fn verify(global: &Global, args: &VerifyArgs) -> Result<Exit, Failure> {
    let folder = match &args.release {
        Some(folder) => folder.clone(),
        None => hexapla_workspace::Session::open(&global.directory)?.newest_release()?,
    };
    let progress = Progress::default();
    let (id, manifest) = showing(&progress, || verify_release(&folder, &progress))?;
    outln!("{}: {} as released", id.short(), count(manifest.files.len(), "file"))?;
    Ok(Exit::Clean)
}
