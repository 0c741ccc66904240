//! Projects made up from a seed: Fluent files in which nobody has written a word.

use std::fmt::Write as _;
use std::path::Path;

use crate::lengths::{IDENTIFIER, SOURCE, TARGET};
use crate::random::Random;
use crate::words::script;

/// Raise this when the same numbers give another project.
const EDITION: usize = 1;

/// Messages of a file.
const OF_A_FILE: usize = 200;

/// Which locales there are, the source's first.
const LOCALES: [&str; 51] = [
    "en", "af", "ar", "ast", "az", "bg", "bn", "br", "bs", "ca", "cs", "cy", "da", "de", "el",
    "es-ES", "es-MX", "et", "eu", "fa", "fi", "fr", "fy-NL", "ga-IE", "gl", "hi-IN", "hr", "hu",
    "id", "is", "it", "ja", "kk", "ko", "lt", "lv", "mk", "mr", "nl", "pl", "pt-BR", "pt-PT", "ro",
    "ru", "sk", "sl", "sr", "sv-SE", "th", "uk", "zh-CN",
];

/// A project that can be made up.
#[derive(Clone, Copy)]
pub(crate) struct Made {
    /// Beside the source's.
    pub(crate) locales: usize,
    /// Of the source.
    pub(crate) messages: usize,
}

/// Which edition of its text a message has, by its number.
pub(crate) type Editions<'a> = &'a dyn Fn(usize) -> usize;

impl Made {
    /// The project of so many units in 50 locales.
    pub(crate) fn of(units: usize) -> Self {
        Self { locales: 50, messages: units / 50 }
    }

    /// Translations that it has.
    pub(crate) fn units(self) -> usize {
        self.locales * self.messages
    }

    /// What tells it from every other.
    pub(crate) fn name(self) -> String {
        format!("made-{EDITION}-{}x{}", self.locales, self.messages)
    }

    /// The locales that it is translated into.
    pub(crate) fn targets(self) -> &'static [&'static str] {
        &LOCALES[1..=self.locales]
    }

    /// The resources, by their paths without locale and extension.
    pub(crate) fn resources(self) -> impl Iterator<Item = String> {
        (0..self.messages.div_ceil(OF_A_FILE)).map(resource)
    }

    /// Writes its config, its workflow and its files.
    pub(crate) fn write(self, root: &Path) {
        let list = self.targets().iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(", ");
        crate::project::write(&root.join("hexapla.toml"), crate::project::config("made", &list));
        crate::project::write(&root.join("workflows/standard.toml"), crate::project::WORKFLOW);
        self.write_locale(root, 0, &|_| 0);
        self.write_targets(root, &|_| 0);
    }

    /// Writes all files of the source.
    pub(crate) fn write_sources(self, root: &Path, editions: Editions) {
        self.write_locale(root, 0, editions);
    }

    /// Writes all translations.
    pub(crate) fn write_targets(self, root: &Path, editions: Editions) {
        for locale in 1..=self.locales {
            self.write_locale(root, locale, editions);
        }
    }

    fn write_locale(self, root: &Path, locale: usize, editions: Editions) {
        for (file, resource) in self.resources().enumerate() {
            let path = root.join(LOCALES[locale]).join(format!("{resource}.ftl"));
            crate::project::write(&path, self.file(file, locale, editions));
        }
    }

    fn file(self, file: usize, locale: usize, editions: Editions) -> String {
        let mut text = String::new();
        for message in file * OF_A_FILE..((file + 1) * OF_A_FILE).min(self.messages) {
            let told = Message::of(message);
            let _ = write!(text, "{}{} = ", told.comment, told.identifier);
            told.value(locale, editions(message), &mut text);
            text.push_str("\n\n");
        }
        text
    }

    /// What is said in a locale of each message, for catalogues in another format: comment,
    /// identifier, and text.
    pub(crate) fn messages(
        self,
        locale: usize,
        editions: Editions,
    ) -> impl Iterator<Item = (String, String)> {
        (0..self.messages).map(move |message| {
            let told = Message::of(message);
            let mut text = String::new();
            told.value(locale, editions(message), &mut text);
            (told.identifier, text)
        })
    }

    /// The first message, as units are named.
    pub(crate) fn first_unit(self) -> String {
        format!("ui/{}#{}", resource(0), Message::of(0).identifier)
    }
}

fn resource(file: usize) -> String {
    format!("area-{:02}/page-{file:03}", file / 10)
}

/// What a message is in every locale.
struct Message {
    number: usize,
    identifier: String,
    /// A line, or none.
    comment: String,
    /// How long its text is among all.
    length: f64,
    /// What it fills in, or nothing.
    placeable: &'static str,
}

impl Message {
    fn of(number: usize) -> Self {
        let mut random = Random::of(&[1, number]);
        let words = script(LOCALES[0]);
        let mut identifier = String::new();
        let bytes = IDENTIFIER.at(random.share());
        while identifier.len() + 8 < bytes {
            words.word(&mut random, &mut identifier);
            identifier.push('-');
        }
        identifier.retain(|it| it.is_ascii());
        let _ = write!(identifier, "m{number}");
        let mut comment = String::new();
        if random.below(2) == 0 {
            comment.push_str("# ");
            words.text(&mut random, 53, &mut comment);
            comment.push('\n');
        }
        let length = random.share();
        let filled = random.below(100) < 47 && length > 0.3;
        let placeable =
            if filled { *random.choose(&["{ $name }", "{ $count }", "{ $link }"]) } else { "" };
        Self { number, identifier, comment, length, placeable }
    }

    /// Adds its text in a locale.
    fn value(&self, locale: usize, edition: usize, out: &mut String) {
        let mut random = Random::of(&[2, self.number, locale, edition]);
        let lengths = if locale == 0 { SOURCE } else { TARGET };
        let near = (self.length + (random.share() - 0.5) * 0.04).clamp(0.0, 1.0);
        let bytes = lengths.at(near).saturating_sub(self.placeable.len());
        script(LOCALES[locale]).text(&mut random, bytes, out);
        if !self.placeable.is_empty() {
            out.push(' ');
            out.push_str(self.placeable);
        }
    }
}
