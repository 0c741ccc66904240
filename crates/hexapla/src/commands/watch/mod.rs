//! `hexapla watch`.

mod teller;
mod turned;

use std::time::Duration;

use hexapla_engine::record_seen;
use hexapla_workspace::{Batch, Error, Loaded, Session, Watcher};
use serde_json::json;

use crate::cli::Global;
use crate::commands::status;
use crate::context::{Context, tell_problems};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::count;
use teller::Teller;

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
    let context = Context::read(session, global)?;
    let teller = Teller::new(args.json);
    let mut watch = Watch { global, args, teller, context, broken: None };
    watch.tell_start()?;
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
    context: Context,
    /// What is wrong with the config, as it was told.
    broken: Option<String>,
}

impl Watch<'_> {
    fn tell_start(&mut self) -> Result<(), Failure> {
        let units = self.context.status.units().count();
        let text = format!("watching {}", count(units, "unit"));
        self.teller.tell("watching", &text, &json!({ "units": units }));
        self.tell_status()
    }

    /// Tells programs how everything stands, as `status --format json` does.
    fn tell_status(&mut self) -> Result<(), Failure> {
        let rows = status::report(self.context.snapshot(), &self.context.status)?;
        self.teller.tell("status", "", &json!({ "rows": rows }));
        Ok(())
    }

    /// Reads what changed and tells what became of it.
    fn look_again(&mut self, batch: &Batch) {
        if *batch == Batch::Rescan {
            self.teller.tell("rescan", "some changes were missed: all was read again", &json!({}));
        }
        let session = self.good_session();
        let as_of = self.global.as_of.unwrap_or_else(hexapla_workspace::now);
        let loaded = match session.load_again(as_of, self.context.snapshot()) {
            Ok(loaded) => loaded,
            Err(error) => return self.teller.complain("unreadable", &error.to_string()),
        };
        self.tell_new_problems(&loaded);
        let before = &self.context;
        let status = before.status.again(before.snapshot(), &loaded.snapshot);
        let now = Context::new(session, loaded, status, as_of);
        let before = std::mem::replace(&mut self.context, now);
        self.tell_turned(&before);
        self.record();
    }

    /// The project by its config as it is now; by the last good one where it is broken.
    fn good_session(&mut self) -> Session {
        match Session::open(self.context.session.root()) {
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
                self.context.session.clone()
            }
        }
    }

    fn tell_new_problems(&self, loaded: &Loaded) {
        let known = &self.context.loaded;
        let mut new = loaded.clone();
        new.problems.retain(|it| !known.problems.contains(it));
        new.ledger_problems.retain(|it| !known.ledger_problems.contains(it));
        tell_problems(&new.problems, &new.ledger_problems);
    }

    fn tell_turned(&mut self, before: &Context) {
        let sides = [before, &self.context].map(|it| (&it.status, it.snapshot()));
        for line in turned::lines(sides) {
            self.teller.tell(line.event, &line.text, &line.detail);
        }
        if before.status != self.context.status {
            // It can only fail where units are selected.
            let _ = self.tell_status();
        }
    }

    /// Records sources that are seen for the first time.
    fn record(&mut self) {
        let Context { loaded, session, status, as_of, .. } = &self.context;
        // A part of the ledger that cannot be read may hold the very sighting.
        if self.args.no_record || !loaded.ledger_problems.is_empty() {
            return;
        }
        let plan = record_seen(&loaded.snapshot, status, *as_of, None, None);
        match if plan.is_empty() { Ok(()) } else { session.commit(&plan) } {
            // It is told of, and looked at again.
            Ok(()) | Err(Error::MovedOn(_)) => {}
            Err(error) => self.teller.complain("not-recorded", &error.to_string()),
        }
    }
}
