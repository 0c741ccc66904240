//! Which fields of a document are units.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use hexapla_model::Locale;

use crate::{Dialect, Placeholders};

/// Chooses the fields of catalogues and front matter that are units, and says how they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldRules {
    /// The fields that are units. Of a chosen table or array every string below is one. Where
    /// there are none, every field of a catalogue is chosen, and none of front matter.
    pub include: Vec<FieldPattern>,
    /// For an array of tables, by its path: the field whose value names an item.
    pub ids: Vec<(FieldPattern, String)>,
    /// The name of the only field at the top of a catalogue, which all others stand in, as
    /// `{locale}` or, once [`in_locale`](Self::in_locale), as it is. It is no part of any key or
    /// path.
    pub root: Option<String>,
    /// How catalogues write what is filled in.
    pub placeholders: Placeholders,
    /// Which Markdown documents are written in.
    pub dialect: Dialect,
    /// The locale of the files, once [`in_locale`](Self::in_locale): what a new file says that it
    /// is in.
    pub locale: Option<Locale>,
}

/// A path of field names: `title`, `seo.description`, `items[].label` (a field of each item of an
/// array), `files.*` (every field of a table).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldPattern(Vec<Step>);

/// One step of a [`FieldPattern`] or of the path of a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// The field of this name.
    Field(String),
    /// Any field.
    AnyField,
    /// Any item of an array.
    AnyItem,
}

/// The text is no path of field names.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a field path such as `title`, `seo.description` or `items[].label`")]
pub struct ParsePatternError(String);

impl FieldPattern {
    /// Whether the pattern chooses the value at `path` or something that the value lies in.
    pub(crate) fn chooses(&self, path: &[Step]) -> bool {
        self.0.len() <= path.len() && self.0.iter().zip(path).all(|(a, b)| a.covers(b))
    }

    /// The outermost field, where it has a name.
    pub(crate) fn first(&self) -> Option<&str> {
        match self.0.first()? {
            Step::Field(name) => Some(name),
            Step::AnyField | Step::AnyItem => None,
        }
    }

    /// Names the outermost field as `names` has it, if it does.
    pub(crate) fn respell(&mut self, names: &BTreeMap<&str, &str>) {
        if let Some(Step::Field(name)) = self.0.first_mut()
            && let Some(other) = names.get(name.as_str())
        {
            *name = (*other).to_owned();
        }
    }

    /// Whether the pattern names exactly `path`.
    pub(crate) fn names(&self, path: &[Step]) -> bool {
        self.0.len() == path.len() && self.chooses(path)
    }
}

impl Step {
    fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Field(a), Self::Field(b)) => a == b,
            (Self::AnyField, Self::Field(_)) | (Self::AnyItem, Self::AnyItem) => true,
            _ => false,
        }
    }
}

impl FieldRules {
    /// The rules for the files of one locale: the root has its name.
    #[must_use]
    pub fn in_locale(&self, locale: &Locale) -> Self {
        let root = self.root.as_ref().map(|root| root.replace("{locale}", locale.as_str()));
        Self { root, locale: Some(locale.clone()), ..self.clone() }
    }

    /// The rules of a catalogue, where every field is chosen if none is.
    pub(crate) fn of_catalogue(&self) -> Cow<'_, Self> {
        if !self.include.is_empty() {
            return Cow::Borrowed(self);
        }
        let every = FieldPattern(vec![Step::AnyField]);
        Cow::Owned(Self { include: vec![every], ..self.clone() })
    }

    /// Whether the value at `path` is a unit or part of one.
    pub(crate) fn chooses(&self, path: &[Step]) -> bool {
        self.include.iter().any(|pattern| pattern.chooses(path))
    }

    /// Whether the value at `path`, or one within it, is a unit or part of one.
    pub(crate) fn reaches(&self, path: &[Step]) -> bool {
        let agrees = |pattern: &FieldPattern| pattern.0.iter().zip(path).all(|(a, b)| a.covers(b));
        self.include.iter().any(agrees)
    }

    /// The field that names the items of the array at `path`.
    pub(crate) fn id_field(&self, path: &[Step]) -> Option<&str> {
        let named = self.ids.iter().find(|(pattern, _)| pattern.names(path));
        named.map(|(_, field)| field.as_str())
    }
}

impl FromStr for FieldPattern {
    type Err = ParsePatternError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut steps = Vec::new();
        for part in text.split('.') {
            let name = part.trim_end_matches("[]");
            match name {
                "" => return Err(ParsePatternError(text.to_owned())),
                "*" => steps.push(Step::AnyField),
                name => steps.push(Step::Field(name.to_owned())),
            }
            let items = (part.len() - name.len()) / 2;
            steps.extend(std::iter::repeat_n(Step::AnyItem, items));
        }
        Ok(Self(steps))
    }
}

impl fmt::Display for FieldPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::AnyItem => f.write_str("[]")?,
                _ if index > 0 => f.write_str(".")?,
                _ => {}
            }
            match step {
                Step::Field(name) => f.write_str(name)?,
                Step::AnyField => f.write_str("*")?,
                Step::AnyItem => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> FieldPattern {
        text.parse().expect(text)
    }

    #[test]
    fn patterns_read_back() {
        for text in ["title", "seo.description", "items[].label", "files.*.title", "rows[][]"] {
            assert_eq!(pattern(text).to_string(), text);
        }
        for text in ["", ".", "a..b", "[]"] {
            assert!(text.parse::<FieldPattern>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_chosen_table_chooses_all_below() {
        let path = pattern("seo.description").0;
        assert!(pattern("seo").chooses(&path));
        assert!(pattern("*").chooses(&path));
        assert!(!pattern("title").chooses(&path));
        assert!(!pattern("seo.description.more").chooses(&path));
    }
}
