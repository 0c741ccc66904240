//! What the project's config says of an account.

use hexapla_engine::People;
use hexapla_people::{Account, Role};
use hexapla_workspace::Session;

use super::told;
use crate::cli::Global;
use crate::ui::{Style, paint, tell};

/// Warns where what an account says of translations counts for less than its roles, since
/// `hexapla.toml` names people. Outside a project there is nothing to compare.
pub(super) fn compare(global: &Global, account: &Account) {
    let Ok(session) = Session::open(&global.directory) else { return };
    if let Some(warning) = warning(&session.config().people, account) {
        tell!("{} {warning}", paint(Style::Stale, "warning:"));
        let hint = format!("`[people.{}]` there says who they are in the ledger", account.handle);
        tell!("{} {hint}", paint(Style::Heading, "hint:"));
    }
}

fn warning(people: &People, account: &Account) -> Option<String> {
    let mut rights = account.rights.clone();
    rights.roles.retain(|role: &Role| role.is_of_locales());
    if people.0.is_empty() || rights.roles.is_empty() {
        return None;
    }
    let person = people.0.get(&account.handle).cloned().unwrap_or_default();
    let counts = rights.within(&person.roles, &person.locales);
    let handle = &account.handle;
    match () {
        () if counts.roles.is_empty() => Some(format!(
            "hexapla.toml names people and gives `{handle}` none of that: no state that they give counts"
        )),
        () if counts != rights => {
            Some(format!("hexapla.toml gives `{handle}` less: only {} counts", told(&counts)))
        }
        () => None,
    }
}
