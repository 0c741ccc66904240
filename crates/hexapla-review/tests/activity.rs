//! What happened, told on a page, to programs and to feed readers.

mod kit;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use hexapla_ledger::{Fact, Pair, Proposed, Seen, SeenSource, write};
use hexapla_model::{Fingerprint, UnitKey};
use kit::{House, Visitor, accept, plain, tell};
use serde_json::{Value, json};

/// Accepts a text for a unit of a locale, after which the room looks at what has changed.
async fn settle(visitor: &Visitor<'_>, locale: &str, unit: &str, text: &str) {
    let path = form_urlencoded::Serializer::new(format!("/api/unit/{locale}?"))
        .append_pair("unit", unit)
        .finish();
    let sent = accept(&visitor.json(&path).await, text);
    let told = visitor.post(&format!("/api/unit/{locale}"), &sent).await;
    assert_eq!(told.status, StatusCode::OK, "{unit}: {}", told.text);
}

/// What happened of a kind.
async fn events(visitor: &Visitor<'_>, kind: &str) -> Vec<Value> {
    let told = visitor.json("/api/activity").await;
    let all = told["events"].as_array().expect("events").clone();
    all.into_iter().filter(|it| it["kind"] == kind).collect()
}

#[tokio::test]
async fn a_change_of_a_source_tells_what_it_made_stale() {
    let house = House::of(&[("src/a.ftl", "m = One\nn = Two\n"), ("src/b.ftl", "o = Three\n")]);
    let mara = house.visitor("mara");
    settle(&mara, "es", "ui/a#m", "m = Uno").await;
    settle(&mara, "ar", "ui/a#m", "m = واحد").await;
    assert!(events(&mara, "changed").await.is_empty());
    house.write("src/a.ftl", "m = One more\nn = Two\n");
    settle(&mara, "es", "ui/b#o", "o = Tres").await;
    let changed = events(&mara, "changed").await;
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert_eq!(changed[0]["resource"], "ui/a");
    assert_eq!(
        (&changed[0]["units"], &changed[0]["stale"]),
        (&json!(1), &json!({ "ar": 1, "es": 1 }))
    );
    let page = plain(&mara.get("/activity").await.text);
    assert!(page.contains("2 translations are stale since:"), "{page}");
    let queue = "/queue/es?need=stale&q=ui%2Fa%23";
    assert!(page.contains(&format!("href=\"{}\"", queue.replace('&', "&#38;"))), "{page}");
    assert_eq!(mara.json(&format!("/api{queue}")).await["units"], 1);
    // What was settled since is not stale because of it any more.
    settle(&mara, "es", "ui/a#m", "m = Uno más").await;
    assert_eq!(events(&mara, "changed").await[0]["stale"], json!({ "ar": 1 }));
    let feed = plain(&mara.get("/activity.atom").await.text);
    assert!(feed.contains("<summary>Stale – ar: 1 unit</summary>"), "{feed}");
    // What keeps directions apart in the room's own words is no text that has to be shown.
    assert!(!feed.contains("u{2068}"), "{feed}");
}

#[tokio::test]
async fn proposals_are_listed_and_changes_with_their_revision() {
    let texts = [1, 2].map(|it| Fingerprint::from_bytes([it; 16]));
    let (key, at) = (Some(UnitKey::new("m")), "2026-11-20T12:00:00Z".parse().expect("a time"));
    let resource: hexapla_model::ResourceId = "ui/a".parse().expect("a resource");
    let (before, now) = (Some(texts[0].into()), texts[1].into());
    let facts = [
        Fact::Proposed(Proposed {
            locale: "es".parse().expect("a locale"),
            resource: resource.clone(),
            by: "lena".parse().expect("a handle"),
            at,
            pair: Pair::new(key.clone(), texts[0], texts[1]),
        }),
        Fact::Seen(Seen {
            resource,
            at,
            revision: Some("0a1b2c3".to_owned()),
            reason: Some("a new number".to_owned()),
            sources: vec![SeenSource { key, before, now }],
        }),
    ];
    let files = write(&facts);
    let ledger = files.iter().map(|it| {
        (format!("ledger/{}", it.name), String::from_utf8(it.bytes.clone()).expect("text"))
    });
    let files: Vec<(String, String)> =
        ledger.chain([("src/a.ftl".to_owned(), "m = One\n".to_owned())]).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    let house = House::of(&files);
    let mara = house.visitor("mara");
    let proposed = events(&mara, "proposed").await;
    assert_eq!((&proposed[0]["by"], &proposed[0]["locale"]), (&json!("lena"), &json!("es")));
    let changed = events(&mara, "changed").await;
    assert_eq!(
        (&changed[0]["revisions"], &changed[0]["why"]),
        (
            &json!([{ "revision": "0a1b2c3", "author": null, "subject": null }]),
            &json!("a new number")
        )
    );
    let page = plain(&mara.get("/activity").await.text);
    for told in ["Proposed by lena", "0a1b2c3", "a new number"] {
        assert!(page.contains(told), "{told}: {page}");
    }
}

