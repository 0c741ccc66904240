//! A site that has been translated for years becomes a project.

mod support;

use std::process::Command;

use serde_json::{Value, json};
use support::Project;

const RAIN: &str = "---\ntitle: Rain\n---\n\n# Rain\n\nIt rains 40 days a year in the \
    [north](/north).\n\n## Tanks {#tanks}\n\nA tank of 500 litres lasts `two` weeks.\n";
const RAIN_ES: &str = "---\ntitle: Lluvia\n---\n\n# Lluvia\n\nLlueve 40 días al año en el \
    [norte](/north).\n\n## Depósitos {#tanks}\n\nUn depósito de 500 litros dura `two` semanas.\n";
const WELLS: &str = "---\ntitle: Wells\n---\n\n# Wells {#wells}\n\nWe dig 12 wells in `Moyale` \
    each year.\n\nSee [the map](/map) of 2024.\n";
const WELLS_ES: &str = "---\ntitle: Pozos\n---\n\n# Pozos {#wells}\n\nCavamos 12 pozos en \
    `Moyale` cada año.\n\nVea [el mapa](/map) de 2024.\n";
const PUMPS: &str = "---\ntitle: Pumps\n---\n\n# Pumps {#pumps}\n\nA pump lifts 300 litres an \
    hour.\n";

/// A repository that several people write in, a commit a day.
struct Site {
    project: Project,
    day: u64,
}

impl Site {
    fn new() -> Self {
        let empty = tempfile::tempdir().expect("a folder");
        let site = Self { project: Project::copy_of(empty.path()), day: 0 };
        site.git("Amina", &["init", "-q", "-b", "main"]);
        site
    }

    fn git(&self, author: &str, args: &[&str]) -> String {
        let time = format!("{} +0000", 1_700_000_000 + self.day * 86_400);
        let mut command = Command::new("git");
        command.current_dir(self.project.root()).args(args);
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), author);
            command.env(format!("GIT_{role}_EMAIL"), format!("{author}@example.org"));
            command.env(format!("GIT_{role}_DATE"), &time);
        }
        let ran = support::ran(command.output().expect("git runs"));
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
        ran.out
    }

    fn commit(&mut self, author: &str, subject: &str, files: &[(&str, &str)]) {
        self.day += 1;
        for (path, text) in files {
            self.project.write(path, text);
        }
        self.git(author, &["add", "-A"]);
        self.git(author, &["commit", "-q", "-m", subject]);
    }

    fn rename(&mut self, author: &str, from: &str, to: &str) {
        for locale in ["en", "es"] {
            let path = |name: &str| format!("content/{locale}/{name}.md");
            let folder = self.project.path(&path(to));
            std::fs::create_dir_all(folder.parent().expect("a folder")).expect("created");
            self.git(author, &["mv", &path(from), &path(to)]);
        }
        self.commit(author, "move", &[]);
    }

    fn counts(&self, page: &str) -> Value {
        let counts = self.project.counts(page, "es");
        let of = |name: &str| counts[name].as_u64().unwrap_or(0);
        json!([of("current"), of("stale"), of("unverified"), of("missing")])
    }
}

/// Rain is stale since its source changed, wells were updated behind theirs, and pumps wait.
fn site() -> Site {
    let mut site = Site::new();
    site.commit(
        "Amina",
        "write",
        &[("README.md", "A site of water.\n"), ("content/en/rain.md", RAIN)],
    );
    site.commit("Amina", "write of wells", &[("content/en/wells.md", WELLS)]);
    site.commit("Lucía", "translate rain", &[("content/es/rain.md", RAIN_ES)]);
    site.commit("Pau", "translate wells", &[("content/es/wells.md", WELLS_ES)]);
    site.rename("Amina", "wells", "water/wells");
    let wells = WELLS.replace("12 wells", "15 wells");
    site.commit("Bo", "dig more", &[("content/en/water/wells.md", &wells)]);
    let pozos = WELLS_ES.replace("12 pozos", "15 pozos");
    site.commit("Pau", "update wells", &[("content/es/water/wells.md", &pozos)]);
    let rain = RAIN.replace("500 litres", "800 litres");
    site.commit("Bo", "larger tanks", &[("content/en/rain.md", &rain)]);
    let lluvia = RAIN_ES.replace("Llueve", "Aquí llueve");
    site.commit("Lucía", "say where", &[("content/es/rain.md", &lluvia)]);
    site.commit("Amina", "write of pumps", &[("content/en/pumps.md", PUMPS)]);
    site
}

/// The commands that the README gives for a site as it is.
fn commands() -> Vec<Vec<&'static str>> {
    let (_, section) = include_str!("../README.md").split_once("## Your own site").expect("it");
    let (_, block) = section.split_once("```sh\n").expect("commands");
    let (lines, _) = block.split_once("```").expect("their end");
    let words = |line: &'static str| -> Vec<&str> {
        line.split('#').next().into_iter().flat_map(str::split_whitespace).skip(1).collect()
    };
    lines.lines().map(words).collect()
}

#[test]
fn a_site_is_adopted_in_three_commands() {
    let site = site();
    let told: Vec<String> = commands().iter().map(|command| site.project.ok(command)).collect();
    let [init, bootstrap, _] = &told[..] else { panic!("{told:?}") };
    assert!(init.starts_with("pages: content/en/{path}.md, 3 sources; es 2\n"), "{init}");
    assert!(bootstrap.starts_with("0 pages by their mark, 2 by their history: "), "{bootstrap}");

    let pages = site.project.json(&["status", "--by", "resource", "--format", "json"]);
    let name = |end: &str| {
        let rows = pages.as_array().expect("rows");
        let mut named = rows.iter().filter_map(|row| row["resource"].as_str());
        named.find(|it| it.ends_with(end)).expect("a page").to_owned()
    };
    assert_eq!(site.counts(&name("rain")), json!([4, 1, 0, 0]));
    assert_eq!(site.counts(&name("water/wells")), json!([4, 0, 0, 0]));
    assert_eq!(site.counts(&name("pumps")), json!([0, 0, 0, 3]));

    assert_eq!(site.git("Amina", &["diff", "HEAD"]), "");
    let ours =
        ["hexapla.toml", ".hexapla/", ".gitattributes", "workflows/", "translations/ledger/"];
    let added = site.git("Amina", &["status", "--porcelain", "-uall"]);
    for line in added.lines() {
        let path = line.strip_prefix("?? ").expect("nothing but new files");
        assert!(ours.iter().any(|it| path.starts_with(it)), "{path}");
    }
    let again = site.project.ok(&["init", "--bootstrap"]);
    assert!(again.contains(" 0 units inferred"), "{again}");
    assert_eq!(site.git("Amina", &["status", "--porcelain", "-uall"]), added);
}
