//! What is refused is shown again with what was sent, and nobody is led in circles.

mod kit;

use axum::http::StatusCode;
use kit::{House, Told, Visitor, accept, field, fields, lent, plain, shown};
use serde_json::{Value, json};

/// Sends the form of a unit's page in Spanish, with more in it.
async fn send(visitor: &Visitor<'_>, address: &str, more: &[(&str, &str)]) -> Told {
    let page = visitor.get(address).await.text;
    let hidden = fields(&page, &["csrf", "unit", "source", "target", "base", "queue"]);
    let hidden = lent(&hidden).into_iter();
    let is_said = |name: &str| more.iter().any(|it| it.0 == name);
    let fields: Vec<(&str, &str)> =
        hidden.filter(|it| !is_said(it.0)).chain(more.iter().copied()).collect();
    visitor.form("/unit/es", &fields).await
}

const M: &str =
    "/unit/es?unit=ui%2Fa%23m&need=unverified&back=%2Fdocument%2Fes%3Fresource%3Dui%252Fa";

#[tokio::test]
async fn what_is_refused_stands_in_the_editor_again_and_can_be_mended_there() {
    let house = House::of(&[("src/a.ftl", "m = One\n"), ("out/es/a.ftl", "m = Uno\n")]);
    let mara = house.visitor("mara");
    for (text, why) in [
        ("", "there is no text to accept"),
        (" \n ", "there is no text to accept"),
        ("m = { $x", "m"),
        ("m = <Uno>\nn = Dos", "m"),
    ] {
        let told = send(&mara, M, &[("text", text), ("decision", "accept")]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{text:?}: {}", told.text);
        let refused = told.text.split("<p class=\"notice refused\" role=\"alert\">").nth(1);
        assert!(refused.expect("why").contains(why), "{}", told.text);
        let escaped = text.replace('<', "&#60;").replace('>', "&#62;");
        assert!(told.text.contains(&format!("\n{escaped}</textarea>")), "{}", told.text);
        // It leads where the page did.
        assert!(told.text.contains("name=\"queue\" value=\"need=unverified\""), "{}", told.text);
        let value = shown(&mara, "ui/a#m").await;
        let token = |name: &str| value[name].as_str().expect("a token").to_owned();
        assert_eq!(field(&told.text, "source"), token("source_token"));
        assert_eq!(field(&told.text, "target"), token("target_token"));
    }
    assert_eq!(house.read("out/es/a.ftl"), "m = Uno\n");
    // Without a handle too, where the page asks for one.
    let told = send(&house.visitor(""), M, &[("text", "m = Dos"), ("decision", "accept")]).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(told.text.contains("\nm = Dos</textarea>"), "{}", told.text);
    assert!(told.text.contains("every decision is credited to somebody"), "{}", told.text);
}

#[tokio::test]
async fn a_refused_text_does_not_write_over_what_nobody_saw() {
    let house = House::of(&[("src/a.ftl", "m = One\n"), ("out/es/a.ftl", "m = Uno\n")]);
    let mara = house.visitor("mara");
    let old = shown(&mara, "ui/a#m").await;
    let told = mara.post("/api/unit/es", &accept(&old, "m = Dos")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let target = old["target_token"].as_str().expect("a token");
    let sent = [("csrf", "old"), ("target", target), ("base", "m = Uno"), ("text", "m = Tres")];
    let told = send(&mara, M, &[&sent[..], &[("decision", "accept")]].concat()).await;
    assert_eq!(told.status, StatusCode::FORBIDDEN, "{}", told.text);
    assert!(told.text.contains("this form was made for another visit"), "{}", told.text);
    assert!(told.text.contains("\nm = Tres</textarea>"), "{}", told.text);
    assert_eq!(house.read("out/es/a.ftl"), "m = Dos\n");
    // Its own form is good, and still speaks of the text that was seen.
    let fields = ["csrf", "unit", "source", "target", "base"].map(|it| (it, field(&told.text, it)));
    let mut fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, it)| (*name, it.as_str())).collect();
    assert_eq!(field(&told.text, "target"), target);
    fields.extend([("text", "m = Tres"), ("decision", "accept")]);
    let told = mara.form("/unit/es", &fields).await;
    assert_eq!(told.status, StatusCode::CONFLICT, "{}", told.text);
    assert_eq!(house.read("out/es/a.ftl"), "m = Dos\n");
}

