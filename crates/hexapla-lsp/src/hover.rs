//! What is said of the unit under the cursor.

use hexapla_engine::{UnitStatus, UnitTexts};
use hexapla_model::{Freshness, Locale};
use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind};

use crate::lines::Lines;
use crate::markup::{marked, plain};
use crate::terms;
use crate::view::{Standing, View};

/// What is said of the unit that a byte stands in: of a target what it was made from and what has changed
/// since, of a source how its translations stand; before that of the term under the cursor.
pub(crate) fn hover(view: &View, lines: &Lines<'_>, offset: usize) -> Option<Hover> {
    let (value, span) = match &view.place.locale {
        Some(_) => {
            let standing = view.target_at(offset)?;
            (of_target(view, standing), standing.span()?)
        }
        None => {
            let at = view.unit_at(offset)?;
            (of_source(view, at)?, view.document()?.units().get(at)?.span.clone())
        }
    };
    let term = terms::hover(view, offset);
    let value = term.into_iter().chain([value]).collect::<Vec<_>>().join("\n\n---\n\n");
    let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value });
    Some(Hover { contents, range: Some(lines.range(&span)) })
}

fn of_target(view: &View, standing: Standing<'_>) -> String {
    let Standing { resource, locale, status } = standing;
    let texts = UnitTexts::of(&view.snapshot, &view.place.id, resource, locale, status);
    let mut parts =
        vec![headline(view, status, texts.changed.as_ref().map(|it| it.class().to_string()))];
    let source = match &texts.diff {
        Some(diff) if !diff.is_empty() => marked(diff),
        _ => plain(&texts.now),
    };
    if !texts.now.is_empty() {
        parts.push(source);
    }
    for step in &texts.steps {
        let why = |mark: &str, text: &Option<String>| {
            text.as_ref().map(|it| format!("{mark}{}", plain(it))).unwrap_or_default()
        };
        let (revision, reason) = (why(" in ", &step.revision), why(": ", &step.reason));
        parts.push(format!("{}{revision}{reason}", step.at.date()));
    }
    if let Some(comment) = standing.source().iter().find_map(|unit| unit.comment.as_ref()) {
        parts.push(format!("*{}*", plain(comment.trim())));
    }
    parts.join("\n\n")
}

/// How a unit stands: `**stale** · wording · since 2026-03-12 (261 d)`.
fn headline(view: &View, status: &UnitStatus, class: Option<String>) -> String {
    let worst = status.worst();
    let mut parts = vec![format!("**{worst}**")];
    if worst == Freshness::Current {
        parts.push(status.state.to_string());
    }
    parts.extend(class.filter(|_| worst == Freshness::Stale));
    if let Some(since) = status.changed_since() {
        parts.push(format!("since {} ({} d)", since.date(), since.days_until(view.as_of).max(0)));
    }
    if status.doubted {
        parts.push("reopened".to_owned());
    }
    parts.extend(status.waits_for().map(|pivot| format!("waits for {pivot}")));
    parts.join(" · ")
}

/// How the translations of a unit of the source stand, the worst first.
fn of_source(view: &View, at: usize) -> Option<String> {
    let resource = view.resource()?;
    let mut rows: Vec<(Freshness, &Locale)> = Vec::new();
    for locale in &resource.collection.locales {
        let here = view.statuses(locale).iter().filter(|it| it.source.contains(&at));
        rows.extend(here.map(UnitStatus::worst).max().map(|it| (it, locale)));
    }
    let mut told: Vec<String> = Vec::new();
    for freshness in Freshness::ALL {
        let locales: Vec<String> = rows
            .iter()
            .filter(|(it, _)| *it == freshness)
            .map(|(_, locale)| locale.to_string())
            .collect();
        if !locales.is_empty() {
            told.push(format!("**{freshness}**: {}", locales.join(", ")));
        }
    }
    (!told.is_empty()).then(|| told.join("\n\n"))
}
