//! "The target renders the source as it is now."

use std::collections::BTreeMap;

use hexapla_ledger::{Attested, Fact, FactId, Origin, Pair, Placed, Proposed};
use hexapla_model::{Freshness, Group, State};

use super::returned::group;
use super::{DecideError, Decision, Item, Place, Plan};
use crate::assess::UnitStatus;
use crate::snapshot::KeepTargets;
use crate::unit_texts::joined;

/// A pair to attest.
pub(super) struct Accepted {
    state: State,
    origin: Origin,
    answers: Vec<FactId>,
    pair: Pair,
}

impl Place<'_> {
    /// Plans every [`Decision::Accept`] and [`Decision::Write`] among the items.
    pub(super) fn accept(&self, items: &[&Item], plan: &mut Plan) -> Result<(), DecideError> {
        let mut texts: Vec<(&Item, &str)> = Vec::new();
        let mut accepted = Vec::new();
        for item in items {
            let there = self.target_units(&item.status);
            let is_new = |text: &str| there.is_empty() || joined(there) != text;
            match &item.decision {
                Decision::Accept { text: Some(text), .. } | Decision::Write { text }
                    if is_new(text) =>
                {
                    texts.push((item, text));
                }
                Decision::Accept { state, origin, .. } => {
                    accepted.push((*item, self.target(&item.status)?, *state, *origin));
                }
                Decision::Write { .. } => plan.unchanged += 1,
                Decision::Keep { .. } | Decision::Reopen { .. } | Decision::Return { .. } => {}
            }
        }
        self.keep_replaced(&texts, plan);
        let as_they_are = accepted.len();
        let written = self.write_texts(&texts, plan)?;
        for ((item, _), blocks) in texts.iter().zip(written) {
            let Decision::Accept { state, origin, .. } = &item.decision else { continue };
            let Some(group) = group(&blocks) else { continue };
            if self.keeps_targets() {
                plan.facts.extend(blocks.into_iter().map(Fact::Text));
            }
            accepted.push((item, group, *state, *origin));
        }
        self.accept_order(&accepted, plan);
        let mut pairs = Vec::new();
        for (at, (item, target, state, origin)) in accepted.into_iter().enumerate() {
            match self.pair_to_attest(item, target, state, origin)? {
                Some(pair) => {
                    self.keep_accepted(item, plan);
                    pairs.push(pair);
                }
                None if at < as_they_are && item.status.in_order => plan.unchanged += 1,
                None => {}
            }
        }
        plan.facts.extend(self.attested(pairs));
        Ok(())
    }

    /// Accepting a block that stands elsewhere than its source accepts the order of the page.
    fn accept_order(&self, accepted: &[(&Item, Group, State, Origin)], plan: &mut Plan) {
        if accepted.iter().all(|(item, ..)| item.status.in_order) {
            return;
        }
        let now: BTreeMap<usize, &Group> = accepted
            .iter()
            .map(|(item, target, ..)| (item.status.given_at().start, target))
            .collect();
        let pair = |status: &UnitStatus| {
            let source = self.source(status).ok()?;
            let accepted = now.get(&status.given_at().start).map(|target| (*target).clone());
            let target = accepted.or_else(|| crate::assess::group(self.target_units(status)))?;
            Some(Pair::new(None, source, target))
        };
        let statuses = self.statuses();
        let blocks = statuses.iter().filter(|status| status.key.is_none());
        let pairs = blocks.filter_map(pair).collect();
        plan.facts.push(Fact::Placed(Placed {
            locale: self.locale.clone(),
            resource: self.id.clone(),
            by: self.who.by.clone(),
            at: self.who.at,
            pairs,
        }));
    }

    /// The pair that an item attests; none where this person said so before.
    pub(super) fn pair_to_attest(
        &self,
        item: &Item,
        target: Group,
        state: State,
        origin: Origin,
    ) -> Result<Option<Accepted>, DecideError> {
        let source = self.source(&item.status)?;
        Ok(self.pair_of(item, source, target, state, origin))
    }

    /// The same for any source of the unit.
    pub(super) fn pair_of(
        &self,
        item: &Item,
        source: Group,
        target: Group,
        state: State,
        origin: Origin,
    ) -> Option<Accepted> {
        let key = item.status.key.clone();
        let claim = self.claims().find(key.as_ref(), &source, &target);
        let doubts: Vec<FactId> = claim
            .into_iter()
            .flat_map(|claim| claim.open_doubts().map(|doubt| doubt.fact))
            .collect();
        let said = claim.is_some_and(|claim| {
            claim.attestations().any(|it| it.by == self.who.by && it.state >= state)
        });
        if said && doubts.is_empty() {
            return None;
        }
        // A rule answers nobody's doubt.
        let doubts = if origin == Origin::Carried { Vec::new() } else { doubts };
        let pair = Pair::new(key, source, target);
        Some(Accepted { state, origin, answers: doubts, pair })
    }

    /// What a target that is about to be replaced said stays: its text, and, where nothing vouches
    /// for it, the offer to take it back.
    pub(super) fn keep_replaced(&self, texts: &[(&Item, &str)], plan: &mut Plan) {
        for (item, _) in texts {
            let units = self.target_units(&item.status);
            plan.keep_texts(self.snapshot, units);
            let there = crate::assess::group(units);
            let (Some(target), Ok(source)) = (there, self.source(&item.status)) else { continue };
            let attested = self.claims().sources_of(item.status.key.as_ref(), &target).next();
            let placeholder = target == source;
            if attested.is_none() && !placeholder {
                plan.facts.push(Fact::Proposed(Proposed {
                    locale: self.locale.clone(),
                    resource: self.id.clone(),
                    by: self.who.by.clone(),
                    at: self.who.at,
                    pair: Pair::new(item.status.key.clone(), source, target),
                }));
            }
        }
    }

    /// The words of an accepted source are kept for later diffs, and those of the target where the
    /// collection asks for it.
    pub(super) fn keep_accepted(&self, item: &Item, plan: &mut Plan) {
        plan.keep_texts(self.snapshot, self.source_units(&item.status));
        if self.keeps_targets() && item.status.freshness != Freshness::Missing {
            plan.keep_texts(self.snapshot, self.target_units(&item.status));
        }
        self.record_seen(&item.status, plan);
    }

    /// One fact for all pairs of one state, origin and answers.
    pub(super) fn attested(&self, accepted: Vec<Accepted>) -> Vec<Fact> {
        let mut grouped: BTreeMap<(State, Origin, Vec<FactId>), Vec<Pair>> = BTreeMap::new();
        for Accepted { state, origin, answers, pair } in accepted {
            grouped.entry((state, origin, answers)).or_default().push(pair);
        }
        let fact =
            |((state, origin, answers), mut pairs): ((State, Origin, Vec<FactId>), Vec<Pair>)| {
                pairs.sort();
                pairs.dedup();
                Fact::Attested(Attested {
                    locale: self.locale.clone(),
                    resource: self.id.clone(),
                    by: self.who.by.clone(),
                    at: self.who.at,
                    state,
                    origin,
                    confidence: None,
                    answers,
                    pairs,
                })
            };
        grouped.into_iter().map(fact).collect()
    }

    /// Whether the collection keeps the words of every attested target.
    pub(super) fn keeps_targets(&self) -> bool {
        self.resource.collection.keep_targets == KeepTargets::Always
    }

    pub(super) fn claims(&self) -> &hexapla_ledger::Claims {
        self.snapshot.ledger.claims(self.id, self.locale)
    }
}
