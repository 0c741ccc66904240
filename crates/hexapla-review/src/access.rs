//! Who may ask for what.

use hexapla_model::Locale;

use crate::visitor::Visitor;

/// What a person is in a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    /// Looks.
    Viewer,
    /// Settles units of some locales.
    Translator,
    /// Approves what others translated, in some locales.
    Reviewer,
    /// Minds the whole: says that a change meant nothing, records and exports.
    Editor,
    /// Builds and publishes releases.
    Publisher,
    /// Says who is what.
    Admin,
}

impl Role {
    /// Every role.
    pub(crate) const ALL: [Self; 6] = [
        Self::Viewer,
        Self::Translator,
        Self::Reviewer,
        Self::Editor,
        Self::Publisher,
        Self::Admin,
    ];

    /// The name used on screen, in workflows and in every format.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Translator => "translator",
            Self::Reviewer => "reviewer",
            Self::Editor => "editor",
            Self::Publisher => "publisher",
            Self::Admin => "admin",
        }
    }
}

/// What it takes to ask for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// Nothing: what everybody may have, such as the style of the pages.
    Anyone,
    /// To be one of the project's people.
    Look,
    /// To settle units of the locale that it is about.
    Settle,
    /// To speak for every locale.
    Edit,
    /// To build and publish.
    Publish,
    /// To say who is what.
    Manage,
}

impl Access {
    /// The roles that it takes one of; none stands for anybody.
    pub(crate) fn roles(self) -> &'static [Role] {
        match self {
            Self::Anyone => &[],
            Self::Look => &Role::ALL,
            Self::Settle => &[Role::Translator, Role::Reviewer, Role::Editor],
            Self::Edit => &[Role::Editor],
            Self::Publish => &[Role::Publisher],
            Self::Manage => &[Role::Admin],
        }
    }

    /// Whether a visitor may, in the locale that it is about.
    pub(crate) fn allows(self, visitor: &Visitor, locale: Option<&Locale>) -> bool {
        match self {
            Self::Anyone => true,
            Self::Settle => visitor.is_any(self.roles(), locale),
            _ => visitor.is_any(self.roles(), None),
        }
    }
}
