#![allow(clippy::unwrap_used)]
use super::*;
use crate::frozen::bytes;
use crate::key::VaultKey;
use crate::secret::Secret;

const NAME: [u8; 16] = *b"when it was seen";

/// "Randomness" that was published.
pub(crate) struct Published(pub(crate) Vec<u8>);

impl TryRng for Published {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        unreachable!("bytes are asked for, no numbers")
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        unreachable!("bytes are asked for, no numbers")
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.copy_from_slice(&self.0);
        Ok(())
    }
}

impl TryCryptoRng for Published {}

pub(crate) fn seal_with(key: &CapturePublicKey, name: &[u8; 16], words: &[u8], drawn: Vec<u8>) -> Vec<u8> {
    seal_to(&key.key, name, words, &mut Published(drawn)).unwrap()
}

/// RFC 9180, A.2.1, the first message.
#[test]
fn agrees_with_rfc_9180() {
    let mut strong = Secret::zeroed();
    let ikm = bytes("1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df");
    strong.expose_mut().copy_from_slice(&ikm);
    let key = CaptureKey(strong);
    let public = CapturePublicKey::of(&key, [0; 16]).key;
    assert_eq!(public.as_slice(), bytes("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"));
    let drawn = bytes("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b");
    let (info, aad) = (b"Ode on a Grecian Urn", b"Count-0");
    let mut text = b"Beauty is truth, truth beauty".to_vec();
    let (share, tag) = seal_in_place(&public, info, aad, &mut text, &mut Published(drawn)).unwrap();
    assert_eq!(share.as_slice(), bytes("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"));
    let published =
        "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28";
    assert_eq!([&text, tag.as_slice()].concat(), bytes(published));
    open_from(&key.pair().0, &share, info, aad, &mut text, &tag).unwrap();
    assert_eq!(text, b"Beauty is truth, truth beauty");
}

#[test]
fn anybody_seals_and_only_the_vault_opens_and_only_what_was_sealed() {
    let (vault, other) = (VaultKey::make_random().unwrap(), VaultKey::make_random().unwrap());
    let key = vault.derive_capture_key();
    let public = CapturePublicKey::of(&key, [7; 16]);
    for words in [&b""[..], b"x", b"calm under load", &[b'y'; STEP - LENGTH_BYTES]] {
        let sealed = public.seal(&NAME, words).unwrap();
        assert_eq!(open_capture(&key, &NAME, &sealed).unwrap().as_slice(), words);
        assert!(open_capture(&other.derive_capture_key(), &NAME, &sealed).is_none(), "another vault");
        assert!(open_capture(&key, b"at another time!", &sealed).is_none(), "under another name");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open_capture(&key, &NAME, &changed).is_none(), "byte {at}");
            assert!(open_capture(&key, &NAME, &sealed[..at]).is_none(), "cut at {at}");
        }
        assert!(open_capture(&key, &NAME, &[&sealed, &b"x"[..]].concat()).is_none(), "longer");
        assert!(words.len() < 8 || !sealed.windows(words.len()).any(|part| part == words));
        assert_ne!(sealed, public.seal(&NAME, words).unwrap(), "two of the same look different");
    }
}

#[test]
fn the_length_shows_only_in_steps_and_has_an_end() {
    let key = VaultKey::make_random().unwrap().derive_capture_key();
    let public = CapturePublicKey::of(&key, [7; 16]);
    let length = |words: usize| public.seal(&NAME, &vec![b'x'; words]).map(|sealed| sealed.len());
    let of_one_step = FIRST_LINE.len() + SHARE_BYTES + STEP + TAG_BYTES;
    assert_eq!([length(0), length(1), length(252)], [Ok(of_one_step); 3]);
    assert_eq!(length(253), Ok(of_one_step + STEP));
    assert!(length(MOST_WORDS).unwrap() <= MOST_BYTES);
    assert_eq!(length(MOST_WORDS + 1), Err(Unsealed::TooLong));
    assert!(open_capture(&key, &NAME, &vec![0; MOST_BYTES + 1]).is_none());
}

/// Whoever holds the public key can seal anything; what no program of ours would have sealed is not taken.
#[test]
fn padding_that_is_not_ours_is_refused() {
    let key = VaultKey::make_random().unwrap().derive_capture_key();
    let public = CapturePublicKey::of(&key, [7; 16]);
    let length_of = |length: u32| length.to_be_bytes().to_vec();
    for (why, mut text) in [
        ("nothing at all", vec![]),
        ("half a length", vec![0; 3]),
        ("no step", [length_of(1), b"x".to_vec()].concat()),
        ("more than there is", [length_of(u32::MAX), vec![0; STEP - 4]].concat()),
        ("one byte more than there is", [length_of(253), vec![0; STEP - 4]].concat()),
        ("a step too many", [length_of(1), vec![0; 2 * STEP - 4]].concat()),
        ("something behind", [length_of(1), vec![0; STEP - 5], vec![1]].concat()),
    ] {
        let mut system = System { failed: false };
        let (share, tag) = seal_in_place(&public.key, FIRST_LINE, &NAME, &mut text, &mut system).unwrap();
        let sealed = [FIRST_LINE, &share, &text, &tag].concat();
        assert!(open_capture(&key, &NAME, &sealed).is_none(), "{why}");
    }
}

#[test]
fn the_public_key_is_read_as_it_was_written_and_not_otherwise() {
    let key = CapturePublicKey::of(&VaultKey::make_random().unwrap().derive_capture_key(), [7; 16]);
    let file = key.encode();
    assert_eq!((file.len(), CapturePublicKey::decode(&file)), (CapturePublicKey::BYTES, Some(key.clone())));
    assert_eq!(key.vault(), &[7; 16]);
    for at in 0..file.len() {
        let mut changed = file.clone();
        changed[at] ^= 1;
        assert_eq!(CapturePublicKey::decode(&changed), None, "byte {at}");
        assert_eq!(CapturePublicKey::decode(&file[..at]), None, "cut at {at}");
    }
    assert_eq!(CapturePublicKey::decode(&[&file, &b"x"[..]].concat()), None);
}

#[test]
fn a_key_that_gives_everybody_the_same_secret_is_refused() {
    let nobody = CapturePublicKey { vault: [7; 16], key: [0; 32] };
    assert_eq!(nobody.seal(&NAME, b"x"), Err(Unsealed::BadKey));
}
