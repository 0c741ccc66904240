//! `hexapla ledger verify`.

use hexapla_ledger::{Audit, Problem};
use hexapla_model::{Locale, ResourceId};
use hexapla_workspace::{Audited, Session};
use serde_json::{Value, json};

use crate::cli::Global;
use crate::context::{refuse_later_version, report_exit, tell_problems};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Style, count, flow, outln, paint, showing, tell, width};

/// Verify that every line of the ledger can be read, and tell what it holds
///
/// Nothing else of the project is read. Notes tell what does no harm: words of a source that were
/// not kept, so that a diff cannot show them, and facts about resources and locales that the config
/// does not have.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// How many notes of a kind are told one by one.
const NAMED: usize = 5;

pub(super) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let session = Session::open(&global.directory)?;
    let audited = showing(session.progress(), || session.audit())?;
    tell_problems(&audited.foreign, &audited.problems);
    refuse_later_version(&audited.problems)?;
    match args.json {
        true => outln!("{}", serde_json::to_string_pretty(&report(&audited)).unwrap_or_default())?,
        false => show(&audited)?,
    }
    Ok(report_exit(&audited.foreign, &audited.problems))
}

fn show(audited: &Audited) -> Result<(), Failure> {
    let Audited { audit, problems, unknown, .. } = audited;
    let kinds = audit.facts();
    let (facts, problems) = (count(kinds.values().sum(), "fact"), count(problems.len(), "problem"));
    outln!("{facts} read, {problems}")?;
    let kinds: Vec<String> = kinds.iter().map(|(kind, facts)| format!("{facts} {kind}")).collect();
    if !kinds.is_empty() {
        outln!("  {}", flow(&kinds, ", ", width().saturating_sub(2)))?;
    }
    outln!("  {}", files(audit))?;
    let wordless = |(source, resource)| format!("`{resource}`: the words of {source} are not kept");
    note(&audit.wordless().map(wordless).collect::<Vec<_>>());
    note(&unknown.iter().map(outside).collect::<Vec<_>>());
    Ok(())
}

/// How many files and bytes there are, and for how much.
fn files(audit: &Audit) -> String {
    let (packs, pairs) = (audit.files - audit.loose, audit.pairs());
    let (files, packs) = (count(audit.files, "file"), count(packs, "pack"));
    let loose = count(audit.loose, "loose act");
    let each = match audit.bytes.checked_div(pairs) {
        Some(each) => format!(", {each} for each of {}", count(pairs, "attested unit")),
        None => String::new(),
    };
    format!("{files} ({packs}, {loose}), {}{each}", count(audit.bytes, "byte"))
}

/// What is said of something that the config does not have.
fn outside((resource, locale): &(ResourceId, Option<Locale>)) -> String {
    match locale {
        Some(locale) => format!("`{resource}`: the config does not translate it into `{locale}`"),
        None => format!("`{resource}`: the config has no such resource"),
    }
}

fn note(notes: &[String]) {
    for note in notes.iter().take(NAMED) {
        tell!("{} {note}", paint(Style::Heading, "note:"));
    }
    if notes.len() > NAMED {
        tell!("{} {} more of the same", paint(Style::Heading, "note:"), notes.len() - NAMED);
    }
}

fn report(audited: &Audited) -> Value {
    let Audited { audit, problems, foreign, unknown } = audited;
    let foreign = foreign.iter().map(|it| json!({ "file": it.path, "message": it.message }));
    let wordless = audit.wordless();
    let wordless = wordless
        .map(|(source, it)| json!({ "source": source.to_string(), "resource": it.to_string() }));
    let unknown = unknown.iter().map(|(resource, locale)| {
        json!({ "resource": resource.to_string(), "locale": locale.as_ref().map(Locale::to_string) })
    });
    json!({
        "facts": audit.facts(),
        "files": audit.files,
        "loose": audit.loose,
        "bytes": audit.bytes,
        "attested": audit.pairs(),
        "problems": problems.iter().map(problem).collect::<Vec<_>>(),
        "foreign": foreign.collect::<Vec<_>>(),
        "wordless": wordless.collect::<Vec<_>>(),
        "unknown": unknown.collect::<Vec<_>>(),
    })
}

fn problem(it: &Problem) -> Value {
    json!({
        "file": it.file,
        "line": it.line,
        "column": it.column,
        "message": it.message,
        "hint": it.hint(),
    })
}
