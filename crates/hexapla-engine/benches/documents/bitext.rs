//! Of marks that stand once on either side: the share that lands in linked blocks.

use std::collections::{BTreeMap, HashMap};

use hexapla_engine::align::{Lexicon, Link, MarkKind, align, marks};
use hexapla_model::{Unit, UnitKind};

use crate::corpus::{Corpus, Page};
use crate::percent;

/// What is measured; the first three are taken together.
const MEASURED: [(&str, MarkKind); 5] = [
    ("code blocks", MarkKind::Block),
    ("links", MarkKind::Link),
    ("heading ids", MarkKind::Anchor),
    ("numbers", MarkKind::Number),
    ("code spans", MarkKind::Code),
];

/// How the links were made.
const WAYS: [&str; 4] = ["by index", "one page alone", "held out", "all marks"];

#[derive(Default)]
struct Counts {
    all: usize,
    right: [usize; WAYS.len()],
}

pub(crate) fn measure(corpus: &Corpus) {
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut misses: Vec<(bool, bool)> = Vec::new();
    for page in &corpus.pages {
        let all = corpus.links(page, &[]);
        for (name, kind) in MEASURED {
            let held = corpus.links(page, &[kind]);
            let (source, target) = (page.made_from.blocks(), page.target.blocks());
            let alone = align(&source, &target, &Lexicon::default(), &[kind]);
            let counts = counts.entry(name).or_default();
            for (mark, at, other) in common(&source, &target, kind) {
                let ways = [at == other, lands(&alone, at, other), lands(&held, at, other)];
                counts.all += 1;
                for (right, way) in
                    counts.right.iter_mut().zip(ways.into_iter().chain([lands(&all, at, other)]))
                {
                    *right += usize::from(way);
                }
                let sure = link_of(&held, at).is_some_and(Link::is_sure);
                misses.push((ways[2], sure));
                if !ways[2] && std::env::var("SHOW").is_ok_and(|it| it == name) {
                    show(page, &mark, (at, other), &held);
                }
            }
        }
    }
    print(&counts);
    let missed = misses.iter().filter(|(right, _)| !right).count();
    let caught = misses.iter().filter(|(right, sure)| !right && !sure).count();
    let flagged = misses.iter().filter(|(_, sure)| !sure).count();
    println!(
        "\nof {missed} misses {caught} are in links below {}, as are {:.1} % of all",
        Link::SURE,
        percent(flagged, misses.len())
    );
    shapes(corpus);
}

fn print(counts: &BTreeMap<&str, Counts>) {
    println!(
        "\nmarks in linked blocks, in percent; the measured kind is not looked at but in the last row\n"
    );
    print!("| links made |");
    MEASURED.iter().for_each(|(name, _)| print!(" {name} ({}) |", counts[name].all));
    println!(" first three |\n|---|{}---|", "---|".repeat(MEASURED.len()));
    for (at, way) in WAYS.iter().enumerate() {
        print!("| {way} |");
        for (name, _) in MEASURED {
            print!(" {:.2} |", percent(counts[name].right[at], counts[name].all));
        }
        let first = |of: &dyn Fn(&Counts) -> usize| -> usize {
            MEASURED[..3].iter().map(|(name, _)| of(&counts[name])).sum()
        };
        println!(" {:.2} |", percent(first(&|it| it.right[at]), first(&|it| it.all)));
    }
}

/// How many blocks the links take on either side.
fn shapes(corpus: &Corpus) {
    let mut shapes: BTreeMap<String, usize> = BTreeMap::new();
    let mut unsure = 0;
    for link in corpus.pages.iter().flat_map(|page| corpus.links(page, &[])) {
        let more = |count: usize| if count > 2 { "n".to_owned() } else { count.to_string() };
        let shape = format!("{}:{}", more(link.source.len()), more(link.target.len()));
        *shapes.entry(shape).or_default() += 1;
        unsure += usize::from(!link.is_sure());
    }
    let all: usize = shapes.values().sum();
    let text: Vec<String> =
        shapes.iter().map(|(shape, count)| format!("{shape} {count}")).collect();
    println!("links with all marks: {}; {:.1} % are unsure", text.join(", "), percent(unsure, all));
}

fn link_of(links: &[Link], source: usize) -> Option<&Link> {
    links.iter().find(|link| link.source.contains(&source))
}

fn lands(links: &[Link], source: usize, target: usize) -> bool {
    link_of(links, source).is_some_and(|link| link.target.contains(&target))
}

/// The marks of one kind that stand once on either side, with their blocks.
fn common(source: &[&Unit], target: &[&Unit], kind: MarkKind) -> Vec<(String, usize, usize)> {
    let there = unique(target, kind);
    let mut common: Vec<(String, usize, usize)> = unique(source, kind)
        .into_iter()
        .filter_map(|(mark, at)| there.get(&mark).map(|other| (mark.clone(), at, *other)))
        .collect();
    common.sort();
    common
}

fn unique(units: &[&Unit], kind: MarkKind) -> HashMap<String, usize> {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, unit) in units.iter().enumerate() {
        let whole = kind == MarkKind::Block;
        if whole && unit.kind != UnitKind::CodeBlock {
            continue;
        }
        let marks = marks(unit).into_iter().filter(|(it, _)| *it == kind);
        for (_, mark) in marks.take(if whole { 1 } else { usize::MAX }) {
            places.entry(mark).or_default().push(at);
        }
    }
    places.into_iter().filter(|(_, at)| at.len() == 1).map(|(mark, at)| (mark, at[0])).collect()
}

fn show(page: &Page, mark: &str, (at, other): (usize, usize), links: &[Link]) {
    let (source, target) = (page.made_from.blocks(), page.target.blocks());
    println!("{} {mark:?} is in\n  {:?}\n  {:?}", page.name, source[at].text, target[other].text);
    if let Some(link) = link_of(links, at) {
        let texts: Vec<&str> =
            target[link.target.clone()].iter().map(|it| it.text.as_str()).collect();
        println!("  linked to {texts:?} ({:.2})", link.confidence);
    }
}
