//! Whatever a client says, each of its requests is answered, and the server ends when it is told to.

use std::path::Path;
use std::thread;

use hexapla_lsp::{Hand, serve};
use lsp_server::{Connection, Message, Notification, Request, Response};
use proptest::prelude::*;
use serde_json::{Value, json};

const CONFIG: &str = r#"
version = 1
name = "Test"
source_locale = "en"
locales = ["es"]
glossary = ["glossary.toml"]

[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"

[collections.pages]
format = "markdown"
source = "src/{path}.md"
target = "out/{locale}/{path}.md"
"#;

const GLOSSARY: &str = r#"version = 1
source_locale = "en"
[terms.b]
term = "b"
targets.es = { preferred = "b c", admitted = ["é"], forbidden = ["a"] }
"#;

const FILES: [&str; 4] = ["src/a.ftl", "out/es/a.ftl", "src/b.md", "out/es/b.md"];

/// What a client says.
#[derive(Clone, Debug)]
enum Said {
    /// It opens or closes a file.
    Opened(usize, String),
    Closed(usize),
    /// It puts a text between two places of a file, or in the place of all.
    Typed(usize, Option<[u32; 4]>, String),
    /// It asks something of a place of a file.
    Asked(usize, &'static str, [u32; 2]),
    /// It says something of which the server knows nothing.
    Other(String),
}

const METHODS: [&str; 5] = [
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/completion",
    "textDocument/codeAction",
    "workspace/executeCommand",
];

fn text() -> impl Strategy<Value = String> {
    "(a = |-t = |\\{ |\\$n|\\}|# |\\||`|\\(|é|🌍|\r|\n|b c ){0,20}"
}

fn said() -> impl Strategy<Value = Said> {
    let file = 0..FILES.len();
    let place = || [0_u32..6, 0_u32..20];
    prop_oneof![
        (file.clone(), text()).prop_map(|(file, text)| Said::Opened(file, text)),
        file.clone().prop_map(Said::Closed),
        (file.clone(), proptest::option::of([0_u32..6, 0_u32..20, 0_u32..6, 0_u32..20]), text())
            .prop_map(|(file, range, text)| Said::Typed(file, range, text)),
        (file, proptest::sample::select(&METHODS[..]), place())
            .prop_map(|(file, method, place)| Said::Asked(file, method, place)),
        "[a-z/]{0,12}".prop_map(Said::Other),
    ]
}

struct Client {
    connection: Connection,
    root: String,
    asked: i32,
}

impl Client {
    fn tell(&self, method: &str, params: Value) {
        let told = Notification::new(method.to_owned(), params);
        self.connection.sender.send(Message::Notification(told)).expect("a server");
    }

    /// Asks, and waits for the answer.
    fn ask(&mut self, method: &str, params: Value) -> Response {
        self.asked += 1;
        let request = Request::new(self.asked.into(), method.to_owned(), params);
        self.connection.sender.send(Message::Request(request)).expect("a server");
        loop {
            match self.connection.receiver.recv().expect("an answer") {
                Message::Response(response) => return response,
                Message::Request(_) | Message::Notification(_) => {}
            }
        }
    }

    fn file(&self, file: usize) -> Value {
        json!({ "uri": format!("file://{}/{}", self.root, FILES[file]), "version": 2 })
    }

    fn say(&mut self, said: &Said) {
        let place = |[line, character]: [u32; 2]| json!({ "line": line, "character": character });
        match said {
            Said::Opened(file, text) => {
                let mut document = self.file(*file);
                document["languageId"] = "text".into();
                document["text"] = text.as_str().into();
                self.tell("textDocument/didOpen", json!({ "textDocument": document }));
            }
            Said::Closed(file) => {
                self.tell("textDocument/didClose", json!({ "textDocument": self.file(*file) }));
            }
            Said::Typed(file, range, text) => {
                let mut change = json!({ "text": text });
                if let Some([a, b, c, d]) = *range {
                    change["range"] = json!({ "start": place([a, b]), "end": place([c, d]) });
                }
                let params =
                    json!({ "textDocument": self.file(*file), "contentChanges": [change] });
                self.tell("textDocument/didChange", params);
            }
            Said::Asked(file, method, at) => {
                let range = json!({ "start": place(*at), "end": place(*at) });
                let params = json!({
                    "textDocument": self.file(*file),
                    "position": place(*at),
                    "range": range,
                    "context": { "diagnostics": [] },
                    "command": "hexapla.accept",
                    "arguments": [{ "uri": self.file(*file)["uri"], "at": at[0], "source": "", "target": "" }],
                });
                self.ask(method, params);
            }
            Said::Other(method) => {
                self.tell(method, json!(null));
                assert!(self.ask(&format!("x{method}"), json!(1)).response_result.is_err());
            }
        }
    }
}

fn project(folder: &Path) {
    let write = |path: &str, text: &str| {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        std::fs::write(path, text).expect("written");
    };
    write("hexapla.toml", CONFIG);
    write("glossary.toml", GLOSSARY);
    write(FILES[0], "a = One { $n }\nb = Two\n-t = Term\n");
    write(FILES[1], "a = Uno { $n }\nz = Gone\n");
    write(FILES[2], "# One\n\nTwo words.\n");
    write(FILES[3], "# Uno\n\nDos palabras.\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn each_request_is_answered(conversation in proptest::collection::vec(said(), 0..24)) {
        let folder = tempfile::tempdir().expect("a folder");
        project(folder.path());
        let (server, connection) = Connection::memory();
        let served = thread::spawn(move || serve(&server, Hand::default()));
        let root = folder.path().canonicalize().expect("a place").to_str().expect("text").to_owned();
        let mut client = Client { connection, root, asked: 0 };
        let began = client.ask("initialize", json!({ "capabilities": {} }));
        prop_assert!(began.response_result.is_ok());
        client.tell("initialized", json!({}));
        conversation.iter().for_each(|said| client.say(said));
        prop_assert!(client.ask("shutdown", json!(null)).response_result.is_ok());
        client.tell("exit", json!(null));
        prop_assert!(served.join().expect("no panic").is_ok());
    }
}
