//! Every page of the room on the example, without scripts.

mod kit;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use kit::{House, field, tell};
use serde_json::json;

#[tokio::test]
async fn every_page_is_there_with_true_data() {
    let house = House::example();
    let mara = house.visitor("mara");
    let coverage = mara.get("/").await;
    assert_eq!(coverage.status, StatusCode::OK);
    for what in ["helplines", "pages", "es-MX", "lang=\"en\"", "÷"] {
        assert!(coverage.text.contains(what), "{what}");
    }
    let queue = mara.json("/api/queue/es").await;
    assert!(queue["units"].as_u64() > Some(0), "{queue}");
    let page = mara.get("/queue/es").await;
    assert_eq!(page.status, StatusCode::OK);
    for row in queue["rows"].as_array().expect("rows") {
        let unit = row["unit"].as_str().expect("a unit");
        assert!(page.text.contains(unit), "{unit}");
        let address = form_urlencoded::Serializer::new("/unit/es?".to_owned())
            .append_pair("unit", unit)
            .finish();
        let told = mara.get(&address).await;
        assert_eq!(told.status, StatusCode::OK, "{address}: {}", told.text);
        assert!(told.text.contains("data-source="), "{address}");
        let resource = unit.split('#').next().expect("a resource");
        let told = mara.get(&format!("/document/es?resource={resource}")).await;
        assert_eq!(told.status, StatusCode::OK, "{resource}");
    }
    let csv = mara.get("/coverage.csv").await;
    assert!(
        csv.text.starts_with("locale,collection,") && csv.text.contains("\r\nes,"),
        "{}",
        csv.text
    );
    let badge = mara.get("/badge/es.svg").await;
    assert!(badge.text.contains("% current"), "{}", badge.text);
}

