//! What the server tells of the store and of itself.

use std::time::{Duration, SystemTime};

use axum::response::Response;
use headers::{HeaderMap, HeaderMapExt, HeaderValue, IfNoneMatch};
use hexapla_trust::{Channel, Refusal, Timestamp};
use hyper::{StatusCode, header};
use serde_json::{Value, json};

use super::folder::pointer;
use super::form::hashed_tag;
use super::metrics::Metric;
use super::{Delivery, text, unreadable};

impl Delivery {
    /// The channels, with what they hold.
    pub(super) async fn index(&self, headers: &HeaderMap) -> Response {
        let channels = match self.channels.all().await {
            Ok(channels) => channels,
            Err(error) => {
                let message = format!("the store cannot be read now: {}", error.kind());
                let told = json!({ "v": 1, "problem": message });
                return json_text(StatusCode::SERVICE_UNAVAILABLE, told.to_string());
            }
        };
        let told = channels.iter().map(|(channel, present)| match present {
            Ok(present) => present.json(channel),
            Err(refusal) => problem(channel, refusal),
        });
        let told = json!({ "v": 1, "channels": told.collect::<Value>() }).to_string();
        let tag = hashed_tag(told.as_bytes()).ok();
        let mut answer = json_text(StatusCode::OK, told);
        let condition = headers.typed_get::<IfNoneMatch>();
        let known =
            condition.zip(tag.as_ref()).is_some_and(|(it, tag)| !it.precondition_passes(tag));
        if known {
            answer = Response::default();
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
        }
        answer.headers_mut().insert(header::CACHE_CONTROL, self.briefly.clone());
        tag.into_iter().for_each(|it| answer.headers_mut().typed_insert(it));
        answer
    }

    /// Whether the store can be read.
    pub(super) async fn health(&self) -> Response {
        let folder = self.folder.clone();
        match tokio::task::spawn_blocking(move || folder.check()).await {
            Ok(Ok(())) => text(StatusCode::OK, "ok"),
            Ok(Err(error)) => unreadable(&error),
            Err(_) => text(StatusCode::SERVICE_UNAVAILABLE, "the store cannot be read now"),
        }
    }

    /// What was counted, and how the channels are.
    pub(super) async fn metrics(&self) -> Response {
        let body = self.metrics.text(&self.gauges().await);
        let mut answer = text(StatusCode::OK, body.trim_end());
        let version = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
        answer.headers_mut().insert(header::CONTENT_TYPE, version);
        answer
    }

    /// How the store and its channels are now.
    async fn gauges(&self) -> [Metric<'static>; 4] {
        let (channels, readable) = match self.channels.all().await {
            Ok(channels) => (channels, 1.0),
            Err(_) => (Vec::new(), 0.0),
        };
        let now = SystemTime::now();
        let (mut ages, mut rest) = (Vec::new(), Vec::new());
        for (channel, present) in channels {
            let labels = format!("{{channel=\"{channel}\"}}");
            ages.extend(self.age(&channel, now).map(|it| (labels.clone(), it)));
            rest.extend(present.ok().map(|it| (labels, left(it.expires, now))));
        }
        let metric = |name, kind, help, samples| Metric { name, kind, help, samples };
        let reads = self.channels.reads() as f64;
        [
            metric("hexapla_store_readable", "gauge", "1 where the folder is.", plain(readable)),
            metric("hexapla_pointer_age_seconds", "gauge", "Since it was written.", ages),
            metric("hexapla_pointer_left_seconds", "gauge", "Until it is not believed.", rest),
            metric("hexapla_channel_reads_total", "counter", "Channels verified.", plain(reads)),
        ]
    }

    /// The age of a channel's pointer, in seconds.
    fn age(&self, channel: &Channel, now: SystemTime) -> Option<f64> {
        let stamp = self.folder.look(&pointer(channel).ok()?)?;
        Some(now.duration_since(stamp.modified).unwrap_or_default().as_secs() as f64)
    }
}

/// What the index tells of a channel that is not believed.
fn problem(channel: &Channel, refusal: &Refusal) -> Value {
    let told = json!({ "refusal": refusal.name(), "message": refusal.to_string() });
    json!({ "channel": channel.as_str(), "problem": told })
}

fn plain(value: f64) -> Vec<(String, f64)> {
    vec![(String::new(), value)]
}

/// An answer for programs, which nobody keeps.
fn json_text(status: StatusCode, told: String) -> Response {
    let mut answer = text(status, told);
    let json = HeaderValue::from_static("application/json");
    answer.headers_mut().insert(header::CONTENT_TYPE, json);
    answer
}

/// Seconds from now until a moment.
fn left(until: Timestamp, now: SystemTime) -> f64 {
    let now = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    (until.as_seconds() as f64 - now.as_secs_f64()).floor()
}
