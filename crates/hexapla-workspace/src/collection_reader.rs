//! From a collection of `hexapla.toml` to a [`CollectionConfig`].

use std::collections::BTreeMap;
use std::sync::Arc;

use hexapla_engine::{BundleForm, BundleRules, KeepTargets, Tuning};
use hexapla_formats::{
    Dialect, FieldPattern, FieldRules, Format, ParseDialectError, ParsePlaceholdersError,
    Placeholders,
};
use hexapla_model::Locale;
use hexapla_terms::suggestion;
use toml::Spanned;

use crate::config::CollectionConfig;
use crate::config_file::{CollectionV1, FileV1};
use crate::config_reader::Reader;
use crate::fallbacks::{Configured, chains};
use crate::layout::{Layout, Spellings};

/// The formats of files, as a config names them.
const FORMATS: [&str; 13] = [
    "fluent",
    "markdown",
    "toml",
    "json",
    "yaml",
    "vtt",
    "srt",
    "po",
    "properties",
    "android",
    "arb",
    "formatjs",
    "asset",
];

/// What collections take from the project.
pub(crate) struct Defaults {
    /// The locale of the sources; none where it is broken.
    pub(crate) source_locale: Option<Locale>,
    /// The locales of the translations.
    pub(crate) locales: Vec<Locale>,
    /// Where readers are sent.
    pub(crate) fallbacks: Configured,
    /// How files spell locales.
    pub(crate) spellings: Spellings,
    /// How findings are judged.
    pub(crate) tuning: Tuning,
}

impl Reader {
    /// Reads a collection; nothing where it has no layout or source locale.
    pub(crate) fn collection(
        &mut self,
        name: &str,
        file: &CollectionV1,
        defaults: &Defaults,
    ) -> Option<CollectionConfig> {
        let own_source = file.source_locale.as_ref().map(|it| self.locale(it));
        let own_locales = file.locales.as_ref().map(|it| self.locales(it));
        let (source, target) = (self.layout(&file.source), self.layout(&file.target));
        let (format, rules) = (self.format(&file.format), self.rules(file));
        let (workflow, keep_targets) = (self.folder(&file.workflow), self.keep_targets(file));
        let bundles = self.bundles(file, format, &rules);
        let tuning = self.tuning(name, file, &defaults.tuning);
        let mark = file.mark.as_ref().and_then(|text| self.pattern(text));
        let source_locale = own_source.unwrap_or_else(|| defaults.source_locale.clone())?;
        let mut locales = own_locales.unwrap_or_else(|| defaults.locales.clone());
        locales.retain(|locale| *locale != source_locale);
        let mut spellings = defaults.spellings.clone();
        spellings.extend(self.spellings(&file.spellings));
        let spellings = Arc::new(spellings);
        let source = source?.within(Arc::clone(&spellings), name);
        let target = target?.within(spellings, name);
        self.target(file, &target, &source, &source_locale, &locales);
        let fallbacks = chains(&locales, &source_locale, &defaults.fallbacks);
        Some(CollectionConfig {
            name: name.to_owned(),
            format,
            source,
            target,
            include: file.include.clone(),
            exclude: file.exclude.clone(),
            rules,
            pivots: self.pivots(&file.pivots, &locales, &source_locale, &fallbacks),
            fallbacks,
            source_locale,
            locales,
            workflow,
            keep_targets,
            bundles,
            mark,
            tuning,
        })
    }

