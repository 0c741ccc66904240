//! How much is read of what strangers send: far more than tools write.

/// The most elements that stand within each other.
pub const DEPTH: usize = 64;
/// The most attributes of one element.
pub const ATTRIBUTES: usize = 64;
/// The most elements and texts that are read as one ([`subtree`](crate::Document::subtree)).
pub const NODES: usize = 100_000;
