//! What is said of texts and requests, in the visitor's language: [`Phrase`]s by the strings of the room.
//!
//! A phrase is found by its English, which stands in `findings.ftl` or `refusals.ftl` of the source: that of
//! each value and attribute there is taken for what a phrase begins from, and each of its variants by itself.
//! So who writes a check writes nothing but English, and who translates sees no code.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use hexapla_model::{Locale, Phrase, PhraseValue};

use crate::language::{LANGUAGES, Language};
use crate::words::{Parsed, add_functions, parsed};

/// What is said, with what a browser has to know of it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) text: String,
    /// For `lang`.
    pub(crate) tag: &'static str,
    /// For `dir`.
    pub(crate) dir: &'static str,
}

impl Told {
    pub(crate) fn in_english(phrase: &Phrase) -> Self {
        Self { text: phrase.to_string(), tag: LANGUAGES[0].tag, dir: "ltr" }
    }
}

/// Where the strings of the room say a phrase: a message, and an attribute where it is not its value.
type Place = (String, Option<String>);

type Bundle = FluentBundle<Arc<FluentResource>>;

/// The phrases of every language, read once.
static PARSED: LazyLock<Parsed> = LazyLock::new(|| parsed(|it| &it.phrases));

/// Where each phrase is said, by its English.
static PLACES: LazyLock<HashMap<String, Place>> = LazyLock::new(|| {
    let mut places = HashMap::new();
    let english = PARSED.get(LANGUAGES[0].tag).into_iter().flatten();
    for entry in english.flat_map(|it| it.entries()) {
        let Entry::Message(message) = entry else { continue };
        let id = || message.id.name.to_owned();
        for written in message.value.iter().flat_map(english_of) {
            places.insert(written, (id(), None));
        }
        for attribute in &message.attributes {
            for written in english_of(&attribute.value) {
                places.insert(written, (id(), Some(attribute.id.name.to_owned())));
            }
        }
    }
    places
});

/// Every English that a pattern may say, as a phrase writes it: one for each way through its variants.
fn english_of(pattern: &Pattern<&str>) -> Vec<String> {
    let mut all = vec![String::new()];
    for element in &pattern.elements {
        let ways = match element {
            PatternElement::TextElement { value } => vec![escaped(value)],
            PatternElement::Placeable { expression } => of_expression(expression),
        };
        let joined =
            |one: &String| ways.iter().map(|way| format!("{one}{way}")).collect::<Vec<_>>();
        all = all.iter().flat_map(joined).collect();
    }
    all
}

fn of_expression(expression: &Expression<&str>) -> Vec<String> {
    match expression {
        Expression::Select { variants, .. } => {
            variants.iter().flat_map(|it| english_of(&it.value)).collect()
        }
        Expression::Inline(inline) => vec![of_inline(inline)],
    }
}

fn of_inline(inline: &InlineExpression<&str>) -> String {
    match inline {
        InlineExpression::StringLiteral { value } => escaped(&unescape_unicode_to_string(value)),
        InlineExpression::NumberLiteral { value } => (*value).to_owned(),
        InlineExpression::VariableReference { id } => format!("{{{}}}", id.name),
        // `NUMBER($count)` is how `$count` is written.
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().map(of_inline).collect()
        }
        InlineExpression::Placeable { expression } => of_expression(expression).concat(),
        _ => String::new(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

/// What says phrases in one language.
pub(crate) struct Teller {
    language: &'static Language,
    bundle: Bundle,
}

impl Teller {
    pub(crate) fn of(language: &'static Language) -> Self {
        let mut bundle = FluentBundle::new(language.tag.parse().ok().into_iter().collect());
        for resource in PARSED.get(language.tag).into_iter().flatten() {
            // Of two strings of one name the first is said.
            let _ = bundle.add_resource(Arc::clone(resource));
        }
        add_functions(&mut bundle, language.tag);
        // What is isolated is seen from the marks of code.
        bundle.set_use_isolating(false);
        Self { language, bundle }
    }

    /// A phrase in the language; in English where that has no words for it.
    pub(crate) fn tell(&self, phrase: &Phrase) -> Told {
        match self.say(phrase) {
            Some(said) => {
                let direction = self.language.tag.parse::<Locale>().map(|it| it.direction());
                let dir = direction.map_or("ltr", |it| it.as_html());
                Told { text: isolated(&said).into_owned(), tag: self.language.tag, dir }
            }
            None => Told::in_english(phrase),
        }
    }

    fn say(&self, phrase: &Phrase) -> Option<String> {
        let (id, attribute) = PLACES.get(phrase.english())?;
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let value = |value: &PhraseValue| -> FluentValue<'static> {
            match value {
                PhraseValue::Text(text) => text.clone().into(),
                PhraseValue::Number(number) => (*number).into(),
                PhraseValue::Phrase(phrase) => {
                    self.say(phrase).unwrap_or_else(|| phrase.to_string()).into()
                }
            }
        };
        let args: FluentArgs<'_> =
            phrase.values().iter().map(|(name, it)| (*name, value(it))).collect();
        let mut wrong = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut wrong).into_owned();
        debug_assert!(wrong.is_empty(), "{id}: {wrong:?}");
        Some(said)
    }
}

/// A text in which each piece of code, between two backticks, is set apart from the direction of the words
/// around it.
fn isolated(text: &str) -> Cow<'_, str> {
    const MARK: char = '`';
    let marks = text.matches(MARK).count();
    if marks < 2 {
        return text.into();
    }
    let mut isolated = String::with_capacity(text.len() + 6 * marks);
    let mut pieces = text.split(MARK);
    isolated.extend(pieces.next());
    for at in (1..=marks).filter(|at| at % 2 == 1) {
        let Some(code) = pieces.next() else { break };
        match pieces.next() {
            Some(behind) => isolated.extend(["\u{2068}`", code, "`\u{2069}", behind]),
            // The last one opens nothing.
            None if at == marks => isolated.extend(["`", code]),
            None => break,
        }
    }
    isolated.into()
}

/// A phrase as the room says it in the language of this tag, each piece of code in it set apart; nothing where
/// the room does not speak that language, or has no words for the phrase.
pub fn tell(tag: &str, phrase: &Phrase) -> Option<String> {
    let language = LANGUAGES.iter().find(|it| it.tag == tag)?;
    let said = Teller::of(language).say(phrase)?;
    Some(isolated(&said).into_owned())
}

/// The English of every phrase that the room has words for.
pub fn told() -> impl Iterator<Item = &'static str> {
    PLACES.keys().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_set_apart() {
        for (text, apart) in [
            ("no code", "no code"),
            ("`a` and `b`", "\u{2068}`a`\u{2069} and \u{2068}`b`\u{2069}"),
            ("of `a` more", "of \u{2068}`a`\u{2069} more"),
            ("one ` mark", "one ` mark"),
            ("`a` and ` mark", "\u{2068}`a`\u{2069} and ` mark"),
        ] {
            assert_eq!(isolated(text), apart);
        }
    }
}
