//! How long texts are: measured on the 103,352 messages of `www-l10n`, of which only these tables
//! are taken.

/// A distribution by its quantiles: which share of all is at most so many bytes long.
pub(crate) struct Lengths(&'static [(f64, f64)]);

/// Texts of the source (3,052 of them, 90 bytes in the mean).
pub(crate) const SOURCE: Lengths = Lengths(&[
    (0.00, 2.0),
    (0.05, 8.0),
    (0.10, 11.0),
    (0.15, 15.0),
    (0.20, 19.0),
    (0.25, 23.0),
    (0.30, 27.0),
    (0.35, 31.0),
    (0.40, 34.0),
    (0.45, 40.0),
    (0.50, 47.0),
    (0.55, 55.0),
    (0.60, 66.0),
    (0.65, 79.0),
    (0.70, 99.0),
    (0.75, 117.0),
    (0.80, 144.0),
    (0.85, 183.0),
    (0.90, 236.0),
    (0.95, 315.0),
    (0.99, 500.0),
    (1.00, 834.0),
]);

/// Texts of the 47 other locales (100,300 of them, 116 bytes in the mean).
pub(crate) const TARGET: Lengths = Lengths(&[
    (0.00, 2.0),
    (0.05, 8.0),
    (0.10, 13.0),
    (0.15, 18.0),
    (0.20, 23.0),
    (0.25, 27.0),
    (0.30, 31.0),
    (0.35, 36.0),
    (0.40, 42.0),
    (0.45, 48.0),
    (0.50, 57.0),
    (0.55, 67.0),
    (0.60, 80.0),
    (0.65, 96.0),
    (0.70, 118.0),
    (0.75, 144.0),
    (0.80, 178.0),
    (0.85, 226.0),
    (0.90, 295.0),
    (0.95, 407.0),
    (0.99, 730.0),
    (1.00, 2568.0),
]);

/// Identifiers of messages.
pub(crate) const IDENTIFIER: Lengths = Lengths(&[
    (0.00, 7.0),
    (0.10, 19.0),
    (0.20, 23.0),
    (0.30, 26.0),
    (0.40, 29.0),
    (0.50, 32.0),
    (0.60, 34.0),
    (0.70, 37.0),
    (0.80, 40.0),
    (0.90, 44.0),
    (1.00, 64.0),
]);

impl Lengths {
    /// The length that `share` of all do not exceed, in bytes; straight between the quantiles.
    pub(crate) fn at(&self, share: f64) -> usize {
        let above = self.0.iter().position(|(until, _)| share <= *until).unwrap_or(1).max(1);
        let ((from, short), (until, long)) = (self.0[above - 1], self.0[above]);
        (short + (long - short) * (share - from) / (until - from)) as usize
    }
}
