//! Marks in front matter that name the commit a translation was made from.

use std::collections::BTreeSet;

use hexapla_formats::{FieldPattern, FieldRules, Format, extract};
use hexapla_model::Locale;

use super::history::MarkedSource;
use crate::snapshot::{Collection, Document, Snapshot};

/// The fields that are looked for where a collection names none.
const KNOWN: [&str; 4] =
    ["default_lang_commit", "l10n.sourceCommit", "sourceCommit", "source_commit"];

/// A field that names a commit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The field.
    pub field: String,
    /// The name of a commit, perhaps shortened.
    pub commit: String,
    /// What a comment beside it says: that the page was patched since, for one.
    pub note: Option<String>,
}

/// The marks of a target, in the order of its front matter.
pub fn marks(document: &Document, collection: &Collection) -> Vec<Mark> {
    if collection.format != Format::Markdown {
        return Vec::new();
    }
    let Some(head) = front_matter(&document.bytes) else { return Vec::new() };
    let known = || KNOWN.iter().filter_map(|field| field.parse().ok()).collect();
    let include: Vec<FieldPattern> =
        collection.mark.clone().map_or_else(known, |field| vec![field]);
    let rules = FieldRules { include, ..FieldRules::default() };
    let units = extract(Format::Markdown, head, &rules).units;
    let fields = units.into_iter().filter_map(|unit| Some((unit.key?, unit.text, unit.span)));
    let mark = |(key, text, span): (hexapla_model::UnitKey, String, std::ops::Range<usize>)| {
        let commit = text.trim().to_ascii_lowercase();
        let rest = head.get(span.end..).unwrap_or_default();
        let rest =
            String::from_utf8_lossy(rest.split(|it| *it == b'\n').next().unwrap_or_default());
        let note = rest.split_once('#').map(|(_, note)| note.trim().to_owned());
        Mark { field: key.to_string(), commit, note: note.filter(|it| !it.is_empty()) }
    };
    fields.map(mark).filter(|mark| !mark.commit.is_empty()).collect()
}

/// The first lines of a page, up to the fence that ends its front matter.
fn front_matter(bytes: &[u8]) -> Option<&[u8]> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let fence = start.get(..3).filter(|it| matches!(*it, b"---" | b"+++"))?;
    let mut end = bytes.len() - start.len();
    for (number, line) in start.split_inclusive(|it| *it == b'\n').enumerate() {
        end += line.len();
        if number > 0 && line.trim_ascii_end() == fence {
            return bytes.get(..end);
        }
    }
    None
}

/// Every commit that some mark names, with the source that it is about.
pub fn marked_sources(snapshot: &Snapshot) -> BTreeSet<MarkedSource> {
    let mut named = BTreeSet::new();
    for resource in snapshot.resources.values() {
        let Some(source) = &resource.source else { continue };
        let targets: &std::collections::BTreeMap<Locale, _> = &resource.targets;
        for target in targets.values() {
            let marks = marks(target, &resource.collection).into_iter();
            named.extend(marks.map(|mark| (mark.commit, source.path.clone())));
        }
    }
    named
}
