//! What a glossary of fifteen terms finds in the translations of a large site.
//!
//! `HEXAPLA_CORPORA=… cargo run -p hexapla-terms --example found_terms [LOCALE [HOW_MANY]]` prints how many
//! source texts have a term, and a sample of the findings.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use hexapla_checks::{FILLED, texts};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::{Locale, Unit};
use hexapla_terms::{Glossary, Matcher, TermCheck, check};

/// The locales, with the folders of their texts.
const LOCALES: [(&str, &str); 5] =
    [("es", "es-ES"), ("de", "de"), ("ar", "ar"), ("ja", "ja"), ("th", "th")];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(corpora) = std::env::var_os("HEXAPLA_CORPORA") else {
        println!("set HEXAPLA_CORPORA to the folder of the corpora");
        return Ok(());
    };
    let site = PathBuf::from(corpora).join("www-l10n");
    let mut arguments = std::env::args().skip(1);
    let only = arguments.next();
    let sample: usize = arguments.next().map_or(Ok(12), |it| it.parse())?;
    let glossary =
        Glossary::read(include_str!("browser.toml")).map_err(|problems| format!("{problems:?}"))?;
    let source = units(&site.join("en"))?;
    for (tag, folder) in LOCALES {
        if only.as_deref().is_none_or(|it| it == tag) {
            let target = units(&site.join(folder))?;
            report(&glossary, &tag.parse()?, &source, &target, sample);
        }
    }
    Ok(())
}

type Units = HashMap<(PathBuf, String), String>;

fn report(glossary: &Glossary, locale: &Locale, source: &Units, target: &Units, sample: usize) {
    let matcher = Matcher::new(glossary, glossary.source(), locale);
    let mut pairs: Vec<_> =
        source.iter().filter_map(|(key, text)| Some((key, text, target.get(key)?))).collect();
    pairs.sort();
    let with_terms = pairs.iter().filter(|(_, text, _)| !matcher.find(text).is_empty()).count();
    let mut findings = Vec::new();
    for (key, text, target) in &pairs {
        findings
            .extend(check(text, target, &matcher).into_iter().map(|it| (key, text, target, it)));
    }
    let missing = findings.iter().filter(|it| it.3.check == TermCheck::Missing).count();
    let (cut, told) = cut_out(&matcher, &pairs);
    println!(
        "\n# {locale}: {} pairs, {with_terms} with terms; {missing} missing, {} forbidden; \
         {told} of {cut} told where the term is cut out",
        pairs.len(),
        findings.len() - missing
    );
    let step = (findings.len() / sample.max(1)).max(1);
    for (key, text, target, it) in findings.iter().step_by(step).take(sample) {
        println!(
            "{} {}: {}\n  {}\n  {}",
            it.check.id(),
            key.1,
            it.message(),
            line(text),
            line(target)
        );
    }
}

/// Of how many targets the only term of a source was cut out, and in how many of these that is told.
fn cut_out(
    matcher: &Matcher<'_>,
    pairs: &[(&(PathBuf, String), &String, &String)],
) -> (usize, usize) {
    let (mut cut, mut told) = (0, 0);
    for (_, text, target) in pairs {
        let entries: HashSet<&str> =
            matcher.find(text).into_iter().map(|it| it.entry.id.as_str()).collect();
        let found = matcher.find_in_target(target);
        let places = found.iter().filter(|it| entries.contains(it.entry.id.as_str()));
        let mut without = (*target).clone();
        let places: Vec<_> = places.filter(|it| it.kind.is_permitted()).collect();
        if entries.len() != 1 || places.is_empty() {
            continue;
        }
        places.iter().rev().for_each(|it| without.replace_range(it.span.clone(), "…"));
        if without.chars().any(char::is_alphanumeric) {
            cut += 1;
            told += usize::from(!check(text, &without, matcher).is_empty());
        }
    }
    (cut, told)
}

fn line(text: &str) -> String {
    text.replace('\n', " ").replace(FILLED, "{}")
}

/// The words of all units below a folder, by file and key.
fn units(folder: &Path) -> Result<Units, Box<dyn std::error::Error>> {
    let mut units = HashMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "ftl") {
                let file = path.strip_prefix(folder)?.to_owned();
                let bytes = std::fs::read(&path)?;
                for unit in extract(Format::Fluent, &bytes, &FieldRules::default()).units {
                    let Some(key) = &unit.key else { continue };
                    units.insert((file.clone(), key.to_string()), words(&unit));
                }
            }
        }
    }
    Ok(units)
}

fn words(unit: &Unit) -> String {
    let runs: Vec<String> = texts(unit).into_iter().map(|it| it.text).collect();
    runs.join(&FILLED.to_string())
}
