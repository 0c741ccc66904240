//! How alike two texts are.
//!
//! The score is the normalised Indel similarity: of two texts of `a` and `b` characters whose longest
//! common subsequence has `c`, it is `200 c / (a + b)` percent, rounded down, so that 100 means equal.
//! Everything is reckoned in whole numbers; no rounding decides what is found. (`RatioBatchComparator` of
//! rapidfuzz 0.5 is no use here: it divides by the longer length, unlike `ratio` beside it.)

/// The score in percent, of texts of `total` characters together with `common` in common.
pub(crate) fn percent(common: usize, total: usize) -> u8 {
    let percent = (200 * common).checked_div(total).unwrap_or(100);
    u8::try_from(percent).unwrap_or(100).min(100)
}

/// How many characters texts of `total` characters together have in common at least, to score `percent`.
pub(crate) fn least_common(total: usize, percent: u8) -> usize {
    (total * usize::from(percent)).div_ceil(200)
}

/// The lengths of the texts that can score `percent` beside one of `length` characters.
pub(crate) fn lengths(length: usize, percent: u8) -> std::ops::RangeInclusive<usize> {
    let (most, percent) = (200 - usize::from(percent), usize::from(percent).max(1));
    (length * percent).div_ceil(most)..=length * most / percent
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_needed_is_just_enough(
            a in 0..300_usize, b in 0..300_usize, common in 0..300_usize, least in 1..=100_u8,
        ) {
            let common = common.min(a).min(b);
            let scores = percent(common, a + b) >= least;
            prop_assert_eq!(scores, common >= least_common(a + b, least) || a + b == 0);
            prop_assert!(!scores || lengths(a, least).contains(&b));
            prop_assert!(percent(common, a + b) < 100 || (a == common && b == common));
        }
    }
}
