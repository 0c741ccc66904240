//! Whom the room refuses, and what: by the table of its own addresses, by a server in front, by how much and how
//! often is asked.

mod kit;

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use hexapla_people::{Accounts, Role, Timestamp};
use hexapla_review::{Address, addresses};
use kit::{House, PASSWORD, Told, account, field, path, tell, with_each_role};
use tower::ServiceExt;

/// The header by which a server in front says who asks.
const HEADER: &str = "x-remote-user";

/// A room with one account of each role; those about texts hold for Spanish. `guest` is disabled.
fn house() -> House {
    with_each_role(|accounts| {
        let guest = account(accounts, "guest", Role::Admin);
        accounts.disable(&guest, Timestamp::from_seconds(0)).expect("disabled");
    })
}

/// The same behind a server that says who asks.
fn proxied() -> House {
    house().reopened(|it| it.proxy_header = Some("X-Remote-User".to_owned()))
}

fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header("host", "review.example")
}

/// How a room answers somebody whom a server in front names, or nobody. What is sent is an empty object, so
/// that nobody who may do something does it.
async fn asked(house: &House, who: Option<&str>, method: &str, path: &str) -> (StatusCode, String) {
    let mut request = request(method, path).header("content-type", "application/json");
    if let Some(who) = who {
        request = request.header(HEADER, who);
    }
    let body = if method == "GET" { Body::empty() } else { Body::from("{}") };
    let response = house.router.clone().oneshot(request.body(body).expect("a request")).await;
    let response = response.expect("an answer");
    let to = response.headers().get("location").and_then(|it| it.to_str().ok());
    (response.status(), to.unwrap_or_default().to_owned())
}

