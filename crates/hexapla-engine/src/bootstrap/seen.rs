//! When the sources of attested targets changed since.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_ledger::{Fact, KeptText, Ledger, Seen, SeenSource, write};
use hexapla_model::{Group, UnitKey};

use super::{Place, Texts};
use crate::assess::{assess, group};
use crate::decide::Plan;
use crate::snapshot::Snapshot;

/// A source that translations were made from, and the present one.
type Step = (Option<UnitKey>, Group, Group);

impl Place<'_> {
    /// Records, of each source that some target of the plan was made from and that has changed
    /// since, when it first did: by the commit in which it stood there no more.
    pub(super) fn record_seen(&self, texts: &mut Texts<'_>, plan: &mut Plan) {
        let Some(source) = &self.resource.source else { return };
        let steps = self.steps(plan);
        if steps.is_empty() {
            return;
        }
        let versions = self.history.versions(&source.path);
        let mut by_commit: BTreeMap<usize, BTreeSet<SeenSource>> = BTreeMap::new();
        for (key, before, now) in steps {
            let holds = |texts: &mut Texts<'_>, at: usize| {
                let blob = versions.get(at).and_then(|version| version.blob);
                blob.and_then(|blob| texts.get(blob)).is_some_and(|document| {
                    let stands = |it| document.units().iter().any(|unit| unit.fingerprint == it);
                    before.members().iter().all(|it| stands(*it))
                })
            };
            let last = (0..versions.len()).rev().find(|&at| holds(texts, at));
            if let Some(version) = last.and_then(|last| versions.get(last + 1)) {
                let seen = SeenSource { key, before: Some(before), now };
                by_commit.entry(version.commit).or_default().insert(seen);
            }
        }
        for (at, sources) in by_commit {
            let Some(commit) = self.history.commits.get(at) else { continue };
            plan.facts.push(Fact::Seen(Seen {
                resource: self.id.clone(),
                at: commit.at,
                revision: Some(commit.id.clone()),
                reason: Some(commit.subject.clone()).filter(|it| !it.is_empty()),
                sources: sources.into_iter().collect(),
            }));
        }
        self.keep_present(plan);
    }

    /// What the sources that the plan speaks of became, by pairing with its facts alone.
    fn steps(&self, plan: &Plan) -> BTreeSet<Step> {
        if !plan.facts.iter().any(|fact| matches!(fact, Fact::Attested(_))) {
            return BTreeSet::new();
        }
        let act = write(&plan.facts);
        let files = act.iter().map(|it| (it.name.as_str(), it.bytes.as_slice()));
        let ledger = Ledger::read(files).ledger;
        let alone = Snapshot { ledger: Arc::new(ledger), ..Snapshot::default() };
        let units = self.resource.source_units();
        let mut steps = BTreeSet::new();
        for status in assess(&alone, self.id, self.resource).into_values().flatten() {
            let now = units.get(status.source.clone()).and_then(group);
            let (Some(before), Some(now)) = (status.made_from, now) else { continue };
            let known = &self.snapshot.ledger;
            if before != now && known.steps(self.id, status.key.as_ref(), &before, &now).is_empty()
            {
                steps.insert((status.key, before, now));
            }
        }
        steps
    }

    /// Keeps the words of every present source that was seen.
    fn keep_present(&self, plan: &mut Plan) {
        let seen: BTreeSet<_> = plan
            .facts
            .iter()
            .filter_map(|fact| match fact {
                Fact::Seen(seen) => Some(&seen.sources),
                _ => None,
            })
            .flatten()
            .flat_map(|source| source.now.members().iter().copied())
            .collect();
        let known = &self.snapshot.ledger;
        let units = self.resource.source_units().iter();
        let kept = units
            .filter(|it| seen.contains(&it.fingerprint) && known.text(it.fingerprint).is_none());
        plan.facts.extend(kept.map(|unit| {
            Fact::Text(KeptText { fingerprint: unit.fingerprint, text: unit.text.clone() })
        }));
    }
}
