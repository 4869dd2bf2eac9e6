//! Randomness, from the operating system only.

use thiserror::Error;

/// The operating system gave no random bytes. Nothing secret may be made then, so the caller has to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("The system has no random numbers to give. Restart the computer and try again.")]
pub struct NoRandomness;

/// Draws `N` random bytes for salts, nonces and ids. A secret is drawn straight into memory that is wiped
/// instead.
pub fn make_random_bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    fill_randomly(&mut bytes)?;
    Ok(bytes)
}

/// Overwrites `bytes` with random ones, so that a secret never stands anywhere else.
pub(crate) fn fill_randomly(bytes: &mut [u8]) -> Result<(), NoRandomness> {
    getrandom::fill(bytes).map_err(|_| NoRandomness)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn draws_do_not_repeat() {
        let drawn: HashSet<[u8; 16]> = (0..1000).map(|_| make_random_bytes().unwrap()).collect();
        assert_eq!(drawn.len(), 1000);
    }

    #[test]
    fn every_byte_is_drawn() {
        let mut seen = [false; 64];
        for _ in 0..16 {
            let drawn: [u8; 64] = make_random_bytes().unwrap();
            seen.iter_mut().zip(drawn).for_each(|(seen, byte)| *seen |= byte != 0);
        }
        assert_eq!(seen, [true; 64], "a byte that stayed zero sixteen times was not drawn");
    }
}
