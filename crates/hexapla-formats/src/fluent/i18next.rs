//! Messages as i18next reads them (JSON v4): `{{name}}`, `key_one` and `key_other`, `key_context`,
//! `$t(key)`.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
    Resource, Variant, VariantKey,
};
use fluent_syntax::parser::parse;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::plural::PLURAL_CATEGORIES;

/// A text as i18next has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct I18nextText {
    /// The message, or the term with its `-`.
    pub entry: String,
    /// The attribute, where it is one.
    pub attribute: Option<String>,
    /// What stands behind the key: `_one`, `_ordinal_few`, `_male`.
    pub suffix: String,
    /// The text.
    pub text: String,
}

/// A text that i18next cannot say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inexpressible {
    /// The message, or the term with its `-`.
    pub entry: String,
    /// Why not.
    pub why: String,
}

/// How messages that have attributes are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// `login` and `login.title`, for `keySeparator: false`.
    Flat,
    /// `title` within `login`, and `value` for its own text.
    Nested,
}

/// The name of a message's own text beside its attributes.
pub const VALUE: &str = "value";

/// The messages and terms of a bundle. `categories` are the plural categories of its locale, of
/// cardinal and (where asked with `true`) ordinal numbers.
///
/// # Errors
/// Every text that i18next cannot say.
pub fn to_i18next(
    bundle: &str,
    keys: Keys,
    categories: &dyn Fn(bool) -> BTreeSet<&'static str>,
) -> Result<Vec<I18nextText>, Vec<Inexpressible>> {
    let resource = parse(bundle).unwrap_or_else(|(resource, _)| resource);
    let writer = Writer { entries: entries(&resource), keys, categories };
    let (mut texts, mut wrong) = (Vec::new(), Vec::new());
    for (name, parts) in &writer.entries {
        for (attribute, pattern) in parts.all() {
            match writer.texts(name, parts, attribute, pattern) {
                Ok(found) => texts.extend(found),
                Err(why) => wrong.push(Inexpressible { entry: name.clone(), why }),
            }
        }
    }
    if wrong.is_empty() { Ok(texts) } else { Err(wrong) }
}

/// A message or term.
struct Parts<'a> {
    value: Option<&'a Pattern<&'a str>>,
    attributes: &'a [Attribute<&'a str>],
}

impl<'a> Parts<'a> {
    fn all(&self) -> impl Iterator<Item = (Option<&'a str>, &'a Pattern<&'a str>)> {
        let attributes = self.attributes.iter().map(|it| (Some(it.id.name), &it.value));
        self.value.map(|it| (None, it)).into_iter().chain(attributes)
    }
}

fn entries<'a>(resource: &'a Resource<&'a str>) -> BTreeMap<String, Parts<'a>> {
    let entry = |entry: &'a Entry<&'a str>| match entry {
        Entry::Message(it) => {
            let (value, attributes) = (it.value.as_ref(), it.attributes.as_slice());
            Some((it.id.name.to_owned(), Parts { value, attributes }))
        }
        Entry::Term(it) => {
            let (value, attributes) = (Some(&it.value), it.attributes.as_slice());
            Some((format!("-{}", it.id.name), Parts { value, attributes }))
        }
        _ => None,
    };
    resource.body.iter().filter_map(entry).collect()
}

/// One of the texts of a pattern, by what is chosen.
#[derive(Clone, Default)]
struct Form {
    context: Option<String>,
    plural: Option<String>,
    text: String,
}

type Why = String;

struct Writer<'a> {
    entries: BTreeMap<String, Parts<'a>>,
    keys: Keys,
    categories: &'a dyn Fn(bool) -> BTreeSet<&'static str>,
}

impl<'a> Writer<'a> {
    fn texts(
        &self,
        entry: &str,
        parts: &Parts<'_>,
        attribute: Option<&str>,
        pattern: &Pattern<&str>,
    ) -> Result<Vec<I18nextText>, Why> {
        let both = self.keys == Keys::Nested && parts.value.is_some();
        if both && attribute == Some(VALUE) {
            return Err(format!("its attribute `{VALUE}` is called as its own text would be"));
        }
        let text = |form: Form| {
            let context = form.context.map(|it| format!("_{it}")).unwrap_or_default();
            let suffix = context + &form.plural.unwrap_or_default();
            let (entry, attribute) = (entry.to_owned(), attribute.map(str::to_owned));
            I18nextText { entry, attribute, suffix, text: form.text }
        };
        let texts: Vec<_> = self.forms(pattern)?.into_iter().map(text).collect();
        texts.iter().try_for_each(|it| require_free_names(&it.text))?;
        Ok(texts)
    }

    fn forms(&self, pattern: &Pattern<&str>) -> Result<Vec<Form>, Why> {
        let mut forms = vec![Form::default()];
        for element in &pattern.elements {
            let next = match element {
                PatternElement::TextElement { value } => vec![plain(value)?],
                PatternElement::Placeable { expression } => self.expression(expression)?,
            };
            forms = joined(&forms, &next)?;
        }
        Ok(forms)
    }

