//! How the findings of a collection are judged: severities of its own, and findings that are meant so.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use hexapla_model::{Diagnostic, Locale, Severity, Unit, phrase};

use crate::address::fits;
use crate::finding::Finding;

/// How the findings of a collection are judged.
///
/// What a check calls an error stays one: it would break what readers get, and never ships.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tuning {
    /// Checks that the collection judges in its own way; none where it does not want them.
    pub severities: BTreeMap<String, Option<Severity>>,
    /// What is meant so.
    pub silences: Vec<Silence>,
    /// How long texts may be; the last that fits a unit counts.
    pub limits: Vec<Limit>,
}

impl Tuning {
    /// The most characters that a translation into `locale` may have, of the unit of this address.
    pub(crate) fn max_length(&self, address: &str, locale: &Locale) -> Option<usize> {
        self.limits.iter().rev().find(|it| it.fits(address, locale)).map(|it| it.characters)
    }
}

/// How long translations of some units may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The addresses of the units, with `*` for any run of characters.
    pub unit: String,
    /// The locales it holds for; all where there are none.
    pub locales: Vec<Locale>,
    /// The most characters, as readers count them.
    pub characters: usize,
}

impl Limit {
    fn fits(&self, address: &str, locale: &Locale) -> bool {
        (self.locales.is_empty() || self.locales.contains(locale)) && fits(&self.unit, address)
    }
}

/// Findings that are meant so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// The check.
    pub check: String,
    /// The addresses of the units, with `*` for any run of characters.
    pub unit: String,
    /// The locales it holds for; all, and the source, where there are none.
    pub locales: Vec<Locale>,
    /// Where the config says so: bytes, which also tell it from all others.
    pub span: Range<usize>,
}

impl Silence {
    fn fits(&self, finding: &Finding) -> bool {
        let locale = || finding.locale.as_ref().is_some_and(|it| self.locales.contains(it));
        let address = || match &finding.unit {
            Some(unit) => fits(&self.unit, &format!("{}#{unit}", finding.resource)),
            None => fits(&self.unit, &finding.resource.to_string()),
        };
        self.check == finding.diagnostic.id && (self.locales.is_empty() || locale()) && address()
    }
}

/// The word in a source's comment before the checks that its unit does without.
const COMMENT: &str = "hexapla-silence:";

/// The checks that a unit does without, as the comment of its source says.
pub(super) fn silenced(source: &Unit) -> impl Iterator<Item = &str> {
    let lines = source.comment.iter().flat_map(|it| it.lines());
    let lists = lines.filter_map(|line| line.trim().strip_prefix(COMMENT));
    lists.flat_map(|list| list.split(',')).map(str::trim).filter(|it| !it.is_empty())
}

/// What silenced something while a resource was checked.
#[derive(Debug, Default)]
pub(super) struct Used<'a> {
    /// By their places in the config.
    pub(super) silences: BTreeSet<usize>,
    /// Units of the source, by their index, and the check that their comments name.
    comments: BTreeSet<(usize, &'a str)>,
}

impl<'a> Used<'a> {
    /// Judges what was found about a unit: nothing where it is off, or meant so. `source` is the unit
    /// and its index among those of its source.
    pub(super) fn judge(
        &mut self,
        tuning: &Tuning,
        source: Option<(usize, &'a Unit)>,
        mut finding: Finding,
    ) -> Option<Finding> {
        if finding.is_error() {
            return Some(finding);
        }
        let named = source.and_then(|(index, unit)| {
            Some((index, silenced(unit).find(|it| *it == finding.diagnostic.id)?))
        });
        let silences: Vec<&Silence> =
            tuning.silences.iter().filter(|it| it.fits(&finding)).collect();
        self.silences.extend(silences.iter().map(|it| it.span.start));
        self.comments.extend(named);
        let severity = tuning.severities.get(finding.diagnostic.id);
        let severity = severity.copied().unwrap_or(Some(finding.diagnostic.severity))?;
        finding.diagnostic.severity = severity;
        (named.is_none() && silences.is_empty()).then_some(finding)
    }

    /// Comments that silence nothing.
    pub(super) fn idle(&self, units: &'a [Unit]) -> Vec<(&'a Unit, Diagnostic)> {
        let all = units.iter().enumerate();
        let named = all.flat_map(|(at, unit)| silenced(unit).map(move |check| (at, unit, check)));
        let idle = named.filter(|(at, _, check)| !self.comments.contains(&(*at, *check)));
        let problem = |(_, unit, check): (usize, &'a Unit, &str)| {
            let message =
                phrase!("the comment silences `{check}`, which finds nothing here", check);
            let problem = Diagnostic::warning("silence-idle", unit.span.clone(), message);
            (unit, problem.with_hint(phrase!("take it out, or see how the check is spelled")))
        };
        idle.map(problem).collect()
    }
}

/// Silences of a project that silence nothing, by their places in the config.
pub(super) fn idle<'a>(
    tunings: impl Iterator<Item = &'a Tuning>,
    used: &BTreeSet<usize>,
) -> Vec<Silence> {
    let mut idle: BTreeMap<usize, &Silence> = BTreeMap::new();
    for tuning in tunings {
        idle.extend(tuning.silences.iter().map(|it| (it.span.start, it)));
    }
    idle.retain(|at, _| !used.contains(at));
    idle.into_values().cloned().collect()
}
