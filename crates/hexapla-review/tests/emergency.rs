//! A changed helpline: seen in all locales on one page, and replaced or blocked there.

mod kit;

use axum::http::StatusCode;
use kit::{CONFIG, House, accept, field, shown};
use serde_json::json;

const PAGE: &str = "/emergency?unit=ui%2Fa%23call";

/// A helpline that was translated into both locales, and has another number since.
async fn changed() -> House {
    // Messages are critical, pages are not.
    let messages = "target = \"out/{locale}/{path}.ftl\"";
    let kept = CONFIG.replace(messages, &format!("{messages}\nkeep_targets = \"always\""));
    assert_ne!(kept, CONFIG);
    let house = House::of(&[
        ("hexapla.toml", &kept),
        ("src/a.ftl", "call = Call 116 000\nother = Other\n"),
        ("src/b.md", "Some words.\n"),
        ("out/es/a.ftl", "call = Llame al 116 000\nother = Otro\n"),
        ("out/ar/a.ftl", "call = اتصل بالرقم ١١٦ ٠٠٠\n"),
    ]);
    let mara = house.visitor("mara");
    for locale in ["es", "ar"] {
        let value = mara.json(&format!("/api/unit/{locale}?unit=ui%2Fa%23call")).await;
        let target = value["target"].as_str().expect("a target").to_owned();
        let told = mara.post(&format!("/api/unit/{locale}"), &accept(&value, &target)).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    }
    house.write("src/a.ftl", "call = Call 116 111\nother = Other\n");
    // With a decision the room looks at what has changed.
    let value = shown(&mara, "ui/a#other").await;
    let told = mara.post("/api/unit/es", &accept(&value, "other = Otro")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    house
}

/// The part of a page about a locale.
fn part<'a>(page: &'a str, locale: &str) -> &'a str {
    let start = page.find(&format!("id=\"in-{locale}\"")).unwrap_or_else(|| panic!("no {locale}"));
    page[start..].split("</section>").next().unwrap_or_default()
}

#[tokio::test]
async fn a_changed_helpline_is_told_of_and_seen_in_all_locales() {
    let house = changed().await;
    let mara = house.visitor("mara");
    let front = mara.get("/").await.text;
    assert!(front.contains("critical text is stale"), "{front}");
    let list = mara.get("/emergency").await.text;
    let (changed, other) = (list.find("ui/a#call"), list.find("ui/a#other"));
    assert!(changed.is_some() && changed < other, "{list}");
    assert!(!list.contains("pages/b"), "only what is critical");
    let page = mara.get(PAGE).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text.contains("116 </del>") || page.text.contains("000</del>"), "{}", page.text);
    for (locale, number) in [("es", "116 000"), ("ar", "١١٦ ٠٠٠")] {
        let part = part(&page.text, locale);
        assert!(part.contains(&format!("<bdi class=\"figure\">{number}</bdi>")), "{part}");
        assert!(part.contains("<bdi class=\"figure\">116 111</bdi>"), "{part}");
        assert!(part.contains("this translation") && part.contains("Block"), "{part}");
    }
    assert!(page.text.contains("href=\"/launch/preview\""), "{}", page.text);
    let unit = mara.get("/unit/es?unit=ui%2Fa%23call").await.text;
    assert!(unit.contains(&format!("href=\"{PAGE}\"")), "{unit}");
    let calm = House::of(&[("src/a.ftl", "m = One\n"), ("out/es/a.ftl", "m = Uno\n")]);
    let front = calm.visitor("mara").get("/").await.text;
    assert!(!front.contains("/emergency"), "{front}");
    let told = calm.visitor("mara").get("/emergency?unit=ui%2Fa%23m").await;
    assert_eq!(told.status, StatusCode::NOT_FOUND);
}

/// What a browser without scripts sends of a form on the page.
async fn send(house: &House, locale: &str, more: &[(&str, &str)]) -> kit::Told {
    let mara = house.visitor("mara");
    let page = mara.get(PAGE).await.text;
    let part = part(&page, locale);
    let of = |name: &str| field(part, name);
    let names = ["csrf", "unit", "source", "target", "back"];
    let fields: Vec<(&str, String)> = names.into_iter().map(|it| (it, of(it))).collect();
    let fields = fields.iter().map(|(name, it)| (*name, it.as_str())).chain(more.iter().copied());
    mara.form(&format!("/unit/{locale}"), &fields.collect::<Vec<_>>()).await
}

