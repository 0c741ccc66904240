//! How a resource came to stand as it does, by what the ledger dates.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hexapla_ledger::Ledger;
use hexapla_model::{Freshness, Group, Locale, ResourceId, Timestamp, UnitKey};

use crate::assess::{UnitStatus, group};
use crate::snapshot::Resource;

/// How many words of today's source became current or stale at a moment; fewer than none where they
/// ceased to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// When.
    pub at: Timestamp,
    /// Words of units that somebody vouched for as made from the text that the source then had.
    pub current: i64,
    /// Words of units that were made from another text.
    pub stale: i64,
}

/// Every turn of the units of a resource in a locale, which stand so today; earliest first, one for
/// each moment.
///
/// Only today's units are looked at, with today's words: nothing is known of what is gone. A source
/// is taken for what it was seen as; what changed and was never seen counts as changed all along. That
/// a target was edited by hand is not dated and so comes up today only.
pub fn turns(
    ledger: &Ledger,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    units: &[UnitStatus],
) -> Vec<Turn> {
    let past = Past::of(ledger, id);
    let mut said: BTreeMap<&Locale, Said<'_>> = BTreeMap::new();
    let mut turns: BTreeMap<Timestamp, (i64, i64)> = BTreeMap::new();
    for unit in units.iter().filter(|it| it.freshness != Freshness::Obsolete) {
        let Some(now) = group(unit.given(resource)) else { continue };
        let from = unit.inherited.as_ref().unwrap_or(locale);
        let said = said.entry(from).or_insert_with(|| Said::of(ledger, id, from));
        let key = unit.key.as_ref();
        let life = Life::of(key, &now, unit.made_from.as_ref(), &past, said);
        let words = i64::try_from(unit.words).unwrap_or(i64::MAX);
        life.count(words, &mut turns);
    }
    let turn = |(at, (current, stale))| Turn { at, current, stale };
    turns.into_iter().map(turn).filter(|it| (it.current, it.stale) != (0, 0)).collect()
}

/// How a unit stood.
#[derive(Clone, Copy)]
enum Stood {
    Current,
    Stale,
    /// Nobody had vouched for a translation of it.
    Otherwise,
}

impl Stood {
    fn count(self, (current, stale): &mut (i64, i64), words: i64) {
        match self {
            Self::Current => *current += words,
            Self::Stale => *stale += words,
            Self::Otherwise => {}
        }
    }
}

type Side<'a> = (Option<&'a UnitKey>, &'a Group);

/// What was seen in the place of what, and when: by what it became.
struct Past<'a>(HashMap<Side<'a>, Vec<(Timestamp, &'a Group)>>);

impl<'a> Past<'a> {
    fn of(ledger: &'a Ledger, id: &ResourceId) -> Self {
        let mut past: HashMap<Side<'_>, Vec<(Timestamp, &Group)>> = HashMap::new();
        for (key, before, step) in ledger.replaced(id) {
            past.entry((key, &step.to)).or_default().push((step.at, before));
        }
        past.values_mut().for_each(|it| it.sort_unstable());
        Self(past)
    }

    /// What a text was before it became `now`, latest first, with the moment that each was replaced.
    fn way_to<'s>(
        &'s self,
        key: Option<&'s UnitKey>,
        now: &'s Group,
    ) -> Vec<(Timestamp, &'s Group)> {
        let mut way: Vec<(Timestamp, &'s Group)> = Vec::new();
        loop {
            let (limit, at) = way.last().map_or((None, now), |(at, it)| (Some(*at), *it));
            let Some(steps) = self.0.get(&(key, at)) else { return way };
            let earlier = steps.partition_point(|(at, _)| limit.is_none_or(|limit| *at < limit));
            let Some(step) = earlier.checked_sub(1).and_then(|it| steps.get(it)) else {
                return way;
            };
            way.push(*step);
        }
    }
}

/// From when, and until when, a source had a translation that somebody vouched for.
type Span = (Timestamp, Option<Timestamp>);

/// What was said of a resource in a locale.
struct Said<'a> {
    attested: HashMap<Side<'a>, Vec<Span>>,
    /// Sources of which it was said that translations of an earlier one are still valid.
    kept: HashMap<Side<'a>, Vec<(Timestamp, &'a Group)>>,
}

