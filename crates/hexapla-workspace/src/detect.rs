//! The layout of a site as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use hexapla_model::Locale;

use crate::walk::walk;

/// A collection that a site seems to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Detected {
    /// Its name.
    pub(crate) name: String,
    ending: &'static str,
    source: String,
    target: String,
}

/// Endings of files, the name of a collection of such, and what it says beside its layout.
const KINDS: [(&str, &str, &str); 3] = [
    (".md", "pages", "format = \"markdown\"\nfields = [\"title\", \"description\"]"),
    (".mdx", "mdx", "format = \"markdown\"\nfields = [\"title\", \"description\"]"),
    (".ftl", "ui", "format = \"fluent\""),
];

impl fmt::Display for Detected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted = |text: &str| toml_edit::Value::from(text).to_string();
        let kind = KINDS.iter().find(|it| it.0 == self.ending).map_or("", |it| it.2);
        writeln!(f, "[collections.{}]\n{kind}", self.name)?;
        writeln!(f, "source = {}", quoted(&self.source))?;
        writeln!(f, "target = {}", quoted(&self.target))
    }
}

/// A source pattern and a target pattern.
type Layouts = (String, String);

/// The collections that the files below `root` seem to be in, for the given locales.
///
/// Known are folders by locale (`content/{locale}/page.md`), sources with the locales in folders
/// below (`docs/page.md`, `docs/{locale}/page.md`), and locales in names (`page.{locale}.md`).
pub(crate) fn detect(root: &Path, source: &Locale, locales: &[Locale]) -> Vec<Detected> {
    let paths: BTreeSet<String> = walk(root, &[String::new()].into()).paths.into_iter().collect();
    let site = Site { paths: &paths, source, locales };
    let mut found: Vec<Detected> = Vec::new();
    for (ending, name, _) in KINDS {
        for (source, target) in site.layouts(ending) {
            let taken = found.iter().filter(|it| it.ending == ending).count();
            let name = if taken == 0 { name.to_owned() } else { format!("{name}-{}", taken + 1) };
            found.push(Detected { name, ending, source, target });
        }
    }
    found
}

struct Site<'a> {
    paths: &'a BTreeSet<String>,
    source: &'a Locale,
    locales: &'a [Locale],
}

impl Site<'_> {
    /// The layouts of files with an ending: those that most files speak for first, none within
    /// another. Without a translation, folders named for the source speak.
    fn layouts(&self, ending: &str) -> Vec<Layouts> {
        let mut votes: BTreeMap<Layouts, usize> = BTreeMap::new();
        let stems: Vec<&str> = self.paths.iter().filter_map(|it| it.strip_suffix(ending)).collect();
        for layouts in stems.iter().filter_map(|stem| self.of_target(stem, ending)) {
            *votes.entry(layouts).or_default() += 1;
        }
        if votes.is_empty() {
            for (before, _) in
                stems.iter().filter_map(|stem| split(stem, std::slice::from_ref(self.source)))
            {
                *votes.entry(folders(before, self.source.as_str(), ending)).or_default() += 1;
            }
        }
        let mut votes: Vec<(usize, Layouts)> = votes.into_iter().map(|(it, n)| (n, it)).collect();
        votes.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut kept: Vec<Layouts> = Vec::new();
        for (_, layouts) in votes {
            let folder = |it: &Layouts| it.0.split('{').next().unwrap_or_default().to_owned();
            let own = folder(&layouts);
            if !kept.iter().map(folder).any(|it| it.starts_with(&own) || own.starts_with(&it)) {
                kept.push(layouts);
            }
        }
        kept
    }

    /// The layouts that a file speaks for, where it is a target whose source is there.
    fn of_target(&self, stem: &str, ending: &str) -> Option<Layouts> {
        let is_there = |stem: String| self.paths.contains(&format!("{stem}{ending}"));
        let source = self.source.as_str();
        if let Some((before, after)) = split(stem, self.locales) {
            if is_there(format!("{before}{source}/{after}")) {
                return Some(folders(before, source, ending));
            }
            let layouts = (
                format!("{before}{{path}}{ending}"),
                format!("{before}{{locale}}/{{path}}{ending}"),
            );
            return is_there(format!("{before}{after}")).then_some(layouts);
        }
        let (name, locale) = stem.rsplit_once('.')?;
        self.locales.iter().find(|it| it.as_str() == locale)?;
        let top = name.split_once('/').map_or(String::new(), |(top, _)| format!("{top}/"));
        let own =
            if is_there(format!("{name}.{source}")) { format!(".{source}") } else { String::new() };
        let layouts =
            (format!("{top}{{path}}{own}{ending}"), format!("{top}{{path}}.{{locale}}{ending}"));
        is_there(format!("{name}{own}")).then_some(layouts)
    }
}

/// One folder for each locale.
fn folders(before: &str, source: &str, ending: &str) -> Layouts {
    let pattern = |locale: &str| format!("{before}{locale}/{{path}}{ending}");
    (pattern(source), pattern("{locale}"))
}

/// What stands before and after the first folder that is named for one of the locales.
fn split<'s>(stem: &'s str, locales: &[Locale]) -> Option<(&'s str, &'s str)> {
    let mut from = 0;
    while let Some(end) = stem[from..].find('/').map(|at| from + at) {
        if locales.iter().any(|it| it.as_str() == &stem[from..end]) {
            return Some((&stem[..from], &stem[end + 1..]));
        }
        from = end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The layouts detected in a site of the given Markdown files.
    fn layouts(paths: &[&str]) -> Vec<String> {
        let paths = paths.iter().map(|it| (*it).to_owned()).collect();
        let locales = ["es", "pt-BR"].map(|it| it.parse().expect("a tag"));
        let source = "en".parse().expect("a tag");
        let site = Site { paths: &paths, source: &source, locales: &locales };
        site.layouts(".md")
            .into_iter()
            .map(|(source, target)| format!("{source} {target}"))
            .collect()
    }

    #[test]
    fn layouts_of_sites_are_detected() {
        let folders = ["content/en/{path}.md content/{locale}/{path}.md"];
        assert_eq!(layouts(&["content/en/a/b.md", "content/es/a/b.md", "README.md"]), folders);
        assert_eq!(layouts(&["content/en/a.md", "README.md"]), folders);
        assert_eq!(
            layouts(&["docs/a.md", "docs/b.md", "docs/pt-BR/a.md"]),
            ["docs/{path}.md docs/{locale}/{path}.md"]
        );
        assert_eq!(layouts(&["a.md", "es/a.md"]), ["{path}.md {locale}/{path}.md"]);
        assert_eq!(
            layouts(&["content/x/a.md", "content/x/a.es.md"]),
            ["content/{path}.md content/{path}.{locale}.md"]
        );
        assert_eq!(
            layouts(&["content/a.en.md", "content/a.es.md"]),
            ["content/{path}.en.md content/{path}.{locale}.md"]
        );
    }

    #[test]
    fn what_is_no_layout_is_not_detected() {
        assert_eq!(layouts(&[]), [""; 0]);
        assert_eq!(layouts(&["README.md", "docs/a.md", "notes/es/only.md", "v1.es.md"]), [""; 0]);
    }

    #[test]
    fn several_layouts_do_not_lie_within_each_other() {
        let found = layouts(&[
            "a/en/x.md",
            "a/es/x.md",
            "b/en/x.md",
            "b/es/x.md",
            "b/en/q/y.md",
            "b/en/q/es/y.md",
        ]);
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
