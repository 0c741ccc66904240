//! The messages of a Fluent bundle, with what they refer to in its place.

use std::cell::Cell;
use std::collections::{HashMap, hash_map};

use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, NamedArgument,
    Pattern as Parsed, PatternElement, Resource, Variant as ParsedVariant, VariantKey,
};
use fluent_syntax::parser::parse;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::pattern::{Among, Argument, Choice, Key, Kind, Pattern, Piece, Shape, Variant, push};
use crate::PLURAL_CATEGORIES;
use crate::fluent::Inexpressible;

/// Why a text cannot be said.
pub(super) type Why = String;

/// The messages of a bundle, each of their attributes as one of its own. Terms are not among them:
/// they are texts within others.
#[derive(Debug, Default)]
pub struct Messages {
    pub(super) all: Vec<Message>,
    /// Those whose text no format here can say.
    pub(super) wrong: Vec<Inexpressible>,
    places: HashMap<(String, Option<String>), usize>,
}

/// The text of a message, or of one of its attributes.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) entry: String,
    pub(super) attribute: Option<String>,
    pub(super) pattern: Pattern,
    pub(super) shape: Shape,
}

impl Message {
    /// Its name: `login`, `login.title`.
    pub(super) fn name(&self) -> String {
        match &self.attribute {
            Some(attribute) => format!("{}.{attribute}", self.entry),
            None => self.entry.clone(),
        }
    }
}

impl Messages {
    /// Reads a bundle, whose entries can all be read and are nested no deeper than a file's may be.
    pub fn read(bundle: &str) -> Self {
        let resource = parse(bundle).unwrap_or_else(|(resource, _)| resource);
        let reader = Reader::new(&resource, bundle.len());
        let mut messages = Self::default();
        for (name, parts) in reader.entries.iter().filter(|it| !it.0.starts_with('-')) {
            for (attribute, pattern) in parts.all() {
                match reader.pattern(pattern, Scope::default()) {
                    Ok(pattern) => messages.add(name, attribute, pattern),
                    Err(why) => {
                        messages.wrong.push(Inexpressible { entry: name.clone(), why });
                    }
                }
            }
        }
        messages
    }

    fn add(&mut self, entry: &str, attribute: Option<&str>, pattern: Pattern) {
        let (entry, attribute) = (entry.to_owned(), attribute.map(str::to_owned));
        let shape = Shape::of(&pattern);
        // Of two attributes of one name the last counts.
        let place = (entry.clone(), attribute.clone());
        let message = Message { entry, attribute, pattern, shape };
        match self.places.get(&place) {
            Some(at) => self.all[*at] = message,
            None => {
                self.places.insert(place, self.all.len());
                self.all.push(message);
            }
        }
    }

    /// What the same message is like here.
    pub(super) fn shape(&self, of: &Message) -> Option<&Shape> {
        let at = self.places.get(&(of.entry.clone(), of.attribute.clone()))?;
        Some(&self.all[*at].shape)
    }
}

/// A message or term.
struct Parts<'a> {
    value: Option<&'a Parsed<&'a str>>,
    attributes: &'a [Attribute<&'a str>],
    /// Of two attributes of one name the last counts.
    by_name: HashMap<&'a str, &'a Parsed<&'a str>>,
}

impl<'a> Parts<'a> {
    fn of(value: Option<&'a Parsed<&'a str>>, attributes: &'a [Attribute<&'a str>]) -> Self {
        let by_name = attributes.iter().map(|it| (it.id.name, &it.value)).collect();
        Self { value, attributes, by_name }
    }

    fn all(&self) -> impl Iterator<Item = (Option<&'a str>, &'a Parsed<&'a str>)> {
        let attributes = self.attributes.iter().map(|it| (Some(it.id.name), &it.value));
        self.value.map(|it| (None, it)).into_iter().chain(attributes)
    }

    fn attribute(&self, name: &str) -> Option<&'a Parsed<&'a str>> {
        self.by_name.get(name).copied()
    }
}

