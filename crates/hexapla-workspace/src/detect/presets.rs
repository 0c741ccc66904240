//! Generators that are known, and what a site of one of them holds.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_model::Locale;
use serde::Deserialize;

use super::by_files::only;
use super::collection::{Detected, Kind};
use super::outline::{self, Outline};
use super::settings::{Name, Settings};
use super::site::{Plan, Site};
use crate::save;

/// A known generator.
#[derive(Clone, Deserialize)]
pub(super) struct Preset {
    pub(super) name: String,
    config: Vec<String>,
    folder: Option<(String, String)>,
    /// The locale of the sources where the config names none.
    source: Option<String>,
    more: Option<String>,
    #[serde(default)]
    collection: Vec<Collection>,
}

#[derive(Clone, Deserialize)]
struct Collection {
    name: String,
    endings: Vec<String>,
    layouts: Vec<(String, String)>,
    #[serde(default)]
    include: Vec<String>,
    more: Option<String>,
}

#[derive(Deserialize)]
struct Presets {
    preset: Vec<Preset>,
}

/// A generator's config that stands in a site, and what it says.
pub(super) struct Generator {
    preset: Preset,
    /// The path of its config.
    pub(super) path: String,
    /// The folder that the site is in, with `/` unless it is the root.
    base: String,
    outline: Outline,
    pub(super) settings: Settings,
}

/// The known generators, each with the folder of its own config.
pub(super) fn presets() -> Vec<Preset> {
    let presets = toml::from_str::<Presets>(include_str!("presets.toml"));
    presets.map(|it| it.preset).unwrap_or_default()
}

/// How deep below the root a site is looked for: `website/`, `packages/docs/`.
const DEPTH: usize = 2;

/// The generators whose configs stand in the site; what is wrong with a config goes to `seen`.
pub(super) fn generators(site: &Site<'_>, seen: &mut Vec<String>) -> Vec<Generator> {
    let mut found: Vec<Generator> = Vec::new();
    for preset in presets() {
        for (path, base) in configs(site, &preset) {
            let text = save::read(&site.root.join(&path)).ok().flatten().unwrap_or_default();
            let text = String::from_utf8_lossy(&text);
            let read = outline::read(&path, text.trim_start_matches('\u{feff}'));
            let mut outline = read.unwrap_or_else(|why| {
                seen.push(format!("{path}: cannot be read ({why}); the files tell the rest"));
                Outline::new()
            });
            if path.contains("/languages.") {
                outline.iter_mut().for_each(|(keys, _)| keys.insert(0, "languages".to_owned()));
            }
            let settings = Settings::of(&outline);
            let same = found.iter_mut().find(|it| it.preset.name == preset.name && it.base == base);
            if let Some(other) = same {
                other.settings.source = other.settings.source.take().or(settings.source);
                if other.settings.names.is_empty() {
                    other.settings.names = settings.names;
                }
                other.outline.extend(outline);
            } else {
                found.push(Generator { preset: preset.clone(), path, base, outline, settings });
            }
        }
    }
    found.iter_mut().for_each(Generator::default_source);
    found
}

/// The configs of a generator, each with the folder that its site is in.
fn configs(site: &Site<'_>, preset: &Preset) -> Vec<(String, String)> {
    let base = |path: &str| {
        let bases = preset.config.iter().filter_map(|it| path.strip_suffix(it.as_str()));
        let bases = bases.filter(|it| it.is_empty() || it.ends_with('/'));
        bases.min_by_key(|it| it.len()).map(str::to_owned)
    };
    let all = site.paths.iter().chain(&site.foreign);
    let mut found: Vec<(String, String)> =
        all.filter_map(|path| Some((path.clone(), base(path)?))).collect();
    found.retain(|(_, base)| base.matches('/').count() <= DEPTH && !Site::is_foreign(base));
    found
}

