//! How each unit of a resource stands in each locale.

use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};
use std::ops::Range;

use hexapla_formats::Format;
use hexapla_ledger::{Claim, Claims, Ledger};
use hexapla_model::{Freshness, Group, Locale, ResourceId, State, Timestamp, Unit, UnitKey};

use crate::align::Link;
use crate::pairing::{self, Basis, Bead};
use crate::pinned::pin;
use crate::pivot::{Pivot, lift};
use crate::plural_forms::{Slot, slots};
use crate::snapshot::{Collection, Document, Resource, Snapshot};
use crate::text::{Profile, tokenize};

/// How one unit stands in one locale.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitStatus {
    /// Its key, where its format gives it one.
    pub key: Option<UnitKey>,
    /// Its place among the source's units; empty where the source is gone.
    pub source: Range<usize>,
    /// Its place among the target's units; empty where there is no target.
    pub target: Range<usize>,
    /// How it stands to its source; of a unit made from another translation, to that one. See
    /// [`UnitStatus::worst`].
    pub freshness: Freshness,
    /// The unit of another translation that it is made from, where it is.
    pub pivot: Option<Pivot>,
    /// What people said of it: of the target as it is now, for the source it was made from.
    pub state: State,
    /// The source that the target was made from, where that is not the present one; of an
    /// unverified target, the last source that any target of the unit was made from.
    pub made_from: Option<Group>,
    /// Whether the target follows the order of the source here.
    pub in_order: bool,
    /// Whether someone doubts the translation.
    pub doubted: bool,
    /// How sure it is that source and target belong together, from 0 to 1: 1 where a key or a
    /// fact says so.
    pub confidence: f32,
    /// The locale that the unit is taken from, where this one does not hold it.
    pub inherited: Option<Locale>,
    /// The words of the source; of an obsolete unit, of the target.
    pub words: usize,
    /// When the source was first seen to have changed; none where that is not known.
    pub changed_at: Option<Timestamp>,
}

impl Hash for UnitStatus {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let Self { key, source, target, freshness, pivot, state, made_from, .. } = self;
        (key, source, target, freshness, pivot, state, made_from).hash(hasher);
        let Self { in_order, doubted, confidence, inherited, words, changed_at, .. } = self;
        (in_order, doubted, confidence.to_bits(), inherited, words, changed_at).hash(hasher);
    }
}

impl UnitStatus {
    /// Whether the unit needs nobody: current, and in the order of the source, and so is what it
    /// was made from.
    pub fn is_settled(&self) -> bool {
        self.worst() == Freshness::Current && self.follows_order()
    }

    /// Whether source and target can be taken to belong together: nothing below becomes current
    /// unless a person looks at it.
    pub fn is_sure(&self) -> bool {
        self.confidence >= Link::SURE
    }

    /// How many units it is about: those of the source, of an obsolete one those of the target.
    pub fn units(&self) -> usize {
        if self.source.is_empty() { self.target.len() } else { self.source.len() }
    }

    pub(crate) fn new(freshness: Freshness) -> Self {
        Self {
            pivot: None,
            key: None,
            source: 0..0,
            target: 0..0,
            freshness,
            state: State::Initial,
            made_from: None,
            in_order: true,
            doubted: false,
            confidence: 1.0,
            inherited: None,
            words: 0,
            changed_at: None,
        }
    }
}

/// How every unit of a resource stands, by locale: those of the source in its order, and each that
/// only the target has behind its neighbour.
///
/// A pure function of the source's units in order, the targets' units in order, and the facts.
pub fn assess(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
) -> BTreeMap<Locale, Vec<UnitStatus>> {
    assess_in(snapshot, id, resource, &resource.collection.locales)
}

/// The same in some locales, and in those that they depend on. Nothing of the snapshot is
/// asked but its ledger and people.
pub fn assess_in(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    locales: &[Locale],
) -> BTreeMap<Locale, Vec<UnitStatus>> {
    let mut assessed = BTreeMap::new();
    for locale in locales {
        assess_into(snapshot, id, resource, locale, &mut assessed);
    }
    assessed
}

/// How every unit stands in one locale, for which no more are looked at than those that it depends
/// on.
pub(crate) fn assess_one(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
) -> Vec<UnitStatus> {
    let mut assessed = assess_in(snapshot, id, resource, std::slice::from_ref(locale));
    assessed.remove(locale).unwrap_or_default()
}

