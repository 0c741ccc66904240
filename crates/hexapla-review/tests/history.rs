//! Everything that was said of a unit, and who changed its source.

mod kit;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use hexapla_ledger::{
    Attested, Fact, KeptText, Origin, Pair, Placed, Proposed, Renamed, Reopened, Restated, Seen,
    SeenSource, StillValid, write,
};
use hexapla_model::{Fingerprint, Group, Handle, Locale, ResourceId, State, Timestamp, UnitKey};
use hexapla_workspace::Session;
use kit::{CONFIG, House, Visitor, accept, git, plain, shown};
use serde_json::{Value, json};

/// What the history tells of a fact about a unit. Whoever adds a kind of fact has to say so here.
fn told(fact: &Fact) -> Option<&'static str> {
    match fact {
        Fact::Attested(_) => Some("Confirmed by mara"),
        Fact::Reopened(_) => Some("Reopened by lena"),
        Fact::StillValid(_) => Some("Still valid, said joaquin"),
        Fact::Seen(_) => Some("The source changed"),
        Fact::Proposed(_) => Some("Proposed by amal"),
        Fact::Placed(_) => Some("Order accepted by ines"),
        Fact::Renamed(_) => Some("Called ui/old before"),
        // They say what words and fingerprints mean that other facts are about, and nothing of a unit.
        Fact::Text(_) | Fact::Restated(_) => None,
    }
}

/// A fact of each kind, about the unit with a key or the block of these texts.
fn facts(resource: &str, key: Option<&str>, source: &Group, target: &Group) -> Vec<Fact> {
    let other = |number: u8| Fingerprint::from_bytes([number; 16]);
    let (earlier, offered): (Group, Group) = (other(1).into(), other(2).into());
    let by = |handle: &str| -> Handle { handle.parse().expect("a handle") };
    let named = |name: &str| -> ResourceId { name.parse().expect("a name") };
    let locale: Locale = "es".parse().expect("a tag");
    let at = Timestamp::from_seconds(1_795_000_000);
    let key = key.map(UnitKey::new);
    let pair = Pair::new(key.clone(), source.clone(), target.clone());
    let resource = named(resource);
    vec![
        Fact::Attested(Attested {
            locale: locale.clone(),
            // Under the name that the file had then.
            resource: named("ui/old"),
            by: by("mara"),
            at,
            state: State::Translated,
            origin: Origin::Human,
            confidence: None,
            answers: Vec::new(),
            pairs: vec![pair.clone()],
        }),
        Fact::Reopened(Reopened {
            locale: locale.clone(),
            resource: resource.clone(),
            by: by("lena"),
            at,
            why: Some("sounds odd".to_owned()),
            pair: pair.clone(),
        }),
        Fact::StillValid(StillValid {
            locale: None,
            resource: resource.clone(),
            by: by("joaquin"),
            at,
            key: key.clone(),
            from: earlier.clone(),
            to: source.clone(),
        }),
        Fact::Seen(Seen {
            resource: resource.clone(),
            at,
            revision: Some("0a1b2c3".to_owned()),
            reason: Some("a new number".to_owned()),
            sources: vec![SeenSource {
                key: key.clone(),
                before: Some(earlier),
                now: source.clone(),
            }],
        }),
        Fact::Text(KeptText { fingerprint: other(2), text: "Otro".to_owned() }),
        Fact::Proposed(Proposed {
            locale: locale.clone(),
            resource: resource.clone(),
            by: by("amal"),
            at,
            pair: Pair::new(key, source.clone(), offered),
        }),
        Fact::Placed(Placed {
            locale,
            resource: resource.clone(),
            by: by("ines"),
            at,
            pairs: vec![pair],
        }),
        Fact::Renamed(Renamed { from: named("ui/old"), to: resource }),
        Fact::Restated(Restated { from: other(8).into(), to: other(9).into() }),
    ]
}

/// The lines of a unit's history in Spanish, each as its HTML, latest first.
async fn history(visitor: &Visitor<'_>, unit: &str) -> Vec<String> {
    let page = plain(&visitor.get(&address("/unit/es", unit)).await.text);
    let history = page.split("<section class=\"history\"").nth(1).expect("a history");
    let history = history.split("</section>").next().expect("its end");
    history.split("<li").skip(1).map(str::to_owned).collect()
}

