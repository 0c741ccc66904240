//! The page of what happened.

use askama::Template;
use serde_json::{Value, json};

use super::{Event, credited, events};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::page::Frame;
use crate::revision::Revision;
use crate::room::Room;

/// The events on a page.
const PAGE: usize = 100;

#[derive(Template)]
#[template(path = "activity.html")]
struct Page<'a> {
    f: Frame<'a>,
    /// By day.
    days: Vec<(String, Vec<Event>)>,
    older: Option<usize>,
    newer: Option<usize>,
}

impl Page<'_> {
    fn address(&self, event: &Event) -> String {
        event.address(&self.f.locales())
    }

    /// How many units a change made stale, in all locales together.
    fn stale(&self, event: &Event) -> usize {
        event.stale.iter().map(|(_, units)| units).sum()
    }

    fn label(&self, event: &Event) -> String {
        let by = event.by.as_ref().map(ToString::to_string).unwrap_or_default();
        self.f.t.say2("activity-label", "kind", event.kind.as_str(), "handle", by)
    }
}

/// The page of what happened, latest first.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let f = Frame::of(room, asked, "activity");
    let whole = room.desk.whole()?;
    let all = events(&whole.loaded.snapshot, &whole.status);
    let from = from(asked);
    let mut days: Vec<(String, Vec<Event>)> = Vec::new();
    for event in credited(room, &all, from, PAGE) {
        let day = f.t.day(event.at);
        match days.last_mut() {
            Some((last, events)) if *last == day => events.push(event),
            _ => days.push((day, vec![event])),
        }
    }
    let older = Some(from + PAGE).filter(|it| *it < all.len());
    let newer = (from > 0).then(|| from.saturating_sub(PAGE));
    Ok(Answer::Page(Page { f, days, older, newer }.render()?))
}

/// The same for programs.
pub(crate) fn list(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let whole = room.desk.whole()?;
    let all = events(&whole.loaded.snapshot, &whole.status);
    let record = |it: &Event| {
        json!({
            "at": it.at.to_string(),
            "kind": it.kind.as_str(),
            "resource": it.resource.to_string(),
            "locale": it.locale.as_ref().map(ToString::to_string),
            "by": it.by.as_ref().map(ToString::to_string),
            "units": it.units,
            "why": it.why,
            "revisions": it.revisions.iter().map(Revision::record).collect::<Vec<_>>(),
            "stale": it.stale.iter().map(|(locale, units)| (locale.to_string(), json!(units)))
                .collect::<serde_json::Map<String, Value>>(),
        })
    };
    let events = credited(room, &all, from(asked), PAGE);
    let events: Vec<Value> = events.iter().map(record).collect();
    Ok(Answer::Json(json!({ "events": events, "all": all.len() })))
}

fn from(asked: &Asked) -> usize {
    asked.query.get("from").and_then(|it| it.parse().ok()).unwrap_or(0)
}
