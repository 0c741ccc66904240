//! What a visitor decides about a unit.

mod act;
mod undo;

use hexapla_engine::{DecideError, Decision, Item, Plan, UnitStatus, Who, decide};
use hexapla_ledger::Origin;
use hexapla_model::{Handle, State};
use serde_json::json;

use crate::answer::{Answer, Cookie};
use crate::asked::Asked;
use crate::claim;
use crate::desk::{Opened, UnitName};
use crate::emergency;
use crate::failure::Failure;
use crate::http::HANDLE;
use crate::queue::{Queue, Wish};
use crate::room::Room;
use crate::unit::{self, Conflict, Page};

pub(crate) use act::{Act, Acts, Settled};
pub(crate) use undo::undo;

/// What a decision is about, and what it says.
struct Asking {
    unit: UnitName,
    /// What stands for the source and target that the visitor was shown.
    source: String,
    target: String,
    /// The target that the visitor's text was made from.
    base: String,
    /// The visitor's text, where they sent one.
    text: Option<String>,
    verb: Verb,
    state: Option<State>,
    why: Option<String>,
}

/// What is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Accept,
    Keep,
    KeepEverywhere,
    Reopen,
}

impl Asking {
    fn of(asked: &Asked) -> Result<Self, Failure> {
        let field = |name: &str| asked.form.get(name).map(|it| it.replace("\r\n", "\n"));
        let verb = match asked.require("decision")? {
            "accept" => Verb::Accept,
            "keep" => Verb::Keep,
            "keep-everywhere" => Verb::KeepEverywhere,
            "reopen" => Verb::Reopen,
            other => {
                return Err(Failure::bad(format!("`{other}` is no decision"))
                    .with_hint("there are accept, keep, keep-everywhere and reopen"));
            }
        };
        let state = field("state").filter(|it| !it.is_empty());
        let state = state.map(|it| it.parse()).transpose();
        Ok(Self {
            unit: unit::named(asked)?,
            source: field("source").unwrap_or_default(),
            target: field("target").unwrap_or_default(),
            base: field("base").unwrap_or_default(),
            text: field("text"),
            verb,
            state: state
                .map_err(|it: hexapla_model::ParseStateError| Failure::bad(it.to_string()))?,
            why: field("why").filter(|it| !it.trim().is_empty()),
        })
    }

    fn decision(&self, opened: &Opened, asked: &Asked) -> Result<Decision, Failure> {
        Ok(match self.verb {
            Verb::Keep => Decision::Keep { all_locales: false },
            Verb::KeepEverywhere => Decision::Keep { all_locales: true },
            Verb::Reopen => Decision::Reopen { why: self.why.clone() },
            Verb::Accept => {
                let text = self.text.as_deref().map(|it| it.trim_end_matches('\n'));
                if text.is_some_and(|it| it.trim().is_empty()) {
                    return Err(Failure::new(422, "there is no text to accept")
                        .with_hint("write the translation, or skip the unit"));
                }
                let state = self.state.unwrap_or_else(|| unit::gives(opened, &asked.visitor));
                let text = text.map(str::to_owned);
                Decision::Accept { text, state, origin: Origin::Human }
            }
        })
    }
}

/// Carries out a decision, and leads on to the next unit of the queue.
pub(crate) fn settle(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (asking, wish) = (Asking::of(asked)?, Wish::of(asked)?);
    let who = who(room, asked)?;
    if asking.verb == Verb::KeepEverywhere
        && !crate::access::Access::Edit.allows(&asked.visitor, None)
    {
        return Err(Failure::forbidden("to speak for every locale takes an editor")
            .with_hint("say that it is still valid in your own locale"));
    }
    let next = {
        let standing = room.desk.standing();
        Queue::of(room, &asked.visitor, &standing.picture, &wish)?.after(&asking.unit)
    };
    let opened = room.desk.resource_now(&asking.unit.resource, &wish.locale)?;
    let at = place(&opened, &asking)?;
    let status = &opened.units()[at];
    let (source, target) = unit::tokens(&opened, status)?;
    if (&source, &target) != (&asking.source, &asking.target) {
        return late(room, asked, wish, &opened, at, &asking);
    }
    let decision = asking.decision(&opened, asked)?;
    match commit(room, &opened, status, &who, decision) {
        Ok(()) => {}
        Err(failure) if failure.status == 409 => {
            let opened = room.desk.resource_now(&asking.unit.resource, &wish.locale)?;
            let at = place(&opened, &asking)?;
            return late(room, asked, wish, &opened, at, &asking);
        }
        Err(failure) => return Err(failure),
    }
    let before = unit::target_text(&opened, status)?;
    let reopened = asking.verb == Verb::Reopen;
    let reopened = reopened.then_some(status.freshness);
    let text = asking.text.clone().filter(|_| asking.verb == Verb::Accept);
    let act = Act::new(&asking.unit, &wish, before, reopened, status.state).accepting(text);
    room.acts.remember(&asked.session, act);
    // It stands settled, whatever becomes of the claim, which ends by itself.
    let _ = claim::settled(room, &wish.locale, &asking.unit);
    if asked.is_api {
        let next = next.map(|it| it.to_string());
        return Ok(Answer::Json(json!({ "settled": asking.unit.to_string(), "next": next })));
    }
    let to = match (asked.form.get("back"), unit::back(asked)) {
        (Some("emergency"), _) => {
            format!("{}#in-{}", emergency::address(&asking.unit), wish.locale)
        }
        (_, Some(back)) => back.to_owned(),
        _ => next.map_or_else(|| wish.address(), |it| unit::address(&wish, &it)),
    };
    let cookie = asked.visitor.handle.is_none();
    let cookie = cookie.then(|| Cookie::choice(HANDLE, who.by.to_string()));
    Ok(Answer::Go(to, cookie))
}