impl<'a> Said<'a> {
    fn of(ledger: &'a Ledger, id: &ResourceId, locale: &Locale) -> Self {
        let mut said = Self { attested: HashMap::new(), kept: HashMap::new() };
        for (pair, claim) in ledger.claims(id, locale).iter() {
            let Some(from) = claim.attestations().map(|it| it.at).min() else { continue };
            let until = claim.open_doubts().map(|it| it.at).min();
            let side = (pair.key.as_ref(), &pair.source);
            said.attested.entry(side).or_default().push((from, until));
        }
        let here =
            |it: &&hexapla_ledger::StillValid| it.locale.as_ref().is_none_or(|it| it == locale);
        for valid in ledger.still_valid(id).filter(here) {
            let side = (valid.key.as_ref(), &valid.to);
            said.kept.entry(side).or_default().push((valid.at, &valid.from));
        }
        said
    }

    /// Every span of a source, its own and those that it took over.
    fn spans(&self, key: Option<&UnitKey>, source: &Group) -> Vec<Span> {
        let mut spans = Vec::new();
        let (mut open, mut visited) = (vec![(source, None)], BTreeSet::from([source]));
        while let Some((source, kept)) = open.pop() {
            let own = self.attested.get(&(key, source)).into_iter().flatten();
            spans.extend(
                own.map(|(from, until)| (kept.map_or(*from, |it| (*from).max(it)), *until)),
            );
            for (at, from) in self.kept.get(&(key, source)).into_iter().flatten() {
                if visited.insert(*from) {
                    open.push((*from, Some(kept.map_or(*at, |it: Timestamp| it.max(*at)))));
                }
            }
        }
        spans
    }
}

/// What befell a unit in a locale.
#[derive(Debug)]
struct Life {
    /// When the present text, and each before it, took the place of the one before: latest first.
    replaced: Vec<Timestamp>,
    /// When the present text, and each before it, had a translation.
    spans: Vec<Vec<Span>>,
}

impl Life {
    fn of(
        key: Option<&UnitKey>,
        now: &Group,
        made_from: Option<&Group>,
        past: &Past<'_>,
        said: &Said<'_>,
    ) -> Self {
        let way = past.way_to(key, now);
        let mut texts: Vec<&Group> =
            std::iter::once(now).chain(way.iter().map(|it| it.1)).collect();
        // What is not known to have been the source came before all that is.
        let unknown = made_from.filter(|it| !texts.contains(it));
        texts.extend(unknown);
        let spans = texts.into_iter().map(|it| said.spans(key, it)).collect();
        Self { replaced: way.into_iter().map(|(at, _)| at).collect(), spans }
    }

    /// Counts so many words of the unit at each turn.
    fn count(&self, words: i64, turns: &mut BTreeMap<Timestamp, (i64, i64)>) {
        let mut before = Stood::Otherwise;
        for at in self.moments() {
            let (stands, turn) = (self.at(at), turns.entry(at).or_default());
            before.count(turn, -words);
            stands.count(turn, words);
            before = stands;
        }
    }

    /// Whenever the unit may have come to stand otherwise, in order.
    fn moments(&self) -> BTreeSet<Timestamp> {
        let spans = self.spans.iter().flatten();
        let ends = spans.flat_map(|(from, until)| [Some(*from), *until]).flatten();
        ends.chain(self.replaced.iter().copied()).collect()
    }

    fn at(&self, at: Timestamp) -> Stood {
        let text = self.replaced.iter().position(|it| *it <= at).unwrap_or(self.replaced.len());
        let holds = |spans: &Vec<Span>| {
            spans.iter().any(|(from, until)| *from <= at && until.is_none_or(|it| at < it))
        };
        match self.spans.get(text).is_some_and(holds) {
            true => Stood::Current,
            false if self.spans.iter().any(holds) => Stood::Stale,
            false => Stood::Otherwise,
        }
    }
}

#[cfg(test)]
mod tests {
    use hexapla_model::Fingerprint;
    use proptest::collection::{btree_set, vec};
    use proptest::option;
    use proptest::prelude::*;

    use super::*;

