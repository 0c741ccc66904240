//! `hexapla status`.

mod formats;
mod rows;
mod table;

use hexapla_engine::Tally;
use hexapla_model::{Locale, ResourceId};
use hexapla_workspace::{Session, now};
use serde_json::Value;

use crate::cli::Global;
use crate::context::{self, Context};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::Selection;
use crate::ui::{out, showing};
pub(crate) use formats::{escape, hundredths};
use rows::Row;
pub(crate) use rows::{unsure, waits};
pub(crate) use table::{cell, share};

/// Show how every translation stands to its source today
///
/// Each cell counts units and their words (`12/340`); `done` is the share of words, or of units
/// where there are none. A unit is current when somebody attested
/// that its target renders this very source; stale when the target was made from an earlier one;
/// unverified when nobody vouches for the target as it is; obsolete when the source is gone; moved
/// when the source's order is another.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// What a row is
    #[arg(long, value_enum, default_value_t)]
    by: By,
    /// How to show it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// End with code 1 where anything is not settled
    #[arg(long)]
    exit_code: bool,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    /// A locale
    Locale,
    /// A locale and collection
    #[default]
    Collection,
    /// A locale and resource
    Resource,
    /// A unit
    Unit,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Format {
    /// For people
    #[default]
    Table,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
    /// Annotations of GitHub Actions
    Github,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    if args.by != By::Unit
        && let Some(exit) = of_totals(global, args)?
    {
        return Ok(exit);
    }
    let context = Context::open(global)?;
    let rows = rows::of_units(context.snapshot(), &context.status, &args.selection, args.by)?;
    let exit = show(args, &rows, context.as_of)?;
    super::rename::hint(&context);
    Ok(exit.max(context.report_exit()))
}

/// The same from what is known of whole resources; none where that is not enough.
fn of_totals(global: &Global, args: &Args) -> Result<Option<Exit>, Failure> {
    let session = Session::open(&global.directory)?;
    let Some(wholes) = args.selection.wholes(&session) else { return Ok(None) };
    let as_of = global.as_of.unwrap_or_else(now);
    let totals = showing(session.progress(), || session.totals(as_of))?;
    let rows = rows::of_totals(&session, totals.kept(), &args.selection, &wholes, args.by);
    let Some(rows) = rows else { return Ok(None) };
    context::tell_problems(&totals.problems, &totals.ledger_problems);
    context::refuse_later_version(&totals.ledger_problems)?;
    let exit = show(args, &rows, as_of)?;
    super::rename::tell(totals.renames());
    Ok(Some(exit.max(context::report_exit(&totals.problems, &totals.ledger_problems))))
}

/// The whole project by locale and collection, as `--format json` shows it.
pub(crate) fn report<'t>(
    session: &Session,
    totals: impl IntoIterator<Item = (&'t ResourceId, &'t Locale, &'t Tally)>,
) -> Value {
    let all = Selection::default();
    let rows = rows::of_totals(session, totals, &all, &[], By::Collection);
    formats::value(&rows.unwrap_or_default())
}

fn show(args: &Args, rows: &[Row], as_of: hexapla_model::Timestamp) -> Result<Exit, Failure> {
    let text = match args.format {
        Format::Table => table::table(rows, args.by, as_of),
        Format::Json => formats::json(rows),
        Format::Csv => formats::csv(rows),
        Format::Github => formats::github(rows, as_of),
    };
    out!("{text}")?;
    let settled = rows.iter().all(|row| row.tally.is_settled());
    Ok(if args.exit_code && !settled { Exit::Findings } else { Exit::Clean })
}
