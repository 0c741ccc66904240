//! Whether somebody is sure of a text where a mistake does harm.

use hexapla_model::phrase;

use super::{Asking, Verb};
use crate::asked::Asked;
use crate::desk::Opened;
use crate::failure::Failure;
use crate::room::Room;
use crate::unit;

/// The field that says of which text somebody is sure.
pub(super) const SURE: &str = "sure";

/// Asks once before a critical text is settled in which the checks find errors, such as a helpline's number that
/// is not the approved one: who is sure of that very text decides again.
///
/// # Errors
/// The question.
pub(super) fn be_sure(
    room: &Room,
    opened: &Opened,
    at: usize,
    asking: &Asking,
    asked: &Asked,
) -> Result<(), Failure> {
    if asking.verb == Verb::Reopen || !opened.resource()?.collection.is_critical() {
        return Ok(());
    }
    let saved = unit::target_text(opened, &opened.units()[at])?;
    let text = asking.text.as_ref().filter(|_| asking.verb == Verb::Accept).unwrap_or(&saved);
    let sure = asked.form.get(SURE).map(|it| it.replace("\r\n", "\n"));
    if sure.as_ref() == Some(text) {
        return Ok(());
    }
    let (found, _) = unit::findings(room, opened, at, text)?;
    let count = found.iter().filter(|it| it.severity == "error").count();
    if count == 0 {
        return Ok(());
    }
    let message = match count {
        1 => phrase!("a mistake in this text does harm, and the checks find {count} error", count),
        _ => phrase!("a mistake in this text does harm, and the checks find {count} errors", count),
    };
    let hint = phrase!("mend it; who is sure of it as it is decides once more");
    Err(Failure::new(422, message).with_hint(hint).about(text.clone()))
}
