//! Requests that no client makes.

use std::cell::Cell;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Request, Uri};
use http_body_util::BodyExt;
use proptest::prelude::*;
use tower::ServiceExt;

use crate::support::Press;

const METHODS: [&str; 4] = ["GET", "HEAD", "OPTIONS", "POST"];

/// Parts that paths of delivery are made of, and others.
const PARTS: [&str; 18] = [
    "",
    ".",
    "..",
    "%2e%2e",
    "stable",
    "targets",
    "latest",
    "timestamp.json",
    "1.root.json",
    "18446744073709551616.root.json",
    "1.es.json",
    "index.json",
    "es",
    "ui.ftl",
    "%00",
    "%ff",
    "\\",
    "0000000000000000000000000000000000000000000000000000000000000000.ui.ftl",
];

const HEADERS: [&str; 9] = [
    "range",
    "if-none-match",
    "if-modified-since",
    "if-match",
    "if-range",
    "if-unmodified-since",
    "accept-encoding",
    "accept-language",
    "origin",
];

const VALUES: [&str; 12] = [
    "bytes=0-0",
    "bytes=-18446744073709551615",
    "bytes=18446744073709551615-",
    "bytes=5-2",
    "*",
    "\"x\"",
    "W/\"x\"",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "gzip;q=0, *;q=0",
    "es-x-a-b-;q=1.0, -",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "bytes=0-0,1-1,2-2",
];

fn path() -> impl Strategy<Value = String> {
    let part = prop_oneof![4 => prop::sample::select(&PARTS[..]).prop_map(str::to_owned), 1 => "[!-~]{0,12}"];
    prop::collection::vec(part, 0..6).prop_map(|parts| format!("/{}", parts.join("/")))
}

fn header() -> impl Strategy<Value = (&'static str, Vec<u8>)> {
    let known = prop::sample::select(&VALUES[..]).prop_map(|it| it.as_bytes().to_vec());
    let value = prop_oneof![known, prop::collection::vec(any::<u8>(), 0..24)];
    (prop::sample::select(&HEADERS[..]), value)
}

#[test]
fn law_no_request_is_answered_with_a_panic_or_an_error_of_the_server() {
    let press = Press::with(&[("es/ui.ftl", b"a = b\n")]);
    let (router, place) = (press.router(), press.place("es/ui.ftl"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (asked, given) = (Cell::new(0), Cell::new(0));
    let request = (
        prop::sample::select(&METHODS[..]),
        prop_oneof![3 => path(), 1 => Just(place), 1 => Just("/stable/timestamp.json".to_owned())],
        prop::collection::vec(header(), 0..4),
    );
    let config = ProptestConfig { cases: 3000, failure_persistence: None, ..Default::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let done = runner.run(&request, |(method, path, headers)| {
        let Ok(uri) = path.parse::<Uri>() else { return Ok(()) };
        let mut request = Request::new(Body::empty());
        (*request.method_mut(), *request.uri_mut()) = (method.parse::<Method>().unwrap(), uri);
        for (name, value) in headers {
            if let Ok(value) = HeaderValue::from_bytes(&value) {
                request.headers_mut().append(HeaderName::from_static(name), value);
            }
        }
        runtime.block_on(async {
            let answer = router.clone().oneshot(request).await.unwrap();
            let status = answer.status().as_u16();
            asked.set(asked.get() + 1);
            given.set(given.get() + u32::from(status < 300));
            prop_assert!(status < 500, "{}", status);
            answer.into_body().collect().await.map_err(|it| TestCaseError::fail(it.to_string()))?;
            Ok(())
        })
    });
    done.unwrap();
    println!("{} requests, {} answered with a file or part of one", asked.get(), given.get());
    assert!(asked.get() > 2000 && given.get() > 300);
}