/// Where a pattern is read.
#[derive(Clone, Copy, Default)]
struct Scope<'a> {
    /// The term that it is of, with what that is given; nothing in a message.
    term: Option<(&'a str, &'a [NamedArgument<&'a str>])>,
    /// How many braces and references it is within.
    depth: usize,
}

/// The most braces and references that a text may be within.
const DEEPEST: usize = 96;

struct Reader<'a> {
    entries: Vec<(String, Parts<'a>)>,
    places: HashMap<String, usize>,
    /// How much text may still be read: references to references could make very much of little.
    left: Cell<usize>,
}

impl<'a> Reader<'a> {
    fn new(resource: &'a Resource<&'a str>, length: usize) -> Self {
        let mut reader = Self {
            entries: Vec::new(),
            places: HashMap::new(),
            left: Cell::new(length.saturating_mul(16).saturating_add(1 << 16)),
        };
        for entry in &resource.body {
            let (name, parts) = match entry {
                Entry::Message(it) => {
                    (it.id.name.to_owned(), Parts::of(it.value.as_ref(), &it.attributes))
                }
                Entry::Term(it) => {
                    (format!("-{}", it.id.name), Parts::of(Some(&it.value), &it.attributes))
                }
                _ => continue,
            };
            // Of two entries of one name the first counts.
            if let hash_map::Entry::Vacant(place) = reader.places.entry(name.clone()) {
                place.insert(reader.entries.len());
                reader.entries.push((name, parts));
            }
        }
        reader
    }

    fn entry(&self, name: &str) -> Option<&Parts<'a>> {
        Some(&self.entries.get(*self.places.get(name)?)?.1)
    }

    fn spend(&self, length: usize) -> Result<(), Why> {
        let left = self.left.get().checked_sub(length);
        self.left.set(left.unwrap_or(0));
        match left {
            Some(_) => Ok(()),
            None => Err("what the messages refer to makes them too long".to_owned()),
        }
    }

    fn pattern(&self, pattern: &'a Parsed<&'a str>, scope: Scope<'a>) -> Result<Pattern, Why> {
        let mut out = Pattern::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text(&mut out, value)?,
                PatternElement::Placeable { expression } => {
                    self.expression(&mut out, expression, scope)?;
                }
            }
        }
        Ok(out)
    }

    fn text(&self, out: &mut Pattern, text: &str) -> Result<(), Why> {
        self.spend(text.len() + 1)?;
        push(out, Piece::Text(text.to_owned()));
        Ok(())
    }

    fn expression(
        &self,
        out: &mut Pattern,
        expression: &'a Expression<&'a str>,
        scope: Scope<'a>,
    ) -> Result<(), Why> {
        if scope.depth >= DEEPEST {
            return Err(
                "it is nested too deeply with what it refers to, or refers to itself".into()
            );
        }
        let scope = Scope { depth: scope.depth + 1, ..scope };
        match expression {
            Expression::Inline(inline) => self.inline(out, inline, scope),
            Expression::Select { selector, variants } => {
                self.select(out, selector, variants, scope)
            }
        }
    }

    fn inline(
        &self,
        out: &mut Pattern,
        inline: &'a InlineExpression<&'a str>,
        scope: Scope<'a>,
    ) -> Result<(), Why> {
        let from = match inline {
            InlineExpression::Placeable { expression } => {
                return self.expression(out, expression, scope);
            }
            InlineExpression::StringLiteral { value } => {
                return self.text(out, &unescape_unicode_to_string(value));
            }
            InlineExpression::NumberLiteral { value } => return self.text(out, value),
            InlineExpression::VariableReference { id } => {
                return self.variable(out, id.name, scope);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                return self.call(out, id.name, arguments, scope);
            }
            InlineExpression::MessageReference { id, attribute } => {
                let pattern = self.message(id.name, attribute.as_ref().map(|it| it.name))?;
                self.pattern(pattern, scope)?
            }
            InlineExpression::TermReference { id, attribute: None, arguments } => {
                let term = self.entry(&format!("-{}", id.name)).and_then(|it| it.value);
                let term = term.ok_or_else(|| format!("there is no `-{}`", id.name))?;
                let given = arguments.as_ref().map_or(&[][..], |it| it.named.as_slice());
                self.pattern(term, Scope { term: Some((id.name, given)), ..scope })?
            }
            InlineExpression::TermReference { id, .. } => {
                return Err(format!("an attribute of `-{}` is no text", id.name));
            }
        };
        from.into_iter().for_each(|piece| push(out, piece));
        Ok(())
    }

    fn message(&self, name: &str, attribute: Option<&str>) -> Result<&'a Parsed<&'a str>, Why> {
        let found = self.entry(name).and_then(|it| match attribute {
            Some(attribute) => it.attribute(attribute),
            None => it.value,
        });
        let attribute = attribute.map(|it| format!(".{it}")).unwrap_or_default();
        found.ok_or_else(|| format!("there is no text `{name}{attribute}`"))
    }

    /// A variable, or what a term is given for it.
    fn variable(&self, out: &mut Pattern, name: &str, scope: Scope<'a>) -> Result<(), Why> {
        let Some((term, _)) = scope.term else {
            return self.argument(out, name, Kind::Plain);
        };
        match given(scope, name) {
            Some(InlineExpression::StringLiteral { value }) => {
                self.text(out, &unescape_unicode_to_string(value))
            }
            Some(InlineExpression::NumberLiteral { value }) => self.text(out, value),
            _ => Err(format!("`-{term}` shows `${name}`, which it is not given")),
        }
    }

    fn argument(&self, out: &mut Pattern, name: &str, kind: Kind) -> Result<(), Why> {
        self.spend(name.len() + 1)?;
        push(out, Piece::Argument(Argument { name: name.to_owned(), kind }));
        Ok(())
    }

    /// A call of a function that formats a variable as the language does.
    fn call(
        &self,
        out: &mut Pattern,
        name: &str,
        arguments: &CallArguments<&str>,
        scope: Scope<'a>,
    ) -> Result<(), Why> {
        let kind = match name {
            "NUMBER" => Kind::Number,
            "DATETIME" => Kind::Date,
            _ => return Err(format!("no other format has `{name}`")),
        };
        if let Some(option) = arguments.named.first() {
            return Err(format!("`{name}` is asked for with `{}`", option.name.name));
        }
        match (arguments.positional.as_slice(), scope.term) {
            ([InlineExpression::VariableReference { id }], None) => {
                self.argument(out, id.name, kind)
            }
            _ => Err(format!("`{name}` is asked of what is no variable")),
        }
    }

    fn select(
        &self,
        out: &mut Pattern,
        selector: &'a InlineExpression<&'a str>,
        variants: &'a [ParsedVariant<&'a str>],
        scope: Scope<'a>,
    ) -> Result<(), Why> {
        let fixed = match (variants, self.fixed(selector, scope)?) {
            ([only], _) => Some(only),
            (_, Some(value)) => Some(chosen(variants, &value)?),
            _ => None,
        };
        if let Some(fixed) = fixed {
            self.pattern(&fixed.value, scope)?.into_iter().for_each(|piece| push(out, piece));
            return Ok(());
        }
        let (by, ordinal) = variable(selector)?;
        let among = match (variants.iter().all(is_plural), ordinal) {
            (true, false) => Among::Cardinals,
            (true, true) => Among::Ordinals,
            (false, _) => Among::Words,
        };
        let variant = |it: &'a ParsedVariant<&'a str>| {
            let (key, text) = (key(&it.key, among)?, self.pattern(&it.value, scope)?);
            Ok(Variant { key, default: it.default, text })
        };
        let variants = variants.iter().map(variant).collect::<Result<_, Why>>()?;
        self.spend(by.len() + 1)?;
        push(out, Piece::Choice(Choice { by: by.to_owned(), among, variants }));
        Ok(())
    }

    /// What is chosen by, where that is the same whenever the message is shown.
    fn fixed(
        &self,
        selector: &'a InlineExpression<&'a str>,
        scope: Scope<'a>,
    ) -> Result<Option<Fixed>, Why> {
        let value = match selector {
            InlineExpression::TermReference { id, attribute: Some(attribute), .. } => {
                let term = format!("-{}", id.name);
                let found = self.entry(&term).and_then(|it| it.attribute(attribute.name));
                match found.map(|it| it.elements.as_slice()) {
                    Some([PatternElement::TextElement { value }]) => {
                        return Ok(Some(Fixed::Word(value.trim().to_owned())));
                    }
                    _ => return Err(format!("`{term}.{}` is no plain text", attribute.name)),
                }
            }
            InlineExpression::VariableReference { id } if scope.term.is_some() => {
                match given(scope, id.name) {
                    Some(value) => value,
                    None => return Ok(Some(Fixed::Nothing)),
                }
            }
            other => other,
        };
        Ok(match value {
            InlineExpression::StringLiteral { value } => {
                Some(Fixed::Word(unescape_unicode_to_string(value).into_owned()))
            }
            InlineExpression::NumberLiteral { value } => Some(Fixed::Number((*value).to_owned())),
            _ => None,
        })
    }
}

