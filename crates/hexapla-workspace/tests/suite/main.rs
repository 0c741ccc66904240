//! The room with the disk, seen from outside.

mod bootstrap;
mod commit;
mod config;
mod crash;
mod disk;
mod init;
mod ledger;
mod lock;
mod part;
mod project;
mod pull;
mod scan;
mod sites;
mod survey;
mod watch;
