//! Counts what the checks find in a folder of Fluent files, a folder a locale, and prints some of it.
//!
//! `corpus FOLDER [--source en] [--check ID] [--locale TAG] [--sample N] [--seed N] [--time]`
//!
//! With `--time` each locale is checked seven times, and the fastest counts.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::time::Instant;

use hexapla_checks::{CHECKS, Inconsistency, Profile, Profiles, Renderings, consistency, pair};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::{Diagnostic, Locale, Unit};

type Key = (PathBuf, String);
type Units = BTreeMap<Key, Unit>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let at = arguments.iter().position(|it| it == name)?;
        arguments.get(at + 1).cloned()
    };
    let Some(root) = arguments.first().map(PathBuf::from) else {
        eprintln!("name the folder of the corpus");
        return;
    };
    let source_locale = option("--source").unwrap_or_else(|| "en".to_owned());
    let source = units(&root.join(&source_locale));
    let source_profile = profile(&source_locale);
    let time = arguments.iter().any(|it| it == "--time");
    let mut findings = Vec::new();
    let (mut pairs, mut spent) = (0, 0.0);
    let (mut renderings, mut alike) = (Renderings::default(), Vec::new());
    for (number, locale) in
        locales(&root, &source_locale, option("--locale").as_deref()).into_iter().enumerate()
    {
        let targets = units(&root.join(&locale));
        let target_profile = profile(&locale);
        let profiles = Profiles { source: &source_profile, target: &target_profile };
        let both: Vec<_> =
            targets.iter().filter_map(|(key, it)| Some((key, source.get(key)?, it))).collect();
        let check = || -> Vec<Vec<Diagnostic>> {
            both.iter().map(|(_, source, target)| pair(source, target, profiles)).collect()
        };
        spent += fastest(if time { 7 } else { 1 }, &check);
        let found = both.iter().zip(check());
        pairs += both.len();
        for ((key, source, target), found) in found {
            findings.extend(found.into_iter().map(|it| shown(&locale, key, source, target, &it)));
        }
        for (key, _, target) in &both {
            renderings.add((*key).clone(), number, value(target));
        }
        let many = both.iter();
        let many = many.map(|(key, source, target)| ((*key).clone(), value(source), value(target)));
        alike.push((locale, consistency(many)));
    }
    for (number, (locale, found)) in alike.into_iter().enumerate() {
        let found = renderings.apart(found, number, Key::clone);
        findings.extend(found.iter().map(|it| several(&locale, it)));
    }
    report(&findings, option("--check").as_deref());
    println!("{pairs} pairs in {spent:.3} s, {:.1} µs each", spent * 1e6 / pairs.max(1) as f64);
    let number = |name: &str| option(name).and_then(|it| it.parse::<u64>().ok());
    let wanted = option("--check");
    let chosen = findings.iter().filter(|it| wanted.as_deref().is_none_or(|id| id == it.0));
    sample(chosen.collect(), number("--sample").unwrap_or(0), number("--seed").unwrap_or(1));
}

/// The seconds of the fastest of some runs, since others may be at work beside.
fn fastest<T>(runs: usize, work: &impl Fn() -> T) -> f64 {
    let run = || {
        let start = Instant::now();
        drop(work());
        start.elapsed().as_secs_f64()
    };
    (0..runs).map(|_| run()).fold(f64::INFINITY, f64::min)
}

fn profile(tag: &str) -> Profile {
    let locale: Locale = tag.parse().expect("a locale");
    Profile::of(&locale)
}

fn locales(root: &Path, source: &str, only: Option<&str>) -> Vec<String> {
    let folders = std::fs::read_dir(root).expect("a folder").flatten();
    let names = folders
        .filter(|it| it.path().is_dir())
        .map(|it| it.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> =
        names.filter(|it| it != source && only.is_none_or(|only| only == it)).collect();
    names.sort();
    names
}

fn units(root: &Path) -> Units {
    let mut units = Units::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == "ftl") {
                let bytes = std::fs::read(&path).expect("a file");
                let name = path.strip_prefix(root).expect("inside").to_owned();
                let found = extract(Format::Fluent, &bytes, &FieldRules::default()).units;
                units.extend(
                    found
                        .into_iter()
                        .filter_map(|it| Some(((name.clone(), it.key.as_ref()?.to_string()), it))),
                );
            }
        }
    }
    units
}

fn value(unit: &Unit) -> &str {
    unit.text.split_once('=').map_or("", |it| it.1.trim())
}

fn shown(
    locale: &str,
    key: &(PathBuf, String),
    source: &Unit,
    target: &Unit,
    it: &Diagnostic,
) -> (&'static str, String) {
    let text = format!(
        "{locale} {}#{}\n  {}: {}\n  - {}\n  + {}",
        key.0.display(),
        key.1,
        it.severity,
        it.message,
        value(source),
        value(target)
    );
    (it.id, text)
}

/// Several units of a locale that should not or should say the same.
fn several(locale: &str, found: &Inconsistency<Key>) -> (&'static str, String) {
    let ways = found.ways.iter().map(|(way, units)| {
        let units = units.iter().map(|it| format!("{}#{}", it.0.display(), it.1));
        format!("\n  {way} ({})", units.collect::<Vec<_>>().join(", "))
    });
    (found.check.id, format!("{locale} {}{}", found.text, ways.collect::<String>()))
}

fn report(findings: &[(&'static str, String)], only: Option<&str>) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (id, _) in findings {
        *counts.entry(id).or_default() += 1;
    }
    for check in CHECKS.iter().filter(|it| only.is_none_or(|only| only == it.id)) {
        println!("{:22} {:6}", check.id, counts.get(check.id).copied().unwrap_or(0));
    }
}

/// Prints some, chosen by a seed (splitmix64).
fn sample(mut findings: Vec<&(&'static str, String)>, count: u64, seed: u64) {
    let mut state = seed;
    let mut next = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    for _ in 0..count.min(findings.len() as u64) {
        let at = (next() % findings.len() as u64) as usize;
        let (id, text) = findings.swap_remove(at);
        println!("[{id}] {text}");
    }
}
