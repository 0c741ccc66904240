//! What a person decides from within an editor.

use hexapla_engine::{DecideError, Decision, Item, UnitStatus, Who, decide, group};
use hexapla_ledger::Origin;
use hexapla_model::{Handle, State};
use hexapla_workspace::Error;
use lsp_types::Uri;
use serde::{Deserialize, Serialize};

use crate::project::{Place, Project};
use crate::view::{Standing, View};

/// What a decision is about, as it was shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Asking {
    /// The file of the target.
    pub(crate) uri: Uri,
    /// The place of the unit among those of the file.
    pub(crate) at: usize,
    /// What stands for the source that was shown, and for the target.
    pub(crate) source: String,
    pub(crate) target: String,
}

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Accept,
    Keep,
    Reopen,
}

impl Verb {
    pub(crate) const ALL: [Self; 3] = [Self::Accept, Self::Keep, Self::Reopen];

    /// The name of the command.
    pub(crate) fn command(self) -> &'static str {
        match self {
            Self::Accept => "hexapla.accept",
            Self::Keep => "hexapla.keep",
            Self::Reopen => "hexapla.reopen",
        }
    }

    /// What it is called on screen.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Accept => "Accept: this says what the source says now",
            Self::Keep => "Still valid: the source's change does not matter here",
            Self::Reopen => "Needs another look",
        }
    }

    fn decision(self) -> Decision {
        match self {
            Self::Accept => {
                Decision::Accept { text: None, state: State::Translated, origin: Origin::Human }
            }
            Self::Keep => Decision::Keep { all_locales: false },
            Self::Reopen => Decision::Reopen { why: None },
        }
    }
}

/// Why a decision was not carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refused {
    #[error(
        "who are you? every decision is credited to somebody\nhint: start `hexapla lsp --handle mara`, or set HEXAPLA_HANDLE=mara"
    )]
    Nobody,
    #[error("the file is no translation of a project any more")]
    NoTarget,
    #[error("the unit is no longer as it was shown\nhint: look at it again; nothing was recorded")]
    MovedOn,
    #[error(
        "a part of the ledger cannot be read\nhint: run `hexapla ledger verify`; nothing was recorded"
    )]
    Ledger,
    #[error("{}", told(.0))]
    Decide(#[from] DecideError),
    #[error("{0}")]
    Disk(#[from] Error),
}

fn told(error: &DecideError) -> String {
    let hint = error.hint().map(|it| format!("\nhint: {it}"));
    format!("{error}{}", hint.unwrap_or_default())
}

/// Carries out a decision about what is on disk.
///
/// # Errors
/// Where the unit is not there as it was shown, or the disk says no.
pub(crate) fn settle(
    project: &mut Project,
    place: Place,
    (verb, asking): (Verb, &Asking),
    by: Option<&Handle>,
) -> Result<(), Refused> {
    let by = by.ok_or(Refused::Nobody)?.clone();
    let locale = place.locale.clone().ok_or(Refused::NoTarget)?;
    project.forget()?;
    let loaded = project.load(&place)?;
    if !loaded.ledger_problems.is_empty() {
        return Err(Refused::Ledger);
    }
    let view = View::of(project, place, &loaded, &Default::default());
    let status = shown(&view, asking).ok_or(Refused::MovedOn)?;
    let item = Item {
        resource: view.place.id.clone(),
        locale,
        status: status.clone(),
        decision: verb.decision(),
    };
    let plan = decide(&view.snapshot, &Who { by, at: project.now() }, &[item])?;
    if !plan.is_empty() {
        project.session.commit(&plan)?;
    }
    Ok(project.forget()?)
}

/// The unit as it was shown: of several alike, the nearest.
fn shown<'a>(view: &'a View, asking: &Asking) -> Option<&'a UnitStatus> {
    let is = |units: &[hexapla_model::Unit], shown: &str| {
        group(units).is_some_and(|it| it.to_string() == shown)
    };
    let same =
        |it: &Standing<'_>| is(it.source(), &asking.source) && is(it.target(), &asking.target);
    let found = view.targets().filter(same);
    found.min_by_key(|it| it.status.target.start.abs_diff(asking.at)).map(|it| it.status)
}
