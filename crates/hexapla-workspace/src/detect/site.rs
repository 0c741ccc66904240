//! The files of a site, and what a layout finds among them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use hexapla_model::Locale;

use super::collection::{Detected, Kind};
use super::settings::Name;
use super::tag::is_word;
use crate::layout::{Layout, Paths, Spellings};

/// The files of a site.
pub(super) struct Site<'r> {
    pub(super) root: &'r Path,
    /// Those that may be content.
    pub(super) paths: BTreeSet<String>,
    /// Those that others wrote, or that are built.
    pub(super) foreign: BTreeSet<String>,
}

/// A layout that a site may have.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Where the sources are; `{locale}` stands for the source locale.
    pub(super) source: String,
    pub(super) target: String,
    pub(super) include: Vec<String>,
    /// The locales and how they are spelled, where that is of this layout alone.
    pub(super) names: Option<Vec<Name>>,
}

impl<'r> Site<'r> {
    pub(super) fn of(root: &'r Path, paths: Vec<String>) -> Self {
        let (foreign, paths) = paths.into_iter().partition(|it| foreign_folder(it).is_some());
        Self { root, paths, foreign }
    }

    /// The names that stand in place of `{locale}`, with the number of files of each.
    pub(super) fn spellings(&self, target: &str) -> BTreeMap<String, usize> {
        let mut found = BTreeMap::new();
        let Some((before, after)) = target.split_once("{locale}") else { return found };
        let after = after.split('{').next().unwrap_or_default();
        let (folder, separator) = match before.split_once("{path}") {
            Some((folder, separator)) => (folder, Some(separator)),
            None => (before, None),
        };
        for path in self.below(folder) {
            let rest = path.strip_prefix(folder).unwrap_or_default();
            let name = match separator {
                Some(separator) => {
                    let stem = rest.strip_suffix(after);
                    stem.and_then(|it| it.rsplit_once(separator)).map(|it| it.1)
                }
                None if target.contains("{path}") => rest.split_once(after).map(|it| it.0),
                None => rest.strip_suffix(after),
            };
            if let Some(name) = name.filter(|it| !it.contains('/')) {
                *found.entry(name.to_owned()).or_default() += 1;
            }
        }
        found
    }

    /// The paths that begin so.
    pub(super) fn below<'s>(&'s self, before: &'s str) -> impl Iterator<Item = &'s String> {
        self.paths.range(before.to_owned()..).take_while(move |it| it.starts_with(before))
    }

    /// The resources of a layout in a locale, with their files.
    fn resources(&self, layout: &Layout, locale: &Locale) -> BTreeMap<String, String> {
        let paths = layout.paths(locale);
        let file = |path: &String| Some((paths.resource(path)?.to_owned(), path.clone()));
        match &paths {
            Paths::Around(before, _) => self.below(before).filter_map(file).collect(),
            Paths::Single(path, _) => self.paths.get(path).and_then(file).into_iter().collect(),
        }
    }