/// What a term is given by this name.
fn given<'a>(scope: Scope<'a>, name: &str) -> Option<&'a InlineExpression<&'a str>> {
    let (_, given) = scope.term?;
    given.iter().find(|it| it.name.name == name).map(|it| &it.value)
}

/// What is always chosen by.
enum Fixed {
    Word(String),
    Number(String),
    Nothing,
}

/// The variant for it, or the default.
fn chosen<'v, 'a>(
    variants: &'v [ParsedVariant<&'a str>],
    by: &Fixed,
) -> Result<&'v ParsedVariant<&'a str>, Why> {
    let named = |it: &&ParsedVariant<&str>| match (&it.key, by) {
        (VariantKey::Identifier { name }, Fixed::Word(word)) => name == word,
        (VariantKey::NumberLiteral { value }, Fixed::Number(number)) => value == number,
        _ => false,
    };
    let plural = |it: &ParsedVariant<&str>| matches!(it.key, VariantKey::Identifier { .. });
    if let (Fixed::Number(number), true) = (by, variants.iter().any(plural)) {
        return Err(format!("it chooses a plural form for {number}, which is always the same"));
    }
    let default = || variants.iter().find(|it| it.default).or(variants.first());
    let found = variants.iter().find(named).or_else(default);
    found.ok_or_else(|| "there is nothing to choose from".to_owned())
}