    /// Every locale has files of its own, which are not the source, nor another locale's.
    fn target(
        &mut self,
        file: &CollectionV1,
        target: &Layout,
        source: &Layout,
        source_locale: &Locale,
        of: &[Locale],
    ) {
        let span = || file.target.span();
        if !target.has_locale() {
            let message = format!("`{}` has to hold `{{locale}}`", target.as_str());
            return self.problem(span(), message, "every locale has files of its own");
        }
        if target.has_path() != source.has_path() {
            let message = "`{path}` has to stand in both `source` and `target`, or in neither";
            let hint = "without it, one file holds all texts of a locale: `locales/{locale}.json`";
            return self.problem(span(), message, hint);
        }
        let source = source.path("x", source_locale);
        let mut taken: BTreeMap<String, &Locale> = BTreeMap::new();
        for locale in of {
            let path = target.path("x", locale);
            if path == source {
                let message = format!("the target in `{locale}` is the source itself");
                return self.problem(span(), message, "use another folder, or set `source_locale`");
            }
            if let Some(other) = taken.insert(path, locale) {
                let message = format!(
                    "`{other}` and `{locale}` are both spelled `{}`",
                    target.spelling(locale)
                );
                let written = file.spellings.iter().find(|(it, _)| it.get_ref() == locale.as_str());
                let span = written.map_or(span(), |(_, spelling)| spelling.span());
                return self.problem(span, message, "give each a spelling of its own");
            }
        }
    }

    fn keep_targets(&mut self, file: &CollectionV1) -> KeepTargets {
        match &file.keep_targets {
            // What the helplines said is never forgotten.
            None if file.workflow.get_ref() == "helplines" => KeepTargets::Always,
            None => KeepTargets::Replaced,
            Some(text) => match text.get_ref().as_str() {
                "always" => KeepTargets::Always,
                "replaced" => KeepTargets::Replaced,
                other => {
                    let message = format!("`{other}` is neither `replaced` nor `always`");
                    let hint = suggestion(other, &["replaced", "always"]);
                    self.problem(text.span(), message, hint);
                    KeepTargets::Replaced
                }
            },
        }
    }

    /// The forms that the collection is released in, and the least share of a document.
    fn bundles(&mut self, file: &CollectionV1, format: Format, rules: &FieldRules) -> BundleRules {
        let mut bundles = BundleRules::common(format, rules);
        if let Some(names) = &file.bundles {
            bundles.forms = names.iter().filter_map(|it| self.bundle_form(it, format)).collect();
        }
        if let Some(minimum) = &file.minimum {
            bundles.minimum = *minimum.get_ref();
            if !(0.0..=1.0).contains(&bundles.minimum) {
                let message = format!("`{}` is no share", bundles.minimum);
                self.problem(minimum.span(), message, "write a number from 0 to 1, such as `0.5`");
            }
        }
        bundles
    }

    fn bundle_form(&mut self, text: &Spanned<String>, format: Format) -> Option<BundleForm> {
        let all = BundleForm::all_of(format);
        let form = all.iter().find(|it| it.as_str() == text.get_ref());
        if form.is_none() {
            let names: Vec<&str> = all.iter().map(|it| it.as_str()).collect();
            let message =
                format!("`{}` is no form that this format is released in", text.get_ref());
            let near = suggestion(text.get_ref(), &names);
            self.problem(text.span(), message, near);
        }
        form.copied()
    }

    fn layout(&mut self, text: &Spanned<String>) -> Option<Layout> {
        let layout = text.get_ref().parse::<Layout>();
        if let Err(error) = &layout {
            let hint = "write it as in `translations/{locale}/pages/{path}.md`";
            self.problem(text.span(), error.to_string(), hint);
        }
        layout.ok()
    }

    fn format(&mut self, text: &Spanned<String>) -> Format {
        match text.get_ref().as_str() {
            "fluent" => Format::Fluent,
            "markdown" => Format::Markdown,
            "toml" => Format::Toml,
            "json" => Format::Json,
            "yaml" => Format::Yaml,
            "vtt" => Format::Vtt,
            "srt" => Format::Srt,
            "po" => Format::Po,
            "properties" => Format::Properties,
            "android" => Format::Android,
            "arb" => Format::Arb,
            "formatjs" => Format::FormatJs,
            "asset" => Format::Asset,
            other => {
                let hint = suggestion(other, &FORMATS);
                self.problem(text.span(), format!("`{other}` is not a format"), hint);
                Format::Asset
            }
        }
    }