/// The place of the unit by its name or, as the source that a block is called by may be another by
/// now, by the target that the visitor was shown.
fn place(opened: &Opened, asking: &Asking) -> Result<usize, Failure> {
    opened.find(&asking.unit).or_else(|missing| {
        let has_target = |status: &UnitStatus| {
            unit::tokens(opened, status).is_ok_and(|(_, target)| target == asking.target)
        };
        let found = opened.units().iter().position(has_target);
        found.filter(|_| !asking.target.is_empty()).ok_or(missing)
    })
}

/// Shows a visitor what others made of a unit meanwhile, beside what they made of it.
fn late(
    room: &Room,
    asked: &Asked,
    wish: Wish,
    opened: &Opened,
    at: usize,
    asking: &Asking,
) -> Result<Answer, Failure> {
    if asked.is_api {
        let view = unit::View::of(opened, at, &asked.visitor, room.desk.now())?;
        let theirs = json!({
            "error": { "message": "the unit is no longer as it was shown", "hint": "merge, and send it with the new tokens" },
            "unit": view.unit.to_string(),
            "source": view.source_text,
            "target": view.target_text,
            "source_token": view.source_token,
            "target_token": view.target_token,
        });
        return Ok(Answer::Refused(409, Box::new(Answer::Json(theirs))));
    }
    // What was typed still stands in the page.
    if asked.is_fragment {
        return Err(Failure::new(409, "the text has changed since you opened it")
            .with_hint("nothing was written: reload the page, and bring both together"));
    }
    let mine = asking.text.clone().unwrap_or_else(|| asking.base.clone());
    let (source, target) = (asking.source.clone(), asking.target.clone());
    let conflict = Conflict { source, target, base: asking.base.clone(), mine };
    let page = Page::of(room, asked, wish, opened, at, Some(conflict))?;
    Ok(Answer::Refused(409, Box::new(page.answer()?)))
}

/// Commits a decision about a unit as it stands.
fn commit(
    room: &Room,
    opened: &Opened,
    status: &UnitStatus,
    who: &Who,
    decision: Decision,
) -> Result<(), Failure> {
    require_whole_ledger(opened)?;
    let item = Item {
        resource: opened.id.clone(),
        locale: opened.locale.clone(),
        status: status.clone(),
        decision,
    };
    let plan: Plan = decide(opened.snapshot(), who, &[item]).map_err(|error: DecideError| {
        let mut failure = Failure::from(error);
        // Hints speak of commands; the room has its own ways.
        failure.hint = failure.hint.filter(|it| !it.contains("hexapla ") && !it.contains("--"));
        failure
    })?;
    if plan.is_empty() {
        return Ok(());
    }
    Ok(room.desk.commit(&plan)?)
}

/// Refuses to decide where a doubt may be among what cannot be read.
fn require_whole_ledger(opened: &Opened) -> Result<(), Failure> {
    match opened.ledger_problems().first() {
        None => Ok(()),
        Some(it) => Err(Failure::new(
            500,
            format!("a part of the ledger cannot be read: {}:{}: {}", it.file, it.line, it.message),
        )
        .with_hint("nothing can be decided until the file is restored")),
    }
}

/// Who decides: by the handle of the visitor, or the one that came with the form.
fn who(room: &Room, asked: &Asked) -> Result<Who, Failure> {
    let given = asked.form.get("handle").filter(|it| !it.trim().is_empty());
    let by: Handle = match (&asked.visitor.handle, given) {
        (Some(handle), _) => handle.clone(),
        (None, Some(given)) => {
            given.trim().parse().map_err(|error: hexapla_model::ParseHandleError| {
                Failure::new(422, error.to_string())
            })?
        }
        (None, None) => {
            return Err(Failure::new(422, "every decision is credited to somebody")
                .with_hint("say by which handle you want to be known; it is on record for ever"));
        }
    };
    Ok(Who { by, at: room.desk.now() })
}
