//! Catalogues as a whole: JSON, TOML and YAML files of named texts.

use std::ops::Range;

use crate::fields::{self, Language};
use crate::fluent::Select;
use crate::{FieldRules, Format, placeholders};

/// The catalogue as JSON, nested as it is; nothing where it cannot be read or is no catalogue.
///
/// Where the rules name a root, it stands in place of the catalogue's own. What JSON cannot say (a
/// date, `.inf`) is text there; what Hexapla does not read back (aliases, tags) is left out.
pub fn to_json(format: Format, text: &str, rules: &FieldRules) -> Option<String> {
    fields::to_json(language(format)?, text, rules)
}

/// The name that the root of a catalogue really has, and its place; nothing where the rules ask
/// for no root or it has none.
pub fn root(format: Format, text: &str, rules: &FieldRules) -> Option<(String, Range<usize>)> {
    fields::root(language(format)?, text, rules)
}

/// The plurals in a catalogue's text (ICU MessageFormat 1).
pub fn selects(text: &str, rules: &FieldRules) -> Vec<Select> {
    placeholders::selects(text, rules.placeholders)
}

fn language(format: Format) -> Option<Language> {
    match format {
        Format::Json => Some(Language::Json),
        Format::Toml => Some(Language::Toml),
        Format::Yaml => Some(Language::Yaml),
        Format::Fluent | Format::Markdown | Format::Vtt | Format::Srt | Format::Asset => None,
    }
}
