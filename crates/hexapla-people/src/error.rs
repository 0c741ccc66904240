//! What can go wrong in a review room.

use std::path::PathBuf;

use hexapla_model::{Handle, Timestamp};

use crate::{PasswordError, ProgramToken};

/// What can go wrong in a review room. No error shows a password or a token.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is such an account, or one whose handle looks the same.
    #[error("`{0}` is taken")]
    Taken(Handle),
    /// There is no such account.
    #[error("there is no account `{0}`")]
    Unknown(Handle),
    /// The account is disabled.
    #[error("the account `{0}` is disabled")]
    Disabled(Handle),
    /// Handle and password do not fit; it is not said which of them.
    #[error("the handle or the password is wrong")]
    Wrong,
    /// Too many passwords were wrong.
    #[error("too many wrong passwords: wait {} before the next", seconds(*.0))]
    Wait(u32),
    /// A program shows a token that is none, or none any more; it is not said which.
    #[error("the token is wrong, or not good any more")]
    WrongToken,
    /// Too many tokens were wrong.
    #[error("too many wrong tokens: wait {} before the next", seconds(*.0))]
    WaitWithToken(u32),
    /// The account has a token of that name.
    #[error("there is a token `{0}` already")]
    TokenTaken(String),
    /// The account has no token of that name.
    #[error("there is no such token")]
    NoToken,
    /// The account has too many tokens.
    #[error("there are {} tokens already", ProgramToken::MOST)]
    ManyTokens,
    /// The password may not be set.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// A name that cannot be shown.
    #[error("this is not a name: expected 1 to 100 characters that can be seen")]
    Name,
    /// Who is no admin wants to invite.
    #[error("`{0}` is no admin of this room")]
    NoAdmin(Handle),
    /// Nobody would be left who looks after accounts.
    #[error("`{0}` is the last admin of this room")]
    LastAdmin(Handle),
    /// The invite was never made, is used, or no longer holds.
    #[error("the invite is not good, or not any more")]
    NoInvite,
    /// The invite is for another handle.
    #[error("the invite is for `{0}`")]
    InviteFor(Handle),
    /// Somebody else works on the unit.
    #[error("`{by}` is working on it until {until}")]
    Claimed {
        /// Who.
        by: Handle,
        /// Until when, unless they go on.
        until: Timestamp,
    },
    /// The file was made by a later version.
    #[error(
        "`{path}` is of version {version}, and this program knows {} at most",
        crate::file::VERSION
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: i64,
    },
    /// The file is damaged, or no file of a room.
    #[error("`{path}` cannot be read as the state of a review room: {reason}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// How.
        reason: String,
    },
    /// Others than the owner may read the file.
    #[error("`{0}` holds what must stay secret, and others may read it")]
    Exposed(PathBuf),
    /// Another process holds the file for long.
    #[error("another process is writing to `{0}`")]
    Busy(PathBuf),
    /// SQLite cannot do what it is asked to.
    #[error("`{path}`: {reason}")]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The disk said no.
    #[error("cannot make `{path}`: {source}")]
    Disk {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The system has no chance to give.
    #[error("the system gives no random numbers: {0}")]
    Randomness(String),
    /// A password cannot be hashed, for want of memory.
    #[error("the password cannot be hashed: {0}")]
    Hash(String),
}

impl Error {
    /// The next step, where there is one.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Taken(_) => "take another handle; capital letters do not make it another",
            Self::Unknown(_) => "`hexapla people list` shows who has one",
            Self::Disabled(_) => "an admin can enable it again",
            Self::Wrong => "try again, or ask an admin for a new password",
            Self::WrongToken => {
                "make another: on the page of tokens, or by `hexapla people token add`"
            }
            Self::TokenTaken(_) => "take another name, or remove that one first",
            Self::NoToken => "`hexapla people token list` shows which there are",
            Self::ManyTokens => "remove those that nothing uses",
            Self::Password(error) => error.hint(),
            Self::Name => "take the name that others know you by",
            Self::NoAdmin(_) => "ask somebody who is",
            Self::LastAdmin(_) => "make somebody else an admin first",
            Self::NoInvite => "ask an admin for another",
            Self::InviteFor(_) => "take that handle, or ask an admin for another invite",
            Self::Claimed { .. } => "ask them to release it, or take another unit",
            Self::Newer { .. } => "use a newer hexapla",
            Self::Damaged { .. } => {
                "restore the file from a backup, or move it away and begin anew"
            }
            Self::Exposed(path) => {
                let path = path.display();
                return Some(format!(
                    "`chmod 600 {path}`, and have passwords set anew where somebody may have read it"
                ));
            }
            Self::Busy(_) => "wait for it to end",
            Self::Wait(_)
            | Self::WaitWithToken(_)
            | Self::Sqlite { .. }
            | Self::Disk { .. }
            | Self::Randomness(_)
            | Self::Hash(_) => return None,
        };
        Some(hint.to_owned())
    }
}

fn seconds(count: u32) -> String {
    if count == 1 { "1 second".to_owned() } else { format!("{count} seconds") }
}
