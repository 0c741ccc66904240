//! A term at the end of its words.

use crate::Status;
use crate::language::Language;
use crate::reading::Reading;

/// A term, where its words end in a trie.
pub(crate) struct Leaf {
    /// The place of its entry in the glossary.
    pub(crate) entry: usize,
    /// What is said of it there.
    pub(crate) status: Status,
    pub(crate) words: Vec<Word>,
    pub(crate) case_sensitive: bool,
}

/// A word of a term.
pub(crate) struct Word {
    /// As it is written.
    written: String,
    /// Without case and optional marks.
    loose: String,
}

impl Word {
    pub(crate) fn new(written: &str, language: &Language) -> Self {
        Self { written: written.to_owned(), loose: language.loose(written) }
    }
}

impl Leaf {
    /// Whether the tokens from `start`, of which the stems are those of its words, are forms of them.
    pub(crate) fn fits(&self, reading: &Reading<'_>, start: usize) -> bool {
        self.words.iter().enumerate().all(|(at, word)| {
            let written = reading.written(start + at);
            let Some(form) = reading.form(start + at) else { return false };
            let is_form = || reading.language.is_form(&word.loose, &form.loose);
            let has_case = || !self.case_sensitive || same_case(&word.written, written);
            written == word.written || is_form() && has_case()
        })
    }
}

/// Whether two forms of a word have the same capitals as far as they are the same.
fn same_case(one: &str, other: &str) -> bool {
    let first = one.chars().zip(other.chars()).find(|(a, b)| a != b);
    first.is_none_or(|(a, b)| !a.to_lowercase().eq(b.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_compared_as_far_as_words_are_the_same() {
        assert!(same_case("Sync", "Syncs"));
        assert!(same_case("Sync", "Synced"));
        assert!(!same_case("Sync", "sync"));
        assert!(!same_case("Sync", "SYNC"));
    }
}