    fn rules(&mut self, file: &CollectionV1) -> FieldRules {
        let include = file.fields.iter().filter_map(|text| self.pattern(text)).collect();
        let ids = file.ids.iter();
        let ids = ids.filter_map(|(text, field)| Some((self.pattern(text)?, field.clone())));
        let ids = ids.collect();
        let (root, placeholders) = (self.root(file), self.placeholders(file));
        let dialect = self.dialect(file);
        FieldRules { include, ids, root, placeholders, dialect, locale: None }
    }

    /// The dialect of documents: as written, else by the ending of the sources.
    fn dialect(&mut self, file: &CollectionV1) -> Dialect {
        let by_ending = Dialect::of_path(file.source.get_ref());
        let Some(text) = &file.dialect else { return by_ending };
        if file.format.get_ref() != "markdown" {
            let message = "only documents in Markdown have a `dialect`";
            self.problem(text.span(), message, "take it out, or set another `format`");
        }
        text.get_ref().parse().unwrap_or_else(|error: ParseDialectError| {
            let hint = suggestion(text.get_ref(), &Dialect::NAMES.map(|(name, _)| name));
            self.problem(text.span(), error.to_string(), hint);
            by_ending
        })
    }

    /// The root of a catalogue: only the locale's own name, so that every locale has another.
    fn root(&mut self, file: &CollectionV1) -> Option<String> {
        let text = file.root.as_ref()?;
        if !matches!(file.format.get_ref().as_str(), "json" | "yaml") {
            let message = "only a catalogue in JSON or YAML has a `root`";
            self.problem(text.span(), message, "take it out, or set another `format`");
        } else if text.get_ref() != "{locale}" {
            let message = format!("`{}` is not a root, expected `{{locale}}`", text.get_ref());
            self.problem(text.span(), message, "the one name at the top is that of the locale");
        }
        Some(text.get_ref().clone())
    }

    fn placeholders(&mut self, file: &CollectionV1) -> Placeholders {
        let Some(text) = &file.placeholders else { return Placeholders::default() };
        text.get_ref().parse().unwrap_or_else(|error: ParsePlaceholdersError| {
            let hint = suggestion(text.get_ref(), &Placeholders::NAMES.map(|(name, _)| name));
            self.problem(text.span(), error.to_string(), hint);
            Placeholders::default()
        })
    }

    fn pattern(&mut self, text: &Spanned<String>) -> Option<FieldPattern> {
        let pattern = text.get_ref().parse::<FieldPattern>();
        if let Err(error) = &pattern {
            self.problem(text.span(), error.to_string(), "names are joined with `.`");
        }
        pattern.ok()
    }
}

/// Tells of collections that hold the very same files, unless `include` or `exclude` parts them.
pub(crate) fn overlaps(
    reader: &mut Reader,
    file: &FileV1,
    collections: &BTreeMap<String, CollectionConfig>,
) {
    let mut taken: BTreeMap<(bool, String), &str> = BTreeMap::new();
    for (name, written) in &file.collections {
        let Some(config) = collections.get(name.get_ref()) else { continue };
        if !config.include.is_empty() || !config.exclude.is_empty() {
            continue;
        }
        let source = [(true, config.source.path("x", &config.source_locale))];
        let targets = config.locales.iter().map(|it| (false, config.target.path("x", it)));
        for (is_source, path) in source.into_iter().chain(targets) {
            let other = taken.insert((is_source, path), name.get_ref());
            if let Some(other) = other.filter(|it| it != name.get_ref()) {
                let message = format!("collection `{other}` has the same files");
                let span = if is_source { written.source.span() } else { written.target.span() };
                reader.problem(span, message, "set `include` or `exclude` in both, or move one");
                break;
            }
        }
    }
}
