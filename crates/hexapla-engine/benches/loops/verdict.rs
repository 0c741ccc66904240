//! What a count says beside the one that was accepted.

/// How many more or fewer instructions nobody minds, in percent.
pub(crate) const MARGIN: u64 = 5;

/// What has come of a loop.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It takes about as many instructions as were accepted.
    AsAccepted,
    /// It takes notably fewer.
    Fewer,
    /// It takes too many more.
    More,
}

impl Verdict {
    pub(crate) fn of(accepted: u64, counted: u64) -> Self {
        let (accepted, counted) = (u128::from(accepted), u128::from(counted));
        let margin = u128::from(MARGIN);
        if counted * 100 > accepted * (100 + margin) {
            Self::More
        } else if counted * 100 < accepted * (100 - margin) {
            Self::Fewer
        } else {
            Self::AsAccepted
        }
    }
}

/// How much more or less that is, as people read it.
pub(crate) fn difference(accepted: u64, counted: u64) -> String {
    let percent = 100.0 * (counted as f64 / accepted as f64 - 1.0);
    format!("{percent:+.1} % ({accepted} were accepted, now {counted})")
}
