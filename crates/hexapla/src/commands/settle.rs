//! What `accept`, `keep` and `reopen` share.

use std::collections::BTreeMap;

use hexapla_engine::{Decision, Item, Plan, decide};
use hexapla_model::{Group, Locale};

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::Selected;
use crate::ui::{count, outln, tell};

/// The decision about a selected unit.
pub(crate) fn item(one: &Selected<'_>, decision: Decision) -> Item {
    Item {
        resource: one.id.clone(),
        locale: one.locale.clone(),
        status: one.status.clone(),
        decision,
    }
}

/// Plans and commits decisions as one act.
pub(crate) fn commit(context: &Context, global: &Global, items: &[Item]) -> Result<Plan, Failure> {
    let who = context.who(global)?;
    let plan = decide(context.snapshot(), &who, items)?;
    if !plan.is_empty() {
        context.commit(&plan)?;
    }
    Ok(plan)
}

/// Refuses to decide about units whose source is another than the one that was looked at.
pub(crate) fn expect(chosen: &[&Selected<'_>], expected: &Group) -> Result<(), Failure> {
    for one in chosen {
        if one.source().as_ref() != Some(expected) {
            let message = format!("the source of `{}` is no longer the one shown", one.address());
            return Err(Failure::new(Exit::MovedOn, message)
                .with_hint("look at it again with `hexapla diff`; nothing was recorded"));
        }
    }
    Ok(())
}

/// Tells of units that are left because what they are made from is not settled.
pub(crate) fn tell_waiting(waiting: &[&Selected<'_>]) {
    let mut pivots: BTreeMap<Locale, usize> = BTreeMap::new();
    for locale in waiting.iter().filter_map(|one| one.status.waits_for()) {
        *pivots.entry(locale.clone()).or_default() += 1;
    }
    tell_pivots(&pivots);
}

/// Tells how many units wait for each locale that they are made from.
pub(crate) fn tell_pivots(pivots: &BTreeMap<Locale, usize>) {
    for (pivot, units) in pivots {
        let (units, verb) = (count(*units, "unit"), if *units == 1 { "waits" } else { "wait" });
        tell!("left {units} that {verb} for {pivot}");
        tell!("hint: settle `{pivot}` first: `hexapla review --locale {pivot}`");
    }
}

/// Says what was done.
pub(crate) fn report(verb: &str, items: usize, plan: &Plan) -> Result<Exit, Failure> {
    let done = items - plan.unchanged.min(items);
    let rest = match plan.unchanged {
        0 => String::new(),
        unchanged => format!(", {} as before", count(unchanged, "unit")),
    };
    outln!("{verb} {}{rest}", count(done, "unit"))?;
    for write in &plan.writes {
        outln!("wrote {}", write.path)?;
    }
    Ok(Exit::Clean)
}
