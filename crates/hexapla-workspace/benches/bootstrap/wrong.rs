//! How much is attested of pages that are no translation of their source.
//!
//! The marks are believed, but the repository gives out the source of another page in the place of
//! that which a mark names: the next one, or the next whose blocks are of the same kinds in the
//! same order.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_engine::bootstrap::{Blob, Contents, Evidence, Marks, bootstrap};
use hexapla_formats::extract;
use hexapla_ledger::{Fact, Pair};
use hexapla_model::{Fingerprint, Locale, Progress, ResourceId, Unit, UnitKind};

use crate::times::Project;

/// A repository that gives out some contents in the place of others.
struct Swapped<'a> {
    contents: &'a dyn Contents,
    to: BTreeMap<Blob, Blob>,
}

impl Contents for Swapped<'_> {
    fn bytes(&self, blob: Blob) -> Option<Vec<u8>> {
        self.contents.bytes(*self.to.get(&blob).unwrap_or(&blob))
    }
}

/// A source that a mark names.
struct Named {
    resource: ResourceId,
    units: Vec<Unit>,
}

type Sources = BTreeMap<Blob, Named>;

/// Pages and blocks, and how many of them something was attested of.
#[derive(Default)]
struct Count {
    pages: usize,
    attested_pages: usize,
    blocks: usize,
    attested: usize,
}

/// To how many blocks a page is short.
const SHORT: usize = 10;

pub(crate) fn measure(project: &Project) {
    let sources = sources(project);
    let any = |_: &[Unit]| Vec::new();
    let shape = |units: &[Unit]| blocks(units).map(|unit| unit.kind).collect();
    println!("\nattested of right and of wrong sources\n");
    println!("| source | page | pages | attested in part | blocks | attested | share |");
    println!("|---|---|--:|--:|--:|--:|--:|");
    for (name, to) in [
        ("the right one", BTreeMap::new()),
        ("another page", next(&sources, any)),
        ("another page of the same shape", next(&sources, shape)),
    ] {
        let is_right = to.is_empty();
        let all = sources.keys().filter(|blob| is_right || to.contains_key(blob));
        let measured: BTreeSet<Blob> = all.copied().collect();
        let swapped = Swapped { contents: &*project.contents, to };
        let (short, long) = attested(project, &swapped, &sources, &measured, is_right);
        for (page, count) in [("short", short), ("long", long)] {
            let Count { pages, attested_pages, blocks, attested } = count;
            let share = 100.0 * attested as f64 / blocks.max(1) as f64;
            println!(
                "| {name} | {page} | {pages} | {attested_pages} | {blocks} | {attested} | {share:.1} |"
            );
        }
    }
}

fn blocks(units: &[Unit]) -> impl Iterator<Item = &Unit> {
    units.iter().filter(|unit| unit.key.is_none())
}

fn sources(project: &Project) -> Sources {
    let found = bootstrap(
        &project.snapshot,
        &project.history,
        &*project.contents,
        Marks::Believed,
        &Progress::default(),
    );
    let mut sources = Sources::new();
    for ((id, _), page) in found.pages {
        if page.basis.evidence != Evidence::Mark || sources.contains_key(&page.basis.blob) {
            continue;
        }
        let Some(resource) = project.snapshot.resources.get(&id) else { continue };
        let Some(bytes) = project.contents.bytes(page.basis.blob) else { continue };
        let collection = &resource.collection;
        let units = extract(collection.format, &bytes, &collection.rules).units;
        sources.insert(page.basis.blob, Named { resource: id, units });
    }
    sources
}

/// For each source the next one of another page with the same trait.
fn next(sources: &Sources, of: impl Fn(&[Unit]) -> Vec<UnitKind>) -> BTreeMap<Blob, Blob> {
    let mut alike: BTreeMap<Vec<UnitKind>, BTreeMap<&ResourceId, Vec<Blob>>> = BTreeMap::new();
    for (blob, named) in sources {
        let pages = alike.entry(of(&named.units)).or_default();
        pages.entry(&named.resource).or_default().push(*blob);
    }
    let mut to = BTreeMap::new();
    for pages in alike.values().filter(|pages| pages.len() > 1) {
        let others = pages.values().cycle().skip(1).filter_map(|blobs| blobs.first());
        for (blobs, other) in pages.values().zip(others) {
            to.extend(blobs.iter().map(|blob| (*blob, *other)));
        }
    }
    to
}

/// What is attested of short and of long pages. What the right source says as well is no mistake.
fn attested(
    project: &Project,
    contents: &Swapped<'_>,
    sources: &Sources,
    measured: &BTreeSet<Blob>,
    is_right: bool,
) -> (Count, Count) {
    let found = bootstrap(
        &project.snapshot,
        &project.history,
        contents,
        Marks::Believed,
        &Progress::default(),
    );
    let mut pairs: BTreeMap<(&ResourceId, &Locale), Vec<&Pair>> = BTreeMap::new();
    for fact in &found.plan.facts {
        if let Fact::Attested(fact) = fact {
            let known = pairs.entry((&fact.resource, &fact.locale)).or_default();
            known.extend(fact.pairs.iter().filter(|pair| pair.key.is_none()));
        }
    }
    let (mut short, mut long) = (Count::default(), Count::default());
    for ((id, locale), page) in &found.pages {
        let right = sources.get(&page.basis.blob).filter(|_| measured.contains(&page.basis.blob));
        let Some(target) = project.snapshot.resources.get(id).and_then(|it| it.targets.get(locale))
        else {
            continue;
        };
        let Some(right) = right.filter(|_| page.basis.evidence == Evidence::Mark) else { continue };
        let right: BTreeSet<Fingerprint> = right.units.iter().map(|it| it.fingerprint).collect();
        let is_counted =
            |pair: &&&Pair| is_right || pair.source.members().iter().any(|it| !right.contains(it));
        let told = pairs.get(&(id, locale)).into_iter().flatten().filter(is_counted);
        let told: BTreeSet<&Fingerprint> = told.flat_map(|pair| pair.target.members()).collect();
        let all = blocks(target.units());
        let (attested, count) = all.fold((0, 0), |(attested, count), unit| {
            (attested + usize::from(told.contains(&unit.fingerprint)), count + 1)
        });
        if count == 0 {
            continue;
        }
        let counted = if count <= SHORT { &mut short } else { &mut long };
        counted.pages += 1;
        counted.attested_pages += usize::from(attested > 0);
        counted.blocks += count;
        counted.attested += attested;
    }
    (short, long)
}
