//! Histories that a few people could have made, small enough that everything meets everything.

use hexapla_ledger::{
    Attested, Fact, FactId, KeptText, Ledger, Origin, Pair, Placed, Proposed, Renamed, Reopened,
    Restated, Seen, SeenSource, StillValid, write,
};
use hexapla_model::{Group, Handle, Locale, Meaning, ResourceId, State, Timestamp, UnitKey};
use proptest::prelude::*;

/// What somebody did; numbers choose among a few of everything.
#[derive(Clone, Debug)]
pub(crate) enum Did {
    Attest {
        place: u8,
        pairs: Vec<(u8, u8)>,
        by: u8,
        state: u8,
    },
    Reopen {
        place: u8,
        pair: (u8, u8),
        by: u8,
    },
    /// Attests the pair of an earlier doubt, and names it.
    Answer {
        doubt: u8,
        by: u8,
        state: u8,
    },
    Keep {
        place: u8,
        from: u8,
        to: u8,
        everywhere: bool,
    },
    See {
        place: u8,
        from: u8,
        to: u8,
    },
    Propose {
        place: u8,
        pair: (u8, u8),
    },
    /// Accepts an order.
    Place {
        place: u8,
        pairs: Vec<(u8, u8)>,
        by: u8,
    },
    Rename {
        from: u8,
        to: u8,
    },
    Restate {
        from: u8,
        to: u8,
    },
}

pub(crate) fn did() -> impl Strategy<Value = Did> {
    let pair = (0..4_u8, 0..4_u8);
    prop_oneof![
        6 => (any::<u8>(), prop::collection::vec(pair.clone(), 1..6), any::<u8>(), any::<u8>())
            .prop_map(|(place, pairs, by, state)| Did::Attest { place, pairs, by, state }),
        2 => (any::<u8>(), pair.clone(), any::<u8>())
            .prop_map(|(place, pair, by)| Did::Reopen { place, pair, by }),
        2 => (any::<u8>(), any::<u8>(), any::<u8>())
            .prop_map(|(doubt, by, state)| Did::Answer { doubt, by, state }),
        2 => (any::<u8>(), 0..4_u8, 0..4_u8, any::<bool>())
            .prop_map(|(place, from, to, everywhere)| Did::Keep { place, from, to, everywhere }),
        2 => (any::<u8>(), 0..4_u8, 0..4_u8).prop_map(|(place, from, to)| Did::See { place, from, to }),
        1 => (any::<u8>(), pair.clone()).prop_map(|(place, pair)| Did::Propose { place, pair }),
        1 => (any::<u8>(), prop::collection::vec(pair, 2..4), any::<u8>())
            .prop_map(|(place, pairs, by)| Did::Place { place, pairs, by }),
        1 => (0..3_u8, 0..3_u8).prop_map(|(from, to)| Did::Rename { from, to }),
        1 => (0..4_u8, 0..6_u8).prop_map(|(from, to)| Did::Restate { from, to }),
    ]
}

/// The acts of a history, where the clock of act number `n` says `clock(n)`.
pub(crate) fn acts(history: &[Did], clock: impl Fn(usize) -> i64) -> Vec<Vec<Fact>> {
    let mut doubts: Vec<(Reopened, FactId)> = Vec::new();
    let mut acts = Vec::new();
    for (number, did) in history.iter().enumerate() {
        let at = Timestamp::from_seconds(clock(number));
        acts.push(act(did, at, &mut doubts));
    }
    acts
}