/// Assesses `locale`, and first the one that it is made from and the one that it inherits from.
fn assess_into(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    assessed: &mut BTreeMap<Locale, Vec<UnitStatus>>,
) {
    if assessed.contains_key(locale) {
        return;
    }
    // Nothing is assessed twice, not even in a circle that no config may hold.
    assessed.insert(locale.clone(), Vec::new());
    let collection = &resource.collection;
    let mut statuses = Assessment::new(snapshot, id, resource, locale).statuses();
    if let Some(pivot) = collection.pivots.get(locale) {
        assess_into(snapshot, id, resource, pivot, assessed);
        let upstream = assessed.get(pivot).map_or(&[][..], Vec::as_slice);
        statuses = in_order(lift(statuses, upstream, pivot, resource.source.as_deref()));
    }
    if let Some(parent) = collection.parent(locale) {
        assess_into(snapshot, id, resource, parent, assessed);
        if let Some(theirs) = assessed.get(parent) {
            inherit(&mut statuses, theirs, parent, collection, resource.targets.get(locale));
        }
    }
    assessed.insert(locale.clone(), statuses);
}

/// Takes over how the parent's units stand where the locale holds none of its own.
fn inherit(
    statuses: &mut [UnitStatus],
    parents: &[UnitStatus],
    parent: &Locale,
    collection: &Collection,
    target: Option<&std::sync::Arc<Document>>,
) {
    if target.is_some() && !collection.inherits_units() {
        return;
    }
    // By key too: several forms of a text may render one source.
    let by_source: HashMap<(usize, Option<&UnitKey>), &UnitStatus> = parents
        .iter()
        .filter(|theirs| !theirs.source.is_empty())
        .map(|theirs| ((theirs.source.start, theirs.key.as_ref()), theirs))
        .collect();
    let absent = |mine: &&mut UnitStatus| mine.target.is_empty() && !mine.source.is_empty();
    for mine in statuses.iter_mut().filter(absent) {
        if let Some(theirs) = by_source.get(&(mine.source.start, mine.key.as_ref())) {
            let from = theirs.inherited.clone().unwrap_or_else(|| parent.clone());
            *mine = UnitStatus { inherited: Some(from), target: 0..0, ..(*theirs).clone() };
        }
    }
}

struct Assessment<'a> {
    snapshot: &'a Snapshot,
    ledger: &'a Ledger,
    claims: &'a Claims,
    id: &'a ResourceId,
    collection: &'a Collection,
    locale: &'a Locale,
    source: Option<&'a Document>,
    target: Option<&'a Document>,
}

impl<'a> Assessment<'a> {
    fn new(
        snapshot: &'a Snapshot,
        id: &'a ResourceId,
        resource: &'a Resource,
        locale: &'a Locale,
    ) -> Self {
        Self {
            snapshot,
            ledger: &snapshot.ledger,
            claims: snapshot.ledger.claims(id, locale),
            id,
            collection: &resource.collection,
            locale,
            source: resource.given(locale).map(AsRef::as_ref),
            target: resource.targets.get(locale).map(AsRef::as_ref),
        }
    }

    fn statuses(&self) -> Vec<UnitStatus> {
        let mut statuses = self.keyed();
        statuses.extend(self.blocks());
        let mut statuses = in_order(statuses);
        pin(&mut statuses, self.target_units());
        statuses
    }

