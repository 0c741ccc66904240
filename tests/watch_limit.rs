//! `hexapla watch` where the system watches no more folders: it says so and what to do, and
//! `--poll` works.
//!
//! The limit is one of a user namespace, so that nobody else meets it. Where the system lets nobody
//! make one the tests count as ignored, with the reason: whether it does is known only when they
//! run, so they have a harness of their own.

#[cfg(target_os = "linux")]
#[allow(dead_code, reason = "not every test needs all of it")]
mod support;

fn main() -> std::process::ExitCode {
    let arguments = libtest_mimic::Arguments::from_args();
    #[cfg(target_os = "linux")]
    let trials = limits::trials();
    #[cfg(not(target_os = "linux"))]
    let trials = Vec::new();
    libtest_mimic::run(&arguments, trials).exit_code()
}

#[cfg(target_os = "linux")]
mod limits {
    use std::fs;
    use std::process::{Command, Stdio};

    use libtest_mimic::{Completion, Trial};
    use serde_json::Value;

    use crate::support::watching::{Watch, cold};
    use crate::support::{Project, Ran, ran};

    /// How many folders may be watched.
    const WATCHES: usize = 20;

    pub(crate) fn trials() -> Vec<Trial> {
        let tests: [(&str, fn()); 5] = [
            ("too_many_folders_are_an_error_that_says_what_to_do", too_many_folders),
            ("folders_that_come_to_be_too_many_are_one_too", too_many_later),
            ("looking_again_and_again_needs_no_watches", polled),
            ("folders_of_tools_cost_no_watches", tools),
            ("a_system_that_tells_nobody_any_more_is_an_error", too_many_watchers),
        ];
        let why = refusal();
        let trial = |(name, test): (&str, fn())| {
            let why = why.clone();
            Trial::ignorable_test(name, move || match why {
                Some(why) => Ok(Completion::ignored_with(why)),
                None => {
                    test();
                    Ok(Completion::Completed)
                }
            })
        };
        tests.into_iter().map(trial).collect()
    }

    /// Why the system lets us set no limit, if it does not.
    fn refusal() -> Option<String> {
        let output = limited(&Project::of(&[]), "max_inotify_watches", &["--version"]).output();
        match output {
            Ok(output) if output.status.success() => None,
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stderr);
                Some(format!("no limit without a user namespace: {}", said.trim()))
            }
            Err(error) => Some(format!("no limit without `unshare`: {error}")),
        }
    }

    /// A command in a user namespace with a low limit.
    fn limited(project: &Project, limit: &str, args: &[&str]) -> Command {
        let own = project.command(args);
        let value = if limit == "max_inotify_watches" { WATCHES } else { 0 };
        let script = format!("echo {value} > /proc/sys/user/{limit} && exec \"$0\" \"$@\"");
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "sh", "-c", &script]);
        command.arg(own.get_program()).args(own.get_args());
        command.current_dir(project.root()).stdin(Stdio::null());
        for (name, value) in own.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }

    fn watch(project: &Project, limit: &str, args: &[&str]) -> Ran {
        let args = [&["watch", "--json"], args].concat();
        ran(limited(project, limit, &args).output().expect("it runs"))
    }

    fn project() -> Project {
        let project = Project::of(&[("src/ui.ftl", "a = A\n"), ("out/es/ui.ftl", "a = Ah\n")]);
        project.ok(&["accept", "--all", "--force"]);
        project
    }

    /// Makes more folders than may be watched.
    fn fill(project: &Project, folder: &str) {
        for number in 0..2 * WATCHES {
            project.write(&format!("{folder}/{number}/page.md"), "Words.\n");
        }
    }

    fn says_what_to_do(ran: &Ran) {
        assert_eq!(ran.code, 6, "{}{}", ran.out, ran.err);
        assert!(ran.err.contains("the system watches too many folders already"), "{}", ran.err);
        let hint = "hint: raise fs.inotify.max_user_watches, or use `--poll`";
        assert!(ran.err.contains(hint), "{}", ran.err);
    }

    fn too_many_folders() {
        let project = project();
        fill(&project, "src");
        let ran = watch(&project, "max_inotify_watches", &[]);
        says_what_to_do(&ran);
        assert_eq!(ran.out, "", "nothing is watched");
    }

    fn too_many_later() {
        let project = project();
        let mut command = limited(&project, "max_inotify_watches", &["watch", "--json"]);
        let said = project.path("said");
        command.stderr(fs::File::create(&said).expect("a file"));
        let watch = Watch::of(command);
        fill(&project, "src");
        let (status, events) = watch.end();
        let (out, err) = (format!("{events:?}"), fs::read_to_string(said).expect("text"));
        says_what_to_do(&Ran { code: status.code().unwrap_or(-1), out, err });
    }

    fn polled() {
        let project = project();
        fill(&project, "src");
        let limited = limited(&project, "max_inotify_watches", &["watch", "--json", "--poll"]);
        let mut watch = Watch::of(limited);
        let before = watch.settle(&project, &Value::Null);
        fill(&project, "out/es");
        fill(&project, "src/more/of/it");
        let after = watch.settle(&project, &before);
        assert_eq!(after[0]["units"], 4 * WATCHES, "{after}");
    }

    fn tools() {
        let project = project();
        for tool in [".git", "node_modules", "src/node_modules", "src/guide/.git"] {
            fill(&project, tool);
        }
        fill(&project, "target");
        project.write("target/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55");
        let mut watch = Watch::of(limited(&project, "max_inotify_watches", &["watch", "--json"]));
        let before = cold(&project);
        project.edit("src/ui.ftl", "A", "B");
        watch.settle(&project, &before);
    }

    fn too_many_watchers() {
        let project = project();
        let ran = watch(&project, "max_inotify_instances", &[]);
        assert_eq!(ran.code, 6, "{}{}", ran.out, ran.err);
        assert!(ran.err.contains("hint: ") && ran.err.contains("`--poll`"), "{}", ran.err);
        let polled = watch(&project, "max_inotify_instances", &["--poll", "--idle", "1"]);
        assert_eq!(polled.code, 0, "{}", polled.err);
        assert!(polled.out.contains("watching"), "{}", polled.out);
    }
}
