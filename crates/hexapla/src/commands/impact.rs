//! `hexapla impact`.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_engine::record_seen;
use hexapla_model::{Fingerprint, Freshness, Locale};

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::Selection;
use crate::ui::{count, outln};

/// Tell what the source's changes that are not on record yet make stale
///
/// `--record` puts on record when they were first seen: ages count from there. CI should run it
/// on every change of the source.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// Record that these sources were seen
    #[arg(long)]
    record: bool,
    /// With `--record`: the revision they were seen in
    #[arg(long, value_name = "REVISION", requires = "record")]
    revision: Option<String>,
    /// With `--record`: why they were changed
    #[arg(long, value_name = "TEXT", requires = "record")]
    reason: Option<String>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let mut by_locale: BTreeMap<&Locale, (usize, usize)> = BTreeMap::new();
    let mut sources: BTreeSet<Fingerprint> = BTreeSet::new();
    let fresh = |it: &hexapla_engine::UnitStatus| {
        it.freshness == Freshness::Stale && it.changed_at.is_none()
    };
    for one in selected.iter().filter(|one| fresh(one.status) && one.status.inherited.is_none()) {
        let entry = by_locale.entry(one.locale).or_default();
        entry.0 += 1;
        entry.1 += one.status.words;
        let units = one.resource.source_units().get(one.status.source.clone()).unwrap_or_default();
        sources.extend(units.iter().map(|unit| unit.fingerprint));
    }
    let (units, words) = by_locale.values().fold((0, 0), |all, it| (all.0 + it.0, all.1 + it.1));
    outln!(
        "{} of the source changed: {} stale in {}, {}",
        count(sources.len(), "unit"),
        count(units, "unit"),
        count(by_locale.len(), "locale"),
        count(words, "word"),
    )?;
    for (locale, (units, words)) in &by_locale {
        outln!("  {locale}  {}, {}", count(*units, "unit"), count(*words, "word"))?;
    }
    if args.record {
        let plan = record_seen(
            context.snapshot(),
            context.as_of,
            args.revision.as_deref(),
            args.reason.as_deref(),
        );
        if !plan.is_empty() {
            context.commit(&plan)?;
        }
        outln!("recorded {}", count(plan.facts.len(), "fact"))?;
    }
    Ok(context.report_exit())
}
