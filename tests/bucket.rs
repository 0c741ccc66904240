//! From a project to a bucket of S3, and from there to a folder: a server of S3 (`s3s-fs`, over a folder)
//! runs in a thread of this test, and needs nothing installed.

mod support;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use serde_json::Value;
use support::Project;
use tokio::net::TcpListener;

const KEY: &str = "a-key";
const SECRET: &str = "a-secret-that-no-message-may-show";
const STORE: &str = "s3://bucket/l10n";

/// Starts the server; it ends with the test.
fn server(root: PathBuf) -> SocketAddr {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let mut service = S3ServiceBuilder::new(FileSystem::new(root).expect("a folder"));
            service.set_auth(SimpleAuth::from_single(KEY, SECRET));
            let service = service.build();
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            sender.send(listener.local_addr().expect("an address")).expect("a test");
            loop {
                let (socket, _) = listener.accept().await.expect("a client");
                let service = service.clone();
                tokio::spawn(async move {
                    let builder = Builder::new(TokioExecutor::new());
                    drop(builder.serve_connection(TokioIo::new(socket), service).await);
                });
            }
        });
    });
    receiver.recv().expect("an address")
}

#[test]
fn a_release_goes_through_a_bucket() {
    let project = Project::example();
    std::fs::create_dir_all(project.path("disk/bucket")).expect("a bucket");
    let address = server(project.path("disk"));
    let with = |mut command: Command, secret: &str| {
        command.env("AWS_ENDPOINT_URL", format!("http://{address}"));
        command.env("AWS_ACCESS_KEY_ID", KEY).env("AWS_SECRET_ACCESS_KEY", secret);
        let ran = command.env("AWS_REGION", "us-east-1").output().expect("it runs");
        let said = [ran.stdout, ran.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
        assert!(said.iter().all(|it| !it.contains(SECRET)), "{said:?}");
        (ran.status.code(), said)
    };
    project.ok(&["keys", "init"]);
    project.ok(&["release", "build", "--channel", "preview"]);
    let publish = ["release", "publish", "--channel", "preview", "--to", STORE];
    let (code, said) = with(project.command(&publish), SECRET);
    assert_eq!(code, Some(0), "{said:?}");
    let pull = ["pull", STORE, "--channel", "preview", "--into", "site", "--json"];
    let pull = [&pull[..], &["--trust", "keys/1.root.json"]].concat();
    let (code, [told, said]) = with(project.command(&pull), SECRET);
    assert_eq!(code, Some(0), "{said}");
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((&told["version"], &told["changed"]), (&1.into(), &true.into()), "{told}");
    project.ok(&["release", "verify", "site"]);
    let (code, [told, said]) = with(project.command(&pull), "another secret");
    assert_eq!(code, Some(6), "{said}");
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((&told["refusal"], &told["held"]["version"]), (&"unavailable".into(), &1.into()));
}
