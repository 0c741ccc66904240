//! Marks that a merge left behind.

use hexapla_model::{Diagnostic, Phrase};

/// The first merge conflict that git left in a text, if there is one: `<<<<<<<`, `=======` and
/// `>>>>>>>` at the start of lines, in this order. Fenced code may show them.
pub(crate) fn markers(text: &str) -> Option<Diagnostic> {
    if !text.contains("<<<<<<< ") {
        return None;
    }
    let (mut ours, mut divided, mut fenced, mut at) = (None, false, false, 0);
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            fenced = !fenced;
        } else if !fenced && line.starts_with("<<<<<<< ") {
            (ours, divided) = (Some(at), false);
        } else if ours.is_some() && line.trim_end() == "=======" {
            divided = true;
        } else if divided && line.starts_with(">>>>>>> ") {
            let start = ours?;
            let message = "an unresolved merge conflict";
            let problem =
                Diagnostic::error("conflict-marker", start..start + 7, Phrase::in_english(message));
            return Some(problem.with_hint(Phrase::in_english(
                "`hexapla resolve` merges translations unit by unit",
            )));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conflicts_are_located_and_examples_are_not() {
        let conflict = "a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n";
        assert_eq!(markers(conflict).map(|it| it.span), Some(2..9));
        assert_eq!(markers(&format!("```\n{conflict}```\n")), None);
        assert_eq!(markers("<<<<<<< ours\nb\n"), None);
        assert_eq!(markers("a\n=======\nb\n"), None);
    }
}
