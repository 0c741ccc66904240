//! All facts, folded so that they can be asked.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::BuildHasher;
use std::sync::Arc;

use hexapla_model::{Fingerprint, Group, Locale, ResourceId, Timestamp, UnitKey};
use rayon::prelude::*;

use crate::claim::{Attestation, Claims, Doubt, Placement};
use crate::draft::Draft;
use crate::fact::{Attested, Fact, FactId, Pair, Placed, Proposed, Reopened, Seen, StillValid};
use crate::seen::{History, Step};

/// All facts of a project.
///
/// Equal sets of facts give equal ledgers, whatever order or files they were read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    claims: BTreeMap<ResourceId, BTreeMap<Locale, Claims>>,
    still_valid: BTreeMap<ResourceId, Vec<StillValid>>,
    history: BTreeMap<ResourceId, History>,
    texts: BTreeMap<Fingerprint, String>,
    proposals: BTreeMap<(ResourceId, Locale), BTreeMap<FactId, Proposed>>,
    /// The earlier names of resources under which something was said of them.
    earlier: BTreeMap<ResourceId, BTreeSet<ResourceId>>,
    facts: usize,
}

impl Ledger {
    /// Folds a set of facts.
    pub(crate) fn fold(facts: BTreeMap<FactId, Fact>) -> Self {
        Self::fold_under(&Names::of(facts.values()), facts)
    }

    /// Folds a set of facts, of whose resources and fingerprints all facts say so much.
    pub(crate) fn fold_under(names: &Names, facts: BTreeMap<FactId, Fact>) -> Self {
        let mut fold = Fold { ledger: Self::default(), names, drafts: BTreeMap::new() };
        fold.ledger.facts = facts.len();
        for (id, fact) in facts {
            fold.add(id, fact);
        }
        fold.finish()
    }

    /// Ledgers of which no two say anything of one resource, as one.
    pub fn join(ledgers: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::default();
        for ledger in ledgers {
            all.claims.extend(ledger.claims);
            all.still_valid.extend(ledger.still_valid);
            all.history.extend(ledger.history);
            all.proposals.extend(ledger.proposals);
            all.earlier.extend(ledger.earlier);
            all.texts.extend(ledger.texts);
            all.facts += ledger.facts;
        }
        all
    }

    /// The sources that translations were made from and whose words were not kept.
    pub fn wordless(&self) -> BTreeSet<Fingerprint> {
        let claims = self.claims.values().flat_map(BTreeMap::values).flat_map(Claims::iter);
        let sources = claims.flat_map(|(pair, _)| pair.source.members());
        sources.filter(|it| !self.texts.contains_key(it)).copied().collect()
    }

    /// The same of one resource alone.
    pub(crate) fn only(mut self, resource: &ResourceId) -> Self {
        self.claims.retain(|id, _| id == resource);
        self.still_valid.retain(|id, _| id == resource);
        self.history.retain(|id, _| id == resource);
        self.proposals.retain(|(id, _), _| id == resource);
        self.earlier.retain(|id, _| id == resource);
        self
    }

    /// Every fingerprint that something is said of, but for those whose words alone are kept.
    pub(crate) fn fingerprints<S: BuildHasher + Default>(&self) -> HashSet<Fingerprint, S> {
        let claims = self.claims.values().flat_map(BTreeMap::values);
        let pairs = claims.flat_map(|it| it.iter().map(|(pair, _)| [&pair.source, &pair.target]));
        let valid = self.still_valid.values().flatten().map(|it| [&it.from, &it.to]);
        let proposed = self.proposals.values().flat_map(BTreeMap::values);
        let proposed = proposed.map(|it| [&it.pair.source, &it.pair.target]);
        let seen = self.history.values().flat_map(History::groups);
        let groups = pairs.chain(valid).chain(proposed).flatten().chain(seen);
        groups.flat_map(Group::members).copied().collect()
    }

    /// Keeps the words behind a fingerprint: of several layouts of one text, the least in order of
    /// bytes.
    pub(crate) fn keep_text(&mut self, fingerprint: Fingerprint, text: String) {
        let kept = self.texts.entry(fingerprint).or_insert_with(|| text.clone());
        if text < *kept {
            *kept = text;
        }
    }

    /// How many facts there are.
    pub fn len(&self) -> usize {
        self.facts
    }

