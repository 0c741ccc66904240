//! Edits of known effect, made by chance on real pages: what is told against what should be.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use hexapla_engine::UnitStatus;
use hexapla_engine::align::Link;
use hexapla_ledger::Fact;
use hexapla_model::{Fingerprint, Freshness, Unit, UnitKind};

use crate::corpus::{Corpus, Page, Text};
use crate::freshness::{facts, project, statuses};
use crate::percent;
use crate::random::Random;

/// How many edits of each kind are made.
const EDITS: usize = 1_000;

/// What an edit does to the source's blocks: for each block of the new source the one of the old
/// that it is, where it is one; and those of the old that others took the place of.
struct Effect {
    from: Vec<Option<usize>>,
    changed: BTreeSet<usize>,
}

/// A kind of edit: the new bytes of the page, and which blocks it is about.
type Make = fn(&Text, &mut Random) -> Option<(Vec<u8>, Effect)>;

const KINDS: [(&str, Make); 10] = [
    ("a word changed", word),
    ("a paragraph inserted", inserted),
    ("a paragraph deleted", deleted),
    ("a paragraph moved", moved),
    ("a paragraph split", split),
    ("two paragraphs merged", merged),
    ("a paragraph reflowed", reflowed),
    ("a heading of another level", relevelled),
    ("two rows swapped", rows_swapped),
    ("two cells swapped", cells_swapped),
];

#[derive(Default)]
struct Counts {
    edits: usize,
    expected: usize,
    told: usize,
    right: usize,
    /// Edits of pages on which the blocks concerned are repeated: only counted.
    repeated: usize,
    counted_right: usize,
}

pub(crate) fn measure(corpus: &Corpus) {
    println!("\nedits made by chance: blocks told as not settled, against those that are\n");
    println!("| edit | edits | blocks | precision | recall | on repeated blocks | counted right |");
    println!("|---|---|---|---|---|---|---|");
    let known: Vec<(Vec<Fact>, Vec<Link>)> =
        corpus.pages.iter().map(|page| (facts(corpus, page), corpus.whole(page))).collect();
    for (name, make) in KINDS {
        let mut random = Random::new();
        let mut counts = Counts::default();
        for _ in 0..EDITS * 40 {
            if counts.edits + counts.repeated >= EDITS {
                break;
            }
            let at = random.below(corpus.pages.len());
            try_one(name, &corpus.pages[at], &known[at], make, &mut random, &mut counts);
        }
        println!(
            "| {name} | {} | {} | {:.2} | {:.2} | {} | {} |",
            counts.edits,
            counts.expected,
            percent(counts.right, counts.told),
            percent(counts.right, counts.expected),
            counts.repeated,
            counts.counted_right
        );
    }
}

fn try_one(
    name: &str,
    page: &Page,
    (facts, links): &(Vec<Fact>, Vec<Link>),
    make: Make,
    random: &mut Random,
    counts: &mut Counts,
) {
    let Some((bytes, effect)) = make(&page.made_from, random) else { return };
    let now = Text::new(bytes);
    if !is_as_planned(&page.made_from, &now, &effect) {
        return;
    }
    let statuses = statuses(&project(page, facts, &now), page);
    let expected = expected(&effect, links);
    let told = told(&statuses, &page.target, &now);
    let distinct = distinct(&page.made_from, &effect);
    if !distinct {
        counts.repeated += 1;
        counts.counted_right += usize::from(told.len() == expected.len());
        return;
    }
    counts.edits += 1;
    counts.expected += expected.len();
    counts.told += told.len();
    counts.right += told.intersection(&expected).count();
    if told != expected && std::env::var("SHOW").is_ok_and(|it| it == name) {
        println!("{}: {told:?}, expected {expected:?}", page.name);
    }
}

/// A block of the new source, or of the target, that is not settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Source(usize),
    Target(usize),
}

fn is_as_planned(old: &Text, new: &Text, effect: &Effect) -> bool {
    let (old, new) = (old.blocks(), new.blocks());
    let same = |(unit, from): (&&Unit, &Option<usize>)| match from {
        Some(from) => old[*from].fingerprint == unit.fingerprint,
        None => old.iter().all(|other| other.fingerprint != unit.fingerprint),
    };
    new.len() == effect.from.len() && new.iter().zip(&effect.from).all(same)
}

/// Whether every block that the edit is about, and its neighbours, stand once on the page.
fn distinct(old: &Text, effect: &Effect) -> bool {
    let blocks = old.blocks();
    let mut counts: BTreeMap<Fingerprint, usize> = BTreeMap::new();
    blocks.iter().for_each(|unit| *counts.entry(unit.fingerprint).or_default() += 1);
    effect.changed.iter().all(|at| counts[&blocks[*at].fingerprint] == 1)
}

