//! Other texts that a target could have, when they are asked for.

use std::sync::Arc;

use askama::Template;
use hexapla_engine::{Memory, Offer, OfferKind, Recalled, Status, offers as offered, own_first};
use hexapla_model::Freshness;
use serde::Serialize;

use super::page::named;
use super::piece::Piece;
use super::view::isolated;
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
    /// What is otherwise in the source, where it renders another text: `[-only there-]`, `{+only here+}`.
    pub(crate) marked: Option<String>,
}

#[derive(Template)]
#[template(path = "offers.html")]
struct Offers<'a> {
    f: Frame<'a>,
    offers: Vec<Offered>,
    /// What is wrong with memories of other tools.
    problems: Vec<String>,
    /// What is no words in the unit.
    codes: Arc<[String]>,
    locale: Tongue,
    /// The language of the sources.
    given: Tongue,
}

impl Offers<'_> {
    /// A text with what is no words in it apart.
    fn pieces(&self, text: &str) -> Vec<Piece> {
        Piece::with(Piece::plain(text), &self.codes)
    }
}

/// Every text that is offered for a unit, as a part of a page or for programs.
pub(crate) fn offers(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (locale, unit) = (asked.require_locale()?, named(asked)?);
    let opened = room.desk.resource(&unit.resource, &locale)?;
    let at = opened.trace(&unit)?;
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
    let mut offers: Vec<Offered> = found.into_iter().map(one).collect();
    let memory = room.desk.recall(&locale, resource.collection.format)?;
    let own = memory.like(&opened.id, resource, &locale, status, MOST_LIKE);
    let imports = room.desk.imports(resource.collection.given_locale(&locale), &locale);
    let others = imports.0.like(resource, status, MOST_LIKE);
    for it in own_first(own, others, MOST_LIKE) {
        if offers.iter().all(|known| known.text != it.text) {
            offers.push(alike(it));
        }
    }
    if asked.is_api {
        let problems: Vec<String> = imports.1.iter().map(ToString::to_string).collect();
        return Ok(Answer::Json(serde_json::json!({ "offers": offers, "problems": problems })));
    }
    let f = Frame::of(room, asked, "queue");
    let given = Tongue::of(resource.collection.given_locale(&locale));
    let problems = imports.1.iter().map(ToString::to_string).collect();
    let there = resource.target_units(&locale).get(status.target.clone());
    let codes = isolated(status.given(resource).iter().chain(there.unwrap_or_default()));
    let locale = Tongue::of(&locale);
    Ok(Answer::Page(Offers { f, offers, problems, codes, locale, given }.render()?))
}

/// How many translations of like texts are offered.
const MOST_LIKE: usize = 3;

fn alike(it: Recalled) -> Offered {
    let from = format!("{} · {} %", it.from, it.score);
    Offered { kind: "memory", text: it.text, from: Some(from), marked: Some(it.marked) }
}

fn one(offer: Offer) -> Offered {
    let from = match &offer.kind {
        OfferKind::Proposed(by) => Some(by.to_string()),
        _ => offer.from().map(str::to_owned),
    };
    Offered { kind: offer.kind.as_str(), text: offer.text, from, marked: None }
}
