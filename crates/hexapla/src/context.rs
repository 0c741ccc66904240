//! What commands work on: an opened project, read once.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::ManuallyDrop;
use std::sync::OnceLock;

use hexapla_engine::{Memory, Offer, Plan, Snapshot, Status, Who};
use hexapla_ledger::{Problem as LedgerProblem, Step};
use hexapla_model::{Freshness, Severity, Timestamp};
use hexapla_workspace::{Authorship, Error, Loaded, Part, Problem, Session, Version, now};

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::{Style, paint, showing, tell};

/// An opened project, read once.
pub(crate) struct Context {
    pub(crate) session: Session,
    pub(crate) loaded: Loaded,
    pub(crate) status: Status,
    pub(crate) as_of: Timestamp,
    memory: OnceLock<Memory>,
    authors: OnceLock<BTreeMap<String, Authorship>>,
}

/// What a command needs to know of the units that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// How they stand.
    Status,
    /// Also what other places of the project have for those that are missing.
    Memory,
}

impl Need {
    /// Whether a part of the project has it all: memory is of everything in a locale.
    fn is_met(self, part: &Part, selected: &[Selected<'_>]) -> bool {
        let lacks = |one: &Selected<'_>| {
            one.status.freshness == Freshness::Missing && one.status.inherited.is_none()
        };
        self == Self::Status || part.resources.is_none() || !selected.iter().any(lacks)
    }
}

impl Context {
    /// Opens and reads the project, and tells of everything in it that could not be read.
    ///
    /// It is not taken apart again: the process ends with the command, and to give back millions of
    /// texts one by one before takes as long as to parse them.
    pub(crate) fn open(global: &Global) -> Result<ManuallyDrop<Self>, Failure> {
        let session = Session::open(&global.directory)?;
        Self::read(session, global).map(ManuallyDrop::new)
    }

    /// The same, but of the project only that is read which the selected units need.
    ///
    /// Everything is read where something that is named was not found, so that what is said then
    /// does not depend on what was read.
    pub(crate) fn open_for(
        global: &Global,
        selection: &Selection,
        need: Need,
    ) -> Result<ManuallyDrop<Self>, Failure> {
        let session = Session::open(&global.directory)?;
        let as_of = global.as_of.unwrap_or_else(now);
        let mut part = selection.part(&session);
        while let Some(tried) = part.take() {
            let (loaded, status) = assessed(&session, |it| it.load_part(as_of, &tried))?;
            let Ok(selected) = selection.of(&loaded.snapshot, &status) else { break };
            if need.is_met(&tried, &selected) {
                tell_problems(&loaded.problems, &loaded.ledger_problems);
                refuse_later_version(&loaded.ledger_problems)?;
                return Ok(ManuallyDrop::new(Self::new(session, loaded, status, as_of)));
            }
            part = Some(Part { resources: None, ..tried }).filter(|it| *it != Part::default());
        }
        Self::read(session, global).map(ManuallyDrop::new)
    }

    /// Reads the project again.
    pub(crate) fn read(session: Session, global: &Global) -> Result<Self, Failure> {
        let as_of = global.as_of.unwrap_or_else(now);
        let (loaded, status) = assessed(&session, |it| it.load(as_of))?;
        tell_problems(&loaded.problems, &loaded.ledger_problems);
        refuse_later_version(&loaded.ledger_problems)?;
        Ok(Self::new(session, loaded, status, as_of))
    }

    /// A project that was read.
    pub(crate) fn new(session: Session, loaded: Loaded, status: Status, as_of: Timestamp) -> Self {
        let (memory, authors) = (OnceLock::new(), OnceLock::new());
        Self { session, loaded, status, as_of, memory, authors }
    }

    pub(crate) fn snapshot(&self) -> &Snapshot {
        &self.loaded.snapshot
    }

    /// What other places of the project have for missing units; made when first asked.
    pub(crate) fn memory(&self) -> &Memory {
        self.memory.get_or_init(|| Memory::of(self.snapshot(), &self.status))
    }

    /// Every text that the target of a unit could have.
    pub(crate) fn offers(&self, one: &Selected<'_>) -> Vec<Offer> {
        let (snapshot, memory) = (self.snapshot(), self.memory());
        hexapla_engine::offers(snapshot, memory, one.id, one.resource, one.locale, one.status)
    }

    /// The steps by which the source of a unit came from what its target was made from to what it is.
    pub(crate) fn steps(&self, one: &Selected<'_>) -> Vec<&Step> {
        let (Some(from), Some(now)) = (&one.status.made_from, one.source()) else {
            return Vec::new();
        };
        self.snapshot().ledger.steps(one.id, one.status.key.as_ref(), from, &now)
    }

