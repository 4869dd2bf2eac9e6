//! The backup before a database gets a new shape: of the old shape, and proven by doing the whole change on a copy first.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use seal::key::VaultKey;

use super::{Draft, Reason, Shelf, check_draft, copy_out, extract, pages_are_genuine, unwatched, write};
use crate::fault::{Result, StoreFault};
use crate::log::{self, Audit};
use crate::vault::folder::{Folder, remove_if_there};
use crate::vault::migrate;

/// The proof that such a backup stands on the disk and leads back. Only [`before_migration`] makes one, and without one
/// no vault is migrated.
pub(crate) struct BeforeMigration(());

/// Backs the database up as it is, takes it out of that backup again, brings the copy to the present shape and compares
/// every record of it. Only if all is well there may the vault itself be changed.
pub(crate) fn before_migration(
    folder: &Folder,
    connection: &Connection,
    key: &VaultKey,
    slots: &[u8],
    now: DateTime<Utc>,
) -> Result<BeforeMigration> {
    let shelf = Shelf::of(folder);
    let turn = shelf.wait_for_turn()?;
    let path = copy_out(folder, connection)?;
    let draft = Draft { path, position: log::position(connection)?, audit: Audit::default() };
    migrate::step("copied");
    let file = shelf.place_for(now, draft.position.seq, Reason::Migration)?;
    write(&file, slots, &draft.path, key)?;
    drop(draft);
    migrate::step("backed up");
    if let Err(fault) = rehearse(folder, &file, key) {
        // A copy of something broken must not take the place of a good one.
        remove_if_there(&file)?;
        return Err(fault);
    }
    shelf.thin()?;
    drop(turn);
    Ok(BeforeMigration(()))
}

fn rehearse(folder: &Folder, file: &Path, key: &VaultKey) -> Result<()> {
    let path = folder.new_draft()?;
    let extracted = extract(file, key, &path);
    let draft = Draft {
        path: path.clone(),
        position: log::Position { seq: 0, chain: [0; 32] },
        audit: Audit::default(),
    };
    extracted?;
    let before = super::cipher::open(&path, &key.derive_database_key(), super::Changes::InMemory)?;
    if !pages_are_genuine(&before)? {
        return Err(StoreFault::damaged("The vault did not pass its check, so its shape was not changed."));
    }
    drop(before);
    // It removes the file as well; twice does no harm.
    check_draft(path, key, &mut unwatched)?;
    drop(draft);
    migrate::step("rehearsed");
    Ok(())
}
