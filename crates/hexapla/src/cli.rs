//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use hexapla_model::{Handle, Timestamp};

use crate::commands;
use crate::exit;

/// Keeps translations honest: knows what each one was made from, shows what changed since, and
/// releases only what is true.
#[derive(Parser, Debug)]
#[command(name = "hexapla", version, after_help = exit::HELP, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(clap::Args, Clone, Debug)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Global {
    /// Work in this folder, or the nearest above it with a hexapla.toml
    #[arg(long, short = 'C', global = true, value_name = "DIR", default_value = ".")]
    pub(crate) directory: PathBuf,
    /// Count ages to this moment instead of now
    #[arg(long, global = true, value_name = "TIME", env = "HEXAPLA_AS_OF", hide_env_values = true)]
    pub(crate) as_of: Option<Timestamp>,
    /// Your handle: how you want to be credited (a handle is for ever; no mail address)
    #[arg(
        long,
        global = true,
        value_name = "HANDLE",
        env = "HEXAPLA_HANDLE",
        hide_env_values = true
    )]
    pub(crate) handle: Option<Handle>,
}

/// What can be done.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    Init(commands::init::Args),
    Status(commands::status::Args),
    Diff(commands::diff::Args),
    Review(commands::review::Args),
    Accept(commands::accept::Args),
    Carry(commands::carry::Args),
    Keep(commands::keep::Args),
    Reopen(commands::reopen::Args),
    Fill(commands::fill::Args),
    Prefill(commands::prefill::Args),
    Memory(commands::memory::Args),
    Resolve(commands::resolve::Args),
    Sync(commands::sync::Args),
    Rename(commands::rename::Args),
    Explain(commands::explain::Args),
    Check(commands::check::Args),
    Export(commands::export::Args),
    Import(commands::import::Args),
    Impact(commands::impact::Args),
    Watch(commands::watch::Args),
    #[command(subcommand)]
    Release(commands::release::Command),
    Pull(commands::pull::Args),
    Serve(commands::serve::Args),
    #[command(subcommand)]
    Keys(commands::keys::Command),
    #[command(subcommand)]
    People(commands::people::Command),
    #[command(subcommand)]
    Glossary(commands::glossary::Command),
    #[command(subcommand)]
    Ledger(commands::ledger::Command),
    Lsp(commands::lsp::Args),
    Completions(commands::completions::Args),
}
