//! `hexapla release build`.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use hexapla_engine::{Asked, Shipping, compose_site, gate};
use hexapla_release::Release;
use serde_json::json;

use super::closed::{closed, closed_json};
use super::explain;
use super::pretty;
use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, nearer, out, outln, showing};

/// Build a release of everything that may be shipped
///
/// Obeys the gates of the channel and the serve rules of the workflows; where a gate is closed,
/// nothing is written. Same input, same bytes.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The channel whose gates must be open
    #[arg(long, default_value = "stable", value_name = "NAME")]
    channel: String,
    /// Where releases are kept
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// `bundles` to publish, or `site`: files as the project has them, complete, for a generator that
    /// builds from folders; needs `--into`
    #[arg(long, value_enum, default_value_t = Layout::Bundles)]
    layout: Layout,
    /// Only say whether the gates are open
    #[arg(long)]
    dry_run: bool,
    /// Only say why units ship in which language: those whose address fits, such as `ui/main#title`
    /// or `pages/about#*`
    #[arg(long, value_name = "UNIT")]
    explain: Option<String>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    context.require_whole_ledger()?;
    context.require_all_files()?;
    let snapshot = context.snapshot();
    if !context.session.channels().contains(args.channel.as_str()) {
        return Err(Failure::usage(format!("no workflow has a channel `{}`", args.channel))
            .with_hint("see `[channels]` in the workflows"));
    }
    let progress = context.session.progress();
    progress.begin("checking units", 0);
    let check = || hexapla_engine::check_for_release(snapshot, &context.status);
    let findings = showing(progress, check);
    // As the project, neither is taken apart again: the process ends with the command.
    let (shipping, failures) = showing(progress, || {
        let shipping = ManuallyDrop::new(Shipping::new(snapshot, &context.status, &findings));
        let failures = gate(snapshot, &shipping, &findings, &args.channel);
        (shipping, failures)
    });
    if let Some(pattern) = &args.explain {
        return tell_why(args, &shipping.explain(pattern), pattern);
    }
    if !failures.is_empty() {
        match args.json {
            true => outln!("{}", pretty(&closed_json(&failures, &args.channel)))?,
            false => out!("{}", closed(&failures, &args.channel))?,
        }
        return Ok(Exit::Findings);
    }
    if args.layout == Layout::Site && !args.dry_run {
        return build_site(&context, &shipping, args);
    }
    let (release, folder) = showing(progress, || {
        let built = context.session.build(snapshot, &shipping, &findings, &args.channel);
        let release = ManuallyDrop::new(built.map_err(|error| {
            Failure::new(Exit::Findings, error.to_string())
                .with_hint("rename the source so that its path is fit for every file system")
        })?);
        let save = || context.session.save_release(&release, args.into.as_deref());
        let folder = (!args.dry_run).then(save).transpose()?;
        Ok::<_, Failure>((release, folder))
    })?;
    tell_open(args, &release, folder.as_deref())?;
    Ok(Exit::Clean)
}

/// How what is built is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Layout {
    /// Bundles by locale and collection.
    Bundles,
    /// As the project's own files are.
    Site,
}

/// Writes the files of the site.
fn build_site(context: &Context, shipping: &Shipping<'_>, args: &Args) -> Result<Exit, Failure> {
    let into = args.into.as_deref().ok_or_else(|| {
        Failure::usage("`--layout site` needs a folder to build into")
            .with_hint("name an empty one, or a new one, by `--into DIR`")
    })?;
    let progress = context.session.progress();
    let files = showing(progress, || {
        let files = compose_site(context.snapshot(), shipping, &args.channel, progress);
        context.session.save_site(&files, into).map(|()| files)
    })?;
    let (channel, folder) = (&args.channel, into.display().to_string());
    match args.json {
        true => {
            let told =
                json!({ "channel": channel, "open": true, "files": files.len(), "folder": folder });
            outln!("{}", pretty(&told))?;
        }
        false => {
            outln!("built a site for `{channel}`: {} in {folder}", count(files.len(), "file"))?;
        }
    }
    Ok(Exit::Clean)
}

/// Says what becomes of the units that were asked for.
fn tell_why(args: &Args, asked: &[Asked], pattern: &str) -> Result<Exit, Failure> {
    if asked.is_empty() {
        return Err(Failure::usage(format!("no unit fits `{pattern}`"))
            .with_hint("write it as `status --by unit` shows it, such as `ui/main#title`"));
    }
    match args.json {
        true => outln!("{}", pretty(&explain::json(asked)))?,
        false => out!("{}", explain::table(asked))?,
    }
    Ok(Exit::Clean)
}

/// Says that the gates are open, and where the release is, where it was written.
fn tell_open(args: &Args, release: &Release, folder: Option<&Path>) -> Result<(), Failure> {
    let (files, bytes) = (release.files.len(), release.files.values().map(Vec::len).sum::<usize>());
    let folder = folder.map(nearer);
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
