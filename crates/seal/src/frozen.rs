//! Tests that read bytes as released versions wrote them, see `vectors/README.md`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::Value;

use crate::{
    backup::{BackupHeader, BackupMac},
    capture::{CapturePublicKey, open_capture, tests::seal_with},
    chain::Chain,
    derive::derive_secret,
    frame::{FrameRead, open_frame, seal_frame},
    head::{HeadMark, newest},
    key::VaultKey,
    mac::derive_mac,
    passphrase::Passphrase,
    recovery::{RecoveryCode, RecoveryCodeError},
    secret::Secret,
    slots::{SlotFile, Unopened},
    unsaved::{open_unsaved, seal_unsaved},
};

/// The bytes that a hexadecimal text stands for.
pub(crate) fn bytes(hexadecimal: &str) -> Vec<u8> {
    assert!(hexadecimal.len().is_multiple_of(2), "hexadecimal text has two digits per byte");
    let digit = |digit: &u8| char::from(*digit).to_digit(16).expect("a hexadecimal digit") as u8;
    hexadecimal.as_bytes().chunks_exact(2).map(|pair| digit(&pair[0]) << 4 | digit(&pair[1])).collect()
}

fn text<'a>(vector: &'a Value, name: &str) -> &'a str {
    vector[name].as_str().unwrap_or_else(|| panic!("the example has no text {name}"))
}

fn number(vector: &Value, name: &str) -> u64 {
    vector[name].as_u64().unwrap_or_else(|| panic!("the example has no number {name}"))
}

fn list<'a>(vector: &'a Value, name: &str) -> &'a [Value] {
    let list = vector[name].as_array().unwrap_or_else(|| panic!("the example has no list {name}"));
    assert!(!list.is_empty(), "{name} has no examples");
    list
}

fn fixed<const N: usize>(vector: &Value, name: &str) -> [u8; N] {
    bytes(text(vector, name)).try_into().unwrap()
}

fn vault_key(vector: &Value) -> VaultKey {
    let mut secret = Secret::zeroed();
    *secret.expose_mut() = fixed(vector, "vault_key");
    VaultKey::from_secret(secret)
}

fn passphrase(vector: &Value) -> Passphrase {
    Passphrase::from_string(text(vector, "passphrase").to_owned())
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).expect("an example is JSON")
}

#[test]
fn every_derived_key_stays_what_it_was() {
    let vector = read(include_str!("../vectors/keys.json"));
    let vault_key = vault_key(&vector);
    let expected = |purpose| fixed(&vector["derived"], purpose);
    assert_eq!(*vault_key.derive_database_key().expose(), expected("db"));
    assert_eq!(*vault_key.derive_head_key().0.expose(), expected("head"));
    assert_eq!(*vault_key.derive_journal_key().0.expose(), expected("journal"));
    assert_eq!(*vault_key.derive_backup_key().0.expose(), expected("backup"));
    assert_eq!(*vault_key.derive_slots_key().0.expose(), expected("slots"));
    assert_eq!(*vault_key.derive_identity_key().0.expose(), expected("ident"));
    assert_eq!(*vault_key.derive_unsaved_key().0.expose(), expected("unsaved"));
    assert_eq!(*vault_key.derive_capture_key().0.expose(), expected("capture"));
}

#[test]
fn captures_are_read_and_sealed_the_same() {
    let vector = read(include_str!("../vectors/capture.json"));
    let key = vault_key(&vector).derive_capture_key();
    let public = CapturePublicKey::decode(&bytes(text(&vector, "public"))).unwrap();
    assert_eq!(public, CapturePublicKey::of(&key, fixed(&vector, "vault")));
    assert_eq!(public.encode(), bytes(text(&vector, "public")));
    for example in list(&vector, "captures") {
        let (name, sealed) = (fixed(example, "name"), bytes(text(example, "sealed")));
        let words = open_capture(&key, &name, &sealed).unwrap();
        assert_eq!(words.as_slice(), bytes(text(example, "words")));
        assert_eq!(seal_with(&public, &name, &words, bytes(text(example, "drawn"))), sealed);
    }
    for example in list(&vector, "refused") {
        let opened = open_capture(&key, &fixed(example, "name"), &bytes(text(example, "sealed")));
        assert!(opened.is_none(), "{}", text(example, "why"));
    }
}

#[test]
fn unsaved_words_are_read() {
    let vector = read(include_str!("../vectors/unsaved.json"));
    let key = vault_key(&vector).derive_unsaved_key();
    let words = open_unsaved(&key, &bytes(text(&vector, "sealed"))).unwrap();
    assert_eq!(words.as_slice(), bytes(text(&vector, "words")));
    assert_eq!(seal_unsaved(&key, &words).unwrap().len(), bytes(text(&vector, "sealed")).len());
}

