//! Which classes a change is of.

use std::collections::BTreeSet;

use super::case;
use super::class::ChangeClass;
use super::passage::Passage;
use super::piece::{Piece, pieces};

/// What kind of change leads from one passage to another, by the gravest of what changed; nothing
/// where they are the same.
pub fn classify(old: &Passage, new: &Passage) -> Option<ChangeClass> {
    classes(old, new).into_iter().max()
}

/// Every class that the change is of. Where words changed that is the only one: what else did is
/// read with them.
pub fn classes(old: &Passage, new: &Passage) -> BTreeSet<ChangeClass> {
    if old == new {
        return BTreeSet::new();
    }
    let (a, b) = (pieces(old), pieces(new));
    if differ(&a, &b, |class| class == ChangeClass::Wording) {
        return BTreeSet::from([ChangeClass::Wording]);
    }
    let single = ChangeClass::ALL.into_iter().filter(|&class| differ(&a, &b, |it| it == class));
    let mut classes: BTreeSet<ChangeClass> = single.chain(case::class(&a, &b)).collect();
    // What stands in another order, though each kind by itself does not.
    if classes.iter().all(|class| class.is_small() || *class == ChangeClass::Link)
        && differ(&a, &b, |class| class > ChangeClass::Link)
    {
        classes.insert(ChangeClass::Wording);
    } else if classes.is_empty() && differ(&a, &b, |_| true) {
        classes.insert(ChangeClass::Markup);
    }
    if classes.contains(&ChangeClass::Wording) {
        return BTreeSet::from([ChangeClass::Wording]);
    }
    if classes.is_empty() {
        classes.insert(ChangeClass::Layout);
    }
    classes
}

/// Whether the pieces of some classes are others, stand in another order or between other words.
fn differ(old: &[Piece], new: &[Piece], of: impl Fn(ChangeClass) -> bool) -> bool {
    let chosen = |piece: &&Piece| of(piece.class);
    let (old, new) = (old.iter().filter(chosen), new.iter().filter(chosen));
    !old.map(Piece::whole).eq(new.map(Piece::whole))
}
