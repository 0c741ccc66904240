//! The page of a unit.

use askama::Template;
use hexapla_engine::text::{Diff, tokenize};
use serde_json::json;

use super::around::{Neighbour, around};
use super::check::{Found, Length, findings, said};
use super::deciders::Deciders;
use super::history::{Said, history};
use super::piece::Piece;
use super::screenshot::Shown;
use super::terms::Terms;
use super::variants;
use super::view::View;
use crate::access::Access;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::claim::{Claim, Claims};
use crate::desk::{Opened, UnitName};
use crate::document;
use crate::emergency;
use crate::failure::Failure;
use crate::page::Frame;
use crate::queue::{Queue, Wish};
use crate::room::Room;
use crate::settle::Settled;

/// What the page of a unit shows.
#[derive(Template)]
#[template(path = "unit.html")]
pub(crate) struct Page<'a> {
    f: Frame<'a>,
    wish: Wish,
    v: View,
    /// Who may decide here, where the visitor may not.
    deciders: Option<Deciders>,
    /// What the editor holds.
    draft: String,
    conflict: Option<Conflict>,
    around: Vec<Neighbour>,
    history: Vec<Said>,
    found: Vec<Found>,
    length: Option<Length>,
    said: Vec<variants::Said>,
    terms: Terms,
    /// Its place in the queue, from 1; none where it is not in it.
    position: Option<usize>,
    count: usize,
    /// Who works on it, in a room with accounts.
    claim: Option<Claim>,
    /// Whether the visitor may claim it.
    may_claim: bool,
    previous: Option<String>,
    next: Option<String>,
    /// The page that one came from, and comes back to.
    back: Option<String>,
    /// Where it stands among all texts of its page.
    whole: String,
    /// The text that the visitor had accepted last, which need not be kept as a draft any more.
    settled: Option<Settled>,
}

/// A decision that came too late.
pub(crate) struct Conflict {
    /// What stands for the source and the target that the visitor was shown.
    pub(crate) source: String,
    pub(crate) target: String,
    /// That target: what the visitor's text was made from.
    pub(crate) base: String,
    /// The visitor's text.
    pub(crate) mine: String,
}

impl Conflict {
    fn since(&self, text: &str, v: &View) -> Vec<Piece> {
        let diff = Diff::between(&tokenize(&self.base, &[]), &tokenize(text, &[]));
        Piece::with(Piece::new_text(&diff), &v.isolated)
    }

    /// What it was made from.
    fn begun(&self, v: &View) -> Vec<Piece> {
        Piece::with(Piece::plain(&self.base), &v.isolated)
    }

    /// What others made of the text.
    fn theirs(&self, v: &View) -> Vec<Piece> {
        self.since(&v.target_text, v)
    }

    /// What the visitor made of it.
    fn mine(&self, v: &View) -> Vec<Piece> {
        self.since(&self.mine, v)
    }
}

