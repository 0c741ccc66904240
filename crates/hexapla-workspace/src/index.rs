//! What is remembered of a project from one run to the next: a survey, in a file that may be deleted
//! at any moment.
//!
//! The file is `.hexapla/index`: a line that names its version, the BLAKE3 hash of the rest, and the
//! rest in [postcard](https://postcard.jamesmunns.com/wire-format). One of another version, of another
//! program or with another hash is as none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hexapla_engine::{Count, Rename, Tally};
use hexapla_ledger::hash;
use hexapla_model::{Fingerprint, Freshness, Locale, ResourceId, Severity, State, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::identity::{Identity, Instant};
use crate::lock::own_folder;
use crate::scan::Problem;
use crate::session::Session;
use crate::shelf::Shelf;
use crate::survey::{Kept, RestsOn, Seen, Survey, Surveyed};

/// How a file begins; another number is another form of the rest.
const HEAD: &[u8] = b"hexapla index 1\n";

impl Session {
    /// How many units and words stand how, by resource and locale, and what looks renamed. Of what
    /// did not change since the last run nothing is read.
    ///
    /// # Errors
    /// As [`Self::survey`].
    pub fn totals(&self, as_of: Timestamp) -> Result<Survey<Tally>, Error> {
        let path = index(self.root());
        let before = std::fs::read(&path).ok().and_then(|it| read(&it)).unwrap_or_default();
        let mut survey = self.survey(as_of, before, |look| look.tally())?;
        if survey.renames.is_none() {
            survey.renames = Some(self.renames(&survey)?);
            survey.is_new = true;
        }
        if survey.is_new && survey.ledger_problems.is_empty() {
            // A help for the next run: nobody has to go without an answer for it.
            let _ = save(self.root(), &path, &write(&survey));
        }
        Ok(survey)
    }
}

fn index(root: &Path) -> PathBuf {
    root.join(".hexapla/index")
}

/// Puts a file in the place of another at once. It need not have reached the disk: what a crash
/// leaves of it is told by its hash.
fn save(root: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let new = path.with_extension(format!("{}", std::process::id()));
    std::fs::write(&new, bytes).or_else(|error| {
        own_folder(root).map_err(|_| error)?;
        std::fs::write(&new, bytes)
    })?;
    std::fs::rename(&new, path)
}

fn write(survey: &Survey<Tally>) -> Vec<u8> {
    let body = postcard::to_stdvec(&record(survey)).unwrap_or_default();
    [HEAD, hash(&body).as_bytes(), &body].concat()
}

/// The survey that a file holds; none where it is damaged or of another version.
fn read(bytes: &[u8]) -> Option<Survey<Tally>> {
    let (named, body) = bytes.strip_prefix(HEAD)?.split_at_checked(16)?;
    let whole = hash(body).as_bytes() == named;
    survey(postcard::from_bytes(body).ok().filter(|_| whole)?)
}

type Hash = [u8; 16];

#[derive(Serialize, Deserialize)]
struct Record {
    rules: Option<Hash>,
    now: Option<Instant>,
    files: Vec<(String, Identity)>,
    of_folders: Vec<ProblemRecord>,
    all_read: bool,
    ledger: Vec<(String, Identity, Hash)>,
    problems: Vec<ProblemRecord>,
    renames: Option<Vec<(String, String, usize, usize)>>,
    /// Each once: what stands below for a locale is its place here.
    locales: Vec<String>,
    resources: Vec<ResourceRecord>,
}

/// Path, severity, message, hint.
type ProblemRecord = (String, u8, String, String);

#[derive(Serialize, Deserialize)]
struct ResourceRecord {
    id: String,
    source: Option<SeenRecord>,
    wordless: Vec<Hash>,
    locales: Vec<(usize, Option<SeenRecord>, TallyRecord)>,
}

type SeenRecord = (Option<Hash>, Option<ProblemRecord>);

#[derive(Serialize, Deserialize)]
struct TallyRecord {
    by_freshness: Vec<(u8, CountRecord)>,
    by_state: Vec<(u8, CountRecord)>,
    out_of_order: CountRecord,
    inherited: CountRecord,
    oldest: Option<i64>,
    unknown_age: usize,
}

/// Units, words.
type CountRecord = (usize, usize);

fn record(survey: &Survey<Tally>) -> Record {
    let rests_on = &survey.rests_on;
    let mut locales: BTreeMap<&Locale, usize> = BTreeMap::new();
    for locale in survey.resources.values().flat_map(|it| it.locales.keys()) {
        let next = locales.len();
        locales.entry(locale).or_insert(next);
    }
    let mut names = vec![String::new(); locales.len()];
    locales.iter().for_each(|(locale, at)| names[*at] = locale.to_string());
    let resource = |(id, it): (&ResourceId, &Surveyed<Tally>)| ResourceRecord {
        id: id.to_string(),
        source: it.source.as_ref().map(seen_record),
        wordless: it.wordless.iter().map(|it| *it.as_bytes()).collect(),
        locales: it
            .locales
            .iter()
            .map(|(locale, it)| {
                (locales[locale], it.target.as_ref().map(seen_record), tally_record(&it.what))
            })
            .collect(),
    };
    let rename = |it: &Rename| (it.from.to_string(), it.to.to_string(), it.shared, it.of);
    Record {
        rules: rests_on.rules.map(|it| *it.as_bytes()),
        now: rests_on.now,
        files: rests_on.files.iter().map(|(path, it)| (path.clone(), *it)).collect(),
        of_folders: rests_on.of_folders.iter().map(problem_record).collect(),
        all_read: rests_on.all_read,
        ledger: rests_on
            .ledger
            .files()
            .map(|(name, identity, hash)| (name.to_owned(), identity, *hash.as_bytes()))
            .collect(),
        problems: survey.problems.iter().map(problem_record).collect(),
        renames: survey.renames.as_ref().map(|it| it.iter().map(rename).collect()),
        locales: names,
        resources: survey.resources.iter().map(resource).collect(),
    }
}

fn survey(record: Record) -> Option<Survey<Tally>> {
    let locales: Vec<Locale> =
        record.locales.iter().map(|it| it.parse().ok()).collect::<Option<_>>()?;
    let mut resources = BTreeMap::new();
    for it in record.resources {
        let kept = |(at, target, tally): (usize, Option<SeenRecord>, TallyRecord)| {
            let kept = Kept { target: target.map(seen), what: tally_of(tally) };
            Some((locales.get(at)?.clone(), kept))
        };
        let surveyed = Surveyed {
            source: it.source.map(seen),
            wordless: it.wordless.into_iter().map(Fingerprint::from_bytes).collect(),
            locales: it.locales.into_iter().map(kept).collect::<Option<_>>()?,
        };
        resources.insert(it.id.parse().ok()?, surveyed);
    }
    let rename = |(from, to, shared, of): (String, String, usize, usize)| {
        Some(Rename { from: from.parse().ok()?, to: to.parse().ok()?, shared, of })
    };
    let renames = match record.renames {
        Some(renames) => Some(renames.into_iter().map(rename).collect::<Option<_>>()?),
        None => None,
    };
    let ledger = record.ledger.into_iter();
    let rests_on = RestsOn {
        rules: record.rules.map(Fingerprint::from_bytes),
        now: record.now,
        files: record.files.into_iter().collect(),
        scan: None,
        of_folders: record.of_folders.into_iter().map(problem).collect(),
        ledger: Shelf::left(ledger.map(|(a, b, hash)| (a, b, Fingerprint::from_bytes(hash)))),
        all_read: record.all_read,
    };
    let problems = record.problems.into_iter().map(problem).collect();
    Some(Survey { resources, renames, rests_on, problems, ..Survey::default() })
}

fn seen_record(seen: &Seen) -> SeenRecord {
    (seen.hash.map(|it| *it.as_bytes()), seen.problem.as_ref().map(problem_record))
}

fn seen((hash, of): SeenRecord) -> Seen {
    Seen { hash: hash.map(Fingerprint::from_bytes), problem: of.map(problem) }
}

fn problem_record(it: &Problem) -> ProblemRecord {
    let severity = match it.severity {
        Severity::Note => 0,
        Severity::Warning => 1,
        Severity::Error => 2,
    };
    (it.path.clone(), severity, it.message.clone(), it.hint.clone())
}

fn problem((path, severity, message, hint): ProblemRecord) -> Problem {
    let severity = match severity {
        0 => Severity::Note,
        1 => Severity::Warning,
        _ => Severity::Error,
    };
    Problem { path, severity, message, hint }
}

fn tally_record(tally: &Tally) -> TallyRecord {
    let count = |it: Count| (it.units, it.words);
    let freshness = |(it, of): (&Freshness, &Count)| (place(&Freshness::ALL, it), count(*of));
    let state = |(it, of): (&State, &Count)| (place(&State::ALL, it), count(*of));
    TallyRecord {
        by_freshness: tally.by_freshness.iter().map(freshness).collect(),
        by_state: tally.by_state.iter().map(state).collect(),
        out_of_order: count(tally.out_of_order),
        inherited: count(tally.inherited),
        oldest: tally.oldest.map(Timestamp::as_seconds),
        unknown_age: tally.unknown_age,
    }
}

fn tally_of(record: TallyRecord) -> Tally {
    let count = |(units, words): CountRecord| Count { units, words };
    let freshness =
        |(at, it): (u8, CountRecord)| Some((*Freshness::ALL.get(usize::from(at))?, count(it)));
    let state = |(at, it): (u8, CountRecord)| Some((*State::ALL.get(usize::from(at))?, count(it)));
    Tally {
        by_freshness: record.by_freshness.into_iter().filter_map(freshness).collect(),
        by_state: record.by_state.into_iter().filter_map(state).collect(),
        out_of_order: count(record.out_of_order),
        inherited: count(record.inherited),
        oldest: record.oldest.map(Timestamp::from_seconds),
        unknown_age: record.unknown_age,
    }
}

fn place<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|it| it == one).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}