impl Generator {
    /// The source locale of the generator, where its config names only the others.
    fn default_source(&mut self) {
        let settings = &mut self.settings;
        let Some(default) = self.preset.source.as_ref().filter(|_| !settings.names.is_empty())
        else {
            return;
        };
        let named = settings.names.iter().find(|it| it.spelling == *default);
        let default = named.map(|it| it.locale.clone()).or_else(|| default.parse().ok());
        settings.source = settings.source.take().or(default);
    }

    /// What was seen of it: `hugo.toml (Hugo): en to es, fr`.
    pub(super) fn seen(&self) -> String {
        let source = self.settings.source.as_ref();
        let names = self.settings.names.iter().map(|it| &it.locale);
        let names: Vec<&str> = names.filter(|it| Some(*it) != source).map(Locale::as_str).collect();
        let said = match (source, names.is_empty()) {
            (Some(source), false) => format!("{source} to {}", names.join(", ")),
            (Some(source), true) => format!("{source} and no other locale"),
            (None, false) => names.join(", "),
            (None, true) => "no locales".to_owned(),
        };
        format!("{} ({}): {said}", self.path, self.preset.name)
    }

    /// Its collections that hold sources.
    pub(super) fn collections(
        &self,
        site: &Site<'_>,
        source: &Locale,
        wanted: &[Locale],
    ) -> Vec<Detected> {
        let mut found: Vec<Detected> = Vec::new();
        let mut taken: BTreeSet<String> = BTreeSet::new();
        for options in self.plans() {
            let measured = options.iter().rev().filter_map(|plan| {
                let names = self.names(site, plan, source, wanted);
                let known = !self.settings.names.is_empty();
                let found = site.measure(plan, source, &names, known)?;
                Some(only(found, &site.names(&plan.target), wanted, &plan.target))
            });
            let Some(best) = measured.max_by_key(Detected::pairs) else { continue };
            if !best.files.iter().any(|it| taken.contains(it)) {
                taken.extend(best.files.iter().cloned());
                found.push(best);
            }
        }
        found
    }

    /// The locales that a pattern is looked through for.
    fn names(&self, site: &Site<'_>, plan: &Plan, source: &Locale, wanted: &[Locale]) -> Vec<Name> {
        let there = site.names(&plan.target);
        let mut names = plan.names.clone().unwrap_or_else(|| self.settings.names.clone());
        if names.is_empty() {
            names.clone_from(&there);
        }
        for locale in wanted.iter().chain([source]) {
            if !names.iter().any(|it| it.locale == *locale) {
                let same = there.iter().find(|it| it.locale == *locale);
                // Sources in `en-US` often stand in `en`.
                let near = there.iter().find(|it| it.locale.same_language(source));
                let found = same.or(near.filter(|_| locale == source));
                names.extend(found.map(|it| Name { locale: locale.clone(), ..it.clone() }));
            }
        }
        names
    }

    /// For each collection, the layouts that it may have.
    fn plans(&self) -> Vec<Vec<Plan>> {
        let mut plans = self.own_folders();
        let theirs = self.preset.collection.iter();
        let has_own = !plans.is_empty();
        for one in theirs.filter(|one| !has_own || one.name != "pages") {
            for (n, ending) in one.endings.iter().enumerate() {
                let name = match n {
                    0 => one.name.clone(),
                    _ => format!("{}-{}", one.name, ending.trim_start_matches('.')),
                };
                let Some(kind) = self.kind(ending, one.more.as_ref()) else { continue };
                let plan = |(source, target): &(String, String)| Plan {
                    name: name.clone(),
                    kind: kind.clone(),
                    source: self.place(source, ending),
                    target: self.place(target, ending),
                    include: one.include.clone(),
                    names: None,
                };
                plans.push(one.layouts.iter().map(plan).collect());
            }
        }
        plans.extend(self.listed());
        plans
    }

    fn kind(&self, ending: &str, more: Option<&String>) -> Option<Kind> {
        let mut kind = Kind::of(ending)?;
        for line in more.into_iter().chain(&self.preset.more) {
            kind.more.push_str(&format!("{line}\n"));
        }
        Some(kind)
    }

