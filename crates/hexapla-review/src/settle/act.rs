//! What visitors did, so that they can take it back.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use hexapla_engine::UnitStatus;
use hexapla_model::{Freshness, Locale, State};

use crate::desk::UnitName;
use crate::queue::Wish;

/// A decision that can be taken back.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    pub(crate) unit: UnitName,
    pub(crate) locale: Locale,
    /// The query of the queue that it was done in.
    pub(crate) queue: String,
    /// The target before; empty where there was none.
    pub(crate) before: String,
    /// How the unit stood before.
    pub(crate) freshness: Freshness,
    /// The state that it had.
    pub(crate) state: State,
    /// Whether it was decided that it needs another look.
    pub(crate) is_doubt: bool,
    /// The text that was accepted, where one was sent.
    accepted: Option<String>,
}

/// A text that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) unit: UnitName,
    pub(crate) locale: Locale,
    pub(crate) text: String,
}

impl Act {
    /// What was decided of a unit that stood so and had the target `before`.
    pub(crate) fn new(unit: &UnitName, wish: &Wish, before: String, status: &UnitStatus) -> Self {
        Self {
            unit: unit.clone(),
            locale: wish.locale.clone(),
            queue: wish.query(),
            before,
            freshness: status.freshness,
            state: status.state,
            is_doubt: false,
            accepted: None,
        }
    }

    /// The same, as a doubt.
    pub(crate) fn doubting(self, is_doubt: bool) -> Self {
        Self { is_doubt, ..self }
    }

    /// The same, with the text that was accepted.
    pub(crate) fn accepting(self, text: Option<String>) -> Self {
        Self { accepted: text, ..self }
    }
}

/// What was done in each visit, latest last. It is kept as long as the room is open, for so many
/// acts and visits.
#[derive(Debug, Default)]
pub(crate) struct Acts(Mutex<HashMap<String, Vec<Act>>>);

/// The most acts of a visit that can be taken back.
const MOST_ACTS: usize = 100;

/// The most visits.
const MOST_VISITS: usize = 1000;

impl Acts {
    /// Keeps an act.
    pub(crate) fn remember(&self, visit: &str, act: Act) {
        let mut visits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if visits.len() >= MOST_VISITS && !visits.contains_key(visit) {
            visits.clear();
        }
        let acts = visits.entry(visit.to_owned()).or_default();
        if acts.len() >= MOST_ACTS {
            acts.remove(0);
        }
        acts.push(act);
    }

    /// What was accepted by the latest act of a visit.
    pub(crate) fn settled(&self, visit: &str) -> Option<Settled> {
        let act = self.last(visit)?;
        Some(Settled { unit: act.unit, locale: act.locale, text: act.accepted? })
    }

    /// The latest act of a visit.
    pub(crate) fn last(&self, visit: &str) -> Option<Act> {
        let visits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        visits.get(visit)?.last().cloned()
    }

    /// The latest act of a visit, which is then no longer kept.
    pub(crate) fn take(&self, visit: &str) -> Option<Act> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get_mut(visit)?.pop()
    }
}
