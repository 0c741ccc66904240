//! What `release build` writes and `pull` brings: the same bytes everywhere, and only what may be
//! shipped.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::Unit;
use serde_json::Value;
use support::Project;
use support::tree::files;

const CONFIG: &str = r#"version = 1
name = "Test"
source_locale = "en"
locales = ["es", "es-MX", "fr"]
[collections.pages]
format = "markdown"
source = "src/{path}.md"
target = "out/{locale}/{path}.md"
fields = ["title"]
[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"
[collections.library]
format = "toml"
source = "src/items/{path}.toml"
target = "out/{locale}/items/{path}.toml"
fields = ["title", "summary"]
[collections.files]
format = "asset"
source = "src/files/{path}.html"
target = "out/{locale}/files/{path}.html"
"#;

const STATES: &str = "version = 1\n[[states]]\nname = \"translated\"\n";

/// A project of the given files, whose targets are vouched for.
fn project(serve: &str, files: &[(&str, &str)]) -> Project {
    let project = Project::of(files);
    project.write("hexapla.toml", CONFIG);
    let channels = "[channels.stable]\nlocales = [\"es\", \"es-MX\"]\n[channels.all]\n";
    project.write("workflows/standard.toml", format!("{STATES}{channels}{serve}"));
    project.ok(&["accept", "--all", "--force"]);
    project
}

/// Builds and pulls into `site`.
fn release(project: &Project, channel: &str) {
    let _ = std::fs::remove_dir_all(project.path("releases"));
    project.ok(&["release", "build", "--channel", channel, "--into", "releases"]);
    project.ok(&["pull", "releases", "--channel", channel, "--into", "site"]);
}

fn json(project: &Project, path: &str) -> Value {
    serde_json::from_str(&project.read(path)).expect("JSON")
}

/// What is told of the units of a file.
fn sidecar(project: &Project, file: &str) -> Vec<Value> {
    let sidecar = json(project, &format!("site/{file}.units.json"));
    assert_eq!(sidecar["v"], 1);
    sidecar["units"].as_array().expect(file).clone()
}

/// The language, freshness and state of each unit of a file, by its address.
fn units(project: &Project, file: &str) -> BTreeMap<String, [String; 3]> {
    let locale = file.split('/').next().expect("a locale");
    let text =
        |unit: &Value, name: &str, default: &str| unit[name].as_str().unwrap_or(default).to_owned();
    let told = |it: &Value| {
        let [unit, state] = ["unit", "state"].map(|name| it[name].as_str().expect(name).to_owned());
        (unit, [text(it, "language", locale), text(it, "freshness", "current"), state])
    };
    sidecar(project, file).iter().map(told).collect()
}

fn languages(project: &Project, file: &str) -> BTreeMap<String, String> {
    units(project, file).into_iter().map(|(unit, [language, ..])| (unit, language)).collect()
}

fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

/// Every file below a folder with its bytes.
fn contents(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = files(root).into_iter().filter(|it| it != ".lock");
    names.map(|it| (it.clone(), std::fs::read(root.join(it)).expect("a file"))).collect()
}

fn bundle(locale: &str, source: String) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source).expect("no junk");
    let mut bundle = FluentBundle::new(vec![locale.parse().expect("a tag")]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).expect("no entry twice");
    bundle
}

/// What a message says; every reference has to lead somewhere.
fn format(bundle: &FluentBundle<FluentResource>, name: &str) -> String {
    let (id, attribute) = name.split_once('.').map_or((name, None), |(id, it)| (id, Some(it)));
    let message = bundle.get_message(id).expect(name);
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute).expect(name).value(),
        None => message.value().expect(name),
    };
    let mut args = FluentArgs::new();
    args.set("name", "Ada");
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    assert!(errors.is_empty(), "{name}: {errors:?}");
    text
}

#[test]
fn law_11_same_input_same_bytes_whoever_builds_it_where_and_when() {
    let project = Project::example();
    let build = |project: &Project, into: &str, change: &dyn Fn(&mut Command)| {
        let into = project.path(into);
        let into = into.to_str().expect("text");
        let mut command = project.command(&[
            "release",
            "build",
            "--channel",
            "preview",
            "--json",
            "--into",
            into,
        ]);
        change(&mut command);
        built(&command.output().expect("it runs"), Path::new(into))
    };
    let (id, first) = build(&project, "first", &|_| {});
    assert!(id.len() == 64 && first.len() > 100, "{id}");
    let changes: [(&str, &[(&str, &str)]); 6] = [
        ("one thread", &[("RAYON_NUM_THREADS", "1")]),
        ("more threads than cores", &[("RAYON_NUM_THREADS", "13")]),
        ("a time zone ahead", &[("TZ", "Pacific/Kiritimati")]),
        ("a time zone behind", &[("TZ", "America/Los_Angeles")]),
        (
            "a user",
            &[
                ("HOME", "/nowhere"),
                ("XDG_CONFIG_HOME", "/nowhere"),
                ("USER", "other"),
                ("LOGNAME", "other"),
                ("HEXAPLA_HANDLE", "lena"),
            ],
        ),
        ("a locale", &[("LC_ALL", "tr_TR.UTF-8"), ("LANG", "ar"), ("LANGUAGE", "th")]),
    ];
    for (at, (what, variables)) in changes.iter().enumerate() {
        let (other, files) = build(&project, &format!("other{at}"), &|command| {
            command.envs(variables.iter().copied());
        });
        assert_eq!(other, id, "{what}");
        assert!(files == first, "{what}");
    }
    // Another folder, reached in another way, whose files came in another order.
    let elsewhere = tempfile::tempdir().expect("a folder");
    let deep = elsewhere.path().join("a folder/with spaces/and ümläuts");
    for name in ["workflows", "translations", "source-content", "hexapla.toml"] {
        std::fs::create_dir_all(&deep).expect("a folder");
        support::copy(&project.path(name), &deep.join(name));
    }
    let (other, files) = build(&project, "there", &|command| {
        command.current_dir("/").arg("--directory").arg(&deep);
    });
    assert_eq!(other, id, "another folder");
    assert!(files == first, "another folder");
    // Another umask, and where that can be tried another user of the system.
    let umask = |mask: &str, before: &str| {
        let user = if before.is_empty() { "own" } else { "other" };
        let into = project.path(&format!("umask-{mask}-{user}"));
        std::fs::create_dir(&into).expect("a folder");
        open_to_all(project.root());
        open_to_all(&into);
        let script = format!(
            "umask {mask}; exec {before} '{BINARY}' release build --channel preview --json --into '{}'",
            into.display()
        );
        let mut command = Command::new("sh");
        command.args(["-c", &script]).current_dir(project.root());
        built(&command.env("HEXAPLA_AS_OF", support::AS_OF).output().expect("it runs"), &into)
    };
    let users: &[&str] = if can_be_other() { &["", OTHER] } else { &[""] };
    for user in users {
        for mask in ["077", "022", "000"] {
            let (other, files) = umask(mask, user);
            assert_eq!(other, id, "umask {mask}, {user:?}");
            assert!(files == first, "umask {mask}, {user:?}");
        }
    }
    if users.len() == 1 {
        println!("skipped: another user of the system, which takes root and setpriv");
    }
}

