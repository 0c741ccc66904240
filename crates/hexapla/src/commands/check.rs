//! `hexapla check`.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use hexapla_engine::{Document, Finding};
use hexapla_model::Severity;
use serde_json::{Value, json};

use super::status::escape;
use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::Selection;
use crate::ui::{count, out, width};

/// Find mistakes in sources and translations
///
/// Syntax errors, placeables that are missing or too many, references that lead nowhere, plural
/// categories that a locale needs, links, code and front matter that differ.
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
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    let chosen = chosen(&context, args)?;
    let located: Vec<Located<'_>> = chosen.iter().map(|it| Located::of(&context, it)).collect();
    let text = match args.format {
        Format::Human => human(&located, args.notes),
        Format::Json => pretty(&Value::Array(located.iter().map(Located::json).collect())),
        Format::Sarif => pretty(&sarif(&located)),
        Format::Github => located.iter().map(Located::github).collect(),
    };
    out!("{text}")?;
    super::rename::hint(&context);
    let least = if args.strict { Severity::Warning } else { Severity::Error };
    let found = located.iter().any(|it| it.finding.diagnostic.severity >= least);
    let exit = if found { Exit::Findings } else { Exit::Clean };
    Ok(exit.max(context.report_exit()))
}

/// The findings about what is selected.
fn chosen(context: &Context, args: &Args) -> Result<Vec<Finding>, Failure> {
    let all = hexapla_engine::check(context.snapshot(), &context.status);
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

/// A finding with the file that it is about.
struct Located<'a> {
    finding: &'a Finding,
    document: Option<&'a Document>,
    line: usize,
    column: usize,
}

impl<'a> Located<'a> {
    fn of(context: &'a Context, finding: &'a Finding) -> Self {
        let resource = context.snapshot().resources.get(&finding.resource);
        let document = resource.and_then(|it| match &finding.locale {
            Some(locale) => it.targets.get(locale).map(AsRef::as_ref),
            None => it.source.as_deref(),
        });
        let at = document.map(|it| it.lines().position(finding.diagnostic.span.start));
        let (line, column) = at.map_or((1, 1), |at| (at.line, at.column));
        Self { finding, document, line, column }
    }

    fn json(&self) -> Value {
        let finding = self.finding;
        json!({
            "check": finding.diagnostic.id,
            "severity": finding.diagnostic.severity.as_str(),
            "path": finding.path,
            "line": self.line,
            "column": self.column,
            "resource": finding.resource.to_string(),
            "locale": finding.locale.as_ref().map(ToString::to_string),
            "unit": finding.unit.as_ref().map(|unit| format!("{}#{unit}", finding.resource)),
            "message": finding.diagnostic.message,
            "hint": finding.diagnostic.hint,
        })
    }

    fn github(&self) -> String {
        let kind = match self.finding.diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let file = escape(&self.finding.path, true);
        let message = escape(&self.message(), false);
        let title = self.finding.diagnostic.id;
        format!(
            "::{kind} file={file},line={},col={},title={title}::{message}\n",
            self.line, self.column
        )
    }

    fn message(&self) -> String {
        let diagnostic = &self.finding.diagnostic;
        let hint = diagnostic.hint.as_ref().map(|hint| format!(" (hint: {hint})"));
        format!("{}{}", diagnostic.message, hint.unwrap_or_default())
    }

    /// The finding with the lines that it is about, as compilers show it.
    fn human(&self) -> String {
        let diagnostic = &self.finding.diagnostic;
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.id);
        let span = &diagnostic.span;
        let [before, within, after] = self.document.map(|it| it.around(span)).unwrap_or_default();
        let marked = before.len()..before.len() + within.len();
        let mut group = title.element(
            Snippet::source(format!("{before}{within}{after}"))
                .line_start(self.line)
                .path(self.finding.path.as_str())
                .annotation(AnnotationKind::Primary.span(marked)),
        );
        if let Some(hint) = &diagnostic.hint {
            group = group.element(Level::HELP.with_name("hint").message(hint.as_str()));
        }
        Renderer::styled().term_width(width()).render(&[group])
    }
}

fn human(located: &[Located<'_>], notes: bool) -> String {
    let mut text = String::new();
    let shown = |it: &&Located<'_>| notes || it.finding.diagnostic.severity > Severity::Note;
    for one in located.iter().filter(shown) {
        text.push_str(&one.human());
        text.push_str("\n\n");
    }
    let of =
        |severity| located.iter().filter(|it| it.finding.diagnostic.severity == severity).count();
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

/// A path as a relative reference of RFC 3986.
fn uri(path: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encode = |byte: u8| match kept(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    path.bytes().map(encode).collect()
}

/// The log as SARIF 2.1.0 wants it.
fn sarif(located: &[Located<'_>]) -> Value {
    let ids: std::collections::BTreeSet<&str> =
        located.iter().map(|it| it.finding.diagnostic.id).collect();
    let result = |it: &Located<'_>| {
        json!({
            "ruleId": it.finding.diagnostic.id,
            "level": it.finding.diagnostic.severity.as_str(),
            "message": { "text": it.message() },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": uri(&it.finding.path) },
                "region": { "startLine": it.line, "startColumn": it.column },
            }}],
        })
    };
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "hexapla",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": ids.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": located.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}
