//! Errors as people read them.

use crate::exit::Exit;
use crate::ui::{Style, paint, tell};

/// Why a command could not do what was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    /// How the process ends.
    pub(crate) exit: Exit,
    /// What went wrong: lowercase fragments, the first the main one.
    pub(crate) messages: Vec<String>,
    /// The next step.
    pub(crate) hint: Option<String>,
}

impl Failure {
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, messages: vec![message.into()], hint: None }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    #[must_use]
    pub(crate) fn with_hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Tells it on standard error.
    pub(crate) fn report(&self) {
        for message in &self.messages {
            tell!("{} {message}", paint(Style::Error, "error:"));
        }
        if let Some(hint) = &self.hint {
            tell!("{} {hint}", paint(Style::Heading, "hint:"));
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(Exit::Io, error.to_string())
    }
}

impl From<hexapla_workspace::Error> for Failure {
    fn from(error: hexapla_workspace::Error) -> Self {
        use hexapla_workspace::Error;
        let exit = match &error {
            Error::NoProject(_)
            | Error::Exists(_)
            | Error::NoLocales(_)
            | Error::Outside(_)
            | Error::NoRepository(_)
            | Error::NoRevision { .. }
            | Error::NoRelease { .. } => Exit::Usage,
            Error::Config(_) => Exit::Config,
            Error::MovedOn(_) => Exit::MovedOn,
            Error::Integrity(_) => Exit::Integrity,
            Error::Partly { .. }
            | Error::Locked(_)
            | Error::NoGit
            | Error::Git { .. }
            | Error::Watch { .. }
            | Error::Editor { .. }
            | Error::Io { .. } => Exit::Io,
        };
        let hint = error.hint();
        let messages = match &error {
            Error::Config(problems) => problems.iter().map(ToString::to_string).collect(),
            _ => vec![error.to_string()],
        };
        Self { exit, messages, hint }
    }
}

impl From<hexapla_workspace::KeysError> for Failure {
    fn from(error: hexapla_workspace::KeysError) -> Self {
        use hexapla_trust::sign::KeyError;
        use hexapla_workspace::KeysError;
        let exit = match error {
            KeysError::Disk(error) => return error.into(),
            KeysError::Root { .. } | KeysError::Key { source: KeyError::Format, .. } => {
                Exit::Integrity
            }
            KeysError::Passphrase { .. }
            | KeysError::Key { source: KeyError::Randomness(_), .. } => Exit::Io,
            _ => Exit::Usage,
        };
        Self { exit, messages: vec![error.to_string()], hint: error.hint() }
    }
}

impl From<hexapla_people::Error> for Failure {
    fn from(error: hexapla_people::Error) -> Self {
        use hexapla_people::Error;
        let exit = match &error {
            Error::Newer { .. } | Error::Damaged { .. } => Exit::Integrity,
            Error::Busy(_)
            | Error::Sqlite { .. }
            | Error::Disk { .. }
            | Error::Randomness(_)
            | Error::Hash(_) => Exit::Io,
            _ => Exit::Usage,
        };
        Self { exit, messages: vec![error.to_string()], hint: error.hint() }
    }
}

/// What to see to where a store said no.
const REFUSED: &str = "see whether the store is there and lets you write; a bucket knows you by \
                       `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`";

impl From<hexapla_store::Error> for Failure {
    fn from(error: hexapla_store::Error) -> Self {
        use hexapla_store::Error;
        let exit = match &error {
            Error::Name(_) | Error::Address { .. } | Error::ReadOnly(_) => Exit::Usage,
            Error::Busy(_) => Exit::MovedOn,
            Error::Long { .. } | Error::Link(_) => Exit::Integrity,
            _ => Exit::Io,
        };
        let text = error.to_string();
        match text.split_once("\nhint: ") {
            Some((message, hint)) => Self::new(exit, message).with_hint(hint),
            None if matches!(error, Error::Refused { .. }) => {
                Self::new(exit, text).with_hint(REFUSED)
            }
            None => Self::new(exit, text),
        }
    }
}

impl From<hexapla_workspace::PublishError> for Failure {
    fn from(error: hexapla_workspace::PublishError) -> Self {
        use hexapla_workspace::PublishError;
        let message = error.to_string();
        match error {
            PublishError::Store(error) => error.into(),
            PublishError::Keys(error) => error.into(),
            PublishError::Disk(error) => error.into(),
            PublishError::Refused { source, .. } => {
                Self::new(Exit::Integrity, message).with_hint(source.hint())
            }
            PublishError::Empty(_) => {
                Self::usage(message).with_hint("`hexapla release publish` puts the first there")
            }
            PublishError::NoVersion { .. } | PublishError::NothingBefore(_) => Self::usage(message)
                .with_hint("`hexapla release list --to STORE` shows those that are there"),
            PublishError::Closed { channel, .. } => Self::new(Exit::Findings, message)
                .with_hint(format!("`hexapla release build --channel {channel}` says why")),
        }
    }
}

impl From<hexapla_workspace::PullError> for Failure {
    fn from(error: hexapla_workspace::PullError) -> Self {
        use hexapla_trust::Refusal;
        use hexapla_workspace::PullError;
        let message = error.to_string();
        match error {
            PullError::Disk(error) => error.into(),
            PullError::Address(error) => error.into(),
            PullError::Refused { source, .. } => {
                let silent = matches!(source, Refusal::Unavailable(_));
                let exit = if silent { Exit::Io } else { Exit::Integrity };
                Self::new(exit, message).with_hint(source.hint())
            }
        }
    }
}

impl From<hexapla_engine::DecideError> for Failure {
    fn from(error: hexapla_engine::DecideError) -> Self {
        use hexapla_engine::DecideError;
        let exit = match &error {
            DecideError::MovedOn { .. } => Exit::MovedOn,
            DecideError::Unread { .. } => Exit::Findings,
            _ => Exit::Usage,
        };
        Self {
            exit,
            messages: vec![error.to_string()],
            hint: error.hint().map(|it| it.to_string()),
        }
    }
}

impl From<hexapla_engine::RenameError> for Failure {
    fn from(error: hexapla_engine::RenameError) -> Self {
        Self::usage(error.to_string()).with_hint(error.hint())
    }
}
