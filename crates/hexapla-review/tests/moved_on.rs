//! A block is called by its text: an address of yesterday leads to what it has become, and nothing that was written
//! for it is lost.

mod kit;

use axum::http::StatusCode;
use kit::{CONFIG, House, Visitor, accept, fields, lent, plain, shown};
use serde_json::json;

/// The address of a unit in Spanish, with more behind it.
fn address(unit: &str, more: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    format!("/unit/es?{}", query.append_pair("unit", unit).extend_pairs(more).finish())
}

/// What the block is called whose source begins so.
async fn called(visitor: &Visitor<'_>, begins: &str) -> String {
    let page = visitor.get("/document/es?resource=pages/a").await.text;
    let line = page.split("class=\"pair ").find(|it| it.contains(begins)).expect("the block");
    let name = line.split(" id=\"").nth(1).and_then(|it| it.split("-0\"").next()).expect("a name");
    format!("pages/a#{name}")
}

/// Accepts a text for the block whose source begins so.
async fn translate(visitor: &Visitor<'_>, begins: &str, text: &str) {
    let value = shown(visitor, &called(visitor, begins).await).await;
    let told = visitor.post("/api/unit/es", &accept(&value, text)).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
}

fn house() -> House {
    House::of(&[("src/a.md", "First.\n\nSome words.\n\nLast.\n")])
}

#[tokio::test]
async fn an_address_leads_to_what_its_block_has_become_step_by_step() {
    let house = house();
    let mara = house.visitor("mara");
    let first = called(&mara, "Some words").await;
    translate(&mara, "Some words", "Unas palabras.").await;
    house.write("src/a.md", "First.\n\nSome more words.\n\nLast.\n");
    let second = called(&mara, "Some more words").await;
    let back = "/document/es?resource=pages%2Fa#x-0";
    let more = [("need", "stale"), ("back", back)];
    let told = mara.get(&address(&first, &more)).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert_eq!(told.headers["location"].to_str().ok(), Some(&*address(&second, &more)));
    let page = mara.get(&address(&second, &[])).await;
    assert!(page.text.contains(&format!("data-earlier=\"{first}\"")), "{}", page.text);

    // Once it is settled, and has changed again.
    translate(&mara, "Some more words", "Unas palabras más.").await;
    let told = mara.get(&address(&first, &[])).await;
    assert_eq!(told.headers["location"].to_str().ok(), Some(&*address(&second, &[])));
    house.write("src/a.md", "First.\n\nOther and more words.\n\nLast.\n");
    let third = called(&mara, "Other and more words").await;
    for earlier in [&first, &second] {
        let told = mara.get(&address(earlier, &[])).await;
        assert_eq!(told.headers["location"].to_str().ok(), Some(&*address(&third, &[])));
        assert_eq!(shown(&mara, earlier).await["unit"], third.as_str());
        let text = json!({ "unit": earlier, "text": "Otras." });
        let told = mara.post("/api/unit/es/check", &text).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    }
    assert_eq!(mara.get(&address(&third, &[])).await.status, StatusCode::OK);
}

#[tokio::test]
async fn of_blocks_that_are_called_alike_the_one_that_changed_is_found() {
    let house = House::of(&[("src/a.md", "More.\n\nWords.\n\nMore.\n")]);
    let mara = house.visitor("mara");
    let twin = called(&mara, "More").await;
    for (unit, text) in [(twin.clone(), "Más."), (format!("{twin}~1"), "Más aún.")] {
        let value = shown(&mara, &unit).await;
        let told = mara.post("/api/unit/es", &accept(&value, text)).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    }
    house.write("src/a.md", "More.\n\nWords.\n\nMuch more.\n");
    let changed = called(&mara, "Much more").await;
    assert_eq!(mara.get(&address(&twin, &[])).await.status, StatusCode::OK);
    let told = mara.get(&address(&format!("{twin}~1"), &[])).await;
    assert_eq!(told.headers["location"].to_str().ok(), Some(&*address(&changed, &[])));
}

#[tokio::test]
async fn where_the_ledger_knows_nothing_the_translation_tells_what_a_block_has_become() {
    let house = House::of(&[("src/a.md", "Some words.\n"), ("out/es/a.md", "Palabras.\n")]);
    let mara = house.visitor("mara");
    let first = called(&mara, "Some words").await;
    let target = shown(&mara, &first).await["target_token"].as_str().expect("a token").to_owned();
    house.write("src/a.md", "Wholly others.\n");
    let second = called(&mara, "Wholly others").await;
    assert_eq!(mara.get(&address(&first, &[])).await.status, StatusCode::NOT_FOUND);
    let told = mara.get(&address(&first, &[("target", &target)])).await;
    let to = told.headers["location"].to_str().expect("text");
    assert_eq!(to, address(&second, &[("was", &first)]));
    let page = mara.get(to).await;
    assert!(page.text.contains(&format!("data-earlier=\"{first}\"")), "{}", page.text);
}

