//! JSON as it is written: one value a line, two spaces a level, as `serde_json` has it.

/// A text of JSON that is being written. Whoever writes sees to it that brackets close.
pub(crate) struct Json {
    text: String,
    depth: usize,
    /// Whether nothing stands yet in the bracket that is open.
    empty: bool,
}

impl Json {
    /// An empty text with room for so many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), depth: 0, empty: true }
    }

    /// What has been written.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// A bracket with what `within` writes.
    pub(crate) fn bracket(&mut self, [open, close]: [char; 2], within: impl FnOnce(&mut Self)) {
        self.text.push(open);
        (self.depth, self.empty) = (self.depth + 1, true);
        within(self);
        self.depth -= 1;
        if !self.empty {
            self.line();
        }
        self.text.push(close);
        self.empty = false;
    }

    /// The name of what is written next.
    pub(crate) fn name(&mut self, name: &str) {
        self.item();
        self.string(name);
        self.text.push_str(": ");
    }

    /// What is written next is one more item.
    pub(crate) fn item(&mut self) {
        if !std::mem::replace(&mut self.empty, false) {
            self.text.push(',');
        }
        self.line();
    }

    /// A string.
    pub(crate) fn string(&mut self, text: &str) {
        let plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
        if text.bytes().all(plain) {
            self.text.extend(["\"", text, "\""]);
        } else {
            // A string can always be written.
            self.text.push_str(&serde_json::to_string(text).unwrap_or_default());
        }
    }

    /// A number.
    pub(crate) fn number(&mut self, number: u64) {
        use std::fmt::Write;
        // Nothing fails that is written to memory.
        let _ = write!(self.text, "{number}");
    }

    fn line(&mut self) {
        const INDENT: &str = "\n                ";
        self.text.push_str(INDENT.get(..=2 * self.depth).unwrap_or(INDENT));
    }
}
