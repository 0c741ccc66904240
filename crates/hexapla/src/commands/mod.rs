//! One command a file: its arguments, whose comments are its help, and a body that only
//! translates.

pub(crate) mod accept;
pub(crate) mod bootstrap;
pub(crate) mod carry;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod fill;
pub(crate) mod glossary;
pub(crate) mod impact;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod keep;
pub(crate) mod keys;
pub(crate) mod ledger;
pub(crate) mod lsp;
pub(crate) mod memory;
pub(crate) mod people;
pub(crate) mod prefill;
pub(crate) mod pull;
pub(crate) mod release;
pub(crate) mod rename;
pub(crate) mod reopen;
pub(crate) mod resolve;
pub(crate) mod review;
pub(crate) mod serve;
pub(crate) mod settle;
pub(crate) mod status;
pub(crate) mod sync;
pub(crate) mod texts;
pub(crate) mod watch;

use crate::cli::{Cli, Command};
use crate::exit::Exit;
use crate::failure::Failure;

/// Runs a command.
pub(crate) fn run(cli: Cli) -> Result<Exit, Failure> {
    let Cli { global, command } = cli;
    match command {
        Command::Init(args) => init::run(&global, &args),
        Command::Status(args) => status::run(&global, &args),
        Command::Diff(args) => diff::run(&global, &args),
        Command::Review(args) => review::run(&global, &args),
        Command::Accept(args) => accept::run(&global, &args),
        Command::Carry(args) => carry::run(&global, &args),
        Command::Keep(args) => keep::run(&global, &args),
        Command::Reopen(args) => reopen::run(&global, &args),
        Command::Fill(args) => fill::run(&global, &args),
        Command::Memory(args) => memory::run(&global, &args),
        Command::Prefill(args) => prefill::run(&global, &args),
        Command::Resolve(args) => resolve::run(&global, &args),
        Command::Sync(args) => sync::run(&global, &args),
        Command::Rename(args) => rename::run(&global, &args),
        Command::Explain(args) => explain::run(&global, &args),
        Command::Check(args) => check::run(&global, &args),
        Command::Export(args) => export::run(&global, &args),
        Command::Import(args) => import::run(&global, &args),
        Command::Impact(args) => impact::run(&global, &args),
        Command::Watch(args) => watch::run(&global, &args),
        Command::Release(command) => release::run(&global, &command),
        Command::Pull(args) => pull::run(&global, &args),
        Command::Serve(args) => serve::run(&global, &args),
        Command::Keys(command) => keys::run(&global, &command),
        Command::People(command) => people::run(&global, &command),
        Command::Glossary(command) => glossary::run(&global, &command),
        Command::Ledger(command) => ledger::run(&global, &command),
        Command::Lsp(args) => lsp::run(&global, &args),
        Command::Completions(args) => completions::run(&args),
    }
}
