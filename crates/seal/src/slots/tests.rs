#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;
use crate::passphrase::tests::DERIVED;

const VAULT: [u8; 16] = *b"a vault's own id";
const SECRET: [u8; 32] = [0x5e; 32];

fn passphrase(text: &str) -> Passphrase {
    Passphrase::from_string(text.to_owned())
}

/// A slot file with a recovery and a keychain slot, which need no slow derivation.
fn quick() -> (SlotFile, VaultKey, RecoveryCode) {
    let (vault_key, code) = (VaultKey::make_random().unwrap(), RecoveryCode::make_random().unwrap());
    let mut file = SlotFile::make(VAULT);
    file.put_recovery(&vault_key, &code).unwrap();
    file.put_keychain(&vault_key, &SECRET, "secret-service").unwrap();
    (file, vault_key, code)
}

/// A slot file with all three slots.
fn full() -> (SlotFile, VaultKey, RecoveryCode) {
    let (mut file, vault_key, code) = quick();
    file.put_passphrase(&vault_key, &passphrase("rain on a tin roof"), Cost::FLOOR).unwrap();
    (file, vault_key, code)
}

fn decode(bytes: &[u8]) -> SlotFile {
    SlotFile::decode(bytes).unwrap()
}

fn refusal<T>(result: Result<T, Unopened>) -> Unopened {
    result.err().unwrap()
}

/// The bytes with a MAC that fits, as only somebody with the vault key can make it.
fn with_fitting_mac(bytes: &[u8], vault_key: &VaultKey) -> Vec<u8> {
    let content = &bytes[..bytes.len() - MAC_BYTES];
    [content, &derive_mac(&vault_key.derive_slots_key().0, content)].concat()
}

/// Changes the passphrase slot's cost where it stands in the bytes.
fn with_cost(bytes: &[u8], from: u32, to: u32) -> Vec<u8> {
    let head = |value: u32| [&[0x1a], value.to_be_bytes().as_slice()].concat();
    let at = bytes.windows(5).position(|window| window == head(from)).unwrap();
    let mut changed = bytes.to_vec();
    changed[at..at + 5].copy_from_slice(&head(to));
    changed
}

#[test]
fn every_way_in_leads_to_the_same_key() {
    let (file, vault_key, code) = full();
    let file = decode(&file.encode(&vault_key));
    assert_eq!(file.vault(), &VAULT);
    assert!(file.open_with_passphrase(&passphrase("rain on a tin roof")).unwrap().is_same_as(&vault_key));
    assert!(file.open_with_recovery(&code).unwrap().is_same_as(&vault_key));
    assert!(file.open_with_keychain(&SECRET).unwrap().is_same_as(&vault_key));
}

#[test]
fn wrong_secrets_get_one_answer() {
    let (file, vault_key, _) = full();
    let file = decode(&file.encode(&vault_key));
    let refusals = [
        refusal(file.open_with_passphrase(&passphrase("rain on a tin rooF"))),
        refusal(file.open_with_passphrase(&passphrase(""))),
        refusal(file.open_with_recovery(&RecoveryCode::make_random().unwrap())),
        refusal(file.open_with_keychain(&[0; 32])),
    ];
    for refusal in refusals {
        assert_eq!(refusal, Unopened::WrongKey);
        assert_eq!(
            refusal.to_string(),
            "This does not open the vault. Check what you typed, or use another way in."
        );
    }
}

#[test]
fn a_thousand_wrong_codes_and_secrets_open_nothing() {
    let (file, vault_key, _) = quick();
    let file = decode(&file.encode(&vault_key));
    for _ in 0..1000 {
        let (code, secret) = (RecoveryCode::make_random().unwrap(), make_random_bytes().unwrap());
        assert_eq!(refusal(file.open_with_recovery(&code)), Unopened::WrongKey);
        assert_eq!(refusal(file.open_with_keychain(&secret)), Unopened::WrongKey);
    }
}

