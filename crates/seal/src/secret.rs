//! Memory for a secret of fixed size.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::random::{NoRandomness, fill_randomly};

/// `N` secret bytes in one place on the heap: moving the value moves a pointer and leaves no copy behind,
/// dropping it wipes the bytes.
pub(crate) struct Secret<const N: usize>(Box<[u8; N]>);

impl<const N: usize> Secret<N> {
    /// Zeros, to be overwritten in place by what computes the secret.
    pub(crate) fn zeroed() -> Self {
        Self(Box::new([0; N]))
    }

    /// Draws a random secret in place.
    pub(crate) fn make_random() -> Result<Self, NoRandomness> {
        let mut secret = Self::zeroed();
        fill_randomly(secret.expose_mut())?;
        Ok(secret)
    }

    /// The bytes, for the primitive that needs them.
    pub(crate) fn expose(&self) -> &[u8; N] {
        &self.0
    }

    /// The bytes, for the primitive that writes them.
    pub(crate) fn expose_mut(&mut self) -> &mut [u8; N] {
        &mut self.0
    }

    /// Compares in a time that does not depend on where the two differ.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.as_mut_slice().zeroize();
    }
}

impl<const N: usize> ZeroizeOnDrop for Secret<N> {}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("hidden")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn is_never_printed() {
        let mut secret = Secret::<4>::zeroed();
        secret.expose_mut().copy_from_slice(&[171, 205, 171, 205]);
        assert_eq!(format!("{secret:?} {secret:#?}"), "hidden hidden");
    }

    #[test]
    fn differs_by_any_one_bit() {
        let secret = Secret::<32>::make_random().unwrap();
        for bit in 0..256 {
            let mut other = Secret::<32>::zeroed();
            *other.expose_mut() = *secret.expose();
            assert!(secret.is_same_as(&other));
            other.expose_mut()[bit / 8] ^= 1 << (bit % 8);
            assert!(!secret.is_same_as(&other), "bit {bit} was not compared");
        }
    }

    #[test]
    fn is_drawn_not_left_at_zero() {
        assert!(!Secret::<32>::make_random().unwrap().is_same_as(&Secret::zeroed()));
    }
}
