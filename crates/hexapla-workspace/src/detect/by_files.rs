//! Layouts that the files themselves speak for.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_model::Locale;

use super::collection::{Detected, Kind};
use super::settings::Name;
use super::site::{Plan, Site};
use super::tag::locale_of;

/// Patterns of targets, with the names that stand in place of `{locale}` and their files.
pub(super) type Candidates = BTreeMap<String, BTreeMap<String, usize>>;

/// Every pattern that some file may be a target of.
///
/// Known are folders by locale (`content/{locale}/page.md`), sources with the locales in folders
/// below (`docs/page.md`, `docs/{locale}/page.md`), locales in names (`page.{locale}.md`) and files
/// for one locale each (`locales/{locale}.json`, `messages_{locale}.json`).
pub(super) fn candidates(site: &Site<'_>, ending: &str, taken: &BTreeSet<String>) -> Candidates {
    let mut found = Candidates::new();
    let mut add = |pattern: String, name: &str| {
        *found.entry(pattern).or_default().entry(name.to_owned()).or_default() += 1;
    };
    for path in site.paths.iter().filter(|it| !taken.contains(*it)) {
        let Some(stem) = path.strip_suffix(ending) else { continue };
        let mut from = 0;
        while let Some(end) = stem[from..].find('/').map(|at| from + at) {
            if locale_of(&stem[from..end]).is_some() {
                add(format!("{}{{locale}}/{{path}}{ending}", &stem[..from]), &stem[from..end]);
            }
            from = end + 1;
        }
        let (folder, file) = stem.split_at(from);
        if locale_of(file).is_some() {
            add(format!("{folder}{{locale}}{ending}"), file);
        }
        let top = folder.split_inclusive('/').next().unwrap_or_default();
        for separator in ['.', '_'] {
            // A tag may hold `_` itself: `messages_zh_CN`.
            for (at, _) in file.match_indices(separator) {
                let (name, tag) = (&file[..at], &file[at + 1..]);
                if name.is_empty() || locale_of(tag).is_none() {
                    continue;
                }
                let path = match (separator, top) {
                    ('.', top) if !top.is_empty() => format!("{top}{{path}}"),
                    _ => format!("{folder}{name}"),
                };
                add(format!("{path}{separator}{{locale}}{ending}"), tag);
                break;
            }
        }
    }
    found
}

/// The layouts of files with an ending: those that most files speak for first, no file in two.
pub(super) fn layouts(
    site: &Site<'_>,
    kind: &Kind,
    name: &str,
    candidates: &Candidates,
    source: &Locale,
    wanted: &[Locale],
) -> Vec<Detected> {
    let mut measured: Vec<Detected> = Vec::new();
    for (target, spellings) in candidates {
        let names = Name::all(spellings);
        let plan = |source: String| Plan {
            name: name.to_owned(),
            kind: kind.clone(),
            source,
            target: target.clone(),
            include: Vec::new(),
            names: None,
        };
        let mut options = vec![plan(target.clone())];
        for part in ["{locale}/{path}", ".{locale}", "_{locale}"] {
            if target.contains(part) {
                let without = if part.contains("path") { "{path}" } else { "" };
                options.push(plan(target.replace(part, without)));
            }
        }
        let found = options.iter().filter_map(|it| site.measure(it, source, &names, false));
        let alone = |it: &Detected| it.pairs() > 0 || (it.targets.is_empty() && named(it, source));
        let best = found.filter(alone).max_by(|a, b| a.pairs().cmp(&b.pairs()));
        measured.extend(best.map(|it| only(it, &names, wanted, target)));
    }
    let any = measured.iter().any(|it| it.pairs() > 0);
    measured.retain(|it| it.pairs() > 0 || (!any && !wanted.is_empty()));
    measured.sort_by(|a, b| {
        b.pairs().cmp(&a.pairs()).then(b.sources.cmp(&a.sources)).then(a.target.cmp(&b.target))
    });
    let mut taken: BTreeSet<String> = BTreeSet::new();
    measured.retain(|it| {
        let is_free = !it.files.iter().any(|file| taken.contains(file));
        if is_free {
            taken.extend(it.files.iter().cloned());
        }
        is_free
    });
    measured
}

/// Whether the sources alone are named for their locale, in a folder.
fn named(found: &Detected, source: &Locale) -> bool {
    found.source.contains("{path}")
        && found.target.split_once("{locale}").is_some_and(|(before, _)| {
            let name = found.source.strip_prefix(before).and_then(|it| it.split('/').next());
            name.and_then(locale_of).as_ref() == Some(source)
        })
}

/// The same without the locales that nobody asked for; files of those are no sources.
pub(super) fn only(
    mut found: Detected,
    names: &[Name],
    wanted: &[Locale],
    target: &str,
) -> Detected {
    if wanted.is_empty() {
        return found;
    }
    found.targets.retain(|locale, _| wanted.contains(locale));
    let beside = target.replace("{locale}/{path}", "{path}") == found.source;
    for name in names.iter().filter(|it| beside && !wanted.contains(&it.locale)) {
        if !super::tag::is_word(&name.spelling) {
            found.exclude.insert(format!("{}/*", name.spelling));
        }
    }
    found
}
