//! What `hexapla.toml` says, validated.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use hexapla_engine::{BundleRules, Collection, KeepTargets, People, Tuning, Workflow};
use hexapla_formats::{FieldPattern, FieldRules, Format};
use hexapla_model::{Handle, Locale};
use hexapla_terms::Glossary;

use crate::credit::Credit;
use crate::layout::Layout;

/// What `hexapla.toml` says.
#[derive(Clone, Debug)]
pub struct Config {
    /// The project's name.
    pub name: String,
    /// The folder of the ledger, from the root of the project.
    pub ledger: String,
    /// The folder of the workflows, from the root of the project.
    pub workflows: String,
    /// The memories of other tools, from the root of the project, and where the config names them.
    pub memory: Vec<(String, Range<usize>)>,
    /// The files of the glossary, from the root of the project, and where the config names them.
    pub glossary: Vec<(String, Range<usize>)>,
    /// Who may do what.
    pub people: Arc<People>,
    /// How git credits people, where it is not by their handles.
    pub credits: BTreeMap<Handle, Credit>,
    /// The collections, by name.
    pub collections: BTreeMap<String, CollectionConfig>,
}

/// What `hexapla.toml` says of a collection.
#[derive(Clone, Debug)]
pub struct CollectionConfig {
    /// Its name.
    pub name: String,
    /// How its files are read.
    pub format: Format,
    /// Where its sources are.
    pub source: Layout,
    /// Where its targets are.
    pub target: Layout,
    /// Which resources it holds: all where empty; patterns on the path with `*`.
    pub include: Vec<String>,
    /// Which resources it does not hold.
    pub exclude: Vec<String>,
    /// Which fields are units.
    pub rules: FieldRules,
    /// The locale of the sources.
    pub source_locale: Locale,
    /// The locales it is translated into, sorted.
    pub locales: Vec<Locale>,
    /// For each locale, where a reader is sent when a text is not there.
    pub fallbacks: BTreeMap<Locale, Vec<Locale>>,
    /// The locales that are translated from another translation, by the locale of that one.
    pub pivots: BTreeMap<Locale, Locale>,
    /// The name of its workflow.
    pub workflow: String,
    /// Which target texts the ledger keeps.
    pub keep_targets: KeepTargets,
    /// How it is released.
    pub bundles: BundleRules,
    /// The field of front matter that names the commit a target was made from.
    pub mark: Option<FieldPattern>,
    /// How what checks find in it is judged.
    pub tuning: Tuning,
}

impl CollectionConfig {
    /// Whether the collection holds the resource at `path`.
    pub fn holds(&self, path: &str) -> bool {
        let fits = |patterns: &[String]| patterns.iter().any(|it| hexapla_engine::fits(it, path));
        (self.include.is_empty() || fits(&self.include)) && !fits(&self.exclude)
    }

    /// The same with its workflow and glossary, as the engine wants it.
    pub(crate) fn collection(
        &self,
        workflow: Arc<Workflow>,
        glossary: Option<Arc<Glossary>>,
    ) -> Collection {
        Collection {
            name: self.name.clone(),
            format: self.format,
            rules: self.rules.clone(),
            source_locale: self.source_locale.clone(),
            locales: self.locales.clone(),
            fallbacks: self.fallbacks.clone(),
            pivots: self.pivots.clone(),
            workflow,
            keep_targets: self.keep_targets,
            bundles: self.bundles.clone(),
            mark: self.mark.clone(),
            tuning: self.tuning.clone(),
            glossary,
        }
    }
}
