//! What is decided in the room stands on disk, and nothing else does.

mod kit;

use axum::http::StatusCode;
use kit::{House, accept, field, shown};
use serde_json::{Value, json};

#[tokio::test]
async fn a_unit_is_translated_edited_kept_reopened_and_all_of_it_taken_back() {
    let house = House::of(&[("src/a.ftl", "m = One\n")]);
    let mara = house.visitor("mara");
    let settle = async |value: Value| {
        let told = mara.post("/api/unit/es", &value).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    };
    let freshness = async || shown(&mara, "ui/a#m").await["freshness"].clone();
    assert_eq!(freshness().await, "missing");
    settle(accept(&shown(&mara, "ui/a#m").await, "m = Uno")).await;
    assert_eq!(house.read("out/es/a.ftl"), "m = Uno\n");
    assert_eq!(freshness().await, "current");

    house.write("src/a.ftl", "m = One or two\n");
    let value = shown(&mara, "ui/a#m").await;
    settle(accept(&value, "m = Uno o dos")).await;
    assert_eq!(freshness().await, "current");
    // Back to the text that was made from the earlier source, and to how it stood.
    assert_eq!(mara.post("/api/undo", &json!({})).await.status, StatusCode::OK);
    assert_eq!(house.read("out/es/a.ftl"), "m = Uno\n");
    assert_eq!(freshness().await, "stale");

    let mut keep = accept(&shown(&mara, "ui/a#m").await, "");
    keep["decision"] = "keep".into();
    settle(keep).await;
    assert_eq!(freshness().await, "current");
    let mut reopen = accept(&shown(&mara, "ui/a#m").await, "");
    reopen["decision"] = "reopen".into();
    reopen["why"] = "sounds odd".into();
    settle(reopen).await;
    let value = shown(&mara, "ui/a#m").await;
    assert_eq!((&value["freshness"], &value["doubted"]), (&json!("unverified"), &json!(true)));
    assert_eq!(mara.post("/api/undo", &json!({})).await.status, StatusCode::OK);
    assert_eq!(freshness().await, "current");
    // What was kept, and what was there first, is doubted; nothing more can be taken back then.
    assert_eq!(mara.post("/api/undo", &json!({})).await.status, StatusCode::OK);
    assert_eq!(freshness().await, "unverified");
}

#[tokio::test]
async fn a_form_leads_on_to_the_next_unit() {
    let house = House::of(&[("src/a.ftl", "m = One\nn = Two\n")]);
    let mara = house.visitor("mara");
    let page = mara.get("/unit/es?unit=ui%2Fa%23m").await.text;
    let fields: Vec<(&str, String)> = ["csrf", "unit", "source", "target", "base", "queue"]
        .into_iter()
        .map(|name| (name, field(&page, name)))
        .collect();
    let mut fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, it)| (*name, it.as_str())).collect();
    fields.extend([("text", "m = Uno\r\n"), ("decision", "accept")]);
    let told = mara.form("/unit/es", &fields).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert_eq!(told.headers["location"], "/unit/es?unit=ui%2Fa%23n");
    assert_eq!(house.read("out/es/a.ftl"), "m = Uno\n");
}

#[tokio::test]
async fn who_comes_too_late_sees_both_texts_and_loses_none() {
    let house = House::of(&[("src/a.md", "# Title\n\nSome words.\n")]);
    let (mara, joaquin) = (house.visitor("mara"), house.visitor("joaquin"));
    let rows = mara.json("/api/queue/es").await;
    let unit = rows["rows"][0]["unit"].as_str().expect("a unit").to_owned();
    let value = shown(&mara, &unit).await;
    assert_eq!(mara.post("/api/unit/es", &accept(&value, "# Título")).await.status, StatusCode::OK);
    let late = joaquin.post("/api/unit/es", &accept(&value, "# Encabezado")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let theirs: Value = serde_json::from_str(&late.text).expect("JSON");
    assert_eq!(theirs["target"], "# Título");
    let csrf = field(&joaquin.get("/").await.text, "csrf");
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let (source, target) = (text("source_token"), text("target_token"));
    let fields = [
        ("csrf", csrf.as_str()),
        ("unit", &unit),
        ("source", &source),
        ("target", &target),
        ("base", ""),
        ("text", "# Encabezado"),
        ("decision", "accept"),
    ];
    let late = joaquin.form("/unit/es", &fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text.contains("Somebody was faster"));
    assert!(late.text.contains("Título") && late.text.contains("Encabezado"));
}

#[tokio::test]
async fn a_source_that_changes_meanwhile_makes_the_decision_late() {
    let house = House::of(&[("src/a.md", "Some words.\n"), ("out/es/a.md", "Palabras.\n")]);
    let mara = house.visitor("mara");
    let rows = mara.json("/api/queue/es").await;
    let unit = rows["rows"][0]["unit"].as_str().expect("a unit").to_owned();
    let value = shown(&mara, &unit).await;
    house.write("src/a.md", "Some other words, of another kind.\n");
    let late = mara.post("/api/unit/es", &accept(&value, "Algunas palabras.")).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text);
    assert_eq!(house.read("out/es/a.md"), "Palabras.\n");
}

#[tokio::test]
async fn nothing_is_accepted_that_cannot_be_read_back() {
    let house = House::of(&[("src/a.ftl", "m = One\n"), ("out/es/a.ftl", "m = Uno\n")]);
    let mara = house.visitor("mara");
    let value = shown(&mara, "ui/a#m").await;
    for text in ["", "  \n", "m = Uno\nn = Dos", "m = { $x", "no message"] {
        let told = mara.post("/api/unit/es", &accept(&value, text)).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{text:?}: {}", told.text);
    }
    let nobody = house.visitor("");
    let told = nobody.post("/api/unit/es", &accept(&value, "m = Uno")).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text);
    assert_eq!(house.read("out/es/a.ftl"), "m = Uno\n");
}
