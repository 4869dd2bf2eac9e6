//! The computer's keychain as a third, optional way in.
//!
//! It keeps exactly 32 random bytes, and the slot file says in which store. Nothing in it is ever needed: a keychain
//! that was wiped or changed costs the owner one typed passphrase and never makes a new key.

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use domain::Refusal;
use keyring_core::{Entry, Error, api::CredentialStoreApi};
use seal::random::make_random_bytes;
use zbus_secret_service_keyring_store::Store;
use zeroize::Zeroizing;

use crate::fault::{MachineKind, Result, StoreFault};

/// The one store this build knows, as it is written into the slot file.
pub(crate) const STORE: &str = "secret-service";
/// A locked keychain asks its owner in a window of its own, and the call waits for the answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The refusal when no keychain slot was ever made.
pub(crate) fn not_chosen() -> StoreFault {
    Refusal::new("vault.keychain_off", "This vault was not set up to open with this computer's keychain.")
        .next("Type the passphrase.")
        .into()
}

/// Fetches the secret of vault `vault` from `store`.
pub(crate) fn fetch(store: &str, vault: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>> {
    if store != STORE {
        return Err(Refusal::new(
            "vault.keychain_other",
            "The secret is in a keychain this computer does not have.",
        )
        .next("Type the passphrase.")
        .into());
    }
    let bytes = Zeroizing::new(off_thread(vault, |entry| entry.get_secret())?);
    let secret: &[u8; 32] = bytes.as_slice().try_into().map_err(|_| absent())?;
    Ok(Zeroizing::new(*secret))
}

/// Draws a secret, keeps it in the keychain, and reads it back to be sure.
pub(crate) fn keep_new(vault: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>> {
    let secret = Zeroizing::new(make_random_bytes::<32>()?);
    let copy = secret.clone();
    off_thread(vault, move |entry| entry.set_secret(copy.as_slice()))?;
    if fetch(STORE, vault)? != secret {
        return Err(StoreFault::machine(MachineKind::Other, "The keychain did not keep what it was given."));
    }
    Ok(secret)
}

/// Removes the secret; one that is not there is fine.
pub(crate) fn forget(vault: &[u8; 16]) -> Result<()> {
    off_thread(vault, |entry| match entry.delete_credential() {
        Err(Error::NoEntry) => Ok(()),
        other => other,
    })
}

/// Runs one call on a thread of its own and gives up waiting after a while. The thread then ends when the call does.
fn off_thread<T: Send + 'static>(
    vault: &[u8; 16],
    call: impl FnOnce(&Entry) -> keyring_core::Result<T> + Send + 'static,
) -> Result<T> {
    let user: String = vault.iter().map(|byte| format!("{byte:02x}")).collect();
    let (answer, answered) = channel();
    std::thread::spawn(move || {
        let label = std::collections::HashMap::from([("label", "Inglenook vault")]);
        let done = Store::new()
            .and_then(|store: Arc<Store>| store.build("inglenook", &user, Some(&label)))
            .and_then(|entry| call(&entry));
        // Nobody may be waiting any more, and then the answer is of no use.
        let _ = answer.send(done);
    });
    match answered.recv_timeout(PATIENCE) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(Error::NoEntry)) => Err(absent()),
        Ok(Err(Error::NoStorageAccess(_))) => Err(closed("The keychain of this computer is locked.")),
        Ok(Err(_)) => Err(closed("This computer has no keychain that answers.")),
        Err(_) => Err(closed("The keychain of this computer did not answer in time.")),
    }
}

fn absent() -> StoreFault {
    Refusal::new(
        "vault.keychain_absent",
        "The keychain of this computer does not hold the secret of this vault.",
    )
    .next("Type the passphrase. Nothing in the vault has changed.")
    .into()
}

fn closed(sentence: &str) -> StoreFault {
    Refusal::new("vault.keychain_closed", sentence).next("Type the passphrase.").into()
}

#[cfg(test)]
mod tests;
