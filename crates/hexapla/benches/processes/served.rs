//! A web server that runs, and what it bears.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::scratch::hexapla;

/// A web server, which ends with this.
pub(crate) struct Served {
    child: Child,
    address: String,
}

/// What came of asking again and again.
#[derive(Clone, Copy)]
pub(crate) struct Load {
    /// Requests a second.
    pub(crate) rate: f64,
    /// What 99 of 100 answers took at most, in seconds.
    pub(crate) slowest: f64,
}

/// How long a server may take to listen.
const PATIENCE: Duration = Duration::from_secs(10);

impl Served {
    pub(crate) fn hexapla(store: &Path) -> Self {
        let mut command = Command::new(hexapla());
        command.args(["serve", "--port", "0", "--store"]).arg(store);
        Self::of(command)
    }

    /// The review room of a project.
    pub(crate) fn room(project: &Path) -> Self {
        let mut command = Command::new(hexapla());
        command.args(["serve", "--port", "0", "--handle", "bench", "-C"]).arg(project);
        Self::of(command)
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    fn of(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("it serves");
        let mut line = String::new();
        let out = child.stdout.take().expect("an output");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let address = line.split("http://").nth(1).and_then(|it| it.split('/').next());
        Self { child, address: address.expect("an address").to_owned() }
    }

    /// nginx over `folder/store`, saying of files what Hexapla says.
    pub(crate) fn nginx(folder: &Path) -> Result<Self, String> {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
        let address = free.expect("a port").to_string();
        fs::write(folder.join("nginx.conf"), config(folder, &address)).expect("it can be written");
        let mut command = Command::new("nginx");
        command.arg("-p").arg(folder).arg("-c").arg(folder.join("nginx.conf"));
        let child = command.stderr(Stdio::null()).spawn();
        let child = child.map_err(|why| format!("nginx cannot be started: {why}"))?;
        let served = Self { child, address };
        let began = Instant::now();
        while TcpStream::connect(&served.address).is_err() {
            if began.elapsed() > PATIENCE {
                return Err("nginx does not listen".to_owned());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(served)
    }

    /// The tag of a file.
    pub(crate) fn tag(&self, path: &str) -> String {
        let answer = self.got(path);
        let tag = answer.lines().find(|it| it.to_ascii_lowercase().starts_with("etag: "));
        tag.unwrap_or_else(|| panic!("no tag in {answer}"))["etag: ".len()..].to_owned()
    }

    /// What is answered to somebody who asks for a path, with its head.
    pub(crate) fn got(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        )
        .expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Served {
    /// By a signal on which a server ends what belongs to it too.
    fn drop(&mut self) {
        let id = self.child.id().to_string();
        let _ = Command::new("kill").args(["-s", "TERM", &id]).status();
        let _ = self.child.wait();
    }
}

/// As fast as nginx is made by its own advice for static files.
fn config(folder: &Path, address: &str) -> String {
    let folder = folder.display();
    let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let paths: String = paths.map(|it| format!("  {it}_temp_path {folder}/{it};\n")).concat();
    format!(
        "user root;\ndaemon off;\nworker_processes 2;\npid {folder}/nginx.pid;\nerror_log stderr crit;\n\
         events {{ worker_connections 1024; }}\nhttp {{\n{paths}  access_log off;\n  sendfile on;\n  \
         tcp_nopush on;\n  tcp_nodelay on;\n  keepalive_requests 100000000;\n  server {{\n    \
         listen {address};\n    root {folder}/store;\n    gzip_static on;\n    \
         add_header Cache-Control \"public, max-age=31536000, immutable\";\n    \
         add_header Access-Control-Allow-Origin *;\n    \
         add_header X-Content-Type-Options nosniff;\n  }}\n}}\n"
    )
}

/// Asks for a path on 32 connections for three seconds; `how` is told to `wrk` too.
pub(crate) fn load(server: &Served, path: &str, how: &[String]) -> Result<Load, String> {
    let mut command = Command::new("wrk");
    command.args(["-t", "1", "-c", "32", "-d", "3s", "--latency"]).args(how);
    command.arg(format!("http://{}{path}", server.address));
    let output = command.output().map_err(|why| format!("wrk cannot be started: {why}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let value = |name: &str| {
        let line = said.lines().map(str::trim).find(|it| it.starts_with(name));
        line.map(|it| it[name.len()..].trim().to_owned())
    };
    if value("Non-2xx or 3xx responses:").is_some() || value("Socket errors:").is_some() {
        return Err(format!("requests failed: {said}"));
    }
    let rate: Option<f64> = value("Requests/sec:").and_then(|it| it.parse().ok());
    // Where nobody was answered, nobody waited either.
    let rate = rate.filter(|it| *it > 0.0);
    let load = rate.zip(value("99%").and_then(|it| seconds(&it)));
    load.map(|(rate, slowest)| Load { rate, slowest }).ok_or_else(|| format!("wrk says {said}"))
}

/// `1.25ms` in seconds.
fn seconds(text: &str) -> Option<f64> {
    let units = [("us", 1e-6), ("ms", 1e-3), ("s", 1.0)];
    let (text, unit) = units.iter().find_map(|(it, unit)| Some((text.strip_suffix(it)?, unit)))?;
    Some(text.parse::<f64>().ok()? * unit)
}

/// The median of what rounds gave.
pub(crate) fn median<T>(rounds: &[T], of: impl Fn(&T) -> f64) -> f64 {
    let mut all: Vec<f64> = rounds.iter().map(of).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}
