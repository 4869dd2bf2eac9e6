//! Memory for a secret of fixed size.

use std::fmt;

use memmap2::MmapMut;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::random::{NoRandomness, fill_randomly};

/// `N` secret bytes in one place: moving the value moves a pointer and leaves no copy behind, dropping it wipes the
/// bytes.
///
/// The place is a page of its own that the system is asked not to swap and not to write into a crash dump. Nothing else
/// lies on it, so nobody else unlocks it. Where the system refuses, the secret is kept all the same.
pub(crate) struct Secret<const N: usize>(Place<N>);

enum Place<const N: usize> {
    /// A page that belongs to this secret alone.
    Page(MmapMut),
    /// The heap, where the system gives no page.
    Heap(Box<[u8; N]>),
}

impl<const N: usize> Secret<N> {
    /// Zeros, to be overwritten in place by what computes the secret.
    pub(crate) fn zeroed() -> Self {
        let page = MmapMut::map_anon(N).ok().filter(|page| page.first_chunk::<N>().is_some());
        Self(page.map_or_else(|| Place::Heap(Box::new([0; N])), |page| Place::Page(kept_to_itself(page))))
    }

    /// Draws a random secret in place.
    pub(crate) fn make_random() -> Result<Self, NoRandomness> {
        let mut secret = Self::zeroed();
        fill_randomly(secret.expose_mut())?;
        Ok(secret)
    }

    /// The bytes, for the primitive that needs them.
    pub(crate) fn expose(&self) -> &[u8; N] {
        match &self.0 {
            Place::Page(page) => match page.first_chunk() {
                Some(bytes) => bytes,
                None => unreachable!("a page is only kept if it has room for the secret"),
            },
            Place::Heap(bytes) => bytes,
        }
    }

    /// The bytes, for the primitive that writes them.
    pub(crate) fn expose_mut(&mut self) -> &mut [u8; N] {
        match &mut self.0 {
            Place::Page(page) => match page.first_chunk_mut() {
                Some(bytes) => bytes,
                None => unreachable!("a page is only kept if it has room for the secret"),
            },
            Place::Heap(bytes) => bytes,
        }
    }

    /// Compares in a time that does not depend on where the two differ.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        self.expose().as_slice().ct_eq(other.expose().as_slice()).into()
    }
}

/// Asks the system to keep a page in memory and out of crash dumps. A system that refuses, because so much may not be
/// kept or because it knows no such thing, is no reason to stop: other programs of this user can read more than a swap.
#[cfg(unix)]
fn kept_to_itself(page: MmapMut) -> MmapMut {
    let _ = page.lock();
    #[cfg(target_os = "linux")]
    let _ = page.advise(memmap2::Advice::DontDump);
    page
}

#[cfg(not(unix))]
fn kept_to_itself(page: MmapMut) -> MmapMut {
    page
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.expose_mut().as_mut_slice().zeroize();
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

    #[test]
    fn the_heap_does_where_there_is_no_page() {
        let mut secret = Secret::<32>(Place::Heap(Box::new([0; 32])));
        secret.expose_mut()[31] = 9;
        assert_eq!(secret.expose()[31], 9);
        assert!(!secret.is_same_as(&Secret::zeroed()));
    }

    /// The system's own account of the page: locked (`lo`), not dumped (`dd`), and nothing beside the secret on it.
    #[cfg(target_os = "linux")]
    #[test]
    fn stays_out_of_swap_and_dumps_on_a_page_of_its_own() {
        let secrets = [Secret::<32>::make_random().unwrap(), Secret::<32>::make_random().unwrap()];
        let account = std::fs::read_to_string("/proc/self/smaps").unwrap();
        let mut pages = Vec::new();
        for secret in &secrets {
            let address = secret.expose().as_ptr() as usize;
            let (mut here, mut flags) = (false, "");
            for line in account.lines() {
                let range = line.split_whitespace().next().and_then(|word| word.split_once('-'));
                let parse = |text| usize::from_str_radix(text, 16);
                if let Some((Ok(from), Ok(to))) = range.map(|(from, to)| (parse(from), parse(to))) {
                    here = (from..to).contains(&address);
                } else if here && line.starts_with("VmFlags:") {
                    flags = line;
                }
            }
            assert!(flags.contains(" dd"), "it may be dumped: {flags}");
            // A machine may allow no locked memory at all; those of the house and of the builders do.
            assert!(flags.contains(" lo"), "it may be swapped: {flags}");
            pages.push(address / 4096);
        }
        assert_ne!(pages[0], pages[1]);
    }
}
