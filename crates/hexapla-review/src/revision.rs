//! The revisions in which sources were seen to change, and who made them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use hexapla_engine::text::shown;
use hexapla_workspace::{Authorship, Error};
use quick_cache::sync::Cache;
use serde_json::{Value, json};

use crate::room::Room;

/// A revision that a source was seen in, with who made it where git tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Revision {
    /// As the ledger has it: any text at all.
    name: String,
    authorship: Option<Arc<Authorship>>,
}

/// The most characters of a name that are told: those of the longest name of a commit.
const NAME: usize = 64;

/// How many digits of a commit's name tell it from all others, in any project.
const SHORT: usize = 12;

impl Revision {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), authorship: None }
    }

    /// What it is called.
    pub(crate) fn name(&self) -> String {
        shown(&self.name.chars().take(NAME).collect::<String>())
    }

    /// The beginning of its name, where that is long and a commit's.
    pub(crate) fn short(&self) -> Option<&str> {
        let is_long = self.name.len() > SHORT && Authorship::may_be_of(&self.name);
        self.name.get(..SHORT).filter(|_| is_long)
    }

    /// Who made it.
    pub(crate) fn author(&self) -> Option<String> {
        self.authorship.as_ref()?.author.as_deref().map(shown)
    }

    /// What they said of it.
    pub(crate) fn subject(&self) -> Option<String> {
        self.authorship.as_ref()?.subject.as_deref().map(shown)
    }

    /// The same for programs.
    pub(crate) fn record(&self) -> Value {
        let authorship = self.authorship.as_deref();
        json!({
            "revision": self.name,
            "author": authorship.and_then(|it| it.author.as_deref()),
            "subject": authorship.and_then(|it| it.subject.as_deref()),
        })
    }
}

/// What git told of revisions. A commit never changes, so it is asked for once; what git does not have
/// may be fetched some time, and is asked for again after a while.
pub(crate) struct Revisions {
    known: Cache<String, Known>,
    /// When git failed last.
    failed: Mutex<Option<Instant>>,
}

#[derive(Clone)]
enum Known {
    Made(Arc<Authorship>),
    /// There was no such commit then.
    Missing(Instant),
}

/// The most revisions of which it is kept who made them.
const MOST: usize = 16 * 1024;

/// How long after it failed, or lacked a commit, git is not asked again.
const PAUSE: Duration = Duration::from_secs(60);

impl Default for Revisions {
    fn default() -> Self {
        Self { known: Cache::new(MOST), failed: Mutex::default() }
    }
}

