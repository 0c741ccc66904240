//! Checks of the words themselves.
//!
//! * [`pair`] finds what is wrong with a target beside its source, [`alone`] with a text whatever its
//!   source says; a [`Profile`] says what is usual in a locale;
//! * [`errors`] finds only what never ships;
//! * [`texts`] gives the words of a unit without its codes: a check never looks at a code;
//! * [`too_long`] finds texts of more characters than they may have, as [`max_length`] of a comment says;
//! * [`critical`] holds numbers and addresses against those that were approved;
//! * [`fix`] mends what is certain; [`consistency`] looks at many units, and [`Renderings`] asks other
//!   locales about what that finds;
//! * [`CHECKS`] names every check, each of which has a section in `docs/checks.md`.
//!
//! What is not certain is not told: a false alarm costs more than a miss. All are pure functions.

mod address;
mod check;
mod consistency;
mod critical;
mod digits;
mod fix;
mod found;
mod function_words;
mod html;
mod language;
mod leftover;
mod length;
mod number;
mod profile;
mod punctuation;
mod quotes;
mod renderings;
mod run;
mod safety;
mod settle;
mod side;
mod spacing;
mod suspicious;
mod traits;

use hexapla_model::{Diagnostic, Severity, Unit};

use found::Found;
use side::{Pair, Side};

pub use check::{CHECKS, Check};
pub use consistency::{Inconsistency, consistency};
pub use critical::{Token, TokenKind, critical, critical_tokens};
pub use fix::{Fixed, fix};
pub use length::{longest, max_length, too_long};
pub use profile::Profile;
pub use renderings::Renderings;
pub use run::{FILLED, TextRun, texts};
pub use side::Profiles;

/// What is wrong with a target beside the source that it renders, and by itself.
///
/// Places are bytes of the target's file: of the words, where the unit's text stands in the file as it
/// is, else of the unit.
pub fn pair(source: &Unit, target: &Unit, profiles: Profiles<'_>) -> Vec<Diagnostic> {
    let found = found_in_pair(&Side::of(source), &Side::of(target), profiles);
    found.into_iter().map(|it| it.diagnostic(target)).collect()
}

/// What is wrong with a text whatever its source says: of a source, or of a target that is stale.
pub fn alone(unit: &Unit, profile: &Profile) -> Vec<Diagnostic> {
    let side = Side::of(unit);
    let mut found = Vec::new();
    safe(None, &side, profile, &mut found);
    for run in &side.runs {
        leftover::damaged(run, &mut found);
        punctuation::quotation(run, profile, &mut found);
        punctuation::french(run, profile, &mut found);
        punctuation::brackets(None, run, &mut found);
        spacing::doubled(None, unit.kind, run, &mut found);
        spacing::word_doubled(None, run, profile, &mut found);
    }
    found.into_iter().map(|it| it.diagnostic(unit)).collect()
}

/// The errors among what [`pair`] finds, or [`alone`] where there is no source: what never ships.
pub fn errors(source: Option<&Unit>, unit: &Unit, profile: &Profile) -> Vec<Diagnostic> {
    if !suspicious::is_suspicious(unit) {
        return Vec::new();
    }
    let side = Side::of(unit);
    let mut found = Vec::new();
    safe(source, &side, profile, &mut found);
    side.runs.iter().for_each(|run| leftover::damaged(run, &mut found));
    let all = found.into_iter().map(|it| it.diagnostic(unit));
    all.filter(|it| it.severity == Severity::Error).collect()
}

/// What may deceive readers or run code.
fn safe(source: Option<&Unit>, side: &Side<'_>, profile: &Profile, found: &mut Vec<Found>) {
    for run in &side.runs {
        safety::bidi(run, found);
        safety::invisible(run, profile, found);
        safety::mixed_script(run, found);
    }
    safety::links_and_tags(source, side.unit, &side.runs, found);
}

fn found_in_pair(source: &Side<'_>, target: &Side<'_>, profiles: Profiles<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let pair = Pair { source, target, profiles };
    number::differing(&pair, &mut found);
    address::differing(&pair, &mut found);
    safe(Some(source.unit), target, profiles.target, &mut found);
    spacing::edge(&pair, &mut found);
    spacing::newline(&pair, &mut found);
    language::length(&pair, &mut found);
    for run in side::few(&target.runs) {
        of_run(run.partner(side::few(&source.runs)), run, &pair, &mut found);
    }
    found
}

/// What is wrong with a run, beside the one that it renders where that is certain.
fn of_run(source: Option<&TextRun>, run: &TextRun, pair: &Pair<'_>, found: &mut Vec<Found>) {
    let (profiles, profile) = (pair.profiles, pair.profiles.target);
    if let Some(source) = source {
        punctuation::ending(source, run, profiles, found);
        punctuation::inverted(source, run, profile, found);
        punctuation::ellipsis(source, run, found);
        leftover::placeholder(source, run, found);
    }
    punctuation::french(run, profile, found);
    punctuation::quotation(run, profile, found);
    punctuation::brackets(source, run, found);
    spacing::doubled(source, pair.target.unit.kind, run, found);
    spacing::word_doubled(source, run, profile, found);
    language::language(source, run, profiles, found);
    language::unexpected(source, run, profile, found);
    leftover::escaped(source, run, found);
    leftover::damaged(run, found);
}
