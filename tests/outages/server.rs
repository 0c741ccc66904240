//! A web server over a store, in ways that servers fail.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// How a server answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Plain,
    Silent,
    Failing,
    Pointerless,
    Truncated,
    Endless,
    Dripping,
    Portal,
    Corrupted,
}

/// Starts a server on a free port of this machine, until the test ends; gives its address.
pub(crate) fn serve(store: BTreeMap<String, Vec<u8>>, answer: Answer) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let store = Arc::new(store);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let store = store.clone();
            // That the client goes away is what many of these answers are for.
            std::thread::spawn(move || drop(respond(stream, &store, answer)));
        }
    });
    address
}

fn respond(stream: TcpStream, store: &BTreeMap<String, Vec<u8>>, answer: Answer) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|it| !it.is_empty()) {}
    let path = first.split(' ').nth(1).unwrap_or_default().trim_start_matches('/').to_owned();
    let is_pointer = path.ends_with("/timestamp.json");
    let bytes = store.get(&path);
    match (answer, bytes) {
        (Answer::Silent, _) => wait_for_end(stream),
        (Answer::Failing, _) => send(stream, "500 Internal Server Error", b"sorry", 0),
        (Answer::Portal, _) => send(stream, "200 OK", b"<!doctype html><title>Log in</title>", 0),
        (Answer::Pointerless, _) if is_pointer => send(stream, "404 Not Found", b"", 0),
        (Answer::Endless, _) if is_pointer => endless(stream),
        (_, None) => send(stream, "404 Not Found", b"no such file", 0),
        (Answer::Truncated, Some(bytes)) => send(stream, "200 OK", bytes, 9),
        (Answer::Dripping, Some(bytes)) => drip(stream, bytes),
        (Answer::Corrupted, Some(bytes)) if path.starts_with("targets/") => {
            let other: Vec<u8> = bytes.iter().map(|it| it ^ 1).collect();
            send(stream, "200 OK", &other, 0)
        }
        (_, Some(bytes)) => send(stream, "200 OK", bytes, 0),
    }
}

/// Sends an answer that is said to be so many bytes longer than it is.
fn send(mut stream: TcpStream, status: &str, bytes: &[u8], more: usize) -> Result<()> {
    let length = bytes.len() + more;
    write!(stream, "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n")?;
    stream.write_all(bytes)
}

fn endless(mut stream: TcpStream) -> Result<()> {
    write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")?;
    loop {
        stream.write_all(&[b' '; 4096])?;
    }
}

fn drip(mut stream: TcpStream, bytes: &[u8]) -> Result<()> {
    let length = bytes.len();
    write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n")?;
    for byte in bytes {
        stream.write_all(&[*byte])?;
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// Says nothing until the client goes away.
fn wait_for_end(mut stream: TcpStream) -> Result<()> {
    stream.read_to_end(&mut Vec::new()).map(drop)
}
