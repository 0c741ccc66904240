//! What is said to people, in English and by the parts that it is made of.

use std::fmt;

/// What is said to people: English words with values in them, so that whoever shows it can say the same in
/// another language. [`phrase!`](crate::phrase!) makes one.
///
/// `{name}` in the English stands for a value, `{{` and `}}` for a brace. It is put together only when it
/// is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    english: &'static str,
    values: Vec<(&'static str, PhraseValue)>,
}

/// What stands in a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhraseValue {
    /// A text that is the same in every language, such as a name.
    Text(String),
    /// A number.
    Number(u64),
    /// Words that belong to the phrase.
    Phrase(Phrase),
}

/// A part of the English of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhrasePart<'a> {
    /// Words.
    Words(&'a str),
    /// The place of the value of a name.
    Place(&'a str),
}

/// A phrase: its English, and the values of the names in it, as in `phrase!("`{word}` stands twice", word)`
/// or `phrase!("{count} words", count = words.len())`. What else has a value is for languages that ask more,
/// such as which number it is.
///
/// That every phrase has its words in the room's languages is checked by finding the uses of this macro, so
/// the English is a literal that stands first.
#[macro_export]
macro_rules! phrase {
    (@value $name:ident = $value:expr) => { $crate::PhraseValue::from($value) };
    (@value $name:ident) => { $crate::PhraseValue::from($name) };
    ($english:literal $(,)?) => { $crate::Phrase::new($english, ::std::vec::Vec::new()) };
    ($english:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::Phrase::new(
            $english,
            ::std::vec![$((stringify!($name), $crate::phrase!(@value $name $(= $value)?))),+],
        )
    };
}

impl Phrase {
    /// A phrase of this English and these values.
    pub const fn new(english: &'static str, values: Vec<(&'static str, PhraseValue)>) -> Self {
        Self { english, values }
    }

    /// What is said in English alone, such as what another program said.
    pub fn in_english(text: impl Into<String>) -> Self {
        Self::new("{text}", vec![("text", PhraseValue::Text(text.into()))])
    }

    /// Its English as it is written, with the names of values in it.
    pub fn english(&self) -> &'static str {
        self.english
    }

    /// The parts of its English.
    pub fn parts(&self) -> impl Iterator<Item = PhrasePart<'static>> {
        parts(self.english)
    }

    /// Its values, by their names.
    pub fn values(&self) -> &[(&'static str, PhraseValue)] {
        &self.values
    }

    fn value(&self, name: &str) -> Option<&PhraseValue> {
        self.values.iter().find(|(it, _)| *it == name).map(|(_, value)| value)
    }
}

/// The parts of a phrase's English.
fn parts(english: &str) -> impl Iterator<Item = PhrasePart<'_>> {
    let mut rest = english;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let place = rest.strip_prefix('{').filter(|it| !it.starts_with('{'));
        if let Some((name, behind)) = place.and_then(|it| it.split_once('}')) {
            rest = behind;
            return Some(PhrasePart::Place(name));
        }
        // Of two braces one is shown.
        let shown =
            if rest.starts_with("{{") || rest.starts_with("}}") { &rest[1..] } else { rest };
        let first = shown.chars().next().map_or(0, char::len_utf8);
        let end = shown[first..].find(['{', '}']).map_or(shown.len(), |at| first + at);
        let words;
        (words, rest) = shown.split_at(end);
        Some(PhrasePart::Words(words))
    })
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in self.parts() {
            match part {
                PhrasePart::Words(words) => f.write_str(words)?,
                PhrasePart::Place(name) => match self.value(name) {
                    Some(value) => value.fmt(f)?,
                    None => write!(f, "{{{name}}}")?,
                },
            }
        }
        Ok(())
    }
}

impl fmt::Display for PhraseValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Phrase(phrase) => phrase.fmt(f),
        }
    }
}

/// What is said in English alone.
impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self::in_english(text)
    }
}

/// What is said in English alone.
impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        Self::in_english(text)
    }
}

impl PartialEq<str> for Phrase {
    fn eq(&self, other: &str) -> bool {
        let said = self.to_string();
        said == other
    }
}

impl PartialEq<&str> for Phrase {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl From<Phrase> for PhraseValue {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

impl From<String> for PhraseValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for PhraseValue {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&str> for PhraseValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<char> for PhraseValue {
    fn from(c: char) -> Self {
        Self::Text(c.into())
    }
}

impl From<usize> for PhraseValue {
    fn from(number: usize) -> Self {
        Self::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl From<u64> for PhraseValue {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for PhraseValue {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u8> for PhraseValue {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_put_together() {
        let word = "so";
        for (phrase, text) in [
            (phrase!("two spaces in a row"), "two spaces in a row"),
            (phrase!("`{word}` stands twice", word), "`so` stands twice"),
            (phrase!("{count} of {most}", count = 3_usize, most = 'é'), "3 of é"),
            (phrase!("`{word} {{…}}`", word = "few"), "`few {…}`"),
            (phrase!("{{"), "{"),
            (phrase!("}} {{{word}}}", word), "} {so}"),
            (phrase!("{a}{a}", a = phrase!("é{word}", word)), "ésoéso"),
            (phrase!("no line break", count = 0_usize), "no line break"),
            (phrase!("{lost}", kept = 1_usize), "{lost}"),
            (phrase!(""), ""),
            (Phrase::in_english("{ of English }}"), "{ of English }}"),
        ] {
            assert_eq!(phrase, text);
        }
    }
}
