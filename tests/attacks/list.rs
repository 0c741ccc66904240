//! Attacks: each changes what a publisher wrote, and names the refusal that it has to meet.

use serde_json::{Value, json};

use crate::forge::{DAY, Forge, Key, NOW, Wrong, entry, greeting, named, sha256, time};

/// Changes what a publisher wrote.
type Act = Box<dyn Fn(&mut Forge)>;

/// An attack on a client that knows what a publisher wrote.
pub(crate) struct Attack {
    pub(crate) name: String,
    pub(crate) refusal: &'static str,
    /// What the client comes to know beside the first release.
    pub(crate) before: Vec<fn(&mut Forge)>,
    pub(crate) act: Act,
    pub(crate) now: i64,
}

impl Attack {
    fn new(
        name: impl Into<String>,
        refusal: &'static str,
        act: impl Fn(&mut Forge) + 'static,
    ) -> Self {
        let (name, act) = (name.into(), Box::new(act));
        Self { name, refusal, before: Vec::new(), act, now: NOW }
    }

    fn knowing(mut self, before: fn(&mut Forge)) -> Self {
        self.before.push(before);
        self
    }

    fn at(mut self, now: i64) -> Self {
        self.now = now;
        self
    }
}

/// A stranger's key.
fn stranger() -> Key {
    Key::new(99)
}

/// The next release, with something wrong.
fn release(forge: &mut Forge, wrong: &Wrong) {
    forge.release(greeting("Buenas"), wrong);
}

/// The next release, in which a role says something else.
fn edited(role: &'static str, edit: fn(&mut Value)) -> impl Fn(&mut Forge) {
    move |it| release(it, &Wrong::default().edit(role, edit))
}

/// The next release, whose file of a role is another than is named.
fn after(role: &'static str, by: fn(Vec<u8>) -> Vec<u8>) -> impl Fn(&mut Forge) {
    move |it| release(it, &Wrong::default().after(role, by))
}

/// The next release, the text of whose file of a role is changed before it is named.
fn wrapped(role: &'static str, from: &'static str, to: &'static str) -> impl Fn(&mut Forge) {
    let by = move |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).expect("text");
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1).into_bytes()
    };
    move |it| release(it, &Wrong::default().wrap(role, by))
}

/// The next release, whose pointer is this text.
fn pointer(text: &'static str) -> impl Fn(&mut Forge) {
    move |it| release(it, &Wrong::default().wrap("timestamp", move |_| text.into()))
}

/// A second release of other content, so that versions can fall.
fn another(forge: &mut Forge) {
    forge.publish(&Wrong::default().edit("es", |_| {}));
}

fn replaced(bytes: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    String::from_utf8(bytes).expect("text").replacen(from, to, 1).into_bytes()
}

fn longer(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.push(b' ');
    bytes
}

fn shorter(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.pop();
    bytes
}

fn endless(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.resize(bytes.len() + 2_000_000, b' ');
    bytes
}

fn flipped(mut bytes: Vec<u8>) -> Vec<u8> {
    let at = bytes.len() - 3;
    bytes[at] ^= 1;
    bytes
}

/// Changes the first file of the next release in the store.
fn file_changed(by: fn(Vec<u8>) -> Vec<u8>) -> impl Fn(&mut Forge) {
    move |it| {
        release(it, &Wrong::default());
        let place = it.last("es/ui.ftl");
        let bytes = by(it.store[&place].clone());
        it.put(&place, bytes);
    }
}

/// Puts the file of a role of the former release into the place of the next one's.
fn stale(role: &'static str) -> impl Fn(&mut Forge) {
    move |it| {
        release(it, &Wrong::default());
        let bytes = it.store[&format!("stable/1.{role}.json")].clone();
        it.put(&format!("stable/2.{role}.json"), bytes);
    }
}

/// Replaces the release keys by two, of which both have to sign.
fn two_release_keys(it: &mut Forge, keys: [Key; 2]) {
    it.release_keys = keys.into();
    it.thresholds.extend([("snapshot", 2), ("targets", 2), ("locale", 2)]);
    it.root();
}

/// All attacks.
pub(crate) fn attacks() -> Vec<Attack> {
    let groups = [
        signatures(),
        few_signatures(),
        revocations(),
        roots(),
        rollbacks(),
        freezes(),
        mixes(),
        lengths(),
        hashes(),
        paths(),
        channels(),
        formats(),
        shapes(),
        others(),
    ];
    groups.into_iter().flatten().collect()
}

