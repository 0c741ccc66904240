//! `hexapla accept`.

mod skipped;
mod wholes;

use std::collections::HashSet;

use hexapla_engine::{Decision, Inferred, Item, Status, infer};
use hexapla_ledger::{Ledger, Origin};
use hexapla_model::{Freshness, Group, State};
use hexapla_workspace::Version;

use skipped::{Skipped, is_drifted, is_open, is_unsure};

use super::settle;
use crate::cli::Global;
use crate::context::{Context, Need};
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
/// it renders, with a whole resource too. A unit that is made from another translation waits until
/// that is settled, unless it is named.
///
/// `--range` is for CI, where people do not run Hexapla: what a change set edited in source and
/// target together is attested with the origin `inferred`.
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
    /// Accept what `BASE..HEAD` (or `BASE...HEAD`, or `BASE` up to the files as they are) edited in
    /// source and target together
    #[arg(long, value_name = "RANGE", conflicts_with_all = ["all", "text", "expect", "origin"])]
    range: Option<String>,
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
    expect: Option<Group>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    if let Some(range) = &args.range {
        return accept_range(global, args, range);
    }
    if args.selection.is_everything() && !args.all {
        return Err(Failure::usage("accept what? name a unit or a resource, or use `--all`")
            .with_hint("`hexapla status --by unit` lists every unit"));
    }
    match wholes::accept(global, args)? {
        Some(exit) => Ok(exit),
        None => accept_units(global, args),
    }
}

impl Args {
    /// Whether some unit is named.
    fn names_unit(&self) -> bool {
        self.selection.names.iter().any(|name| name.contains(['#', ':']))
    }

    /// Whether it is about whole resources, as they are.
    fn is_of_wholes(&self) -> bool {
        !self.names_unit() && self.text.is_none() && self.expect.is_none()
    }
}

/// What is decided about every unit.
fn decision(args: &Args) -> Decision {
    let origin = args.origin.unwrap_or(if args.all { Origin::Imported } else { Origin::Human });
    Decision::Accept { text: args.text.clone(), state: args.state, origin }
}

/// Accepts units one by one.
fn accept_units(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open_for(global, &args.selection, Need::Status)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let (ledger, named_unit) = (&context.snapshot().ledger, args.names_unit());
    let chosen: Vec<&Selected<'_>> =
        selected.iter().filter(|one| is_chosen(ledger, args, named_unit, one)).collect();
    if let Some(expected) = &args.expect {
        settle::expect(&chosen, expected)?;
    }
    if args.text.is_some() && chosen.len() != 1 {
        return Err(Failure::usage(format!(
            "`--text` is for one unit, {} are selected",
            chosen.len()
        ))
        .with_hint("name the unit and its `--locale`"));
    }
    let decision = decision(args);
    let items: Vec<Item> = chosen.iter().map(|one| settle::item(one, decision.clone())).collect();
    let plan = settle::commit(&context, global, &items)?;
    if !named_unit {
        Skipped::of(&selected).tell(args);
    }
    settle::report("accepted", items.len(), &plan)
}

/// Accepts what a range of revisions edited in source and target together.
fn accept_range(global: &Global, args: &Args, range: &str) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let range = context.session.range(range)?;
    let before = context.version(&range.before, context.snapshot())?.snapshot;
    let inferred = match &range.after {
        Version::Present => infer(&before, (context.snapshot(), &context.status)),
        version => {
            let after = context.version(version, context.snapshot())?.snapshot;
            infer(&before, (&after, &Status::of(&after)))
        }
    };
    let sure: HashSet<Inferred> =
        inferred.iter().filter(|it| it.is_sure || args.force).cloned().collect();
    let open = |it: &Selected<'_>| is_open(it) && !it.status.doubted;
    let still_so = |it: &&Selected<'_>| {
        let known = |is_sure| Some(Inferred { is_sure, ..pair(it)? });
        open(it) && [true, false].into_iter().filter_map(known).any(|it| sure.contains(&it))
    };
    let chosen: Vec<&Selected<'_>> = selected.iter().filter(still_so).collect();
    let decision = Decision::Accept { text: None, state: args.state, origin: Origin::Inferred };
    let items: Vec<Item> = chosen.iter().map(|one| settle::item(one, decision.clone())).collect();
    let plan = settle::commit(&context, global, &items)?;
    if let unsure @ 1.. = inferred.iter().filter(|it| !it.is_sure && !args.force).count() {
        let units = count(unsure, "unit");
        tell!("skipped {units} of which it is not sure what the target renders");
        tell!("hint: look at them with `hexapla review`, or add `--force`");
    }
    settle::report("accepted", items.len(), &plan)
}

/// The unit as it would be inferred.
fn pair(one: &Selected<'_>) -> Option<Inferred> {
    let (source, target) = one.pair()?;
    let (resource, locale) = (one.id.clone(), one.locale.clone());
    Some(Inferred { resource, locale, key: one.status.key.clone(), source, target, is_sure: true })
}

/// Whether the command is about this unit.
fn is_chosen(ledger: &Ledger, args: &Args, named_unit: bool, one: &Selected<'_>) -> bool {
    let status = one.status;
    if status.waits_for().is_some() && !named_unit {
        return false;
    }
    if args.all {
        return status.freshness == Freshness::Unverified
            && status.inherited.is_none()
            && (args.force || !(is_drifted(one) || is_unsure(one)));
    }
    if named_unit {
        return status.freshness != Freshness::Obsolete;
    }
    let raises = status.freshness == Freshness::Current
        && (status.state < args.state || is_only_kept(ledger, one));
    let open = is_open(one) && (args.force || !is_unsure(one));
    (open || raises) && status.inherited.is_none()
}

/// Whether nobody attested the target for the source as it is, only for one of which it was said
/// that its translations are still valid.
fn is_only_kept(ledger: &Ledger, one: &Selected<'_>) -> bool {
    let claims = ledger.claims(one.id, one.locale);
    let claim = one
        .pair()
        .and_then(|(source, target)| claims.find(one.status.key.as_ref(), &source, &target));
    claim.is_none_or(|claim| claim.attestations().next().is_none())
}
