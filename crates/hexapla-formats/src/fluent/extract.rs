//! Messages and terms as units.

use std::collections::HashMap;

use fluent_syntax::ast::{Comment, Entry};
use fluent_syntax::parser::{ErrorKind, ParserError, parse};
use hexapla_model::{Diagnostic, Phrase, Unit, UnitKey, UnitKind, phrase};

use super::codes::codes;
use super::entry::{DEEPEST, Place, places};
use super::meaning::fingerprint;
use crate::Extracted;

/// The messages and terms of a file. What the parser calls junk is told of and is no unit.
pub(crate) fn extract(text: &str) -> Extracted {
    let places = places(text);
    let mut extracted = Extracted::default();
    let blanked = blank_too_deep(text, &places, &mut extracted.diagnostics);
    let all = blanked.as_deref().unwrap_or(text);
    let parsed = all.strip_prefix('\u{feff}').unwrap_or(all);
    let bom = all.len() - parsed.len();
    let resource = match parse(parsed) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            // The parser takes spaces at the very end for junk, which they are not.
            let said = |error: &&ParserError| {
                let junk = error.slice.clone().and_then(|span| parsed.get(span));
                junk.is_none_or(|junk| !junk.trim_matches([' ', '\r', '\n']).is_empty())
            };
            extracted.diagnostics.extend(errors.iter().filter(said).map(|it| junk(it, all, bom)));
            resource
        }
    };
    let by_start: HashMap<usize, &Place> =
        places.iter().map(|place| (place.span.start, place)).collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (at, entry) in resource.body.iter().enumerate() {
        let (name, comment, kind) = match entry {
            Entry::Message(message) => (message.id.name, &message.comment, UnitKind::Message),
            Entry::Term(term) => (term.id.name, &term.comment, UnitKind::Term),
            _ => continue,
        };
        let sigil = usize::from(kind == UnitKind::Term);
        let start = offset(all, name).saturating_sub(sigil);
        let Some(place) = by_start.get(&start) else { continue };
        let place = &before_junk(place, all, resource.body.get(at + 1));
        let key = if kind == UnitKind::Term { format!("-{name}") } else { name.to_owned() };
        if seen.insert(key.clone(), start).is_some() {
            extracted.diagnostics.push(duplicate(&key, place));
            continue;
        }
        extracted.units.push(unit(text, place, key, kind, entry, comment.as_ref()));
    }
    extracted.diagnostics.sort_by_key(|it| (it.span.start, it.span.end));
    extracted
}

fn unit(
    file: &str,
    place: &Place,
    key: String,
    kind: UnitKind,
    entry: &Entry<&str>,
    comment: Option<&Comment<&str>>,
) -> Unit {
    // A lone CR is no line end in Fluent.
    let text = &file[place.span.clone()];
    let text = if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() };
    Unit {
        key: Some(UnitKey::new(key)),
        kind,
        codes: codes(&text),
        text,
        span: place.span.clone(),
        fingerprint: fingerprint(entry),
        comment: comment.map(|comment| comment.content.join("\n")),
        anchor: None,
    }
}

/// The place without the lines that the parser does not take for a part of the entry.
fn before_junk(place: &Place, all: &str, next: Option<&Entry<&str>>) -> Place {
    let mut place = place.clone();
    if let Some(Entry::Junk { content }) = next {
        let end = place.span.end.min(offset(all, content));
        let kept = all[place.span.start..end].trim_end_matches([' ', '\r', '\n']).len();
        place.span.end = place.span.start + kept;
    }
    place
}

/// Where a slice of `text` begins in it.
fn offset(text: &str, slice: &str) -> usize {
    (slice.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize).min(text.len())
}

/// A copy in which entries that are nested too deeply are blank, where there are any.
fn blank_too_deep(
    text: &str,
    places: &[Place],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<String> {
    let deep: Vec<&Place> = places.iter().filter(|place| place.too_deep).collect();
    if deep.is_empty() {
        return None;
    }
    let mut copy = String::with_capacity(text.len());
    for place in deep {
        copy.push_str(&text[copy.len()..place.span.start]);
        let blank = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
        copy.extend(text[place.span.clone()].bytes().map(blank));
        let message = phrase!("more than {most} brackets are open at once", most = DEEPEST);
        diagnostics.push(
            Diagnostic::error("fluent-too-deep", place.span.clone(), message)
                .with_hint(phrase!("divide the message; it is kept as it is and never released")),
        );
    }
    copy.push_str(&text[copy.len()..]);
    Some(copy)
}

fn junk(error: &ParserError, all: &str, bom: usize) -> Diagnostic {
    // The parser counts bytes, and may stop within a character.
    let at = all.floor_char_boundary(bom + error.pos.start);
    let end = all.ceil_char_boundary(bom + error.pos.end);
    let hint =
        phrase!("set the syntax right: until then the entry is kept as it is and never released");
    Diagnostic::error("fluent-junk", at..end.max(at), what(&error.kind)).with_hint(hint)
}

/// What the parser says of an error.
fn what(kind: &ErrorKind) -> Phrase {
    use ErrorKind as Of;
    let spelt = |text: &str| text.replace('\r', "\\r").replace('\n', "\\n");
    match kind {
        Of::ExpectedToken(token) => {
            let token = spelt(token.encode_utf8(&mut [0; 4]));
            phrase!("expected a token starting with \"{token}\"", token)
        }
        Of::ExpectedCharRange { range } => {
            phrase!("expected one of \"{range}\"", range = spelt(range))
        }
        Of::ExpectedMessageField { entry_id } => {
            phrase!("expected a message field for \"{name}\"", name = entry_id)
        }
        Of::ExpectedTermField { entry_id } => {
            phrase!("expected a term field for \"{name}\"", name = entry_id)
        }
        Of::ForbiddenCallee => phrase!("callee is not allowed here"),
        Of::MissingDefaultVariant => {
            phrase!("the select expression must have a default variant")
        }
        Of::MissingValue => phrase!("expected a value"),
        Of::MultipleDefaultVariants => {
            phrase!("a select expression can only have one default variant")
        }
        Of::MessageReferenceAsSelector => {
            phrase!("message references can't be used as a selector")
        }
        Of::TermReferenceAsSelector => phrase!("term references can't be used as a selector"),
        Of::MessageAttributeAsSelector => {
            phrase!("message attributes can't be used as a selector")
        }
        Of::TermAttributeAsPlaceable => phrase!("term attributes can't be used as a selector"),
        Of::UnterminatedStringLiteral => phrase!("unterminated string literal"),
        Of::PositionalArgumentFollowsNamed => {
            phrase!("positional arguments must come before named arguments")
        }
        Of::DuplicatedNamedArgument(name) => {
            phrase!("the \"{name}\" argument appears twice", name)
        }
        Of::UnknownEscapeSequence(_) => phrase!("unknown escape sequence"),
        Of::InvalidUnicodeEscapeSequence(written) => {
            phrase!("invalid unicode escape sequence, \"{written}\"", written = spelt(written))
        }
        Of::UnbalancedClosingBrace => phrase!("unbalanced closing brace"),
        Of::ExpectedInlineExpression => phrase!("expected an inline expression"),
        Of::ExpectedSimpleExpressionAsSelector => {
            phrase!("expected a simple expression as selector")
        }
        Of::ExpectedLiteral => phrase!("expected a string or number literal"),
    }
}

fn duplicate(key: &str, place: &Place) -> Diagnostic {
    let message = phrase!("`{written}` stands here a second time", written = key);
    Diagnostic::error("fluent-duplicate-id", place.span.clone(), message)
        .with_hint(phrase!("only the first is read: remove or rename this one"))
}
