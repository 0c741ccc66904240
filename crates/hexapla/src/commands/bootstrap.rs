//! `hexapla init --bootstrap`.

use std::collections::BTreeMap;

use hexapla_engine::bootstrap::{Bootstrapped, Evidence, Marks, bootstrap};
use hexapla_workspace::{Session, history, now};

use crate::cli::Global;
use crate::context::tell_problems;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Style, outln, paint, showing, tell};

/// How many pages with the same note are named.
const NAMED: usize = 5;

pub(crate) fn run(global: &Global) -> Result<Exit, Failure> {
    let session = Session::open(&global.directory)?;
    let progress = session.progress();
    let loaded = showing(progress, || session.load(global.as_of.unwrap_or_else(now)))?;
    tell_problems(&loaded.problems, &loaded.ledger_problems);
    if !loaded.ledger_problems.is_empty() {
        return Err(Failure::new(Exit::Integrity, "a part of the ledger cannot be read")
            .with_hint("restore the files named above first; nothing was changed"));
    }
    let (found, is_shallow) = showing(progress, || {
        let (past, store) = history(session.root(), &loaded.snapshot, progress)?;
        let found = bootstrap(&loaded.snapshot, &past, &store, Marks::Believed, progress);
        session.commit(&found.plan)?;
        Ok::<_, Failure>((found, past.is_shallow))
    })?;
    report(&found)?;
    if is_shallow {
        tell!("{} the history is cut off (a shallow clone)", paint(Style::Stale, "warning:"));
        tell!("{} `git fetch --unshallow`, then do this again", paint(Style::Heading, "hint:"));
    }
    Ok(Exit::Clean)
}

/// Tells what was found, and of what it was concluded.
fn report(found: &Bootstrapped) -> Result<(), Failure> {
    let by = |evidence| found.pages.values().filter(|it| it.basis.evidence == evidence).count();
    let pairs: usize = found.pages.values().map(|page| page.attested).sum();
    let (marked, past) = (by(Evidence::Mark), by(Evidence::History));
    outln!("{marked} pages by their mark, {past} by their history: {pairs} units inferred")?;
    let mut notes: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (path, note) in &found.notes {
        notes.entry(note.to_string()).or_default().push(path);
    }
    for (note, pages) in &notes {
        for page in pages.iter().take(NAMED) {
            tell!("{} {page}: {note}", paint(Style::Stale, "warning:"));
        }
        if pages.len() > NAMED {
            tell!("{} {} more: {note}", paint(Style::Stale, "warning:"), pages.len() - NAMED);
        }
    }
    outln!("next: `hexapla status`")?;
    Ok(())
}