#[test]
fn a_slot_that_is_not_there_looks_like_a_wrong_secret() {
    let (vault_key, code) = (VaultKey::make_random().unwrap(), RecoveryCode::make_random().unwrap());
    for bytes in [SlotFile::make(VAULT).encode(&vault_key), {
        let (mut file, vault_key, _) = quick();
        file.remove_keychain(&vault_key).unwrap();
        file.encode(&vault_key)
    }] {
        let file = decode(&bytes);
        assert_eq!(refusal(file.open_with_passphrase(&passphrase("rain on a tin roof"))), Unopened::WrongKey);
        assert_eq!(refusal(file.open_with_recovery(&code)), Unopened::WrongKey);
        assert_eq!(refusal(file.open_with_keychain(&SECRET)), Unopened::WrongKey);
    }
}

#[test]
fn an_attempt_by_passphrase_always_derives_once() {
    let (file, vault_key, _) = full();
    let mut bytes = file.encode(&vault_key);
    *bytes.last_mut().unwrap() ^= 1;
    let (slotless, damaged) = (quick().0, decode(&bytes));
    DERIVED.take();
    for (file, text) in [
        (&file, "rain on a tin roof"),     // right
        (&file, "rain on a tin rooF"),     // wrong
        (&damaged, "rain on a tin roof"),  // right, bad MAC
        (&slotless, "rain on a tin roof"), // no slot
    ] {
        let _ = file.open_with_passphrase(&passphrase(text));
    }
    assert_eq!(DERIVED.take(), [Cost::FLOOR, Cost::FLOOR, Cost::FLOOR, Cost::STANDARD]);
}

#[test]
fn every_flipped_bit_of_the_file_is_noticed_by_every_way_in() {
    let (file, vault_key, code) = full();
    let bytes = file.encode(&vault_key);
    for bit in 0..8 * bytes.len() {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let Ok(file) = SlotFile::decode(&flipped) else { continue };
        assert_eq!(refusal(file.open_with_recovery(&code)), Unopened::WrongKey, "bit {bit}");
        assert_eq!(refusal(file.open_with_keychain(&SECRET)), Unopened::WrongKey, "bit {bit}");
    }
}

#[test]
fn a_changed_passphrase_slot_looks_like_a_wrong_passphrase() {
    let (file, vault_key, _) = full();
    let bytes = file.encode(&vault_key);
    let SlotKind::Passphrase { salt, .. } = file.slots()[0].kind() else { unreachable!() };
    let salt_at = bytes.windows(16).position(|window| window == salt).unwrap();
    let nonce_at = salt_at + 16 + 2;
    let wrapped_at = nonce_at + 24 + 2;
    for at in [salt_at, nonce_at, wrapped_at, wrapped_at + 47, bytes.len() - 1] {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x10;
        let opened = decode(&flipped).open_with_passphrase(&passphrase("rain on a tin roof"));
        assert_eq!(refusal(opened), Unopened::WrongKey, "byte {at}");
    }
}

#[test]
fn a_cheaper_derivation_is_refused_before_the_passphrase_is_used() {
    let (file, vault_key, _) = full();
    let bytes = file.encode(&vault_key);
    let floor = Cost::FLOOR.memory_kib;
    for (memory_kib, refused) in [
        (floor - 1, CostOutOfBounds::Weakened),
        (0x1_0000 - 1, CostOutOfBounds::Weakened),
        (Cost::CEILING.memory_kib + 1, CostOutOfBounds::Excessive),
        (u32::MAX, CostOutOfBounds::Excessive),
    ] {
        let mut changed = SlotFile::decode(&bytes).unwrap();
        let SlotKind::Passphrase { cost, .. } = &mut changed.slots[0].kind else { unreachable!() };
        cost.memory_kib = memory_kib;
        // Even a fitting MAC does not help.
        changed.mac = None;
        let refusal = refusal(SlotFile::decode(&changed.encode(&vault_key)));
        assert_eq!(refusal, Unopened::Weakened(refused), "{memory_kib} KiB");
    }
    let sentence = Unopened::Weakened(CostOutOfBounds::Weakened).to_string();
    assert!(sentence.contains("weakened"), "{sentence}");
}

#[test]
fn a_changed_cost_within_the_bounds_opens_nothing_even_with_a_fitting_mac() {
    let (file, vault_key, _) = full();
    let bytes = with_cost(&file.encode(&vault_key), Cost::FLOOR.memory_kib, Cost::FLOOR.memory_kib + 4);
    for bytes in [with_fitting_mac(&bytes, &vault_key), bytes] {
        let opened = decode(&bytes).open_with_passphrase(&passphrase("rain on a tin roof"));
        assert_eq!(refusal(opened), Unopened::WrongKey);
    }
}

