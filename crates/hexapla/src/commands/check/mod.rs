//! `hexapla check`.

mod junit;
mod located;
mod mend;
mod sarif;

use hexapla_engine::{Checked, Document, Finding};
use hexapla_model::Severity;
use serde_json::Value;

use located::Located;

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::Selection;
use crate::ui::{count, out};

/// Find mistakes in sources and translations
///
/// Syntax errors, placeables that are missing or too many, references that lead nowhere, plural
/// categories that a locale needs, links, code and front matter that differ; numbers and addresses
/// that differ, characters that deceive, punctuation, spaces, and words in the wrong language.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// How to show it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// End with code 1 for warnings too
    #[arg(long)]
    strict: bool,
    /// Show notes too
    #[arg(long)]
    notes: bool,
    /// First mend what is certain
    #[arg(long)]
    fix: bool,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Format {
    /// For people
    #[default]
    Human,
    /// For programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// JUnit's XML: a suite a file
    Junit,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    if args.fix {
        mend::mend(global, &args.selection)?;
    }
    let context = Context::open(global)?;
    let Checked { findings, idle } = hexapla_engine::check(context.snapshot(), &context.status);
    let chosen = chosen(&context, args, findings)?;
    let (path, text) = context.session.config_file();
    let config = Document::new(path.to_owned(), text.as_bytes().into(), Default::default());
    let idle = idle.iter().filter(|_| is_whole(&args.selection));
    let idle = idle.map(|it| Located::idle(&config, it));
    let found = chosen.iter().map(|it| Located::of(&context, it));
    let located: Vec<Located<'_>> = idle.chain(found).collect();
    let text = match args.format {
        Format::Human => human(&located, args.notes),
        Format::Json => pretty(&Value::Array(located.iter().map(Located::json).collect())),
        Format::Sarif => pretty(&sarif::sarif(&located)),
        Format::Github => located.iter().map(Located::github).collect(),
        Format::Junit => junit::junit(context.snapshot(), &located)
            .map_err(|why| Failure::new(Exit::Io, why.to_string()))?,
    };
    out!("{text}")?;
    super::rename::hint(&context);
    let least = if args.strict { Severity::Warning } else { Severity::Error };
    let found = located.iter().any(|it| it.severity() >= least);
    let exit = if found { Exit::Findings } else { Exit::Clean };
    Ok(exit.max(context.report_exit()))
}

/// Whether everything is selected, so that what finds nothing finds nothing at all.
fn is_whole(selection: &Selection) -> bool {
    selection.is_everything() && selection.locale.is_empty() && selection.collection.is_empty()
}

/// The findings about what is selected.
fn chosen(context: &Context, args: &Args, all: Vec<Finding>) -> Result<Vec<Finding>, Failure> {
    args.selection.check(context.snapshot())?;
    let selection = &args.selection;
    let place = |it: &Finding| {
        let collection = it.resource.collection();
        let locale = selection.locale.is_empty()
            || it.locale.as_ref().is_some_and(|locale| selection.locale.contains(locale));
        locale
            && (selection.collection.is_empty()
                || selection.collection.iter().any(|it| it == collection))
    };
    if selection.is_everything() {
        return Ok(all.into_iter().filter(place).collect());
    }
    let selected = selection.of(context.snapshot(), &context.status)?;
    let resources: std::collections::BTreeSet<_> = selected.iter().map(|one| one.id).collect();
    let units: std::collections::BTreeSet<String> =
        selected.iter().map(crate::select::Selected::address).collect();
    let named = |it: &Finding| match &it.unit {
        Some(unit) => units.contains(&format!("{}#{unit}", it.resource)),
        None => resources.contains(&it.resource),
    };
    Ok(all.into_iter().filter(|it| place(it) && named(it)).collect())
}

fn human(located: &[Located<'_>], notes: bool) -> String {
    let mut text = String::new();
    let shown = |it: &&Located<'_>| notes || it.severity() > Severity::Note;
    for one in located.iter().filter(shown) {
        text.push_str(&one.human());
        text.push_str("\n\n");
    }
    let of = |severity| located.iter().filter(|it| it.severity() == severity).count();
    let counts =
        [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    let counts = counts.map(|(severity, noun)| count(of(severity), noun)).join(", ");
    let hint = if notes || of(Severity::Note) == 0 { "" } else { " (show notes with `--notes`)" };
    text.push_str(&format!("{counts}{hint}\n"));
    text
}

fn pretty(value: &Value) -> String {
    format!("{}\n", serde_json::to_string_pretty(value).unwrap_or_default())
}
