//! The texts of a unit: what its target was made from, what the source is now, and the target.

use std::ops::Range;

use hexapla_engine::change::{Changed, Passage, affected, effort, is_carried};
use hexapla_engine::text::{Change, Diff, Side, tokenize};
use hexapla_engine::{Offer, OfferKind};
use hexapla_ledger::Step;
use hexapla_model::{Freshness, Group, Unit};
use serde_json::{Value, json};

use crate::context::Context;
use crate::select::Selected;

/// The texts of a unit, and what changed between them.
pub(crate) struct Texts<'a> {
    pub(crate) before: Option<String>,
    pub(crate) now: String,
    pub(crate) target: String,
    pub(crate) diff: Option<Diff>,
    pub(crate) changed: Option<Changed>,
    /// The parts of the target that the change probably concerns.
    pub(crate) probably: Vec<Range<usize>>,
    /// How the source came from what it was to what it is, where that is known.
    pub(crate) steps: Vec<&'a Step>,
    /// Texts that the target could have instead.
    pub(crate) offers: Vec<Offer>,
    /// Whether the target, as it was made, was carried: nobody looked at it with its source.
    pub(crate) is_carried: bool,
}

impl<'a> Texts<'a> {
    pub(crate) fn of(context: &'a Context, one: &Selected<'_>) -> Self {
        let (snapshot, status) = (context.snapshot(), one.status);
        let source = status.given(one.resource);
        let target = one.resource.target_units(one.locale).get(status.target.clone());
        let target = target.unwrap_or_default();
        let ledger = &snapshot.ledger;
        let before = status.made_from.as_ref().and_then(|from| ledger.group_text(from));
        let now = joined(source);
        let compared =
            |before: &String| Diff::between(&tokenize(before, &[]), &tokenize(&now, &[]));
        let diff = before.as_ref().map(compared);
        let changed = Changed::of(snapshot, one.resource, status);
        let probably = match (&changed, status.freshness) {
            (Some(it), Freshness::Stale) => affected(&it.old, &it.new, &Passage::of(target)),
            _ => Vec::new(),
        };
        let now_group = Group::new(source.iter().map(|unit| unit.fingerprint).collect());
        let steps = match (&status.made_from, &now_group) {
            (Some(from), Some(now)) => ledger.steps(one.id, status.key.as_ref(), from, now),
            _ => Vec::new(),
        };
        let offers = context.offers(one);
        let is_carried = is_carried(snapshot, one.id, one.resource, one.locale, status);
        let target = joined(target);
        Self { before, now, target, diff, changed, probably, steps, offers, is_carried }
    }

    /// The parts of the target that the change probably concerns.
    pub(crate) fn guessed(&self) -> Vec<&str> {
        self.probably.iter().filter_map(|span| self.target.get(span.clone())).collect()
    }
}

fn joined(units: &[Unit]) -> String {
    units.iter().map(|unit| unit.text.as_str()).collect::<Vec<_>>().join("\n\n")
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
    json!({
        "at": step.at.to_string(),
        "to": step.to.to_string(),
        "text": context.snapshot().ledger.group_text(&step.to),
        "revision": step.revision,
        "reason": step.reason,
    })
}

/// An offered text, for programs.
pub(crate) fn offer_record(offer: &Offer) -> Value {
    let (kind, by) = match &offer.kind {
        OfferKind::Vouched => ("earlier", None),
        OfferKind::Proposed(by) => ("proposed", Some(by.to_string())),
        OfferKind::Memory { .. } => ("memory", None),
        OfferKind::Patched => ("patched", None),
        OfferKind::AsItIs => ("as-it-is", None),
    };
    json!({
        "text": offer.text,
        "kind": kind,
        "vouched": offer.is_vouched(),
        "by": by,
        "from": offer.from(),
    })
}
