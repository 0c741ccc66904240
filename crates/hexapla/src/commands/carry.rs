//! `hexapla carry`.

use hexapla_engine::change::{ChangePolicy, Ready, ready};
use hexapla_engine::{Decision, Item};
use hexapla_ledger::Origin;

use super::settle;
use crate::cli::Global;
use crate::context::{Context, Need};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::{count, outln};

/// Make mechanical changes of the source in its translations, where the workflow says `carry`
///
/// Such a change leaves the words as they are: by default only layout is carried, `[[changes]]` of
/// a workflow may add punctuation, case, markup and addresses, and no rule can add numbers, code or
/// words. What is carried is current with the state it had, but without approvals of several
/// people. It stays apart from what a person looked at (`explain` says `carried`); `reopen` takes
/// it back, and where the source returns so does the translation. All of it is one act.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// Only say what would be carried
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open_for(global, &args.selection, Need::Status)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let carried: Vec<(&Selected<'_>, Ready)> = selected
        .iter()
        .filter_map(|one| {
            let ready = ready(context.snapshot(), one.id, one.resource, one.locale, one.status)?;
            (ready.policy == ChangePolicy::Carry).then_some((one, ready))
        })
        .collect();
    if carried.is_empty() {
        outln!("nothing to carry")?;
        return Ok(context.report_exit());
    }
    for (one, ready) in &carried {
        outln!("  {}  {}  {}", one.address(), one.locale, ready.class)?;
    }
    if args.dry_run {
        outln!("would carry {}", count(carried.len(), "unit"))?;
        return Ok(context.report_exit());
    }
    let items: Vec<Item> =
        carried.into_iter().map(|(one, ready)| settle::item(one, decision(ready))).collect();
    let plan = settle::commit(&context, global, &items)?;
    settle::report("carried", items.len(), &plan)
}

fn decision(ready: Ready) -> Decision {
    Decision::Accept { text: ready.text, state: ready.state, origin: Origin::Carried }
}