/// Whoever follows the link of a change comes to a language that it is of importance to.
#[tokio::test]
async fn a_change_of_a_source_leads_to_what_it_made_stale() {
    let house = House::of(&[("src/a.ftl", "m = One\n"), ("src/b.ftl", "o = Three\n")]);
    let mara = house.visitor("mara");
    settle(&mara, "es", "ui/a#m", "m = Uno").await;
    house.write("src/a.ftl", "m = One more\n");
    house.write("src/b.ftl", "o = Three more\n");
    settle(&mara, "es", "ui/b#o", "o = Tres").await;
    assert_eq!(events(&mara, "changed").await[0]["stale"], json!({ "es": 1 }));
    let feed = mara.get("/activity.atom").await.text;
    let entry = feed.split("<entry>").find(|it| it.contains("Stale")).expect("the change");
    assert!(
        entry.contains("href=\"http://localhost:8080/document/es?resource=ui%2Fa\""),
        "{entry}"
    );
    let page = mara.get("/activity").await.text;
    assert!(
        page.contains("<li class=\"changed\"><a href=\"/document/es?resource=ui%2Fa\">"),
        "{page}"
    );
}

/// A second person says nothing new of how a text stands; that they said it is told all the same.
#[tokio::test]
async fn whatever_is_said_is_told_at_once() {
    let house = House::of(&[("src/a.ftl", "m = One\n")]);
    let (mara, lena) = (house.visitor("mara"), house.visitor("lena"));
    settle(&mara, "es", "ui/a#m", "m = Uno").await;
    assert_eq!(events(&mara, "attested").await.len(), 1);
    settle(&lena, "es", "ui/a#m", "m = Uno").await;
    let by: Vec<Value> =
        events(&mara, "attested").await.iter().map(|it| it["by"].clone()).collect();
    assert_eq!(by.len(), 2, "{by:?}");
    assert!(by.contains(&json!("lena")), "{by:?}");
}

/// Feed readers know an entry by its id, whatever name and scheme the room is asked by, and go where links say.
#[tokio::test]
async fn a_feed_has_whole_addresses_and_the_same_ids_wherever_it_is_asked_for() {
    let house = House::of(&[("src/a.ftl", "m = One\n")]);
    settle(&house.visitor("mara"), "es", "ui/a#m", "m = Uno").await;
    let ask = async |host: &str, scheme: Option<&str>| {
        let request = Request::builder().uri("/activity.atom").header("host", host);
        let request = match scheme {
            Some(it) => request.header("x-forwarded-proto", it),
            None => request,
        };
        tell(&house.router, request.body(Body::empty()).expect("a request")).await.text
    };
    let plain = ask("localhost:8080", None).await;
    let secure = ask("room.localhost", Some("https")).await;
    for (feed, origin) in [(&plain, "http://localhost:8080"), (&secure, "https://room.localhost")] {
        let own = format!(
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"{origin}/activity.atom\"/>"
        );
        assert!(feed.contains(&own), "{feed}");
        let links = feed.matches("href=\"").count();
        assert!(links > 2 && feed.matches(&format!("href=\"{origin}/")).count() == links, "{feed}");
    }
    let ids = |feed: &str| -> Vec<String> {
        let ids = feed.split("<id>").skip(1).filter_map(|it| it.split('<').next());
        ids.map(str::to_owned).collect()
    };
    assert_eq!(ids(&plain), ids(&secure));
}
