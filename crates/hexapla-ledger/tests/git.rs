//! Law 7 with plain git: branches and clones, merged, rebased and squashed, with packing among it.

mod history;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use hexapla_ledger::{Fact, Ledger, pack, write};
use history::{Did, acts, did};
use proptest::prelude::*;

/// Where the ledger lies in each checkout.
const FOLDER: &str = "ledger";

/// The checkouts: two branches of each of two clones.
const PLACES: usize = 4;

/// What happens in one of the checkouts.
#[derive(Clone, Debug)]
enum Event {
    /// Somebody says something.
    Act { place: usize, did: Did },
    /// `hexapla ledger compact`.
    Pack { place: usize },
    /// `git merge`.
    Merge { into: usize, from: usize },
    /// `git merge --squash`, then a commit.
    Squash { into: usize, from: usize },
    /// `git rebase`.
    Rebase { place: usize, onto: usize },
}

fn event() -> impl Strategy<Value = Event> {
    let place = || 0..PLACES;
    prop_oneof![
        6 => (place(), did()).prop_map(|(place, did)| Event::Act { place, did }),
        4 => (place(), approval()).prop_map(|(place, did)| Event::Act { place, did }),
        4 => place().prop_map(|place| Event::Pack { place }),
        2 => (place(), place()).prop_map(|(into, from)| Event::Merge { into, from }),
        1 => (place(), place()).prop_map(|(into, from)| Event::Squash { into, from }),
        1 => (place(), place()).prop_map(|(place, onto)| Event::Rebase { place, onto }),
    ]
}

/// Somebody vouches for the first units of a page: what one person translates, another reviews, in
/// files that git finds alike.
fn approval() -> impl Strategy<Value = Did> {
    (0..2_u8, 1..100_u8, any::<u8>(), any::<u8>()).prop_map(|(place, count, by, state)| {
        Did::Attest { place, pairs: (0..count).map(|at| (at, at)).collect(), by, state }
    })
}

/// Two clones of one repository, each with two branches checked out.
struct World {
    _folder: tempfile::TempDir,
    checkouts: Vec<PathBuf>,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let checkouts: Vec<PathBuf> = (0..PLACES).map(|place| at(&format!("c{place}"))).collect();
        let first = &checkouts[0];
        std::fs::create_dir_all(first).expect("created");
        git(first, &["init", "--quiet", "--initial-branch=b0"]);
        std::fs::write(first.join(".gitattributes"), "ledger/** -text\n").expect("written");
        commit(first);
        let text = |path: &Path| path.to_str().expect("text").to_owned();
        git(first, &["worktree", "add", "--quiet", "-b", "b1", &text(&checkouts[1])]);
        git(first, &["clone", "--quiet", ".", &text(&checkouts[2])]);
        git(&checkouts[2], &["switch", "--quiet", "-c", "b2"]);
        git(&checkouts[2], &["worktree", "add", "--quiet", "-b", "b3", &text(&checkouts[3])]);
        Self { _folder: folder, checkouts }
    }

    /// The tip of another place's branch, brought into the clone of `place`.
    fn tip(&self, place: usize, other: usize) -> String {
        let hash = git(&self.checkouts[other], &["rev-parse", "HEAD"]);
        if place / 2 != other / 2 {
            let from = self.checkouts[other].to_str().expect("text");
            git(&self.checkouts[place], &["fetch", "--quiet", from, &format!("b{other}")]);
        }
        hash.trim().to_owned()
    }

    fn merge(&self, into: usize, from: usize) {
        let tip = self.tip(into, from);
        git(&self.checkouts[into], &["merge", "--quiet", "--no-edit", &tip]);
    }

    fn happens(&self, event: &Event, act: &[Fact]) {
        match *event {
            Event::Act { place, .. } => {
                if !act.is_empty() {
                    for file in write(act) {
                        save(&self.checkouts[place].join(FOLDER).join(file.name), &file.bytes);
                    }
                    commit(&self.checkouts[place]);
                }
            }
            Event::Pack { place } => {
                pack_folder(&self.checkouts[place].join(FOLDER));
                commit(&self.checkouts[place]);
            }
            Event::Merge { into, from } => self.merge(into, from),
            Event::Squash { into, from } => {
                let tip = self.tip(into, from);
                git(&self.checkouts[into], &["merge", "--quiet", "--squash", &tip]);
                commit(&self.checkouts[into]);
            }
            Event::Rebase { place, onto } => {
                let tip = self.tip(place, onto);
                git(&self.checkouts[place], &["rebase", "--quiet", &tip]);
            }
        }
    }

    fn ledger(&self, place: usize) -> Ledger {
        let files = files(&self.checkouts[place].join(FOLDER));
        let read = Ledger::read(files.iter().map(|(name, it)| (name.as_str(), it.as_slice())));
        assert_eq!(read.problems, []);
        read.ledger
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return BTreeMap::new() };
    entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("text");
            (name, std::fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

fn pack_folder(folder: &Path) {
    let files: Vec<(String, Vec<u8>)> = files(folder).into_iter().collect();
    let packing = pack(&files);
    for file in packing.write {
        save(&folder.join(file.name), &file.bytes);
    }
    for name in packing.remove {
        std::fs::remove_file(folder.join(name)).expect("removed");
    }
}

/// Writes a file; git removes a folder that it emptied.
fn save(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
    std::fs::write(path, bytes).expect("written");
}

fn commit(checkout: &Path) {
    git(checkout, &["add", "--all"]);
    git(checkout, &["commit", "--quiet", "--allow-empty", "-m", "work"]);
}

/// Runs git as it comes, with nobody's settings; whatever it refuses, a conflict above all, fails
/// the test.
fn git(checkout: &Path, args: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(args).current_dir(checkout);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    for (name, value) in [("NAME", "Test"), ("EMAIL", "test@example.org")] {
        command.env(format!("GIT_AUTHOR_{name}"), value);
        command.env(format!("GIT_COMMITTER_{name}"), value);
    }
    let output = command.output().expect("git runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {args:?}: {said}{told}");
    said
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(16)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn law_7_plain_git_never_conflicts_and_loses_no_fact(
        events in prop::collection::vec(event(), 8..28),
        order in Just((1..PLACES).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let world = World::new();
        let history: Vec<Did> = events.iter().filter_map(|event| match event {
            Event::Act { did, .. } => Some(did.clone()),
            _ => None,
        }).collect();
        let all = acts(&history, |at| 1_700_000_000 + at as i64);
        let mut next = all.iter();
        for event in &events {
            let act = match event {
                Event::Act { .. } => next.next().expect("an act").as_slice(),
                _ => &[],
            };
            world.happens(event, act);
        }
        // Everything comes together in the first place in one order, in the last in another.
        let last = PLACES - 1;
        for &from in &order {
            world.merge(0, from);
        }
        for from in order.iter().rev().filter(|&&from| from != last).chain([&0]) {
            world.merge(last, *from);
        }
        let written: Vec<_> = all.iter().flat_map(|act| write(act)).collect();
        let expected = Ledger::read(written.iter().map(|it| (it.name.as_str(), it.bytes.as_slice()))).ledger;
        prop_assert_eq!(world.ledger(0), expected.clone());
        prop_assert_eq!(world.ledger(last), expected);
    }
}
