//! One unit: what changed, what its translation says, and what can be done about it.

mod around;
mod check;
mod deciders;
mod history;
mod offers;
mod page;
mod piece;
mod screenshot;
mod terms;
mod variants;
mod view;

use crate::asked::Asked;
use crate::choose::is_within;
use crate::desk::UnitName;
use crate::queue::Wish;

pub(crate) use check::check;
pub(crate) use deciders::Deciders;
pub(crate) use offers::offers;
pub(crate) use page::{Conflict, Page, named, page, show};
pub(crate) use piece::Piece;
pub(crate) use screenshot::screenshot;
pub(crate) use view::{View, gives, target_text, tokens};

/// Where a unit of a queue is settled.
pub(crate) fn address(wish: &Wish, unit: &UnitName) -> String {
    let named = form_urlencoded::Serializer::new(String::new())
        .append_pair("unit", &unit.to_string())
        .finish();
    let query = wish.query();
    let mark = if query.is_empty() { "" } else { "&" };
    format!("/unit/{}?{named}{mark}{query}", wish.locale)
}

/// The same, from a page that one comes back to once it is settled.
pub(crate) fn address_from(wish: &Wish, unit: &UnitName, back: &str) -> String {
    let back = form_urlencoded::Serializer::new(String::new()).append_pair("back", back).finish();
    format!("{}&{back}", address(wish, unit))
}

/// The page that one came to a unit from, and comes back to.
pub(crate) fn back(asked: &Asked) -> Option<&str> {
    let back = asked.form.get("back").or_else(|| asked.query.get("back"));
    back.filter(|it| is_within(it))
}
