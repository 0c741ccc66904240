//! Work that is done over and over, on input that is made up.

use crate::{align, decide, diff, extract, fingerprint, fold};

/// One turn of a loop.
pub(crate) type Turn = Box<dyn Fn()>;

/// A loop that nearly all time is spent in.
#[derive(Clone, Copy)]
pub(crate) struct InnerLoop {
    pub(crate) name: &'static str,
    /// Makes up its input, and gives one turn over all of it.
    pub(crate) prepare: fn() -> Turn,
}

pub(crate) const ALL: [InnerLoop; 11] = [
    InnerLoop { name: "accept", prepare: decide::accept },
    InnerLoop { name: "align", prepare: align::unknown },
    InnerLoop { name: "diff", prepare: diff::words },
    InnerLoop { name: "diff-class", prepare: diff::classes },
    InnerLoop { name: "extract-fluent", prepare: extract::fluent },
    InnerLoop { name: "extract-json", prepare: extract::json },
    InnerLoop { name: "extract-markdown", prepare: extract::markdown },
    InnerLoop { name: "fingerprint", prepare: fingerprint::parts },
    InnerLoop { name: "fold", prepare: fold::whole },
    InnerLoop { name: "fold-directory", prepare: fold::by_resource },
    InnerLoop { name: "pair", prepare: align::attested },
];

/// The loop of this name.
pub(crate) fn named(name: &str) -> Option<InnerLoop> {
    ALL.into_iter().find(|it| it.name == name)
}
