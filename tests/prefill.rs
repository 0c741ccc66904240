//! `hexapla prefill`: what is certain from memory, and what a machine makes of the rest.

mod support;

use std::io::{Read, Write};
use std::net::TcpListener;

use support::Project;

const SOURCES: [(&str, &str); 4] = [
    ("src/a.ftl", "close = Close\nhello = Hello, { $name }: <b>now</b>\n"),
    ("out/es/a.ftl", "close = Cerrar\nhello = Hola, { $name }: <b>ahora</b>\n"),
    ("src/b.ftl", "close = Close\nleave = Close\n"),
    ("out/es/b.ftl", ""),
];

/// A machine that says what it was asked for in capitals, codes left alone, or something else.
fn machine(project: &Project, body: &str) -> String {
    let script = format!(
        "import json, re, sys\nasked = json.load(sys.stdin)\n\
         def made(text):\n    return re.sub(r'(<[^>]*>|&[a-z]+;)|([^<&]+)', lambda m: m[1] or m[2].upper(), text)\n\
         units = [{{'id': it['id'], 'text': made(it['text'])}} for it in asked['units']]\n{body}\n\
         json.dump({{'units': units}}, sys.stdout)\n"
    );
    project.write("machine.py", script);
    "python3 machine.py".to_owned()
}

fn settled(files: &[(&str, &str)]) -> Project {
    let project = Project::of(files);
    project.ok(&["accept", "--all", "--force"]);
    project
}

#[test]
fn memory_fills_in_what_stands_in_the_same_context_and_nothing_else() {
    let project = settled(&SOURCES);
    let said = project.ok(&["prefill", "-l", "es", "--dry-run"]);
    assert_eq!(said, "would fill in 1 unit from memory\nleft 1 unit that memory does not have\n");
    assert_eq!(project.read("out/es/b.ftl"), "");
    project.ok(&["prefill", "-l", "es"]);
    assert_eq!(project.read("out/es/b.ftl").trim(), "close = Cerrar");
    let told = project.ok(&["explain", "ui/b#close", "-l", "es"]);
    assert!(
        told.contains("current") && told.contains("initial") && told.contains("memory"),
        "{told}"
    );
    assert_eq!(
        project.ok(&["prefill", "-l", "es"]).lines().next(),
        Some("filled in 0 units from memory")
    );
}

#[test]
fn blocks_are_filled_in_between_the_same_neighbours() {
    let project = settled(&[
        ("src/a.md", "# Help\n\nCall us.\n\nAt any time.\n"),
        ("out/es/a.md", "# Ayuda\n\nLlámenos.\n\nA cualquier hora.\n"),
        ("src/b.md", "# Help\n\nCall us.\n\nAt any time.\n\nNew words.\n"),
        ("out/es/b.md", "# Ayuda\n"),
        ("src/c.md", "# Other\n\nCall us.\n\nOther words.\n"),
        ("out/es/c.md", "# Otra cosa\n"),
    ]);
    project.ok(&["prefill", "-l", "es"]);
    assert_eq!(project.read("out/es/b.md"), "# Ayuda\n\nLlámenos.\n");
    assert_eq!(project.read("out/es/c.md"), "# Otra cosa\n");
}

#[test]
fn nobody_vouches_for_what_a_machine_made() {
    let project = settled(&[SOURCES[0], ("src/m.md", "Call **us** at [here](/help).\n")]);
    let command = machine(&project, "");
    project.ok(&["fill", "-l", "es"]);
    project.ok(&["prefill", "-l", "es", "--machine", &command]);
    assert_eq!(
        project.read("out/es/a.ftl"),
        "close = CLOSE\nhello = HELLO, { $name }: <b>NOW</b>\n"
    );
    assert_eq!(project.read("out/es/m.md"), "CALL **US** AT [HERE](/help).\n");
    let counts = project.counts("ui/a", "es");
    assert_eq!((&counts["unverified"], &counts["current"]), (&2.into(), &0.into()), "{counts}");
    let told = project.ok(&["explain", "ui/a#close", "-l", "es"]);
    assert!(told.contains("unverified") && told.contains("machine"), "{told}");
    // It is no memory, and a person makes it current.
    project.write("src/n.ftl", "close = Close\n");
    project.write("out/es/n.ftl", "");
    assert!(project.ok(&["prefill", "-l", "es"]).starts_with("filled in 0 units"));
    project.ok(&["accept", "ui/a#close", "-l", "es"]);
    assert_eq!(project.counts("ui/a", "es")["current"], 1);
}