fn signatures() -> Vec<Attack> {
    let signed_by = |role: &'static str, keys: fn(&Forge) -> Vec<Key>| {
        move |it: &mut Forge| {
            let keys = keys(it);
            release(it, &Wrong::default().signers(role, &keys));
        }
    };
    let timestamp: fn(&Forge) -> Vec<Key> = |it| it.timestamp_keys.clone();
    let made = |name: &str, act: Act| Attack::new(name, "signature", act);
    vec![
        made(
            "timestamp changed after it was signed",
            Box::new(after("timestamp", |it| replaced(it, "\"version\":2", "\"version\":3"))),
        ),
        made("timestamp signed by nobody", Box::new(signed_by("timestamp", |_| Vec::new()))),
        made(
            "timestamp signed by the release key",
            Box::new(signed_by("timestamp", |it| it.release_keys.clone())),
        ),
        made(
            "timestamp signed by a stranger",
            Box::new(signed_by("timestamp", |_| vec![stranger()])),
        ),
        made("snapshot signed by the timestamp key", Box::new(signed_by("snapshot", timestamp))),
        made(
            "snapshot signed by a stranger",
            Box::new(signed_by("snapshot", |_| vec![stranger()])),
        ),
        made("targets signed by the timestamp key", Box::new(signed_by("targets", timestamp))),
        made("targets signed by nobody", Box::new(signed_by("targets", |_| Vec::new()))),
        made("locale signed by the timestamp key", Box::new(signed_by("es", timestamp))),
        made("locale signed by a stranger", Box::new(signed_by("es", |_| vec![stranger()]))),
        made(
            "signature of another text",
            Box::new(wrapped("snapshot", "\"sig\":\"", "\"sig\":\"00")),
        ),
        made(
            "signature that is no hexadecimal",
            Box::new(wrapped("es", "\"sig\":\"", "\"sig\":\"zz")),
        ),
        made(
            "a clock ten years behind, and a stranger",
            Box::new(signed_by("timestamp", |_| vec![stranger()])),
        )
        .at(NOW - 3650 * DAY),
    ]
}

fn few_signatures() -> Vec<Attack> {
    let made = |name: &str, act: fn(&mut Forge)| Attack::new(name, "signature", act);
    let one = |role: &'static str| {
        Attack::new(format!("one of two that have to sign: {role}"), "signature", move |it| {
            two_release_keys(it, [Key::new(10), Key::new(11)]);
            release(it, &Wrong::default().signers(role, &[Key::new(10)]));
        })
    };
    vec![
        one("snapshot"),
        one("targets"),
        one("es"),
        made("one of two that have to sign: timestamp", |it| {
            it.timestamp_keys = vec![Key::new(10), Key::new(11)];
            it.thresholds.insert("timestamp", 2);
            it.root();
            release(it, &Wrong::default().signers("timestamp", &[Key::new(10)]));
        }),
        made("one of two that have to sign: root", |it| {
            it.thresholds.insert("root", 2);
            it.root_by(&[Key::new(1)], |_| {});
        }),
        made("a right signature beside a wrong one", |it| {
            it.release_keys = vec![Key::new(4), Key::new(10)];
            it.root();
            let wrong = |it| replaced(it, "\"sig\":\"", "\"sig\":\"00");
            release(it, &Wrong::default().wrap("snapshot", wrong));
        }),
        made("one key under two ids", |it| {
            two_release_keys(it, [Key::new(10), Key::with(10, &[("note", "again")])]);
            release(it, &Wrong::default());
        }),
        made("a key of another kind than Ed25519", |it| {
            it.timestamp_keys = vec![Key::with(10, &[("scheme", "other")])];
            it.root();
            release(it, &Wrong::default());
        }),
        made("root signed by new keys only", |it| {
            it.root_keys = vec![Key::new(10)];
            it.root_by(&[Key::new(10)], |_| {});
        }),
        made("root signed by former keys only", |it| {
            it.root_keys = vec![Key::new(10)];
            it.root_by(&[Key::new(1), Key::new(2)], |_| {});
        }),
        made("root signed by a stranger", |it| it.root_by(&[stranger()], |_| {})),
    ]
}

