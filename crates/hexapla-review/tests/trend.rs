//! How the locales came to stand as they do.

mod kit;

use axum::http::StatusCode;
use kit::{House, Visitor, accept, shown};
use serde_json::Value;

const UNITS: usize = 6;

/// A source of some messages, each of another text for every number.
fn source(texts: &[usize]) -> String {
    let line = |(at, text): (usize, &usize)| format!("m{at} = Some words of text {text}\n");
    texts.iter().enumerate().map(line).collect()
}

/// Words that are current and stale in each locale: by coverage, and by the last line of the trend.
async fn today(visitor: &Visitor<'_>) -> [Vec<(String, i64, i64)>; 2] {
    let rows = visitor.json("/api/coverage").await["rows"].clone();
    let mut counted: Vec<(String, i64, i64)> = Vec::new();
    for row in rows.as_array().expect("rows") {
        let words = |name: &str| row[name]["words"].as_i64().expect("words");
        let locale = row["locale"].as_str().expect("a locale").to_owned();
        match counted.last_mut().filter(|it| it.0 == locale) {
            Some(it) => *it = (locale, it.1 + words("current"), it.2 + words("stale")),
            None => counted.push((locale, words("current"), words("stale"))),
        }
    }
    let csv = visitor.get("/trend.csv").await.text;
    let last = csv.lines().filter(|it| it.starts_with("2026-11-24,")).map(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        let words = |at: usize| fields[at].parse().expect("a number");
        (fields[1].to_owned(), words(2), words(3))
    });
    [counted, last.collect()]
}

/// Whatever is translated, changed, kept or doubted, in whatever order.
#[tokio::test]
async fn law_the_trend_ends_at_todays_coverage() {
    let mut texts = vec![0; UNITS];
    let house = House::of(&[("src/a.ftl", &source(&texts))]);
    let mara = house.visitor("mara");
    let mut seed = 7_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for step in 0..60 {
        let at = next(UNITS);
        let value = shown(&mara, &format!("ui/a#m{at}")).await;
        match (next(4), value["freshness"].as_str()) {
            (0, _) => {
                texts[at] = next(3);
                house.write("src/a.ftl", &source(&texts));
            }
            (1, Some("stale")) => settle(&mara, &value, "keep", "").await,
            (1, Some("current")) => settle(&mara, &value, "reopen", "").await,
            _ => settle(&mara, &value, "accept", &format!("m{at} = Palabras {}", next(3))).await,
        }
        // With a decision the room looks at what has changed.
        let value = shown(&mara, "ui/a#m0").await;
        settle(&mara, &value, "accept", &format!("m0 = Palabras {step}")).await;
        let [coverage, trend] = today(&mara).await;
        assert_eq!(coverage, trend, "step {step}");
    }
    let csv = mara.get("/trend.csv").await.text;
    assert_eq!(csv.lines().count(), 1 + 13 * 2, "{csv}");
    let front = mara.get("/").await.text;
    assert!(front.contains("<path class=\"current\"") && front.contains("As a table"), "{front}");
}

async fn settle(visitor: &Visitor<'_>, value: &Value, decision: &str, text: &str) {
    let mut sent = accept(value, text);
    sent["decision"] = decision.into();
    let told = visitor.post("/api/unit/es", &sent).await;
    assert_eq!(told.status, StatusCode::OK, "{decision}: {}", told.text);
}

#[tokio::test]
async fn the_past_of_the_example_is_in_its_ledger() {
    let house = House::example();
    let csv = house.visitor("mara").get("/trend.csv").await.text;
    let current = |date: &str| -> i64 {
        let line = csv.lines().find(|it| it.starts_with(&format!("{date},es,"))).expect("a line");
        line.split(',').nth(2).and_then(|it| it.parse().ok()).expect("a number")
    };
    assert!(current("2026-09-01") < current("2026-11-24"), "{csv}");
}
