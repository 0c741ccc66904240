//! Several at a time.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many files are fetched at once.
const AT_ONCE: usize = 6;

/// What `work` gives of every item, in their order; a few are worked on at once. Where one fails no
/// further one is begun.
pub(crate) fn each<T: Sync, R: Send, E: Send>(
    items: &[T],
    work: impl Fn(&T) -> Result<R, E> + Sync,
) -> Result<Vec<R>, E> {
    if items.len() < 2 {
        return items.iter().map(work).collect();
    }
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(items.len())));
    let hand = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return };
            let given = work(item);
            if given.is_err() {
                next.store(items.len(), Ordering::Relaxed);
            }
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, given));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(items.len()) {
            scope.spawn(hand);
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, given)| given).collect()
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn all_are_done_and_in_order() {
        let items: Vec<usize> = (0..100).collect();
        let doubled = each(&items, |it| Ok::<_, ()>(it * 2)).expect("none fails");
        assert_eq!(doubled, items.iter().map(|it| it * 2).collect::<Vec<_>>());
    }

    #[test]
    fn one_failure_is_the_answer() {
        for bad in [0, 1, 50, 99] {
            let items: Vec<usize> = (0..100).collect();
            let done = each(&items, |it| if *it == bad { Err(*it) } else { Ok(()) });
            assert_eq!(done, Err(bad));
        }
    }
}
