//! `hexapla resolve`.

use std::path::Path;
use std::process::{Command, Output};

use hexapla_engine::{Sides, resolve};

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, outln, tell};

/// Merge translations that git could not, unit by unit
///
/// Takes the three versions from git's index. A unit that one side changed is taken from there;
/// where both changed it, ours stays in the file and theirs is kept as a proposal, which `review`
/// offers.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Target files that git reports as conflicting; all of them where none is given
    paths: Vec<String>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let session = hexapla_workspace::Session::open(&global.directory)?;
    let root = session.root().to_owned();
    let Some(by) = global.handle.clone() else {
        return Err(Failure::usage("who are you? a proposal is credited to somebody")
            .with_hint("say it with `--handle mara`, or set HEXAPLA_HANDLE=mara"));
    };
    let at = global.as_of.unwrap_or_else(hexapla_workspace::now);
    if !run_git(&root, &["rev-parse", "--is-inside-work-tree"])?.status.success() {
        return Err(Failure::usage("this project is not in a git repository")
            .with_hint("`resolve` takes the versions to merge from a git merge in progress"));
    }
    let conflicts = conflicting(&root)?;
    let chosen: Vec<&String> = conflicts
        .iter()
        .filter(|path| {
            args.paths.is_empty() || args.paths.iter().any(|it| Path::new(it) == Path::new(path))
        })
        .collect();
    if chosen.is_empty() {
        outln!("git reports no conflict there")?;
        return Ok(Exit::Clean);
    }
    let loaded = session.load(at)?;
    let who = hexapla_engine::Who { by, at };
    let mut left = 0;
    for path in chosen {
        let Some((id, locale)) = session.target_of(path) else {
            tell!("{path} is no target of this project: resolve it by hand");
            left += 1;
            continue;
        };
        let sides = Sides {
            base: stage(&root, 1, path)?,
            ours: stage(&root, 2, path)?.unwrap_or_default(),
            theirs: stage(&root, 3, path)?.unwrap_or_default(),
        };
        let now = std::fs::read(root.join(path)).ok();
        let plan = resolve(&loaded.snapshot, &who, &id, &locale, &sides, now.as_deref())?;
        session.commit(&plan.plan)?;
        git(&root, &["add", "--", path])?;
        let kept = match plan.proposed {
            0 => String::new(),
            1 => ", 1 text kept as a proposal".to_owned(),
            several => format!(", {several} texts kept as proposals"),
        };
        outln!("{path}: {} taken{kept}", count(plan.taken, "unit"))?;
    }
    Ok(if left == 0 { Exit::Clean } else { Exit::Findings })
}

/// The files that git's index holds in several stages, from the root of the project.
fn conflicting(root: &Path) -> Result<Vec<String>, Failure> {
    let listed = git(root, &["diff", "--name-only", "--diff-filter=U", "--relative", "-z"])?;
    let text = String::from_utf8_lossy(&listed).into_owned();
    Ok(text.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

/// A version from git's index: 1 the common ancestor, 2 ours, 3 theirs.
fn stage(root: &Path, stage: u8, path: &str) -> Result<Option<Vec<u8>>, Failure> {
    let name = format!(":{stage}:./{path}");
    Ok(git(root, &["show", &name]).ok())
}

fn git(root: &Path, args: &[&str]) -> Result<Vec<u8>, Failure> {
    let output = run_git(root, args)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let message = String::from_utf8_lossy(&output.stderr);
    let first = message.lines().next().unwrap_or("git failed").to_owned();
    Err(Failure::new(Exit::Io, format!("git: {first}"))
        .with_hint("`resolve` works on a git merge in progress"))
}

fn run_git(root: &Path, args: &[&str]) -> Result<Output, Failure> {
    let output = Command::new("git").arg("-C").arg(root).args(args).output();
    output.map_err(|error| Failure::new(Exit::Io, format!("cannot run git: {error}")))
}
