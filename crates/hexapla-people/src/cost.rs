//! How much work a password takes.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::token::draw;
use crate::{Error, Password};

/// How much work it takes to try a password: Argon2id (version 19) with so much memory, passes and
/// one lane. What is kept is the text of PHC, which names all of that and a salt of 16 bytes, so that
/// passwords of before are still known when the cost rises.
#[derive(Clone)]
pub(crate) struct Cost {
    argon2: Argon2<'static>,
    /// What would be kept of a password that nobody can find.
    nobody: String,
}

impl Default for Cost {
    /// 19 MiB and two passes: the least that OWASP advises, and what a small server bears.
    fn default() -> Self {
        Self::of(19 * 1024, 2)
    }
}

impl Cost {
    pub(crate) fn of(kibibytes: u32, passes: u32) -> Self {
        let params = Params::new(kibibytes, passes, 1, Some(32)).unwrap_or(Params::DEFAULT);
        let (salt, hash) = ("A".repeat(22), "A".repeat(43));
        Self {
            argon2: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            nobody: format!("$argon2id$v=19$m={kibibytes},t={passes},p=1${salt}${hash}"),
        }
    }

    /// What is kept of a password.
    pub(crate) fn hash(&self, password: &Password) -> Result<String, Error> {
        let mut salt = [0; 16];
        draw(&mut salt)?;
        let hash = self.argon2.hash_password_with_salt(password.as_bytes(), &salt);
        hash.map(|it| it.to_string()).map_err(|error| Error::Hash(error.to_string()))
    }

    /// Whether what was typed is the password of which `hash` was kept. Where there is no such
    /// password the same work is done in vain, so that time does not tell.
    pub(crate) fn fits(&self, typed: &str, hash: Option<&str>) -> bool {
        let password = Password::typed(typed);
        let bytes = password.as_ref().map_or(&b""[..], Password::as_bytes);
        let found = self.argon2.verify_password(bytes, hash.unwrap_or(&self.nobody)).is_ok();
        found && hash.is_some() && password.is_some()
    }
}

#[cfg(test)]
mod tests {
    use argon2::password_hash;

    use super::*;

    fn password(text: &str) -> Password {
        Password::new(text, &"mara".parse().expect("a handle")).expect("a password")
    }

    #[test]
    fn what_is_kept_names_its_cost_and_a_salt_of_its_own() {
        let password = password("correct horse battery");
        let [one, other] = [(); 2].map(|()| Cost::default().hash(&password).expect("a hash"));
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{one}");
        assert_ne!(one, other);
        assert!(Cost::of(8, 1).fits("correct horse battery", Some(&one)), "the kept cost counts");
        for wrong in ["", "correct horse batterz", &"x".repeat(5000)] {
            assert!(!Cost::default().fits(wrong, Some(&one)));
        }
    }

    /// That the password was found wrong, and not what is kept unreadable, tells that the work was
    /// done. A clock would tell what else the machine does.
    #[test]
    fn a_handle_that_nobody_has_takes_the_same_work() {
        let cost = Cost::default();
        let kept = cost.hash(&password("correct horse battery")).expect("a hash");
        let named = |hash: &str| hash.rsplitn(3, '$').nth(2).map(str::to_owned);
        assert_eq!(named(&cost.nobody), named(&kept));
        assert_eq!(cost.nobody.len(), kept.len());
        let tried = cost.argon2.verify_password(b"wrong horse battery", cost.nobody.as_str());
        assert_eq!(tried, Err(password_hash::Error::PasswordInvalid));
        assert!(!cost.fits("wrong horse battery", None));
    }
}
