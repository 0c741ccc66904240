//! What the room tells programs of itself is so: every address is described, and every answer has the shape that it
//! is said to have.

mod kit;
#[path = "../../../tests/support/schema.rs"]
mod schema;

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use hexapla_ledger::{Fact, Pair, Placed, write};
use hexapla_model::Fingerprint;
use hexapla_people::{Accounts, Password, Rights, Role, Timestamp};
use hexapla_review::addresses;
use kit::{House, PASSWORD, accept, tell};
use serde_json::{Value, json};

/// A copy of the example in a repository, with a changed helpline.
fn house() -> House {
    let house = House::example();
    house.commit_all();
    house
}

/// The schema of an answer.
fn described(api: &Value, method: &str, path: &str, status: &str) -> Value {
    let answer = &api["paths"][path][method.to_ascii_lowercase()]["responses"][status];
    answer["content"]["application/json"]["schema"].clone()
}

/// Fails where an answer is not as it is described.
fn fits(api: &Value, method: &str, path: &str, status: &str, answer: &Value) {
    let schema = described(api, method, path, status);
    assert!(!is_empty(&schema), "{method} {path}: {status} is not described");
    let problems = schema::problems(answer, &schema);
    assert!(problems.is_empty(), "{method} {path}: {problems:#?}");
}

/// Whether a schema says nothing.
fn is_empty(schema: &Value) -> bool {
    let says = |it: &Value| it["type"].is_string() && it.as_object().is_some_and(|it| it.len() > 1);
    match schema["oneOf"].as_array() {
        Some(shapes) => shapes.is_empty() || !shapes.iter().all(says),
        None => !says(schema),
    }
}

#[tokio::test]
async fn every_address_below_api_is_described_with_who_may_what_is_sent_and_what_comes_of_it() {
    let api =
        House::of(&[("src/a.ftl", "m = One\n")]).visitor("mara").json("/api/openapi.json").await;
    let mut told = BTreeSet::new();
    for (path, operations) in api["paths"].as_object().expect("paths") {
        told.extend(
            operations
                .as_object()
                .expect("methods")
                .keys()
                .map(|it| (it.to_uppercase(), path.clone())),
        );
    }
    let below: Vec<_> = addresses().filter(|it| it.path.starts_with("/api/")).collect();
    let there: BTreeSet<(String, String)> =
        below.iter().map(|it| (it.method.to_owned(), it.path.to_owned())).collect();
    assert_eq!(told, there);
    for address in below {
        let (method, path) = (address.method, address.path);
        let operation = &api["paths"][path][method.to_ascii_lowercase()];
        let roles: Vec<&str> = address.roles.iter().map(|it| it.as_str()).collect();
        assert!(!roles.is_empty(), "{method} {path}");
        assert_eq!(operation["x-roles"], json!(roles), "{method} {path}");
        assert!(operation["summary"].as_str().is_some_and(|it| !it.is_empty()), "{method} {path}");
        let parameters = operation["parameters"].as_array().expect("parameters");
        let named: Vec<&str> =
            path.split('{').skip(1).filter_map(|it| it.split('}').next()).collect();
        let in_path = parameters.iter().filter(|it| it["in"] == "path");
        assert_eq!(in_path.filter_map(|it| it["name"].as_str()).collect::<Vec<_>>(), named);
        for it in parameters {
            assert!(it["schema"]["type"].is_string(), "{method} {path}: {it}");
            assert!(it["description"].as_str().is_some_and(|it| !it.is_empty()), "{path}: {it}");
        }
        for (status, _) in operation["responses"].as_object().expect("answers") {
            let schema = described(&api, method, path, status);
            assert!(!is_empty(&schema), "{method} {path}: {status}: {schema}");
        }
        let body = &operation["requestBody"]["content"]["application/json"]["schema"];
        assert_eq!(body["type"] == "object", method == "POST", "{method} {path}: {body}");
    }
}

/// Every address that is asked and not told, on a real project: each has an answer of its shape.
#[tokio::test]
async fn every_answer_has_the_shape_that_it_is_said_to_have() {
    let house = house();
    let mara = house.visitor("mara");
    let api = mara.json("/api/openapi.json").await;
    let queue = mara.json("/api/queue/es").await;
    let rows = queue["rows"].as_array().expect("rows");
    assert!(rows.len() > 5, "{queue}");
    let mut units: Vec<&str> = rows.iter().filter_map(|it| it["unit"].as_str()).collect();
    units.push("helplines/get-help#title");
    for address in addresses().filter(|it| it.method == "GET" && it.path.starts_with("/api/")) {
        let path = address.path.replace("{locale}", "es").replace("{collection}", "library");
        let path = path.replace("{channel}", "stable");
        let asked: Vec<String> = match address.path {
            it if it.starts_with("/api/unit/") => units.iter().map(|it| of(&path, it)).collect(),
            "/api/emergency" => vec![path.clone(), of(&path, "helplines/get-help#title")],
            _ => vec![path],
        };
        for path in asked {
            fits(&api, "GET", address.path, "200", &mara.json(&path).await);
        }
    }
    for locale in ["ar", "de", "fr", "th"] {
        let path = format!("/api/queue/{locale}");
        fits(&api, "GET", "/api/queue/{locale}", "200", &mara.json(&path).await);
    }
    let told = mara.get("/api/queue/xx").await;
    fits(&api, "GET", "/api/queue/{locale}", "default", &read(&told.text));
}