fn revocations() -> Vec<Attack> {
    let made = |name: &str, act: fn(&mut Forge)| Attack::new(name, "revoked", act);
    vec![
        made("timestamp by a withdrawn key", |it| {
            it.timestamp_keys = vec![Key::new(10)];
            it.root();
            release(it, &Wrong::default().signers("timestamp", &[Key::new(3)]));
        }),
        made("snapshot by a withdrawn key", |it| {
            it.release_keys = vec![Key::new(10)];
            it.root();
            release(it, &Wrong::default().signers("snapshot", &[Key::new(4)]));
        }),
        made("targets by a withdrawn key", |it| {
            it.release_keys = vec![Key::new(10)];
            it.root();
            release(it, &Wrong::default().signers("targets", &[Key::new(4)]));
        }),
        made("locale by a withdrawn key", |it| {
            it.release_keys = vec![Key::new(10)];
            it.root();
            release(it, &Wrong::default().signers("es", &[Key::new(4)]));
        }),
        made("root by a withdrawn key", |it| {
            it.root_keys = vec![Key::new(10)];
            it.root();
            it.root_by(&[Key::new(1), Key::new(2)], |_| {});
        }),
    ]
}

fn roots() -> Vec<Attack> {
    let key = |name: &str, public: &'static str| {
        Attack::new(name, "format", move |it| {
            it.root_by(&[Key::new(1), Key::new(2)], |signed| {
                let keyval = json!({ "public": format!("{public}{}", "0".repeat(62)) });
                let key = json!({ "keytype": "ed25519", "keyval": keyval, "scheme": "ed25519" });
                let text = format!(
                    "{{\"keytype\":\"ed25519\",\"keyval\":{keyval},\"scheme\":\"ed25519\"}}"
                );
                signed["keys"][sha256(text.as_bytes())] = key;
            });
        })
    };
    let edited = |name: &str, refusal, edit: fn(&mut Value)| {
        Attack::new(name, refusal, move |it| it.root_by(&[Key::new(1), Key::new(2)], edit))
    };
    vec![
        Attack::new("root that skips one", "root-version", |it| {
            it.versions.insert("root".to_owned(), 2);
            it.root();
            let bytes = it.store.remove("stable/3.root.json").expect("a root");
            it.put("stable/2.root.json", bytes);
        }),
        Attack::new("root of the same version", "root-version", |it| {
            let bytes = it.store["stable/1.root.json"].clone();
            it.put("stable/2.root.json", bytes);
        }),
        edited("root that has expired", "expired", |it| it["expires"] = json!(time(NOW - 1))),
        Attack::new("root that is a page", "format", |it| {
            it.put("stable/2.root.json", "<!doctype html>");
        }),
        Attack::new("endless root", "length", |it| {
            it.put("stable/2.root.json", vec![b' '; 513 * 1024]);
        }),
        key("root of a weak key", "01"),
        key("root of a key that is no point", "02"),
        edited("root of a key under another id", "format", |it| {
            let keys = it["keys"].as_object().expect("keys");
            let key = keys.values().next().expect("a key").clone();
            it["keys"][sha256(b"another")] = key;
        }),
        edited("root of threshold 0", "format", |it| {
            it["roles"]["timestamp"]["threshold"] = json!(0);
        }),
        edited("root without consistent snapshots", "format", |it| {
            it["consistent_snapshot"] = json!(false);
        }),
    ]
}

fn rollbacks() -> Vec<Attack> {
    let earlier = |role: &'static str| {
        Attack::new(format!("earlier {role}"), "rollback", move |it| {
            it.versions.insert(role.to_owned(), 0);
            release(it, &Wrong::default());
        })
        .knowing(another)
    };
    let same = |role: &'static str| {
        Attack::new(format!("{role} of the same version"), "rollback", move |it| {
            it.versions.entry(role.to_owned()).and_modify(|it| *it -= 1);
            release(it, &Wrong::default());
        })
    };
    let roles = ["timestamp", "snapshot", "targets", "es"];
    let clock = earlier("timestamp");
    let behind = "a clock ten years behind, and an earlier timestamp".to_owned();
    let clock = Attack { name: behind, now: NOW - 3650 * DAY, ..clock };
    let first = Attack::new("the store of the first release", "rollback", |it| {
        let first = Forge::published();
        it.store = first.store;
    })
    .knowing(another);
    roles.map(earlier).into_iter().chain(roles.map(same)).chain([clock, first]).collect()
}

