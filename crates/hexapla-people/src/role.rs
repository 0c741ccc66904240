//! What somebody is in a project.

use std::fmt;
use std::str::FromStr;

/// What somebody is in a project; called as in `roles` of a workflow and of `[people.*]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Looks.
    Viewer,
    /// Translates.
    Translator,
    /// Reads what others translated.
    Reviewer,
    /// Has the last word on a text.
    Editor,
    /// Releases.
    Publisher,
    /// Looks after accounts.
    Admin,
}

/// The text is no role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a role: expected {all}", all = Role::ALL.map(Role::as_str).join(", "))]
pub struct ParseRoleError(String);

impl Role {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Viewer,
        Self::Translator,
        Self::Reviewer,
        Self::Editor,
        Self::Publisher,
        Self::Admin,
    ];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Translator => "translator",
            Self::Reviewer => "reviewer",
            Self::Editor => "editor",
            Self::Publisher => "publisher",
            Self::Admin => "admin",
        }
    }

    /// Whether it is about texts, and so holds in locales; any other holds in the project.
    pub fn is_of_locales(self) -> bool {
        matches!(self, Self::Translator | Self::Reviewer | Self::Editor)
    }
}

impl FromStr for Role {
    type Err = ParseRoleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|role| role.as_str() == text);
        found.ok_or_else(|| ParseRoleError(text.to_owned()))
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_read_as_they_are_written() {
        for role in Role::ALL {
            assert_eq!(role.to_string().parse(), Ok(role));
        }
        let error = "boss".parse::<Role>().expect_err("no role");
        assert!(
            error.to_string().ends_with("viewer, translator, reviewer, editor, publisher, admin")
        );
    }
}
