//! Facts from marks and history.

use std::process::Command;

use hexapla_engine::bootstrap::{Bootstrapped, Evidence, Marks, Note, bootstrap};
use hexapla_engine::{Status, UnitStatus};
use hexapla_ledger::Fact;
use hexapla_model::{Freshness, Progress};
use hexapla_workspace::{Session, history, now};

use crate::project::Project;

const CONFIG: &str = r#"version = 1
name = "Example"
source_locale = "en"
locales = ["es"]

[collections.pages]
format = "markdown"
source = "content/en/{path}.md"
target = "content/{locale}/{path}.md"

[collections.ui]
format = "fluent"
source = "ui/en/{path}.ftl"
target = "ui/{locale}/{path}.ftl"
"#;

const ENGLISH: &str =
    "# Wells {#wells}\n\nWe dig 12 wells in `Moyale` a year.\n\nSee [the map](/map) of 2024.\n";
const EDITED: &str =
    "# Wells {#wells}\n\nWe dig 15 wells in `Moyale` a year.\n\nSee [the map](/map) of 2024.\n";
const SPANISH: &str =
    "# Pozos {#wells}\n\nCavamos 12 pozos en `Moyale` al año.\n\nVea [el mapa](/map) de 2024.\n";

/// A project in a repository, with what a test does to it.
struct Repository {
    project: Project,
    time: std::cell::Cell<u64>,
}

