//! Named fields: catalogues in JSON, TOML and YAML, and the front matter of documents.
//!
//! Each language is read into the same tree of [`node::Node`]s with places. Which of them are
//! units ([`units`]) is the same for all; how a value is written is each language's own.

mod addition;
mod catalogue;
mod comment;
mod described;
mod graft;
mod insert;
mod json;
mod json_string;
mod json_text;
mod key;
mod meaning;
mod node;
mod place;
mod render;
mod toml;
mod toml_depth;
mod toml_string;
mod tree_writer;
mod units;
mod yaml;
mod yaml_block;
mod yaml_plain;
mod yaml_scalar;

use std::ops::Range;

use hexapla_model::Unit;

use crate::{Extracted, FieldRules, MergeError};

pub(crate) use catalogue::{extract, insert, render, root, to_json};
pub(crate) use described::{LOCALE as ARB_LOCALE, arb_in_locale, spelled as arb_locale};
pub(crate) use insert::insert_toml;

/// In what a catalogue is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Json,
    Toml,
    Yaml,
    /// JSON as Flutter writes it.
    Arb,
    /// JSON as FormatJS extracts it.
    FormatJs,
}

impl Language {
    /// Whether it is written in JSON.
    pub(crate) fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Arb | Self::FormatJs)
    }
}

/// The chosen fields of a TOML document.
pub(crate) fn extract_toml(text: &str, rules: &FieldRules) -> Extracted {
    units::units(text, toml::read(text), rules)
}

/// The chosen fields of a YAML document.
pub(crate) fn extract_yaml(text: &str, rules: &FieldRules) -> Extracted {
    units::units(text, yaml::read(text), rules)
}

/// The names of the outermost fields of a TOML document, with their places.
pub(crate) fn names_toml(text: &str) -> Vec<(String, Range<usize>)> {
    names(toml::read(text))
}

/// The names of the outermost fields of a YAML document, with their places.
pub(crate) fn names_yaml(text: &str) -> Vec<(String, Range<usize>)> {
    names(yaml::read(text))
}

fn names(read: node::Read) -> Vec<(String, Range<usize>)> {
    let Ok(node::Document { top: node::Node { value: node::Value::Map(entries, _), .. }, .. }) =
        read
    else {
        return Vec::new();
    };
    let named = |it: node::Entry| (it.name, it.start..it.node.span.end.max(it.start));
    entries.into_iter().map(named).collect()
}

/// The bytes of a TOML value that says `new`, quoted as the present one where that is possible.
pub(crate) fn render_toml(file: &str, unit: &Unit, new: &str) -> Result<String, MergeError> {
    Ok(render::toml(file, unit, new))
}

/// The bytes of a YAML scalar that says `new`, quoted as the present one where that is possible.
pub(crate) fn render_yaml(file: &str, unit: &Unit, new: &str) -> Result<String, MergeError> {
    Ok(render::yaml(file, unit, new))
}
