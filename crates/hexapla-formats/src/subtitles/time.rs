//! When a cue comes and goes.

use std::fmt;

use super::Dialect;

/// Milliseconds from the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Time(u64);

/// From when to when a cue is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) start: Time,
    pub(super) end: Time,
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, rest) = (self.0 / 1_000, self.0 % 1_000);
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        write!(f, "{:02}:{:02}:{seconds:02}.{rest:03}", minutes / 60, minutes % 60)
    }
}

impl Times {
    /// The times of a line such as `00:01:02.500 --> 00:01:04.000 line:0`; settings behind them
    /// say nothing here.
    pub(super) fn read(dialect: Dialect, line: &str) -> Option<Self> {
        let (start, rest) = line.split_once("-->")?;
        let end = rest.split_whitespace().next()?;
        Some(Self { start: time(dialect, start.trim())?, end: time(dialect, end)? })
    }
}

/// `01:02.500` or `00:01:02.500`; of SubRip `00:01:02,500`, or with a point as many write it.
fn time(dialect: Dialect, text: &str) -> Option<Time> {
    let points: &[char] = if dialect == Dialect::Srt { &[',', '.'] } else { &['.'] };
    let (clock, fraction) = text.split_once(points)?;
    let parts: Vec<&str> = clock.split(':').collect();
    let (hours, minutes, seconds) = match parts[..] {
        [hours, minutes, seconds] => (hours, minutes, seconds),
        [minutes, seconds] if dialect == Dialect::Vtt => ("0", minutes, seconds),
        _ => return None,
    };
    let below = |limit: u64| move |it: &u64| *it < limit;
    let minutes = number(minutes, 2).filter(below(60))?;
    let seconds = number(seconds, 2).filter(below(60))?;
    let hours = number(hours, hours.len().clamp(1, 6))?;
    Some(Time(((hours * 60 + minutes) * 60 + seconds) * 1_000 + number(fraction, 3)?))
}

/// A number of so many digits.
fn number(text: &str, digits: usize) -> Option<u64> {
    let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(dialect: Dialect, line: &str) -> Option<String> {
        Times::read(dialect, line).map(|times| times.start.to_string())
    }

    #[test]
    fn times_are_read_as_each_format_writes_them() {
        for (dialect, line, expected) in [
            (Dialect::Vtt, "01:02.500 --> 01:04.000 line:0 align:start", Some("00:01:02.500")),
            (Dialect::Vtt, "100:59:59.999 --> 101:00:00.000", Some("100:59:59.999")),
            (Dialect::Vtt, "00:00:01,000 --> 00:00:02,000", None),
            (Dialect::Vtt, "00:60:01.000 --> 00:60:02.000", None),
            (Dialect::Vtt, "00:01.00 --> 00:02.000", None),
            (Dialect::Vtt, "00:01.000 -->", None),
            (Dialect::Srt, "00:00:01,000 --> 00:00:02,000 X1:0", Some("00:00:01.000")),
            (Dialect::Srt, "0:00:01.000-->0:00:02.000", Some("00:00:01.000")),
            (Dialect::Srt, "00:01,000 --> 00:02,000", None),
            (Dialect::Srt, "99999999999999999999:00:01,000 --> 00:00:02,000", None),
        ] {
            assert_eq!(start(dialect, line).as_deref(), expected, "{line}");
        }
    }
}