impl<'a> Page<'a> {
    /// The page of the unit at a place, with a decision that came too late where there is one.
    ///
    /// # Errors
    /// Where the unit is gone.
    pub(crate) fn of(
        room: &Room,
        asked: &'a Asked,
        wish: Wish,
        opened: &Opened,
        at: usize,
        conflict: Option<Conflict>,
    ) -> Result<Self, Failure> {
        let f = Frame::of(room, asked, "queue");
        let v = View::of(opened, at, &asked.visitor, room.desk.now())?;
        let queue = Queue::of(room, &asked.visitor, &f.standing.picture, &wish)?;
        let address = |unit: UnitName| super::address(&wish, &unit);
        let may_settle = Access::Settle.allows(&asked.visitor, Some(&wish.locale));
        let draft = match &conflict {
            Some(it) => it.mine.clone(),
            None => v.draft(),
        };
        let (found, length) = findings(room, opened, at, &v.target_text)?;
        let mut history = history(opened, &opened.units()[at])?;
        let last = room.acts.last(&asked.session).filter(|_| may_settle);
        let is_here = last.is_some_and(|it| it.unit == v.unit && it.locale == wish.locale);
        let mine = history.iter_mut().find(|it| is_here && f.handle() == Some(it.by.as_str()));
        if let Some(it) = mine {
            it.is_undoable = true;
        }
        Ok(Self {
            deciders: match may_settle {
                true => None,
                false => Some(Deciders::of(room, &f.t, &wish.locale)?),
            },
            draft,
            around: around(opened, &wish, at)?,
            history,
            found,
            length,
            said: said(room, opened, &v.target_text)?,
            terms: Terms::of(opened, at)?,
            position: queue.position(&v.unit).map(|it| it + 1),
            count: queue.places.len(),
            claim: queue.claims.on(&v.unit).cloned(),
            may_claim: f.is_member() && may_settle,
            previous: queue.before(&v.unit).map(address),
            next: queue.after(&v.unit).map(address),
            back: super::back(asked).map(str::to_owned),
            whole: document::address_of(&wish.locale, &v.unit),
            settled: room.acts.settled(&asked.session),
            conflict,
            wish,
            v,
            f,
        })
    }

    /// Whether the visitor may decide here.
    fn may_settle(&self) -> bool {
        self.deciders.is_none()
    }

    /// Where the unit is seen in all locales at once, if it is critical.
    fn everywhere(&self) -> String {
        emergency::address(&self.v.unit)
    }

    /// Writes it.
    ///
    /// # Errors
    /// Never, but that of the template.
    pub(crate) fn answer(&self) -> Result<Answer, Failure> {
        Ok(Answer::Page(self.render()?))
    }
}

/// The page of a unit.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (wish, unit) = (Wish::of(asked)?, named(asked)?);
    let opened = room.desk.resource_shown(&unit.resource, &wish.locale)?;
    let at = opened.find(&unit)?;
    Page::of(room, asked, wish, &opened, at, None)?.answer()
}

/// The unit that a request is about.
///
/// # Errors
/// Where it names none.
pub(crate) fn named(asked: &Asked) -> Result<UnitName, Failure> {
    let text = asked.require("unit")?;
    UnitName::parse(text).ok_or_else(|| {
        Failure::bad(format!("`{text}` is no unit"))
            .with_hint("units are called `pages/about#title`")
    })
}

/// The same for programs.
pub(crate) fn show(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (locale, unit) = (asked.require_locale()?, named(asked)?);
    let opened = room.desk.resource_shown(&unit.resource, &locale)?;
    let at = opened.find(&unit)?;
    let v = View::of(&opened, at, &asked.visitor, room.desk.now())?;
    let (found, _) = findings(room, &opened, at, &v.target_text)?;
    let terms = Terms::of(&opened, at)?.all;
    Ok(Answer::Json(json!({
        "unit": v.unit.to_string(),
        "locale": v.locale.tag,
        "freshness": v.freshness.as_str(),
        "state": v.state.as_str(),
        "need": v.need.map(|it| it.as_str()),
        "change": v.class,
        "changed_at": v.since.map(|it| it.to_string()),
        "words": v.words,
        "critical": v.is_critical,
        "doubted": v.is_doubted,
        "waits_for": v.waits_for,
        "inherited": v.inherited,
        "source": v.source_text,
        "source_marked": v.now,
        "source_before_marked": v.before,
        "target": v.target_text,
        "target_marked": v.target,
        "source_token": v.source_token,
        "target_token": v.target_token,
        "comment": v.comment,
        "screenshots": v.pictures.iter().map(Shown::record).collect::<Vec<_>>(),
        "placeables": v.codes,
        "terms": terms,
        "states": v.states.iter().map(|it| it.as_str()).collect::<Vec<_>>(),
        "claim": Claims::of(room, &locale, &asked.visitor)?.on(&v.unit).map(Claim::record),
        "findings": found,
    })))
}
