//! Which texts may ship, and why.

use std::collections::BTreeSet;

use hexapla_formats::Format;
use hexapla_model::{Freshness, Locale, ResourceId, Timestamp, Unit, UnitKind};

use super::share::{framed, shares};
use super::texts::{Ends, Text, Texts};
use crate::address::{fits, name};
use crate::assess::UnitStatus;
use crate::change::Changed;
use crate::snapshot::{Resource, Snapshot};
use crate::workflow::{ServePolicy, ServeRule};

/// Why a text ships or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// This serve rule of the workflow, from 1, says what happens.
    Rule(usize),
    /// No rule fits, and people vouch for it, for this source or an earlier one.
    Attested,
    /// No rule fits, and nobody vouches for it.
    Unattested,
    /// The locale has none of its own.
    Inherited,
    /// A check found an error in it.
    Broken,
    /// It gives less than the source, or no page could take it up.
    Unfit,
    /// Something it refers to does not ship.
    OpenEnd,
    /// The document has fewer translations than its collection asks for.
    TooLittle,
}

/// Says what becomes of the texts of a locale.
pub(super) struct Judge<'t, 'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) id: &'a ResourceId,
    pub(super) resource: &'a Resource,
    pub(super) locale: &'a Locale,
    pub(super) broken: Option<&'t BTreeSet<&'t str>>,
    pub(super) texts: &'t Texts<'a>,
}

impl<'a> Judge<'_, 'a> {
    pub(super) fn judge(&self, text: &Text<'a>) -> (ServePolicy, Reason, Option<Ends>) {
        let (policy, reason) = self.policy(text.status);
        if policy != ServePolicy::Ship {
            return (policy, reason, None);
        }
        match self.can_ship(text) {
            Ok(ends) => (policy, reason, ends),
            Err(reason) => (ServePolicy::Fallback, reason, None),
        }
    }

    /// What a text gives and takes, of a message; or why no page could take it up.
    fn can_ship(&self, text: &Text<'a>) -> Result<Option<Ends>, Reason> {
        let (resource, status) = (self.resource, text.status);
        let is_broken =
            |broken: &BTreeSet<&str>| broken.contains(name(resource, self.locale, status).as_str());
        let ([unit, ..], Some(source)) = (text.units, &resource.source) else {
            return Err(Reason::Inherited);
        };
        if self.broken.is_some_and(is_broken) {
            return Err(Reason::Broken);
        }
        let (format, rules) = (resource.collection.format, &resource.collection.rules);
        match format {
            Format::Asset => return Ok(None),
            Format::Fluent => {
                let ends = Ends::of(unit).filter(|it| self.fits_entry(text, unit, it));
                return ends.map(Some).ok_or(Reason::Unfit);
            }
            _ => {}
        }
        let in_frame = status.worst() == Freshness::Current && unit.key.is_some();
        let fits = || {
            let shares = shares(status.source.len(), text.units)?;
            let shares: Vec<_> = status.source.clone().zip(shares).collect();
            framed(format, &source.bytes, source.units(), &shares, rules).ok()
        };
        if in_frame || fits().is_some() { Ok(None) } else { Err(Reason::Unfit) }
    }

    /// Whether a message may stand for the source's: it gives as much, and reads back as it is. What
    /// a term has beside its value is the translator's own affair.
    fn fits_entry(&self, text: &Text<'a>, unit: &Unit, ends: &Ends) -> bool {
        let index = text.status.source.start;
        let source = self.resource.source_units().get(index);
        let given = self.texts.given.get(index).and_then(|it| it.ends.as_ref());
        let (Some(source), Some(given)) = (source, given) else { return false };
        (source.kind == UnitKind::Term || ends.give_as_much(given)) && !unit.text.contains("\r\n")
    }

    /// What the workflow says: the first rule that fits; without one, what is attested ships.
    fn policy(&self, status: &'a UnitStatus) -> (ServePolicy, Reason) {
        let rules = &self.resource.collection.workflow.serve;
        let rule = rules.iter().position(|rule| self.fits_rule(rule, status));
        match (rule, status.worst()) {
            (Some(at), _) => (rules[at].policy, Reason::Rule(at + 1)),
            (None, Freshness::Current | Freshness::Stale) => (ServePolicy::Ship, Reason::Attested),
            (None, Freshness::Missing | Freshness::Unverified | Freshness::Obsolete) => {
                (ServePolicy::Fallback, Reason::Unattested)
            }
        }
    }

    fn fits_rule(&self, rule: &ServeRule, status: &'a UnitStatus) -> bool {
        let worst = status.worst();
        let freshness = if status.is_settled() || worst != Freshness::Current {
            worst
        } else {
            Freshness::Stale
        };
        let old = |days: i64| {
            freshness == Freshness::Stale
                && older(status.changed_since(), self.snapshot.as_of, days)
        };
        let changed = || {
            let upstream = |it: &&'a UnitStatus| self.upstream(it);
            std::iter::successors(Some(status), upstream).any(|status| {
                let changed = Changed::of(self.snapshot, self.resource, status);
                changed.is_some_and(|it| rule.change.contains(&it.class()))
            })
        };
        let named = || {
            let name = name(self.resource, self.locale, status);
            let address = format!("{}#{name}", self.id);
            rule.units.iter().any(|pattern| fits(pattern, &address))
        };
        (rule.freshness.is_empty() || rule.freshness.contains(&freshness))
            && (rule.units.is_empty() || named())
            && rule.older_than_days.is_none_or(old)
            && (rule.change.is_empty() || changed())
    }

    /// How the unit that a unit was made from stands, where that is one of another translation.
    fn upstream(&self, status: &UnitStatus) -> Option<&'a UnitStatus> {
        let pivot = status.pivot.as_ref()?;
        let (_, held) = self.texts.in_locale(&pivot.locale)?;
        held.of_source(status.source.start).map(|text| text.status)
    }
}

/// Whether more than `days` have passed since `since`; an unknown time counts as longer ago.
pub(super) fn older(since: Option<Timestamp>, now: Option<Timestamp>, days: i64) -> bool {
    match (since, now) {
        (Some(since), Some(now)) => since.days_until(now) > days,
        _ => true,
    }
}
