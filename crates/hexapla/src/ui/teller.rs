//! Events as people and programs read them.

use std::cell::Cell;

use serde_json::{Value, json};

use super::{Style, is_heard, paint};

/// Tells events: a line of text each, or of JSON.
#[derive(Debug)]
pub(crate) struct Teller {
    json: bool,
    deaf: Cell<bool>,
}

impl Teller {
    /// Tells in text, or in JSON.
    pub(crate) fn new(json: bool) -> Self {
        Self { json, deaf: Cell::new(false) }
    }

    /// Whether nobody reads what is told.
    pub(crate) fn is_deaf(&self) -> bool {
        self.deaf.get()
    }

    /// Tells an event; an empty text is for programs only.
    pub(crate) fn tell(&self, event: &str, text: &str, detail: &Value) {
        let line = match self.json {
            true => json!({ "event": event, "detail": detail }).to_string(),
            false if text.is_empty() => return,
            false => text.to_owned(),
        };
        if !is_heard(format_args!("{line}\n")).unwrap_or(false) {
            self.deaf.set(true);
        }
    }

    /// Tells that something is wrong.
    pub(crate) fn complain(&self, event: &str, message: &str) {
        let text = format!("{} {message}", paint(Style::Error, "error:"));
        self.tell(event, &text, &json!({ "message": message }));
    }
}
