//! What a launch would change for readers.

mod kit;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use hexapla_people::{Accounts, Password, Rights, Role, Timestamp};
use kit::{House, Visitor, accept, field, shown, tell};
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

/// Of each locale, how many texts would ship in it, in another, and not at all.
#[tokio::test]
async fn a_launch_tells_what_would_ship_in_which_language() {
    let workflow = "version = 1\n[[states]]\nname = \"translated\"\n[channels.preview]\n\
                    [[serve]]\nunits = [\"ui/a#p\"]\nwhen = [\"missing\"]\npolicy = \"block\"\n\
                    [[serve]]\nwhen = [\"missing\"]\npolicy = \"fallback\"\n";
    let house = House::of(&[
        ("src/a.ftl", "m = One\nn = Two\no = Three\np = Four\n"),
        ("workflows/standard.toml", workflow),
    ]);
    let mara = house.visitor("mara");
    for text in ["m = Uno", "n = Dos"] {
        let value = shown(&mara, &format!("ui/a#{}", &text[..1])).await;
        settle(&mara, &value, "accept", text).await;
    }
    let told = mara.json("/api/launch/preview").await;
    assert_eq!(
        told["ships"],
        json!([
            { "locale": "ar", "units": 4, "own": 0, "fallback": 3, "blocked": 1 },
            { "locale": "es", "units": 4, "own": 2, "fallback": 1, "blocked": 1 },
        ])
    );
    let page = mara.get("/launch/preview").await.text;
    let row = "<a href=\"/queue/es\">es</a></th><td>4</td><td>2</td><td>1</td><td>1</td>";
    assert!(page.contains(row), "{page}");
    // Nothing is built of what is blocked, and the units are named.
    assert_eq!(told["open"], json!(false));
    let named = |it: &Value| it["gate"] == "serve" && it["unit"] == "ui/a#p";
    assert!(told["reasons"].as_array().expect("reasons").iter().any(named), "{told}");
}

/// With accounts those are named who may decide in the locale, and nobody whose account is of no use there.
#[tokio::test]
async fn closed_gates_name_the_accounts_that_can_open_them() {
    let workflow = "version = 1\n[[states]]\nname = \"translated\"\n[[states]]\nname = \"reviewed\"\n\
                    roles = [\"reviewer\"]\n[channels.stable]\nstate = \"reviewed\"\ncoverage = 1.0\n";
    let files = [("src/a.ftl", "m = One\nn = Two\n"), ("workflows/standard.toml", workflow)];
    let house = House::with_accounts(&files, |path| {
        let accounts = Accounts::open(path).expect("accounts");
        for (handle, role, locales) in [
            ("amal", Role::Translator, "ar"),
            ("joaquin", Role::Reviewer, "es"),
            ("mara", Role::Translator, "es"),
            ("ned", Role::Translator, "es"),
            ("ines", Role::Publisher, ""),
            ("vera", Role::Viewer, ""),
        ] {
            let handle = handle.parse().expect("a handle");
            let password = Password::new("correct horse battery", &handle).expect("a password");
            let locales = locales.split_whitespace().map(|it| it.parse().expect("a locale"));
            let rights = Rights { roles: [role].into(), locales: locales.collect() };
            let now = Timestamp::from_seconds(0);
            accounts.create(&handle, "Somebody", &rights, &password, now).expect("made");
        }
        let ned = "ned".parse().expect("a handle");
        accounts.disable(&ned, Timestamp::from_seconds(1)).expect("disabled");
    });
    let house = house.reopened(|it| it.proxy_header = Some("x-remote-user".to_owned()));
    let ask = async |by: &str, path: &str, sent: Option<Value>| {
        let request = Request::builder()
            .method(if sent.is_some() { "POST" } else { "GET" })
            .uri(path)
            .header("host", "localhost")
            .header("x-remote-user", by)
            .header("content-type", "application/json");
        let body = sent.map(|it| it.to_string()).unwrap_or_default();
        let told = tell(&house.router, request.body(Body::from(body)).expect("a request")).await;
        assert_eq!(told.status, StatusCode::OK, "{path}: {}", told.text);
        told.text
    };
    let unit = ask("mara", "/api/unit/es?unit=ui%2Fa%23m", None).await;
    let unit: Value = serde_json::from_str(&unit).expect("JSON");
    ask("mara", "/api/unit/es", Some(accept(&unit, "m = Uno"))).await;
    let told = ask("ines", "/api/launch/stable", None).await;
    let told: Value = serde_json::from_str(&told).expect("JSON");
    let people = |locale: &str, gate: &str| -> Value {
        let reasons = told["reasons"].as_array().expect("reasons");
        let found = reasons.iter().find(|it| it["locale"] == locale && it["gate"] == gate);
        found.expect("a reason")["people"].clone()
    };
    assert_eq!(people("es", "coverage"), json!(["joaquin", "mara"]));
    assert_eq!(people("es", "state"), json!(["joaquin"]));
    assert_eq!(people("ar", "coverage"), json!(["amal"]));
    let page = ask("ines", "/launch/stable", None).await.replace(['\u{2068}', '\u{2069}'], "");
    assert!(page.contains("Can be mended by joaquin, mara"), "{page}");
}
