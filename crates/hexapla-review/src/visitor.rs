//! Who asks.

use hexapla_model::{Handle, Locale};
use hexapla_people::{Rights, Role};

/// Who asks for something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Visitor {
    /// What they are credited by; none where they have not said so.
    pub(crate) handle: Option<Handle>,
    pub(crate) standing: Standing,
    /// Whether it is a program, by a token.
    pub(crate) is_program: bool,
}

/// What somebody is to the room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nobody that it knows.
    #[default]
    Stranger,
    /// Whoever sits at the machine, of a room without accounts: may do everything.
    Owner,
    /// Somebody with an account.
    Member(Rights),
}

impl Visitor {
    /// Whether they are one of these: in the locale, where it is about one.
    pub(crate) fn is_any(&self, roles: &[Role], locale: Option<&Locale>) -> bool {
        match &self.standing {
            Standing::Stranger => false,
            Standing::Owner => true,
            Standing::Member(rights) => roles.iter().any(|role| match locale {
                Some(locale) => rights.may(*role, locale),
                None => rights.has(*role),
            }),
        }
    }

    /// Whether they are one of these by name, as workflows ask, in a locale.
    pub(crate) fn is_named(&self, roles: &[String], locale: &Locale) -> bool {
        match &self.standing {
            Standing::Member(rights) if !roles.is_empty() => {
                let named = |it: &String| it.parse().is_ok_and(|role| rights.may(role, locale));
                roles.iter().any(named)
            }
            Standing::Stranger => false,
            Standing::Owner | Standing::Member(_) => true,
        }
    }
}
