//! Resources that go by another name now.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use hexapla_ledger::{Fact, Renamed};
use hexapla_model::{Fingerprint, ResourceId, UnitKey};

use crate::decide::{Move, Plan};
use crate::snapshot::{Resource, Snapshot};

/// A resource without source that looks like another one's earlier self.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rename {
    /// The name that is gone.
    pub from: ResourceId,
    /// The name that it goes by now.
    pub to: ResourceId,
    /// How many source texts were attested under the earlier name.
    pub shared: usize,
    /// How many source texts there are.
    pub of: usize,
}

/// Why a resource cannot be taken for another one's later self.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenameError {
    /// Nothing is known of the earlier name.
    #[error("nothing was ever said of a resource `{0}`")]
    Unknown(ResourceId),
    /// There is no source under the later name.
    #[error("`{0}` has no source")]
    NoSource(ResourceId),
    /// The source under the earlier name is still there.
    #[error("`{0}` still has its source")]
    StillThere(ResourceId),
    /// The two are read in different ways.
    #[error("`{from}` and `{to}` are not of the same format")]
    OtherFormat {
        /// The earlier name.
        from: ResourceId,
        /// The later name.
        to: ResourceId,
    },
}

impl RenameError {
    /// The next step.
    pub fn hint(&self) -> String {
        match self {
            Self::Unknown(_) => "`hexapla rename` lists what looks renamed".to_owned(),
            Self::NoSource(_) => "rename the source first".to_owned(),
            Self::StillThere(_) => {
                "a copy is translated anew: `hexapla fill` offers what its texts had".to_owned()
            }
            Self::OtherFormat { .. } => "translate it anew".to_owned(),
        }
    }
}

/// What a text is found by: its key, where it has one, and its fingerprint.
type Text<'a> = (Option<&'a UnitKey>, Fingerprint);

/// A text that so many gone resources had says nothing about any of them.
const MOST_HOLDERS: usize = 8;

/// The resources whose source is gone and whose texts stand under another name that nothing is
/// known of, likeliest first; each name is in at most one of them. A resource counts as renamed
/// where at least half of its texts were attested under the earlier name.
///
/// Takes time in proportion to what was said of resources that are gone, and to the sources.
pub fn renames(snapshot: &Snapshot) -> Vec<Rename> {
    one_to_one(candidates(snapshot))
}

/// The resources that [`renames`] may give as later names: no others, whatever was said of the
/// resources that have a source, of which the ledger may know nothing here.
pub fn renamed_to(snapshot: &Snapshot) -> BTreeSet<ResourceId> {
    candidates(snapshot).into_iter().map(|(_, it)| it.to).collect()
}

/// Whatever may be renamed, and whether its file has the same name.
fn candidates(snapshot: &Snapshot) -> Vec<(bool, Rename)> {
    let holders = holders(snapshot);
    if holders.is_empty() {
        return Vec::new();
    }
    let formats = formats(snapshot);
    let mut found: Vec<(bool, Rename)> = Vec::new();
    for (to, resource) in snapshot.resources.iter().filter(|(_, it)| it.source.is_some()) {
        let texts: HashSet<Text<'_>> = texts(resource).collect();
        let known: Vec<&Text<'_>> = texts.iter().filter(|it| holders.contains_key(it)).collect();
        if known.is_empty() {
            continue;
        }
        let own = attested(snapshot, to);
        let mut votes: BTreeMap<&ResourceId, usize> = BTreeMap::new();
        for text in known.into_iter().filter(|text| !own.contains(*text)) {
            let holders = holders.get(text).filter(|it| it.len() <= MOST_HOLDERS);
            holders.into_iter().flatten().for_each(|from| *votes.entry(*from).or_default() += 1);
        }
        for (from, shared) in votes.into_iter().filter(|(_, shared)| shared * 2 >= texts.len()) {
            if formats.get(from.collection()) == formats.get(to.collection()) {
                let (from, to) = (from.clone(), to.clone());
                let same_name = last(&from) == last(&to);
                found.push((same_name, Rename { from, to, shared, of: texts.len() }));
            }
        }
    }
    found
}