#[tokio::test]
async fn blanks_at_the_edges_of_a_text_are_no_mistake() {
    let house = House::of(&[
        ("src/a.ftl", "m = One\n"),
        (
            "src/p.md",
            "Some words.\n\n- An item\n\n| a | b |\n| - | - |\n| c | d |\n\n```\n  code\n```\n",
        ),
    ]);
    let mara = house.visitor("mara");
    let found = async |unit: &str, text: &str| {
        let told = mara.post("/api/unit/es/check", &json!({ "unit": unit, "text": text })).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        let value: Value = serde_json::from_str(&told.text).expect("JSON");
        value["findings"].as_array().expect("findings").clone()
    };
    let rows = mara.json("/api/queue/es?collection=pages").await;
    let rows = rows["rows"].as_array().expect("rows").clone();
    let unit = |excerpt: &str| {
        let is_it = |it: &&Value| it["excerpt"].as_str().is_some_and(|it| it.contains(excerpt));
        rows.iter().find(is_it).expect("the unit")["unit"].as_str().expect("a name").to_owned()
    };
    let row = unit("| c");
    for (unit, text) in [
        (unit("Some words"), "Unas palabras."),
        (unit("An item"), "Un elemento"),
        (row.clone(), "| e | f |"),
        ("ui/a#m".to_owned(), "m = Uno"),
    ] {
        let plainly = found(&unit, text).await;
        for (before, behind) in
            [("", " "), ("", "\n"), ("", "\r\n"), ("", " \n\n\t"), ("\n", ""), (" \n", " ")]
        {
            let blank = format!("{before}{text}{behind}");
            let findings = found(&unit, &blank).await;
            let ids = |all: &[Value]| all.iter().map(|it| it["id"].clone()).collect::<Vec<_>>();
            assert_eq!(ids(&findings), ids(&plainly), "{blank:?}: {findings:?}");
        }
    }
    // What holds nothing is no text yet.
    for unit in [unit("Some words"), "ui/a#m".to_owned()] {
        assert!(found(&unit, " \n").await.is_empty(), "{unit}");
    }
    // Where something is found, it is told of where it stands.
    let [mistake] = &found("ui/a#m", "\n m = { $x ").await[..] else { panic!("one mistake") };
    let [plainly] = &found("ui/a#m", "m = { $x").await[..] else { panic!("one mistake") };
    let start = |it: &Value| it["start"].as_u64().expect("a place");
    assert_eq!(start(mistake), start(plainly) + 2);

    // What is accepted is what was checked.
    for (unit, text) in
        [(unit("Some words"), "\nUnas palabras. \n"), ("ui/a#m".to_owned(), "m = Uno \n ")]
    {
        let told = mara.post("/api/unit/es", &accept(&shown(&mara, &unit).await, text)).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        assert_eq!(shown(&mara, &unit).await["target"], text.trim());
    }
    assert_eq!(house.read("out/es/a.ftl"), "m = Uno\n");
    // The spaces of code are the code.
    let code = unit("code");
    let value = shown(&mara, &code).await;
    let text = value["source"].as_str().expect("text").replace("  code", "    código");
    let told = mara.post("/api/unit/es", &accept(&value, &text)).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert!(house.read("out/es/p.md").contains("\n    código\n"), "{}", house.read("out/es/p.md"));
}

#[tokio::test]
async fn undo_is_offered_where_there_is_something_to_take_back_and_leads_back_where_there_is_not() {
    let house = House::of(&[("src/a.ftl", "m = One\n"), ("out/es/a.ftl", "m = Uno\n")]);
    let mara = house.visitor("mara");
    let (unit, document) = ("/unit/es?unit=ui%2Fa%23m", "/document/es?resource=ui/a");
    for page in [unit, document] {
        assert!(!mara.get(page).await.text.contains("action=\"/undo\""), "{page}");
    }
    let csrf = field(&mara.get("/").await.text, "csrf");
    for (back, leads) in [
        (unit, "/unit/es?unit=ui%2Fa%23m&told=nothing-back"),
        ("/document/es?resource=ui/a#m-0", "/document/es?resource=ui/a&told=nothing-back#m-0"),
        ("//evil.example", "/?told=nothing-back"),
    ] {
        let told = mara.form("/undo", &[("csrf", &csrf), ("back", back)]).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
        assert_eq!(told.headers["location"], leads);
        let page = mara.get(leads.split('#').next().unwrap_or_default()).await.text;
        assert!(page.contains("role=\"status\">There is nothing to take back.</p>"), "{page}");
    }
    let told = mara.post("/api/undo", &json!({})).await;
    assert_eq!(told.status, StatusCode::NOT_FOUND, "{}", told.text);

    let value = shown(&mara, "ui/a#m").await;
    let told = mara.post("/api/unit/es", &accept(&value, "m = Dos")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    for page in [unit, document] {
        let text = mara.get(page).await.text;
        assert!(text.contains("action=\"/undo\"") && text.contains("data-key=\"u\""), "{page}");
    }
    let told = mara.form("/undo", &[("csrf", &csrf)]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert_eq!(house.read("out/es/a.ftl"), "m = Uno\n");
}

#[tokio::test]
async fn behind_the_last_unit_is_the_list_and_not_the_first_again() {
    let house = House::of(&[("src/a.ftl", "m = One\nn = Two\no = Three\n")]);
    let mara = house.visitor("mara");
    let links = async |unit: &str| {
        let page = mara.get(&format!("/unit/es?unit=ui%2Fa%23{unit}&q=ui")).await.text;
        let link = |start: &str| {
            let rest = page.split(start).nth(1);
            rest.and_then(|it| it.split('"').next()).map(|it| it.replace("&#38;", "&"))
        };
        let skip = "class=\"button\" href=\"";
        (link("rel=\"prev\" href=\""), link("rel=\"next\" href=\""), link(skip).expect("a way on"))
    };
    let at = |unit: &str| format!("/unit/es?unit=ui%2Fa%23{unit}&q=ui");
    let end = "/queue/es?q=ui&told=all-seen".to_owned();
    assert_eq!(links("m").await, (None, Some(at("n")), at("n")));
    assert_eq!(links("n").await, (Some(at("m")), Some(at("o")), at("o")));
    assert_eq!(links("o").await, (Some(at("n")), None, end.clone()));
    let page = mara.get(&end).await.text;
    assert!(page.contains("You have seen all of this list."), "{page}");
    assert!(page.contains("hx-get=\"/queue/es?q=ui"), "{page}");

    // Who accepts the last and skipped others, likewise; who leaves nothing is told nothing.
    let told = send(&mara, &at("o"), &[("text", "o = Tres"), ("decision", "accept")]).await;
    assert_eq!(told.headers["location"], end, "{}", told.text);
    let told = send(
        &mara,
        "/unit/es?unit=ui%2Fa%23n&q=%23n",
        &[("text", "n = Dos"), ("decision", "accept")],
    )
    .await;
    assert_eq!(told.headers["location"], "/queue/es?q=%23n", "{}", plain(&told.text));
}
