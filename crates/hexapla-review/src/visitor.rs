//! Who asks.

use std::collections::BTreeMap;

use hexapla_model::{Handle, Locale};

use crate::access::Role;

/// Who asks for something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Visitor {
    /// What they are credited by; none where they have not said so.
    pub(crate) handle: Option<Handle>,
    /// What they are, each in some locales, or in all where none are named.
    pub(crate) roles: BTreeMap<Role, Vec<Locale>>,
}

impl Visitor {
    /// Whether they are one of these: in the locale, where it is about one.
    pub(crate) fn is_any(&self, roles: &[Role], locale: Option<&Locale>) -> bool {
        roles.iter().any(|role| {
            self.roles.get(role).is_some_and(|locales| {
                locales.is_empty() || locale.is_none_or(|it| locales.contains(it))
            })
        })
    }
}
