//! The text of a Fluent file, as a resource.

use std::sync::Arc;

use fluent_bundle::FluentResource;
use hexapla_trust::Refusal;

/// The most brackets, `{` and `(`, that an entry may open: the parser calls itself for each, and a
/// full stack ends the process. A release that Hexapla built has no more than 64.
const DEEPEST: usize = 256;

/// Reads a Fluent file. What is no message in it is passed over, as every reader of Fluent does.
pub(crate) fn resource(path: &str, bytes: &[u8]) -> Result<Arc<FluentResource>, Refusal> {
    let refused = |why: &str| Refusal::Format { file: path.to_owned(), why: why.to_owned() };
    let text = std::str::from_utf8(bytes).map_err(|_| refused("it is not UTF-8"))?;
    if is_deep(text) {
        return Err(refused("more brackets are open in a message than any needs"));
    }
    let text = text.to_owned();
    Ok(Arc::new(FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource)))
}

/// Whether an entry opens more brackets than may be.
fn is_deep(text: &str) -> bool {
    let mut open = 0_usize;
    text.lines().any(|line| {
        if begins_entry(line) {
            open = 0;
        }
        line.bytes().any(|byte| {
            match byte {
                b'{' | b'(' => open += 1,
                b'}' | b')' => open = open.saturating_sub(1),
                _ => {}
            }
            open > DEEPEST
        })
    })
}

/// Whether a line begins as a message or term does: no placeable can hold such a line.
fn begins_entry(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !"_-".contains(c));
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && end.is_some_and(|end| name[end..].trim_start_matches(' ').starts_with('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_bounded_and_files_are_not() {
        let deep = format!("a = {}1{}\n", "{".repeat(100_000), "}".repeat(100_000));
        assert_eq!(resource("a.ftl", deep.as_bytes()).expect_err("too deep").name(), "format");
        let calls = format!("a = {{ {}1\n", "F(\n".repeat(100_000));
        assert!(resource("a.ftl", calls.as_bytes()).is_err());
        let many: String =
            (0..5_000).map(|it| format!("m{it} = {{\"{{\"}} ( {{ $a }}\n")).collect();
        assert_eq!(resource("a.ftl", many.as_bytes()).expect("a file").entries().count(), 5_000);
        let most = format!("a = {}1{}\n", "{".repeat(DEEPEST), "}".repeat(DEEPEST));
        assert_eq!(resource("a.ftl", most.as_bytes()).expect("a file").entries().count(), 1);
    }

    #[test]
    fn what_is_no_message_is_passed_over() {
        assert!(resource("a.ftl", b"\xff").is_err());
        assert!(resource("a.ftl", b"a = {\nb = 1\n").expect("a file").get_entry(0).is_some());
    }
}
