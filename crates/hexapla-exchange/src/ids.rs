//! The identifiers of a unit's codes.

use std::collections::{HashMap, VecDeque};

/// Gives numbers to the codes of a source, and the same to the same codes of its target.
#[derive(Default)]
pub(crate) struct Ids {
    /// The source's that the target has not used yet, by their raw texts.
    unused: HashMap<String, VecDeque<usize>>,
    in_target: bool,
    last: usize,
}

impl Ids {
    /// From now on the codes are those of the target.
    pub(crate) fn of_target(&mut self) {
        self.in_target = true;
    }

    /// The identifier of the next code, which has the given raw text.
    pub(crate) fn next(&mut self, raw: &str) -> String {
        if self.in_target
            && let Some(id) = self.unused.get_mut(raw).and_then(VecDeque::pop_front)
        {
            return id.to_string();
        }
        self.last += 1;
        if !self.in_target {
            self.unused.entry(raw.to_owned()).or_default().push_back(self.last);
        }
        self.last.to_string()
    }
}