/// What the example has nothing of: revisions with and without authors, an order that somebody accepted.
#[tokio::test]
async fn changes_with_their_authors_have_the_shape_that_they_are_said_to_have() {
    let house = House::of(&[
        ("src/a.ftl", "m = One\n"),
        ("src/b.md", "A.\n"),
        ("out/es/a.ftl", "m = Uno\n"),
    ]);
    let mara = house.visitor("mara");
    let shown = mara.json(&of("/api/unit/es", "ui/a#m")).await;
    let told = mara.post("/api/unit/es", &accept(&shown, "m = Uno")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    house.write("src/a.ftl", "m = Two\n");
    house.commit_all();
    let head = kit::git(&house.path(""), &["rev-parse", "HEAD"]);
    let session = hexapla_workspace::Session::open(&house.path("")).expect("a project");
    for (at, text, revision) in
        [("20", "Two", Some(&*head)), ("21", "Three", Some("v1")), ("22", "Four", None)]
    {
        house.write("src/a.ftl", &format!("m = {text}\n"));
        let at = format!("2026-11-{at}T12:00:00Z").parse().expect("a time");
        let loaded = session.load(at).expect("loaded");
        let status = hexapla_engine::Status::of(&loaded.snapshot);
        let plan = hexapla_engine::record_seen(&loaded.snapshot, &status, at, revision, None);
        session.commit(&plan).expect("recorded");
    }
    let placed = Placed {
        locale: "es".parse().expect("a tag"),
        resource: "pages/b".parse().expect("a name"),
        by: "mara".parse().expect("a handle"),
        at: "2026-11-22T12:00:00Z".parse().expect("a time"),
        pairs: vec![Pair::new(
            None,
            Fingerprint::from_bytes([1; 16]),
            Fingerprint::from_bytes([2; 16]),
        )],
    };
    for file in write(&[Fact::Placed(placed)]) {
        house.write(&format!("ledger/{}", file.name), &String::from_utf8_lossy(&file.bytes));
    }
    let house = house.reopened(|_| ());
    let mara = house.visitor("mara");
    let api = mara.json("/api/openapi.json").await;
    let unit = mara.json(&of("/api/unit/es", "ui/a#m")).await;
    let authors: Vec<&Value> =
        unit["steps"].as_array().expect("steps").iter().map(|it| &it["author"]).collect();
    assert_eq!(authors, [&json!("Office"), &Value::Null, &Value::Null]);
    fits(&api, "GET", "/api/unit/{locale}", "200", &unit);
    let activity = mara.json("/api/activity").await;
    let kinds: BTreeSet<&str> = activity["events"]
        .as_array()
        .expect("events")
        .iter()
        .filter_map(|it| it["kind"].as_str())
        .collect();
    assert_eq!(kinds, BTreeSet::from(["attested", "changed", "placed"]));
    fits(&api, "GET", "/api/activity", "200", &activity);
}

/// What is done by a program, and what is refused.
#[tokio::test]
async fn what_comes_of_an_act_has_the_shape_that_it_is_said_to_have() {
    let house = house();
    let mara = house.visitor("mara");
    let api = mara.json("/api/openapi.json").await;
    let done = async |path: &str, named: &str, value: Value| {
        let told = mara.post(path, &value).await;
        assert_eq!(told.status, StatusCode::OK, "{path}: {}", told.text);
        fits(&api, "POST", named, "200", &read(&told.text));
    };
    let unit = "ui/main#title";
    let unit = mara.json("/api/queue/es?collection=ui").await["rows"][0]["unit"]
        .as_str()
        .unwrap_or(unit)
        .to_owned();
    let shown = mara.json(&of("/api/unit/es", &unit)).await;
    let text = format!("{} = Otro", unit.split('#').nth(1).expect("a name"));
    let check = json!({ "unit": unit, "text": text });
    done("/api/unit/es/check", "/api/unit/{locale}/check", check).await;
    done("/api/unit/es", "/api/unit/{locale}", accept(&shown, &text)).await;
    // The same again is about what is no longer so.
    let late = mara.post("/api/unit/es", &accept(&shown, &text)).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text);
    fits(&api, "POST", "/api/unit/{locale}", "409", &read(&late.text));
    done("/api/sync", "/api/sync", json!({})).await;
    fits(&api, "GET", "/api/sync", "200", &mara.json("/api/sync").await);
    done("/api/undo", "/api/undo", json!({})).await;
    done("/api/launch/preview", "/api/launch/{channel}", json!({ "do": "build" })).await;
    fits(&api, "GET", "/api/activity", "200", &mara.json("/api/activity").await);
    for (path, named) in [
        ("/api/unit/es", "/api/unit/{locale}"),
        ("/api/unit/es/check", "/api/unit/{locale}/check"),
        ("/api/unit/es/claim", "/api/unit/{locale}/claim"),
        ("/api/launch/preview", "/api/launch/{channel}"),
        ("/api/undo", "/api/undo"),
    ] {
        let told = mara.post(path, &json!({ "do": "nothing" })).await;
        assert!(told.status.is_client_error(), "{path}: {}", told.status);
        fits(&api, "POST", named, "default", &read(&told.text));
    }
}

