//! New texts into a file.

use hexapla_model::{Phrase, Unit, UnitKey, phrase};

use crate::fields::Language;
use crate::splice::splice;
use crate::subtitles::Dialect;
use crate::{
    Extracted, FieldRules, Format, PluralForm, android, asset, decode, extract_text, fields,
    fluent, markdown, po, properties, subtitles,
};

/// A new text for the unit at `index` of what [`extract`](crate::extract) found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The unit, by its place among the file's units.
    pub index: usize,
    /// Its new text, in the form of [`Unit::text`].
    pub text: String,
}

/// Why a text cannot be put into a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// The file is no text.
    #[error(transparent)]
    Decode(#[from] crate::DecodeError),
    /// The file has no unit of this number.
    #[error("no unit number {0}")]
    NoUnit(usize),
    /// Two new texts for one unit.
    #[error("two new texts for unit number {0}")]
    Twice(usize),
    /// The format has no text that could be replaced.
    #[error("a whole file cannot be edited as text")]
    Asset,
    /// The text would not come back as this one unit: it would break the file, become several
    /// units, or vanish.
    #[error("{}", not_one_unit(.expected, .reason))]
    NotOneUnit {
        /// What the text was to be.
        expected: Phrase,
        /// What it would become.
        reason: Phrase,
    },
}

impl MergeError {
    /// What is said of it.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NotOneUnit { expected, reason } => not_one_unit(expected, reason),
            other => Phrase::in_english(other.to_string()),
        }
    }
}

fn not_one_unit(expected: &Phrase, reason: &Phrase) -> Phrase {
    phrase!(
        "the text would not read back as one {expected}: {reason}",
        expected = expected.clone(),
        reason = reason.clone(),
    )
}

/// The file with new texts for some of its units, and every other byte as it was.
///
/// An edit that leaves a unit's text as it is changes nothing. The result is read again before it
/// is given out: each edited unit gives its new text, each other unit what it was.
///
/// # Errors
/// Where a text would not read back as the one unit it is for; see [`MergeError`].
pub fn merge(
    format: Format,
    bytes: &[u8],
    edits: &[Edit],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    if format == Format::Asset {
        return own_file(bytes, edits);
    }
    let text = decode(bytes)?;
    let before = extract_text(format, text, rules);
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.index);
    if let Some(twice) = edits.windows(2).find(|pair| pair[0].index == pair[1].index) {
        return Err(MergeError::Twice(twice[0].index));
    }
    let mut replacements = Vec::new();
    for edit in edits {
        let unit = before.units.get(edit.index).ok_or(MergeError::NoUnit(edit.index))?;
        if unit.text != edit.text {
            replacements.push((edit.index, render(format, text, unit, &edit.text)?, edit));
        }
    }
    let spans = replacements.iter().map(|(at, new, _)| (before.units[*at].span.clone(), &**new));
    let merged = splice(text, spans);
    let after = extract_text(format, &merged, rules);
    for (at, _, edit) in &replacements {
        reads_back(&before, &after, *at, &edit.text)?;
    }
    Ok(merged.into_bytes())
}

/// A file that is one unit, whose text is its hash: only its own can be put into it.
fn own_file(bytes: &[u8], edits: &[Edit]) -> Result<Vec<u8>, MergeError> {
    let own = asset::extract(bytes).units;
    for edit in edits {
        let unit = own.get(edit.index).ok_or(MergeError::NoUnit(edit.index))?;
        if unit.text != edit.text {
            return Err(MergeError::Asset);
        }
    }
    Ok(bytes.to_vec())
}

/// The bytes that stand for `new` in place of `unit`.
fn render(format: Format, text: &str, unit: &Unit, new: &str) -> Result<String, MergeError> {
    match format {
        Format::Fluent => Ok(fluent::render(text, new)),
        Format::Markdown => markdown::render(text, unit, new),
        Format::Toml => Ok(fields::render(Language::Toml, text, unit, new)),
        Format::Json => Ok(fields::render(Language::Json, text, unit, new)),
        Format::Yaml => Ok(fields::render(Language::Yaml, text, unit, new)),
        Format::Vtt | Format::Srt => Ok(subtitles::render(text, new)),
        Format::Po => Ok(po::render(text, unit, new)),
        Format::Properties => Ok(properties::render(text, unit, new)),
        Format::Android => Ok(android::render(text, unit, new)),
        Format::Arb => Ok(fields::render(Language::Arb, text, unit, new)),
        Format::FormatJs => Ok(fields::render(Language::FormatJs, text, unit, new)),
        Format::Asset => Err(MergeError::Asset),
    }
}

