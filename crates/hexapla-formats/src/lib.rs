//! Text to units and back.
//!
//! [`extract`] finds the units of a file and never fails: what is not understood is kept out of
//! the units and told in a diagnostic. [`merge`] puts new texts into a file by replacing byte
//! ranges, so that nothing else of it changes:
//!
//! * merging every unit's own text gives the same bytes;
//! * changing one unit changes only that unit's bytes, and extracting gives the new text back.
//!
//! Both are pure functions of their arguments.

mod android;
mod asset;
pub mod bundle;
mod bytes;
pub mod catalogue;
mod conflict;
mod fields;
pub mod fluent;
mod markdown;
mod merge;
mod normalise;
mod placeholders;
mod plural;
mod plural_rules;
mod po;
mod properties;
mod rules;
mod splice;
mod subtitles;

use fields::Language;
use hexapla_model::{Diagnostic, Phrase, Unit};
use subtitles::Dialect as CueDialect;

pub use bytes::{DecodeError, decode};
pub use markdown::{
    Dialect, Images, ParseDialectError, escaped as escaped_html, front_matter_fields, row_cells,
    to_html, unit_images, unit_to_html,
};
pub use merge::{Edit, Insertion, MergeError, insert, merge};
pub use placeholders::{ParsePlaceholdersError, Placeholders};
pub use plural::{PLURAL_CATEGORIES, PluralForm, plural_category};
pub use plural_rules::{has_plural_rules, plural_rules};
pub use rules::{FieldPattern, FieldRules, ParsePatternError};

/// The version of unit boundaries and fingerprints together. It rises when any file could yield
/// another boundary or fingerprint than before.
pub const SCHEME: u32 = 1;

/// How a resource's text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Project Fluent (`.ftl`).
    Fluent,
    /// Markdown: CommonMark and GFM, with front matter in YAML or TOML.
    Markdown,
    /// A TOML catalogue: chosen fields are units, or all where none are chosen.
    Toml,
    /// A JSON catalogue, with comments or without.
    Json,
    /// A YAML catalogue.
    Yaml,
    /// WebVTT subtitles: the text of each cue is a unit.
    Vtt,
    /// SubRip subtitles: the text of each cue is a unit.
    Srt,
    /// PO of GNU gettext: each message, and each of its plural forms, is a unit.
    Po,
    /// Java's `.properties`.
    Properties,
    /// Android's string resources (`strings.xml`).
    Android,
    /// Flutter's ARB: JSON in which `@name` says more of the text `name`.
    Arb,
    /// What FormatJS extracts: JSON of `defaultMessage`s with their descriptions, or of texts alone.
    FormatJs,
    /// Any file as a whole, by its SHA-256.
    Asset,
}

impl Format {
    /// Whether its files are read from their beginning to their end.
    pub fn is_document(self) -> bool {
        matches!(self, Self::Markdown | Self::Vtt | Self::Srt)
    }

    /// Whether it is a catalogue of named texts with their placeholders, whose units have keys.
    pub fn is_catalogue(self) -> bool {
        use Format::{Android, Arb, FormatJs, Json, Po, Properties, Toml, Yaml};
        matches!(self, Toml | Json | Yaml | Po | Properties | Android | Arb | FormatJs)
    }

    /// Whether it says itself which texts are plural forms of another.
    pub fn has_plural_forms(self) -> bool {
        matches!(self, Self::Po | Self::Android)
    }
}

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extracted {
    /// The units in the order of the file; their spans do not overlap.
    pub units: Vec<Unit>,
    /// What a person should know of the file itself, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

/// The units of a file, and what is wrong with it.
///
/// `rules` chooses the fields of front matter and catalogues that are units; other formats pay no
/// heed to it.
pub fn extract(format: Format, bytes: &[u8], rules: &FieldRules) -> Extracted {
    if format == Format::Asset {
        return asset::extract(bytes);
    }
    let unread = |problem| Extracted { units: Vec::new(), diagnostics: vec![problem] };
    let mut extracted = match decode(bytes) {
        Ok(text) => match conflict::markers(text) {
            Some(problem) => unread(problem),
            None => extract_text(format, text, rules),
        },
        Err(error) => unread(error.diagnostic()),
    };
    shorten(&mut extracted.diagnostics);
    extracted
}

/// The most problems of one file that are told.
const TOLD: usize = 1_000;

/// Leaves out what nobody reads to the end.
fn shorten(diagnostics: &mut Vec<Diagnostic>) {
    let Some(first) = diagnostics.get(TOLD) else { return };
    let message = format!("{} more problems from here on", diagnostics.len() - TOLD);
    let rest = Diagnostic::error("many-problems", first.span.clone(), Phrase::in_english(message))
        .with_hint(Phrase::in_english("mend the others first: is the file what its name says?"));
    diagnostics.truncate(TOLD);
    diagnostics.push(rest);
}

fn extract_text(format: Format, text: &str, rules: &FieldRules) -> Extracted {
    match format {
        Format::Fluent => fluent::extract(text),
        Format::Markdown => markdown::extract(text, rules),
        Format::Toml => fields::extract(Language::Toml, text, rules),
        Format::Json => fields::extract(Language::Json, text, rules),
        Format::Yaml => fields::extract(Language::Yaml, text, rules),
        Format::Vtt => subtitles::extract(CueDialect::Vtt, text),
        Format::Srt => subtitles::extract(CueDialect::Srt, text),
        Format::Po => po::extract(text, rules),
        Format::Properties => properties::extract(text, rules),
        Format::Android => android::extract(text, rules),
        Format::Arb => fields::extract(Language::Arb, text, rules),
        Format::FormatJs => fields::extract(Language::FormatJs, text, rules),
        Format::Asset => asset::extract(text.as_bytes()),
    }
}
