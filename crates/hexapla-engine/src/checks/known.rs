//! The checks that there are.

use hexapla_model::Severity::{self, Error, Note, Warning};

/// A check, by its name, and how bad what it finds is where no config says otherwise; of some kinds
/// less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its name.
    pub id: &'static str,
    /// How bad what it finds is at most.
    pub severity: Severity,
}

/// All checks, sorted by name; what a file cannot be read for is no check, and always an error.
pub fn checks() -> Vec<Check> {
    let words = hexapla_checks::CHECKS.iter().map(|it| of(it.id, it.severity));
    let terms = super::terms::checks().map(|(id, severity)| of(id, severity));
    let mut all: Vec<Check> = STRUCTURE.iter().copied().chain(words).chain(terms).collect();
    all.sort_by_key(|it| it.id);
    all
}

/// The checks of all but words.
const STRUCTURE: &[Check] = &[
    of("attribute-doubled", Warning),
    of("attribute-extra", Warning),
    of("attribute-missing", Error),
    of("code-differs", Warning),
    of("footnote-differs", Warning),
    of("front-matter-extra", Warning),
    of("front-matter-missing", Warning),
    of("function-differs", Note),
    of("function-unknown", Warning),
    of("heading-level", Warning),
    of("html-differs", Warning),
    of("id-taken", Error),
    of("image-differs", Warning),
    of("link-differs", Warning),
    of("number-limit", Error),
    of("option-unknown", Warning),
    of("placeable-extra", Error),
    of("placeable-missing", Warning),
    of("plural-differs", Warning),
    of("plural-missing", Warning),
    of("plural-unused", Warning),
    of("reference-extra", Warning),
    of("reference-missing", Warning),
    of("reference-unknown", Error),
    of("root-locale", Error),
    of("silence-idle", Warning),
    of("table-cells", Warning),
    of("value-differs", Error),
    of("variant-doubled", Warning),
];

const fn of(id: &'static str, severity: Severity) -> Check {
    Check { id, severity }
}
