//! `hexapla pull`.

mod copied;
mod signed;

use std::path::PathBuf;
use std::time::Duration;

use hexapla_trust::Locale;

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;

/// Bring a release into a folder, verified, all at once
///
/// With `--trust` from a channel of a store: every signature is verified, only what changed is
/// fetched, and no older release than the last is taken. Without it from a folder of releases on
/// this machine. Where anything fails, the folder stays as it was.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// With `--trust` a store: a folder, `https://…`, or `s3://bucket/prefix` with credentials in the
    /// environment. Without: a release's folder, or a folder of releases of which the newest for the
    /// channel is taken
    store: String,
    /// The channel, where the store holds several
    #[arg(long, default_value = "stable", value_name = "NAME")]
    channel: String,
    /// Where to put the files
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Whose signatures count: the root that whoever publishes gave you, such as `1.root.json`
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
    /// Only these locales, such as `es,ar`
    #[arg(long, value_name = "LOCALES", value_delimiter = ',', requires = "trust")]
    locales: Vec<Locale>,
    /// Follow the channel: pull again and again until SIGINT (Ctrl-C) or SIGTERM, or until nobody
    /// reads what is told. What fails is told, and tried again
    #[arg(long, requires = "trust")]
    watch: bool,
    /// How long to wait between two pulls
    #[arg(long, value_name = "SECONDS", default_value_t = 60, requires = "watch", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    every: u64,
    /// How long one request may take
    #[arg(long, value_name = "SECONDS", default_value_t = 60, requires = "trust", value_parser = clap::value_parser!(u64).range(1..=3600))]
    timeout: u64,
    /// As JSON; with `--watch` each event as a line: `pulled`, `refused`
    #[arg(long)]
    json: bool,
}

impl Args {
    fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout)
    }
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    match &args.trust {
        Some(trust) => signed::run(global, args, trust),
        None if args.store.contains("://") => {
            Err(Failure::usage(format!("nothing says whom to trust in `{}`", shown(&args.store)))
                .with_hint("name the root that whoever publishes gave you: `--trust 1.root.json`"))
        }
        None => copied::run(args),
    }
}

/// An address as it may be told: without what may be secret.
fn shown(address: &str) -> &str {
    match address.contains(['@', '?', '#']) {
        true => "the store",
        false => address,
    }
}
