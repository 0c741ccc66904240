//! What a launch would change for readers.

mod kit;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use hexapla_people::{Accounts, Password, Rights, Role, Timestamp};
use hexapla_review::Publishing;
use hexapla_workspace::{Ask, KeyPlan, Keys};
use kit::{House, Visitor, accept, field, plain, shown, tell};
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
    // What was not translated before stood in the source's language.
    assert!(page.contains("<p class=\"text old\" lang=\"en\" dir=\"ltr\">"), "{page}");
    let after = page.split("<p class=\"text\" lang=\"es\" dir=\"ltr\">").nth(1);
    assert!(after.is_some_and(|it| it.contains("Dos")), "{page}");
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

/// A room of two messages that publishes to a store in its own folder.
fn press() -> House {
    let workflow = "version = 1\n[[states]]\nname = \"translated\"\n[channels.early]\n[channels.preview]\n\
                    checks = \"error\"\n";
    let files = [("src/a.ftl", "m = One\nn = Two\n"), ("workflows/standard.toml", workflow)];
    let house = House::of(&files);
    let (keys, store) = (house.path("keys"), house.path("store").display().to_string());
    let expires = Timestamp::from_seconds(4_000_000_000);
    let plan = KeyPlan { root_keys: 1, threshold: 1, encrypted: false, expires };
    let ask: Ask = |_, _| Err(std::io::Error::other("nobody is there"));
    Keys::init(&keys, plan, ask).expect("keys");
    house.reopened(|it| it.publishing = Some(Publishing { store, keys, ask }))
}

/// Does something with the channel `preview` by the form of its page; gives the page that is shown then.
async fn press_button(mara: &Visitor<'_>, fields: &[(&str, &str)]) -> String {
    let csrf = field(&mara.get("/").await.text, "csrf");
    let told = mara.form("/launch/preview", &[&[("csrf", &*csrf)], fields].concat()).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    let to = told.headers["location"].to_str().expect("text").to_owned();
    plain(&mara.get(&to).await.text)
}

/// The opening tag of the button that does something.
fn button<'a>(page: &'a str, act: &str) -> &'a str {
    let at = page.find(&format!("name=\"do\" value=\"{act}\"")).expect("a button");
    let start = page[..at].rfind('<').expect("a tag");
    page[start..].split('>').next().expect("a tag")
}

/// What the status of a page says.
fn status(page: &str) -> &str {
    let (_, rest) = page.split_once("role=\"status\">").expect("a status");
    rest.split('<').next().expect("a text")
}

/// What is built and not published is named, and so is what readers have: nobody takes one for the other.
#[tokio::test]
async fn what_is_built_and_what_readers_get_are_told_apart() {
    let house = press();
    let mara = house.visitor("mara");
    let page = plain(&mara.get("/launch/preview").await.text);
    assert!(page.contains("Readers get nothing from this channel yet."), "{page}");
    assert!(button(&page, "publish").contains("disabled aria-describedby=\"why-publish\""));
    assert!(page.contains("id=\"why-publish\">No release has been built"), "{page}");
    assert!(!page.contains("role=\"status\""), "nothing was done yet");

    let page = press_button(&mara, &[("do", "build")]).await;
    let told = mara.json("/api/launch/preview").await;
    let short = field(&page, "release");
    let release = told["built"]["release"].as_str().expect("a release");
    assert!(!short.is_empty() && release.starts_with(&short), "{short} {release}");
    assert_eq!(told["built"]["reach"], "waiting");
    assert_eq!(told["built"]["at"], "2026-11-24T12:00:00Z");
    assert_eq!(told["built"]["changed"], 0);
    assert_eq!(told["versions"], json!([]));
    assert_eq!(status(&page), format!("Release {short} was built; readers do not get it yet."));
    assert!(page.contains(&format!("Release {short} was built on November 24, 2026, 12:00 UTC.")));
    assert!(page.contains(&format!(">Publish release {short}</button>")), "{page}");
    assert!(!button(&page, "publish").contains("disabled"));

    let page = press_button(&mara, &[("do", "publish"), ("release", &short)]).await;
    assert_eq!(status(&page), format!("Readers get version 1, release {short}, from now on."));
    assert!(page.contains("Readers get it."), "{page}");
    assert!(button(&page, "publish").contains("disabled aria-describedby=\"why-publish\""));
    assert!(page.contains("id=\"why-publish\">Readers get what was built last already."), "{page}");
    let told = mara.json("/api/launch/preview").await;
    assert_eq!(told["built"]["reach"], "present");
    assert_eq!(told["versions"][0]["version"], 1);
    assert_eq!(told["versions"][0]["release"], told["built"]["release"]);
    let published = told["versions"][0]["published_at"].as_str().expect("a moment");
    published.parse::<Timestamp>().expect("a moment");

    // Nothing is said of what nobody did, whatever the address says.
    let page = plain(&mara.get("/launch/preview?done=%3Cb%3Ewon%3C/b%3E").await.text);
    assert!(!page.contains("role=\"status\"") && !page.contains("<b>won"), "{page}");

    // Built again without a change it is the same release, and readers have it.
    let page = press_button(&mara, &[("do", "build")]).await;
    assert_eq!(
        status(&page),
        format!("Release {short} was built: it is what readers get already.")
    );
}