    /// Asks git, once, who made the revisions in the steps of these units: not at all where there are none,
    /// and where git does not answer, nobody is told of.
    pub(crate) fn find_authors<'a>(&self, shown: impl IntoIterator<Item = &'a Selected<'a>>) {
        let steps = shown.into_iter().flat_map(|one| self.steps(one));
        let revisions: BTreeSet<&str> = steps.filter_map(|it| it.revision.as_deref()).collect();
        if !revisions.is_empty() {
            self.authors.get_or_init(|| self.session.authorship(&revisions).unwrap_or_default());
        }
    }

    /// Who made the revision of a step, as far as that was found.
    pub(crate) fn author(&self, step: &Step) -> Option<&Authorship> {
        self.authors.get()?.get(step.revision.as_deref()?)
    }

    /// Whether a unit has no translation yet, and its source came here from a place where it has
    /// one.
    pub(crate) fn has_moved_here(&self, one: &Selected<'_>) -> bool {
        one.status.freshness == Freshness::Missing && self.offers(one).iter().any(Offer::has_moved)
    }

    /// The project in another version; files that are as `known` has them are not read anew.
    pub(crate) fn version(&self, version: &Version, known: &Snapshot) -> Result<Loaded, Failure> {
        let load = || self.session.load_version(version, self.as_of, known);
        let loaded = showing(self.session.progress(), load)?;
        for problem in &loaded.problems {
            tell!("{} in that version: {problem}", paint(Style::Stale, "warning:"));
        }
        if let Some(problem) = loaded.ledger_problems.first() {
            let message = format!("{}:{}: {}", problem.file, problem.line, problem.message);
            return Err(Failure::new(Exit::Integrity, message).with_hint(problem.hint()));
        }
        Ok(loaded)
    }

    /// Refuses to go on where a part of the ledger could not be read.
    pub(crate) fn require_whole_ledger(&self) -> Result<(), Failure> {
        require_whole_ledger(&self.loaded.ledger_problems)
    }

    /// Refuses to go on where the disk did not give out every file.
    pub(crate) fn require_all_files(&self) -> Result<(), Failure> {
        if unread(&self.loaded.problems) == 0 {
            return Ok(());
        }
        Err(Failure::new(Exit::Io, "a part of the project cannot be read")
            .with_hint("a release would lack it: see to the files named above first"))
    }

    /// How a report ends: clean, unless a part of the project could not be read.
    pub(crate) fn report_exit(&self) -> Exit {
        report_exit(&self.loaded.problems, &self.loaded.ledger_problems)
    }

    /// Who acts, and when.
    pub(crate) fn who(&self, global: &Global) -> Result<Who, Failure> {
        who(global, self.as_of)
    }

    /// Commits a plan.
    pub(crate) fn commit(&self, plan: &Plan) -> Result<(), Failure> {
        self.require_whole_ledger()?;
        Ok(showing(self.session.progress(), || self.session.commit(plan))?)
    }
}

/// Who acts, and when.
pub(crate) fn who(global: &Global, as_of: Timestamp) -> Result<Who, Failure> {
    match &global.handle {
        Some(by) => Ok(Who { by: by.clone(), at: as_of }),
        None => Err(Failure::usage("who are you? every decision is credited to somebody")
            .with_hint("say it with `--handle mara`, or set HEXAPLA_HANDLE=mara")),
    }
}

/// Refuses to go on where a part of the ledger could not be read.
pub(crate) fn require_whole_ledger(of_ledger: &[LedgerProblem]) -> Result<(), Failure> {
    if of_ledger.is_empty() {
        return Ok(());
    }
    Err(Failure::new(Exit::Integrity, "a part of the ledger cannot be read")
        .with_hint("a doubt may be among what is missing: restore the files named above first"))
}

/// What is read of a project, and how it stands; on a terminal it is shown how far that is.
fn assessed(
    session: &Session,
    load: impl FnOnce(&Session) -> Result<Loaded, Error>,
) -> Result<(Loaded, Status), Failure> {
    showing(session.progress(), || {
        let loaded = load(session)?;
        let status = Status::counted(&loaded.snapshot, session.progress());
        Ok((loaded, status))
    })
}

/// How many files and folders the disk did not give out.
fn unread(problems: &[Problem]) -> usize {
    problems.iter().filter(|it| it.severity == Severity::Error).count()
}

/// How a report ends: clean, unless a part of the project could not be read.
pub(crate) fn report_exit(problems: &[Problem], of_ledger: &[LedgerProblem]) -> Exit {
    match (of_ledger.is_empty(), unread(problems)) {
        (false, _) => Exit::Integrity,
        (true, 0) => Exit::Clean,
        (true, _) => Exit::Io,
    }
}

/// Refuses a ledger of which a line was written by a later version.
pub(crate) fn refuse_later_version(of_ledger: &[LedgerProblem]) -> Result<(), Failure> {
    if of_ledger.iter().any(|problem| problem.too_new) {
        return Err(Failure::new(Exit::Integrity, "the ledger was written by a later version")
            .with_hint("update hexapla; nothing was changed"));
    }
    Ok(())
}

/// Tells of everything that could not be read.
pub(crate) fn tell_problems(problems: &[Problem], of_ledger: &[LedgerProblem]) {
    for problem in problems {
        let style = match problem.severity {
            Severity::Error => Style::Error,
            Severity::Warning | Severity::Note => Style::Stale,
        };
        tell!("{} {problem}", paint(style, &format!("{}:", problem.severity)));
    }
    for problem in of_ledger {
        let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
        tell!("{} {place}: {}", paint(Style::Error, "error:"), problem.message);
        tell!("{} {}", paint(Style::Heading, "hint:"), problem.hint());
    }
}