/// What `release build --json` made: the id that it says, and every file of the folder with its bytes.
fn built(said: &std::process::Output, into: &Path) -> (String, BTreeMap<String, Vec<u8>>) {
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let told: Value = serde_json::from_slice(&said.stdout).expect("JSON");
    (told["release"].as_str().expect("an id").to_owned(), contents(into))
}

const BINARY: &str = env!("CARGO_BIN_EXE_hexapla");

/// Runs what follows as another user of the system.
const OTHER: &str = "setpriv --reuid=65534 --regid=65534 --clear-groups";

fn can_be_other() -> bool {
    let probe = format!("{OTHER} test -x '{BINARY}'");
    Command::new("sh").args(["-c", &probe]).status().is_ok_and(|it| it.success())
}

fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::Permissions::from_mode(0o777);
    std::fs::set_permissions(folder, mode).expect("to be the owner");
}

#[test]
fn what_a_locale_lacks_comes_from_its_fallbacks_and_is_told() {
    let project = project(
        "",
        &[
            ("src/ui.ftl", "own = Own\nparent = Parent\nnobody = Nobody\n"),
            ("out/es/ui.ftl", "own = Propio\nparent = Padre\n"),
            ("out/es-MX/ui.ftl", "own = Propio de México\n"),
            ("src/page.md", "---\ntitle: Title\n---\n\n# Heading\n\nSome words.\n\nNobody's.\n"),
            ("out/es/page.md", "---\ntitle: Título\n---\n\n# Cabecera\n\nUnas palabras.\n"),
            ("src/items/one.toml", "title = \"Title\"\nsummary = \"Summary\"\n"),
            ("out/es/items/one.toml", "title = \"Título\"\n"),
        ],
    );
    release(&project, "stable");
    assert_eq!(
        project.read("site/es-MX/ui.ftl"),
        "own = Propio de México\nparent = Padre\nnobody = Nobody\n"
    );
    assert_eq!(project.read("site/es/ui.ftl"), "own = Propio\nparent = Padre\nnobody = Nobody\n");
    let told = map(&[("ui/ui#own", "es-MX"), ("ui/ui#parent", "es"), ("ui/ui#nobody", "en")]);
    assert_eq!(languages(&project, "es-MX/ui.ftl"), told);
    let page = project.read("site/es-MX/pages/page.md");
    assert_eq!(page, "---\ntitle: Título\n---\n\n# Cabecera\n\nUnas palabras.\n\nNobody's.\n");
    let of_page: Vec<String> = languages(&project, "es-MX/pages/page.md").into_values().collect();
    assert_eq!(of_page.iter().filter(|it| *it == "es").count(), 3);
    assert_eq!(of_page.iter().filter(|it| *it == "en").count(), 1);
    let placed = sidecar(&project, "es-MX/pages/page.md");
    let lines: Vec<&str> = page.lines().collect();
    let texts: Vec<String> = placed.iter().map(|unit| text_of(unit, &lines)).collect();
    assert_eq!(texts, ["title: Título", "# Cabecera", "Unas palabras.", "Nobody's."]);
    assert_eq!(placed[3]["language"], "en");
    let items = json(&project, "site/es-MX/library.json");
    assert_eq!(items[0]["title"], "Título");
    assert_eq!(items[0]["summary"], "Summary");
    let told = map(&[("library/one#title", "es"), ("library/one#summary", "en")]);
    assert_eq!(languages(&project, "es-MX/library.json"), told);
    // What the channel does not carry is not there.
    assert!(!project.path("site/fr").exists());
    let manifest = json(&project, "site/manifest.json");
    let coverage = manifest["coverage"].as_array().expect("coverage");
    let carried: BTreeSet<&str> =
        coverage.iter().map(|it| it["locale"].as_str().expect("a locale")).collect();
    assert_eq!(carried, BTreeSet::from(["es", "es-MX"]));
}

