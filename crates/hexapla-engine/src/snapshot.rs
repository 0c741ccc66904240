//! A project at one moment, as a value.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use hexapla_formats::{Extracted, FieldPattern, FieldRules, Format};
use hexapla_ledger::Ledger;
use hexapla_model::{
    Diagnostic, LineIndex, Locale, ResourceId, Severity, Timestamp, Unit, UnitKind,
};
use hexapla_terms::Glossary;

use crate::checks::Tuning;
use crate::release::BundleRules;
use crate::text::word_count;
use crate::workflow::{People, Workflow};

/// Everything that answers are computed from.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// The resources, by name.
    pub resources: BTreeMap<ResourceId, Resource>,
    /// All facts.
    pub ledger: Arc<Ledger>,
    /// Who may do what.
    pub people: Arc<People>,
    /// The moment that ages are counted to.
    pub as_of: Option<Timestamp>,
}

/// A set of resources with one layout, format and workflow.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// Its name.
    pub name: String,
    /// How its files are read.
    pub format: Format,
    /// Which fields are units.
    pub rules: FieldRules,
    /// The locale of the sources.
    pub source_locale: Locale,
    /// The locales it is translated into, sorted.
    pub locales: Vec<Locale>,
    /// For each locale, where a reader is sent when a text is not there: nearest first, the
    /// source locale last.
    pub fallbacks: BTreeMap<Locale, Vec<Locale>>,
    /// The locales that are translated from another translation, by the locale of that one: never
    /// in a circle.
    pub pivots: BTreeMap<Locale, Locale>,
    /// Its rules.
    pub workflow: Arc<Workflow>,
    /// Which target texts the ledger keeps.
    pub keep_targets: KeepTargets,
    /// How it is released.
    pub bundles: BundleRules,
    /// The field of front matter that names the commit a target was made from, where a config
    /// says which.
    pub mark: Option<FieldPattern>,
    /// How what checks find in it is judged.
    pub tuning: Tuning,
    /// What the project calls its concepts, where it says so.
    pub glossary: Option<Arc<Glossary>>,
}

/// Which target texts the ledger keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepTargets {
    /// Those that Hexapla replaces.
    Replaced,
    /// Every attested one.
    Always,
}

/// A source file and its targets.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The collection it is in.
    pub collection: Arc<Collection>,
    /// The source; none where only targets are left.
    pub source: Option<Arc<Document>>,
    /// The targets that exist.
    pub targets: BTreeMap<Locale, Arc<Document>>,
    /// Where the target of each locale is, or would be: a path from the root of the project.
    pub target_paths: BTreeMap<Locale, String>,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its path from the root of the project, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Its units, and what is wrong with it.
    pub extracted: Extracted,
    words: OnceLock<Box<[usize]>>,
    lines: OnceLock<Box<[usize]>>,
}

impl Document {
    /// The file at `path` with its content.
    pub fn new(path: String, bytes: Arc<[u8]>, extracted: Extracted) -> Self {
        Self { path, bytes, extracted, words: OnceLock::new(), lines: OnceLock::new() }
    }

    /// The words of the unit at `index`, as a translator counts them; counted when first asked.
    pub fn words(&self, index: usize) -> usize {
        let words = self.words.get_or_init(|| {
            let count = |unit: &Unit| match unit.kind {
                UnitKind::Asset => 0,
                _ => word_count(&unit.text, &unit.codes),
            };
            self.units().iter().map(count).collect()
        });
        words.get(index).copied().unwrap_or(0)
    }

    /// Its lines; found when first asked.
    pub fn lines(&self) -> LineIndex<'_> {
        let starts = self.lines.get_or_init(|| LineIndex::starts(&self.bytes).into());
        LineIndex::of_starts(&self.bytes, starts)
    }

    /// The line that a span begins in: what stands before, within and behind the span.
    pub fn around(&self, span: &Range<usize>) -> [Cow<'_, str>; 3] {
        let start = span.start.min(self.bytes.len());
        let line = self.lines().line(start);
        let start = start.max(line.start);
        let end = span.end.clamp(start, line.end.max(start));
        [line.start..start, start..end, end..line.end.max(end)]
            .map(|range| String::from_utf8_lossy(&self.bytes[range]))
    }

    /// Its units.
    pub fn units(&self) -> &[Unit] {
        &self.extracted.units
    }

    /// Its text; U+FFFD stands for what is no UTF-8, and the bytes before the first of it are where
    /// they are in the file.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// Why nothing of it could be read as units, where something is wrong with the whole.
    pub fn unread(&self) -> Option<&Diagnostic> {
        let found = &self.extracted;
        found.diagnostics.iter().find(|it| it.severity == Severity::Error && found.units.is_empty())
    }
}

