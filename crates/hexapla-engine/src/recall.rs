//! What a locale's translations say of texts that are like one another.

use std::ops::Range;

use hexapla_formats::{Format, extract};
use hexapla_ledger::{Attestation, Claims};
use hexapla_memory::{Builder, Coded, Context, Entry, Match, Memory, Origin, Query};
use hexapla_model::{CodeKind, Freshness, Group, Locale, ResourceId, Unit};

use crate::assess::{UnitStatus, group};
use crate::offers::rekeyed;
use crate::snapshot::{Resource, Snapshot};
use crate::status::Status;
use crate::unit_texts::joined;

/// Every translation of one locale in files of one format, to be asked for texts like another.
///
/// Made of the units that somebody vouches for: current ones, and stale ones with the text that they were
/// made from; and of those of related locales, which count less. What a machine made is none of it.
pub struct Recall(Memory);

/// A translation of a text like the one that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalled {
    /// The translation.
    pub text: String,
    /// The text that it renders.
    pub source: String,
    /// What is otherwise in the text that was asked for: `[-only in that source-]`, `{+only in this+}`.
    pub marked: String,
    /// How alike the texts are, in percent.
    pub score: u8,
    /// Where it is from: a resource with the unit's key, a related locale, or an imported file.
    pub from: String,
}

impl Recall {
    /// The memory of `locale` in files of `format`; takes time in proportion to the texts.
    pub fn of(snapshot: &Snapshot, status: &Status, locale: &Locale, format: Format) -> Self {
        let mut builder = Builder::default();
        for (id, resource) in &snapshot.resources {
            if resource.collection.format != format {
                continue;
            }
            for (other, statuses) in status.resources.get(id).into_iter().flatten() {
                if !other.same_language(locale) {
                    continue;
                }
                let place = Place { snapshot, id, resource, locale: other, wanted: locale };
                // More than there is room for is not remembered.
                let _ = statuses.iter().try_for_each(|it| place.add(it, &mut builder));
            }
        }
        Self(builder.build())
    }

    /// The translations of texts like the source of a unit, the likest first; that of the unit itself is
    /// none of them.
    pub fn like(
        &self,
        id: &ResourceId,
        resource: &Resource,
        locale: &Locale,
        status: &UnitStatus,
        limit: usize,
    ) -> Vec<Recalled> {
        let given = status.given(resource);
        let (text, codes) = (joined(given), codes(given));
        let (previous, next) = neighbours(resource, locale, status);
        let key = status.key.as_ref().map(|key| key.as_str());
        let context = Context { resource: id, key, previous, next };
        let text = Coded { text: &text, codes: &codes };
        let query = Query { text, context: Some(context), limit: limit + 1, at_least: LEAST };
        let own =
            joined(resource.target_units(locale).get(status.target.clone()).unwrap_or_default());
        let found = self.0.matches(&query);
        let others = found.iter().map(|it| {
            recalled(it, &text, |target| {
                rekeyed(resource.collection.format, status.key.as_ref(), target)
            })
        });
        others.filter(|it| it.text != own).take(limit).collect()
    }

    /// The translations of texts like a plain one, the likest first.
    pub fn like_text(&self, text: &str, at_least: u8, limit: usize) -> Vec<Recalled> {
        let text = Coded::plain(text);
        let found = self.0.matches(&Query { text, context: None, limit, at_least });
        found.iter().map(|it| recalled(it, &text, str::to_owned)).collect()
    }
}

/// How alike a text has to be, in percent, to be offered unasked.
pub(crate) const LEAST: u8 = 70;

pub(crate) fn recalled(
    found: &Match<'_>,
    asked: &Coded<'_>,
    target: impl Fn(&str) -> String,
) -> Recalled {
    let from = match &found.origin {
        Origin::Ledger { resource, key, .. } => {
            let key = key.map(|key| format!("#{key}"));
            format!("{resource}{}", key.unwrap_or_default())
        }
        Origin::Imported { file } => (*file).to_owned(),
        Origin::Related { locale } => locale.to_string(),
    };
    Recalled {
        text: target(found.target),
        source: found.source.to_owned(),
        marked: found.difference.marked(asked.text, found.source),
        score: found.score,
        from,
    }
}

/// A resource in a locale, whose translations are remembered for another or the same.
struct Place<'a> {
    snapshot: &'a Snapshot,
    id: &'a ResourceId,
    resource: &'a Resource,
    locale: &'a Locale,
    wanted: &'a Locale,
}

impl Place<'_> {
    fn add(&self, status: &UnitStatus, builder: &mut Builder) -> Result<(), hexapla_memory::Full> {
        let targets = self.resource.target_units(self.locale);
        let target = targets.get(status.target.clone()).unwrap_or_default();
        let given = status.given(self.resource);
        let (source, text, spans) = match status.freshness {
            Freshness::Current => (group(given), Some(joined(given)), codes(given)),
            Freshness::Stale => {
                let from = status.made_from.clone();
                let text = from.as_ref().and_then(|it| self.snapshot.ledger.group_text(it));
                let spans = text.as_deref().map(|it| self.codes_of(it)).unwrap_or_default();
                (from, text, spans)
            }
            _ => return Ok(()),
        };
        let (Some(source), Some(text), Some(said)) = (source, text, group(target)) else {
            return Ok(());
        };
        if status.inherited.is_some() || text.is_empty() {
            return Ok(());
        }
        let claims = self.snapshot.ledger.claims(self.id, self.locale);
        let Some(claim) = best(claims, status, &source, &said) else { return Ok(()) };
        let (previous, next) = neighbours(self.resource, self.locale, status);
        let key = status.key.as_ref().map(|key| key.as_str());
        let origin = match self.locale == self.wanted {
            true => Origin::Ledger {
                resource: self.id,
                key,
                state: claim.state,
                when: claim.at,
                who: &claim.by,
            },
            false => Origin::Related { locale: self.locale },
        };
        builder.add(&Entry {
            source: Coded { text: &text, codes: &spans },
            target: &joined(target),
            origin,
            previous,
            next,
        })
    }
}

impl Place<'_> {
    /// Where the codes of a text stand that is in no file any more; of blocks that is not told.
    fn codes_of(&self, text: &str) -> Vec<Range<usize>> {
        let collection = &self.resource.collection;
        if collection.format != Format::Fluent {
            return Vec::new();
        }
        let found = extract(collection.format, text.as_bytes(), &collection.rules);
        codes(&found.units)
    }
}

/// The texts before and behind what a unit renders.
fn neighbours<'a>(
    resource: &'a Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> (Option<&'a str>, Option<&'a str>) {
    let units = resource.given_units(locale);
    let text = |at: usize| units.get(at).map(|it| it.text.as_str());
    let here = status.given_at();
    (here.start.checked_sub(1).and_then(text), text(here.end))
}

/// What was said of a pair that counts most.
fn best<'a>(
    claims: &'a Claims,
    status: &UnitStatus,
    source: &'a Group,
    target: &Group,
) -> Option<&'a Attestation> {
    let vouched = claims.vouched(status.key.as_ref(), source, target);
    vouched.first()?.claim.attestations().max_by_key(|it| it.state)
}

/// Where the codes of units stand in their joined text: what is no words, but for marks of emphasis.
pub(crate) fn codes(units: &[Unit]) -> Vec<Range<usize>> {
    let mut codes = Vec::new();
    let mut at = 0;
    for unit in units {
        let spans = unit.codes.iter().filter(|it| it.kind != CodeKind::Emphasis);
        codes.extend(spans.map(|it| it.span.start + at..it.span.end + at));
        at += unit.text.len() + 2;
    }
    codes
}
