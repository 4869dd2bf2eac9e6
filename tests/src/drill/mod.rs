//! What the drills share: a place of their own, a vault to harm, words to look for afterwards.

pub mod canary;
mod chance;
mod keychain;
mod keys;
mod pen;
mod place;
mod scale;
mod vault;
mod watched;

pub use chance::Chance;
pub use keychain::Keychain;
pub use keys::keys_of;
pub use pen::write_at_random;
pub use place::{Answer, Place};
pub use scale::times;
pub use vault::{
    PASSPHRASE, Trial, call, copy_folder, desk_at, differing, files_of, lock, records_of, records_through,
};
pub use watched::{can_watch, written_outside, written_paths};