fn address(path: &str, unit: &str) -> String {
    form_urlencoded::Serializer::new(format!("{path}?")).append_pair("unit", unit).finish()
}

async fn settle(visitor: &Visitor<'_>, unit: &str, text: &str) {
    let told = visitor.post("/api/unit/es", &accept(&shown(visitor, unit).await, text)).await;
    assert_eq!(told.status, StatusCode::OK, "{unit}: {}", told.text);
}

/// The units that wait in Spanish.
async fn waiting(visitor: &Visitor<'_>) -> Vec<String> {
    let queue = visitor.json("/api/queue/es").await;
    let rows = queue["rows"].as_array().expect("rows").clone();
    rows.iter().map(|it| it["unit"].as_str().expect("a name").to_owned()).collect()
}

/// Records that the sources are as they are now.
fn see(house: &House, at: &str, revision: &str, reason: Option<&str>) {
    let (session, at) = (Session::open(&house.path("")).expect("a project"), at.parse());
    let at: Timestamp = at.expect("a time");
    let loaded = session.load(at).expect("loaded");
    let status = hexapla_engine::Status::of(&loaded.snapshot);
    let plan = hexapla_engine::record_seen(&loaded.snapshot, &status, at, Some(revision), reason);
    session.commit(&plan).expect("recorded");
}

#[tokio::test]
async fn every_kind_of_fact_about_a_unit_is_in_its_history() {
    let files = [
        ("src/a.ftl", "m = One\n"),
        ("out/es/a.ftl", "m = Uno\n"),
        ("src/b.md", "A text.\n"),
        ("out/es/b.md", "Un texto.\n"),
    ];
    for (resource, key) in [("ui/a", Some("m")), ("pages/b", None)] {
        let house = House::of(&files);
        let session = Session::open(&house.path("")).expect("a project");
        let loaded = session.load(Timestamp::from_seconds(1_795_000_000)).expect("loaded");
        let id: ResourceId = resource.parse().expect("a name");
        let there = &loaded.snapshot.resources[&id];
        let source = there.source.as_ref().expect("a source").units()[0].fingerprint;
        let target = there.target_units(&"es".parse().expect("a tag"))[0].fingerprint;
        let facts = facts(resource, key, &source.into(), &target.into());
        let kinds: BTreeSet<&str> = facts.iter().map(Fact::kind).collect();
        assert_eq!(kinds.len(), 9, "one of each kind: {kinds:?}");
        for file in write(&facts) {
            house.write(&format!("ledger/{}", file.name), &String::from_utf8_lossy(&file.bytes));
        }
        let house = house.reopened(|_| ());
        let mara = house.visitor("mara");
        let unit = waiting(&mara).await.into_iter().find(|it| it.starts_with(resource));
        let lines = history(&mara, &unit.expect("it is doubted")).await;
        let expected: Vec<&str> = facts.iter().filter_map(told).collect();
        for told in &expected {
            assert_eq!(
                lines.iter().filter(|it| it.contains(told)).count(),
                1,
                "{told}: {lines:#?}"
            );
        }
        assert_eq!(lines.len(), expected.len(), "{lines:#?}");
        let last = lines.last().expect("a line");
        assert!(
            last.contains("Called ui/old") && last.contains("class=\"when\"></span>"),
            "{last}"
        );
    }
}

