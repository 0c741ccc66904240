//! Texts where a mistake does harm, each in all locales at once.

mod list;
mod page;
mod row;

use hexapla_model::Locale;

use crate::desk::{Need, Picture, UnitName};

pub(crate) use page::{list, page};

/// Where a critical unit is seen in all locales at once.
pub(crate) fn address(unit: &UnitName) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("unit", &unit.to_string())
        .finish();
    format!("/emergency?{query}")
}

/// The same at one of its locales.
pub(crate) fn address_in(unit: &UnitName, locale: &Locale) -> String {
    format!("{}#in-{locale}", address(unit))
}

/// How a form says that it was sent from there.
pub(crate) const BACK: &str = "emergency";

/// How many critical units are stale in some locale.
pub(crate) fn stale(picture: &Picture) -> usize {
    let open = list::open(picture);
    open.values().filter(|it| it.iter().any(|(_, need)| *need == Need::Stale)).count()
}
