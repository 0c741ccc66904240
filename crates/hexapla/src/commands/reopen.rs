//! `hexapla reopen`.

use hexapla_engine::{Decision, Item};
use hexapla_model::Freshness;

use super::settle;
use crate::cli::Global;
use crate::context::{Context, Need};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::outln;

/// Say that current translations need another look
///
/// The doubt is about this very source and target: it stays with them through every revert until
/// somebody accepts the translation again.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// Why
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    if args.selection.is_everything() {
        return Err(Failure::usage("reopen what? name a unit or a resource")
            .with_hint("`hexapla status --by unit` lists every unit"));
    }
    let context = Context::open_for(global, &args.selection, Need::Status)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let current: Vec<&Selected<'_>> = selected
        .iter()
        .filter(|one| one.status.freshness == Freshness::Current && one.status.inherited.is_none())
        .collect();
    if current.is_empty() {
        outln!("nothing is current there")?;
        return Ok(Exit::Clean);
    }
    let decision = Decision::Reopen { why: args.why.clone() };
    let items: Vec<Item> = current.iter().map(|one| settle::item(one, decision.clone())).collect();
    let plan = settle::commit(&context, global, &items)?;
    settle::report("reopened", items.len(), &plan)
}