/// A block has no key; its history goes back as far as it was seen what its text was.
#[tokio::test]
async fn what_was_said_of_a_block_before_its_source_changed_stays_in_its_history() {
    let house = House::of(&[
        ("src/a.md", "Alpha one.\n\nOmega.\n"),
        ("out/es/a.md", "Alfa uno.\n\nOmega.\n"),
    ]);
    let mara = house.visitor("mara");
    let find = async |says: &str| {
        let mut units = waiting(&mara).await.into_iter();
        units.find(|it| it.contains(says)).unwrap_or_else(|| panic!("no {says}"))
    };
    settle(&mara, &find("pages/a").await, "Alfa uno.").await;
    for (day, text) in [("20", "Alpha two."), ("22", "Alpha three.")] {
        house.write("src/a.md", &format!("{text}\n\nOmega.\n"));
        see(&house, &format!("2026-11-{day}T12:00:00Z"), "v1.2", None);
    }
    let house = house.reopened(|_| ());
    let lena = house.visitor("lena");
    let rows = lena.json("/api/queue/es?need=stale").await;
    let unit = rows["rows"][0]["unit"].as_str().expect("it is stale").to_owned();
    settle(&lena, &unit, "Alfa tres.").await;
    let all = plain(&lena.get(&address("/unit/es", &unit)).await.text);
    let lines = history(&lena, &unit).await;
    for (told, count) in
        [("Confirmed by lena", 1), ("Confirmed by mara", 1), ("The source changed", 2)]
    {
        let found = lines.iter().filter(|it| it.contains(told)).count();
        assert_eq!(found, count, "{told}: {lines:#?}\n{all}");
    }
    assert!(lines.iter().any(|it| it.contains("Alfa uno.")), "{lines:#?}");
    assert!(!lines.iter().any(|it| it.contains("Omega.")), "{lines:#?}");
}

/// To accept an order vouches for no translation, and nothing takes it back.
#[tokio::test]
async fn whoever_accepted_an_order_stands_in_the_history_and_in_what_happened() {
    let (source, target) = (["Alpha.", "Beta.", "Gamma."], ["Alfa.", "Beta uno.", "Gama."]);
    let house =
        House::of(&[("src/a.md", &source.join("\n\n")), ("out/es/a.md", &target.join("\n\n"))]);
    let mara = house.visitor("mara");
    for (unit, text) in waiting(&mara).await.iter().zip(target) {
        settle(&mara, unit, text).await;
    }
    house.write("out/es/a.md", &[target[2], target[0], target[1]].join("\n\n"));
    let house = house.reopened(|_| ());
    let (mara, lena) = (house.visitor("mara"), house.visitor("lena"));
    let moved = mara.json("/api/queue/es?need=moved").await;
    assert_eq!(moved["units"], 1, "{moved}");
    let unit = moved["rows"][0]["unit"].as_str().expect("a name").to_owned();
    settle(&lena, &unit, target[2]).await;
    assert_eq!(mara.json("/api/queue/es?need=moved").await["units"], 0);
    let lines = history(&lena, &unit).await;
    let of = |told: &str| lines.iter().filter(|it| it.contains(told)).collect::<Vec<_>>();
    let placed = of("Order accepted by lena");
    assert!(placed.len() == 1 && !placed[0].contains("/undo"), "{lines:#?}");
    let confirmed = of("Confirmed by lena");
    assert!(confirmed.len() == 1 && confirmed[0].contains("action=\"/undo\""), "{lines:#?}");
    let told = lena.json("/api/activity").await;
    let events = told["events"].as_array().expect("events");
    let placed: Vec<&Value> = events.iter().filter(|it| it["kind"] == "placed").collect();
    assert_eq!(placed.len(), 1, "{told}");
    assert_eq!(
        (&placed[0]["by"], &placed[0]["locale"], &placed[0]["units"]),
        (&json!("lena"), &json!("es"), &json!(3))
    );
    assert!(plain(&lena.get("/activity").await.text).contains("Order accepted by lena"));
}

