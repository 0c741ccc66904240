//! The laws of a memory: what it finds is what a scan of everything finds.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use hexapla_model::{Handle, Locale, ResourceId, State, Timestamp};
use proptest::prelude::*;
use rapidfuzz::distance::indel::BatchComparator;

use crate::shape::{codes, numbers, shape};
use crate::token::word_count;
use crate::{Builder, Coded, Context, Entry, Kind, Memory, Origin, Query};

/// A text with its codes, of its own.
#[derive(Clone, Debug)]
struct Text {
    text: String,
    codes: Vec<Range<usize>>,
}

impl Text {
    fn of(words: &[&str]) -> Self {
        let (mut text, mut codes) = (String::new(), Vec::new());
        for word in words {
            let start = text.len();
            text.push_str(word);
            if word.starts_with('{') {
                codes.push(start..text.len());
            }
            text.push(' ');
        }
        text.pop();
        Self { text, codes }
    }

    fn coded(&self) -> Coded<'_> {
        Coded { text: &self.text, codes: &self.codes }
    }
}

/// Names that origins are made of.
struct Names {
    resources: Vec<ResourceId>,
    locales: Vec<Locale>,
    who: Handle,
}

impl Names {
    fn new() -> Self {
        Self {
            resources: ["ui/main", "pages/help"].map(|it| it.parse().expect("a name")).to_vec(),
            locales: ["es", "es-AR"].map(|it| it.parse().expect("a tag")).to_vec(),
            who: "mara".parse().expect("a handle"),
        }
    }

    fn origin(&self, number: usize) -> Origin<'_> {
        match number % 4 {
            0 => Origin::Imported { file: ["a.tmx", "b.po"][number / 4 % 2] },
            1 => Origin::Related { locale: &self.locales[number / 4 % 2] },
            _ => Origin::Ledger {
                resource: &self.resources[number / 4 % 2],
                key: [None, Some("title"), Some("text")][number / 8 % 3],
                state: State::ALL[number / 24 % 4],
                when: Timestamp::from_seconds((number / 96 % 3) as i64),
                who: &self.who,
            },
        }
    }
}

const WORDS: [&str; 16] = [
    "call",
    "us",
    "any",
    "every",
    "day",
    "night",
    "the",
    "helpline",
    "is",
    "free",
    "112",
    "19.696",
    "{ $n }",
    "{ $name }",
    "Über",
    "問い合わせ",
];

fn text() -> impl Strategy<Value = Text> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 0..9).prop_map(|it| Text::of(&it))
}

/// Texts like each other: one, with some of its words changed.
fn texts() -> impl Strategy<Value = Vec<Text>> {
    let changes = prop::collection::vec((0..9_usize, prop::sample::select(&WORDS[..])), 0..4);
    let base = prop::collection::vec(prop::sample::select(&WORDS[..]), 1..9);
    (base, prop::collection::vec(changes, 1..20)).prop_map(|(base, all)| {
        let changed = |changes: &Vec<(usize, &'static str)>| {
            let mut words = base.clone();
            changes.iter().for_each(|(at, word)| {
                let at = at % words.len();
                words[at] = word;
            });
            Text::of(&words)
        };
        all.iter().map(changed).collect()
    })
}

#[derive(Clone, Debug)]
struct Row {
    source: Text,
    target: String,
    origin: usize,
    previous: Option<&'static str>,
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = |source: Text| {
        let previous = prop::sample::select(vec![None, Some("before")]);
        ("[ab]{0,2}", 0..288_usize, previous).prop_map(move |(target, origin, previous)| Row {
            source: source.clone(),
            target,
            origin,
            previous,
        })
    };
    let some = (texts(), prop::collection::vec(text(), 0..20));
    some.prop_flat_map(move |(alike, other)| {
        alike.into_iter().chain(other).map(row).collect::<Vec<_>>()
    })
}

fn entry<'a>(row: &'a Row, names: &'a Names) -> Entry<'a> {
    let Row { source, target, origin, previous } = row;
    let origin = names.origin(*origin);
    Entry { source: source.coded(), target, origin, previous: *previous, next: None }
}

fn memory(rows: &[Row], names: &Names) -> Memory {
    let mut builder = Builder::default();
    rows.iter().for_each(|row| builder.add(&entry(row, names)).expect("room"));
    builder.build()
}

type Answer<'a> = (Kind, u8, &'a str, &'a str, Origin<'a>);

fn asked<'m>(memory: &'m Memory, query: &Query<'_>) -> Vec<Answer<'m>> {
    let matches = memory.matches(query).into_iter();
    matches.map(|it| (it.kind, it.score, it.source, it.target, it.origin)).collect()
}

