//! A collection that a site seems to have.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use hexapla_model::Locale;

/// How files of an ending are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) ending: &'static str,
    format: &'static str,
    /// Lines of the config beside the format.
    pub(super) more: String,
}

/// Endings of files, the format that they are read in, and the name of a collection of such.
const KINDS: [(&str, &str, &str); 13] = [
    (".md", "markdown", "pages"),
    (".mdx", "markdown", "mdx"),
    (".ftl", "fluent", "ui"),
    (".json", "json", "messages"),
    (".yml", "yaml", "strings"),
    (".yaml", "yaml", "yaml"),
    (".toml", "toml", "toml"),
    (".vtt", "vtt", "subtitles"),
    (".srt", "srt", "srt"),
    (".po", "po", "po"),
    (".properties", "properties", "properties"),
    (".arb", "arb", "arb"),
    (".xml", "android", "android"),
];

impl Kind {
    /// How files of this ending are read.
    pub(super) fn of(ending: &str) -> Option<Self> {
        let (ending, format, _) = KINDS.iter().find(|it| it.0 == ending)?;
        let fields = "fields = [\"title\", \"description\"]\n";
        let more = if *format == "markdown" { fields } else { "" };
        Some(Self { ending, format, more: more.to_owned() })
    }

    /// Whether a file of this ending is one only in a folder of Android's resources.
    pub(super) fn is_android(&self) -> bool {
        self.format == "android"
    }

    /// Reads the files as FormatJS's messages with their descriptions.
    pub(super) fn set_format_js(&mut self) {
        self.format = "formatjs";
    }

    /// All kinds, with the names of their collections.
    pub(super) fn all() -> impl Iterator<Item = (Self, &'static str)> {
        KINDS.iter().filter_map(|(ending, _, name)| Some((Self::of(ending)?, *name)))
    }
}

/// A collection that a site seems to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Detected {
    pub(crate) name: String,
    pub(super) kind: Kind,
    pub(super) source: String,
    pub(super) target: String,
    pub(super) include: Vec<String>,
    pub(super) exclude: BTreeSet<String>,
    /// How many sources there are.
    pub(super) sources: usize,
    /// How each locale is spelled, and how many of its files have a source.
    pub(super) targets: BTreeMap<Locale, (String, usize)>,
    /// Every file that is a source or target.
    pub(super) files: Vec<String>,
}

impl Detected {
    /// How many targets have a source.
    pub(super) fn pairs(&self) -> usize {
        self.targets.values().map(|it| it.1).sum()
    }

    /// The locales that some target with a source is in.
    pub(super) fn paired(&self) -> impl Iterator<Item = &Locale> {
        self.targets.iter().filter(|it| it.1.1 > 0).map(|it| it.0)
    }

    /// What was seen: `pages: docs/{path}.md, 12 sources; es 10, pt-BR 3`.
    pub(crate) fn seen(&self) -> String {
        let of = |(locale, (_, count)): (&Locale, &(String, usize))| format!("{locale} {count}");
        let targets = self.targets.iter().filter(|it| it.1.1 > 0);
        let targets: Vec<String> = targets.map(of).collect();
        let targets = if targets.is_empty() { "no targets".to_owned() } else { targets.join(", ") };
        let plural = if self.sources == 1 { "" } else { "s" };
        let (name, source, sources) = (&self.name, &self.source, self.sources);
        format!("{name}: {source}, {sources} source{plural}; {targets}")
    }

    /// Its part of the config, where the project has these locales and spells them so.
    pub(crate) fn config(
        &self,
        locales: &[Locale],
        spellings: &BTreeMap<Locale, String>,
    ) -> String {
        let others = self.paired().any(|it| !locales.contains(it));
        let theirs: Vec<String> = self.paired().map(|it| quoted(it.as_str())).collect();
        let theirs =
            if others { format!("locales = [{}]\n", theirs.join(", ")) } else { String::new() };
        let own = self.targets.iter().filter_map(|(locale, (spelling, _))| {
            let outer = spellings.get(locale).map_or(locale.as_str(), String::as_str);
            (outer != spelling).then_some((locale, spelling.as_str()))
        });
        let own = spelled(own);
        let own = if own.is_empty() { own } else { format!("spellings = {own}\n") };
        format!("{self}{theirs}{own}")
    }
}

/// A table of spellings; nothing where there are none.
pub(crate) fn spelled<'s>(pairs: impl Iterator<Item = (&'s Locale, &'s str)>) -> String {
    let pairs: Vec<String> =
        pairs.map(|(locale, text)| format!("{locale} = {}", quoted(text))).collect();
    if pairs.is_empty() { String::new() } else { format!("{{ {} }}", pairs.join(", ")) }
}

fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

impl fmt::Display for Detected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = &self.kind;
        write!(f, "[collections.{}]\nformat = \"{}\"\n{}", self.name, kind.format, kind.more)?;
        writeln!(f, "source = {}", quoted(&self.source))?;
        writeln!(f, "target = {}", quoted(&self.target))?;
        let list = |texts: Vec<String>| format!("[{}]", texts.join(", "));
        if !self.include.is_empty() {
            writeln!(f, "include = {}", list(self.include.iter().map(|it| quoted(it)).collect()))?;
        }
        if !self.exclude.is_empty() {
            writeln!(f, "exclude = {}", list(self.exclude.iter().map(|it| quoted(it)).collect()))?;
        }
        Ok(())
    }
}
