//! `hexapla fill`.

use std::collections::BTreeSet;

use hexapla_engine::fill;
use hexapla_model::{Locale, ResourceId};

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::Selection;
use crate::ui::{count, outln};

/// Create target pages, and add what they miss, for translators to work in
///
/// A unit whose present source was translated before gets that translation back, with the state
/// it had. One that came from another page, or had another key, gets the translation it had there.
/// Every other gets the source's text to be overwritten; it counts as missing until then.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// Only say which files would be written
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    if args.selection.is_everything() && args.selection.locale.is_empty() {
        return Err(Failure::usage("fill what? name a resource or a `--locale`"));
    }
    let context = Context::open(global)?;
    let who = context.who(global)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let places: BTreeSet<(&ResourceId, &Locale)> =
        selected.iter().map(|one| (one.id, one.locale)).collect();
    let mut written = 0;
    for (id, locale) in places {
        let plan = fill(context.snapshot(), &who, context.memory(), id, locale)?;
        for write in &plan.writes {
            let verb = if args.dry_run { "would write" } else { "wrote" };
            outln!("{verb} {}", write.path)?;
            written += 1;
        }
        if !args.dry_run && !plan.is_empty() {
            context.commit(&plan)?;
        }
    }
    match written {
        0 => outln!("nothing to fill")?,
        _ => outln!("{}", count(written, "file"))?,
    }
    Ok(Exit::Clean)
}
