//! Pictures beside messages: of the project alone, and pictures alone.

mod kit;

use axum::http::StatusCode;
use kit::House;
use serde_json::json;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and some more";

/// A project whose message names pictures, good and bad.
fn house() -> House {
    let source = "# Short, please.\n# screenshot: shots/menu.png \"The menu, open\"\n# screenshot: ../outside.png\n\
                  # screenshot: shots/page.png\n# screenshot: shots/none.png\nm = One\n";
    let house = House::of(&[("src/a.ftl", source), ("out/es/a.ftl", "m = Uno\n")]);
    house.write("shots/page.png", "<!doctype html><script>alert(1)</script>");
    std::fs::write(house.path("shots/menu.png"), PNG).expect("written");
    house
}

fn at(picture: &str) -> String {
    format!("/unit/es/screenshot?unit=ui%2Fa%23m&picture={picture}")
}

#[tokio::test]
async fn a_picture_that_a_comment_names_is_shown_with_what_it_shows() {
    let house = house();
    let mara = house.visitor("mara");
    let page = mara.get("/unit/es?unit=ui%2Fa%23m").await.text;
    assert!(page.contains("alt=\"The menu, open\""), "{page}");
    assert!(page.contains("Short, please.") && !page.contains("screenshot: shots"), "{page}");
    let value = mara.json("/api/unit/es?unit=ui%2Fa%23m").await;
    assert_eq!(value["comment"], "Short, please.");
    assert_eq!(value["screenshots"][0], json!({ "address": at("0"), "alt": "The menu, open" }));
    let told = mara.get(&at("0")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert_eq!(told.headers["content-type"], "image/png");
    assert_eq!(told.headers["x-content-type-options"], "nosniff");
}

#[tokio::test]
async fn nothing_else_is_given_out() {
    let house = house();
    let mara = house.visitor("mara");
    // Out of the project, no picture, not there, not named, no number.
    for picture in ["1", "2", "3", "4", "99999999999999999999999"] {
        let told = mara.get(&at(picture)).await;
        assert_eq!(told.status, StatusCode::NOT_FOUND, "{picture}: {}", told.text);
        assert!(!told.text.contains("alert(1)"), "{}", told.text);
    }
    let told = mara.get("/unit/es/screenshot?unit=ui%2Fa%23x").await;
    assert_eq!(told.status, StatusCode::NOT_FOUND);
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_does_not_lead_out_of_the_project() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    std::fs::write(elsewhere.path().join("secret.png"), PNG).expect("written");
    let house = house();
    let menu = house.path("shots/menu.png");
    std::fs::remove_file(&menu).expect("removed");
    std::os::unix::fs::symlink(elsewhere.path().join("secret.png"), menu).expect("a link");
    let told = house.visitor("mara").get(&at("0")).await;
    assert_eq!(told.status, StatusCode::NOT_FOUND, "{}", told.text);
}
