//! When sources were first seen.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use hexapla_model::{Group, Timestamp, UnitKey};

/// A step in the history of a source text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// What the text became.
    pub to: Group,
    /// When that was first seen, by the earliest clock that told.
    pub at: Timestamp,
    /// The revision it was seen in.
    pub revision: Option<String>,
    /// Why it changed.
    pub reason: Option<String>,
}

/// What was seen of one resource's sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct History {
    /// From each text (or nothing) to what was seen in its place.
    steps: BTreeMap<(Option<UnitKey>, Option<Group>), BTreeSet<Step>>,
    known: BTreeSet<(Option<UnitKey>, Group)>,
}

impl History {
    pub(crate) fn add(&mut self, key: Option<UnitKey>, before: Option<Group>, step: Step) {
        self.known.insert((key.clone(), step.to.clone()));
        self.steps.entry((key, before)).or_default().insert(step);
    }

    /// Every text that was seen, and that another took the place of.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &Group> {
        let before = self.steps.keys().filter_map(|(_, before)| before.as_ref());
        before.chain(self.known.iter().map(|(_, now)| now))
    }

    /// Every step from one text to another.
    pub(crate) fn changes(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|((_, before), _)| before.is_some()).flat_map(|(_, steps)| steps)
    }

    /// Every step from one text to another, with that unit's key and the text before.
    pub(crate) fn replaced(&self) -> impl Iterator<Item = (Option<&UnitKey>, &Group, &Step)> {
        self.sightings().filter_map(|(key, before, step)| Some((key, before?, step)))
    }

    /// Every step, also to a text of which nothing is known to have stood there before.
    pub(crate) fn sightings(
        &self,
    ) -> impl Iterator<Item = (Option<&UnitKey>, Option<&Group>, &Step)> {
        self.steps.iter().flat_map(|((key, before), steps)| {
            steps.iter().map(move |it| (key.as_ref(), before.as_ref(), it))
        })
    }

    pub(crate) fn knows(&self, key: Option<&UnitKey>, source: &Group) -> bool {
        self.known.contains(&(key.cloned(), source.clone()))
    }

    /// The shortest known way from one text to another; empty where none is known.
    pub(crate) fn way(&self, key: Option<&UnitKey>, from: &Group, to: &Group) -> Vec<&Step> {
        let mut came: BTreeMap<&Group, (&Group, &Step)> = BTreeMap::new();
        let mut queue = VecDeque::from([from]);
        while let Some(at) = queue.pop_front() {
            if at == to && at != from {
                break;
            }
            for step in self.after(key, at) {
                if &step.to != from && !came.contains_key(&step.to) {
                    came.insert(&step.to, (at, step));
                    queue.push_back(&step.to);
                }
            }
        }
        let mut way = Vec::new();
        let mut at = to;
        while let Some((before, step)) = came.get(at) {
            way.push(*step);
            at = before;
        }
        way.reverse();
        way
    }

    /// The last text known on the way on from `from`: itself where nothing took its place.
    pub(crate) fn last(&self, key: Option<&UnitKey>, from: &Group) -> Group {
        let mut visited = BTreeSet::from([from.clone()]);
        let mut last = from.clone();
        loop {
            let after = self.after(key, &last);
            let latest = after.into_iter().max_by_key(|step| (step.at, &step.to));
            match latest.filter(|step| visited.insert(step.to.clone())) {
                Some(step) => last = step.to.clone(),
                None => return last,
            }
        }
    }

    /// What was seen in the place of `before`, the earliest sighting of each.
    fn after(&self, key: Option<&UnitKey>, before: &Group) -> Vec<&Step> {
        let steps = self.steps.get(&(key.cloned(), Some(before.clone())));
        let mut first: BTreeMap<&Group, &Step> = BTreeMap::new();
        for step in steps.into_iter().flatten() {
            let earliest = first.entry(&step.to).or_insert(step);
            if step.at < earliest.at {
                *earliest = step;
            }
        }
        first.into_values().collect()
    }
}
