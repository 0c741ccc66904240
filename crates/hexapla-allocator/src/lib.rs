//! The allocator of the program, and how long it keeps memory that was freed.
//!
//! Reading a project makes millions of small texts on all cores. What was freed mimalloc gives back to the
//! system after a second, which has to clear each page again before the program gets it back: a command
//! that works for little more than a second pays for that and wins nothing. So it is kept for longer, and
//! only what runs for long, such as `watch` and `serve`, gives back what it no longer needs.

use std::ffi::c_long;

use libmimalloc_sys::{mi_option_set, mi_option_t};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// `mi_option_purge_delay` of mimalloc 3, which the bindings do not name; in milliseconds.
const PURGE_DELAY: mi_option_t = 15;

/// How long memory that was freed is kept, in milliseconds.
const KEPT: c_long = 10_000;

/// Has memory that was freed kept for ten seconds; to be called once, first thing in `main`.
pub fn keep_freed_memory() {
    // SAFETY: the function takes two numbers and is only unsafe beside other threads, of which there are
    // none yet.
    unsafe { mi_option_set(PURGE_DELAY, KEPT) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_is_the_delay() {
        // SAFETY: nothing else in this binary asks for options or sets them.
        let delay = || unsafe { libmimalloc_sys::mi_option_get(PURGE_DELAY) };
        assert_eq!(delay(), 1_000, "what mimalloc 3 has as its delay");
        keep_freed_memory();
        assert_eq!(delay(), KEPT);
    }
}
