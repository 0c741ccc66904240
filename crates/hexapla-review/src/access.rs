//! Who may ask for what.

use hexapla_model::Locale;
use hexapla_people::Role;

use crate::visitor::Visitor;

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
    /// To commit what was settled, and push it.
    Sync,
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
            Self::Sync => &[Role::Editor, Role::Publisher],
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
