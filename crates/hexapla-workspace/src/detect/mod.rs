//! The layout of a site as it is.
//!
//! First the configs of known generators say where content is and in which locales, then the files
//! themselves. All is read in one walk.

mod by_files;
mod collection;
mod outline;
mod presets;
mod settings;
mod site;
mod tag;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hexapla_model::Locale;

pub(crate) use collection::{Detected, spelled};

use crate::save;
use crate::walk::walk;
use collection::Kind;
use site::Site;

/// What a site seems to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Detection {
    pub(crate) source: Locale,
    /// Sorted.
    pub(crate) locales: Vec<Locale>,
    pub(crate) collections: Vec<Detected>,
    /// What that was told from, a line each.
    pub(crate) seen: Vec<String>,
}

impl Detection {
    /// How the files of the site spell locales, where that is not the tag.
    pub(crate) fn spellings(&self) -> BTreeMap<Locale, String> {
        let mut spellings = BTreeMap::new();
        for (locale, (spelling, _)) in self.collections.iter().flat_map(|it| &it.targets) {
            spellings.entry(locale.clone()).or_insert_with(|| spelling.clone());
        }
        spellings.retain(|locale, spelling| locale.as_str() != spelling);
        spellings
    }
}

/// What the site in the folder `root` seems to be.
///
/// `source` and `locales` are as somebody said, else as the configs of generators say, else as the
/// files show; nothing where no source locale can be told.
pub(crate) fn detect(root: &Path, source: Option<&Locale>, wanted: &[Locale]) -> Option<Detection> {
    let site = Site::of(root, walk(root, &[String::new()].into()).files.into_keys().collect());
    let mut seen = Vec::new();
    let generators = presets::generators(&site, &mut seen);
    seen.extend(generators.iter().map(presets::Generator::seen));
    let source_said = generators.iter().find_map(|it| it.settings.source.clone());
    let source = source.cloned().or(source_said).or_else(|| guess(&site, &mut seen))?;
    // A generator's config is nothing to translate.
    let taken = generators.iter().map(|it| it.path.clone()).collect();
    let mut found = Found { all: Vec::new(), taken };
    let said: BTreeSet<&Locale> =
        generators.iter().flat_map(|it| &it.settings.names).map(|it| &it.locale).collect();
    let of = |named: bool| {
        let those = generators.iter().filter(move |it| it.settings.names.is_empty() != named);
        those.flat_map(|it| it.collections(&site, &source, wanted))
    };
    let (paired, alone): (Vec<_>, Vec<_>) = of(false).partition(|it| it.pairs() > 0);
    of(true).chain(paired).for_each(|it| found.add(it));
    by_files(&site, &source, wanted, &found.taken).into_iter().for_each(|it| found.add(it));
    if found.all.is_empty() && !wanted.is_empty() {
        alone.into_iter().for_each(|it| found.add(it));
    }
    let mut locales: BTreeSet<Locale> = wanted.iter().cloned().collect();
    if wanted.is_empty() && !said.is_empty() {
        locales.extend(said.into_iter().cloned());
    } else if wanted.is_empty() {
        locales.extend(found.all.iter().flat_map(Detected::paired).cloned());
    }
    locales.remove(&source);
    let mut collections = found.all;
    collections.iter_mut().for_each(|it| rooted(root, it, &source));
    seen.extend(collections.iter().map(Detected::seen));
    Some(Detection { source, locales: locales.into_iter().collect(), collections, seen })
}

/// Collections with names of their own, and no file in two.
struct Found {
    all: Vec<Detected>,
    taken: BTreeSet<String>,
}

impl Found {
    fn add(&mut self, mut one: Detected) {
        if one.files.iter().any(|it| self.taken.contains(it)) {
            return;
        }
        let same = |name: &str| self.all.iter().any(|it| it.name == name);
        let base = one.name.clone();
        let mut n = 1;
        while same(&one.name) {
            n += 1;
            one.name = format!("{base}-{n}");
        }
        self.taken.extend(one.files.iter().cloned());
        self.all.push(one);
    }
}

/// What the files speak for that are in no collection yet.
fn by_files(
    site: &Site<'_>,
    source: &Locale,
    wanted: &[Locale],
    taken: &BTreeSet<String>,
) -> Vec<Detected> {
    let mut found = Vec::new();
    for (kind, name) in Kind::all() {
        let candidates = by_files::candidates(site, &kind, taken);
        found.extend(by_files::layouts(site, &kind, name, &candidates, source, wanted));
    }
    found
}

/// The locale that most files are a source in: English where any are named for it, or stand where
/// no locale is named; else the one that has most pairs.
fn guess(site: &Site<'_>, seen: &mut Vec<String>) -> Option<Locale> {
    let mut counts: BTreeMap<Locale, usize> = BTreeMap::new();
    for (kind, _) in Kind::all() {
        let candidates = by_files::candidates(site, &kind, &BTreeSet::new());
        for (name, count) in candidates.values().flatten() {
            if let Some(locale) = tag::locale_of(name).filter(|_| !tag::is_word(name)) {
                *counts.entry(locale).or_default() += count;
            }
        }
    }
    let most = |counts: &BTreeMap<Locale, usize>, english: bool| {
        let counts = counts.iter().filter(|it| !english || it.0.language() == "en");
        counts.max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0))).map(|it| it.0.clone())
    };
    if let Some(english) = most(&counts, true) {
        return Some(english);
    }
    let english: Locale = "en".parse().ok()?;
    let pairs = |source: &Locale| -> usize {
        by_files(site, source, &[], &BTreeSet::new()).iter().map(Detected::pairs).sum()
    };
    let guess = match most(&counts, false) {
        Some(other) if pairs(&other) > pairs(&english) => other,
        _ => english,
    };
    seen.push(format!("source locale: taken for `{guess}`; `--source` says otherwise"));
    Some(guess)
}

/// Says so where all texts of a catalogue stand below the name of its locale, or are FormatJS's.
fn rooted(root: &Path, one: &mut Detected, source: &Locale) {
    if !matches!(one.kind.ending, ".yml" | ".yaml" | ".json") {
        return;
    }
    let Some(path) = one.files.last() else { return };
    let text = save::read(&root.join(path)).ok().flatten().unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    if one.kind.ending == ".json" && one.kind.more.is_empty() && text.contains("\"defaultMessage\"")
    {
        return one.kind.set_format_js();
    }
    let plain = |line: &&str| !line.starts_with('#') && !matches!(*line, "" | "---" | "{");
    let mut lines = text.lines().map(str::trim_end).filter(plain);
    let first = lines.next().unwrap_or_default();
    let key = first.trim().trim_end_matches('{').trim_end().strip_suffix(':');
    if key.map(|it| it.trim_matches(['"', '\''])) == Some(source.as_str()) {
        one.kind.more.push_str("root = \"{locale}\"\n");
    }
}
