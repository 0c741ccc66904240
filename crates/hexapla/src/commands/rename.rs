//! `hexapla rename`.

use std::io::{BufRead, Write};

use hexapla_engine::{Plan, Rename, plan_rename, renames};
use hexapla_model::ResourceId;
use serde_json::{Value, json};

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, out, outln, tell};

/// Let what was said of a resource hold of it under another name
///
/// For sources that were renamed or moved to another folder, by hand or by git. Without names it
/// lists the resources whose source is gone and whose texts stand under another name now, and asks.
/// Translations that still lie under the earlier name are moved along; what was attested, doubted
/// and seen holds of the new name.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The earlier name: a resource (`pages/help`) or the path that its source had
    #[arg(requires = "to")]
    from: Option<String>,
    /// The later name
    to: Option<String>,
    /// Ask nothing
    #[arg(long, short)]
    yes: bool,
    /// List what looks renamed as JSON, and change nothing
    #[arg(long, conflicts_with = "from")]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    if let (Some(from), Some(to)) = (&args.from, &args.to) {
        let (from, to) = (resource(&context, from)?, resource(&context, to)?);
        return rename(&context, &[(from, to)]);
    }
    let found = renames(context.snapshot());
    if args.json {
        let records: Vec<Value> = found.iter().map(record).collect();
        outln!("{}", serde_json::to_string_pretty(&records).unwrap_or_default())?;
        return Ok(context.report_exit());
    }
    if found.is_empty() {
        outln!("nothing looks renamed")?;
        return Ok(context.report_exit());
    }
    for Rename { from, to, shared, of } in &found {
        outln!("{from} -> {to}  {shared} of {}", count(*of, "text"))?;
    }
    if !args.yes && !says_yes()? {
        outln!("nothing was changed")?;
        return Ok(Exit::Clean);
    }
    let pairs: Vec<_> = found.into_iter().map(|it| (it.from, it.to)).collect();
    rename(&context, &pairs)
}

/// Tells of resources that look renamed, so that nobody translates them anew.
pub(crate) fn hint(context: &Context) {
    tell(&renames(context.snapshot()));
}

/// Tells of resources that look renamed.
pub(crate) fn tell(renames: &[Rename]) {
    for Rename { from, to, .. } in renames {
        tell!("hint: `{to}` looks like the renamed `{from}`: hexapla rename {from} {to}");
    }
}

/// All as one act.
fn rename(context: &Context, pairs: &[(ResourceId, ResourceId)]) -> Result<Exit, Failure> {
    let mut all = Plan::default();
    let mut left = Vec::new();
    for (from, to) in pairs {
        let (plan, stays) = plan_rename(context.snapshot(), from, to)?;
        all.facts.extend(plan.facts);
        all.moves.extend(plan.moves);
        all.expects.extend(plan.expects);
        left.extend(stays);
    }
    context.commit(&all)?;
    for it in &all.moves {
        outln!("moved {} to {}", it.from, it.to)?;
    }
    for path in left {
        tell!("{path} stays: there is a translation under the new name already");
    }
    outln!("renamed {}", count(pairs.len(), "resource"))?;
    Ok(Exit::Clean)
}

fn says_yes() -> Result<bool, Failure> {
    out!("rename them? [y/N] ")?;
    std::io::stdout().flush()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    outln!("")?;
    Ok(matches!(line.trim(), "y" | "yes"))
}

/// The resource that is named so, or whose source has this path.
fn resource(context: &Context, name: &str) -> Result<ResourceId, Failure> {
    let snapshot = context.snapshot();
    let is_known = |id: &ResourceId| {
        snapshot.resources.contains_key(id) || snapshot.ledger.locales(id).next().is_some()
    };
    let id: Result<ResourceId, _> = name.parse();
    let path = name.strip_prefix("./").unwrap_or(name);
    match id
        .as_ref()
        .ok()
        .filter(|id| is_known(id))
        .cloned()
        .or_else(|| context.session.source_of(path))
    {
        Some(id) => Ok(id),
        None => id.map_err(|error| {
            Failure::usage(error.to_string()).with_hint("`hexapla rename` lists what looks renamed")
        }),
    }
}

fn record(rename: &Rename) -> Value {
    json!({
        "from": rename.from.to_string(),
        "to": rename.to.to_string(),
        "shared": rename.shared,
        "of": rename.of,
    })
}
