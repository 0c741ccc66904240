//! Who may do what, in a room with accounts.

mod kit;

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use hexapla_people::{Accounts, ClaimOnUnit, Role, Timestamp};
use http_body_util::BodyExt;
use kit::{CONFIG, House, PASSWORD, Told, field, lent, plain, tell, with_each_role};
use tower::ServiceExt;

/// A browser: keeps what it is told to.
struct Browser<'a> {
    house: &'a House,
    cookies: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    fn new(house: &'a House) -> Self {
        Self { house, cookies: Vec::new() }
    }

    async fn send(&mut self, method: &str, path: &str, fields: &[(&str, &str)]) -> Told {
        self.ask(method, path, fields, false).await
    }

    /// The same, where a script of a page may want a part of one.
    async fn ask(
        &mut self,
        method: &str,
        path: &str,
        fields: &[(&str, &str)],
        is_part: bool,
    ) -> Told {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, it)| format!("{name}={it}")).collect();
        let text = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "review.example")
            .header("cookie", cookies.join("; "))
            .header("content-type", "application/x-www-form-urlencoded")
            .header(if is_part { "hx-request" } else { "x-no-part" }, "true")
            .body(Body::from(text))
            .expect("a request");
        let told = tell(&self.house.router, request).await;
        for line in told.headers.get_all("set-cookie") {
            let line = line.to_str().expect("text");
            let (name, value) =
                line.split(';').next().and_then(|it| it.split_once('=')).expect("a cookie");
            self.cookies.retain(|(it, _)| it != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
            assert!(line.contains("HttpOnly") && line.contains("SameSite="), "{line}");
        }
        told
    }

    async fn get(&mut self, path: &str) -> Told {
        self.send("GET", path, &[]).await
    }

    /// Sends a form with the token that the page at `from` has.
    async fn form(&mut self, from: &str, path: &str, fields: &[(&str, &str)]) -> Told {
        let csrf = field(&self.get(from).await.text, "csrf");
        let fields: Vec<(&str, &str)> =
            fields.iter().copied().chain([("csrf", csrf.as_str())]).collect();
        self.send("POST", path, &fields).await
    }

    async fn sign_in(&mut self, handle: &str) {
        let fields = [("handle", handle), ("password", PASSWORD), ("back", "/queue/es")];
        let told = self.form("/sign-in", "/sign-in", &fields).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
        assert_eq!(told.headers["location"], "/queue/es");
    }
}

/// A room with one account of each role; those about texts hold for Spanish.
fn house() -> House {
    with_each_role(|_| ())
}

