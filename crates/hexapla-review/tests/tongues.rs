//! What the checks find and why something is refused, in the visitor's language.

mod kit;

use axum::http::StatusCode;
use serde_json::json;

use kit::{House, plain};

fn house() -> House {
    House::of(&[
        ("src/a.ftl", "hello = Hello { $name }\nbye = Bye\n# max-length: 5\nm = Hi\n"),
        ("out/es/a.ftl", "hello = Hola { $name }\n"),
        ("out/ar/a.ftl", "hello = مرحبا { $name }\n"),
    ])
}

#[tokio::test]
async fn findings_are_told_in_the_language_of_the_page() {
    let house = house();
    for (tag, text, told) in [
        (
            "en",
            "hello = Hola { $nombre }",
            "lang=\"en\" dir=\"ltr\">the source has no variable `$nombre`<",
        ),
        (
            "es",
            "hello = Hola { $nombre }",
            "lang=\"es\" dir=\"ltr\">el original no tiene la variable `$nombre`<",
        ),
        (
            "ar",
            "hello = Hola { $nombre }",
            "lang=\"ar\" dir=\"rtl\">ليس في المصدر المتغير `$nombre`<",
        ),
        ("de", "hello = Hola { $nombre }", "niemand gibt ihr einen Wert"),
        ("fr", "hello = Hola { $nombre }", "personne ne lui donne de valeur"),
        // What cannot be put into the file at all.
        (
            "es",
            "hello = Hola { $name",
            "lang=\"es\" dir=\"ltr\">1:21: se esperaba algo que empiece por",
        ),
        ("es", "hello = Hola\nbye = Adiós", "2:1: aquí empieza otro texto, y debe haber uno solo<"),
        ("ar", "other = Hola { $name }", "(رسالة): سيكون مفتاحه `other`<"),
    ] {
        let visitor = house.visitor("mara").speaking(tag);
        let body = json!({ "unit": "ui/a#hello", "text": text });
        let part = visitor.fragment("/unit/es/check", &body).await.text;
        let part = plain(&part).replace("&#34;", "\"").replace("&#39;", "'");
        assert!(part.contains(told), "{tag}: {part}");
        assert_eq!(part.contains("lang=\"en\""), tag == "en", "{part}");
    }
}

#[tokio::test]
async fn code_in_a_finding_keeps_its_direction() {
    let house = house();
    let visitor = house.visitor("amal").speaking("ar");
    let body = json!({ "unit": "ui/a#hello", "text": "hello = مرحبا { $x }" });
    let part = visitor.fragment("/unit/ar/check", &body).await.text;
    assert!(part.contains("المتغير \u{2068}`$x`\u{2069}<"), "{part}");
}

/// Arabic counts in six ways.
#[tokio::test]
async fn numbers_in_a_finding_are_counted_as_the_language_does() {
    let house = house();
    for (tag, count, told) in [
        ("ar", 7, "7 أحرف، والحد الأقصى 5"),
        ("ar", 12, "12 حرفًا، والحد الأقصى 5"),
        ("ar", 100, "100 حرف، والحد الأقصى 5"),
        ("es", 1234, "1234 caracteres, cuando 5 es el máximo"),
        ("de", 12345, "12.345 Zeichen, höchstens 5 sind erlaubt"),
        ("en", 12345, "12345 characters, 5 are the most"),
    ] {
        let visitor = house.visitor("amal").speaking(tag);
        let body = json!({ "unit": "ui/a#m", "text": format!("m = {}", "a".repeat(count)) });
        let part = plain(&visitor.fragment("/unit/ar/check", &body).await.text);
        assert!(part.contains(told), "{tag} {count}: {part}");
    }
}

#[tokio::test]
async fn refusals_are_told_in_the_language_of_the_page() {
    let house = house();
    for (tag, path, told) in [
        ("en", "/nothing", "lang=\"en\" dir=\"ltr\">there is no such page<"),
        ("es", "/nothing", "lang=\"es\" dir=\"ltr\">no existe esa página<"),
        ("ar", "/nothing", "lang=\"ar\" dir=\"rtl\">لا وجود لهذه الصفحة<"),
        ("es", "/queue/zh", "el proyecto no se traduce a `zh`<"),
        ("ar", "/unit/es?unit=ui/a%23gone", "لم يعد للوحدة `ui/a#gone` وجود في `es`<"),
        // An address that somebody wrote by hand.
        ("es", "/unit/es", "lang=\"en\" dir=\"ltr\">`unit` is missing<"),
    ] {
        let refused = house.visitor("mara").speaking(tag).get(path).await;
        assert!(refused.status.is_client_error(), "{path}");
        let page = plain(&refused.text).replace("&#39;", "'");
        assert!(page.contains(told), "{tag} {path}: {page}");
    }
    let visitor = house.visitor("mara").speaking("es");
    let body = json!({ "unit": "ui/a#bye", "text": "bye = Adiós", "decision": "accept" });
    let late = visitor.fragment("/unit/es", &body).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text);
    assert!(late.text.contains("el texto ha cambiado desde que lo abrió"), "{}", late.text);
    assert!(late.text.contains("vuelva a cargar la página"), "{}", late.text);
}

/// What programs are told can be looked up, whatever language their owner reads.
#[tokio::test]
async fn programs_are_told_in_english() {
    let house = house();
    let visitor = house.visitor("mara").speaking("es");
    let body = json!({ "unit": "ui/a#hello", "text": "hello = Hola { $nombre }" });
    let told = visitor.post("/api/unit/es/check", &body).await;
    let value: serde_json::Value = serde_json::from_str(&told.text).expect("JSON");
    assert_eq!(value["findings"][0]["message"], "the source has no variable `$nombre`");
    let hint = "nobody gives it a value: use one of the source's variables";
    assert_eq!(value["findings"][0]["hint"], hint);
    let told = visitor.get("/api/unit/es?unit=ui/a%23gone").await;
    let value: serde_json::Value = serde_json::from_str(&told.text).expect("JSON");
    assert_eq!(value["error"]["message"], "there is no unit `ui/a#gone` in `es` any more");
}
