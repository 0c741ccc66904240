//! What a collection asks of its translations: states, gates and what may be served.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_ledger::{Attestation, Origin};
use hexapla_model::{Freshness, Handle, Locale, Severity, State};

use crate::change::{ChangeClass, ChangePolicy, ChangeRule};

/// The rules that a collection's translations live by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workflow {
    /// Its name.
    pub name: String,
    /// How urgent its units are beside those of other workflows: the higher, the sooner they are to
    /// be settled.
    pub priority: i64,
    /// The states that a unit passes, lowest first.
    pub states: Vec<StateRule>,
    /// What must hold before a channel may be released.
    pub channels: BTreeMap<String, Gates>,
    /// What is shipped of each unit: the first rule that fits decides.
    pub serve: Vec<ServeRule>,
    /// What is done about changes of the source: the first rule that fits decides.
    pub changes: Vec<ChangeRule>,
}

/// What it takes to reach a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateRule {
    /// The state.
    pub state: State,
    /// The roles that may give it; everyone where there are none.
    pub roles: Vec<String>,
    /// How many different people must vouch for the translation, this state's giver among them.
    pub people: usize,
}

/// What must hold of every locale before a channel may be released.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gates {
    /// The locales that the channel carries; all where there are none.
    pub locales: Vec<Locale>,
    /// The least share of current units or words, from 0 to 1.
    pub coverage: Option<Coverage>,
    /// The least state of every current unit.
    pub state: Option<State>,
    /// The most days that a unit may have been stale.
    pub oldest_stale_days: Option<i64>,
    /// Findings of checks as bad as this, or worse, must be absent.
    pub checks: Option<Severity>,
}

/// A least share of what is current.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coverage {
    /// The share, from 0 to 1.
    pub at_least: f64,
    /// What is counted.
    pub of: Measure,
}

/// What coverage counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Units.
    Units,
    /// Words of the source.
    Words,
}

/// What to do with the units that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServeRule {
    /// The freshness it is for; any where empty.
    pub freshness: Vec<Freshness>,
    /// The units it is for, as patterns on their address with `*`; any where empty.
    pub units: Vec<String>,
    /// The kinds of change it is for; any where empty.
    pub change: Vec<ChangeClass>,
    /// For units that have been stale for more days than this; an unknown age counts as more.
    pub older_than_days: Option<i64>,
    /// What happens.
    pub policy: ServePolicy,
}

impl ServeRule {
    /// Whether it fits every unit that `other` fits.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        fn all<T: PartialEq>(own: &[T], others: &[T]) -> bool {
            own.is_empty() || (!others.is_empty() && others.iter().all(|it| own.contains(it)))
        }
        let older = |own: i64| other.older_than_days.is_some_and(|days| own <= days);
        all(&self.freshness, &other.freshness)
            && all(&self.units, &other.units)
            && all(&self.change, &other.change)
            && self.older_than_days.is_none_or(older)
    }
}

/// What is shipped of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServePolicy {
    /// The target as it is, marked.
    Ship,
    /// The text of the fallback locale.
    Fallback,
    /// Nothing is released as long as the unit is like this.
    Block,
}

/// What people may do: their roles, by handle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People(pub BTreeMap<Handle, Person>);

/// What one person may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The person's roles.
    pub roles: BTreeSet<String>,
    /// The locales they hold for; all where there are none.
    pub locales: BTreeSet<Locale>,
}

impl People {
    /// Whether `handle` has one of `roles` in `locale`. In a project that names no people,
    /// everyone has every role.
    pub fn may(&self, handle: &Handle, roles: &[String], locale: &Locale) -> bool {
        if self.0.is_empty() || roles.is_empty() {
            return true;
        }
        self.0.get(handle).is_some_and(|person| {
            let here = person.locales.is_empty() || person.locales.contains(locale);
            here && roles.iter().any(|role| person.roles.contains(role))
        })
    }
}

impl Workflow {
    /// The highest state that the workflow accepts from a set of attestations.
    ///
    /// Of a state that nobody was allowed to give, the next lower one counts that the giver may
    /// give. More attestations never give a lower state. What was carried by rule brings along
    /// the state it had, but nobody looked: it counts for no one among several people.
    pub fn accept<'a>(
        &self,
        attestations: impl IntoIterator<Item = &'a Attestation>,
        people: &People,
        locale: &Locale,
    ) -> State {
        let all: Vec<&Attestation> = attestations.into_iter().collect();
        let (carried, looked): (Vec<&Attestation>, Vec<&Attestation>) =
            all.into_iter().partition(|it| it.origin == Origin::Carried);
        let translated = looked.iter().filter(|it| it.state >= State::Translated);
        let handles = translated.map(|it| &it.by).collect::<BTreeSet<_>>().len();
        let given = |rule: &&StateRule| {
            let may = |it: &&Attestation| people.may(&it.by, &rule.roles, locale);
            let by_people =
                handles >= rule.people && looked.iter().any(|it| it.state >= rule.state && may(it));
            let by_rule = rule.people <= 1 && carried.iter().any(|it| it.state >= rule.state);
            by_people || by_rule
        };
        self.states.iter().filter(given).map(|rule| rule.state).max().unwrap_or(State::Initial)
    }

    /// The highest state that a translation keeps when its source changed and it was said to be
    /// still valid: approvals of several people do not carry over.
    pub fn carried(&self, state: State) -> State {
        let kept = self.states.iter().filter(|rule| rule.people <= 1 && rule.state <= state);
        kept.map(|rule| rule.state).max().unwrap_or(State::Initial)
    }

    /// The state that a translation has to reach in `locale` before it waits for nobody: what the channels
    /// that carry it ask for, and what takes several people, wherever it is shown; none where neither is.
    pub fn awaited_state(&self, locale: &Locale) -> Option<State> {
        let channels = self.channels.values().filter(|gates| gates.carries(locale));
        channels.filter_map(|gates| gates.state).chain(self.state_by_several()).max()
    }

    /// The highest state that takes several people; none where no state does.
    pub fn state_by_several(&self) -> Option<State> {
        self.states.iter().filter(|rule| rule.people > 1).map(|rule| rule.state).max()
    }

    /// What is done about changes of a class to the unit at `address`.
    pub fn policy(&self, class: ChangeClass, address: &str) -> ChangePolicy {
        let rule = self.changes.iter().find(|rule| rule.fits(class, address));
        rule.map_or_else(|| ChangePolicy::default_of(class), |rule| rule.policy)
    }
}
