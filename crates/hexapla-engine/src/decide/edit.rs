//! New texts into a target.

use hexapla_formats::{Edit, Insertion, extract, insert, merge};
use hexapla_model::{Group, Unit};

use super::{DecideError, Item, Place, Plan, Write};
use crate::assess::UnitStatus;
use crate::snapshot::Document;

impl Place<'_> {
    /// Writes new texts into the target; gives, for each, the group that it became.
    pub(super) fn write_texts(
        &self,
        texts: &[(&Item, &str)],
        plan: &mut Plan,
    ) -> Result<Vec<Group>, DecideError> {
        if texts.is_empty() {
            return Ok(Vec::new());
        }
        let collection = &self.resource.collection;
        let before = self.resource.targets.get(self.locale);
        for document in before.into_iter().chain(&self.resource.source) {
            readable(document)?;
        }
        let bytes = before.map_or(&[][..], |document| &document.bytes);
        let (edits, insertions) = self.split(texts);
        let fail = |error| DecideError::Merge { unit: self.address(&texts[0].0.status), error };
        let edited = merge(collection.format, bytes, &edits, &collection.rules).map_err(fail)?;
        let source = self.resource.source.as_ref().map_or(&[][..], |document| &document.bytes);
        let pairs = self.pairs();
        let rules = collection.rules.in_locale(self.locale);
        let written = if insertions.is_empty() {
            edited
        } else {
            insert(collection.format, source, &edited, &pairs, &insertions, &rules).map_err(fail)?
        };
        let after = extract(collection.format, &written, &collection.rules).units;
        let groups = texts
            .iter()
            .map(|(item, text)| find(&after, &item.status, text, collection.format))
            .collect();
        let path = self.resource.target_path(self.locale);
        plan.expects.insert(path.clone(), before.map(|document| document.bytes.clone()));
        plan.writes.push(Write { path, bytes: written });
        Ok(groups)
    }

    /// Texts for units that the target has, and for those that it has not yet.
    fn split(&self, texts: &[(&Item, &str)]) -> (Vec<Edit>, Vec<Insertion>) {
        let (mut edits, mut insertions) = (Vec::new(), Vec::new());
        for (item, text) in texts {
            let text = (*text).to_owned();
            if item.status.target.is_empty() {
                insertions.push(Insertion { source_index: item.status.source.start, text });
            } else {
                edits.push(Edit { index: item.status.target.start, text });
            }
        }
        insertions.sort_by_key(|insertion| insertion.source_index);
        (edits, insertions)
    }

    /// Which source units the target has, and where.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let statuses = crate::assess::assess(self.snapshot, self.id, self.resource);
        let here = statuses.get(self.locale).into_iter().flatten();
        here.filter(|status| !status.source.is_empty() && !status.target.is_empty())
            .map(|status| (status.source.start, status.target.start))
            .collect()
    }
}

/// Refuses to write into what cannot be read.
fn readable(document: &Document) -> Result<(), DecideError> {
    let Some(problem) = document.unread().cloned() else { return Ok(()) };
    let place = document.lines().position(problem.span.start);
    let (path, problem) = (document.path.clone(), problem.into());
    Err(DecideError::Unread { path, place, problem })
}

/// The group that a new text became: of the unit with its key, or of a block with its text.
fn find(units: &[Unit], status: &UnitStatus, text: &str, format: hexapla_formats::Format) -> Group {
    let found = units.iter().find(|unit| match &status.key {
        Some(key) => unit.key.as_ref() == Some(key),
        None => unit.key.is_none() && unit.text == text,
    });
    let alone = || hexapla_model::Meaning::of("text", text);
    debug_assert!(found.is_some(), "{format:?} reads back what it wrote");
    found.map_or_else(alone, |unit| unit.fingerprint).into()
}
