//! Why there is no answer.

use hexapla_engine::DecideError;
use hexapla_workspace::Error;

/// Why there is no answer, for people and programs.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// The status of HTTP.
    pub(crate) status: u16,
    /// What is wrong.
    pub(crate) message: String,
    /// The next step.
    pub(crate) hint: Option<String>,
}

impl Failure {
    pub(crate) fn new(status: u16, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), hint: None }
    }

    /// What was asked makes no sense.
    pub(crate) fn bad(message: impl Into<String>) -> Self {
        Self::new(400, message)
    }

    /// The visitor may not.
    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(403, message)
    }

    /// There is no such thing.
    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(404, message)
    }

    pub(crate) fn with_hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let status = match error {
            Error::MovedOn(_) => 409,
            _ => 500,
        };
        Self { status, message: error.to_string(), hint: error.hint() }
    }
}

impl From<hexapla_people::Error> for Failure {
    fn from(error: hexapla_people::Error) -> Self {
        use hexapla_people::Error as Of;
        let status = match error {
            Of::Wrong => 401,
            Of::Wait(_) => 429,
            Of::Unknown(_) | Of::NoInvite => 404,
            Of::Taken(_) | Of::Claimed { .. } | Of::LastAdmin(_) => 409,
            Of::NoAdmin(_) | Of::Disabled(_) | Of::InviteFor(_) => 403,
            Of::Password(_) | Of::Name => 422,
            _ => 500,
        };
        Self { status, message: error.to_string(), hint: error.hint() }
    }
}

impl From<DecideError> for Failure {
    fn from(error: DecideError) -> Self {
        let status = match error {
            DecideError::MovedOn { .. } => 409,
            DecideError::NoResource(_) | DecideError::NoSource(_) => 404,
            _ => 422,
        };
        Self { status, message: error.to_string(), hint: error.hint() }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::new(500, format!("the page cannot be written: {error}"))
    }
}
