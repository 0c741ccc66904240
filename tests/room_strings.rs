//! The review room speaks with the strings of the example, as Hexapla itself releases them: complete,
//! and in English where a translation must not be shown. `STRINGS=write` takes over what they are now.

mod support;

use std::path::Path;

use support::Project;

#[test]
fn the_room_speaks_with_what_was_released() {
    let project = Project::example();
    let into = project.path("site");
    let into = into.to_str().expect("text");
    project.ok(&["release", "build", "--channel", "preview", "--layout", "site", "--into", into]);
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/hexapla-review/strings");
    for locale in ["en", "ar", "de", "es", "fr"] {
        for name in ["brand.ftl", "review.ftl", "room.ftl", "findings.ftl", "refusals.ftl"] {
            let released = match locale {
                "en" => project.read(&format!("site/source-content/ui/{name}")),
                _ => project.read(&format!("site/translations/{locale}/ui/{name}")),
            };
            let path = room.join(locale).join(name);
            if std::env::var_os("STRINGS").is_some_and(|it| it == "write") {
                std::fs::write(&path, &released).expect("written");
            }
            let spoken = std::fs::read_to_string(&path).expect("text");
            assert!(spoken == released, "{locale}/{name}: STRINGS=write takes over what it is now");
        }
    }
}