    fn expression(&self, expression: &Expression<&str>) -> Result<Vec<Form>, Why> {
        match expression {
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                self.expression(expression)
            }
            Expression::Inline(inline) => Ok(vec![self.inline(inline)?]),
            Expression::Select { selector, variants } => self.select(selector, variants),
        }
    }

    fn inline(&self, inline: &InlineExpression<&str>) -> Result<Form, Why> {
        let text = match inline {
            InlineExpression::StringLiteral { value } => {
                return plain(&unescape_unicode_to_string(value));
            }
            InlineExpression::NumberLiteral { value } => (*value).to_owned(),
            InlineExpression::VariableReference { id } => format!("{{{{{}}}}}", id.name),
            InlineExpression::FunctionReference { id, arguments } => call(id.name, arguments)?,
            InlineExpression::MessageReference { id, attribute } => {
                self.reference(id.name, attribute.as_ref().map(|it| it.name))
            }
            InlineExpression::TermReference { id, attribute: None, arguments } => {
                if arguments.as_ref().is_some_and(|it| !it.named.is_empty()) {
                    return Err(format!("`-{}` is asked for with arguments", id.name));
                }
                self.reference(&format!("-{}", id.name), None)
            }
            InlineExpression::TermReference { id, .. } => {
                return Err(format!("an attribute of `-{}` is no text", id.name));
            }
            InlineExpression::Placeable { .. } => return Err("a choice within a choice".to_owned()),
        };
        Ok(Form { text, ..Form::default() })
    }

    /// A text within another.
    fn reference(&self, entry: &str, attribute: Option<&str>) -> String {
        let has_more = self.entries.get(entry).is_some_and(|it| !it.attributes.is_empty());
        match attribute {
            Some(attribute) => format!("$t({entry}.{attribute})"),
            None if self.keys == Keys::Nested && has_more => format!("$t({entry}.{VALUE})"),
            None => format!("$t({entry})"),
        }
    }

    fn select(
        &self,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
    ) -> Result<Vec<Form>, Why> {
        if let [only] = variants {
            return self.forms(&only.value);
        }
        if let InlineExpression::TermReference { id, attribute: Some(attribute), .. } = selector {
            let value = self.attribute_of(&format!("-{}", id.name), attribute.name)?;
            return self.forms(&chosen(variants, &value).value);
        }
        let (name, ordinal) = variable(selector)?;
        let is_plural = |it: &Variant<&str>| match it.key {
            VariantKey::Identifier { name } => PLURAL_CATEGORIES.contains(&name),
            VariantKey::NumberLiteral { .. } => true,
        };
        match (name, variants.iter().all(is_plural)) {
            ("count", true) => self.plural(variants, ordinal),
            ("context", false) => self.context(variants),
            (_, true) => Err(format!("i18next chooses plural forms by `count`, not by `${name}`")),
            (_, false) => Err(format!("i18next chooses by `context`, not by `${name}`")),
        }
    }

    /// The value of a term's attribute, by which others choose.
    fn attribute_of(&self, term: &str, name: &str) -> Result<String, Why> {
        let parts = self.entries.get(term);
        let attribute = parts.and_then(|it| it.attributes.iter().find(|it| it.id.name == name));
        match attribute.map(|it| it.value.elements.as_slice()) {
            Some([PatternElement::TextElement { value }]) => Ok((*value).trim().to_owned()),
            _ => Err(format!("`{term}.{name}`, which it chooses by, is no plain text")),
        }
    }

    fn plural(&self, variants: &[Variant<&str>], ordinal: bool) -> Result<Vec<Form>, Why> {
        let mut categories = (self.categories)(ordinal);
        categories.insert("other");
        let has_zero = categories.contains("zero");
        for variant in variants {
            match variant.key {
                VariantKey::NumberLiteral { value: "0" } if !has_zero && !ordinal => {
                    categories.insert("zero");
                }
                VariantKey::NumberLiteral { value } => {
                    return Err(format!("i18next has no form for exactly {value}"));
                }
                VariantKey::Identifier { .. } => {}
            }
        }
        let kind = if ordinal { "_ordinal" } else { "" };
        let mut forms = Vec::new();
        for category in categories {
            let name = if category == "zero" && !has_zero { "0" } else { category };
            for form in self.forms(&chosen(variants, name).value)? {
                if form.plural.is_some() {
                    return Err("it chooses by a number twice".to_owned());
                }
                forms.push(Form { plural: Some(format!("{kind}_{category}")), ..form });
            }
        }
        Ok(forms)
    }

    fn context(&self, variants: &[Variant<&str>]) -> Result<Vec<Form>, Why> {
        let mut forms = Vec::new();
        for variant in variants {
            let context = match variant.key {
                _ if variant.default => None,
                VariantKey::Identifier { name } => Some(name.to_owned()),
                VariantKey::NumberLiteral { value } => Some(value.to_owned()),
            };
            for form in self.forms(&variant.value)? {
                if form.context.is_some() {
                    return Err("it chooses by `context` twice".to_owned());
                }
                forms.push(Form { context: context.clone(), ..form });
            }
        }
        Ok(forms)
    }
}