#[test]
fn every_text_of_a_bundle_stands_in_the_files_of_the_language_that_is_told() {
    let project = Project::example();
    release(&project, "preview");
    let texts = |locale: &str| -> String {
        let folder = match locale {
            "en" => "source-content/ui".to_owned(),
            other => format!("translations/{other}/ui"),
        };
        let files = contents(&project.path(&folder)).into_values();
        files.map(|it| String::from_utf8(it).expect("text")).collect()
    };
    let (mut own, mut fallen) = (0, 0);
    for locale in ["ar", "de", "en", "es", "es-MX", "fr", "it", "th"] {
        let source = project.read(&format!("site/{locale}/ui.ftl"));
        let entries = entries(&source);
        let languages = languages(&project, &format!("{locale}/ui.ftl"));
        assert_eq!(entries.len(), languages.len(), "{locale}");
        let lines: Vec<&str> = source.lines().collect();
        for unit in &sidecar(&project, &format!("{locale}/ui.ftl")) {
            let (_, name) =
                unit["unit"].as_str().expect("text").split_once('#').expect("an address");
            assert_eq!(text_of(unit, &lines), entries[name].trim_end(), "{locale}");
        }
        for (unit, language) in &languages {
            let (_, name) = unit.split_once('#').expect("an address");
            let entry = entries.get(name).expect(name);
            assert!(texts(language).contains(entry.trim_end()), "{locale} {unit} {language}");
            *(if locale == language { &mut own } else { &mut fallen }) += 1;
        }
    }
    println!("{own} texts in their own language, {fallen} in another");
    assert!(own > 500 && fallen > 100);
}

/// What stands in the lines of a unit.
fn text_of(unit: &Value, lines: &[&str]) -> String {
    let [first, last] = [0, 1].map(|at| unit["lines"][at].as_u64().expect("a line") as usize);
    lines[first - 1..last].join("\n")
}

/// The entries of a bundle by name.
fn entries(source: &str) -> BTreeMap<String, String> {
    let mut entries: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in source.lines() {
        let head = line.split_once('=').map(|(name, _)| name.trim_end());
        if let Some(name) =
            head.filter(|_| line.starts_with(|c: char| c == '-' || c.is_alphabetic()))
        {
            last = name.to_owned();
        }
        *entries.entry(last.clone()).or_default() += &format!("{line}\n");
    }
    entries
}

const PAGE: &str = "# Heading\n\nFirst words.\n\nSecond words.\n\nThird words.\n";
const PAGINA: &str = "# Cabecera\n\nPrimeras.\n\nSegundas.\n\nTerceras.\n";

