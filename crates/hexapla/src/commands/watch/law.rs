//! What is told by surveys is what comparing two whole readings tells.

use std::collections::BTreeMap;
use std::fs;

use hexapla_engine::{Decision, Item, Status, Who, decide, name, record_seen};
use hexapla_ledger::{Fact, Origin};
use hexapla_model::{Freshness, Locale, ResourceId, State, Timestamp};
use hexapla_workspace::{Loaded, Session, Survey};
use tempfile::TempDir;

use super::picture::Picture;
use super::standing::Standing;
use super::{survey, turned};

const CONFIG: &str = r#"version = 1
name = "Test"
source_locale = "en"
locales = ["es", "es-MX", "fr", "gl"]
[collections.pages]
format = "markdown"
source = "en/{path}.md"
target = "{locale}/{path}.md"
[collections.ui]
format = "fluent"
source = "en/{path}.ftl"
target = "{locale}/{path}.ftl"
pivots = { gl = "es" }
"#;

const FOLDERS: [&str; 5] = ["en", "es", "es-MX", "fr", "gl"];
const PAGES: [&str; 4] = [
    "# Help\n\nCall us.\n\nCall us.\n",
    "# Help\n\nWrite to us.\n\nCall us.\n",
    "Call us.\n\n# Help\n\nWe answer soon.\n",
    "# Ayuda\n\nLlame.\n\nEscriba.\n",
];
const STRINGS: [&str; 4] = [
    "a = One\nb = Two\n",
    "a = One\nb = Three\n",
    "b = Two\nc = Four words are here\n",
    "c = Dos\n",
];

/// Numbers as chance has it, the same for the same seed.
struct Random(u64);

impl Random {
    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all[(self.0 >> 33) as usize % all.len()]
    }
}

fn at() -> Timestamp {
    "2026-03-12".parse().expect("a date")
}

/// A project, all of whose texts are in place and vouched for.
fn project() -> TempDir {
    let project = TempDir::new().expect("a folder");
    fs::write(project.path().join("hexapla.toml"), CONFIG).expect("a config");
    let workflow = include_str!("../../../../hexapla-workspace/templates/standard.toml");
    fs::create_dir(project.path().join("workflows")).expect("a folder");
    fs::write(project.path().join("workflows/standard.toml"), workflow).expect("a workflow");
    for folder in FOLDERS {
        fs::create_dir(project.path().join(folder)).expect("a folder");
        fs::write(project.path().join(format!("{folder}/p.md")), PAGES[0]).expect("a page");
        fs::write(project.path().join(format!("{folder}/u.ftl")), STRINGS[0]).expect("strings");
    }
    accept(&project, "es");
    accept(&project, "fr");
    project
}

/// Some program or person does something.
fn act(project: &TempDir, random: &mut Random) {
    let (file, texts) = random.of(&[&("p.md", PAGES), &("q.md", PAGES), &("u.ftl", STRINGS)]);
    let path = project.path().join(random.of(&FOLDERS)).join(file);
    match random.of(&["write", "write", "write", "remove", "accept", "see", "config"]) {
        "write" => fs::write(path, random.of(texts)).expect("written"),
        "remove" => drop(fs::remove_file(path)),
        "accept" => accept(project, random.of(&["es", "fr", "gl"])),
        "see" => see(project),
        _ => {
            let locale = random.of(&["\"es-MX\", ", "none"]);
            let config = CONFIG.replace(locale, "");
            fs::write(project.path().join("hexapla.toml"), config).expect("written");
        }
    }
}

fn session(project: &TempDir) -> Session {
    Session::open(project.path()).expect("a project")
}

/// Everything read at once.
struct Whole {
    loaded: Loaded,
    status: Status,
}

impl Whole {
    fn of(session: &Session) -> Self {
        let loaded = session.load(at()).expect("a project");
        let status = Status::of(&loaded.snapshot);
        Self { loaded, status }
    }

    /// When the sources were first seen that were not yet.
    fn sightings(&self) -> Vec<Fact> {
        sightings(record_seen(&self.loaded.snapshot, &self.status, at(), None, None).facts)
    }

    /// Of each unit in a locale: name, standing, words, whether it is keyed, whether it is its own.
    fn units(
        &self,
        id: &ResourceId,
        locale: &Locale,
    ) -> Vec<(String, Standing, usize, bool, bool)> {
        let Some(units) = self.status.resources.get(id).and_then(|it| it.get(locale)) else {
            return Vec::new();
        };
        let resource = &self.loaded.snapshot.resources[id];
        let unit = |it: &hexapla_engine::UnitStatus| {
            let name = name(resource, locale, it);
            (name, Standing::of(it), it.words, it.key.is_some(), it.inherited.is_none())
        };
        units.iter().map(unit).collect()
    }

    fn places(&self) -> impl Iterator<Item = (&ResourceId, &Locale)> {
        self.status.resources.iter().flat_map(|(id, it)| it.keys().map(move |locale| (id, locale)))
    }
}