    /// What a plan finds, for a source locale and locales as they are spelled; nothing where there
    /// is no source.
    ///
    /// Names that nobody vouches for (`known` is false) are locales only where their files have a
    /// source, and words only where more than a start page has one.
    pub(super) fn measure(
        &self,
        plan: &Plan,
        source_locale: &Locale,
        names: &[Name],
        known: bool,
    ) -> Option<Detected> {
        let spelled = |name: &&Name| name.locale == *source_locale;
        let own = names.iter().find(spelled).map_or(source_locale.as_str(), |it| &it.spelling);
        let source = plan.source.replace("{locale}", own);
        let layout: Layout = source.parse().ok()?;
        let mut sources = self.resources(&layout.within(Arc::default(), "one"), source_locale);
        let names = || names.iter().filter(|it| it.locale != *source_locale);
        let mut found = BTreeMap::new();
        let mut exclude = BTreeSet::new();
        let target: Layout = plan.target.parse().ok()?;
        let mut files = Vec::new();
        for name in names() {
            let spellings = Spellings::from([(name.locale.clone(), name.spelling.clone())]);
            let layout = target.clone().within(Arc::new(spellings), "one");
            files.push((name, self.resources(&layout, &name.locale)));
        }
        let fits = |it: &str| plan.include.iter().any(|pattern| hexapla_engine::fits(pattern, it));
        let holds = |it: &str| plan.include.is_empty() || fits(it);
        sources.retain(|resource, _| holds(resource));
        let mut claimed = Vec::new();
        for (name, mut targets) in files {
            targets.retain(|resource, _| holds(resource));
            let paired: Vec<&str> =
                targets.keys().filter(|it| sources.contains_key(*it)).map(|it| &**it).collect();
            if known || speaks(name, &paired, targets.len()) {
                found.insert(name.locale.clone(), (name.spelling.clone(), paired.len()));
                claimed.extend(targets.into_values());
            }
        }
        // A file that fits a target's pattern is no source.
        let targets: BTreeSet<&String> = claimed.iter().collect();
        sources.retain(|_, path| !targets.contains(path));
        if let Some(folder) = source.strip_suffix(&*format!("{{path}}{}", plan.kind.ending)) {
            exclude.extend(self.foreign_below(folder, plan.kind.ending));
        }
        if sources.is_empty() {
            return None;
        }
        let count = sources.len();
        claimed.extend(sources.into_values());
        Some(Detected {
            name: plan.name.clone(),
            kind: plan.kind.clone(),
            target: plan.target.clone(),
            include: plan.include.clone(),
            source,
            exclude,
            sources: count,
            targets: found,
            files: claimed,
        })
    }

    /// Patterns that leave out what others wrote below a folder of sources.
    fn foreign_below(&self, folder: &str, ending: &str) -> BTreeSet<String> {
        let below = self.foreign.range(folder.to_owned()..);
        let below = below.take_while(|it| it.starts_with(folder));
        let below = below.filter(|it| it.ends_with(ending));
        let pattern = |path: &String| {
            let rest = path.strip_prefix(folder)?;
            Some(format!("{}/*", foreign_folder(rest)?))
        };
        below.filter_map(pattern).collect()
    }

    /// The names at `{locale}` that spell a locale.
    pub(super) fn names(&self, target: &str) -> Vec<Name> {
        Name::all(&self.spellings(target))
    }

    /// Whether a folder holds what others wrote or a tool built.
    pub(super) fn is_foreign(folder: &str) -> bool {
        foreign_folder(folder).is_some()
    }
}

/// Whether files that have a source make a name a locale.
fn speaks(name: &Name, paired: &[&str], files: usize) -> bool {
    let start = |resource: &&&str| {
        let name = resource.rsplit('/').next().unwrap_or_default();
        !matches!(name.to_ascii_lowercase().as_str(), "index" | "_index" | "readme")
    };
    match is_word(&name.spelling) {
        true => paired.iter().any(|it| start(&it)) && paired.len() * 2 >= files,
        false => !paired.is_empty(),
    }
}

/// The outermost folder of a path that holds what others wrote or a tool built.
///
/// Within a folder of content, `build` and `public` are names of chapters.
fn foreign_folder(path: &str) -> Option<&str> {
    let (folder, _) = path.rsplit_once('/')?;
    let mut end = 0;
    let mut parts = folder.split('/').peekable();
    while let Some(part) = parts.next() {
        end += part.len();
        if matches!(part, "docs" | "doc" | "content" | "pages" | "i18n" | "locales") {
            return None;
        }
        let is_served = part == "public" && matches!(parts.peek(), Some(&("locales" | "static")));
        let foreign = matches!(
            part,
            "node_modules"
                | "bower_components"
                | "vendor"
                | "third_party"
                | "themes"
                | "public"
                | "build"
                | "dist"
                | "target"
                | "_site"
                | "__tests__"
        ) || part.starts_with('.');
        if foreign && !is_served {
            return path.get(..end);
        }
        end += 1;
    }
    None
}
