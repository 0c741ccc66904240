//! What a file of a project is, by its path.

use hexapla_model::Locale;

use crate::config::{CollectionConfig, Config};
use crate::layout::Paths;

/// What the file at some path is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'c, 'p> {
    /// The collection it is in.
    pub(crate) collection: &'c CollectionConfig,
    /// The path of the resource in its collection.
    pub(crate) resource: &'p str,
    /// The locale that it is the target in; none of a source.
    pub(crate) locale: Option<&'c Locale>,
}

/// Every pattern of a config, for one locale each.
pub(crate) struct Places<'c> {
    patterns: Vec<Pattern<'c>>,
}

struct Pattern<'c> {
    collection: &'c CollectionConfig,
    locale: Option<&'c Locale>,
    paths: Paths<'c>,
}

impl<'c> Places<'c> {
    /// The places of a config.
    pub(crate) fn of(config: &'c Config) -> Self {
        let mut patterns = Vec::new();
        for collection in config.collections.values() {
            let paths = collection.source.paths(&collection.source_locale);
            patterns.push(Pattern { collection, locale: None, paths });
            for locale in &collection.locales {
                let paths = collection.target.paths(locale);
                patterns.push(Pattern { collection, locale: Some(locale), paths });
            }
        }
        Self { patterns }
    }

    /// What the file at `path` is: the target of at most a resource and locale of each
    /// collection, and a source.
    ///
    /// Where a collection's target pattern fits, the file is no source of that collection
    /// (`es/page.md`, with sources at `{path}.md`). It is one of another collection where that
    /// one translates from the very locale of the target.
    pub(crate) fn at<'p>(&self, path: &'p str) -> Vec<Place<'c, 'p>>
    where
        'c: 'p,
    {
        let fitting = self.patterns.iter().filter_map(|pattern| pattern.place(path));
        let (targets, sources): (Vec<_>, Vec<_>) = fitting.partition(|it| it.locale.is_some());
        let translated = |source: &Place<'c, 'p>| {
            targets.iter().all(|target| {
                target.collection.name != source.collection.name
                    && target.locale == Some(&source.collection.source_locale)
            })
        };
        let sources: Vec<_> = sources.into_iter().filter(translated).collect();
        sources.into_iter().chain(targets).collect()
    }
}

impl<'c> Pattern<'c> {
    fn place<'p>(&self, path: &'p str) -> Option<Place<'c, 'p>>
    where
        'c: 'p,
    {
        let resource = self.paths.resource(path)?;
        let (collection, locale) = (self.collection, self.locale);
        collection.holds(resource).then_some(Place { collection, resource, locale })
    }
}
