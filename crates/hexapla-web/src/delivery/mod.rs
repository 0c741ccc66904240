//! Delivery: the channels and releases of a store, for clients, for people and for whoever watches.
//!
//! Clients need nothing of this but the files, which any web server can give out as well.

mod address;
mod answer;
mod channels;
mod encoding;
mod folder;
mod form;
mod item;
mod language;
mod latest;
mod media;
mod metrics;
mod preference;
mod present;
mod report;
mod route;
mod shelf;
mod stamp;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::response::Response;
use headers::{HeaderName, HeaderValue};
use hexapla_trust::Locale;
use hyper::{Method, StatusCode, header};

use address::{Address, Kind};
use answer::Asked;
use channels::Channels;
use folder::Folder;
use metrics::Metrics;
use route::Route;
use shelf::Shelf;

/// The delivery of one store, for reading only.
pub struct Delivery {
    folder: Folder,
    shelf: Shelf,
    channels: Channels,
    metrics: Metrics,
    /// For how long what may change is believed.
    briefly: HeaderValue,
    default_locale: Option<Locale>,
}

/// What may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// For how many seconds what may change is believed by caches: the pointer, the index, and
    /// where the present file is.
    pub max_age: u32,
    /// The locale of whoever asks for none that there is.
    pub default_locale: Option<Locale>,
    /// How many bytes of files are held in memory at most.
    pub memory: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { max_age: 60, default_locale: None, memory: 64 * 1024 * 1024 }
    }
}

/// What every answer says: no file is taken for another kind, and any site may read it.
const ALWAYS: [(HeaderName, HeaderValue); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    ),
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    (header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("*")),
];

/// What a browser is told that asks what another site may do, and for a day remembers it.
const ALLOWED: [(HeaderName, HeaderValue); 3] = [
    (header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET,HEAD")),
    (header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("*")),
    (header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400")),
];

impl Delivery {
    /// The delivery of the store in a folder, which need not be there yet.
    pub fn new(folder: impl Into<PathBuf>, settings: Settings) -> Self {
        let folder = Folder::new(folder);
        Self {
            shelf: Shelf::new(folder.clone(), settings.memory),
            channels: Channels::new(folder.clone()),
            metrics: Metrics::new(),
            briefly: briefly(settings.max_age),
            default_locale: settings.default_locale,
            folder,
        }
    }

    /// Everything that it answers, from the root of a server on.
    pub fn router(self) -> Router {
        Router::new().fallback(respond).with_state(Arc::new(self))
    }

    async fn answer(&self, route: &Route, request: &Parts) -> Response {
        let (method, headers) = (&request.method, &request.headers);
        if method == Method::OPTIONS {
            let mut answer = Response::default();
            answer.headers_mut().extend(ALLOWED);
            return answer;
        }
        if method != Method::GET && method != Method::HEAD {
            let mut answer = text(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered");
            answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return answer;
        }
        match route {
            Route::File(address) => self.file(address, &Asked { method, headers }).await,
            Route::Latest(channel, path) => self.latest(channel, path, headers).await,
            Route::Index => self.index(headers).await,
            Route::Health => self.health().await,
            Route::Metrics => self.metrics().await,
            Route::Nothing => nothing(),
        }
    }

    async fn file(&self, address: &Address, asked: &Asked<'_>) -> Response {
        let (item, form) = match self.shelf.find(address, asked.headers).await {
            Ok(Some(found)) => found,
            Ok(None) => return nothing(),
            Err(error) => return unreadable(&error),
        };
        let cache = match address.kind {
            Kind::Pointer => self.briefly.clone(),
            Kind::Metadata | Kind::Content => {
                HeaderValue::from_static("public, max-age=31536000, immutable")
            }
        };
        match asked.answer(&self.folder, (item.varies(), &form), cache).await {
            Ok(answer) => answer,
            Err(error) if error.kind() == io::ErrorKind::NotFound => nothing(),
            Err(error) => unreadable(&error),
        }
    }
}

/// Answers a request and counts it.
async fn respond(State(delivery): State<Arc<Delivery>>, request: Request) -> Response {
    let began = Instant::now();
    let (request, _) = request.into_parts();
    let route = Route::of(request.uri.path());
    let mut answer = delivery.answer(&route, &request).await;
    if request.method == Method::HEAD {
        leave_body(&mut answer);
    }
    answer.headers_mut().extend(ALWAYS);
    let bytes = answer.body().size_hint().lower();
    delivery.metrics.count(&route, answer.status().as_u16(), bytes, began.elapsed());
    answer
}

/// What a cache is told of an answer that it may keep for so many seconds.
fn briefly(max_age: u32) -> HeaderValue {
    let value = format!("public, max-age={max_age}");
    HeaderValue::try_from(value).unwrap_or(HeaderValue::from_static("no-cache"))
}

/// Leaves out the body, but not its length.
fn leave_body(answer: &mut Response) {
    let length = answer.body().size_hint().exact();
    if let Some(length) = length.filter(|_| !answer.headers().contains_key(header::CONTENT_LENGTH))
    {
        answer.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    }
    *answer.body_mut() = Body::empty();
}

/// An answer for people, which nobody keeps.
fn text(status: StatusCode, message: impl Into<String>) -> Response {
    let mut answer = Response::new(Body::from(message.into() + "\n"));
    *answer.status_mut() = status;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    answer.headers_mut().insert(header::CONTENT_TYPE, plain);
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

fn nothing() -> Response {
    text(
        StatusCode::NOT_FOUND,
        "nothing of that name is delivered here\nhint: /index.json says what is",
    )
}

/// The disk said no; what it said is for whoever runs the server, and names no path.
fn unreadable(error: &io::Error) -> Response {
    let message = format!("the store cannot be read now: {}", error.kind());
    text(StatusCode::SERVICE_UNAVAILABLE, message)
}
