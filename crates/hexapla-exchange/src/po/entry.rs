//! An entry of a PO file.

/// A message with what stands before it.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// Where its first line begins.
    pub(super) at: usize,
    /// Comments by translators (`# …`).
    pub(super) comments: Vec<String>,
    /// Comments that are extracted (`#. …`).
    pub(super) extracted: Vec<String>,
    pub(super) fuzzy: bool,
    pub(super) obsolete: bool,
    pub(super) previous: Option<String>,
    pub(super) context: Option<String>,
    pub(super) id: Option<String>,
    pub(super) translation: Option<String>,
}

/// A field of an entry that holds a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// `msgctxt`.
    Context,
    /// `msgid`.
    Id,
    /// `msgstr`.
    Translation,
    /// `#| msgid`.
    Previous,
    /// One that is not kept: `#| msgctxt`.
    Passed,
}

impl Entry {
    /// The string of a field.
    pub(super) fn field(&mut self, field: Field) -> Option<&mut Option<String>> {
        match field {
            Field::Context => Some(&mut self.context),
            Field::Id => Some(&mut self.id),
            Field::Translation => Some(&mut self.translation),
            Field::Previous => Some(&mut self.previous),
            Field::Passed => None,
        }
    }
}
