//! Whole resources, read and let go of one by one: a first import is of millions of units.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use hexapla_engine::{DecideError, Item, Plan, Who, decide_at};
use hexapla_ledger::Fact;
use hexapla_model::{Locale, ResourceId};
use hexapla_workspace::{Look, Session, Survey, now};

use super::skipped::Skipped;
use super::{Args, decision, is_chosen};
use crate::cli::Global;
use crate::commands::settle;
use crate::context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::Selected;
use crate::ui::showing;

/// Accepts what is chosen of whole resources; none where it takes the whole project to tell.
pub(super) fn accept(global: &Global, args: &Args) -> Result<Option<Exit>, Failure> {
    let session = Session::open(&global.directory)?;
    let wholes = args.selection.wholes(&session).filter(|_| args.is_of_wholes());
    let as_of = global.as_of.unwrap_or_else(now);
    let (Some(wholes), Ok(who)) = (wholes, context::who(global, as_of)) else { return Ok(None) };
    let gathered = Mutex::new(Gathered::default());
    let look = |look: &Look<'_>| {
        let is_asked = wholes.is_empty() || wholes.iter().any(|it| it.holds(look.id, look.locale));
        if is_asked && args.selection.covers(look.id, look.locale) {
            let part = Part::of(args, &who, look);
            gathered.lock().unwrap_or_else(PoisonError::into_inner).add(look, part);
        }
        !look.units.is_empty()
    };
    let survey = showing(session.progress(), || session.survey(as_of, Survey::default(), look))?;
    let there = survey.kept().filter(|(.., has_units)| **has_units);
    if !args.selection.all_fit(&wholes, there.map(|(id, locale, _)| (id, locale))) {
        return Ok(None);
    }
    context::tell_problems(&survey.problems, &survey.ledger_problems);
    context::refuse_later_version(&survey.ledger_problems)?;
    let Gathered { facts, mut plan, items, skipped, failed } =
        gathered.into_inner().unwrap_or_else(PoisonError::into_inner);
    if let Some(error) = failed.into_values().next() {
        return Err(error.into());
    }
    plan.facts = facts.into_iter().filter(|it| !is_kept(&survey, it)).collect();
    if !plan.is_empty() {
        context::require_whole_ledger(&survey.ledger_problems)?;
        showing(session.progress(), || session.commit(&plan))?;
    }
    skipped.tell(args);
    settle::report("accepted", items, &plan).map(Some)
}

/// Whether a fact gives words that the ledger keeps: for another resource, since those of its own
/// were known where it was made.
fn is_kept<T>(survey: &Survey<T>, fact: &Fact) -> bool {
    matches!(fact, Fact::Text(text) if survey.keeps_text(&text.fingerprint))
}

/// What was decided about a resource in a locale.
struct Part {
    items: usize,
    skipped: Skipped,
    plan: Result<Plan, DecideError>,
}

impl Part {
    fn of(args: &Args, who: &Who, look: &Look<'_>) -> Self {
        let Look { id, resource, locale, units, snapshot } = *look;
        let selected: Vec<Selected<'_>> =
            units.iter().map(|status| Selected { id, resource, locale, status }).collect();
        let chosen = selected.iter().filter(|one| is_chosen(&snapshot.ledger, args, false, one));
        let decision = decision(args);
        let items: Vec<Item> = chosen.map(|one| settle::item(one, decision.clone())).collect();
        let plan = match items.is_empty() {
            true => Ok(Plan::default()),
            false => decide_at(snapshot, who, (id, resource, locale), &items),
        };
        Self { items: items.len(), skipped: Skipped::of(&selected), plan }
    }
}

/// What was decided about all resources so far.
#[derive(Default)]
struct Gathered {
    /// Each once: those of a source are the same in every locale.
    facts: BTreeSet<Fact>,
    /// Without facts.
    plan: Plan,
    items: usize,
    skipped: Skipped,
    failed: BTreeMap<(ResourceId, Locale), DecideError>,
}

impl Gathered {
    fn add(&mut self, look: &Look<'_>, part: Part) {
        self.items += part.items;
        self.skipped += part.skipped;
        match part.plan {
            Ok(plan) => {
                self.facts.extend(plan.facts);
                self.plan.expects.extend(plan.expects);
                self.plan.unchanged += plan.unchanged;
            }
            Err(error) => {
                self.failed.insert((look.id.clone(), look.locale.clone()), error);
            }
        }
    }
}