/// A project in a repository whose message changed in two commits, each of which was seen; with the names of
/// the commits.
fn changed(authors: [(&str, &str); 2]) -> (House, [String; 2]) {
    // Of what is kept in every version a mistake does harm: it has a page for all locales.
    let config =
        CONFIG.replace("\n[collections.pages]", "keep_targets = \"always\"\n[collections.pages]");
    let house = House::of(&[
        ("hexapla.toml", &config),
        ("src/a.ftl", "m = One\nn = Two\n"),
        ("out/es/a.ftl", "m = Uno\n"),
    ]);
    house.commit_all();
    let session = Session::open(&house.path("")).expect("a project");
    let loaded = session.load("2026-11-01T12:00:00Z".parse().expect("a time")).expect("loaded");
    let there = &loaded.snapshot.resources[&"ui/a".parse::<ResourceId>().expect("a name")];
    let units = there.source.as_ref().expect("a source").units();
    let target = there.target_units(&"es".parse().expect("a tag"))[0].fingerprint;
    let text = KeptText { fingerprint: units[0].fingerprint, text: units[0].text.clone() };
    let attested = Attested {
        locale: "es".parse().expect("a tag"),
        resource: "ui/a".parse().expect("a name"),
        by: "mara".parse().expect("a handle"),
        at: "2026-11-01T12:00:00Z".parse().expect("a time"),
        state: State::Translated,
        origin: Origin::Human,
        confidence: None,
        answers: Vec::new(),
        pairs: vec![Pair::new(units[0].key.clone(), units[0].fingerprint, target)],
    };
    for file in write(&[Fact::Attested(attested), Fact::Text(text)]) {
        house.write(&format!("ledger/{}", file.name), &String::from_utf8_lossy(&file.bytes));
    }
    let revisions = [0, 1].map(|at| {
        let (author, message) = authors[at];
        house.write("src/a.ftl", &format!("m = One and {at}\nn = Two\n"));
        let author = format!("--author={author} <{at}@example.org>");
        git(&house.path(""), &["commit", "-qam", message, "--cleanup=verbatim", &author]);
        let revision = git(&house.path(""), &["rev-parse", "HEAD"]);
        see(&house, &format!("2026-11-2{at}T12:00:00Z"), &revision, Some("an <odd> reason"));
        revision
    });
    (house.reopened(|_| ()), revisions)
}

const UNIT: &str = "/unit/es?unit=ui%2Fa%23m";

/// What a page has between the beginning of something and its end.
fn part<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("no {from}: {page}")).1;
    rest.split_once(to).expect("its end").0
}

#[tokio::test]
async fn who_changed_a_source_and_why_is_told_wherever_the_change_is() {
    let authors = [("Lena Ōta", "Say it better\n\nAt length."), ("أمل", "Count <again>")];
    let (house, [one, two]) = changed(authors);
    let mara = house.visitor("mara");
    let page = plain(&mara.get(UNIT).await.text);
    let by = |author: &str, revision: &str, subject: &str| {
        format!(
            "<span class=\"revision\">by <bdi lang=\"\">{author}</bdi> <code dir=\"ltr\" title=\"{revision}\">{}</code> \
             <q lang=\"\" dir=\"auto\">{subject}</q></span>",
            &revision[..12]
        )
    };
    let both = [by("Lena Ōta", &one, "Say it better"), by("أمل", &two, "Count &#60;again&#62;")];
    for part in [
        part(&page, "<details class=\"steps\">", "</details>"),
        part(&page, "<section class=\"history\"", "</section>"),
    ] {
        assert!(both.iter().all(|it| part.contains(it)), "{both:?}: {part}");
    }
    let steps = part(&page, "<details class=\"steps\">", "</details>");
    let reason = "</q></span> <span>Reason: <bdi lang=\"\">an &#60;odd&#62; reason</bdi>";
    assert_eq!(steps.matches(reason).count(), 2, "{steps}");
    let value = shown(&mara, "ui/a#m").await;
    assert_eq!(
        value["steps"],
        json!([
            {
                "at": "2026-11-20T12:00:00Z", "revision": one, "author": "Lena Ōta", "subject": "Say it better",
                "reason": "an <odd> reason", "text": "m = One and 0",
            },
            {
                "at": "2026-11-21T12:00:00Z", "revision": two, "author": "أمل", "subject": "Count <again>",
                "reason": "an <odd> reason", "text": "m = One and 1",
            },
        ])
    );
    for path in ["/activity", "/emergency?unit=ui%2Fa%23m"] {
        let page = plain(&mara.get(path).await.text);
        assert!(both.iter().all(|it| page.contains(it)), "{path}: {page}");
    }
    let told = mara.json("/api/activity").await;
    let events = told["events"].as_array().expect("events").iter();
    let changed: Vec<&Value> = events.filter(|it| it["kind"] == "changed").collect();
    assert_eq!(
        changed.iter().map(|it| &it["revisions"]).collect::<Vec<_>>(),
        [
            &json!([{ "revision": two, "author": "أمل", "subject": "Count <again>" }]),
            &json!([{ "revision": one, "author": "Lena Ōta", "subject": "Say it better" }]),
        ]
    );
    let feed = mara.get("/activity.atom").await.text;
    for author in ["Lena Ōta", "أمل"] {
        assert!(feed.contains(&format!("<author><name>{author}</name></author>")), "{feed}");
    }
    assert!(feed.contains("<summary>an &lt;odd&gt; reason; Count &lt;again&gt;; Stale"), "{feed}");
}

