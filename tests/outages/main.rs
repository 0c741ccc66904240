//! Whatever fails, the last verified release stays: 14 kinds of outages, for whoever has nothing yet,
//! has a release, or has a later one built in, by the Rust crate and `hexapla pull`. The same matrix of
//! the JavaScript client is `clients/js/test/outages.test.mjs`.

#[allow(dead_code, reason = "the tests of attacks use the rest")]
#[path = "../support/forge.rs"]
mod forge;
mod players;
mod server;

use std::collections::{BTreeMap, BTreeSet};

use forge::{DAY, Forge, NOW, Wrong, greeting};
use server::Answer;

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outage {
    /// Nobody listens.
    Refused,
    /// The server answers otherwise than it should.
    Answering(Answer),
    /// The clock is so many seconds off.
    Clock(i64),
    /// What was kept is not there any more, and nothing can be.
    Gone,
    /// What was kept is something else.
    Poisoned,
    /// Nothing can be written.
    Full,
}

const YEARS: i64 = 3650 * DAY;

/// The kinds, by name; a clock may be off both ways.
const OUTAGES: [(&str, Outage); 15] = [
    ("refused", Outage::Refused),
    ("timeout", Outage::Answering(Answer::Silent)),
    ("500", Outage::Answering(Answer::Failing)),
    ("404 on the pointer", Outage::Answering(Answer::Pointerless)),
    ("truncated", Outage::Answering(Answer::Truncated)),
    ("endless", Outage::Answering(Answer::Endless)),
    ("slow drip", Outage::Answering(Answer::Dripping)),
    ("portal", Outage::Answering(Answer::Portal)),
    ("corrupted content", Outage::Answering(Answer::Corrupted)),
    ("expired pointer", Outage::Clock(7 * DAY)),
    ("clock ten years off", Outage::Clock(YEARS)),
    ("clock ten years off", Outage::Clock(-YEARS)),
    ("storage gone", Outage::Gone),
    ("storage poisoned", Outage::Poisoned),
    ("storage full", Outage::Full),
];

impl Outage {
    /// The refusal that it is told by; nothing where a newer release is taken all the same.
    fn refusal(self) -> Option<&'static str> {
        match self {
            Self::Refused => Some("unavailable"),
            Self::Answering(answer) => match answer {
                Answer::Plain => None,
                Answer::Silent | Answer::Failing | Answer::Truncated | Answer::Dripping => {
                    Some("unavailable")
                }
                Answer::Pointerless => Some("missing"),
                Answer::Endless => Some("length"),
                Answer::Portal => Some("format"),
                Answer::Corrupted => Some("hash"),
            },
            Self::Clock(off) if off > 0 => Some("expired"),
            Self::Clock(_) | Self::Gone | Self::Full => None,
            Self::Poisoned => Some("state"),
        }
    }

    fn clock(self) -> i64 {
        match self {
            Self::Clock(off) => NOW + off,
            _ => NOW,
        }
    }

    fn answer(self) -> Answer {
        match self {
            Self::Answering(answer) => answer,
            _ => Answer::Plain,
        }
    }
}

/// What somebody has before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Having {
    /// Nothing.
    Fresh,
    /// The first release.
    Cached,
    /// That, and the second from elsewhere.
    Newer,
}

const HAVINGS: [(&str, Having); 3] =
    [("fresh", Having::Fresh), ("cached", Having::Cached), ("newer built-in copy", Having::Newer)];

impl Having {
    fn version(self) -> Option<u64> {
        match self {
            Self::Fresh => None,
            Self::Cached => Some(1),
            Self::Newer => Some(2),
        }
    }
}

/// The greeting of each version.
pub(crate) const WORDS: [&str; 3] = ["Hola", "Buenas", "Saludos"];

/// What somebody met: a refusal or another failure, and the version that is shown then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Met {
    pub(crate) why: Option<String>,
    pub(crate) shown: Option<u64>,
}

/// Three releases by one publisher, oldest first.
pub(crate) fn history() -> [Forge; 3] {
    let first = Forge::published();
    let next = |before: &Forge, word: &str| {
        let mut forge = before.clone();
        forge.release(greeting(word), &Wrong::default());
        forge
    };
    let second = next(&first, WORDS[1]);
    let third = next(&second, WORDS[2]);
    [first, second, third]
}

/// Plays the whole matrix for one client.
fn play(client: &str, meet: fn(Outage, Having) -> Met, expected: fn(Outage, Having) -> Met) {
    let mut cells = BTreeMap::new();
    let mut wrong = Vec::new();
    for (outage, kind) in OUTAGES {
        for (name, having) in HAVINGS {
            let (met, expected) = (meet(kind, having), expected(kind, having));
            let why = met.why.clone().unwrap_or("accepted".to_owned());
            let shown = met.shown.map_or("nothing".to_owned(), |it| format!("version {it}"));
            println!("{client}: {outage}, {name}: {why}, shows {shown}");
            if met != expected {
                wrong.push(format!("{kind:?}, {having:?}: {met:?}, expected {expected:?}"));
            }
            assert!(met.shown >= having.version() || met.why.as_deref() == Some("state"));
            *cells.entry((outage, name)).or_insert(0) += 1;
        }
    }
    let kinds: BTreeSet<&str> = cells.keys().map(|(outage, _)| *outage).collect();
    println!("{client}: {} kinds of outages, {} cells", kinds.len(), cells.len());
    assert_eq!((kinds.len(), cells.len()), (14, 42));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_crate_shows_the_last_verified_release() {
    play("Rust client", players::meet_crate, |outage, having| {
        let why = outage.refusal().map(str::to_owned);
        let shown = match (outage, having) {
            (_, _) if why.is_none() => Some(3),
            // Nothing that is kept is believed any more, and a copy that is built in still is.
            (Outage::Poisoned, Having::Cached) => None,
            _ => having.version(),
        };
        Met { why, shown }
    });
}

#[test]
fn a_pulled_folder_stays_as_it_was() {
    play("hexapla pull", players::meet_pull, |outage, having| {
        let full = || "the disk said no".to_owned();
        match (outage, having) {
            // Where there was no folder there is none to poison.
            (Outage::Poisoned, Having::Fresh) => Met { why: None, shown: Some(3) },
            (Outage::Full, _) => Met { why: Some(full()), shown: having.version() },
            _ => {
                let why = outage.refusal().map(str::to_owned);
                let shown = if why.is_none() { Some(3) } else { having.version() };
                Met { why, shown }
            }
        }
    });
}
