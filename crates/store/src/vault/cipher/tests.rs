#![allow(clippy::unwrap_used)]
use seal::key::VaultKey;

use super::*;
use crate::vault::folder::create_private;

fn fresh() -> (tempfile::TempDir, DatabaseKey) {
    let room = tempfile::tempdir().unwrap();
    create_private(&room.path().join("vault.db")).unwrap();
    (room, VaultKey::make_random().unwrap().derive_database_key())
}

#[test]
fn a_database_opens_with_its_key_and_no_other() {
    let (room, key) = fresh();
    let path = room.path().join("vault.db");
    let connection = open(&path, &key, Changes::InLog).unwrap();
    connection.execute_batch("CREATE TABLE t(x); INSERT INTO t VALUES ('canary')").unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(connection);
    let other = VaultKey::make_random().unwrap().derive_database_key();
    assert!(matches!(open(&path, &other, Changes::InLog), Err(StoreFault::Damaged(_))));
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"canary"), "a row stands in the file as it is");
    let connection = open(&path, &key, Changes::InLog).unwrap();
    let back: String = connection.query_row("SELECT x FROM t", [], |row| row.get(0)).unwrap();
    assert_eq!(back, "canary");
}

#[test]
fn a_database_that_is_not_encrypted_is_not_opened() {
    let (room, key) = fresh();
    let path = room.path().join("vault.db");
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE t(x)").unwrap();
    assert!(matches!(open(&path, &key, Changes::InLog), Err(StoreFault::Damaged(_))));
    // The header check on its own, as if SQLCipher had let the file pass.
    let plain = Connection::open(&path).unwrap();
    assert_eq!(&first_bytes(&plain).unwrap(), b"SQLite format 3\0");
    assert!(matches!(must_be_encrypted(&plain), Err(StoreFault::Damaged(_))));
}

#[test]
fn every_setting_is_read_back() {
    let (room, key) = fresh();
    let connection = open(&room.path().join("vault.db"), &key, Changes::InLog).unwrap();
    // Whatever is changed afterwards, the check sees it.
    for (pragma, other) in [
        ("synchronous", "1"),
        ("wal_autocheckpoint", "1000"),
        ("secure_delete", "0"),
        ("temp_store", "1"),
        ("foreign_keys", "0"),
        ("cell_size_check", "0"),
        ("cache_size", "-2000"),
        ("busy_timeout", "1"),
        ("trusted_schema", "1"),
        ("fullfsync", "0"),
        ("checkpoint_fullfsync", "0"),
    ] {
        let pinned = read_back(&connection, pragma).unwrap();
        assert!(check(&connection, Changes::InLog).is_ok());
        set(&connection, pragma, other).unwrap();
        assert!(check(&connection, Changes::InLog).is_err(), "{pragma} went unnoticed");
        set(&connection, pragma, &pinned).unwrap();
    }
    for (switch, on) in SWITCHES {
        connection.set_db_config(switch, !on).unwrap();
        assert!(check(&connection, Changes::InLog).is_err(), "{switch:?} went unnoticed");
        connection.set_db_config(switch, on).unwrap();
    }
    assert!(check(&connection, Changes::InLog).is_ok());
    extensions(&connection, 1);
    assert!(check(&connection, Changes::InLog).is_err(), "extensions went unnoticed");
    extensions(&connection, 0);
    assert!(connection.query_row("SELECT load_extension('x')", [], |_| Ok(())).is_err());
}

#[test]
fn a_new_key_replaces_the_old_one() {
    let (room, key) = fresh();
    let path = room.path().join("vault.db");
    let next = VaultKey::make_random().unwrap().derive_database_key();
    let connection = open(&path, &key, Changes::InLog).unwrap();
    connection.execute_batch("CREATE TABLE t(x); INSERT INTO t VALUES (7)").unwrap();
    rekey(&connection, &next).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(connection);
    assert!(open(&path, &key, Changes::InLog).is_err());
    let connection = open(&path, &next, Changes::InLog).unwrap();
    assert_eq!(connection.query_row("SELECT x FROM t", [], |row| row.get::<_, i64>(0)).unwrap(), 7);
}

#[cfg(unix)]
#[test]
fn everything_sqlite_makes_is_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (room, key) = fresh();
    let connection = open(&room.path().join("vault.db"), &key, Changes::InLog).unwrap();
    connection.execute_batch("CREATE TABLE t(x)").unwrap();
    let mut files = 0;
    for entry in std::fs::read_dir(room.path()).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.file_name());
        files += 1;
    }
    assert_eq!(files, 3, "the database, its log and its index");
}
