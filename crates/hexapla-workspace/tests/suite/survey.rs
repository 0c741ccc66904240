//! What is remembered from run to run never changes an answer.

use std::fs::File;
use std::time::Duration;

use hexapla_engine::Tally;
use hexapla_ledger::{Attested, Fact, KeptText, Origin, Pair, Renamed, Reopened, write};
use hexapla_model::{Locale, State};
use hexapla_workspace::{Session, Survey};

use crate::project::{CONFIG, Project, at};

/// Numbers as chance has it, the same for the same seed.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len() as u64) as usize]
    }
}

/// Everything that a survey says.
fn said(survey: &Survey<Tally>) -> String {
    let kept: Vec<_> = survey.kept().collect();
    format!("{kept:#?} {:#?} {:#?}", survey.problems, survey.ledger_problems)
}

fn from_nothing(session: &Session) -> String {
    said(&session.survey(at(), Survey::default(), |look| look.tally()).expect("a survey"))
}

pub(crate) const FILES: [&str; 9] = [
    "source-content/ui/a.ftl",
    "source-content/ui/b.ftl",
    "translations/de/ui/a.ftl",
    "translations/es/ui/a.ftl",
    "translations/es-MX/ui/a.ftl",
    "source-content/ui/no.txt",
    "source-content/pages/a.md",
    "translations/de/pages/a.md",
    "translations/es/pages/a.md",
];

/// All of one length; to Fluent some are messages, to Markdown one or two blocks.
pub(crate) const TEXTS: [&str; 5] = [
    "one = Hello\ntwo = World\n",
    "one = Hallo\ntwo = Welte\n",
    "one = Holas\ntwo = Mundo\n",
    "one Hello\n\ntwo = World\n",
    "two = World\n\none Hello\n",
];

/// A project whose Spanish is made from the source, or from the German.
pub(crate) fn project(pivoted: bool) -> Project {
    let project = match pivoted {
        true => {
            let pivots = "pivots = { es = \"de\" }\n";
            Project::with_config(&CONFIG.replace("format =", &format!("{pivots}format =")))
        }
        false => Project::new(),
    };
    project.write(FILES[0], TEXTS[0]);
    project
}

/// What some other program, or a person, does to a project.
pub(crate) fn act(project: &Project, random: &mut Random) {
    let file = random.of(&FILES);
    match random.below(11) {
        0..3 => project.write(file, random.of(&TEXTS)),
        3 => drop(std::fs::remove_file(project.path(file))),
        4 => {
            // Another text of the same size in the same file, and its time set back.
            let path = project.path(file);
            let time = path.metadata().and_then(|it| it.modified());
            if let (Ok(time), Ok(open)) = (time, File::options().write(true).open(&path)) {
                project.write(file, random.of(&TEXTS));
                open.set_modified(time).expect("a time");
            }
        }
        5 | 6 => record(project, random),
        7 => damage(project, random),
        8 => {
            let to = random.of(&["source-content/ui/c.ftl", "source-content/ui/b.ftl", file]);
            drop(std::fs::rename(project.path(FILES[0]), project.path(to)));
        }
        9 => {
            let name =
                |random: &mut Random| random.of(&["ui/a", "ui/b", "ui/c"]).parse().expect("a name");
            let (from, to) = (name(random), name(random));
            keep(project, &[Fact::Renamed(Renamed { from, to })]);
        }
        _ => {
            let index = project.path(".hexapla/index");
            let bytes = std::fs::read(&index).unwrap_or_default();
            let half = bytes.len() / 2;
            project.write(".hexapla/index", &bytes[..half]);
        }
    }
}

