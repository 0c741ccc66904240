//! `hexapla fill`.

use std::collections::BTreeSet;

use hexapla_engine::{Plan, fill};
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
    let mut filling = Filling { context: &context, dry_run: args.dry_run, written: 0 };
    let mut failed = None;
    for (id, locale) in places {
        // What concerns one file keeps no other from being filled.
        match fill(context.snapshot(), &who, context.memory(), id, locale) {
            Ok(plan) => filling.carry_out(&plan)?,
            Err(error) => {
                let failure = Failure::from(error);
                failure.report();
                failed = Some(failure.exit);
            }
        }
    }
    match (filling.written, failed) {
        (0, None) => outln!("nothing to fill")?,
        (written, _) => outln!("{}", count(written, "file"))?,
    }
    Ok(failed.unwrap_or(Exit::Clean))
}

struct Filling<'a> {
    context: &'a Context,
    dry_run: bool,
    written: usize,
}

impl Filling<'_> {
    fn carry_out(&mut self, plan: &Plan) -> Result<(), Failure> {
        if !self.dry_run && !plan.is_empty() {
            self.context.commit(plan)?;
        }
        for write in &plan.writes {
            let verb = if self.dry_run { "would write" } else { "wrote" };
            outln!("{verb} {}", write.path)?;
            self.written += 1;
        }
        Ok(())
    }
}
