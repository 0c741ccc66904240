//! How the locales came to stand as they do.

use std::collections::BTreeMap;

use hexapla_engine::{Tally, Turn};
use hexapla_model::{Freshness, Locale, Timestamp};

use crate::answer::Answer;
use crate::asked::Asked;
use crate::desk::Picture;
use crate::failure::Failure;
use crate::room::Room;

/// For how many weeks back.
const WEEKS: i64 = 12;

const WEEK: i64 = 7 * 24 * 3600;

/// How far a locale was at the end of each week, and is today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trend {
    pub(crate) locale: Locale,
    /// Earliest first; the last is today's coverage.
    pub(crate) points: Vec<Point>,
    /// The words of today's sources.
    total: i64,
}

/// How many words were current and stale at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) at: Timestamp,
    pub(crate) current: i64,
    pub(crate) stale: i64,
}

/// The trend of every locale, by what each resource says of itself.
pub(crate) fn trends(picture: &Picture, now: Timestamp) -> Vec<Trend> {
    let mut tallies: BTreeMap<&Locale, (Tally, Vec<Turn>)> = BTreeMap::new();
    for (locale, _, sheet) in picture.all() {
        let (tally, turns) = tallies.entry(locale).or_default();
        *tally += &sheet.tally;
        turns.extend(&sheet.turns);
    }
    let trend = |(locale, (tally, turns)): (&Locale, (Tally, Vec<Turn>))| {
        Trend::of(locale.clone(), &tally, turns, now)
    };
    tallies.into_iter().map(trend).collect()
}

impl Trend {
    fn of(locale: Locale, tally: &Tally, mut turns: Vec<Turn>, now: Timestamp) -> Self {
        turns.sort_by_key(|it| it.at);
        let (mut turns, mut current, mut stale) = (turns.into_iter().peekable(), 0, 0);
        let mut points = Vec::new();
        for week in (1..=WEEKS).rev() {
            let at = Timestamp::from_seconds(now.as_seconds() - week * WEEK);
            while let Some(turn) = turns.next_if(|it| it.at <= at) {
                current += turn.current;
                stale += turn.stale;
            }
            points.push(Point { at, current, stale });
        }
        let words = |freshness| small(tally.of(freshness).words);
        let (current, stale) = (words(Freshness::Current), words(Freshness::Stale));
        points.push(Point { at: now, current, stale });
        Self { locale, points, total: small(tally.total().words) }
    }

    /// The point at a place, from 0.
    pub(crate) fn point(&self, at: &usize) -> Point {
        self.points.get(*at).copied().unwrap_or_else(|| self.last())
    }

    pub(crate) fn first(&self) -> Point {
        self.points.first().copied().unwrap_or_else(|| self.last())
    }

    pub(crate) fn last(&self) -> Point {
        let none = Point { at: Timestamp::from_seconds(0), current: 0, stale: 0 };
        self.points.last().copied().unwrap_or(none)
    }

    /// The share of words that are current today, in whole percent: 100 is all of them.
    pub(crate) fn percent(&self) -> i64 {
        let current = self.last().current;
        match (self.total, current) {
            (total, current) if total == current => 100,
            (total, current) => (current * 100 / total).min(99),
        }
    }

    /// The area below the words that were current, as a path of SVG.
    pub(crate) fn current(&self) -> String {
        self.path(|it| it.current)
    }

    /// The same of those that were stale.
    pub(crate) fn stale(&self) -> String {
        self.path(|it| it.stale)
    }

    fn path(&self, of: impl Fn(&Point) -> i64) -> String {
        let (last, total) = (small(self.points.len()).max(2) - 1, self.total.max(1));
        let x = |at: usize| small(at) * WIDE / last;
        let y = |point: &Point| HIGH - of(point).clamp(0, total) * (HIGH - 2) / total;
        let mut path = format!("M0 {HIGH}");
        for (at, point) in self.points.iter().enumerate() {
            path.push_str(&format!("L{} {}", x(at), y(point)));
        }
        path.push_str(&format!("L{WIDE} {HIGH}Z"));
        path
    }
}

/// The size of a chart.
const WIDE: i64 = 240;
const HIGH: i64 = 60;

fn small(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The trend for spreadsheets (RFC 4180).
pub(crate) fn csv(room: &Room, _: &Asked) -> Result<Answer, Failure> {
    let mut text = String::from("date,locale,current words,stale words\r\n");
    for trend in trends(&room.desk.standing().picture, room.desk.now()) {
        for Point { at, current, stale } in &trend.points {
            text.push_str(&format!("{},{},{current},{stale}\r\n", at.date(), trend.locale));
        }
    }
    Ok(Answer::File("text/csv; charset=utf-8", Some("trend.csv".to_owned()), text))
}
