//! The fields at the top of a document.

use std::ops::Range;

use hexapla_model::Diagnostic;

/// In which language front matter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Yaml,
    Toml,
}

/// The front matter of a document: what stands between its fences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) language: Language,
    /// The bytes between the fences.
    pub(super) inner: Range<usize>,
    /// Where the document's body begins.
    pub(super) end: usize,
}

/// Finds front matter: between a first line `---` (YAML) or `+++` (TOML) and the next such line.
///
/// Where it is not closed there is none, and a diagnostic says so; the text is then read as body.
pub(super) fn find(text: &str) -> (Option<FrontMatter>, Option<Diagnostic>) {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let (fence, language) = match first.trim_end() {
        "---" => ("---", Language::Yaml),
        "+++" => ("+++", Language::Toml),
        _ => return (None, None),
    };
    let inner = start + first.len();
    let mut at = inner;
    for line in lines {
        if line.trim_end() == fence {
            let end = at + line.len();
            return (Some(FrontMatter { language, inner: inner..at, end }), None);
        }
        at += line.len();
    }
    if language == Language::Yaml && !looks_like_yaml(&text[inner..]) {
        // A thematic break.
        return (None, None);
    }
    let problem =
        Diagnostic::error("front-matter-unclosed", start..start + 3, "front matter is not closed")
            .with_hint(format!("add a line `{fence}` behind its last field"));
    (None, Some(problem))
}

fn looks_like_yaml(text: &str) -> bool {
    let name = |c: char| c.is_alphanumeric() || "_-.".contains(c);
    let line = text.lines().next().unwrap_or_default();
    line.trim_start_matches(name).starts_with(':') && line.starts_with(name)
}
