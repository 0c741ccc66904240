//! From the text of `hexapla.toml` to a [`Config`].

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use hexapla_engine::{People, Person};
use hexapla_model::{Diagnostic, Handle, Locale, Phrase};
use hexapla_terms::suggestion;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use crate::collection_reader::{Defaults, overlaps};
use crate::config::Config;
use crate::config_file::{FileV1, PersonV1, schema};
use crate::config_keys::unknown_keys;
use crate::credit::Credit;
use crate::fallbacks::{Configured, cycle};
use crate::layout::Spellings;

/// How many syntax errors are worth telling.
const ERRORS: usize = 20;

/// Reads a config.
///
/// # Errors
/// Every mistake in it, located: all in its syntax, else all others as far as they can be seen.
pub(crate) fn read(text: &str) -> Result<Config, Vec<Diagnostic>> {
    let (mut table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(errors.iter().take(ERRORS).map(syntax).collect());
    }
    if let Some(problem) = later_version(table.get_ref()) {
        return Err(vec![problem]);
    }
    let known = serde_json::from_str(&schema()).unwrap_or_default();
    let problems = unknown_keys(table.get_mut(), &known);
    let mut reader = Reader { problems, known: BTreeSet::new() };
    let config = match FileV1::deserialize(Deserializer::from(table)) {
        Ok(file) => reader.config(&file),
        Err(error) => {
            reader.problems.push(syntax(&error));
            None
        }
    };
    reader.problems.sort_by_key(|problem| problem.span.start);
    config.filter(|_| reader.problems.is_empty()).ok_or(reader.problems)
}

fn syntax(error: &Error) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let message = error.message().trim().replace('\n', ", ");
    let hint = "see the comments that `hexapla init` writes";
    Diagnostic::error("config-syntax", span, Phrase::in_english(message))
        .with_hint(Phrase::in_english(hint))
}

/// What a later version writes cannot be judged key by key.
fn later_version(table: &DeTable<'_>) -> Option<Diagnostic> {
    let version = table.get("version")?;
    let DeValue::Integer(number) = version.get_ref() else { return None };
    if number.as_str() == "1" {
        return None;
    }
    let message = format!("version {} is not known, only version 1", number.as_str());
    Some(
        Diagnostic::error("config", version.span(), Phrase::in_english(message))
            .with_hint(Phrase::in_english("update hexapla")),
    )
}

/// Notes what is wrong and reads on.
pub(crate) struct Reader {
    problems: Vec<Diagnostic>,
    /// Every locale that something is written in or translated into.
    known: BTreeSet<Locale>,
}

impl Reader {
    pub(crate) fn problem(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.problems.push(
            Diagnostic::error("config", span, Phrase::in_english(message))
                .with_hint(Phrase::in_english(hint)),
        );
    }

    fn config(&mut self, file: &FileV1) -> Option<Config> {
        self.known = known_locales(file);
        let source_locale = self.locale(&file.source_locale);
        let locales = self.locales(&file.locales);
        let fallbacks = self.fallbacks(&file.fallbacks);
        let people = Arc::new(self.people(&file.people));
        let credits = self.credits(&file.people);
        let ledger = self.folder(&file.ledger);
        let workflows = self.folder(&file.workflows);
        let glossary =
            file.glossary.iter().map(|it| (self.within(it, "file"), it.span())).collect();
        let memory = file.memory.iter().map(|it| self.memory(it)).collect();
        let spellings = self.spellings(&file.spellings);
        let tuning = self.common_tuning(file);
        let defaults = Defaults { source_locale, locales, fallbacks, spellings, tuning };
        let mut collections = BTreeMap::new();
        for (name, collection) in &file.collections {
            self.collection_name(name);
            if let Some(collection) = self.collection(name.get_ref(), collection, &defaults) {
                collections.insert(name.get_ref().clone(), collection);
            }
        }
        overlaps(self, file, &collections);
        let name = file.name.clone();
        Some(Config { name, ledger, workflows, glossary, memory, people, credits, collections })
    }

    /// The path of a memory of another tool.
    fn memory(&mut self, path: &Spanned<String>) -> (String, Range<usize>) {
        let named = path.get_ref().as_str();
        if !named.ends_with(".tmx") && !named.ends_with(".po") {
            let message =
                format!("`{named}` is no memory: expected a file ending with `.tmx` or `.po`");
            let problem = Diagnostic::error("config", path.span(), Phrase::in_english(message));
            self.problems.push(
                problem.with_hint(Phrase::in_english("convert it to TMX, which most tools export")),
            );
        }
        (self.within(path, "file"), path.span())
    }

    fn collection_name(&mut self, name: &Spanned<String>) {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        if name.get_ref().is_empty() || !name.get_ref().chars().all(plain) {
            let message = format!("`{}` is not a name of a collection", name.get_ref());
            self.problem(name.span(), message, "use letters, digits, `-` and `_`");
        }
    }

