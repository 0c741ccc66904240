//! Who made commits, and what they said of them.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::Git;
use crate::error::Error;

/// Who made a commit, and what they said of it. Both are words of strangers, and of bounded length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authorship {
    /// The author by name, as the repository's `.mailmap` has it; never an address.
    pub author: Option<String>,
    /// The first line of what was said.
    pub subject: Option<String>,
}

/// How long git may take: who made a commit is good to know, and nothing waits long for it.
const PATIENCE: Duration = Duration::from_secs(2);

/// The most characters of a name.
const NAME: usize = 80;

/// The most characters of what was said.
const SUBJECT: usize = 160;

/// The fewest and the most digits of a commit's name: git takes no less for one, and SHA-256 has no more.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=64;

impl Authorship {
    /// Whether a text may be a commit's name, in full or its beginning. What else git takes for one, a branch
    /// or `HEAD`, is another commit tomorrow.
    pub fn may_be_of(name: &str) -> bool {
        DIGITS.contains(&name.len()) && name.bytes().all(|digit| digit.is_ascii_hexdigit())
    }
}

impl Git<'_> {
    /// Who made each of the commits, by the names that were asked for; nothing of what is no commit's name or
    /// is not here, as in a shallow clone. Git is asked once, and not at all where nothing is a name.
    ///
    /// # Errors
    /// Where git cannot be run, fails, or does not answer soon.
    pub(crate) fn authorship(
        &self,
        revisions: &BTreeSet<&str>,
    ) -> Result<BTreeMap<String, Authorship>, Error> {
        let named = revisions.iter().copied().filter(|it| Authorship::may_be_of(it));
        let named: Vec<&str> = named.collect();
        if named.is_empty() {
            return Ok(BTreeMap::new());
        }
        let asks: String = named.iter().map(|it| format!("{it}\n")).collect();
        let args = ["rev-list", "--no-walk=unsorted", "--ignore-missing", "--stdin"];
        let form = ["--encoding=UTF-8", "--format=%H%x00%aN%x00%s"];
        let call = self.call(&[&args[..], &form].concat()).with("GIT_NO_LAZY_FETCH", "1");
        let told = call.telling(asks).within(PATIENCE).at_once().say()?.require()?;
        let told = String::from_utf8_lossy(&told);
        let all: BTreeMap<&str, Authorship> = told.lines().filter_map(authorship).collect();
        // Git gives each commit once and in full, also where a branch is called like the beginning of another.
        let of = |name: &&str| {
            let lower = name.to_ascii_lowercase();
            let (full, found) = all.range(&*lower..).next()?;
            full.starts_with(&lower).then(|| ((*name).to_owned(), found.clone()))
        };
        Ok(named.iter().filter_map(of).collect())
    }
}

/// A line of the answer: the commit's name, its author and its subject, with NUL between.
fn authorship(line: &str) -> Option<(&str, Authorship)> {
    let (name, said) = line.split_once('\0')?;
    let (author, subject) = said.split_once('\0')?;
    Some((name, Authorship { author: short(author, NAME), subject: short(subject, SUBJECT) }))
}

