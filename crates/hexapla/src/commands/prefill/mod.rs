//! `hexapla prefill`.

mod machine;

use std::collections::BTreeMap;
use std::time::Duration;

use hexapla_engine::{Decision, Item, decide};
use hexapla_ledger::Origin;
use hexapla_model::{Freshness, Locale, ResourceId, State, UnitKind};

use machine::Machine;

use super::settle;
use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::{count, outln, tell};

/// Fill in what lacks a translation: from memory, and by a machine where you name one
///
/// From memory only what is certain is taken: the translation of the very source in the very context,
/// under the same key or between the same neighbours, where all such places agree. It counts as `initial`.
///
/// A machine is any command that reads JSON and answers JSON (docs/prefill.md). Codes go as tags, and what
/// comes back without one of them is not taken. Nobody vouches for what a machine made: it is unverified,
/// stands in every queue, and ships only where the workflow ships unverified texts.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// The command that translates what memory does not have, words with spaces between; no shell reads it
    #[arg(long, value_name = "COMMAND", env = "HEXAPLA_MACHINE", hide_env_values = true)]
    machine: Option<String>,
    /// How many seconds the machine may take for an answer
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    patience: u64,
    /// Only say what would be filled in
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    if args.selection.is_everything() && args.selection.locale.is_empty() {
        return Err(Failure::usage("prefill what? name a resource or a `--locale`"));
    }
    let context = Context::open(global)?;
    context.require_whole_ledger()?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let lacking: Vec<&Selected<'_>> = selected.iter().filter(|one| lacks(one)).collect();
    let (known, rest): (Vec<_>, Vec<_>) = lacking
        .into_iter()
        .map(|one| (one, remembered(&context, one)))
        .partition(|it| it.1.is_some());
    let mut filling = Filling { context: &context, global, dry_run: args.dry_run, failed: false };
    let known = known.into_iter().filter_map(|(one, text)| Some((one, text?)));
    let known = filling.carry_out(known.collect(), Origin::Memory)?;
    outln!("{} {} from memory", filling.verb(), count(known, "unit"))?;
    if let Some(command) = &args.machine {
        let patience = Duration::from_secs(args.patience);
        let machine = Machine { command, patience };
        let rest: Vec<&Selected<'_>> = rest.into_iter().map(|(one, _)| one).collect();
        let made = filling.by_machine(&machine, &rest)?;
        outln!("{} {} by `{command}`", filling.verb(), count(made, "unit"))?;
    } else if !rest.is_empty() {
        outln!("left {} that memory does not have", count(rest.len(), "unit"))?;
    }
    Ok(if filling.failed { Exit::Findings } else { Exit::Clean })
}

/// Whether a unit of one text has no translation, and can have one.
fn lacks(one: &Selected<'_>) -> bool {
    let units = one.status.given(one.resource);
    let is_text =
        |kind: UnitKind| !matches!(kind, UnitKind::Asset | UnitKind::CodeBlock | UnitKind::Markup);
    one.status.freshness == Freshness::Missing
        && one.status.inherited.is_none()
        && one.status.waits_for().is_none()
        && matches!(units, [unit] if is_text(unit.kind))
}

/// What the very source has in the very context elsewhere, where that is one text.
fn remembered(context: &Context, one: &Selected<'_>) -> Option<String> {
    let offers = context.offers(one);
    let mut texts = offers.iter().filter(|it| it.is_in_context()).map(|it| &it.text);
    let text = texts.next()?;
    texts.all(|other| other == text).then(|| text.clone())
}

/// What is filled in, file by file.
struct Filling<'a> {
    context: &'a Context,
    global: &'a Global,
    dry_run: bool,
    failed: bool,
}

impl Filling<'_> {
    fn verb(&self) -> &'static str {
        if self.dry_run { "would fill in" } else { "filled in" }
    }

    /// How many texts were filled in. What one file does not take keeps no other from being filled.
    fn carry_out(
        &mut self,
        texts: Vec<(&Selected<'_>, String)>,
        origin: Origin,
    ) -> Result<usize, Failure> {
        let mut places: BTreeMap<(&ResourceId, &Locale), Vec<Item>> = BTreeMap::new();
        for (one, text) in texts {
            let decision = Decision::Accept { text: Some(text), state: State::Initial, origin };
            places.entry((one.id, one.locale)).or_default().push(settle::item(one, decision));
        }
        let mut done = 0;
        for items in places.values() {
            match self.one(items) {
                Ok(()) => done += items.len(),
                Err(failure) => self.fail(&failure),
            }
        }
        Ok(done)
    }

    fn one(&self, items: &[Item]) -> Result<(), Failure> {
        let who = self.context.who(self.global)?;
        let plan = decide(self.context.snapshot(), &who, items)?;
        if self.dry_run || plan.is_empty() { Ok(()) } else { self.context.commit(&plan) }
    }

    fn fail(&mut self, failure: &Failure) {
        failure.report();
        self.failed = true;
    }

    /// How many texts a machine made.
    fn by_machine(
        &mut self,
        machine: &Machine<'_>,
        units: &[&Selected<'_>],
    ) -> Result<usize, Failure> {
        let (mut made, mut left) = (Vec::new(), 0);
        for ((source, target), units) in machine::by_locales(units) {
            let (asked, others): (Vec<_>, Vec<_>) =
                units.into_iter().partition(|it| it.text.is_some());
            left += others.len();
            for asked in asked.chunks(machine::MOST_UNITS) {
                match machine.translate(source, target, asked) {
                    Ok(answers) => {
                        for (asked, answer) in asked.iter().zip(answers) {
                            match answer {
                                Ok(text) => made.push((asked.one, text)),
                                Err(why) => {
                                    tell!("left `{}` in {target}: {why}", asked.one.address());
                                    self.failed = true;
                                }
                            }
                        }
                    }
                    Err(failure) => self.fail(&failure),
                }
            }
        }
        if left > 0 {
            tell!("left {} whose variants take a person", count(left, "unit"));
        }
        self.carry_out(made, Origin::Machine)
    }
}
