//! What a person decides about units, turned into a [`Plan`].
//!
//! Nothing is written here: a plan holds the facts to record, the files to write, and every file
//! that it was made from, so that whoever commits it can refuse when one has moved on.

mod accept;
mod edit;
mod fill;
mod keep;
mod reopen;
mod returned;
mod seen;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use hexapla_formats::MergeError;
use hexapla_ledger::{Fact, KeptText, Origin, Pair};
use hexapla_model::{
    Diagnostic, Group, Handle, Locale, Phrase, Position, ResourceId, State, Timestamp, Unit, phrase,
};

use crate::assess::{UnitStatus, assess_one};
use crate::snapshot::{Document, Resource, Snapshot};

pub use fill::fill;
pub use seen::{is_unseen, record_seen};

/// A unit in a locale, as a person was shown it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The resource.
    pub resource: ResourceId,
    /// The locale.
    pub locale: Locale,
    /// How the unit stood.
    pub status: UnitStatus,
    /// What is decided about it.
    pub decision: Decision,
}

/// What a person decides about a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The target renders the source as it is now; with `text`, that text becomes the target.
    Accept {
        /// The new target, in the form of [`Unit::text`].
        text: Option<String>,
        /// The state given.
        state: State,
        /// How the target came about.
        origin: Origin,
    },
    /// This becomes the target, and nobody says anything of it: what was said of that text before
    /// holds again.
    Write {
        /// The new target, in the form of [`Unit::text`].
        text: String,
    },
    /// This was made of a source elsewhere and comes back. It is attested for that very source, and
    /// becomes the target unless the unit has been settled for a later one meanwhile.
    Return {
        /// The source that it renders.
        source: Group,
        /// The text of that source, as it is said to have been.
        source_text: String,
        /// The text, in the form of [`Unit::text`].
        text: String,
        /// The state given; none where whoever made it doubts it, so that it is proposed.
        state: Option<State>,
    },
    /// The target, made from an earlier source, is as valid for the present one.
    Keep {
        /// Whether that holds for every locale.
        all_locales: bool,
    },
    /// The target needs another look.
    Reopen {
        /// Why.
        why: Option<String>,
    },
}

/// Who decides, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The person.
    pub by: Handle,
    /// The time by that person's clock.
    pub at: Timestamp,
}

/// What is to be recorded and written, and what that rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Facts to record as one act.
    pub facts: Vec<Fact>,
    /// Files to write.
    pub writes: Vec<Write>,
    /// Files to move.
    pub moves: Vec<Move>,
    /// Files that must still be as they were: path and bytes.
    pub expects: BTreeMap<String, Option<Arc<[u8]>>>,
    /// Items that nothing had to be done for.
    pub unchanged: usize,
}

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Its path from the root of the project.
    pub path: String,
    /// Its new bytes.
    pub bytes: Vec<u8>,
}

/// A file to move to where none is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Its path from the root of the project.
    pub from: String,
    /// Its new path.
    pub to: String,
}

impl Plan {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.writes.is_empty() && self.moves.is_empty()
    }

    fn expect(&mut self, document: &Document) {
        self.expects.insert(document.path.clone(), Some(document.bytes.clone()));
    }

    fn keep_texts<'a>(&mut self, snapshot: &Snapshot, units: impl IntoIterator<Item = &'a Unit>) {
        for unit in units {
            if snapshot.ledger.text(unit.fingerprint).is_none() {
                let (fingerprint, text) = (unit.fingerprint, unit.text.clone());
                self.facts.push(Fact::Text(KeptText { fingerprint, text }));
            }
        }
    }

    fn finish(mut self) -> Self {
        self.facts.sort();
        self.facts.dedup();
        self
    }
}

