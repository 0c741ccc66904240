//! What is taken off a score.
//!
//! CAT tools take a point or a few off for what makes a match less sure than its text says: 1 for codes or
//! numbers that differ is common, so that such a text never counts as 100 %. What was imported and what is
//! of a related locale lose so much that they stay below 100 % too, and the related locale the more.

use crate::Origin;

/// Points off for each of: codes that differ, numbers that differ.
const PLACEABLES: u8 = 1;

/// Points off where the translation was imported: nobody of this project has vouched for it.
const IMPORTED: u8 = 3;

/// Points off where the translation is of a related locale: it may be worded otherwise here.
const RELATED: u8 = 5;

/// Points off for where a translation comes from.
pub(crate) fn of_origin(origin: &Origin<'_>) -> u8 {
    match origin {
        Origin::Ledger { .. } => 0,
        Origin::Imported { .. } => IMPORTED,
        Origin::Related { .. } => RELATED,
    }
}

/// Points off for codes and numbers that are not the same in both texts.
pub(crate) fn of_placeables(same_codes: bool, same_numbers: bool) -> u8 {
    PLACEABLES * (u8::from(!same_codes) + u8::from(!same_numbers))
}
