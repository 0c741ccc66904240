//! Other texts that a target could have, when they are asked for.

use askama::Template;
use hexapla_engine::{Memory, Offer, OfferKind, Status, offers as offered};
use hexapla_model::Freshness;
use serde::Serialize;

use super::page::named;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::page::{Frame, Tongue};
use crate::room::Room;

/// A text that the target could have.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Offered {
    pub(crate) text: String,
    pub(crate) kind: &'static str,
    /// Where it is from: a person, or another place of the project.
    pub(crate) from: Option<String>,
}

#[derive(Template)]
#[template(path = "offers.html")]
struct Offers<'a> {
    f: Frame<'a>,
    offers: Vec<Offered>,
    locale: Tongue,
}

/// Every text that is offered for a unit, as a part of a page or for programs.
pub(crate) fn offers(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (locale, unit) = (asked.require_locale()?, named(asked)?);
    let opened = room.desk.resource(&unit.resource, &locale)?;
    let at = opened.find(&unit)?;
    let (status, resource) = (&opened.units()[at], opened.resource()?);
    // Only what is not translated is looked for elsewhere, for which all of the locale is read.
    let found: Vec<Offer> = match status.freshness {
        Freshness::Missing => {
            let loaded = room.desk.locale(&locale)?;
            let snapshot = &loaded.snapshot;
            let memory = Memory::of(snapshot, &Status::of(snapshot));
            offered(snapshot, &memory, &opened.id, resource, &locale, status)
        }
        _ => {
            let memory = Memory::default();
            offered(opened.snapshot(), &memory, &opened.id, resource, &locale, status)
        }
    };
    let offers: Vec<Offered> = found.into_iter().map(one).collect();
    if asked.is_api {
        return Ok(Answer::Json(serde_json::json!({ "offers": offers })));
    }
    let f = Frame::of(room, asked, "queue");
    Ok(Answer::Page(Offers { f, offers, locale: Tongue::of(&locale) }.render()?))
}

fn one(offer: Offer) -> Offered {
    let from = match &offer.kind {
        OfferKind::Proposed(by) => Some(by.to_string()),
        _ => offer.from().map(str::to_owned),
    };
    Offered { kind: offer.kind.as_str(), text: offer.text, from }
}
