//! Opening the encrypted database: keyed, with every setting pinned, and nothing believed that was not read back.
//!
//! This is the one place of the house with `unsafe` code. SQLCipher takes its key through a C call; the only safe way
//! would be the text of a statement, and a key must never be in one.
#![allow(unsafe_code)]

use std::ffi::{c_char, c_int, c_void};
use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, ffi};
use seal::key::DatabaseKey;
use zeroize::Zeroizing;

use crate::fault::{MachineKind, Result, StoreFault};

/// How SQLCipher reads and writes pages. All of it is version 4's default, and none of it may follow a later default.
const PAGES: [(&str, &str); 6] = [
    ("cipher_page_size", "4096"),
    ("cipher_use_hmac", "1"),
    ("cipher_hmac_algorithm", "HMAC_SHA512"),
    ("cipher_kdf_algorithm", "PBKDF2_HMAC_SHA512"),
    ("kdf_iter", "256000"),
    ("cipher_plaintext_header_size", "0"),
];

/// How a connection behaves. Every value reads back as it is set.
///
/// `wal_autocheckpoint` is off because SQLite swallows the errors of its own checkpoints: ours are made after a commit
/// and are not swallowed, see [`super::transact`]. A 64 MB cache pays for decryption once per page.
const BEHAVIOUR: [(&str, &str); 10] = [
    ("synchronous", "2"), // FULL: a commit that returned is on the disk
    ("fullfsync", "1"),
    ("checkpoint_fullfsync", "1"),
    ("wal_autocheckpoint", "0"),
    ("secure_delete", "1"),
    ("temp_store", "2"), // in memory
    ("foreign_keys", "1"),
    ("cell_size_check", "1"),
    ("cache_size", "-65536"),
    ("busy_timeout", "5000"),
];

/// How long a statement waits for another program; `busy_timeout` above.
pub(crate) const PATIENCE: Duration = Duration::from_millis(5000);

/// Switches of a connection, and how they stand.
const SWITCHES: [(DbConfig, bool); 6] = [
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    // The checkpoint at close swallows its errors too; the vault makes its own.
    (DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
];

/// Where changes wait before they are in the database file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changes {
    /// In the write-ahead log: the vault itself.
    InLog,
    /// In memory: a draft nobody relies on until it was verified and synced as a whole.
    InMemory,
    /// There are none: the connection only reads, beside one that has the log.
    Nowhere,
}

/// Opens the database at `path`, which must exist, be it as an empty file. A key that does not fit is
/// [`StoreFault::Damaged`] here: only the caller knows whether the key was proven elsewhere.
pub(crate) fn open(path: &Path, key: &DatabaseKey, changes: Changes) -> Result<Connection> {
    silence();
    let access = match changes {
        Changes::InLog | Changes::InMemory => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Changes::Nowhere => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(path, flags)?;
    // Before the key, so that already the memory that held it is wiped.
    set(&connection, "cipher_memory_security", "ON")?;
    hand_over_key(&connection, key, ffi::sqlite3_key)?;
    for (pragma, value) in PAGES {
        set(&connection, pragma, value)?;
    }
    for (switch, on) in SWITCHES {
        connection.set_db_config(switch, on)?;
    }
    for (pragma, value) in BEHAVIOUR {
        set(&connection, pragma, value)?;
    }
    extensions(&connection, 0);
    // The first read decrypts the first page and so proves the key.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    set(&connection, "journal_mode", changes.mode())?;
    check(&connection, changes)?;
    crate::search::teach(&connection)?;
    Ok(connection)
}

/// Encrypts every page anew under `key`, in one transaction of SQLCipher's own.
pub(crate) fn rekey(connection: &Connection, key: &DatabaseKey) -> Result<()> {
    hand_over_key(connection, key, ffi::sqlite3_rekey)
}

impl Changes {
    fn mode(self) -> &'static str {
        match self {
            Self::InLog | Self::Nowhere => "wal",
            Self::InMemory => "memory",
        }
    }
}

/// SQLCipher writes its own log to the terminal unless told otherwise, and the log is one for the whole process.
fn silence() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if let Ok(connection) = Connection::open_in_memory() {
            // If this fails the log stays on: unpleasant to look at, but it never holds content.
            let _ = set(&connection, "cipher_log_level", "NONE");
            let _ = set(&connection, "cipher_log", "off");
        }
    });
}

