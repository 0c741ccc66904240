//! How alike two texts are.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::token::{Token, TokenKind};

/// The words of a text without their order: enough to tell how alike two texts are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The hashes of words, sorted.
    words: Vec<u64>,
}

impl Profile {
    /// The profile of the given tokens; case, white space and most punctuation do not enter.
    pub fn of(tokens: &[Token<'_>]) -> Self {
        let counts =
            |token: &&Token<'_>| !matches!(token.kind, TokenKind::Space | TokenKind::Punctuation);
        let mut words: Vec<u64> = tokens.iter().filter(counts).map(hash).collect();
        words.sort_unstable();
        Self { words }
    }

    /// The profile of several texts taken as one.
    pub fn joined<'a>(profiles: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut words: Vec<u64> =
            profiles.into_iter().flat_map(|profile| profile.words.iter().copied()).collect();
        words.sort_unstable();
        Self { words }
    }

    /// The share of words that both texts have, from 0 to 1: Dice's coefficient over the words,
    /// each as often as it stands there. Takes time in proportion to both.
    pub fn similarity(&self, other: &Self) -> f32 {
        let all = self.words.len() + other.words.len();
        if all == 0 {
            return 1.0;
        }
        let (mut a, mut b) = (self.words.iter().peekable(), other.words.iter().peekable());
        let mut common = 0_usize;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    common += 1;
                    a.next();
                    b.next();
                }
            }
        }
        2.0 * common as f32 / all as f32
    }
}

fn hash(token: &Token<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    token.text.to_lowercase().hash(&mut hasher);
    hasher.finish()
}
