//! `hexapla.toml` on disk: version 1.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use hexapla_engine::{KeepTargets, People, Person};
use hexapla_formats::{FieldPattern, FieldRules, Format};
use hexapla_model::{Diagnostic, Handle, Locale};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::config::{CollectionConfig, Config};
use crate::layout::Layout;

/// A project of Hexapla.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "hexapla.toml")]
struct FileV1 {
    /// The version of this format: 1.
    #[schemars(with = "u32")]
    version: Spanned<u32>,
    /// The project's name.
    name: String,
    /// The locale of the sources, a BCP 47 tag.
    #[schemars(with = "String")]
    source_locale: Spanned<String>,
    /// The locales of the translations, BCP 47 tags.
    #[schemars(with = "Vec<String>")]
    locales: Vec<Spanned<String>>,
    /// The folder of the ledger.
    #[serde(default = "default_ledger")]
    #[schemars(with = "String")]
    ledger: Spanned<String>,
    /// The folder of the workflows.
    #[serde(default = "default_workflows")]
    #[schemars(with = "String")]
    workflows: Spanned<String>,
    /// Where a reader of a locale is sent when a text is not there, nearest first. Without an
    /// entry: the tag without its last subtag (`es-MX`, then `es`). The source comes last.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    fallbacks: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Who may give which state. In a project that names nobody, everyone may.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, PersonV1>")]
    people: BTreeMap<Spanned<String>, PersonV1>,
    /// The sets of files that are translated.
    #[schemars(with = "BTreeMap<String, CollectionV1>")]
    collections: BTreeMap<Spanned<String>, CollectionV1>,
}

/// A person, by handle.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PersonV1 {
    /// Names of roles that workflows ask for.
    roles: Vec<String>,
    /// The locales they hold for; all where there are none.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    locales: Vec<Spanned<String>>,
}

/// A set of files with one layout, format and workflow.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CollectionV1 {
    /// `fluent`, `markdown`, `toml`, or `asset` for whole files.
    #[schemars(with = "String")]
    format: Spanned<String>,
    /// Where the sources are, with `{path}`.
    #[schemars(with = "String")]
    source: Spanned<String>,
    /// Where the translations are, with `{locale}` and `{path}`.
    #[schemars(with = "String")]
    target: Spanned<String>,
    /// Only resources whose path fits one of these patterns with `*`.
    #[serde(default)]
    include: Vec<String>,
    /// No resource whose path fits one of these patterns with `*`.
    #[serde(default)]
    exclude: Vec<String>,
    /// The fields that are units: `title`, `seo.description`, `items[].label`.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    fields: Vec<Spanned<String>>,
    /// For an array of tables, the field that names an item.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, String>")]
    ids: BTreeMap<Spanned<String>, String>,
    /// The name of a file in the folder of workflows, without its ending.
    #[serde(default = "default_workflow")]
    #[schemars(with = "String")]
    workflow: Spanned<String>,
    /// `replaced` keeps the words of targets that Hexapla replaces, `always` those of every
    /// attested one.
    #[schemars(with = "Option<String>")]
    keep_targets: Option<Spanned<String>>,
    /// Another source locale.
    #[schemars(with = "Option<String>")]
    source_locale: Option<Spanned<String>>,
    /// Other locales.
    #[schemars(with = "Option<Vec<String>>")]
    locales: Option<Vec<Spanned<String>>>,
}

fn default_ledger() -> Spanned<String> {
    Spanned::new(0..0, "translations/ledger".to_owned())
}

fn default_workflows() -> Spanned<String> {
    Spanned::new(0..0, "workflows".to_owned())
}

fn default_workflow() -> Spanned<String> {
    Spanned::new(0..0, "standard".to_owned())
}

/// The JSON Schema of `hexapla.toml`, for editors.
pub fn schema() -> String {
    let schema = schemars::schema_for!(FileV1);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a config.
///
/// # Errors
/// Every mistake in it, located.
pub(crate) fn read(text: &str) -> Result<Config, Vec<Diagnostic>> {
    let file: FileV1 = toml::from_str(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let problem = Diagnostic::error("config-syntax", span, error.message().trim());
        vec![problem.with_hint("see the comments that `hexapla init` writes")]
    })?;
    let mut reader = Reader::default();
    match reader.config(file).filter(|_| reader.problems.is_empty()) {
        Some(config) => Ok(config),
        None => Err(reader.problems),
    }
}

#[derive(Default)]
struct Reader {
    problems: Vec<Diagnostic>,
}

/// What collections take from the project.
struct Defaults {
    source_locale: Locale,
    locales: Vec<Locale>,
    fallbacks: BTreeMap<Locale, Vec<Locale>>,
}

impl Reader {
    fn problem(&mut self, span: Range<usize>, message: impl Into<String>, hint: &str) {
        self.problems.push(Diagnostic::error("config", span, message).with_hint(hint));
    }

    fn config(&mut self, file: FileV1) -> Option<Config> {
        if *file.version.get_ref() != 1 {
            self.problem(file.version.span(), "expected version 1", "update hexapla");
        }
        let source_locale = self.locale(&file.source_locale)?;
        let locales = self.locales(&file.locales);
        let fallbacks = self.fallbacks(&file.fallbacks);
        let defaults = Defaults { source_locale, locales, fallbacks };
        let mut collections = BTreeMap::new();
        for (name, collection) in file.collections {
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
            if name.get_ref().is_empty() || !name.get_ref().chars().all(plain) {
                let message = format!("`{}` is not a name of a collection", name.get_ref());
                self.problem(name.span(), message, "use letters, digits, `-` and `_`");
            }
            let name = name.into_inner();
            if let Some(collection) = self.collection(&name, &collection, &defaults) {
                collections.insert(name, collection);
            }
        }
        Some(Config {
            name: file.name,
            ledger: self.folder(&file.ledger),
            workflows: self.folder(&file.workflows),
            people: Arc::new(self.people(&file.people)),
            collections,
        })
    }

