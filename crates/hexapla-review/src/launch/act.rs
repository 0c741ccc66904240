//! Building, publishing, promoting and rolling back.

use hexapla_engine::{Shipping, gate};
use hexapla_release::Lifetimes;
use hexapla_trust::Channel;
use hexapla_workspace::{Error, Keys, PublishError, Publisher, now};

use super::chosen;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::room::Room;

/// Does what a publisher asks for with a channel.
pub(crate) fn act(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let standing = room.desk.standing();
    let (channel, _) = chosen(&standing, asked)?;
    match asked.require("do")? {
        "build" => build(room, &channel)?,
        "publish" => publish(room, &channel, |publisher| {
            standing.session.publish(publisher, None).map(drop)
        })?,
        "promote" => {
            let from = asked.require("from")?.parse().map_err(bad)?;
            publish(room, &channel, |publisher| publisher.promote(&from).map(drop))?;
        }
        "roll-back" => {
            let version = asked.form.get("version").and_then(|it| it.parse().ok());
            publish(room, &channel, |publisher| publisher.roll_back(version).map(drop))?;
        }
        other => return Err(Failure::bad(format!("`{other}` cannot be done with a channel"))),
    }
    if asked.is_api {
        return super::list(room, asked);
    }
    Ok(Answer::go(format!("/launch/{channel}")))
}

fn bad(error: impl std::fmt::Display) -> Failure {
    Failure::bad(error.to_string())
}

/// Builds a release where the gates are open.
fn build(room: &Room, channel: &str) -> Result<(), Failure> {
    let whole = room.desk.whole()?;
    let loaded = &whole.loaded;
    if !loaded.ledger_problems.is_empty()
        || loaded.problems.iter().any(|it| it.severity == hexapla_model::Severity::Error)
    {
        return Err(Failure::new(409, "a part of the project cannot be read")
            .with_hint("a release would lack it: see to the files that are named above first"));
    }
    let shipping = Shipping::new(&loaded.snapshot, &whole.status, &whole.findings);
    let closed = gate(&loaded.snapshot, &shipping, &whole.findings, channel).len();
    if closed > 0 {
        return Err(Failure::new(409, format!("`{channel}` is closed by {closed} reasons"))
            .with_hint("the page of the channel names them"));
    }
    let session = &room.desk.standing().session;
    let built = session.build(&loaded.snapshot, &shipping, &whole.findings, channel);
    let release = built.map_err(|error| Failure::new(422, error.to_string()))?;
    session.save_release(&release, None)?;
    Ok(())
}

/// Does something with the channel of the room's store.
fn publish(
    room: &Room,
    channel: &str,
    what: impl FnOnce(&Publisher<'_>) -> Result<(), PublishError>,
) -> Result<(), Failure> {
    let Some(publishing) = &room.settings.publishing else {
        return Err(Failure::not_found("this room does not publish")
            .with_hint("start it with `hexapla serve --publish-to STORE`"));
    };
    let store = hexapla_store::open(&publishing.store)
        .map_err(|error| Failure::new(502, error.to_string()))?;
    let keys =
        Keys::open(&publishing.keys).map_err(|error| Failure::new(500, error.to_string()))?;
    let keys = keys.asking(publishing.ask);
    let channel: Channel = channel.parse().map_err(bad)?;
    let at = room.settings.as_of.unwrap_or_else(now);
    let publisher = Publisher::new(store.as_ref(), &keys, channel, Lifetimes::default(), at);
    publisher.and_then(|it| what(&it)).map_err(|error| failed(&error))
}

/// The versions of a channel, latest first; none where the room does not publish, or nothing was yet.
pub(super) fn versions(room: &Room, channel: &str) -> Result<Vec<(u64, String)>, Failure> {
    if room.settings.publishing.is_none() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    let read = publish(room, channel, |publisher| {
        let versions = publisher.versions()?;
        found.extend(
            versions.into_iter().rev().map(|it| (it.number, it.release.short().to_owned())),
        );
        Ok(())
    });
    match read {
        Err(failure) if found.is_empty() && failure.status == 404 => Ok(found),
        Err(failure) => Err(failure),
        Ok(()) => Ok(found),
    }
}

fn failed(error: &PublishError) -> Failure {
    let status = match error {
        PublishError::Empty(_) | PublishError::NoVersion { .. } => 404,
        PublishError::NothingBefore(_)
        | PublishError::Closed { .. }
        | PublishError::Disk(Error::NoRelease { .. }) => 409,
        _ => 502,
    };
    Failure::new(status, error.to_string())
}