/// Of several that share a name, the likeliest: by texts, then by the name of the file.
fn one_to_one(mut found: Vec<(bool, Rename)>) -> Vec<Rename> {
    found.sort_by(|(a, x), (b, y)| {
        let by_share = (y.shared * x.of).cmp(&(x.shared * y.of));
        by_share
            .then(y.shared.cmp(&x.shared))
            .then(b.cmp(a))
            .then((&x.from, &x.to).cmp(&(&y.from, &y.to)))
    });
    let (mut gone, mut taken) = (BTreeSet::new(), BTreeSet::new());
    let mut renames = Vec::new();
    for (_, rename) in found {
        if !gone.contains(&rename.from) && !taken.contains(&rename.to) {
            gone.insert(rename.from.clone());
            taken.insert(rename.to.clone());
            renames.push(rename);
        }
    }
    renames
}

fn last(id: &ResourceId) -> &str {
    id.path().rsplit('/').next().unwrap_or_default()
}

/// Of each text that was attested for a resource without source: those resources.
fn holders(snapshot: &Snapshot) -> HashMap<Text<'_>, BTreeSet<&ResourceId>> {
    let has_source =
        |id: &ResourceId| snapshot.resources.get(id).is_some_and(|it| it.source.is_some());
    let mut holders: HashMap<Text<'_>, BTreeSet<&ResourceId>> = HashMap::new();
    let ids: BTreeSet<&ResourceId> = snapshot.ledger.resources().map(|(id, _)| id).collect();
    for id in ids.into_iter().filter(|id| !has_source(id)) {
        for text in attested(snapshot, id) {
            holders.entry(text).or_default().insert(id);
        }
    }
    holders
}

/// The source texts that were attested for a resource.
fn attested<'a>(snapshot: &'a Snapshot, id: &ResourceId) -> HashSet<Text<'a>> {
    let locales = snapshot.ledger.locales(id);
    let pairs = locales.flat_map(|(_, claims)| claims.iter().map(|(pair, _)| pair));
    let texts = |pair: &'a hexapla_ledger::Pair| {
        pair.source.members().iter().map(|source| (pair.key.as_ref(), *source))
    };
    pairs.flat_map(texts).collect()
}

fn texts(resource: &Resource) -> impl Iterator<Item = Text<'_>> {
    resource.source_units().iter().map(|unit| (unit.key.as_ref(), unit.fingerprint))
}

fn formats(snapshot: &Snapshot) -> BTreeMap<&str, hexapla_formats::Format> {
    let collections = snapshot.resources.values().map(|it| &it.collection);
    collections.map(|it| (it.name.as_str(), it.format)).collect()
}

/// Plans that what was said of `from` holds of `to`, and that the targets which still lie under
/// the earlier name go where the later one wants them. Gives also the targets that stay where they
/// are because there is one under the later name already.
///
/// # Errors
/// Where one cannot be the other's later self.
pub fn plan_rename(
    snapshot: &Snapshot,
    from: &ResourceId,
    to: &ResourceId,
) -> Result<(Plan, Vec<String>), RenameError> {
    let later = snapshot.resources.get(to).and_then(|it| Some((it, it.source.as_ref()?)));
    let (resource, source) = later.ok_or_else(|| RenameError::NoSource(to.clone()))?;
    let earlier = snapshot.resources.get(from);
    if earlier.is_some_and(|it| it.source.is_some()) {
        return Err(RenameError::StillThere(from.clone()));
    }
    if earlier.is_none() && snapshot.ledger.locales(from).next().is_none() {
        return Err(RenameError::Unknown(from.clone()));
    }
    let formats = formats(snapshot);
    let format = formats.get(from.collection());
    if format.is_some_and(|format| *format != resource.collection.format) {
        return Err(RenameError::OtherFormat { from: from.clone(), to: to.clone() });
    }
    let mut plan = Plan::default();
    plan.facts.push(Fact::Renamed(Renamed { from: from.clone(), to: to.clone() }));
    plan.expects.insert(source.path.clone(), Some(source.bytes.clone()));
    let mut left = Vec::new();
    for (locale, target) in earlier.into_iter().flat_map(|it| &it.targets) {
        if resource.targets.contains_key(locale) || !resource.collection.locales.contains(locale) {
            left.push(target.path.clone());
            continue;
        }
        let path = resource.target_path(locale);
        plan.expects.insert(target.path.clone(), Some(target.bytes.clone()));
        plan.expects.insert(path.clone(), None);
        plan.moves.push(Move { from: target.path.clone(), to: path });
    }
    Ok((plan, left))
}
