//! Named fields: TOML catalogues, and the front matter of documents in YAML or TOML.
//!
//! Either language is read into the same tree of [`node::Node`]s with places. Which of them are
//! units ([`units`]) and which a target is to get ([`wanted`]) is the same for both; how a value
//! is written and where a new one goes is each language's own.

mod added;
mod comment;
mod insert;
mod key;
mod meaning;
mod node;
mod render;
mod toml;
mod toml_depth;
mod toml_insert;
mod toml_string;
mod toml_write;
mod units;
mod wanted;
mod yaml;
mod yaml_block;
mod yaml_insert;
mod yaml_plain;
mod yaml_scalar;
mod yaml_write;

use hexapla_model::Unit;

use crate::{Extracted, FieldRules, Insertion, MergeError};

/// The chosen fields of a TOML document.
pub(crate) fn extract_toml(text: &str, rules: &FieldRules) -> Extracted {
    units::units(text, toml::read(text), rules)
}

/// The chosen fields of a YAML document.
pub(crate) fn extract_yaml(text: &str, rules: &FieldRules) -> Extracted {
    units::units(text, yaml::read(text), rules)
}

/// The bytes of a TOML value that says `new`, quoted as the present one where that is possible.
pub(crate) fn render_toml(file: &str, unit: &Unit, new: &str) -> Result<String, MergeError> {
    Ok(render::toml(file, unit, new))
}

/// The bytes of a YAML scalar that says `new`, quoted as the present one where that is possible.
pub(crate) fn render_yaml(file: &str, unit: &Unit, new: &str) -> Result<String, MergeError> {
    Ok(render::yaml(file, unit, new))
}

/// New fields into a TOML document, as [`insert`](crate::insert).
pub(crate) fn insert_toml(
    source: &str,
    target: &str,
    pairs: &[(usize, usize)],
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    insert::insert(&insert::TOML, source, target, pairs, insertions, rules)
}

/// New fields into a YAML document, as [`insert`](crate::insert).
#[allow(dead_code, reason = "for front matter, whose blocks are another room's")]
pub(crate) fn insert_yaml(
    source: &str,
    target: &str,
    pairs: &[(usize, usize)],
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    insert::insert(&insert::YAML, source, target, pairs, insertions, rules)
}