fn act(did: &Did, at: Timestamp, doubts: &mut Vec<(Reopened, FactId)>) -> Vec<Fact> {
    match *did {
        Did::Attest { place, ref pairs, by, state } => {
            let attested = Attested {
                locale: locale(place),
                resource: resource(place),
                by: handle(by),
                at,
                state: State::ALL[usize::from(state) % State::ALL.len()],
                origin: Origin::Human,
                confidence: None,
                answers: Vec::new(),
                pairs: pairs.iter().map(|&it| pair(place, it)).collect(),
            };
            let text = |number: u8| {
                Fact::Text(KeptText {
                    fingerprint: source(number).single().expect("one"),
                    text: format!("source {number}"),
                })
            };
            let mut facts = vec![Fact::Attested(attested)];
            facts.extend(pairs.iter().map(|(source, _)| text(*source)));
            facts
        }
        Did::Reopen { place, pair: it, by } => {
            let doubt = Reopened {
                locale: locale(place),
                resource: resource(place),
                by: handle(by),
                at,
                why: None,
                pair: pair(place, it),
            };
            doubts.push((doubt.clone(), name(&doubt)));
            vec![Fact::Reopened(doubt)]
        }
        Did::Answer { doubt, by, state } => {
            if doubts.is_empty() {
                return Vec::new();
            }
            let (doubt, id) = &doubts[usize::from(doubt) % doubts.len()];
            vec![Fact::Attested(Attested {
                locale: doubt.locale.clone(),
                resource: doubt.resource.clone(),
                by: handle(by),
                at,
                state: State::ALL[usize::from(state) % State::ALL.len()],
                origin: Origin::Human,
                confidence: None,
                answers: vec![*id],
                pairs: vec![doubt.pair.clone()],
            })]
        }
        Did::Keep { place, from, to, everywhere } => vec![Fact::StillValid(StillValid {
            locale: (!everywhere).then(|| locale(place)),
            resource: resource(place),
            by: handle(place),
            at,
            key: key(place),
            from: source(from),
            to: source(to),
        })],
        Did::See { place, from, to } => vec![Fact::Seen(Seen {
            resource: resource(place),
            at,
            revision: None,
            reason: None,
            sources: vec![SeenSource {
                key: key(place),
                before: Some(source(from)),
                now: source(to),
            }],
        })],
        Did::Propose { place, pair: it } => vec![Fact::Proposed(Proposed {
            locale: locale(place),
            resource: resource(place),
            by: handle(place),
            at,
            pair: pair(place, it),
        })],
        Did::Place { place, ref pairs, by } => vec![Fact::Placed(Placed {
            locale: locale(place),
            resource: resource(place),
            by: handle(by),
            at,
            pairs: pairs.iter().map(|&it| pair(place, it)).collect(),
        })],
        Did::Rename { from, to } => {
            vec![Fact::Renamed(Renamed { from: resource(from), to: resource(to) })]
        }
        Did::Restate { from, to } => {
            vec![Fact::Restated(Restated { from: source(from), to: source(to) })]
        }
    }
}

/// The name of a doubt: what answers it.
fn name(doubt: &Reopened) -> FactId {
    let files = write(&[Fact::Reopened(doubt.clone())]);
    let ledger = Ledger::read(files.iter().map(|it| ("", it.bytes.as_slice()))).ledger;
    let claims = ledger.claims(&doubt.resource, &doubt.locale);
    let claim = claims.iter().next().expect("a claim").1;
    claim.doubts().next().expect("a doubt").fact
}

pub(crate) fn locale(place: u8) -> Locale {
    ["es", "de"][usize::from(place) % 2].parse().expect("a tag")
}

pub(crate) fn resource(place: u8) -> ResourceId {
    ["pages/a", "pages/b", "ui/c"][usize::from(place) % 3].parse().expect("an id")
}

pub(crate) fn key(place: u8) -> Option<UnitKey> {
    (place % 3 == 2).then(|| UnitKey::new("key"))
}

fn handle(by: u8) -> Handle {
    ["mara", "lena", "joaquin"][usize::from(by) % 3].parse().expect("a handle")
}

pub(crate) fn source(number: u8) -> Group {
    Meaning::of("source", &number.to_string()).into()
}

pub(crate) fn target(number: u8) -> Group {
    Meaning::of("target", &number.to_string()).into()
}

fn pair(place: u8, (from, to): (u8, u8)) -> Pair {
    Pair::new(key(place), source(from), target(to))
}
