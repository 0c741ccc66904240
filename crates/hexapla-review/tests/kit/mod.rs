//! A room on a copy of the example, or on a project of a few files, and visitors of it.

#![allow(dead_code, reason = "not every test needs all of it")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use hexapla_people::{Accounts, Handle, Password, Rights, Role, Timestamp};
use hexapla_review::{Address, Room, Settings};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

/// A project in a folder of its own, with its room.
pub(crate) struct House {
    folder: tempfile::TempDir,
    pub(crate) room: Arc<Room>,
    pub(crate) router: Router,
}

/// An answer, read whole.
pub(crate) struct Told {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) text: String,
}

pub(crate) const CONFIG: &str = r#"
version = 1
name = "Test"
source_locale = "en"
locales = ["ar", "es"]
ledger = "ledger"
workflows = "workflows"

[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"

[collections.pages]
format = "markdown"
source = "src/{path}.md"
target = "out/{locale}/{path}.md"
fields = ["title"]
"#;

const WORKFLOW: &str = "version = 1\n[[states]]\nname = \"translated\"\n[channels.preview]\n";

impl House {
    /// A copy of the example.
    pub(crate) fn example() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for name in ["hexapla.toml", "source-content", "translations", "workflows"] {
            copy(&root.join(name), &folder.path().join(name));
        }
        Self::open(folder)
    }

    /// A project of the given files, en to ar and es.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), "hexapla.toml", CONFIG);
        write(folder.path(), "workflows/standard.toml", WORKFLOW);
        for (path, text) in files {
            write(folder.path(), path, text);
        }
        Self::open(folder)
    }

    /// The same with accounts, which `make` puts into the file at a path.
    pub(crate) fn with_accounts(files: &[(&str, &str)], make: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), "hexapla.toml", CONFIG);
        write(folder.path(), "workflows/standard.toml", WORKFLOW);
        for (path, text) in files {
            write(folder.path(), path, text);
        }
        let accounts = folder.path().join("room.sqlite");
        make(&accounts);
        Self::open_with(folder, Some(accounts), |_| ())
    }

    fn open(folder: tempfile::TempDir) -> Self {
        Self::open_with(folder, None, |_| ())
    }

    /// The same room, opened again in another way.
    pub(crate) fn reopened(self, change: impl FnOnce(&mut Settings)) -> Self {
        let accounts = self.path("room.sqlite");
        let accounts = accounts.exists().then_some(accounts);
        Self::open_with(self.folder, accounts, change)
    }

    fn open_with(
        folder: tempfile::TempDir,
        accounts: Option<PathBuf>,
        change: impl FnOnce(&mut Settings),
    ) -> Self {
        let mut settings = Settings {
            handle: None,
            as_of: Some("2026-11-24T12:00:00Z".parse().expect("a time")),
            poll: false,
            accounts,
            proxy_header: None,
            secure: false,
            public_badges: false,
            publishing: None,
            sync_every: None,
        };
        change(&mut settings);
        let room = Arc::new(Room::open(folder.path(), settings).expect("a room"));
        let router = Arc::clone(&room).router();
        Self { folder, room, router }
    }

    /// Makes a repository of the project, in which all of it is committed.
    pub(crate) fn commit_all(&self) {
        for args in [
            &["init", "-q", "-b", "main"][..],
            &["config", "user.name", "Office"],
            &["config", "user.email", "office@example.org"],
            &["add", "-A"],
            &["commit", "-qm", "base"],
        ] {
            git(self.folder.path(), args);
        }
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap_or_default()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        write(self.folder.path(), path, text);
    }

    /// A visitor with a handle.
    pub(crate) fn visitor(&self, handle: &str) -> Visitor<'_> {
        Visitor { house: self, handle: handle.to_owned() }
    }
}

/// Somebody with a handle.
pub(crate) struct Visitor<'a> {
    house: &'a House,
    handle: String,
}

/// A session that no visitor has but those of tests.
pub(crate) const SESSION: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

