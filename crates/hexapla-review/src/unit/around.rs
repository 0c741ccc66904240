//! What stands around a unit.

use hexapla_engine::{UnitStatus, joined};

use super::piece::Piece;
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
    pub(crate) need: Option<Need>,
    /// Whether it is the unit itself.
    pub(crate) is_here: bool,
}

/// How many units are shown before and behind a unit.
const REACH: usize = 2;

/// The units before and behind the one at `at`, and itself.
pub(crate) fn around(opened: &Opened, wish: &Wish, at: usize) -> Result<Vec<Neighbour>, Failure> {
    let (resource, names) = (opened.resource()?, opened.names()?);
    let units: Vec<(usize, &UnitStatus)> = opened
        .units()
        .iter()
        .enumerate()
        .filter(|(_, it)| !it.given(resource).is_empty())
        .collect();
    let here = units.iter().position(|(place, _)| *place == at).unwrap_or(0);
    let from = here.saturating_sub(REACH);
    let least = resource.collection.workflow.least_state(&opened.locale);
    let neighbour = |(place, status): &(usize, &UnitStatus)| {
        let there = resource.target_units(&opened.locale).get(status.target.clone());
        let (given, there) = (status.given(resource), there.unwrap_or_default());
        let codes = isolated(given.iter().chain(there));
        Neighbour {
            address: super::address(wish, &names[*place]),
            source: Piece::with(Piece::plain(&joined(given)), &codes),
            target: Piece::with(Piece::plain(&joined(there)), &codes),
            need: Need::of(status, least),
            is_here: *place == at,
        }
    };
    Ok(units.iter().skip(from).take(here - from + REACH + 1).map(neighbour).collect())
}
