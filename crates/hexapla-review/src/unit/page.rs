//! The page of a unit.

use askama::Template;
use hexapla_engine::text::{Diff, tokenize};
use hexapla_model::{Group, phrase};
use serde_json::json;

use super::around::{Neighbour, around};
use super::check::{Found, Length, drafted, findings, said};
use super::deciders::Deciders;
use super::history::{Line, attested_by, history};
use super::pictures::Pictures;
use super::piece::Piece;
use super::reading::Html;
use super::screenshot::Shown;
use super::terms::Terms;
use super::variants::Variants;
use super::view::{Step, View};
use crate::access::Access;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::claim::{Claim, Claims};
use crate::desk::{Opened, UnitName};
use crate::document;
use crate::emergency;
use crate::failure::Failure;
use crate::page::{self, Frame};
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
    /// What the visitor sent, where it was not carried out.
    sent: Option<Sent>,
    /// What its unit was called before, each on a line.
    earlier: String,
    around: Vec<Neighbour>,
    /// What the editor holds as readers see it, where that is not as it is written.
    read: Option<Html>,
    /// Of a whole file, the source's picture and the locale's.
    files: [Option<Shown>; 2],
    history: Vec<Line>,
    found: Vec<Found>,
    length: Option<Length>,
    said: Variants,
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
    /// Where one goes on to who does not decide: the next unit or, behind the last, what waits.
    skip: String,
    /// This page.
    here: String,
    /// The page that one came from, and comes back to.
    back: Option<String>,
    /// Whether the visitor did something that can be taken back.
    can_undo: bool,
    /// Where it stands among all texts of its page.
    whole: String,
    /// The text that the visitor had accepted last, which need not be kept as a draft any more.
    settled: Option<Settled>,
}

/// A decision that was not carried out.
pub(crate) struct Sent {
    /// What stands for the source and the target that the visitor was shown.
    pub(crate) source: String,
    pub(crate) target: String,
    /// That target: what the visitor's text was made from.
    pub(crate) base: String,
    /// The visitor's text.
    pub(crate) mine: String,
    /// Why it was refused; nothing where the unit is another by now.
    pub(crate) refused: Option<Failure>,
    /// That source beside the present one, where it is another and its words were kept.
    sources: Option<[Vec<Piece>; 2]>,
    /// Who vouched for the present target.
    by: Option<String>,
}

impl Sent {
    pub(crate) fn new([source, target, base, mine]: [String; 4], refused: Option<Failure>) -> Self {
        Self { source, target, base, mine, refused, sources: None, by: None }
    }

    /// The same, with what is known of how the unit came to be another.
    fn told(self, opened: &Opened, at: usize, v: &View) -> Result<Self, Failure> {
        let before = self.source.parse::<Group>().ok().filter(|_| self.has_source_changed(v));
        let before = before.and_then(|it| opened.snapshot().ledger.group_text(&it));
        let sources = before.map(|before| {
            let diff = Diff::between(&tokenize(&before, &[]), &tokenize(&v.source_text, &[]));
            [Piece::old(&diff), Piece::new_text(&diff)].map(|it| Piece::with(it, &v.isolated))
        });
        let status = opened.units().get(at).filter(|_| self.has_target_changed(v));
        let by = status.map(|it| attested_by(opened, it)).transpose()?.flatten();
        Ok(Self { sources, by, ..self })
    }

    fn has_source_changed(&self, v: &View) -> bool {
        self.source != v.source_token
    }

    fn has_target_changed(&self, v: &View) -> bool {
        self.target != v.target_token
    }

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
    /// The page of the unit at a place, with a decision that was not carried out where there is one.
    ///
    /// # Errors
    /// Where the unit is gone.
    pub(crate) fn of(
        room: &Room,
        asked: &'a Asked,
        wish: Wish,
        opened: &Opened,
        at: usize,
        sent: Option<Sent>,
    ) -> Result<Self, Failure> {
        let f = Frame::of(room, asked, "queue");
        let mut v = View::of(opened, at, &asked.visitor, room.desk.now())?;
        let queue = Queue::of(room, &asked.visitor, &f.standing.picture, &wish)?;
        let address = |unit: UnitName| super::address(&wish, &unit);
        let back = match asked.form.get("back") {
            Some(emergency::BACK) => Some(emergency::address_in(&v.unit, &wish.locale)),
            _ => super::back(asked).map(str::to_owned),
        };
        let may_settle = Access::Settle.allows(&asked.visitor, Some(&wish.locale));
        let sent = sent.map(|it| it.told(opened, at, &v)).transpose()?;
        let draft = match &sent {
            Some(it) => it.mine.clone(),
            None => v.draft(),
        };
        let written = sent.as_ref().map_or(&v.target_text, |it| &it.mine).clone();
        let (found, length) = findings(room, opened, at, &written)?;
        let mut history = history(opened, &opened.units()[at])?;
        let last = room.acts.last(&asked.visit()).filter(|_| may_settle);
        let can_undo = last.is_some();
        let is_here = last.is_some_and(|it| it.unit == v.unit && it.locale == wish.locale);
        let mut mine = history.iter_mut().filter(|it| f.handle() == Some(it.by.as_str()));
        if let Some(it) = mine.find(|it| is_here && it.what.is_decision()) {
            it.is_undoable = true;
        }
        room.credit(v.revisions().chain(history.iter_mut().filter_map(|it| it.revision.as_mut())));
        let session = &f.standing.session;
        Ok(Self {
            deciders: match may_settle {
                true => None,
                false => Some(Deciders::of(room, &f.t, &wish.locale)?),
            },
            around: around(session, opened, &wish, at)?,
            read: drafted(room, opened, (at, &v.unit), &written)?,
            files: match v.is_asset {
                true => Pictures::of(session, opened, at)?.files(&opened.locale, &v.unit),
                false => [None, None],
            },
            history,
            found,
            length,
            said: said(room, opened, &written)?,
            terms: Terms::of(opened, at)?,
            position: queue.position(&v.unit).map(|it| it + 1),
            count: queue.places.len(),
            claim: queue.claims.on(&v.unit).cloned(),
            may_claim: f.is_member() && may_settle,
            previous: queue.before(&v.unit).map(address),
            next: queue.after(&v.unit).map(address),
            skip: match queue.after(&v.unit) {
                Some(next) => address(next),
                None => page::telling(&wish.address(), page::ALL_SEEN),
            },
            here: match &back {
                Some(back) => super::address_from(&wish, &v.unit, back),
                None => super::address(&wish, &v.unit),
            },
            back,
            can_undo,
            earlier: earlier(opened, asked, at)?,
            whole: document::address_of(&wish.locale, &v.unit),
            settled: room.acts.settled(&asked.visit()),
            draft,
            sent,
            wish,
            v,
            f,
        })
    }