impl Visitor<'_> {
    /// The same, who chose a language of the room.
    pub(crate) fn speaking(self, tag: &str) -> Self {
        // The cookie of the language follows that of the handle.
        Self { handle: format!("{}; hexapla-language={tag}", self.handle), ..self }
    }

    fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let cookie = format!("hexapla-session={SESSION}; hexapla-handle={}", self.handle);
        Request::builder()
            .method(method)
            .uri(path)
            .header("host", "localhost:8080")
            .header("cookie", cookie)
    }

    pub(crate) async fn get(&self, path: &str) -> Told {
        let request = self.request("GET", path).body(Body::empty()).expect("a request");
        tell(&self.house.router, request).await
    }

    /// The same as JSON, which has to be an answer.
    pub(crate) async fn json(&self, path: &str) -> Value {
        let told = self.get(path).await;
        assert_eq!(told.status, StatusCode::OK, "{path}: {}", told.text);
        serde_json::from_str(&told.text).expect("JSON")
    }

    pub(crate) async fn post(&self, path: &str, value: &Value) -> Told {
        let request = self.request("POST", path).header("content-type", "application/json");
        tell(&self.house.router, request.body(Body::from(value.to_string())).expect("a request"))
            .await
    }

    /// The same, as scripts of the page do.
    pub(crate) async fn fragment(&self, path: &str, value: &Value) -> Told {
        let request = self.request("POST", path).header("content-type", "application/json");
        let request = request.header("hx-request", "true").body(Body::from(value.to_string()));
        tell(&self.house.router, request.expect("a request")).await
    }

    /// Sends a form, as a browser without scripts does.
    pub(crate) async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Told {
        let text = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self
            .request("POST", path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(text));
        tell(&self.house.router, request.expect("a request")).await
    }
}

pub(crate) async fn tell(router: &Router, request: Request<Body>) -> Told {
    let response: Response<Body> = router.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Told { status: parts.status, headers: parts.headers, text }
}

/// What git answers in a folder.
pub(crate) fn git(folder: &Path, args: &[&str]) -> String {
    let output = Command::new("git").args(args).current_dir(folder).output().expect("git runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").trim_end().to_owned()
}

/// A page without the marks that keep the directions of texts apart.
pub(crate) fn plain(page: &str) -> String {
    page.replace(['\u{2068}', '\u{2069}'], "")
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
    std::fs::write(path, text).expect("written");
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        std::fs::copy(from, to).expect("copied");
        return;
    }
    std::fs::create_dir_all(to).expect("created");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// The value of a hidden field of a form in a page.
pub(crate) fn field(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let at = page.find(&start).unwrap_or_else(|| panic!("no field {name}")) + start.len();
    page[at..].split('"').next().unwrap_or_default().to_owned()
}

/// A unit in Spanish, as a program is shown it.
pub(crate) async fn shown(visitor: &Visitor<'_>, unit: &str) -> Value {
    let path = form_urlencoded::Serializer::new("/api/unit/es?".to_owned())
        .append_pair("unit", unit)
        .finish();
    visitor.json(&path).await
}

/// What a program sends to accept a text for a unit as it was shown.
pub(crate) fn accept(shown: &Value, text: &str) -> Value {
    serde_json::json!({
        "unit": shown["unit"], "source": shown["source_token"], "target": shown["target_token"],
        "base": shown["target"], "text": text, "decision": "accept",
    })
}

/// Fields of a form as a page has them.
pub(crate) fn fields(page: &str, names: &[&'static str]) -> Vec<(&'static str, String)> {
    names.iter().map(|name| (*name, field(page, name))).collect()
}

/// The same for who sends them.
pub(crate) fn lent<'a>(fields: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, it)| (*name, it.as_str())).collect()
}

/// The path of an address, about a locale.
pub(crate) fn path(address: &Address, locale: &str) -> String {
    let parts = address.path.split('/').map(|part| match part {
        "{locale}" => locale,
        "{collection}" => "ui",
        "{channel}" => "preview",
        "{file}" => "es.svg",
        "{token}" | "{version}" | "{name}" => "none",
        part => {
            assert!(!part.contains('{'), "say what stands for {part} in {}", address.path);
            part
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The password of every account in these tests.
pub(crate) const PASSWORD: &str = "correct horse battery";

/// A room with one account of each role, by its name; those about texts hold for Spanish. `make` makes more.
pub(crate) fn with_each_role(make: impl FnOnce(&Accounts)) -> House {
    House::with_accounts(&[("src/a.ftl", "m = One\n"), ("out/es/a.ftl", "m = Uno\n")], |path| {
        let accounts = Accounts::open(path).expect("accounts");
        Role::ALL.iter().for_each(|role| drop(account(&accounts, role.as_str(), *role)));
        make(&accounts);
    })
}

/// An account with a role, in Spanish where that is about texts.
pub(crate) fn account(accounts: &Accounts, name: &str, role: Role) -> Handle {
    let handle = name.parse().expect("a handle");
    let password = Password::new(PASSWORD, &handle).expect("a password");
    let locale = role.is_of_locales().then(|| "es".parse().expect("a locale"));
    let rights = Rights { roles: [role].into(), locales: locale.into_iter().collect() };
    let now = Timestamp::from_seconds(0);
    accounts.create(&handle, "Somebody", &rights, &password, now).expect("made");
    handle
}