/// The variant of this key, or the default.
fn chosen<'v, 'a>(variants: &'v [Variant<&'a str>], key: &str) -> &'v Variant<&'a str> {
    let named = |it: &&Variant<&str>| match it.key {
        VariantKey::Identifier { name } => name == key,
        VariantKey::NumberLiteral { value } => value == key,
    };
    let default = || variants.iter().find(|it| it.default).unwrap_or(&variants[0]);
    variants.iter().find(named).unwrap_or_else(default)
}

/// The variable that is chosen by, and whether as an ordinal.
fn variable<'a>(selector: &InlineExpression<&'a str>) -> Result<(&'a str, bool), Why> {
    match selector {
        InlineExpression::VariableReference { id } => Ok((id.name, false)),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            let ordinal = arguments.named.iter().any(|it| {
                let value =
                    matches!(it.value, InlineExpression::StringLiteral { value: "ordinal" });
                it.name.name == "type" && value
            });
            match arguments.positional.as_slice() {
                [InlineExpression::VariableReference { id }] => Ok((id.name, ordinal)),
                _ => Err("it chooses by what is no variable".to_owned()),
            }
        }
        _ => Err("it chooses by what is no variable".to_owned()),
    }
}

/// A call of one of the functions that i18next has too.
fn call(name: &str, arguments: &CallArguments<&str>) -> Result<String, Why> {
    let format = match name {
        "NUMBER" => "number",
        "DATETIME" => "datetime",
        _ => return Err(format!("i18next has no `{name}`")),
    };
    let [InlineExpression::VariableReference { id }] = arguments.positional.as_slice() else {
        return Err(format!("`{name}` is asked of what is no variable"));
    };
    let mut options = Vec::new();
    for option in &arguments.named {
        match &option.value {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value } => {
                options.push(format!("{}: {value}", option.name.name));
            }
            _ => return Err(format!("an option of `{name}` is no plain value")),
        }
    }
    let options =
        if options.is_empty() { String::new() } else { format!("({})", options.join("; ")) };
    Ok(format!("{{{{{}, {format}{options}}}}}", id.name))
}

/// Names that i18next takes for options of its own, beside `count` and `context`.
const OPTIONS: [&str; 12] = [
    "applyPostProcessor",
    "defaultValue",
    "interpolation",
    "lng",
    "lngs",
    "locale",
    "ns",
    "ordinal",
    "postProcess",
    "replace",
    "returnDetails",
    "skipInterpolation",
];

/// Names that it gives on as options wherever a text formats something.
const FORMAT_OPTIONS: [&str; 14] = [
    "calendar", "currency", "day", "era", "hour", "minute", "month", "notation", "second", "style",
    "timeZone", "unit", "weekday", "year",
];

/// Refuses a text whose variables would be taken for options.
fn require_free_names(text: &str) -> Result<(), Why> {
    let variables: Vec<&str> =
        text.split("{{").skip(1).filter_map(|it| it.split("}}").next()).collect();
    let formats = variables.iter().any(|it| it.contains(','));
    let names = variables.iter().filter_map(|it| it.split(',').next());
    let taken = |name: &&str| OPTIONS.contains(name) || (formats && FORMAT_OPTIONS.contains(name));
    match names.into_iter().find(taken) {
        Some(name) => Err(format!("i18next takes `${name}` for an option of its own")),
        None => Ok(()),
    }
}

/// Text as it is; some of it would mean something to i18next.
fn plain(text: &str) -> Result<Form, Why> {
    match ["{{", "}}", "$t("].into_iter().find(|it| text.contains(it)) {
        Some(mark) => Err(format!("i18next would take `{mark}` in the text for its own")),
        None => Ok(Form { text: text.to_owned(), ..Form::default() }),
    }
}

/// Every form of one part before every form of the next.
fn joined(forms: &[Form], next: &[Form]) -> Result<Vec<Form>, Why> {
    const MOST: usize = 64;
    if forms.len() * next.len() > MOST {
        return Err(format!("it has more than {MOST} forms"));
    }
    let both = |has: fn(&Form) -> bool| forms.iter().any(has) && next.iter().any(has);
    if both(|it| it.plural.is_some()) {
        return Err("it chooses by a number twice".to_owned());
    }
    if both(|it| it.context.is_some()) {
        return Err("it chooses by `context` twice".to_owned());
    }
    let pairs = forms.iter().flat_map(|form| next.iter().map(move |add| (form, add)));
    pairs.map(|(form, add)| form.followed_by(add)).collect()
}

impl Form {
    fn followed_by(&self, next: &Self) -> Result<Self, Why> {
        let text = format!("{}{}", self.text, next.text);
        // Pieces could say together what none says alone.
        if text.contains("{{{") || text.contains("}}}") {
            return Err("a brace stands beside a placeable".to_owned());
        }
        let context = self.context.clone().or_else(|| next.context.clone());
        Ok(Self { context, plural: self.plural.clone().or_else(|| next.plural.clone()), text })
    }
}
