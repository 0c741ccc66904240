//! Taking back what was decided.

use hexapla_engine::Decision;
use hexapla_ledger::Origin;
use hexapla_model::{Freshness, phrase};

use super::{commit, who};
use crate::access::Access;
use crate::answer::Answer;
use crate::asked::{Asked, Fields};
use crate::choose::within;
use crate::failure::Failure;
use crate::page;
use crate::queue::Wish;
use crate::room::Room;
use crate::unit;

/// Takes back the visitor's last decision, and shows its unit.
///
/// Nothing is ever taken out of the ledger: a text that was replaced is put back, with what was said
/// of it; a translation that was accepted as it stood, or had not been there, is doubted; a doubt is
/// answered.
pub(crate) fn undo(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    if room.acts.last(&asked.visit()).is_none() && !asked.is_api && !asked.is_fragment {
        let back = within(asked.form.get("back"));
        return Ok(Answer::go(page::telling(&back, page::NOTHING_BACK)));
    }
    let who = who(room, asked)?;
    let Some(act) = room.acts.take(&asked.visit()) else {
        return Err(Failure::not_found(phrase!("there is nothing to take back in this visit")));
    };
    if !Access::Settle.allows(&asked.visitor, Some(&act.locale)) {
        let locale = act.locale.as_str();
        let message = phrase!("you may not settle anything in `{locale}`", locale);
        return Err(Failure::forbidden(message));
    }
    let opened = room.desk.resource_now(&act.unit.resource, &act.locale)?;
    let at = opened.trace(&act.unit)?;
    let status = &opened.units()[at];
    let now = unit::target_text(&opened, status)?;
    if act.is_doubt && act.freshness != Freshness::Current {
        let message =
            phrase!("`{unit}` was stale before it was doubted", unit = act.unit.to_string());
        let hint = phrase!("to vouch for it is another decision: accept a text for it");
        return Err(Failure::new(409, message).with_hint(hint));
    }
    let doubt = || Decision::Reopen { why: Some("taken back".to_owned()) };
    let decision = if act.is_doubt {
        Decision::Accept { text: None, state: act.state, origin: Origin::Human }
    } else if act.before.is_empty() || act.before == now {
        doubt()
    } else {
        Decision::Write { text: act.before.clone() }
    };
    commit(room, &opened, status, &who, decision)?;
    // A text that differs in nothing but its layout is attested with the one that was accepted.
    let opened = room.desk.resource_now(&act.unit.resource, &act.locale)?;
    let status = &opened.units()[opened.find(&act.unit)?];
    if act.freshness != Freshness::Current && status.freshness == Freshness::Current {
        commit(room, &opened, status, &who, doubt())?;
    }
    if asked.is_api {
        return Ok(Answer::Json(serde_json::json!({ "undone": act.unit.to_string() })));
    }
    let wish = Wish::read(act.locale, &Fields::parse(act.queue.as_bytes()));
    Ok(Answer::go(unit::address(&wish, &act.unit)))
}
