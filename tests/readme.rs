//! The README's commands do what it says.

mod support;

use support::Project;
use support::transcript::steps;

#[test]
fn the_commands_of_the_readme_print_what_it_says() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"));
    let steps = steps(&readme.expect("a README"));
    assert!(steps.len() >= 10, "{}", steps.len());
    let project = Project::example();
    for step in steps {
        let (said, code) = step.run(&project);
        if let Err(wrong) = step.fits(&said, code) {
            panic!("{wrong}");
        }
    }
}

/// The example in the repository is never written to by tests.
#[test]
fn transcripts_run_on_a_copy() {
    let project = Project::example();
    assert_ne!(project.root(), std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
}