/// A program signs in as it is told to, and works by the cookie that it gets.
#[tokio::test]
async fn a_program_signs_in_and_is_known_by_its_cookie() {
    let house = House::with_accounts(&[("src/a.ftl", "m = One\n")], |path| {
        let accounts = Accounts::open(path).expect("accounts");
        let handle = "robot".parse().expect("a handle");
        let password = Password::new(PASSWORD, &handle).expect("a password");
        let rights = Rights { roles: [Role::Translator].into(), ..Rights::default() };
        let now = Timestamp::from_seconds(0);
        accounts.create(&handle, "Robot", &rights, &password, now).expect("made");
    });
    let request = |method: &str, path: &str, cookie: &str, body: Value| {
        let request = Request::builder().method(method).uri(path).header("host", "review.example");
        let request = request.header("content-type", "application/json").header("cookie", cookie);
        request.body(Body::from(body.to_string())).expect("a request")
    };
    let word = json!({ "handle": "robot", "password": PASSWORD });
    let entered = tell(&house.router, request("POST", "/sign-in", "", word)).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text);
    let kept = entered.headers.get_all("set-cookie").iter().filter_map(|it| it.to_str().ok());
    let kept: Vec<&str> = kept.filter_map(|it| it.split(';').next()).collect();
    let cookie = kept.join("; ");
    let api = tell(&house.router, request("GET", "/api/openapi.json", &cookie, json!({}))).await;
    assert_eq!(api.status, StatusCode::OK, "{}", api.text);
    let api = read(&api.text);
    let name = api["components"]["securitySchemes"]["session"]["name"].as_str().expect("a name");
    let mine = kept.iter().find(|it| it.split('=').next() == Some(name)).expect("the cookie");
    let claim = json!({ "unit": "ui/a#m", "do": "take" });
    let told = tell(&house.router, request("POST", "/api/unit/es/claim", mine, claim)).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    fits(&api, "POST", "/api/unit/{locale}/claim", "200", &read(&told.text));
    for (method, operation) in api["paths"]["/api/unit/{locale}"].as_object().expect("methods") {
        assert_eq!(operation["security"], json!([{ "session": [] }, { "bearer": [] }]), "{method}");
    }
    let nobody = tell(&house.router, request("GET", "/api/queue/es", "", json!({}))).await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
    fits(&api, "GET", "/api/queue/{locale}", "default", &read(&nobody.text));
}

/// The page says the same as the description.
#[tokio::test]
async fn the_page_names_every_address_field_and_role() {
    let house = House::of(&[("src/a.ftl", "m = One\n")]);
    let mara = house.visitor("mara");
    let page = mara.get("/api").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    for address in addresses().filter(|it| it.path.starts_with("/api/")) {
        let head = format!("<h2><code dir=\"ltr\">{} {}</code></h2>", address.method, address.path);
        assert!(page.text.contains(&head), "{head}");
    }
    for field in
        ["rows[].claim.by", "?need=", "{locale}", "locales{}.percent", "source_token", "error.hint"]
    {
        assert!(
            page.text.contains(&format!("<code dir=\"ltr\">{field}"))
                || page.text.contains(&format!(".{field}</code>")),
            "{field}"
        );
    }
    assert!(page.text.contains("accept | keep | keep-everywhere | reopen"), "{}", page.text);
    assert!(
        page.text
            .replace(['\u{2068}', '\u{2069}'], "")
            .contains("for Translator, Reviewer, Editor")
    );
    assert!(!page.text.contains("<script src=\"http") && !page.text.contains("<script>"));
}

fn of(path: &str, unit: &str) -> String {
    form_urlencoded::Serializer::new(format!("{path}?")).append_pair("unit", unit).finish()
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}
