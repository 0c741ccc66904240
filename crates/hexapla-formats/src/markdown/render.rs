//! A block's new text as bytes of its file.

use hexapla_model::{Unit, UnitKind};

use super::block::line_start;
use super::front_matter::{self, Language};
use crate::normalise::line_end;
use crate::{MergeError, fields};

/// The bytes that replace a unit with the given text: each line behind the first begins as the
/// block's own lines do.
pub(crate) fn render(file: &str, unit: &Unit, new: &str) -> Result<String, MergeError> {
    if unit.key.is_some() || unit.kind == UnitKind::ArrayItem {
        let (front, _) = front_matter::find(file);
        let Some(front) = front else { return Ok(new.to_owned()) };
        let inner = &file[front.inner.clone()];
        let mut local = unit.clone();
        local.span = unit.span.start - front.inner.start..unit.span.end - front.inner.start;
        return match front.language {
            Language::Yaml => fields::render_yaml(inner, &local, new),
            Language::Toml => fields::render_toml(inner, &local, new),
        };
    }
    Ok(in_place(file, unit, new))
}

/// The lines of `new` with the line ends and the margin of the place they go to.
pub(super) fn in_place(file: &str, unit: &Unit, new: &str) -> String {
    let margin = margin(file, unit);
    let mut out = String::new();
    for (index, line) in new.split('\n').enumerate() {
        if index > 0 {
            out.push_str(line_end(file));
            out.push_str(if line.is_empty() { margin.trim_end() } else { &margin });
        }
        out.push_str(line);
    }
    out
}

/// What each line behind the first begins with: as the block's second line does, where there is
/// one, else as its first with bullets and other marks as spaces.
fn margin(file: &str, unit: &Unit) -> String {
    let second = file[unit.span.clone()].split_inclusive('\n').nth(1);
    let verbatim = matches!(unit.kind, UnitKind::CodeBlock | UnitKind::Markup);
    if let (Some(second), false) = (second, verbatim) {
        let mark = |c: char| matches!(c, ' ' | '\t' | '>');
        let margin = &second[..second.len() - second.trim_start_matches(mark).len()];
        return margin.to_owned();
    }
    let start = line_start(file, unit.span.start);
    let before = file[start..unit.span.start].trim_start_matches('\u{feff}');
    before.chars().map(|c| if c == '>' || c == '\t' { c } else { ' ' }).collect()
}
