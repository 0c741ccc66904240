//! What the server tells of the store and of itself.

use std::time::{Duration, SystemTime};

use axum::response::Response;
use headers::{ETag, HeaderMap, HeaderMapExt, HeaderValue, IfNoneMatch};
use hexapla_trust::{Channel, Refusal};
use hyper::{StatusCode, header};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::folder::pointer;
use super::metrics::Metric;
use super::{Delivery, text, unreadable};

impl Delivery {
    /// The channels, with what they hold.
    pub(super) async fn index(&self, headers: &HeaderMap) -> Response {
        let channels = match self.channels.all().await {
            Ok(channels) => channels,
            Err(error) => {
                let message = format!("the store cannot be read now: {}", error.kind());
                let problem = json!({ "v": 1, "problem": message });
                let mut answer = text(StatusCode::SERVICE_UNAVAILABLE, problem.to_string());
                answer.headers_mut().insert(header::CONTENT_TYPE, json_type());
                return answer;
            }
        };
        let told: Vec<Value> = channels
            .iter()
            .map(|(channel, present)| match present {
                Ok(present) => present.json(channel),
                Err(refusal) => problem(channel, refusal),
            })
            .collect();
        let body = json!({ "v": 1, "channels": told }).to_string();
        let tag = tag(&body);
        let known = headers.typed_get::<IfNoneMatch>().zip(tag.as_ref());
        let known = known.is_some_and(|(condition, tag)| !condition.precondition_passes(tag));
        let mut answer = match known {
            true => Response::default(),
            false => text(StatusCode::OK, body),
        };
        if known {
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
        } else {
            answer.headers_mut().insert(header::CONTENT_TYPE, json_type());
        }
        answer.headers_mut().insert(header::CACHE_CONTROL, self.briefly());
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

    /// What was counted, and how old the pointers are.
    pub(super) async fn metrics(&self) -> Response {
        let (mut ages, mut rest, mut readable) = (Vec::new(), Vec::new(), 1.0);
        match self.channels.all().await {
            Ok(channels) => {
                let now = SystemTime::now();
                for (channel, present) in channels {
                    let labels = format!("{{channel=\"{channel}\"}}");
                    ages.extend(self.age(&channel, now).map(|it| (labels.clone(), it)));
                    let left =
                        present.ok().map(|it| it.expires.as_seconds() as f64 - since_1970(now));
                    rest.extend(left.map(|it| (labels, it.floor())));
                }
            }
            Err(_) => readable = 0.0,
        }
        let gauge = |name, help, samples| Metric { name, kind: "gauge", help, samples };
        let body = self.metrics.text(&[
            gauge(
                "hexapla_store_readable",
                "1 where the store's folder can be read.",
                plain(readable),
            ),
            gauge("hexapla_pointer_age_seconds", "Since a channel's pointer was written.", ages),
            gauge(
                "hexapla_pointer_left_seconds",
                "Until clients do not believe a channel's pointer any more.",
                rest,
            ),
            Metric {
                name: "hexapla_channel_reads_total",
                kind: "counter",
                help: "How often the metadata of a channel was read and verified.",
                samples: plain(self.channels.reads() as f64),
            },
        ]);
        let mut answer = text(StatusCode::OK, body.trim_end());
        let version = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
        answer.headers_mut().insert(header::CONTENT_TYPE, version);
        answer
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

fn json_type() -> HeaderValue {
    HeaderValue::from_static("application/json")
}

fn tag(body: &str) -> Option<ETag> {
    let hash = Sha256::digest(body);
    let hash: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hash}\"").parse().ok()
}

fn since_1970(now: SystemTime) -> f64 {
    now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs_f64()
}
