//! Blocks of a translation to those of its source.

use std::hint::black_box;

use hexapla_engine::align::{Lexicon, align};
use hexapla_engine::pair;
use hexapla_ledger::{Attested, Fact, Ledger, Origin, Pair};
use hexapla_model::{Locale, ResourceId, State, Unit};

use crate::inner_loop::Turn;
use crate::language::{SOURCE, TARGET};
use crate::page::{Page, blocks, read};
use crate::random::Random;

const BLOCKS: usize = 300;

/// Nothing is known of the page, and a part of it has not kept up.
pub(crate) fn unknown() -> Turn {
    let mut random = Random::new();
    let page = Page::made(&mut random, BLOCKS);
    let source = read(&page.markdown(&SOURCE));
    let target = read(&page.outdated(&mut random).markdown(&TARGET));
    Box::new(move || {
        let (source, target) = (blocks(&source), blocks(&target));
        black_box(align(black_box(&source), black_box(&target), &Lexicon::default(), &[]));
    })
}

/// All of the page was attested, then its source changed.
pub(crate) fn attested() -> Turn {
    let mut random = Random::new();
    let page = Page::made(&mut random, 4 * BLOCKS);
    let [before, now] = [&page, &page.outdated(&mut random)].map(|it| read(&it.markdown(&SOURCE)));
    let target = read(&page.markdown(&TARGET));
    let (resource, locale): (ResourceId, Locale) =
        ("pages/guide".parse().expect("a name"), "ru".parse().expect("a locale"));
    let ledger = vouching(&blocks(&before), &blocks(&target), &resource, &locale);
    Box::new(move || {
        let (source, target) = (blocks(&now), blocks(&target));
        let claims = ledger.claims(&resource, &locale);
        black_box(pair(black_box(&source), black_box(&target), claims, &ledger));
    })
}

/// That each block of a target renders the one at its place.
fn vouching(source: &[&Unit], target: &[&Unit], resource: &ResourceId, locale: &Locale) -> Ledger {
    assert_eq!(source.len(), target.len());
    let pair = |(from, to): (&&Unit, &&Unit)| Pair::new(None, from.fingerprint, to.fingerprint);
    let files = hexapla_ledger::write(&[Fact::Attested(Attested {
        locale: locale.clone(),
        resource: resource.clone(),
        by: "mara".parse().expect("a handle"),
        at: "2026-03-12".parse().expect("a day"),
        state: State::Translated,
        origin: Origin::Human,
        confidence: None,
        answers: Vec::new(),
        pairs: source.iter().zip(target).map(pair).collect(),
    })]);
    Ledger::read(files.iter().map(|it| (it.name.as_str(), it.bytes.as_slice()))).ledger
}
