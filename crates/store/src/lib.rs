//! The one durable place of Inglenook.
//!
//! Two halves. [`vault`] keeps bytes: one encrypted database, its keys, its journal and its backups, and the
//! promise that what was acknowledged is either there or named as missing. The other modules keep nouns: every
//! write goes through [`gate`] as a named deed, and [`log`] remembers what each deed changed.
//!
//! Only this crate knows SQL and where a key lives.

pub mod attachment;
pub mod fault;
pub mod gate;
pub mod history;
pub mod log;
pub mod noun;
pub mod prose;
pub mod search;
pub mod signature;
pub mod vault;

pub use fault::StoreFault;
pub use vault::Vault;
