//! What was said of one pair of texts.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_model::{Group, Handle, State, Timestamp, UnitKey};
use smallvec::SmallVec;

use crate::fact::{FactId, Origin, Pair};

/// One person's word for a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attestation {
    /// Who gave it.
    pub by: Handle,
    /// The state given.
    pub state: State,
    /// How it came about.
    pub origin: Origin,
    /// How sure it is, in percent, where it was inferred with a measure.
    pub confidence: Option<u8>,
    /// When, by that person's clock.
    pub at: Timestamp,
    /// The fact that says so.
    pub fact: FactId,
}

/// A doubt about a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Doubt {
    /// Who doubts.
    pub by: Handle,
    /// When, by that person's clock.
    pub at: Timestamp,
    /// The reason given.
    pub why: Option<String>,
    /// The fact that says so.
    pub fact: FactId,
    /// Whether an attestation of the same claim names this doubt.
    pub answered: bool,
}

/// Everything said of one (unit, source, target).
///
/// Attestations join as a set and none replaces another; which state follows from them is the
/// workflow's to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// Sorted. One act attests many pairs, which share what it says of itself.
    attestations: SmallVec<[Arc<Attestation>; 1]>,
    /// Sorted.
    doubts: Vec<Doubt>,
}

impl Claim {
    /// Who vouches for it, sorted.
    pub fn attestations(&self) -> impl Iterator<Item = &Attestation> {
        self.attestations.iter().map(AsRef::as_ref)
    }

    /// Every doubt, settled or not, sorted.
    pub fn doubts(&self) -> impl Iterator<Item = &Doubt> {
        self.doubts.iter()
    }

    /// The doubts that no attestation answers.
    pub fn open_doubts(&self) -> impl Iterator<Item = &Doubt> {
        self.doubts.iter().filter(|doubt| !doubt.answered)
    }

    /// Whether someone vouches for it and no doubt is open. What only a machine made nobody vouches for.
    pub fn stands(&self) -> bool {
        self.attestations().any(|it| it.origin != Origin::Machine)
            && self.open_doubts().next().is_none()
    }

    pub(crate) fn attest(&mut self, attestation: Arc<Attestation>) {
        if let Err(place) = self.attestations.binary_search(&attestation) {
            self.attestations.insert(place, attestation);
        }
    }

    pub(crate) fn doubt(&mut self, doubt: Doubt) {
        if let Err(place) = self.doubts.binary_search(&doubt) {
            self.doubts.insert(place, doubt);
        }
    }

    pub(crate) fn answer(&mut self, answers: &BTreeSet<FactId>) {
        for doubt in &mut self.doubts {
            doubt.answered = answers.contains(&doubt.fact);
        }
    }
}

/// One person's word for an order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Placement {
    /// Who accepted it.
    pub by: Handle,
    /// When, by that person's clock.
    pub at: Timestamp,
    /// The fact that says so.
    pub fact: FactId,
}

/// Orders of pairs, by their sources, with who accepted each: there are few.
pub(crate) type Placed = BTreeMap<Vec<Pair>, BTreeSet<Placement>>;

type Side = (Option<UnitKey>, Group);

/// All claims of one resource in one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// Sorted by pair, each once.
    claims: Vec<(Pair, Claim)>,
    /// The places of the claims that somebody attested, by key, target and source.
    by_target: Vec<u32>,
    /// To each source, the earlier ones whose translations are as valid for it.
    pub(crate) still_valid: BTreeMap<Side, BTreeSet<Group>>,
    /// Orders that somebody accepted: of each act the pairs in the order of their sources.
    pub(crate) placed: Placed,
}

/// Why a target holds for a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched<'a> {
    /// The source that the target was attested for: the asked one, or an earlier one of which it
    /// was said that its translations are still valid.
    pub source: &'a Group,
    /// What was said of it.
    pub claim: &'a Claim,
}