    fn locale(&mut self, text: &Spanned<String>) -> Option<Locale> {
        let locale = text.get_ref().parse::<Locale>();
        if let Err(error) = &locale {
            self.problem(text.span(), error.to_string(), "see BCP 47");
        }
        locale.ok()
    }

    fn locales(&mut self, texts: &[Spanned<String>]) -> Vec<Locale> {
        let mut locales = Vec::new();
        for text in texts {
            match self.locale(text) {
                Some(locale) if locales.contains(&locale) => {
                    self.problem(
                        text.span(),
                        format!("`{locale}` stands here twice"),
                        "remove one",
                    );
                }
                Some(locale) => locales.push(locale),
                None => {}
            }
        }
        locales.sort();
        locales
    }

    fn fallbacks(
        &mut self,
        file: &BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    ) -> BTreeMap<Locale, Vec<Locale>> {
        let mut fallbacks = BTreeMap::new();
        for (from, chain) in file {
            let Some(locale) = self.locale(from) else { continue };
            let chain = self.locales_in_order(chain);
            if chain.contains(&locale) {
                self.problem(from.span(), format!("`{locale}` falls back to itself"), "remove it");
            }
            fallbacks.insert(locale, chain);
        }
        fallbacks
    }

    fn locales_in_order(&mut self, texts: &[Spanned<String>]) -> Vec<Locale> {
        texts.iter().filter_map(|text| self.locale(text)).collect()
    }

    fn folder(&mut self, path: &Spanned<String>) -> String {
        let plain =
            |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
        if !path.get_ref().split('/').all(plain) {
            let message = format!("`{}` is not a folder within the project", path.get_ref());
            self.problem(path.span(), message, "use a path from the root of the project, with `/`");
        }
        path.get_ref().clone()
    }

    fn people(&mut self, file: &BTreeMap<Spanned<String>, PersonV1>) -> People {
        let mut people = BTreeMap::new();
        for (handle, person) in file {
            let locales = self.locales(&person.locales).into_iter().collect();
            let roles = person.roles.iter().cloned().collect();
            match handle.get_ref().parse::<Handle>() {
                Ok(handle) => {
                    people.insert(handle, Person { roles, locales });
                }
                Err(error) => self.problem(handle.span(), error.to_string(), "choose another"),
            }
        }
        People(people)
    }

    fn collection(
        &mut self,
        name: &str,
        file: &CollectionV1,
        defaults: &Defaults,
    ) -> Option<CollectionConfig> {
        let own_source = file.source_locale.as_ref().and_then(|it| self.locale(it));
        let source_locale = own_source.unwrap_or_else(|| defaults.source_locale.clone());
        let own_locales = file.locales.as_ref().map(|it| self.locales(it));
        let mut locales = own_locales.unwrap_or_else(|| defaults.locales.clone());
        locales.retain(|locale| *locale != source_locale);
        let (source, target) = (self.layout(&file.source), self.layout(&file.target));
        let format = self.format(&file.format);
        let (source, target) = (source?, target?);
        if !target.has_locale() {
            let message = format!("`{}` has to hold `{{locale}}`", target.as_str());
            self.problem(file.target.span(), message, "every locale has files of its own");
        } else if source.path("x", &source_locale) == target.path("x", &source_locale)
            && locales.contains(&source_locale)
        {
            self.problem(file.target.span(), "the target is the source", "use another folder");
        }
        let fallbacks = fallbacks(&locales, &source_locale, &defaults.fallbacks);
        Some(CollectionConfig {
            name: name.to_owned(),
            format,
            source,
            target,
            include: file.include.clone(),
            exclude: file.exclude.clone(),
            rules: self.rules(file),
            source_locale,
            locales,
            fallbacks,
            workflow: self.folder(&file.workflow),
            keep_targets: self.keep_targets(file),
        })
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
                    self.problem(text.span(), message, "leave it out for `replaced`");
                    KeepTargets::Replaced
                }
            },
        }
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
            "asset" => Format::Asset,
            other => {
                let message = format!("`{other}` is not a format");
                self.problem(text.span(), message, "expected fluent, markdown, toml or asset");
                Format::Asset
            }
        }
    }

    fn rules(&mut self, file: &CollectionV1) -> FieldRules {
        let include = file.fields.iter().filter_map(|text| self.pattern(text)).collect();
        let ids = file.ids.iter();
        let ids = ids.filter_map(|(text, field)| Some((self.pattern(text)?, field.clone())));
        FieldRules { include, ids: ids.collect() }
    }

    fn pattern(&mut self, text: &Spanned<String>) -> Option<FieldPattern> {
        let pattern = text.get_ref().parse::<FieldPattern>();
        if let Err(error) = &pattern {
            self.problem(text.span(), error.to_string(), "names are joined with `.`");
        }
        pattern.ok()
    }
}

/// The chain of each locale: as configured, else its truncations; the source locale last.
fn fallbacks(
    locales: &[Locale],
    source: &Locale,
    configured: &BTreeMap<Locale, Vec<Locale>>,
) -> BTreeMap<Locale, Vec<Locale>> {
    let chain = |locale: &Locale| {
        let truncations = || std::iter::successors(locale.truncated(), Locale::truncated).collect();
        let mut chain: Vec<Locale> = configured.get(locale).cloned().unwrap_or_else(truncations);
        chain.retain(|it| it != source);
        chain.push(source.clone());
        (locale.clone(), chain)
    };
    locales.iter().map(chain).collect()
}
