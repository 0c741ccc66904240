//! Every page of the room on the example, without scripts.

mod kit;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use kit::{House, field, plain, tell};
use serde_json::json;

#[tokio::test]
async fn every_page_is_there_with_true_data() {
    let house = House::example();
    let mara = house.visitor("mara");
    let coverage = mara.get("/").await;
    assert_eq!(coverage.status, StatusCode::OK);
    for what in ["helplines", "pages", "es-MX", "lang=\"en\"", "÷"] {
        assert!(coverage.text.contains(what), "{what}");
    }
    let queue = mara.json("/api/queue/es").await;
    assert!(queue["units"].as_u64() > Some(0), "{queue}");
    let page = mara.get("/queue/es").await;
    assert_eq!(page.status, StatusCode::OK);
    for row in queue["rows"].as_array().expect("rows") {
        let unit = row["unit"].as_str().expect("a unit");
        assert!(page.text.contains(unit), "{unit}");
        let address = form_urlencoded::Serializer::new("/unit/es?".to_owned())
            .append_pair("unit", unit)
            .finish();
        let told = mara.get(&address).await;
        assert_eq!(told.status, StatusCode::OK, "{address}: {}", told.text);
        assert!(told.text.contains("data-source="), "{address}");
        let resource = unit.split('#').next().expect("a resource");
        let told = mara.get(&format!("/document/es?resource={resource}")).await;
        assert_eq!(told.status, StatusCode::OK, "{resource}");
    }
    let csv = mara.get("/coverage.csv").await;
    assert!(
        csv.text.starts_with("locale,collection,") && csv.text.contains("\r\nes,"),
        "{}",
        csv.text
    );
    let badge = mara.get("/badge/es.svg").await;
    assert!(badge.text.contains("% current"), "{}", badge.text);
}

