//! The ledger's files to what they say.

use std::hint::black_box;
use std::sync::Arc;

use hexapla_ledger::{ActFile, Attested, Directory, Fact, KeptText, Ledger, Origin, Pair, Sheet};
use hexapla_model::{Meaning, ResourceId, State, UnitKey};

use crate::inner_loop::Turn;
use crate::language::{SOURCE, Said, TARGET};
use crate::random::Random;

const LOCALES: [&str; 8] = ["ar", "de", "es", "fr", "it", "pt", "ru", "th"];
const RESOURCES: usize = 10;
const UNITS: usize = 100;

/// All files are read and folded.
pub(crate) fn whole() -> Turn {
    let files = files();
    let read = move || {
        Ledger::read(files.iter().map(|it| (it.name.as_str(), black_box(it.bytes.as_slice()))))
    };
    assert!(read().problems.is_empty());
    Box::new(move || drop(black_box(read())))
}

/// All files are looked through, then each resource is read by itself.
pub(crate) fn by_resource() -> Turn {
    let files = files();
    Box::new(move || {
        let sheet = |it: &ActFile| Arc::new(Sheet::of(it.name.clone(), it.bytes.clone()));
        let directory = Directory::of(files.iter().map(sheet).collect());
        for resource in directory.resources() {
            black_box(directory.read(resource));
        }
    })
}

/// A file for each locale, and one of the sources' words.
fn files() -> Vec<ActFile> {
    let mut random = Random::new();
    let sources: Vec<Vec<String>> = (0..RESOURCES).map(|_| texts(&mut random)).collect();
    let kept = sources.iter().flatten().map(|text| {
        let fingerprint = Meaning::of("text", text);
        Fact::Text(KeptText { fingerprint, text: text.clone() })
    });
    let mut files = hexapla_ledger::write(&kept.collect::<Vec<_>>());
    for locale in LOCALES {
        let facts = sources.iter().enumerate().map(|(at, texts)| attested(at, texts, locale));
        files.extend(hexapla_ledger::write(&facts.collect::<Vec<_>>()));
    }
    files
}

fn texts(random: &mut Random) -> Vec<String> {
    (0..UNITS).map(|_| Said::made(random, 3).text(&SOURCE)).collect()
}

/// That every text of a resource was translated.
fn attested(at: usize, texts: &[String], locale: &str) -> Fact {
    let pair = |(unit, text): (usize, &String)| {
        let target = format!("{} {locale}", TARGET.word(at * UNITS + unit));
        let key = UnitKey::new(format!("entry-{unit}"));
        Pair::new(Some(key), Meaning::of("text", text), Meaning::of("text", &target))
    };
    Fact::Attested(Attested {
        locale: locale.parse().expect("a locale"),
        resource: ResourceId::new("ui", &format!("page-{at}")).expect("a name"),
        by: "mara".parse().expect("a handle"),
        at: "2026-03-12".parse().expect("a day"),
        state: State::Translated,
        origin: Origin::Human,
        confidence: None,
        answers: Vec::new(),
        pairs: texts.iter().enumerate().map(pair).collect(),
    })
}
