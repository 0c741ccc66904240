//! Signs stores for tests, right and wrong ones. It shares no code with what verifies them, so that
//! both have to be right.

use std::collections::BTreeMap;
use std::path::Path;

use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// The moment at which tests verify, in seconds since 1970: 2026-03-12T09:00:00Z.
pub(crate) const NOW: i64 = 1_773_306_000;
pub(crate) const DAY: i64 = 86_400;

pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|it| format!("{it:02x}")).collect()
}

pub(crate) fn time(seconds: i64) -> String {
    hexapla_model::Timestamp::from_seconds(seconds).to_string()
}

/// Canonical JSON.
fn canonical(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(","))
        }
        Value::Object(entries) => {
            let sorted: BTreeMap<&String, &Value> = entries.iter().collect();
            let entry = |(name, value): (&&String, &&Value)| {
                format!("{}:{}", quoted(name), canonical(value))
            };
            format!("{{{}}}", sorted.iter().map(entry).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A key, and how metadata names it.
#[derive(Clone)]
pub(crate) struct Key {
    pub(crate) id: String,
    json: Value,
    secret: SigningKey,
}

impl Key {
    pub(crate) fn new(seed: u8) -> Self {
        Self::with(seed, &[])
    }

    /// The key of a seed with other fields, which give it another id.
    pub(crate) fn with(seed: u8, fields: &[(&str, &str)]) -> Self {
        let secret = SigningKey::from_bytes(&[seed; 32]);
        let public = hex(secret.verifying_key().as_bytes());
        let mut json =
            json!({ "keytype": "ed25519", "scheme": "ed25519", "keyval": { "public": public } });
        for (name, value) in fields {
            json[name] = json!(value);
        }
        Self { id: sha256(canonical(&json).as_bytes()), json, secret }
    }
}

/// A metadata file, signed.
pub(crate) fn envelope(signed: &Value, keys: &[Key]) -> Vec<u8> {
    let text = canonical(signed);
    let sign = |key: &Key| {
        let signature = hex(&key.secret.sign(text.as_bytes()).to_bytes());
        json!({ "keyid": key.id, "sig": signature })
    };
    let signatures: Vec<Value> = keys.iter().map(sign).collect();
    format!("{}\n", json!({ "signatures": signatures, "signed": signed })).into_bytes()
}

type Edit = Box<dyn Fn(&mut Value)>;
type Change = Box<dyn Fn(Vec<u8>) -> Vec<u8>>;

/// What is done wrong with the file of a role while a release is made.
#[derive(Default)]
pub(crate) struct Wrong {
    edits: BTreeMap<String, Edit>,
    signers: BTreeMap<String, Vec<Key>>,
    wraps: BTreeMap<String, Change>,
    afters: BTreeMap<String, Change>,
}

impl Wrong {
    /// Changes what is signed.
    pub(crate) fn edit(mut self, role: &str, edit: impl Fn(&mut Value) + 'static) -> Self {
        self.edits.insert(role.to_owned(), Box::new(edit));
        self
    }

    /// Has others sign.
    pub(crate) fn signers(mut self, role: &str, keys: &[Key]) -> Self {
        self.signers.insert(role.to_owned(), keys.to_vec());
        self
    }

    /// Changes the file before it is named.
    pub(crate) fn wrap(mut self, role: &str, by: impl Fn(Vec<u8>) -> Vec<u8> + 'static) -> Self {
        self.wraps.insert(role.to_owned(), Box::new(by));
        self
    }

    /// Changes the file once it was named.
    pub(crate) fn after(mut self, role: &str, by: impl Fn(Vec<u8>) -> Vec<u8> + 'static) -> Self {
        self.afters.insert(role.to_owned(), Box::new(by));
        self
    }

    fn touches(&self, role: &str) -> bool {
        self.edits.contains_key(role)
            || self.signers.contains_key(role)
            || self.wraps.contains_key(role)
            || self.afters.contains_key(role)
    }
}

const ROLES: [&str; 4] = ["root", "timestamp", "snapshot", "targets"];

/// The texts of a release, by path.
pub(crate) type Texts = BTreeMap<String, String>;

/// The texts of the first release.
pub(crate) fn texts() -> Texts {
    let units = "{\"v\":1,\"units\":[\n{\"unit\":\"ui/ui#hello\",\"state\":\"reviewed\"}\n]}\n";
    let texts = [
        ("ar/ui.ftl", "hello = مرحبا { $name }\n"),
        ("es/ui.ftl", "hello = Hola { $name }\n    .title = Saludo\nbye = Adiós\n"),
        ("es/ui.ftl.units.json", units),
        ("es/pages/one.md", "# Uno\n"),
    ];
    texts.map(|(path, text)| (path.to_owned(), text.to_owned())).into()
}

/// The same with another greeting.
pub(crate) fn greeting(word: &str) -> Texts {
    let mut texts = texts();
    let text = format!("hello = {word} {{ $name }}\n    .title = Saludo\nbye = Adiós\n");
    texts.insert("es/ui.ftl".to_owned(), text);
    texts
}

/// A publisher of one channel; `store` is what it wrote, by path.
#[derive(Clone)]
pub(crate) struct Forge {
    pub(crate) store: BTreeMap<String, Vec<u8>>,
    pub(crate) root_keys: Vec<Key>,
    pub(crate) timestamp_keys: Vec<Key>,
    pub(crate) release_keys: Vec<Key>,
    pub(crate) thresholds: BTreeMap<&'static str, u64>,
    pub(crate) versions: BTreeMap<String, u64>,
    pub(crate) now: i64,
    former_root: Vec<Key>,
    made: BTreeMap<String, (String, Value)>,
    texts: Texts,
}

impl Forge {
    /// A publisher with a root and one release, made a day before [`NOW`].
    pub(crate) fn published() -> Self {
        let mut forge = Self {
            store: BTreeMap::new(),
            root_keys: vec![Key::new(1), Key::new(2)],
            timestamp_keys: vec![Key::new(3)],
            release_keys: vec![Key::new(4)],
            thresholds: BTreeMap::new(),
            versions: BTreeMap::new(),
            now: NOW - DAY,
            former_root: Vec::new(),
            made: BTreeMap::new(),
            texts: texts(),
        };
        forge.root();
        forge.publish(&Wrong::default());
        forge
    }

    pub(crate) fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.store.insert(path.to_owned(), bytes.into());
    }

    /// The last place of content that ends so.
    pub(crate) fn last(&self, ending: &str) -> String {
        let mut texts = self.texts.iter().filter(|(path, _)| path.ends_with(ending));
        let (path, text) = texts.next_back().expect("a text");
        place(path, text.as_bytes())
    }

    fn keys_of(&self, role: &str) -> &[Key] {
        match role {
            "root" => &self.root_keys,
            "timestamp" => &self.timestamp_keys,
            _ => &self.release_keys,
        }
    }

    /// Writes the next root, signed by its keys and those of the one before.
    pub(crate) fn root(&mut self) {
        let signers = [self.root_keys.clone(), self.former_root.clone()].concat();
        self.root_by(&signers, |_| {});
    }

    /// The same, signed by others, after an edit.
    pub(crate) fn root_by(&mut self, signers: &[Key], edit: impl Fn(&mut Value)) {
        let version = self.next("root");
        let role = |it: &str| (it.to_owned(), self.authority(self.keys_of(it), it));
        let roles: Map<String, Value> = ROLES.iter().map(|it| role(it)).collect();
        let all: Vec<Key> = ROLES.iter().flat_map(|it| self.keys_of(it)).cloned().collect();
        let mut signed = json!({
            "_type": "root", "consistent_snapshot": true, "expires": time(NOW + 365 * DAY),
            "keys": json_of(&all), "roles": roles, "spec_version": "1.0.33", "version": version,
        });
        edit(&mut signed);
        // The same key twice signs once.
        let mut by: Vec<Key> = Vec::new();
        for key in signers {
            if by.iter().all(|it| it.id != key.id) {
                by.push(key.clone());
            }
        }
        self.former_root = self.root_keys.clone();
        self.put(&format!("stable/{version}.root.json"), envelope(&signed, &by));
    }

    fn authority(&self, keys: &[Key], role: &str) -> Value {
        let ids: Vec<&str> = keys.iter().map(|it| it.id.as_str()).collect();
        json!({ "keyids": ids, "threshold": self.thresholds.get(role).unwrap_or(&1) })
    }

    fn next(&mut self, role: &str) -> u64 {
        let version = self.versions.entry(role.to_owned()).or_insert(0);
        *version += 1;
        *version
    }

    /// Writes the next release of other texts.
    pub(crate) fn release(&mut self, texts: Texts, wrong: &Wrong) {
        self.texts = texts;
        self.publish(wrong);
    }

    /// Writes the next release.
    pub(crate) fn publish(&mut self, wrong: &Wrong) {
        let locale = |path: &String| path.split('/').next().unwrap_or_default().to_owned();
        let mut locales: Vec<String> = self.texts.keys().map(locale).collect();
        locales.dedup();
        let mut meta = Map::new();
        for locale in &locales {
            meta.insert(format!("{locale}.json"), self.locale(locale, wrong));
        }
        let release = sha256(format!("{:?}", self.texts).as_bytes());
        let own = json!({
            "as_of": time(self.now), "channel": "stable", "channels": ["stable"],
            "name": "demo", "release": release,
        });
        let role = |it: &String| {
            let mut role = self.authority(&self.release_keys, "locale");
            role["name"] = json!(it);
            role["paths"] = json!([format!("{it}/*"), format!("{it}/*/*")]);
            role["terminating"] = json!(true);
            role
        };
        let roles: Vec<Value> = locales.iter().map(role).collect();
        let delegations = json!({ "keys": json_of(&self.release_keys), "roles": roles });
        let content = json!({ "delegations": delegations, "targets": {}, "x-hexapla": own });
        let targets = self.write("targets", content, wrong);
        meta.insert("targets.json".to_owned(), targets);
        let plain = json!({ "channel": "stable" });
        let content = json!({ "meta": meta, "x-hexapla": plain });
        let snapshot = self.write("snapshot", content, wrong);
        let content = json!({ "meta": { "snapshot.json": snapshot }, "x-hexapla": plain });
        self.write("timestamp", content, wrong);
    }

    fn locale(&mut self, locale: &str, wrong: &Wrong) -> Value {
        let mut targets = Map::new();
        let below = format!("{locale}/");
        for (path, text) in self.texts.clone().iter().filter(|(it, _)| it.starts_with(&below)) {
            let bytes = text.as_bytes();
            let collection = if path.contains("/pages/") { "pages" } else { "ui" };
            self.put(&place(path, bytes), bytes);
            targets.insert(path.clone(), entry(collection, bytes));
        }
        let same = format!("{targets:?}{:?}", json_of(&self.release_keys));
        let known = self.made.get(locale).filter(|(before, _)| *before == same);
        if let Some((_, entry)) = known.filter(|_| !wrong.touches(locale)) {
            return entry.clone();
        }
        let coverage = json!({ "ui": { "current": { "units": 1, "words": 2 } } });
        let own = json!({ "channel": "stable", "coverage": coverage });
        let entry = self.write(locale, json!({ "targets": targets, "x-hexapla": own }), wrong);
        self.made.insert(locale.to_owned(), (same, entry.clone()));
        entry
    }

    /// Writes the file of a role; gives the entry that names it.
    fn write(&mut self, role: &str, mut signed: Value, wrong: &Wrong) -> Value {
        let version = self.next(role);
        let days = if role == "timestamp" { 7 } else { 90 };
        signed["_type"] = json!(if ROLES.contains(&role) { role } else { "targets" });
        signed["expires"] = json!(time(self.now + days * DAY));
        signed["spec_version"] = json!("1.0.33");
        signed["version"] = json!(version);
        wrong.edits.get(role).inspect(|edit| edit(&mut signed));
        let keys = wrong.signers.get(role).map_or_else(|| self.keys_of(role), Vec::as_slice);
        let bytes = envelope(&signed, keys);
        let bytes = wrong.wraps.get(role).map_or(bytes.clone(), |by| by(bytes));
        let entry = named(version, &bytes);
        let bytes = wrong.afters.get(role).map_or(bytes.clone(), |by| by(bytes));
        let name = match role {
            "timestamp" => "timestamp.json".to_owned(),
            role => format!("{version}.{role}.json"),
        };
        self.put(&format!("stable/{name}"), bytes);
        entry
    }

    /// Writes what was published into a folder.
    pub(crate) fn save(&self, folder: &Path) {
        for (path, bytes) in &self.store {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
            std::fs::write(path, bytes).expect("written");
        }
    }
}

fn json_of(keys: &[Key]) -> Value {
    keys.iter().map(|it| (it.id.clone(), it.json.clone())).collect::<Map<_, _>>().into()
}

/// How a metadata file of this version is named by another.
pub(crate) fn named(version: u64, bytes: &[u8]) -> Value {
    json!({ "hashes": { "sha256": sha256(bytes) }, "length": bytes.len(), "version": version })
}

/// How a file is named by its locale.
pub(crate) fn entry(collection: &str, bytes: &[u8]) -> Value {
    json!({
        "custom": { "collection": collection },
        "hashes": { "sha256": sha256(bytes) },
        "length": bytes.len(),
    })
}

fn place(path: &str, bytes: &[u8]) -> String {
    let (folder, name) = path.rsplit_once('/').expect("a folder");
    format!("targets/{folder}/{}.{name}", sha256(bytes))
}
