//! Taking back what was decided.

use hexapla_engine::Decision;
use hexapla_ledger::Origin;
use hexapla_model::Freshness;

use super::{commit, who};
use crate::access::Access;
use crate::answer::Answer;
use crate::asked::{Asked, Fields};
use crate::failure::Failure;
use crate::queue::Wish;
use crate::room::Room;
use crate::unit;

/// Takes back the visitor's last decision, and shows its unit.
///
/// Nothing is ever taken out of the ledger: a text that was replaced is put back, with what was said
/// of it; a translation that was accepted as it stood, or had not been there, is doubted; a doubt is
/// answered.
pub(crate) fn undo(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let who = who(room, asked)?;
    let Some(act) = room.acts.take(&asked.session) else {
        return Err(Failure::not_found("there is nothing to take back in this visit"));
    };
    if !Access::Settle.allows(&asked.visitor, Some(&act.locale)) {
        return Err(Failure::forbidden(format!("you may not settle anything in `{}`", act.locale)));
    }
    let opened = room.desk.resource_now(&act.unit.resource, &act.locale)?;
    let at = opened.find(&act.unit)?;
    let status = &opened.units()[at];
    let now = unit::target_text(&opened, status)?;
    if act.reopened.is_some_and(|it| it != Freshness::Current) {
        return Err(Failure::new(409, format!("`{}` was stale before it was doubted", act.unit))
            .with_hint("to vouch for it is another decision: accept a text for it"));
    }
    let decision = if act.reopened.is_some() {
        Decision::Accept { text: None, state: act.state, origin: Origin::Human }
    } else if act.before.is_empty() || act.before == now {
        Decision::Reopen { why: Some("taken back".to_owned()) }
    } else {
        Decision::Write { text: act.before.clone() }
    };
    commit(room, &opened, status, &who, decision)?;
    if asked.is_api {
        return Ok(Answer::Json(serde_json::json!({ "undone": act.unit.to_string() })));
    }
    let wish = Wish::read(act.locale, &Fields::parse(act.queue.as_bytes()));
    Ok(Answer::go(unit::address(&wish, &act.unit)))
}
