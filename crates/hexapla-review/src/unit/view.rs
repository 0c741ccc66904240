//! What is shown of a unit.

use std::collections::BTreeSet;
use std::sync::Arc;

use hexapla_engine::text::shown;
use hexapla_engine::{UnitStatus, UnitTexts, joined};
use hexapla_formats::Format;
use hexapla_model::{CodeKind, Freshness, Group, State, Timestamp, Unit, UnitKind, phrase};
use serde_json::{Value, json};

use super::piece::Piece;
use super::screenshot::{Shown, comment};
use crate::desk::{Need, Opened, UnitName};
use crate::failure::Failure;
use crate::page::Tongue;
use crate::revision::Revision;
use crate::visitor::Visitor;

/// A unit in a locale, as it is shown to who settles it.
pub(crate) struct View {
    pub(crate) unit: UnitName,
    pub(crate) locale: Tongue,
    pub(crate) source: Tongue,
    pub(crate) format: Format,
    pub(crate) need: Option<Need>,
    pub(crate) freshness: Freshness,
    pub(crate) state: State,
    pub(crate) class: Option<&'static str>,
    /// The day of the text that the target was made from, where it is known when that changed.
    pub(crate) since: Option<Timestamp>,
    pub(crate) days: Option<i64>,
    pub(crate) words: usize,
    pub(crate) changed_words: usize,
    pub(crate) is_critical: bool,
    pub(crate) is_doubted: bool,
    /// The locale that has to be settled first.
    pub(crate) waits_for: Option<String>,
    /// The locale that the unit is taken from.
    pub(crate) inherited: Option<String>,
    /// The source that the target was made from, where that is another than today's.
    pub(crate) before: Vec<Piece>,
    pub(crate) now: Vec<Piece>,
    /// The target, with what is probably concerned.
    pub(crate) target: Vec<Piece>,
    /// What of either text is no words, wherever it stands in a text of the unit.
    pub(crate) isolated: Arc<[String]>,
    /// The texts as they are.
    pub(crate) source_text: String,
    pub(crate) target_text: String,
    /// What stands for both texts, so that what is decided is about these and no others.
    pub(crate) source_token: String,
    pub(crate) target_token: String,
    /// What the source's author says to translators.
    pub(crate) comment: Option<String>,
    /// Pictures of where it is shown.
    pub(crate) pictures: Vec<Shown>,
    /// What of the source is no words and belongs into the target, as it is written.
    pub(crate) codes: Vec<String>,
    pub(crate) steps: Vec<Step>,
    /// The states that the visitor may give.
    pub(crate) states: Vec<State>,
    /// The state that is given where the visitor does not choose.
    pub(crate) gives: State,
    /// Whether the whole file is the unit.
    pub(crate) is_asset: bool,
    /// Where the target is, or would be.
    pub(crate) target_path: String,
}

/// A step of the source on its way from what it was to what it is.
pub(crate) struct Step {
    pub(crate) at: Timestamp,
    pub(crate) revision: Option<Revision>,
    reason: Option<String>,
    text: Option<String>,
}

impl Step {
    /// Why the source changed, where somebody said so, as it is shown.
    pub(crate) fn reason(&self) -> Option<String> {
        self.reason.as_deref().map(shown)
    }

    /// Whether more is known of it than its day.
    pub(crate) fn is_told(&self) -> bool {
        self.reason.is_some() || self.revision.is_some()
    }

    /// What it became, as it is shown.
    pub(crate) fn text(&self) -> Option<String> {
        self.text.as_deref().map(shown)
    }

    /// The same for programs.
    pub(crate) fn record(&self) -> Value {
        let mut record = match &self.revision {
            Some(it) => it.record(),
            None => json!({ "revision": null, "author": null, "subject": null }),
        };
        record["at"] = json!(self.at.to_string());
        record["reason"] = json!(self.reason);
        record["text"] = json!(self.text);
        record
    }
}

