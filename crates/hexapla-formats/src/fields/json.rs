//! JSON with comments, as read by `jsonc-parser`.
//!
//! Comments and commas behind a last value are kept and read over, since many tools allow them;
//! nothing else of JSON5 is read.

use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase};
use jsonc_parser::ast::{Object, Value as JsonValue};
use jsonc_parser::common::{Range as Place, Ranged};
use jsonc_parser::errors::ParseError;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::comment;
use super::node::{DEEPEST, Document, Entry, Form, Node, Read, Value, last_of_each};

const OPTIONS: ParseOptions = ParseOptions {
    allow_comments: true,
    allow_trailing_commas: true,
    allow_loose_object_property_names: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads a document whose top is an object, or that is empty.
///
/// The parser itself refuses more than 512 levels, so that no file overflows the stack.
pub(super) fn read(text: &str) -> Read {
    let content = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader =
        Reader { text, shift: text.len() - content.len(), last: 0, problems: Vec::new() };
    let parsed = parse_to_ast(content, &CollectOptions::default(), &OPTIONS)
        .map_err(|error| reader.syntax(&error))?;
    let top = match &parsed.value {
        None => Node { value: Value::Map(Vec::new(), Form::Inline), span: text.len()..text.len() },
        Some(value @ JsonValue::Object(_)) => reader.node(value, 0)?,
        Some(value) => return Err(reader.refusal(value.range(), "a top without named fields")),
    };
    Ok(Document { top, problems: reader.problems })
}

struct Reader<'a> {
    text: &'a str,
    /// The length of the byte order mark, which the parser did not see.
    shift: usize,
    /// The end of the value, or of the opening bracket, before.
    last: usize,
    problems: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn span(&self, place: Place) -> Range<usize> {
        place.start + self.shift..place.end + self.shift
    }

    fn syntax(&self, error: &ParseError) -> Diagnostic {
        let mut message = error.kind().to_string();
        message.get_mut(..1).map(str::make_ascii_lowercase);
        Diagnostic::error("json-syntax", self.span(error.range()), Phrase::in_english(message))
            .with_hint(Phrase::in_english(
                "set the syntax right; nothing of the fields was read or changed",
            ))
    }

    fn refusal(&self, place: Place, what: &str) -> Diagnostic {
        let message = format!("{what} cannot be read back safely");
        Diagnostic::error("json-unsupported", self.span(place), Phrase::in_english(message))
            .with_hint(Phrase::in_english(
                "write it another way; nothing of the fields was read or changed",
            ))
    }

    fn node(&mut self, value: &JsonValue<'_>, depth: usize) -> Result<Node, Diagnostic> {
        if depth > DEEPEST {
            return Err(self.refusal(value.range(), "so many arrays and objects within each other"));
        }
        let span = self.span(value.range());
        let value = match value {
            JsonValue::StringLit(text) => Value::Text(text.value.clone().into_owned()),
            JsonValue::NumberLit(number) => Value::Other(number.value.to_owned()),
            JsonValue::BooleanLit(truth) => Value::Other(truth.value.to_string()),
            JsonValue::NullKeyword(_) => Value::Other("null".to_owned()),
            JsonValue::Object(object) => self.object(object, depth)?,
            JsonValue::Array(array) => {
                self.last = span.start + 1;
                let items = array.elements.iter().map(|item| self.node(item, depth + 1));
                Value::List(items.collect::<Result<_, _>>()?, Form::Inline)
            }
        };
        self.last = span.end;
        Ok(Node { value, span })
    }

    fn object(&mut self, object: &Object<'_>, depth: usize) -> Result<Value, Diagnostic> {
        self.last = self.span(object.range).start + 1;
        let mut entries = Vec::with_capacity(object.properties.len());
        for property in &object.properties {
            let start = self.span(property.range).start;
            let before = self.text.get(self.last..start).unwrap_or_default();
            let comment = comment::above(before, false, "//");
            let node = self.node(&property.value, depth + 1)?;
            entries.push(Entry { name: property.name.as_str().to_owned(), start, comment, node });
        }
        Ok(Value::Map(last_of_each(entries, &mut self.problems), Form::Inline))
    }
}
