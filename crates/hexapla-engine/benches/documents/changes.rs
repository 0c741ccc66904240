//! What the changes of real pages are, and what they cost a translator.

use std::collections::BTreeMap;

use hexapla_engine::change::{
    ChangeClass, ChangePolicy, Changed, Passage, Patch, changed_words, effort, patch, ready,
};
use hexapla_engine::{Resource, Snapshot, UnitStatus};
use hexapla_model::{Freshness, Locale, ResourceId};

use crate::corpus::{Corpus, Page};
use crate::freshness::{facts, project, statuses};
use crate::percent;

/// Words to read again.
#[derive(Default)]
struct Words {
    files: usize,
    blocks: usize,
    sentences: usize,
    words: usize,
    carried: usize,
    missing: usize,
    /// Of each stale block, the words to read.
    each: Vec<usize>,
}

#[derive(Default)]
struct Class {
    blocks: usize,
    carried: usize,
    patched: usize,
    applied: usize,
    added: usize,
}

pub(crate) fn measure(corpus: &Corpus) {
    let mut words = Words::default();
    let mut classes: BTreeMap<ChangeClass, Class> = BTreeMap::new();
    for page in corpus.pages.iter().filter(|page| page.stale) {
        let project = project(page, &facts(corpus, page), &page.now);
        let (id, resource) = project.resources.iter().next().expect("a page");
        let source = resource.source.as_ref().expect("a source");
        words.files += (0..source.units().len()).map(|at| source.words(at)).sum::<usize>();
        for status in statuses(&project, page) {
            match status.freshness {
                Freshness::Missing => words.missing += status.words,
                Freshness::Stale => {
                    one(&project, id, resource, page, &status, &mut words, &mut classes);
                }
                _ => {}
            }
        }
    }
    report(&classes, words);
}

fn one(
    project: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    page: &Page,
    status: &UnitStatus,
    words: &mut Words,
    classes: &mut BTreeMap<ChangeClass, Class>,
) {
    let locale: Locale = page.locale().parse().expect("a tag");
    words.blocks += status.words;
    let Some(changed) = Changed::of(project, resource, status) else { return };
    let class = classes.entry(changed.class()).or_default();
    class.blocks += 1;
    let target = Passage::of(&resource.target_units(&locale)[status.target.clone()]);
    let patch = patch(&changed.old, &changed.new, &target);
    match &patch {
        Some(Patch::Changed(_)) => class.patched += 1,
        Some(Patch::Applied) => class.applied += 1,
        Some(Patch::Added) => class.added += 1,
        None => {}
    }
    if std::env::var("SHOW").is_ok_and(|shown| shown == changed.class().as_str()) {
        let texts = [&changed.old, &changed.new, &target].map(Passage::text);
        println!("{}\n  {}\n  {}\n  {}\n  {patch:?}", page.name, texts[0], texts[1], texts[2]);
    }
    if std::env::var("SHOW").is_ok_and(|shown| shown == "pairs") {
        let now = Passage::of(&resource.source_units()[status.source.clone()]).text();
        let now_print = resource.source_units()[status.source.clone()]
            .iter()
            .map(|unit| unit.fingerprint.to_string())
            .collect::<Vec<_>>()
            .join("+");
        println!(
            "PAIR\t{}\t{}\t{now_print}\t{}\t{:?}\t{now:?}",
            page.name,
            status.made_from.as_ref().map(ToString::to_string).unwrap_or_default(),
            changed.class(),
            changed.old.text(),
        );
    }
    words.sentences += effort(&changed.old, &changed.new);
    words.words += changed_words(&changed.old, &changed.new);
    let ready = ready(project, id, resource, &locale, status);
    let carries = ready.is_some_and(|it| it.policy == ChangePolicy::Carry);
    class.carried += usize::from(carries);
    let left = if carries { 0 } else { effort(&changed.old, &changed.new) };
    words.carried += left;
    words.each.push(left);
}

fn report(classes: &BTreeMap<ChangeClass, Class>, mut words: Words) {
    let all: usize = classes.values().map(|class| class.blocks).sum();
    println!("\n{all} blocks whose source changed\n");
    println!("| class | blocks | share | carried | patch | applied | added |");
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for (class, it) in classes {
        let share = percent(it.blocks, all);
        let counts = [it.carried, it.patched, it.applied, it.added].map(|it| it.to_string());
        println!("| {class} | {} | {share:.0} % | {} |", it.blocks, counts.join(" | "));
    }
    words.each.sort_unstable();
    let median = words.each.get(words.each.len() / 2).copied().unwrap_or(0);
    println!("\n| words to read on stale pages | |\n|---|--:|");
    for (name, count) in [
        ("files", words.files),
        ("changed blocks", words.blocks),
        ("changed sentences", words.sentences),
        ("the same after what carries", words.carried),
        ("changed words", words.words),
        ("missing blocks, apart", words.missing),
        ("median of a changed block", median),
    ] {
        println!("| {name} | {count} |");
    }
}