/// A release that is good for eleven years, below a root that is too.
fn long_lived(it: &mut Forge) {
    fn far(signed: &mut Value) {
        signed["expires"] = json!(time(NOW + 4015 * DAY));
    }
    let keys = it.root_keys.clone();
    it.root_by(&keys, far);
    let roles = ["ar", "es", "targets", "snapshot", "timestamp"];
    let wrong = roles.into_iter().fold(Wrong::default(), |wrong, role| wrong.edit(role, far));
    it.publish(&wrong);
}

fn freezes() -> Vec<Attack> {
    let expired = |role: &'static str| {
        let name = format!("{role} that has expired");
        Attack::new(name, "expired", edited(role, |it| it["expires"] = json!(time(NOW))))
    };
    let mut all: Vec<Attack> = ["timestamp", "snapshot", "targets", "es"].map(expired).into();
    all.extend([
        Attack::new("a frozen store", "expired", |_| {}).at(NOW + 6 * DAY),
        Attack::new("a locale that is held and has expired", "expired", |it| {
            release(it, &Wrong::default());
        })
        .knowing(|it| {
            it.now += 85 * DAY;
            it.publish(&Wrong::default());
        })
        .at(NOW + 89 * DAY),
        Attack::new("a clock ten years ahead", "expired", |it| release(it, &Wrong::default()))
            .knowing(long_lived)
            .at(NOW + 3650 * DAY),
    ]);
    all
}

fn mixes() -> Vec<Attack> {
    let version = |role: &'static str| {
        let next = |it: &mut Value| it["version"] = json!(it["version"].as_u64().unwrap_or(0) + 1);
        Attack::new(format!("{role} of another version"), "mix", edited(role, next))
    };
    let mut all: Vec<Attack> = ["snapshot", "targets", "es"].map(version).into();
    all.extend([
        Attack::new("a locale that is gone", "mix", |it| {
            let before = it.store["stable/1.targets.json"].clone();
            let gone = move |signed: &mut Value| {
                signed["meta"].as_object_mut().expect("entries").remove("ar.json");
                signed["meta"]["targets.json"] = named(1, &before);
            };
            release(it, &Wrong::default().edit("snapshot", gone));
        }),
        Attack::new(
            "a locale that no snapshot names",
            "mix",
            edited("snapshot", |it| {
                it["meta"].as_object_mut().expect("entries").remove("ar.json");
            }),
        ),
        Attack::new(
            "a locale that nobody vouches for",
            "mix",
            edited("targets", |it| {
                it["delegations"]["roles"].as_array_mut().expect("roles").pop();
            }),
        ),
    ]);
    all
}

fn lengths() -> Vec<Attack> {
    let made = |name: String, act: Act| Attack::new(name, "length", act);
    let mut all = Vec::new();
    for role in ["snapshot", "targets", "es"] {
        all.push(made(format!("{role} of one byte more"), Box::new(after(role, longer))));
        all.push(made(format!("{role} of one byte less"), Box::new(after(role, shorter))));
        all.push(made(format!("endless {role}"), Box::new(after(role, endless))));
    }
    let huge = |it: &mut Value| it["targets"]["es/ui.ftl"]["length"] = json!(1_u64 << 31);
    let named: [(&str, Act); 8] = [
        ("endless timestamp", Box::new(after("timestamp", endless))),
        ("file of one byte more", Box::new(file_changed(longer))),
        ("file of one byte less", Box::new(file_changed(shorter))),
        ("endless file", Box::new(file_changed(endless))),
        ("file that is too long by its name", Box::new(edited("es", huge))),
        (
            "snapshot that is too long by its name",
            Box::new(edited("timestamp", |it| {
                it["meta"]["snapshot.json"]["length"] = json!(1_u64 << 30);
            })),
        ),
        (
            "targets that are too long by their name",
            Box::new(edited("snapshot", |it| {
                it["meta"]["targets.json"]["length"] = json!(1_u64 << 30);
            })),
        ),
        (
            "locale that is too long by its name",
            Box::new(edited("snapshot", |it| it["meta"]["es.json"]["length"] = json!(1_u64 << 40))),
        ),
    ];
    all.extend(named.map(|(name, act)| made(name.to_owned(), act)));
    all
}