/// The blocks that belong to a link of which any block was changed, new blocks, and the targets of
/// what is gone as a whole.
fn expected(effect: &Effect, links: &[Link]) -> BTreeSet<Place> {
    let mut places = BTreeSet::new();
    let new_place = |old: usize| effect.from.iter().position(|from| *from == Some(old));
    for (at, from) in effect.from.iter().enumerate() {
        if from.is_none() {
            places.insert(Place::Source(at));
        }
    }
    let replaced = effect.from.iter().any(Option::is_none);
    for link in links {
        if !link.source.clone().any(|at| effect.changed.contains(&at)) {
            continue;
        }
        let left: Vec<usize> = link.source.clone().filter_map(new_place).collect();
        if left.is_empty() && !replaced {
            places.extend(link.target.clone().map(Place::Target));
        }
        places.extend(left.into_iter().map(Place::Source));
    }
    places
}

fn told(statuses: &[UnitStatus], target: &Text, source: &Text) -> BTreeSet<Place> {
    let fields = |text: &Text| text.units.iter().filter(|unit| unit.key.is_some()).count();
    let (of_source, of_target) = (fields(source), fields(target));
    let mut places = BTreeSet::new();
    for status in statuses.iter().filter(|it| it.key.is_none() && !it.is_settled()) {
        if status.freshness == Freshness::Obsolete {
            places.extend(status.target.clone().map(|at| Place::Target(at - of_target)));
        } else {
            places.extend(status.source.clone().map(|at| Place::Source(at - of_source)));
        }
    }
    places
}

fn unchanged(count: usize) -> Vec<Option<usize>> {
    (0..count).map(Some).collect()
}

fn spliced(bytes: &[u8], span: Range<usize>, new: &str) -> Vec<u8> {
    [&bytes[..span.start], new.as_bytes(), &bytes[span.end..]].concat()
}

/// A block of one kind, chosen by chance.
fn chosen<'a>(
    text: &'a Text,
    random: &mut Random,
    fits: impl Fn(&Unit) -> bool,
) -> Option<(usize, &'a Unit)> {
    let blocks = text.blocks();
    let all: Vec<(usize, &Unit)> =
        blocks.into_iter().enumerate().filter(|(_, unit)| fits(unit)).collect();
    random.choose(&all).copied()
}

fn is_paragraph(unit: &Unit) -> bool {
    unit.kind == UnitKind::Paragraph
}

fn own<'a>(text: &'a Text, unit: &Unit) -> &'a str {
    std::str::from_utf8(&text.bytes[unit.span.clone()]).expect("text")
}

fn word(text: &Text, random: &mut Random) -> Option<(Vec<u8>, Effect)> {
    let (at, unit) =
        chosen(text, random, |unit| !matches!(unit.kind, UnitKind::CodeBlock | UnitKind::Markup))?;
    let own = own(text, unit);
    let words: Vec<&str> = own.split_whitespace().collect();
    let word = random.choose(&words).filter(|it| it.chars().all(char::is_alphabetic))?;
    let start = unit.span.start + (word.as_ptr() as usize - own.as_ptr() as usize);
    let bytes = spliced(&text.bytes, start..start + word.len(), "quokka");
    let mut from = unchanged(text.blocks().len());
    from[at] = None;
    Some((bytes, Effect { from, changed: BTreeSet::from([at]) }))
}

fn inserted(text: &Text, random: &mut Random) -> Option<(Vec<u8>, Effect)> {
    let (at, unit) = chosen(text, random, is_paragraph)?;
    let new = "\n\nA paragraph on quokkas that nobody has seen before.";
    let bytes = spliced(&text.bytes, unit.span.end..unit.span.end, new);
    let mut from = unchanged(text.blocks().len());
    from.insert(at + 1, None);
    Some((bytes, Effect { from, changed: BTreeSet::new() }))
}

fn deleted(text: &Text, random: &mut Random) -> Option<(Vec<u8>, Effect)> {
    let (at, unit) = chosen(text, random, is_paragraph)?;
    let bytes = spliced(&text.bytes, unit.span.clone(), "");
    let mut from = unchanged(text.blocks().len());
    from.remove(at);
    Some((bytes, Effect { from, changed: BTreeSet::from([at]) }))
}

fn moved(text: &Text, random: &mut Random) -> Option<(Vec<u8>, Effect)> {
    let (at, unit) = chosen(text, random, is_paragraph)?;
    let (to, other) = chosen(text, random, is_paragraph)?;
    if to.abs_diff(at) < 2 {
        return None;
    }
    let own = own(text, unit).to_owned();
    let place = other.span.end;
    let mut from = unchanged(text.blocks().len());
    from.remove(at);
    let bytes = if place > unit.span.end {
        from.insert(to, Some(at));
        let bytes = spliced(&text.bytes, place..place, &format!("\n\n{own}"));
        spliced(&bytes, unit.span.clone(), "")
    } else {
        from.insert(to + 1, Some(at));
        let bytes = spliced(&text.bytes, unit.span.clone(), "");
        spliced(&bytes, place..place, &format!("\n\n{own}"))
    };
    Some((bytes, Effect { from, changed: BTreeSet::from([at]) }))
}

