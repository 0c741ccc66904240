//! The language server: what the project says of a file, in whatever editor it is open.
//!
//! [`serve`] speaks the Language Server Protocol 3.17 over a connection. It marks what is stale and what
//! checks find where it stands, shows what changed in the source, carries out decisions, and completes
//! the codes of the source. It has no rule of its own: all that it says is the engine's.

mod actions;
mod completion;
mod definition;
mod diagnostics;
mod edit;
mod hover;
mod lines;
mod markup;
mod project;
mod server;
mod settle;
mod terms;
mod uri;
mod view;

pub use server::{Hand, ServeError, serve};
