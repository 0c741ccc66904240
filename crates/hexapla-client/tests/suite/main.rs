//! What a client shows, and what it keeps.

mod cache;
#[allow(dead_code, reason = "the tests of attacks use the rest")]
#[path = "../../../../tests/support/forge.rs"]
mod forge;
mod greet;
mod shown;
mod site;