    /// Whether nothing was ever said.
    pub fn is_empty(&self) -> bool {
        self.facts == 0
    }

    /// What was said of `resource` in `locale`.
    pub fn claims(&self, resource: &ResourceId, locale: &Locale) -> &Claims {
        self.claims.get(resource).and_then(|locales| locales.get(locale)).unwrap_or(Claims::EMPTY)
    }

    /// The resources that someone said something of in `locale`.
    pub fn resources(&self) -> impl Iterator<Item = (&ResourceId, &Locale)> {
        self.claims
            .iter()
            .flat_map(|(resource, locales)| locales.keys().map(move |locale| (resource, locale)))
    }

    /// The locales in which someone said something of `resource`, and what.
    pub fn locales(&self, resource: &ResourceId) -> impl Iterator<Item = (&Locale, &Claims)> {
        self.claims.get(resource).into_iter().flatten()
    }

    /// The words behind a fingerprint, where they were kept.
    pub fn text(&self, fingerprint: Fingerprint) -> Option<&str> {
        self.texts.get(&fingerprint).map(String::as_str)
    }

    /// The words behind a group: its texts, each a paragraph; nothing where one is not kept.
    pub fn group_text(&self, group: &Group) -> Option<String> {
        let texts: Option<Vec<&str>> = group.members().iter().map(|&one| self.text(one)).collect();
        texts.map(|texts| texts.join("\n\n"))
    }

    /// The targets offered for `resource` in `locale`, with the facts that offer them.
    pub fn proposals(
        &self,
        resource: &ResourceId,
        locale: &Locale,
    ) -> impl Iterator<Item = (FactId, &Proposed)> {
        let proposals = self.proposals.get(&(resource.clone(), locale.clone()));
        proposals.into_iter().flatten().map(|(id, proposed)| (*id, proposed))
    }

    /// Whether both ledgers say the same of `resource`: every claim, every sighting, and the words
    /// of the sources that translations were made from.
    pub fn agrees(&self, other: &Self, resource: &ResourceId) -> bool {
        let claims = self.claims.get(resource);
        claims == other.claims.get(resource)
            && self.history.get(resource) == other.history.get(resource)
            && claims
                .iter()
                .flat_map(|locales| locales.values())
                .flat_map(|claims| claims.iter())
                .flat_map(|(pair, _)| pair.source.members())
                .all(|source| self.texts.get(source) == other.texts.get(source))
    }

    /// Everything said about sources that are still as valid, of `resource`.
    pub fn still_valid(&self, resource: &ResourceId) -> impl Iterator<Item = &StillValid> {
        self.still_valid.get(resource).into_iter().flatten()
    }

    /// Every change of a text of `resource` that was seen.
    pub fn changes(&self, resource: &ResourceId) -> impl Iterator<Item = &Step> {
        self.history.get(resource).into_iter().flat_map(History::changes)
    }

    /// Every change of a text of `resource` that was seen, with the unit's key and the text that stood
    /// there before.
    pub fn replaced(
        &self,
        resource: &ResourceId,
    ) -> impl Iterator<Item = (Option<&UnitKey>, &Group, &Step)> {
        self.history.get(resource).into_iter().flat_map(History::replaced)
    }

    /// Every text of `resource` that was seen, with the unit's key and the text that stood there before,
    /// where that is known.
    pub fn sightings(
        &self,
        resource: &ResourceId,
    ) -> impl Iterator<Item = (Option<&UnitKey>, Option<&Group>, &Step)> {
        self.history.get(resource).into_iter().flat_map(History::sightings)
    }

    /// The earlier names of `resource` under which something was said that holds of it.
    pub fn earlier_names(&self, resource: &ResourceId) -> impl Iterator<Item = &ResourceId> {
        self.earlier.get(resource).into_iter().flatten()
    }

    /// Whether `source` was ever seen as text of that unit.
    pub fn has_seen(&self, resource: &ResourceId, key: Option<&UnitKey>, source: &Group) -> bool {
        self.history.get(resource).is_some_and(|history| history.knows(key, source))
    }

    /// The known steps by which `from` became `to`; empty where they are not known.
    pub fn steps(
        &self,
        resource: &ResourceId,
        key: Option<&UnitKey>,
        from: &Group,
        to: &Group,
    ) -> Vec<&Step> {
        self.history.get(resource).map(|history| history.way(key, from, to)).unwrap_or_default()
    }

