//! Sites as generators and hands lay them out are taken over in one command.
//!
//! Each file in `tests/sites` is a site: its files after lines of `--- path`, and after `===` what
//! has to be found. `SITES=write` writes the latter.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use hexapla_model::Locale;
use hexapla_workspace::{Session, init};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::project::{at, write};

/// Every file below a folder, with its bytes.
fn files(folder: &Path, root: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, root, found);
        } else {
            let name = path.strip_prefix(root).expect("within").to_string_lossy().into_owned();
            found.insert(name, std::fs::read(&path).expect("a file"));
        }
    }
}

/// What `init` makes of the files: locales, then each collection with its layout, units of the
/// source and, for each locale, of the targets.
fn found(site: &[(&str, &str)]) -> String {
    let folder = TempDir::new().expect("a folder");
    let root = folder.path();
    for (path, text) in site {
        write(&root.join(path), text);
    }
    let mut before = BTreeMap::new();
    files(root, root, &mut before);
    let done = match init(root, "Site", None, &[]) {
        Ok(done) => done,
        Err(error) => {
            let mut after = BTreeMap::new();
            files(root, root, &mut after);
            assert_eq!(after, before, "nothing is written");
            return format!("{error}\nhint: {}\n", error.hint().expect("a hint"));
        }
    };
    let mut after = BTreeMap::new();
    files(root, root, &mut after);
    for path in &done.written {
        assert!(after.remove(path).is_some(), "{path} is written");
    }
    after.remove(".hexapla/.gitignore");
    assert_eq!(after, before, "every other file is as it was");

    let session = Session::open(root).expect("the config that was written is one");
    let config = session.config();
    let loaded = session.load(at()).expect("readable");
    let problems: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
    let mut text = done.seen.iter().fold(String::new(), |mut text, line| {
        writeln!(text, "> {line}").expect("text");
        text
    });
    for (name, one) in &config.collections {
        let locales: Vec<&str> = one.locales.iter().map(Locale::as_str).collect();
        let (source, target) = (one.source.as_str(), one.target.as_str());
        writeln!(text, "{name}: {} -> {}", one.source_locale, locales.join(" ")).expect("text");
        writeln!(text, "  {source}\n  {target}").expect("text");
        if !one.exclude.is_empty() {
            writeln!(text, "  without {}", one.exclude.join(" ")).expect("text");
        }
        let mut units: BTreeMap<&str, usize> = BTreeMap::new();
        let mut resources = 0;
        for (id, resource) in &loaded.snapshot.resources {
            if id.collection() != name {
                continue;
            }
            let source = resource.source.as_ref().expect("every target has a source");
            resources += 1;
            *units.entry("").or_default() += source.units().len();
            for (locale, target) in &resource.targets {
                *units.entry(locale.as_str()).or_default() += target.units().len();
            }
        }
        let units: Vec<String> =
            units.iter().map(|(locale, n)| format!("{locale} {n}").trim().to_owned()).collect();
        assert!(!units.is_empty(), "{name} holds nothing");
        writeln!(text, "  resources {resources}, units {}", units.join(", ")).expect("text");
    }
    text
}

#[test]
fn sites_are_taken_over_as_they_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut paths: Vec<_> =
        std::fs::read_dir(&folder).expect("sites").map(|it| it.expect("an entry").path()).collect();
    paths.sort();
    assert!(paths.len() >= 20, "{} sites", paths.len());
    let mut failed = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("a site");
        let (site, expected) = text.split_once("===\n").expect("a line `===`");
        let site: Vec<(&str, &str)> = site
            .split("--- ")
            .skip(1)
            .map(|it| it.split_once('\n').expect("a path in a line of its own"))
            .collect();
        let found = found(&site);
        if std::env::var_os("SITES").is_some_and(|it| it == "write") {
            let files: String = site.iter().fold(String::new(), |mut all, (path, text)| {
                write!(all, "--- {path}\n{text}").expect("text");
                all
            });
            std::fs::write(&path, format!("{files}===\n{found}")).expect("written");
        } else if found != expected {
            failed.push(format!("{}\n{found}\nexpected\n{expected}", path.display()));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// A path of a site, of names that mean something and names that do not.
fn path() -> impl Strategy<Value = String> {
    let folder = prop::sample::select(vec![
        "en", "es", "it", "pt-br", "zh_CN", "docs", "content", "i18n", "locales", "vendor", "x",
    ]);
    let name = prop::sample::select(vec![
        "a", "index", "es", "en", "a.es", "a.en", "a_es", "a_pt_BR", "b.it", "messages",
    ]);
    let ending = prop::sample::select(vec!["md", "mdx", "ftl", "json", "yml", "toml", "vtt"]);
    (prop::collection::vec(folder, 0..4), name, ending).prop_map(|(folders, name, ending)| {
        let folders: String = folders.iter().map(|it| format!("{it}/")).collect();
        format!("{folders}{name}.{ending}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever a folder looks like, the config that is written is the one that was told of, can be
    /// opened, and puts no file into two collections.
    #[test]
    fn any_site_is_taken_over_or_left_alone(
        paths in prop::collection::vec(path(), 0..14),
        config in prop::option::of(0..3_usize),
        wanted in any::<bool>(),
    ) {
        let folder = TempDir::new().expect("a folder");
        let configs = ["mkdocs.yml", "hugo.toml", "docusaurus.config.js"];
        for path in paths.iter().map(String::as_str).chain(config.map(|it| configs[it])) {
            write(&folder.path().join(path), "");
        }
        let locales: Vec<Locale> = if wanted { vec!["es".parse().expect("a tag")] } else { vec![] };
        match init(folder.path(), "Site", None, &locales) {
            Err(error) => {
                // The one locale that is asked for may be what the source is taken for.
                let own = error.to_string().contains("taken for `es`; `--source` says otherwise");
                prop_assert!(!wanted || own, "{error}");
                prop_assert!(!folder.path().join("hexapla.toml").exists());
            }
            Ok(done) => {
                let session = Session::open(folder.path()).expect("a project");
                let loaded = session.load(at()).expect("readable");
                let twice = |it: &&hexapla_workspace::Problem| it.message.contains("two collections");
                prop_assert_eq!(loaded.problems.iter().find(twice), None);
                let told = |name: &String| {
                    done.seen.iter().any(|it| it.starts_with(&format!("{name}: ")))
                };
                let is_example = !done.seen.iter().any(|it| it.contains(" source"));
                prop_assert!(is_example || session.config().collections.keys().all(told));
            }
        }
    }
}