#[tokio::test]
async fn what_was_written_for_a_block_that_is_gone_is_shown() {
    let house = house();
    let mara = house.visitor("mara");
    let unit = called(&mara, "Some words").await;
    let page = mara.get(&address(&unit, &[])).await.text;
    house.write("src/a.md", "First.\n\nLast.\n");
    let told = mara.get(&address(&unit, &[("need", "missing")])).await;
    assert_eq!(told.status, StatusCode::NOT_FOUND);
    for what in [
        &*format!("<section class=\"message gone\" data-unit=\"{unit}\" data-locale=\"es\">"),
        "<p class=\"kept\" hidden>",
        "href=\"/queue/es?need=missing\"",
        "href=\"/document/es?resource=pages%2Fa\"",
    ] {
        assert!(told.text.contains(what), "{what}: {}", told.text);
    }
    let fields = fields(&page, &["csrf", "unit", "source", "target", "base"]);
    let mut fields = lent(&fields);
    fields.extend([("text", "Unas <palabras>."), ("decision", "accept")]);
    let told = mara.form("/unit/es", &fields).await;
    assert_eq!(told.status, StatusCode::NOT_FOUND);
    assert!(told.text.contains("\nUnas &#60;palabras&#62;.</textarea>"), "{}", told.text);
    assert!(!told.text.contains("<p class=\"kept\" hidden>"));
    // No page is made up for what never had a place.
    for path in ["/unit/xx?unit=pages/a%23b", "/unit/es?unit=none/a%23b"] {
        let told = mara.get(path).await;
        assert_eq!(told.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn it_is_told_whether_the_source_is_another_by_now_or_who_was_faster() {
    let house = house();
    let (mara, joaquin) = (house.visitor("mara"), house.visitor("joaquin"));
    translate(&mara, "Some words", "Unas palabras.").await;
    let send = async |page: &str, text: &str| {
        let fields = fields(page, &["csrf", "unit", "source", "target", "base"]);
        let mut fields = lent(&fields);
        fields.extend([("text", text), ("decision", "accept")]);
        let told = joaquin.form("/unit/es", &fields).await;
        assert_eq!(told.status, StatusCode::CONFLICT, "{}", told.text);
        let told = plain(&told.text);
        let part = told.split("<section class=\"conflict\"").nth(1).expect("a conflict");
        part.split("</section>").next().expect("an end").to_owned()
    };
    let page = joaquin.get(&address(&called(&joaquin, "Some words").await, &[])).await.text;
    house.write("src/a.md", "First.\n\nSome good words.\n\nLast.\n");
    let said = send(&page, "Palabras.").await;
    assert!(said.contains("The source has changed") && !said.contains("faster"), "{said}");
    let marked = said.split("<ins>").nth(1).and_then(|it| it.split("</ins>").next());
    assert!(marked.is_some_and(|it| it.contains("good") && !it.contains("words")), "{said}");

    let page = joaquin.get(&address(&called(&joaquin, "Some good").await, &[])).await.text;
    translate(&mara, "Some good words", "Buenas palabras.").await;
    let said = send(&page, "Palabras buenas.").await;
    assert!(said.contains("mara was faster"), "{said}");
    assert!(!said.contains("The source has changed"), "{said}");
    assert!(said.contains("Unas palabras.") && said.contains("buenas"), "{said}");
}

#[tokio::test]
async fn the_page_of_all_locales_is_found_by_the_name_that_a_critical_block_had() {
    let pages = "target = \"out/{locale}/{path}.md\"";
    let kept = CONFIG.replace(pages, &format!("{pages}\nkeep_targets = \"always\""));
    assert_ne!(kept, CONFIG);
    let house = House::of(&[("hexapla.toml", &kept), ("src/a.md", "Call 116 000.\n")]);
    let mara = house.visitor("mara");
    let first = called(&mara, "Call").await;
    translate(&mara, "Call", "Llame al 116 000.").await;
    house.write("src/a.md", "Call 116 111.\n");
    let second = called(&mara, "Call").await;
    let everywhere = |unit: &str| address(unit, &[]).replace("/unit/es", "/emergency");
    let told = mara.get(&everywhere(&first)).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert_eq!(told.headers["location"].to_str().ok(), Some(&*everywhere(&second)));
    let page = mara.get(&everywhere(&second)).await.text;
    let form = page.split("id=\"in-es\"").nth(1).expect("Spanish");
    assert!(form.contains(&format!("data-earlier=\"{first}\"")), "{form}");
    assert_eq!(mara.get(&everywhere("pages/a#00000000")).await.status, StatusCode::NOT_FOUND);
}
