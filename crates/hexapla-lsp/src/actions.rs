//! What can be done about the unit under the cursor.

use hexapla_engine::{Memory, OfferKind, group, offers};
use hexapla_model::Freshness;
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, Command, Diagnostic, DocumentChanges,
    NumberOrString, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit,
    Uri, WorkspaceEdit,
};
use serde_json::json;

use crate::edit::edit;
use crate::lines::Lines;
use crate::settle::{Asking, Verb};
use crate::view::{Standing, View};

/// What can be done about the unit that a byte stands in: decisions, and texts that it could have.
///
/// Decisions are about what is on disk, so there are none while the file is not saved.
pub(crate) fn actions(
    view: &View,
    lines: &Lines<'_>,
    (uri, version, offset): (&Uri, i32, usize),
    marked: &[Diagnostic],
) -> Vec<CodeActionOrCommand> {
    let Some(standing) = view.target_at(offset) else { return Vec::new() };
    let fixes = about(standing, marked);
    let mut all = Vec::new();
    if view.is_saved {
        let verbs = verbs(standing).into_iter();
        all.extend(verbs.filter_map(|verb| decision(verb, uri, standing, &fixes)));
    }
    all.extend(texts(view, standing).into_iter().filter_map(|(title, text)| {
        let edit = edit(view, lines, standing, &text)?;
        let edit = change(uri, version, edit);
        Some(CodeAction {
            title,
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(fixes.clone()).filter(|it| !it.is_empty()),
            edit: Some(edit),
            ..CodeAction::default()
        })
    }));
    all.into_iter().map(CodeActionOrCommand::CodeAction).collect()
}

/// A change of the very text that was looked at.
fn change(uri: &Uri, version: i32, edit: TextEdit) -> WorkspaceEdit {
    let edit = TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier {
            uri: uri.clone(),
            version: Some(version),
        },
        edits: vec![OneOf::Left(edit)],
    };
    let changes = Some(DocumentChanges::Edits(vec![edit]));
    WorkspaceEdit { document_changes: changes, ..WorkspaceEdit::default() }
}

/// The marks that say that this unit is not settled.
fn about(standing: Standing<'_>, marked: &[Diagnostic]) -> Vec<Diagnostic> {
    let code = standing.status.worst().as_str();
    let says = |it: &&Diagnostic| it.code == Some(NumberOrString::String(code.to_owned()));
    marked.iter().filter(says).cloned().collect()
}

/// What may be decided about a unit that stands so.
fn verbs(standing: Standing<'_>) -> Vec<Verb> {
    let status = standing.status;
    if status.waits_for().is_some() {
        return Vec::new();
    }
    match status.freshness {
        Freshness::Stale => vec![Verb::Accept, Verb::Keep, Verb::Reopen],
        Freshness::Unverified | Freshness::Missing => vec![Verb::Accept],
        Freshness::Current if status.follows_order() => vec![Verb::Reopen],
        Freshness::Current => vec![Verb::Accept, Verb::Reopen],
        Freshness::Obsolete => Vec::new(),
    }
}

fn decision(
    verb: Verb,
    uri: &Uri,
    standing: Standing<'_>,
    fixes: &[Diagnostic],
) -> Option<CodeAction> {
    let asking = Asking {
        uri: uri.clone(),
        at: standing.status.target.start,
        source: group(standing.source())?.to_string(),
        target: group(standing.target())?.to_string(),
    };
    let command = Command {
        title: verb.title().to_owned(),
        command: verb.command().to_owned(),
        arguments: Some(vec![json!(asking)]),
    };
    let fixes = match verb {
        Verb::Reopen => None,
        Verb::Accept | Verb::Keep => Some(fixes.to_vec()).filter(|it| !it.is_empty()),
    };
    Some(CodeAction {
        title: verb.title().to_owned(),
        kind: fixes.as_ref().map(|_| CodeActionKind::QUICKFIX),
        diagnostics: fixes,
        command: Some(command),
        ..CodeAction::default()
    })
}

/// Texts that the target could have instead, each with what it is called.
fn texts(view: &View, standing: Standing<'_>) -> Vec<(String, String)> {
    let Standing { resource, locale, status } = standing;
    let memory = Memory::default();
    let offered = offers(&view.snapshot, &memory, &view.place.id, resource, locale, status);
    let mut all: Vec<(String, String)> = Vec::new();
    for offer in offered {
        let title = match &offer.kind {
            OfferKind::Vouched => "Take the earlier translation of this source".to_owned(),
            OfferKind::Proposed(by) => format!("Take what {by} proposed"),
            OfferKind::Memory { from, .. } => format!("Take the translation from {from}"),
            OfferKind::Patched => "Make the source's change here too".to_owned(),
            OfferKind::AsItIs => continue,
        };
        all.push((title, offer.text));
    }
    if let ([source], [_]) = (standing.source(), standing.target()) {
        all.push(("Copy the source".to_owned(), source.text.clone()));
    }
    all
}
