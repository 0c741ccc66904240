//! A critical unit in one locale: what readers get of it, and what can be done at once.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_engine::text::Figure;
use hexapla_model::{Freshness, Locale};
use serde_json::{Value, json};

use crate::access::Access;
use crate::desk::{Everywhere, Given, UnitName};
use crate::failure::Failure;
use crate::page::Tongue;
use crate::room::Room;
use crate::unit::{Deciders, Piece, View, listed};
use crate::visitor::Visitor;
use crate::words::Words;

/// A critical unit in a locale.
pub(super) struct Row {
    pub(super) v: View,
    /// What readers get today.
    pub(super) today: Gets,
    /// What the last release holds of it and in which language, as it stands there, where that is
    /// another text.
    pub(super) released: Option<(Tongue, String)>,
    /// What they would get if the translation were blocked, where that can be done.
    pub(super) blocked: Option<Gets>,
    /// The translation, with the numbers and addresses that the source has not.
    pub(super) target: Vec<Piece>,
    /// The numbers and addresses that only the source has, and those that only the translation has.
    pub(super) lacking: Vec<String>,
    pub(super) extra: Vec<String>,
    /// What the unit was called before, each on a line.
    pub(super) earlier: String,
    /// Who may settle it, where the visitor may not.
    pub(super) deciders: Option<Deciders>,
    /// Whether somebody else has to agree before it has the highest state of its workflow.
    pub(super) needs_another: bool,
}

/// What readers get of a unit.
pub(super) struct Gets {
    /// The name in the room's strings.
    pub(super) kind: &'static str,
    /// The text and its language, where there is one.
    pub(super) text: Option<(Tongue, String)>,
}

impl Gets {
    fn of(given: Given, locale: &Locale) -> Self {
        let kind = match &given {
            None => "nothing",
            Some((language, _)) if language == locale => "own",
            Some(_) => "fallback",
        };
        Self { kind, text: given.map(|(language, text)| (Tongue::of(&language), text)) }
    }

    /// The language of what they get.
    pub(super) fn language(&self) -> &str {
        self.text.as_ref().map_or("", |(tongue, _)| tongue.tag.as_str())
    }

    pub(super) fn is_own(&self) -> bool {
        self.kind == "own"
    }

    /// The same for programs.
    fn record(&self) -> Value {
        let text = self.text.as_ref();
        json!({
            "kind": self.kind,
            "locale": text.map(|(tongue, _)| &tongue.tag),
            "text": text.map(|(_, text)| text),
        })
    }
}

impl Row {
    /// The same for programs: with the tokens that a decision names.
    pub(super) fn record(&self) -> Value {
        let v = &self.v;
        json!({
            "locale": v.locale.tag,
            "freshness": v.freshness.as_str(),
            "state": v.state.as_str(),
            "need": v.need.map(|it| it.as_str()),
            "doubted": v.is_doubted,
            "waits_for": v.waits_for,
            "inherited": v.inherited,
            "target": v.target_text,
            "source_token": v.source_token,
            "target_token": v.target_token,
            "readers_get": self.today.record(),
            "released": self.released.as_ref().map(|(_, text)| text),
            "readers_get_if_blocked": self.blocked.as_ref().map(Gets::record),
            "only_in_source": self.lacking,
            "only_in_target": self.extra,
            "needs_another": self.needs_another,
            "may_settle": self.deciders.is_none(),
        })
    }
}

/// The rows of the source's unit at a place; locales that lack it altogether have none.
pub(super) fn rows(
    room: &Room,
    everywhere: &Everywhere,
    (unit, place): (&UnitName, usize),
    (visitor, t): (&Visitor, &Words),
) -> Result<Vec<Row>, Failure> {
    let locales = &everywhere.resource()?.collection.locales;
    let mut released = released(room, unit);
    let rows =
        locales.iter().zip(everywhere.given(locales, place)).filter_map(|(locale, given)| {
            let mut row =
                row(room, everywhere, (locale, place, given), (visitor, t)).transpose()?;
            if let Ok(row) = &mut row {
                let today = row.today.text.as_ref().map(|(_, text)| text);
                let other = released.remove(locale).filter(|(_, text)| Some(text) != today);
                row.released = other.map(|(language, text)| (Tongue::of(&language), text));
            }
            Some(row)
        });
    rows.collect()
}

/// What the last release for readers holds of a unit, by locale; nothing where none was built, or it
/// cannot be read.
fn released(room: &Room, unit: &UnitName) -> BTreeMap<Locale, (Locale, String)> {
    let standing = room.desk.standing();
    let built = standing.channel().map(|channel| standing.session.built_release(channel, None));
    let built = built.and_then(|it| it.ok().flatten());
    let address = format!("{}#{}", unit.resource, unit.name);
    built.and_then(|it| it.texts_of(&address).ok()).unwrap_or_default()
}

fn row(
    room: &Room,
    everywhere: &Everywhere,
    (locale, place, given): (&Locale, usize, Given),
    (visitor, t): (&Visitor, &Words),
) -> Result<Option<Row>, Failure> {
    let resource = everywhere.resource()?;
    let opened = everywhere.locale(locale);
    let key = resource.source_units().get(place).and_then(|it| it.key.as_ref());
    let is_it = |status: &hexapla_engine::UnitStatus| {
        status.source.contains(&place) && status.key.as_ref() == key
    };
    let Some(at) = opened.units().iter().position(is_it) else { return Ok(None) };
    let (v, status) = (View::of(&opened, at, visitor, room.desk.now())?, &opened.units()[at]);
    let may = Access::Settle.allows(visitor, Some(locale));
    let today = Gets::of(given, locale);
    let is_vouched = matches!(status.freshness, Freshness::Current | Freshness::Stale);
    let can_block = may && is_vouched && status.inherited.is_none() && today.is_own();
    let blocked =
        can_block.then(|| Gets::of(everywhere.given_if_doubted(locale, at, place), locale));
    let (lacking, extra) = Figure::differing(&v.source_text, &v.target_text);
    let texts = |text: &str, spans: &[Range<usize>]| {
        let mut texts: Vec<String> =
            spans.iter().filter_map(|it| text.get(it.clone())).map(str::to_owned).collect();
        texts.dedup();
        texts
    };
    let is_there = !v.target_text.is_empty();
    let highest = resource.collection.workflow.state_by_several();
    let needs_another = is_there && highest.is_some_and(|it| status.state < it);
    Ok(Some(Row {
        target: Piece::with(Piece::likely(&v.target_text, &extra), &v.isolated),
        lacking: if is_there { texts(&v.source_text, &lacking) } else { Vec::new() },
        extra: texts(&v.target_text, &extra),
        needs_another: needs_another && status.freshness == Freshness::Current,
        today,
        released: None,
        blocked,
        earlier: listed(&opened.earlier(at)?),
        deciders: if may { None } else { Some(Deciders::of(room, t, locale)?) },
        v,
    }))
}
