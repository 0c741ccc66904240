//! What a source speaks of, and what that is to be called.

use std::collections::HashSet;
use std::ops::Range;

use crate::judge::{Concept, Judge, concepts};
use crate::{Entry, Matcher};

/// A concept that a source speaks of, for who translates it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken<'g> {
    /// The entry of the concept.
    pub entry: &'g Entry,
    /// The bytes of the source where it stands first.
    pub span: Range<usize>,
    /// The terms of the target locale that may be used, the best first.
    pub permitted: Vec<&'g str>,
    /// The terms of the target locale that are not to be used.
    pub forbidden: Vec<&'g str>,
    /// Whether the target has a permitted term, by the rule of [`check`](crate::check()).
    pub is_used: bool,
}

/// What a source speaks of, in its order, each entry once; of homographs all.
///
/// Both are plain texts as of [`check`](crate::check()). An entry that tells a translator nothing (no
/// term of the target locale, definition or note) is left out.
pub fn spoken<'g>(source: &str, target: &str, matcher: &Matcher<'g>) -> Vec<Spoken<'g>> {
    let concepts = concepts(matcher.source_places(source));
    if concepts.is_empty() {
        return Vec::new();
    }
    let entries = matcher.glossary.entries();
    let mut judge = Judge::new(matcher, &concepts, [source, target]);
    let mut known = HashSet::new();
    let each = concepts.iter().flat_map(|it| it.entries.iter().map(move |entry| (*entry, it)));
    let new = each.filter(|(entry, _)| known.insert(*entry));
    let one = |(at, concept): (usize, &Concept)| {
        let (span, is_permitted) = (concept.span.clone(), concept.is_permitted);
        let alone = Concept { entries: vec![at], span: span.clone(), is_permitted };
        let entry = &entries[at];
        let (permitted, forbidden) = (matcher.permitted(entry), matcher.forbidden(entry));
        Spoken { entry, span, permitted, forbidden, is_used: judge.renders(&alone) }
    };
    new.map(one).filter(tells).collect()
}

fn tells(it: &Spoken<'_>) -> bool {
    let has_words = it.entry.definition.is_some() || it.entry.note.is_some();
    has_words || !it.permitted.is_empty() || !it.forbidden.is_empty()
}
