//! What commands look like: every file of `tests/transcripts`. `tests/README.md` tells how to add
//! one.

mod support;

use std::path::{Path, PathBuf};

use support::Project;
use support::transcript::{rewritten, steps};

fn transcripts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut found: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
    found.retain(|path| path.extension().is_some_and(|it| it == "md"));
    found.sort();
    found
}

/// Runs a transcript in a project of its own; gives what is not as it says.
fn check(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("a transcript");
    let own = path.with_extension("");
    let project = if own.is_dir() { Project::copy_of(&own) } else { Project::example() };
    let steps = steps(&text);
    assert!(!steps.is_empty(), "{} runs nothing", path.display());
    let said: Vec<(String, i32)> = steps.iter().map(|step| step.run(&project)).collect();
    if std::env::var("TRANSCRIPTS").is_ok_and(|it| it == "write") {
        std::fs::write(path, rewritten(&text, &said)).expect("written");
        return Vec::new();
    }
    let compared = steps.iter().zip(&said).map(|(step, (said, code))| step.fits(said, *code));
    compared.filter_map(Result::err).map(|it| format!("{}\n{it}", path.display())).collect()
}

#[test]
fn commands_look_as_the_transcripts_say() {
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let running: Vec<_> =
            transcripts().into_iter().map(|path| scope.spawn(move || check(&path))).collect();
        running.into_iter().flat_map(|it| it.join().expect("it ran")).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