impl Revisions {
    /// Says of each revision who made it, as far as that is known or `ask` tells, which is asked once at most:
    /// of all that is not known yet.
    fn credit<'a>(
        &self,
        revisions: impl IntoIterator<Item = &'a mut Revision>,
        now: Instant,
        ask: impl FnOnce(&BTreeSet<&str>) -> Result<BTreeMap<String, Authorship>, Error>,
    ) {
        let is_past = |then: Instant| now.saturating_duration_since(then) >= PAUSE;
        let mut open: Vec<&mut Revision> = Vec::new();
        for it in revisions.into_iter().filter(|it| Authorship::may_be_of(&it.name)) {
            match self.known.get(&it.name) {
                Some(Known::Made(authorship)) => it.authorship = Some(authorship),
                Some(Known::Missing(then)) if !is_past(then) => {}
                _ => open.push(it),
            }
        }
        if open.is_empty() || self.failed().is_some_and(|then| !is_past(then)) {
            return;
        }
        // Nothing is held while git answers: whoever asks for the same meanwhile asks git too.
        let told = ask(&open.iter().map(|it| it.name.as_str()).collect());
        let Ok(mut told) = told else {
            *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
            return;
        };
        let mut made: BTreeMap<&str, Arc<Authorship>> = BTreeMap::new();
        for it in open {
            let Revision { name, authorship } = it;
            let found = made.get(name.as_str()).cloned();
            *authorship = found.or_else(|| told.remove(name.as_str()).map(Arc::new));
            let known = authorship.clone().map_or(Known::Missing(now), Known::Made);
            self.known.insert(name.clone(), known);
            made.extend(authorship.clone().map(|it| (name.as_str(), it)));
        }
    }

    fn failed(&self) -> Option<Instant> {
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Room {
    /// Says of each revision who made it. Git is asked once for all that nobody asked for before; where it does
    /// not answer, nothing is said.
    pub(crate) fn credit<'a>(&self, revisions: impl IntoIterator<Item = &'a mut Revision>) {
        self.revisions.credit(revisions, Instant::now(), |wanted| {
            self.desk.standing().session.authorship(wanted)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    /// What was asked for, each time.
    #[derive(Default)]
    struct Git(RefCell<Vec<Vec<String>>>);

    impl Git {
        /// Tells of what begins with a letter.
        fn ask(&self, wanted: &BTreeSet<&str>) -> Result<BTreeMap<String, Authorship>, Error> {
            self.0.borrow_mut().push(wanted.iter().map(|it| (*it).to_owned()).collect());
            let there = wanted.iter().filter(|it| it.starts_with(char::is_alphabetic));
            let made = |it: &&str| Authorship { author: Some(format!("by {it}")), subject: None };
            Ok(there.map(|it| ((*it).to_owned(), made(it))).collect())
        }

        fn asked(&self) -> usize {
            self.0.borrow().len()
        }
    }

    fn credited(known: &Revisions, git: &Git, now: Instant, names: &[&str]) -> Vec<Option<String>> {
        let mut all: Vec<Revision> = names.iter().map(|it| Revision::new(it)).collect();
        known.credit(&mut all, now, |wanted| git.ask(wanted));
        all.iter().map(Revision::author).collect()
    }

    fn by(name: &str) -> Option<String> {
        Some(format!("by {name}"))
    }

    #[test]
    fn git_is_asked_once_for_all_that_is_not_known() {
        let (known, git, now) = (Revisions::default(), Git::default(), Instant::now());
        let all = ["aaaa", "bbbb", "aaaa", "main", "--all"];
        let told = [by("aaaa"), by("bbbb"), by("aaaa"), None, None];
        for _ in 0..3 {
            assert_eq!(credited(&known, &git, now, &all), told);
        }
        assert_eq!(*git.0.borrow(), [["aaaa", "bbbb"]]);
        let later = now + PAUSE * 100;
        assert_eq!(credited(&known, &git, later, &["bbbb", "cccc"]), [by("bbbb"), by("cccc")]);
        assert_eq!(git.0.borrow()[1..], [["cccc"]]);
    }

    #[test]
    fn nothing_is_asked_where_nothing_is_shown() {
        let (known, git, now) = (Revisions::default(), Git::default(), Instant::now());
        credited(&known, &git, now, &[]);
        credited(&known, &git, now, &["v1.2", "HEAD", ""]);
        assert_eq!(git.asked(), 0);
    }

    /// What is fetched some time is told of then.
    #[test]
    fn what_git_lacks_is_asked_for_again_after_a_while() {
        let (known, git, now) = (Revisions::default(), Git::default(), Instant::now());
        for at in [now, now + PAUSE / 2] {
            assert_eq!(credited(&known, &git, at, &["0000", "aaaa"]), [None, by("aaaa")]);
        }
        assert_eq!(git.asked(), 1);
        credited(&known, &git, now + PAUSE, &["0000", "aaaa"]);
        assert_eq!(git.0.borrow()[1..], [["0000"]]);
    }

    /// A git that hangs holds up one page, and not each.
    #[test]
    fn a_git_that_fails_is_left_alone_for_a_while() {
        let (known, git, now) = (Revisions::default(), Git::default(), Instant::now());
        let failing = |at: Instant, name: &str| {
            let (mut all, mut asked) = ([Revision::new(name)], 0);
            known.credit(&mut all, at, |_| {
                asked += 1;
                Err(Error::NoGit)
            });
            assert_eq!(all[0].author(), None);
            asked
        };
        assert_eq!((failing(now, "aaaa"), failing(now + PAUSE / 2, "bbbb")), (1, 0));
        assert_eq!(credited(&known, &git, now + PAUSE / 2, &["aaaa"]), [None]);
        assert_eq!(credited(&known, &git, now + PAUSE, &["aaaa"]), [by("aaaa")]);
    }

    #[test]
    fn what_strangers_wrote_is_seen_as_it_is() {
        let author = Some("Ma\u{202e}ra\u{1b}[31m".to_owned());
        let authorship = Authorship { author, subject: Some("a\u{200f}b".to_owned()) };
        let name = format!("\u{202e}{}", "n".repeat(900));
        let it = Revision { name, authorship: Some(Arc::new(authorship)) };
        assert_eq!(it.author().as_deref(), Some("Ma\\u{202e}ra\\u{1b}[31m"));
        assert_eq!(it.subject().as_deref(), Some("a\\u{200f}b"));
        assert_eq!(it.name(), format!("\\u{{202e}}{}", "n".repeat(NAME - 1)));
        assert_eq!(it.short(), None);
        assert_eq!(Revision::new(&"0a".repeat(20)).short(), Some("0a0a0a0a0a0a"));
        assert_eq!(Revision::new("0a1b2c3").short(), None);
    }
}
