//! The fingerprint of an entry.

use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
    VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use hexapla_model::{Fingerprint, Meaning};

use crate::normalise::canonical;

/// What an entry means: its value and its attributes by name. Its identifier, comments, layout and
/// the way that characters are escaped do not enter.
pub(super) fn fingerprint(entry: &Entry<&str>) -> Fingerprint {
    let mut meaning = Meaning::new();
    let (value, attributes) = match entry {
        Entry::Message(message) => (message.value.as_ref(), &message.attributes),
        Entry::Term(term) => (Some(&term.value), &term.attributes),
        _ => return meaning.fingerprint(),
    };
    if let Some(value) = value {
        meaning.part("value", "");
        pattern(value, &mut meaning);
    }
    let mut attributes: Vec<&Attribute<&str>> = attributes.iter().collect();
    attributes.sort_by_key(|attribute| attribute.id.name);
    for attribute in attributes {
        meaning.part("attribute", attribute.id.name);
        pattern(&attribute.value, &mut meaning);
    }
    meaning.fingerprint()
}

/// Neighbouring pieces of text are one: the parser divides them at line ends.
fn pattern(pattern: &Pattern<&str>, meaning: &mut Meaning) {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => {
                flush(&mut text, meaning);
                self::expression(expression, meaning);
            }
        }
    }
    flush(&mut text, meaning);
    meaning.part("end", "");
}

fn flush(text: &mut String, meaning: &mut Meaning) {
    if !text.is_empty() {
        meaning.part("text", &canonical(text));
        text.clear();
    }
}

fn expression(expression: &Expression<&str>, meaning: &mut Meaning) {
    match expression {
        Expression::Inline(inline) => self::inline(inline, meaning),
        Expression::Select { selector, variants } => {
            meaning.part("select", "");
            inline(selector, meaning);
            for variant in variants {
                let (tag, key) = match &variant.key {
                    VariantKey::Identifier { name } => ("key", name),
                    VariantKey::NumberLiteral { value } => ("number-key", value),
                };
                meaning.part(tag, key).part("default", if variant.default { "yes" } else { "" });
                pattern(&variant.value, meaning);
            }
            meaning.part("end", "");
        }
    }
}

fn inline(inline: &InlineExpression<&str>, meaning: &mut Meaning) {
    match inline {
        InlineExpression::StringLiteral { value } => {
            meaning.part("string", &canonical(&unescape_unicode_to_string(value)));
        }
        InlineExpression::NumberLiteral { value } => {
            meaning.part("number", value);
        }
        InlineExpression::FunctionReference { id, arguments } => {
            meaning.part("function", id.name);
            self::arguments(arguments, meaning);
        }
        InlineExpression::MessageReference { id, attribute } => {
            let attribute = attribute.as_ref().map_or("", |attribute| attribute.name);
            meaning.part("message", id.name).part("of", attribute);
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            let attribute = attribute.as_ref().map_or("", |attribute| attribute.name);
            meaning.part("term", id.name).part("of", attribute);
            if let Some(arguments) = arguments {
                self::arguments(arguments, meaning);
            }
        }
        InlineExpression::VariableReference { id } => {
            meaning.part("variable", id.name);
        }
        InlineExpression::Placeable { expression } => {
            meaning.part("placeable", "");
            self::expression(expression, meaning);
        }
    }
}

fn arguments(arguments: &CallArguments<&str>, meaning: &mut Meaning) {
    for argument in &arguments.positional {
        meaning.part("argument", "");
        inline(argument, meaning);
    }
    let mut named: Vec<_> = arguments.named.iter().collect();
    named.sort_by_key(|argument| argument.name.name);
    for argument in named {
        meaning.part("named", argument.name.name);
        inline(&argument.value, meaning);
    }
    meaning.part("end", "");
}
