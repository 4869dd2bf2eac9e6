//! The keys of a vault from its slot file and its kit, computed once more from docs/FORMATS.md alone: to know what must
//! not be found, and to see that the description is enough to come to one's own notes without this program.

use std::collections::BTreeMap;

use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use sha2::Sha256;

const BANNER: &[u8] = b"INGLENOOK SLOTS 1\n";
/// How a recovery slot begins: four items, kind 1, one parameter, sixteen bytes of salt.
const RECOVERY: &[u8] = &[0x84, 1, 0x81, 0x50];

/// Every key that an open vault works with, by its name.
///
/// # Panics
/// When the kit does not open the slot file.
pub fn keys_of(slots: &[u8], kit: &str) -> BTreeMap<&'static str, [u8; 32]> {
    let vault_key = vault_key(slots, kit);
    let purposes =
        [("database key", "db"), ("head key", "head"), ("journal key", "journal"), ("backup key", "backup")];
    let derived =
        purposes.map(|(name, purpose)| (name, derive(&vault_key, &[], &format!("inglenook/1/{purpose}"))));
    [("vault key", vault_key)].into_iter().chain(derived).collect()
}

fn vault_key(slots: &[u8], kit: &str) -> [u8; 32] {
    let body = slots.strip_prefix(BANNER).expect("a slot file");
    let vault = &body[2..18];
    let at = body.windows(RECOVERY.len()).position(|window| window == RECOVERY).expect("a recovery slot");
    let slot = &body[at + RECOVERY.len()..];
    // Before the nonce and before the wrapped key stand two bytes that give their lengths.
    let (salt, nonce, wrapped, tag) = (&slot[..16], &slot[18..42], &slot[44..76], &slot[76..92]);
    let belongs_to = [BANNER, &[0x83, 0x50], vault, &RECOVERY[1..], salt].concat();
    let wrap_key = derive(&code_of(kit), salt, "inglenook/1/slot/recovery");
    let mut key = <[u8; 32]>::try_from(wrapped).expect("32 bytes");
    XChaCha20Poly1305::new(&wrap_key.into())
        .decrypt_inout_detached(
            nonce.try_into().expect("24 bytes"),
            &belongs_to,
            key.as_mut_slice().into(),
            tag.try_into().expect("16 bytes"),
        )
        .expect("the kit opens the slot");
    key
}

/// The 160 bits of a code: five in each letter, and the last four letters only check the others.
fn code_of(kit: &str) -> [u8; 20] {
    let letters: Vec<char> = kit.chars().filter(|letter| *letter != '-').take(32).collect();
    let bits = letters.iter().flat_map(|letter| {
        let number = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(*letter).expect("a letter of a code");
        (0..5).rev().map(move |bit| u8::from(number >> bit & 1 == 1))
    });
    let bits: Vec<u8> = bits.collect();
    let bytes: Vec<u8> =
        bits.chunks(8).map(|eight| eight.iter().fold(0, |byte, bit| byte << 1 | bit)).collect();
    bytes.try_into().expect("160 bits")
}

fn derive(strong: &[u8], salt: &[u8], purpose: &str) -> [u8; 32] {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(Some(salt), strong).expand(purpose.as_bytes(), &mut key).expect("32 bytes");
    key
}
