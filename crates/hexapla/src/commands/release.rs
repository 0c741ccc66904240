//! `hexapla release`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use hexapla_engine::{Bundle, GateFailure, Shipping, UnitShipped, compose, gate};
use hexapla_model::Freshness;
use hexapla_release::{Coverage, Header, Release, ReleaseFile, UnitEntry};

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Align, Cell, Style, Table, count, out, outln, paint, width};

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
}

/// List the releases that are kept
#[derive(clap::Args, Debug)]
pub(crate) struct ListArgs {
    /// Where releases are kept
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
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
    let findings = hexapla_engine::check(snapshot, &context.status);
    let shipping = Shipping::new(snapshot, &context.status, &findings);
    let failures = gate(snapshot, &shipping, &findings, &args.channel);
    if !failures.is_empty() {
        out!("{}", closed(&failures, &args.channel))?;
        return Ok(Exit::Findings);
    }
    let composition = compose(snapshot, &shipping, &args.channel);
    let release = assemble(&context, &args.channel, composition.bundles)?;
    if args.dry_run {
        outln!("the gates of `{}` are open: {}", args.channel, count(release.files.len(), "file"))?;
        return Ok(Exit::Clean);
    }
    let folder = context.session.save_release(&release, args.into.as_deref())?;
    let bytes: usize = release.files.values().map(Vec::len).sum();
    outln!(
        "built {} for `{}`: {}, {bytes} bytes, in {}",
        release.id.short(),
        args.channel,
        count(release.files.len(), "file"),
        folder.display(),
    )?;
    Ok(Exit::Clean)
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
    let released = |locale: &hexapla_model::Locale, collection: &str| {
        bundles.iter().any(|it| it.locale == *locale && it.collection == collection)
    };
    let tallies = context.status.tally(|id, locale| {
        let collection = id.collection();
        released(locale, collection).then(|| (locale.clone(), collection.to_owned()))
    });
    let record = |((locale, collection), tally): (
        (hexapla_model::Locale, String),
        hexapla_engine::Tally,
    )| {
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

fn list(global: &Global, args: &ListArgs) -> Result<Exit, Failure> {
    let session = hexapla_workspace::Session::open(&global.directory)?;
    let mut table = Table::new(&[
        ("release", Align::Left),
        ("channel", Align::Left),
        ("as of", Align::Left),
        ("files", Align::Right),
        ("bytes", Align::Right),
    ]);
    for (id, manifest) in session.releases(args.into.as_deref())? {
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

fn verify(global: &Global, args: &VerifyArgs) -> Result<Exit, Failure> {
    let folder = match &args.release {
        Some(folder) => folder.clone(),
        None => hexapla_workspace::Session::open(&global.directory)?.newest_release()?,
    };
    let (id, manifest) = hexapla_workspace::verify_release(&folder)?;
    outln!("{}: {} as released", id.short(), count(manifest.files.len(), "file"))?;
    Ok(Exit::Clean)
}
