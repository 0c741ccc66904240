//! Which characters a text has, and how many of each.

use std::ops::Range;

/// How many buckets a bag has.
pub(crate) const BUCKETS: usize = 32;

/// How many characters of each bucket a text has; 255 stands for more.
///
/// Two texts are at least as far apart as their bags: a character that is put in or taken out changes
/// one bucket by one, and to count several characters as one, or no further than 255, only brings bags
/// nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bag([u8; BUCKETS]);

impl Bag {
    /// The bag of a text, of which the bucket of each character is given.
    pub(crate) fn of(buckets: impl Iterator<Item = u8>) -> Self {
        let mut bag = [0_u8; BUCKETS];
        for bucket in buckets {
            if let Some(count) = bag.get_mut(usize::from(bucket)) {
                *count = count.saturating_add(1);
            }
        }
        Self(bag)
    }

    /// The least number of characters that have to be put in or taken out to make one text of the other.
    pub(crate) fn distance(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(a, b)| u32::from(a.abs_diff(*b))).sum::<u32>() as usize
    }

    /// The same for the characters outside of some buckets.
    pub(crate) fn distance_without(&self, other: &Self, buckets: &Range<usize>) -> usize {
        let pairs = self.within(buckets).iter().zip(other.within(buckets));
        let inside: u32 = pairs.map(|(a, b)| u32::from(a.abs_diff(*b))).sum();
        self.distance(other) - inside as usize
    }

    fn within(&self, buckets: &Range<usize>) -> &[u8] {
        self.0.get(buckets.clone()).unwrap_or_default()
    }
}
