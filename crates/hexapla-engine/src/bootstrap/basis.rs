//! Which source a target was made from.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use hexapla_model::{Timestamp, UnitKey};

use super::follow::{changed, signs};
use super::history::{Blob, History, Marked};
use super::mark::marks;
use super::report::Note;
use super::{Marks, Place, Texts};
use crate::snapshot::{Document, Snapshot};

/// A source that a target was made from, and why it is thought so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Basis {
    /// The source.
    pub blob: Blob,
    /// When the target was made from it.
    pub at: Timestamp,
    /// Why it is thought so.
    pub evidence: Evidence,
    /// How sure that is, from 0 to 1.
    pub confidence: f32,
}

/// Why a source is thought to be what a target was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// A mark in the target says so.
    Mark,
    /// It stood there when the target was last really changed.
    History,
}

/// What was found about a target.
#[derive(Default)]
pub(super) struct Found {
    pub(super) basis: Option<Basis>,
    pub(super) notes: Vec<(String, Note)>,
}

/// How sure a mark is.
const MARK: f32 = 0.98;

/// How sure a mark is beside another one that contradicts it, or that says the page was patched.
const DOUBTFUL_MARK: f32 = 0.9;

/// How sure it is that history tells right.
const HISTORY: f32 = 0.92;

/// From how many translated pages on a commit counts as mechanical.
const MANY: usize = 20;

/// How many blocks a target must have changed for each that its source did, where nothing else
/// tells whether it follows the source.
const SHARE: f32 = 0.7;

/// How many targets each commit changed.
pub(super) struct Changes(BTreeMap<usize, usize>);

impl Changes {
    pub(super) fn of(snapshot: &Snapshot, history: &History) -> Self {
        let mut touched = BTreeMap::new();
        for target in snapshot.resources.values().flat_map(|it| it.targets.values()) {
            for version in history.versions(&target.path) {
                *touched.entry(version.commit).or_default() += 1;
            }
        }
        Self(touched)
    }

    fn is_mechanical(&self, commit: usize) -> bool {
        self.0.get(&commit).is_some_and(|count| *count > MANY)
    }
}

impl Place<'_> {
    pub(super) fn basis(&self, texts: &mut Texts<'_>, target: &Document, marks: Marks) -> Found {
        let mut found = match marks {
            Marks::Believed => self.marked(target),
            Marks::Ignored => Found::default(),
        };
        if found.basis.is_none() {
            let (basis, note) = self.by_history(texts, target);
            found.basis = basis;
            found.notes.extend(note.map(|note| (target.path.clone(), note)));
        }
        found
    }

    /// What the marks of a target say. Of two that contradict each other the later commit counts.
    fn marked(&self, target: &Document) -> Found {
        let mut found = Found::default();
        let Some(source) = &self.resource.source else { return found };
        let mut first: Option<String> = None;
        for mark in marks(target, &self.resource.collection) {
            let named = (mark.commit.clone(), source.path.clone());
            let mut note = |note| found.notes.push((target.path.clone(), note));
            let (at, blob) = match self.history.marked.get(&named) {
                Some(Marked::Source { at, blob }) => (*at, *blob),
                Some(Marked::NoSource) => {
                    note(Note::NoSource(mark.commit));
                    continue;
                }
                Some(Marked::NoCommit) | None => {
                    note(Note::NoCommit(mark.commit));
                    continue;
                }
            };
            let confidence = if mark.note.is_some() { DOUBTFUL_MARK } else { MARK };
            let basis = Basis { blob, at, evidence: Evidence::Mark, confidence };
            found.basis = Some(match found.basis.take() {
                Some(other) if other.blob != blob => {
                    let other_mark = first.clone().unwrap_or_default();
                    note(Note::Conflict(other_mark, mark.commit.clone()));
                    let later = if other.at >= at { other } else { basis };
                    Basis { confidence: DOUBTFUL_MARK, ..later }
                }
                Some(other) => other,
                None => basis,
            });
            first.get_or_insert(mark.commit);
        }
        found
    }

    /// The source as it stood when the target last followed it.
    ///
    /// The versions of the target are gone through from the first. A version moves the target on
    /// to the source of its time if it says something else than the one before, is no mechanical
    /// change of many pages, and follows what changed in the source since.
    fn by_history(
        &self,
        texts: &mut Texts<'_>,
        target: &Document,
    ) -> (Option<Basis>, Option<Note>) {
        let Some(source) = &self.resource.source else { return (None, None) };
        let versions = self.history.versions(&target.path);
        let mut basis: Option<Basis> = None;
        let mut before: Option<Arc<Document>> = None;
        for version in versions {
            let Some(now) = version.blob.and_then(|blob| texts.get(blob)) else { continue };
            let Some(commit) = self.history.commits.get(version.commit) else { continue };
            let blob = self.history.as_of(&source.path, version.commit);
            let is_real = before.as_ref().is_none_or(|it| says_else(it, &now))
                && (basis.is_none() || !self.changes.is_mechanical(version.commit));
            if let Some(blob) = blob.filter(|_| is_real) {
                let was = basis.map(|basis| basis.blob).zip(before.as_deref());
                let follows = was.is_none_or(|(base, before)| {
                    base == blob || self.follows(texts, (base, blob), before, &now)
                });
                if follows {
                    let (at, evidence) = (commit.at, Evidence::History);
                    basis = Some(Basis { blob, at, evidence, confidence: HISTORY });
                }
            }
            before = Some(now);
        }
        let note = match basis {
            Some(_) => None,
            None if self.history.is_shallow => Some(Note::Shallow),
            None => Some(Note::NoHistory),
        };
        (basis, note)
    }

    /// Whether a change of the target follows a change of the source.
    fn follows(
        &self,
        texts: &mut Texts<'_>,
        (base, blob): (Blob, Blob),
        before: &Document,
        now: &Document,
    ) -> bool {
        let (Some(base), Some(source)) = (texts.get(base), texts.get(blob)) else { return true };
        let signs = signs(base.units(), source.units(), now.units());
        if signs.contra > signs.pro {
            return false;
        }
        let earlier = self::signs(base.units(), source.units(), before.units());
        if signs.pro > earlier.pro && signs.pro >= 2 * signs.contra {
            return true;
        }
        let sources = changed(source.units(), base.units());
        let keys: HashSet<Option<&UnitKey>> = sources.iter().map(|it| it.key.as_ref()).collect();
        let mut targets = changed(now.units(), before.units());
        targets.retain(|it| keys.contains(&it.key.as_ref()));
        targets.len() as f32 >= SHARE * sources.len() as f32
    }
}

/// Whether two versions of a target differ in more than layout.
fn says_else(one: &Document, other: &Document) -> bool {
    let said = |document: &'_ Document| -> Vec<_> {
        document.units().iter().map(|unit| (unit.key.clone(), unit.fingerprint)).collect()
    };
    said(one) != said(other)
}
