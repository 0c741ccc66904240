//! `hexapla review`.

use std::io::{BufRead, Write};

use hexapla_engine::{Decision, Item, OfferKind, Who, decide};
use hexapla_ledger::Origin;
use hexapla_model::{Freshness, State};
use serde_json::Value;

use super::{diff, settle, texts};
use crate::cli::Global;
use crate::context::{Context, Need};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::{Style, count, out, outln, paint, width};

/// Settle what is stale, unverified or missing, one unit after the other
///
/// Keys, each followed by Enter: `a` accept the target as it is, `e` edit it in $EDITOR and accept
/// it, `k` keep (still valid), `r` take the earlier, offered or patched translation, `s` skip, `u` undo the
/// last decision, `q` stop and commit, `x` leave without committing. Nothing is written before the
/// end. Without a terminal the keys are read from standard input.
///
/// `--json` asks nothing: it lists what is pending, each with the old source, the new one, the
/// target and the texts that are offered. A script then settles each with `accept` or `keep`, and
/// gives `--expect` the `source_fingerprint` that it was shown.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// The state to give: translated, reviewed or final
    #[arg(long, default_value = "translated", value_name = "STATE")]
    state: State,
    /// Also units that have no translation yet
    #[arg(long)]
    missing: bool,
    /// List what is pending as JSON, and ask nothing
    #[arg(long)]
    json: bool,
}

/// What a key asks for.
enum Answer {
    Decide(Decision),
    Skip,
    Undo,
    Stop,
    Leave,
    Unknown(String),
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open_for(global, &args.selection, Need::Memory)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let (waiting, mut pending): (Vec<&Selected<'_>>, Vec<&Selected<'_>>) = selected
        .iter()
        .filter(|it| is_pending(&context, it, args))
        .partition(|it| it.status.waits_for().is_some());
    settle::tell_waiting(&waiting);
    pending.sort_by_key(|one| (urgency(one), one.status.changed_at));
    context.find_authors(pending.iter().copied());
    if args.json {
        let records: Vec<Value> = pending.iter().map(|one| record(&context, one)).collect();
        outln!("{}", serde_json::to_string_pretty(&records).unwrap_or_default())?;
        return Ok(context.report_exit());
    }
    if pending.is_empty() {
        outln!("nothing to settle")?;
        return Ok(context.report_exit());
    }
    let who = context.who(global)?;
    let Some(items) = Review { context: &context, args, who: &who, pending: &pending }.ask()?
    else {
        outln!("left: nothing was written")?;
        return Ok(Exit::Clean);
    };
    if items.is_empty() {
        outln!("nothing was decided")?;
        return Ok(Exit::Clean);
    }
    let plan = decide(context.snapshot(), &who, &items)?;
    context.commit(&plan)?;
    settle::report("settled", items.len(), &plan)
}

fn is_pending(context: &Context, one: &Selected<'_>, args: &Args) -> bool {
    let status = one.status;
    let open = match status.worst() {
        Freshness::Stale | Freshness::Unverified => true,
        Freshness::Missing => {
            args.missing && status.waits_for().is_none() || context.has_moved_here(one)
        }
        Freshness::Current | Freshness::Obsolete => false,
    };
    open && status.inherited.is_none()
}

/// What a script has to know of a unit to settle it.
fn record(context: &Context, one: &Selected<'_>) -> Value {
    let mut record = texts::record(context, one);
    record["offers"] = context.offers(one).iter().map(texts::offer_record).collect();
    record
}

/// What can do harm comes first: a stale text says what is no longer true.
fn urgency(one: &Selected<'_>) -> u8 {
    match one.status.freshness {
        Freshness::Stale => 0,
        Freshness::Unverified => 1,
        _ => 2,
    }
}

struct Review<'a> {
    context: &'a Context,
    args: &'a Args,
    who: &'a Who,
    pending: &'a [&'a Selected<'a>],
}

