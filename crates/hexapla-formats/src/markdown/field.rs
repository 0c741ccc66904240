//! New fields into front matter.

use hexapla_model::{Unit, phrase};

use super::document::Document;
use super::front_matter::{FrontMatter, Language, body_start};
use super::lines::{line_start, next_line};
use crate::merge::expected;
use crate::normalise::line_end;
use crate::{FieldRules, Insertion, MergeError, fields};

/// The target with a field of the source, on a line of its own behind its nearest present
/// neighbour; with front matter where there is none yet.
pub(super) fn insert(
    source: &str,
    from: &Document,
    target: &str,
    pairs: &[(usize, usize)],
    index: usize,
    text: &str,
    rules: &FieldRules,
) -> Result<String, MergeError> {
    let unit = &from.blocks[index].unit;
    let Some(front) = &from.front else { return Err(refused(unit)) };
    let target = with_front_matter(target, front.language);
    let Some(place) = FrontMatter::find(&target).0 else { return Err(refused(unit)) };
    if place.language != front.language {
        return Err(refused(unit));
    }
    let inner = &target[place.inner.clone()];
    let new = match front.language {
        Language::Toml => {
            let insertion = [Insertion { source_index: index, text: text.to_owned(), form: None }];
            let source = &source[front.inner.clone()];
            let rules = front.language.spelling(source, rules).rules;
            let bytes = fields::insert_toml(source, inner, pairs, &insertion, &rules)?;
            String::from_utf8(bytes).map_err(|_| refused(unit))?
        }
        Language::Yaml => yaml(source, front, unit, inner, &neighbours(from, index), text, rules)?,
    };
    Ok(format!("{}{new}{}", &target[..place.inner.start], &target[place.inner.end..]))
}

/// The fields before one, the nearest first.
fn neighbours(from: &Document, index: usize) -> Vec<&Unit> {
    from.blocks[..index].iter().rev().map(|block| &block.unit).collect()
}

fn with_front_matter(target: &str, language: Language) -> String {
    if FrontMatter::find(target).0.is_some() {
        return target.to_owned();
    }
    let fence = if language == Language::Yaml { "---" } else { "+++" };
    let (bom, body) = target.split_at(body_start(target));
    let end = line_end(target);
    format!("{bom}{fence}{end}{fence}{end}{end}{body}")
}

/// The line of the source's field with another value, behind that of a neighbour.
fn yaml(
    source: &str,
    front: &FrontMatter,
    unit: &Unit,
    inner: &str,
    neighbours: &[&Unit],
    text: &str,
    rules: &FieldRules,
) -> Result<String, MergeError> {
    let value = front.render(source, unit, text)?;
    let name = &source[line_start(source, unit.span.start)..unit.span.start];
    let end = line_end(inner);
    let line = format!("{name}{value}").replace("\r\n", "\n").replace('\n', end) + end;
    let present = Language::Yaml.extract(inner, rules).units;
    let neighbour = neighbours
        .iter()
        .find_map(|it| present.iter().find(|unit| unit.key.is_some() && unit.key == it.key));
    let at = neighbour.map_or(0, |it| next_line(inner, it.span.end));
    let new = format!("{}{line}{}", &inner[..at], &inner[at..]);
    let after = Language::Yaml.extract(&new, rules).units;
    let found = after.iter().any(|it| it.key == unit.key && it.text == text);
    if found && after.len() == present.len() + 1 { Ok(new) } else { Err(refused(unit)) }
}

fn refused(unit: &Unit) -> MergeError {
    let reason = phrase!("it cannot be added here; copy it from the source");
    MergeError::NotOneUnit { expected: expected(unit), reason }
}
