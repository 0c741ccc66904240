//! What an account may do.

use std::collections::BTreeSet;

use hexapla_model::Locale;

use crate::Role;

/// What an account may do: its roles, and the locales that those about texts hold in.
///
/// Of the same shape as a person of `hexapla.toml`, so that the rules of a workflow see in an account
/// the person who signed in: [`Rights::names`] and `locales` are theirs.
///
/// Where `hexapla.toml` names people, it is what was agreed on in the open: an account may then get no
/// more in the ledger than the config gives its handle, and nothing where the config does not name it.
/// Whoever merges both takes [`Rights::within`] for that. Where the config names nobody, the ledger is
/// judged without roles, and the room is all that asks for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// The roles.
    pub roles: BTreeSet<Role>,
    /// The locales that roles about texts hold in; all where there are none.
    pub locales: BTreeSet<Locale>,
}

impl Rights {
    /// Whether the role is held anywhere.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether the role is held in a locale.
    pub fn may(&self, role: Role, locale: &Locale) -> bool {
        let here =
            !role.is_of_locales() || self.locales.is_empty() || self.locales.contains(locale);
        self.has(role) && here
    }

    /// Whether the room may be looked at: by whoever has a role, whichever.
    pub fn may_look(&self) -> bool {
        !self.roles.is_empty()
    }

    /// The roles by their names, as workflows ask for them.
    pub fn names(&self) -> BTreeSet<String> {
        self.roles.iter().map(ToString::to_string).collect()
    }

    /// What of it counts in the ledger of a project whose config gives the same handle `roles` in
    /// `locales` (all where there are none): what both give.
    #[must_use]
    pub fn within(&self, roles: &BTreeSet<String>, locales: &BTreeSet<Locale>) -> Self {
        let both: BTreeSet<Locale> = match (self.locales.is_empty(), locales.is_empty()) {
            (true, _) => locales.clone(),
            (_, true) => self.locales.clone(),
            _ => self.locales.intersection(locales).cloned().collect(),
        };
        // No locale in common is none, and not all.
        let nowhere = both.is_empty() && !(self.locales.is_empty() && locales.is_empty());
        let held = |role: &Role| !nowhere && roles.contains(role.as_str());
        Self { roles: self.roles.iter().copied().filter(held).collect(), locales: both }
    }
}

#[cfg(test)]
mod tests {
    use hexapla_engine::{People, Person};
    use hexapla_model::Handle;
    use proptest::prelude::*;

    use super::*;

    const LOCALES: [&str; 3] = ["ar", "de", "es"];

    fn locale() -> impl Strategy<Value = Locale> {
        proptest::sample::select(&LOCALES[..]).prop_map(|it| it.parse().expect("a locale"))
    }

    fn rights() -> impl Strategy<Value = Rights> {
        let roles = proptest::collection::btree_set(proptest::sample::select(&Role::ALL[..]), 0..6);
        let locales = proptest::collection::btree_set(locale(), 0..3);
        (roles, locales).prop_map(|(roles, locales)| Rights { roles, locales })
    }

    /// Whether the rules of a workflow see the role in a person with these rights.
    fn counts(rights: &Rights, role: Role, locale: &Locale) -> bool {
        let handle: Handle = "mara".parse().expect("a handle");
        let person = Person { roles: rights.names(), locales: rights.locales.clone() };
        let people = People([(handle.clone(), person)].into());
        people.may(&handle, &[role.to_string()], locale)
    }

    proptest! {
        #[test]
        fn law_workflows_see_the_same_person(rights in rights(), locale in locale()) {
            for role in Role::ALL.into_iter().filter(|it| it.is_of_locales()) {
                prop_assert_eq!(rights.may(role, &locale), counts(&rights, role, &locale));
            }
        }

        #[test]
        fn law_an_account_counts_for_no_more_than_the_config_says(
            account in rights(), config in rights(), locale in locale()
        ) {
            let both = account.within(&config.names(), &config.locales);
            for role in Role::ALL {
                let each = [&account, &config].map(|it| counts(it, role, &locale));
                prop_assert_eq!(counts(&both, role, &locale), each == [true, true]);
            }
        }
    }
}
