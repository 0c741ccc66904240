//! The page of a block as readers see it: what is written, its surroundings, its pictures.

mod kit;

use axum::http::StatusCode;
use kit::{CONFIG, House, Visitor};
use serde_json::json;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and some more";
const GIF: &[u8] = b"GIF89a and some more";

fn put(house: &House, path: &str, bytes: &[u8]) {
    let path = house.path(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
    std::fs::write(path, bytes).expect("written");
}

/// The name of the unit of a page whose source has a text.
async fn unit_of(mara: &Visitor<'_>, text: &str) -> String {
    let queue = mara.json("/api/queue/es").await;
    for row in queue["rows"].as_array().expect("rows") {
        let unit = row["unit"].as_str().expect("a unit");
        if kit::shown(mara, unit).await["source"].as_str().expect("a text").contains(text) {
            return unit.to_owned();
        }
    }
    panic!("no unit has {text}: {queue}")
}

fn at(path: &str, unit: &str) -> String {
    form_urlencoded::Serializer::new(format!("{path}?")).append_pair("unit", unit).finish()
}

/// The part of a page in an element of an id, as far as the element's own name is not in it.
fn within<'a>(page: &'a str, id: &str, name: &str) -> &'a str {
    let (_, rest) =
        page.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id}: {page}"));
    let (_, rest) = rest.split_once('>').expect("a tag");
    rest.split(&format!("</{name}>")).next().unwrap_or_default()
}

/// The addresses of the pictures in a part of a page.
fn pictures(part: &str) -> Vec<String> {
    let found = part.split("<img src=\"").skip(1);
    let all = found.map(|it| it.split('"').next().unwrap_or_default());
    let own = all.filter(|it| it.starts_with("/unit/"));
    own.map(|it| it.replace("&amp;", "&").replace("&#38;", "&")).collect()
}

#[tokio::test]
async fn a_block_is_shown_as_readers_see_it_and_follows_what_is_written() {
    let house = House::of(&[
        (
            "src/p.md",
            "Before *it*.\n\nA **block** with [a link](https://example.org).\n\n| a | b |\n|---|---|\n| *c* | d |\n",
        ),
        (
            "out/es/p.md",
            "Antes *de esto*.\n\nUn **bloque** con [un enlace](https://example.org).\n",
        ),
        ("src/m.ftl", "m = One\n"),
    ]);
    let mara = house.visitor("mara");
    let unit = unit_of(&mara, "A **block**").await;
    let page = mara.get(&at("/unit/es", &unit)).await.text;
    assert_eq!(
        within(&page, "read", "div"),
        "<p>Un <strong>bloque</strong> con <a>un enlace</a>.</p>\n"
    );
    let around = page.split("class=\"around\"").nth(1).expect("surroundings");
    for read in [
        "<div class=\"side\" lang=\"en\" dir=\"ltr\"><p>Before <em>it</em>.</p>",
        "<div class=\"side\" lang=\"es\" dir=\"ltr\"><p>Antes <em>de esto</em>.</p>",
        "<p>A <strong>block</strong> with <a>a link</a>.</p>",
        "<td>a</td><td>b</td>",
    ] {
        assert!(around.contains(read), "{read}: {around}");
    }
    let check = |text: &str| json!({ "unit": unit, "text": text });
    let told = mara.fragment("/unit/es/check?beside=1", &check("Un *bloque*")).await.text;
    let read = "<div id=\"read\" hx-swap-oob=\"innerHTML\"><p>Un <em>bloque</em></p>\n</div>";
    assert!(told.contains(read), "{told}");
    let told = mara.fragment("/unit/es/check?beside=1", &check(" ")).await.text;
    assert!(told.contains("hx-swap-oob=\"innerHTML\"><span class=\"none\">—</span>"), "{told}");
    // Elsewhere nothing stands beside, nor where a message is written, whose variants are shown.
    let told = mara.fragment("/unit/es/check", &check("Un *bloque*")).await.text;
    assert!(!told.contains("hx-swap-oob"), "{told}");
    let message = json!({ "unit": "ui/m#m", "text": "m = Uno" });
    let told = mara.fragment("/unit/es/check?beside=1", &message).await.text;
    assert!(!told.contains("id=\"read\"") && told.contains("class=\"said\""), "{told}");
}

