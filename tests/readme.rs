//! The README's commands do what it says.

mod support;

use std::process::Command;

use support::Project;

/// A command of a `console` block and what it is said to print; `? 1` tells its exit code.
struct Step {
    command: String,
    expected: String,
    code: i32,
}

fn steps(readme: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut within = false;
    for line in readme.lines() {
        if line.starts_with("```") {
            within = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| within) {
            steps.push(Step { command: command.to_owned(), expected: String::new(), code: 0 });
        } else if let (true, Some(step)) = (within, steps.last_mut()) {
            match line.strip_prefix("? ") {
                Some(code) => step.code = code.parse().expect("a code"),
                None => step.expected.push_str(&format!("{line}\n")),
            }
        }
    }
    steps
}

#[test]
fn the_commands_of_the_readme_print_what_it_says() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"));
    let steps = steps(&readme.expect("a README"));
    assert!(steps.len() >= 10, "{}", steps.len());
    let project = Project::example();
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_hexapla"));
    let path = format!(
        "{}:{}",
        binary.parent().expect("a folder").display(),
        std::env::var("PATH").expect("a path")
    );
    for step in steps {
        let output = Command::new("sh")
            .args(["-c", &step.command])
            .current_dir(project.root())
            .env("PATH", &path)
            .env("HEXAPLA_AS_OF", support::AS_OF)
            .env("NO_COLOR", "1")
            .env("COLUMNS", "100")
            .env_remove("HEXAPLA_HANDLE")
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(step.code), "{}\n{said}", step.command);
        snapbox::Assert::new()
            .action(snapbox::assert::Action::Verify)
            .eq(said.trim_end(), snapbox::Data::from(step.expected.trim_end().to_owned()));
    }
}

/// The example in the repository is never written to by tests.
#[test]
fn transcripts_run_on_a_copy() {
    let project = Project::example();
    assert_ne!(project.root(), std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
}
