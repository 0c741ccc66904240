//! Channels.

use std::fmt;
use std::str::FromStr;

/// The name of a channel: a folder of a store, of `a` to `z`, digits and `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Channel(String);

/// The text is no name of a channel.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the name of a channel: expected letters `a` to `z`, digits and `-`")]
pub struct ParseChannelError(String);

/// The folder of a store that holds content, which no channel can be called.
pub(crate) const CONTENT: &str = "targets";

impl Channel {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `stable`, the channel of whoever names none.
impl Default for Channel {
    fn default() -> Self {
        Self("stable".to_owned())
    }
}

impl FromStr for Channel {
    type Err = ParseChannelError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
        if (1..=64).contains(&text.len()) && text.bytes().all(plain) && text != CONTENT {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseChannelError(text.chars().take(64).collect()))
        }
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_is_a_plain_folder() {
        for text in ["stable", "preview", "v2-beta", "0"] {
            assert!(text.parse::<Channel>().is_ok(), "{text}");
        }
        assert_eq!(Channel::default().as_str().parse(), Ok(Channel::default()));
        for text in ["", "Stable", "a/b", "..", "a.b", "targets", "é"] {
            assert!(text.parse::<Channel>().is_err(), "{text}");
        }
    }
}
