//! Objects of JSON, read field by field.

use std::collections::BTreeMap;

use crate::json::{Json, LARGEST};
use crate::refusal::Refusal;

/// An object in a metadata file, and where it stands there.
#[derive(Clone, Debug)]
pub(crate) struct Fields<'a> {
    pub(crate) file: &'a str,
    at: String,
    entries: &'a BTreeMap<String, Json>,
}

impl<'a> Fields<'a> {
    pub(crate) fn of(file: &'a str, json: &'a Json) -> Result<Self, Refusal> {
        Self::within(file, String::new(), json)
    }

    fn within(file: &'a str, at: String, json: &'a Json) -> Result<Self, Refusal> {
        match json {
            Json::Object(entries) => Ok(Self { file, at, entries }),
            _ => Err(Refusal::format(file, format!("expected an object at `{at}/`"))),
        }
    }

    /// A refusal of what stands here.
    pub(crate) fn wrong(&self, name: &str, expected: &str) -> Refusal {
        Refusal::format(self.file, format!("expected {expected} at `{}/{name}`", self.at))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// The names and values, each of which has to be an object.
    pub(crate) fn objects(&self) -> impl Iterator<Item = Result<(&'a str, Fields<'a>), Refusal>> {
        let at = self.at.clone();
        self.entries.iter().map(move |(name, value)| {
            let inner = Self::within(self.file, format!("{at}/{name}"), value)?;
            Ok((name.as_str(), inner))
        })
    }

    /// The names and values as they are.
    pub(crate) fn values(&self) -> impl Iterator<Item = (&'a str, &'a Json)> {
        self.entries.iter().map(|(name, value)| (name.as_str(), value))
    }

    pub(crate) fn object(&self, name: &str) -> Result<Fields<'a>, Refusal> {
        let value = self.entries.get(name).ok_or_else(|| self.wrong(name, "an object"))?;
        Self::within(self.file, format!("{}/{name}", self.at), value)
    }

    pub(crate) fn text(&self, name: &str) -> Result<&'a str, Refusal> {
        match self.entries.get(name) {
            Some(Json::Text(text)) => Ok(text),
            _ => Err(self.wrong(name, "a string")),
        }
    }

    /// A text that means something by itself, such as a time.
    pub(crate) fn parsed<T: std::str::FromStr + ToString>(
        &self,
        name: &str,
        expected: &str,
    ) -> Result<T, Refusal> {
        let text = self.text(name)?;
        let value = text.parse::<T>().ok().filter(|it| it.to_string() == text);
        value.ok_or_else(|| self.wrong(name, expected))
    }

    pub(crate) fn flag(&self, name: &str) -> Result<bool, Refusal> {
        match self.entries.get(name) {
            Some(Json::Bool(it)) => Ok(*it),
            _ => Err(self.wrong(name, "`true` or `false`")),
        }
    }

    /// A whole number of at least `least`.
    pub(crate) fn number(&self, name: &str, least: i64) -> Result<u64, Refusal> {
        match self.entries.get(name) {
            Some(Json::Number(it)) if (least..=LARGEST).contains(it) => Ok(it.unsigned_abs()),
            _ => Err(self.wrong(name, &format!("a whole number of at least {least}"))),
        }
    }

    pub(crate) fn array(&self, name: &str) -> Result<&'a [Json], Refusal> {
        match self.entries.get(name) {
            Some(Json::Array(items)) => Ok(items),
            _ => Err(self.wrong(name, "an array")),
        }
    }

    pub(crate) fn texts(&self, name: &str) -> Result<Vec<&'a str>, Refusal> {
        let text = |item: &'a Json| match item {
            Json::Text(text) => Ok(text.as_str()),
            _ => Err(self.wrong(name, "an array of strings")),
        };
        self.array(name)?.iter().map(text).collect()
    }

    /// The objects of an array.
    pub(crate) fn array_of_objects(&self, name: &str) -> Result<Vec<Fields<'a>>, Refusal> {
        let object = |(at, item): (usize, &'a Json)| {
            Self::within(self.file, format!("{}/{name}/{at}", self.at), item)
        };
        self.array(name)?.iter().enumerate().map(object).collect()
    }
}
