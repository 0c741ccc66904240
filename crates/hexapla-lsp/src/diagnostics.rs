//! What a client marks in a file: what checks find, and what is not settled.

use hexapla_engine::{Finding, UnitTexts, check_one};
use hexapla_model::{Freshness, Severity};
use lsp_types::{Diagnostic, DiagnosticSeverity, DiagnosticTag, NumberOrString};

use crate::lines::Lines;
use crate::view::{Standing, View};

const SOURCE: &str = "hexapla";

/// Everything that is to be marked, in order of place.
pub(crate) fn diagnostics(view: &View, lines: &Lines<'_>) -> Vec<Diagnostic> {
    let Some(document) = view.document() else { return Vec::new() };
    let found = check_one(&view.snapshot, &view.status, &view.place.id);
    let here = found.iter().filter(|it| it.locale == view.place.locale && it.path == document.path);
    let mut all: Vec<Diagnostic> = here.map(|it| of_finding(it, lines)).collect();
    all.extend(view.targets().filter_map(|it| of_standing(view, it, lines)));
    all.extend(missing(view, lines));
    all.sort_by_key(|it| (it.range.start, it.range.end));
    all
}

fn of_finding(finding: &Finding, lines: &Lines<'_>) -> Diagnostic {
    let found = &finding.diagnostic;
    let message = match &found.hint {
        Some(hint) => format!("{}\nhint: {hint}", found.message),
        None => found.message.to_string(),
    };
    let severity = match found.severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::HINT,
    };
    Diagnostic {
        range: lines.range(&found.span),
        severity: Some(severity),
        code: Some(NumberOrString::String(found.id.to_owned())),
        source: Some(SOURCE.to_owned()),
        message,
        ..Diagnostic::default()
    }
}

/// That a unit is not settled, where it stands; nothing where it is.
fn of_standing(view: &View, standing: Standing<'_>, lines: &Lines<'_>) -> Option<Diagnostic> {
    let status = standing.status;
    if status.is_settled() {
        return None;
    }
    let worst = status.worst();
    let severity = match worst {
        Freshness::Stale => DiagnosticSeverity::WARNING,
        Freshness::Obsolete => DiagnosticSeverity::HINT,
        _ => DiagnosticSeverity::INFORMATION,
    };
    let code = if worst == Freshness::Current { "out-of-order" } else { worst.as_str() };
    Some(Diagnostic {
        range: lines.range(&standing.span()?),
        severity: Some(severity),
        code: Some(NumberOrString::String(code.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: told(view, standing),
        tags: (worst == Freshness::Obsolete).then(|| vec![DiagnosticTag::UNNECESSARY]),
        ..Diagnostic::default()
    })
}

fn told(view: &View, standing: Standing<'_>) -> String {
    let Standing { resource, locale, status } = standing;
    if let Some(pivot) = status.waits_for() {
        return format!("waits for `{pivot}`, which it is made from and which is not settled");
    }
    match status.freshness {
        Freshness::Stale => {
            let texts = UnitTexts::of(&view.snapshot, &view.place.id, resource, locale, status);
            let class = texts.changed.as_ref().map(|it| format!(" ({})", it.class()));
            let since = status.changed_since().map(|at| format!(" on {}", at.date()));
            let what = texts.diff.map(|it| format!("\n{}", it.marked())).unwrap_or_default();
            format!(
                "the source has changed since{}{}: this may no longer be true{what}",
                since.unwrap_or_default(),
                class.unwrap_or_default(),
            )
        }
        Freshness::Unverified if status.doubted => "somebody doubts this translation".to_owned(),
        Freshness::Unverified if status.made_from.is_some() => {
            "changed since somebody last vouched for it".to_owned()
        }
        Freshness::Unverified => "nobody has vouched for this translation yet".to_owned(),
        Freshness::Obsolete => "its source is gone".to_owned(),
        Freshness::Missing => "as the source has it: not translated yet".to_owned(),
        Freshness::Current => "stands elsewhere than its source".to_owned(),
    }
}

/// That a target lacks units, at its very beginning.
fn missing(view: &View, lines: &Lines<'_>) -> Option<Diagnostic> {
    let locale = view.place.locale.as_ref()?;
    let lacks = view.statuses(locale).iter().filter(|it| {
        it.freshness == Freshness::Missing && it.target.is_empty() && it.inherited.is_none()
    });
    let (units, words) =
        lacks.fold((0, 0), |(units, words), it| (units + it.units(), words + it.words));
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    (units > 0).then(|| Diagnostic {
        range: lines.range(&(0..0)),
        severity: Some(DiagnosticSeverity::INFORMATION),
        code: Some(NumberOrString::String(Freshness::Missing.as_str().to_owned())),
        source: Some(SOURCE.to_owned()),
        message: format!(
            "{units} unit{} of the source ({words} word{}) have no translation here",
            plural(units),
            plural(words)
        ),
        ..Diagnostic::default()
    })
}