fn accept(project: &TempDir, locale: &str) {
    let (session, locale) = (session(project), locale.parse::<Locale>().expect("a tag"));
    let whole = Whole::of(&session);
    let open = |it: Freshness| matches!(it, Freshness::Stale | Freshness::Unverified);
    let units = whole.status.units().filter(|it| *it.1 == locale && open(it.2.freshness));
    let own = units.filter(|it| it.2.inherited.is_none());
    let items: Vec<Item> = own
        .map(|(resource, locale, status)| Item {
            resource: resource.clone(),
            locale: locale.clone(),
            status: status.clone(),
            decision: Decision::Accept {
                text: None,
                state: State::Translated,
                origin: Origin::Human,
            },
        })
        .collect();
    let who = Who { by: "mara".parse().expect("a handle"), at: at() };
    let plan = decide(&whole.loaded.snapshot, &who, &items).expect("a plan");
    session.commit(&plan).expect("recorded");
}

/// Records what was not seen before.
fn see(project: &TempDir) {
    let session = session(project);
    let whole = Whole::of(&session);
    let plan = record_seen(&whole.loaded.snapshot, &whole.status, at(), None, None);
    if !plan.is_empty() {
        session.commit(&plan).expect("recorded");
    }
}

fn sightings(facts: Vec<Fact>) -> Vec<Fact> {
    facts.into_iter().filter(|it| matches!(it, Fact::Seen(_))).collect()
}

/// Addresses and words by what happened to the units and the locale.
type Told = BTreeMap<(String, String), Vec<(String, usize)>>;

/// What two whole readings tell.
fn compared(before: &Whole, now: &Whole) -> Told {
    let mut told = Told::new();
    let mut tell = |what: &str, id: &ResourceId, locale: &Locale, name: &str, words: usize| {
        let units = told.entry((what.to_owned(), locale.to_string())).or_default();
        units.push((format!("{id}#{name}"), words));
    };
    for (id, locale) in now.places() {
        let mut known = before.units(id, locale);
        for (name, standing, words, _, is_own) in now.units(id, locale) {
            if !is_own {
                continue;
            }
            match known.iter().position(|it| it.0 == name && it.1 == standing) {
                Some(at) => drop(known.swap_remove(at)),
                None => tell(standing.label(), id, locale, &name, words),
            }
        }
    }
    for (id, locale) in before.places() {
        let mut left = now.units(id, locale);
        let any_left = !left.is_empty();
        for (name, _, words, is_keyed, is_own) in before.units(id, locale) {
            if !is_own {
                continue;
            }
            match left.iter().position(|it| it.0 == name) {
                Some(at) => drop(left.swap_remove(at)),
                None if !any_left || is_keyed => tell("gone", id, locale, &name, words),
                None => {}
            }
        }
    }
    told
}

/// What two surveys tell.
fn turned(before: &Picture, now: &Picture) -> Told {
    let mut told = Told::new();
    for line in turned::lines([before, now]) {
        let text = |it: &serde_json::Value| it.as_str().expect("text").to_owned();
        let what =
            if line.event == "gone" { "gone".into() } else { text(&line.detail["freshness"]) };
        let units = line.detail["units"].as_array().expect("units").iter();
        let unit = |it: &serde_json::Value| {
            (text(&it["unit"]), it["words"].as_u64().expect("a count") as usize)
        };
        told.insert((what, text(&line.detail["locale"])), units.map(unit).collect());
    }
    told
}

#[test]
fn what_surveys_tell_is_what_whole_readings_tell() {
    let mut events = BTreeMap::<String, usize>::new();
    for seed in 0..10 {
        let (project, mut random) = (project(), Random(seed));
        let first = session(&project);
        let mut held = survey(&first, at(), Survey::default()).expect("a survey");
        let (mut picture, mut whole) = (Picture::of(&held), Whole::of(&first));
        for step in 0..25 {
            for _ in 0..=step % 3 {
                act(&project, &mut random);
            }
            let session = session(&project);
            held = survey(&session, at(), held).expect("a survey");
            let (now, all) = (Picture::of(&held), Whole::of(&session));
            let told = turned(&picture, &now);
            assert_eq!(told, compared(&whole, &all), "seed {seed}, step {step}");
            assert_eq!(
                now.agrees(&picture),
                whole.status == all.status,
                "seed {seed}, step {step}"
            );
            let part = session.read_surveyed(&held, &now.unseen(), at()).expect("a part");
            let seen = record_seen(&part, &Status::of(&part), at(), None, None);
            assert_eq!(sightings(seen.facts), all.sightings(), "seed {seed}, step {step}");
            told.keys().for_each(|(what, _)| *events.entry(what.clone()).or_default() += 1);
            (picture, whole) = (now, all);
        }
    }
    // Nothing of it holds because nothing happened.
    let all = ["current", "gone", "missing", "obsolete", "out-of-order", "stale", "unverified"];
    assert_eq!(events.keys().collect::<Vec<_>>(), all);
}
