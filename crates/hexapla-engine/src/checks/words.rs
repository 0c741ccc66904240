//! Checks of the words of units.

use std::collections::BTreeMap;

use hexapla_checks::{Profile, Profiles, alone, critical, critical_tokens, errors, pair};
use hexapla_model::{Diagnostic, Freshness, Locale, Severity, State, Unit, UnitKind};

use crate::assess::UnitStatus;
use crate::snapshot::{Collection, Resource};
use crate::workflow::Gates;

/// What is usual in each locale that something is written in.
#[derive(Clone, Debug, Default)]
pub(super) struct Usage {
    profiles: BTreeMap<Locale, Profile>,
    depth: Depth,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Depth {
    /// Everything.
    #[default]
    All,
    /// What may keep a text or a release from shipping.
    Shipping,
}

impl Usage {
    /// That of all locales of the given resources.
    pub(super) fn of<'a>(resources: impl Iterator<Item = &'a Resource>, depth: Depth) -> Self {
        let mut usage = Self { depth, ..Self::default() };
        for collection in resources.map(|it| &it.collection) {
            collection.locales.iter().for_each(|locale| usage.add(locale));
            usage.add(&collection.source_locale);
        }
        usage
    }

    fn add(&mut self, locale: &Locale) {
        if !self.profiles.contains_key(locale) {
            self.profiles.insert(locale.clone(), Profile::of(locale));
        }
    }

    /// That of one locale.
    pub(super) fn profile(&self, locale: &Locale) -> Option<&Profile> {
        self.profiles.get(locale)
    }

    /// Whether only errors count.
    pub(super) fn is_brief(&self, collection: &Collection) -> bool {
        self.depth == Depth::Shipping && !gates_warnings(collection)
    }

    /// What is wrong with a text whatever its other side says.
    pub(super) fn alone(
        &self,
        collection: &Collection,
        locale: &Locale,
        unit: &Unit,
    ) -> Vec<Diagnostic> {
        match self.profile(locale) {
            Some(_) if !is_words(unit) => Vec::new(),
            Some(profile) if self.is_brief(collection) => errors(None, unit, profile),
            Some(profile) => alone(unit, profile),
            None => Vec::new(),
        }
    }

    /// What is wrong with a target beside what it was made from.
    pub(super) fn pair(
        &self,
        collection: &Collection,
        locale: &Locale,
        (source, target): (&Unit, &Unit),
        status: &UnitStatus,
    ) -> Vec<Diagnostic> {
        if !is_words(target) {
            return Vec::new();
        }
        if status.freshness == Freshness::Stale {
            return self.alone(collection, locale, target);
        }
        let given = self.profile(collection.given_locale(locale));
        let (Some(given), Some(own)) = (given, self.profile(locale)) else { return Vec::new() };
        let mut problems = match self.is_brief(collection) {
            true => errors(Some(source), target, own),
            false => pair(source, target, Profiles { source: given, target: own }),
        };
        if collection.is_critical() {
            problems.extend(approved(source, target, status));
        }
        problems
    }
}

/// Whether some channel asks for texts without warnings, or a warning is judged an error here.
fn gates_warnings(collection: &Collection) -> bool {
    let gates = |it: &Gates| it.checks.is_some_and(|least| least < Severity::Error);
    let raised = |it: &Option<Severity>| *it == Some(Severity::Error);
    collection.workflow.channels.values().any(gates)
        || collection.tuning.severities.values().any(raised)
}

/// Code and whole files are no words.
pub(super) fn is_words(unit: &Unit) -> bool {
    !matches!(unit.kind, UnitKind::CodeBlock | UnitKind::Asset)
}

/// Numbers and addresses of a critical unit that are not its source's. Where a second person has
/// approved the target as it is, that is worth a note: another country may have another number.
fn approved(source: &Unit, target: &Unit, status: &UnitStatus) -> Vec<Diagnostic> {
    let is_approved = status.freshness == Freshness::Current && status.state >= State::Reviewed;
    let mut problems = critical(&critical_tokens(&source.text), target);
    if is_approved {
        problems.iter_mut().for_each(|it| it.severity = Severity::Note);
    }
    problems
}
