#![allow(clippy::unwrap_used)]
use std::cell::RefCell;

use argon2::ParamsBuilder;

use super::*;
use crate::frozen::bytes;

thread_local! {
    /// Every derivation this thread has run. Lets a test see that work was done without measuring time.
    pub(crate) static DERIVED: RefCell<Vec<Cost>> = const { RefCell::new(Vec::new()) };
}

/// RFC 9106, 5.3. Our own function has no use for its two extra inputs, so this asks the primitive below it.
#[test]
fn the_primitive_agrees_with_rfc_9106() {
    let params = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .output_len(32)
        .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
        .build()
        .unwrap();
    let argon = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
    let mut tag = [0; 32];
    argon.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    assert_eq!(tag.as_slice(), bytes("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
}

#[test]
fn the_key_depends_on_passphrase_salt_and_cost() {
    let derive = |text: &str, salt, cost| {
        Passphrase::from_string(text.to_owned()).derive_wrap_key(cost, &[salt; 16]).unwrap()
    };
    let base = derive("rain on a tin roof", 1, Cost::FLOOR);
    assert!(base.is_same_as(&derive("rain on a tin roof", 1, Cost::FLOOR)));
    assert!(!base.is_same_as(&derive("rain on a tin rooF", 1, Cost::FLOOR)));
    assert!(!base.is_same_as(&derive("rain on a tin roof ", 1, Cost::FLOOR)));
    assert!(!base.is_same_as(&derive("rain on a tin roof", 2, Cost::FLOOR)));
    assert!(!base.is_same_as(&derive("rain on a tin roof", 1, Cost { passes: 4, ..Cost::FLOOR })));
}

#[test]
fn memory_that_cannot_be_had_is_an_error_not_a_crash() {
    assert_eq!(WorkingMemory::of(usize::MAX / 2048).err(), Some(NotEnoughMemory));
}

#[test]
fn weak_passphrases_are_named_with_the_reason() {
    let check = |text: &str| Passphrase::from_string(text.to_owned()).check();
    assert_eq!(check(""), Err(PassphraseTooWeak::TooShort { characters: 0 }));
    assert_eq!(check("eleven char"), Err(PassphraseTooWeak::TooShort { characters: 11 }));
    assert_eq!(check("twelve chars"), Ok(()));
    // Characters are counted, not bytes: eleven of two bytes each are still eleven.
    assert_eq!(check("äöüßéèêëàâî"), Err(PassphraseTooWeak::TooShort { characters: 11 }));
    assert_eq!(check("äöüßéèêëàâîô"), Ok(()));
    assert_eq!(check("            "), Err(PassphraseTooWeak::Repetitive));
    assert_eq!(check("123412341234"), Err(PassphraseTooWeak::Repetitive));
    assert_eq!(check("123451234512"), Ok(()));
}

#[test]
fn printing_a_passphrase_hides_it() {
    let passphrase = Passphrase::from_string("rain on a tin roof".to_owned());
    assert_eq!(format!("{passphrase:?}"), "Passphrase(hidden)");
    let sentence = PassphraseTooWeak::TooShort { characters: 3 }.to_string();
    assert_eq!(sentence, "The passphrase has 3 characters. Choose at least 12.");
}
