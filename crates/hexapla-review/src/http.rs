//! The rim: HTTP in, HTTP out.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, RawPathParams, Request, State};
use axum::http::StatusCode;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, AUTHORIZATION, CACHE_CONTROL, CONTENT_DISPOSITION,
    CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST, HeaderMap, HeaderName,
    HeaderValue, LOCATION, ORIGIN, REFERRER_POLICY, SET_COOKIE, VARY, WWW_AUTHENTICATE,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use bytes::Bytes;
use data_encoding::BASE64URL_NOPAD;
use futures_util::stream;
use hexapla_model::phrase;
use hexapla_people::Secret;
use http_body_util::{BodyExt, Limited};
use tokio::sync::watch;

use crate::answer::{Answer, Cookie};
use crate::asked::{Asked, Fields};
use crate::failure::Failure;
use crate::language;
use crate::page;
use crate::room::Room;
use crate::routes::{NOWHERE, ROUTES, Route, Verb};
use crate::visitor::Visitor;

/// The most bytes of a form.
const MOST: usize = 4 * 1024 * 1024;

/// How long a visitor may take to send a form.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often something is said to those who listen, so that nobody between takes them for gone.
const BEAT: Duration = Duration::from_secs(15);

/// Nothing runs and nothing is fetched but what the room gives out itself.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What a token is called in the address of a feed or a badge.
pub(crate) const TOKEN: &str = "token";

/// The cookies of the room, by the names that they have where nothing but TLS is asked by.
const SESSION: &str = "hexapla-session";
pub(crate) const SIGN_IN: &str = "hexapla-sign-in";
pub(crate) const HANDLE: &str = "hexapla-handle";
pub(crate) const LANGUAGE: &str = "hexapla-language";
pub(crate) const THEME: &str = "hexapla-theme";

/// Everything that the room answers.
pub(crate) fn router(room: Arc<Room>) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        let filter = match route.verb {
            Verb::Get => MethodFilter::GET,
            Verb::Post => MethodFilter::POST,
        };
        let handle =
            move |State(room): State<Arc<Room>>, parts: RawPathParams, request: Request| {
                let part = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
                answer(room, route, parts.iter().map(part).collect(), request)
            };
        router = router.route(route.path, on(filter, handle));
    }
    router.fallback(nowhere).with_state(room)
}

async fn nowhere(State(room): State<Arc<Room>>, request: Request) -> Response {
    answer(room, &NOWHERE, BTreeMap::new(), request).await
}

async fn answer(
    room: Arc<Room>,
    route: &'static Route,
    parts: BTreeMap<String, String>,
    request: Request,
) -> Response {
    let mut asked = ask(&room, &request, parts);
    if let Err(failure) = is_ours(&room, request.headers()) {
        return refuse(&room, &asked, &failure);
    }
    // What is no form no other site can make a browser send without asking first.
    let is_form = route.verb == Verb::Post && !is_json(request.headers());
    if route.verb == Verb::Post {
        match form(request).await {
            Ok(form) => asked.form = form,
            Err(failure) => return refuse(&room, &asked, &failure),
        }
    }
    let seal = Seal::of(&asked);
    // Who only looks waits in a row: many at once would all be late. Nobody closes it.
    let _place = match route.verb {
        Verb::Get => room.places.clone().acquire_owned().await.ok(),
        Verb::Post => None,
    };
    // What reads a disk does not hold up those who wait for nothing but memory.
    let given = tokio::task::spawn_blocking(move || room.answer(route, asked, is_form)).await;
    let given = given.unwrap_or_else(|_| {
        let text = "the answer could not be made\n".to_owned();
        Answer::Refused(500, Box::new(Answer::File("text/plain; charset=utf-8", None, text)))
    });
    finish(respond(given, &seal), &seal)
}

/// Refuses what never reaches a route.
fn refuse(room: &Room, asked: &Asked, failure: &Failure) -> Response {
    let seal = Seal::of(asked);
    finish(respond(page::refusal(room, asked, failure), &seal), &seal)
}

