//! Bytes in, sealed bytes out.
//!
//! This crate holds every cryptographic decision of a vault and nothing else: no files, no clock, no network.
//! It is small on purpose, so that one person can read all of it in an afternoon and audit it alone.
//!
//! # One key, several doors
//!
//! ```text
//! passphrase ── Argon2id ──┐
//! recovery code ── HKDF ───┼─▶ unwraps ─▶ VaultKey ── HKDF ─┬─▶ DatabaseKey   the encrypted database
//! keychain secret ─ HKDF ──┘   (slots)                      ├─▶ HeadKey       how far the vault had come (head)
//!                                                           ├─▶ JournalKey    sealed journal entries (frame)
//!                                                           ├─▶ BackupKey     one-file backups (backup)
//!                                                           ├─▶ SlotsKey      the slot file as a whole (slots)
//!                                                           ├─▶ UnsavedKey    words that no save took (unsaved)
//!                                                           ├─▶ CaptureKey    notes caught while locked (capture)
//!                                                           └─▶ IdentityKey   secrets of a person's identity
//! ```
//!
//! Read in this order: [`key`], [`random`], [`passphrase`], [`recovery`], [`slots`], then what is done with
//! the keys: [`chain`], [`head`], [`frame`], [`backup`], [`unsaved`], and [`capture`],
//! the one that seals without a key. [`signature`] signs what two people agree on, with a key that the caller keeps.
//! Five private modules carry the primitives, one each,
//! so that every use of a primitive goes through one place: `secret` (memory), `derive` (HKDF), `mac` (HMAC),
//! `cipher` (XChaCha20-Poly1305) and `banner` (the first line of a file).
//!
//! # Rules that hold everywhere in here
//!
//! - A secret is wiped when dropped, is never printed (`Debug` says "hidden"), and is compared in constant
//!   time.
//! - Bytes that come from a disk are hostile: every decoder is total, and its memory is bounded by its input.
//! - Algorithms are fixed by the format version. Nothing is negotiated, and there is no decoder for a weaker
//!   past.
//! - A released byte stays readable: `vectors/` holds frozen examples that a test opens.
//!
//! # What this does not promise
//!
//! Wiping is best effort: the compiler and the primitives may leave copies in registers and on the stack, and
//! memory can be swapped or photographed while the vault is open. Locking memory and the process is the
//! caller's work.
#![forbid(unsafe_code)]

pub mod backup;
pub mod capture;
pub mod chain;
pub mod frame;
pub mod head;
pub mod key;
pub mod passphrase;
pub mod random;
pub mod recovery;
pub mod signature;
pub mod slots;
pub mod unsaved;

mod banner;
mod cipher;
mod derive;
mod mac;
mod secret;

#[cfg(test)]
mod frozen;
