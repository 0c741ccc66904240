//! How far long work is: on a terminal a line that is written anew, and gone at the end; nothing
//! anywhere else.

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use hexapla_model::{Progress, Stage};
use indicatif::{HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};
use unicode_width::UnicodeWidthStr;

/// How long work takes before it is shown: what is quick does not flicker.
const SILENCE: Duration = Duration::from_millis(500);

/// How often the line is written anew.
const OFTEN: Duration = Duration::from_millis(100);

/// Does work, and shows how far it is. The work itself tells nothing meanwhile, since the line is
/// in its way.
pub(crate) fn showing<T>(progress: &Progress, work: impl FnOnce() -> T) -> T {
    if ProgressDrawTarget::stderr().is_hidden() {
        return work();
    }
    let (working, ended) = channel();
    std::thread::scope(|scope| {
        scope.spawn(move || show(progress, &ended));
        let result = work();
        drop(working);
        result
    })
}

/// Writes the line until the work has ended.
fn show(progress: &Progress, ended: &Receiver<()>) {
    let (started, bar) = (Instant::now(), ProgressBar::hidden());
    if let Ok(style) = ProgressStyle::with_template("{wide_msg}") {
        bar.set_style(style);
    }
    let mut stage = None;
    while ended.recv_timeout(OFTEN) == Err(RecvTimeoutError::Timeout) {
        let Some((now, done)) = progress.now() else { continue };
        if stage.replace(now) != Some(now) {
            bar.reset();
            bar.set_length(now.of as u64);
        }
        if bar.is_hidden() && started.elapsed() >= SILENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.set_position(done as u64);
        bar.set_message(fitting(&pieces(now, done, bar.per_sec(), bar.eta()), width()));
    }
    bar.finish_and_clear();
}

/// The columns of the terminal that errors go to.
fn width() -> usize {
    let size = terminal_size::terminal_size_of(std::io::stderr());
    size.map_or(80, |(width, _)| usize::from(width.0))
}

/// What there is to say, the most telling first.
fn pieces(stage: Stage, done: usize, rate: f64, left: Duration) -> Vec<String> {
    let Stage { what, of } = stage;
    if of == 0 {
        return vec![what.to_owned()];
    }
    let count = |number: usize| HumanCount(number as u64);
    let mut pieces = vec![format!("{what}: {} of {}", count(done), count(of))];
    if done > 0 && rate >= 1.0 {
        pieces.push(format!("{}/s", count(rate as usize)));
        pieces.push(format!("{:#} left", HumanDuration(left)));
    }
    pieces
}

/// The first pieces, as many as fit into a line of so many columns; of the first what fits.
fn fitting(pieces: &[String], width: usize) -> String {
    let mut line = String::new();
    for piece in pieces {
        let between = if line.is_empty() { "" } else { ", " };
        if !line.is_empty() && (line.width() + between.width() + piece.width()) > width {
            break;
        }
        line.push_str(between);
        line.push_str(piece);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading() -> Vec<String> {
        let stage = Stage { what: "reading files", of: 50_000 };
        pieces(stage, 12_345, 1_234.5, Duration::from_secs(31))
    }

    #[test]
    fn a_line_tells_count_rate_and_time_left() {
        let line = "reading files: 12,345 of 50,000, 1,234/s, 31s left";
        assert_eq!(fitting(&reading(), 80), line);
        assert_eq!(fitting(&reading(), line.len()), line);
    }

    #[test]
    fn what_does_not_fit_is_left_out_from_the_end() {
        assert_eq!(fitting(&reading(), 49), "reading files: 12,345 of 50,000, 1,234/s");
        assert_eq!(fitting(&reading(), 35), "reading files: 12,345 of 50,000");
        assert_eq!(fitting(&["中文".to_owned(), "中文".to_owned()], 9), "中文");
        assert_eq!(fitting(&["中文".to_owned(), "中文".to_owned()], 10), "中文, 中文");
    }

    #[test]
    fn what_is_not_counted_is_named() {
        let stage = Stage { what: "recording facts", of: 0 };
        assert_eq!(pieces(stage, 0, 0.0, Duration::ZERO), ["recording facts"]);
    }
}
