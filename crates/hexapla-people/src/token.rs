//! What a browser, an invited person or a program shows.

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{Error, Secret};

/// 256 random bits that prove an invite or a sign-in, or that a program shows. The file holds only its hash, so that who reads
/// the file can show nothing.
#[derive(Clone)]
pub struct Token(Zeroizing<[u8; 32]>);

/// The text is no token. It does not say which text: that may be a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a token: expected 43 letters, digits, `-` or `_`")]
pub struct ParseTokenError;

impl Token {
    /// How tokens of programs begin.
    pub const OF_PROGRAMS: &str = "hxp_";

    pub(crate) fn draw() -> Result<Self, Error> {
        let mut bits = Zeroizing::new([0; 32]);
        draw(bits.as_mut())?;
        Ok(Self(bits))
    }

    /// It as text that may stand in addresses, to be shown once.
    pub fn secret(&self) -> Secret {
        Secret::from(BASE64URL_NOPAD.encode(self.0.as_slice()))
    }

    /// The same as programs show it: with a beginning that tells what it is, to those too who look for
    /// secrets where none should be.
    pub fn program_secret(&self) -> Secret {
        Secret::from(format!("{}{}", Self::OF_PROGRAMS, self.secret().reveal()))
    }

    /// Reads what a program shows.
    ///
    /// # Errors
    /// Where it is none.
    pub fn of_program(text: &str) -> Result<Self, ParseTokenError> {
        text.strip_prefix(Self::OF_PROGRAMS).ok_or(ParseTokenError)?.parse()
    }

    /// What is kept of it.
    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_slice()).into()
    }
}

impl FromStr for Token {
    type Err = ParseTokenError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| ParseTokenError)?;
        let bits = Zeroizing::new(bytes).as_slice().try_into().map_err(|_| ParseTokenError)?;
        Ok(Self(Zeroizing::new(bits)))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Fills bytes with chance.
pub(crate) fn draw(bytes: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(bytes).map_err(|error| Error::Randomness(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_as_they_are_shown() {
        let [one, other] = [(); 2].map(|()| Token::draw().expect("chance"));
        let shown = one.secret();
        assert_eq!(shown.reveal().len(), 43);
        let read: Token = shown.reveal().parse().expect("a token");
        assert_eq!(read.hash(), one.hash());
        assert_ne!(one.hash(), other.hash());
        assert!(!format!("{one:?}").contains(shown.reveal()));
    }

    #[test]
    fn what_is_no_token_is_not_repeated() {
        let long = "A".repeat(44);
        for text in ["", "short-secret", &long, "!".repeat(43).as_str()] {
            let error = text.parse::<Token>().expect_err("no token");
            assert!(text.is_empty() || !format!("{error}{error:?}").contains(text));
        }
    }
}