/// Why a decision cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecideError {
    /// The project has no such resource any more.
    NoResource(ResourceId),
    /// There is no source for the unit.
    NoSource(String),
    /// The translation that the target is made from lacks the unit.
    NoPivot {
        /// The unit's address.
        unit: String,
        /// The locale.
        locale: Locale,
        /// The locale that it is made from.
        pivot: Locale,
    },
    /// There is no target to accept.
    NoTarget {
        /// The unit's address.
        unit: String,
        /// The locale.
        locale: Locale,
    },
    /// Only a stale target can be kept.
    NotStale {
        /// The unit's address.
        unit: String,
        /// The locale.
        locale: Locale,
        /// How it stands.
        freshness: hexapla_model::Freshness,
    },
    /// Only a target that somebody vouched for can be reopened.
    NotCurrent {
        /// The unit's address.
        unit: String,
        /// The locale.
        locale: Locale,
        /// How it stands.
        freshness: hexapla_model::Freshness,
    },
    /// The unit is held by another locale.
    Inherited {
        /// The unit's address.
        unit: String,
        /// The locale.
        locale: Locale,
        /// The locale that holds it.
        from: Locale,
    },
    /// The unit no longer stands as it was shown.
    MovedOn {
        /// The unit's address.
        unit: String,
    },
    /// One text for several blocks.
    NotAsManyBlocks {
        /// The unit's address.
        unit: String,
        /// How many blocks the target has.
        expected: usize,
    },
    /// Nothing of the source or target can be read, so nothing can be put into it.
    Unread {
        /// The file.
        path: String,
        /// Where in it.
        place: Position,
        /// Why.
        problem: Box<Diagnostic>,
    },
    /// The new text cannot be put into the target.
    Merge {
        /// The unit's address.
        unit: String,
        /// Why.
        error: MergeError,
    },
}

impl std::error::Error for DecideError {}

impl fmt::Display for DecideError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.phrase().fmt(f)
    }
}

impl DecideError {
    /// What is said of it.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoResource(id) => phrase!("no resource `{resource}`", resource = id.to_string()),
            Self::NoSource(unit) => phrase!("`{unit}` has no source any more", unit),
            Self::NoPivot { unit, locale, pivot } => phrase!(
                "`{unit}` has no translation in `{pivot}` yet, which `{locale}` is made from",
                unit,
                pivot = pivot.as_str(),
                locale = locale.as_str(),
            ),
            Self::NoTarget { unit, locale } => {
                phrase!(
                    "`{unit}` has no translation in `{locale}` yet",
                    unit,
                    locale = locale.as_str()
                )
            }
            Self::NotStale { unit, locale, freshness } => phrase!(
                "`{unit}` is {freshness} in `{locale}`, only a stale translation can be kept",
                unit,
                freshness = freshness.as_str(),
                locale = locale.as_str(),
            ),
            Self::NotCurrent { unit, locale, freshness } => phrase!(
                "`{unit}` is {freshness} in `{locale}`, only a current or stale translation can be reopened",
                unit,
                freshness = freshness.as_str(),
                locale = locale.as_str(),
            ),
            Self::Inherited { unit, locale, from } => phrase!(
                "`{unit}` is inherited from `{from}` in `{locale}`",
                unit,
                from = from.as_str(),
                locale = locale.as_str(),
            ),
            Self::MovedOn { unit } => phrase!("`{unit}` is no longer as it was shown", unit),
            Self::NotAsManyBlocks { unit, expected } => phrase!(
                "the target of `{unit}` is {count} blocks, the text is not",
                unit,
                count = *expected,
            ),
            Self::Unread { path, place, problem } => phrase!(
                "{place}: {problem}",
                place = format!("{path}:{place}"),
                problem = problem.message.clone(),
            ),
            Self::Merge { unit, error } => {
                phrase!("`{unit}`: {problem}", unit, problem = error.phrase())
            }
        }
    }

    /// The next step.
    pub fn hint(&self) -> Option<Phrase> {
        Some(match self {
            Self::NoTarget { locale, .. } => phrase!(
                "write one with `--text`, or create the page with `hexapla fill --locale {locale}`",
                locale = locale.as_str(),
            ),
            Self::NoPivot { pivot, .. } => {
                phrase!("settle it in `{pivot}` first", pivot = pivot.as_str())
            }
            Self::NotStale { .. } => phrase!("use `hexapla accept` instead"),
            Self::Inherited { from, .. } => phrase!(
                "settle it in `{from}`, or give it a text of its own with `--text`",
                from = from.as_str(),
            ),
            Self::MovedOn { .. } => phrase!("look at it again with `hexapla diff`"),
            Self::Unread { problem, .. } => return problem.hint.clone(),
            Self::Merge { .. } => phrase!("give the text of one unit, in the syntax of its file"),
            Self::NotAsManyBlocks { expected, .. } => phrase!(
                "give {count} texts with a blank line between them, or edit the file",
                count = *expected,
            ),
            Self::NotCurrent { .. } => {
                phrase!("it is on the list of what is to be reviewed already")
            }
            Self::NoResource(_) | Self::NoSource(_) => return None,
        })
    }
}

