//! Holding what a source speaks of against a target.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::side::Place;
use crate::{Matcher, Status, TermCheck, TermFinding};

/// What a source speaks of: one entry, or several that have the same term.
pub(crate) struct Concept {
    /// The places of the entries in the glossary.
    pub(crate) entries: Vec<usize>,
    /// Where it stands first.
    pub(crate) span: Range<usize>,
    /// Whether the source calls it by a permitted term.
    pub(crate) is_permitted: bool,
}

/// The concepts at some places, each once.
pub(crate) fn concepts(places: Vec<Place>) -> Vec<Concept> {
    let mut known = HashSet::new();
    let of = |it: Place| {
        let is_permitted = it.terms.iter().any(|(_, status)| status.is_permitted());
        let same = it.terms.iter().filter(|(_, status)| status.is_permitted() == is_permitted);
        let entries = same.map(|(entry, _)| *entry).collect();
        Concept { entries, span: it.span, is_permitted }
    };
    let all = places.into_iter().map(of);
    all.filter(|it| known.insert((it.entries.clone(), it.is_permitted))).collect()
}

/// Holds what a source speaks of against a target.
pub(crate) struct Judge<'m, 'g, 't> {
    matcher: &'m Matcher<'g>,
    source: &'t str,
    target: &'t str,
    /// The terms in the target.
    places: Vec<Place>,
    /// The places where a forbidden term of an entry stands.
    forbidden: HashMap<usize, Vec<usize>>,
    /// The entries of which a permitted term stands in the target as it is.
    rendered: HashSet<usize>,
    /// The entries that the source speaks of.
    spoken: HashSet<usize>,
    /// The entries of which the source has a forbidden term.
    misnamed: HashSet<usize>,
    /// The parts of terms in the target, once they are asked for.
    parts: Option<HashSet<u32>>,
    /// Those that stand outside of forbidden terms.
    outer_parts: Option<HashSet<u32>>,
    /// Where something was told.
    told: HashSet<usize>,
    /// What was found.
    pub(crate) findings: Vec<TermFinding<'g>>,
}

impl<'m, 'g, 't> Judge<'m, 'g, 't> {
    /// Makes ready to judge a target, after what its source speaks of.
    pub(crate) fn new(
        matcher: &'m Matcher<'g>,
        concepts: &[Concept],
        [source, target]: [&'t str; 2],
    ) -> Self {
        let places = matcher.target_places(target);
        let mut forbidden: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut rendered = HashSet::new();
        for (at, place) in places.iter().enumerate() {
            for (entry, status) in &place.terms {
                if status.is_permitted() {
                    rendered.insert(*entry);
                } else {
                    forbidden.entry(*entry).or_default().push(at);
                }
            }
        }
        Self {
            matcher,
            source,
            target,
            places,
            forbidden,
            rendered,
            spoken: of(concepts.iter()),
            misnamed: of(concepts.iter().filter(|it| !it.is_permitted)),
            parts: None,
            outer_parts: None,
            told: HashSet::new(),
            findings: Vec::new(),
        }
    }

    /// Whether the target has a permitted term of a concept.
    pub(crate) fn renders(&mut self, concept: &Concept) -> bool {
        let is_clean = self.wrong(concept).is_empty();
        self.is_rendered(concept, is_clean)
    }

    /// Where a forbidden term stands for a concept.
    fn wrong(&self, concept: &Concept) -> Vec<usize> {
        let found = concept.entries.first().and_then(|entry| self.forbidden.get(entry));
        let places = found.into_iter().flatten().copied();
        places.filter(|at| self.is_wrong(*at, concept)).collect()
    }

    /// Finds what the target does against one concept.
    pub(crate) fn concept(&mut self, concept: &Concept) {
        let wrong = self.wrong(concept);
        if self.is_rendered(concept, wrong.is_empty()) {
            return;
        }
        if wrong.is_empty() {
            let asks = |entry: &usize| self.matcher.presence.asks_for(*entry);
            if concept.is_permitted && concept.entries.iter().all(asks) {
                self.tell(TermCheck::Missing, concept, None);
            }
            return;
        }
        if concept.entries.iter().any(|it| self.misnamed.contains(it)) {
            return;
        }
        for at in wrong {
            if self.told.insert(at) {
                let span = self.places[at].span.clone();
                self.tell(TermCheck::Forbidden, concept, Some(span));
            }
        }
    }

    /// Whether a permitted term of the concept stands in the target, in whatever form: anywhere, or
    /// only outside of forbidden terms.
    fn is_rendered(&mut self, concept: &Concept, anywhere: bool) -> bool {
        if concept.entries.iter().any(|it| self.rendered.contains(it)) {
            return true;
        }
        let (matcher, target, places) = (self.matcher, self.target, &self.places);
        let parts = if anywhere {
            self.parts.get_or_insert_with(|| matcher.parts(target))
        } else {
            self.outer_parts
                .get_or_insert_with(|| matcher.parts(&without_forbidden(target, places)))
        };
        concept.entries.iter().any(|it| matcher.presence.of(*it, parts))
    }

    /// Whether what stands at a place of the target is forbidden for all that the concept may be, and
    /// permitted for nothing else that the source speaks of.
    fn is_wrong(&self, at: usize, concept: &Concept) -> bool {
        let terms = &self.places[at].terms;
        let forbids =
            |entry: &usize| terms.iter().any(|(it, status)| it == entry && !status.is_permitted());
        let permits = |(entry, status): &(usize, Status)| {
            status.is_permitted() && self.spoken.contains(entry)
        };
        concept.entries.iter().all(forbids) && !terms.iter().any(permits)
    }

    fn tell(&mut self, check: TermCheck, concept: &Concept, target: Option<Range<usize>>) {
        let entries = self.matcher.glossary.entries();
        let Some(entry) = concept.entries.first().map(|it| &entries[*it]) else { return };
        let text = match &target {
            Some(span) => self.target.get(span.clone()),
            None => self.source.get(concept.span.clone()),
        };
        let text = text.unwrap_or_default().to_owned();
        let instead = self.matcher.permitted(entry);
        let source = Some(concept.span.clone());
        self.findings.push(TermFinding { check, entry, text, source, target, instead });
    }
}

/// The entries of some concepts.
fn of<'a>(concepts: impl Iterator<Item = &'a Concept>) -> HashSet<usize> {
    concepts.flat_map(|it| it.entries.iter().copied()).collect()
}

/// A text without the places where a term stands that something forbids.
fn without_forbidden(text: &str, places: &[Place]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for place in places {
        if place.terms.iter().any(|(_, status)| !status.is_permitted()) {
            out.push_str(text.get(done..place.span.start).unwrap_or_default());
            out.push('\u{fffc}');
            done = place.span.end;
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
