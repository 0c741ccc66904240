//! JSON, read strictly and written canonically.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// How many arrays and objects may be open at once.
const DEEPEST: usize = 32;

/// The largest whole number that every reader of JSON tells apart: 2^53 − 1.
pub(crate) const LARGEST: i64 = (1 << 53) - 1;

/// A value of JSON without fractions, whose objects are sorted by code point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    Array(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

impl Json {
    /// Reads a text. A name that stands twice in one object, a fraction, a number beyond 2^53 − 1
    /// and more than 32 levels are refused.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        let value = Level(0).deserialize(&mut reader).map_err(|it| it.to_string())?;
        reader.end().map_err(|it| it.to_string())?;
        Ok(value)
    }

    /// An object of the given names and values.
    pub(crate) fn object<const N: usize>(entries: [(&str, Json); N]) -> Self {
        Self::Object(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A string.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number; one that is larger than 2^53 − 1 becomes that.
    pub(crate) fn number(number: u64) -> Self {
        Self::Number(i64::try_from(number).map_or(LARGEST, |it| it.min(LARGEST)))
    }

    /// The one text of this value by the rules of Canonical JSON: what is signed and hashed.
    ///
    /// See <http://wiki.laptop.org/go/Canonical_JSON>.
    pub(crate) fn canonical(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(it) => out.push_str(if *it { "true" } else { "false" }),
            Self::Number(it) => out.push_str(&it.to_string()),
            Self::Text(it) => write_text(it, out),
            Self::Array(items) => bracket(['[', ']'], items, out, |item, out| item.write(out)),
            Self::Object(entries) => bracket(['{', '}'], entries, out, |(name, value), out| {
                write_text(name, out);
                out.push(':');
                value.write(out);
            }),
        }
    }
}

fn bracket<T>(
    [open, close]: [char; 2],
    items: impl IntoIterator<Item = T>,
    out: &mut String,
    write: impl Fn(T, &mut String),
) {
    out.push(open);
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(close);
}

/// Only the quote and the backslash are escaped.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
}

/// Reads a value within so many arrays and objects.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    fn inner<E: Error>(self) -> Result<Self, E> {
        if self.0 == DEEPEST {
            return Err(E::custom(format_args!("more than {DEEPEST} levels")));
        }
        Ok(Self(self.0 + 1))
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Json, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON without fractions")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, it: bool) -> Result<Json, E> {
        Ok(Json::Bool(it))
    }

    fn visit_i64<E: Error>(self, it: i64) -> Result<Json, E> {
        match (-LARGEST..=LARGEST).contains(&it) {
            true => Ok(Json::Number(it)),
            false => Err(E::custom(format_args!("{it} is beyond 2^53 - 1"))),
        }
    }

    fn visit_u64<E: Error>(self, it: u64) -> Result<Json, E> {
        self.visit_i64(i64::try_from(it).unwrap_or(i64::MAX))
    }

    fn visit_str<E: Error>(self, it: &str) -> Result<Json, E> {
        Ok(Json::text(it))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let inner = self.inner()?;
        let mut found = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            found.push(item);
        }
        Ok(Json::Array(found))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let inner = self.inner()?;
        let mut found = BTreeMap::new();
        while let Some(Name(name)) = entries.next_key()? {
            let value = entries.next_value_seed(inner)?;
            if found.contains_key(&name) {
                return Err(A::Error::custom(format_args!("`{name}` stands twice in one object")));
            }
            found.insert(name, value);
        }
        Ok(Json::Object(found))
    }
}

/// A name in an object.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        String::deserialize(reader).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::Bool),
            (-LARGEST..=LARGEST).prop_map(Json::Number),
            // In a canonical text a control character stands as it is, which other readers refuse.
            "[^\\x00-\\x1f]{0,8}".prop_map(Json::Text),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::Array),
                proptest::collection::btree_map("[^\\x00-\\x1f]{0,4}", inner, 0..4)
                    .prop_map(Json::Object),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(json in any_json()) {
            let text = json.canonical();
            prop_assert_eq!(Json::read(text.as_bytes()), Ok(json.clone()));
            prop_assert_eq!(Json::read(text.as_bytes()).map(|it| it.canonical()), Ok(text));
        }

        #[test]
        fn law_1_reading_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = Json::read(&bytes);
        }
    }

    #[test]
    fn names_are_sorted_and_little_is_escaped() {
        let text = r#" { "b" : [ 1, -2, true, null ], "a\u0062" : "\"\\\/é\u00e9", "a": {} } "#;
        let read = Json::read(text.as_bytes()).expect("JSON");
        assert_eq!(read.canonical(), r#"{"a":{},"ab":"\"\\/éé","b":[1,-2,true,null]}"#);
    }

    #[test]
    fn what_two_readers_could_read_otherwise_is_refused() {
        for text in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":{"b":1,"\u0062":2}}"#,
            "1.0",
            "1e3",
            "-0",
            "9007199254740992",
            "18446744073709551615",
            "-9007199254740992",
            "[1] 2",
            "",
            "\u{feff}1",
            r#""\ud800""#,
            "NaN",
        ] {
            assert!(Json::read(text.as_bytes()).is_err(), "{text}");
        }
        assert!(Json::read(b"9007199254740991").is_ok());
    }

    #[test]
    fn more_than_32_levels_are_refused() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(Json::read(nested(32).as_bytes()).is_ok());
        for depth in [33, 200, 100_000] {
            assert!(Json::read(nested(depth).as_bytes()).is_err(), "{depth}");
        }
    }
}