/// Each address of the room's own table, asked for by each role and by nobody.
#[tokio::test]
async fn every_address_is_for_whom_the_table_says_and_for_nobody_else() {
    let house = proxied();
    let is_refused = |it: StatusCode| it == StatusCode::FORBIDDEN || it == StatusCode::UNAUTHORIZED;
    let (mut tried, mut refused) = (0, 0);
    for address in addresses() {
        let Address { method, roles, is_of_locale, .. } = address;
        for role in Role::ALL {
            for locale in ["es", "ar"] {
                let may =
                    roles.is_empty() || roles.contains(&role) && (locale == "es" || !is_of_locale);
                let path = path(&address, locale);
                let (status, to) = asked(&house, Some(role.as_str()), method, &path).await;
                assert_eq!(!is_refused(status), may, "{role}: {method} {path}: {status}");
                assert!(!to.starts_with("/sign-in?"), "{role}: {method} {path}: {to}");
                assert_ne!(status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
                tried += 1;
                refused += usize::from(!may);
            }
        }
        for stranger in [None, Some("nobody"), Some("guest")] {
            let path = path(&address, "es");
            let (status, to) = asked(&house, stranger, method, &path).await;
            let is_led = status == StatusCode::SEE_OTHER && to.starts_with("/sign-in?back=");
            let is_page = method == "GET" && !path.starts_with("/api/");
            let is_kept_out = if is_page { is_led } else { status == StatusCode::UNAUTHORIZED };
            assert_eq!(is_kept_out, !roles.is_empty(), "{stranger:?}: {method} {path}: {status}");
        }
    }
    assert_eq!(tried, addresses().count() * Role::ALL.len() * 2);
    assert!(refused > 100, "{refused}");
}

/// Nobody gets in by saying who they are, but where the room was told to believe it.
#[tokio::test]
async fn who_a_server_in_front_names_is_let_in_and_nobody_whom_it_does_not_know() {
    let behind = proxied();
    assert_eq!(asked(&behind, Some("admin"), "GET", "/people").await.0, StatusCode::OK);
    assert_eq!(asked(&behind, Some("viewer"), "GET", "/people").await.0, StatusCode::FORBIDDEN);
    assert_eq!(asked(&behind, Some("viewer"), "GET", "/").await.0, StatusCode::OK);
    for stranger in ["nobody", "guest", "", "admin, viewer", "not a handle"] {
        let (status, to) = asked(&behind, Some(stranger), "GET", "/").await;
        assert_eq!(
            (status, to.as_str()),
            (StatusCode::SEE_OTHER, "/sign-in?back=%2F"),
            "{stranger}"
        );
    }
    // A sign-in of the room itself is none there: the server in front has the last word.
    let open = house();
    let token = Accounts::open(&open.path("room.sqlite")).expect("accounts");
    let now = hexapla_workspace::now();
    let token = token.sign_in(&"admin".parse().expect("a handle"), now).expect("signed in");
    let cookie = format!("hexapla-sign-in={}", token.secret().reveal());
    let signed_in = || request("GET", "/people").header("cookie", &cookie).body(Body::empty());
    assert_eq!(tell(&open.router, signed_in().expect("a request")).await.status, StatusCode::OK);
    // Without that setting the header is nothing.
    for path in ["/", "/people", "/sync"] {
        let (status, _) = asked(&open, Some("admin"), "GET", path).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{path}");
        let (status, _) = asked(&open, Some("admin"), "POST", "/api/undo").await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
    }
    let behind = open.reopened(|it| it.proxy_header = Some("X-Remote-User".to_owned()));
    let told = tell(&behind.router, signed_in().expect("a request")).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
}

/// A room without accounts on a message.
fn small() -> House {
    House::of(&[("src/a.ftl", "m = One\n"), ("out/es/a.ftl", "m = Uno\n")])
}

const CHECK: &str = "/api/unit/es/check";

async fn sent(house: &House, body: Body) -> Told {
    let request = Request::builder().method("POST").uri(CHECK).header("host", "localhost:8080");
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    tell(&house.router, request.body(body).expect("a request")).await
}

#[tokio::test]
async fn a_form_is_read_up_to_its_bound_and_refused_beyond() {
    let house = small();
    let most = 4 * 1024 * 1024;
    let of = |bytes: usize| Body::from(format!("text={}", "a".repeat(bytes - "text=".len())));
    // It is read whole, and then not taken for another reason: nobody made it for this visit.
    assert_eq!(sent(&house, of(most)).await.status, StatusCode::FORBIDDEN);
    let told = sent(&house, of(most + 1)).await;
    assert_eq!(told.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(told.text.contains("a form may have 4 MiB"), "{}", told.text);
    // So is one that says nothing of its length and would go on for ever.
    let endless = stream::repeat_with(|| Ok::<_, std::io::Error>(Bytes::from(vec![b'a'; 65536])));
    assert_eq!(
        sent(&house, Body::from_stream(endless)).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test(start_paused = true)]
async fn a_form_that_never_ends_is_waited_for_no_longer_than_a_while() {
    let house = small();
    let began = tokio::time::Instant::now();
    let first = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"text=a"))]);
    let told = sent(&house, Body::from_stream(first.chain(stream::pending()))).await;
    assert_eq!(told.status, StatusCode::REQUEST_TIMEOUT, "{}", told.text);
    assert!(told.text.contains("the form did not come in time"), "{}", told.text);
    assert_eq!(began.elapsed().as_secs(), 20);
}

#[tokio::test]
async fn who_asks_without_end_is_told_to_wait_and_others_are_answered() {
    let house = house();
    let ask = async |address: &str| {
        let peer: SocketAddr = address.parse().expect("an address");
        let request = request("GET", "/api/coverage").extension(ConnectInfo(peer));
        tell(&house.router, request.body(Body::empty()).expect("a request")).await
    };
    let mut admitted = 0;
    let told = loop {
        let told = ask("192.0.2.7:40000").await;
        if told.status != StatusCode::UNAUTHORIZED || admitted > 10_000 {
            break told;
        }
        admitted += 1;
    };
    assert_eq!(told.status, StatusCode::TOO_MANY_REQUESTS, "after {admitted}: {}", told.text);
    assert!(admitted >= 250, "{admitted}");
    assert!(told.text.contains("then go on with at most 50 a second"), "{}", told.text);
    // From another port it is the same visitor, from another address it is not.
    assert_eq!(ask("192.0.2.8:40000").await.status, StatusCode::UNAUTHORIZED);
}

