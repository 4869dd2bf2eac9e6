#![allow(clippy::unwrap_used)]
//! Against a real Secret Service: gnome-keyring in a session bus of its own, in which this test runs itself again.

use std::process::Command;

use super::*;
use crate::vault::trial::{Trial, kept, notes};
use crate::vault::{Way, open};

/// Set where a test runs inside a session of its own.
const INSIDE: &str = "INGLENOOK_TEST_KEYCHAIN";

/// Runs the test of this name again, in a throwaway session with an unlocked keychain.
fn in_session(test: &str, unlock: bool) {
    let home = tempfile::tempdir().unwrap();
    let start = if unlock {
        "eval \"$(printf %s test-password | gnome-keyring-daemon --unlock --components=secrets)\"; \"$@\""
    } else {
        "\"$@\""
    };
    let mut command = if unlock { Command::new("dbus-run-session") } else { Command::new("env") };
    if unlock {
        command.arg("--");
    }
    let output = command
        .args(["bash", "-c", &format!("set -e; {start}"), "_"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, "1")
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env("XDG_DATA_HOME", home.path())
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

fn is_inside() -> bool {
    std::env::var_os(INSIDE).is_some()
}

fn rule<T>(result: Result<T>) -> &'static str {
    match result {
        Err(StoreFault::Refused(refusal)) => refusal.rule,
        Err(_) => "another fault",
        Ok(_) => "no fault",
    }
}

#[test]
fn a_keychain_opens_the_vault_only_where_its_owner_chose_that() {
    if !is_inside() {
        return in_session(
            "vault::keychain::tests::a_keychain_opens_the_vault_only_where_its_owner_chose_that",
            true,
        );
    }
    let trial = Trial::with_notes(2);
    assert_eq!(rule(open(&trial.folder, &Way::Keychain, false)), "vault.keychain_off");
    let mut vault = trial.open();
    vault.set_keychain(true).unwrap();
    assert!(vault.opens_with_keychain().unwrap());
    vault.close().unwrap();
    assert!(crate::vault::status(&trial.folder).unwrap().keychain);
    let opened = open(&trial.folder, &Way::Keychain, false).unwrap();
    assert_eq!((kept(&opened.vault), opened.findings), (notes(2), vec![]));

    // The keychain was wiped: no new key, no change, and the other ways in still lead there.
    let vault = opened.vault;
    let slots = std::fs::read(trial.folder.slots()).unwrap();
    forget(&vault.id).unwrap();
    assert_eq!(rule(open(&trial.folder, &Way::Keychain, false)), "vault.keychain_absent");
    assert_eq!(std::fs::read(trial.folder.slots()).unwrap(), slots);
    assert_eq!(rule(fetch(STORE, &vault.id)), "vault.keychain_absent");
    assert_eq!(kept(&trial.open()), notes(2));

    // Another secret stands there: it opens nothing.
    keep_new(&vault.id).unwrap();
    assert!(matches!(open(&trial.folder, &Way::Keychain, false), Err(StoreFault::WrongKey)));
    drop(vault);

    let mut vault = trial.open();
    vault.set_keychain(true).unwrap();
    vault.set_keychain(false).unwrap();
    assert!(!vault.opens_with_keychain().unwrap());
    assert_eq!(rule(fetch(STORE, &vault.id)), "vault.keychain_absent");
    drop(vault);
    assert_eq!(rule(open(&trial.folder, &Way::Keychain, false)), "vault.keychain_off");
    assert_eq!(kept(&trial.open()), notes(2));
}

#[test]
fn without_any_keychain_the_passphrase_is_asked_for() {
    if !is_inside() {
        return in_session("vault::keychain::tests::without_any_keychain_the_passphrase_is_asked_for", false);
    }
    let trial = Trial::with_notes(1);
    let mut vault = trial.open();
    let slots = std::fs::read(trial.folder.slots()).unwrap();
    assert_eq!(rule(vault.set_keychain(true)), "vault.keychain_closed");
    assert_eq!(std::fs::read(trial.folder.slots()).unwrap(), slots);
    assert_eq!(rule(fetch("another store", &[1; 16])), "vault.keychain_other");
    assert_eq!(rule(fetch(STORE, &[1; 16])), "vault.keychain_closed");
}
