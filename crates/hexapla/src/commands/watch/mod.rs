//! `hexapla watch`.

#[cfg(test)]
mod law;
mod picture;
mod standing;
mod stood;
mod turned;

use std::sync::Arc;
use std::time::Duration;

use hexapla_engine::{Status, record_seen};
use hexapla_model::Timestamp;
use hexapla_workspace::{Batch, Error, Problem, Session, Survey, Watcher};
use serde_json::json;

use crate::cli::Global;
use crate::commands::status;
use crate::context::{refuse_later_version, tell_problems};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Teller, count};
use picture::Picture;
use stood::Stood;

/// Follow sources, translations, config and workflows, and tell what became stale or current
///
/// Records when a changed source was first seen, so that ages count from there. A broken config is
/// told of, and the last good one goes on. It runs until SIGINT (Ctrl-C) or SIGTERM ends it, which
/// shells show as code 130 or 143, or until nobody reads its output any more (code 0); every file
/// is whole whenever that is.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Each event as a line of JSON: `watching`, `turned`, `gone`, `status`, `rescan`,
    /// `config-broken`, `config-mended`, `unreadable`, `not-recorded`
    #[arg(long)]
    json: bool,
    /// Look again and again, for file systems that tell nothing
    #[arg(long)]
    poll: bool,
    /// Record nothing
    #[arg(long)]
    no_record: bool,
    /// End after so many seconds without a change
    #[arg(long, value_name = "SECONDS", hide = true)]
    idle: Option<u64>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let session = Session::open(&global.directory)?;
    // What changes while the project is read is told after it was read.
    let watcher = Watcher::new(session.root(), args.poll)?;
    let mut watch = Watch::new(global, args, session)?;
    watch.tell_start();
    let patience = args.idle.map_or(Duration::from_secs(3600), Duration::from_secs);
    while !watch.teller.is_deaf() {
        match watcher.next(patience)? {
            Some(batch) => watch.look_again(&batch),
            None if args.idle.is_some() => break,
            None => {}
        }
    }
    Ok(Exit::Clean)
}

struct Watch<'a> {
    global: &'a Global,
    args: &'a Args,
    teller: Teller,
    session: Session,
    survey: Survey<Arc<Stood>>,
    told: Told,
    /// What is wrong with the config, as it was told.
    broken: Option<String>,
}

/// What was told last.
#[derive(Default)]
struct Told {
    picture: Picture,
    problems: Vec<Problem>,
    ledger_problems: Vec<hexapla_ledger::Problem>,
}

impl Told {
    fn of(survey: &Survey<Arc<Stood>>) -> Self {
        Self {
            picture: Picture::of(survey),
            problems: survey.problems.clone(),
            ledger_problems: survey.ledger_problems.clone(),
        }
    }
}

impl<'a> Watch<'a> {
    fn new(global: &'a Global, args: &'a Args, session: Session) -> Result<Self, Failure> {
        let as_of = global.as_of.unwrap_or_else(hexapla_workspace::now);
        let survey = survey(&session, as_of, Survey::default())?;
        tell_problems(&survey.problems, &survey.ledger_problems);
        refuse_later_version(&survey.ledger_problems)?;
        let (teller, told) = (Teller::new(args.json), Told::of(&survey));
        Ok(Self { global, args, teller, session, survey, told, broken: None })
    }

    fn tell_start(&self) {
        let units = self.told.picture.units();
        let text = format!("watching {}", count(units, "unit"));
        self.teller.tell("watching", &text, &json!({ "units": units }));
        self.tell_status();
    }

    /// Tells programs how everything stands, as `status --format json` does.
    fn tell_status(&self) {
        let rows = status::report(&self.session, self.told.picture.tallies());
        self.teller.tell("status", "", &json!({ "rows": rows }));
    }

    /// Looks at what changed and tells what became of it.
    fn look_again(&mut self, batch: &Batch) {
        let mut before = std::mem::take(&mut self.survey);
        if *batch == Batch::Rescan {
            self.teller.tell("rescan", "some changes were missed: all was read again", &json!({}));
            before = Survey::default();
        }
        let session = self.good_session();
        let as_of = self.global.as_of.unwrap_or_else(hexapla_workspace::now);
        self.survey = match survey(&session, as_of, before) {
            Ok(survey) => survey,
            Err(error) => return self.teller.complain("unreadable", &error.to_string()),
        };
        self.session = session;
        let before = std::mem::replace(&mut self.told, Told::of(&self.survey));
        self.tell_new_problems(&before);
        self.tell_turned(&before.picture);
        self.record(as_of);
    }

    /// The project by its config as it is now; by the last good one where it is broken.
    fn good_session(&mut self) -> Session {
        match Session::open(self.session.root()) {
            Ok(session) => {
                if self.broken.take().is_some() {
                    self.teller.tell("config-mended", "the config is good again", &json!({}));
                }
                session
            }
            Err(error) => {
                let message = error.to_string();
                if self.broken.as_ref() != Some(&message) {
                    let told = format!("{message}; going on with the last good config");
                    self.teller.complain("config-broken", &told);
                    self.broken = Some(message);
                }
                self.session.clone()
            }
        }
    }

    fn tell_new_problems(&self, before: &Told) {
        let problems = new(&self.told.problems, &before.problems);
        let of_ledger = new(&self.told.ledger_problems, &before.ledger_problems);
        tell_problems(&problems, &of_ledger);
    }

    fn tell_turned(&self, before: &Picture) {
        let now = &self.told.picture;
        for line in turned::lines([before, now]) {
            self.teller.tell(line.event, &line.text, &line.detail);
        }
        if !now.agrees(before) {
            self.tell_status();
        }
    }

    /// Records sources that are seen for the first time.
    fn record(&self, as_of: Timestamp) {
        // A part of the ledger that cannot be read may hold the very sighting.
        if self.args.no_record || !self.told.ledger_problems.is_empty() {
            return;
        }
        match self.record_unseen(as_of) {
            // It is told of, and looked at again.
            Ok(()) | Err(Error::MovedOn(_)) => {}
            Err(error) => self.teller.complain("not-recorded", &error.to_string()),
        }
    }

    fn record_unseen(&self, as_of: Timestamp) -> Result<(), Error> {
        let unseen = self.told.picture.unseen();
        if unseen.is_empty() {
            return Ok(());
        }
        let snapshot = self.session.read_surveyed(&self.survey, &unseen, as_of)?;
        let plan = record_seen(&snapshot, &Status::of(&snapshot), as_of, None, None);
        if plan.is_empty() { Ok(()) } else { self.session.commit(&plan) }
    }
}

fn survey(
    session: &Session,
    as_of: Timestamp,
    before: Survey<Arc<Stood>>,
) -> Result<Survey<Arc<Stood>>, Error> {
    session.survey(as_of, before, |look| Arc::new(Stood::of(look)))
}

/// What was not known.
fn new<T: Clone + PartialEq>(all: &[T], known: &[T]) -> Vec<T> {
    all.iter().filter(|it| !known.contains(it)).cloned().collect()
}
