//! What a server puts up with.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use hexapla_web::{Limits, ServeError, Server};

use crate::support::{Press, serve};

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// Asks for a path, and gives the first line of the answer.
fn status(stream: &mut TcpStream, path: &str) -> String {
    let head = format!("GET {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text.lines().next().unwrap_or_default().to_owned()
}

/// Bytes until the server closes the connection.
fn until_closed(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A connection that is reset is closed too.
    let _ = stream.read_to_end(&mut bytes);
    bytes
}

#[test]
fn who_sends_a_head_byte_by_byte_is_let_go_and_nobody_waits_for_it() {
    let press = Press::with(&[("es/ui.ftl", b"a = b\n")]);
    let limits = Limits { head: Duration::from_millis(400), connections: 4, ..Limits::default() };
    let address = serve(press.router(), limits);
    let mut slow: Vec<TcpStream> = (0..4).map(|_| connect(address)).collect();
    for stream in &mut slow {
        stream.write_all(b"GET /health HTTP/1.1\r\nx: ").unwrap();
    }
    // All places are taken: this one waits until one of those is let go.
    let began = Instant::now();
    assert_eq!(status(&mut connect(address), "/health"), "HTTP/1.1 200 OK");
    assert!(began.elapsed() < Duration::from_secs(10));
    for stream in &mut slow {
        let said = until_closed(stream);
        assert!(said.is_empty() || said.starts_with(b"HTTP/1.1 408"), "{said:?}");
    }
}

#[test]
fn who_takes_nothing_of_an_answer_is_let_go() {
    let press = Press::with(&[("es/large.png", &vec![7; 16 << 20])]);
    let place = press.place("es/large.png");
    let limits = Limits { stall: Duration::from_millis(400), connections: 1, ..Limits::default() };
    let address = serve(press.router(), limits);
    let mut stalled = connect(address);
    stalled.write_all(format!("GET {place} HTTP/1.1\r\nhost: a\r\n\r\n").as_bytes()).unwrap();
    assert_eq!(status(&mut connect(address), "/health"), "HTTP/1.1 200 OK");
    assert!(until_closed(&mut stalled).len() < 16 << 20);
}

#[test]
fn heads_without_end_are_refused() {
    let press = Press::with(&[("es/ui.ftl", b"a = b\n")]);
    let address = serve(press.router(), Limits::default());
    let mut stream = connect(address);
    let _ = stream.write_all(b"GET /health HTTP/1.1\r\n");
    for _ in 0..4000 {
        if stream.write_all(b"x: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n").is_err() {
            break;
        }
    }
    let said = until_closed(&mut stream);
    assert!(said.is_empty() || said.starts_with(b"HTTP/1.1 431"), "{:?}", said.get(..60));
    assert_eq!(status(&mut connect(address), "/health"), "HTTP/1.1 200 OK");
}

#[test]
fn an_answer_that_was_begun_is_ended_before_the_server_stops() {
    let bytes = vec![7; 8 << 20];
    let press = Press::with(&[("es/large.png", &bytes)]);
    let (place, router) = (press.place("es/large.png"), press.router());
    let server = Server::bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = server.address();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let running = runtime.spawn(async move {
        let limits = Limits::default();
        let asked = async { stopped.await.map_err(std::io::Error::other) };
        server.run_until(router, &limits, asked).await
    });
    let mut stream = connect(address);
    let head = format!("GET {place} HTTP/1.1\r\nhost: a\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut first = [0; 1];
    stream.read_exact(&mut first).unwrap();
    stop.send(()).unwrap();
    let rest = until_closed(&mut stream);
    assert!(rest.ends_with(&bytes), "{} bytes", rest.len());
    runtime.block_on(running).unwrap().unwrap();
    assert!(TcpStream::connect(address).is_err(), "nobody listens any more");
}

#[test]
fn an_address_that_is_taken_is_told_of() {
    let first = Server::bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let error = Server::bind(first.address()).unwrap_err();
    assert!(matches!(&error, ServeError::Bind { address, .. } if *address == first.address()));
    assert!(error.to_string().starts_with(&format!("cannot listen on {}: ", first.address())));
    assert!(error.hint().contains("another program"), "{}", error.hint());
}
