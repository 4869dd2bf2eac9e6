//! Signatures below a review, and fingerprints of words that were approved. The cryptography is [`seal`]'s; whoever holds a
//! vault reaches it here.

pub use seal::signature::{Namespace, Seed, fingerprint, is_signed};
