//! That `docs/checks.md` has a section for each check, whose bad example is found and whose good one
//! is not.

use std::collections::BTreeMap;

use hexapla_checks::{
    CHECKS, Profile, Profiles, consistency, critical, critical_tokens, fix, max_length, pair,
    too_long,
};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::Unit;

const PAGE: &str = include_str!("../../../docs/checks.md");

/// The texts of an example, source and target one after the other.
struct Example {
    format: Format,
    /// The locale and the unit of each text.
    texts: Vec<(String, Unit)>,
}

#[derive(Default)]
struct Section {
    bad: Vec<Example>,
    good: Vec<Example>,
}

fn sections() -> BTreeMap<String, Section> {
    let mut sections: BTreeMap<String, Section> = BTreeMap::new();
    let (mut name, mut is_bad) = (String::new(), false);
    let mut lines = PAGE.lines();
    while let Some(line) = lines.next() {
        if let Some(id) = line.strip_prefix("## `").and_then(|it| it.strip_suffix('`')) {
            name = id.to_owned();
            sections.entry(name.clone()).or_default();
        } else if line.starts_with("## ") {
            name.clear();
        } else if line == "Bad:" || line == "Good:" {
            is_bad = line == "Bad:";
        } else if let Some(language) = line.strip_prefix("```") {
            let body: Vec<&str> = lines.by_ref().take_while(|it| *it != "```").collect();
            // What stands in a config is no example.
            let section = sections.get_mut(&name).filter(|_| language != "toml");
            let Some(section) = section else { continue };
            let examples = if is_bad { &mut section.bad } else { &mut section.good };
            examples.push(example(language, &body));
        }
    }
    sections
}

fn example(language: &str, lines: &[&str]) -> Example {
    let rules = FieldRules::default();
    let named = |unit: Unit| (unit.key.as_ref().map(ToString::to_string).unwrap_or_default(), unit);
    if language == "json" {
        let units = extract(Format::Json, lines.join("\n").as_bytes(), &rules).units;
        return Example { format: Format::Json, texts: units.into_iter().map(named).collect() };
    }
    let mut texts = Vec::new();
    let mut comment = String::new();
    for line in lines {
        if line.starts_with('#') {
            comment = format!("{line}\n");
            continue;
        }
        let file = format!("{}{}\n", std::mem::take(&mut comment), unescaped(line));
        texts.extend(extract(Format::Fluent, file.as_bytes(), &rules).units.into_iter().map(named));
    }
    Example { format: Format::Fluent, texts }
}

/// `\u{200b}` as the character.
fn unescaped(line: &str) -> String {
    let mut parts = line.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("a closing brace");
        let code = u32::from_str_radix(code, 16).expect("a number");
        out.push(char::from_u32(code).expect("a character"));
        out.push_str(rest);
    }
    out
}

/// What is found in an example.
fn found(example: &Example) -> Vec<&'static str> {
    assert!(example.texts.len() >= 2 && example.texts.len().is_multiple_of(2), "pairs");
    let mut ids = Vec::new();
    for texts in example.texts.chunks(2) {
        let (source, target) = (&texts[0].1, &texts[1].1);
        let profiles =
            [&texts[0].0, &texts[1].0].map(|tag| Profile::of(&tag.parse().expect("a tag")));
        let profiles = Profiles { source: &profiles[0], target: &profiles[1] };
        ids.extend(pair(source, target, profiles).iter().map(|it| it.id));
        let long = max_length(source, target).map(|most| too_long(target, most));
        ids.extend(long.iter().flatten().map(|it| it.id));
        ids.extend(critical(&critical_tokens(&source.text), target).iter().map(|it| it.id));
        if let Some(fixed) = fix(source, target, profiles) {
            let fixed = Unit { text: fixed.text, ..target.clone() };
            let left = pair(source, &fixed, profiles);
            assert!(left.len() < pair(source, target, profiles).len(), "{left:?}");
        }
    }
    let text = |unit: &Unit| unit.text.split_once('=').map(|it| it.1.trim().to_owned());
    let texts: Vec<_> = example.texts.iter().filter_map(|(_, unit)| text(unit)).collect();
    if example.format == Format::Fluent {
        let pairs = texts.chunks(2).map(|it| ((), it[0].as_str(), it[1].as_str()));
        ids.extend(consistency(pairs).iter().map(|it| it.check.id));
    }
    ids
}

#[test]
fn each_check_has_a_section_whose_examples_are_true() {
    let sections = sections();
    let mut wrong = Vec::new();
    for check in CHECKS {
        let Some(section) = sections.get(check.id) else {
            wrong.push(format!("{} has no section", check.id));
            continue;
        };
        assert!(!section.bad.is_empty() && !section.good.is_empty(), "{}", check.id);
        for example in &section.bad {
            let ids = found(example);
            if !ids.contains(&check.id) {
                wrong.push(format!("the bad example of {} is not found: {ids:?}", check.id));
            }
        }
        for example in &section.good {
            let ids = found(example);
            // An approved number is another check's affair.
            if ids.iter().any(|id| *id == check.id || *id != "critical-differs") {
                wrong.push(format!("in the good example of {}: {ids:?}", check.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let known = |id: &&String| CHECKS.iter().any(|check| check.id == **id);
    assert_eq!(sections.keys().filter(|id| !known(id)).count(), 0);
}
