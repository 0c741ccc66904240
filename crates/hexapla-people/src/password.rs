//! Passwords.

use hexapla_model::Handle;
use icu_normalizer::ComposingNormalizerBorrowed;

use crate::Secret;

/// A password that may be set: at least [`Password::LEAST`] characters of any kind, at most
/// [`Password::MOST`] bytes, no control characters, and not the handle.
///
/// It is brought into one form first, so that it fits however a keyboard composes letters: as the
/// profile `OpaqueString` of RFC 8265, spaces of any width are spaces, and the rest is NFC.
#[derive(Clone, Debug)]
pub struct Password(Secret);

/// A password that may not be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// It could be guessed.
    #[error("the password is too short: expected at least {} characters", Password::LEAST)]
    Short,
    /// It is no password but a text.
    #[error("the password is too long: expected at most {} bytes", Password::MOST)]
    Long,
    /// It is the handle.
    #[error("the password is the handle, which everybody knows")]
    Handle,
    /// It holds what nobody can type again.
    #[error("the password has a control character in it, such as the end of a line or a tab")]
    Control,
}

impl PasswordError {
    /// The next step.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Short | Self::Handle => {
                "take four or five words that have nothing to do with each other"
            }
            Self::Long => "take a few words",
            Self::Control => "leave it out",
        }
    }
}

impl Password {
    /// How many characters it has at least.
    pub const LEAST: usize = 12;
    /// How many bytes it has at most.
    pub const MOST: usize = 1024;

    /// The password for the account of a handle.
    ///
    /// # Errors
    /// Where it may not be set.
    pub fn new(text: &str, handle: &Handle) -> Result<Self, PasswordError> {
        let password = Self::typed(text).ok_or(PasswordError::Long)?;
        let text = password.0.reveal();
        let lower = |text: &str| text.to_lowercase();
        match () {
            () if text.chars().any(char::is_control) => Err(PasswordError::Control),
            () if text.chars().count() < Self::LEAST => Err(PasswordError::Short),
            () if lower(text) == lower(&normal(handle.as_str())) => Err(PasswordError::Handle),
            () => Ok(password),
        }
    }

    /// What somebody typed to be let in; nothing where it is too long for any password.
    pub(crate) fn typed(text: &str) -> Option<Self> {
        (text.len() <= Self::MOST).then(|| Self(Secret::from(normal(text))))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.reveal().as_bytes()
    }
}

fn normal(text: &str) -> String {
    let spaces = |c: char| if c.is_whitespace() && !c.is_control() { ' ' } else { c };
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    nfc.normalize_iter(text.chars().map(spaces)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password(text: &str) -> Result<Password, PasswordError> {
        Password::new(text, &"Maria-Teresa".parse().expect("a handle"))
    }

    #[test]
    fn passwords_are_long_and_not_the_handle() {
        assert_eq!(password("elevenchars").err(), Some(PasswordError::Short));
        assert!(password("twelve chars").is_ok());
        assert_eq!(password(&"a".repeat(1025)).err(), Some(PasswordError::Long));
        assert!(password(&"a".repeat(1024)).is_ok());
        assert_eq!(password("maria-teresa").err(), Some(PasswordError::Handle));
        assert_eq!(password("two\nlines of it").err(), Some(PasswordError::Control));
        assert_eq!(
            password("éééééééééé").err(),
            Some(PasswordError::Short),
            "bytes are not counted"
        );
    }

    #[test]
    fn a_password_is_one_however_it_is_typed() {
        let [composed, decomposed] = ["contraseña larga", "contrasen\u{303}a\u{a0}larga"]
            .map(|text| password(text).expect("a password"));
        assert_eq!(composed.as_bytes(), decomposed.as_bytes());
        assert_eq!(password("e\u{301}\u{65}\u{301}elevenchar").err(), None);
        assert_eq!(password("e\u{301}levenchars").err(), Some(PasswordError::Short));
    }

    #[test]
    fn passwords_show_themselves_to_nobody() {
        let password = password("correct horse battery").expect("a password");
        assert_eq!(format!("{password:?}"), "Password(Secret(…))");
    }
}
