//! What is believed, and what is refused.

mod rounds;
mod store;
