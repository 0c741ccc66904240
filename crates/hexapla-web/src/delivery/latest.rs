//! The present file of a channel, in the language of the reader.

use axum::response::Response;
use headers::{HeaderMap, HeaderValue};
use hexapla_store::Name;
use hexapla_trust::{Channel, Locale, Refusal, ReleasePath};
use hyper::{StatusCode, header};

use super::language::{asked, best};
use super::{Delivery, nothing, text};

impl Delivery {
    /// Leads to a file of the channel's present release, in the first language of the reader that it
    /// is there in.
    pub(super) async fn latest(
        &self,
        channel: &Channel,
        path: &ReleasePath,
        headers: &HeaderMap,
    ) -> Response {
        let present = match self.channels.present(channel).await {
            Ok(Some(present)) => present,
            Ok(None) => return nothing(),
            Err(refusal) => return damaged(&refusal),
        };
        let Some(files) = present.file(path) else { return nothing() };
        let available: Vec<&Locale> = files.keys().collect();
        let default = self.default_locale.as_ref();
        let default = default.and_then(|it| files.get_key_value(it)).map(|(it, _)| it);
        let asked = match headers.contains_key(header::ACCEPT_LANGUAGE) {
            true => asked(headers),
            false => vec!["*"],
        };
        let any = default.or(available.first().copied());
        let found = best(&asked, &available, any).or(default);
        let mut answer = match found.and_then(|it| Some((it, files.get(it)?))) {
            Some((locale, name)) => redirect(path, locale, name, self.briefly.clone()),
            None => not_acceptable(&available),
        };
        let varies = HeaderValue::from_static("Accept-Language");
        answer.headers_mut().insert(header::VARY, varies);
        answer
    }
}

/// Leads from `/<channel>/latest/<path>` to a file, by a relative reference: a proxy may serve the
/// store below any path.
fn redirect(path: &ReleasePath, locale: &Locale, name: &Name, cache: HeaderValue) -> Response {
    let place = format!("{}{}", "../".repeat(path.depth() + 2), name.in_url());
    let (location, language) =
        (HeaderValue::try_from(place), HeaderValue::try_from(locale.as_str()));
    let (Ok(location), Ok(language)) = (location, language) else { return nothing() };
    let mut answer = text(StatusCode::FOUND, format!("see {}", name.in_url()));
    let headers = answer.headers_mut();
    headers.insert(header::LOCATION, location);
    headers.insert(header::CONTENT_LANGUAGE, language);
    headers.insert(header::CACHE_CONTROL, cache);
    answer
}

fn not_acceptable(available: &[&Locale]) -> Response {
    let tags: Vec<&str> = available.iter().map(|it| it.as_str()).collect();
    let message = format!("it is there in {}\nhint: ask for one of them", tags.join(", "));
    text(StatusCode::NOT_ACCEPTABLE, message)
}

/// What a channel holds is not believed.
fn damaged(refusal: &Refusal) -> Response {
    text(StatusCode::SERVICE_UNAVAILABLE, format!("the channel cannot be read now: {refusal}"))
}
