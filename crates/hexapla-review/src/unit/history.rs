//! What was said of a unit, and when.

use hexapla_engine::text::shown;
use hexapla_engine::{Said, UnitStatus, group, said_of};
use hexapla_model::{Group, Timestamp};

use crate::desk::Opened;
use crate::failure::Failure;
use crate::revision::Revision;

/// Something that was said of a unit.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// When, where that is on record.
    pub(crate) at: Option<Timestamp>,
    /// Who said it, or of a rename the earlier name; empty where nobody has to vouch for it.
    pub(crate) by: String,
    pub(crate) what: What,
    /// The state given, where one was.
    pub(crate) state: Option<&'static str>,
    /// Why, where they said so.
    pub(crate) why: Option<String>,
    /// The revision that the source was seen in, where that is known.
    pub(crate) revision: Option<Revision>,
    /// The translation that it is about, where its words were kept and it is not the present one.
    pub(crate) target: Option<String>,
    /// Whether it is about the source as it is now.
    pub(crate) is_of_now: bool,
    /// Whether the visitor did it last, and can take it back.
    pub(crate) is_undoable: bool,
}

/// What was said, in the order in which it is told of one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    Attested,
    Doubted,
    Proposed,
    StillValid,
    Placed,
    Changed,
    Seen,
    Renamed,
}

impl What {
    /// The name in the room's strings.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Attested => "attested",
            Self::Doubted => "doubted",
            Self::Proposed => "proposed",
            Self::StillValid => "kept",
            Self::Placed => "placed",
            Self::Changed => "changed",
            Self::Seen => "seen",
            Self::Renamed => "renamed",
        }
    }

    fn of_sighting(before: Option<&Group>) -> Self {
        if before.is_some() { Self::Changed } else { Self::Seen }
    }

    /// Whether somebody decided it, and can take it back: nothing takes back that an order was accepted, as
    /// that vouches for no translation.
    pub(crate) fn is_decision(self) -> bool {
        match self {
            Self::Attested | Self::Doubted | Self::Proposed | Self::StillValid => true,
            Self::Placed | Self::Changed | Self::Seen | Self::Renamed => false,
        }
    }
}

impl Line {
    fn new(said: &Said<'_>, what: What, by: &str, is_of_now: bool) -> Self {
        let (at, by) = (said.at(), by.to_owned());
        let (state, why, revision, target) = (None, None, None, None);
        Self { at, by, what, state, why, revision, target, is_of_now, is_undoable: false }
    }
}

/// Who vouched last for the present translation of a unit.
pub(super) fn attested_by(opened: &Opened, status: &UnitStatus) -> Result<Option<String>, Failure> {
    let resource = opened.resource()?;
    let target = resource.target_units(&opened.locale).get(status.target.clone());
    let target = group(target.unwrap_or_default());
    let said = said_of(&opened.snapshot().ledger, &opened.id, resource, &opened.locale, status);
    let attested = said.into_iter().filter_map(|it| match it {
        Said::Attested(pair, it) if target.as_ref() == Some(&pair.target) => {
            Some((it.at, it.by.to_string()))
        }
        _ => None,
    });
    Ok(attested.max().map(|(_, by)| by))
}

/// Everything that was said of a unit, latest first; at last what nobody knows the day of.
pub(crate) fn history(opened: &Opened, status: &UnitStatus) -> Result<Vec<Line>, Failure> {
    let resource = opened.resource()?;
    let ledger = &opened.snapshot().ledger;
    let target = resource.target_units(&opened.locale).get(status.target.clone());
    let (source, target) = (group(status.given(resource)), group(target.unwrap_or_default()));
    let is_now = |it: &Group| source.as_ref() == Some(it);
    let words = |it: &Group| ledger.group_text(it).map(|it| shown(&it));
    let earlier = |it: &Group| words(it).filter(|_| target.as_ref() != Some(it));
    let line = |said: Said<'_>| match &said {
        Said::Attested(pair, it) => Line {
            state: Some(it.state.as_str()),
            target: earlier(&pair.target),
            ..Line::new(&said, What::Attested, it.by.as_str(), is_now(&pair.source))
        },
        Said::Doubted(pair, it) => Line {
            why: it.why.as_deref().map(shown),
            target: earlier(&pair.target),
            ..Line::new(&said, What::Doubted, it.by.as_str(), is_now(&pair.source))
        },
        Said::StillValid(it) => Line::new(&said, What::StillValid, it.by.as_str(), is_now(&it.to)),
        Said::Proposed(it) => Line {
            target: words(&it.pair.target),
            ..Line::new(&said, What::Proposed, it.by.as_str(), is_now(&it.pair.source))
        },
        Said::Placed(pairs, it) => {
            let is_of_now = pairs.iter().any(|it| is_now(&it.source));
            Line::new(&said, What::Placed, it.by.as_str(), is_of_now)
        }
        Said::Seen(before, it) => Line {
            why: it.reason.as_deref().map(shown),
            revision: it.revision.as_deref().map(Revision::new),
            ..Line::new(&said, What::of_sighting(*before), "", is_now(&it.to))
        },
        Said::Renamed(earlier) => Line::new(&said, What::Renamed, &shown(earlier.as_str()), false),
    };
    let said = said_of(ledger, &opened.id, resource, &opened.locale, status);
    let mut lines: Vec<Line> = said.into_iter().map(line).collect();
    lines.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| (a.what, &a.by).cmp(&(b.what, &b.by))));
    Ok(lines)
}
