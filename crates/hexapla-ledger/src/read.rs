//! Files to facts.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_model::{Fingerprint, Locale};
use rayon::prelude::*;

use crate::fact::{Fact, FactId};
use crate::fold::Ledger;
use crate::only::{check, only};
use crate::record::{RecordError, from_line};
use crate::write::hash;

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as it was given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in bytes, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// Whether a later version of the program wrote it; else it is damaged.
    pub too_new: bool,
}

impl Problem {
    /// The next step.
    pub fn hint(&self) -> &'static str {
        if self.too_new {
            "update hexapla; nothing was changed"
        } else {
            "restore the file from git (`git checkout -- FILE`); every other fact was read"
        }
    }
}

/// A ledger and what could not be read of it.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// All facts that could be read.
    pub ledger: Ledger,
    /// The lines that could not, in order of file and line.
    pub problems: Vec<Problem>,
}

impl Ledger {
    /// Reads every line of the given files (name and content) into one ledger.
    ///
    /// The names only serve to locate problems; order and repetition mean nothing.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Read {
        let (facts, problems) = facts(files);
        Read { ledger: Self::fold(facts), problems }
    }
}

/// The facts in the given files (name and content), each once, and the lines that could not be read,
/// in order of file and line.
pub fn facts<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> (BTreeMap<FactId, Fact>, Vec<Problem>) {
    let files: Vec<(&str, &[u8])> = files.into_iter().collect();
    let only: Vec<Option<Locale>> = files.iter().map(|(_, bytes)| only(bytes)).collect();
    let all: Vec<(usize, usize, &[u8])> = files
        .iter()
        .enumerate()
        .flat_map(|(at, (_, bytes))| lines(bytes).map(move |(number, line)| (at, number, line)))
        .collect();
    let read: Vec<Result<Option<(FactId, Fact)>, Problem>> = all
        .par_iter()
        .map(|&(at, number, line)| {
            fact(line, only[at].as_ref()).map_err(|it| problem(files[at].0, number, &it))
        })
        .collect();
    let (facts, mut problems) = apart(read);
    let broken: BTreeSet<String> = problems.iter().map(|it| it.file.clone()).collect();
    let whole = files.par_iter().filter(|(name, _)| !broken.contains(*name));
    problems.par_extend(whole.filter_map(|&(name, bytes)| not_as_named(name, bytes, hash(bytes))));
    problems.sort();
    (facts, problems)
}

/// The facts of lines that were read, each once, and the problems of those that could not be.
pub(crate) fn apart(
    read: Vec<Result<Option<(FactId, Fact)>, Problem>>,
) -> (BTreeMap<FactId, Fact>, Vec<Problem>) {
    let (mut facts, mut problems) = (BTreeMap::new(), Vec::new());
    for read in read {
        match read {
            Ok(fact) => facts.extend(fact),
            Err(problem) => problems.push(problem),
        }
    }
    (facts, problems)
}

/// The lines that are not empty, with their number from 1, without line end.
pub(crate) fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]);
    let lines = ends.map(move |end| &bytes[std::mem::replace(&mut start, end + 1)..end]);
    lines
        .enumerate()
        .map(|(index, line)| (index + 1, line.strip_suffix(b"\r").unwrap_or(line)))
        .filter(|(_, line)| !line.is_empty())
}

/// The fact that a line holds, with its name; none where it holds none. In a file of one locale
/// only what is about that is a fact.
pub(crate) fn fact(
    line: &[u8],
    only: Option<&Locale>,
) -> Result<Option<(FactId, Fact)>, RecordError> {
    let text = std::str::from_utf8(line).map_err(|error| not_utf8(&error))?;
    let Some(fact) = from_line(text)? else { return Ok(None) };
    check(only, &fact)?;
    Ok(Some((hash(line), fact)))
}

fn not_utf8(error: &std::str::Utf8Error) -> RecordError {
    RecordError::Damaged(format!("not UTF-8 at line 1 column {}", error.valid_up_to() + 1))
}

pub(crate) fn problem(file: &str, line: usize, error: &RecordError) -> Problem {
    let too_new = matches!(error, RecordError::TooNew(_));
    let (message, column) = split_place(&error.to_string());
    let message = match error {
        RecordError::Damaged(_) => format!("the line is cut or damaged: {message}"),
        RecordError::Astray(_) => format!("the line is {message}"),
        RecordError::TooNew(_) => message,
    };
    Problem { file: file.to_owned(), line, column, message, too_new }
}

/// A file that has the name of an act and does not hold it: cut between two lines, every line that
/// is left can be read. What a person named may hold anything.
pub(crate) fn not_as_named(file: &str, bytes: &[u8], own: Fingerprint) -> Option<Problem> {
    let stem = file.rsplit('/').next()?.strip_suffix(".jsonl")?;
    let named = stem.parse::<Fingerprint>().ok()?;
    if own == named || hash(&without_cr(bytes)) == named {
        return None;
    }
    let message = "the file is not the one it is named after: lines were cut off or changed";
    let (file, line) = (file.to_owned(), lines(bytes).last().map_or(1, |(number, _)| number));
    Some(Problem { file, line, column: 1, message: message.to_owned(), too_new: false })
}

/// The bytes with LF line ends, as files are named after.
fn without_cr(bytes: &[u8]) -> Vec<u8> {
    bytes
        .split_inclusive(|&byte| byte == b'\n')
        .flat_map(|line| match line.strip_suffix(b"\r\n") {
            Some(content) => [content, b"\n"],
            None => [line, b""],
        })
        .flatten()
        .copied()
        .collect()
}

/// Whether every line of a file can be read, and none is missing.
pub(crate) fn is_whole(name: &str, bytes: &[u8]) -> bool {
    let only = only(bytes);
    lines(bytes).all(|(_, line)| fact(line, only.as_ref()).is_ok())
        && not_as_named(name, bytes, hash(bytes)).is_none()
}

/// Takes serde_json's ` at line 1 column N` off a message.
fn split_place(message: &str) -> (String, usize) {
    let split = message.rsplit_once(" at line 1 column ");
    let parsed = split.and_then(|(text, column)| Some((text.to_owned(), column.parse().ok()?)));
    parsed.map_or_else(
        || (message.to_owned(), 1),
        |(text, column): (String, usize)| (text, column.max(1)),
    )
}
