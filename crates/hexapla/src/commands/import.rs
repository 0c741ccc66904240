//! `hexapla import`.

use std::path::PathBuf;

use hexapla_engine::{DecideError, Item, Outcome, Plan, Returned, Who, decide, outcomes};
use hexapla_exchange::{Exchange, Format, limits, read};
use hexapla_workspace::read_outside;
use serde_json::json;

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, out, outln, tell};

/// Take back what was exported, once it is translated
///
/// Each translation is attested for the very source it was made of. Where that has changed since,
/// the unit stays stale and the work is kept. Nothing but the units of the file changes.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// What `hexapla export` wrote, as it came back
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// `xliff` (2.1), `xliff12`, `po`, `tmx`, `csv` or `xlsx`; without it as the file looks
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    let bytes = read_outside(&args.file, limits::BYTES)?;
    let exchange = read(&bytes, args.format).map_err(|why| {
        let message = format!("{}:{}: {}", args.file.display(), why.place, why.message);
        Failure::usage(message).with_hint(why.hint)
    })?;
    let returned = returned(&exchange);
    let came = Came::sorted(&returned, outcomes(context.snapshot(), &context.status, &returned));
    let who = context.who(global)?;
    let (plan, refused) = came.plan(&context, &who);
    if !args.dry_run && !plan.is_empty() {
        context.commit(&plan)?;
    }
    match args.json {
        true => outln!("{}", came.json(&plan, &refused, args.dry_run))?,
        false => came.tell(&plan, &refused, args.dry_run)?,
    }
    let clean = refused.is_empty() && came.gone.is_empty();
    Ok(if clean { Exit::Clean } else { Exit::Findings })
}

/// The segments as the engine wants them.
fn returned(exchange: &Exchange) -> Vec<Returned> {
    let files = exchange.files.iter();
    let all = files.flat_map(|file| file.segments.iter().map(|it| (&file.resource, it)));
    let one = |(resource, segment): (&_, &hexapla_exchange::Segment)| Returned {
        resource: hexapla_model::ResourceId::clone(resource),
        locale: exchange.target.clone(),
        unit: segment.unit.clone(),
        source: segment.fingerprint,
        source_text: segment.source.as_str().to_owned(),
        text: segment.target.as_ref().map(|text| text.as_str().to_owned()),
        freshness: segment.freshness,
        state: segment.state,
    };
    all.map(one).collect()
}

/// What came back, by what comes of it; each with its address.
#[derive(Default)]
struct Came {
    known: usize,
    settles: Vec<(String, Item)>,
    moved_on: Vec<(String, Item)>,
    doubtful: Vec<(String, Item)>,
    gone: Vec<String>,
}

/// A unit whose text cannot be put into its file, and why.
struct Refused {
    unit: String,
    failure: Failure,
}

impl Came {
    fn sorted(returned: &[Returned], outcomes: Vec<Outcome>) -> Self {
        let mut came = Self::default();
        for (one, outcome) in returned.iter().zip(outcomes) {
            let address = format!("{}#{}", one.resource, one.unit);
            match outcome {
                Outcome::Known => came.known += 1,
                Outcome::Settles(item) => came.settles.push((address, item)),
                Outcome::MovedOn(item) => came.moved_on.push((address, item)),
                Outcome::Doubtful(item) => came.doubtful.push((address, item)),
                Outcome::Gone => came.gone.push(address),
            }
        }
        came
    }

    /// What is to be done, and what cannot be.
    fn plan(&self, context: &Context, who: &Who) -> (Plan, Vec<Refused>) {
        let all = [&self.settles, &self.moved_on, &self.doubtful];
        let mut items: Vec<&(String, Item)> = all.into_iter().flatten().collect();
        let mut refused = Vec::new();
        let plan = match decided(context, who, &items) {
            Ok(plan) => plan,
            Err(_) => {
                refuse(context, who, &items, &mut refused);
                items.retain(|(address, _)| refused.iter().all(|it| it.unit != *address));
                decided(context, who, &items).unwrap_or_default()
            }
        };
        (plan, refused)
    }

    fn json(&self, plan: &Plan, refused: &[Refused], dry_run: bool) -> String {
        let refused: Vec<_> = refused
            .iter()
            .map(|it| json!({ "unit": it.unit, "message": it.failure.messages.join(", ") }))
            .collect();
        let told = json!({
            "dry_run": dry_run,
            "known": self.known,
            "settled": names(&self.settles),
            "moved_on": names(&self.moved_on),
            "proposed": names(&self.doubtful),
            "gone": self.gone,
            "refused": refused,
            "written": plan.writes.iter().map(|it| &it.path).collect::<Vec<_>>(),
        });
        serde_json::to_string_pretty(&told).unwrap_or_default()
    }

    fn tell(&self, plan: &Plan, refused: &[Refused], dry_run: bool) -> Result<(), Failure> {
        let would = if dry_run { "would be " } else { "" };
        let sure = self.settles.len() + self.moved_on.len() + self.doubtful.len();
        outln!(
            "{would}imported {}, {} as before",
            count(sure - refused.len(), "unit"),
            self.known
        )?;
        let lists = [
            ("stale all the same, since the source has changed", names(&self.moved_on)),
            ("kept as proposals, since they are marked as doubtful", names(&self.doubtful)),
            ("gone from the project", self.gone.clone()),
        ];
        for (what, units) in lists.iter().filter(|(_, units)| !units.is_empty()) {
            outln!("{}: {what}", count(units.len(), "unit"))?;
            units.iter().try_for_each(|unit| out!("  {unit}\n"))?;
        }
        for write in &plan.writes {
            outln!("{} {}", if dry_run { "would write" } else { "wrote" }, write.path)?;
        }
        for one in refused {
            tell!("left {}, whose text does not fit its file", one.unit);
            one.failure.report();
        }
        Ok(())
    }
}

fn names(items: &[(String, Item)]) -> Vec<String> {
    items.iter().map(|(address, _)| address.clone()).collect()
}

fn decided(context: &Context, who: &Who, items: &[&(String, Item)]) -> Result<Plan, DecideError> {
    let items: Vec<Item> = items.iter().map(|(_, item)| item.clone()).collect();
    decide(context.snapshot(), who, &items)
}

/// Finds the units that cannot be decided about, by halving what fails.
fn refuse(context: &Context, who: &Who, items: &[&(String, Item)], refused: &mut Vec<Refused>) {
    let Err(error) = decided(context, who, items) else { return };
    if let [(unit, _)] = items {
        return refused.push(Refused { unit: unit.clone(), failure: error.into() });
    }
    let (first, second) = items.split_at(items.len() / 2);
    refuse(context, who, first, refused);
    refuse(context, who, second, refused);
}