/// What is asked, but for what a form holds.
fn ask(room: &Room, request: &Request, parts: BTreeMap<String, String>) -> Asked {
    let headers = request.headers();
    let cookies = cookies(headers);
    let is_secure = room.settings.secure || came_over_tls(headers);
    let cookie = |name: &str| cookies.get(&*named(name, is_secure)).map(String::as_str);
    let text = |name: HeaderName| headers.get(name).and_then(|it| it.to_str().ok());
    let session = match cookie(SESSION).filter(|it| is_token(it)) {
        Some(session) => session.to_owned(),
        None => token(),
    };
    let path = request.uri().path();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    let proxied = room.settings.proxy_header.as_deref().and_then(|it| headers.get(it));
    Asked {
        visitor: Visitor::default(),
        peer,
        bearer: text(AUTHORIZATION).and_then(bearer),
        sign_in: cookie(SIGN_IN).map(str::to_owned),
        proxied: proxied.and_then(|it| it.to_str().ok()).map(str::to_owned),
        chosen: cookie(HANDLE).map(str::to_owned),
        language: language::negotiate(cookie(LANGUAGE), text(ACCEPT_LANGUAGE)),
        csrf: room.csrf(&session),
        session,
        host: text(HOST)
            .or(request.uri().authority().map(|it| it.as_str()))
            .unwrap_or("localhost")
            .to_owned(),
        is_secure,
        here: without_token(request.uri().path_and_query().map_or("/", |it| it.as_str())),
        parts,
        query: Fields::parse(request.uri().query().unwrap_or_default().as_bytes()),
        form: Fields::default(),
        takes_gzip: text(ACCEPT_ENCODING).is_some_and(|it| it.contains("gzip")),
        is_fragment: headers.contains_key("hx-request"),
        is_api: path.starts_with("/api/") || text(ACCEPT) == Some("application/json"),
        theme: cookie(THEME).filter(|it| matches!(*it, "light" | "dark")).map(str::to_owned),
    }
}

/// What stands behind the scheme `Bearer` (RFC 6750).
fn bearer(authorization: &str) -> Option<Secret> {
    let (scheme, shown) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| Secret::from(shown.trim().to_owned()))
}

/// A path with its query, but for the token that a feed reader has there: it stands in no page.
fn without_token(here: &str) -> String {
    let Some((path, query)) = here.split_once('?') else { return here.to_owned() };
    let is_token = |it: &&str| form_urlencoded::parse(it.as_bytes()).any(|(name, _)| name == TOKEN);
    let kept: Vec<&str> = query.split('&').filter(|it| !is_token(it)).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// Whether a server in front says that a visitor asks over TLS. Whoever says so of themselves gets cookies
/// that are of no use to them, and nobody else does.
fn came_over_tls(headers: &HeaderMap) -> bool {
    let said = headers.get("x-forwarded-proto").and_then(|it| it.to_str().ok()).unwrap_or_default();
    // The first is what the visitor asks by, where several servers stand in a row.
    said.split(',').next().is_some_and(|it| it.trim().eq_ignore_ascii_case("https"))
}

/// The name of a cookie: one by TLS that a browser takes from this host alone and over TLS alone, so that
/// neither a neighbour's page nor a line without TLS puts one in.
pub(crate) fn named(name: &str, is_secure: bool) -> Cow<'_, str> {
    if is_secure { format!("__Host-{name}").into() } else { name.into() }
}

/// What the cookies of an answer are made with.
struct Seal {
    session: String,
    is_secure: bool,
    /// Whether a program asked, by a token: it gets no cookie, and its address is told to nobody.
    is_program: bool,
}

impl Seal {
    fn of(asked: &Asked) -> Self {
        let is_program = asked.bearer.is_some() || asked.query.get(TOKEN).is_some();
        Self { session: asked.session.clone(), is_secure: asked.is_secure, is_program }
    }