#[tokio::test]
async fn the_room_speaks_the_languages_of_its_visitors() {
    let house = House::example();
    for (accepted, word, dir) in [
        ("de", "Abdeckung", "ltr"),
        ("ar-EG,ar;q=0.9", "التغطية", "rtl"),
        ("pt,fr;q=0.5", "Couverture", "ltr"),
        ("th", "Coverage", "ltr"),
    ] {
        let request = Request::builder().uri("/").header("host", "127.0.0.1:1");
        let request = request.header("accept-language", accepted).body(Body::empty());
        let told = tell(&house.router, request.expect("a request")).await;
        assert!(told.text.contains(word), "{accepted}");
        assert!(told.text.contains(&format!("dir=\"{dir}\"")), "{accepted}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_told_with_the_next_step() {
    let house = House::example();
    let mara = house.visitor("mara");
    for (path, status) in [
        ("/nothing", 404),
        ("/queue/xx", 404),
        ("/queue/not%20a%20tag", 400),
        ("/unit/es", 400),
        ("/unit/es?unit=nothing", 400),
        ("/unit/es?unit=pages/nothing%23title", 404),
        ("/unit/es?unit=pages/about%23nothing", 404),
        ("/document/es?resource=..%2Fsecret", 400),
        ("/badge/xx.svg", 404),
        ("/static/0000/room.css", 404),
    ] {
        let told = mara.get(path).await;
        assert_eq!(told.status.as_u16(), status, "{path}: {}", told.text);
        assert!(told.text.contains("role=\"alert\""), "{path}");
    }
    let told = mara.get("/api/queue/xx").await;
    assert_eq!(told.status, StatusCode::NOT_FOUND);
    assert!(told.text.starts_with("{\"error\""), "{}", told.text);
}

#[tokio::test]
async fn nothing_is_done_for_other_sites() {
    let house = House::example();
    let mara = house.visitor("mara");
    // A form without the token of the visit.
    let told = mara.form("/choose", &[("theme", "dark")]).await;
    assert_eq!(told.status, StatusCode::FORBIDDEN);
    let csrf = field(&mara.get("/").await.text, "csrf");
    let told =
        mara.form("/choose", &[("theme", "dark"), ("csrf", &csrf), ("back", "//evil")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER);
    assert_eq!(told.headers["location"], "/");
    // Another name for this machine, and a form that another site sent.
    for (name, value, status) in [
        ("host", "evil.example", 421),
        ("host", "127.0.0.1.evil.example", 421),
        ("host", "[::1]:8080", 200),
        ("origin", "http://evil.example", 403),
        ("origin", "null", 200),
        ("origin", "http://localhost:8080", 200),
    ] {
        let mut request = Request::builder().uri("/").header(name, value);
        if name != "host" {
            request = request.header("host", "localhost:8080");
        }
        let told = tell(&house.router, request.body(Body::empty()).expect("a request")).await;
        assert_eq!(told.status.as_u16(), status, "{name}: {value}");
    }
}

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do() {
    let house = House::example();
    let mara = house.visitor("mara");
    for path in ["/", "/queue/es", "/nothing", "/api/coverage", "/coverage.csv"] {
        let told = mara.get(path).await;
        let policy = told.headers["content-security-policy"].to_str().expect("text");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}");
        assert_eq!(told.headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(told.headers["cache-control"], "no-store", "{path}");
    }
    let page = mara.get("/").await.text;
    let style =
        page.split("href=\"").find_map(|it| it.split('"').next().filter(|it| it.ends_with(".css")));
    let told = mara.get(style.expect("a style")).await;
    assert!(told.headers["cache-control"].to_str().expect("text").contains("immutable"));
}

#[tokio::test]
async fn checks_look_at_a_text_while_it_is_written() {
    let house = House::of(&[
        ("src/a.ftl", "hello = Hello { $name }\nb = B\n"),
        ("out/es/a.ftl", "hello = Hola { $name }\n"),
    ]);
    let mara = house.visitor("mara");
    let check = |text: &str| json!({ "unit": "ui/a#hello", "text": text });
    for (text, finds) in [
        ("hello = Hola { $name }", None),
        ("hello = Hola", Some("name")),
        ("hello = Hola { $name", Some("")),
        ("hello = Hola { $name } { b }", Some("does not refer to `b`")),
        ("hello = Hola { $name } { c }", Some("c")),
    ] {
        let told = mara.post("/api/unit/es/check", &check(text)).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        let value: serde_json::Value = serde_json::from_str(&told.text).expect("JSON");
        let found = value["findings"].as_array().expect("a list");
        match finds {
            None => assert!(found.is_empty(), "{text}: {}", told.text),
            Some(word) => assert!(
                found[0]["message"].as_str().expect("text").contains(word),
                "{text}: {}",
                told.text
            ),
        }
    }
    assert_eq!(house.read("out/es/a.ftl"), "hello = Hola { $name }\n");
}

#[tokio::test]
async fn a_stale_text_is_checked_against_the_source_of_today() {
    for (file, unit, around, target) in [
        ("a.ftl", "ui/a#call", "call = Call {}\n", "call = Llama al 114"),
        ("a.md", "pages/a#title", "---\ntitle: Call {} now\n---\n", "Llama ya al 114"),
    ] {
        let source = |number: &str| around.replace("{}", number);
        let path = format!("src/{file}");
        let there = match file {
            "a.md" => format!("---\ntitle: {target}\n---\n"),
            _ => format!("{target}\n"),
        };
        let house = House::of(&[(&path, &source("114")), (&format!("out/es/{file}"), &there)]);
        let mara = house.visitor("mara");
        let shown = kit::shown(&mara, unit).await;
        let told = mara.post("/api/unit/es", &kit::accept(&shown, target)).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        assert_eq!(kit::shown(&mara, unit).await["findings"], json!([]), "{unit}");
        house.write(&path, &source("19696"));
        let shown = kit::shown(&mara, unit).await;
        assert_eq!(shown["freshness"], "stale", "{unit}");
        assert_eq!(shown["findings"][0]["id"], "number-differs", "{unit}: {shown}");
    }
}

#[tokio::test]
async fn what_was_shown_before_is_shown_as_the_disk_has_it_now() {
    let house = House::of(&[
        ("src/a.ftl", "one = First\ntwo = Second\n"),
        ("out/es/a.ftl", "one = Primero\n"),
    ]);
    let mara = house.visitor("mara");
    // What has just been written is read each time.
    tokio::time::sleep(std::time::Duration::from_millis(2100)).await;
    let pages = ["/unit/es?unit=ui%2Fa%23one", "/document/es?resource=ui/a"];
    let shows = async |text: &str| {
        for page in pages {
            // Twice: what is read once is kept.
            for _ in 0..2 {
                let told = mara.get(page).await;
                assert!(told.text.contains(text), "{page} lacks {text}");
            }
        }
    };
    shows("Primero").await;
    house.write("out/es/a.ftl", "one = Uno\n");
    shows("Uno").await;
    house.write("src/a.ftl", "one = The first\ntwo = Second\n");
    shows("The first").await;
    let shown = kit::shown(&mara, "ui/a#one").await;
    assert_eq!(shown["freshness"], "unverified");
    let told = mara.post("/api/unit/es", &kit::accept(&shown, "one = Lo primero")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    shows("Lo primero").await;
    assert_eq!(kit::shown(&mara, "ui/a#one").await["freshness"], "current");
}

const GLOSSARY: &str = r#"version = 1
source_locale = "en"

[terms.helpline]
term = "helpline"
definition = "A number <for> children."
note = "For people."
targets.ar = "خط مساعدة"
targets.es = { preferred = "línea de ayuda", forbidden = ["línea caliente"], note = "no es comercial" }
"#;

fn with_glossary() -> House {
    let config = format!("glossary = [\"glossary.toml\"]\n{}", kit::CONFIG);
    House::of(&[
        ("hexapla.toml", &config),
        ("glossary.toml", GLOSSARY),
        ("src/a.ftl", "call = Call the helpline { $helpline }\nbye = Goodbye\n"),
        ("out/es/a.ftl", "call = Llame a la línea caliente { $helpline }\n"),
        ("out/ar/a.ftl", "call = اتصل بخط المساعدة { $helpline }\n"),
    ])
}

#[tokio::test]
async fn the_terms_of_a_source_stand_beside_it() {
    let house = with_glossary();
    let mara = house.visitor("mara");
    let page = mara.get("/unit/es?unit=ui%2Fa%23call").await.text;
    for what in [
        "<span class=\"name\" lang=\"en\" dir=\"ltr\">helpline</span>",
        "data-term=\"línea de ayuda\"",
        "<span lang=\"es\" dir=\"ltr\">línea caliente</span>",
        "lang=\"en\" dir=\"ltr\">A number &#60;for&#62; children.",
        "lang=\"\" dir=\"auto\">no es comercial",
        "data-term-key=\"t\"",
    ] {
        assert!(page.contains(what), "{what}: {page}");
    }
    assert!(!page.contains(">used</span>"), "{page}");
    let page = mara.get("/unit/ar?unit=ui%2Fa%23call").await.text;
    assert!(page.contains("<span lang=\"ar\" dir=\"rtl\">خط مساعدة</span>"), "{page}");
    assert!(page.contains(">used</span>") && !page.contains("class=\"fine avoid\""), "{page}");
    let page = mara.get("/unit/es?unit=ui%2Fa%23bye").await.text;
    assert!(!page.contains("terms-head"), "{page}");
}

#[tokio::test]
async fn programs_get_the_terms_too() {
    let house = with_glossary();
    let mara = house.visitor("mara");
    let shown = kit::shown(&mara, "ui/a#call").await;
    assert_eq!(
        shown["terms"],
        json!([{
            "id": "helpline", "source": "helpline", "use": ["línea de ayuda"],
            "avoid": ["línea caliente"], "definition": "A number <for> children.",
            "note": "For people.", "locale_note": "no es comercial", "used": false,
        }])
    );
    let api = mara.json("/api/openapi.json").await;
    let answer = &api["paths"]["/api/unit/{locale}"]["get"]["responses"]["200"]["content"];
    let term = &answer["application/json"]["schema"]["properties"]["terms"]["items"];
    let described: Vec<&String> = term["properties"].as_object().expect("fields").keys().collect();
    let given: Vec<&String> = shown["terms"][0].as_object().expect("fields").keys().collect();
    assert_eq!(described.iter().collect::<std::collections::BTreeSet<_>>(), given.iter().collect());
}

#[tokio::test]
async fn translations_of_like_texts_are_offered_with_what_differs() {
    let house = House::of(&[
        ("src/a.ftl", "any = You can call us any day.\nevery = You can call us every day.\n"),
        ("out/ar/a.ftl", "any = يمكنكم الاتصال بنا في أي يوم.\n"),
        ("out/es/a.ftl", "any = Puede llamarnos cualquier día.\n"),
    ]);
    let mara = house.visitor("mara");
    let shown = kit::shown(&mara, "ui/a#any").await;
    let text = "any = Puede llamarnos cualquier día.";
    let told = mara.post("/api/unit/es", &kit::accept(&shown, text)).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    let told = mara.json("/api/unit/es/offers?unit=ui%2Fa%23every").await;
    let offers = told["offers"].as_array().expect("offers");
    let like = offers.iter().find(|it| it["kind"] == "memory").expect("a like text");
    assert_eq!(like["text"], "every = Puede llamarnos cualquier día.");
    assert!(like["from"].as_str().is_some_and(|it| it.starts_with("ui/a#any · ")), "{like}");
    let marked = like["marked"].as_str().expect("a difference");
    assert!(marked.contains("[-any-]") && marked.contains("{+every+}"), "{marked}");
    let page = mara.get("/unit/es/offers?unit=ui%2Fa%23every").await.text;
    for what in ["lang=\"en\" dir=\"ltr\"", "lang=\"es\" dir=\"ltr\"", "data-take="] {
        assert!(page.contains(what), "{what}: {page}");
    }
    // What nobody vouches for is offered to nobody.
    let told = mara.json("/api/unit/ar/offers?unit=ui%2Fa%23every").await;
    assert!(told["offers"].as_array().is_some_and(Vec::is_empty), "{told}");
}

#[tokio::test]
async fn memories_of_other_tools_are_offered_and_read_anew_where_they_change() {
    let tmx = |said: &str| {
        let of = |locale: &str, text: &str| {
            format!("<tuv xml:lang=\"{locale}\"><seg>{text}</seg></tuv>")
        };
        let pair = |en: &str, es: &str| format!("<tu>{}{}</tu>\n", of("en", en), of("es", es));
        let pairs = pair("See you soon.", said) + &pair("Cut", "Cortado");
        format!("<tmx version=\"1.4\"><header/><body>\n{pairs}</body></tmx>\n")
    };
    let config = format!("memory = [\"old.tmx\"]\n{}", kit::CONFIG);
    let house = House::of(&[
        ("hexapla.toml", &config),
        ("old.tmx", &tmx("Hasta pronto.")),
        ("src/a.ftl", "bye = See you soon.\n"),
        ("src/b.md", "See you soon.\n"),
    ]);
    let mara = house.visitor("mara");
    let names = mara.json("/api/queue/es").await;
    let rows = names["rows"].as_array().expect("rows").iter();
    let units: Vec<&str> = rows.filter_map(|it| it["unit"].as_str()).collect();
    let block = units.iter().find(|it| it.starts_with("pages/b")).expect("a block");
    let offers = |unit: &str| {
        form_urlencoded::Serializer::new("/api/unit/es/offers?".to_owned())
            .append_pair("unit", unit)
            .finish()
    };
    let told = mara.json(&offers("ui/a#bye")).await;
    assert_eq!(told["offers"][0]["text"], "bye = Hasta pronto.", "{told}");
    assert_eq!(told["offers"][0]["from"], "old.tmx · 97 %");
    assert_eq!(told["problems"], json!([]));
    assert_eq!(mara.json(&offers(block)).await["offers"][0]["text"], "Hasta pronto.");
    house.write("old.tmx", &tmx("Nos vemos luego."));
    assert_eq!(mara.json(&offers(block)).await["offers"][0]["text"], "Nos vemos luego.");
    house.write("old.tmx", tmx("Hasta luego.").replace("<seg>Cortado", "<seg Cortado").as_str());
    let told = mara.json(&offers(block)).await;
    assert_eq!(told["offers"][0]["text"], "Hasta luego.");
    let problem = told["problems"][0].as_str().expect("a problem");
    assert!(problem.starts_with("old.tmx:3:"), "{problem}");
    let page = mara.get(&offers(block).replace("/api/", "/")).await.text;
    assert!(page.contains("old.tmx:3:"), "{page}");
}

#[tokio::test]
async fn a_mistake_is_told_of_at_its_place() {
    let house = House::of(&[
        ("src/a.ftl", "hello = Hello { $name }\n"),
        ("out/es/a.ftl", "hello = Hola { $name }\n"),
    ]);
    let mara = house.visitor("mara");
    for (text, place, end, said) in [
        ("hello = Hola { $name", "hello = Hola { $name", "", "1:21: "),
        ("hello = ¡Olé! 👋\n    { $name", "hello = ¡Olé! 👋\n    { $name", "", "2:12: "),
        ("hello = Hola\nbye = Adiós", "hello = Hola\n", "bye = Adiós", "2:1: "),
    ] {
        let body = json!({ "unit": "ui/a#hello", "text": text });
        let told = mara.post("/api/unit/es/check", &body).await;
        let value: serde_json::Value = serde_json::from_str(&told.text).expect("JSON");
        let found = &value["findings"][0];
        let utf16 = |text: &str| text.encode_utf16().count();
        assert_eq!(found["id"], "syntax", "{text}: {value}");
        assert_eq!(found["start"], utf16(place), "{text}: {value}");
        assert_eq!(found["end"], utf16(place) + utf16(end), "{text}: {value}");
        assert!(found["message"].as_str().is_some_and(|it| it.starts_with(said)), "{value}");
        let part = mara.fragment("/unit/es/check", &body).await.text;
        let button = format!("<button type=\"button\" data-start=\"{}\"", utf16(place));
        assert!(part.contains(&button), "{part}");
    }
}

#[tokio::test]
async fn texts_are_in_their_language_and_what_is_no_words_runs_its_own_way() {
    let source =
        |number: &str| format!("See `x.y` and <br> [this](https://a.example/b), {number}.\n");
    let target = "انظر `x.y` و<br> [هذا](https://a.example/b)، 1.";
    let house = House::of(&[
        ("src/a.md", &source("1")),
        ("out/ar/a.md", &format!("{target}\n")),
        ("src/b.ftl", "# Keep it short.\nm = One\n"),
        ("out/ar/b.ftl", "m = واحد\n"),
    ]);
    let mara = house.visitor("mara");
    let rows = mara.json("/api/queue/ar").await;
    let names = rows["rows"].as_array().expect("rows").iter();
    let mut units: Vec<&str> = names.filter_map(|it| it["unit"].as_str()).collect();
    units.retain(|it| it.starts_with("pages/"));
    let at = |name: &str, more: &str| {
        form_urlencoded::Serializer::new(format!("/{more}?")).append_pair("unit", name).finish()
    };
    let mut settled = 0;
    for unit in units {
        let value = mara.json(&at(unit, "api/unit/ar")).await;
        if value["target"] == target {
            let told = mara.post("/api/unit/ar", &kit::accept(&value, target)).await;
            assert_eq!(told.status, StatusCode::OK, "{}", told.text);
            settled += 1;
        }
    }
    assert_eq!(settled, 1, "{rows}");
    house.write("src/a.md", &source("2"));
    let whole = mara.get("/document/ar?resource=pages/a").await.text;
    let pair = whole.split("<div class=\"pair ").find(|it| it.contains(" stale waits"));
    let link = pair.and_then(|it| it.split("<span class=\"go\"><a href=\"").nth(1));
    let link = link.and_then(|it| it.split('"').next()).expect("a link").replace("&#38;", "&");
    let page = mara.get(&link).await.text;
    let part = |from: &str, to: &str| {
        let rest = page.split(from).nth(1).unwrap_or_else(|| panic!("{from}: {page}"));
        rest.split(to).next().unwrap_or_default().to_owned()
    };
    let old = part("class=\"text old\"", "</p>");
    let now = part("id=\"source\"", "</p>");
    let around = part("class=\"pair here", "</section>");
    assert!(around.contains("<code>x.y</code>"), "what readers get: {around}");
    for text in [old, now] {
        for code in ["`x.y`", "&#60;br&#62;", "(https://a.example/b)"] {
            let runs_on = format!("<span class=\"runs-on\" dir=\"ltr\">{code}</span>");
            assert!(text.contains(&runs_on), "{runs_on}: {text}");
        }
    }
    let offers = mara.get(&link.replace("/unit/ar?", "/unit/ar/offers?")).await.text;
    assert!(offers.contains("<span class=\"runs-on\" dir=\"ltr\">`x.y`</span>"), "{offers}");
    // What is said to translators is in the language of the source.
    let page = mara.get("/unit/ar?unit=ui%2Fb%23m").await.text;
    assert!(page.contains("<p lang=\"en\" dir=\"ltr\">Keep it short.</p>"), "{page}");
    let mut value = mara.json("/api/unit/ar?unit=ui%2Fb%23m").await;
    for decision in ["accept", "reopen"] {
        let mut body = kit::accept(&value, "m = واحد");
        body["decision"] = decision.into();
        body["why"] = "sounds odd".into();
        assert_eq!(mara.post("/api/unit/ar", &body).await.status, StatusCode::OK);
        value = mara.json("/api/unit/ar?unit=ui%2Fb%23m").await;
    }
    let page = mara.get("/unit/ar?unit=ui%2Fb%23m").await.text;
    assert!(page.contains("<q lang=\"\" dir=\"auto\">sounds odd</q>"), "{page}");
}

#[tokio::test]
async fn a_unit_stands_among_its_neighbours_with_what_happened_between() {
    let source = |third: &str| format!("a = A\nb = B\nc = {third}\nd = D\ne = E\nf = F\n");
    let first = source("Call 114 at night. It costs nothing.");
    let house = House::of(&[
        ("src/a.ftl", &first),
        ("out/es/a.ftl", "a = La A\nc = Llame al 114 de noche. No cuesta nada.\n"),
    ]);
    let mara = house.visitor("mara");
    let value = kit::shown(&mara, "ui/a#c").await;
    let text = value["target"].as_str().expect("text").to_owned();
    assert_eq!(mara.post("/api/unit/es", &kit::accept(&value, &text)).await.status, StatusCode::OK);
    let seen = |at: &str, revision: &str, reason: &str| {
        let session = hexapla_workspace::Session::open(&house.path("")).expect("a project");
        let loaded = session.load(at.parse().expect("a time")).expect("loaded");
        let status = hexapla_engine::Status::of(&loaded.snapshot);
        let at = at.parse().expect("a time");
        let (revision, reason) = (Some(revision), Some(reason));
        let plan = hexapla_engine::record_seen(&loaded.snapshot, &status, at, revision, reason);
        session.commit(&plan).expect("recorded");
    };
    house.write("src/a.ftl", &source("Call 115 at night. It costs nothing."));
    seen("2026-11-20T12:00:00Z", "1234abc", "the number moved");
    house.write("src/a.ftl", &source("Call 116 at night. It costs nothing."));
    seen("2026-11-22T12:00:00Z", "5678def", "and <again>");
    let page = plain(&mara.get("/unit/es?unit=ui%2Fa%23c").await.text);
    let steps = page.split("<details class=\"steps\">").nth(1).expect("steps");
    let steps = steps.split("</details>").next().expect("their end");
    for what in [
        "2 steps between",
        "<code dir=\"ltr\">1234abc</code>",
        "Reason: <bdi lang=\"\">the number moved</bdi>",
        "<p class=\"text\" lang=\"en\" dir=\"ltr\">c = Call 115 at night. It costs nothing.</p>",
        "<code dir=\"ltr\">5678def</code>",
        "Reason: <bdi lang=\"\">and &#60;again&#62;</bdi>",
    ] {
        assert!(steps.contains(what), "{what}: {steps}");
    }
    let likely = page.split("<mark>").nth(1).expect("a mark").split("</mark>").next();
    assert!(likely.is_some_and(|it| it.contains("114") && !it.contains("cuesta")), "{likely:?}");
    let around = page.split("<section class=\"around\"").nth(1).expect("what is around");
    let around = around.split("</section>").next().expect("its end");
    let pairs: Vec<&str> = around.split("<div class=\"pair").skip(1).collect();
    assert_eq!(pairs.len(), 5, "two before, two behind: {around}");
    for (pair, says) in pairs.iter().zip(["a = A", "b = B", "Call 116", "d = D", "e = E"]) {
        assert!(pair.contains(says), "{says}: {pair}");
    }
    assert!(pairs[2].starts_with(" here") && !pairs[2].contains("<a "), "{}", pairs[2]);
    assert!(pairs[0].contains("La A") && pairs[0].contains("unit=ui%2Fa%23a"), "{}", pairs[0]);
    assert!(pairs[1].contains("class=\"none\"") && pairs[1].contains("missing"), "{}", pairs[1]);
}

#[tokio::test]
async fn how_long_a_text_is_stands_beside_it_where_that_is_bounded() {
    let house = House::of(&[
        ("src/a.ftl", "# max-length: 10\nm = Hello { $name }\n\nn = Other\n"),
        ("out/es/a.ftl", "m = Hola { $name }\n"),
    ]);
    let mara = house.visitor("mara");
    let page = plain(&mara.get("/unit/es?unit=ui%2Fa%23m").await.text);
    assert!(page.contains("aria-live=\"off\">5 of 10 characters<"), "{page}");
    let check = async |unit: &str, text: &str| {
        plain(&mara.fragment("/unit/es/check", &json!({ "unit": unit, "text": text })).await.text)
    };
    let part = check("ui/a#m", "m = ¡Muy buenas! { $name }").await;
    assert!(part.contains("class=\"fine length over\"") && part.contains("13 of 10"), "{part}");
    assert!(check("ui/a#m", "").await.contains("0 of 10"));
    assert!(!check("ui/a#n", "n = Otra").await.contains("length"));
}
