//! Layouts that the files themselves speak for.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_model::Locale;

use super::collection::{Detected, Kind};
use super::settings::Name;
use super::site::{Plan, Site};
use super::tag::{android_locale_of, locale_of};

/// Patterns of targets, with the names that stand in place of `{locale}` and their files.
pub(super) type Candidates = BTreeMap<String, BTreeMap<String, usize>>;

/// Every pattern that some file may be a target of.
///
/// Known are folders by locale (`content/{locale}/page.md`), sources with the locales in folders
/// below (`docs/page.md`, `docs/{locale}/page.md`), locales in names (`page.{locale}.md`) and files
/// for one locale each (`locales/{locale}.json`, `messages_{locale}.json`). Of XML only resources of
/// Android are (`res/values-{locale}/strings.xml`).
pub(super) fn candidates(site: &Site<'_>, kind: &Kind, taken: &BTreeSet<String>) -> Candidates {
    if kind.is_android() {
        return of_android(site, kind.ending, taken);
    }
    let ending = kind.ending;
    let mut found = Candidates::new();
    let mut add = |pattern: String, name: &str| {
        *found.entry(pattern).or_default().entry(name.to_owned()).or_default() += 1;
    };
    for path in site.paths.iter().filter(|it| !taken.contains(*it)) {
        let Some(stem) = path.strip_suffix(ending) else { continue };
        let mut from = 0;
        while let Some(end) = stem[from..].find('/').map(|at| from + at) {
            if locale_of(&stem[from..end]).is_some() {
                let below = if stem[end..].starts_with(CATEGORY) { CATEGORY } else { "/" };
                let before = &stem[..from];
                add(format!("{before}{{locale}}{below}{{path}}{ending}"), &stem[from..end]);
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

/// The folder below a locale's in which gettext looks for catalogues.
const CATEGORY: &str = "/LC_MESSAGES/";

/// What the folders of Android's resources begin with, and its own for the source.
const VALUES: &str = "values";

/// The files in folders such as `res/values-pt-rBR`.
fn of_android(site: &Site<'_>, ending: &str, taken: &BTreeSet<String>) -> Candidates {
    let mut found = Candidates::new();
    for path in site.paths.iter().filter(|it| it.ends_with(ending) && !taken.contains(*it)) {
        let Some((folder, file)) = path.rsplit_once('/') else { continue };
        let (above, name) = folder.rsplit_once('/').map_or(("", folder), |(a, b)| (a, b));
        let Some(spelling) = name.strip_prefix(VALUES).and_then(|it| it.strip_prefix('-')) else {
            continue;
        };
        if android_locale_of(spelling).is_some() {
            let above = if above.is_empty() { String::new() } else { format!("{above}/") };
            let pattern = format!("{above}{VALUES}-{{locale}}/{file}");
            *found.entry(pattern).or_default().entry(spelling.to_owned()).or_default() += 1;
        }
    }
    found
}

/// The templates that catalogues of gettext may have been made from.
fn templates(site: &Site<'_>, target: &str) -> Vec<String> {
    let Some((folder, _)) = target.split_once("{locale}") else { return Vec::new() };
    if target.contains("{path}") {
        let below = ["", "pot/", "templates/"];
        return below.map(|below| format!("{folder}{below}{{path}}.pot")).into();
    }
    let folder = folder.rfind('/').map_or("", |at| &folder[..=at]);
    let there = site.below(folder).filter(|it| it.ends_with(".pot"));
    let mut there = there.filter(|it| !it[folder.len()..].contains('/'));
    // Of several nobody can tell which it was.
    match (there.next(), there.next()) {
        (Some(only), None) => vec![only.clone()],
        _ => Vec::new(),
    }
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
        let names = match kind.is_android() {
            true => Name::by(spellings, android_locale_of),
            false => Name::all(spellings),
        };
        let plan = |source: String| Plan {
            name: name.to_owned(),
            kind: kind.clone(),
            source,
            target: target.clone(),
            include: Vec::new(),
            names: None,
        };
        let mut options = Vec::new();
        if kind.ending == ".po" {
            options.extend(templates(site, target).into_iter().map(plan));
        }
        // Of two that find as much, a catalogue of the source's language says more than a template.
        options.push(plan(target.clone()));
        if kind.is_android() {
            options.push(plan(target.replace("-{locale}", "")));
        }
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