    /// A pattern in the folder of this site.
    fn place(&self, pattern: &str, ending: &str) -> String {
        let folder = self.preset.folder.as_ref().map_or(String::new(), |(key, default)| {
            let said =
                self.outline.iter().find(|(path, _)| path.last() == Some(key) && path.len() <= 2);
            said.map_or(default.clone(), |it| it.1.trim_matches(['/', '.']).to_owned())
        });
        let folder = if folder == "." { String::new() } else { folder };
        let within = pattern.replace("{folder}", &folder);
        format!("{}{}{ending}", self.base, within.trim_start_matches('/'))
    }

    /// Folders that the config gives to each locale: `content/english`, `content-es`.
    fn own_folders(&self) -> Vec<Vec<Plan>> {
        let names = &self.settings.names;
        let folders: Vec<(&Name, &str)> =
            names.iter().filter_map(|it| Some((it, it.folder.as_deref()?))).collect();
        let Some((first, _)) = folders.first() else { return Vec::new() };
        let source = self.settings.source.as_ref().unwrap_or(&first.locale);
        let default = self.place("{folder}", "");
        let own = folders.iter().find(|it| it.0.locale == *source);
        let own = own.map_or(default, |it| format!("{}{}", self.base, it.1));
        let mut patterns: BTreeMap<String, Vec<Name>> = BTreeMap::new();
        for (name, folder) in folders.iter().filter(|it| it.0.locale != *source) {
            let before = folder.strip_suffix(name.spelling.as_str()).unwrap_or_else(|| {
                folder.rfind('/').and_then(|at| folder.get(..=at)).unwrap_or_default()
            });
            let spelling = folder.strip_prefix(before).unwrap_or_default().to_owned();
            let pattern = format!("{}{before}{{locale}}/{{path}}.md", self.base);
            patterns.entry(pattern).or_default().push(Name { spelling, ..(*name).clone() });
        }
        let Some(kind) = self.kind(".md", None) else { return Vec::new() };
        let plan = |(n, (target, names)): (usize, (String, Vec<Name>))| {
            let name = if n == 0 { "pages".to_owned() } else { format!("pages-{}", n + 1) };
            let source = format!("{own}/{{path}}.md");
            let (kind, include, names) = (kind.clone(), Vec::new(), Some(names));
            vec![Plan { name, kind, source, target, include, names }]
        };
        patterns.into_iter().enumerate().map(plan).collect()
    }

    /// Layouts that the config lists: `reference` and `l10n` of Mozilla's `l10n.toml`.
    fn listed(&self) -> Vec<Vec<Plan>> {
        let said = |at: &str, key: &str| {
            let is_it = |path: &[String]| matches!(path, [paths, n, it] if paths == "paths" && n == at && it == key);
            self.outline.iter().find(|it| is_it(&it.0)).map(|it| it.1.clone())
        };
        let items: BTreeSet<&String> = self
            .outline
            .iter()
            .filter(|(path, _)| path.first().is_some_and(|it| it == "paths"))
            .filter_map(|(path, _)| path.get(1))
            .collect();
        let mut plans = Vec::new();
        for (n, at) in items.into_iter().enumerate() {
            let (Some(source), Some(target)) = (said(at, "reference"), said(at, "l10n")) else {
                continue;
            };
            let Some(kind) = Kind::of(".ftl") else { continue };
            let pattern = |text: &str| {
                let text = text.replace("{l10n_base}/", "").replace("**/*.ftl", "{path}.ftl");
                let text = text.replace("**/*", "{path}.ftl").replace("**", "{path}.ftl");
                format!("{}{}", self.base, text.replace("*.ftl", "{path}.ftl"))
            };
            let name = if n == 0 { "ui".to_owned() } else { format!("ui-{}", n + 1) };
            let (source, target) = (pattern(&source), pattern(&target));
            plans.push(vec![Plan { name, kind, source, target, include: Vec::new(), names: None }]);
        }
        plans
    }
}