/// What a browser is told to keep, and whether for TLS alone.
fn cookies(told: &Told) -> Vec<(String, String)> {
    let lines = told.headers.get_all("set-cookie").iter().map(|it| it.to_str().expect("text"));
    let split = |it: &str| {
        let (name, rest) = it.split_once('=').expect("a cookie");
        (name.to_owned(), rest.to_owned())
    };
    lines.map(split).collect()
}

/// Signs in as the reviewer with a browser that sends a header more, and back.
async fn signed_in(house: &House, more: &[(&str, &str)]) -> (Vec<Told>, String) {
    let of = |method: &str, path: &str, cookie: &str| {
        let kind = "application/x-www-form-urlencoded";
        let mut it = request(method, path).header("cookie", cookie).header("content-type", kind);
        for (name, value) in more {
            it = it.header(*name, *value);
        }
        it
    };
    let kept = |told: &Told| {
        let pairs = cookies(told)
            .into_iter()
            .map(|(name, rest)| format!("{name}={}", rest.split(';').next().unwrap_or_default()));
        pairs.collect::<Vec<_>>().join("; ")
    };
    let send = async |request: axum::http::request::Builder, body: String| {
        tell(&house.router, request.body(Body::from(body)).expect("a request")).await
    };
    let door = send(of("GET", "/sign-in", ""), String::new()).await;
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("handle", "reviewer"), ("password", PASSWORD), ("back", "/")])
        .append_pair("csrf", &field(&door.text, "csrf"))
        .finish();
    let entered = send(of("POST", "/sign-in", &kept(&door)), form).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text);
    let cookie = kept(&entered);
    let page = send(of("GET", "/", &cookie), String::new()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    (vec![door, entered, page], cookie)
}

#[tokio::test]
async fn over_tls_cookies_are_for_tls_alone() {
    let by_setting = house().reopened(|it| it.secure = true);
    let by_header = house();
    for (house, more) in [
        (&by_setting, &[][..]),
        (&by_header, &[("x-forwarded-proto", "https")]),
        (&by_header, &[("x-forwarded-proto", "HTTPS, http")]),
    ] {
        let (told, cookie) = signed_in(house, more).await;
        let all: Vec<_> = told.iter().flat_map(cookies).collect();
        assert!(all.iter().any(|(name, _)| name == "__Host-hexapla-sign-in"), "{all:?}");
        for (name, rest) in &all {
            let parts: Vec<&str> = rest.split("; ").collect();
            assert!(name.starts_with("__Host-hexapla-"), "{name}");
            for part in ["Secure", "HttpOnly", "Path=/"] {
                assert!(parts.contains(&part), "{name}={rest}");
            }
        }
        // What came without TLS is not what was kept with it: nobody puts a visit of theirs in another's browser.
        let plain = cookie.replace("__Host-", "");
        let mut asked = request("GET", "/").header("cookie", plain);
        for (name, value) in more {
            asked = asked.header(*name, *value);
        }
        let told = tell(&house.router, asked.body(Body::empty()).expect("a request")).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn without_tls_cookies_are_such_as_a_browser_keeps_there() {
    let house = house();
    for more in [&[][..], &[("x-forwarded-proto", "http")], &[("x-forwarded-proto", "http, https")]]
    {
        let (told, _) = signed_in(&house, more).await;
        for (name, rest) in told.iter().flat_map(cookies) {
            assert!(name.starts_with("hexapla-") && !rest.contains("Secure"), "{name}={rest}");
            assert!(rest.contains("HttpOnly") && rest.contains("SameSite="), "{name}={rest}");
        }
    }
}