    /// A cookie, which no script reads.
    fn cookie(&self, name: &str, value: &str, more: &str) -> String {
        let (name, secure) =
            (named(name, self.is_secure), if self.is_secure { "; Secure" } else { "" });
        format!("{name}={value}; Path=/; HttpOnly{secure}; {more}")
    }
}

/// Refuses requests that another site made in the visitor's browser, or that came by another name
/// than the room has.
fn is_ours(room: &Room, headers: &HeaderMap) -> Result<(), Failure> {
    let text = |name: HeaderName| headers.get(name).and_then(|it| it.to_str().ok());
    let host = text(HOST).unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) => name,
        _ => host,
    };
    let is_loopback = name == "localhost"
        || name.ends_with(".localhost")
        || name
            .trim_matches(['[', ']'])
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback());
    // Who has to sign in is known by a cookie, which no other name of this machine gets.
    if !is_loopback && !room.has_accounts() {
        return Err(Failure::new(421, format!("this room is not at `{host}`"))
            .with_hint("open it by the address that `hexapla serve` told"));
    }
    let origin = text(ORIGIN).and_then(|it| it.split_once("://")).map(|(_, host)| host);
    match origin {
        Some(origin) if origin != host => {
            Err(Failure::forbidden(phrase!("another site sent this"))
                .with_hint(phrase!("open the room itself")))
        }
        _ => Ok(()),
    }
}

fn cookies(headers: &HeaderMap) -> BTreeMap<String, String> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|it| it.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|it| it.trim().split_once('='));
    pairs
        .map(|(name, value)| {
            let value = percent_encoding::percent_decode_str(value).decode_utf8_lossy();
            (name.to_owned(), value.into_owned())
        })
        .collect()
}

/// A name that nobody guesses.
fn token() -> String {
    let mut bytes = [0; 24];
    // Without random bytes no form is accepted, which harms nobody.
    let _ = getrandom::fill(&mut bytes);
    BASE64URL_NOPAD.encode(&bytes)
}

fn is_token(text: &str) -> bool {
    BASE64URL_NOPAD.decode(text.as_bytes()).is_ok_and(|it| it.len() == 24)
}

/// The fields of a form.
async fn form(request: Request) -> Result<Fields, Failure> {
    let (is_form, is_json) = (is_form(request.headers()), is_json(request.headers()));
    let body = Limited::new(request.into_body(), MOST).collect();
    let slow = || Failure::new(408, phrase!("the form did not come in time"));
    let bytes = tokio::time::timeout(PATIENCE, body)
        .await
        .map_err(|_| slow())?
        .map_err(|_| {
            Failure::new(413, phrase!("the form is too large, or did not come whole"))
                .with_hint(phrase!("a form may have 4 MiB"))
        })?
        .to_bytes();
    match (is_form, is_json) {
        (true, _) => Ok(Fields::parse(&bytes)),
        (_, true) => json(&bytes),
        _ => Err(Failure::new(415, "expected a form or JSON")),
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    is_of(headers, "application/x-www-form-urlencoded")
}

fn is_json(headers: &HeaderMap) -> bool {
    is_of(headers, "application/json")
}

fn is_of(headers: &HeaderMap, media_type: &str) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|it| it.trim().eq_ignore_ascii_case(media_type))
}

/// The fields of a JSON object of texts, numbers, truths, and lists of them.
fn json(bytes: &Bytes) -> Result<Fields, Failure> {
    use serde_json::Value;
    let bad = |it: serde_json::Error| Failure::bad(format!("this is no JSON object: {it}"));
    let object: serde_json::Map<String, Value> = serde_json::from_slice(bytes).map_err(bad)?;
    let text = |value: Value| match value {
        Value::String(text) => Some(text),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    };
    let fields = object.into_iter().flat_map(|(name, value)| {
        let values = match value {
            Value::Array(values) => values,
            value => vec![value],
        };
        let texts: Vec<String> = values.into_iter().filter_map(text).collect();
        texts.into_iter().map(move |text| (name.clone(), text))
    });
    Ok(fields.collect())
}

