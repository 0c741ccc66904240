//! Before a launch: whether the gates of a channel are open, who can open them, and opening it.

mod act;
mod difference;
mod releases;

use std::collections::BTreeMap;

use askama::Template;
use hexapla_engine::{Gate, GateFailure, People, Shipping, gate};
use hexapla_model::{Locale, Phrase, Timestamp, phrase};
use hexapla_people::{Account, Role};
use serde_json::{Value, json};

use crate::access::Access;
use crate::answer::Answer;
use crate::asked::{Asked, Fields};
use crate::desk::{Standing, UnitName, Whole};
use crate::failure::Failure;
use crate::page::Frame;
use crate::queue::Wish;
use crate::room::Room;
use crate::unit;

use act::Done;
use difference::Difference;
use releases::{Built, Reach, Version};

pub(crate) use act::act;

/// What keeps a gate closed in a locale and collection.
struct Closed {
    locale: Locale,
    collection: String,
    gate: Gate,
    reasons: Vec<Reason>,
    /// Who can do something about it.
    people: Vec<String>,
}

/// One reason, and where it is mended.
struct Reason {
    message: Phrase,
    unit: Option<String>,
    address: Option<String>,
}

/// Where the texts of a locale come from in the release.
struct Share {
    locale: Locale,
    units: usize,
    own: usize,
    fallen: usize,
    blocked: usize,
}

#[derive(Template)]
#[template(path = "launch.html")]
struct Page<'a> {
    f: Frame<'a>,
    channel: String,
    channels: Vec<String>,
    closed: Vec<Closed>,
    shares: Vec<Share>,
    /// The versions of the channel, latest first, where the room publishes.
    versions: Vec<Version>,
    /// The newest release that was built for the channel.
    built: Option<Built>,
    /// What the visitor has just done.
    done: Option<Done>,
    /// What would change for readers; none where there is nothing to compare with.
    difference: Option<Difference>,
    /// Why that cannot be told, where it cannot.
    untold: Option<Failure>,
    may_publish: bool,
    publishes: bool,
}

impl Page<'_> {
    /// A moment as the language writes it.
    fn moment(&self, at: &Timestamp) -> String {
        let time = at.to_string();
        let time = time.get(11..16).unwrap_or_default();
        self.f.t.say2("launch-moment", "day", self.f.t.day(at), "time", time)
    }

    /// A version as a list has it: its number, its release and when it was published.
    fn named(&self, version: &Version) -> String {
        let published = version.published.map(|it| self.moment(&it));
        let (number, release) = (self.f.t.number(version.number), version.release.short());
        let parts = [Some(number), Some(release.to_owned()), published];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The version that is gone back to where none is chosen.
    fn before(&self) -> Option<&Version> {
        releases::before(&self.versions)
    }

    /// What came of what the visitor has just done.
    fn told(&self) -> Option<String> {
        let release = |id: &str, built: &Built| self.f.t.say1(id, "release", built.release.short());
        match self.done? {
            Done::Build => self.built.as_ref().map(|it| match it.reach {
                Reach::Present => release("launch-done-same", it),
                Reach::Unknown => release("launch-done-built", it),
                Reach::Waiting | Reach::Former(_) => release("launch-done-waits", it),
            }),
            done => self.versions.first().map(|it| {
                let id = match done {
                    Done::Promote => "launch-done-promoted",
                    Done::RollBack => "launch-done-back",
                    Done::Publish | Done::Build => "launch-done-published",
                };
                self.f.t.say2(id, "version", it.number, "release", it.release.short())
            }),
        }
    }
}

/// The page of a channel.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let f = Frame::of(room, asked, "launch");
    let (channel, channels) = chosen(&f.standing, asked)?;
    let whole = room.desk.whole()?;
    let (failures, shares) = look(&whole, &channel);
    let closed = closed(&Hands::of(room, &whole.loaded.snapshot.people)?, failures);
    let publishes = room.settings.publishing.is_some();
    let versions = act::versions(room, &channel)?;
    let may_publish = Access::Publish.allows(&asked.visitor, None);
    let built = releases::newest(room, &channel)?;
    let built = built.map(|it| Built::of(room, &channel, &it, &versions));
    let present = versions.first().map(|it| it.release.short());
    let (difference, untold) = match Difference::of(room, &channel, present) {
        Ok(difference) => (difference, None),
        Err(failure) => (None, Some(failure)),
    };
    let done = asked.query.get("done").and_then(|it| it.parse().ok());
    let page = Page {
        f,
        channel,
        channels,
        closed,
        shares,
        versions,
        built,
        done,
        difference,
        untold,
        may_publish,
        publishes,
    };
    Ok(Answer::Page(page.render()?))
}

