//! Bringing the project up to date with its repository.

use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::time::Duration;

use askama::Template;
use hexapla_model::{Handle, Phrase, Timestamp, phrase};
use hexapla_workspace::{SyncBatch, SyncError, SyncWish, Synced, now};
use serde_json::{Value, json};

use crate::access::Access;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::page::Frame;
use crate::room::Room;
use crate::words::Words;

/// What came of bringing the project up to date.
#[derive(Debug)]
pub(crate) struct Came {
    pub(crate) at: Timestamp,
    /// Who asked for it; nobody where the room did it by itself.
    pub(crate) by: Option<Handle>,
    pub(crate) synced: Synced,
    /// Why it did not go on from there.
    pub(crate) failure: Option<Failure>,
}

impl Came {
    /// Whether anything was done, or went wrong.
    fn is_something(&self) -> bool {
        let Synced { committed, upstream: _, taken, joined, pushed } = &self.synced;
        self.failure.is_some() || !committed.is_empty() || !joined.is_empty() || taken + pushed > 0
    }
}

/// What came of it the last time, and whether somebody is at it.
#[derive(Debug, Default)]
pub(crate) struct Syncs {
    last: Mutex<Option<Arc<Came>>>,
    one: Mutex<()>,
}

impl Syncs {
    /// What came of it the last time.
    pub(crate) fn last(&self) -> Option<Arc<Came>> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Room {
    /// Brings the project up to date for somebody, and keeps what came of it where `tells` says so.
    ///
    /// # Errors
    /// Where somebody else is at it; what else goes wrong is told with what came of it.
    fn sync(
        &self,
        by: Option<Handle>,
        tells: impl Fn(&Came) -> bool,
    ) -> Result<Arc<Came>, Failure> {
        let _one = match self.syncs.one.try_lock() {
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::new(409, phrase!("somebody is doing this already"))
                    .with_hint(phrase!("look again in a moment")));
            }
            Ok(one) => one,
            Err(TryLockError::Poisoned(error)) => error.into_inner(),
        };
        let at = self.settings.as_of.unwrap_or_else(now);
        let keeper = by.clone().or_else(|| self.settings.handle.clone());
        let wish = SyncWish { push: true, by: keeper, at };
        let (synced, ended) = self.desk.standing().session.sync(&wish);
        let failure = ended.err().map(Failure::from);
        let came = Arc::new(Came { at: now(), by, synced, failure });
        if tells(&came) {
            *self.syncs.last.lock().unwrap_or_else(PoisonError::into_inner) =
                Some(Arc::clone(&came));
            // What it could not read, pages tell.
            let _ = self.desk.look_again(false);
        }
        Ok(came)
    }

    /// Brings the project up to date again and again, for as long as the room is open: what waits here is
    /// committed and pushed, what others pushed is taken over. `tell` is called with what goes wrong.
    pub fn keep_synced(&self, every: Duration, tell: impl Fn(&str)) {
        loop {
            std::thread::sleep(every);
            if let Some(why) = self.sync_by_itself() {
                tell(&why);
            }
        }
    }

    /// Brings the project up to date; gives what goes wrong. Where nothing came of it, as where nobody
    /// decided or pushed anything, what was told of the last time stays.
    fn sync_by_itself(&self) -> Option<String> {
        let went_well = self.syncs.last().is_some_and(|it| it.failure.is_none());
        let came = self.sync(None, |came| !went_well || came.is_something()).ok()?;
        came.failure.as_ref().map(|it| it.message.to_string())
    }
}

impl From<SyncError> for Failure {
    fn from(error: SyncError) -> Self {
        let status = match &error {
            SyncError::Unreachable { .. } | SyncError::Declined { .. } => 502,
            SyncError::Disk(_) | SyncError::Damaged(_) => 500,
            _ => 409,
        };
        Self { hint: error.hint().map(Phrase::in_english), ..Self::new(status, error.to_string()) }
    }
}

