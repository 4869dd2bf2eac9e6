//! Prose: Markdown at every border, a text CRDT inside.
//!
//! The screen hands over a whole text. What is logged is the difference, as an update of the CRDT, so that two
//! machines that edited the same paragraph can merge to the character. Two rules make this cheap and safe:
//!
//! - The state of a text that was never edited follows from the text alone: one insertion by a client whose number is
//!   a hash of record, field and text. A bulk import therefore stores no state, and every machine agrees on it.
//! - The edits of a text in one sitting, from one opening of the vault to the next, are made by one client, whose number
//!   is a hash that no other sitting can come to. A vault that was restored and then edited differently is another
//!   sitting, so two edits never have the same identity; and what is typed in one go stays one piece, so that a text
//!   saved a thousand times is not a thousand pieces.
//!
//! Every function here is a pure function of its arguments: replaying a deed gives the same bytes again.

use domain::RecordId;
use seal::chain::Digest;
use yrs::{
    ClientID, Doc, GetString, OffsetKind, Options, ReadTxn, StateVector, Text, TextRef, Transact, Update,
    updates::decoder::Decode,
};

use crate::fault::{Result, StoreFault};

mod difference;
pub(crate) use difference::{Step, steps_between};

/// The one text of a document.
const ROOT: &str = "text";

/// Where an edit comes from; all of it goes into the identity of what it inserts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    /// The device that writes.
    pub device: [u8; 16],
    /// Drawn anew whenever the vault is opened.
    pub sitting: [u8; 16],
    /// The change that made the record: a text that was removed and came back begins anew, and so do its edits.
    pub made: i64,
}

/// The state of a text that was never edited.
pub(crate) fn first_state(record: RecordId, field: &str, text: &str) -> Vec<u8> {
    let client = client_of(&[b"first", record.as_bytes(), field.as_bytes(), text.as_bytes()]);
    let (doc, root) = empty(client);
    let mut write = doc.transact_mut();
    if !text.is_empty() {
        root.insert(&mut write, 0, text);
    }
    write.encode_state_as_update_v1(&StateVector::default())
}

/// The update that turns a state into one that reads `text`.
pub(crate) fn edit(
    state: &[u8],
    origin: Origin,
    record: RecordId,
    field: &str,
    text: &str,
) -> Result<Vec<u8>> {
    let made = origin.made.to_be_bytes();
    let seed = [&origin.device[..], &origin.sitting, &made, record.as_bytes(), field.as_bytes()];
    let (doc, root) = load(state, client_of(&seed))?;
    let mut write = doc.transact_mut();
    let before = root.get_string(&write);
    let mut at = 0;
    for step in steps_between(&before, text) {
        match step {
            Step::Keep(same) => at += bytes_in(same),
            Step::Insert(new) => {
                root.insert(&mut write, at, new);
                at += bytes_in(new);
            }
            Step::Delete(old) => root.remove_range(&mut write, at, bytes_in(old)),
        }
    }
    Ok(write.encode_update_v1())
}

/// The state after an update, and what it reads. Updates may come in any order; the result is the same.
pub(crate) fn apply(state: &[u8], update: &[u8]) -> Result<(Vec<u8>, String)> {
    // Loading and applying go through the same two steps whether the edit was made here or is replayed, so both
    // leave the same bytes.
    let (doc, root) = load(state, client_of(&[b"merge"]))?;
    integrate(&doc, update)?;
    let read = doc.transact();
    if read.has_missing_updates() {
        return Err(unreadable());
    }
    Ok((read.encode_state_as_update_v1(&StateVector::default()), root.get_string(&read)))
}

/// What a state reads.
pub(crate) fn text_of(state: &[u8]) -> Result<String> {
    let (doc, root) = load(state, client_of(&[b"read"]))?;
    let read = doc.transact();
    Ok(root.get_string(&read))
}

fn empty(client: ClientID) -> (Doc, TextRef) {
    let mut options = Options::with_client_id(client);
    options.offset_kind = OffsetKind::Bytes;
    let doc = Doc::with_options(options);
    let root = doc.get_or_insert_text(ROOT);
    (doc, root)
}

fn load(state: &[u8], client: ClientID) -> Result<(Doc, TextRef)> {
    let (doc, root) = empty(client);
    integrate(&doc, state)?;
    Ok((doc, root))
}

/// Adds an update to a document. The CRDT's decoder counts on numbers that fit each other and stops the program where
/// they do not; bytes that are broken must be a fault that names the text instead.
fn integrate(doc: &Doc, update: &[u8]) -> Result<()> {
    let integrated = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let update = Update::decode_v1(update).ok()?;
        doc.transact_mut().apply_update(update).ok()
    }));
    integrated.ok().flatten().ok_or_else(unreadable)
}

/// A client number out of what makes it unique. Numbers have 53 bits, as everywhere this CRDT is spoken.
fn client_of(parts: &[&[u8]]) -> ClientID {
    let mut digest = Digest::start();
    digest.add(b"prose client");
    for part in parts {
        digest.add(part);
    }
    let hash = digest.finish();
    let number = hash.iter().take(7).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    ClientID::new(number >> 3)
}

/// Texts are bounded to half a megabyte, so their lengths fit.
fn bytes_in(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

fn unreadable() -> StoreFault {
    StoreFault::damaged("The editing state of a text cannot be read.")
}

#[cfg(test)]
mod tests;
