//! Why there is no answer.

use hexapla_engine::DecideError;
use hexapla_model::{ParseHandleError, Phrase, ResourceId, phrase};
use hexapla_people::PasswordError;
use hexapla_workspace::Error;
use serde_json::{Value, json};

/// Why there is no answer, for people and programs.
///
/// What people meet in their work is said by [`phrase!`], in the language of the page. In English stay: what
/// only programs meet, such as a field that is missing, or that somebody wrote into an address by hand; what
/// files, repositories, stores and keys say, which whoever sees to the machine reads in a terminal too.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// The status of HTTP.
    pub(crate) status: u16,
    /// What is wrong.
    pub(crate) message: Phrase,
    /// The next step.
    pub(crate) hint: Option<Phrase>,
    /// The text that somebody has to be sure of, where that is all it takes.
    pub(crate) sure: Option<String>,
}

impl Failure {
    pub(crate) fn new(status: u16, message: impl Into<Phrase>) -> Self {
        Self { status, message: message.into(), hint: None, sure: None }
    }

    /// What was asked makes no sense.
    pub(crate) fn bad(message: impl Into<Phrase>) -> Self {
        Self::new(400, message)
    }

    /// The visitor may not.
    pub(crate) fn forbidden(message: impl Into<Phrase>) -> Self {
        Self::new(403, message)
    }

    /// There is no such thing.
    pub(crate) fn not_found(message: impl Into<Phrase>) -> Self {
        Self::new(404, message)
    }

    /// The project has no such resource.
    pub(crate) fn no_resource(id: &ResourceId) -> Self {
        Self::not_found(phrase!("there is no resource `{resource}`", resource = id.to_string()))
    }

    /// The same, as a question about a text.
    pub(crate) fn about(self, text: String) -> Self {
        Self { sure: Some(text), ..self }
    }