fn hashes() -> Vec<Attack> {
    let made = |name: String, act: Act| Attack::new(name, "hash", act);
    let mut all = Vec::new();
    for role in ["snapshot", "targets", "es"] {
        all.push(made(format!("{role} of other bytes"), Box::new(after(role, flipped))));
        all.push(made(format!("{role} of the release before"), Box::new(stale(role))));
    }
    all.push(made("file of other bytes".to_owned(), Box::new(file_changed(flipped))));
    all
}

fn paths() -> Vec<Attack> {
    let long = format!("es/{}", "a".repeat(256));
    let deep = format!("es/{}b", "a/".repeat(600));
    let given = [
        "es/../ar/ui.ftl",
        "../es/ui.ftl",
        "/es/ui.ftl",
        "es//ui.ftl",
        "es/a\0b",
        "es\\ui.ftl",
        "es/a\\..\\b",
        "es/con",
        "es/NUL.txt",
        "es/com1.md",
        "es/C:a",
        "es/.htaccess",
        "es/a.",
        "es/a ",
        "es/x\u{202e}fdp.exe",
        "es/a\u{200b}b",
        "es/a*b",
        "es/UI.FTL",
        "es/ui.ftl/a",
        "ar/other.ftl",
        "ui.ftl",
        "es/a/b/c/deep.md",
        &long,
        &deep,
    ];
    let strayed = |path: &str| {
        let (path, name) = (path.to_owned(), format!("{path:?}").chars().take(30).collect());
        let named: String = name;
        Attack::new(format!("file {named}"), "path", move |it| {
            let path = path.clone();
            let add = move |signed: &mut Value| signed["targets"][&path] = entry("ui", b"");
            release(it, &Wrong::default().edit("es", add));
        })
    };
    let mut all: Vec<Attack> = given.into_iter().map(strayed).collect();
    all.push(Attack::new(
        "two spellings of one accent",
        "path",
        edited("es", |it| {
            for path in ["es/\u{e9}.md", "es/e\u{301}.md"] {
                it["targets"][path] = entry("ui", b"");
            }
        }),
    ));
    all
}

fn channels() -> Vec<Attack> {
    let other = |role: &'static str| {
        let edit = |it: &mut Value| it["x-hexapla"]["channel"] = json!("preview");
        Attack::new(format!("{role} of another channel"), "channel", edited(role, edit))
    };
    ["timestamp", "snapshot", "targets", "es"].map(other).into()
}

/// What is no JSON, or none that every reader takes for the same.
fn formats() -> Vec<Attack> {
    let made = |name: &str, act: Act| Attack::new(name, "format", act);
    let nested = |it: Vec<u8>| {
        let deep = format!("\"signed\":{{\"x\":{}{},", "[".repeat(40), "]".repeat(40));
        replaced(it, "\"signed\":{", &deep)
    };
    let wrapped_by = |role: &'static str, by: fn(Vec<u8>) -> Vec<u8>| {
        Box::new(move |it: &mut Forge| release(it, &Wrong::default().wrap(role, by)))
    };
    let version = "\"version\":2";
    vec![
        made("a name twice", Box::new(wrapped("snapshot", version, "\"version\":2,\"version\":9"))),
        made(
            "a name twice, once escaped",
            Box::new(wrapped("es", version, "\"versio\\u006e\":9,\"version\":2")),
        ),
        made("deep nesting", wrapped_by("snapshot", nested)),
        made("very deep nesting", wrapped_by("snapshot", |_| vec![b'['; 500_000])),
        made(
            "a page instead of a timestamp",
            Box::new(pointer("<!doctype html><title>Log in</title>")),
        ),
        made("an empty timestamp", Box::new(pointer(""))),
        made("a list instead of a timestamp", Box::new(pointer("[]"))),
        made("a cut timestamp", wrapped_by("timestamp", |it| it[..it.len() - 20].to_vec())),
        made("cut targets", wrapped_by("targets", |it| it[..it.len() / 2].to_vec())),
        made("a fraction", Box::new(wrapped("timestamp", version, "\"version\":2.0"))),
        made("an exponent", Box::new(wrapped("timestamp", version, "\"version\":2e0"))),
        made("minus nothing", Box::new(wrapped("timestamp", version, "\"version\":-0"))),
        made("a huge version", Box::new(wrapped("es", version, "\"version\":9007199254740992"))),
        made(
            "a byte order mark",
            wrapped_by("timestamp", |it| [b"\xef\xbb\xbf".to_vec(), it].concat()),
        ),
        made("half a surrogate", Box::new(wrapped("timestamp", "\"stable\"", "\"\\ud800\""))),
        made(
            "a control character as it is",
            Box::new(wrapped("timestamp", "\"stable\"", "\"sta\u{1}ble\"")),
        ),
        made("a comma too many", Box::new(wrapped("timestamp", "}}", ",}}"))),
        made(
            "something after the end",
            wrapped_by("timestamp", |it| [it, b"{}".to_vec()].concat()),
        ),
        made(
            "no UTF-8",
            wrapped_by("timestamp", |it| [b"{\"\xff\":1,".to_vec(), it[1..].to_vec()].concat()),
        ),
    ]
}

