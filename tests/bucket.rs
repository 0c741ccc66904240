//! A release goes through a bucket of S3: the binary publishes it there and pulls it from there, with
//! what the environment says of who asks.

#[path = "../crates/hexapla-store/tests/support/bucket.rs"]
mod server;
mod support;

use std::net::SocketAddr;

use serde_json::Value;
use server::{KEY, SECRET, server, variables};
use support::tree::files;
use support::{Project, Ran, ran};
use tempfile::TempDir;

/// A project with keys, and a server of the bucket `site`.
struct Site {
    project: Project,
    buckets: TempDir,
    at: SocketAddr,
}

impl Site {
    fn new() -> Self {
        let buckets = TempDir::new().expect("a folder");
        std::fs::create_dir(buckets.path().join("site")).expect("a bucket");
        let project = Project::example();
        project.ok(&["keys", "init"]);
        Self { at: server(buckets.path()), project, buckets }
    }

    /// Runs a command for whoever knows this secret.
    fn run(&self, secret: &str, args: &[&str]) -> Ran {
        let mut command = self.project.command(args);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("AWS_") {
                command.env_remove(name);
            }
        }
        ran(command.envs(variables(self.at, secret)).output().expect("it runs"))
    }

    fn json(&self, args: &[&str]) -> Value {
        let ran = self.run(SECRET, args);
        assert_eq!(ran.code, 0, "{args:?}\n{}{}", ran.out, ran.err);
        assert!(!ran.err.contains(SECRET) && !ran.out.contains(SECRET), "{args:?}");
        serde_json::from_str(&ran.out).expect("JSON")
    }

    /// Builds and publishes what is true now; gives what was told of it.
    fn publish(&self) -> Value {
        self.project.ok(&["release", "build", "--channel", "preview"]);
        let to = ["--channel", "preview", "--to", "s3://site/l10n", "--json"];
        self.json(&[&["release", "publish"], &to[..]].concat())
    }

    fn pull(&self) -> Value {
        self.json(&[&PULL[..], &["--json"]].concat())
    }
}

const PULL: [&str; 8] = [
    "pull",
    "s3://site/l10n",
    "--channel",
    "preview",
    "--into",
    "pulled",
    "--trust",
    "keys/1.root.json",
];

#[test]
fn a_release_and_its_update_arrive_through_a_bucket() {
    let site = Site::new();
    let published = site.publish();
    let first = site.pull();
    assert_eq!((&first["changed"], &first["version"]), (&true.into(), &1.into()));
    assert_eq!(first["release"], published["release"]);
    site.project.ok(&["release", "verify", "pulled"]);
    let pointer = site.buckets.path().join("site/l10n/preview/timestamp.json");
    let pointer = pointer.metadata().expect("a pointer").len();
    let again = site.pull();
    assert_eq!((&again["changed"], &again["fetched"]), (&false.into(), &pointer.into()));
    // A changed string of one locale.
    site.project.edit("translations/it/ui/actions.ftl", " = ", " = Ecco ");
    site.project.ok(&["accept", "--all", "--force", "ui", "-l", "it"]);
    let published = site.publish();
    assert_ne!(published["release"], first["release"]);
    let next = site.pull();
    assert_eq!((&next["changed"], &next["version"]), (&true.into(), &2.into()));
    assert_eq!(next["release"], published["release"]);
    let bytes = |pulled: &Value| pulled["fetched"].as_u64().expect("a count");
    assert!(bytes(&next) < bytes(&first) / 2, "{next} {first}");
    site.project.ok(&["release", "verify", "pulled"]);
    assert!(site.project.read("pulled/it/ui.ftl").contains(" = Ecco "));
}

#[test]
fn who_has_another_secret_changes_nothing_and_no_message_shows_one() {
    let site = Site::new();
    site.publish();
    let secret = "another-secret-that-no-message-may-show";
    let pull = site.run(secret, &PULL);
    assert_eq!(pull.code, 6, "{}", pull.err);
    assert!(!site.project.path("pulled").exists());
    let kept = files(site.buckets.path());
    let publish = ["release", "publish", "--channel", "preview", "--to", "s3://site/l10n"];
    let publish = site.run(secret, &publish);
    assert_eq!(publish.code, 6, "{}", publish.err);
    assert_eq!(files(site.buckets.path()), kept);
    // An address takes no credentials, so none can be left in a script or a log.
    let address = format!("s3://{KEY}:{SECRET}@site/l10n");
    let named = site.run(secret, &[&["pull", &address], &PULL[2..]].concat());
    assert_eq!(named.code, 2, "{}", named.err);
    assert!(pull.err.contains("hint: ") && publish.err.contains("hint: "), "{}", publish.err);
    for ran in [pull, publish, named] {
        let said = format!("{}{}", ran.out, ran.err);
        assert!(!said.contains(secret) && !said.contains(SECRET) && !said.contains(KEY), "{said}");
    }
}