    /// The end of time.
    const LAST: i64 = 24;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_seconds(second)
    }

    fn moment() -> impl Strategy<Value = Timestamp> {
        (0..LAST).prop_map(at)
    }

    fn span() -> impl Strategy<Value = Span> {
        (moment(), option::of(moment()))
    }

    /// A unit whose source was replaced up to three times, with one more text that is not known to have been
    /// its source.
    fn life() -> impl Strategy<Value = Life> {
        (btree_set(moment(), 0..4), vec(vec(span(), 0..3), 5), any::<bool>()).prop_map(
            |(replaced, mut spans, has_unknown)| {
                spans.truncate(replaced.len() + 1 + usize::from(has_unknown));
                Life { replaced: replaced.into_iter().rev().collect(), spans }
            },
        )
    }

    fn groups() -> Vec<Group> {
        (0..5_u8).map(|it| Group::from(Fingerprint::from_bytes([it; 16]))).collect()
    }

    proptest! {
        /// What the turns add up to is at any moment how the unit stands then.
        #[test]
        fn turns_add_up_to_how_a_unit_stands(life in life(), moment in -1..=LAST) {
            let (mut turns, mut expected) = (BTreeMap::new(), (0, 0));
            life.count(7, &mut turns);
            let until = turns.range(..=at(moment)).map(|(_, it)| *it);
            let told = until.fold((0, 0), |sum, it: (i64, i64)| (sum.0 + it.0, sum.1 + it.1));
            life.at(at(moment)).count(&mut expected, 7);
            prop_assert_eq!(told, expected);
        }

        /// The way back goes by steps that were seen, ever earlier, as far as they lead.
        #[test]
        fn a_way_goes_back_as_far_as_it_is_known(
            steps in vec((moment(), 0..5_usize, 0..5_usize), 0..12),
            now in 0..5_usize,
        ) {
            let groups = groups();
            let mut past = Past(HashMap::new());
            for (at, before, after) in &steps {
                let known = past.0.entry((None, &groups[*after])).or_default();
                known.push((*at, &groups[*before]));
            }
            past.0.values_mut().for_each(|it| it.sort_unstable());
            let (mut limit, mut text) = (None, &groups[now]);
            let earlier = |limit: Option<Timestamp>, text: &Group, at: Timestamp, after: usize| {
                groups[after] == *text && limit.is_none_or(|it| at < it)
            };
            for (at, before) in past.way_to(None, &groups[now]) {
                let latest = steps.iter().filter(|(at, _, after)| earlier(limit, text, *at, *after));
                prop_assert_eq!(latest.map(|it| it.0).max(), Some(at));
                let is_seen = |it: &(Timestamp, usize, usize)| {
                    it.0 == at && groups[it.1] == *before && groups[it.2] == *text
                };
                prop_assert!(steps.iter().any(is_seen));
                (limit, text) = (Some(at), before);
            }
            let more = steps.iter().any(|(at, _, after)| earlier(limit, text, *at, *after));
            prop_assert!(!more);
        }

        /// A source has its own spans and those of every source that it took over, each once, and from no
        /// earlier than it took them over; circles end.
        #[test]
        fn spans_are_taken_over_once(
            attested in vec((0..5_usize, span()), 0..8),
            kept in vec((moment(), 0..5_usize, 0..5_usize), 0..8),
        ) {
            let groups = groups();
            let mut said = Said { attested: HashMap::new(), kept: HashMap::new() };
            for (source, span) in &attested {
                said.attested.entry((None, &groups[*source])).or_default().push(*span);
            }
            for (at, from, to) in &kept {
                said.kept.entry((None, &groups[*to])).or_default().push((*at, &groups[*from]));
            }
            let mut reached = BTreeSet::from([0]);
            for _ in 0..groups.len() {
                let more = kept.iter().filter(|it| reached.contains(&it.2)).map(|it| it.1);
                let more: Vec<usize> = more.collect();
                reached.extend(more);
            }
            let of = |it: &&(usize, Span)| reached.contains(&it.0);
            let mut ends: Vec<_> = attested.iter().filter(of).map(|it| it.1.1).collect();
            let spans = said.spans(None, &groups[0]);
            let mut told: Vec<_> = spans.iter().map(|it| it.1).collect();
            ends.sort_unstable();
            told.sort_unstable();
            prop_assert_eq!(told, ends);
            for own in attested.iter().filter(|it| it.0 == 0) {
                prop_assert!(spans.contains(&own.1));
            }
            let first = kept.iter().filter(|it| it.2 == 0).map(|it| it.0).min();
            let own = attested.iter().filter(|it| it.0 == 0).count();
            let taken = spans.iter().filter(|it| first.is_some_and(|first| it.0 >= first)).count();
            prop_assert!(own + taken >= spans.len());
        }
    }
}