    /// The last text known to have taken the place of `from`, step by step; `from` itself where
    /// nothing is known to have.
    pub fn last_seen(&self, resource: &ResourceId, key: Option<&UnitKey>, from: &Group) -> Group {
        let history = self.history.get(resource);
        history.map_or_else(|| from.clone(), |history| history.last(key, from))
    }

    /// When `from` was first seen to have changed on its way to `to`, where that is known.
    pub fn changed_at(
        &self,
        resource: &ResourceId,
        key: Option<&UnitKey>,
        from: &Group,
        to: &Group,
    ) -> Option<Timestamp> {
        self.steps(resource, key, from, to).first().map(|step| step.at)
    }
}

/// What all facts say of names and fingerprints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    later: BTreeMap<ResourceId, BTreeSet<ResourceId>>,
    restated: BTreeMap<Group, Group>,
}

impl Names {
    pub(crate) fn of<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut renames: BTreeMap<&ResourceId, BTreeSet<&ResourceId>> = BTreeMap::new();
        let mut restated = BTreeMap::new();
        for fact in facts {
            match fact {
                Fact::Renamed(renamed) => {
                    renames.entry(&renamed.from).or_default().insert(&renamed.to);
                }
                Fact::Restated(fact) => {
                    restated.insert(fact.from.clone(), fact.to.clone());
                }
                _ => {}
            }
        }
        let later = renames.keys().map(|&name| (name.clone(), reach(&renames, name))).collect();
        Self { later, restated }
    }

    /// The earlier names of a resource, without its own.
    pub(crate) fn earlier<'a>(
        &'a self,
        resource: &'a ResourceId,
    ) -> impl Iterator<Item = &'a ResourceId> {
        self.later.iter().filter(|(_, later)| later.contains(resource)).map(|(name, _)| name)
    }

    /// The later names of a resource, without its own.
    pub(crate) fn later(&self, resource: &ResourceId) -> impl Iterator<Item = &ResourceId> {
        self.later.get(resource).into_iter().flatten()
    }

    /// The names that a fact about `resource` holds for: its own and every later one.
    fn of_fact(&self, resource: &ResourceId) -> Vec<ResourceId> {
        std::iter::once(resource).chain(self.later(resource)).cloned().collect()
    }

    /// The group under the newest scheme.
    fn group(&self, group: &Group) -> Group {
        if self.restated.is_empty() {
            return group.clone();
        }
        let mut seen = BTreeSet::new();
        let mut newest = group.clone();
        while let Some(next) = self.restated.get(&newest).filter(|_| seen.insert(newest.clone())) {
            newest = next.clone();
        }
        newest
    }
}

/// A ledger under way.
struct Fold<'a> {
    ledger: Ledger,
    names: &'a Names,
    drafts: BTreeMap<ResourceId, BTreeMap<Locale, Draft>>,
}