fn split(text: &Text, random: &mut Random) -> Option<(Vec<u8>, Effect)> {
    let (at, unit) = chosen(text, random, is_paragraph)?;
    let own = own(text, unit);
    let end = own.find(". ").or_else(|| own.find(".\n"))? + 1;
    let place = unit.span.start + end;
    let bytes = spliced(&text.bytes, place..place + 1, "\n\n");
    let mut from = unchanged(text.blocks().len());
    from[at] = None;
    from.insert(at, None);
    Some((bytes, Effect { from, changed: BTreeSet::from([at]) }))
}

fn merged(text: &Text, random: &mut Random) -> Option<(Vec<u8>, Effect)> {
    let (at, unit) = chosen(text, random, is_paragraph)?;
    let next = text.blocks().get(at + 1).copied().filter(|next| is_paragraph(next))?;
    let bytes = spliced(&text.bytes, unit.span.end..next.span.start, "\n");
    let mut from = unchanged(text.blocks().len());
    from.remove(at + 1);
    from[at] = None;
    Some((bytes, Effect { from, changed: BTreeSet::from([at, at + 1]) }))
}

fn reflowed(text: &Text, random: &mut Random) -> Option<(Vec<u8>, Effect)> {
    let (_, unit) = chosen(text, random, |unit| is_paragraph(unit) && unit.text.contains('\n'))?;
    if unit.text.contains(['>', '|', '`']) || unit.text.contains("  \n") {
        return None;
    }
    let new = own(text, unit).split_whitespace().collect::<Vec<_>>().join(" ");
    let bytes = spliced(&text.bytes, unit.span.clone(), &new);
    let from = unchanged(text.blocks().len());
    Some((bytes, Effect { from, changed: BTreeSet::new() }))
}

fn relevelled(text: &Text, random: &mut Random) -> Option<(Vec<u8>, Effect)> {
    let heading = |unit: &Unit| matches!(unit.kind, UnitKind::Heading(level) if level < 6);
    let (_, unit) = chosen(text, random, heading)?;
    let before = text.bytes[..unit.span.start].iter().rposition(|&byte| byte == b'#')?;
    let bytes = spliced(&text.bytes, before..before, "#");
    let from = unchanged(text.blocks().len());
    Some((bytes, Effect { from, changed: BTreeSet::new() }))
}

/// Two rows of one table, none the first.
fn two_rows<'a>(text: &'a Text, random: &mut Random) -> Option<[(usize, &'a Unit); 2]> {
    let blocks = text.blocks();
    let (at, _) = chosen(text, random, |unit| unit.kind == UnitKind::TableRow)?;
    let is_row = |at: usize| blocks.get(at).is_some_and(|unit| unit.kind == UnitKind::TableRow);
    (at > 0 && is_row(at - 1) && is_row(at + 1))
        .then(|| [(at, blocks[at]), (at + 1, blocks[at + 1])])
}

fn rows_swapped(text: &Text, random: &mut Random) -> Option<(Vec<u8>, Effect)> {
    let [(at, one), (next, other)] = two_rows(text, random)?;
    let bytes = spliced(&text.bytes, other.span.clone(), own(text, one));
    let bytes = spliced(&bytes, one.span.clone(), own(text, other));
    let mut from = unchanged(text.blocks().len());
    from.swap(at, next);
    Some((bytes, Effect { from, changed: BTreeSet::from([at, next]) }))
}

fn cells_swapped(text: &Text, random: &mut Random) -> Option<(Vec<u8>, Effect)> {
    let [(at, one), (next, other)] = two_rows(text, random)?;
    let cells =
        |unit: &Unit| -> Vec<String> { own(text, unit).split('|').map(str::to_owned).collect() };
    let (mut a, mut b) = (cells(one), cells(other));
    if a.len() != b.len() || a.len() < 4 || own(text, one).contains(['`', '\\']) {
        return None;
    }
    let column = 1 + random.below(a.len() - 2);
    std::mem::swap(&mut a[column], &mut b[column]);
    let bytes = spliced(&text.bytes, other.span.clone(), &b.join("|"));
    let bytes = spliced(&bytes, one.span.clone(), &a.join("|"));
    let mut from = unchanged(text.blocks().len());
    (from[at], from[next]) = (None, None);
    Some((bytes, Effect { from, changed: BTreeSet::from([at, next]) }))
}
