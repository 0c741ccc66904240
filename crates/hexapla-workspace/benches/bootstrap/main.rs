//! How long a bootstrap takes and how well history alone does it, measured by the marks;
//! and how much it takes of wrong pages.
//!
//! `HEXAPLA_REPOSITORY` names a project in a repository; without it one is generated: 8,000
//! commits on 1,000 pages in three locales.

mod generated;
mod quality;
mod times;
mod wrong;

use std::path::PathBuf;

fn main() {
    // Tests run benches too, without doing anything.
    if !std::env::args().any(|it| it == "--bench") {
        return;
    }
    let given = std::env::var_os("HEXAPLA_REPOSITORY").map(PathBuf::from);
    let made = given.is_none().then(generated::repository);
    let root = given.or_else(|| made.as_ref().map(|it| it.path().to_owned()));
    let Some(root) = root else { return };
    let read = times::measure(&root);
    quality::measure(&read);
    wrong::measure(&read);
}