#[test]
fn law_10_what_is_not_settled_ships_only_where_the_rules_say_so() {
    let files = [("src/page.md", PAGE), ("out/es/page.md", PAGINA)];
    let shipped = |serve: &str, change: &dyn Fn(&Project)| {
        let project = project(serve, &files);
        change(&project);
        release(&project, "stable");
        let units = units(&project, "es/pages/page.md");
        let unsettled: Vec<String> = units
            .into_values()
            .filter(|[language, freshness, _]| language == "es" && freshness != "current")
            .map(|[_, freshness, _]| freshness)
            .collect();
        (project.read("site/es/pages/page.md"), unsettled)
    };
    let rule = |when: &str, policy: &str| {
        format!("[[serve]]\nwhen = [\"{when}\"]\npolicy = \"{policy}\"\n")
    };
    let unverified = |project: &Project| project.edit("out/es/page.md", "Segundas", "Otras");
    let missing = |project: &Project| project.edit("out/es/page.md", "Segundas.\n\n", "");
    let stale = |project: &Project| project.edit("src/page.md", "Second", "Other");
    let copied = |project: &Project| project.edit("out/es/page.md", "Segundas", "Second words");
    let english = "# Cabecera\n\nPrimeras.\n\nSecond words.\n\nTerceras.\n";
    // Without a rule only what somebody vouched for ships.
    assert_eq!(shipped("", &unverified), (english.to_owned(), vec![]));
    assert_eq!(shipped("", &missing), (english.to_owned(), vec![]));
    assert_eq!(shipped("", &copied).1, Vec::<String>::new());
    assert_eq!(shipped("", &stale), (PAGINA.to_owned(), vec!["stale".to_owned()]));
    // Rules decide otherwise.
    let ship = shipped(&rule("unverified", "ship"), &unverified);
    assert_eq!(ship, (PAGINA.replace("Segundas", "Otras"), vec!["unverified".to_owned()]));
    let fall = shipped(&rule("stale", "fallback"), &stale);
    assert_eq!(fall, (english.replace("Second", "Other"), vec![]));
    // What the target has in another order counts as stale.
    let swapped = |project: &Project| {
        project
            .write("src/page.md", "# Heading\n\nSecond words.\n\nFirst words.\n\nThird words.\n");
    };
    let (page, _) = shipped("", &swapped);
    assert_eq!(page, "# Cabecera\n\nSegundas.\n\nPrimeras.\n\nTerceras.\n", "the source's order");
    let (page, _) = shipped(&rule("stale", "fallback"), &swapped);
    assert_eq!(page, "# Cabecera\n\nSecond words.\n\nFirst words.\n\nTerceras.\n");
    // Nothing is written where a rule blocks.
    let project = project(&rule("stale", "block"), &files);
    stale(&project);
    let ran = project.run(&["release", "build", "--into", "releases"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("blocked by a serve rule"), "{}", ran.out);
    assert!(!project.path("releases").exists());
}

const TERMS: &str = "-site = Safe Net\n\
hello = Welcome to { -site }\n\
joined = { $name } joined { -site }\n\
about = See { hello } and { joined.title }\nfarewell = Bye\njoined-again = x\n    .title = Again\n";

#[test]
fn bundles_stay_closed_whatever_falls_back() {
    let source = TERMS.replace("joined.title", "joined-again.title");
    let target = "-site = Red Segura\n    .gender = feminine\n\
hello = { -site.gender ->\n    [feminine] Bienvenida\n   *[other] Bienvenido\n } a la { -site }\n\
joined = { $name } está en { -site }\n\
about = Véanse { hello } y { joined-again.title }\nfarewell = Adiós\n\
joined-again = y\n    .title = De nuevo\n";
    let serve = "[[serve]]\nwhen = [\"stale\"]\nunits = [\"ui/ui#-*\", \"ui/ui#joined-again\"]\npolicy = \"fallback\"\n";
    let project = project(serve, &[("src/ui.ftl", &source), ("out/es/ui.ftl", target)]);
    release(&project, "stable");
    for locale in ["es", "es-MX"] {
        let whole = bundle(locale, project.read(&format!("site/{locale}/ui.ftl")));
        assert_eq!(format(&whole, "hello"), "Bienvenida a la Red Segura");
        assert_eq!(format(&whole, "about"), "Véanse Bienvenida a la Red Segura y De nuevo");
    }
    // The term changes, and its old translation falls back: a sentence that was built on its
    // gender falls back with it, one that only names it does not.
    project.edit("src/ui.ftl", "Safe Net", "Safer Net");
    release(&project, "stable");
    for locale in ["es", "es-MX"] {
        let mixed = bundle(locale, project.read(&format!("site/{locale}/ui.ftl")));
        assert_eq!(format(&mixed, "hello"), "Welcome to Safer Net");
        assert_eq!(format(&mixed, "joined"), "Ada está en Safer Net");
        assert_eq!(format(&mixed, "about"), "Véanse Welcome to Safer Net y De nuevo");
        let languages = languages(&project, &format!("{locale}/ui.ftl"));
        assert_eq!(languages["ui/ui#hello"], "en");
        assert_eq!(languages["ui/ui#-site"], "en");
        assert_eq!(languages["ui/ui#joined"], "es");
    }
}

#[test]
fn a_stale_message_that_lacks_what_others_ask_for_falls_back() {
    let project = project(
        "",
        &[
            ("src/ui.ftl", "help = Help\nmore = More: { help }\n"),
            ("out/es/ui.ftl", "help = Ayuda\nmore = Más: { help }\n"),
        ],
    );
    project
        .write("src/ui.ftl", "help = Help\n    .title = Calls us\nmore = More: { help.title }\n");
    release(&project, "stable");
    let bundle = bundle("es", project.read("site/es/ui.ftl"));
    assert_eq!(format(&bundle, "help.title"), "Calls us", "who shows it asks for its title");
    assert_eq!(format(&bundle, "more"), "Más: Help", "stale, and whole");
    let told = map(&[("ui/ui#help", "en"), ("ui/ui#more", "es")]);
    assert_eq!(languages(&project, "es/ui.ftl"), told);
}

#[test]
fn an_entry_of_two_files_is_an_error_and_once_in_the_bundle() {
    let project = project(
        "",
        &[
            ("src/a.ftl", "close = Close\n"),
            ("src/b.ftl", "close = Near\nopen = Open\n"),
            ("out/es/a.ftl", "close = Cerrar\n"),
            ("out/es/b.ftl", "close = Cerca\nopen = Abrir\n"),
        ],
    );
    let ran = project.run(&["check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("src/b.ftl:1:1"), "{}", ran.out);
    assert!(ran.out.contains("`ui/a` has an entry `close` too"), "{}", ran.out);
    release(&project, "stable");
    let bundle = bundle("es", project.read("site/es/ui.ftl"));
    assert_eq!(format(&bundle, "close"), "Cerrar");
    let told = map(&[("ui/a#close", "es"), ("ui/b#open", "es")]);
    assert_eq!(languages(&project, "es/ui.ftl"), told);
}

#[test]
fn items_are_plain_json_and_available_where_the_release_has_them() {
    let item = "title = \"Study\"\ndocument = \"files/study\"\nyear = 2024\nprice = 1.5\n\
published = 2024-05-06\nat = 2024-05-06T07:08:09Z\nfree = true\ntopics = [\"a\", \"b\"]\n\
id = \"spoofed\"\n[place]\ncity = \"Bogotá\"\n";
    let project = project(
        "",
        &[
            ("src/items/study.toml", item),
            ("out/es/items/study.toml", &item.replace("Study", "Estudio")),
            ("src/files/study.html", "<p>Study</p>\n"),
            ("out/es/files/study.html", "<p>Estudio</p>\n"),
            ("out/fr/files/study.html", "<p>Étude</p>\n"),
        ],
    );
    release(&project, "all");
    let items = json(&project, "site/es/library.json");
    let expected = serde_json::json!([{
        "id": "study", "title": "Estudio", "document": "files/study", "year": 2024, "price": 1.5,
        "published": "2024-05-06", "at": "2024-05-06T07:08:09Z", "free": true,
        "topics": ["a", "b"], "place": { "city": "Bogotá" }, "available_in": ["en", "es", "fr"],
        "files": {
            "en": "en/files/study.html", "es": "es/files/study.html", "fr": "fr/files/study.html",
        },
    }]);
    assert_eq!(items, expected);
    let first = project.read("site/es/library.json");
    assert!(first.starts_with("[\n  {\n    \"id\": \"study\","), "{first}");
    // The other channel does not carry French: nobody is sent to a file that is not there.
    release(&project, "stable");
    let items = json(&project, "site/es/library.json");
    assert_eq!(items[0]["available_in"], serde_json::json!(["en", "es"]));
    for locale in ["en", "es"] {
        assert!(project.path(&format!("site/{locale}/files/study.html")).exists());
    }
    // What changed since is not available.
    project.edit("src/files/study.html", "Study", "New study");
    release(&project, "all");
    let items = json(&project, "site/es/library.json");
    assert_eq!(items[0]["available_in"], serde_json::json!(["en"]));
}

#[test]
fn a_source_that_cannot_be_read_closes_every_channel() {
    let files: &[(&str, &str)] = &[("src/ui.ftl", "a = A\n"), ("out/es/ui.ftl", "a = B\n")];
    let broken: [(&str, &[u8], &str); 3] = [
        ("src/items/one.toml", b"title = \"", "the source is no TOML"),
        ("src/items/one.toml", b"title = \"\xff\"", "the source is no UTF-8"),
        ("src/page.md", b"Some \xff words.\n", "the source is no UTF-8"),
    ];
    for (path, bytes, why) in broken {
        let project = project("", files);
        project.write(path, bytes);
        let ran = project.run(&["release", "build", "--channel", "all", "--into", "releases"]);
        assert_eq!(ran.code, 1, "{path}: {}{}", ran.out, ran.err);
        assert!(ran.out.contains(why), "{}", ran.out);
        assert!(!project.path("releases").exists());
    }
}

#[test]
fn a_file_that_the_disk_does_not_give_closes_every_channel() {
    use std::os::unix::fs::PermissionsExt;
    let project = project("", &[("src/page.md", PAGE), ("out/es/page.md", PAGINA)]);
    for path in ["src/page.md", "out/es/page.md"] {
        let modes = |mode| std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(project.path(path), modes(0o000)).expect("to be the owner");
        open_to_all(project.root());
        // No permission stops root.
        let other = if can_be_other() { OTHER } else { "" };
        let readable = Command::new("sh")
            .args(["-c", &format!("{other} cat '{path}'")])
            .current_dir(project.root())
            .output();
        if readable.expect("it runs").status.success() {
            println!("skipped: every file is readable for this user");
            return;
        }
        let script =
            format!("{other} '{BINARY}' release build --channel all --into '{path}.releases'");
        let output = Command::new("sh").args(["-c", &script]).current_dir(project.root()).output();
        let output = output.expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(6), "{said}");
        assert!(said.contains(&format!("{path}: cannot be read")), "{said}");
        assert!(!project.path(&format!("{path}.releases")).exists());
        std::fs::set_permissions(project.path(path), modes(0o644)).expect("to be the owner");
    }
}

#[test]
fn messages_ship_as_json_where_i18next_can_say_them() {
    let source = "hello = Hello, { $name }\n    .title = Title\nkids = { $count ->\n    [one] one child\n   *[other] { $count } children\n }\n";
    let target = "hello = Hola, { $name }\n    .title = Título\nkids = { $count ->\n    [one] un niño\n   *[other] { $count } niños\n }\n";
    let project = project("", &[("src/ui.ftl", source), ("out/es/ui.ftl", target)]);
    let with = |forms: &str| {
        let from = "[collections.ui]\n";
        project.write("hexapla.toml", CONFIG.replace(from, &format!("{from}bundles = {forms}\n")));
    };
    with("[\"json\", \"nested-json\"]");
    release(&project, "stable");
    assert!(!project.path("site/es/ui.ftl").exists());
    let flat = serde_json::json!({
        "hello": "Hola, {{name}}",
        "hello.title": "Título",
        "kids_one": "un niño",
        "kids_many": "{{count}} niños",
        "kids_other": "{{count}} niños",
    });
    assert_eq!(json(&project, "site/es/ui.json"), flat);
    let nested = json(&project, "site/en/ui.nested.json");
    assert_eq!(
        nested["hello"],
        serde_json::json!({ "value": "Hello, {{name}}", "title": "Title" })
    );
    assert_eq!(nested["kids_one"], "one child");
    // What i18next cannot say closes the gates.
    project.write("src/ui.ftl", source.replace("$count", "$num"));
    let closed = project.run(&["release", "build"]);
    assert_eq!(closed.code, 1, "{}", closed.err);
    let why = "i18next chooses plural forms by `count`, not by `$num`";
    assert!(closed.out.contains("ui/ui#kids") && closed.out.contains(why), "{}", closed.out);
}

/// The texts of a file of the release, by their keys.
fn texts(project: &Project, path: &str, format: Format) -> BTreeMap<String, String> {
    let file = std::fs::read(project.path(&format!("site/{path}"))).expect(path);
    let units = extract(format, &file, &FieldRules::default()).units;
    let text = |it: Unit| (it.key.expect("a key").to_string(), it.text);
    units.into_iter().map(text).collect()
}

/// A project whose messages are released as JSON and in these catalogues.
fn with_catalogues(forms: &str, files: &[(&str, &str)]) -> Project {
    let project = project("[[serve]]\nwhen = [\"stale\"]\npolicy = \"fallback\"\n", files);
    let from = "[collections.ui]\n";
    project.write(
        "hexapla.toml",
        CONFIG.replace(from, &format!("{from}bundles = [\"json\", {forms}]\n")),
    );
    project
}

#[test]
fn what_ships_as_json_ships_in_each_catalogue() {
    let source = "-net = Safe Net\nhello = Hello, { $name }, at { -net }\n    .title = Title\n\
old = Old\nnone = Missing\nkids = { $count ->\n    [one] one child\n   *[other] { $count } children\n }\n";
    let target = "-net = Red Segura\nhello = Hola, { $name }, en { -net }\n    .title = Título\n\
old = Viejo\nkids = { $count ->\n    [one] un niño\n   *[other] { $count } niños\n }\n";
    let project = with_catalogues(
        "\"po\", \"mo\", \"android\", \"arb\", \"formatjs\", \"xcstrings\"",
        &[("src/ui.ftl", source), ("out/es/ui.ftl", target), ("out/es-MX/ui.ftl", "old = Añejo\n")],
    );
    project.ok(&["accept", "--all", "--force"]);
    project.edit("src/ui.ftl", "old = Old", "old = Older");
    release(&project, "stable");
    let catalog = json(&project, "site/en/ui.xcstrings");
    for locale in ["en", "es", "es-MX"] {
        let shipped = json(&project, &format!("site/{locale}/ui.json"));
        let said = |key: &str| {
            let text = shipped[key].as_str().expect(key).replace("{{", "{").replace("}}", "}");
            let net = shipped["-net"].as_str().expect("a term");
            text.replace("$t(-net)", net)
        };
        assert_eq!(said("old"), "Older", "it is stale, and falls back");
        assert_eq!(said("none"), "Missing");
        let po = texts(&project, &format!("{locale}/ui.po"), Format::Po);
        let arb = texts(&project, &format!("{locale}/ui.arb"), Format::Arb);
        let format_js = texts(&project, &format!("{locale}/ui.formatjs.json"), Format::FormatJs);
        let android = texts(&project, &format!("{locale}/ui.xml"), Format::Android);
        for key in ["hello", "hello.title", "old", "none"] {
            assert_eq!(po[key], said(key), "{locale}");
            assert_eq!(arb[&key.replace('.', "_")], said(key), "{locale}");
            let quoted = if key.contains('.') { format!("\"{key}\"") } else { key.to_owned() };
            assert_eq!(format_js[&quoted], said(key), "{locale}");
            assert_eq!(
                android[&key.replace('.', "_")],
                said(key).replace("{name}", "%1$s"),
                "{locale}"
            );
            let unit = &catalog["strings"][key]["localizations"][locale]["stringUnit"];
            assert_eq!(unit["value"], said(key).replace("{name}", "%1$@"), "{locale}");
        }
        let (one, other) = (said("kids_one"), said("kids_other"));
        assert_eq!((&po["kids[one]"], &po["kids[other]"]), (&one, &other));
        assert_eq!(
            (&android["kids[one]"], &*android["kids[other]"]),
            (&one, &*other.replace("{count}", "%1$d"))
        );
        assert_eq!(arb["kids"], format!("{{count, plural, one {{{one}}} other {{{other}}}}}"));
        assert_eq!(format_js["kids"], arb["kids"]);
        let mo = std::fs::read(project.path(&format!("site/{locale}/ui.mo"))).expect("a file");
        let text = project.read(&format!("site/{locale}/ui.po"));
        assert_eq!(mo, hexapla_formats::catalogue::compiled(&text));
    }
    assert!(!project.path("site/es/ui.xcstrings").exists(), "one file holds all locales");
}

#[test]
fn what_a_catalogue_cannot_hold_closes_the_gates() {
    let source = "hello = It's { $name }\n";
    let project = with_catalogues(
        "\"properties\"",
        &[("src/ui.ftl", source), ("out/es/ui.ftl", "hello = Es { $name }\n")],
    );
    release(&project, "stable");
    let texts = texts(&project, "en/ui.properties", Format::Properties);
    assert_eq!(texts["hello"], "It''s {0}");
    assert!(project.read("site/es/ui.properties").starts_with("# {0}: name\nhello="));
    project.write(
        "src/ui.ftl",
        "hello = It's { $name }\nkids = { $n ->\n    [one] x\n   *[other] y\n }\n",
    );
    let closed = project.run(&["release", "build"]);
    assert_eq!(closed.code, 1, "{}", closed.err);
    let why = "Java chooses no texts, as it would have to by `$n`";
    assert!(closed.out.contains("ui/ui#kids") && closed.out.contains(why), "{}", closed.out);
}

#[test]
fn a_catalogue_of_gettext_ships_compiled_too() {
    let head = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";
    let source = format!("{head}msgid \"Open\"\nmsgstr \"\"\n");
    let target = format!("{head}msgid \"Open\"\nmsgstr \"Abrir\"\n");
    let project = Project::of(&[("po/app.pot", source.as_str()), ("po/es.po", target.as_str())]);
    project.write(
        "hexapla.toml",
        "version = 1\nname = \"Test\"\nsource_locale = \"en\"\nlocales = [\"es\"]\n\
         [collections.app]\nformat = \"po\"\nbundles = [\"source\", \"mo\"]\n\
         source = \"po/app.pot\"\ntarget = \"po/{locale}.po\"\n",
    );
    project.write("workflows/standard.toml", format!("{STATES}[channels.stable]\n"));
    project.ok(&["accept", "--all", "--force"]);
    release(&project, "stable");
    let mo = std::fs::read(project.path("site/es/app/app.mo")).expect("a file");
    let has = |text: &str| mo.windows(text.len()).any(|it| it == text.as_bytes());
    assert!(has("Open\0") && has("Abrir\0") && has("Language: es"), "{mo:?}");
    assert!(contents(&project.path("site")).keys().any(|it| it.starts_with("es/app/app.po")));
}

#[test]
fn a_killed_pull_leaves_the_former_release_or_the_new_one() {
    let project = Project::example();
    let build = |into: &str| {
        let built = project.ok(&["release", "build", "--channel", "preview", "--into", into]);
        built.split_whitespace().nth(1).expect("an id").to_owned()
    };
    let former = build("former");
    project.edit("source-content/pages/about.md", "# ", "# New ");
    let newer = build("newer");
    assert_ne!(former, newer);
    let pull =
        |from: &str| project.command(&["pull", from, "--channel", "preview", "--into", "site"]);
    assert!(pull("former").status().expect("it runs").success());
    let mut in_the_middle = 0;
    for round in 0..12 {
        let mut child = pull("newer").stdout(Stdio::null()).spawn().expect("it runs");
        let staged = project.path(".site.incoming");
        let started = Instant::now();
        while !staged.exists() && child.try_wait().expect("a child").is_none() {
            assert!(started.elapsed() < Duration::from_secs(60), "it never began");
            std::thread::sleep(Duration::from_micros(100));
        }
        std::thread::sleep(Duration::from_millis(round * round * 3));
        child.kill().expect("to end it");
        child.wait().expect("its end");
        in_the_middle += usize::from(staged.exists());
        let held = project.ok(&["release", "verify", "site"]);
        assert!(held.starts_with(&former) || held.starts_with(&newer), "{held}");
        // The next one goes all the way, and leaves nothing behind.
        assert!(pull("former").status().expect("it runs").success());
        assert!(project.ok(&["release", "verify", "site"]).starts_with(&former));
        assert!(!staged.exists());
    }
    assert!(in_the_middle > 0, "none was killed in the middle");
}

#[test]
fn a_killed_build_is_no_release() {
    let project = Project::example();
    let build =
        || project.command(&["release", "build", "--channel", "preview", "--into", "releases"]);
    let staged = project.path("releases/.incoming");
    let mut in_the_middle = 0;
    for round in 0..6 {
        let mut child = build().stdout(Stdio::null()).spawn().expect("it runs");
        let started = Instant::now();
        while !staged.exists() && child.try_wait().expect("a child").is_none() {
            assert!(started.elapsed() < Duration::from_secs(60), "it never began");
            std::thread::sleep(Duration::from_micros(100));
        }
        std::thread::sleep(Duration::from_millis(round * 7));
        child.kill().expect("to end it");
        child.wait().expect("its end");
        in_the_middle += usize::from(staged.exists());
        for entry in std::fs::read_dir(project.path("releases")).expect("a folder") {
            let path = entry.expect("an entry").path();
            if !path.file_name().expect("a name").to_string_lossy().starts_with('.') {
                project.ok(&["release", "verify", path.to_str().expect("text")]);
                std::fs::remove_dir_all(path).expect("removed");
            }
        }
    }
    assert!(in_the_middle > 0, "none was killed in the middle");
    assert!(build().status().expect("it runs").success());
    project.ok(&["pull", "releases", "--channel", "preview", "--into", "site"]);
    assert!(!staged.exists());
}

/// The paths of the fields in a value; elements of an array count as one, and so do the values of
/// a map whose names are data.
fn shape(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(values) if at.ends_with("lines") => assert_eq!(values.len(), 2),
        Value::Array(values) => values.iter().for_each(|it| shape(it, &format!("{at}[]"), found)),
        Value::Object(fields) => {
            for (name, it) in fields {
                let is_data = at == "files" || at.ends_with("counts");
                let inner = if is_data { format!("{at}.*") } else { format!("{at}.{name}") };
                let inner = inner.trim_start_matches('.');
                found.insert(inner.to_owned());
                shape(it, inner, found);
            }
        }
        _ => {}
    }
}

#[test]
fn manifests_are_as_the_document_says() {
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/crates/hexapla-release/README.md"
    ));
    let text = text.expect("a document");
    let manifests = text.split("## The manifest").nth(1).expect("a part");
    let shown = manifests.split("```json\n").nth(1).and_then(|it| it.split("```").next());
    let shown: Value = serde_json::from_str(shown.expect("an example")).expect("JSON");
    let project = Project::example();
    // A text that is stale, and not for long: it ships, and is told.
    project.edit("source-content/pages/about.md", "# ", "# New ");
    project.ok(&["impact", "--record"]);
    release(&project, "preview");
    let manifest = json(&project, "site/manifest.json");
    let about = sidecar(&project, "es/pages/about.md");
    let stale = about.iter().find(|unit| unit["freshness"] == "stale").expect("a stale text");
    assert_eq!(stale["changed_at"], support::AS_OF[..10]);
    assert_eq!(stale["changes"], 1);
    assert!(stale["made_from"].as_str().expect("a day") < &support::AS_OF[..10]);
    let shapes = [&shown, &manifest].map(|value| {
        let mut found = BTreeSet::new();
        shape(value, "", &mut found);
        found
    });
    assert_eq!(shapes[0], shapes[1]);
    for row in manifest["coverage"].as_array().expect("coverage") {
        for name in row["counts"].as_object().expect("counts").keys() {
            assert!(text.contains(&format!("`{name}`")), "{name}");
        }
    }
}

