//! Whether a translation keeps to the glossary.

use crate::judge::{Judge, concepts};
use crate::side::Place;
use crate::{Matcher, TermCheck, TermFinding};

/// What a translation does against the glossary, in the order of the source.
///
/// Both are plain texts without codes, such as `texts` of `hexapla-checks` gives, of a whole unit:
/// a term that one sentence of the source has may be rendered in another. Runs of one unit are
/// joined by U+FFFC, over which no term goes.
///
/// What is not certain is not told:
///
/// * a target locale in which the entry has no terms says nothing;
/// * a term counts as rendered where a permitted one stands once, in any form, order or compound;
/// * of homographs, one that is rendered is enough;
/// * a forbidden term is told only where the source has the concept and no permitted term stands
///   beside it: it may render another word. Nor is it told where it is a permitted term of something
///   else that the source speaks of, or where the source has a forbidden term of the concept itself;
/// * nothing is told of a target that is the source, or has no words.
pub fn check<'g>(source: &str, target: &str, matcher: &Matcher<'g>) -> Vec<TermFinding<'g>> {
    if source == target || !target.chars().any(char::is_alphanumeric) {
        return Vec::new();
    }
    let concepts = concepts(matcher.source_places(source));
    if concepts.is_empty() {
        return Vec::new();
    }
    let mut judge = Judge::new(matcher, &concepts, [source, target]);
    for concept in &concepts {
        judge.concept(concept);
    }
    judge.findings
}

/// The terms that are not to stand in sources, in the order of the text.
pub fn check_source<'g>(source: &str, matcher: &Matcher<'g>) -> Vec<TermFinding<'g>> {
    let entries = matcher.glossary.entries();
    let forbidden = |it: Place| {
        let concept = concepts(vec![it]).into_iter().next().filter(|it| !it.is_permitted)?;
        let entry = &entries[*concept.entries.first()?];
        Some(TermFinding {
            check: TermCheck::Forbidden,
            entry,
            text: source.get(concept.span.clone())?.to_owned(),
            source: Some(concept.span),
            target: None,
            instead: matcher.permitted_in_source(entry),
        })
    };
    matcher.source_places(source).into_iter().filter_map(forbidden).collect()
}