/// Plans the given decisions as one act.
///
/// # Errors
/// Where one of them cannot be carried out; then none is.
pub fn decide(snapshot: &Snapshot, who: &Who, items: &[Item]) -> Result<Plan, DecideError> {
    let mut plan = Plan::default();
    for ((id, locale), items) in by_target(items) {
        let resource =
            snapshot.resources.get(id).ok_or_else(|| DecideError::NoResource(id.clone()))?;
        let place = Place { snapshot, who, id, resource, locale };
        place.check_as_shown(&items)?;
        place.decide(&items, &mut plan)?;
    }
    Ok(plan.finish())
}

/// Plans decisions about one resource in one locale, whose statuses are those of this very snapshot,
/// of which nothing is asked but its ledger.
///
/// # Errors
/// As [`decide`].
pub fn decide_at(
    snapshot: &Snapshot,
    who: &Who,
    (id, resource, locale): (&ResourceId, &Resource, &Locale),
    items: &[Item],
) -> Result<Plan, DecideError> {
    let mut plan = Plan::default();
    let place = Place { snapshot, who, id, resource, locale };
    place.decide(&items.iter().collect::<Vec<_>>(), &mut plan)?;
    Ok(plan.finish())
}

fn by_target(items: &[Item]) -> BTreeMap<(&ResourceId, &Locale), Vec<&Item>> {
    let mut grouped: BTreeMap<_, Vec<&Item>> = BTreeMap::new();
    for item in items {
        grouped.entry((&item.resource, &item.locale)).or_default().push(item);
    }
    grouped
}

/// A resource in a locale, where somebody decides.
struct Place<'a> {
    snapshot: &'a Snapshot,
    who: &'a Who,
    id: &'a ResourceId,
    resource: &'a Resource,
    locale: &'a Locale,
}

impl<'a> Place<'a> {
    fn decide(&self, items: &[&Item], plan: &mut Plan) -> Result<(), DecideError> {
        if let Some(given) = self.resource.given(self.locale) {
            plan.expect(given);
        }
        self.accept(items, plan)?;
        self.bring_back(items, plan)?;
        self.keep(items, plan)?;
        self.reopen(items, plan)
    }

    /// Every unit of the resource in this locale, as it stands now.
    fn statuses(&self) -> Vec<UnitStatus> {
        assess_one(self.snapshot, self.id, self.resource, self.locale)
    }

    /// Refuses items that do not stand now as they were shown.
    fn check_as_shown(&self, items: &[&Item]) -> Result<(), DecideError> {
        let now = self.statuses();
        let ends = |units: &Range<usize>| (units.start, units.end);
        let place = |status: &UnitStatus| {
            (ends(&status.source), ends(status.given_at()), ends(&status.target))
        };
        let now: HashMap<_, &UnitStatus> = now.iter().map(|it| (place(it), it)).collect();
        let as_shown = |item: &Item| now.get(&place(&item.status)) == Some(&&item.status);
        match items.iter().find(|item| !as_shown(item)) {
            Some(item) => Err(DecideError::MovedOn { unit: self.address(&item.status) }),
            None => Ok(()),
        }
    }

    fn address(&self, status: &UnitStatus) -> String {
        crate::address::address(self.id, self.resource, self.locale, status)
    }

    fn source_units(&self, status: &UnitStatus) -> &'a [Unit] {
        status.given(self.resource)
    }

    fn target_units(&self, status: &UnitStatus) -> &'a [Unit] {
        self.resource.target_units(self.locale).get(status.target.clone()).unwrap_or_default()
    }

    fn source(&self, status: &UnitStatus) -> Result<Group, DecideError> {
        let source = crate::assess::group(self.source_units(status));
        source.ok_or_else(|| match &status.pivot {
            Some(pivot) => DecideError::NoPivot {
                unit: self.address(status),
                locale: self.locale.clone(),
                pivot: pivot.locale.clone(),
            },
            None => DecideError::NoSource(self.address(status)),
        })
    }

    fn target(&self, status: &UnitStatus) -> Result<Group, DecideError> {
        if let Some(from) = &status.inherited {
            return Err(DecideError::Inherited {
                unit: self.address(status),
                locale: self.locale.clone(),
                from: from.clone(),
            });
        }
        crate::assess::group(self.target_units(status)).ok_or_else(|| DecideError::NoTarget {
            unit: self.address(status),
            locale: self.locale.clone(),
        })
    }
}