    pub(crate) fn with_hint(self, hint: impl Into<Phrase>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

impl Failure {
    /// The same for programs, which read English.
    pub(crate) fn record(&self) -> Value {
        let hint = self.hint.as_ref().map(ToString::to_string);
        json!({ "message": self.message.to_string(), "hint": hint })
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        if let Error::MovedOn(path) = error {
            let message = phrase!("`{unit}` is no longer as it was shown", unit = path);
            return Self::new(409, message).with_hint(phrase!("reload the page, and decide again"));
        }
        Self { hint: error.hint().map(Phrase::in_english), ..Self::new(500, error.to_string()) }
    }
}

impl From<hexapla_people::Error> for Failure {
    fn from(error: hexapla_people::Error) -> Self {
        use hexapla_people::Error as Of;
        let status = match error {
            Of::Wrong | Of::WrongToken => 401,
            Of::Wait(_) | Of::WaitWithToken(_) => 429,
            Of::Unknown(_) | Of::NoInvite | Of::NoToken => 404,
            Of::Taken(_)
            | Of::TokenTaken(_)
            | Of::ManyTokens
            | Of::Claimed { .. }
            | Of::LastAdmin(_) => 409,
            Of::NoAdmin(_) | Of::Disabled(_) | Of::InviteFor(_) => 403,
            Of::Password(_) | Of::Name => 422,
            _ => 500,
        };
        let (message, hint) = of_people(&error);
        Self { status, message, hint, sure: None }
    }
}

/// What is said of an error of accounts, as in a terminal, and the next step. What only whoever sees to the
/// machine can mend stays in English.
fn of_people(error: &hexapla_people::Error) -> (Phrase, Option<Phrase>) {
    use hexapla_people::Error as Of;
    let message = match error {
        Of::Taken(handle) => phrase!("`{handle}` is taken", handle = handle.as_str()),
        Of::Unknown(handle) => phrase!("there is no account `{handle}`", handle = handle.as_str()),
        Of::Disabled(handle) => {
            phrase!("the account `{handle}` is disabled", handle = handle.as_str())
        }
        Of::Wrong => phrase!("the handle or the password is wrong"),
        Of::Wait(seconds @ 1) => {
            phrase!(
                "too many wrong passwords: wait {seconds} second before the next",
                seconds = *seconds
            )
        }
        Of::Wait(seconds) => {
            phrase!(
                "too many wrong passwords: wait {seconds} seconds before the next",
                seconds = *seconds
            )
        }
        Of::TokenTaken(name) => phrase!("there is a token `{name}` already", name),
        Of::NoToken => phrase!("there is no such token"),
        Of::ManyTokens => {
            phrase!("there are {count} tokens already", count = hexapla_people::ProgramToken::MOST,)
        }
        Of::Password(PasswordError::Short) => phrase!(
            "the password is too short: expected at least {least} characters",
            least = hexapla_people::Password::LEAST,
        ),
        Of::Password(PasswordError::Long) => phrase!(
            "the password is too long: expected at most {most} bytes",
            most = hexapla_people::Password::MOST,
        ),
        Of::Password(PasswordError::Handle) => {
            phrase!("the password is the handle, which everybody knows")
        }
        Of::Password(PasswordError::Control) => phrase!(
            "the password has a control character in it, such as the end of a line or a tab"
        ),
        Of::Name => {
            phrase!("this is not a name: expected 1 to 100 characters that can be seen")
        }
        Of::NoAdmin(handle) => {
            phrase!("`{handle}` is no admin of this room", handle = handle.as_str())
        }
        Of::LastAdmin(handle) => {
            phrase!("`{handle}` is the last admin of this room", handle = handle.as_str())
        }
        Of::NoInvite => phrase!("the invite is not good, or not any more"),
        Of::InviteFor(handle) => phrase!("the invite is for `{handle}`", handle = handle.as_str()),
        Of::Claimed { by, until } => phrase!(
            "`{handle}` is working on it until {until}",
            handle = by.as_str(),
            until = until.to_string(),
        ),
        other => Phrase::in_english(other.to_string()),
    };
    let hint = match error {
        Of::Taken(_) => {
            phrase!("take another handle; capital letters do not make it another")
        }
        Of::Disabled(_) => phrase!("an admin can enable it again"),
        Of::Wrong => phrase!("try again, or ask an admin for a new password"),
        Of::TokenTaken(_) => phrase!("take another name, or remove that one first"),
        Of::ManyTokens => phrase!("remove those that nothing uses"),
        Of::Password(PasswordError::Short | PasswordError::Handle) => {
            phrase!("take four or five words that have nothing to do with each other")
        }
        Of::Password(PasswordError::Long) => phrase!("take a few words"),
        Of::Password(PasswordError::Control) => phrase!("leave it out"),
        Of::Name => phrase!("take the name that others know you by"),
        Of::NoAdmin(_) => phrase!("ask somebody who is"),
        Of::LastAdmin(_) => phrase!("make somebody else an admin first"),
        Of::NoInvite => phrase!("ask an admin for another"),
        Of::InviteFor(_) => phrase!("take that handle, or ask an admin for another invite"),
        Of::Claimed { .. } => phrase!("ask them to release it, or take another unit"),
        other => return (message, other.hint().map(Phrase::in_english)),
    };
    (message, Some(hint))
}

impl From<ParseHandleError> for Failure {
    fn from(error: ParseHandleError) -> Self {
        Self::new(422, error.phrase())
    }
}

impl From<DecideError> for Failure {
    fn from(error: DecideError) -> Self {
        let status = match error {
            DecideError::MovedOn { .. } => 409,
            DecideError::NoResource(_) | DecideError::NoSource(_) => 404,
            _ => 422,
        };
        Self { hint: error.hint(), ..Self::new(status, error.phrase()) }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::new(500, format!("the page cannot be written: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use hexapla_model::Timestamp;
    use hexapla_people::Error;

    use super::*;

    /// Of each kind that [`of_people`] has words of its own for.
    #[test]
    fn of_accounts_is_said_what_a_terminal_says() {
        let handle = || "mara".parse().expect("a handle");
        let until = Timestamp::from_seconds(0);
        for error in [
            Error::Taken(handle()),
            Error::Unknown(handle()),
            Error::Disabled(handle()),
            Error::Wrong,
            Error::Wait(1),
            Error::Wait(90),
            Error::TokenTaken("feed".to_owned()),
            Error::NoToken,
            Error::ManyTokens,
            Error::Password(PasswordError::Short),
            Error::Password(PasswordError::Long),
            Error::Password(PasswordError::Handle),
            Error::Password(PasswordError::Control),
            Error::Name,
            Error::NoAdmin(handle()),
            Error::LastAdmin(handle()),
            Error::NoInvite,
            Error::InviteFor(handle()),
            Error::Claimed { by: handle(), until },
        ] {
            let (message, hint) = of_people(&error);
            assert_eq!(message.to_string(), error.to_string());
            assert!(message.english() != "{text}", "{message}");
            assert_eq!(hint.map(|it| it.to_string()), error.hint());
        }
    }
}
