//! Which Markdown a page is written in.

use std::fmt;
use std::str::FromStr;

/// A dialect of Markdown: which constructs beside CommonMark and GFM a page may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// What the page shows: every construct that can be nothing else. Hugo's shortcodes, `:::`
    /// containers, admonitions and tabs with an indented body, Liquid tags.
    #[default]
    Auto,
    /// MDX 3: JSX, expressions in braces, `import` and `export`; no HTML, no indented code.
    Mdx,
    /// Python-Markdown as MkDocs uses it: also definition lists, abbreviations and attribute
    /// lists, and admonitions without a body.
    MkDocs,
}

/// The text names no dialect.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a dialect of Markdown")]
pub struct ParseDialectError(String);

impl Dialect {
    /// All dialects by their names.
    pub const NAMES: [(&'static str, Self); 3] =
        [("auto", Self::Auto), ("mdx", Self::Mdx), ("mkdocs", Self::MkDocs)];

    /// The dialect of a file by its path: MDX where it ends so.
    pub fn of_path(path: &str) -> Self {
        if path.ends_with(".mdx") { Self::Mdx } else { Self::Auto }
    }
}

impl FromStr for Dialect {
    type Err = ParseDialectError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::NAMES.iter().find(|(name, _)| *name == text);
        found.map(|(_, dialect)| *dialect).ok_or_else(|| ParseDialectError(text.to_owned()))
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Self::NAMES.iter().find(|(_, dialect)| dialect == self);
        f.pad(name.map_or("auto", |(name, _)| name))
    }
}