/// A failed unwrapping goes on under a key of zeros, which anybody can sign with.
#[test]
fn a_file_signed_under_zeros_opens_nothing() {
    let zeros = VaultKey::from_secret(Secret::zeroed());
    let (file, vault_key, _) = quick();
    let wrong_code = RecoveryCode::make_random().unwrap();
    for bytes in [file.encode(&vault_key), SlotFile::make(VAULT).encode(&vault_key)] {
        let file = decode(&with_fitting_mac(&bytes, &zeros));
        assert_eq!(refusal(file.open_with_recovery(&wrong_code)), Unopened::WrongKey);
        assert_eq!(refusal(file.open_with_keychain(&[0; 32])), Unopened::WrongKey);
    }
}

#[test]
fn slots_cannot_be_carried_over_or_taken_away() {
    let (file, vault_key, code) = quick();
    let (mut mixed, mut fewer) = (decode(&file.encode(&vault_key)), decode(&file.encode(&vault_key)));
    mixed.slots[1] = quick().0.slots[1].clone();
    fewer.slots.remove(1);
    assert_eq!(refusal(mixed.open_with_recovery(&code)), Unopened::WrongKey);
    assert_eq!(refusal(mixed.open_with_keychain(&SECRET)), Unopened::WrongKey);
    assert_eq!(refusal(fewer.open_with_recovery(&code)), Unopened::WrongKey);
}

#[test]
fn a_file_from_the_future_is_named_as_such() {
    let (file, vault_key, _) = quick();
    let mut bytes = file.encode(&vault_key);
    bytes[16] = b'2';
    assert_eq!(refusal(SlotFile::decode(&bytes)), Unopened::FromTheFuture { version: 2 });
    let later = [b"INGLENOOK SLOTS 12\n".as_slice(), &[0; 2 * MOST_BYTES]].concat();
    assert_eq!(refusal(SlotFile::decode(&later)), Unopened::FromTheFuture { version: 12 });
}

#[test]
fn other_bytes_are_unreadable() {
    let (file, vault_key, _) = full();
    let bytes = file.encode(&vault_key);
    for end in 0..bytes.len() {
        assert_eq!(refusal(SlotFile::decode(&bytes[..end])), Unopened::Unreadable, "cut at {end}");
    }
    assert_eq!(refusal(SlotFile::decode(&[bytes.as_slice(), &[0]].concat())), Unopened::Unreadable);
    let overlong = [bytes.as_slice(), &[0; MOST_BYTES]].concat();
    assert_eq!(refusal(SlotFile::decode(&overlong)), Unopened::Unreadable);
    assert_eq!(refusal(SlotFile::decode(b"SQLite format 3\0")), Unopened::Unreadable);
}

#[test]
fn only_one_form_of_a_content_is_read() {
    let vault_key = VaultKey::make_random().unwrap();
    let bytes = SlotFile::make(VAULT).encode(&vault_key);
    let body_at = BANNER.line().len();
    assert_eq!(bytes[body_at..body_at + 2], [0x82, 0x50]);
    // The same vault id with its length in two bytes: proper CBOR, but not the shortest.
    let longer = [&bytes[..body_at + 1], &[0x58, 0x10], &bytes[body_at + 2..]].concat();
    assert_eq!(refusal(SlotFile::decode(&with_fitting_mac(&longer, &vault_key))), Unopened::Unreadable);
}

#[test]
fn two_slots_of_a_kind_or_in_another_order_are_unreadable() {
    let (mut file, vault_key, _) = quick();
    file.slots.swap(0, 1);
    assert_eq!(refusal(SlotFile::decode(&file.encode(&vault_key))), Unopened::Unreadable);
    file.slots[0] = file.slots[1].clone();
    assert_eq!(refusal(SlotFile::decode(&file.encode(&vault_key))), Unopened::Unreadable);
}

