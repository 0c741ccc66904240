//! What the project's config says of an account.

use hexapla_people::Account;
use hexapla_review::counts_for_less;
use hexapla_workspace::Session;

use crate::cli::Global;
use crate::ui::{Style, paint, tell};

/// Warns where what an account says of translations counts for less than its roles, since
/// `hexapla.toml` names people. Outside a project there is nothing to compare.
pub(super) fn compare(global: &Global, account: &Account) {
    let Ok(session) = Session::open(&global.directory) else { return };
    let people = &session.config().people;
    if let Some(warning) = counts_for_less(people, &account.handle, &account.rights) {
        tell!("{} {warning}", paint(Style::Stale, "warning:"));
        let hint = format!("`[people.{}]` there says who they are in the ledger", account.handle);
        tell!("{} {hint}", paint(Style::Heading, "hint:"));
    }
}
