//! What stands around a unit.

use hexapla_engine::{UnitStatus, joined};
use hexapla_formats::Format;
use hexapla_model::Unit;
use hexapla_workspace::Session;

use super::pictures::Pictures;
use super::piece::Piece;
use super::reading::{Html, class_of, kind_of};
use super::view::isolated;
use crate::desk::{Need, Opened};
use crate::failure::Failure;
use crate::queue::Wish;

/// A unit among its neighbours.
#[derive(Clone, Debug)]
pub(crate) struct Neighbour {
    pub(crate) address: String,
    pub(crate) source: Vec<Piece>,
    pub(crate) target: Vec<Piece>,
    /// Source and target as readers see them, where that is not as they are written.
    pub(crate) read: Option<[Html; 2]>,
    /// What it looks like.
    pub(crate) kind: &'static str,
    /// Whether it is so long that its beginning is enough for who is at work on another.
    pub(crate) is_long: bool,
    pub(crate) need: Option<Need>,
    /// Whether it is the unit itself.
    pub(crate) is_here: bool,
}

/// How many units are shown before and behind a unit.
const REACH: usize = 2;

/// About as many signs of a neighbour as tell what it is about.
const LONG: usize = 400;

/// How many signs units have.
fn signs(units: &[Unit]) -> usize {
    units.iter().map(|it| it.text.chars().count()).sum()
}

/// The units before and behind the one at `at`, and itself.
pub(crate) fn around(
    session: &Session,
    opened: &Opened,
    wish: &Wish,
    at: usize,
) -> Result<Vec<Neighbour>, Failure> {
    let (resource, names) = (opened.resource()?, opened.names()?);
    let format = resource.collection.format;
    let units: Vec<(usize, &UnitStatus)> = opened
        .units()
        .iter()
        .enumerate()
        .filter(|(_, it)| !it.given(resource).is_empty())
        .collect();
    let here = units.iter().position(|(place, _)| *place == at).unwrap_or(0);
    let from = here.saturating_sub(REACH);
    let least = resource.collection.workflow.awaited_state(&opened.locale);
    let neighbour = |(place, status): &(usize, &UnitStatus)| {
        let there = resource.target_units(&opened.locale).get(status.target.clone());
        let (given, there) = (status.given(resource), there.unwrap_or_default());
        let codes = isolated(given.iter().chain(there));
        let read = (format == Format::Markdown).then(|| {
            let pictures = Pictures::of(session, opened, *place).unwrap_or_default();
            let [of_source, of_target] = pictures.images(&opened.locale, &names[*place]);
            [Html::of(given, format, &of_source), Html::of(there, format, &of_target)]
        });
        Neighbour {
            read,
            kind: class_of(kind_of(resource, status, there)),
            is_long: [given, there].map(signs).into_iter().any(|it| it > LONG),
            address: super::address(wish, &names[*place]),
            source: Piece::with(Piece::plain(&joined(given)), &codes),
            target: Piece::with(Piece::plain(&joined(there)), &codes),
            need: Need::of(status, least),
            is_here: *place == at,
        }
    };
    Ok(units.iter().skip(from).take(here - from + REACH + 1).map(neighbour).collect())
}
