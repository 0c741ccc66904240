//! The texts of a unit: what its target was made from, what the source is now, and the target.

use std::ops::Deref;

use hexapla_engine::change::effort;
use hexapla_engine::text::{Change, Diff, Side};
use hexapla_engine::{Offer, OfferKind, UnitTexts};
use hexapla_ledger::Step;
use serde_json::{Value, json};

use crate::context::Context;
use crate::select::Selected;

/// The texts of a selected unit, and those that are offered for it.
pub(crate) struct Texts<'a> {
    texts: UnitTexts<'a>,
    /// Texts that the target could have instead.
    pub(crate) offers: Vec<Offer>,
}

impl<'a> Texts<'a> {
    pub(crate) fn of(context: &'a Context, one: &Selected<'_>) -> Self {
        let (snapshot, offers) = (context.snapshot(), context.offers(one));
        let texts = UnitTexts::of(snapshot, one.id, one.resource, one.locale, one.status);
        Self { texts, offers }
    }
}

impl<'a> Deref for Texts<'a> {
    type Target = UnitTexts<'a>;

    fn deref(&self) -> &UnitTexts<'a> {
        &self.texts
    }
}

/// A unit with its texts, for programs.
pub(crate) fn record(context: &Context, one: &Selected<'_>) -> Value {
    let texts = Texts::of(context, one);
    let classes = texts.changed.iter().flat_map(|it| &it.classes).map(ToString::to_string);
    let mut record = json!({
        "unit": one.address(),
        "locale": one.locale.to_string(),
        "freshness": one.status.freshness.to_string(),
        "state": one.status.state.to_string(),
        "carried": texts.is_carried,
        "in_order": one.status.in_order,
        "confidence": super::status::hundredths(one.status.confidence),
        "change": texts.changed.as_ref().map(|it| it.class().to_string()),
        "classes": classes.collect::<Vec<_>>(),
        "changed_at": one.status.changed_at.map(|at| at.to_string()),
        "steps": texts.steps.iter().map(|step| step_record(context, step)).collect::<Vec<_>>(),
        "source_fingerprint": one.source().map(|it| it.to_string()),
        "source_before": texts.before,
        "source": texts.now,
        "changes": texts.diff.as_ref().map(|diff| diff.changes.iter().map(change).collect::<Vec<_>>()),
        "changed_words": texts.diff.as_ref().map(Diff::changed_words),
        "words_to_read": texts.changed.as_ref().map(|it| effort(&it.old, &it.new)),
        "target": texts.target,
        "probably": texts.guessed(),
    });
    add_pivot(&mut record, one);
    record
}

/// What a unit is made from where that is another translation; nothing else has the field.
pub(crate) fn add_pivot(record: &mut Value, one: &Selected<'_>) {
    if let Some(pivot) = &one.status.pivot {
        record["pivot"] = json!({
            "locale": pivot.locale.to_string(),
            "freshness": pivot.freshness.to_string(),
            "in_order": pivot.in_order,
            "changed_at": pivot.changed_at.map(|at| at.to_string()),
        });
    }
}

fn change(change: &Change) -> Value {
    let side = match change.side {
        Side::Equal => "equal",
        Side::Deleted => "deleted",
        Side::Inserted => "inserted",
    };
    json!({ "side": side, "text": change.text })
}

/// A step of the source, for programs.
pub(crate) fn step_record(context: &Context, step: &Step) -> Value {
    let made = context.author(step);
    json!({
        "at": step.at.to_string(),
        "to": step.to.to_string(),
        "text": context.snapshot().ledger.group_text(&step.to),
        "revision": step.revision,
        "author": made.and_then(|it| it.author.as_deref()),
        "subject": made.and_then(|it| it.subject.as_deref()),
        "reason": step.reason,
    })
}

/// An offered text, for programs.
pub(crate) fn offer_record(offer: &Offer) -> Value {
    let by = match &offer.kind {
        OfferKind::Proposed(by) => Some(by.to_string()),
        _ => None,
    };
    json!({
        "text": offer.text,
        "kind": offer.kind.as_str(),
        "vouched": offer.is_vouched(),
        "by": by,
        "from": offer.from(),
    })
}