/// Sets a pragma to one of the constant values of this file.
fn set(connection: &Connection, pragma: &str, value: &str) -> Result<()> {
    let mut statement = connection.prepare(&format!("PRAGMA {pragma} = {value}"))?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

/// The present value of a pragma, as text.
fn read_back(connection: &Connection, pragma: &str) -> Result<String> {
    use rusqlite::types::ValueRef;
    let value = connection.query_row(&format!("PRAGMA {pragma}"), [], |row| {
        Ok(match row.get_ref(0)? {
            ValueRef::Integer(number) => number.to_string(),
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
            _ => String::new(),
        })
    })?;
    Ok(value)
}

/// Reads everything back. One value that differs, and the connection is not used.
fn check(connection: &Connection, changes: Changes) -> Result<()> {
    let pinned = PAGES.into_iter().chain(BEHAVIOUR).chain([
        ("cipher_memory_security", "1"),
        ("cipher_provider", "openssl"),
        ("journal_mode", changes.mode()),
        ("trusted_schema", "0"),
    ]);
    for (pragma, expected) in pinned {
        if read_back(connection, pragma)? != expected {
            return Err(not_as_pinned(pragma));
        }
    }
    for (switch, on) in SWITCHES {
        if connection.db_config(switch)? != on {
            return Err(not_as_pinned("switches"));
        }
    }
    if extensions(connection, -1) != 0 {
        return Err(not_as_pinned("extensions"));
    }
    must_be_encrypted(connection)
}

/// Looks at the file itself: a database that is not encrypted says so in its first bytes.
fn must_be_encrypted(connection: &Connection) -> Result<()> {
    if &first_bytes(connection)? == b"SQLite format 3\0" {
        return Err(StoreFault::damaged("The database of this vault is not encrypted. It was not opened."));
    }
    Ok(())
}

fn not_as_pinned(what: &str) -> StoreFault {
    StoreFault::machine(
        MachineKind::Other,
        format!("This build of Inglenook does not protect the vault as it must ({what}). It was not opened."),
    )
}

/// Hands the raw key to `call`, in the form that switches SQLCipher's own derivation off, and wipes the copy.
fn hand_over_key(
    connection: &Connection,
    key: &DatabaseKey,
    call: unsafe extern "C" fn(*mut ffi::sqlite3, *const c_void, c_int) -> c_int,
) -> Result<()> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = Zeroizing::new([0_u8; 67]);
    text[..2].copy_from_slice(b"x'");
    for (place, byte) in key.expose().iter().enumerate() {
        text[2 + 2 * place] = DIGITS[usize::from(byte >> 4)];
        text[3 + 2 * place] = DIGITS[usize::from(byte & 15)];
    }
    text[66] = b'\'';
    // SAFETY: the handle lives as long as `connection`, which is borrowed; SQLCipher reads exactly 67 bytes from the
    // buffer, copies them, and keeps no pointer.
    let code = unsafe { call(connection.handle(), text.as_ptr().cast(), 67) };
    match code {
        ffi::SQLITE_OK => Ok(()),
        code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()),
    }
}

/// Allows (1) or forbids (0) that foreign code is loaded, or only asks (-1). Returns how it stands now.
fn extensions(connection: &Connection, wanted: c_int) -> c_int {
    let mut on: c_int = -1;
    // SAFETY: for this verb SQLite takes an int and a pointer to an int, and both are given.
    let code = unsafe {
        ffi::sqlite3_db_config(
            connection.handle(),
            ffi::SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
            wanted,
            std::ptr::from_mut(&mut on),
        )
    };
    if code == ffi::SQLITE_OK { on } else { -1 }
}

/// The first bytes of the database file as they stand on the disk.
///
/// Read through SQLite's own open file: opening the file a second time and closing it would drop the locks that SQLite
/// holds on it, for every connection of this process.
fn first_bytes(connection: &Connection) -> Result<[u8; 16]> {
    let mut file: *mut ffi::sqlite3_file = std::ptr::null_mut();
    let mut bytes = [0_u8; 16];
    let main: *const c_char = c"main".as_ptr();
    // SAFETY: for this verb SQLite writes the pointer to its open file, which lives as long as the connection; its
    // methods are those of the VFS, and a read writes at most 16 bytes into the buffer given.
    let code = unsafe {
        let found = ffi::sqlite3_file_control(
            connection.handle(),
            main,
            ffi::SQLITE_FCNTL_FILE_POINTER,
            std::ptr::from_mut(&mut file).cast(),
        );
        match file.as_ref().and_then(|file| file.pMethods.as_ref()).and_then(|methods| methods.xRead) {
            Some(read) if found == ffi::SQLITE_OK => read(file, bytes.as_mut_ptr().cast(), 16, 0),
            _ => ffi::SQLITE_ERROR,
        }
    };
    match code {
        // A draft that is still empty has no first page yet; SQLite fills what it could not read with zeros.
        ffi::SQLITE_OK | ffi::SQLITE_IOERR_SHORT_READ => Ok(bytes),
        code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()),
    }
}

#[cfg(test)]
mod tests;
