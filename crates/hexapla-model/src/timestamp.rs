//! Points in time, for people to read.

use std::fmt;
use std::str::FromStr;

/// A point in time to the second, written as RFC 3339 in UTC (`2026-03-12T09:00:00Z`).
///
/// Times are for people and for ages; nothing is ever decided by their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// The text is no time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time: expected RFC 3339, such as 2026-03-12 or 2026-03-12T09:00:00Z")]
pub struct ParseTimestampError(String);

impl Timestamp {
    /// The given number of seconds since 1970-01-01T00:00:00Z, brought into the years -9999 to 9999.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.clamp(jiff::Timestamp::MIN.as_second() + 1, jiff::Timestamp::MAX.as_second()))
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn as_seconds(self) -> i64 {
        self.0
    }

    /// The moment so many days later, within the years that there are.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        Self::from_seconds(self.0.saturating_add(i64::from(days) * 86_400))
    }

    /// Whole days from `self` until `later`; negative where `later` lies before.
    pub fn days_until(self, later: Self) -> i64 {
        (later.0 - self.0).div_euclid(86_400)
    }

    /// The day, as in `2026-03-12`.
    pub fn date(self) -> String {
        let mut text = self.to_string();
        text.truncate(text.find('T').unwrap_or(text.len()));
        text
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_second(self.0) {
            Ok(time) => f.pad(&time.to_string()),
            Err(_) => write!(f, "@{}", self.0),
        }
    }
}

impl FromStr for Timestamp {
    type Err = ParseTimestampError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let midnight = format!("{text}T00:00:00Z");
        text.parse::<jiff::Timestamp>()
            .or_else(|_| midnight.parse())
            .map(|time| Self::from_seconds(time.as_second()))
            .map_err(|_| ParseTimestampError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates() {
        let day: Timestamp = "2026-03-12".parse().expect("a date");
        assert_eq!(day.to_string(), "2026-03-12T00:00:00Z");
        assert_eq!(day.date(), "2026-03-12");
        let later: Timestamp = "2026-04-11T23:59:59+00:00".parse().expect("a time");
        assert_eq!(day.days_until(later), 30);
        assert_eq!(day.plus_days(30).date(), "2026-04-11");
        assert!("yesterday".parse::<Timestamp>().is_err());
        assert!(!Timestamp::from_seconds(i64::MIN).to_string().is_empty());
    }
}
