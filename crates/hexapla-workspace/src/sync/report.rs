//! What waits, and what was done, for programs.

use hexapla_model::{Handle, Locale};
use serde_json::{Value, json};

use super::{Batch, Committed, Joined, Synced};

impl Batch {
    /// What it holds, for programs.
    pub fn report(&self) -> Value {
        let settled = self.settled.iter().map(|(locale, units)| {
            json!({ "locale": locale.as_ref().map(Locale::as_str), "units": units })
        });
        json!({
            "subject": self.subject(),
            "people": self.people.iter().map(Handle::as_str).collect::<Vec<_>>(),
            "settled": settled.collect::<Vec<_>>(),
            "files": self.files,
        })
    }
}

impl Committed {
    /// The first characters of its name, enough to find it by.
    pub fn short(&self) -> &str {
        self.id.get(..10).unwrap_or(&self.id)
    }
}

impl Synced {
    /// What was done, for programs.
    pub fn report(&self) -> Value {
        let committed = self.committed.iter().map(|it| {
            let mut value = it.batch.report();
            value["id"] = json!(it.id);
            value
        });
        let joined = self.joined.iter().map(|Joined { path, taken, proposed }| {
            json!({ "path": path, "taken": taken, "proposed": proposed })
        });
        json!({
            "committed": committed.collect::<Vec<_>>(),
            "upstream": self.upstream,
            "taken": self.taken,
            "joined": joined.collect::<Vec<_>>(),
            "pushed": self.pushed,
        })
    }
}
