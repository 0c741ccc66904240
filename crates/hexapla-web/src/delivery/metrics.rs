//! What is counted, as Prometheus reads it.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::route::Route;

/// What was answered, by family of route; never by path, of which there is no end.
///
/// Counters of our own, since they are few and known beforehand: a registry of metrics would be
/// global to the process, and look each of them up by name.
pub(crate) struct Metrics {
    families: [Family; Route::FAMILIES.len()],
}

struct Family {
    /// By status, from 100.
    statuses: [AtomicU64; 500],
    bytes: AtomicU64,
    /// By the first bound that is not exceeded; the last has none.
    times: [AtomicU64; BOUNDS.len() + 1],
    microseconds: AtomicU64,
}

/// Upper bounds of how long an answer took, in microseconds.
const BOUNDS: [u64; 11] =
    [100, 250, 500, 1_000, 2_500, 5_000, 10_000, 50_000, 250_000, 1_000_000, 5_000_000];

/// One metric of the text that Prometheus reads.
pub(crate) struct Metric<'a> {
    pub(crate) name: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) help: &'a str,
    /// Labels in braces, or nothing, and the value.
    pub(crate) samples: Vec<(String, f64)>,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        Self { families: std::array::from_fn(|_| Family::new()) }
    }

    /// Counts an answer, of which `bytes` are the body.
    pub(crate) fn count(&self, route: &Route, status: u16, bytes: u64, took: Duration) {
        let family = &self.families[route.family()];
        let add = |to: &AtomicU64, it: u64| {
            to.fetch_add(it, Ordering::Relaxed);
        };
        if let Some(counter) = family.statuses.get(usize::from(status.saturating_sub(100))) {
            add(counter, 1);
        }
        let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let bucket = BOUNDS.iter().position(|it| microseconds <= *it).unwrap_or(BOUNDS.len());
        add(&family.times[bucket], 1);
        add(&family.microseconds, microseconds);
        add(&family.bytes, bytes);
    }

    /// Everything that was counted, and what `more` says.
    pub(crate) fn text(&self, more: &[Metric<'_>]) -> String {
        let mut text = String::new();
        let own = [self.requests(), self.bytes()];
        own.iter().chain(more).for_each(|it| it.write(&mut text));
        self.write_times(&mut text);
        text
    }

    fn named(&self) -> impl Iterator<Item = (&'static str, &Family)> {
        Route::FAMILIES.into_iter().zip(&self.families)
    }

    fn requests(&self) -> Metric<'static> {
        let of = |(route, family): (&str, &Family)| {
            let counts = family.statuses.iter().zip(100..).map(|(it, code)| (load(it), code));
            let counts = counts.filter(|(count, _)| *count > 0);
            let sample = |(count, code): (u64, u16)| {
                (format!("{{route=\"{route}\",status=\"{code}\"}}"), count as f64)
            };
            counts.map(sample).collect::<Vec<_>>()
        };
        Metric {
            name: "hexapla_requests_total",
            kind: "counter",
            help: "Answers, by what was asked for and their status.",
            samples: self.named().flat_map(of).collect(),
        }
    }

    fn bytes(&self) -> Metric<'static> {
        let of = |(route, family): (&str, &Family)| {
            (format!("{{route=\"{route}\"}}"), load(&family.bytes) as f64)
        };
        Metric {
            name: "hexapla_response_bytes_total",
            kind: "counter",
            help: "Bytes of the bodies of answers, as they were begun.",
            samples: self.named().map(of).collect(),
        }
    }

    fn write_times(&self, text: &mut String) {
        const NAME: &str = "hexapla_request_duration_seconds";
        let head = "Time from a request's head to the head of its answer.";
        let _ = writeln!(text, "# HELP {NAME} {head}\n# TYPE {NAME} histogram");
        for (route, family) in self.named() {
            let mut so_far = 0;
            for (at, count) in family.times.iter().enumerate() {
                so_far += load(count);
                let bound = BOUNDS.get(at).map(|it| seconds(*it).to_string());
                let bound = bound.as_deref().unwrap_or("+Inf");
                let _ =
                    writeln!(text, "{NAME}_bucket{{route=\"{route}\",le=\"{bound}\"}} {so_far}");
            }
            let sum = seconds(load(&family.microseconds));
            let _ = writeln!(text, "{NAME}_sum{{route=\"{route}\"}} {sum}");
            let _ = writeln!(text, "{NAME}_count{{route=\"{route}\"}} {so_far}");
        }
    }
}

impl Family {
    fn new() -> Self {
        Self {
            statuses: std::array::from_fn(|_| AtomicU64::new(0)),
            bytes: AtomicU64::new(0),
            times: std::array::from_fn(|_| AtomicU64::new(0)),
            microseconds: AtomicU64::new(0),
        }
    }
}

impl Metric<'_> {
    fn write(&self, text: &mut String) {
        let Self { name, kind, help, samples } = self;
        let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
        for (labels, value) in samples {
            let _ = writeln!(text, "{name}{labels} {value}");
        }
    }
}

fn load(counter: &AtomicU64) -> u64 {
    counter.load(Ordering::Relaxed)
}

fn seconds(microseconds: u64) -> f64 {
    microseconds as f64 / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_route_and_status() {
        let metrics = Metrics::new();
        let count = |status, bytes, micros| {
            metrics.count(&Route::Index, status, bytes, Duration::from_micros(micros));
        };
        count(200, 70, 100);
        count(200, 30, 101);
        count(304, 0, 6_000_000);
        let text = metrics.text(&[]);
        for line in [
            "# TYPE hexapla_requests_total counter",
            "hexapla_requests_total{route=\"index\",status=\"200\"} 2",
            "hexapla_requests_total{route=\"index\",status=\"304\"} 1",
            "hexapla_response_bytes_total{route=\"index\"} 100",
            "hexapla_response_bytes_total{route=\"content\"} 0",
            "hexapla_request_duration_seconds_bucket{route=\"index\",le=\"0.0001\"} 1",
            "hexapla_request_duration_seconds_bucket{route=\"index\",le=\"0.00025\"} 2",
            "hexapla_request_duration_seconds_bucket{route=\"index\",le=\"5\"} 2",
            "hexapla_request_duration_seconds_bucket{route=\"index\",le=\"+Inf\"} 3",
            "hexapla_request_duration_seconds_sum{route=\"index\"} 6.000201",
            "hexapla_request_duration_seconds_count{route=\"index\"} 3",
        ] {
            assert!(text.lines().any(|it| it == line), "{line}\n{text}");
        }
    }
}