/// What a scan of everything finds.
fn scanned<'a>(rows: &'a [Row], names: &'a Names, query: &Query<'_>) -> Vec<Answer<'a>> {
    let asked = shape(&query.text);
    let scorer = BatchComparator::new(asked.chars());
    let least = query.at_least.clamp(50, 100);
    let words = match word_count(&asked) {
        0 => 101,
        1 | 2 => 80,
        _ => 0,
    };
    let mut found: Vec<Answer<'a>> = Vec::new();
    for row in rows.iter().filter(|row| !row.target.is_empty() && !row.source.text.is_empty()) {
        let entry = entry(row, names);
        let ratio = scorer.normalized_similarity(shape(&entry.source).chars());
        let mut score = (ratio * 100.0 + 1e-9).floor() as i32;
        let same_codes = codes(&query.text).eq(codes(&entry.source));
        let same_numbers = numbers(&query.text).eq(numbers(&entry.source));
        let exact = score == 100 && same_codes && same_numbers;
        score -= i32::from(!same_codes) + i32::from(!same_numbers);
        score -= match entry.origin {
            Origin::Ledger { .. } => 0,
            Origin::Imported { .. } => 3,
            Origin::Related { .. } => 5,
        };
        let in_context = |context: Context<'_>| match entry.origin {
            Origin::Ledger { resource, key, .. } => {
                (key.is_some() && (Some(resource), key) == (Some(context.resource), context.key))
                    || (entry.previous.is_some()
                        && (entry.previous, entry.next) == (context.previous, context.next))
            }
            _ => false,
        };
        let kind = match exact {
            true if query.context.is_some_and(in_context) => Kind::InContext,
            true => Kind::Exact,
            false => Kind::Fuzzy,
        };
        let least = if kind == Kind::Fuzzy { i32::from(least).max(words) } else { least.into() };
        if score >= least {
            found.push((kind, score as u8, entry.source.text, entry.target, entry.origin));
        }
    }
    found.sort_by_key(|(kind, score, source, target, origin)| {
        let distance = match origin {
            Origin::Ledger { .. } => 0,
            Origin::Imported { .. } => 1,
            Origin::Related { .. } => 2,
        };
        let recorded = (Reverse(origin.state()), distance, Reverse(origin.when()));
        (*kind, Reverse(*score), recorded, *source, *target, *origin)
    });
    let mut targets = HashSet::new();
    found.retain(|it| targets.insert(it.3));
    found.truncate(query.limit);
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_is_found_is_what_a_scan_finds(
        rows in rows(),
        like in any::<prop::sample::Index>(),
        other in text(),
        fresh in any::<bool>(),
        (limit, at_least) in (0..8_usize, 40..=100_u8),
        context in prop::option::of((0..2_usize, 0..3_usize, any::<bool>())),
    ) {
        let names = Names::new();
        let memory = memory(&rows, &names);
        let text = if fresh { &other } else { &rows[like.index(rows.len())].source };
        let context = context.map(|(resource, key, previous)| Context {
            resource: &names.resources[resource],
            key: [None, Some("title"), Some("text")][key],
            previous: previous.then_some("before"),
            next: None,
        });
        let query = Query { text: text.coded(), context, limit, at_least };
        prop_assert_eq!(asked(&memory, &query), scanned(&rows, &names, &query));
    }

    #[test]
    fn order_and_repetition_of_what_is_given_mean_nothing(rows in rows(), query in text()) {
        let names = Names::new();
        let query = Query { text: query.coded(), context: None, limit: 9, at_least: 50 };
        let turned: Vec<Row> = rows.iter().rev().chain(&rows).cloned().collect();
        let (one, other) = (memory(&rows, &names), memory(&turned, &names));
        prop_assert_eq!(one.matches(&query), other.matches(&query));
        prop_assert_eq!(one.text_bytes(), other.text_bytes());
    }

    #[test]
    fn any_text_and_any_span_can_be_asked(
        text in "\\PC{0,30}", source in "\\PC{0,30}", spans in prop::collection::vec((0..40_usize, 0..40_usize), 0..4),
    ) {
        let names = Names::new();
        let codes: Vec<Range<usize>> = spans.into_iter().map(|(a, b)| a..b).collect();
        let mut builder = Builder::default();
        let source = Coded { text: &source, codes: &codes };
        let entry = Entry { source, target: "t", origin: names.origin(0), previous: None, next: None };
        builder.add(&entry).expect("room");
        let memory = builder.build();
        for text in [Coded { text: &text, codes: &codes }, source] {
            let query = Query { text, context: None, limit: usize::MAX, at_least: 0 };
            for found in memory.matches(&query) {
                prop_assert!(found.score >= 50);
            }
        }
    }
}

/// A memory of these texts, each in the ledger with its own target.
fn of(texts: &[&str]) -> Memory {
    let names = Names::new();
    let mut builder = Builder::default();
    for (text, at) in texts.iter().zip(0..) {
        let target = format!("target {at}");
        let source = Coded::plain(text);
        let origin = names.origin(2);
        let entry = Entry { source, target: &target, origin, previous: None, next: None };
        builder.add(&entry).expect("room");
    }
    builder.build()
}

fn scores(memory: &Memory, text: &str) -> Vec<(Kind, u8)> {
    let query = Query { text: Coded::plain(text), context: None, limit: 9, at_least: 50 };
    memory.matches(&query).iter().map(|it| (it.kind, it.score)).collect()
}

#[test]
fn scores_mean_what_the_documentation_says() {
    for (source, query, found) in [
        ("Call us any day.", "Call us  any day.", Some((Kind::Exact, 100))),
        ("Call 112 now.", "Call 19696 now.", Some((Kind::Fuzzy, 99))),
        ("Call us any day.", "Call us every day.", Some((Kind::Fuzzy, 82))),
        ("Open file", "Open files", Some((Kind::Fuzzy, 94))),
        ("Open file", "Close file", None),
        ("112", "112", Some((Kind::Exact, 100))),
        ("112", "113", None),
        ("Call us any day.", "CALL US ANY DAY.", None),
    ] {
        assert_eq!(scores(&of(&[source]), query), Vec::from_iter(found), "{query}");
    }
}

#[test]
fn a_text_that_is_told_a_hundred_thousand_times_is_found_at_once() {
    let texts: Vec<&str> = std::iter::repeat_n("Read more about this", 100_000).collect();
    let memory = of(&texts);
    assert_eq!(memory.len(), 100_000);
    assert_eq!(scores(&memory, "Read more about that").len(), 9);
}

#[test]
fn a_text_without_end_is_asked_in_time() {
    let long = "One more word, ".repeat(200_000);
    let memory = of(&[&long, "One more word"]);
    assert_eq!(scores(&memory, &long), [(Kind::Exact, 100)]);
    assert!(scores(&memory, &format!("{long}.")).is_empty());
}
