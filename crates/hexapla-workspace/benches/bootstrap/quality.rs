//! How well history alone tells what is stale, where marks say it.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_engine::bootstrap::{Bootstrapped, Evidence, Marks, Page, bootstrap};
use hexapla_engine::text::word_count;
use hexapla_formats::extract;
use hexapla_model::{Fingerprint, Locale, Progress, ResourceId, Unit};

use crate::times::Project;

/// What was told, and what was right of it.
#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    told: usize,
    true_: usize,
}

impl Score {
    fn add(&mut self, told: usize, true_: usize, right: usize) {
        self.told += told;
        self.true_ += true_;
        self.right += right;
    }

    fn row(self) -> String {
        let share = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        format!(
            "{} | {} | {:.1} | {:.1}",
            self.true_,
            self.told,
            share(self.told),
            share(self.true_)
        )
    }
}

type Scores = [Score; 3];

pub(crate) fn measure(project: &Project) {
    let run = |marks| {
        bootstrap(
            &project.snapshot,
            &project.history,
            &*project.contents,
            marks,
            &Progress::default(),
        )
    };
    let (marked, alone) = (run(Marks::Believed), run(Marks::Ignored));
    let mut by_locale: BTreeMap<&Locale, Scores> = BTreeMap::new();
    let mut all = Scores::default();
    let verbose = std::env::var_os("HEXAPLA_WRONG").is_some();
    for (place, page) in pages(&marked) {
        let Some((told, true_)) = stale(project, place, page, &alone) else { continue };
        let scores = by_locale.entry(&place.1).or_default();
        for scores in [scores, &mut all] {
            let page = |set: &BTreeMap<Fingerprint, usize>| usize::from(!set.is_empty());
            scores[0].add(page(&told), page(&true_), page(&told) * page(&true_));
            let common = told.keys().filter(|it| true_.contains_key(it));
            scores[1].add(told.len(), true_.len(), common.clone().count());
            let words = |set: &BTreeMap<Fingerprint, usize>| set.values().sum();
            scores[2].add(words(&told), words(&true_), common.map(|it| told[it]).sum());
        }
        if verbose && told.is_empty() != true_.is_empty() {
            println!(
                "{} {} {}: {} told, {} true",
                if told.is_empty() { "MISSED" } else { "FALSE" },
                place.1,
                place.0,
                told.len(),
                true_.len()
            );
        }
    }
    println!("stale by history alone, against the marks\n");
    println!("| locale | of | stale | told | precision | recall |\n|---|---|--:|--:|--:|--:|");
    let named: Vec<(String, Scores)> =
        by_locale.iter().map(|(it, s)| (it.to_string(), *s)).collect();
    for (locale, scores) in named.into_iter().chain([("all".to_owned(), all)]) {
        for (what, score) in ["pages", "units", "words"].iter().zip(scores) {
            println!("| {locale} | {what} | {} |", score.row());
        }
    }
}

fn pages(marked: &Bootstrapped) -> impl Iterator<Item = (&(ResourceId, Locale), &Page)> {
    marked.pages.iter().filter(|(_, page)| page.basis.evidence == Evidence::Mark)
}

/// The units that changed since, by history alone and by the mark, with their words.
fn stale(
    project: &Project,
    place: &(ResourceId, Locale),
    page: &Page,
    alone: &Bootstrapped,
) -> Option<(BTreeMap<Fingerprint, usize>, BTreeMap<Fingerprint, usize>)> {
    let resource = project.snapshot.resources.get(&place.0)?;
    let units = |blob| {
        let bytes = project.contents.bytes(blob)?;
        Some(extract(resource.collection.format, &bytes, &resource.collection.rules).units)
    };
    let now: BTreeSet<Fingerprint> =
        resource.source_units().iter().map(|it| it.fingerprint).collect();
    let gone = |units: Vec<Unit>| -> BTreeMap<Fingerprint, usize> {
        let gone = units.into_iter().filter(|it| !now.contains(&it.fingerprint));
        gone.map(|it| (it.fingerprint, word_count(&it.text, &it.codes))).collect()
    };
    let true_ = gone(units(page.basis.blob)?);
    let told = match alone.pages.get(place) {
        Some(page) => gone(units(page.basis.blob)?),
        None => BTreeMap::new(),
    };
    Some((told, true_))
}