/// Translators run paragraphs together and divide them: nothing of that is lost downstream.
#[test]
fn groups_of_blocks_ship_whole() {
    let source = "# Ask\n\nThe first sentence tells of 12 schools. The second names Kigali and Lima.\n\nCall 116 111 in Ghana.\n\nIn Nepal, call 1098 instead.\n\n## End\n";
    let target = "# Pregunta\n\nLa primera frase habla de 12 escuelas.\n\nLa segunda nombra Kigali y Lima.\n\nLlama al 116 111 en Ghana; en Nepal, al 1098.\n\n## Fin\n";
    let project = Project::of(&[("src/a.md", source), ("out/es/a.md", target)]);
    let units = project.json(&["status", "--by", "unit", "--format", "json", "pages/a"]);
    for unit in units.as_array().expect("units") {
        project.ok(&["accept", unit["unit"].as_str().expect("a unit"), "-l", "es"]);
    }
    assert_eq!(project.counts("pages/a", "es")["current"], 5);
    project.ok(&["release", "build", "--into", "releases"]);
    project.ok(&["pull", "releases", "--into", "site"]);
    let page = project.read("site/es/pages/a.md");
    assert_eq!(
        page,
        "# Pregunta\n\nLa primera frase habla de 12 escuelas.\nLa segunda nombra Kigali y Lima.\n\nLlama al 116 111 en Ghana; en Nepal, al 1098.\n\n## Fin\n"
    );
}

