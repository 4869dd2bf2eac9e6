//! What the vault notes about itself inside the database.

use chrono::{DateTime, Utc};
use domain::{DeviceId, RecordId};
use rusqlite::{Connection, OptionalExtension};
use seal::chain::Digest;
use seal::key::CaptureKey;
use zeroize::Zeroizing;

use crate::fault::Result;
use crate::log;

/// The slot files this database knows: the digest of the present one, and of the next one while it is being written.
const SLOTS: &str = "slots";
/// Stands while the vault's key is being changed.
const ROTATING: &str = "rotating";

/// Which installation writes here: a part of every deed. Drawn when the vault is made or restored, so that two copies of
/// one vault do not speak with one name.
const DEVICE: &str = "device";

/// Which installation looked at everything last, and when: 16 bytes and milliseconds since 1970.
const LOOKED: &str = "looked";

/// The capture keys that the vault had before its key was changed, 32 bytes each: what was sealed to them is still read.
const CAPTURE_KEYS: &str = "capture_keys";

/// What is noted beside the records for whoever runs the vault; what the bytes mean is theirs. Nobody's
/// history tells of it, nothing takes it back, and it does not travel in a portable folder; a backup holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// What its owner was reminded of.
    Reminded,
    /// The calendar file that follows the vault.
    Calendar,
}

impl Aside {
    const ALL: [Self; 2] = [Self::Reminded, Self::Calendar];

    /// Whether it means nothing on another machine.
    const fn is_of_this_machine(self) -> bool {
        match self {
            Self::Reminded => false,
            Self::Calendar => true,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Reminded => "reminded",
            Self::Calendar => "calendar",
        }
    }
}

/// The installation that writes to this database. One that has none gets one.
pub(crate) fn device(connection: &Connection) -> Result<DeviceId> {
    match get(connection, DEVICE)?.and_then(|bytes| bytes.try_into().ok()) {
        Some(bytes) => Ok(RecordId::from_bytes(bytes).into()),
        None => draw_device(connection),
    }
}

/// Draws another installation. What belongs to the machine of the one before is forgotten: a restored vault writes no file
/// at a place that somebody chose on another machine.
pub(crate) fn draw_device(connection: &Connection) -> Result<DeviceId> {
    let device = DeviceId::make();
    for of in Aside::ALL.into_iter().filter(|of| of.is_of_this_machine()) {
        connection.execute("DELETE FROM vault_mark WHERE name = ?", [of.name()])?;
    }
    put(connection, DEVICE, device.record().as_bytes())?;
    Ok(device)
}

/// The digest of a slot file.
fn digest_of(slots: &[u8]) -> [u8; 32] {
    let mut digest = Digest::start();
    digest.add(slots);
    digest.finish()
}

/// Notes which slot files are in order.
pub(crate) fn know_slots(connection: &Connection, files: &[&[u8]]) -> Result<()> {
    let known: Vec<u8> = files.iter().flat_map(|file| digest_of(file)).collect();
    put(connection, SLOTS, &known)
}

/// Whether a slot file is one that was noted. A database that never noted any knows all.
pub(crate) fn knows_slots(connection: &Connection, file: &[u8]) -> Result<bool> {
    let known = get(connection, SLOTS)?;
    Ok(known.is_none_or(|known| known.chunks(32).any(|digest| digest == digest_of(file))))
}

/// Whether exactly this one slot file was noted.
pub(crate) fn knows_only(connection: &Connection, file: &[u8]) -> Result<bool> {
    Ok(get(connection, SLOTS)?.is_some_and(|known| known == digest_of(file)))
}

/// Notes that the key is about to be changed, or that everything that follows from the change is done.
pub(crate) fn set_rotating(connection: &Connection, rotating: bool) -> Result<()> {
    if rotating {
        return put(connection, ROTATING, &[1]);
    }
    connection.execute("DELETE FROM vault_mark WHERE name = ?", [ROTATING])?;
    Ok(())
}

/// Whether a change of the key was begun and not finished.
pub(crate) fn is_rotating(connection: &Connection) -> Result<bool> {
    Ok(get(connection, ROTATING)?.is_some())
}

/// Keeps the key that captures were sealed to until now.
pub(crate) fn keep_capture_key(connection: &Connection, key: &CaptureKey) -> Result<()> {
    let kept = kept_capture_keys(connection)?;
    if kept.chunks_exact(32).any(|one| one == key.expose()) {
        return Ok(());
    }
    // Made at its full length: a buffer that grew would leave pieces of keys behind.
    put(connection, CAPTURE_KEYS, &Zeroizing::new([kept.as_slice(), key.expose()].concat()))
}

/// The capture keys of before.
pub(crate) fn capture_keys(connection: &Connection) -> Result<Vec<CaptureKey>> {
    let kept = kept_capture_keys(connection)?;
    Ok(kept.as_chunks().0.iter().map(CaptureKey::from_bytes).collect())
}

fn kept_capture_keys(connection: &Connection) -> Result<Zeroizing<Vec<u8>>> {
    Ok(Zeroizing::new(get(connection, CAPTURE_KEYS)?.unwrap_or_default()))
}

/// When this installation looked at everything last and found nothing. What another one saw counts for nothing here: its
/// disk is another.
pub(crate) fn looked(connection: &Connection, device: DeviceId) -> Result<Option<DateTime<Utc>>> {
    let value = get(connection, LOOKED)?.unwrap_or_default();
    let Some((by, at)) = value.split_last_chunk::<8>() else { return Ok(None) };
    let at = DateTime::from_timestamp_millis(i64::from_be_bytes(*at));
    Ok(at.filter(|_| by == device.record().as_bytes()))
}

/// Notes that a look at everything found nothing.
pub(crate) fn note_look(connection: &Connection, device: DeviceId, now: DateTime<Utc>) -> Result<()> {
    let mut value = device.record().as_bytes().to_vec();
    value.extend_from_slice(&now.timestamp_millis().to_be_bytes());
    put(connection, LOOKED, &value)
}

/// What was noted beside the records; empty when nothing was.
pub(crate) fn aside(connection: &Connection, of: Aside) -> Result<Vec<u8>> {
    Ok(get(connection, of.name())?.unwrap_or_default())
}

/// Notes something beside the records.
pub(crate) fn note_aside(connection: &Connection, of: Aside, bytes: &[u8]) -> Result<()> {
    put(connection, of.name(), bytes)
}

/// Reads every note once, to see that it can be read.
pub(crate) fn read_all(connection: &Connection) -> Result<()> {
    for name in [SLOTS, ROTATING, DEVICE, LOOKED, CAPTURE_KEYS].into_iter().chain(Aside::ALL.map(Aside::name))
    {
        get(connection, name)?;
    }
    log::position(connection)?;
    Ok(())
}

fn get(connection: &Connection, name: &str) -> Result<Option<Vec<u8>>> {
    let value = connection
        .prepare_cached("SELECT value FROM vault_mark WHERE name = ?")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    Ok(value)
}

fn put(connection: &Connection, name: &str, value: &[u8]) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO vault_mark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")?
        .execute((name, value))?;
    Ok(())
}