impl View {
    /// The unit at a place of a resource.
    ///
    /// # Errors
    /// Where the resource is gone.
    pub(crate) fn of(
        opened: &Opened,
        at: usize,
        visitor: &Visitor,
        now: Timestamp,
    ) -> Result<Self, Failure> {
        let (resource, names) = (opened.resource()?, opened.names()?);
        let gone = || Failure::not_found(phrase!("there is no such unit any more"));
        let (status, unit) = opened.units().get(at).zip(names.get(at)).ok_or_else(gone)?;
        let (snapshot, locale) = (opened.snapshot(), &opened.locale);
        let texts = UnitTexts::of(snapshot, &opened.id, resource, locale, status);
        let collection = &resource.collection;
        let given = status.given(resource);
        let there = resource.target_units(locale).get(status.target.clone()).unwrap_or_default();
        let need = Need::of(status, collection.workflow.awaited_state(locale));
        let comment = comment(opened, at)?;
        let since = status.changed_since();
        let changed = texts.diff.as_ref().filter(|it| !it.is_empty());
        let steps = texts.steps.iter().map(|step| Step {
            at: step.at,
            revision: step.revision.as_deref().map(Revision::new),
            reason: step.reason.clone(),
            text: snapshot.ledger.group_text(&step.to),
        });
        let steps = steps.collect();
        let isolated = isolated(given.iter().chain(there));
        Ok(Self {
            unit: unit.clone(),
            locale: Tongue::of(locale),
            source: Tongue::of(collection.given_locale(locale)),
            format: collection.format,
            need,
            freshness: status.worst(),
            state: status.state,
            class: texts
                .changed
                .as_ref()
                .filter(|_| need == Some(Need::Stale))
                .map(|it| it.class().as_str()),
            since,
            days: since.map(|it| it.days_until(now).max(0)),
            words: status.words,
            changed_words: changed.map_or(0, |it| it.changed_words()),
            is_critical: collection.is_critical(),
            is_doubted: status.doubted,
            waits_for: status.waits_for().map(ToString::to_string),
            inherited: status.inherited.as_ref().map(ToString::to_string),
            before: Piece::with(changed.map(Piece::old).unwrap_or_default(), &isolated),
            now: Piece::with(
                changed.map_or_else(|| Piece::plain(&texts.now), Piece::new_text),
                &isolated,
            ),
            target: Piece::with(Piece::likely(&texts.target, &texts.probably), &isolated),
            isolated,
            source_token: token(given),
            target_token: token(there),
            pictures: Shown::all(&comment.pictures, locale.as_str(), unit),
            comment: comment.words,
            codes: codes(given),
            steps,
            gives: gives(opened, visitor),
            states: states(opened, visitor),
            is_asset: given.iter().any(|it| it.kind == UnitKind::Asset),
            target_path: resource.target_path(locale),
            source_text: texts.now.clone(),
            target_text: texts.target.clone(),
        })
    }

    /// The revisions of its steps.
    pub(crate) fn revisions(&mut self) -> impl Iterator<Item = &mut Revision> {
        self.steps.iter_mut().filter_map(|it| it.revision.as_mut())
    }

    /// What the editor holds at first: the target or, of a message that is not there yet, its name,
    /// which belongs to its text.
    pub(crate) fn draft(&self) -> String {
        match (self.format, self.target_text.is_empty()) {
            (Format::Fluent, true) => format!("{} = ", self.unit.name),
            _ => self.target_text.clone(),
        }
    }

    /// How many lines the editor has.
    pub(crate) fn rows(&self) -> usize {
        let text = if self.target_text.is_empty() { &self.source_text } else { &self.target_text };
        let lines: usize = text.lines().map(|line| 1 + line.chars().count() / 56).sum();
        (lines + 1).clamp(3, 24)
    }

    /// Whether it is written with a syntax of its own, which runs from left to right.
    pub(crate) fn is_syntax(&self) -> bool {
        self.format == Format::Fluent
    }

    /// The direction of a text as it is written.
    pub(crate) fn dir<'t>(&self, tongue: &'t Tongue) -> &'t str {
        if self.is_syntax() { "ltr" } else { tongue.dir }
    }

    /// Whether a part of the target is probably concerned by the change.
    pub(crate) fn has_likely(&self) -> bool {
        self.target.iter().any(Piece::is_likely)
    }

    /// Whether the source changed since the target was made, and it is known how.
    pub(crate) fn has_changed(&self) -> bool {
        !self.before.is_empty()
    }
}

