//! Catalogues as a whole: JSON, TOML and YAML files of named texts.

use std::ops::Range;

use hexapla_model::Locale;

use crate::fields::{self, Language};
use crate::fluent::Select;
use crate::{FieldRules, Format, placeholders, po};

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

/// The file, made of one of another language, as one of `locale`: where the format says
/// so (PO in a header, with its plural forms, and ARB), it names that. Any other file is as it was.
pub fn in_locale(format: Format, text: String, locale: &Locale) -> String {
    match format {
        Format::Po => po::in_locale(&text, locale),
        Format::Arb => fields::arb_in_locale(text, locale),
        _ => text,
    }
}

/// The compiled form (MO) of a PO catalogue.
pub fn compiled(text: &str) -> Vec<u8> {
    po::to_mo(text)
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
        Format::Arb => Some(Language::Arb),
        Format::FormatJs => Some(Language::FormatJs),
        Format::Fluent
        | Format::Markdown
        | Format::Vtt
        | Format::Srt
        | Format::Po
        | Format::Properties
        | Format::Android
        | Format::Asset => None,
    }
}
