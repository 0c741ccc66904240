//! What the server tells of the store and of itself.

use serde_json::json;

use crate::support::{Press, get};

#[tokio::test]
async fn the_index_tells_what_each_channel_holds() {
    let press = Press::with(&[("es/ui.ftl", b"a = b\n"), ("ar/ui.ftl", b"a = c\n")]);
    press.publish("stable", &[("es/ui.ftl", b"a = d\n")]);
    press.publish("preview", &[("es/ui.ftl", b"a = e\n")]);
    std::fs::create_dir(press.path("no-pointer")).unwrap();
    let router = press.router();
    let answer = get(&router, "/index.json", &[]).await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("cache-control"), "public, max-age=60");
    let index = answer.json();
    let channels = index["channels"].as_array().unwrap();
    let names: Vec<_> = channels.iter().map(|it| it["channel"].as_str().unwrap()).collect();
    assert_eq!((index["v"].as_u64(), names), (Some(1), vec!["preview", "stable"]));
    let coverage = json!({ "coverage": { "ui": { "current": { "units": 3, "words": 12 } } } });
    let stable = &channels[1];
    assert_eq!(stable["locales"], json!({ "es": coverage }));
    assert_eq!(stable["version"], 2);
    assert_eq!(stable["release"].as_str().unwrap().len(), 64);
    assert_eq!(stable["as_of"], "2026-09-21T14:13:20Z");
    assert_eq!(stable["expires"], "2026-10-05T14:13:20Z");
    let known = [("if-none-match", answer.header("etag"))];
    let again = get(&router, "/index.json", &known).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
}

#[tokio::test]
async fn a_damaged_channel_is_told_of_and_the_others_go_on() {
    let press = Press::with(&[("es/ui.ftl", b"a = b\n")]);
    press.publish("preview", &[("es/ui.ftl", b"a = b\n")]);
    std::fs::write(press.path("stable/1.snapshot.json"), b"{}").unwrap();
    let router = press.router();
    let index = get(&router, "/index.json", &[]).await.json();
    assert_eq!(index["channels"][0]["version"], 1);
    assert_eq!(index["channels"][1]["problem"]["refusal"], "length");
    let damaged = get(&router, "/stable/latest/ui.ftl", &[]).await;
    assert_eq!(damaged.status, 503);
    assert!(damaged.text().starts_with("the channel cannot be read now: "), "{}", damaged.text());
    assert_eq!(get(&router, "/preview/latest/ui.ftl", &[]).await.status, 302);
    assert_eq!(get(&router, "/stable/1.snapshot.json", &[]).await.body, b"{}");
}

#[tokio::test]
async fn health_is_that_of_the_store() {
    let press = Press::with(&[("es/ui.ftl", b"a = b\n")]);
    let router = press.router();
    let well = get(&router, "/health", &[]).await;
    assert_eq!((well.status.as_u16(), well.text()), (200, "ok\n"));
    let here = press.path("stable").parent().unwrap().to_owned();
    let elsewhere = here.with_extension("away");
    std::fs::rename(&here, &elsewhere).unwrap();
    let unwell = get(&router, "/health", &[]).await;
    let index = get(&router, "/index.json", &[]).await;
    let metrics = get(&router, "/metrics", &[]).await;
    std::fs::rename(&elsewhere, &here).unwrap();
    assert_eq!(unwell.status, 503);
    assert_eq!(unwell.text(), "the store cannot be read now: entity not found\n");
    assert_eq!((index.status.as_u16(), index.header("content-type")), (503, "application/json"));
    assert!(metrics.text().contains("hexapla_store_readable 0\n"));
}

#[tokio::test]
async fn metrics_count_by_route_and_never_by_path() {
    let press = Press::with(&[("es/ui.ftl", b"a = b\n")]);
    let router = press.router();
    let place = press.place("es/ui.ftl");
    for path in [&*place, &*place, "/stable/timestamp.json", "/secret-path", "/other/../path"] {
        get(&router, path, &[]).await;
    }
    let answer = get(&router, "/metrics", &[]).await;
    assert_eq!(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    let text = answer.text();
    for line in [
        "hexapla_requests_total{route=\"content\",status=\"200\"} 2",
        "hexapla_requests_total{route=\"pointer\",status=\"200\"} 1",
        "hexapla_requests_total{route=\"nothing\",status=\"404\"} 2",
        "hexapla_response_bytes_total{route=\"content\"} 12",
        "hexapla_request_duration_seconds_count{route=\"content\"} 2",
        "hexapla_store_readable 1",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}\n{text}");
    }
    let age = text
        .lines()
        .find_map(|it| it.strip_prefix("hexapla_pointer_age_seconds{channel=\"stable\"} "));
    assert!(age.unwrap().parse::<f64>().unwrap() < 600.0);
    assert!(text.contains("hexapla_pointer_left_seconds{channel=\"stable\"} "));
    assert!(!text.contains("secret") && !text.contains("ui.ftl"), "{text}");
}