/// What stands for texts: what is decided of them is about no others.
pub(crate) fn token(units: &[Unit]) -> String {
    let group = Group::new(units.iter().map(|unit| unit.fingerprint).collect());
    group.map(|it| it.to_string()).unwrap_or_default()
}

/// What stands for the texts of a unit, source and target.
pub(crate) fn tokens(opened: &Opened, status: &UnitStatus) -> Result<(String, String), Failure> {
    let resource = opened.resource()?;
    let there = resource.target_units(&opened.locale).get(status.target.clone());
    Ok((token(status.given(resource)), token(there.unwrap_or_default())))
}

/// What is no words in texts of units, the longest first: placeholders, tags, addresses. Of what marks the
/// words around it nothing is told, as those run with the text.
pub(crate) fn isolated<'a>(units: impl Iterator<Item = &'a Unit>) -> Arc<[String]> {
    let of = |unit: &'a Unit| {
        // What is written in braces is told by them.
        let is_message = matches!(unit.kind, UnitKind::Message | UnitKind::Term);
        let codes = unit.codes.iter().filter(move |_| !is_message);
        codes.filter_map(move |code| match code.kind {
            CodeKind::Syntax | CodeKind::Emphasis => None,
            // With what encloses it, which would else stand at the other end.
            CodeKind::Link | CodeKind::Image => {
                let enclosed = format!("({})", code.value);
                let is_enclosed = unit.text.contains(&enclosed);
                Some(if is_enclosed { enclosed } else { code.value.clone() })
            }
            _ => unit.text.get(code.span.clone()).map(str::to_owned),
        })
    };
    let has_sign = |it: &String| it.contains(|c: char| !c.is_alphanumeric());
    let codes = units.flat_map(of).filter(has_sign);
    let mut codes: Vec<String> = codes.map(|it| shown(&it)).collect();
    codes.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    codes.dedup();
    codes.into()
}

/// What of a source is no words and is written into a target as it is.
fn codes(units: &[Unit]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut codes = Vec::new();
    for unit in units {
        for code in &unit.codes {
            let is_written = matches!(
                code.kind,
                CodeKind::Variable
                    | CodeKind::Reference
                    | CodeKind::Function
                    | CodeKind::Code
                    | CodeKind::Html
                    | CodeKind::FootnoteReference
            );
            let Some(text) = unit.text.get(code.span.clone()).filter(|_| is_written) else {
                continue;
            };
            if seen.insert(text.to_owned()) {
                codes.push(text.to_owned());
            }
        }
    }
    codes
}

/// The states that a visitor may give in a collection.
fn states(opened: &Opened, visitor: &Visitor) -> Vec<State> {
    let Ok(resource) = opened.resource() else { return Vec::new() };
    let people = &opened.snapshot().people;
    let rules = &resource.collection.workflow.states;
    let may = |roles: &[String]| match &visitor.handle {
        Some(handle) => {
            people.may(handle, roles, &opened.locale) && visitor.is_named(roles, &opened.locale)
        }
        None => true,
    };
    let given: Vec<State> = rules.iter().filter(|it| may(&it.roles)).map(|it| it.state).collect();
    if given.is_empty() { vec![State::Initial] } else { given }
}

/// The state that a visitor gives where they do not choose: the highest that they may where the
/// project says who may give it, else the lowest.
pub(crate) fn gives(opened: &Opened, visitor: &Visitor) -> State {
    let states = states(opened, visitor);
    let names_people = !opened.snapshot().people.0.is_empty() && visitor.handle.is_some();
    let found = if names_people { states.into_iter().max() } else { states.into_iter().min() };
    found.unwrap_or(State::Translated)
}

/// The target of a unit as people edit it; empty where there is none.
pub(crate) fn target_text(opened: &Opened, status: &UnitStatus) -> Result<String, Failure> {
    let there = opened.resource()?.target_units(&opened.locale).get(status.target.clone());
    Ok(joined(there.unwrap_or_default()))
}
