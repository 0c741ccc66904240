//! Nothing depends on our server: a client gets the same from any that gives out files.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use hexapla_store::Http;
use hexapla_web::Limits;

use crate::support::{Press, round, serve};

/// Python's own server of files, ended with the test.
struct Plain(Child);

impl Drop for Plain {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts it over a folder; gives its address.
fn plain(folder: &std::path::Path) -> (Plain, String) {
    let mut command = Command::new("python3");
    command.args(["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory"]);
    let command = command.arg(folder).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut server = Plain(command.spawn().expect("python3 is there"));
    let mut line = String::new();
    BufReader::new(server.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let start = line.find("http://").unwrap();
    let address = line[start..].split(['/', ')']).nth(2).unwrap();
    let address = format!("http://{address}");
    (server, address)
}

#[test]
fn a_client_reads_the_same_from_our_server_a_plain_one_and_the_folder() {
    let page = "# About\n\nTea and biscuits.\n".repeat(50);
    let press = Press::with(&[("es/ui.ftl", b"a = b\n"), ("es/págs/á b.md", page.as_bytes())]);
    let (_server, address) = plain(&press.path(""));
    let ours = format!("http://{}", serve(press.router(), Limits::default()));
    let expected = round(&press.store(), press.trusted("stable")).unwrap();
    assert_eq!(expected.files.len(), 2);
    for address in [address, ours] {
        let store = Http::open(&address).unwrap();
        let found = round(&store, press.trusted("stable")).unwrap();
        assert_eq!(found, expected, "{address}");
    }
}
