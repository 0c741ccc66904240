//! A bucket behind the protocol of S3: a server (`s3s-fs`) that a test starts on a free port.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::mpsc;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use tokio::net::TcpListener;

pub(crate) const KEY: &str = "a-key";
pub(crate) const SECRET: &str = "a-secret-that-no-message-may-show";

/// Starts a server of the buckets in a folder; it ends with the test.
pub(crate) fn server(root: &Path) -> SocketAddr {
    let (root, (sender, receiver)) = (root.to_owned(), mpsc::channel());
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let mut service = S3ServiceBuilder::new(FileSystem::new(root).expect("a folder"));
            service.set_auth(SimpleAuth::from_single(KEY, SECRET));
            let service = service.build();
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            sender.send(listener.local_addr().expect("an address")).expect("the test waits");
            loop {
                let (socket, _) = listener.accept().await.expect("a connection");
                let service = service.clone();
                tokio::spawn(async move {
                    let builder = Builder::new(TokioExecutor::new());
                    drop(builder.serve_connection(TokioIo::new(socket), service).await);
                });
            }
        });
    });
    receiver.recv().expect("it listens")
}

/// The variables that say where the server is, and who asks.
pub(crate) fn variables(at: SocketAddr, secret: &str) -> [(String, String); 4] {
    [
        ("AWS_ENDPOINT_URL", format!("http://{at}")),
        ("AWS_ACCESS_KEY_ID", KEY.to_owned()),
        ("AWS_SECRET_ACCESS_KEY", secret.to_owned()),
        ("AWS_REGION", "us-east-1".to_owned()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
}
