//! What a launch would change for readers.

mod kit;

use axum::http::StatusCode;
use kit::{House, Visitor, accept, field, shown};
use serde_json::{Value, json};

#[tokio::test]
async fn a_launch_tells_what_it_would_change() {
    let house = House::of(&[
        ("src/a.ftl", "m = One\nn = Two\n"),
        ("src/b.md", "Some words.\n\nMore words.\n"),
    ]);
    let mara = house.visitor("mara");
    let told = mara.get("/launch/preview").await.text;
    assert!(told.contains("No release has been built"), "{told}");
    let value = shown(&mara, "ui/a#m").await;
    settle(&mara, &value, "accept", "m = Uno").await;
    let csrf = field(&mara.get("/").await.text, "csrf");
    let told = mara.form("/launch/preview", &[("csrf", &csrf), ("do", "build")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    let told = mara.get("/launch/preview").await.text;
    assert!(told.contains("Nothing would change for readers"), "{told}");
    let value = shown(&mara, "ui/a#n").await;
    house.write("src/b.md", "Some words.\n\nA third paragraph, of other words.\n");
    settle(&mara, &value, "accept", "n = Dos").await;
    let told = mara.json("/api/launch/preview").await;
    let changes: Vec<(&str, &str, &str)> = told["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .map(|it| {
            let text = |name: &str| it[name].as_str().expect("text");
            (text("locale"), text("unit").split('#').next().expect("a resource"), text("change"))
        })
        .collect();
    assert!(changes.contains(&("es", "ui/a", "changed")), "{told}");
    assert!(!changes.contains(&("ar", "ui/a", "changed")), "{told}");
    for change in ["added", "removed"] {
        assert!(changes.contains(&("es", "pages/b", change)), "{told}");
    }
    let page = mara.get("/launch/preview").await.text;
    assert!(page.contains("<ins>") && page.contains("Dos"), "{page}");
    assert_eq!(told["open"], json!(true));
}

async fn settle(visitor: &Visitor<'_>, value: &Value, decision: &str, text: &str) {
    let mut sent = accept(value, text);
    sent["decision"] = decision.into();
    let told = visitor.post("/api/unit/es", &sent).await;
    assert_eq!(told.status, StatusCode::OK, "{decision}: {}", told.text);
}
