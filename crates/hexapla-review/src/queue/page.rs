//! The page of a queue.

use askama::Template;
use hexapla_model::{State, Timestamp, phrase};
use serde_json::{Value, json};

use super::order::{Place, Queue};
use super::wish::{Wish, Working};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::claim::{Claim, Claims};
use crate::desk::{Need, Standing};
use crate::failure::Failure;
use crate::page::{Frame, Tongue};
use crate::room::Room;
use crate::unit;

/// A row of the queue.
pub(crate) struct Row {
    pub(crate) unit: String,
    pub(crate) address: String,
    pub(crate) need: Need,
    /// What people said of it; nothing where nobody did.
    pub(crate) state: Option<&'static str>,
    pub(crate) class: Option<&'static str>,
    /// Whole days since the source changed.
    pub(crate) days: Option<i64>,
    pub(crate) words: usize,
    pub(crate) to_read: usize,
    pub(crate) waits: bool,
    pub(crate) is_critical: bool,
    pub(crate) excerpt: String,
    pub(crate) source: Tongue,
    pub(crate) claim: Option<Claim>,
}

/// What the page of a queue shows.
#[derive(Template)]
#[template(path = "queue.html")]
struct Page<'a> {
    f: Frame<'a>,
    wish: &'a Wish,
    rows: Vec<Row>,
    units: usize,
    words: usize,
    to_read: usize,
    oldest: Option<i64>,
    collections: Vec<String>,
    /// Every need, with how many units have it.
    needs: [(Need, usize); 5],
    states: [State; 4],
    workings: [Working; 2],
    classes: Vec<&'static str>,
    /// Whether who works on what is asked for, and nobody knows.
    ignores_claims: bool,
    pages: usize,
}

impl Page<'_> {
    /// The address of another page of the same queue.
    fn address_of(&self, page: usize) -> String {
        let address = self.wish.address();
        let mark = if address.contains('?') { '&' } else { '?' };
        format!("{address}{mark}page={page}")
    }

    /// Where the first unit is settled.
    fn first(&self) -> Option<&str> {
        self.rows.first().map(|it| it.address.as_str())
    }
}

/// The queue of a locale.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let wish = Wish::of(asked)?;
    let f = Frame::of(room, asked, "queue");
    let standing = f.standing.clone();
    known(&standing.picture, &wish)?;
    let queue = Queue::of(room, &asked.visitor, &standing.picture, &wish)?;
    let (words, to_read) = queue.words();
    let now = room.desk.now();
    let mut classes: Vec<&str> =
        hexapla_engine::change::ChangeClass::ALL.map(|it| it.as_str()).into();
    classes.reverse();
    let page = Page {
        rows: queue
            .page(wish.page)
            .map(|place| row(&standing, &wish, (place, &queue.claims), now))
            .collect(),
        units: queue.places.len(),
        words,
        to_read,
        oldest: queue
            .places
            .iter()
            .filter_map(|it| it.unit.since)
            .min()
            .map(|it| it.days_until(now).max(0)),
        collections: standing.picture.collections().into_iter().map(str::to_owned).collect(),
        needs: Need::ALL.map(|it| (it, queue.needs.get(&it).copied().unwrap_or_default())),
        states: State::ALL,
        workings: Working::ALL,
        classes,
        ignores_claims: wish.ignores_claims(room),
        pages: queue.pages(),
        wish: &wish,
        f,
    };
    Ok(Answer::Page(page.render()?))
}

/// The same for programs.
pub(crate) fn list(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let wish = Wish::of(asked)?;
    let standing = room.desk.standing();
    known(&standing.picture, &wish)?;
    let queue = Queue::of(room, &asked.visitor, &standing.picture, &wish)?;
    let (words, to_read) = queue.words();
    let rows = queue.page(wish.page).map(|place| record(place, queue.claims.on(&place.name())));
    let rows: Vec<Value> = rows.collect();
    Ok(Answer::Json(json!({
        "locale": wish.locale.to_string(),
        "units": queue.places.len(),
        "needs": Need::ALL
            .into_iter()
            .map(|it| (it.as_str().to_owned(), queue.needs.get(&it).copied().unwrap_or(0).into()))
            .collect::<serde_json::Map<String, Value>>(),
        "words": words,
        "words_to_read": to_read,
        "ignored": if wish.ignores_claims(room) { json!(["claim"]) } else { json!([]) },
        "page": wish.page,
        "pages": queue.pages(),
        "rows": rows,
    })))
}

/// Refuses a locale that the project is not translated into.
fn known(picture: &crate::desk::Picture, wish: &Wish) -> Result<(), Failure> {
    if picture.locales().any(|it| *it == wish.locale) {
        return Ok(());
    }
    let locale = wish.locale.as_str();
    let message = phrase!("the project is not translated into `{locale}`", locale);
    Err(Failure::not_found(message).with_hint(phrase!("see `locales` in hexapla.toml")))
}

fn row(
    standing: &Standing,
    wish: &Wish,
    (place, claims): (&Place<'_>, &Claims),
    now: Timestamp,
) -> Row {
    let collection = standing.session.config().collections.get(place.id.collection());
    let given = collection.map(|it| it.pivots.get(&wish.locale).unwrap_or(&it.source_locale));
    let unit = place.name();
    Row {
        claim: claims.on(&unit).cloned(),
        address: unit::address(wish, &unit),
        unit: unit.to_string(),
        need: place.unit.need,
        state: Some(place.unit.state).filter(|it| *it > State::Initial).map(State::as_str),
        class: place.unit.class.map(|it| it.as_str()),
        days: place.unit.since.map(|it| it.days_until(now).max(0)),
        words: place.unit.words as usize,
        to_read: place.unit.to_read as usize,
        waits: place.unit.waits,
        is_critical: place.sheet.is_critical,
        excerpt: place.unit.excerpt.to_string(),
        source: Tongue::of(given.unwrap_or(&wish.locale)),
    }
}

fn record(place: &Place<'_>, claim: Option<&Claim>) -> Value {
    let unit = place.unit;
    json!({
        "unit": place.name().to_string(),
        "need": unit.need.as_str(),
        "state": unit.state.as_str(),
        "change": unit.class.map(|it| it.as_str()),
        "changed_at": unit.since.map(|it| it.to_string()),
        "words": unit.words,
        "words_to_read": unit.to_read,
        "waits": unit.waits,
        "critical": place.sheet.is_critical,
        "priority": place.sheet.priority,
        "excerpt": unit.excerpt,
        "claim": claim.map(Claim::record),
    })
}
