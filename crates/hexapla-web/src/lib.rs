//! What Hexapla gives out over HTTP.
//!
//! [`Delivery`] serves the channels and releases of a store in a folder, for reading only. A
//! [`Server`] answers on one address with whatever is put together for it, within [`Limits`].
//!
//! ```no_run
//! use hexapla_web::{Delivery, Limits, Server, Settings};
//!
//! let server = Server::bind("127.0.0.1:0".parse()?)?;
//! let address = server.address();
//! server.run(Delivery::new("/srv/l10n", Settings::default()).router(), &Limits::default())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod delivery;
mod limits;
mod server;
mod stop;

pub use delivery::{Delivery, Settings};
pub use limits::Limits;
pub use server::{ServeError, Server};
