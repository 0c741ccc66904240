//! A document of named values.

use std::ops::Range;

use hexapla_model::Diagnostic;

/// The most lists and tables that may stand within each other.
pub(super) const DEEPEST: usize = 64;

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) value: Value,
    /// Its bytes, quotes included.
    pub(super) span: Range<usize>,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A string, decoded.
    Text(String),
    /// Anything else that holds no other values.
    Other,
    /// Values in order.
    List(Vec<Node>),
    /// Values by name.
    Map(Vec<Entry>),
}

/// A named value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: String,
    /// Where the name begins.
    pub(super) start: usize,
    /// What is said to translators above it.
    pub(super) comment: Option<String>,
    pub(super) node: Node,
}

/// A document, or why it cannot be read.
pub(super) type Read = Result<Node, Diagnostic>;