    /// What came too late.
    fn late(&self) -> Option<&Sent> {
        self.sent.as_ref().filter(|it| it.refused.is_none())
    }

    /// What was refused, and has still to be said of what it was about.
    fn refused(&self) -> Option<(&Sent, &Failure)> {
        self.sent.as_ref().and_then(|it| Some((it, it.refused.as_ref()?)))
    }

    /// What stands for the source that is decided about, for the target, and that target.
    fn about(&self) -> [&str; 3] {
        match self.refused() {
            // It may be another by now, and nobody has seen that.
            Some((it, _)) => [&it.source, &it.target, &it.base],
            None => [&self.v.source_token, &self.v.target_token, &self.v.target_text],
        }
    }

    /// Whether the visitor may decide here.
    fn may_settle(&self) -> bool {
        self.deciders.is_none()
    }

    /// Where the unit is seen in all locales at once, if it is critical.
    fn everywhere(&self) -> String {
        emergency::address(&self.v.unit)
    }

    /// Whether source and what is being written are so long that they are looked at through one window.
    fn is_long(&self) -> bool {
        /// About as many signs as a column shows at once.
        const LONG: usize = 1200;
        self.v.source_text.chars().count().max(self.draft.chars().count()) > LONG
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
    if let Ok(at) = opened.find(&unit) {
        return Page::of(room, asked, wish, &opened, at, None)?.answer();
    }
    match super::place(&opened, asked, &unit) {
        Ok(at) => Ok(Answer::go(moved(&opened, asked, &wish, &unit, at)?)),
        Err(failure) => super::gone(room, asked, (&wish, &unit), "", failure),
    }
}

/// Where a unit is seen that was asked for by a name that it has no more.
fn moved(
    opened: &Opened,
    asked: &Asked,
    wish: &Wish,
    unit: &UnitName,
    at: usize,
) -> Result<String, Failure> {
    let names = opened.names()?;
    let now = names.get(at).unwrap_or(unit);
    let mut address = match super::back(asked) {
        Some(back) => super::address_from(wish, now, back),
        None => super::address(wish, now),
    };
    if !opened.earlier(at)?.contains(unit) {
        // By the ledger nobody would know what was typed by that name.
        let was = form_urlencoded::Serializer::new(String::new())
            .append_pair(WAS, &unit.to_string())
            .finish();
        address = format!("{address}&{was}");
    }
    Ok(address)
}

/// What an address calls the name that its unit had.
const WAS: &str = "was";

/// What the unit at a place was called before, each on a line.
fn earlier(opened: &Opened, asked: &Asked, at: usize) -> Result<String, Failure> {
    let mut earlier = opened.earlier(at)?;
    let was = asked.query.get(WAS).and_then(UnitName::parse);
    let was = was.filter(|it| it.resource == opened.id && opened.find(it).is_err());
    earlier.extend(was);
    earlier.dedup();
    Ok(super::listed(&earlier))
}

/// The unit that a request is about.
///
/// # Errors
/// Where it names none.
pub(crate) fn named(asked: &Asked) -> Result<UnitName, Failure> {
    let text = asked.require("unit")?;
    UnitName::parse(text).ok_or_else(|| {
        Failure::bad(phrase!("`{text}` is no unit", text))
            .with_hint(phrase!("units are called `pages/about#title`"))
    })
}

/// The same for programs.
pub(crate) fn show(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (locale, unit) = (asked.require_locale()?, named(asked)?);
    let opened = room.desk.resource_shown(&unit.resource, &locale)?;
    let at = super::place(&opened, asked, &unit)?;
    let mut v = View::of(&opened, at, &asked.visitor, room.desk.now())?;
    room.credit(v.revisions());
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
        "steps": v.steps.iter().map(Step::record).collect::<Vec<_>>(),
        "placeables": v.codes,
        "terms": terms,
        "states": v.states.iter().map(|it| it.as_str()).collect::<Vec<_>>(),
        "claim": Claims::of(room, &locale, &asked.visitor)?.on(&v.unit).map(Claim::record),
        "findings": found,
    })))
}
