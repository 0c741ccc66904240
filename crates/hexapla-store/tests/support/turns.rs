//! Threads that take turns, one at a time, in an order that a seed decides; and their clock.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use hexapla_store::World;

/// A small generator of numbers (xorshift64*).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..4 {
            dice.roll(2);
        }
        dice
    }

    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides
    }
}

/// Who is at it: nobody goes on before all that have not ended wait for their turn.
pub(crate) struct Turns {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    /// Those that have not ended: since when each waits, and until when it sleeps.
    actors: BTreeMap<usize, Option<(u64, u64)>>,
    going: Option<usize>,
    dice: Dice,
    now: u64,
}

/// Who waited this many seconds is next: in a real network nobody waits for ever.
const FAIR: u64 = 8;

impl Turns {
    pub(crate) fn new(actors: usize, seed: u64) -> Arc<Self> {
        let actors = (0..actors).map(|actor| (actor, None)).collect();
        let state = State { actors, going: None, dice: Dice::new(seed), now: 1_000_000 };
        Arc::new(Self { state: Mutex::new(state), changed: Condvar::new() })
    }

    /// Waits for the turn of `actor`, at least `sleep` seconds from now. Each turn takes a second.
    pub(crate) fn take(&self, actor: usize, sleep: u64) {
        let mut state = self.state.lock().unwrap();
        let now = state.now;
        state.actors.insert(actor, Some((now + sleep, now + sleep)));
        if state.going == Some(actor) {
            state.going = None;
        }
        state.choose();
        self.changed.notify_all();
        while state.going != Some(actor) {
            state = self.changed.wait(state).unwrap();
        }
        state.actors.insert(actor, None);
    }

    /// The actor has ended.
    pub(crate) fn end(&self, actor: usize) {
        let mut state = self.state.lock().unwrap();
        state.actors.remove(&actor);
        if state.going == Some(actor) {
            state.going = None;
        }
        state.choose();
        self.changed.notify_all();
    }

    pub(crate) fn now(&self) -> u64 {
        self.state.lock().unwrap().now
    }

    pub(crate) fn roll(&self, sides: u64) -> u64 {
        self.state.lock().unwrap().dice.roll(sides)
    }
}

impl State {
    fn choose(&mut self) {
        if self.going.is_some() || self.actors.values().any(Option::is_none) {
            return;
        }
        let waiting: Vec<(usize, u64, u64)> = self
            .actors
            .iter()
            .filter_map(|(who, it)| it.map(|(since, until)| (*who, since, until)))
            .collect();
        let Some(soonest) = waiting.iter().map(|it| it.2).min() else { return };
        self.now = (self.now + 1).max(soonest);
        let now = self.now;
        let ready: Vec<_> = waiting.iter().filter(|it| it.2 <= now).collect();
        let oldest = ready.iter().min_by_key(|it| it.1);
        let chosen = match oldest {
            Some(oldest) if oldest.1 + FAIR < now => oldest.0,
            _ => ready[self.dice.roll(ready.len() as u64) as usize].0,
        };
        self.going = Some(chosen);
    }
}

/// The world of one actor.
pub(crate) struct Actor {
    pub(crate) turns: Arc<Turns>,
    pub(crate) number: usize,
}

impl World for Actor {
    fn now(&self) -> u64 {
        self.turns.now()
    }

    fn random(&self) -> u128 {
        (0..4).fold(0, |sum, _| (sum << 31) | u128::from(self.turns.roll(1 << 31)))
    }

    fn wait(&self, time: Duration) {
        self.turns.take(self.number, time.as_secs().max(1));
    }
}
