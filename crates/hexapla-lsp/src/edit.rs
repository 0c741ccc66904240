//! Changes of a file that an editor makes.

use hexapla_engine::{Decision, Item, Who, decide_at};
use hexapla_model::Timestamp;
use lsp_types::TextEdit;

use crate::lines::Lines;
use crate::view::{Standing, View};

/// What makes `text` the target of a unit, in the file as it stands in the editor; nothing where it cannot
/// become that, or is that already.
pub(crate) fn edit(
    view: &View,
    lines: &Lines<'_>,
    standing: Standing<'_>,
    text: &str,
) -> Option<TextEdit> {
    let Standing { resource, locale, status } = standing;
    let item = Item {
        resource: view.place.id.clone(),
        locale: locale.clone(),
        status: status.clone(),
        decision: Decision::Write { text: text.to_owned() },
    };
    // Nobody is credited: only the file that would be written is looked at.
    let who = Who { by: "draft".parse().ok()?, at: Timestamp::from_seconds(0) };
    let plan = decide_at(&view.snapshot, &who, (&view.place.id, resource, locale), &[item]).ok()?;
    let document = view.document()?;
    let write = plan.writes.into_iter().find(|it| it.path == document.path)?;
    let (before, after) =
        (std::str::from_utf8(&document.bytes).ok()?, String::from_utf8(write.bytes).ok()?);
    between(lines, before, &after)
}

/// The one change that makes a text another.
fn between(lines: &Lines<'_>, before: &str, after: &str) -> Option<TextEdit> {
    if before == after {
        return None;
    }
    let pairs = before.bytes().zip(after.bytes());
    let start = after
        .floor_char_boundary(before.floor_char_boundary(pairs.take_while(|(a, b)| a == b).count()));
    let (old, new) = (&before[start..], &after[start..]);
    let ends = old.bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count();
    let end = |text: &str| text.ceil_char_boundary(text.len() - ends);
    // Where both end in the same bytes, they end in the same characters.
    let (old, new) = (end(old), end(new));
    Some(TextEdit {
        range: lines.range(&(start..start + old)),
        new_text: after[start..start + new].to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lines::Encoding;

    proptest! {
        #[test]
        fn a_change_makes_one_text_the_other(before in "[abé日\n]{0,12}", after in "[abé日\n]{0,12}") {
            let lines = Lines::new(&before, Encoding::Utf16);
            let made = match between(&lines, &before, &after) {
                None => before.clone(),
                Some(edit) => {
                    let (start, end) = (lines.offset(edit.range.start), lines.offset(edit.range.end));
                    format!("{}{}{}", &before[..start], edit.new_text, &before[end..])
                }
            };
            prop_assert_eq!(made, after);
        }
    }
}
