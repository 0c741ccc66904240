//! What an entry asks of whoever formats it.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::{replace, take};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant,
    VariantKey,
};
use fluent_syntax::parser::parse;

use super::entry::{DEEPEST, places};
use crate::PLURAL_CATEGORIES;

/// What an entry asks of whoever formats it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryFacts {
    /// Whether there is a value beside the attributes.
    pub has_value: bool,
    /// The names of its attributes.
    pub attributes: BTreeSet<String>,
    /// Attributes and variants that stand a second time, as written: `.title`, `[one]`.
    pub doubled: BTreeSet<String>,
    /// The variables it uses, without `$`.
    pub variables: BTreeSet<String>,
    /// The messages and terms it refers to: `name`, `name.attribute`, `-term`.
    pub references: BTreeSet<String>,
    /// What its value and each attribute ask for by themselves; nothing where there are no attributes.
    pub parts: Vec<Part>,
    /// The functions it calls, in the order of the text.
    pub calls: Vec<Call>,
    /// The numbers that stand in it, as written, but for the keys of its selections.
    pub numbers: BTreeSet<String>,
    /// Its selections.
    pub selects: Vec<Select>,
}

/// What the value or an attribute of an entry asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// As written: nothing for the value, `.title` for an attribute.
    pub name: String,
    /// The variables it uses, without `$`.
    pub variables: BTreeSet<String>,
    /// The messages and terms it refers to.
    pub references: BTreeSet<String>,
}

/// A call of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The name of the function.
    pub function: String,
    /// Its named arguments, as written, strings without quotation marks.
    pub options: BTreeMap<String, String>,
}

/// A selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Select {
    /// What it selects by.
    pub selector: Selector,
    /// The names among its keys.
    pub names: BTreeSet<String>,
    /// The numbers among its keys.
    pub numbers: BTreeSet<String>,
    /// The key of its default.
    pub default: String,
    /// Of variants for plural categories that say the same as an earlier one: the name of that one.
    pub alike: BTreeMap<String, String>,
}

impl Select {
    /// The first variant that says what the variant of this name says.
    pub fn said_by<'a>(&'a self, name: &'a str) -> &'a str {
        self.alike.get(name).map_or(name, String::as_str)
    }
}

/// What a selection selects by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// A variable, perhaps through `NUMBER`.
    Variable {
        /// Its name, without `$`.
        name: String,
        /// Whether `NUMBER(…, type: "ordinal")` makes it an ordinal.
        ordinal: bool,
    },
    /// Anything else.
    Other,
}

/// What the entry asks of whoever formats it; nothing where it is no single valid entry.
pub fn inspect(entry: &str) -> Option<EntryFacts> {
    // Only so many brackets can be open at once, and few entries have so many.
    let brackets = entry.bytes().filter(|byte| matches!(byte, b'{' | b'(')).count();
    if brackets > DEEPEST && places(entry).iter().any(|place| place.too_deep) {
        return None;
    }
    let resource = parse(entry).ok()?;
    let [entry] = resource.body.as_slice() else { return None };
    let mut facts = EntryFacts::default();
    let (value, attributes) = match entry {
        Entry::Message(message) => (message.value.as_ref(), &message.attributes),
        Entry::Term(term) => (Some(&term.value), &term.attributes),
        _ => return None,
    };
    facts.has_value = value.is_some();
    if attributes.is_empty() {
        value.into_iter().for_each(|value| facts.pattern(value));
        return Some(facts);
    }
    value.into_iter().for_each(|value| facts.part(String::new(), value));
    for attribute in attributes {
        let name = format!(".{}", attribute.id.name);
        if !facts.attributes.insert(attribute.id.name.to_owned()) {
            facts.doubled.insert(name.clone());
        }
        facts.part(name, &attribute.value);
    }
    Some(facts)
}

impl EntryFacts {
    /// Adds what one part asks for.
    fn part(&mut self, name: String, pattern: &Pattern<&str>) {
        let (variables, references) = (take(&mut self.variables), take(&mut self.references));
        self.pattern(pattern);
        let variables = replace(&mut self.variables, variables);
        let references = replace(&mut self.references, references);
        self.variables.extend(variables.iter().cloned());
        self.references.extend(references.iter().cloned());
        self.parts.push(Part { name, variables, references });
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let mut select = Select {
                    selector: selector_of(selector),
                    names: BTreeSet::new(),
                    numbers: BTreeSet::new(),
                    default: String::new(),
                    alike: alike(variants),
                };
                for variant in variants {
                    let (keys, key) = match &variant.key {
                        VariantKey::Identifier { name } => (&mut select.names, name),
                        VariantKey::NumberLiteral { value } => (&mut select.numbers, value),
                    };
                    if !keys.insert((*key).to_owned()) {
                        self.doubled.insert(format!("[{key}]"));
                    }
                    if variant.default {
                        select.default = (*key).to_owned();
                    }
                    self.pattern(&variant.value);
                }
                self.selects.push(select);
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        let full = |name: &str, attribute: Option<&str>| match attribute {
            Some(attribute) => format!("{name}.{attribute}"),
            None => name.to_owned(),
        };
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|it| it.name);
                self.references.insert(full(id.name, attribute));
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let attribute = attribute.as_ref().map(|it| it.name);
                self.references.insert(full(&format!("-{}", id.name), attribute));
                arguments.iter().for_each(|it| self.arguments(it));
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.calls.push(call(id.name, arguments));
                self.arguments(arguments);
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::NumberLiteral { value } => {
                self.numbers.insert((*value).to_owned());
            }
            InlineExpression::StringLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        arguments.positional.iter().for_each(|it| self.inline(it));
        arguments.named.iter().for_each(|it| self.inline(&it.value));
    }
}

/// Of variants for plural categories that say the same as an earlier one: the name of that one.
fn alike(variants: &[Variant<&str>]) -> BTreeMap<String, String> {
    let mut seen: Vec<(&str, &Pattern<&str>)> = Vec::new();
    let mut alike = BTreeMap::new();
    for variant in variants {
        let VariantKey::Identifier { name } = variant.key else { continue };
        let known = seen.iter().any(|(it, _)| *it == name);
        if known || !PLURAL_CATEGORIES.contains(&name) {
            continue;
        }
        match seen.iter().find(|(_, value)| **value == variant.value) {
            Some((first, _)) => drop(alike.insert(name.to_owned(), (*first).to_owned())),
            None => seen.push((name, &variant.value)),
        }
    }
    alike
}

fn call(function: &str, arguments: &CallArguments<&str>) -> Call {
    let option = |value: &InlineExpression<&str>| match value {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            (*value).to_owned()
        }
        _ => String::new(),
    };
    let options = arguments.named.iter().map(|it| (it.name.name.to_owned(), option(&it.value)));
    Call { function: function.to_owned(), options: options.collect() }
}

fn selector_of(selector: &InlineExpression<&str>) -> Selector {
    match selector {
        InlineExpression::VariableReference { id } => {
            Selector::Variable { name: id.name.to_owned(), ordinal: false }
        }
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            let ordinal = arguments.named.iter().any(|it| {
                it.name.name == "type"
                    && matches!(it.value, InlineExpression::StringLiteral { value: "ordinal" })
            });
            match arguments.positional.first() {
                Some(InlineExpression::VariableReference { id }) => {
                    Selector::Variable { name: id.name.to_owned(), ordinal }
                }
                _ => Selector::Other,
            }
        }
        _ => Selector::Other,
    }
}