fn respond(given: Answer, seal: &Seal) -> Response {
    let html = "text/html; charset=utf-8";
    let typed = |media_type: &str, body: Body| {
        let mut response = Response::new(body);
        set(&mut response, CONTENT_TYPE, media_type);
        response
    };
    match given {
        Answer::Page(text) => typed(html, text.into()),
        Answer::Json(value) => typed("application/json", value.to_string().into()),
        Answer::Asset(media_type, bytes, is_compressed) => {
            let mut response = typed(media_type, Bytes::from_static(bytes).into());
            set(&mut response, VARY, "accept-encoding");
            if is_compressed {
                set(&mut response, CONTENT_ENCODING, "gzip");
            }
            set(&mut response, CACHE_CONTROL, "public, max-age=31536000, immutable");
            response
        }
        Answer::File(media_type, name, text) => {
            let mut response = typed(media_type, text.into());
            if let Some(name) = name {
                let value = format!("attachment; filename=\"{name}\"");
                set(&mut response, CONTENT_DISPOSITION, &value);
            }
            response
        }
        Answer::Picture(media_type, bytes) => typed(media_type, bytes.into()),
        Answer::Go(to, cookie) => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::SEE_OTHER;
            set(&mut response, LOCATION, &to);
            if let Some(cookie) = cookie {
                keep(&mut response, &cookie, seal);
            }
            response
        }
        Answer::Live(turns, claims) => typed("text/event-stream", live(turns, claims)),
        Answer::Refused(status, given) => {
            let mut response = respond(*given, seal);
            *response.status_mut() =
                StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            response
        }
    }
}

/// Tells of each turn and claim as an event (WHATWG HTML, server-sent events).
fn live(turns: watch::Receiver<u64>, claims: watch::Receiver<u64>) -> Body {
    let claims = stream::unfold(claims, |mut claims| async move {
        claims.changed().await.ok()?;
        let text = format!("event: claim\ndata: {}\n\n", *claims.borrow_and_update());
        Some((Ok(Bytes::from(text)), claims))
    });
    let turns = stream::unfold((turns, true), |(mut turns, is_first)| async move {
        if is_first {
            let turn = *turns.borrow_and_update();
            let text = format!("retry: 2000\nevent: turn\ndata: {turn}\n\n");
            return Some((Ok::<_, Infallible>(Bytes::from(text)), (turns, false)));
        }
        let text = match tokio::time::timeout(BEAT, turns.changed()).await {
            Ok(Ok(())) => format!("event: turn\ndata: {}\n\n", *turns.borrow_and_update()),
            Ok(Err(_)) => return None,
            Err(_) => ": still here\n\n".to_owned(),
        };
        Some((Ok(Bytes::from(text)), (turns, false)))
    });
    Body::from_stream(stream::select(turns, claims))
}

/// What every answer says.
fn finish(mut response: Response, seal: &Seal) -> Response {
    set(&mut response, CONTENT_SECURITY_POLICY, POLICY);
    set(&mut response, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(
        &mut response,
        REFERRER_POLICY,
        if seal.is_program { "no-referrer" } else { "same-origin" },
    );
    if response.status() == StatusCode::UNAUTHORIZED {
        let error = if seal.is_program { ", error=\"invalid_token\"" } else { "" };
        set(&mut response, WWW_AUTHENTICATE, &format!("Bearer realm=\"hexapla\"{error}"));
    }
    if !response.headers().contains_key(CACHE_CONTROL) {
        set(&mut response, CACHE_CONTROL, "no-store");
        if seal.is_program {
            return response;
        }
        let cookie = seal.cookie(SESSION, &seal.session, "SameSite=Strict");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
    response
}

fn keep(response: &mut Response, cookie: &Cookie, seal: &Seal) {
    let value =
        percent_encoding::utf8_percent_encode(&cookie.value, percent_encoding::NON_ALPHANUMERIC);
    let more = format!("Max-Age={}; SameSite=Lax", cookie.seconds);
    let text = seal.cookie(cookie.name, &value.to_string(), &more);
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
