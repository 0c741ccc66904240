//! What certainly mends a target.

use hexapla_model::{Severity, Unit};

use crate::found::{Found, Replacement};
use crate::side::{Profiles, Side};

/// A target with what was certain mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text of the unit.
    pub text: String,
    /// The names of the checks whose findings were mended, sorted, each once.
    pub checks: Vec<&'static str>,
}

/// How often what was mended is looked at again, since one mending may be the ground of another.
const ROUNDS: usize = 8;

/// The target's text with the certain findings mended; nothing where there are none.
///
/// Only words change, never codes. Mending once more changes nothing.
pub fn fix(source: &Unit, target: &Unit, profiles: Profiles<'_>) -> Option<Fixed> {
    let source = Side::of(source);
    let mut unit = target.clone();
    let mut checks = Vec::new();
    for _ in 0..ROUNDS {
        let found = crate::found_in_pair(&source, &Side::of(&unit), profiles);
        let (names, replacements) = certain(found);
        if replacements.is_empty() {
            break;
        }
        checks.extend(names);
        unit = mended(&unit, &replacements);
    }
    checks.sort_unstable();
    checks.dedup();
    (unit.text != target.text).then_some(Fixed { text: unit.text, checks })
}

/// What mends the findings, in order of place, none overlapping another.
fn certain(found: Vec<Found>) -> (Vec<&'static str>, Vec<Replacement>) {
    let mends = found.into_iter().filter_map(|it| Some((it.check, it.fix?)));
    let mut all: Vec<_> = mends.filter(|it| it.0.severity <= Severity::Warning).collect();
    all.sort_by_key(|(_, it)| (it.span.start, it.span.end));
    let (mut names, mut replacements) = (Vec::new(), Vec::<Replacement>::new());
    for (check, replacement) in all {
        if replacements.last().is_none_or(|last| {
            last.span.end < replacement.span.start
                || last.span.end == replacement.span.start
                    && !last.span.is_empty()
                    && !replacement.span.is_empty()
        }) {
            names.push(check.id);
            replacements.push(replacement);
        }
    }
    (names, replacements)
}

/// The unit with parts of its text replaced; its codes move along.
fn mended(unit: &Unit, replacements: &[Replacement]) -> Unit {
    let mut text = String::new();
    let mut codes = unit.codes.clone();
    let mut at = 0;
    for it in replacements {
        text.push_str(&unit.text[at..it.span.start]);
        text.push_str(&it.text);
        at = it.span.end;
    }
    text.push_str(&unit.text[at..]);
    // No replacement lies in a code.
    let mut moved = replacements.iter().peekable();
    let (mut gone, mut come) = (0, 0);
    for code in &mut codes {
        while let Some(it) = moved.next_if(|it| it.span.end <= code.span.start) {
            gone += it.span.len();
            come += it.text.len();
        }
        code.span = code.span.start + come - gone..code.span.end + come - gone;
    }
    Unit { text, codes, ..unit.clone() }
}
