//! `hexapla impact`.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_engine::record_seen;
use hexapla_model::{Fingerprint, Freshness, Locale};
use serde_json::{Value, json};

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
    /// As JSON
    #[arg(long)]
    json: bool,
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
    let told = Impact { by_locale, sources: sources.len() };
    let recorded = if args.record { record(&context, args)? } else { 0 };
    if args.json {
        outln!("{}", serde_json::to_string_pretty(&told.json(recorded)).unwrap_or_default())?;
    } else {
        told.tell(args.record.then_some(recorded))?;
    }
    Ok(context.report_exit())
}

/// Puts on record that the sources were seen; how many facts that took.
fn record(context: &Context, args: &Args) -> Result<usize, Failure> {
    let (revision, reason) = (args.revision.as_deref(), args.reason.as_deref());
    let plan = record_seen(context.snapshot(), context.as_of, revision, reason);
    if !plan.is_empty() {
        context.commit(&plan)?;
    }
    Ok(plan.facts.len())
}

/// What changes of the source make stale.
struct Impact<'a> {
    /// How many units of the source changed.
    sources: usize,
    /// How many units that makes stale, and how many words they have.
    by_locale: BTreeMap<&'a Locale, (usize, usize)>,
}

impl Impact<'_> {
    fn total(&self) -> (usize, usize) {
        self.by_locale.values().fold((0, 0), |all, it| (all.0 + it.0, all.1 + it.1))
    }

    fn tell(&self, recorded: Option<usize>) -> Result<(), Failure> {
        let (units, words) = self.total();
        match self.sources {
            0 => outln!("no source changed that is not on record")?,
            sources => outln!(
                "{} of the source changed: {} stale in {}, {}",
                count(sources, "unit"),
                count(units, "unit"),
                count(self.by_locale.len(), "locale"),
                count(words, "word"),
            )?,
        }
        for (locale, (units, words)) in &self.by_locale {
            outln!("  {locale}  {}, {}", count(*units, "unit"), count(*words, "word"))?;
        }
        recorded.map_or(Ok(()), |facts| outln!("recorded {}", count(facts, "fact")))
    }

    fn json(&self, recorded: usize) -> Value {
        let (units, words) = self.total();
        let locale = |(locale, (units, words)): (&&Locale, &(usize, usize))| json!({ "locale": locale.to_string(), "units": units, "words": words });
        let locales: Vec<Value> = self.by_locale.iter().map(locale).collect();
        json!({
            "sources": self.sources,
            "units": units,
            "words": words,
            "locales": locales,
            "recorded": recorded,
        })
    }
}