impl Repository {
    fn new() -> Self {
        Self::with_locales(r#""es""#)
    }

    fn with_locales(locales: &str) -> Self {
        let config = CONFIG.replace(r#"["es"]"#, &format!("[{locales}]"));
        let it = Self { project: Project::with_config(&config), time: 1_700_000_000.into() };
        it.git(&["init", "-q", "-b", "main"]);
        it
    }

    fn git(&self, args: &[&str]) -> String {
        let time = format!("{} +0000", self.time.get());
        let output = Command::new("git")
            .current_dir(self.project.root())
            .args([
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@example.org",
                "-c",
                "commit.gpgsign=false",
            ])
            .args(args)
            .envs([("GIT_AUTHOR_DATE", &time), ("GIT_COMMITTER_DATE", &time)])
            .output()
            .expect("git");
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Writes files and commits all; gives the commit's name.
    fn commit(&self, subject: &str, files: &[(&str, &str)]) -> String {
        for (path, text) in files {
            self.project.write(path, text);
        }
        self.time.set(self.time.get() + 86_400);
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", subject]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn bootstrap(&self) -> Bootstrapped {
        let session = Session::open(&self.project.root()).expect("a project");
        let loaded = session.load(now()).expect("readable");
        let (past, store) =
            history(session.root(), &loaded.snapshot, &Progress::default()).expect("a history");
        let found =
            bootstrap(&loaded.snapshot, &past, &store, Marks::Believed, &Progress::default());
        session.commit(&found.plan).expect("committed");
        found
    }

    fn units(&self) -> Vec<UnitStatus> {
        let session = Session::open(&self.project.root()).expect("a project");
        let loaded = session.load(now()).expect("readable");
        let status = Status::of(&loaded.snapshot);
        let mut locales: Vec<UnitStatus> =
            status.resources.into_values().flat_map(|it| it.into_values()).flatten().collect();
        locales.sort_by_key(|it| it.source.start);
        locales
    }

    fn freshness(&self) -> Vec<Freshness> {
        self.units().iter().map(|it| it.freshness).collect()
    }
}

fn marked(commit: &str, text: &str) -> String {
    format!("---\ndefault_lang_commit: {commit}\n---\n\n{text}")
}

const STALE: [Freshness; 3] = [Freshness::Current, Freshness::Stale, Freshness::Current];
const CURRENT: [Freshness; 3] = [Freshness::Current; 3];

#[test]
fn a_mark_names_what_a_page_was_made_from() {
    let it = Repository::new();
    let made_from = it.commit("write", &[("content/en/a.md", ENGLISH)]);
    let changed = it.commit("dig more", &[("content/en/a.md", EDITED)]);
    it.commit("translate", &[("content/es/a.md", &marked(&made_from, SPANISH))]);
    let found = it.bootstrap();
    assert!(found.pages.values().all(|page| page.basis.evidence == Evidence::Mark));
    assert_eq!(it.freshness(), STALE);
    let session = Session::open(&it.project.root()).expect("a project");
    let loaded = session.load(now()).expect("readable");
    let unit = &it.units()[1];
    let id = loaded.snapshot.resources.keys().next().expect("a page");
    let from = unit.made_from.clone().expect("made from");
    let to = loaded.snapshot.resources[id].source_units()[1].fingerprint.into();
    let steps = loaded.snapshot.ledger.steps(id, None, &from, &to);
    assert_eq!(steps[0].revision.as_deref(), Some(changed.as_str()));
    assert_eq!(steps[0].reason.as_deref(), Some("dig more"));
    assert_eq!(unit.changed_at.map(|it| it.as_seconds()), Some(1_700_000_000 + 2 * 86_400));
}

#[test]
fn a_mark_of_the_newest_source_leaves_nothing_stale() {
    let it = Repository::new();
    it.commit("write", &[("content/en/a.md", ENGLISH)]);
    let newest = it.commit("dig more", &[("content/en/a.md", EDITED)]);
    it.commit("translate", &[("content/es/a.md", &marked(&newest, &SPANISH.replace("12", "15")))]);
    it.bootstrap();
    assert_eq!(it.freshness(), CURRENT);
}

#[test]
fn repeating_it_changes_nothing() {
    let it = Repository::new();
    it.commit("write", &[("content/en/a.md", ENGLISH)]);
    it.commit("translate", &[("content/es/a.md", SPANISH)]);
    it.commit("dig more", &[("content/en/a.md", EDITED)]);
    assert!(!it.bootstrap().plan.is_empty());
    assert!(it.bootstrap().plan.is_empty());
    let changed = it.git(&["status", "--porcelain", "-uall"]);
    let ours = |line: &str| line.contains("translations/ledger/") || line.contains(".hexapla/");
    assert!(changed.lines().all(ours), "{changed}");
}

#[test]
fn without_a_mark_history_tells() {
    let it = Repository::new();
    it.commit("write", &[("content/en/a.md", ENGLISH)]);
    it.commit("translate", &[("content/es/a.md", SPANISH)]);
    it.commit("dig more", &[("content/en/a.md", EDITED)]);
    it.commit("correct a word", &[("content/es/a.md", &SPANISH.replace("Pozos", "Los pozos"))]);
    let found = it.bootstrap();
    assert!(found.pages.values().all(|page| page.basis.evidence == Evidence::History));
    assert_eq!(it.freshness(), STALE);
}

#[test]
fn a_translation_that_follows_is_current() {
    let it = Repository::new();
    it.commit("write", &[("content/en/a.md", ENGLISH)]);
    it.commit("translate", &[("content/es/a.md", SPANISH)]);
    it.commit("dig more", &[("content/en/a.md", EDITED)]);
    it.commit("update", &[("content/es/a.md", &SPANISH.replace("12", "15"))]);
    it.bootstrap();
    assert_eq!(it.freshness(), CURRENT);
}

#[test]
fn a_page_is_followed_through_its_names() {
    let it = Repository::new();
    it.commit("write", &[("content/en/a.md", ENGLISH)]);
    it.commit("translate", &[("content/es/a.md", SPANISH)]);
    it.commit("dig more", &[("content/en/a.md", EDITED)]);
    for locale in ["en", "es"] {
        std::fs::create_dir_all(it.project.path(&format!("content/{locale}/water"))).expect("made");
        let (from, to) = (format!("content/{locale}/a.md"), format!("content/{locale}/water/a.md"));
        it.git(&["mv", &from, &to]);
    }
    it.commit("move", &[]);
    it.bootstrap();
    assert_eq!(it.freshness(), STALE);
}

#[test]
fn a_mark_without_its_commit_is_told_and_history_used() {
    let it = Repository::new();
    it.commit("write", &[("content/en/a.md", ENGLISH)]);
    let nothing = "0123456789abcdef0123456789abcdef01234567";
    it.commit("translate", &[("content/es/a.md", &marked(nothing, SPANISH))]);
    let found = it.bootstrap();
    assert_eq!(found.notes, [("content/es/a.md".to_owned(), Note::NoCommit(nothing.to_owned()))]);
    assert_eq!(it.freshness(), CURRENT);
}

#[test]
fn of_two_marks_the_later_counts_and_both_are_told() {
    let it = Repository::new();
    let first = it.commit("write", &[("content/en/a.md", ENGLISH)]);
    let later = it.commit("dig more", &[("content/en/a.md", EDITED)]);
    let page =
        format!("---\ndefault_lang_commit: {first}\nsourceCommit: {later}\n---\n\n{SPANISH}");
    it.commit("translate", &[("content/es/a.md", &page.replace("12", "15"))]);
    let found = it.bootstrap();
    assert!(matches!(found.notes[..], [(_, Note::Conflict(..))]), "{:?}", found.notes);
    assert_eq!(it.freshness(), CURRENT);
}

#[test]
fn a_merged_branch_is_read_commit_by_commit() {
    let it = Repository::new();
    it.commit("write", &[("content/en/a.md", ENGLISH)]);
    it.git(&["checkout", "-q", "-b", "es"]);
    it.commit("translate", &[("content/es/a.md", SPANISH)]);
    it.git(&["checkout", "-q", "main"]);
    it.commit("dig more", &[("content/en/a.md", EDITED)]);
    it.git(&["merge", "-q", "--no-ff", "-m", "merge", "es"]);
    it.bootstrap();
    assert_eq!(it.freshness(), STALE);
}

#[test]
fn a_page_in_another_language_is_told_and_not_attested() {
    let it = Repository::new();
    let long = format!(
        "# Wells {{#wells}}\n\n{}\n",
        "These are the words of a page that nobody has translated so far. ".repeat(20)
    );
    let made_from = it.commit("write", &[("content/en/a.md", &long)]);
    it.commit(
        "copy",
        &[("content/es/a.md", &marked(&made_from, &long.replace("so far", "at all")))],
    );
    let found = it.bootstrap();
    assert!(matches!(found.notes[..], [(_, Note::OtherLanguage(_))]), "{:?}", found.notes);
    assert!(found.plan.is_empty());
}

#[test]
fn a_shallow_clone_is_no_error() {
    let it = Repository::new();
    it.commit("write", &[("content/en/a.md", ENGLISH)]);
    it.commit("translate", &[("content/es/a.md", SPANISH)]);
    it.commit("say", &[("README.md", "hello\n")]);
    let folder = tempfile::tempdir().expect("a folder");
    let from = format!("file://{}", it.project.root().display());
    let to = folder.path().join("clone");
    it.git(&["clone", "-q", "--depth", "1", &from, &to.to_string_lossy()]);
    let session = Session::open(&to).expect("a project");
    let loaded = session.load(now()).expect("readable");
    let (past, store) =
        history(session.root(), &loaded.snapshot, &Progress::default()).expect("a history");
    assert!(past.is_shallow);
    let found = bootstrap(&loaded.snapshot, &past, &store, Marks::Believed, &Progress::default());
    assert!(found.plan.is_empty());
    assert_eq!(found.notes, [("content/es/a.md".to_owned(), Note::Shallow)]);
}

#[test]
fn words_of_the_source_are_missing_and_equal_code_is_current() {
    let it = Repository::new();
    let page = "# Wells\n\nWe dig 12 wells in `Moyale` a year.\n\n```sh\ndig --deep 12\n```\n";
    let text = "We dig 12 wells in `Moyale` a year.";
    let made_from = it.commit("write", &[("content/en/a.md", page)]);
    let half = page.replace(text, "Cavamos 12 pozos en `Moyale` al año.");
    it.commit("translate", &[("content/es/a.md", &marked(&made_from, &half))]);
    it.bootstrap();
    assert_eq!(it.freshness(), [Freshness::Missing, Freshness::Current, Freshness::Current]);
}

#[test]
fn words_of_the_present_source_are_missing() {
    let it = Repository::new();
    let made_from = it.commit("write", &[("content/en/a.md", ENGLISH)]);
    it.commit("dig more", &[("content/en/a.md", EDITED)]);
    let half = SPANISH
        .replace("Cavamos 12 pozos en `Moyale` al año.", "We dig 15 wells in `Moyale` a year.");
    it.commit("translate", &[("content/es/a.md", &marked(&made_from, &half))]);
    it.bootstrap();
    assert_eq!(it.freshness(), [Freshness::Current, Freshness::Missing, Freshness::Current]);
}

#[test]
fn a_glossary_that_is_sorted_anew_stands_in_order() {
    let it = Repository::new();
    let entry =
        |(id, title, text): &(&str, &str, &str)| format!("## {title} {{#{id}}}\n\n{text}\n\n");
    let english = [
        ("bucket", "Bucket", "Holds 20 litres, see [buckets](/bucket)."),
        ("pump", "Pump", "Lifts 300 litres an hour, see [pumps](/pump)."),
        ("well", "Well", "Is 12 metres deep, see [wells](/well)."),
        ("yard", "Yard", "Lies around it for 4 metres, see [yards](/yard)."),
    ];
    let mut spanish = [
        ("bucket", "Cubo", "Contiene 20 litros, vea [cubos](/bucket)."),
        ("pump", "Bomba", "Sube 300 litros por hora, vea [bombas](/pump)."),
        ("well", "Pozo", "Tiene 12 metros de hondo, vea [pozos](/well)."),
        ("yard", "Patio", "Lo rodea por 4 metros, vea [patios](/yard)."),
    ];
    spanish.sort_by_key(|it| it.1);
    let page = |entries: &[(&str, &str, &str)]| entries.iter().map(entry).collect::<String>();
    let made_from = it.commit("write", &[("content/en/a.md", &page(&english))]);
    it.commit("translate", &[("content/es/a.md", &marked(&made_from, &page(&spanish)))]);
    let found = it.bootstrap();
    assert!(found.plan.facts.iter().any(|fact| matches!(fact, Fact::Placed(_))));
    let units = it.units();
    assert!(units.iter().all(|it| it.freshness == Freshness::Current), "{units:#?}");
    assert!(units.iter().all(|it| it.in_order), "{units:#?}");
    assert!(it.bootstrap().plan.is_empty());
}

/// Pages whose sources changed in a word, and whose translations then changed in another, all at
/// once.
fn changed_at_once(count: usize) -> Vec<Freshness> {
    let it = Repository::new();
    let all = |locale: &str, text: &str| {
        let name = |at| (format!("content/{locale}/{at}.md"), format!("{text}\nOf page {at}.\n"));
        let files: Vec<(String, String)> = (0..count).map(name).collect();
        files
    };
    let commit = |subject: &str, files: &[(String, String)]| {
        let files: Vec<_> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
        it.commit(subject, &files);
    };
    commit("write", &all("en", ENGLISH));
    for file in all("es", SPANISH) {
        commit("translate", &[file]);
    }
    commit("say it better", &all("en", &ENGLISH.replace("We dig", "They drill")));
    commit("spell it better", &all("es", &SPANISH.replace("Vea", "Véase")));
    it.bootstrap();
    it.freshness()
}

#[test]
fn a_change_of_many_pages_at_once_follows_no_source() {
    let stale = |of: &[Freshness]| of.iter().filter(|it| **it == Freshness::Stale).count();
    assert_eq!(stale(&changed_at_once(21)), 21);
    assert_eq!(stale(&changed_at_once(20)), 0);
}

#[test]
fn of_short_pages_only_those_that_share_something_are_attested() {
    let it = Repository::new();
    it.commit("write", &[("content/en/a.md", "# Wells\n\nWe dig [12 wells](/wells).\n")]);
    it.commit("translate", &[("content/es/a.md", "# Pozos\n\nCavamos [12 pozos](/wells).\n")]);
    it.commit("write", &[("content/en/b.md", "# Rain\n\nIt falls in May.\n")]);
    it.commit("translate", &[("content/es/b.md", "# Lluvia\n\nCae en mayo.\n")]);
    let found = it.bootstrap();
    let attested: Vec<usize> = found.pages.values().map(|page| page.attested).collect();
    assert_eq!(attested, [2, 0]);
}

#[test]
fn messages_are_paired_by_key_and_follow_by_key() {
    let it = Repository::new();
    let english = "dig = Dig a well\nfill = Fill the bucket\nok = OK\n";
    let spanish = "fill = Llena el cubo\ndig = Cava un pozo\nok = OK\n";
    it.commit("write", &[("ui/en/a.ftl", english)]);
    it.commit("translate", &[("ui/es/a.ftl", spanish)]);
    it.commit("say more", &[("ui/en/a.ftl", &english.replace("a well", "a deep well"))]);
    it.commit("correct", &[("ui/es/a.ftl", &spanish.replace("el cubo", "un cubo"))]);
    it.bootstrap();
    assert_eq!(it.freshness(), [Freshness::Stale, Freshness::Current, Freshness::Missing]);
}

#[test]
fn a_mark_of_a_patched_page_counts_for_less() {
    let it = Repository::with_locales(r#""es", "fr""#);
    let made_from = it.commit("write", &[("content/en/a.md", ENGLISH)]);
    it.commit("dig more", &[("content/en/a.md", EDITED)]);
    let patched = format!("{made_from} # patched");
    it.commit(
        "translate",
        &[
            ("content/es/a.md", &marked(&patched, SPANISH)),
            ("content/fr/a.md", &marked(&made_from, SPANISH)),
        ],
    );
    let found = it.bootstrap();
    let sure: Vec<f32> = found.pages.values().map(|page| page.basis.confidence).collect();
    assert_eq!(sure.len(), 2);
    assert!(sure[0] < sure[1], "{sure:?}");
    assert!(found.pages.values().all(|page| page.basis.evidence == Evidence::Mark));
    assert_eq!(it.freshness().iter().filter(|it| **it == Freshness::Stale).count(), 2);
}
