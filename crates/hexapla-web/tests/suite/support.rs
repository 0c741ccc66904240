//! A store of signed releases, clients of it, and questions to its delivery.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use hexapla_release::{Coverage, FileEntry, Lifetimes, Manifest, Publication, ReleaseId, Signers};
use hexapla_store::{File, Files, Folder, Habits, Name, Store, World};
use hexapla_trust::sign::{self, SecretKey};
use hexapla_trust::{
    Authority, Channel, Head, Refusal, Role, Root, Timestamp, Trusted, Update, Updated, Wanted,
    sha256,
};
use hexapla_web::{Delivery, Limits, Server, Settings};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// Whoever publishes to a store in a folder of its own.
pub(crate) struct Press {
    folder: tempfile::TempDir,
    root: Root,
    root_file: Vec<u8>,
    release: SecretKey,
    timestamp: SecretKey,
}

/// A moment at which everything is good.
pub(crate) const NOW: i64 = 1_790_000_000;

struct Now;

impl World for Now {
    fn now(&self) -> u64 {
        NOW as u64
    }

    fn random(&self) -> u128 {
        7
    }

    fn wait(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

impl Press {
    pub(crate) fn new() -> Self {
        let key = |seed: u8| SecretKey::from_seed(&[seed; 32]);
        let (root_key, release, timestamp) = (key(1), key(2), key(3));
        let of = |it: &SecretKey| Authority::new(1, [it.public()]);
        let root = Root {
            head: Head { version: 1, expires: Timestamp::from_seconds(NOW).plus_days(365) },
            root: of(&root_key),
            timestamp: of(&timestamp),
            snapshot: of(&release),
            targets: of(&release),
        };
        let root_file = sign::root(&root, &[&root_key]);
        let folder = tempfile::tempdir().unwrap();
        Self { folder, root, root_file, release, timestamp }
    }

    /// A store whose `stable` has the files.
    pub(crate) fn with(files: &[(&str, &[u8])]) -> Self {
        let press = Self::new();
        press.publish("stable", files);
        press
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn store(&self) -> Folder {
        Folder::new(self.folder.path())
    }

    pub(crate) fn trusted(&self, channel: &str) -> Trusted {
        Trusted::new(channel.parse().unwrap(), &self.root_file).unwrap()
    }

    /// Publishes files, each in its path's locale and the collection `ui`; gives the version.
    pub(crate) fn publish(&self, channel: &str, files: &[(&str, &[u8])]) -> u64 {
        let manifest = manifest(channel, files);
        let id = ReleaseId::of(&manifest.write());
        let channel: Channel = channel.parse().unwrap();
        let name = |it: &str| Name::new(it).unwrap();
        let content: Vec<File> = files
            .iter()
            .map(|(path, bytes)| {
                let path = path.parse().unwrap();
                let place = manifest.files[&path].listed(&path).place();
                File { name: name(&place), bytes: bytes.to_vec() }
            })
            .collect();
        let mut version = 0;
        let mut make = |base: hexapla_store::Base<'_>| {
            let trusted = self.trusted(channel.as_str());
            let before = base.pointer.map(|_| round(&self.store(), trusted).unwrap().trusted);
            let root = &self.root;
            let signers = Signers { root, release: &self.release, timestamp: &self.timestamp };
            let made = Publication::of(
                (&manifest, &id),
                (&channel, base.free, before.as_ref()),
                signers,
                Lifetimes::default(),
                Timestamp::from_seconds(NOW),
            );
            version = made.version;
            let first = (Role::Root.file(1), self.root_file.clone());
            let metadata = made.metadata.into_iter().chain([first]);
            let metadata = metadata
                .map(|(file, bytes)| File { name: name(&format!("{channel}/{file}")), bytes })
                .collect();
            Ok(Files { content: content.clone(), metadata, pointer: made.pointer })
        };
        let habits = Habits::default();
        hexapla_store::publish(&self.store(), channel.as_str(), &Now, &habits, &mut make).unwrap();
        version
    }

    pub(crate) fn router(&self) -> Router {
        self.router_with(Settings::default())
    }

    pub(crate) fn router_with(&self, settings: Settings) -> Router {
        Delivery::new(self.folder.path(), settings).router()
    }

    /// Where a file lies that the present release of `stable` has.
    pub(crate) fn place(&self, path: &str) -> String {
        let updated = round(&self.store(), self.trusted("stable")).unwrap();
        let file = updated.files.into_iter().find(|it| it.path.as_str() == path).unwrap();
        format!("/{}", Name::new(&file.place()).unwrap().in_url())
    }

    /// Waits until what was written is old enough to be told from what is written later.
    pub(crate) async fn settle(&self) {
        tokio::time::sleep(Duration::from_millis(2100)).await;
    }
}

fn manifest(channel: &str, files: &[(&str, &[u8])]) -> Manifest {
    let locale = |path: &str| path.split('/').next().unwrap().parse().unwrap();
    let entry = |(path, bytes): &(&str, &[u8])| {
        let entry = FileEntry {
            locale: locale(path),
            collection: "ui".to_owned(),
            length: bytes.len() as u64,
            sha256: sha256(bytes),
        };
        (path.parse().unwrap(), entry)
    };
    let coverage = |(path, _): &(&str, &[u8])| {
        let counts = BTreeMap::from([("current".to_owned(), (3, 12))]);
        (
            path.split('/').next().unwrap().to_owned(),
            Coverage { locale: locale(path), collection: "ui".to_owned(), counts },
        )
    };
    let coverage: BTreeMap<String, Coverage> = files.iter().map(coverage).collect();
    Manifest {
        name: "Test".to_owned(),
        channels: vec![channel.to_owned()],
        as_of: Timestamp::from_seconds(NOW),
        files: files.iter().map(entry).collect(),
        coverage: coverage.into_values().collect(),
    }
}

/// A round of a client, metadata and files.
pub(crate) fn round(store: &dyn Store, trusted: Trusted) -> Result<Updated, Refusal> {
    let get = |path: &str, most: u64| {
        let found = store.get(&Name::new(path).unwrap(), most);
        let found = found.map_err(|it| Refusal::Unavailable(it.to_string()))?;
        Ok(found.map(|it| it.bytes))
    };
    let mut update = Update::new(trusted, Wanted::All, Timestamp::from_seconds(NOW));
    while !update.is_done() {
        for want in update.wants() {
            update.give(&want, get(&want.path, want.most)?.as_deref())?;
        }
    }
    let updated = update.end();
    for file in &updated.files {
        let bytes = get(&file.place(), file.length)?.ok_or(Refusal::Missing(file.place()))?;
        file.check(&bytes)?;
    }
    Ok(updated)
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |it| it.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

pub(crate) async fn get(router: &Router, path: &str, headers: &[(&str, &str)]) -> Answer {
    ask(router, "GET", path, headers).await
}

pub(crate) async fn ask(
    router: &Router,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = answer.into_parts();
    let body = body.collect().await.unwrap().to_bytes().to_vec();
    Answer { status: parts.status, headers: parts.headers, body }
}

/// Starts a server that ends with the test.
pub(crate) fn serve(router: Router, limits: Limits) -> SocketAddr {
    let server = Server::bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = server.address();
    std::thread::spawn(move || server.run(router, &limits).unwrap());
    address
}