/// A page for readers: blocks that fell back say their language, and the list says what there is.
#[test]
fn documents_ship_as_html_and_are_listed() {
    let source = "---\ntitle: Title\n---\n\n# Heading\n\nSome words.\n\n<script>alert(1)</script>\n\nMore of it.\n";
    let project = project(
        "",
        &[
            ("src/page.md", source),
            ("out/es/page.md", "---\ntitle: Título\n---\n\n# Cabecera\n\nUnas palabras.\n"),
            ("src/whole.md", "# All\n\nof it\n"),
            ("out/es/whole.md", "# Todo\n\nello\n"),
        ],
    );
    release(&project, "stable");
    let page = project.read("site/es/pages/page.html");
    assert_eq!(
        page,
        "<article lang=\"es\" dir=\"ltr\">\n<h1>Cabecera</h1>\n<p>Unas palabras.</p>\n<div lang=\"en\" dir=\"ltr\">\n</div>\n<p lang=\"en\" dir=\"ltr\">More of it.</p>\n</article>\n"
    );
    assert!(project.read("site/en/pages/page.html").contains("<p>Some words.</p>"));
    let list = json(&project, "site/es/pages.json");
    assert_eq!(list[0]["id"], "page");
    assert_eq!(list[0]["title"], "Título");
    assert_eq!(list[0]["files"]["html"], "es/pages/page.html");
    assert_eq!(list[0]["files"]["source"], "es/pages/page.md");
    assert_eq!(list[0]["available_in"], serde_json::json!(["en"]));
    assert_eq!(list[1]["available_in"], serde_json::json!(["en", "es"]));
}

