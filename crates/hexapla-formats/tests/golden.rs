//! Fingerprints and unit boundaries are versioned together: both are on record for a folder of
//! fixtures, so that no upgrade of a parser changes one unseen.
//!
//! A fixture is read in the dialect of its ending, `.mkdocs.md` in that of MkDocs. Beside each lies
//! what it is read as, a line a unit, and the scheme it was read under.
//! To add a fixture, put it into `golden/` and run this test once with `HEXAPLA_GOLDEN=write`.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use hexapla_formats::{Dialect, FieldRules, Format, SCHEME, extract};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");

const WHAT_TO_DO: &str = "\
a fingerprint or a boundary is not what it was under this scheme, so translations would become
stale for no reason. Where that is a mistake, mend it. Where it is meant: raise `SCHEME` in
`crates/hexapla-formats/src/lib.rs`, see to it that ledgers get `restated` facts for what changed,
and run this test once with HEXAPLA_GOLDEN=write.";

/// What a fixture is read as.
fn reading(path: &Path) -> String {
    let format = match path.extension().and_then(|it| it.to_str()) {
        Some("ftl") => Format::Fluent,
        Some("md" | "mdx") => Format::Markdown,
        Some("toml") => Format::Toml,
        _ => Format::Asset,
    };
    let pattern = |text: &str| text.parse().expect("a pattern");
    let ids = vec![(pattern("items"), "id".to_owned())];
    let name = path.display().to_string();
    let dialect = match name.strip_suffix(".mkdocs.md") {
        Some(_) => Dialect::MkDocs,
        None => Dialect::of_path(&name),
    };
    let rules = FieldRules { include: vec![pattern("*")], ids, dialect, ..FieldRules::default() };
    let bytes = std::fs::read(path).expect("a fixture");
    let mut lines = String::new();
    for unit in extract(format, &bytes, &rules).units {
        let key = unit.key.map_or_else(|| "-".to_owned(), |key| key.to_string());
        let (span, text) = (unit.span, unit.text);
        writeln!(lines, "{} {span:?} {:?} {key} {text:?}", unit.fingerprint, unit.kind)
            .expect("a line");
    }
    lines
}

fn golden(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}.units", path.display()))
}

/// Whether what is on record still holds; `None` where a new record may be written.
fn holds(recorded: Option<&str>, reading: &str) -> Option<Result<(), String>> {
    let (head, lines) = recorded?.split_once('\n')?;
    let scheme: u32 = head.strip_prefix("scheme ")?.parse().ok()?;
    if scheme < SCHEME {
        return None;
    }
    let differ = || {
        let (old, new) = (lines.lines(), reading.lines());
        let first = old.zip(new).find(|(old, new)| old != new);
        let first = first.map(|(old, new)| format!("  was {old}\n  is  {new}\n"));
        format!(
            "{}{WHAT_TO_DO}",
            first.unwrap_or_else(|| "  there are more or fewer units\n".into())
        )
    };
    Some(if scheme == SCHEME && lines == reading { Ok(()) } else { Err(differ()) })
}

#[test]
fn fingerprints_and_boundaries_are_those_on_record() {
    let entries = std::fs::read_dir(FOLDER).expect("a folder");
    let mut fixtures: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
    fixtures.retain(|path| path.extension().is_none_or(|it| it != "units"));
    fixtures.sort();
    let write = std::env::var_os("HEXAPLA_GOLDEN").is_some_and(|it| it == "write");
    let mut units = 0;
    for path in &fixtures {
        let reading = reading(path);
        let recorded = std::fs::read_to_string(golden(path)).ok();
        match holds(recorded.as_deref(), &reading) {
            Some(Ok(())) => {}
            Some(Err(why)) => panic!("{}:\n{why}", path.display()),
            None if write => {
                std::fs::write(golden(path), format!("scheme {SCHEME}\n{reading}"))
                    .expect("written");
            }
            None => panic!(
                "{} is not on record for scheme {SCHEME}: run this test once with \
                 HEXAPLA_GOLDEN=write",
                path.display()
            ),
        }
        units += reading.lines().count();
    }
    println!("{} fixtures, {units} units", fixtures.len());
    assert!(fixtures.len() >= 6 && units > 70, "{} {units}", fixtures.len());
}

#[test]
fn a_change_under_the_same_scheme_is_refused() {
    let record = |scheme: u32| format!("scheme {scheme}\nold\n");
    assert_eq!(holds(Some(&record(SCHEME)), "old\n"), Some(Ok(())));
    let refused = holds(Some(&record(SCHEME)), "new\n").expect("on record");
    let why = refused.expect_err("it changed");
    assert!(why.contains("raise `SCHEME`") && why.contains("`restated`"), "{why}");
    assert!(holds(Some(&record(SCHEME + 1)), "old\n").is_some_and(|it| it.is_err()));
    assert_eq!(holds(Some(&record(SCHEME - 1)), "new\n"), None);
    assert_eq!(holds(None, "new\n"), None);
}