#[test]
fn what_a_machine_damages_is_told_and_not_taken() {
    let project = settled(&[(
        "src/a.ftl",
        "a = One { $n }\nb = Two\nc = { $n ->\n    [one] One\n   *[other] Many\n }\n",
    )]);
    let command = machine(&project, "units[0]['text'] = 'NO CODE'");
    let ran = project.run(&["prefill", "-l", "es", "--machine", &command]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(
        ran.err.contains(
            "left `ui/a#a` in es: `{ $n }` of the source has to stand there exactly once"
        ),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("left 1 unit whose variants take a person"), "{}", ran.err);
    assert_eq!(project.read("out/es/a.ftl").trim(), "b = TWO");
}

#[test]
fn a_machine_that_gives_no_answer_changes_nothing() {
    let project = settled(&[("src/a.ftl", "a = One\n")]);
    let silent = machine(&project, "sys.exit('out of order')");
    for (command, told) in [
        (silent.as_str(), "out of order"),
        ("no-such-program", "cannot be run"),
        ("echo {", "cannot be read"),
        ("sleep 60", "no answer within 1 seconds"),
    ] {
        let args = ["prefill", "-l", "es", "--patience", "1", "--machine", command];
        let patient = ["prefill", "-l", "es", "--machine", command];
        let ran = project.run(if command.starts_with("sleep") { &args } else { &patient });
        assert!(
            ran.code == 1 && ran.err.contains(told) && ran.err.contains("hint:"),
            "{command}: {}",
            ran.err
        );
        assert!(!project.path("out/es/a.ftl").exists());
    }
}

/// Answers one request as LibreTranslate does; gives its address.
fn translator() -> String {
    let server = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", server.local_addr().expect("an address"));
    std::thread::spawn(move || {
        let (mut stream, _) = server.accept().expect("a client");
        let mut read = Vec::new();
        let mut buffer = [0; 4096];
        let body = loop {
            let got = stream.read(&mut buffer).expect("a request");
            read.extend(&buffer[..got]);
            let text = String::from_utf8_lossy(&read).into_owned();
            let asked = text.split_once("\r\n\r\n").map(|(_, body)| body.to_owned());
            if let Some(asked) =
                asked.and_then(|it| serde_json::from_str::<serde_json::Value>(&it).ok())
            {
                break asked;
            }
        };
        assert_eq!(
            (&body["source"], &body["target"], &body["format"]),
            (&"en".into(), &"es".into(), &"html".into())
        );
        let texts = body["q"].as_array().expect("texts").iter();
        let made: Vec<String> =
            texts.map(|it| it.as_str().expect("text").replace("One", "Uno")).collect();
        let answer = serde_json::json!({ "translatedText": made }).to_string();
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            answer.len()
        );
        stream.write_all((head + &answer).as_bytes()).expect("answered");
    });
    address
}

#[test]
fn the_example_of_an_adapter_asks_an_api_like_libretranslates() {
    let project = settled(&[("src/a.ftl", "a = One { $n }\n")]);
    let adapter = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/adapters/libretranslate.py");
    let mut command =
        project.command(&["prefill", "-l", "es", "--machine", &format!("python3 {adapter}")]);
    let ran = support::ran(command.env("LIBRETRANSLATE", translator()).output().expect("it runs"));
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert_eq!(project.read("out/es/a.ftl").trim(), "a = Uno { $n }");
}
