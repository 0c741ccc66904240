//! Which files a project has, and what is told of those it cannot use.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use hexapla_workspace::Loaded;

use crate::project::{CONFIG, Project, forbid, is_root};

/// The resources and, of each, whether there is a source and in which locales there are targets.
fn found(loaded: &Loaded) -> Vec<String> {
    let line = |(id, resource): (&hexapla_model::ResourceId, &hexapla_engine::Resource)| {
        let source = if resource.source.is_some() { "source" } else { "gone" };
        let targets: Vec<&str> = resource.targets.keys().map(|it| it.as_str()).collect();
        format!("{id}: {source} {}", targets.join(" "))
    };
    loaded.snapshot.resources.iter().map(line).collect()
}

#[track_caller]
fn check_problems(loaded: &Loaded, expected: &[(&str, &str)]) {
    let told: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (line, (path, part)) in told.iter().zip(expected) {
        assert!(line.starts_with(path) && line.contains(part), "{path}, {part} in {line}");
        assert!(line.contains("(hint: "), "{line}");
    }
}

#[test]
fn sources_targets_and_what_is_left_of_them() {
    let project = Project::new();
    project.write("source-content/pages/a/b.md", "x");
    project.write("translations/es/pages/a/b.md", "x");
    project.write("translations/es-MX/pages/a/b.md", "x");
    project.write("translations/de/pages/gone.md", "x");
    project.write("translations/fr/pages/a/b.md", "no locale of this project");
    project.write("source-content/pages/.a.md.swp.md", "an editor's");
    project.write("source-content/pages/node_modules/c.md", "a tool's");
    project.write("source-content/pages/.gitignore", "b.md");
    let loaded = project.load();
    assert_eq!(found(&loaded), ["pages/a/b: source es es-MX", "pages/gone: gone de"]);
    check_problems(&loaded, &[]);
}

#[test]
fn files_are_found_as_a_site_spells_them() {
    let config = r#"version = 1
name = "Spelled"
source_locale = "en"
locales = ["pt-BR", "zh-Hans"]
spellings = { en = "english", pt-BR = "pt-br", zh-Hans = "zh_CN" }

[collections.app]
format = "json"
source = "locales/{locale}.json"
target = "locales/{locale}.json"
spellings = { en = "en", pt-BR = "pt" }

[collections.pages]
format = "markdown"
source = "content/{locale}/{path}.md"
target = "content/{locale}/{path}.md"
"#;
    let project = Project::with_config(config);
    for path in ["english/a.md", "pt-br/a.md", "zh_CN/a.md", "pt-BR.json", "zh-Hans/a.md"] {
        project.write(&format!("content/{path}"), "x");
    }
    for name in ["en", "pt", "zh_CN", "pt-br"] {
        project.write(&format!("locales/{name}.json"), "{}");
    }
    let loaded = project.load();
    assert_eq!(found(&loaded), ["app/app: source pt-BR zh-Hans", "pages/a: source pt-BR zh-Hans"]);
    check_problems(&loaded, &[]);
    let target =
        |path: &str| project.open().target_of(path).map(|(id, locale)| format!("{id} {locale}"));
    assert_eq!(target("content/pt-br/new.md").as_deref(), Some("pages/new pt-BR"));
    assert_eq!(target("content/pt-BR/new.md"), None);
    assert_eq!(target("locales/zh_CN.json").as_deref(), Some("app/app zh-Hans"));
    let source = |path: &str| project.open().source_of(path).map(|id| id.to_string());
    assert_eq!(source("locales/en.json").as_deref(), Some("app/app"));
    assert_eq!(source("content/english/new.md").as_deref(), Some("pages/new"));
    let id = "pages/a".parse().expect("a name");
    let resource = &loaded.snapshot.resources[&id];
    let locale = "zh-Hans".parse().expect("a tag");
    assert_eq!(resource.target_path(&locale), "content/zh_CN/a.md");
}

#[test]
fn sources_at_the_root_and_targets_below_or_beside_them() {
    let config = |target: &str| {
        let config = CONFIG.replace("source-content/pages/{path}.md", "{path}.md");
        config.replace("translations/{locale}/pages/{path}.md", target)
    };
    let below = Project::with_config(&config("{locale}/{path}.md"));
    let beside = Project::with_config(&config("{path}.{locale}.md"));
    for (project, target) in [(&below, "es/guide/a.md"), (&beside, "guide/a.es.md")] {
        project.write("guide/a.md", "x");
        project.write(target, "x");
        project.write("target/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55");
        project.write("target/doc/b.md", "x");
        let loaded = project.load();
        assert_eq!(found(&loaded), ["pages/guide/a: source es"]);
        check_problems(&loaded, &[]);
    }
}

#[test]
fn a_translation_can_be_the_source_of_another() {
    let config = format!(
        "{CONFIG}\n[collections.pivot]\nformat = \"markdown\"\nsource_locale = \"es\"\n\
         locales = [\"de\"]\nsource = \"translations/es/pages/{{path}}.md\"\n\
         target = \"pivot/{{locale}}/{{path}}.md\"\n"
    );
    let project = Project::with_config(&config);
    project.write("source-content/pages/a.md", "x");
    project.write("translations/es/pages/a.md", "x");
    project.write("pivot/de/a.md", "x");
    let loaded = project.load();
    assert_eq!(found(&loaded), ["pages/a: source es", "pivot/a: source de"]);
    check_problems(&loaded, &[]);
}