/// JSON of another shape than metadata has.
fn shapes() -> Vec<Attack> {
    let made = |name: &str, role: &'static str, edit: fn(&mut Value)| {
        Attack::new(name, "format", edited(role, edit))
    };
    fn without(it: &mut Value, name: &str) {
        it.as_object_mut().expect("an object").remove(name);
    }
    vec![
        made("no x-hexapla", "timestamp", |it| without(it, "x-hexapla")),
        made("another role", "snapshot", |it| it["_type"] = json!("targets")),
        made("a locale that says it is a snapshot", "es", |it| it["_type"] = json!("snapshot")),
        made("no time of expiry", "timestamp", |it| without(it, "expires")),
        made("a time with a fraction", "timestamp", |it| {
            it["expires"] = json!("2027-01-01T00:00:00.5Z");
        }),
        made("the 30th of February", "timestamp", |it| {
            it["expires"] = json!("2027-02-30T00:00:00Z");
        }),
        made("version 0", "timestamp", |it| it["version"] = json!(0)),
        made("a version that is a text", "es", |it| it["version"] = json!("2")),
        made("a file without a hash", "es", |it| {
            it["targets"]["es/ui.ftl"]["hashes"] = json!({});
        }),
        made("a hash in capitals", "timestamp", |it| {
            let hash = &mut it["meta"]["snapshot.json"]["hashes"]["sha256"];
            *hash = json!(format!("A{}", &hash.as_str().expect("a hash")[1..]));
        }),
        made("a locale that is none", "snapshot", |it| {
            it["meta"]["../es.json"] = it["meta"]["es.json"].clone();
        }),
        made("a delegation that goes on", "targets", |it| {
            it["delegations"]["roles"][0]["terminating"] = json!(false);
        }),
        made("a delegation of everything", "targets", |it| {
            it["delegations"]["roles"][0]["paths"] = json!(["*"]);
        }),
        made("a delegation twice", "targets", |it| {
            let roles = it["delegations"]["roles"].as_array_mut().expect("roles");
            roles.push(roles[0].clone());
        }),
        made("a file beside the locales", "targets", |it| {
            it["targets"]["ui.ftl"] = entry("ui", b"");
        }),
        Attack::new("two signatures of one key", "format", |it| {
            let keys = [it.release_keys[0].clone(), it.release_keys[0].clone()];
            release(it, &Wrong::default().signers("snapshot", &keys));
        }),
    ]
}

fn others() -> Vec<Attack> {
    let gone = |role: &'static str| {
        Attack::new(format!("no {role}"), "missing", move |it| {
            release(it, &Wrong::default());
            it.store.remove(&format!("stable/2.{role}.json"));
        })
    };
    let later = |role: &'static str| {
        let edit = |it: &mut Value| it["spec_version"] = json!("2.0.0");
        Attack::new(format!("{role} of a later specification"), "version", edited(role, edit))
    };
    let mut all: Vec<Attack> = ["snapshot", "targets", "es"].map(gone).into();
    all.extend(["timestamp", "es"].map(later));
    all.extend([
        Attack::new("no pointer", "missing", |it| drop(it.store.remove("stable/timestamp.json"))),
        Attack::new("no file", "missing", |it| {
            release(it, &Wrong::default());
            let place = it.last("es/ui.ftl");
            it.store.remove(&place);
        }),
        Attack::new("an empty store", "missing", |it| it.store.clear()),
    ]);
    all
}
