//! What waits for somebody in a locale, what harms most first.

mod order;
mod page;
mod wish;

pub(crate) use order::Queue;
pub(crate) use page::{list, page};
pub(crate) use wish::{Wish, Working};
