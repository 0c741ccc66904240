//! What a publish needs of the world around it.

use std::time::Duration;

/// Time and chance, passed in, so that whoever publishes can be tested.
pub trait World: Sync {
    /// Seconds since 1970.
    fn now(&self) -> u64;

    /// A number that nobody else draws.
    fn random(&self) -> u128;

    /// Returns after that long.
    fn wait(&self, time: Duration);
}
