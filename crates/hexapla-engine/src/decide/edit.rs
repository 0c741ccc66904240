//! New texts into a target.

use hexapla_formats::{Edit, Format, Insertion, PluralForm, extract, insert, merge};
use hexapla_ledger::KeptText;
use hexapla_model::{Meaning, Unit};

use super::{DecideError, Item, Place, Plan, Write};
use crate::assess::{UnitStatus, assess_one};
use crate::snapshot::Document;

impl Place<'_> {
    /// Writes new texts into the target; gives, for each, the blocks that it became.
    pub(super) fn write_texts(
        &self,
        texts: &[(&Item, &str)],
        plan: &mut Plan,
    ) -> Result<Vec<Vec<KeptText>>, DecideError> {
        if texts.is_empty() {
            return Ok(Vec::new());
        }
        let collection = &self.resource.collection;
        let before = self.resource.targets.get(self.locale);
        for document in before.into_iter().chain(self.resource.given(self.locale)) {
            readable(document)?;
        }
        let bytes = before.map_or(&[][..], |document| &document.bytes);
        let texts = self.pieces(texts)?;
        let (edits, insertions) = split(&texts, self.resource.given_units(self.locale));
        let fail = |error| DecideError::Merge { unit: self.address(texts[0].status), error };
        let edited = merge(collection.format, bytes, &edits, &collection.rules).map_err(fail)?;
        let source = self.resource.given(self.locale).map_or(&[][..], |document| &document.bytes);
        let pairs = self.pairs();
        let rules = collection.rules.in_locale(self.locale);
        let written = if insertions.is_empty() {
            edited
        } else {
            insert(collection.format, source, &edited, &pairs, &insertions, &rules).map_err(fail)?
        };
        let after = extract(collection.format, &written, &collection.rules).units;
        let written_texts = texts.iter().map(|text| text.find(&after, collection.format)).collect();
        let path = self.resource.target_path(self.locale);
        plan.expects.insert(path.clone(), before.map(|document| document.bytes.clone()));
        plan.writes.push(Write { path, bytes: written });
        Ok(written_texts)
    }

    /// Each text by the blocks that it is for: of a target of several blocks, as many pieces.
    fn pieces<'t>(&self, texts: &[(&'t Item, &'t str)]) -> Result<Vec<NewText<'t>>, DecideError> {
        let of = |(item, text): &(&'t Item, &'t str)| {
            let units = self.target_units(&item.status);
            let pieces = match units {
                [] | [_] => Some(vec![*text]),
                several => pieces(text, several),
            };
            let pieces = pieces.ok_or_else(|| DecideError::NotAsManyBlocks {
                unit: self.address(&item.status),
                expected: units.len(),
            })?;
            Ok(NewText { status: &item.status, pieces })
        };
        texts.iter().map(of).collect()
    }

    /// Which units of what it is made from the target has, and where.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let here = assess_one(self.snapshot, self.id, self.resource, self.locale);
        here.iter()
            .filter(|status| !status.given_at().is_empty() && !status.target.is_empty())
            .map(|status| (status.given_at().start, status.target.start))
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

/// A new text for the target of a unit, by blocks.
struct NewText<'t> {
    status: &'t UnitStatus,
    pieces: Vec<&'t str>,
}

impl NewText<'_> {
    /// What it became: the unit with its key, or blocks with these texts.
    fn find(&self, units: &[Unit], format: Format) -> Vec<KeptText> {
        let found = |text: &&str| {
            let found = units.iter().find(|unit| match &self.status.key {
                Some(key) => unit.key.as_ref() == Some(key),
                None => unit.key.is_none() && unit.text == *text,
            });
            debug_assert!(found.is_some(), "{format:?} reads back what it wrote");
            let fingerprint = found.map_or_else(|| Meaning::of("text", text), |it| it.fingerprint);
            KeptText { fingerprint, text: (*text).to_owned() }
        };
        self.pieces.iter().map(found).collect()
    }
}

/// A text divided at its blank lines into as many pieces as there are blocks; a block that holds
/// blank lines itself, as code may, gets as many as it had. Nothing where there are more or fewer.
fn pieces<'t>(text: &'t str, blocks: &[Unit]) -> Option<Vec<&'t str>> {
    let had = |unit: &Unit| unit.text.split("\n\n").count();
    let mut starts = vec![0];
    starts.extend(text.match_indices("\n\n").map(|(at, gap)| at + gap.len()));
    if starts.len() != blocks.iter().map(had).sum::<usize>() {
        return None;
    }
    starts.push(text.len() + "\n\n".len());
    let mut at = 0;
    let mut piece = |unit: &Unit| {
        let start = starts[at];
        at += had(unit);
        text[start..starts[at] - "\n\n".len()].trim_matches('\n')
    };
    let pieces: Vec<&str> = blocks.iter().map(&mut piece).collect();
    pieces.iter().all(|piece| !piece.trim().is_empty()).then_some(pieces)
}

/// Texts for units that the target has, and for those that it has not yet.
fn split(texts: &[NewText<'_>], sources: &[Unit]) -> (Vec<Edit>, Vec<Insertion>) {
    let (mut edits, mut insertions) = (Vec::new(), Vec::new());
    for NewText { status, pieces } in texts {
        let texts = pieces.iter().map(|piece| (*piece).to_owned());
        if status.target.is_empty() {
            let source_index = status.given_at().start;
            let form = form(status, sources.get(source_index));
            insertions.extend(texts.map(|text| Insertion { source_index, text, form }));
        } else {
            let places = status.target.clone();
            edits.extend(places.zip(texts).map(|(index, text)| Edit { index, text }));
        }
    }
    insertions.sort_by_key(|insertion| insertion.source_index);
    (edits, insertions)
}

/// The plural category that a unit is a form for, where its source is under another.
fn form(status: &UnitStatus, source: Option<&Unit>) -> Option<&'static str> {
    let key =
        status.key.as_ref().filter(|key| source.is_some_and(|it| it.key.as_ref() != Some(key)))?;
    PluralForm::of(key).map(|form| form.category)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hexapla_formats::extract;

    #[test]
    fn a_text_is_divided_as_its_blocks_are() {
        let page = b"Do this:\n\n```\none\n\ntwo\n```\n\nAnd that.\n";
        let units = extract(Format::Markdown, page, &hexapla_formats::FieldRules::default()).units;
        assert_eq!(units.len(), 3);
        let text = "Do this now:\n\none\n\nthree\n\nAnd this.";
        assert_eq!(pieces(text, &units), Some(vec!["Do this now:", "one\n\nthree", "And this."]));
        for text in ["Do this now:", "a\n\nb\n\nc", "a\n\nb\n\nc\n\nd\n\ne"] {
            assert_eq!(pieces(text, &units), None, "{text:?}");
        }
        assert_eq!(pieces("a\n\n\nb", &units[..1]), None);
    }
}
