//! Where the corpora are, and the laws that every format obeys.

use std::path::PathBuf;

use hexapla_formats::{Edit, FieldRules, Format, extract, merge};

/// The folder of a corpus. A test that needs one is marked `#[ignore]`: without corpora it counts
/// as ignored, and run on its own it fails.
#[allow(dead_code, reason = "not every test needs one")]
pub(crate) fn corpus(name: &str) -> PathBuf {
    let root = std::env::var_os("HEXAPLA_CORPORA").expect("HEXAPLA_CORPORA, see CONTRIBUTING.md");
    let folder = PathBuf::from(root).join(name);
    assert!(folder.is_dir(), "{} is no folder, see CONTRIBUTING.md", folder.display());
    folder
}

/// Every file below a folder with the given extension, sorted.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn files(folder: &std::path::Path, extension: &str) -> Vec<PathBuf> {
    let mut open = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Law 2: merging every unit's own text back gives the same bytes; spans are in order.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn merge_law(format: Format, bytes: &[u8], rules: &FieldRules) -> usize {
    let units = extract(format, bytes, rules).units;
    let mut last = 0;
    for unit in &units {
        assert!(last <= unit.span.start && unit.span.start <= unit.span.end, "{unit:?}");
        last = unit.span.end;
        let mut done = 0;
        for code in &unit.codes {
            assert!(unit.text.get(code.span.clone()).is_some(), "{code:?} in {unit:?}");
            assert!(code.span.start >= done || code.span.end <= done, "{code:?} in {unit:?}");
            done = done.max(code.span.end);
        }
    }
    let edits: Vec<Edit> = units
        .iter()
        .enumerate()
        .map(|(index, unit)| Edit { index, text: unit.text.clone() })
        .collect();
    if !units.is_empty() {
        let merged = merge(format, bytes, &edits, rules).expect("its own texts");
        assert!(merged == bytes, "merging its own texts changed the file");
    }
    units.len()
}

/// Law 2, second half: a new text for one unit changes only that unit's bytes and reads back;
/// every other unit stays what it was.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn put_get_law(
    format: Format,
    bytes: &[u8],
    rules: &FieldRules,
    index: usize,
    text: &str,
) {
    let before = extract(format, bytes, rules).units;
    let edit = Edit { index, text: text.to_owned() };
    let merged = merge(format, bytes, &[edit], rules)
        .unwrap_or_else(|error| panic!("{error}: {text:?} for {:?}", before[index]));
    let span = before[index].span.clone();
    assert_eq!(&merged[..span.start], &bytes[..span.start]);
    assert!(merged.ends_with(&bytes[span.end..]));
    let after = extract(format, &merged, rules).units;
    assert_eq!(after.len(), before.len());
    for (at, (old, new)) in before.iter().zip(&after).enumerate() {
        if at == index {
            assert_eq!(new.text, text);
            assert_ne!(new.fingerprint, old.fingerprint, "{text:?} for {:?}", old.text);
        } else {
            assert_eq!((&new.text, new.fingerprint), (&old.text, old.fingerprint));
        }
    }
}

/// Law 1: each file of a folder yields what `<name>.told` beside it says: how many units it has,
/// and what is told of it, each with its place and hint. Where there is no such file it is made, to be looked at.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn broken_files(
    folder: &std::path::Path,
    read_as: impl Fn(&std::path::Path) -> Option<(Format, FieldRules)>,
) {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|it| it.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        let Some((format, rules)) = read_as(&path) else { continue };
        let bytes = std::fs::read(&path).expect("a file");
        merge_law(format, &bytes, &rules);
        let found = extract(format, &bytes, &rules);
        let text = String::from_utf8_lossy(&bytes);
        let index = hexapla_model::LineIndex::new(text.as_bytes());
        let mut told = format!("{} units\n", found.units.len());
        for it in &found.diagnostics {
            let place = index.position(it.span.start);
            let hint = it.hint.as_deref().unwrap_or("none");
            told.push_str(&format!(
                "{place} {} {}: {}\n  hint: {hint}\n",
                it.severity, it.id, it.message
            ));
        }
        let beside = PathBuf::from(format!("{}.told", path.display()));
        match std::fs::read_to_string(&beside) {
            Ok(expected) => assert_eq!(told, expected, "{}", path.display()),
            Err(_) => {
                std::fs::write(&beside, told).expect("written");
                panic!("{} is new: see whether it is right", beside.display());
            }
        }
    }
}
