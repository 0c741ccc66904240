//! Which texts may hold an error at all, so that all others need not be taken apart.

use hexapla_model::{CodeKind, Unit};

use crate::leftover::is_damaged;
use crate::traits::{DAMAGE, beyond, is_bidi};

/// Whether a unit may hold what is an error by itself: a tag, a link, a control of direction, a damaged
/// character, or an escape that may stand for one of these.
pub(crate) fn is_suspicious(unit: &Unit) -> bool {
    let has = |kind: CodeKind| unit.codes.iter().any(|code| code.kind == kind);
    has(CodeKind::Link)
        || has(CodeKind::Image)
        || unit.text.bytes().any(|byte| matches!(byte, b'<' | b'&' | b'\\'))
        || (!unit.text.is_ascii() && has_strange_character(&unit.text, has(CodeKind::Emphasis)))
}

/// Whether some character is strange; `parted` where marks may stand between two that belong together.
fn has_strange_character(text: &str, parted: bool) -> bool {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let may_be_damaged = parted && beyond(c) & DAMAGE != 0;
        if is_bidi(c) || is_damaged(c, next) || may_be_damaged {
            return true;
        }
    }
    false
}