/// What several people changed on one day is told of each of them, once.
#[tokio::test]
async fn what_several_people_changed_on_a_day_is_told_of_each() {
    let (house, [one, two]) = changed([("Lena", "One"), ("Ana", "Two")]);
    for text in ["once", "twice"] {
        house.write("src/a.ftl", &format!("m = One and {text}\nn = Two\n"));
        let revision = if text == "once" { &one } else { &two };
        see(&house, &format!("2026-11-23T{}:00:00Z", 10 + text.len()), revision, None);
    }
    let house = house.reopened(|_| ());
    let mara = house.visitor("mara");
    let told = mara.json("/api/activity").await;
    let last = told["events"].as_array().expect("events").iter().find(|it| it["kind"] == "changed");
    let authors: Vec<&Value> = last.expect("a change")["revisions"]
        .as_array()
        .expect("revisions")
        .iter()
        .map(|it| &it["author"])
        .collect();
    assert_eq!(authors, ["Ana", "Lena"]);
    let feed = mara.get("/activity.atom").await.text;
    let entry = feed.split("<entry>").nth(1).expect("an entry");
    let both = "<author><name>Ana</name></author><author><name>Lena</name></author>";
    assert!(entry.contains(both), "{entry}");
}

/// Names in the history of a repository are written by anybody.
#[tokio::test]
async fn names_and_subjects_of_strangers_do_nothing_to_a_page() {
    let long = "n".repeat(3000);
    let hostile = "Ma\u{202e}ra\u{7} & <script>alert(1)</script>";
    let message = format!("\u{2066}{long}\u{1b}[31m");
    // Git takes no such marks as they are out of a name.
    let (house, _) = changed([(&hostile.replace(['<', '>'], ""), &message), (&long, "ok")]);
    let mara = house.visitor("mara");
    let (unit, activity, feed) = (UNIT, "/activity", "/activity.atom");
    for path in [unit, activity, feed] {
        let text = mara.get(path).await.text;
        assert!(text.contains("Ma\\u{202e}ra\\u{7} "), "{path}: {text}");
        for raw in ['\u{202e}', '\u{7}', '\u{2066}', '\u{1b}'] {
            assert!(!text.contains(raw), "{path}: {raw:?}");
        }
        assert!(!text.contains(&"n".repeat(200)) && text.contains("n…"), "{path}");
    }
}

/// A commit does not change, so it is asked for once; without history there are revisions without authors.
#[tokio::test]
async fn who_made_a_revision_is_kept_and_nothing_waits_for_a_history_that_is_not_there() {
    let (house, [one, _]) = changed([("Lena", "One"), ("Ana", "Two")]);
    let mara = house.visitor("mara");
    let told = "by <bdi lang=\"\">Lena</bdi>";
    assert!(mara.get(UNIT).await.text.contains(told));
    std::fs::rename(house.path(".git"), house.path("away")).expect("moved");
    assert!(mara.get(UNIT).await.text.contains(told), "it is known");
    let house = house.reopened(|_| ());
    let mara = house.visitor("mara");
    for path in
        [UNIT, "/activity", "/activity.atom", "/api/activity", "/api/unit/es?unit=ui%2Fa%23m"]
    {
        let told = mara.get(path).await;
        assert_eq!(told.status, StatusCode::OK, "{path}");
        assert!(!told.text.contains("Lena"), "{path}: {}", told.text);
    }
    assert!(mara.get(UNIT).await.text.contains(&one));
}
