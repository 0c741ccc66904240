//! What the translations of other projects say of texts that are like one another.

use std::cmp::Reverse;
use std::ops::Range;

use hexapla_formats::Format;
use hexapla_memory::{Builder, Coded, Entry, Memory, Origin, Query};

use crate::assess::UnitStatus;
use crate::offers::rekeyed;
use crate::recall::{LEAST, Recalled, codes, recalled};
use crate::snapshot::Resource;
use crate::unit_texts::joined;

/// Translations from files of other tools. Nobody of this project vouches for them: each counts three
/// points less, and none is in context.
pub struct Imported(Memory);

/// A translation from a file of another tool.
#[derive(Clone, Copy, Debug)]
pub struct ImportedPair<'a> {
    /// The file.
    pub file: &'a str,
    /// The text that was translated.
    pub source: &'a str,
    /// Where its codes stand.
    pub codes: &'a [Range<usize>],
    /// Its translation.
    pub target: &'a str,
}

impl Imported {
    /// The memory of some pairs; takes time in proportion to the texts. What there is no room for is not
    /// remembered.
    pub fn of<'a>(pairs: impl IntoIterator<Item = ImportedPair<'a>>) -> Self {
        let mut builder = Builder::default();
        let _ = pairs.into_iter().try_for_each(|it| {
            builder.add(&Entry {
                source: Coded { text: it.source, codes: it.codes },
                target: it.target,
                origin: Origin::Imported { file: it.file },
                previous: None,
                next: None,
            })
        });
        Self(builder.build())
    }

    /// The translations of texts like the source of a unit, the likest first. Of a message it is the value
    /// that is looked for, where it has no more than that.
    pub fn like(&self, resource: &Resource, status: &UnitStatus, limit: usize) -> Vec<Recalled> {
        let format = resource.collection.format;
        let given = status.given(resource);
        let (text, all) = (joined(given), codes(given));
        let start = if format == Format::Fluent { value(&text) } else { Some(0) };
        let Some(start) = start else { return Vec::new() };
        let (key, text) = text.split_at(start);
        let within = all.iter().filter(|it| it.start >= start);
        let codes: Vec<Range<usize>> = within.map(|it| it.start - start..it.end - start).collect();
        let text = Coded { text, codes: &codes };
        let found = self.0.matches(&Query { text, context: None, limit, at_least: LEAST });
        let one = |target: &str| rekeyed(format, status.key.as_ref(), &format!("{key}{target}"));
        found.iter().map(|it| recalled(it, &text, one)).collect()
    }

    /// The translations of texts like a plain one, the likest first.
    pub fn like_text(&self, text: &str, at_least: u8, limit: usize) -> Vec<Recalled> {
        let text = Coded::plain(text);
        let found = self.0.matches(&Query { text, context: None, limit, at_least });
        found.iter().map(|it| recalled(it, &text, str::to_owned)).collect()
    }
}

/// The first of both: the project's own in their order, and each of the others behind every own one of at
/// least its percentage.
pub fn own_first(own: Vec<Recalled>, mut others: Vec<Recalled>, limit: usize) -> Vec<Recalled> {
    let mut all = own;
    others.sort_by_key(|it| Reverse(it.score));
    for other in others {
        let behind = all.iter().rposition(|it| it.score >= other.score);
        all.insert(behind.map_or(0, |at| at + 1), other);
    }
    all.truncate(limit);
    all
}

/// Where the value of a message begins that is written in one line.
fn value(text: &str) -> Option<usize> {
    let at = text.find('=').filter(|_| !text.contains('\n'))? + 1;
    Some(at + text[at..].len() - text[at..].trim_start().len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn some(from: &'static str) -> impl Strategy<Value = Vec<Recalled>> {
        let one = move |score| Recalled {
            text: "t".to_owned(),
            source: "s".to_owned(),
            marked: "s".to_owned(),
            score,
            from: from.to_owned(),
        };
        prop::collection::vec((50_u8..=100).prop_map(one), 0..8)
    }

    #[test]
    fn the_value_of_a_message_is_what_stands_behind_its_key() {
        assert_eq!(value("a = b = c"), Some(4));
        assert_eq!(value("a =b"), Some(3));
        assert_eq!(value("a =\n    .title = b"), None);
    }

    proptest! {
        #[test]
        fn the_projects_own_come_first(own in some("own"), others in some("other"), limit in 0_usize..20) {
            let all = own_first(own.clone(), others.clone(), limit);
            prop_assert_eq!(all.len(), limit.min(own.len() + others.len()));
            let kept: Vec<&Recalled> = all.iter().filter(|it| it.from == "own").collect();
            let first: Vec<&Recalled> = own.iter().take(kept.len()).collect();
            prop_assert_eq!(kept, first);
            for (at, other) in all.iter().enumerate().filter(|(_, it)| it.from == "other") {
                prop_assert!(all[at..].iter().all(|it| it.from == "other" || it.score < other.score));
                let before = all[..at].iter().filter(|it| it.from == "own").count();
                prop_assert_eq!(before.min(own.len()), own.iter().rposition(|it| it.score >= other.score).map_or(0, |at| at + 1));
            }
        }
    }
}
