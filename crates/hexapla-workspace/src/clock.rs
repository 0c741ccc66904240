//! The only place that reads the time.

use hexapla_model::Timestamp;

/// The present moment.
pub fn now() -> Timestamp {
    Timestamp::from_seconds(jiff::Timestamp::now().as_second())
}