#[derive(Template)]
#[template(path = "sync.html")]
struct Page<'a> {
    f: Frame<'a>,
    waiting: Vec<SyncBatch>,
    /// Why nothing can be committed.
    failure: Option<Failure>,
    last: Option<Arc<Came>>,
    /// How often the room does it by itself, in minutes.
    minutes: Option<usize>,
}

impl Page<'_> {
    fn people(&self, batch: &SyncBatch) -> String {
        batch.people.iter().map(Handle::as_str).collect::<Vec<_>>().join(", ")
    }

    /// What was settled, locale by locale.
    fn settled(&self, batch: &SyncBatch) -> Vec<(String, String)> {
        let t = &self.f.t;
        let one = |(locale, units): (&Option<hexapla_model::Locale>, &usize)| {
            let name = locale.as_ref().map_or_else(|| t.say("queue-all"), ToString::to_string);
            (name, t.say1("coverage-units-of", "count", *units))
        };
        batch.settled.iter().map(one).collect()
    }

    /// What was done the last time, line by line.
    fn done(&self, came: &Came) -> Vec<String> {
        done(&self.f.t, &came.synced, came.failure.is_none())
    }

    fn time(&self, at: &Timestamp) -> String {
        let text = at.to_string();
        let time = text.get(11..16).map(|it| format!(", {it} UTC")).unwrap_or_default();
        format!("{}{time}", self.f.t.day(at))
    }
}

fn done(t: &Words, synced: &Synced, went_well: bool) -> Vec<String> {
    let upstream = synced.upstream.as_deref().unwrap_or_default();
    let mut lines = Vec::new();
    if !synced.committed.is_empty() {
        lines.push(t.say1("sync-committed", "count", synced.committed.len()));
    }
    if synced.taken > 0 {
        lines.push(t.say2("sync-taken", "count", synced.taken, "branch", upstream));
    }
    if !synced.joined.is_empty() {
        lines.push(t.say1("sync-joined", "count", synced.joined.len()));
    }
    if synced.pushed > 0 {
        lines.push(t.say2("sync-pushed", "count", synced.pushed, "branch", upstream));
    }
    if went_well && lines.is_empty() {
        lines.push(t.say("sync-idle"));
    }
    if went_well && synced.upstream.is_none() {
        lines.push(t.say("sync-alone"));
    }
    lines
}

/// The page of what waits, and of what came of it the last time.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let f = Frame::of(room, asked, "activity");
    let (waiting, failure) = match f.standing.session.unsynced() {
        Ok(waiting) => (waiting, None),
        Err(error) => (Vec::new(), Some(error.into())),
    };
    let minutes = room.settings.sync_every.map(|it| it.as_secs().div_ceil(60) as usize);
    let page = Page { f, waiting, failure, last: room.syncs.last(), minutes };
    Ok(Answer::Page(page.render()?))
}

/// The same for programs.
pub(crate) fn list(room: &Room, _: &Asked) -> Result<Answer, Failure> {
    let waiting = room.desk.standing().session.unsynced()?;
    let waiting: Vec<Value> = waiting.iter().map(SyncBatch::report).collect();
    let last = room.syncs.last().map(|it| report(&it));
    Ok(Answer::Json(json!({ "waiting": waiting, "last": last })))
}

/// Brings the project up to date.
pub(crate) fn act(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let came = room.sync(asked.visitor.handle.clone(), |_| true)?;
    match (asked.is_api, &came.failure) {
        (true, Some(failure)) => Err(failure.clone()),
        (true, None) => list(room, asked),
        (false, _) => Ok(Answer::go("/sync".to_owned())),
    }
}

fn report(came: &Came) -> Value {
    let failure = came.failure.as_ref();
    json!({
        "at": came.at.to_string(),
        "by": came.by.as_ref().map(ToString::to_string),
        "done": came.synced.report(),
        "error": failure.map(|it| it.record()),
    })
}

/// What went wrong the last time, for whoever can do something about it.
pub(crate) fn alarm(room: &Room, asked: &Asked) -> Option<String> {
    let last = room.syncs.last().filter(|_| Access::Sync.allows(&asked.visitor, None))?;
    last.failure.as_ref().map(|it| it.message.to_string())
}
