//! What is said about a file, and what of it is given.

use crate::support::{Press, ask, get};

fn long() -> Vec<u8> {
    "title = Tea and biscuits at four\n".repeat(40).into_bytes()
}

/// Bytes that compress to nothing shorter.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 1u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 56) as u8
    };
    (0..count).map(|_| next()).collect()
}

#[tokio::test]
async fn what_never_changes_may_be_kept_for_ever_and_the_pointer_for_a_minute() {
    let press = Press::with(&[("es/ui.ftl", &long())]);
    let router = press.router();
    for path in [&*press.place("es/ui.ftl"), "/stable/1.root.json", "/stable/1.es.json"] {
        let answer = get(&router, path, &[]).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    }
    let pointer = get(&router, "/stable/timestamp.json", &[]).await;
    assert_eq!(pointer.status, 200);
    assert_eq!(pointer.header("cache-control"), "public, max-age=60");
    assert_eq!(pointer.header("content-type"), "application/json");
    assert_eq!(pointer.header("x-content-type-options"), "nosniff");
    assert_eq!(pointer.header("access-control-allow-origin"), "*");
    assert_eq!(pointer.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(pointer.body, std::fs::read(press.path("stable/timestamp.json")).unwrap());
}

#[tokio::test]
async fn a_file_is_given_as_it_is_compressed_already() {
    let press = Press::with(&[("es/ui.ftl", &long()), ("es/noise.png", &noise(400))]);
    let (router, place) = (press.router(), press.place("es/ui.ftl"));
    let plain = get(&router, &place, &[]).await;
    assert_eq!((plain.body, plain.headers.get("content-encoding")), (long(), None));
    assert_eq!(plain.headers["vary"], "Accept-Encoding");
    let mut tags = vec![plain.headers["etag"].clone()];
    for (asked, encoding, ending) in
        [("gzip", "gzip", ".gz"), ("zstd, gzip", "zstd", ".zst"), ("gzip, br", "br", ".br")]
    {
        let answer = get(&router, &place, &[("accept-encoding", asked)]).await;
        assert_eq!(answer.header("content-encoding"), encoding);
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        let file = press.path(&format!("{}{ending}", &place[1..]));
        assert_eq!(answer.body, std::fs::read(file).unwrap());
        assert!(!tags.contains(&answer.headers["etag"]), "each form has a tag of its own");
        tags.push(answer.headers["etag"].clone());
    }
    let png = get(&router, &press.place("es/noise.png"), &[("accept-encoding", "br")]).await;
    assert_eq!((png.status.as_u16(), png.headers.get("content-encoding")), (200, None));
    assert_eq!((png.header("content-type"), png.headers.get("vary")), ("image/png", None));
}

#[tokio::test]
async fn what_is_known_is_not_given_again() {
    let press = Press::with(&[("es/ui.ftl", &long())]);
    let router = press.router();
    for path in [press.place("es/ui.ftl"), "/stable/timestamp.json".to_owned()] {
        let first = get(&router, &path, &[]).await;
        let (tag, since) = (first.header("etag"), first.header("last-modified"));
        for known in [("if-none-match", tag), ("if-none-match", "*"), ("if-modified-since", since)]
        {
            for method in ["GET", "HEAD"] {
                let answer = ask(&router, method, &path, &[known]).await;
                assert_eq!((answer.status.as_u16(), answer.body.len()), (304, 0), "{known:?}");
                assert_eq!(answer.header("etag"), tag);
                assert!(!answer.header("cache-control").is_empty());
            }
        }
        for other in [
            ("if-none-match", "\"other\""),
            ("if-none-match", "nonsense"),
            ("if-modified-since", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("if-modified-since", "nonsense"),
        ] {
            assert_eq!(get(&router, &path, &[other]).await.status, 200, "{other:?}");
        }
        // A tag that differs counts for more than a time that does not.
        let both = [("if-none-match", "\"other\""), ("if-modified-since", since)];
        assert_eq!(get(&router, &path, &both).await.status, 200);
        assert_eq!(get(&router, &path, &[("if-match", "\"other\"")]).await.status, 412);
        assert_eq!(get(&router, &path, &[("if-match", tag)]).await.status, 200);
        let before = [("if-unmodified-since", "Thu, 01 Jan 1970 00:00:00 GMT")];
        assert_eq!(get(&router, &path, &before).await.status, 412);
    }
}

#[tokio::test]
async fn parts_of_a_file_are_given_whether_it_is_held_or_not() {
    let (small, large) = (noise(3_000), noise(1_500_000));
    let press = Press::with(&[("es/small.png", &small), ("es/large.png", &large)]);
    let router = press.router();
    let mut parts = 0;
    for (path, bytes) in [("es/small.png", &small), ("es/large.png", &large)] {
        let (place, length) = (press.place(path), bytes.len());
        let tag = get(&router, &place, &[]).await.header("etag").to_owned();
        assert_eq!(get(&router, &place, &[]).await.body, *bytes);
        for (range, start, end) in [
            ("bytes=0-0".to_owned(), 0, 1),
            ("bytes=10-99".to_owned(), 10, 100),
            ("bytes=2000-".to_owned(), 2000, length),
            ("bytes=-7".to_owned(), length - 7, length),
            (format!("bytes=5-{}", length * 2), 5, length),
        ] {
            let answer = get(&router, &place, &[("range", &range), ("if-range", &tag)]).await;
            assert_eq!(answer.status, 206, "{range}");
            let told = format!("bytes {start}-{}/{length}", end - 1);
            assert_eq!(answer.header("content-range"), told);
            assert_eq!(answer.header("content-length"), (end - start).to_string());
            assert_eq!(answer.body, &bytes[start..end], "{range}");
            parts += 1;
        }
        let beyond = get(&router, &place, &[("range", &*format!("bytes={length}-"))]).await;
        assert_eq!((beyond.status.as_u16(), beyond.body.len()), (416, 0));
        assert_eq!(beyond.header("content-range"), format!("bytes */{length}"));
        for whole in ["bytes=0-1,5-6", "lines=1-2", "bytes=9-3", "bytes=x"] {
            let answer = get(&router, &place, &[("range", whole)]).await;
            assert!([200, 416].contains(&answer.status.as_u16()), "{whole}");
            assert!(answer.status == 416 || answer.body == *bytes, "{whole}");
        }
        let other = get(&router, &place, &[("range", "bytes=0-1"), ("if-range", "\"x\"")]).await;
        assert_eq!((other.status.as_u16(), &other.body), (200, bytes));
    }
    println!("{parts} parts given");
    assert_eq!(parts, 10);
}

#[tokio::test]
async fn a_head_is_that_of_the_whole_answer() {
    let large = noise(1_500_000);
    let press = Press::with(&[("es/ui.ftl", &long()), ("es/large.png", &large)]);
    let router = press.router();
    let paths = [
        press.place("es/ui.ftl"),
        press.place("es/large.png"),
        "/stable/timestamp.json".to_owned(),
        "/stable/latest/ui.ftl".to_owned(),
        "/index.json".to_owned(),
        "/health".to_owned(),
        "/nothing".to_owned(),
    ];
    for path in &paths {
        let (head, whole) = (ask(&router, "HEAD", path, &[]).await, get(&router, path, &[]).await);
        assert_eq!((head.status, head.body.len()), (whole.status, 0), "{path}");
        assert_eq!(head.header("content-length"), whole.body.len().to_string(), "{path}");
        assert_eq!(head.headers.get("etag"), whole.headers.get("etag"), "{path}");
    }
}

#[tokio::test]
async fn only_reading_is_answered_and_other_sites_may_read() {
    let press = Press::with(&[("es/ui.ftl", &long())]);
    let router = press.router();
    for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"] {
        let answer = ask(&router, method, "/stable/timestamp.json", &[]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("allow")),
            (405, "GET, HEAD"),
            "{method}"
        );
    }
    let asked = [
        ("origin", "https://example.org"),
        ("access-control-request-method", "GET"),
        ("access-control-request-headers", "if-none-match"),
    ];
    let allowed = ask(&router, "OPTIONS", "/stable/timestamp.json", &asked).await;
    assert_eq!(allowed.status, 200);
    assert_eq!(allowed.header("access-control-allow-origin"), "*");
    assert_eq!(allowed.header("access-control-allow-headers"), "*");
    assert_eq!(allowed.header("access-control-max-age"), "86400");
}

#[tokio::test]
async fn a_file_that_is_written_anew_is_given_anew() {
    let press = Press::with(&[("es/ui.ftl", &long())]);
    let (router, place) = (press.router(), press.place("es/ui.ftl"));
    press.settle().await;
    for round in 0..3 {
        // Once read when it is settled, then from memory.
        assert_eq!(get(&router, &place, &[]).await.body, long(), "{round}");
    }
    let file = press.path(&place[1..]);
    std::fs::write(&file, b"mended").unwrap();
    assert_eq!(get(&router, &place, &[]).await.body, b"mended");
    // Of the same length, within the grain of the clock.
    std::fs::write(&file, b"MENDED").unwrap();
    assert_eq!(get(&router, &place, &[]).await.body, b"MENDED");
    std::fs::remove_file(&file).unwrap();
    assert_eq!(get(&router, &place, &[]).await.status, 404);
}