/// Somebody vouches for every unit of a locale as it is now, or doubts one.
fn record(project: &Project, random: &mut Random) {
    let locale = random.of(&["de", "es"]);
    let id = random.of(&["ui/a", "ui/a", "pages/a"]).parse().expect("a name");
    let snapshot = project.load().snapshot;
    let Some(resource) = snapshot.resources.get(&id) else { return };
    let locale = locale.parse().expect("a tag");
    let mut pairs = Vec::new();
    let mut facts = Vec::new();
    for source in resource.given_units(&locale) {
        let targets = resource.target_units(&locale).iter();
        for target in targets.filter(|it| it.key == source.key) {
            let pair = Pair::new(source.key.clone(), source.fingerprint, target.fingerprint);
            pairs.push(pair);
            let (fingerprint, text) = (source.fingerprint, source.text.clone());
            facts.push(Fact::Text(KeptText { fingerprint, text }));
        }
    }
    let Some(first) = pairs.first().cloned() else { return };
    let by = "mara".parse().expect("a handle");
    let of = locale.clone();
    let said = match random.below(3) {
        0 => {
            Fact::Reopened(Reopened { locale, resource: id, by, at: at(), why: None, pair: first })
        }
        _ => Fact::Attested(Attested {
            locale,
            resource: id,
            by,
            at: at(),
            state: State::Translated,
            origin: Origin::Human,
            confidence: None,
            answers: Vec::new(),
            pairs,
        }),
    };
    if random.below(2) == 0 {
        // As files are that hold much of one locale.
        for file in write(&[said]) {
            let bytes = [only_line(&of).as_bytes(), &file.bytes].concat();
            project.write(&format!("translations/ledger/{of}-{}", file.name), bytes);
        }
    } else {
        facts.push(said);
    }
    keep(project, &facts);
}

fn keep(project: &Project, facts: &[Fact]) {
    for file in write(facts) {
        project.write(&format!("translations/ledger/{}", file.name), file.bytes);
    }
}

/// The first line of a file of one locale.
fn only_line(locale: &Locale) -> String {
    format!("{{\"v\":1,\"only\":\"{locale}\"}}\n")
}

/// A file of the ledger is cut, or removed.
fn damage(project: &Project, random: &mut Random) {
    let Ok(folder) = std::fs::read_dir(project.path("translations/ledger")) else { return };
    let mut files: Vec<_> = folder.filter_map(|it| Some(it.ok()?.path())).collect();
    files.sort();
    if files.is_empty() {
        return;
    }
    let path = &files[random.below(files.len() as u64) as usize];
    if random.below(2) == 0 {
        std::fs::remove_file(path).expect("removed");
    } else {
        let bytes = std::fs::read(path).expect("bytes");
        std::fs::write(path, &bytes[..bytes.len() * 2 / 3]).expect("written");
    }
}

#[test]
fn a_survey_after_another_is_equal_to_one_from_nothing() {
    for seed in 0..12 {
        let (project, mut random) = (project(seed % 2 == 1), Random(seed));
        let session = project.open();
        let mut held = Survey::default();
        for step in 0..40 {
            (0..=random.below(3)).for_each(|_| act(&project, &mut random));
            if seed == 0 && step % 10 == 5 {
                // Longer than the grain of any file system's clock: what follows is trusted unread.
                session.totals(at()).expect("totals");
                std::thread::sleep(Duration::from_millis(2_100));
                session.totals(at()).expect("totals");
                act(&project, &mut random);
            }
            held = session.survey(at(), held, |look| look.tally()).expect("a survey");
            let expected = from_nothing(&session);
            assert_eq!(said(&held), expected, "held, seed {seed}, step {step}");
            let totals = session.totals(at()).expect("totals");
            assert_eq!(said(&totals), expected, "from disk, seed {seed}, step {step}");
        }
    }
}

#[test]
fn where_nothing_can_be_remembered_the_answer_is_the_same() {
    let project = Project::new();
    project.write(FILES[0], TEXTS[0]);
    project.write(".hexapla", "a file where a folder should be");
    let session = project.open();
    let totals = said(&session.totals(at()).expect("totals"));
    assert_eq!(totals, from_nothing(&session));
}
