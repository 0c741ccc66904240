//! In which forms a collection is released.

use std::collections::BTreeSet;
use std::fmt;

use hexapla_formats::bundle::Catalogue;
use hexapla_formats::{Dialect, FieldRules, Format};

/// A form of a collection's bundles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BundleForm {
    /// A file as the source is.
    Source,
    /// Documents as HTML.
    Html,
    /// Messages as one flat JSON object, as i18next reads it.
    Json,
    /// The same, with the attributes of each message in an object of its own.
    NestedJson,
    /// Messages in a catalogue of another ecosystem.
    Catalogue(Catalogue),
}

/// All that messages can be released in.
const OF_MESSAGES: [BundleForm; 10] = [
    BundleForm::Source,
    BundleForm::Json,
    BundleForm::NestedJson,
    BundleForm::Catalogue(Catalogue::Po),
    BundleForm::Catalogue(Catalogue::Mo),
    BundleForm::Catalogue(Catalogue::Properties),
    BundleForm::Catalogue(Catalogue::Android),
    BundleForm::Catalogue(Catalogue::Arb),
    BundleForm::Catalogue(Catalogue::FormatJs),
    BundleForm::Catalogue(Catalogue::Xcstrings),
];

impl BundleForm {
    /// Those that a collection of this format can be released in.
    pub fn all_of(format: Format) -> &'static [Self] {
        match format {
            Format::Markdown => &[Self::Source, Self::Html],
            Format::Fluent => &OF_MESSAGES,
            Format::Po => &[Self::Source, Self::Catalogue(Catalogue::Mo)],
            _ => &[Self::Source],
        }
    }

    /// Its name in a config.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Html => "html",
            Self::Json => "json",
            Self::NestedJson => "nested-json",
            Self::Catalogue(Catalogue::Po) => "po",
            Self::Catalogue(Catalogue::Mo) => "mo",
            Self::Catalogue(Catalogue::Properties) => "properties",
            Self::Catalogue(Catalogue::Android) => "android",
            Self::Catalogue(Catalogue::Arb) => "arb",
            Self::Catalogue(Catalogue::FormatJs) => "formatjs",
            Self::Catalogue(Catalogue::Xcstrings) => "xcstrings",
        }
    }
}

impl fmt::Display for BundleForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How a collection is released.
#[derive(Clone, Debug, PartialEq)]
pub struct BundleRules {
    /// The forms of its bundles.
    pub forms: BTreeSet<BundleForm>,
    /// The least share of a document's units, from 0 to 1, that a locale must have translations of:
    /// below it, the document falls back whole.
    pub minimum: f64,
}

impl BundleRules {
    /// Those of a collection whose config says nothing of it: files as the source is, and documents
    /// as HTML too where no generator's own syntax is in them.
    pub fn common(format: Format, rules: &FieldRules) -> Self {
        let html = format == Format::Markdown && rules.dialect == Dialect::Auto;
        let forms = [Some(BundleForm::Source), html.then_some(BundleForm::Html)];
        Self { forms: forms.into_iter().flatten().collect(), minimum: 0.0 }
    }
}