impl Claims {
    pub(crate) const EMPTY: &'static Self = &Self {
        claims: Vec::new(),
        by_target: Vec::new(),
        still_valid: BTreeMap::new(),
        placed: BTreeMap::new(),
    };

    /// What was said of each pair, sorted by pair.
    pub(crate) fn new(claims: Vec<(Pair, Claim)>, placed: Placed) -> Self {
        let attested = |&place: &u32| !claims[place as usize].1.attestations.is_empty();
        let mut by_target: Vec<u32> = (0..claims.len() as u32).filter(attested).collect();
        by_target.sort_unstable_by(|&a, &b| {
            let ((a, _), (b, _)) = (&claims[a as usize], &claims[b as usize]);
            (&a.key, &a.target, &a.source).cmp(&(&b.key, &b.target, &b.source))
        });
        Self { claims, by_target, still_valid: BTreeMap::new(), placed }
    }

    /// Orders of pairs, by their sources, in which somebody accepted the order of the targets.
    pub fn placed(&self) -> impl Iterator<Item = &[Pair]> {
        self.placed.keys().map(Vec::as_slice)
    }

    /// The same with everybody who accepted each, and when.
    pub fn placements(&self) -> impl Iterator<Item = (&[Pair], &Placement)> {
        self.placed.iter().flat_map(|(pairs, all)| all.iter().map(move |it| (&pairs[..], it)))
    }

    /// The claim that `target` renders `source`.
    pub fn find(&self, key: Option<&UnitKey>, source: &Group, target: &Group) -> Option<&Claim> {
        let wanted = (key, source, target);
        let of = |pair: &Pair| (pair.key.as_ref(), &pair.source, &pair.target).cmp(&wanted);
        let place = self.claims.binary_search_by(|(pair, _)| of(pair)).ok()?;
        Some(&self.claims[place].1)
    }

    /// The claims from the first one of which `is_before` does not hold.
    fn from(&self, is_before: impl Fn(&Pair) -> bool) -> &[(Pair, Claim)] {
        &self.claims[self.claims.partition_point(|(pair, _)| is_before(pair))..]
    }

    /// Every claim, sorted by key, source and target.
    pub fn iter(&self) -> impl Iterator<Item = (&Pair, &Claim)> {
        self.claims.iter().map(|(pair, claim)| (pair, claim))
    }

    /// The targets that someone attested for `source`, with what was said of each.
    pub fn targets_of<'a>(
        &'a self,
        key: Option<&UnitKey>,
        source: &Group,
    ) -> impl Iterator<Item = (&'a Group, &'a Claim)> + use<'a> {
        let wanted = (key.cloned(), source.clone());
        let side = |pair: &Pair| (pair.key.as_ref(), &pair.source).cmp(&(key, source));
        self.from(|pair| side(pair) == Ordering::Less)
            .iter()
            .take_while(move |(pair, _)| pair.key == wanted.0 && pair.source == wanted.1)
            .filter(|(_, claim)| !claim.attestations.is_empty())
            .map(|(pair, claim)| (&pair.target, claim))
    }

    /// The sources that someone attested `target` for.
    pub fn sources_of<'a>(
        &'a self,
        key: Option<&UnitKey>,
        target: &Group,
    ) -> impl Iterator<Item = &'a Group> + use<'a> {
        let pair = |&place: &u32| &self.claims[place as usize].0;
        let side = |place: &u32| (pair(place).key.as_ref(), &pair(place).target);
        let from = self.by_target.partition_point(|place| side(place) < (key, target));
        let to = self.by_target.partition_point(|place| side(place) <= (key, target));
        self.by_target[from..to].iter().map(|&place| &self.claims[place as usize].0.source)
    }

    /// Every source of the unit that someone attested any target for, sorted.
    pub fn sources_of_unit<'a>(
        &'a self,
        key: &UnitKey,
    ) -> impl Iterator<Item = &'a Group> + use<'a> {
        let claims = self.from(|pair| pair.key.as_ref() < Some(key));
        let key = Some(key.clone());
        let pairs = claims.iter().take_while(move |(pair, _)| pair.key == key);
        pairs.map(|(pair, _)| &pair.source)
    }

    /// Every target that holds for `source`, as [`Self::vouched`] tells of each.
    pub fn vouched_targets<'a>(
        &'a self,
        key: Option<&UnitKey>,
        source: &'a Group,
    ) -> BTreeSet<&'a Group> {
        let mut targets = BTreeSet::new();
        for source in self.as_valid(key, source) {
            targets.extend(self.targets_of(key, source).map(|(target, _)| target));
        }
        targets.retain(|target| !self.vouched(key, source, target).is_empty());
        targets
    }

    /// `source`, and every earlier one whose translations are as valid for it.
    fn as_valid<'a>(&'a self, key: Option<&UnitKey>, source: &'a Group) -> Vec<&'a Group> {
        let mut reached = vec![source];
        let mut visited = BTreeSet::from([source]);
        let mut at = 0;
        while let Some(&source) = reached.get(at) {
            let earlier = self.still_valid.get(&(key.cloned(), source.clone()));
            reached.extend(earlier.into_iter().flatten().filter(|from| visited.insert(from)));
            at += 1;
        }
        reached
    }

    /// Why `target` holds for `source`, nearest reason first: empty where nothing vouches for it.
    ///
    /// A claim counts as long as it stands. "Still valid" chains from source to source, and a
    /// doubt about the target at any of them stops the chain there. What was said of each of
    /// several blocks in turn holds of them together, as the weakest of it.
    pub fn vouched<'a>(
        &'a self,
        key: Option<&UnitKey>,
        source: &'a Group,
        target: &Group,
    ) -> Vec<Vouched<'a>> {
        let mut reasons = Vec::new();
        let mut queue = std::collections::VecDeque::from([source]);
        let mut visited = BTreeSet::from([source]);
        while let Some(source) = queue.pop_front() {
            let claim = self.find(key, source, target).or_else(|| self.each(key, source, target));
            if claim.is_some_and(|claim| claim.open_doubts().next().is_some()) {
                continue;
            }
            if let Some(claim) = claim.filter(|claim| claim.stands()) {
                reasons.push(Vouched { source, claim });
            }
            let earlier = self.still_valid.get(&(key.cloned(), source.clone()));
            queue.extend(earlier.into_iter().flatten().filter(|from| visited.insert(from)));
        }
        reasons
    }

    /// The weakest of the claims that each target of a group renders the source in its place.
    fn each(&self, key: Option<&UnitKey>, source: &Group, target: &Group) -> Option<&Claim> {
        let (from, to) = (source.members(), target.members());
        if from.len() != to.len() || from.len() < 2 {
            return None;
        }
        let pairs = from.iter().zip(to);
        let claims: Option<Vec<&Claim>> =
            pairs.map(|(from, to)| self.find(key, &(*from).into(), &(*to).into())).collect();
        let strength =
            |claim: &&Claim| (claim.stands(), claim.attestations().map(|it| it.state).max());
        claims?.into_iter().min_by_key(strength)
    }
}
