//! Which ellipsis: `ellipsis-differs`.

use hexapla_model::phrase;

use crate::check;
use crate::found::Found;
use crate::run::TextRun;
use crate::traits::{DOTS, ELLIPSIS};

/// `...` where the source has `…`.
pub(crate) fn ellipsis(source: &TextRun, target: &TextRun, found: &mut Vec<Found>) {
    if !target.traits.has(DOTS) || !source.traits.has(ELLIPSIS) || source.traits.has(DOTS) {
        return;
    }
    for (at, _) in target.text.match_indices("...") {
        let alone = !target.text[at + 3..].starts_with('.') && !target.text[..at].ends_with('.');
        let span = target.place(&(at..at + 3));
        let message = phrase!("`...`, where the source has `…`");
        let problem = Found::new(&check::ELLIPSIS, span.clone(), message, phrase!("write `…`"));
        if alone {
            found.push(problem.mended(span, "…"));
        }
    }
}
