//! Where the corpora are, and the laws that every format obeys.

use std::path::PathBuf;

use hexapla_formats::{Edit, FieldRules, Format, extract, merge};
use hexapla_model::Unit;

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
            let hint = it.hint.as_ref().map_or("none".to_owned(), ToString::to_string);
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

/// Law 1: whatever a file was cut to or damaged into, it is read, and its own texts merge.
///
/// Of a long file not every beginning is looked at. Each of `damages` is a place and the byte that
/// comes there.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn damaged(format: Format, text: &str, rules: &FieldRules, damages: &[(usize, u8)]) {
    let mut bytes = text.as_bytes().to_vec();
    for (at, byte) in damages {
        let at = at % bytes.len();
        bytes[at] = *byte;
    }
    merge_law(format, &bytes, rules);
}

/// Law 1 of every beginning and every end of a file.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn cut(format: Format, text: &str, rules: &FieldRules) {
    for at in 0..=text.len() {
        merge_law(format, &text.as_bytes()[..at], rules);
        merge_law(format, &text.as_bytes()[at..], rules);
    }
}

/// The source's units of the given keys put into the target, each text as `new` has it.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn filled(
    format: Format,
    source: &str,
    target: &str,
    rules: &FieldRules,
    new: impl Fn(&hexapla_model::Unit) -> Option<String>,
) -> Result<String, hexapla_formats::MergeError> {
    let all = extract(format, source.as_bytes(), rules).units;
    let there = extract(format, target.as_bytes(), rules).units;
    let pair = |(at, unit): (usize, &hexapla_model::Unit)| {
        Some((at, there.iter().position(|it| it.key == unit.key)?))
    };
    let pairs: Vec<(usize, usize)> = all.iter().enumerate().filter_map(pair).collect();
    let insertion = |(source_index, unit): (usize, &hexapla_model::Unit)| {
        Some(hexapla_formats::Insertion { source_index, text: new(unit)?, form: None })
    };
    let new: Vec<_> = all.iter().enumerate().filter_map(insertion).collect();
    let bytes =
        hexapla_formats::insert(format, source.as_bytes(), target.as_bytes(), &pairs, &new, rules)?;
    Ok(String::from_utf8(bytes).expect("text"))
}

/// What is wrong with a text, each with its place.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn told(format: Format, text: &str, rules: &FieldRules) -> Vec<String> {
    let found = extract(format, text.as_bytes(), rules).diagnostics;
    let index = hexapla_model::LineIndex::new(text);
    let told = |it: &hexapla_model::Diagnostic| {
        format!("{} {}: {}", index.position(it.span.start), it.id, it.message)
    };
    found.iter().map(told).collect()
}

/// Units by their keys, with their texts.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn named(units: &[Unit]) -> Vec<(&str, &str)> {
    units.iter().map(|it| (it.key.as_ref().map_or("-", |key| key.as_str()), &*it.text)).collect()
}

/// Law 5: a text put in, taken out or changed changes no other. `of` makes a file of the texts whose
/// places are kept. Gives how many units there are of all, and of all but the one at `at`.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn law_5(
    read: impl Fn(&str) -> Vec<Unit>,
    (texts, at): (&[String], usize),
    of: impl Fn(&dyn Fn(usize) -> bool, &[String]) -> String,
) -> (usize, usize) {
    let all = read(&of(&|_| true, texts));
    let without = read(&of(&|it| it != at, texts));
    let alone = read(&of(&|it| it == at, texts));
    assert_eq!(all.len(), without.len() + alone.len());
    let print = |unit: &Unit| (unit.key.clone(), unit.text.clone(), unit.fingerprint);
    for unit in without.iter().chain(&alone) {
        assert!(all.iter().any(|it| print(it) == print(unit)), "{unit:?}");
    }
    let mut changed = texts.to_vec();
    changed[at].push_str(" changed");
    let changed = read(&of(&|_| true, &changed));
    assert_eq!(changed.iter().zip(&all).filter(|(a, b)| print(a) != print(b)).count(), 1);
    (all.len(), without.len())
}

/// Whatever part of a catalogue is there, the rest can be filled in, with the line ends that it has.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn fill_law(
    format: Format,
    rules: &FieldRules,
    (whole, there): (&str, &str),
    crlf: bool,
) {
    let read = |text: &str| extract(format, text.as_bytes(), rules).units;
    let present = read(there);
    let after = filled(format, whole, there, rules, |unit| {
        present.iter().all(|it| it.key != unit.key).then(|| format!("{}+", unit.text))
    });
    let after = after.expect("filled");
    let plus = |unit: &Unit| (unit.key.clone(), unit.text.trim_end_matches('+').to_owned());
    let all = |text: &str| read(text).iter().map(plus).collect::<Vec<_>>();
    assert_eq!(all(&after), all(whole));
    assert!(!crlf || !after.replace("\r\n", "").contains('\n'));
}
