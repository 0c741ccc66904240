//! Which locales a generator's config names.

use std::collections::BTreeMap;

use hexapla_model::Locale;

use super::outline::Outline;
use super::tag::locale_of;

/// A locale, and how files spell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) locale: Locale,
    pub(super) spelling: String,
    /// A folder of its own for its content.
    pub(super) folder: Option<String>,
}

impl Name {
    /// The locales that names spell; of two spellings of one, the more frequent.
    pub(super) fn all(spellings: &BTreeMap<String, usize>) -> Vec<Self> {
        Self::by(spellings, locale_of)
    }

    /// The locales that names spell, as `locale_of` reads them.
    pub(super) fn by(
        spellings: &BTreeMap<String, usize>,
        locale_of: fn(&str) -> Option<Locale>,
    ) -> Vec<Self> {
        let mut names: BTreeMap<Locale, (usize, &str)> = BTreeMap::new();
        for (spelling, count) in spellings {
            let Some(locale) = locale_of(spelling) else { continue };
            let entry = names.entry(locale).or_insert((*count, spelling));
            if entry.0 < *count {
                *entry = (*count, spelling);
            }
        }
        let name = |(locale, (_, spelling)): (Locale, (usize, &str))| Self {
            locale,
            spelling: spelling.to_owned(),
            folder: None,
        };
        names.into_iter().map(name).collect()
    }
}

/// What a generator's config says of locales.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Settings {
    pub(super) source: Option<Locale>,
    pub(super) names: Vec<Name>,
}

/// Keys that hold the locale of the sources.
const SOURCE: [&str; 6] = [
    "defaultLocale",
    "defaultContentLanguage",
    "default_locale",
    "fallbackLng",
    "sourceLocale",
    "sourceLanguage",
];

/// Keys that hold the locales, as a list or as a table of them.
const LOCALES: [&str; 4] = ["locales", "languages", "supportedLngs", "all_locales"];

/// What is said of one entry below such a key.
#[derive(Default)]
struct Entry {
    key: String,
    code: Option<String>,
    tag: Option<String>,
    folder: Option<String>,
    is_default: bool,
}

impl Entry {
    /// What is said at `below`, the keys within the entry.
    fn add(&mut self, below: &[&str], value: &str) {
        let text = Some(value.to_owned());
        match below {
            [] if self.is_item() => self.code = text,
            ["locale" | "code"] if self.is_item() => self.code = text,
            ["lang" | "languageCode" | "locale"] => self.tag = text,
            ["contentDir"] => self.folder = text,
            ["default"] => self.is_default = value == "true",
            _ => {}
        }
    }

    /// Whether it stands in a list.
    fn is_item(&self) -> bool {
        self.key.bytes().all(|it| it.is_ascii_digit())
    }

    fn name(&self) -> Option<Name> {
        let spelling = if self.is_item() { self.code.clone()? } else { self.key.clone() };
        let tag = self.tag.as_deref().and_then(locale_of);
        let locale = tag.or_else(|| locale_of(&spelling))?;
        let folder = self.folder.as_ref().map(|it| it.trim_matches('/').to_owned());
        Some(Name { locale, spelling, folder })
    }
}

impl Settings {
    /// Reads them out of a config.
    pub(super) fn of(outline: &Outline) -> Self {
        let mut source = None;
        let mut entries: Vec<Entry> = Vec::new();
        for (path, value) in outline {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let Some(at) = path.iter().position(|key| LOCALES.contains(key)) else {
                if path.iter().any(|key| SOURCE.contains(key)) && source.is_none() {
                    source = Some(value.clone());
                }
                continue;
            };
            let Some((key, below)) = path.get(at + 1..).and_then(<[&str]>::split_first) else {
                continue;
            };
            // What is said of one entry stands together.
            if entries.last().is_none_or(|entry| entry.key != *key) {
                entries.push(Entry { key: (*key).to_owned(), ..Entry::default() });
            }
            if let Some(entry) = entries.last_mut() {
                entry.add(below, value);
            }
        }
        Self::made(source.as_deref(), &entries)
    }

    fn made(source: Option<&str>, entries: &[Entry]) -> Self {
        let mut settings = Self::default();
        for entry in entries {
            let Some(name) = entry.name() else { continue };
            let is_source = entry.is_default || entry.key == "root";
            if is_source || source == Some(name.spelling.as_str()) {
                settings.source = Some(name.locale.clone());
            }
            let is_known = settings.names.iter().any(|it| it.locale == name.locale);
            if entry.key != "root" && !is_known {
                settings.names.push(name);
            }
        }
        settings.source = settings.source.or_else(|| source.and_then(locale_of));
        settings
    }
}
