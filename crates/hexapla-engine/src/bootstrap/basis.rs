//! Which source a target was made from.

use std::collections::BTreeMap;

use hexapla_model::{Locale, Timestamp};

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
    pub(super) fn basis(
        &self,
        texts: &mut Texts<'_>,
        locale: &Locale,
        target: &Document,
        marks: Marks,
    ) -> Found {
        let mut found = match marks {
            Marks::Believed => self.marked(target),
            Marks::Ignored => Found::default(),
        };
        if found.basis.is_none() {
            let (basis, note) = self.from_history(texts, locale, target);
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

    /// The source as it stood when the target was last really changed.
    fn from_history(
        &self,
        texts: &mut Texts<'_>,
        _locale: &Locale,
        target: &Document,
    ) -> (Option<Basis>, Option<Note>) {
        let Some(source) = &self.resource.source else { return (None, None) };
        let versions = self.history.versions(&target.path);
        if versions.is_empty() {
            return (None, Some(Note::NoHistory));
        }
        for at in (0..versions.len()).rev() {
            let version = versions[at];
            if at > 0
                && (self.changes.is_mechanical(version.commit) || !self.is_real(texts, target, at))
            {
                continue;
            }
            let blob = self.history.as_of(&source.path, version.commit);
            let commit = self.history.commits.get(version.commit);
            let (Some(blob), Some(commit)) = (blob, commit) else { break };
            let basis =
                Basis { blob, at: commit.at, evidence: Evidence::History, confidence: HISTORY };
            return (Some(basis), None);
        }
        let note = if self.history.is_shallow { Note::Shallow } else { Note::NoHistory };
        (None, Some(note))
    }

    /// Whether a version says anything else than the one before.
    fn is_real(&self, texts: &mut Texts<'_>, target: &Document, at: usize) -> bool {
        let versions = self.history.versions(&target.path);
        let mut units = |at: usize| versions.get(at)?.blob.and_then(|blob| texts.get(blob));
        let (Some(now), Some(before)) = (units(at), units(at - 1)) else { return true };
        let print = |document: &Document| -> Vec<_> {
            document.units().iter().map(|unit| (unit.key.clone(), unit.fingerprint)).collect()
        };
        print(&now) != print(&before)
    }
}
