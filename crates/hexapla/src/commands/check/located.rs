//! A finding with the place that it is about.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use hexapla_engine::{Document, Finding, Silence};
use hexapla_model::{Diagnostic, Locale, ResourceId, Severity};
use serde_json::{Value, json};

use crate::commands::status::escape;
use crate::context::Context;
use crate::ui::width;

/// A finding with the file that it is about.
pub(super) struct Located<'a> {
    pub(super) diagnostic: Diagnostic,
    pub(super) path: &'a str,
    pub(super) line: usize,
    pub(super) column: usize,
    resource: Option<&'a ResourceId>,
    locale: Option<&'a Locale>,
    unit: Option<&'a str>,
    document: Option<&'a Document>,
}

impl<'a> Located<'a> {
    /// What was found in a file of a collection.
    pub(super) fn of(context: &'a Context, finding: &'a Finding) -> Self {
        let resource = context.snapshot().resources.get(&finding.resource);
        let document = resource.and_then(|it| match &finding.locale {
            Some(locale) => it.targets.get(locale).map(AsRef::as_ref),
            None => it.source.as_deref(),
        });
        Self {
            resource: Some(&finding.resource),
            locale: finding.locale.as_ref(),
            unit: finding.unit.as_deref(),
            ..Self::at(&finding.path, document, finding.diagnostic.clone())
        }
    }

    /// A silence that silences nothing.
    pub(super) fn idle(config: &'a Document, silence: &Silence) -> Self {
        let message = format!(
            "`{}` is silenced for `{}`, where it finds nothing",
            silence.check, silence.unit
        );
        let problem = Diagnostic::warning("silence-idle", silence.span.clone(), message.into());
        let problem = problem.with_hint("take it out, or see how the unit is spelled".into());
        Self::at(&config.path, Some(config), problem)
    }

    fn at(path: &'a str, document: Option<&'a Document>, diagnostic: Diagnostic) -> Self {
        let at = document.map(|it| it.lines().position(diagnostic.span.start));
        let (line, column) = at.map_or((1, 1), |at| (at.line, at.column));
        let (resource, locale, unit) = (None, None, None);
        Self { diagnostic, path, line, column, resource, locale, unit, document }
    }

    pub(super) fn severity(&self) -> Severity {
        self.diagnostic.severity
    }

    /// What was found and what to do.
    pub(super) fn message(&self) -> String {
        let hint = self.diagnostic.hint.as_ref().map(|hint| format!(" (hint: {hint})"));
        format!("{}{}", self.diagnostic.message, hint.unwrap_or_default())
    }

    /// The address of the unit, where it is about one.
    pub(super) fn address(&self) -> Option<String> {
        Some(format!("{}#{}", self.resource?, self.unit?))
    }

    /// As an object of JSON.
    pub(super) fn json(&self) -> Value {
        json!({
            "check": self.diagnostic.id,
            "severity": self.severity().as_str(),
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "resource": self.resource.map(ToString::to_string),
            "locale": self.locale.map(ToString::to_string),
            "unit": self.address(),
            "message": self.diagnostic.message.to_string(),
            "hint": self.diagnostic.hint.as_ref().map(ToString::to_string),
        })
    }

    /// As an annotation of GitHub Actions.
    pub(super) fn github(&self) -> String {
        let kind = match self.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let file = escape(self.path, true);
        let message = escape(&self.message(), false);
        let title = self.diagnostic.id;
        format!(
            "::{kind} file={file},line={},col={},title={title}::{message}\n",
            self.line, self.column
        )
    }

    /// The finding with the lines that it is about, as compilers show it.
    pub(super) fn human(&self) -> String {
        let diagnostic = &self.diagnostic;
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = level.primary_title(diagnostic.message.to_string()).id(diagnostic.id);
        let span = &diagnostic.span;
        let [before, within, after] = self.document.map(|it| it.around(span)).unwrap_or_default();
        let marked = before.len()..before.len() + within.len();
        let mut group = title.element(
            Snippet::source(format!("{before}{within}{after}"))
                .line_start(self.line)
                .path(self.path)
                .annotation(AnnotationKind::Primary.span(marked)),
        );
        if let Some(hint) = &diagnostic.hint {
            group = group.element(Level::HELP.with_name("hint").message(hint.to_string()));
        }
        Renderer::styled().term_width(width()).render(&[group])
    }
}