#[tokio::test]
async fn whatever_is_written_nothing_runs_and_nothing_is_fetched() {
    let house = House::of(&[("src/p.md", "A block.\n")]);
    let mara = house.visitor("mara");
    let unit = unit_of(&mara, "A block.").await;
    let long = "[*".repeat(20_000);
    for text in [
        "<script>boom()</script>",
        "<img src=https://evil.example/x.png onerror=boom()>",
        "![x](https://evil.example/x.png)",
        "![x](//evil.example/x.png) ![x](/unit/es/screenshot?unit=x&picture=0)",
        "[x](javascript:boom())",
        "<svg onload=boom()>",
        "<x hx-get=/undo hx-trigger=load id=read data-key=a>x</x>",
        "<div id=\"read\" hx-swap-oob=\"true\">x</div>",
        "</div><form action=https://evil.example><button>x",
        "\u{202e}evil <b title=\"\" onclick=boom()>",
        long.as_str(),
    ] {
        let body = json!({ "unit": unit, "text": text });
        let told = mara.fragment("/unit/es/check?beside=1", &body).await;
        assert_eq!(told.status, StatusCode::OK, "{text}");
        let read = within(&told.text, "read", "div").split("<span id=\"used").next().unwrap_or("");
        for word in [
            "<script", "<img", "src=", "href=", "<svg", " on", "hx-", "id=", "<form", "\u{202e}",
            "data-key",
        ] {
            assert!(!read.contains(word), "{word} in {text}: {read}");
        }
        // What it ends with ends nothing of the page.
        assert_eq!(told.text.matches("id=\"read\"").count(), 1, "{text}");
    }
}

/// A page that names pictures, good and bad, and its translation.
fn pictured() -> House {
    let source = "![Here](i/here.png) ![Gone](i/gone.png) ![Far](https://evil.example/far.png) ![Out](../../out.png) \
                  ![Page](i/page.png) ![Root](/shots/root.png) <img src=\"i/tag.gif\" alt=\"Tag\">\n\nAnother block.\n";
    let target = "![Aquí](i/here.png) ![Raíz](/shots/root.png) <img src=\"i/tag.gif\" alt=\"Etiqueta\"> ![Otra](/secret/x.png)\n\nOtro.\n";
    let house = House::of(&[("src/p.md", source), ("out/es/p.md", target)]);
    for path in ["src/i/here.png", "shots/root.png", "secret/x.png", "src/i/unnamed.png"] {
        put(&house, path, PNG);
    }
    put(&house, "src/i/tag.gif", GIF);
    put(&house, "src/i/page.png", b"<!doctype html><script>boom()</script>");
    // The translation's own.
    put(&house, "out/es/i/here.png", GIF);
    house
}

#[tokio::test]
async fn the_pictures_that_a_block_names_are_shown_in_their_places() {
    let house = pictured();
    let mara = house.visitor("mara");
    let unit = unit_of(&mara, "![Here]").await;
    let page = mara.get(&at("/unit/es", &unit)).await.text;
    let whole = mara.get("/document/es?resource=pages%2Fp").await.text;
    for part in [page.split("class=\"around\"").nth(1).expect("surroundings"), &whole] {
        let all = pictures(part);
        assert_eq!(all.len(), 6, "three on each side: {all:?} {part}");
        for alt in ["Here", "Root", "Tag", "Aquí", "Raíz", "Etiqueta"] {
            assert!(part.contains(&format!("alt=\"{alt}\"")), "{alt}");
        }
        for alt in ["Gone", "Far", "Out", "Page", "Otra"] {
            assert!(part.contains(alt) && !part.contains(&format!("alt=\"{alt}\"")), "{alt}");
        }
        let mut kinds = Vec::new();
        for address in &all {
            assert!(address.starts_with("/unit/es/screenshot?"), "{address}");
            let told = mara.get(address).await;
            assert_eq!(told.status, StatusCode::OK, "{address}: {}", told.text);
            assert_eq!(told.headers["x-content-type-options"], "nosniff");
            kinds.push(told.headers["content-type"].to_str().expect("a type").to_owned());
        }
        // Of the picture that both name alike the translation has a file of its own.
        assert_eq!(
            kinds,
            ["image/png", "image/png", "image/gif", "image/gif", "image/png", "image/gif"]
        );
        assert_eq!(all[1], all[4], "what both share is one picture");
    }
}

