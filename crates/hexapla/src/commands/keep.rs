//! `hexapla keep`.

use hexapla_engine::{Decision, Item};
use hexapla_model::{Freshness, Group};

use super::settle;
use crate::cli::Global;
use crate::context::{Context, Need};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::outln;

/// Say that stale translations are as valid for the new source
///
/// A translator says so for a locale; with `--all-locales` an author says once for all that a
/// change, such as a typo set right, changes no translation. It carries the state over, but no
/// approval that takes several people, and `reopen` takes it back.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// For every locale, also ones that are translated later from the earlier source
    #[arg(long, conflicts_with = "locale")]
    all_locales: bool,
    /// The source that was looked at, by its fingerprint: refuse if it is another by now
    #[arg(long, value_name = "FINGERPRINT")]
    expect: Option<Group>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    if args.selection.is_everything() {
        return Err(Failure::usage("keep what? name a unit or a resource")
            .with_hint("`hexapla diff` shows what is stale"));
    }
    let context = Context::open_for(global, &args.selection, Need::Status)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let stale: Vec<&Selected<'_>> = selected
        .iter()
        .filter(|one| one.status.freshness == Freshness::Stale && one.status.inherited.is_none())
        .collect();
    if let Some(expected) = &args.expect {
        settle::expect(&stale, expected)?;
    }
    if stale.is_empty() {
        outln!("nothing is stale there")?;
        return Ok(Exit::Clean);
    }
    let decision = Decision::Keep { all_locales: args.all_locales };
    let items: Vec<Item> = stale.iter().map(|one| settle::item(one, decision.clone())).collect();
    let plan = settle::commit(&context, global, &items)?;
    settle::report("kept", items.len(), &plan)
}
