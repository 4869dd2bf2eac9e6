//! XChaCha20-Poly1305: hides bytes and notices any change to them or to what they belong to.
//!
//! The nonce has 24 bytes, so a random one per message never repeats in practice and no counter has to
//! survive a crash.

use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};

use crate::secret::Secret;

/// Length of a nonce in bytes.
pub(crate) const NONCE_BYTES: usize = 24;
/// Length of the tag behind a ciphertext in bytes.
pub(crate) const TAG_BYTES: usize = 16;

/// The bytes, the nonce, the tag or what they belong to is not what was sealed, or the key is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotGenuine;

/// Turns plaintext into ciphertext in place and returns the tag. `belongs_to` is authenticated, not stored.
pub(crate) fn seal_in_place(
    key: &Secret<32>,
    nonce: &[u8; NONCE_BYTES],
    belongs_to: &[u8],
    text: &mut [u8],
) -> [u8; TAG_BYTES] {
    match XChaCha20Poly1305::new(key.expose().into()).encrypt_inout_detached(
        nonce.into(),
        belongs_to,
        text.into(),
    ) {
        Ok(tag) => tag.into(),
        Err(_) => unreachable!("the cipher takes 256 GiB, and every caller caps its text far below"),
    }
}

/// Turns ciphertext back into plaintext in place. The tag is checked first: on an error `text` is still
/// ciphertext.
pub(crate) fn open_in_place(
    key: &Secret<32>,
    nonce: &[u8; NONCE_BYTES],
    belongs_to: &[u8],
    text: &mut [u8],
    tag: &[u8; TAG_BYTES],
) -> Result<(), NotGenuine> {
    XChaCha20Poly1305::new(key.expose().into())
        .decrypt_inout_detached(nonce.into(), belongs_to, text.into(), tag.into())
        .map_err(|_| NotGenuine)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frozen::bytes;

    const TEXT: &[u8] =
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the \
        future, sunscreen would be it.";

    fn published() -> (Secret<32>, [u8; 24], Vec<u8>) {
        let mut key = Secret::zeroed();
        (0x80..=0x9f).zip(key.expose_mut()).for_each(|(byte, place)| *place = byte);
        (key, std::array::from_fn(|i| 0x40 + i as u8), bytes("50515253c0c1c2c3c4c5c6c7"))
    }

    /// draft-irtf-cfrg-xchacha-03, A.3.1.
    #[test]
    fn agrees_with_the_draft() {
        let (key, nonce, belongs_to) = published();
        let mut text = TEXT.to_vec();
        let tag = seal_in_place(&key, &nonce, &belongs_to, &mut text);
        assert_eq!(
            text,
            bytes(
                "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39\
                 ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
                 21f9664c97637da9768812f615c68b13b52e"
            )
        );
        assert_eq!(tag.as_slice(), bytes("c0875924c1c7987947deafd8780acf49"));
        assert_eq!(open_in_place(&key, &nonce, &belongs_to, &mut text, &tag), Ok(()));
        assert_eq!(text, TEXT);
    }

    #[test]
    fn refuses_a_change_anywhere() {
        let (key, nonce, belongs_to) = published();
        let mut sealed = TEXT.to_vec();
        let tag = seal_in_place(&key, &nonce, &belongs_to, &mut sealed);
        let open = |nonce: &[u8; 24], belongs_to: &[u8], text: &[u8], tag: &[u8; 16]| {
            open_in_place(&key, nonce, belongs_to, &mut text.to_vec(), tag)
        };
        assert_eq!(open(&nonce, &belongs_to, &sealed, &tag), Ok(()));
        assert_eq!(open(&[0; 24], &belongs_to, &sealed, &tag), Err(NotGenuine));
        assert_eq!(open(&nonce, b"", &sealed, &tag), Err(NotGenuine));
        assert_eq!(open(&nonce, &belongs_to, &sealed[1..], &tag), Err(NotGenuine));
        assert_eq!(open(&nonce, &belongs_to, &sealed, &[0; 16]), Err(NotGenuine));
        assert_eq!(
            open_in_place(&Secret::zeroed(), &nonce, &belongs_to, &mut sealed.clone(), &tag),
            Err(NotGenuine)
        );
    }
}