#[tokio::test]
async fn no_picture_is_given_out_that_no_text_names() {
    let house = pictured();
    let mara = house.visitor("mara");
    let unit = unit_of(&mara, "![Here]").await;
    let mut given = 0;
    for number in 0..40 {
        let address = format!("{}&picture={number}", at("/unit/es/screenshot", &unit));
        let told = mara.get(&address).await;
        given += usize::from(told.status == StatusCode::OK);
        assert!(told.status == StatusCode::OK || told.status == StatusCode::NOT_FOUND, "{address}");
        assert!(!told.text.contains("boom"), "{}", told.text);
    }
    // Three of the source, one of its own, and two that it shares; not what stands elsewhere.
    assert_eq!(given, 6);
    // A text that is being written has nothing given out, but shows what the unit has.
    let body =
        json!({ "unit": unit, "text": "![a](i/unnamed.png) ![b](/secret/x.png) ![c](i/here.png)" });
    let told = mara.fragment("/unit/es/check?beside=1", &body).await.text;
    let read = within(&told, "read", "div");
    assert_eq!(pictures(read).len(), 1, "{read}");
    assert!(read.contains("alt=\"c\""), "{read}");
    let other = unit_of(&mara, "Another block.").await;
    let told = mara.get(&format!("{}&picture=0", at("/unit/es/screenshot", &other))).await;
    assert_eq!(told.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn of_a_picture_that_is_translated_both_are_shown() {
    let files = "\n[collections.files]\nformat = \"asset\"\nsource = \"src/{path}.png\"\ntarget = \"out/{locale}/{path}.png\"\n";
    let config = format!("{CONFIG}{files}");
    let house = House::of(&[("hexapla.toml", &config), ("src/note.png", "no picture")]);
    put(&house, "src/poster.png", PNG);
    put(&house, "out/es/poster.png", GIF);
    let house = house.reopened(|_| ());
    let mara = house.visitor("mara");
    let unit = |name: &str, locale: &str| {
        let address = format!("/api/queue/{locale}?collection=files");
        let (mara, name) = (&mara, name.to_owned());
        async move {
            let rows = mara.json(&address).await;
            let all = rows["rows"].as_array().expect("rows").clone();
            let units = all.iter().filter_map(|it| it["unit"].as_str());
            units.map(str::to_owned).find(|it| it.contains(&name)).expect("a unit")
        }
    };
    let poster = unit("poster", "es").await;
    let page = mara.get(&at("/unit/es", &poster)).await.text;
    let mut kinds = Vec::new();
    for address in pictures(&page) {
        kinds.push(mara.get(&address).await.headers["content-type"].clone());
    }
    assert_eq!(kinds, ["image/png", "image/gif"]);
    // A locale without its own has the source's alone; what is no picture is not shown.
    let page = mara.get(&at("/unit/ar", &unit("poster", "ar").await)).await.text;
    assert_eq!(pictures(&page).len(), 1);
    let page = mara.get(&at("/unit/es", &unit("note", "es").await)).await.text;
    assert!(pictures(&page).is_empty());
}

#[tokio::test]
async fn which_terms_are_used_follows_what_is_written() {
    let glossary = "version = 1\nsource_locale = \"en\"\n[terms.helpline]\nterm = \"helpline\"\ntargets.es = \"línea de ayuda\"\n\
                    [terms.child]\nterm = \"child\"\ntargets.es = \"niña\"\n";
    let config = format!("glossary = [\"glossary.toml\"]\n{CONFIG}");
    let house = House::of(&[
        ("hexapla.toml", &config),
        ("glossary.toml", glossary),
        ("src/t.ftl", "call = Every child may call the helpline\n"),
        ("out/es/t.ftl", "call = Cada niña\n"),
    ]);
    let mara = house.visitor("mara");
    let page = mara.get("/unit/es?unit=ui%2Ft%23call").await.text;
    assert!(within(&page, "used-helpline", "p").starts_with("</span>"), "{page}");
    assert!(within(&page, "used-child", "p").contains("used</span>"), "{page}");
    let marks = |text: &str| {
        let (mara, body) = (&mara, json!({ "unit": "ui/t#call", "text": text }));
        async move { mara.fragment("/unit/es/check?beside=1", &body).await.text }
    };
    let told = marks("call = La línea de ayuda").await;
    assert!(within(&told, "used-helpline", "p").starts_with("<span class=\"tag\">"), "{told}");
    assert_eq!(told.matches("class=\"tag\"").count(), 1, "the other is not used any more: {told}");
    assert_eq!(marks("").await.matches("class=\"tag\"").count(), 0);
    assert_eq!(marks("").await.matches("id=\"used-").count(), 2, "both marks are taken away");
    // Of what cannot be read nothing is said, so that no mark blinks.
    assert_eq!(marks("call = { $").await.matches("id=\"used-").count(), 0);
}

#[tokio::test]
async fn how_many_variants_are_not_shown_is_told() {
    let select = |it: usize| format!("{{ $v{it} ->\n    [a] a\n    [b] b\n   *[c] c\n }}");
    let message = |of: usize| format!("m = {}\n", (0..of).map(select).collect::<String>());
    let house = House::of(&[("src/m.ftl", &message(3)), ("out/es/m.ftl", &message(2))]);
    let mara = house.visitor("mara");
    let check = |of: usize| json!({ "unit": "ui/m#m", "text": message(of).trim_end() });
    for (of, told) in [
        (2, None),
        (3, Some("And 20 other combinations.")),
        (80, Some("And more than 1,000,000 other combinations.")),
    ] {
        let text = kit::plain(&mara.fragment("/unit/es/check", &check(of)).await.text);
        match told {
            Some(told) => assert!(text.contains(told), "{of}: {text}"),
            None => {
                assert!(text.contains("class=\"said\"") && !text.contains("combination"), "{text}");
            }
        }
    }
}