#[test]
fn a_printed_recovery_code_is_read() {
    let vector = read(include_str!("../vectors/recovery.json"));
    for example in list(&vector, "codes") {
        let groups: Vec<&str> = list(example, "groups").iter().map(|group| group.as_str().unwrap()).collect();
        let code = RecoveryCode::parse(&groups.join("-")).unwrap();
        assert_eq!(code.groups(), groups);
        let wrap_key = derive_secret(&bytes(text(example, "bytes")), b"salt", "inglenook/1/slot/recovery");
        assert!(code.derive_wrap_key(b"salt").is_same_as(&wrap_key), "{groups:?} holds other bytes");
    }
    let mistyped = &vector["mistyped"];
    assert_eq!(
        RecoveryCode::parse(text(mistyped, "text")).unwrap_err(),
        RecoveryCodeError::Mistyped { groups: vec![number(mistyped, "group") as usize] }
    );
}

#[test]
fn a_slot_file_is_opened_in_every_way_and_written_again_the_same() {
    let vector = read(include_str!("../vectors/slots.json"));
    let bytes = bytes(text(&vector, "file"));
    let (file, vault_key) = (SlotFile::decode(&bytes).unwrap(), vault_key(&vector));
    assert_eq!(file.vault(), &fixed(&vector, "vault"));
    assert_eq!(file.keychain_store(), Some(text(&vector, "keychain_store")));
    let code = RecoveryCode::parse(text(&vector, "recovery")).unwrap();
    assert!(file.open_with_passphrase(&passphrase(&vector)).unwrap().is_same_as(&vault_key));
    assert!(file.open_with_recovery(&code).unwrap().is_same_as(&vault_key));
    assert!(file.open_with_keychain(&fixed(&vector, "keychain_secret")).unwrap().is_same_as(&vault_key));
    assert_eq!(file.encode(&vault_key), bytes);

    let (content, stands) = bytes.split_last_chunk().unwrap();
    assert_eq!(&derive_mac(&vault_key.derive_slots_key().0, content), stands);
}

#[test]
fn a_slot_file_that_was_refused_stays_refused_for_the_same_reason() {
    let vector = read(include_str!("../vectors/slots.json"));
    let code = RecoveryCode::parse(text(&vector, "recovery")).unwrap();
    for example in list(&vector, "refused") {
        let opened =
            SlotFile::decode(&bytes(text(example, "file"))).and_then(|file| file.open_with_recovery(&code));
        let refusal = match opened.err().unwrap() {
            Unopened::WrongKey => "WrongKey",
            Unopened::FromTheFuture { .. } => "FromTheFuture",
            Unopened::Weakened(_) => "Weakened",
            Unopened::Unreadable => "Unreadable",
            Unopened::NotEnoughMemory => "NotEnoughMemory",
        };
        assert_eq!(refusal, text(example, "refusal"), "{}", text(example, "why"));
    }
}

#[test]
fn a_head_file_is_read_and_written_the_same() {
    let vector = read(include_str!("../vectors/head.json"));
    let key = vault_key(&vector).derive_head_key();
    let mark = HeadMark {
        seq: number(&vector, "seq"),
        journal_end: number(&vector, "journal_end"),
        chain: fixed(&vector, "chain"),
    };
    assert_eq!(mark.encode(&key), fixed(&vector, "mark"));
    let newest = newest(&key, &fixed(&vector, "file"));
    let read = newest.mark.unwrap();
    assert_eq!(
        (read.seq, read.journal_end, newest.damaged, newest.next_place),
        (mark.seq, mark.journal_end, 0, 1)
    );
    assert!(read.is_at(&Chain(mark.chain)));
}

#[test]
fn a_journal_is_read_frame_by_frame() {
    let vector = read(include_str!("../vectors/frame.json"));
    let key = vault_key(&vector).derive_journal_key();
    let journal = bytes(text(&vector, "journal"));
    let mut rest = journal.as_slice();
    for deed in list(&vector, "deeds") {
        let FrameRead::Whole { seq, plaintext, used } = open_frame(&key, rest) else {
            panic!("a frame that was whole is not")
        };
        assert_eq!(seq, number(deed, "seq"));
        assert_eq!(plaintext.as_slice(), bytes(text(deed, "plaintext")));
        assert_eq!(
            seal_frame(&key, seq, &plaintext).unwrap().len(),
            used,
            "frames have changed their length"
        );
        rest = &rest[used..];
    }
    assert!(rest.is_empty());
}

#[test]
fn a_backup_is_opened_by_itself() {
    let vector = read(include_str!("../vectors/backup.json"));
    let file = bytes(text(&vector, "file"));
    let (header, used) = BackupHeader::parse(&file).unwrap();
    assert_eq!(header.encode().unwrap(), file[..used]);
    assert_eq!(header.file_bytes(), Some(file.len() as u64));
    let slots = SlotFile::decode(&header.slots).unwrap();
    let key = slots.open_with_passphrase(&passphrase(&vector)).unwrap().derive_backup_key();
    let (content, stands) = file.split_last_chunk().unwrap();
    let mut mac = BackupMac::start(&key);
    mac.update(content);
    assert_eq!(mac.verify(stands), Ok(()));
    assert_eq!(content[used..], bytes(text(&vector, "database")));
}
