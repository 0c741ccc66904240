//! A unit that is not there any more.

use askama::Template;

use crate::answer::Answer;
use crate::asked::Asked;
use crate::desk::UnitName;
use crate::document;
use crate::failure::Failure;
use crate::page::{Frame, Tongue};
use crate::queue::Wish;
use crate::room::Room;

/// What is shown in the place of a unit.
#[derive(Template)]
#[template(path = "gone.html")]
struct Page<'a> {
    f: Frame<'a>,
    wish: &'a Wish,
    unit: &'a UnitName,
    locale: Tongue,
    failure: &'a Failure,
    /// What somebody wrote for it and sent.
    mine: &'a str,
    /// The page that it was from, where that is there.
    whole: Option<String>,
}

/// The page of a unit that is gone, with what was sent for it: to be copied, as there is nothing that it could
/// be written into.
///
/// # Errors
/// `failure`, where there never was a place for it.
pub(crate) fn gone(
    room: &Room,
    asked: &Asked,
    (wish, unit): (&Wish, &UnitName),
    mine: &str,
    failure: Failure,
) -> Result<Answer, Failure> {
    let f = Frame::of(room, asked, "queue");
    if failure.status != 404 || f.locales().iter().all(|it| **it != wish.locale) {
        return Err(failure);
    }
    let opened = room.desk.resource_shown(&unit.resource, &wish.locale)?;
    let whole = opened.resource().ok().map(|_| document::address(&wish.locale, &unit.resource));
    let locale = Tongue::of(&wish.locale);
    let page = Page { f, wish, unit, locale, failure: &failure, mine, whole };
    Ok(Answer::Refused(failure.status, Box::new(Answer::Page(page.render()?))))
}