#[test]
fn a_file_in_two_collections_is_told() {
    let config = format!(
        "{CONFIG}\n[collections.special]\nformat = \"markdown\"\n\
         source = \"source-content/pages/{{path}}.md\"\ninclude = [\"a*\"]\n\
         target = \"translations/{{locale}}/pages/{{path}}.md\"\n"
    );
    let project = Project::with_config(&config);
    for path in
        ["source-content/pages/a.md", "source-content/pages/b.md", "translations/es/pages/a.md"]
    {
        project.write(path, "x");
    }
    let loaded = project.load();
    assert_eq!(found(&loaded), ["pages/a: source es", "pages/b: source "]);
    check_problems(
        &loaded,
        &[
            ("source-content/pages/a.md", "a source in two collections, `pages` and `special`"),
            ("translations/es/pages/a.md", "a target in two collections, `pages` and `special`"),
        ],
    );
}

#[test]
fn links_are_followed_within_the_project_only() {
    let project = Project::new();
    let elsewhere = Project::new();
    elsewhere.write("secret.md", "x");
    project.write("shared/a.md", "x");
    std::fs::create_dir_all(project.path("source-content/pages")).expect("a folder");
    let link = |to: &std::path::Path, from: &str| symlink(to, project.path(from)).expect("a link");
    link(&project.path("shared"), "source-content/pages/in");
    link(&project.path("shared/a.md"), "source-content/pages/file.md");
    link(&elsewhere.root(), "source-content/pages/out");
    link(&elsewhere.path("secret.md"), "source-content/pages/secret.md");
    link(&project.path("source-content"), "source-content/pages/loop");
    link(&project.path("nowhere"), "source-content/pages/nowhere.md");
    link(std::path::Path::new("user@host.123"), "source-content/pages/.#edited.md");
    elsewhere.write("es/pages/file.md", "x");
    std::fs::create_dir(project.path("translations")).expect("a folder");
    link(&elsewhere.path("es"), "translations/es");
    let loaded = project.load();
    assert_eq!(found(&loaded), ["pages/file: source ", "pages/in/a: source "]);
    check_problems(
        &loaded,
        &[
            ("source-content/pages/loop", "leads back to `source-content"),
            ("source-content/pages/nowhere.md", "leads nowhere"),
            ("source-content/pages/out", "leads out of the project"),
            ("source-content/pages/secret.md", "leads out of the project"),
            ("translations/es/pages", "leads out of the project"),
        ],
    );
}

#[test]
fn names_that_some_systems_take_for_one_are_told() {
    let project = Project::new();
    project.write("source-content/pages/Help.md", "x");
    project.write("source-content/pages/help.md", "x");
    project.write("source-content/pages/caf\u{e9}.md", "x");
    project.write("source-content/pages/cafe\u{301}.md", "x");
    project.write("source-content/pages/README.txt", "of no collection");
    project.write("source-content/pages/readme.txt", "of no collection");
    let loaded = project.load();
    assert_eq!(loaded.snapshot.resources.len(), 4, "all are read");
    check_problems(
        &loaded,
        &[
            ("source-content/pages/caf\u{e9}.md", "only in the encoding of its accents"),
            ("source-content/pages/help.md", "`source-content/pages/Help.md` only in case"),
        ],
    );
}

#[test]
fn names_that_are_no_names_are_told() {
    let project = Project::new();
    project.write("source-content/pages/ok.md", "x");
    project.write("source-content/pages/a#b.md", "x");
    project.write("source-content/pages/a\\b.md", "x");
    project.write("source-content/pages/line\nbreak.md", "x");
    let bytes = project.path("source-content/pages").join(OsStr::from_bytes(b"\xff.md"));
    std::fs::write(bytes, "x").expect("a file");
    let loaded = project.load();
    assert_eq!(found(&loaded), ["pages/ok: source "]);
    check_problems(
        &loaded,
        &[
            ("source-content/pages/a#b.md", "not a resource name"),
            ("source-content/pages/a\\\\b.md", "not a resource name"),
            ("source-content/pages/line\\nbreak.md", "not a resource name"),
            ("source-content/pages/\u{fffd}.md", "not UTF-8"),
        ],
    );
}

#[test]
fn what_may_not_be_read_is_told_and_the_rest_is_read() {
    if is_root() {
        println!("skipped: no permission stops this user");
        return;
    }
    let project = Project::new();
    for path in
        ["source-content/pages/a.md", "source-content/pages/b.md", "source-content/ui/sub/c.ftl"]
    {
        project.write(path, "x");
    }
    forbid(&project.path("source-content/pages/b.md"));
    forbid(&project.path("source-content/ui/sub"));
    let loaded = project.load();
    assert!(loaded.snapshot.resources.keys().any(|id| id.as_str() == "pages/a"));
    check_problems(
        &loaded,
        &[
            ("source-content/pages/b.md", "cannot be read"),
            ("source-content/ui/sub", "cannot be read"),
        ],
    );
}

#[test]
fn any_bytes_are_read() {
    let project = Project::new();
    let contents: [&[u8]; 6] =
        [b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf# x\r\n", b"a\rb\r\nc\n", b"+++\n=\n+++\n"];
    for (index, bytes) in contents.iter().enumerate() {
        project.write(&format!("source-content/pages/{index}.md"), bytes);
    }
    let loaded = project.load();
    assert_eq!(loaded.snapshot.resources.len(), contents.len());
    for (resource, bytes) in loaded.snapshot.resources.values().zip(contents) {
        assert_eq!(&*resource.source.as_ref().expect("a source").bytes, bytes);
    }
}
