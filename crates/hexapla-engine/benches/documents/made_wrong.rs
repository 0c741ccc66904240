//! Pairs that were made wrong: how many of them look as sure as right ones.

use std::collections::BTreeMap;

use hexapla_engine::align::{Link, align};
use hexapla_model::{Unit, UnitKind};

use crate::corpus::{Corpus, Page};
use crate::percent;
use crate::random::Random;

/// How many blocks of a page are tried.
const TRIES: usize = 4;

pub(crate) fn measure(corpus: &Corpus) {
    let mut random = Random::new();
    let mut wrong: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for (at, page) in corpus.pages.iter().enumerate() {
        let here = |other: &&Page| other.locale() == page.locale() && other.name != page.name;
        let others: Vec<&Page> = corpus.pages.iter().filter(here).collect();
        let mut count = |what: &'static str, links: Vec<Link>| {
            let [all, caught] = wrong.entry(what).or_default();
            *all += links.len();
            *caught += links.iter().filter(|link| !link.is_sure()).count();
        };
        for _ in 0..TRIES {
            count(
                "a block of another page in its place",
                replaced(corpus, page, &others, &mut random),
            );
            count("swapped with its neighbour", swapped(corpus, page, &mut random));
        }
        if at % 4 == 0
            && let Some(other) = random.choose(&others)
        {
            count("all of another page", relinked(corpus, page, &other.target.blocks(), |_| true));
        }
    }
    println!("\npairs that were made wrong and are linked all the same\n");
    println!("| what was done to the target | wrong links | below {} |\n|---|---|---|", Link::SURE);
    for (what, [all, caught]) in wrong {
        println!("| {what} | {all} | {:.1} % |", percent(caught, all));
    }
}

/// The links of the page with another target that fit and link anything.
fn relinked(
    corpus: &Corpus,
    page: &Page,
    target: &[&Unit],
    fits: impl Fn(&Link) -> bool,
) -> Vec<Link> {
    let source = page.made_from.blocks();
    let links = align(&source, target, &corpus.lexicons[page.locale()], &[]);
    let pairs = |link: &Link| !link.source.is_empty() && !link.target.is_empty() && fits(link);
    links.into_iter().filter(pairs).collect()
}

fn is_text(unit: &Unit) -> bool {
    !matches!(unit.kind, UnitKind::CodeBlock | UnitKind::Markup)
}

fn replaced(corpus: &Corpus, page: &Page, others: &[&Page], random: &mut Random) -> Vec<Link> {
    let mut target = page.target.blocks();
    let at = random.below(target.len());
    let Some(other) = random.choose(others) else { return Vec::new() };
    let strangers = other.target.blocks();
    let Some(own) = target.get(at).copied() else { return Vec::new() };
    let alike: Vec<&&Unit> = strangers.iter().filter(|it| it.kind == own.kind).collect();
    match random.choose(&alike) {
        Some(stranger) if is_text(own) => {
            target[at] = stranger;
            relinked(corpus, page, &target, |link| link.target.contains(&at))
        }
        _ => Vec::new(),
    }
}

fn swapped(corpus: &Corpus, page: &Page, random: &mut Random) -> Vec<Link> {
    let mut target = page.target.blocks();
    let at = random.below(target.len().saturating_sub(1));
    let Some([one, other]) = target.get(at..at + 2) else { return Vec::new() };
    if one.kind != other.kind || !is_text(one) {
        return Vec::new();
    }
    let links = corpus.links(page, &[]);
    let source = |place: usize| {
        let link = links.iter().find(|link| link.target == (place..place + 1));
        link.map(|link| link.source.clone())
    };
    let (Some(first), Some(second)) = (source(at), source(at + 1)) else { return Vec::new() };
    target.swap(at, at + 1);
    relinked(corpus, page, &target, |link| {
        let strange = |place: usize, own: &std::ops::Range<usize>| {
            link.target == (place..place + 1) && link.source.clone().all(|it| !own.contains(&it))
        };
        strange(at, &second) || strange(at + 1, &first)
    })
}
