//! Programs that show tokens: what they may, and what becomes of tokens.

mod kit;

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use hexapla_people::{Accounts, ProgramToken, Role, Timestamp};
use hexapla_review::{Address, Tokens, addresses};
use kit::{House, Told, accept, field, path, tell, with_each_role};
use serde_json::Value;

/// A room with an account of each role; those about texts hold for Spanish.
fn house() -> House {
    with_each_role(|_| ())
}

fn accounts(house: &House) -> Accounts {
    Accounts::open(&house.path("room.sqlite")).expect("accounts")
}

/// A token of an account, as a program shows it.
fn token(house: &House, who: &str, name: &str, reads_only: bool) -> String {
    let now = hexapla_workspace::now();
    let made = ProgramToken::new(&who.parse().expect("a handle"), name, now);
    let made = accounts(house).add_token(&ProgramToken { reads_only, ..made }).expect("a token");
    made.program_secret().reveal().to_owned()
}

/// How somebody says who they are.
#[derive(Clone, Copy)]
enum By<'a> {
    Cookie(&'a str),
    Token(&'a str),
    Nothing,
}

fn request(by: By<'_>, method: &str, path: &str) -> axum::http::request::Builder {
    let request = Request::builder().method(method).uri(path).header("host", "review.example");
    match by {
        By::Cookie(cookie) => request.header("cookie", cookie),
        By::Token(token) => request.header("authorization", format!("Bearer {token}")),
        By::Nothing => request,
    }
}

async fn ask(house: &House, by: By<'_>, method: &str, path: &str) -> Told {
    // An empty object does nothing, even by who may.
    let request = request(by, method, path).header("content-type", "application/json");
    let body = if method == "POST" { Body::from("{}") } else { Body::empty() };
    tell(&house.router, request.body(body).expect("a request")).await
}

async fn get(house: &House, by: By<'_>, path: &str) -> Told {
    ask(house, by, "GET", path).await
}

/// The cookie of a browser that somebody signed in on.
fn cookie(house: &House, who: &str) -> String {
    let now = hexapla_workspace::now();
    let token = accounts(house).sign_in(&who.parse().expect("a handle"), now).expect("signed in");
    format!("hexapla-session={}; hexapla-sign-in={}", kit::SESSION, token.secret().reveal())
}

/// Sends a form as a browser does, with what its page gave it.
async fn form(house: &House, cookie: &str, path: &str, fields: &[(&str, &str)]) -> Told {
    let csrf = field(&get(house, By::Cookie(cookie), "/").await.text, "csrf");
    let text = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .append_pair("csrf", &csrf)
        .finish();
    let request = request(By::Cookie(cookie), "POST", path)
        .header("content-type", "application/x-www-form-urlencoded");
    tell(&house.router, request.body(Body::from(text)).expect("a request")).await
}

/// What ends the visit of a browser, and what never ends.
const LASTING: [&str; 2] = ["/sign-out", "/live"];

/// Each address of the table by each role, with a cookie and with a token: the same is refused.
#[tokio::test]
async fn a_token_opens_what_a_cookie_opens_where_it_is_taken_and_nothing_else() {
    let house = house();
    let is_refused = |it: StatusCode| it == StatusCode::FORBIDDEN || it == StatusCode::UNAUTHORIZED;
    let (mut compared, mut refused) = (0, 0);
    for role in Role::ALL {
        let cookie = cookie(&house, role.as_str());
        let full = token(&house, role.as_str(), "full", false);
        let reading = token(&house, role.as_str(), "reading", true);
        for address in addresses().filter(|it| !LASTING.contains(&it.path)) {
            let Address { method, roles, is_of_locale, tokens, .. } = address;
            for locale in ["es", "ar"] {
                let path = path(&address, locale);
                let may =
                    roles.is_empty() || roles.contains(&role) && (locale == "es" || !is_of_locale);
                let by_cookie = ask(&house, By::Cookie(&cookie), method, &path).await.status;
                assert_eq!(!is_refused(by_cookie), may, "{role}: {method} {path}: {by_cookie}");
                let told = ask(&house, By::Token(&full), method, &path).await;
                if tokens == Tokens::Nowhere {
                    let is_known = !roles.is_empty() && !is_door(&told);
                    assert!(!is_known, "{role}: {method} {path}: {}", told.status);
                } else {
                    assert_eq!(told.status, by_cookie, "{role}: {method} {path}: {}", told.text);
                }
                let told = ask(&house, By::Token(&reading), method, &path).await;
                match (tokens, method) {
                    (Tokens::Nowhere, _) => assert!(roles.is_empty() || is_door(&told), "{path}"),
                    (_, "GET") => assert_eq!(told.status, by_cookie, "{role}: {path}"),
                    _ => {
                        assert_eq!(told.status, StatusCode::FORBIDDEN, "{role}: {method} {path}");
                        assert!(told.text.contains("this token only reads"), "{}", told.text);
                        assert!(told.text.contains("\"hint\":\"make one"), "{}", told.text);
                    }
                }
                compared += 1;
                refused += usize::from(!may);
            }
        }
    }
    assert_eq!(compared, (addresses().count() - LASTING.len()) * Role::ALL.len() * 2);
    assert!(refused > 100, "{refused}");
}

/// Whether a stranger was told to sign in.
fn is_door(told: &Told) -> bool {
    let to = told.headers.get("location").and_then(|it| it.to_str().ok()).unwrap_or_default();
    told.status == StatusCode::UNAUTHORIZED || to.starts_with("/sign-in?back=")
}

/// What makes tokens, accounts or releases of a page is for people: a token that leaks cannot make more of itself.
#[test]
fn tokens_are_taken_below_api_by_spreadsheets_feeds_and_badges_alone() {
    for address in addresses() {
        let expected = match address.path {
            "/activity.atom" | "/badge/{file}" => Tokens::Address,
            "/coverage.csv" | "/trend.csv" | "/api" | "/unit/{locale}/screenshot" => Tokens::Header,
            path if path.starts_with("/api/") => Tokens::Header,
            _ => Tokens::Nowhere,
        };
        assert_eq!(address.tokens, expected, "{}", address.path);
    }
}

#[tokio::test]
async fn a_program_settles_a_unit_in_the_name_of_its_account_and_gets_no_cookie() {
    let house = house();
    let text = token(&house, "translator", "CI", false);
    let told = get(&house, By::Token(&text), "/api/unit/es?unit=ui%2Fa%23m").await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert!(!told.headers.contains_key("set-cookie"));
    assert_eq!(told.headers["cache-control"], "no-store");
    let shown: Value = serde_json::from_str(&told.text).expect("JSON");
    let body = accept(&shown, "m = Un");
    let send = async |kind: &str, body: String, to: &str| {
        let request = request(By::Token(&text), "POST", to).header("content-type", kind);
        tell(&house.router, request.body(Body::from(body)).expect("a request")).await
    };
    let told = send("application/json", body.to_string(), "/api/unit/es").await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert_eq!(house.read("out/es/a.ftl"), "m = Un\n");
    let by: String = std::fs::read_dir(house.path("ledger"))
        .expect("a ledger")
        .map(|it| std::fs::read_to_string(it.expect("an entry").path()).unwrap_or_default())
        .collect();
    assert!(by.contains("\"translator\"") && !by.contains("hxp_"), "{by}");
    // As a form too, which needs no token of a form.
    let told = send("application/x-www-form-urlencoded", String::new(), "/api/undo").await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    // Its account may settle in Spanish alone, and builds nothing.
    for to in ["/api/unit/ar", "/api/launch/preview", "/api/sync"] {
        let told = send("application/json", body.to_string(), to).await;
        assert_eq!(told.status, StatusCode::FORBIDDEN, "{to}: {}", told.text);
    }
}

#[tokio::test]
async fn who_shows_a_wrong_token_is_told_so_and_then_to_wait() {
    let house = house();
    let good = token(&house, "viewer", "CI", true);
    let removed = token(&house, "viewer", "gone", true);
    accounts(&house).remove_token(&"viewer".parse().expect("a handle"), "gone").expect("removed");
    let old =
        ProgramToken::new(&"viewer".parse().expect("a handle"), "old", Timestamp::from_seconds(0));
    let expired = accounts(&house).add_token(&old).expect("made").program_secret();
    let disabled = token(&house, "publisher", "CI", true);
    accounts(&house)
        .disable(&"publisher".parse().expect("a handle"), hexapla_workspace::now())
        .expect("disabled");
    let from = async |text: &str, address: &str| {
        let peer: SocketAddr = address.parse().expect("an address");
        let request = request(By::Token(text), "GET", "/api/coverage").extension(ConnectInfo(peer));
        tell(&house.router, request.body(Body::empty()).expect("a request")).await
    };
    let (swapped, longer, shorter) =
        (good.to_lowercase(), format!("{good}A"), &good[..good.len() - 1]);
    let wrong = [&removed, expired.reveal(), &disabled, "hxp_", shorter, &longer, &swapped];
    let wrong = wrong.into_iter().chain(["hxp_' OR 1=1 --", "hxp_%00", "hxp_AAAA AAAA"]);
    let long = format!("hxp_{}", "A".repeat(8000));
    for (number, text) in wrong.chain([long.as_str()]).enumerate() {
        // Each from an address of its own, so that none has to wait.
        let told = from(text, &format!("192.0.2.{number}:40000")).await;
        assert_eq!(told.status, StatusCode::UNAUTHORIZED, "{text}: {}", told.text);
        let challenge = told.headers["www-authenticate"].to_str().expect("text");
        assert_eq!(challenge, "Bearer realm=\"hexapla\", error=\"invalid_token\"");
        assert!(text == "hxp_" || !told.text.contains(text), "{}", told.text);
    }
    // What begins otherwise is somebody else's, and nobody here.
    for text in ["", "hxp_ü", "eyJhbGciOiJIUzI1NiJ9.e30.x", &good[4..], " "] {
        let told = from(text, "192.0.2.200:1").await;
        assert_eq!(told.status, StatusCode::UNAUTHORIZED, "{text}: {}", told.text);
        assert!(told.headers.contains_key("www-authenticate"));
    }
    let mut statuses = Vec::new();
    // The wait doubles with each, so that it is longer than even a busy machine takes at last.
    while statuses.last() != Some(&StatusCode::TOO_MANY_REQUESTS) && statuses.len() < 20 {
        statuses.push(from(&removed, "198.51.100.7:1").await.status);
    }
    assert_eq!(statuses.pop(), Some(StatusCode::TOO_MANY_REQUESTS));
    assert!(statuses.len() >= 5 && statuses.iter().all(|it| *it == StatusCode::UNAUTHORIZED));
    // A right one from there is no guess, and nobody else waits.
    assert_eq!(from(&good, "198.51.100.7:1").await.status, StatusCode::OK);
    assert_eq!(from(&removed, "198.51.100.8:1").await.status, StatusCode::UNAUTHORIZED);
    // Nor do passwords from there.
    let told = get(&house, By::Nothing, "/api/coverage").await;
    assert_eq!(told.headers["www-authenticate"], "Bearer realm=\"hexapla\"");
}

#[tokio::test]
async fn programs_of_one_account_are_paced_together() {
    let house = house();
    let tokens = ["a", "b"].map(|name| token(&house, "viewer", name, true));
    let admitted = async |text: &str| {
        let mut admitted = 0;
        while get(&house, By::Token(text), "/badge/es.svg").await.status == StatusCode::OK {
            admitted += 1;
            assert!(admitted < 100_000);
        }
        admitted
    };
    let [first, second] = [admitted(&tokens[0]).await, admitted(&tokens[1]).await];
    // What is left for the second is only what time gave back meanwhile.
    assert!(first >= 250 && second < 200, "{first}, {second}");
    let other = token(&house, "editor", "a", true);
    assert_eq!(get(&house, By::Token(&other), "/badge/es.svg").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_token_stands_in_the_address_of_a_feed_or_a_badge_alone_and_only_one_that_reads() {
    let house = house();
    let reading = token(&house, "viewer", "feed", true);
    let full = token(&house, "viewer", "CI", false);
    for path in ["/activity.atom", "/badge/es.svg"] {
        let told = get(&house, By::Nothing, &format!("{path}?token={reading}")).await;
        assert_eq!(told.status, StatusCode::OK, "{path}: {}", told.text);
        assert!(!told.text.contains("hxp_") && !told.headers.contains_key("set-cookie"));
        assert_eq!(told.headers["referrer-policy"], "no-referrer");
        assert_eq!(told.headers["cache-control"], "no-store");
        let told = get(&house, By::Nothing, &format!("{path}?token={full}")).await;
        assert_eq!(told.status, StatusCode::FORBIDDEN, "{path}: {}", told.text);
        assert!(told.text.contains("stands in no address"), "{}", told.text);
        for wrong in ["", "%FF%00"] {
            let told = get(&house, By::Nothing, &format!("{path}?a=1&token={wrong}&b=2")).await;
            assert_eq!(told.status, StatusCode::UNAUTHORIZED, "{path} {wrong}: {}", told.text);
        }
        assert_eq!(get(&house, By::Nothing, path).await.status, StatusCode::SEE_OTHER);
    }
    for address in addresses().filter(|it| it.tokens != Tokens::Address && !it.roles.is_empty()) {
        let path = format!("{}?token={reading}", path(&address, "es"));
        let told = ask(&house, By::Nothing, address.method, &path).await;
        assert!(is_door(&told), "{}: {}", path, told.status);
        let shown = format!("{:?}{}", told.headers, told.text);
        assert!(!shown.contains("hxp_"), "nothing repeats it: {shown}");
    }
}

/// Signs in, makes a token on the page, and looks for it wherever it could stand.
#[tokio::test]
async fn a_token_is_shown_once_to_its_owner_and_never_again() {
    let house = house();
    let mara = cookie(&house, "translator");
    let fields = [("do", "make"), ("name", "CI"), ("reach", "all"), ("days", "30")];
    let made = form(&house, &mara, "/tokens", &fields).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text);
    let text = made.text.split("value=\"hxp_").nth(1).and_then(|it| it.split('"').next());
    let text = format!("hxp_{}", text.expect("the token"));
    assert_eq!(text.len(), 47);
    assert_eq!(get(&house, By::Token(&text), "/api/coverage").await.status, StatusCode::OK);
    let admin = cookie(&house, "admin");
    let both = [By::Cookie(&mara), By::Cookie(&admin), By::Token(&text)];
    for by in both {
        for address in addresses().filter(|it| it.method == "GET" && it.path != "/live") {
            let told = get(&house, by, &path(&address, "es")).await;
            let shown = format!("{:?}{}", told.headers, told.text);
            assert!(!shown.contains(&text) && !shown.contains(&text[4..]), "{}", address.path);
        }
    }
    let page = get(&house, By::Cookie(&mara), "/tokens").await.text;
    for what in ["CI", "All that the account may", "value=\"remove\""] {
        assert!(page.contains(what), "{what}: {page}");
    }
    assert!(!page.contains("Never"), "it was used today: {page}");
    // Once more, as a browser that reloads does, makes no other.
    let again = form(&house, &mara, "/tokens", &fields).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.text);
    for (days, name) in [("0", "b"), ("3651", "b"), ("soon", "b"), ("30", " ")] {
        let fields = [("do", "make"), ("name", name), ("reach", "all"), ("days", days)];
        let told = form(&house, &mara, "/tokens", &fields).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{days} {name}: {}", told.text);
    }
    let fields = [("do", "make"), ("name", "<i>\"'&"), ("days", "")];
    let told = form(&house, &mara, "/tokens", &fields).await;
    assert!(
        told.text.contains("Without an end") && told.text.contains("Only read"),
        "{}",
        told.text
    );
    assert!(!told.text.contains("<i>"), "{}", told.text);
    // Nobody else's is listed, or removed by its name.
    let lena = cookie(&house, "reviewer");
    assert!(!get(&house, By::Cookie(&lena), "/tokens").await.text.contains(">CI<"));
    let fields = [("do", "remove"), ("name", "CI"), ("handle", "translator")];
    assert_eq!(form(&house, &lena, "/tokens", &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(get(&house, By::Token(&text), "/api/coverage").await.status, StatusCode::OK);
    assert_eq!(form(&house, &mara, "/tokens", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        get(&house, By::Token(&text), "/api/coverage").await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn an_admin_sees_the_tokens_of_all_and_removes_them() {
    let house = house();
    let text = token(&house, "editor", "nightly", false);
    let admin = cookie(&house, "admin");
    assert!(get(&house, By::Cookie(&admin), "/people").await.text.contains("nightly"));
    let fields = [("do", "remove-token"), ("handle", "editor"), ("name", "nightly")];
    let told = form(&house, &cookie(&house, "editor"), "/people", &fields).await;
    assert_eq!(told.status, StatusCode::FORBIDDEN);
    assert_eq!(form(&house, &admin, "/people", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        get(&house, By::Token(&text), "/api/coverage").await.status,
        StatusCode::UNAUTHORIZED
    );
}

/// No form of another site makes a token, nor does a token.
#[tokio::test]
async fn a_token_is_made_by_a_form_of_the_room_alone() {
    let house = house();
    let mara = cookie(&house, "translator");
    let full = token(&house, "translator", "CI", false);
    let body = "do=make&name=more&csrf=wrong";
    let kind = "application/x-www-form-urlencoded";
    for (by, status) in
        [(By::Cookie(&mara), StatusCode::FORBIDDEN), (By::Token(&full), StatusCode::FORBIDDEN)]
    {
        let request = request(by, "POST", "/tokens").header("content-type", kind);
        let told = tell(&house.router, request.body(Body::from(body)).expect("a request")).await;
        assert_eq!(told.status, status, "{}", told.text);
    }
    assert_eq!(accounts(&house).tokens(None).expect("read").len(), 1);
}

#[tokio::test]
async fn the_feed_has_an_address_for_a_reader() {
    let house = house();
    let mara = cookie(&house, "viewer");
    assert!(get(&house, By::Cookie(&mara), "/activity").await.text.contains("value=\"feed\""));
    let mut addresses = Vec::new();
    for name in ["feed", "feed 2"] {
        let told = form(&house, &mara, "/tokens", &[("do", "feed")]).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        let start = "value=\"http://review.example/activity.atom?token=";
        let token = told.text.split(start).nth(1).and_then(|it| it.split('"').next());
        addresses.push(format!("/activity.atom?token={}", token.expect("an address")));
        assert!(told.text.contains(&format!("<bdi>{name}</bdi>")), "{}", told.text);
    }
    for address in &addresses {
        let told = get(&house, By::Nothing, address).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        assert!(told.text.starts_with("<?xml"), "{}", told.text);
    }
    let all = accounts(&house).tokens(None).expect("read");
    assert!(all.iter().all(|it| it.reads_only && it.expires.is_some()), "{all:?}");
}

#[tokio::test]
async fn badges_are_for_everybody_where_the_room_was_told_so() {
    let house = house().reopened(|it| it.public_badges = true);
    let told = get(&house, By::Nothing, "/badge/es.svg").await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert!(told.text.starts_with("<svg") && !told.text.contains("ui/"), "{}", told.text);
    assert_eq!(get(&house, By::Nothing, "/badge/xx.svg").await.status, StatusCode::NOT_FOUND);
    for path in ["/", "/activity.atom", "/coverage.csv"] {
        assert_eq!(get(&house, By::Nothing, path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
    assert_eq!(get(&house, By::Nothing, "/api/coverage").await.status, StatusCode::UNAUTHORIZED);
}

/// A server in front has the last word on who is let in, so what it does not know of is nothing.
#[tokio::test]
async fn a_room_behind_a_server_that_says_who_asks_takes_no_tokens() {
    let house = house();
    let text = token(&house, "admin", "CI", false);
    let house = house.reopened(|it| it.proxy_header = Some("X-Remote-User".to_owned()));
    for named in [false, true] {
        for path in ["/api/coverage", "/activity.atom?token=hxp_x"] {
            let mut request = request(By::Token(&text), "GET", path);
            if named {
                request = request.header("x-remote-user", "viewer");
            }
            let told = tell(&house.router, request.body(Body::empty()).expect("a request")).await;
            assert_eq!(told.status, StatusCode::UNAUTHORIZED, "{path}: {}", told.text);
            assert!(told.text.contains("this room takes no tokens"), "{}", told.text);
        }
    }
    let request = request(By::Nothing, "GET", "/tokens").header("x-remote-user", "viewer");
    let told = tell(&house.router, request.body(Body::empty()).expect("a request")).await;
    assert_eq!(told.status, StatusCode::NOT_FOUND, "{}", told.text);
    let request = Request::builder().uri("/activity").header("host", "review.example");
    let request = request.header("x-remote-user", "viewer").body(Body::empty()).expect("a request");
    let page = tell(&house.router, request).await;
    assert!(page.status == StatusCode::OK && !page.text.contains("/tokens"), "{}", page.text);
}

#[tokio::test]
async fn what_programs_are_told_of_names_tokens_where_there_are_any() {
    let house = house();
    let text = token(&house, "viewer", "CI", true);
    let api = get(&house, By::Token(&text), "/api/openapi.json").await.text;
    let api: Value = serde_json::from_str(&api).expect("JSON");
    let bearer = &api["components"]["securitySchemes"]["bearer"];
    assert_eq!((&bearer["type"], &bearer["scheme"]), (&"http".into(), &"bearer".into()));
    let security = &api["paths"]["/api/coverage"]["get"]["security"];
    assert_eq!(security, &serde_json::json!([{ "session": [] }, { "bearer": [] }]));
    let page = get(&house, By::Cookie(&cookie(&house, "viewer")), "/api").await.text;
    assert!(
        page.contains("authorization: Bearer hxp_…") && page.contains("href=\"/tokens\""),
        "{page}"
    );
    // Without accounts there is nobody to have one.
    let open = House::of(&[("src/a.ftl", "m = One\n")]);
    let api = open.visitor("mara").json("/api/openapi.json").await;
    assert!(api["components"]["securitySchemes"]["bearer"].is_null());
    let mara = open.visitor("mara");
    assert_eq!(mara.get("/tokens").await.status, StatusCode::NOT_FOUND);
    assert!(!mara.get("/activity").await.text.contains("value=\"feed\""));
}