    fn source_units(&self) -> &'a [Unit] {
        self.source.map_or(&[], |document| document.units())
    }

    fn target_units(&self) -> &'a [Unit] {
        self.target.map_or(&[], |document| document.units())
    }

    /// Units with a key: paired by it, a plural form by its category.
    fn keyed(&self) -> Vec<UnitStatus> {
        let mut targets: BTreeMap<&UnitKey, usize> = BTreeMap::new();
        for (at, unit) in self.target_units().iter().enumerate().rev() {
            if let Some(key) = &unit.key {
                targets.insert(key, at);
            }
        }
        let mut statuses = Vec::new();
        for Slot { key, source: at, needed } in
            slots(self.source_units(), self.collection, self.locale)
        {
            let target = targets.remove(&key).map_or(0..0, |target| target..target + 1);
            if target.is_empty() && !needed {
                continue;
            }
            let made_from =
                |key: Option<&UnitKey>, target: &Group| self.keyed_base(key?, at, target);
            statuses.push(self.judge(Some(key), at..at + 1, target, made_from, true));
        }
        let gone = targets.into_iter().filter(|(key, _)| self.had_source(key));
        statuses.extend(gone.map(|(_, at)| self.obsolete(at..at + 1)));
        statuses
    }

    /// Whether a target without source is one whose source is gone. A field of front matter that
    /// no source is known of was added by the translator: checks tell of it.
    fn had_source(&self, key: &UnitKey) -> bool {
        self.collection.format != Format::Markdown
            || self.claims.sources_of_unit(key).next().is_some()
    }

    /// The source that the target of a keyed unit was made from: the nearest to the present one.
    fn keyed_base(&self, key: &UnitKey, source: usize, target: &Group) -> Option<Group> {
        let now = group(&self.source_units()[source..=source])?;
        let mut bases: Vec<&Group> = self.claims.sources_of(Some(key), target).collect();
        if bases.is_empty() {
            bases = self.claims.sources_of_unit(key).collect();
            bases.dedup();
        }
        nearest(self.ledger, self.id, Some(key), &now, &self.source_units()[source].text, &bases)
    }

    /// Units without a key: paired by alignment.
    fn blocks(&self) -> Vec<UnitStatus> {
        let sources = unkeyed(self.source_units());
        let targets = unkeyed(self.target_units());
        let units = |places: &[usize], all: &'a [Unit]| -> Vec<&'a Unit> {
            places.iter().map(|&at| &all[at]).collect()
        };
        let beads = pairing::pair(
            &units(&sources, self.source_units()),
            &units(&targets, self.target_units()),
            self.claims,
            self.ledger,
        );
        let of_bead = |bead: Bead| {
            let source = places(&sources, &bead.source);
            let target = places(&targets, &bead.target);
            if source.is_empty() {
                return self.obsolete(target);
            }
            let base = match bead.basis {
                Basis::MadeFrom(base) => Some(base),
                Basis::Guessed => self.block_base(&source),
                Basis::Vouched | Basis::Alone => None,
            };
            let status = self.judge(None, source, target, |_, _| base, bead.in_order);
            match status.freshness {
                Freshness::Stale | Freshness::Unverified => {
                    UnitStatus { confidence: bead.confidence, ..status }
                }
                _ => status,
            }
        };
        beads.into_iter().map(of_bead).collect()
    }

    /// The present source, where any target was ever attested for it.
    fn block_base(&self, source: &Range<usize>) -> Option<Group> {
        let now = group(&self.source_units()[source.clone()])?;
        self.claims.targets_of(None, &now).next().map(|_| now.clone())
    }

    /// How a paired unit stands. `base` says what its target was last made from, which matters only
    /// where nobody vouches for it.
    fn judge(
        &self,
        key: Option<UnitKey>,
        source: Range<usize>,
        target: Range<usize>,
        base: impl FnOnce(Option<&UnitKey>, &Group) -> Option<Group>,
        in_order: bool,
    ) -> UnitStatus {
        let words =
            self.source.map_or(0, |document| source.clone().map(|at| document.words(at)).sum());
        let status =
            UnitStatus { key, source, target, words, ..UnitStatus::new(Freshness::Missing) };
        let now = group(&self.source_units()[status.source.clone()]);
        let there = group(&self.target_units()[status.target.clone()]);
        let (Some(now), Some(there)) = (now, there) else { return status };
        let key = status.key.as_ref();
        let vouched = self.claims.vouched(key, &now, &there);
        if !vouched.is_empty() {
            let state = self.state(&vouched, &now);
            return UnitStatus { freshness: Freshness::Current, state, in_order, ..status };
        }
        let doubted = self
            .claims
            .find(key, &now, &there)
            .is_some_and(|claim| claim.open_doubts().next().is_some());
        let attested = self.claims.sources_of(key, &there).next().is_some();
        if !attested && !doubted && now == there {
            return status;
        }
        let base = base(key, &there);
        let claims =
            base.as_ref().map(|base| self.made_from(key, base, &there)).unwrap_or_default();
        let older = base.clone().filter(|base| *base != now && !claims.is_empty());
        let Some(from) = older.clone().filter(|_| !doubted) else {
            return UnitStatus {
                freshness: Freshness::Unverified,
                made_from: if doubted { older.or(Some(now)) } else { base },
                in_order,
                doubted,
                ..status
            };
        };
        let states = claims.iter().map(|claim| self.accept(claim.attestations()));
        let state = states.min().unwrap_or(State::Initial);
        UnitStatus {
            freshness: Freshness::Stale,
            state,
            changed_at: self.ledger.changed_at(self.id, key, &from, &now),
            made_from: Some(from),
            in_order,
            ..status
        }
    }

    /// The claims that the target was made from `base`: one, or one for each of several blocks that
    /// were attested one by one; none where somebody never attested them.
    fn made_from(&self, key: Option<&UnitKey>, base: &Group, there: &Group) -> Vec<&'a Claim> {
        let attested = |from: &Group, to: &Group| {
            let claim = self.claims.find(key, from, to);
            claim.filter(|claim| claim.attestations().next().is_some())
        };
        if let Some(claim) = attested(base, there) {
            return vec![claim];
        }
        let (from, to) = (base.members(), there.members());
        if from.len() != to.len() {
            return Vec::new();
        }
        let each = from.iter().zip(to).map(|(from, to)| attested(&(*from).into(), &(*to).into()));
        each.collect::<Option<Vec<_>>>().unwrap_or_default()
    }

    /// The state of a current unit: the highest that any reason gives it.
    fn state(&self, vouched: &[hexapla_ledger::Vouched<'_>], now: &Group) -> State {
        let states = vouched.iter().map(|reason| {
            let state = self.accept(reason.claim.attestations());
            if reason.source == now { state } else { self.collection.workflow.carried(state) }
        });
        states.max().unwrap_or(State::Initial)
    }

    fn accept<'b>(&self, by: impl Iterator<Item = &'b hexapla_ledger::Attestation>) -> State {
        self.collection.workflow.accept(by, &self.snapshot.people, self.locale)
    }

    fn obsolete(&self, target: Range<usize>) -> UnitStatus {
        let key = self.target_units()[target.start].key.clone();
        let words =
            self.target.map_or(0, |document| target.clone().map(|at| document.words(at)).sum());
        UnitStatus { key, target, words, ..UnitStatus::new(Freshness::Obsolete) }
    }
}

