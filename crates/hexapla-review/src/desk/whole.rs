//! The whole project, for what no part of it can answer.

use hexapla_engine::{Finding, Status, check_for_release};
use hexapla_model::Progress;
use hexapla_workspace::Loaded;

/// The whole project, as it was read, how it stands, and what checks find.
pub(crate) struct Whole {
    pub(crate) loaded: Loaded,
    pub(crate) status: Status,
    pub(crate) findings: Vec<Finding>,
}

impl Whole {
    pub(crate) fn of(loaded: Loaded) -> Self {
        let status = Status::counted(&loaded.snapshot, &Progress::default());
        let findings = check_for_release(&loaded.snapshot, &status);
        Self { loaded, status, findings }
    }
}
