//! Files as git keeps them: at a revision, staged, or in conflict.

mod authorship;
mod call;

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::Error;
use crate::scan::Bytes;

pub use authorship::Authorship;
pub(crate) use call::{Call, Said};

/// A state of the project's files that git knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Version {
    /// The files as they lie in the folder.
    Present,
    /// What `git add` put by for the next commit.
    Staged,
    /// The commit that a name stands for: `HEAD`, `origin/main`, `7c1f`.
    Revision(String),
}

/// Two versions, and what lies between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The earlier one.
    pub before: Version,
    /// The later one.
    pub after: Version,
}

/// Files by their path from the root of the project, with the name of their content.
pub(crate) type Listing = BTreeMap<String, String>;

/// The repository that a project lies in.
pub(crate) struct Git<'a> {
    root: &'a Path,
}

impl<'a> Git<'a> {
    /// The repository that the folder is known to lie in.
    pub(crate) fn at(root: &'a Path) -> Self {
        Self { root }
    }

    /// The repository that the folder lies in.
    ///
    /// # Errors
    /// Where it lies in none, or git cannot be run.
    pub(crate) fn of(root: &'a Path) -> Result<Self, Error> {
        let git = Self { root };
        match git.ask(&["rev-parse", "--is-inside-work-tree"])? {
            Some(_) => Ok(git),
            None => Err(Error::NoRepository(root.to_owned())),
        }
    }

    /// The range that `BASE..HEAD`, `BASE...HEAD` (from where both parted) or `BASE` (up to the
    /// files as they are) stands for, with commits by their full names.
    pub(crate) fn range(&self, text: &str) -> Result<Range, Error> {
        let named = |name: &str| if name.is_empty() { "HEAD".to_owned() } else { name.to_owned() };
        if let Some((base, head)) = text.split_once("...") {
            let (base, head) = (self.commit(&named(base))?, self.commit(&named(head))?);
            let parted = self.ask(&["merge-base", &base, &head])?;
            let parted = parted.ok_or_else(|| self.unknown(&format!("{text} (merge base)")))?;
            return Ok(Range { before: Version::Revision(parted), after: Version::Revision(head) });
        }
        let (base, head) = match text.split_once("..") {
            Some((base, head)) => (base, Version::Revision(self.commit(&named(head))?)),
            None => (text, Version::Present),
        };
        Ok(Range { before: Version::Revision(self.commit(&named(base))?), after: head })
    }

    /// The full name of a commit.
    fn commit(&self, name: &str) -> Result<String, Error> {
        if name.starts_with('-') {
            return Err(self.unknown(name));
        }
        let wanted = format!("{name}^{{commit}}");
        self.ask(&["rev-parse", "--verify", "--quiet", &wanted])?.ok_or_else(|| self.unknown(name))
    }

    fn unknown(&self, name: &str) -> Error {
        let shallow = self.ask(&["rev-parse", "--is-shallow-repository"]);
        let is_shallow = shallow.is_ok_and(|it| it.as_deref() == Some("true"));
        Error::NoRevision { name: name.to_owned(), is_shallow }
    }

    /// Every file below the project's folder at a revision; links and submodules are left out.
    pub(crate) fn at_revision(&self, name: &str) -> Result<Listing, Error> {
        self.in_tree(&self.commit(name)?)
    }

    /// Every file below the project's folder in a tree or commit, by its full name.
    pub(crate) fn in_tree(&self, tree: &str) -> Result<Listing, Error> {
        let listed = self.run(&["ls-tree", "-r", "-z", tree])?;
        // `100644 blob <object>\t<path>`
        Ok(listing(&listed, |mode| match mode {
            [mode, "blob", object] if mode.starts_with("100") => Some(object),
            _ => None,
        }))
    }

    /// Every file of the index; of one in conflict, our version.
    pub(crate) fn staged(&self) -> Result<Listing, Error> {
        let listed = self.run(&["ls-files", "--stage", "-z"])?;
        // `100644 <object> <stage>\t<path>`
        Ok(listing(&listed, |mode| match mode {
            [mode, object, "0" | "2"] if mode.starts_with("100") => Some(object),
            _ => None,
        }))
    }

    /// The content of each file.
    pub(crate) fn contents(&self, files: &Listing) -> Result<BTreeMap<String, Bytes>, Error> {
        let asks: String = files.values().map(|object| format!("{object}\n")).collect();
        let told = self.call(&["cat-file", "--batch"]).telling(asks).say()?.require()?;
        let mut rest = &told[..];
        files.keys().map(|path| Ok((path.clone(), next_object(&mut rest, path)?))).collect()
    }

    /// A call of git that only looks.
    fn call(&self, args: &[&str]) -> Call {
        Call::of(self.root, args).with("GIT_OPTIONAL_LOCKS", "0")
    }

    /// What git answers, without the line end; nothing where it says no.
    pub(crate) fn ask(&self, args: &[&str]) -> Result<Option<String>, Error> {
        let said = self.call(args).say()?;
        Ok(said.is_ok().then(|| said.text().trim_end().to_owned()))
    }

    /// What git answers, as text.
    pub(crate) fn run(&self, args: &[&str]) -> Result<String, Error> {
        let out = self.call(args).say()?.require()?;
        Ok(String::from_utf8_lossy(&out).into_owned())
    }

    /// Has git do something that changes the repository.
    pub(crate) fn have(&self, args: &[&str]) -> Call {
        Call::of(self.root, args)
    }

    /// The content of an object by its name, or by its place in the index (`:2:./page.md`); nothing
    /// where there is none.
    pub(crate) fn content(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let said = self.call(&["cat-file", "blob", name]).say()?;
        Ok(said.is_ok().then_some(said.out))
    }

    /// The files that the index holds in several stages, from the root of the project.
    pub(crate) fn unmerged(&self) -> Result<Vec<String>, Error> {
        let listed = self.run(&["diff", "--name-only", "--diff-filter=U", "--relative", "-z"])?;
        Ok(paths(&listed).map(str::to_owned).collect())
    }
}

/// The paths of a list, ended by NUL.
pub(crate) fn paths(text: &str) -> impl Iterator<Item = &str> {
    text.split('\0').filter(|path| !path.is_empty())
}

/// The files of a list whose entries are `<words>\t<path>`, ended by NUL.
fn listing<'t>(text: &'t str, object: impl Fn(&[&'t str]) -> Option<&'t str>) -> Listing {
    let file = |entry: &'t str| {
        let (words, path) = entry.split_once('\t')?;
        let words: Vec<&str> = words.split(' ').collect();
        Some((path.to_owned(), object(&words)?.to_owned()))
    };
    text.split('\0').filter_map(file).collect()
}

/// The next answer of `git cat-file --batch`: `<object> blob <size>`, a line end, so many bytes and a line end.
fn next_object(rest: &mut &[u8], path: &str) -> Result<Bytes, Error> {
    let told = || {
        let (head, after) = rest.split_at(rest.iter().position(|it| *it == b'\n')? + 1);
        let size = str::from_utf8(head).ok()?.trim_end().rsplit(' ').next()?.parse().ok()?;
        Some((after.get(..size)?, after.get(size + 1..)?))
    };
    let missing = || Error::Git { message: format!("the content of `{path}` is not there") };
    let (content, after) = told().ok_or_else(missing)?;
    *rest = after;
    Ok(content.into())
}
