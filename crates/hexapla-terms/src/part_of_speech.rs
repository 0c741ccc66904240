//! Parts of speech.

use std::fmt;

/// A part of speech, by the picklist of TBX-Basic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOfSpeech {
    /// A noun.
    Noun,
    /// A verb.
    Verb,
    /// An adjective.
    Adjective,
    /// An adverb.
    Adverb,
    /// Anything else.
    Other,
}

impl PartOfSpeech {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Noun, Self::Verb, Self::Adjective, Self::Adverb, Self::Other];

    /// The name used in `glossary.toml` and in TBX.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Noun => "noun",
            Self::Verb => "verb",
            Self::Adjective => "adjective",
            Self::Adverb => "adverb",
            Self::Other => "other",
        }
    }

    /// The part of speech with the given name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// The part of speech that a value in TBX means; dialects have longer picklists.
    pub(crate) fn of_tbx(value: &str) -> Self {
        match value.trim() {
            "properNoun" => Self::Noun,
            value => Self::named(value).unwrap_or(Self::Other),
        }
    }
}

impl fmt::Display for PartOfSpeech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