/// Where texts have changed since, publishing what was built would leave the change out: that is said before.
#[tokio::test]
async fn texts_that_changed_since_a_build_are_told_before_it_is_published() {
    let house = press();
    let mara = house.visitor("mara");
    let page = press_button(&mara, &[("do", "build")]).await;
    let first = field(&page, "release");
    assert!(!page.contains("changed since it was built"), "{page}");
    let value = shown(&mara, "ui/a#m").await;
    settle(&mara, &value, "accept", "m = Uno").await;
    let page = plain(&mara.get("/launch/preview").await.text);
    let warning = "1 unit has changed since it was built. The release does not hold the change. \
                   <a href=\"#differs\">See what would change</a>";
    assert!(page.contains(warning) && page.contains("id=\"differs\""), "{page}");
    assert_eq!(mara.json("/api/launch/preview").await["built"]["changed"], 1);
    let page = press_button(&mara, &[("do", "build")]).await;
    let second = field(&page, "release");
    assert_ne!(first, second);
    assert!(!page.contains("changed since it was built"), "{page}");
    // Who still sees the page of before publishes nothing by it.
    let csrf = field(&mara.get("/").await.text, "csrf");
    let fields = [("csrf", csrf.as_str()), ("do", "publish"), ("release", &first)];
    let told = mara.form("/launch/preview", &fields).await;
    assert_eq!(told.status, StatusCode::CONFLICT, "{}", told.text);
    assert!(plain(&told.text).contains(&format!("another release than `{first}` was built since")));
    assert_eq!(mara.json("/api/launch/preview").await["versions"], json!([]));
}

/// A release of before a gate closed is told to be one; readers had one that was rolled back.
#[tokio::test]
async fn what_was_built_before_a_gate_closed_is_told_to_be_of_before() {
    let house = press();
    let mara = house.visitor("mara");
    let page = press_button(&mara, &[("do", "build")]).await;
    let first = field(&page, "release");
    press_button(&mara, &[("do", "publish"), ("release", &first)]).await;
    let value = shown(&mara, "ui/a#m").await;
    settle(&mara, &value, "accept", "m = Uno").await;
    let page = press_button(&mara, &[("do", "build")]).await;
    let second = field(&page, "release");
    press_button(&mara, &[("do", "publish"), ("release", &second)]).await;

    let page = plain(&mara.get("/launch/preview").await.text);
    let told = mara.json("/api/launch/preview").await;
    assert_eq!(told["versions"].as_array().expect("versions").len(), 2);
    let option = format!("<option value=\"\">The one before: 1 · {first} · ");
    let (_, rest) = page.split_once(&option).expect("the version before, with its date");
    assert!(rest.split('<').next().expect("a text").ends_with(" UTC"), "{page}");
    assert!(page.contains(">From channel <") && page.contains(">Version <"), "{page}");
    let page = press_button(&mara, &[("do", "roll-back")]).await;
    let said = format!("Rolled back: readers get version 3, release {first}, from now on.");
    assert_eq!(status(&page), said);
    assert!(page.contains("Readers had it as version 2, and get another one now."), "{page}");
    let told = mara.json("/api/launch/preview").await;
    assert_eq!((&told["built"]["reach"], &told["built"]["version"]), (&json!("former"), &json!(2)));
    assert!(!page.contains("is of before"), "{page}");

    // A source that says another number than its translation closes the gate for errors.
    let value = shown(&mara, "ui/a#n").await;
    settle(&mara, &value, "accept", "n = Dos").await;
    house.write("out/es/a.ftl", "m = Uno\nn = Dos { $lost }\n");
    let value = shown(&mara, "ui/a#n").await;
    settle(&mara, &value, "accept", "n = Dos { $lost }").await;
    let page = plain(&mara.get("/launch/preview").await.text);
    assert!(page.contains("The release is of before: the gates were open"), "{page}");
    assert!(button(&page, "build").contains("disabled aria-describedby=\"why-build\""), "{page}");
    assert!(page.contains("id=\"why-build\">Nothing is built while a gate is closed."), "{page}");
}

/// What another channel has is taken over, and it is told so.
#[tokio::test]
async fn a_promotion_says_what_it_did() {
    let house = press();
    let mara = house.visitor("mara");
    let csrf = field(&mara.get("/").await.text, "csrf");
    for what in ["build", "publish"] {
        let told = mara.form("/launch/early", &[("csrf", &csrf), ("do", what)]).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    }
    let page = press_button(&mara, &[("do", "promote"), ("from", "early")]).await;
    assert!(status(&page).starts_with("Promoted: readers get version 1, release "), "{page}");
    assert!(page.contains("Promote: readers of preview get the very release"), "{page}");
}

/// A change of a source is one of each locale that falls back to it, and still of one unit.
#[tokio::test]
async fn a_unit_that_changed_in_several_locales_is_one() {
    let house = press();
    let mara = house.visitor("mara");
    press_button(&mara, &[("do", "build")]).await;
    let value = shown(&mara, "ui/a#m").await;
    house.write("src/a.ftl", "m = One more\nn = Two\n");
    house.write("src/b.ftl", "o = Three\n");
    let sent = accept(&value, "m = Uno");
    mara.post("/api/unit/es", &sent).await;
    let value = shown(&mara, "ui/a#n").await;
    settle(&mara, &value, "accept", "n = Two").await;
    let told = mara.json("/api/launch/preview").await;
    let changes = told["changes"].as_array().expect("changes");
    let of = |unit: &str| changes.iter().filter(|it| it["unit"] == unit).count();
    assert!(of("ui/a#m") > 1 && of("ui/b#o") > 1, "{told}");
    assert_eq!(told["built"]["changed"], 2, "{told}");
}
