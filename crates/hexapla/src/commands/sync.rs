//! `hexapla sync`.

use hexapla_workspace::{Session, SyncBatch, SyncError, SyncWish, Synced, now};
use serde_json::{Value, json};

use super::resolve::taken;
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, outln, pretty, showing, tell};

/// Commit what was settled in the name of who settled it, merge what others did, and push
///
/// Only translations and the ledger are committed: no source, nothing else that was changed, and
/// nothing that you have staged. A commit has one author where one person is on record for it;
/// `git` in `[people.HANDLE]` of the config says how they are credited. A translation that was changed
/// here and there is merged unit by unit, as `resolve` does; where both changed a unit, ours stays in
/// the file and theirs is kept as a proposal.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Show what would be committed, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Commit only: neither fetch, merge nor push
    #[arg(long)]
    no_push: bool,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let session = Session::open(&global.directory)?;
    if args.dry_run {
        return dry_run(&session, args);
    }
    let at = global.as_of.unwrap_or_else(now);
    let wish = SyncWish { push: !args.no_push, by: global.handle.clone(), at };
    let (synced, ended) = showing(session.progress(), || session.sync(&wish));
    match args.json {
        true => outln!("{}", pretty(&synced.report()))?,
        false => show(&synced, args, ended.is_ok())?,
    }
    ended?;
    Ok(Exit::Clean)
}

/// Shows what would be committed.
fn dry_run(session: &Session, args: &Args) -> Result<Exit, Failure> {
    let batches = session.unsynced()?;
    if args.json {
        let waiting: Vec<Value> = batches.iter().map(SyncBatch::report).collect();
        outln!("{}", pretty(&json!({ "waiting": waiting })))?;
        return Ok(Exit::Clean);
    }
    if batches.is_empty() {
        outln!("nothing waits to be committed")?;
    }
    for batch in &batches {
        outln!("would commit {}", shown(batch))?;
        for path in &batch.files {
            outln!("  {path}")?;
        }
    }
    Ok(Exit::Clean)
}

fn show(synced: &Synced, args: &Args, is_done: bool) -> Result<(), Failure> {
    for it in &synced.committed {
        outln!("committed {} {}", it.short(), shown(&it.batch))?;
    }
    let upstream = synced.upstream.as_deref().unwrap_or_default();
    if synced.taken > 0 {
        outln!("merged {} of {upstream}", count(synced.taken, "commit"))?;
    }
    for it in &synced.joined {
        outln!("{}: {}", it.path, taken(it.taken, it.proposed))?;
    }
    if synced.pushed > 0 {
        outln!("pushed {} to {upstream}", count(synced.pushed, "commit"))?;
    }
    if is_done && *synced == (Synced { upstream: synced.upstream.clone(), ..Synced::default() }) {
        outln!("nothing to commit, merge or push")?;
    }
    if is_done && synced.upstream.is_none() && !args.no_push {
        tell!("this branch follows no other: nothing was pushed");
        tell!("hint: `git push -u origin HEAD` pushes it, and has it follow from then on");
    }
    Ok(())
}

/// Who settled what.
fn shown(batch: &SyncBatch) -> String {
    let people: Vec<&str> = batch.people.iter().map(|it| it.as_str()).collect();
    let of = if people.is_empty() { String::new() } else { format!(" of {}", people.join(", ")) };
    format!("{}{of}: {}", count(batch.files.len(), "file"), batch.subject())
}

impl From<SyncError> for Failure {
    fn from(error: SyncError) -> Self {
        let exit = match &error {
            SyncError::Detached
            | SyncError::Underway(_)
            | SyncError::NoIdentity
            | SyncError::OldGit => Exit::Usage,
            SyncError::Gone(_) | SyncError::Damaged(_) => Exit::Integrity,
            SyncError::Conflict { .. }
            | SyncError::Unmerged { .. }
            | SyncError::InTheWay { .. }
            | SyncError::Overtaken { .. } => Exit::MovedOn,
            _ => Exit::Io,
        };
        let (message, hint) = (error.to_string(), error.hint());
        match error {
            SyncError::Disk(error) => Self { hint, ..error.into() },
            _ => Self { exit, messages: vec![message], hint },
        }
    }
}