/// A text of at most so many characters; nothing where there is none.
fn short(text: &str, most: usize) -> Option<String> {
    let text = text.trim();
    let cut = text.char_indices().nth(most).map(|_| {
        let kept: String = text.chars().take(most - 1).collect();
        format!("{}…", kept.trim_end())
    });
    (!text.is_empty()).then(|| cut.unwrap_or_else(|| text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::git::Call;
    use std::path::Path;

    fn git(root: &Path, args: &[&str]) -> String {
        let said = Call::of(root, args).say().expect("it runs");
        assert!(said.is_ok(), "{args:?}: {}", said.told);
        said.text().trim().to_owned()
    }

    fn repository() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        git(folder.path(), &["init", "-q", "."]);
        git(folder.path(), &["config", "user.name", "Office"]);
        git(folder.path(), &["config", "user.email", "office@example.org"]);
        folder
    }

    /// Commits nothing, as somebody, and gives its name.
    fn commit(root: &Path, author: &str, message: &str) -> String {
        let author = format!("--author={author}");
        let args = ["commit", "-q", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim"];
        git(root, &[&args[..], &[&author, "-m", message]].concat());
        git(root, &["rev-parse", "HEAD"])
    }

    fn told(root: &Path, revisions: &[&str]) -> BTreeMap<String, Authorship> {
        Git::at(root).authorship(&revisions.iter().copied().collect()).expect("an answer")
    }

    fn by(author: &str, subject: &str) -> Authorship {
        Authorship { author: short(author, NAME), subject: short(subject, SUBJECT) }
    }

    #[test]
    fn commits_are_told_by_their_names_and_by_beginnings_of_those() {
        let folder = repository();
        let root = folder.path();
        let one =
            commit(root, "Mara Ruiz <mara@example.org>", "The number is another\n\nSince May.");
        let two = commit(root, "أمل <amal@example.org>", "");
        let (short, upper) = (one.get(..9).expect("digits"), one.to_uppercase());
        let all = told(root, &[&one, short, &upper, &two]);
        let mara = by("Mara Ruiz", "The number is another");
        for name in [&one, short, &upper] {
            assert_eq!(all.get(name), Some(&mara), "{name}");
        }
        assert_eq!(all.get(&two), Some(&by("أمل", "")));
        std::fs::write(root.join(".mailmap"), "Mara Ruiz Soto <mara@example.org>\n")
            .expect("written");
        assert_eq!(
            told(root, &[&one]).get(&one),
            Some(&by("Mara Ruiz Soto", "The number is another"))
        );
    }

    /// Neither an option nor a name that means another commit tomorrow is ever told to git, and what is not
    /// there keeps nothing else from being told.
    #[test]
    fn what_is_no_commit_here_is_left_out() {
        let folder = repository();
        let root = folder.path();
        let one = commit(root, "Mara <mara@example.org>", "One");
        git(root, &["branch", "cafe"]);
        git(root, &["tag", "v1"]);
        let (tree, missing) = (git(root, &["rev-parse", "HEAD^{tree}"]), "0".repeat(40));
        let hostile =
            ["--all", "-n1", "--output=x", "HEAD", "main", "v1", "cafe", "^cafe", "@", "", "a"];
        let more = ["--\nHEAD", "HEAD~0", "cafe\n--all", &tree, &missing, &"f".repeat(65)];
        let asked = [&hostile[..], &more, &[&one]].concat();
        assert_eq!(told(root, &asked).into_keys().collect::<Vec<_>>(), [one]);
        assert!(told(root, &hostile[..6]).is_empty());
        assert!(!root.join("x").exists());
    }

    #[test]
    fn what_strangers_wrote_is_of_bounded_length() {
        let folder = repository();
        let (name, subject) = ("n".repeat(5000), "ש\u{202e}".repeat(9_000));
        let one = commit(folder.path(), &format!("{name} <n@example.org>"), &subject);
        let told = told(folder.path(), &[&one]).remove(&one).expect("told of");
        for (text, most) in [(told.author, NAME), (told.subject, SUBJECT)] {
            let text = text.expect("there is some");
            assert!(text.chars().count() == most && text.ends_with('…'), "{text}");
        }
    }

    #[test]
    fn a_folder_without_history_is_an_error_and_not_an_answer() {
        let folder = tempfile::tempdir().expect("a folder");
        let none = Git::at(folder.path());
        assert!(none.authorship(&BTreeSet::from(["0a1b2c3"])).is_err());
        assert_eq!(none.authorship(&BTreeSet::from(["v1.2"])).expect("not asked"), BTreeMap::new());
    }

    /// What was left out of a shallow clone is not told of, what is there is.
    #[test]
    fn a_shallow_clone_tells_of_what_it_holds() {
        let folder = repository();
        let one = commit(folder.path(), "Mara <mara@example.org>", "One");
        let two = commit(folder.path(), "Lena <lena@example.org>", "Two");
        let away = tempfile::tempdir().expect("a folder");
        let from = format!("file://{}", folder.path().display());
        git(away.path(), &["clone", "-q", "--depth=1", &from, "."]);
        let all = told(away.path(), &[&one, &two]);
        assert_eq!(all, BTreeMap::from([(two, by("Lena", "Two"))]));
    }
}