#[tokio::test]
async fn a_stranger_sees_the_door_and_nothing_else() {
    let house = house();
    let mut browser = Browser::new(&house);
    for path in ["/", "/queue/es", "/unit/es?unit=ui/a%23m", "/activity.atom", "/people", "/live"] {
        let told = browser.get(path).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{path}");
        assert!(told.headers["location"].to_str().expect("text").starts_with("/sign-in?back="));
    }
    let told = browser.get("/api/queue/es").await;
    assert_eq!(told.status, StatusCode::UNAUTHORIZED);
    let door = browser.get("/sign-in").await;
    assert!(!door.text.contains("/queue/") && !door.text.contains("ui/a"), "{}", door.text);
    // A handle chosen by oneself is nobody here.
    browser.cookies.push(("hexapla-handle".to_owned(), "admin".to_owned()));
    assert_eq!(browser.get("/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn wrong_passwords_are_told_alike_and_then_have_to_wait() {
    let house = house();
    let mut browser = Browser::new(&house);
    let mut statuses = Vec::new();
    // The wait doubles with each, so that it is longer than even a busy machine takes at last.
    for handle in ["nobody"].into_iter().chain(["admin"; 12]) {
        let fields = [("handle", handle), ("password", "not the password"), ("back", "/")];
        let told = browser.form("/sign-in", "/sign-in", &fields).await;
        assert!(!told.text.contains("not the password"));
        statuses.push(told.status);
        if told.status == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
    }
    let (last, before) = statuses.split_last().expect("tries");
    assert_eq!(*last, StatusCode::TOO_MANY_REQUESTS, "{statuses:?}");
    assert!(before.len() >= 5 && before.iter().all(|it| *it == StatusCode::UNAUTHORIZED));
}

/// The matrix of who may do what, as it stands in the documentation.
#[tokio::test]
async fn each_role_may_do_what_the_matrix_says_and_nothing_else() {
    let house = house();
    type Sent = &'static [(&'static str, &'static str)];
    let actions: [(&str, &str, &str, Sent); 11] = [
        ("look at coverage", "GET", "/", &[]),
        ("look at a unit", "GET", "/unit/es?unit=ui/a%23m", &[]),
        ("settle in their locale", "POST", "/unit/es", &[("unit", "ui/a#m"), ("decision", "keep")]),
        (
            "settle in another locale",
            "POST",
            "/unit/ar",
            &[("unit", "ui/a#m"), ("decision", "keep")],
        ),
        (
            "keep everywhere",
            "POST",
            "/unit/es",
            &[("unit", "ui/a#m"), ("decision", "keep-everywhere")],
        ),
        ("build a release", "POST", "/launch/preview", &[("do", "build")]),
        ("see what waits for git", "GET", "/sync", &[]),
        ("bring git up to date", "POST", "/sync", &[]),
        ("see accounts", "GET", "/people", &[]),
        ("change accounts", "POST", "/people", &[("handle", "nobody"), ("do", "sign-out")]),
        ("invite", "POST", "/people/invite", &[("role", "viewer")]),
    ];
    let may = |role: Role, action: &str| match action {
        "look at coverage" | "look at a unit" => true,
        "settle in their locale" => {
            matches!(role, Role::Translator | Role::Reviewer | Role::Editor)
        }
        "settle in another locale" => false,
        "keep everywhere" => role == Role::Editor,
        "build a release" => role == Role::Publisher,
        "see what waits for git" | "bring git up to date" => {
            matches!(role, Role::Editor | Role::Publisher)
        }
        _ => role == Role::Admin,
    };
    let mut tried = 0;
    for role in Role::ALL {
        let mut browser = Browser::new(&house);
        browser.sign_in(role.as_str()).await;
        for (action, method, path, fields) in actions {
            let told = match method {
                "GET" => browser.get(path).await,
                _ => browser.form("/", path, fields).await,
            };
            let is_refused = told.status == StatusCode::FORBIDDEN;
            assert_eq!(
                !is_refused,
                may(role, action),
                "{role}: {action}: {} {}",
                told.status,
                told.text
            );
            tried += 1;
        }
    }
    assert_eq!(tried, 6 * 11);
}

#[tokio::test]
async fn an_invite_makes_one_account_and_who_signs_out_is_out() {
    let house = house();
    let mut admin = Browser::new(&house);
    admin.sign_in("admin").await;
    let fields = [("role", "translator"), ("locales", "es"), ("handle", "")];
    let made = admin.form("/people", "/people/invite", &fields).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let path =
        made.text.split("/invite/").nth(1).and_then(|it| it.split('"').next()).expect("a path");
    let path = format!("/invite/{path}");
    let mut mara = Browser::new(&house);
    let invited = mara.get(&path).await.text;
    assert!(plain(&invited).contains("You become: Translator"), "{invited}");
    for (handle, password, status) in [
        ("mara", "short", 422),
        ("admin", PASSWORD, 409),
        ("not a handle", PASSWORD, 422),
        ("mara", PASSWORD, 303),
        ("other", PASSWORD, 404),
    ] {
        let fields = [("handle", handle), ("name", "Mara"), ("password", password)];
        let told = mara.form("/sign-in", &path, &fields).await;
        assert_eq!(told.status.as_u16(), status, "{handle}: {}", told.text);
    }
    assert_eq!(mara.get("/").await.status, StatusCode::OK);
    assert_eq!(mara.form("/", "/sign-out", &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(mara.get("/").await.status, StatusCode::SEE_OTHER);
}

/// Whoever gets the address of an invite needs all of it, by the name and the scheme that the room is asked by.
#[tokio::test]
async fn an_invite_is_told_by_its_whole_address() {
    let house = house();
    let mut admin = Browser::new(&house);
    admin.sign_in("admin").await;
    let fields = [("role", "translator"), ("locales", "es"), ("handle", "lena")];
    let made = admin.form("/people", "/people/invite", &fields).await.text;
    let start = "<input id=\"made\" readonly autofocus value=\"http://review.example/invite/";
    assert!(made.contains(start), "{made}");
    assert!(made.contains("data-copy=\"made\"") && made.contains("<label for=\"made\">"), "{made}");
    // By a server with TLS in front.
    let house = house.reopened(|it| it.secure = true);
    let mut admin = Browser::new(&house);
    admin.sign_in("admin").await;
    let made = admin.form("/people", "/people/invite", &fields).await.text;
    assert!(made.contains("value=\"https://review.example/invite/"), "{made}");
}

/// A slip of the pen would give somebody no right at all, unsaid.
#[tokio::test]
async fn a_locale_that_the_project_has_not_is_refused() {
    let house = house();
    let mut admin = Browser::new(&house);
    admin.sign_in("admin").await;
    for (path, fields) in [
        ("/people/invite", &[("role", "translator"), ("locales", "es xx")][..]),
        (
            "/people",
            &[
                ("handle", "translator"),
                ("do", "rights"),
                ("role", "translator"),
                ("locales", "xx"),
            ],
        ),
    ] {
        let told = admin.form("/people", path, fields).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", told.text);
        let text = plain(&told.text);
        assert!(text.contains("the project is not translated into `xx`"), "{text}");
        assert!(text.contains("it is translated into ar, es"), "{text}");
    }
    let page = admin.get("/people").await.text;
    assert!(!page.contains("xx"), "nothing was changed: {page}");
    let offered = "<datalist id=\"locales\"><option value=\"ar\"></option><option value=\"es\"></option></datalist>";
    assert!(page.contains(offered), "{page}");
    assert_eq!(page.matches("name=\"locales\"").count(), page.matches("list=\"locales\"").count());
    // An editor of the source is no slip.
    let fields = [("role", "editor"), ("locales", "en")];
    assert_eq!(admin.form("/people", "/people/invite", &fields).await.status, StatusCode::OK);
}

/// Where the config names people, an account gets no more than it gives: whoever gives roles is told so.
#[tokio::test]
async fn roles_that_count_for_nothing_are_told_where_they_are_given() {
    let house = house();
    let people = "[people.translator]\nroles = [\"translator\"]\nlocales = [\"es\"]\n\
                  [people.reviewer]\nroles = [\"reviewer\"]\nlocales = [\"ar\"]\n\
                  [people.editor]\nroles = [\"editor\"]\n";
    house.write("hexapla.toml", &format!("{CONFIG}{people}"));
    let house = house.reopened(|_| ());
    let mut admin = Browser::new(&house);
    admin.sign_in("admin").await;
    let page = plain(&admin.get("/people").await.text);
    let row = |page: &str, handle: &str| -> String {
        let (_, rest) =
            page.split_once(&format!("<th scope=\"row\"><bdi>{handle}</bdi>")).expect("a row");
        rest.split("</tr>").next().expect("a row").to_owned()
    };
    let none =
        |handle: &str| format!("gives `{handle}` none of that: no state that they give counts");
    assert!(row(&page, "reviewer").contains(&none("reviewer")), "{page}");
    for handle in ["translator", "editor", "viewer", "publisher", "admin"] {
        assert!(!row(&page, handle).contains("hexapla.toml"), "{handle}: {page}");
    }
    // The rights that count for less, and an invite of somebody whom nobody named.
    let fields = [
        ("handle", "translator"),
        ("do", "rights"),
        ("role", "translator"),
        ("role", "reviewer"),
        ("locales", "es"),
    ];
    let told = admin.form("/people", "/people", &fields).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    let page = plain(&admin.get("/people").await.text);
    let less = "hexapla.toml gives `translator` less: only translator in es counts";
    assert!(row(&page, "translator").contains(less), "{page}");
    let fields = [("role", "translator"), ("locales", "es"), ("handle", "lena")];
    let made = plain(&admin.form("/people", "/people/invite", &fields).await.text);
    let (_, rest) = made.split_once("role=\"status\"").expect("a status");
    assert!(rest.split("</section>").next().expect("a part").contains(&none("lena")), "{made}");
}

#[tokio::test]
async fn what_is_decided_is_credited_to_who_signed_in() {
    let house = house();
    let mut browser = Browser::new(&house);
    browser.sign_in("translator").await;
    let told = accept(&mut browser, "/unit/es", &[("handle", "admin")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    let page = browser.get("/unit/es?unit=ui%2Fa%23m").await.text;
    assert!(page.contains("translator") && page.contains("Confirmed by"), "{page}");
    assert!(!page.contains("Confirmed by \u{2068}admin"), "{page}");
}

/// Accepts a text of the unit as its page shows it, with more fields.
async fn accept(browser: &mut Browser<'_>, to: &str, more: &[(&str, &str)]) -> Told {
    let page = browser.get(UNIT).await.text;
    let (source, target) = (field(&page, "source"), field(&page, "target"));
    let fields = [
        ("unit", "ui/a#m"),
        ("source", source.as_str()),
        ("target", target.as_str()),
        ("text", "m = Un"),
        ("decision", "accept"),
    ];
    browser.form("/", to, &[&fields[..], more].concat()).await
}

const UNIT: &str = "/unit/es?unit=ui%2Fa%23m";

#[tokio::test]
async fn a_claim_is_seen_by_others_and_in_nobodys_way() {
    let house = house();
    let [mut mara, mut ines] = [Browser::new(&house), Browser::new(&house)];
    mara.sign_in("translator").await;
    ines.sign_in("reviewer").await;
    assert!(mara.get(UNIT).await.text.contains("I am working on it"));
    let take = [("unit", "ui/a#m"), ("do", "take"), ("queue", "claim=free")];
    let told = mara.form("/", "/unit/es/claim", &take).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert_eq!(told.headers["location"], format!("{UNIT}&claim=free"));
    assert!(mara.get(UNIT).await.text.contains("Yours for"));
    for path in [UNIT, "/queue/es"] {
        let page = ines.get(path).await.text;
        assert!(page.contains("\u{2068}translator\u{2069} is working on it"), "{path}: {page}");
    }
    for (query, mine, theirs) in [("mine", 1, 0), ("free", 0, 0), ("", 1, 1)] {
        let path = if query.is_empty() { String::new() } else { format!("?claim={query}") };
        for (browser, units) in [(&mut mara, mine), (&mut ines, theirs)] {
            let told = browser.get(&format!("/api/queue/es{path}")).await.text;
            assert!(told.contains(&format!("\"units\":{units},")), "{query}: {told}");
        }
    }
    // Who comes second is told who was first, and may settle it all the same.
    let second = ines.form("/", "/api/unit/es/claim", &take).await;
    assert_eq!(second.status, StatusCode::CONFLICT, "{}", second.text);
    let release = [("unit", "ui/a#m"), ("do", "release")];
    let told = ines.form("/", "/api/unit/es/claim", &release).await.text;
    assert!(told.contains("\"by\":\"translator\""), "only one's own: {told}");
    let told = accept(&mut ines, "/api/unit/es", &[]).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let told = mara.get("/api/unit/es?unit=ui%2Fa%23m").await.text;
    assert!(told.contains("\"claim\":null"), "settling releases it: {told}");
}

#[tokio::test]
async fn a_claim_is_told_to_who_listens() {
    let house = house();
    let mut mara = Browser::new(&house);
    mara.sign_in("translator").await;
    let mut events = listen(&mara).await;
    assert!(next(&mut events).await.contains("event: turn"));
    let take = [("unit", "ui/a#m"), ("do", "take")];
    let told = mara.form("/", "/unit/es/claim", &take).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert!(next(&mut events).await.contains("event: claim"));
}

#[tokio::test]
async fn a_claim_that_ends_is_told_to_who_listens() {
    let house = house();
    let accounts = Accounts::open(&house.path("room.sqlite")).expect("accounts");
    let (mara, es) = ("translator".parse().expect("a handle"), "es".parse().expect("a locale"));
    let mut ines = Browser::new(&house);
    ines.sign_in("reviewer").await;
    // It was claimed almost half an hour ago, so that it ends in a moment.
    let now = hexapla_workspace::now().as_seconds();
    let then = Timestamp::from_seconds(now - ClaimOnUnit::SECONDS + 2);
    accounts.claim(&mara, &es, "ui/a#m", then).expect("claimed");
    assert!(ines.get(UNIT).await.text.contains("is working on it"));
    let mut events = listen(&ines).await;
    assert!(next(&mut events).await.contains("event: turn"));
    let told = tokio::time::timeout(Duration::from_secs(30), next(&mut events)).await;
    assert!(told.expect("in time").contains("event: claim"));
    assert!(!ines.get(UNIT).await.text.contains("is working on it"));
}

/// What a browser hears of changes.
async fn listen(browser: &Browser<'_>) -> Body {
    let cookies: Vec<String> =
        browser.cookies.iter().map(|(name, it)| format!("{name}={it}")).collect();
    let request = Request::builder().uri("/live").header("host", "review.example");
    let request = request.header("cookie", cookies.join("; ")).body(Body::empty());
    let router = browser.house.router.clone();
    router.oneshot(request.expect("a request")).await.expect("an answer").into_body()
}

/// The next event.
async fn next(events: &mut Body) -> String {
    let frame = events.frame().await.expect("an event").expect("bytes");
    String::from_utf8_lossy(frame.data_ref().expect("data")).into_owned()
}

#[tokio::test]
async fn who_may_not_decide_is_told_who_may() {
    let house = house();
    let mut browser = Browser::new(&house);
    browser.sign_in("viewer").await;
    let page = browser.get(UNIT).await.text;
    assert!(!page.contains("value=\"accept\""), "{page}");
    let plain = plain(&page);
    for what in
        ["You may look at es", "Translator, Reviewer, Editor", "editor, reviewer, translator"]
    {
        assert!(plain.contains(what), "{what}: {plain}");
    }
    // Those roles hold in Spanish alone.
    let page = browser.get("/unit/ar?unit=ui%2Fa%23m").await.text;
    assert!(page.contains("Nobody here has such a role"), "{page}");
    let mut editor = Browser::new(&house);
    editor.sign_in("editor").await;
    assert!(!editor.get(UNIT).await.text.contains("You may look at"));
}

#[tokio::test]
async fn without_accounts_nobody_is_asked_who_works_on_what() {
    let house = House::of(&[("src/a.ftl", "m = One\n"), ("out/es/a.ftl", "m = Uno\n")]);
    let mara = house.visitor("mara");
    for path in [UNIT, "/queue/es"] {
        let page = mara.get(path).await.text;
        assert!(!page.contains("/claim") && !page.contains("name=\"claim\""), "{path}");
    }
    let value = serde_json::json!({ "unit": "ui/a#m", "do": "take" });
    assert_eq!(mara.post("/api/unit/es/claim", &value).await.status, StatusCode::NOT_FOUND);
    let queue = mara.json("/api/queue/es?claim=mine").await;
    assert_eq!(queue["units"], 1, "{queue}");
}

/// The form of a unit in Spanish, as its page has it, filled in.
async fn filled(
    browser: &mut Browser<'_>,
    address: &str,
    text: &str,
) -> Vec<(&'static str, String)> {
    let page = browser.get(address).await.text;
    let mut fields = kit::fields(&page, &["csrf", "unit", "source", "target", "base", "queue"]);
    fields.extend([("text", text.to_owned()), ("decision", "accept".to_owned())]);
    fields
}

#[tokio::test]
async fn whoever_was_signed_out_meanwhile_is_led_to_the_door_and_back_to_the_unit() {
    let house = house();
    let mut browser = Browser::new(&house);
    browser.sign_in("translator").await;
    let unit = "/unit/es?unit=ui%2Fa%23m&need=unverified";
    let door = "/sign-in?back=%2Funit%2Fes%3Funit%3Dui%252Fa%2523m%26need%3Dunverified";
    let fields = filled(&mut browser, unit, "m = Dos").await;
    let fields = lent(&fields);
    let told = browser.form("/", "/sign-out", &[]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    for path in ["/unit/es", "/unit/es/claim"] {
        let told = browser.send("POST", path, &fields).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
        assert_eq!(told.headers["location"], door);
    }
    // A page leads back to itself, what speaks of no page of the room to the first.
    for (back, leads) in
        [("/document/es?resource=ui/a", "%2Fdocument%2Fes%3Fresource%3Dui%2Fa"), ("//evil", "%2F")]
    {
        let told = browser.send("POST", "/undo", &[("back", back)]).await;
        assert_eq!(told.headers["location"], format!("/sign-in?back={leads}"));
    }
    // A part of a page says so, and where.
    let told = browser.ask("POST", "/unit/es/check?beside=1", &fields, true).await;
    assert_eq!(told.status, StatusCode::UNAUTHORIZED, "{}", told.text);
    assert!(told.text.contains(&format!("<a href=\"{door}\">Sign in</a>")), "{}", told.text);
    assert_eq!(house.read("out/es/a.ftl"), "m = Uno\n");
    assert!(
        browser
            .get(door)
            .await
            .text
            .contains("name=\"back\" value=\"/unit/es?unit=ui%2Fa%23m&#38;need=unverified\"")
    );

    // Signed in again, the form of before is not good, and what stands in it is not lost.
    browser.sign_in("translator").await;
    let told = browser.send("POST", "/unit/es", &fields).await;
    assert_eq!(told.status, StatusCode::FORBIDDEN, "{}", told.text);
    assert!(told.text.contains("\nm = Dos</textarea>"), "{}", told.text);
    assert_eq!(house.read("out/es/a.ftl"), "m = Uno\n");
    let mut again = fields.clone();
    let csrf = field(&told.text, "csrf");
    again.retain(|it| it.0 != "csrf");
    again.push(("csrf", &csrf));
    let told = browser.send("POST", "/unit/es", &again).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert_eq!(house.read("out/es/a.ftl"), "m = Dos\n");
    // Who may not decide is shown no form, whatever they send.
    browser.form("/", "/sign-out", &[]).await;
    browser.sign_in("viewer").await;
    let told = browser.send("POST", "/unit/es", &fields).await;
    assert_eq!(told.status, StatusCode::FORBIDDEN, "{}", told.text);
    assert!(!told.text.contains("m = Dos"), "{}", told.text);
}

#[tokio::test]
async fn whoever_signs_in_after_somebody_else_takes_back_nothing_of_theirs() {
    let house = house();
    let mut browser = Browser::new(&house);
    browser.sign_in("translator").await;
    let unit = "/unit/es?unit=ui%2Fa%23m";
    let fields = filled(&mut browser, unit, "m = Dos").await;
    let told = browser.send("POST", "/unit/es", &lent(&fields)).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert!(browser.get(unit).await.text.contains("action=\"/undo\""));
    browser.form("/", "/sign-out", &[]).await;
    browser.sign_in("reviewer").await;
    let page = browser.get(unit).await.text;
    assert!(!page.contains("action=\"/undo\"") && !page.contains("class=\"settled\""), "{page}");
    let told = browser.form(unit, "/undo", &[("back", unit)]).await;
    assert_eq!(told.headers["location"], format!("{unit}&told=nothing-back"));
    assert_eq!(house.read("out/es/a.ftl"), "m = Dos\n");
}

#[tokio::test]
async fn who_is_signed_in_finds_the_way_from_an_address_that_leads_nowhere() {
    let house = house();
    let mut browser = Browser::new(&house);
    let told = browser.get("/nothing").await;
    assert_eq!(told.status, StatusCode::NOT_FOUND);
    assert!(!told.text.contains("href=\"/queue/es\""), "{}", told.text);
    browser.sign_in("translator").await;
    let told = browser.get("/nothing").await;
    assert_eq!(told.status, StatusCode::NOT_FOUND);
    assert!(told.text.contains("href=\"/queue/es\""), "{}", told.text);
}