impl Review<'_> {
    /// Asks about each unit in turn; nothing where the person left.
    fn ask(&self) -> Result<Option<Vec<Item>>, Failure> {
        let mut decided: Vec<Option<Item>> = Vec::new();
        while let Some(one) = self.pending.get(decided.len()) {
            outln!("{}", diff::show(self.context, one, width()))?;
            match self.answer(one, decided.len())? {
                Answer::Decide(decision) => match self.possible(settle::item(one, decision)) {
                    Ok(item) => decided.push(Some(item)),
                    Err(why) => outln!("{why}")?,
                },
                Answer::Skip => decided.push(None),
                Answer::Undo if decided.pop().is_none() => outln!("nothing to undo")?,
                Answer::Undo => {}
                Answer::Stop => break,
                Answer::Leave => return Ok(None),
                Answer::Unknown(why) => outln!("{why}")?,
            }
        }
        Ok(Some(decided.into_iter().flatten().collect()))
    }

    /// The decision, where it can be carried out; why not, where it cannot: the other decisions
    /// must not be lost with it.
    fn possible(&self, item: Item) -> Result<Item, String> {
        match decide(self.context.snapshot(), self.who, std::slice::from_ref(&item)) {
            Ok(_) => Ok(item),
            Err(error) => Err(told(&error.to_string(), error.hint().map(|it| it.to_string()))),
        }
    }

    fn answer(&self, one: &Selected<'_>, at: usize) -> Result<Answer, Failure> {
        let left = count(self.pending.len() - at, "unit");
        out!("{} [a e k r s u q x ?] ", paint(Style::Faint, &format!("{left} left")))?;
        std::io::stdout().flush()?;
        let mut line = String::new();
        if std::io::stdin().lock().read_line(&mut line)? == 0 {
            outln!("")?;
            return Ok(Answer::Stop);
        }
        outln!("")?;
        Ok(match line.trim() {
            "a" => Answer::Decide(self.accept(None, Origin::Human)),
            "e" => self.edit(one)?,
            "k" if one.status.freshness != Freshness::Stale => {
                Answer::Unknown("only a stale translation can be kept".to_owned())
            }
            "k" => Answer::Decide(Decision::Keep { all_locales: false }),
            "r" => self.restore(one),
            "s" => Answer::Skip,
            "u" => Answer::Undo,
            "q" => Answer::Stop,
            "x" => Answer::Leave,
            _ => Answer::Unknown(KEYS.to_owned()),
        })
    }

    fn accept(&self, text: Option<String>, origin: Origin) -> Decision {
        Decision::Accept { text, state: self.args.state, origin }
    }

    /// Takes the first translation that is offered.
    fn restore(&self, one: &Selected<'_>) -> Answer {
        let Some(offer) = self.context.offers(one).into_iter().next() else {
            return Answer::Unknown(
                "no earlier translation is kept, and none is offered".to_owned(),
            );
        };
        Answer::Decide(match offer.kind {
            OfferKind::Vouched | OfferKind::Proposed(_) | OfferKind::Memory { .. } => {
                self.accept(Some(offer.text), Origin::Memory)
            }
            OfferKind::Patched => self.accept(Some(offer.text), Origin::Human),
            OfferKind::AsItIs => self.accept(None, Origin::Human),
        })
    }

    /// Lets the person edit the target in their editor.
    fn edit(&self, one: &Selected<'_>) -> Result<Answer, Failure> {
        let texts = texts::Texts::of(self.context, one);
        let text = if texts.target.is_empty() { texts.now.clone() } else { texts.target.clone() };
        match self.context.session.edit_text(&text) {
            Ok(Some(new)) => Ok(Answer::Decide(self.accept(Some(new), Origin::Human))),
            Ok(None) => Ok(Answer::Unknown("not edited".to_owned())),
            Err(error) => Ok(Answer::Unknown(told(&error.to_string(), error.hint()))),
        }
    }
}

fn told(error: &str, hint: Option<String>) -> String {
    let hint = hint.map(|hint| format!("\nhint: {hint}")).unwrap_or_default();
    format!("{error}{hint}")
}

const KEYS: &str = "\
a  accept the target as it is
e  edit it in $EDITOR and accept it
k  keep: the translation is as valid for the new source
r  take the earlier, offered or patched translation
s  skip    u  undo the last decision
q  stop and commit    x  leave without committing";