/// Below the collection's minimum nobody gets a patchwork: the document falls back whole.
#[test]
fn a_document_with_too_little_falls_back_whole() {
    let source = "# One\n\ntwo words 12\n\nthree words here 13\n\nfour 14\n";
    let target = "# Uno\n\ndos palabras 12\n";
    let of = |minimum: &str| {
        let project = project("", &[("src/page.md", source), ("out/es/page.md", target)]);
        let config =
            CONFIG.replace("fields = [\"title\"]\n", &format!("fields = [\"title\"]\n{minimum}"));
        project.write("hexapla.toml", config);
        release(&project, "stable");
        (project.read("site/es/pages/page.md"), project.read("site/es/pages/page.html"))
    };
    let patched = "# Uno\n\ndos palabras 12\n\nthree words here 13\n\nfour 14\n";
    assert_eq!(of("").0, patched);
    assert_eq!(of("minimum = 0.5\n").0, patched);
    let (page, html) = of("minimum = 0.6\n");
    assert_eq!(page, source);
    assert!(html.starts_with("<article lang=\"en\" dir=\"ltr\">"), "{html}");
    let project = Project::of(&[("src/page.md", source)]);
    project.write("hexapla.toml", CONFIG.replace("fields = [\"title\"]\n", "minimum = 5\n"));
    let error = project.run(&["status"]).err;
    assert!(error.contains("`5` is no share") && error.contains("hexapla.toml:9:11"), "{error}");
    project
        .write("hexapla.toml", CONFIG.replace("fields = [\"title\"]\n", "bundles = [\"json\"]\n"));
    assert!(project.run(&["status"]).err.contains("`json` is no form"), "{error}");
}

