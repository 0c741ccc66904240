//! The room has words of its own for everything that the checks find and that people are refused for, and says
//! in English what the command line says. A phrase is found where it is written: `phrase!("…", …)`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hexapla_model::{Phrase, PhraseValue};
use hexapla_review::{tell, told};

/// A phrase as it stands in the code: its English, and the names of its values.
type Written = (String, Vec<String>);

/// Every phrase in the code of the crates, and a file that it stands in.
fn written() -> BTreeMap<Written, String> {
    let mut all = BTreeMap::new();
    for path in code() {
        let text = std::fs::read_to_string(&path).expect("text");
        let text = text.split("#[cfg(test)]\nmod tests {").next().expect("a part");
        for (at, start) in text.match_indices("phrase!(") {
            let is_name = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if let Some(phrase) = phrase(&text[at + start.len()..]).filter(|_| !is_name) {
                all.entry(phrase).or_insert_with(|| path.clone());
            }
        }
    }
    all
}

/// The files of the crates, but for the one that says what a phrase is.
fn code() -> Vec<String> {
    fn add(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.to_str().expect("text").to_owned();
            if path.is_dir() {
                add(&path, found);
            } else if name.ends_with(".rs") && !name.ends_with("hexapla-model/src/phrase.rs") {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates");
    for entry in std::fs::read_dir(crates).expect("a folder") {
        add(&entry.expect("an entry").path().join("src"), &mut found);
    }
    found
}

/// What the arguments of the macro say: a literal, then `name` or `name = value`.
fn phrase(arguments: &str) -> Option<Written> {
    let mut rest = arguments.trim_start().strip_prefix('"')?.chars();
    let mut english = String::new();
    loop {
        match rest.next()? {
            '"' => break,
            '\\' => match rest.next()? {
                '\n' => rest = rest.as_str().trim_start().chars(),
                it @ ('"' | '\\' | '\'') => english.push(it),
                other => panic!("`\\{other}` in `{english}`: write the character itself"),
            },
            other => english.push(other),
        }
    }
    let (mut names, mut depth, mut fresh) = (Vec::new(), 0, false);
    let mut rest = rest.as_str();
    while let Some(c) = rest.chars().next() {
        match c {
            ')' | ']' | '}' if depth == 0 => break,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && c.is_alphabetic() => {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').expect("an end");
                names.push(rest[..end].to_owned());
                fresh = false;
            }
            _ => {}
        }
        rest = &rest[c.len_utf8()..];
    }
    Some((english, names))
}

#[test]
fn every_phrase_has_its_words_and_every_word_its_phrase() {
    let written = written();
    let in_code: BTreeSet<&str> = written.keys().map(|it| it.0.as_str()).collect();
    let in_room: BTreeSet<&str> = told().collect();
    let without: Vec<_> = written.iter().filter(|it| !in_room.contains(&*it.0.0)).collect();
    assert!(without.is_empty(), "findings.ftl or refusals.ftl lacks: {without:#?}");
    let unused: Vec<_> = in_room.difference(&in_code).collect();
    assert!(unused.is_empty(), "no code says: {unused:#?}");
}

#[test]
fn the_room_says_in_english_what_the_command_line_says_and_in_all_languages_all_of_it() {
    let room = |name: &str| format!("{}/source-content/ui/{name}", env!("CARGO_MANIFEST_DIR"));
    let strings = ["findings.ftl", "refusals.ftl"]
        .map(|it| std::fs::read_to_string(room(it)).expect("text"))
        .concat();
    for ((english, names), path) in written() {
        let english: &'static str = english.leak();
        let with = |number: u64| {
            let value = |name: &String| {
                let name: &'static str = name.clone().leak();
                match strings.contains(&format!("NUMBER(${name})")) {
                    true => (name, PhraseValue::from(number)),
                    false => (name, PhraseValue::from(format!("«{name}»"))),
                }
            };
            Phrase::new(english, names.iter().map(value).collect())
        };
        // Some English is said of some numbers only.
        let says_so = |number: &u64| {
            let phrase = with(*number);
            let said = tell("en", &phrase).expect("words");
            said.replace(['\u{2068}', '\u{2069}'], "") == phrase.to_string()
        };
        assert!([3, 1, 0].iter().any(says_so), "{path}: {}", with(3));
        for tag in ["en", "ar", "de", "es", "fr"] {
            for number in [0, 1, 2, 3, 11, 100, 1234] {
                let said = tell(tag, &with(number)).expect("words");
                assert!(!said.contains("{$") && !said.trim().is_empty(), "{tag}: {said}");
            }
        }
    }
}

/// What a check says in English alone would be told to everybody so.
#[test]
fn checks_say_nothing_in_english_alone() {
    let is_check = |it: &&String| {
        it.contains("hexapla-checks/src/") || it.contains("hexapla-engine/src/checks/")
    };
    for path in code().iter().filter(is_check) {
        let text = std::fs::read_to_string(path).expect("text");
        // A finding that is only looked up says nothing.
        let text = text.replace("Phrase::in_english(\"\")", "");
        for plain in ["in_english(", "message.into()", "hint.into()", "\".into()"] {
            assert!(!text.contains(plain), "{path}: `{plain}`");
        }
    }
}