/// The same for programs.
pub(crate) fn list(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let standing = room.desk.standing();
    let (channel, _) = chosen(&standing, asked)?;
    let whole = room.desk.whole()?;
    let (failures, shares) = look(&whole, &channel);
    let hands = Hands::of(room, &whole.loaded.snapshot.people)?;
    let reasons = failures.iter().map(|it| {
        json!({
            "people": hands.on(it.gate, &it.locale),
            "locale": it.locale.to_string(),
            "collection": it.collection,
            "gate": it.gate.to_string(),
            "unit": it.unit,
            "why": it.message.to_string(),
        })
    });
    let shares = shares.iter().map(|it| {
        json!({
            "locale": it.locale.to_string(),
            "units": it.units,
            "own": it.own,
            "fallback": it.fallen,
            "blocked": it.blocked,
        })
    });
    let since = releases::newest(room, &channel)?;
    let versions = act::versions(room, &channel)?;
    let built = since.as_ref().map(|it| Built::of(room, &channel, it, &versions));
    let changes = since.as_ref().map(|it| difference::changes(room, &channel, it)).transpose()?;
    let changes = changes.iter().flat_map(|it| it.iter()).map(|it| {
        json!({
            "locale": it.locale.to_string(),
            "unit": it.unit,
            "change": it.change.as_str(),
        })
    });
    Ok(Answer::Json(json!({
        "channel": channel,
        "since": since.as_ref().map(|it| it.id().to_string()),
        "changes": changes.collect::<Vec<Value>>(),
        "built": built.as_ref().map(Built::record),
        "versions": versions.iter().map(Version::record).collect::<Vec<Value>>(),
        "open": failures.is_empty(),
        "reasons": reasons.collect::<Vec<Value>>(),
        "ships": shares.collect::<Vec<Value>>(),
    })))
}

/// The channel that is asked for, and all there are.
fn chosen(standing: &Standing, asked: &Asked) -> Result<(String, Vec<String>), Failure> {
    let channels: Vec<String> =
        standing.session.channels().into_iter().map(str::to_owned).collect();
    let wanted = asked.parts.get("channel").cloned().unwrap_or_default();
    match channels.contains(&wanted) {
        true => Ok((wanted, channels)),
        false => Err(Failure::not_found(phrase!("no workflow has a channel `{wanted}`", wanted))
            .with_hint(phrase!("see `[channels]` in the workflows"))),
    }
}

/// What keeps a channel closed, and what it would ship.
fn look(whole: &Whole, channel: &str) -> (Vec<GateFailure>, Vec<Share>) {
    let snapshot = &whole.loaded.snapshot;
    let shipping = Shipping::new(snapshot, &whole.status, &whole.findings);
    let failures = gate(snapshot, &shipping, &whole.findings, channel);
    let mut shares: BTreeMap<Locale, Share> = BTreeMap::new();
    for one in shipping.explain("*") {
        let share = shares.entry(one.locale.clone()).or_insert_with(|| Share {
            locale: one.locale.clone(),
            units: 0,
            own: 0,
            fallen: 0,
            blocked: 0,
        });
        share.units += 1;
        match one.ships {
            Some(locale) if locale == one.locale => share.own += 1,
            Some(_) => share.fallen += 1,
            None => share.blocked += 1,
        }
    }
    (failures, shares.into_values().collect())
}

/// Reasons by locale, collection and gate.
fn closed(hands: &Hands<'_>, failures: Vec<GateFailure>) -> Vec<Closed> {
    let mut all: BTreeMap<(Locale, String, Gate), Vec<Reason>> = BTreeMap::new();
    for failure in failures {
        let wish = Wish::read(failure.locale.clone(), &Fields::default());
        let name = failure.unit.as_deref().and_then(UnitName::parse);
        let reason = Reason {
            message: failure.message,
            address: name.map(|it| unit::address(&wish, &it)),
            unit: failure.unit,
        };
        let place = (failure.locale, failure.collection, failure.gate);
        all.entry(place).or_default().push(reason);
    }
    let closed = |((locale, collection, gate), reasons): ((Locale, String, Gate), Vec<Reason>)| {
        let people = hands.on(gate, &locale);
        Closed { locale, collection, gate, reasons, people }
    };
    all.into_iter().map(closed).collect()
}

/// Who can do something about gates.
struct Hands<'a> {
    /// What the config says of people.
    people: &'a People,
    /// Those who can enter the room, where it has accounts.
    accounts: Option<Vec<Account>>,
}

impl<'a> Hands<'a> {
    /// Those of a room.
    ///
    /// # Errors
    /// Where the accounts cannot be read.
    fn of(room: &Room, people: &'a People) -> Result<Self, Failure> {
        let accounts = if room.has_accounts() { Some(room.accounts()?.list()?) } else { None };
        Ok(Self { people, accounts })
    }

    /// Who can do something about a gate in a locale: those who translate it or, of a state that is too low,
    /// those who review it. With accounts that is who may decide there; the state of a text is only raised by
    /// who is no stranger to the config either.
    fn on(&self, gate: Gate, locale: &Locale) -> Vec<String> {
        let roles: &[Role] = match gate {
            Gate::State => &[Role::Reviewer],
            Gate::Bundles => &[Role::Editor],
            _ => &[Role::Translator, Role::Reviewer],
        };
        let names: Vec<String> = roles.iter().map(ToString::to_string).collect();
        let Some(accounts) = &self.accounts else {
            let fits = self.people.0.keys().filter(|it| self.people.may(it, &names, locale));
            return fits.map(ToString::to_string).collect();
        };
        let fits = |it: &&Account| {
            it.disabled.is_none()
                && roles.iter().any(|role| it.rights.may(*role, locale))
                && (gate != Gate::State || self.people.may(&it.handle, &names, locale))
        };
        accounts.iter().filter(fits).map(|it| it.handle.to_string()).collect()
    }
}
