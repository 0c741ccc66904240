//! What is believed, and what is refused.

mod laws;
mod refusals;
mod rounds;
mod secret_keys;
mod store;
