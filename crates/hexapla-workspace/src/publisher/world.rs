//! Time and chance for publishers.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use crate::clock::now;

/// Time and chance as they are.
pub(super) struct World;

impl hexapla_store::World for World {
    fn now(&self) -> u64 {
        u64::try_from(now().as_seconds()).unwrap_or_default()
    }

    /// Drawn from the seed that the system gives to hash tables.
    fn random(&self) -> u128 {
        let draw = || u128::from(RandomState::new().hash_one(std::process::id()));
        draw() << 64 | draw()
    }

    fn wait(&self, time: Duration) {
        std::thread::sleep(time);
    }
}
