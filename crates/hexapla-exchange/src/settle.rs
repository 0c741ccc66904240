//! What a tool's mark says of a segment.

use hexapla_model::{Freshness, State};

use crate::record::{Record, seal};

/// The state that a tool is shown: what does not render its source today has yet to be done.
pub(crate) fn shown(state: State, freshness: Freshness) -> State {
    if freshness == Freshness::Current { state } else { State::Initial }
}

/// What came back of a segment, for what it says.
pub(crate) struct Came<'a> {
    /// The tool's mark.
    pub(crate) mark: State,
    /// The target, if there is one.
    pub(crate) target: Option<&'a str>,
    /// The source.
    pub(crate) source: &'a str,
    /// What tools do with the marks of the format.
    pub(crate) habit: Habit,
}

/// What tools do with the marks of a format, without anyone asking for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Habit {
    /// They leave marks as they are, also where somebody edits.
    Leave,
    /// They take the mark away where somebody edits (PO's `fuzzy`): one that stayed is meant.
    Unmark,
    /// They mark as translated whatever has a target (OmegaT in XLIFF 1.2): only a higher mark says
    /// that somebody looked.
    MarkAll,
}

/// The state and freshness of a segment that came back.
pub(crate) fn settled(record: &Record, came: &Came) -> (State, Freshness) {
    let exported = (record.state, record.freshness);
    let shown = shown(record.state, record.freshness);
    let same_mark = came.mark == shown;
    let Some(target) = came.target else {
        let none = record.target.is_none();
        return if none { exported } else { (State::Initial, Freshness::Missing) };
    };
    let same_text = Some(seal(target)) == record.target;
    let lowered = came.mark > State::Initial && came.mark < shown;
    let unseen = came.habit == Habit::MarkAll && came.mark == State::Translated;
    if record.freshness == Freshness::Obsolete || (same_text && (same_mark || lowered || unseen)) {
        return exported;
    }
    // Tools fill in the source where nobody translated.
    if record.target.is_none()
        && target == came.source
        && (same_mark || came.habit == Habit::Unmark)
    {
        return (State::Initial, Freshness::Missing);
    }
    match came.mark {
        State::Initial if came.habit == Habit::Unmark || !same_mark => {
            (State::Initial, Freshness::Unverified)
        }
        _ if same_mark => (State::Translated, Freshness::Current),
        mark => (mark, Freshness::Current),
    }
}