#[test]
fn putting_replaces_and_removing_removes() {
    let (file, vault_key, old_code) = quick();
    let mut file = decode(&file.encode(&vault_key));
    let new_code = RecoveryCode::make_random().unwrap();
    file.put_recovery(&vault_key, &new_code).unwrap();
    assert!(file.has_recovery());
    assert_eq!(file.keychain_store(), Some("secret-service"));
    file.remove_keychain(&vault_key).unwrap();
    assert_eq!(file.keychain_store(), None);
    let file = decode(&file.encode(&vault_key));
    assert_eq!(file.slots().len(), 1);
    assert_eq!(refusal(file.open_with_recovery(&old_code)), Unopened::WrongKey);
    assert!(file.open_with_recovery(&new_code).unwrap().is_same_as(&vault_key));
    assert_eq!(refusal(file.open_with_keychain(&SECRET)), Unopened::WrongKey);
}

#[test]
fn a_change_does_not_hide_damage() {
    let (file, vault_key, code) = quick();
    let mut bytes = file.encode(&vault_key);
    let last = bytes.len() - MAC_BYTES - 1; // the end of the keychain slot
    bytes[last] ^= 1;
    let mut damaged = decode(&bytes);
    assert_eq!(damaged.put_recovery(&vault_key, &code), Err(SlotUnchanged::WrongKey));
    assert_eq!(damaged.remove_keychain(&vault_key), Err(SlotUnchanged::WrongKey));
    assert_eq!(damaged.encode(&vault_key), bytes, "a refused change must change nothing");
    let other = VaultKey::make_random().unwrap();
    assert_eq!(decode(&file.encode(&vault_key)).remove_keychain(&other), Err(SlotUnchanged::WrongKey));
}

#[test]
fn unfit_slots_are_not_made() {
    let (mut file, vault_key, _) = quick();
    let before = file.clone();
    let weak = Cost { memory_kib: Cost::FLOOR.memory_kib - 1, ..Cost::FLOOR };
    assert_eq!(
        file.put_passphrase(&vault_key, &passphrase("rain on a tin roof"), weak),
        Err(SlotUnchanged::Cost(CostOutOfBounds::Weakened))
    );
    assert_eq!(
        file.put_passphrase(&vault_key, &passphrase("short"), Cost::FLOOR),
        Err(SlotUnchanged::Passphrase(PassphraseTooWeak::TooShort { characters: 5 }))
    );
    assert_eq!(file.put_keychain(&vault_key, &SECRET, ""), Err(SlotUnchanged::Store));
    let long = "x".repeat(LONGEST_STORE + 1);
    assert_eq!(file.put_keychain(&vault_key, &SECRET, &long), Err(SlotUnchanged::Store));
    assert_eq!(file, before);
}

#[test]
fn the_largest_file_fits_its_bound() {
    let (mut file, vault_key, _) = full();
    file.put_keychain(&vault_key, &SECRET, &"x".repeat(LONGEST_STORE)).unwrap();
    let bytes = file.encode(&vault_key);
    assert!(bytes.len() < MOST_BYTES);
    assert_eq!(decode(&bytes).encode(&vault_key), bytes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Random bytes behind a right banner, so that the CBOR reader is reached.
    #[test]
    fn any_bytes_are_decoded_or_refused(tail in prop::collection::vec(any::<u8>(), 0..600)) {
        let bytes = [BANNER.line().as_bytes(), &tail].concat();
        if let Ok(file) = SlotFile::decode(&bytes) {
            prop_assert_eq!(file.encode(&VaultKey::make_random().unwrap()), bytes);
        }
        prop_assert_eq!(refusal(SlotFile::decode(&tail)), Unopened::Unreadable);
    }

    /// Genuine bytes with a few overwritten, inserted or cut out: what is still decoded encodes to the same
    /// bytes and opens nothing.
    #[test]
    fn mutated_files_open_nothing(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..6),
    ) {
        let (file, vault_key, code) = quick();
        let genuine = file.encode(&vault_key);
        let mut bytes = genuine.clone();
        for (at, byte, change) in changes {
            let at = at.index(bytes.len());
            match change {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        prop_assume!(bytes != genuine);
        if let Ok(file) = SlotFile::decode(&bytes) {
            prop_assert_eq!(file.encode(&vault_key), bytes);
            prop_assert_eq!(refusal(file.open_with_recovery(&code)), Unopened::WrongKey);
            prop_assert_eq!(refusal(file.open_with_keychain(&SECRET)), Unopened::WrongKey);
        }
    }
}
