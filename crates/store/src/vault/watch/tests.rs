#![allow(clippy::unwrap_used)]
use super::*;
use crate::vault::trial::{Trial, keep};

#[test]
fn a_write_of_another_handle_shows_and_ones_own_does_not() {
    let trial = Trial::new();
    let mut vault = trial.open();
    let mut other = vault.another().unwrap();
    let version = vault.version().unwrap();
    keep(&mut vault, "mine").unwrap();
    assert!(!vault.changed_since(version).unwrap());
    keep(&mut other, "theirs").unwrap();
    assert!(vault.changed_since(version).unwrap());
    assert!(!vault.changed_since(vault.version().unwrap()).unwrap());
}

#[test]
fn a_request_to_lock_is_seen_once() {
    let trial = Trial::new();
    request_lock(&trial.folder).unwrap();
    let mut requests = LockRequests::watch(&trial.folder).unwrap();
    assert!(!requests.is_requested().unwrap(), "what was asked before counts for nobody");
    for _ in 0..3 {
        request_lock(&trial.folder).unwrap();
        assert!(requests.is_requested().unwrap());
        assert!(!requests.is_requested().unwrap());
    }
    let nowhere = Folder::at(trial.room.path().join("nowhere"));
    assert!(matches!(request_lock(&nowhere), Err(StoreFault::NotAVault)));
}