fn reads_back(
    before: &Extracted,
    after: &Extracted,
    at: usize,
    text: &str,
) -> Result<(), MergeError> {
    let expected = expected(&before.units[at]);
    let not_one = |reason: Phrase| Err(MergeError::NotOneUnit { expected, reason });
    if before.units.len() != after.units.len() {
        let (units, all) = (after.units.len(), before.units.len());
        return not_one(phrase!("the file would have {units} units instead of {all}", units, all));
    }
    let (old, new) = (&before.units[at], &after.units[at]);
    if old.key != new.key {
        let name = |key: &Option<UnitKey>| key.as_ref().map_or("none", UnitKey::as_str).to_owned();
        return not_one(phrase!("its key would be `{key}`", key = name(&new.key)));
    }
    if std::mem::discriminant(&old.kind) != std::mem::discriminant(&new.kind) {
        let kind = self::expected(new);
        return not_one(phrase!("it would become a {kind}", kind));
    }
    if new.text != text {
        return not_one(phrase!("it would read `{text}`", text = &new.text));
    }
    Ok(())
}

/// What a unit is called.
pub(crate) fn expected(unit: &Unit) -> Phrase {
    use hexapla_model::UnitKind as Kind;
    match unit.kind {
        Kind::Message => phrase!("message"),
        Kind::Term => phrase!("term"),
        Kind::Field => phrase!("field"),
        Kind::ArrayItem => phrase!("array item"),
        Kind::Heading(_) => phrase!("heading"),
        Kind::Paragraph => phrase!("paragraph"),
        Kind::ListItem => phrase!("list item"),
        Kind::TableRow => phrase!("table row"),
        Kind::Footnote => phrase!("footnote"),
        Kind::CodeBlock => phrase!("code block"),
        Kind::Markup => phrase!("block of markup"),
        Kind::Cue => phrase!("cue"),
        Kind::Asset => phrase!("file"),
    }
}

/// A unit of the source that the target has none for yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// The unit, by its place among the source's units.
    pub source_index: usize,
    /// The text of the new unit, in the form of [`Unit::text`].
    pub text: String,
    /// In a catalogue, the plural category that the unit is a form for, where the source has its
    /// text under another: it gets the key of that form.
    pub form: Option<&'static str>,
}

impl Insertion {
    /// The key of the new unit, whose text is that of `source`.
    pub(crate) fn key(&self, source: &Unit) -> Option<UnitKey> {
        let key = source.key.as_ref()?;
        let form = self.form.and_then(|it| Some(PluralForm::of(key)?.in_category(it)));
        Some(form.unwrap_or_else(|| key.clone()))
    }
}

/// The target with new units, each after its nearest present neighbour of the source.
///
/// `pairs` says which unit of the source (first) the target has (second); a new unit is put
/// behind the target's unit that is paired with its nearest predecessor in the source, or at the
/// start where none is. An empty target becomes a copy of the source's frame that holds only the
/// given units.
///
/// # Errors
/// As [`merge`].
pub fn insert(
    format: Format,
    source: &[u8],
    target: &[u8],
    pairs: &[(usize, usize)],
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    let (source, target) = (decode(source)?, decode(target)?);
    match format {
        Format::Fluent => fluent::insert(source, target, pairs, insertions),
        Format::Markdown => markdown::insert(source, target, pairs, insertions, rules),
        Format::Toml => fields::insert(Language::Toml, source, target, pairs, insertions, rules),
        Format::Json => fields::insert(Language::Json, source, target, pairs, insertions, rules),
        Format::Yaml => fields::insert(Language::Yaml, source, target, pairs, insertions, rules),
        Format::Vtt => subtitles::insert(Dialect::Vtt, source, target, pairs, insertions),
        Format::Srt => subtitles::insert(Dialect::Srt, source, target, pairs, insertions),
        Format::Po => po::insert(source, target, insertions, rules),
        Format::Properties => properties::insert(source, target, insertions, rules),
        Format::Android => android::insert(source, target, insertions, rules),
        Format::Arb => fields::insert(Language::Arb, source, target, pairs, insertions, rules),
        Format::FormatJs => {
            fields::insert(Language::FormatJs, source, target, pairs, insertions, rules)
        }
        Format::Asset => Err(MergeError::Asset),
    }
}
