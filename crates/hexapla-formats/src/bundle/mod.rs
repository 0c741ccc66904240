//! Bundles of Fluent messages in the catalogues of other ecosystems.
//!
//! References to terms and messages are put in their place, since none of these formats has them, so
//! terms are no texts of their own there. What a format cannot say is told with its message, and
//! nothing is written then. What is written as PO, as properties and for Android is read again, and has
//! to say the same.
//!
//! A program fills in what the source asks for. So the place of an argument, whether a message is
//! formatted at all and whether it has plural forms go by the source, in every locale.

mod android;
mod arb;
mod forms;
mod icu;
mod messages;
mod names;
mod numbers;
mod pattern;
mod po;
mod properties;
mod quote;
mod tag;
mod xcstrings;

use std::collections::HashMap;

use hexapla_model::Locale;

use crate::fluent::Inexpressible;
use crate::normalise::lf;
use crate::{FieldRules, Format, extract};
use messages::{Message, Why};
use pattern::{Argument, Kind, Pattern, Piece, Shape};

pub use messages::Messages;
pub use xcstrings::xcstrings;

/// A catalogue of another ecosystem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Catalogue {
    /// GNU gettext's PO.
    Po,
    /// The same, compiled.
    Mo,
    /// Java's `.properties`, whose texts are for `java.text.MessageFormat`.
    Properties,
    /// Android's string resources.
    Android,
    /// Flutter's ARB.
    Arb,
    /// FormatJS: one JSON object of ICU messages.
    FormatJs,
    /// Apple's String Catalog, which holds all locales; written alone it holds one.
    Xcstrings,
}

/// The messages of a locale, for a catalogue.
pub struct Bundle<'a> {
    /// The locale.
    pub locale: &'a Locale,
    /// What ships in it.
    pub messages: &'a Messages,
    /// What the source says.
    pub source: &'a Messages,
    /// What is said to translators of an entry.
    pub comments: &'a HashMap<String, String>,
}

/// What stands of a message in a catalogue.
struct Entry<'m> {
    message: &'m Message,
    /// What it is like in the source.
    shape: &'m Shape,
    comment: Option<&'m str>,
}

impl Bundle<'_> {
    /// The bytes of the catalogue.
    ///
    /// # Errors
    /// Every text that the catalogue cannot hold.
    pub fn write(&self, catalogue: Catalogue) -> Result<Vec<u8>, Vec<Inexpressible>> {
        let text = match catalogue {
            Catalogue::Po => po::write(self),
            Catalogue::Mo => return Ok(crate::po::to_mo(&po::write(self)?)),
            Catalogue::Properties => properties::write(self),
            Catalogue::Android => android::write(self),
            Catalogue::Arb => arb::write(self),
            Catalogue::FormatJs => icu::write(self),
            Catalogue::Xcstrings => return xcstrings(self.locale, std::slice::from_ref(self)),
        };
        text.map(String::into_bytes)
    }

    /// What is made of each message; all that cannot be said, where any cannot.
    fn each<T>(
        &self,
        mut make: impl FnMut(&Entry<'_>) -> Result<T, Why>,
    ) -> Result<Vec<T>, Vec<Inexpressible>> {
        let mut wrong = self.messages.wrong.clone();
        let mut made = Vec::with_capacity(self.messages.all.len());
        for message in &self.messages.all {
            let shape = self.source.shape(message).unwrap_or(&message.shape);
            let comment = self.comments.get(&message.entry).map(String::as_str);
            match make(&Entry { message, shape, comment }) {
                Ok(one) => made.push(one),
                Err(why) => wrong.push(Inexpressible { entry: message.entry.clone(), why }),
            }
        }
        if wrong.is_empty() { Ok(made) } else { Err(wrong) }
    }
}

impl Entry<'_> {
    /// Whether a program formats it, so that what means something to a formatter has to be escaped.
    fn is_formatted(&self) -> bool {
        !self.shape.arguments.is_empty() || !self.message.shape.arguments.is_empty()
    }

    /// The place of an argument among those of the source, from 1.
    fn place(&self, name: &str) -> Result<usize, Why> {
        let place = self.shape.place(name);
        place.ok_or_else(|| format!("the source has no `${name}`, so no program fills it in"))
    }

    /// The text of a pattern that chooses nothing, as `text` writes what it says and `argument` what is
    /// filled in.
    fn said(
        &self,
        pattern: &Pattern,
        text: impl Fn(&str) -> String,
        argument: impl Fn(&Argument) -> Result<String, Why>,
    ) -> Result<String, Why> {
        let mut out = String::new();
        for piece in pattern {
            match piece {
                Piece::Text(plain) if self.is_formatted() => out.push_str(&text(plain)),
                Piece::Text(plain) => out.push_str(plain),
                Piece::Argument(it) => out.push_str(&argument(it)?),
                Piece::Choice(_) => {}
            }
        }
        Ok(out)
    }

    /// What is said to translators, and what is filled in where.
    fn notes(&self, places: impl Fn(usize, &str) -> String) -> Vec<String> {
        let said = self.comment.into_iter().flat_map(str::lines).map(str::to_owned);
        let arguments = self.shape.arguments.iter().enumerate();
        said.chain(arguments.map(|(at, name)| places(at + 1, name))).collect()
    }
}

/// The name of an argument, for a format (`what`) that fills in no dates.
fn undated<'a>(argument: &'a Argument, what: &str) -> Result<&'a str, Why> {
    match argument.kind {
        Kind::Date => Err(format!("{what} fills in no date, as `${}` is", argument.name)),
        Kind::Plain | Kind::Number => Ok(&argument.name),
    }
}

/// Where each name was given out, so that none is given twice.
#[derive(Default)]
struct Taken(HashMap<String, String>);

impl Taken {
    fn take(&mut self, name: &str, message: &Message) -> Result<(), Why> {
        match self.0.insert(name.to_owned(), message.name()) {
            Some(other) => Err(format!("`{other}` would be called `{name}` too")),
            None => Ok(()),
        }
    }
}

/// A text that a file has to give back: the entry that it is of, its key, and what it says.
struct Written {
    entry: String,
    key: String,
    text: String,
}

/// The file, where it reads back as what it was made of.
fn read_back(
    format: Format,
    file: String,
    written: &[Written],
) -> Result<String, Vec<Inexpressible>> {
    let units = extract(format, file.as_bytes(), &FieldRules::default()).units;
    let found: HashMap<&str, &str> =
        units.iter().filter_map(|it| Some((it.key.as_ref()?.as_str(), it.text.as_str()))).collect();
    let wrong = written.iter().filter_map(|one| {
        let back = found.get(one.key.as_str()).copied().unwrap_or_default();
        (lf(back) != lf(&one.text)).then(|| unread(&one.entry, back))
    });
    let wrong: Vec<Inexpressible> = wrong.collect();
    if wrong.is_empty() { Ok(file) } else { Err(wrong) }
}

fn unread(entry: &str, back: &str) -> Inexpressible {
    Inexpressible { entry: entry.to_owned(), why: not_read_back(back) }
}

fn not_read_back(back: &str) -> Why {
    match back {
        "" => "it would not read back from the file".to_owned(),
        back => format!("it would read back as `{back}`"),
    }
}
