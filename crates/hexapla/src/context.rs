//! What commands work on: an opened project, read once.

use hexapla_engine::{Plan, Snapshot, Status, Who};
use hexapla_model::{Severity, Timestamp};
use hexapla_workspace::{Loaded, Session, now};

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Style, paint, tell};

/// An opened project, read once.
pub(crate) struct Context {
    pub(crate) session: Session,
    pub(crate) loaded: Loaded,
    pub(crate) status: Status,
    pub(crate) as_of: Timestamp,
}

impl Context {
    /// Opens and reads the project, and tells of everything in it that could not be read.
    pub(crate) fn open(global: &Global) -> Result<Self, Failure> {
        let session = Session::open(&global.directory)?;
        Self::read(session, global)
    }

    /// Reads the project again.
    pub(crate) fn read(session: Session, global: &Global) -> Result<Self, Failure> {
        let as_of = global.as_of.unwrap_or_else(now);
        let loaded = session.load(as_of)?;
        tell_problems(&loaded);
        if loaded.ledger_problems.iter().any(|problem| problem.too_new) {
            return Err(Failure::new(Exit::Integrity, "the ledger was written by a later version")
                .with_hint("update hexapla; nothing was changed"));
        }
        let status = Status::of(&loaded.snapshot);
        Ok(Self { session, loaded, status, as_of })
    }

    pub(crate) fn snapshot(&self) -> &Snapshot {
        &self.loaded.snapshot
    }

    /// Refuses to go on where a part of the ledger could not be read.
    pub(crate) fn require_whole_ledger(&self) -> Result<(), Failure> {
        if self.loaded.ledger_problems.is_empty() {
            return Ok(());
        }
        Err(Failure::new(Exit::Integrity, "a part of the ledger cannot be read")
            .with_hint("a doubt may be among what is missing: restore the files named above first"))
    }

    /// Refuses to go on where the disk did not give out every file.
    pub(crate) fn require_all_files(&self) -> Result<(), Failure> {
        if self.unread() == 0 {
            return Ok(());
        }
        Err(Failure::new(Exit::Io, "a part of the project cannot be read")
            .with_hint("a release would lack it: see to the files named above first"))
    }

    /// How many files and folders the disk did not give out.
    fn unread(&self) -> usize {
        self.loaded.problems.iter().filter(|it| it.severity == Severity::Error).count()
    }

    /// How a report ends: clean, unless a part of the project could not be read.
    pub(crate) fn report_exit(&self) -> Exit {
        match (self.loaded.ledger_problems.is_empty(), self.unread()) {
            (false, _) => Exit::Integrity,
            (true, 0) => Exit::Clean,
            (true, _) => Exit::Io,
        }
    }

    /// Who acts, and when.
    pub(crate) fn who(&self, global: &Global) -> Result<Who, Failure> {
        match &global.handle {
            Some(by) => Ok(Who { by: by.clone(), at: self.as_of }),
            None => Err(Failure::usage("who are you? every decision is credited to somebody")
                .with_hint("say it with `--handle mara`, or set HEXAPLA_HANDLE=mara")),
        }
    }

    /// Commits a plan.
    pub(crate) fn commit(&self, plan: &Plan) -> Result<(), Failure> {
        self.require_whole_ledger()?;
        Ok(self.session.commit(plan)?)
    }
}

/// Tells of everything that could not be read.
pub(crate) fn tell_problems(loaded: &Loaded) {
    for problem in &loaded.problems {
        let style = match problem.severity {
            Severity::Error => Style::Error,
            Severity::Warning | Severity::Note => Style::Stale,
        };
        tell!("{} {problem}", paint(style, &format!("{}:", problem.severity)));
    }
    for problem in &loaded.ledger_problems {
        let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
        tell!("{} {place}: {}", paint(Style::Error, "error:"), problem.message);
        tell!("{} {}", paint(Style::Heading, "hint:"), problem.hint());
    }
}