/// The group of the given units; none where there are none.
pub fn group(units: &[Unit]) -> Option<Group> {
    Group::new(units.iter().map(|unit| unit.fingerprint).collect())
}

/// The places of the units that have no key.
fn unkeyed(units: &[Unit]) -> Vec<usize> {
    (0..units.len()).filter(|&at| units[at].key.is_none()).collect()
}

/// The places among all units of a range among those without key.
fn places(unkeyed: &[usize], range: &Range<usize>) -> Range<usize> {
    match (unkeyed.get(range.start), range.end.checked_sub(1).and_then(|last| unkeyed.get(last))) {
        (Some(&first), Some(&last)) if !range.is_empty() => first..last + 1,
        _ => 0..0,
    }
}

/// Of several sources, the one nearest to the present: by known steps, else by likeness.
fn nearest(
    ledger: &Ledger,
    id: &ResourceId,
    key: Option<&UnitKey>,
    now: &Group,
    text: &str,
    bases: &[&Group],
) -> Option<Group> {
    if bases.len() < 2 || bases.contains(&now) {
        return bases.iter().find(|&&base| base == now).or(bases.first()).map(|&base| base.clone());
    }
    let profile = Profile::of(&tokenize(text, &[]));
    let distance = |base: &Group| {
        let steps = ledger.steps(id, key, base, now).len();
        let base_text = ledger.group_text(base).unwrap_or_default();
        let alike = profile.similarity(&Profile::of(&tokenize(&base_text, &[])));
        (if steps == 0 { usize::MAX } else { steps }, -alike)
    };
    let mut measured: Vec<_> = bases.iter().map(|&base| (distance(base), base)).collect();
    measured.sort_by(|((a, x), g), ((b, y), h)| a.cmp(b).then(x.total_cmp(y)).then(g.cmp(h)));
    measured.first().map(|(_, base)| (*base).clone())
}

/// In the order of the source.
fn in_order(mut statuses: Vec<UnitStatus>) -> Vec<UnitStatus> {
    statuses.sort_by_key(
        |status| {
            if status.source.is_empty() { (1, 0) } else { (0, status.source.start) }
        },
    );
    place_orphans(statuses)
}

/// Puts each unit that only the target has behind the unit whose target stands before it.
fn place_orphans(statuses: Vec<UnitStatus>) -> Vec<UnitStatus> {
    let (mut orphans, paired): (Vec<_>, Vec<_>) =
        statuses.into_iter().partition(|status| status.source.is_empty());
    if orphans.is_empty() {
        return paired;
    }
    orphans.sort_by_key(|status| status.target.start);
    let mut anchors: Vec<(usize, usize)> = paired
        .iter()
        .enumerate()
        .filter(|(_, status)| !status.target.is_empty())
        .map(|(at, status)| (status.target.start, at + 1))
        .collect();
    anchors.sort_unstable();
    let mut placed: Vec<(usize, usize, UnitStatus)> =
        Vec::with_capacity(paired.len() + orphans.len());
    for orphan in orphans {
        let before = anchors.partition_point(|&(target, _)| target < orphan.target.start);
        let at = before.checked_sub(1).map_or(0, |at| anchors[at].1);
        placed.push((at, orphan.target.start + 1, orphan));
    }
    placed.extend(paired.into_iter().enumerate().map(|(at, status)| (at + 1, 0, status)));
    placed.sort_by_key(|(at, behind, _)| (*at, *behind));
    placed.into_iter().map(|(_, _, status)| status).collect()
}
