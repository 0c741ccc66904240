//! `hexapla release publish`, `promote`, `rollback` and `refresh`.

use std::path::PathBuf;

use hexapla_trust::Channel;
use hexapla_workspace::Session;

use super::desk::Desk;
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;

/// Sign a built release and put it in a store
///
/// Content goes first and the pointer last, so that readers see one whole release or the next. What
/// the store has already is not sent again.
#[derive(clap::Args, Debug)]
pub(crate) struct PublishArgs {
    /// The release's folder; the newest built one for the channel where none is given
    release: Option<PathBuf>,
    #[command(flatten)]
    desk: Desk,
}

/// Publish the present release of another channel
///
/// Only where the gates of this channel were open too when it was built, and it carries the same
/// locales.
#[derive(clap::Args, Debug)]
pub(crate) struct PromoteArgs {
    /// The channel that has the release
    #[arg(long, default_value = "preview", value_name = "NAME")]
    from: Channel,
    #[command(flatten)]
    desk: Desk,
}

/// Publish an earlier release again
///
/// As a new version, since clients refuse lower ones.
#[derive(clap::Args, Debug)]
pub(crate) struct RollbackArgs {
    /// The version to go back to; where none is given, the last one with another release
    #[arg(long, value_name = "NUMBER")]
    version: Option<u64>,
    #[command(flatten)]
    desk: Desk,
}

/// Sign the pointer to the present release anew
///
/// Clients refuse a pointer that has expired. Run it by a timer, more often than the pointer's days.
#[derive(clap::Args, Debug)]
pub(crate) struct RefreshArgs {
    #[command(flatten)]
    desk: Desk,
}

pub(crate) fn publish(global: &Global, args: &PublishArgs) -> Result<Exit, Failure> {
    let session = Session::open(&global.directory)?;
    args.desk
        .publish(global, "published", |it| Ok(session.publish(it, args.release.as_deref())?))?;
    Ok(Exit::Clean)
}

pub(crate) fn promote(global: &Global, args: &PromoteArgs) -> Result<Exit, Failure> {
    args.desk.publish(global, "promoted", |it| Ok(it.promote(&args.from)?))?;
    Ok(Exit::Clean)
}

pub(crate) fn roll_back(global: &Global, args: &RollbackArgs) -> Result<Exit, Failure> {
    args.desk.publish(global, "rolled back to", |it| Ok(it.roll_back(args.version)?))?;
    Ok(Exit::Clean)
}

pub(crate) fn refresh(global: &Global, args: &RefreshArgs) -> Result<Exit, Failure> {
    args.desk.publish(global, "refreshed", |it| Ok(it.refresh()?))?;
    Ok(Exit::Clean)
}
