//! The present file in the language of the reader.

use hexapla_web::Settings;

use crate::support::{Press, ask, get};

const FILES: [(&str, &[u8]); 4] = [
    ("ar/pages/about.md", b"# ar\n"),
    ("en/pages/about.md", b"# en\n"),
    ("es/pages/about.md", b"# es\n"),
    ("es/only.md", b"# only\n"),
];

/// Where a relative reference leads from a path.
fn resolved(path: &str, reference: &str) -> String {
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    let mut rest = reference;
    while let Some(next) = rest.strip_prefix("../") {
        folders.pop();
        rest = next;
    }
    format!("{}/{rest}", folders.join("/"))
}

#[tokio::test]
async fn a_reader_is_led_to_the_file_in_the_language_that_fits() {
    let press = Press::with(&FILES);
    let default_locale = Some("en".parse().unwrap());
    let router = press.router_with(Settings { default_locale, ..Settings::default() });
    let path = "/stable/latest/pages/about.md";
    for (asked, locale) in
        [("es-MX, en;q=0.5", "es"), ("ar", "ar"), ("fr", "en"), ("*", "en"), ("ar;q=0, fr", "en")]
    {
        let answer = get(&router, path, &[("accept-language", asked)]).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-language")), (302, locale));
        assert_eq!(answer.header("vary"), "Accept-Language");
        assert_eq!(answer.header("cache-control"), "public, max-age=60");
        let place = resolved(path, answer.header("location"));
        assert_eq!(place, press.place(&format!("{locale}/pages/about.md")));
        assert_eq!(get(&router, &place, &[]).await.text(), format!("# {locale}\n"));
    }
    let only = get(&router, "/stable/latest/only.md", &[("accept-language", "ar")]).await;
    assert_eq!(only.status, 406, "the default is not there either");
    let head = ask(&router, "HEAD", path, &[]).await;
    assert_eq!((head.status.as_u16(), head.header("content-language")), (302, "en"));
}

#[tokio::test]
async fn where_nothing_fits_it_is_said_what_there_is() {
    let press = Press::with(&FILES);
    let router = press.router();
    let path = "/stable/latest/pages/about.md";
    let answer = get(&router, path, &[("accept-language", "fr")]).await;
    assert_eq!((answer.status.as_u16(), answer.header("vary")), (406, "Accept-Language"));
    assert_eq!(answer.text(), "it is there in ar, en, es\nhint: ask for one of them\n");
    assert_eq!(get(&router, path, &[]).await.header("content-language"), "ar");
    for path in ["/stable/latest/none.md", "/preview/latest/pages/about.md", "/stable/latest/"] {
        assert_eq!(get(&router, path, &[]).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_new_release_is_led_to_at_once_and_read_once() {
    let press = Press::with(&FILES);
    let router = press.router();
    press.settle().await;
    let reads = |text: &str| {
        let line = text.lines().find(|it| it.starts_with("hexapla_channel_reads_total "));
        line.unwrap().rsplit(' ').next().unwrap().parse::<u64>().unwrap()
    };
    let asked = [("accept-language", "es")];
    for _ in 0..50 {
        assert_eq!(get(&router, "/stable/latest/only.md", &asked).await.status, 302);
    }
    assert_eq!(reads(get(&router, "/metrics", &[]).await.text()), 1);
    let new = [("es/only.md", &b"# new\n"[..])];
    press.publish("stable", &new);
    let answer = get(&router, "/stable/latest/only.md", &asked).await;
    let place = resolved("/stable/latest/only.md", answer.header("location"));
    assert_eq!(get(&router, &place, &[]).await.text(), "# new\n");
    assert_eq!(get(&router, "/stable/latest/pages/about.md", &asked).await.status, 404);
    assert_eq!(reads(get(&router, "/metrics", &[]).await.text()), 2);
}