#[tokio::test]
async fn the_room_speaks_the_languages_of_its_visitors() {
    let house = House::example();
    for (accepted, word, dir) in [
        ("de", "Abdeckung", "ltr"),
        ("ar-EG,ar;q=0.9", "التغطية", "rtl"),
        ("pt,fr;q=0.5", "Couverture", "ltr"),
        ("th", "Coverage", "ltr"),
    ] {
        let request = Request::builder().uri("/").header("host", "127.0.0.1:1");
        let request = request.header("accept-language", accepted).body(Body::empty());
        let told = tell(&house.router, request.expect("a request")).await;
        assert!(told.text.contains(word), "{accepted}");
        assert!(told.text.contains(&format!("dir=\"{dir}\"")), "{accepted}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_told_with_the_next_step() {
    let house = House::example();
    let mara = house.visitor("mara");
    for (path, status) in [
        ("/nothing", 404),
        ("/queue/xx", 404),
        ("/queue/not%20a%20tag", 400),
        ("/unit/es", 400),
        ("/unit/es?unit=nothing", 400),
        ("/unit/es?unit=pages/nothing%23title", 404),
        ("/unit/es?unit=pages/about%23nothing", 404),
        ("/document/es?resource=..%2Fsecret", 400),
        ("/badge/xx.svg", 404),
        ("/static/0000/room.css", 404),
    ] {
        let told = mara.get(path).await;
        assert_eq!(told.status.as_u16(), status, "{path}: {}", told.text);
        assert!(told.text.contains("role=\"alert\""), "{path}");
    }
    let told = mara.get("/api/queue/xx").await;
    assert_eq!(told.status, StatusCode::NOT_FOUND);
    assert!(told.text.starts_with("{\"error\""), "{}", told.text);
}

#[tokio::test]
async fn nothing_is_done_for_other_sites() {
    let house = House::example();
    let mara = house.visitor("mara");
    // A form without the token of the visit.
    let told = mara.form("/choose", &[("theme", "dark")]).await;
    assert_eq!(told.status, StatusCode::FORBIDDEN);
    let csrf = field(&mara.get("/").await.text, "csrf");
    let told =
        mara.form("/choose", &[("theme", "dark"), ("csrf", &csrf), ("back", "//evil")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER);
    assert_eq!(told.headers["location"], "/");
    // Another name for this machine, and a form that another site sent.
    for (name, value, status) in [
        ("host", "evil.example", 421),
        ("host", "127.0.0.1.evil.example", 421),
        ("host", "[::1]:8080", 200),
        ("origin", "http://evil.example", 403),
        ("origin", "null", 200),
        ("origin", "http://localhost:8080", 200),
    ] {
        let mut request = Request::builder().uri("/").header(name, value);
        if name != "host" {
            request = request.header("host", "localhost:8080");
        }
        let told = tell(&house.router, request.body(Body::empty()).expect("a request")).await;
        assert_eq!(told.status.as_u16(), status, "{name}: {value}");
    }
}

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do() {
    let house = House::example();
    let mara = house.visitor("mara");
    for path in ["/", "/queue/es", "/nothing", "/api/coverage", "/coverage.csv"] {
        let told = mara.get(path).await;
        let policy = told.headers["content-security-policy"].to_str().expect("text");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}");
        assert_eq!(told.headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(told.headers["cache-control"], "no-store", "{path}");
    }
    let page = mara.get("/").await.text;
    let style =
        page.split("href=\"").find_map(|it| it.split('"').next().filter(|it| it.ends_with(".css")));
    let told = mara.get(style.expect("a style")).await;
    assert!(told.headers["cache-control"].to_str().expect("text").contains("immutable"));
}

#[tokio::test]
async fn checks_look_at_a_text_while_it_is_written() {
    let house = House::of(&[
        ("src/a.ftl", "hello = Hello { $name }\nb = B\n"),
        ("out/es/a.ftl", "hello = Hola { $name }\n"),
    ]);
    let mara = house.visitor("mara");
    let check = |text: &str| json!({ "unit": "ui/a#hello", "text": text });
    for (text, finds) in [
        ("hello = Hola { $name }", None),
        ("hello = Hola", Some("name")),
        ("hello = Hola { $name", Some("")),
        ("hello = Hola { $name } { b }", None),
        ("hello = Hola { $name } { c }", Some("c")),
    ] {
        let told = mara.post("/api/unit/es/check", &check(text)).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        let value: serde_json::Value = serde_json::from_str(&told.text).expect("JSON");
        let found = value["findings"].as_array().expect("a list");
        match finds {
            None => assert!(found.is_empty(), "{text}: {}", told.text),
            Some(word) => assert!(
                found[0]["message"].as_str().expect("text").contains(word),
                "{text}: {}",
                told.text
            ),
        }
    }
    assert_eq!(house.read("out/es/a.ftl"), "hello = Hola { $name }\n");
}

#[tokio::test]
async fn what_was_shown_before_is_shown_as_the_disk_has_it_now() {
    let house = House::of(&[
        ("src/a.ftl", "one = First\ntwo = Second\n"),
        ("out/es/a.ftl", "one = Primero\n"),
    ]);
    let mara = house.visitor("mara");
    // What has just been written is read each time.
    tokio::time::sleep(std::time::Duration::from_millis(2100)).await;
    let pages = ["/unit/es?unit=ui%2Fa%23one", "/document/es?resource=ui/a"];
    let shows = async |text: &str| {
        for page in pages {
            // Twice: what is read once is kept.
            for _ in 0..2 {
                let told = mara.get(page).await;
                assert!(told.text.contains(text), "{page} lacks {text}");
            }
        }
    };
    shows("Primero").await;
    house.write("out/es/a.ftl", "one = Uno\n");
    shows("Uno").await;
    house.write("src/a.ftl", "one = The first\ntwo = Second\n");
    shows("The first").await;
    let shown = kit::shown(&mara, "ui/a#one").await;
    assert_eq!(shown["freshness"], "unverified");
    let told = mara.post("/api/unit/es", &kit::accept(&shown, "one = Lo primero")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    shows("Lo primero").await;
    assert_eq!(kit::shown(&mara, "ui/a#one").await["freshness"], "current");
}