#[tokio::test]
async fn a_text_is_replaced_there_and_the_page_stays() {
    let house = changed().await;
    let told =
        send(&house, "es", &[("text", "call = Llame al 116 111"), ("decision", "accept")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert_eq!(told.headers["location"], format!("{PAGE}#in-es"));
    assert_eq!(house.read("out/es/a.ftl"), "call = Llame al 116 111\nother = Otro\n");
    let page = house.visitor("mara").get(PAGE).await.text;
    assert!(
        part(&page, "es").contains("Current") && !part(&page, "es").contains("class=\"figure\"")
    );
    assert!(part(&page, "ar").contains("class=\"figure\""), "{page}");
}

#[tokio::test]
async fn a_blocked_text_is_not_shown_until_somebody_settles_it() {
    let house = changed().await;
    let mara = house.visitor("mara");
    let before = mara.get(PAGE).await.text;
    assert!(part(&before, "es").contains("After that readers get"), "{before}");
    let told = send(&house, "es", &[("why", "an old number"), ("decision", "reopen")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    let page = mara.get(PAGE).await.text;
    let es = part(&page, "es");
    assert!(es.contains("the text in \u{2068}en\u{2069}"), "{es}");
    assert!(es.contains("Somebody doubts it") && !es.contains("value=\"reopen\""), "{es}");
    let value = shown(&mara, "ui/a#call").await;
    assert_eq!((&value["freshness"], &value["doubted"]), (&json!("unverified"), &json!(true)));
    // To take it back would vouch for a text that nobody vouched for.
    let told = mara.post("/api/undo", &json!({})).await;
    assert_eq!(told.status, StatusCode::CONFLICT, "{}", told.text);
    assert_eq!(shown(&mara, "ui/a#call").await["freshness"], "unverified");
    let told = mara.post("/api/unit/es", &accept(&value, "call = Llame al 116 111")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let page = mara.get(PAGE).await.text;
    assert!(part(&page, "es").contains("this translation"), "{page}");
}

#[tokio::test]
async fn programs_are_told_the_same() {
    let house = changed().await;
    let mara = house.visitor("mara");
    let list = mara.json("/api/emergency").await;
    assert_eq!(list["open"][0]["unit"], "ui/a#call");
    assert_eq!(list["open"][0]["open"], json!([{ "need": "stale", "locales": ["ar", "es"] }]));
    let told = mara.json(&format!("/api{PAGE}")).await;
    assert_eq!(told["source"], "call = Call 116 111");
    assert_ne!(told["source_before_marked"], json!([]));
    let es = &told["locales"][1];
    assert_eq!((&es["locale"], &es["freshness"]), (&json!("es"), &json!("stale")));
    assert_eq!(es["readers_get"]["text"], "call = Llame al 116 000");
    assert_eq!(es["readers_get_if_blocked"]["locale"], "en");
    assert_eq!(
        (&es["only_in_source"], &es["only_in_target"]),
        (&json!(["116 111"]), &json!(["116 000"]))
    );
    // What it tells is enough to decide by.
    let value = json!({
        "unit": told["unit"], "source": es["source_token"], "target": es["target_token"],
        "text": "call = Llame al 116 111", "decision": "accept",
    });
    assert_eq!(mara.post("/api/unit/es", &value).await.status, StatusCode::OK);
    let told = mara.json(&format!("/api{PAGE}")).await;
    assert_eq!(told["locales"][1]["freshness"], "current");
    let refused = mara.get("/api/emergency?unit=pages%2Fb%23x").await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "{}", refused.text);
}

#[tokio::test]
async fn what_came_too_late_is_told_of_without_leaving_the_page() {
    let house = changed().await;
    let mara = house.visitor("mara");
    let value = shown(&mara, "ui/a#call").await;
    house.write("out/es/a.ftl", "call = Llame ya al 116 000\nother = Otro\n");
    let mut late = accept(&value, "call = Llame al 116 111");
    late["back"] = "emergency".into();
    let told = mara.fragment("/unit/es", &late).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.text.starts_with("<p class=\"notice\""), "{}", told.text);
    assert_eq!(house.read("out/es/a.ftl"), "call = Llame ya al 116 000\nother = Otro\n");
}

#[tokio::test]
async fn in_the_example_the_helplines_are_on_the_list() {
    let house = House::example();
    let mara = house.visitor("mara");
    let list = mara.get("/emergency").await;
    assert_eq!(list.status, StatusCode::OK, "{}", list.text);
    let addresses: Vec<&str> = list
        .text
        .split("href=\"/emergency?unit=")
        .skip(1)
        .filter_map(|it| it.split('"').next())
        .collect();
    assert!(addresses.len() > 20, "{}", list.text);
    for address in addresses {
        let told = mara.get(&format!("/emergency?unit={address}")).await;
        assert_eq!(told.status, StatusCode::OK, "{address}: {}", told.text);
        assert!(told.text.contains("id=\"in-es\"") && told.text.contains("id=\"in-th\""));
    }
}
