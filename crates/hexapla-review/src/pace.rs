//! How often one visitor may ask.

use std::num::NonZero;

use governor::clock::{Clock, DefaultClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use hexapla_model::phrase;

use crate::failure::Failure;

/// How often a visitor may ask in a second, for long.
const STEADY: NonZero<u32> = NonZero::new(50).unwrap();

/// How often at once, after a pause.
const BURST: NonZero<u32> = NonZero::new(250).unwrap();

/// How many visitors are remembered before those are forgotten who have been quiet.
const MANY: usize = 1024;

/// How often one visitor may ask: more than a person does, so that a program that asks without end holds
/// up nobody but itself.
pub(crate) struct Pace(RateLimiter<String, HashMapStateStore<String>, DefaultClock>);

impl Default for Pace {
    fn default() -> Self {
        Self(RateLimiter::hashmap(Quota::per_second(STEADY).allow_burst(BURST)))
    }
}

impl Pace {
    /// Lets somebody ask once more, by what tells them from others.
    ///
    /// # Errors
    /// Where they have asked too often, with how long they have to wait.
    pub(crate) fn admit(&self, who: &str) -> Result<(), Failure> {
        if self.0.len() > MANY {
            self.0.retain_recent();
        }
        self.0.check_key(&who.to_owned()).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now()).as_millis();
            let wait = u64::try_from(wait).unwrap_or(u64::MAX);
            let hint = phrase!(
                "wait {wait} ms, then go on with at most {most} a second",
                wait,
                most = STEADY.get(),
            );
            Failure::new(429, phrase!("too many requests at once")).with_hint(hint)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_without_end_is_refused_and_nobody_else() {
        let pace = Pace::default();
        let admitted = |who: &str| (0..1000).filter(|_| pace.admit(who).is_ok()).count();
        let many = admitted("mara");
        assert!((250..1000).contains(&many), "{many}");
        let refused = pace.admit("mara").expect_err("too many");
        assert_eq!(refused.status, 429);
        assert!(refused.hint.is_some_and(|it| it.to_string().contains("at most 50 a second")));
        assert!(pace.admit("lena").is_ok());
    }

    #[test]
    fn no_number_of_visitors_takes_memory_for_ever() {
        let pace = Pace::default();
        for visitor in 0..5 * MANY {
            pace.admit(&visitor.to_string()).expect("their first");
            if visitor % MANY == 0 {
                std::thread::sleep(std::time::Duration::from_millis(40));
            }
        }
        assert!(pace.0.len() <= 2 * MANY, "{}", pace.0.len());
    }
}