impl Fold<'_> {
    fn add(&mut self, id: FactId, fact: Fact) {
        match fact {
            Fact::Attested(attested) => self.attested(id, attested),
            Fact::Reopened(reopened) => self.reopened(id, &reopened),
            Fact::StillValid(valid) => self.still_valid(valid),
            Fact::Seen(seen) => self.seen(&seen),
            Fact::Text(kept) => self.ledger.keep_text(kept.fingerprint, kept.text),
            Fact::Proposed(proposed) => self.proposed(id, &proposed),
            Fact::Placed(placed) => self.placed(id, &placed),
            Fact::Renamed(_) | Fact::Restated(_) => {}
        }
    }

    fn attested(&mut self, id: FactId, fact: Attested) {
        let attestation = Arc::new(Attestation {
            by: fact.by,
            state: fact.state,
            origin: fact.origin,
            confidence: fact.confidence,
            at: fact.at,
            fact: id,
        });
        let pairs: Vec<Pair> = fact.pairs.into_iter().map(|pair| self.pair(pair)).collect();
        for name in self.names(&fact.resource) {
            let draft = self.draft(name, &fact.locale);
            for pair in &pairs {
                if !fact.answers.is_empty() {
                    draft.answer(pair.clone(), &fact.answers);
                }
                draft.attest(pair.clone(), &attestation);
            }
        }
    }

    fn reopened(&mut self, id: FactId, fact: &Reopened) {
        let doubt = Doubt {
            by: fact.by.clone(),
            at: fact.at,
            why: fact.why.clone(),
            fact: id,
            answered: false,
        };
        let pair = self.pair(fact.pair.clone());
        for name in self.names(&fact.resource) {
            self.draft(name, &fact.locale).doubt(pair.clone(), doubt.clone());
        }
    }

    fn still_valid(&mut self, fact: StillValid) {
        let fact = StillValid { from: self.group(&fact.from), to: self.group(&fact.to), ..fact };
        for name in self.names(&fact.resource) {
            self.ledger.still_valid.entry(name).or_default().push(fact.clone());
        }
    }

    fn seen(&mut self, fact: &Seen) {
        for name in self.names(&fact.resource) {
            for seen in &fact.sources {
                let step = Step {
                    to: self.group(&seen.now),
                    at: fact.at,
                    revision: fact.revision.clone(),
                    reason: fact.reason.clone(),
                };
                let before = seen.before.as_ref().map(|before| self.group(before));
                let history = self.ledger.history.entry(name.clone()).or_default();
                history.add(seen.key.clone(), before, step);
            }
        }
    }

    fn proposed(&mut self, id: FactId, fact: &Proposed) {
        let proposed = Proposed { pair: self.pair(fact.pair.clone()), ..fact.clone() };
        for name in self.names(&fact.resource) {
            let place = (name, fact.locale.clone());
            self.ledger.proposals.entry(place).or_default().insert(id, proposed.clone());
        }
    }

    fn placed(&mut self, id: FactId, fact: &Placed) {
        let placement = Placement { by: fact.by.clone(), at: fact.at, fact: id };
        let pairs: Vec<Pair> = fact.pairs.iter().map(|pair| self.pair(pair.clone())).collect();
        for name in self.names(&fact.resource) {
            self.draft(name, &fact.locale).place(pairs.clone(), placement.clone());
        }
    }

    fn finish(mut self) -> Ledger {
        let finished = |locales: BTreeMap<Locale, Draft>| -> BTreeMap<Locale, Claims> {
            locales.into_par_iter().map(|(locale, draft)| (locale, draft.finish())).collect()
        };
        let drafts = self.drafts.into_par_iter();
        self.ledger.claims = drafts.map(|(name, locales)| (name, finished(locales))).collect();
        for (name, facts) in &mut self.ledger.still_valid {
            facts.sort();
            facts.dedup();
            let locales = self.ledger.claims.get_mut(name).into_iter().flatten();
            for (locale, claims) in locales {
                let holds = |fact: &&StillValid| fact.locale.as_ref().is_none_or(|l| l == locale);
                for fact in facts.iter().filter(holds) {
                    let to = (fact.key.clone(), fact.to.clone());
                    claims.still_valid.entry(to).or_default().insert(fact.from.clone());
                }
            }
        }
        self.ledger
    }

    fn draft(&mut self, resource: ResourceId, locale: &Locale) -> &mut Draft {
        self.drafts.entry(resource).or_default().entry(locale.clone()).or_default()
    }

    /// The names that a fact about `resource` holds for, each later one of which keeps this one in mind.
    fn names(&mut self, resource: &ResourceId) -> Vec<ResourceId> {
        let names = self.names.of_fact(resource);
        for later in names.iter().filter(|it| *it != resource) {
            let earlier = self.ledger.earlier.entry(later.clone()).or_default();
            if !earlier.contains(resource) {
                earlier.insert(resource.clone());
            }
        }
        names
    }

    fn pair(&self, pair: Pair) -> Pair {
        Pair::new(pair.key, self.group(&pair.source), self.group(&pair.target))
    }

    fn group(&self, group: &Group) -> Group {
        self.names.group(group)
    }
}

/// Every name that `from` leads to, without itself.
fn reach(
    renames: &BTreeMap<&ResourceId, BTreeSet<&ResourceId>>,
    from: &ResourceId,
) -> BTreeSet<ResourceId> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        for &next in renames.get(name).into_iter().flatten() {
            if next != from && reached.insert(next.clone()) {
                open.push(next);
            }
        }
    }
    reached
}
