//! Building, publishing, promoting and rolling back.

use std::str::FromStr;

use hexapla_engine::{Shipping, gate};
use hexapla_model::phrase;
use hexapla_release::Lifetimes;
use hexapla_trust::Channel;
use hexapla_workspace::{BuiltRelease, Error, Keys, PublishError, Publisher, now};

use super::chosen;
use super::releases::{Version, newest};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::room::Room;

/// What can be done with a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Done {
    Build,
    Publish,
    Promote,
    RollBack,
}

impl Done {
    /// Its name, in forms and in the address that tells what was done.
    fn as_str(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Publish => "publish",
            Self::Promote => "promote",
            Self::RollBack => "roll-back",
        }
    }
}

impl FromStr for Done {
    type Err = Failure;

    fn from_str(name: &str) -> Result<Self, Failure> {
        let mut all = [Self::Build, Self::Publish, Self::Promote, Self::RollBack].into_iter();
        let found = all.find(|it| it.as_str() == name);
        found.ok_or_else(|| Failure::bad(format!("`{name}` cannot be done with a channel")))
    }
}

/// Does what a publisher asks for with a channel.
pub(crate) fn act(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let standing = room.desk.standing();
    let (channel, _) = chosen(&standing, asked)?;
    let done: Done = asked.require("do")?.parse()?;
    match done {
        Done::Build => build(room, &channel)?,
        Done::Publish => {
            let built = named(room, &channel, asked.form.get("release"))?;
            let folder = built.as_ref().map(BuiltRelease::folder);
            publish(room, &channel, |publisher| {
                standing.session.publish(publisher, folder).map(drop)
            })?;
        }
        Done::Promote => {
            let from = asked.require("from")?.parse().map_err(bad)?;
            publish(room, &channel, |publisher| publisher.promote(&from).map(drop))?;
        }
        Done::RollBack => {
            let version = asked.form.get("version").and_then(|it| it.parse().ok());
            publish(room, &channel, |publisher| publisher.roll_back(version).map(drop))?;
        }
    }
    if asked.is_api {
        return super::list(room, asked);
    }
    Ok(Answer::go(format!("/launch/{channel}?done={}", done.as_str())))
}

/// The release that a publisher was shown to publish: the newest that was built for the channel.
fn named(room: &Room, channel: &str, name: Option<&str>) -> Result<Option<BuiltRelease>, Failure> {
    let newest = newest(room, channel)?;
    match (name, &newest) {
        (Some(name), Some(newest)) if newest.id().short() != name => {
            let release = name;
            let message = phrase!("another release than `{release}` was built since", release);
            Err(Failure::new(409, message).with_hint(phrase!("reload the page, and decide again")))
        }
        _ => Ok(newest),
    }
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
        let hint = phrase!("a release would lack it: see to the files that are named above first");
        let message = phrase!("a part of the project cannot be read");
        return Err(Failure::new(409, message).with_hint(hint));
    }
    let shipping = Shipping::new(&loaded.snapshot, &whole.status, &whole.findings);
    let closed = gate(&loaded.snapshot, &shipping, &whole.findings, channel).len();
    if closed > 0 {
        let message = phrase!("`{channel}` is closed by {count} reasons", channel, count = closed);
        return Err(
            Failure::new(409, message).with_hint(phrase!("the page of the channel names them"))
        );
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
        return Err(Failure::not_found(phrase!("this room does not publish"))
            .with_hint(phrase!("start it with `hexapla serve --publish-to STORE`")));
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
pub(super) fn versions(room: &Room, channel: &str) -> Result<Vec<Version>, Failure> {
    if room.settings.publishing.is_none() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    let read = publish(room, channel, |publisher| {
        for it in publisher.versions()?.into_iter().rev() {
            let published = publisher.published_at(it.number)?;
            found.push(Version { number: it.number, release: it.release, published });
        }
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
