//! What is decided in the room stands on disk, and nothing else does.

mod kit;

use axum::http::StatusCode;
use kit::{House, accept, field, fields, lent, shown};
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
    let fields = fields(&page, &["csrf", "unit", "source", "target", "base", "queue"]);
    let mut fields = lent(&fields);
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
    assert!(kit::plain(&late.text).contains("mara was faster"), "{}", late.text);
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

#[tokio::test]
async fn the_merge_page_shows_what_each_text_was_begun_on() {
    let house =
        House::of(&[("src/a.md", "Some words & more.\n"), ("out/es/a.md", "Palabras & más.\n")]);
    let (mara, joaquin) = (house.visitor("mara"), house.visitor("joaquin"));
    let rows = mara.json("/api/queue/es").await;
    let unit = rows["rows"][0]["unit"].as_str().expect("a unit").to_owned();
    let value = shown(&mara, &unit).await;
    let told = mara.post("/api/unit/es", &accept(&value, "Unas palabras.")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let csrf = field(&joaquin.get("/").await.text, "csrf");
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let (source, target, base) = (text("source_token"), text("target_token"), text("target"));
    let fields = [
        ("csrf", csrf.as_str()),
        ("unit", &unit),
        ("source", &source),
        ("target", &target),
        ("base", &base),
        ("text", "Palabras y más."),
        ("decision", "accept"),
    ];
    let late = joaquin.form("/unit/es", &fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    for what in [
        "<p class=\"text begun\" lang=\"es\" dir=\"ltr\">Palabras &#38; más.</p>",
        &format!("data-begun-target=\"{target}\" data-begun-base=\"Palabras &#38; más.\""),
        &format!("data-begun-source=\"{source}\""),
    ] {
        assert!(late.text.contains(what), "{what}: {}", late.text);
    }
    assert_eq!(house.read("out/es/a.md"), "Unas palabras.\n");
}

#[tokio::test]
async fn the_page_after_a_decision_tells_what_the_room_has_now() {
    let house = House::of(&[("src/a.ftl", "m = One\nn = Two\n")]);
    let mara = house.visitor("mara");
    let next = async || mara.get("/unit/es?unit=ui%2Fa%23n").await.text;
    assert!(!next().await.contains("class=\"settled\""));
    let value = shown(&mara, "ui/a#m").await;
    let told = mara.post("/api/unit/es", &accept(&value, "m = \"Uno\"")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let settled = "<template class=\"settled\" data-locale=\"es\" data-unit=\"ui/a#m\" data-text=\"m = &#34;Uno&#34;\">";
    assert!(next().await.contains(settled), "{}", next().await);
    // What was decided without a text says nothing of what was typed.
    let mut reopen = accept(&shown(&mara, "ui/a#m").await, "m = Otra");
    reopen["decision"] = "reopen".into();
    assert_eq!(mara.post("/api/unit/es", &reopen).await.status, StatusCode::OK);
    assert!(!next().await.contains("class=\"settled\""));
}

#[tokio::test]
async fn one_comes_back_to_the_page_that_one_came_from_and_nowhere_else() {
    let house = House::of(&[("src/a.ftl", "m = One\nn = Two\n")]);
    let mara = house.visitor("mara");
    let page = mara.get("/document/es?resource=ui/a").await.text;
    let back = "/document/es?resource=ui%2Fa#m-0";
    let link = "/unit/es?unit=ui%2Fa%23m&#38;back=%2Fdocument%2Fes%3Fresource%3Dui%252Fa%23m-0";
    assert!(page.contains(link), "{page}");
    for (wish, leads) in [
        (back, back),
        ("//evil.example", "/unit/es?unit=ui%2Fa%23n"),
        ("https://evil.example/", "/unit/es?unit=ui%2Fa%23n"),
    ] {
        let address = form_urlencoded::Serializer::new("/unit/es?".to_owned())
            .extend_pairs([("unit", "ui/a#m"), ("back", wish)])
            .finish();
        let page = mara.get(&address).await.text;
        let hidden = format!("name=\"back\" value=\"{wish}\"");
        assert_eq!(page.contains(&hidden), wish == back, "{page}");
        let fields = fields(&page, &["csrf", "unit", "source", "target", "base"]);
        let mut fields = lent(&fields);
        fields.extend([("text", "m = Uno"), ("decision", "accept"), ("back", wish)]);
        let told = mara.form("/unit/es", &fields).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
        assert_eq!(told.headers["location"], leads);
    }
}

#[tokio::test]
async fn the_history_has_what_was_replaced_and_takes_back_the_last_act() {
    let house = House::of(&[("src/a.ftl", "m = One\nn = Two\n"), ("out/es/a.ftl", "m = Uno\n")]);
    let mara = house.visitor("mara");
    let history = async |who: &kit::Visitor<'_>| {
        let page = who.get("/unit/es?unit=ui%2Fa%23m").await.text;
        page.split("<section class=\"history\"").nth(1).expect("a history").to_owned()
    };
    assert!(!history(&mara).await.contains("/undo"));
    let value = shown(&mara, "ui/a#m").await;
    let told = mara.post("/api/unit/es", &accept(&value, "m = Dos")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let said = history(&mara).await;
    assert!(said.contains("Proposed by") && said.contains("m = Uno"), "{said}");
    assert!(said.contains("Confirmed by"), "{said}");
    assert_eq!(said.matches("action=\"/undo\"").count(), 1, "{said}");
    // Another act comes first by now.
    let value = shown(&mara, "ui/a#n").await;
    let told = mara.post("/api/unit/es", &accept(&value, "n = Otra")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert!(!history(&mara).await.contains("/undo"), "the last act is of another unit");
}

/// What is laid out otherwise means the same, so that what was said of one text is said of the other.
#[tokio::test]
async fn a_layout_that_is_taken_back_leaves_nothing_current_that_was_not() {
    let house = House::of(&[
        ("src/a.ftl", "m =\n    One\n    two\n"),
        ("out/es/a.ftl", "m =\n    Uno\n    dos\n"),
    ]);
    let mara = house.visitor("mara");
    let settle = async |text: &str| {
        let sent = accept(&shown(&mara, "ui/a#m").await, text);
        let told = mara.post("/api/unit/es", &sent).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    };
    settle("m =\n    Uno\n    dos").await;
    house.write("src/a.ftl", "m =\n    One\n    or two\n");
    assert_eq!(shown(&mara, "ui/a#m").await["freshness"], "stale");
    settle("m =\n  Uno\n  dos").await;
    assert_eq!(shown(&mara, "ui/a#m").await["freshness"], "current");
    assert_eq!(mara.post("/api/undo", &json!({})).await.status, StatusCode::OK);
    assert_eq!(house.read("out/es/a.ftl"), "m =\n    Uno\n    dos\n");
    let value = shown(&mara, "ui/a#m").await;
    assert_eq!((&value["freshness"], &value["doubted"]), (&json!("unverified"), &json!(true)));
}

/// Who says by mistake that a text is still valid finds again what it was to be looked at for.
#[tokio::test]
async fn what_was_still_valid_shows_its_change_again_once_that_is_taken_back() {
    let house =
        House::of(&[("src/a.ftl", "m = Call 114\n"), ("out/es/a.ftl", "m = Llame al 114\n")]);
    let mara = house.visitor("mara");
    let settle = async |decision: &str| {
        let mut sent = accept(&shown(&mara, "ui/a#m").await, "m = Llame al 114");
        sent["decision"] = decision.into();
        let told = mara.post("/api/unit/es", &sent).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    };
    settle("accept").await;
    house.write("src/a.ftl", "m = Call 19696\n");
    settle("keep").await;
    let page = mara.get("/unit/es?unit=ui%2Fa%23m").await.text;
    assert!(!page.contains("<del>"), "{page}");
    assert_eq!(mara.post("/api/undo", &json!({})).await.status, StatusCode::OK);
    let page = mara.get("/unit/es?unit=ui%2Fa%23m").await.text;
    let gone = page.split("<del>").nth(1).and_then(|it| it.split("</del>").next());
    assert!(gone.is_some_and(|it| it.ends_with("114")), "{page}");
}

/// Where a mistake does harm, a text in which the checks find errors is asked about once.
#[tokio::test]
async fn errors_in_a_critical_text_are_asked_about_once() {
    let kept = "keep_targets = \"always\"\n\n[collections.pages]";
    for (config, is_asked) in [
        (kit::CONFIG.replace("\n[collections.pages]", kept), true),
        (kit::CONFIG.to_owned(), false),
    ] {
        let house = House::of(&[("hexapla.toml", &config), ("src/a.ftl", "m = Call us\n")]);
        let mara = house.visitor("mara");
        let wrong = "m = Llame a { $nobody }";
        let mut sent = accept(&shown(&mara, "ui/a#m").await, wrong);
        let told = mara.post("/api/unit/es", &sent).await;
        if !is_asked {
            assert_eq!(told.status, StatusCode::OK, "{}", told.text);
            continue;
        }
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text);
        assert!(told.text.contains("the checks find 1 error"), "{}", told.text);
        // Who was sure of another text is asked about this one.
        sent["sure"] = "m = Llame a { $other }".into();
        assert_eq!(mara.post("/api/unit/es", &sent).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        sent["sure"] = wrong.into();
        assert_eq!(mara.post("/api/unit/es", &sent).await.status, StatusCode::OK);
        // Still valid is said of a text with errors as little.
        house.write("src/a.ftl", "m = Call us today\n");
        let mut keep = accept(&shown(&mara, "ui/a#m").await, "");
        keep["decision"] = "keep".into();
        assert_eq!(mara.post("/api/unit/es", &keep).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        keep["sure"] = wrong.into();
        assert_eq!(mara.post("/api/unit/es", &keep).await.status, StatusCode::OK);
    }
}
