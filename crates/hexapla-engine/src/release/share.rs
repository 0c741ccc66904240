//! Translations that have more blocks than their source, or fewer, in the source's frame.

use hexapla_formats::{Edit, FieldRules, Format, Insertion, MergeError, insert, merge};
use hexapla_model::{Unit, UnitKind};

/// What takes the place of each of the source's blocks that belong together: the target's blocks
/// one by one, the last with all that are left; nothing where there are fewer.
///
/// Nothing at all where what is left is no running text, which could be run together.
pub(super) fn shares(source: usize, target: &[Unit]) -> Option<Vec<Option<String>>> {
    let text = |unit: &Unit| unit.text.clone();
    if target.len() <= source {
        let mut shares: Vec<Option<String>> = target.iter().map(text).map(Some).collect();
        shares.resize(source, None);
        return Some(shares).filter(|_| !target.is_empty());
    }
    let (alone, left) = target.split_at(source.checked_sub(1)?);
    let runs = |unit: &Unit| {
        matches!(unit.kind, UnitKind::Paragraph | UnitKind::ListItem | UnitKind::Footnote)
    };
    let last: Vec<&str> = left.iter().map(|unit| unit.text.as_str()).collect();
    let shares = alone.iter().map(text).chain([last.join("\n")]).map(Some).collect();
    left.iter().all(runs).then_some(shares)
}

/// The source's file with a share for some of its blocks, by their place; a block whose share is
/// nothing is left out.
///
/// # Errors
/// Where a text would not read back as the one block it is for.
pub(super) fn framed(
    format: Format,
    source: &[u8],
    units: &[Unit],
    shares: &[(usize, Option<String>)],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    if shares.iter().all(|(_, share)| share.is_some()) {
        let edit = |(index, text): &(usize, Option<String>)| {
            text.clone().map(|text| Edit { index: *index, text })
        };
        let edits: Vec<Edit> = shares.iter().filter_map(edit).collect();
        return merge(format, source, &edits, rules);
    }
    let mut texts: Vec<Option<String>> = units.iter().map(|unit| Some(unit.text.clone())).collect();
    for (index, share) in shares {
        if let Some(text) = texts.get_mut(*index) {
            text.clone_from(share);
        }
    }
    let kept = texts.into_iter().enumerate();
    let kept =
        kept.filter_map(|(at, text)| Some(Insertion { source_index: at, text: text?, form: None }));
    insert(format, source, b"", &[], &kept.collect::<Vec<_>>(), rules)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hexapla_formats::extract;

    fn units(text: &str) -> Vec<Unit> {
        extract(Format::Markdown, text.as_bytes(), &FieldRules::default()).units
    }

    fn given(source: usize, target: &str) -> Option<Vec<Option<String>>> {
        shares(source, &units(target))
    }

    #[test]
    fn every_block_of_the_target_has_a_place() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(given(1, "a\n"), Some(vec![some("a")]));
        assert_eq!(given(2, "a\n"), Some(vec![some("a"), None]));
        assert_eq!(given(2, "a\n\nb\n\nc\n"), Some(vec![some("a"), some("b\nc")]));
        assert_eq!(given(1, "a\n\n```\nb\n```\n"), None);
        assert_eq!(given(1, ""), None);
    }

    #[test]
    fn a_block_without_share_is_left_out() {
        let source = "# T\n\none\n\ntwo\n\n- x\n";
        let shares = [(1, Some("uno y dos".to_owned())), (2, None)];
        let made = framed(
            Format::Markdown,
            source.as_bytes(),
            &units(source),
            &shares,
            &FieldRules::default(),
        );
        assert_eq!(made.expect("a page"), b"# T\n\nuno y dos\n\n- x\n");
    }
}
