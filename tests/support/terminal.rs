//! A command on a terminal of its own.

use std::fs::File;
use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// A command whose output and errors are on one terminal.
pub(crate) struct OnTerminal {
    child: Child,
    said: Arc<Mutex<Vec<u8>>>,
    reading: JoinHandle<()>,
}

impl OnTerminal {
    /// Starts a command on a terminal of so many columns.
    pub(crate) fn start(command: &mut Command, columns: u16) -> Self {
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&ours).expect("granted");
        unlockpt(&ours).expect("unlocked");
        let size = Winsize { ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&ours, size).expect("a size");
        let name = ptsname(&ours, Vec::new()).expect("a name");
        let name = name.into_string().expect("text");
        let theirs = File::options().read(true).write(true).open(name).expect("opened");
        let errors = theirs.try_clone().expect("a copy");
        command.stdout(Stdio::from(theirs)).stderr(Stdio::from(errors)).stdin(Stdio::null());
        let child = command.spawn().expect("it runs");
        // Else our own end would keep the terminal open.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let said = Arc::new(Mutex::new(Vec::new()));
        let (mut ours, heard) = (File::from(ours), Arc::clone(&said));
        let reading = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            // A terminal that nobody has open any more cannot be read.
            while let Ok(count @ 1..) = ours.read(&mut bytes) {
                heard.lock().expect("no panic").extend_from_slice(&bytes[..count]);
            }
        });
        Self { child, said, reading }
    }

    /// The process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Everything that was written so far.
    pub(crate) fn said(&self) -> String {
        String::from_utf8_lossy(&self.said.lock().expect("no panic")).into_owned()
    }

    /// Waits until a text was written; however long that takes.
    pub(crate) fn wait_for(&self, text: &str) {
        while !self.said().contains(text) {
            assert!(!self.reading.is_finished(), "it ended without {text:?}: {}", self.said());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until the command has ended; gives how, and everything that was written.
    pub(crate) fn end(mut self) -> (std::process::ExitStatus, String) {
        let status = self.child.wait().expect("its end");
        self.reading.join().expect("no panic");
        let said = self.said.lock().expect("no panic");
        (status, String::from_utf8_lossy(&said).into_owned())
    }
}

/// What a terminal shows in the end of what was written to it, without styles: of moves it has to
/// know only those to the start of the line, and of the rest that a line is erased.
pub(crate) fn screen(said: &str) -> String {
    let mut lines: Vec<Vec<char>> = vec![Vec::new()];
    let (mut column, mut rest) = (0, said.chars());
    while let Some(next) = rest.next() {
        let line = lines.last_mut().expect("a line");
        match next {
            '\r' => column = 0,
            '\n' => (column, _) = (0, lines.push(Vec::new())),
            '\u{1b}' => match order(&mut rest).as_str() {
                "[2K" => line.clear(),
                "[K" | "[0K" => line.truncate(column),
                style if style.ends_with('m') => {}
                order => panic!("an order that no test knows: {order:?}"),
            },
            shown => {
                line.resize(line.len().max(column + 1), ' ');
                line[column] = shown;
                column += 1;
            }
        }
    }
    lines.into_iter().map(|line| line.into_iter().collect::<String>() + "\n").collect()
}

/// An order behind its escape: up to its first letter.
fn order(rest: &mut std::str::Chars<'_>) -> String {
    let mut order = String::new();
    for next in rest {
        order.push(next);
        if next.is_ascii_alphabetic() {
            break;
        }
    }
    order
}