/// What a generator builds from: the project's own layout, and in every file all that there is to say.
#[test]
fn a_site_is_built_in_its_own_layout() {
    let project = project(
        "",
        &[
            ("src/page.md", "---\ntitle: Title\n---\n\n# Heading 1\n\nNobody's.\n"),
            ("out/es/page.md", "---\ntitle: Título\n---\n\n# Cabecera 1\n"),
            ("src/ui.ftl", "# Said to all.\nhello = Hello\nbye = Bye\n"),
            ("out/es/ui.ftl", "hello = Hola\nold = Viejo\n"),
            ("src/items/one.toml", "title = \"Title\"\nyear = 2026\n"),
            ("out/es/items/one.toml", "title = \"Título\"\n"),
            ("src/files/a.html", "<p>a</p>"),
        ],
    );
    let said = project.ok(&["release", "build", "--layout", "site", "--into", "built/site"]);
    assert!(said.contains("built a site for `stable`: 12 files in built/site"), "{said}");
    let read = |path: &str| project.read(&format!("built/site/{path}"));
    assert_eq!(read("out/es/page.md"), "---\ntitle: Título\n---\n\n# Cabecera 1\n\nNobody's.\n");
    assert_eq!(read("out/es-MX/page.md"), read("out/es/page.md"));
    assert_eq!(read("out/es/ui.ftl"), "# Said to all.\nhello = Hola\nbye = Bye\n");
    assert_eq!(read("out/es/items/one.toml"), "title = \"Título\"\nyear = 2026\n");
    assert_eq!(read("out/es/files/a.html"), "<p>a</p>");
    assert_eq!(read("src/page.md"), project.read("src/page.md"));
    assert!(!project.path("built/site/out/fr").exists(), "the channel does not carry it");
    let again = project.run(&["release", "build", "--layout", "site", "--into", "built/site"]);
    assert_eq!(again.code, 2, "{}", again.err);
    assert!(again.err.contains("exists already"), "{}", again.err);
    assert_eq!(project.run(&["release", "build", "--layout", "site"]).code, 2);
}
