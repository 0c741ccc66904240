//! What a visitor decides about a unit.

mod act;
mod sure;
mod undo;

use hexapla_engine::{DecideError, Decision, Item, Plan, UnitStatus, Who, decide};
use hexapla_ledger::Origin;
use hexapla_model::{Handle, Phrase, State, phrase};
use serde_json::json;

use crate::answer::{Answer, Cookie};
use crate::asked::Asked;
use crate::claim;
use crate::desk::{Opened, UnitName};
use crate::emergency;
use crate::failure::Failure;
use crate::http::HANDLE;
use crate::page;
use crate::queue::{Queue, Wish};
use crate::room::Room;
use crate::unit::{self, Page, Sent};

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

    /// The same, as a page shows it again.
    fn sent(&self, refused: Option<Failure>) -> Sent {
        let mine = self.text.as_ref().unwrap_or(&self.base);
        Sent::new([&self.source, &self.target, &self.base, mine].map(String::clone), refused)
    }

    fn decision(
        &self,
        opened: &Opened,
        status: &UnitStatus,
        asked: &Asked,
    ) -> Result<Decision, Failure> {
        Ok(match self.verb {
            Verb::Keep => Decision::Keep { all_locales: false },
            Verb::KeepEverywhere => Decision::Keep { all_locales: true },
            Verb::Reopen => Decision::Reopen { why: self.why.clone() },
            Verb::Accept => {
                let text = self.text.as_deref();
                let text = text.map(|it| unit::trimmed(opened, status, it)).transpose()?;
                if text.is_some_and(|it| it.trim().is_empty()) {
                    return Err(Failure::new(422, phrase!("there is no text to accept"))
                        .with_hint(phrase!("write the translation, or skip the unit")));
                }
                let state = self.state.unwrap_or_else(|| unit::gives(opened, &asked.visitor));
                let text = text.map(str::to_owned);
                Decision::Accept { text, state, origin: Origin::Human }
            }
        })
    }
}

/// Carries out a decision, and leads on to the next unit of the queue; shows the unit again where that is refused.
pub(crate) fn settle(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    match carry_out(room, asked) {
        Err(failure) if !asked.is_api && !asked.is_fragment => again(room, asked, failure),
        given => given,
    }
}

/// Shows a unit with what the visitor sent for it, and why that was not carried out; where it is gone, that.
///
/// # Errors
/// `failure`, where what was sent is about no unit.
pub(crate) fn again(room: &Room, asked: &Asked, failure: Failure) -> Result<Answer, Failure> {
    let (Ok(asking), Ok(wish)) = (Asking::of(asked), Wish::of(asked)) else { return Err(failure) };
    let Ok(opened) = room.desk.resource_now(&asking.unit.resource, &wish.locale) else {
        return Err(failure);
    };
    let status = failure.status;
    match unit::place(&opened, asked, &asking.unit) {
        Ok(at) => {
            let sent = asking.sent(Some(failure));
            let page = Page::of(room, asked, wish, &opened, at, Some(sent))?;
            Ok(Answer::Refused(status, Box::new(page.answer()?)))
        }
        Err(missing) => {
            let mine = asking.text.as_deref().unwrap_or_default();
            unit::gone(room, asked, (&wish, &asking.unit), mine, missing)
        }
    }
}

fn carry_out(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (asking, wish) = (Asking::of(asked)?, Wish::of(asked)?);
    let who = who(room, asked)?;
    if asking.verb == Verb::KeepEverywhere
        && !crate::access::Access::Edit.allows(&asked.visitor, None)
    {
        return Err(Failure::forbidden(phrase!("to speak for every locale takes an editor"))
            .with_hint(phrase!("say that it is still valid in your own locale")));
    }
    let (next, others) = {
        let standing = room.desk.standing();
        let queue = Queue::of(room, &asked.visitor, &standing.picture, &wish)?;
        (queue.after(&asking.unit), queue.others(&asking.unit))
    };
    let opened = room.desk.resource_now(&asking.unit.resource, &wish.locale)?;
    let at = unit::place(&opened, asked, &asking.unit)?;
    let status = &opened.units()[at];
    let (source, target) = unit::tokens(&opened, status)?;
    if (&source, &target) != (&asking.source, &asking.target) {
        return late(room, asked, wish, &opened, at, &asking);
    }
    let decision = asking.decision(&opened, status, asked)?;
    sure::be_sure(room, &opened, at, &asking, asked)?;
    match commit(room, &opened, status, &who, decision) {
        Ok(()) => {}
        Err(failure) if failure.status == 409 => {
            let opened = room.desk.resource_now(&asking.unit.resource, &wish.locale)?;
            let at = unit::place(&opened, asked, &asking.unit)?;
            return late(room, asked, wish, &opened, at, &asking);
        }
        Err(failure) => return Err(failure),
    }
    let before = unit::target_text(&opened, status)?;
    let text = asking.text.clone().filter(|_| asking.verb == Verb::Accept);
    let act = Act::new(&asking.unit, &wish, before, status);
    let act = act.doubting(asking.verb == Verb::Reopen).accepting(text);
    room.acts.remember(&asked.visit(), act);
    // It stands settled, whatever becomes of the claim, which ends by itself.
    let _ = claim::settled(room, &wish.locale, &asking.unit);
    if asked.is_api {
        let next = next.map(|it| it.to_string());
        return Ok(Answer::Json(json!({ "settled": asking.unit.to_string(), "next": next })));
    }
    let to = match (asked.form.get("back"), unit::back(asked)) {
        (Some(emergency::BACK), _) => emergency::address_in(&asking.unit, &wish.locale),
        (_, Some(back)) => back.to_owned(),
        _ => match next {
            Some(next) => unit::address(&wish, &next),
            None if others => page::telling(&wish.address(), page::ALL_SEEN),
            None => wish.address(),
        },
    };
    let cookie = asked.visitor.handle.is_none();
    let cookie = cookie.then(|| Cookie::choice(HANDLE, who.by.to_string()));
    Ok(Answer::Go(to, cookie))
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
        let hint = phrase!("nothing was written: reload the page, and bring both together");
        let message = phrase!("the text has changed since you opened it");
        return Err(Failure::new(409, message).with_hint(hint));
    }
    let page = Page::of(room, asked, wish, opened, at, Some(asking.sent(None)))?;
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
        let is_command =
            |it: &Phrase| it.english().contains("hexapla ") || it.english().contains("--");
        failure.hint = failure.hint.filter(|it| !is_command(it));
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
        Some(it) => {
            let problem = format!("{}:{}: {}", it.file, it.line, it.message);
            let message = phrase!("a part of the ledger cannot be read: {problem}", problem);
            let hint = phrase!("nothing can be decided until the file is restored");
            Err(Failure::new(500, message).with_hint(hint))
        }
    }
}

/// Who decides: by the handle of the visitor, or the one that came with the form.
fn who(room: &Room, asked: &Asked) -> Result<Who, Failure> {
    let given = asked.form.get("handle").filter(|it| !it.trim().is_empty());
    let by: Handle = match (&asked.visitor.handle, given) {
        (Some(handle), _) => handle.clone(),
        (None, Some(given)) => given.trim().parse::<Handle>()?,
        (None, None) => {
            let hint =
                phrase!("say by which handle you want to be known; it is on record for ever");
            let message = phrase!("every decision is credited to somebody");
            return Err(Failure::new(422, message).with_hint(hint));
        }
    };
    Ok(Who { by, at: room.desk.now() })
}
