//! One unit: what changed, what its translation says, and what can be done about it.

mod around;
mod check;
mod deciders;
mod edges;
mod gone;
mod history;
mod offers;
mod page;
mod pictures;
mod piece;
mod reading;
mod screenshot;
mod syntax;
mod terms;
mod variants;
mod view;

use hexapla_engine::UnitStatus;

use crate::asked::Asked;
use crate::choose::is_within;
use crate::desk::{Opened, UnitName};
use crate::emergency;
use crate::failure::Failure;
use crate::queue::Wish;

pub(crate) use check::{check, findings};
pub(crate) use deciders::Deciders;
pub(crate) use edges::trimmed;
pub(crate) use gone::gone;
pub(crate) use offers::offers;
pub(crate) use page::{Page, Sent, named, page, show};
pub(crate) use pictures::Pictures;
pub(crate) use piece::Piece;
pub(crate) use reading::{Html, class_of, kind_of};
pub(crate) use screenshot::screenshot;
pub(crate) use syntax::lines;
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

/// The place of the unit that a request is about: by its name or, where its source is another text by now, by
/// what is known to have taken the place of that, or by the target that the visitor was shown.
///
/// # Errors
/// Where it is gone.
pub(crate) fn place(opened: &Opened, asked: &Asked, unit: &UnitName) -> Result<usize, Failure> {
    opened.trace(unit).or_else(|missing| {
        let shown = asked.form.get("target").or_else(|| asked.query.get("target"));
        let Some(shown) = shown.filter(|it| !it.is_empty()) else { return Err(missing) };
        let has_target = |status: &UnitStatus| {
            !status.source.is_empty()
                && tokens(opened, status).is_ok_and(|(_, target)| target == shown)
        };
        opened.units().iter().position(has_target).ok_or(missing)
    })
}

/// Units by their names, each on a line.
pub(crate) fn listed(units: &[UnitName]) -> String {
    units.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Where whoever asked for something to be done with a unit sees it.
pub(crate) fn seen_at(asked: &Asked) -> Option<String> {
    let (wish, unit) = (Wish::of(asked).ok()?, named(asked).ok()?);
    Some(match (asked.form.get("back"), back(asked)) {
        (Some(emergency::BACK), _) => emergency::address_in(&unit, &wish.locale),
        (_, Some(back)) => address_from(&wish, &unit, back),
        _ => address(&wish, &unit),
    })
}