    pub(crate) fn locale(&mut self, text: &Spanned<String>) -> Option<Locale> {
        let locale = text.get_ref().parse::<Locale>();
        if let Err(error) = &locale {
            let hint = "see https://www.w3.org/International/questions/qa-choosing-language-tags";
            self.problem(text.span(), error.to_string(), hint);
        }
        locale.ok()
    }

    /// A locale that something is written in or translated into.
    pub(crate) fn known_locale(&mut self, text: &Spanned<String>) -> Option<Locale> {
        let locale = self.locale(text)?;
        if !self.known.contains(&locale) {
            let known: Vec<&str> = self.known.iter().map(Locale::as_str).collect();
            let hint = format!("{}, or add it to `locales`", suggestion(locale.as_str(), &known));
            self.problem(text.span(), format!("`{locale}` is no locale of this project"), hint);
        }
        Some(locale)
    }

    pub(crate) fn locales(&mut self, texts: &[Spanned<String>]) -> Vec<Locale> {
        let mut locales = BTreeSet::new();
        for text in texts {
            let Some(locale) = self.locale(text) else { continue };
            if locales.contains(&locale) {
                let message = format!("`{locale}` stands here twice");
                self.problem(text.span(), message, "remove one");
            }
            locales.insert(locale);
        }
        locales.into_iter().collect()
    }

    /// How files spell locales. A spelling is one name within a path, and of one locale.
    pub(crate) fn spellings(
        &mut self,
        file: &BTreeMap<Spanned<String>, Spanned<String>>,
    ) -> Spellings {
        let plain = |text: &str| {
            !matches!(text, "" | "." | "..") && !text.contains(['/', '\\', ':', '{', '}', '\0'])
        };
        let mut spellings = Spellings::new();
        for (locale, spelling) in file {
            let text = spelling.get_ref();
            if !plain(text) {
                let message = format!("`{text}` is not a name that a file or folder may have");
                let hint = "write what stands in place of `{locale}`: one name, without `/`";
                self.problem(spelling.span(), message, hint);
            }
            if let Some(locale) = self.known_locale(locale) {
                spellings.insert(locale, text.clone());
            }
        }
        spellings
    }

    fn fallbacks(&mut self, file: &BTreeMap<Spanned<String>, Vec<Spanned<String>>>) -> Configured {
        let mut configured = Configured::new();
        for (from, chain) in file {
            let chain = chain.iter().filter_map(|text| self.known_locale(text)).collect();
            if let Some(locale) = self.known_locale(from) {
                configured.insert(locale, chain);
            }
        }
        let mut told = BTreeSet::new();
        for from in file.keys() {
            let locale = from.get_ref().parse().ok();
            let locale = locale.filter(|locale| !told.contains(locale));
            let Some(way) = locale.and_then(|it| cycle(&it, &configured)) else { continue };
            self.problem(from.span(), round(&way), "remove one of them from `[fallbacks]`");
            told.extend(way);
        }
        configured
    }

    /// A folder or name within the project.
    pub(crate) fn folder(&mut self, path: &Spanned<String>) -> String {
        self.within(path, "folder")
    }

    /// A path of the project; told of as no `what` where it leads out of it.
    fn within(&mut self, path: &Spanned<String>, what: &str) -> String {
        let plain =
            |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
        if !path.get_ref().split('/').all(plain) {
            let message = format!("`{}` is not a {what} within the project", path.get_ref());
            self.problem(path.span(), message, "use a path from the root of the project, with `/`");
        }
        path.get_ref().clone()
    }

    fn people(&mut self, file: &BTreeMap<Spanned<String>, PersonV1>) -> People {
        let mut people = BTreeMap::new();
        for (handle, person) in file {
            let locales = person.locales.iter().filter_map(|it| self.known_locale(it)).collect();
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

    fn credits(&mut self, file: &BTreeMap<Spanned<String>, PersonV1>) -> BTreeMap<Handle, Credit> {
        let mut credits = BTreeMap::new();
        for (handle, person) in file {
            let (Ok(handle), Some(text)) = (handle.get_ref().parse(), &person.git) else {
                continue;
            };
            match text.get_ref().parse() {
                Ok(credit) => drop(credits.insert(handle, credit)),
                Err(error) => {
                    let hint = "write a name and an address: `Mara Ruiz <mara@example.org>`";
                    self.problem(text.span(), format!("{error}"), hint);
                }
            }
        }
        credits
    }
}

/// Every locale that something is written in or translated into; what is no locale is left out.
fn known_locales(file: &FileV1) -> BTreeSet<Locale> {
    let collections = file.collections.values();
    let theirs =
        collections.flat_map(|it| it.source_locale.iter().chain(it.locales.iter().flatten()));
    let all = file.locales.iter().chain([&file.source_locale]).chain(theirs);
    all.filter_map(|text| text.get_ref().parse().ok()).collect()
}

fn round(way: &[Locale]) -> String {
    match way {
        [locale] => format!("`{locale}` falls back to itself"),
        [locale, others @ ..] => {
            let others: Vec<String> = others.iter().map(|it| format!("`{it}`")).collect();
            format!("`{locale}` falls back to itself by way of {}", others.join(" and "))
        }
        [] => String::new(),
    }
}
