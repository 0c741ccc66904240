//! The review room: where translators and editors work on a project.
//!
//! A [`Room`] is opened on a project and gives pages, and the same as JSON, over HTTP. It holds no
//! rule of its own: how a unit stands, what is offered and what may be decided is the engine's, and
//! what is decided is committed by the workspace.
//!
//! Inside, one way: a `desk` holds the project as it is now; an answer is a plain function of the
//! room and of what was asked (`asked`), named in one table (`routes`) with who may ask for it
//! (`access`); `http` is the rim.

mod access;
mod activity;
mod answer;
mod asked;
mod assets;
mod choose;
mod claim;
mod coverage;
mod desk;
mod document;
mod emergency;
mod failure;
mod http;
mod language;
mod launch;
mod library;
mod openapi;
mod pace;
mod page;
mod people;
mod queue;
mod revision;
mod room;
mod routes;
mod settle;
mod sync;
mod telling;
mod unit;
mod visitor;
mod words;

pub use people::counts_for_less;
pub use room::{OpenError, Publishing, Room, Settings};
pub use routes::{Address, Tokens, addresses};
pub use telling::{tell, told};
