//! `hexapla accept`.

use hexapla_engine::{Decision, Item, Snapshot};
use hexapla_ledger::Origin;
use hexapla_model::{Fingerprint, Freshness, State};

use super::settle;
use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::{count, tell};

/// Attest that translations render their source as it is now
///
/// Name a unit to accept it whatever its freshness, even one that equals its source ("same on
/// purpose"). Name a resource to accept all of its stale and unverified units, and those that are
/// current only because somebody kept them. `--all` is for a first import: it accepts every
/// unverified unit that nothing is known of; one whose target was changed since it was last
/// attested is left for review unless `--force` is given. So is one of which it is not sure what
/// it renders, with a whole resource too.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// Accept every unverified unit of the selection
    #[arg(long)]
    all: bool,
    /// Also units whose pairing is unsure and, with `--all`, those whose target was changed since it
    /// was last attested
    #[arg(long)]
    force: bool,
    /// Write this text as the target of the unit, and accept it
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// The state to give: translated, reviewed or final
    #[arg(long, default_value = "translated", value_name = "STATE")]
    state: State,
    /// How the translations came about
    #[arg(long, value_name = "ORIGIN")]
    origin: Option<Origin>,
    /// The source that was looked at, by its fingerprint: refuse if it is another by now
    #[arg(long, value_name = "FINGERPRINT")]
    expect: Option<Fingerprint>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    if args.selection.is_everything() && !args.all {
        return Err(Failure::usage("accept what? name a unit or a resource, or use `--all`")
            .with_hint("`hexapla status --by unit` lists every unit"));
    }
    let context = Context::open(global)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let named_unit = args.selection.names.iter().any(|name| name.contains(['#', ':']));
    let chosen: Vec<&Selected<'_>> =
        selected.iter().filter(|one| chosen(&context, args, named_unit, one)).collect();
    if let Some(expected) = args.expect {
        settle::expect(&chosen, expected)?;
    }
    if args.text.is_some() && chosen.len() != 1 {
        return Err(Failure::usage(format!(
            "`--text` is for one unit, {} are selected",
            chosen.len()
        ))
        .with_hint("name the unit and its `--locale`"));
    }
    let origin = args.origin.unwrap_or(if args.all { Origin::Imported } else { Origin::Human });
    let decision = Decision::Accept { text: args.text.clone(), state: args.state, origin };
    let items: Vec<Item> = chosen.iter().map(|one| settle::item(one, decision.clone())).collect();
    let plan = settle::commit(&context, global, &items)?;
    tell_skipped(args, named_unit, &selected);
    settle::report("accepted", items.len(), &plan)
}

/// Tells of units that a person has to look at one by one.
fn tell_skipped(args: &Args, named_unit: bool, selected: &[Selected<'_>]) {
    if args.force || named_unit {
        return;
    }
    let skipped = |why: fn(&Selected<'_>) -> bool| selected.iter().filter(|it| why(it)).count();
    let drifted = if args.all { skipped(drifted) } else { 0 };
    let unsure = skipped(|it| is_unsure(it) && (it.status.made_from.is_none()));
    if drifted > 0 {
        let units = count(drifted, "unit");
        tell!("skipped {units} whose target was changed since it was last attested");
    }
    if unsure > 0 {
        let units = count(unsure, "unit");
        tell!("skipped {units} of which it is not sure what the target renders");
    }
    if drifted + unsure > 0 {
        tell!("hint: look at them with `hexapla review`, or add `--force`");
    }
}

/// Whether nobody vouches for the target, and it may render another source.
fn is_unsure(one: &Selected<'_>) -> bool {
    let status = one.status;
    status.freshness == Freshness::Unverified && status.inherited.is_none() && !status.is_sure()
}

/// Whether the command is about this unit.
fn chosen(context: &Context, args: &Args, named_unit: bool, one: &Selected<'_>) -> bool {
    let status = one.status;
    if args.all {
        return status.freshness == Freshness::Unverified
            && status.inherited.is_none()
            && (args.force || !(drifted(one) || is_unsure(one)));
    }
    if named_unit {
        return status.freshness != Freshness::Obsolete;
    }
    let raises = status.freshness == Freshness::Current
        && (status.state < args.state || is_only_kept(context.snapshot(), one));
    let open = matches!(status.freshness, Freshness::Stale | Freshness::Unverified)
        && (args.force || !is_unsure(one));
    (open || raises) && status.inherited.is_none()
}

/// Whether nobody attested the target for the source as it is, only for one of which it was said
/// that its translations are still valid.
fn is_only_kept(snapshot: &Snapshot, one: &Selected<'_>) -> bool {
    let claims = snapshot.ledger.claims(one.id, one.locale);
    let claim = one
        .pair()
        .and_then(|(source, target)| claims.find(one.status.key.as_ref(), &source, &target));
    claim.is_none_or(|claim| claim.attestations().next().is_none())
}

/// Whether the target was changed since some target of the unit was last attested.
fn drifted(one: &Selected<'_>) -> bool {
    one.status.freshness == Freshness::Unverified && one.status.made_from.is_some()
}
