//! Markdown.

use hexapla_model::Unit;

use crate::{Extracted, FieldRules, Insertion, MergeError};

pub(crate) fn extract(_text: &str, _rules: &FieldRules) -> Extracted {
    Extracted::default()
}

pub(crate) fn render(_file: &str, _unit: &Unit, new: &str) -> Result<String, MergeError> {
    Ok(new.to_owned())
}

pub(crate) fn insert(
    _source: &str,
    target: &str,
    _pairs: &[(usize, usize)],
    _insertions: &[Insertion],
    _rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    Ok(target.as_bytes().to_vec())
}
