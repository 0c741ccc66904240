//! How git credits people.

use std::fmt;
use std::str::FromStr;

use hexapla_model::Handle;

/// A name and an address, as git credits whoever wrote something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Credit {
    name: String,
    address: String,
}

/// The text is no name and address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no name and address as git writes them")]
pub struct ParseCreditError(String);

impl Credit {
    /// The credit of somebody of whom nothing but a handle is known: at a domain that is nobody's, as
    /// `.invalid` can have no addresses (RFC 2606).
    pub fn of(handle: &Handle) -> Self {
        let text = handle.as_str();
        // Of a name git takes off such signs, and refuses one of nothing else.
        let is_named = text.chars().any(char::is_alphanumeric);
        let name = if is_named { text.to_owned() } else { format!("handle {text}") };
        Self { name, address: format!("{text}@users.invalid") }
    }
}

impl FromStr for Credit {
    type Err = ParseCreditError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = || {
            let (name, address) = text.strip_suffix('>')?.split_once('<')?;
            let (name, address) = (name.trim(), address.trim());
            let plain = |it: &str| !it.contains(|c: char| c.is_control() || matches!(c, '<' | '>'));
            let named = name.chars().any(char::is_alphanumeric);
            let placed = !address.is_empty() && !address.contains(char::is_whitespace);
            (named && placed && plain(name) && plain(address))
                .then(|| (name.to_owned(), address.to_owned()))
        };
        let (name, address) = parts().ok_or_else(|| ParseCreditError(text.to_owned()))?;
        Ok(Self { name, address })
    }
}

impl fmt::Display for Credit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} <{}>", self.name, self.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_is_a_name_and_an_address() {
        let credit: Credit = "Mara Ruiz <mara@example.org>".parse().expect("a credit");
        assert_eq!(credit.to_string(), "Mara Ruiz <mara@example.org>");
        for text in
            ["", "Mara", "<m@e>", "Mara <>", "Mara <m@e> x", "A\nB <m@e>", "A <m e>", "A <<b>>"]
        {
            assert!(text.parse::<Credit>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_handle_is_credit_enough() {
        for (handle, credit) in [
            ("mara", "mara <mara@users.invalid>"),
            ("أمل", "أمل <أمل@users.invalid>"),
            ("..", "handle .. <..@users.invalid>"),
        ] {
            let credited = Credit::of(&handle.parse().expect("a handle"));
            assert_eq!(credited.to_string(), credit);
        }
    }
}