fn is_plural(variant: &ParsedVariant<&str>) -> bool {
    match variant.key {
        VariantKey::Identifier { name } => PLURAL_CATEGORIES.contains(&name),
        VariantKey::NumberLiteral { .. } => true,
    }
}

fn key(key: &VariantKey<&str>, among: Among) -> Result<Key, Why> {
    match (key, among) {
        (VariantKey::NumberLiteral { value }, Among::Words) => {
            Err(format!("it chooses by words and by the number {value} at once"))
        }
        (VariantKey::Identifier { name }, Among::Words) => Ok(Key::Word((*name).to_owned())),
        (VariantKey::Identifier { name }, _) => {
            let category = PLURAL_CATEGORIES.into_iter().find(|it| it == name);
            category.map(Key::Category).ok_or_else(|| format!("`{name}` is no plural category"))
        }
        (VariantKey::NumberLiteral { value }, _) => {
            let number = value.parse::<u64>().ok().filter(|it| it.to_string() == *value);
            number.map(Key::Exactly).ok_or_else(|| format!("it has a form for exactly {value}"))
        }
    }
}

/// The variable that is chosen by, and whether as an ordinal.
fn variable<'a>(selector: &InlineExpression<&'a str>) -> Result<(&'a str, bool), Why> {
    let none = || Err("it chooses by what is no variable".to_owned());
    match selector {
        InlineExpression::VariableReference { id } => Ok((id.name, false)),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            let mut ordinal = false;
            for option in &arguments.named {
                match (option.name.name, &option.value) {
                    ("type", InlineExpression::StringLiteral { value: "ordinal" }) => {
                        ordinal = true;
                    }
                    ("type", InlineExpression::StringLiteral { value: "cardinal" }) => {}
                    (name, _) => return Err(format!("it chooses by `NUMBER` with `{name}`")),
                }
            }
            match arguments.positional.as_slice() {
                [InlineExpression::VariableReference { id }] => Ok((id.name, ordinal)),
                _ => none(),
            }
        }
        _ => none(),
    }
}