impl Snapshot {
    /// Why nothing of a source, or of the target in `locale`, could be read, where that is so.
    pub fn unread(&self, id: &ResourceId, locale: Option<&Locale>) -> Option<&Diagnostic> {
        let resource = self.resources.get(id)?;
        let document = match locale {
            Some(locale) => resource.targets.get(locale),
            None => resource.source.as_ref(),
        };
        document?.unread()
    }
}

impl Collection {
    /// The locale of what the target in `locale` is made from: that of the sources, or the pivot.
    pub fn given_locale(&self, locale: &Locale) -> &Locale {
        self.pivots.get(locale).unwrap_or(&self.source_locale)
    }

    /// Where a locale falls back to within its own language: what it does not hold, it inherits.
    pub fn parent(&self, locale: &Locale) -> Option<&Locale> {
        let chain = self.fallbacks.get(locale)?;
        chain.iter().find(|parent| parent.same_language(locale) && self.locales.contains(parent))
    }

    /// The locales in sets that can be assessed one without the other: a locale is in one set with
    /// that which it is made from and that which it inherits from.
    pub fn families(&self) -> Vec<Vec<Locale>> {
        let mut family: Vec<usize> = (0..self.locales.len()).collect();
        for (at, locale) in self.locales.iter().enumerate() {
            for other in self.pivots.get(locale).into_iter().chain(self.parent(locale)) {
                let Some(other) = self.locales.iter().position(|it| it == other) else { continue };
                let (mine, theirs) = (family[at], family[other]);
                family.iter_mut().filter(|it| **it == theirs).for_each(|it| *it = mine);
            }
        }
        let mut families: BTreeMap<usize, Vec<Locale>> = BTreeMap::new();
        for (locale, family) in self.locales.iter().zip(family) {
            families.entry(family).or_default().push(locale.clone());
        }
        families.into_values().collect()
    }

    /// Whether a mistake can do harm: a state takes several people, or every attested text is kept.
    pub fn is_critical(&self) -> bool {
        self.workflow.state_by_several().is_some() || self.keep_targets == KeepTargets::Always
    }

    /// Whether a unit that a regional locale does not hold is taken from its parent; documents
    /// override whole.
    pub fn inherits_units(&self) -> bool {
        self.format == Format::Fluent || self.format.is_catalogue()
    }
}

impl Resource {
    /// Whether both hold the very same bytes, read by the same rules.
    pub fn is_same(&self, other: &Self) -> bool {
        let same = |a: &Arc<Document>, b: &Arc<Document>| Arc::ptr_eq(a, b) || a.bytes == b.bytes;
        let source = match (&self.source, &other.source) {
            (Some(a), Some(b)) => same(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        source
            && self.collection == other.collection
            && self.targets.len() == other.targets.len()
            && self
                .targets
                .iter()
                .all(|(locale, it)| other.targets.get(locale).is_some_and(|its| same(it, its)))
    }

    /// The source's units; none where the source is gone.
    pub fn source_units(&self) -> &[Unit] {
        self.source.as_ref().map_or(&[], |source| source.units())
    }

    /// The document that the target in `locale` is made from: the source, or the pivot's target.
    pub fn given(&self, locale: &Locale) -> Option<&Arc<Document>> {
        match self.collection.pivots.get(locale) {
            Some(pivot) => self.targets.get(pivot),
            None => self.source.as_ref(),
        }
    }

    /// The units that the target in `locale` is made from: the source's, or the pivot's.
    pub fn given_units(&self, locale: &Locale) -> &[Unit] {
        self.given(locale).map_or(&[], |given| given.units())
    }

    /// Where the target in `locale` is, or would be.
    pub fn target_path(&self, locale: &Locale) -> String {
        self.target_paths.get(locale).cloned().unwrap_or_default()
    }

    /// The units of the target in `locale`; none where there is no target.
    pub fn target_units(&self, locale: &Locale) -> &[Unit] {
        self.targets.get(locale).map_or(&[], |target| target.units())
    }
}
