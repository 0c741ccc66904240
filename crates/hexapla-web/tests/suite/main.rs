//! Delivery, asked as clients, browsers and strangers ask.
#![allow(clippy::unwrap_used, reason = "a test")]

mod answers;
mod latest;
mod limits;
mod links;
mod reports;
mod static_host;
mod strangers;
mod support;
mod whole_releases;
