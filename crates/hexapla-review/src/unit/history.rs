//! What was said of a unit, and when.

use hexapla_engine::text::shown;
use hexapla_engine::{UnitStatus, claims_about};
use hexapla_model::{Group, Timestamp};

use crate::desk::Opened;
use crate::failure::Failure;

/// Something that somebody said of a unit.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) at: Timestamp,
    pub(crate) by: String,
    pub(crate) what: What,
    /// The state given, where one was.
    pub(crate) state: Option<&'static str>,
    /// Why, where they said so.
    pub(crate) why: Option<String>,
    /// The translation that it is about, where its words were kept and it is not the present one.
    pub(crate) target: Option<String>,
    /// Whether it is about the source as it is now.
    pub(crate) is_of_now: bool,
    /// Whether the visitor did it last, and can take it back.
    pub(crate) is_undoable: bool,
}

/// What was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Attested,
    Doubted,
    Proposed,
    StillValid,
}

impl What {
    /// The name in the room's strings.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Attested => "attested",
            Self::Doubted => "doubted",
            Self::Proposed => "proposed",
            Self::StillValid => "kept",
        }
    }
}

/// Everything that was said of a unit, latest first.
pub(crate) fn history(opened: &Opened, status: &UnitStatus) -> Result<Vec<Said>, Failure> {
    let resource = opened.resource()?;
    let ledger = &opened.snapshot().ledger;
    let group = |units: &[hexapla_model::Unit]| {
        Group::new(units.iter().map(|unit| unit.fingerprint).collect())
    };
    let source = group(status.given(resource));
    let target = resource.target_units(&opened.locale).get(status.target.clone());
    let target = group(target.unwrap_or_default());
    let mut said = Vec::new();
    for (pair, claim) in claims_about(ledger, &opened.id, resource, &opened.locale, status) {
        let is_of_now = source.as_ref() == Some(&pair.source);
        let other = target.as_ref() != Some(&pair.target);
        let words = other.then(|| ledger.group_text(&pair.target)).flatten().map(|it| shown(&it));
        let of = |at, by: &hexapla_model::Handle, what| Said {
            at,
            by: by.to_string(),
            what,
            state: None,
            why: None,
            target: words.clone(),
            is_of_now,
            is_undoable: false,
        };
        said.extend(claim.attestations().map(|it| Said {
            state: Some(it.state.as_str()),
            ..of(it.at, &it.by, What::Attested)
        }));
        said.extend(
            claim
                .doubts()
                .map(|it| Said { why: it.why.clone(), ..of(it.at, &it.by, What::Doubted) }),
        );
    }
    let here = |it: &&hexapla_ledger::StillValid| {
        it.key == status.key && it.locale.as_ref().is_none_or(|locale| *locale == opened.locale)
    };
    said.extend(
        ledger
            .still_valid(&opened.id)
            .filter(here)
            .filter(|it| status.key.is_some() || source.as_ref() == Some(&it.to))
            .map(|it| Said {
                at: it.at,
                by: it.by.to_string(),
                what: What::StillValid,
                state: None,
                why: None,
                target: None,
                is_of_now: source.as_ref() == Some(&it.to),
                is_undoable: false,
            }),
    );
    // Of what was proposed for the text as it is now, and of a message for any text that it had.
    let for_this = |it: &&hexapla_ledger::Proposed| {
        it.pair.key == status.key
            && (status.key.is_some() || source.as_ref() == Some(&it.pair.source))
    };
    let proposed = ledger.proposals(&opened.id, &opened.locale).map(|(_, it)| it);
    said.extend(proposed.filter(for_this).map(|it| Said {
        at: it.at,
        by: it.by.to_string(),
        what: What::Proposed,
        state: None,
        why: None,
        target: ledger.group_text(&it.pair.target).map(|it| shown(&it)),
        is_of_now: source.as_ref() == Some(&it.pair.source),
        is_undoable: false,
    }));
    said.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.by.cmp(&b.by)));
    Ok(said)
}
