//! The one gate through which every write goes.
//!
//! A deed is a named write. Inside it, records are put and removed as a whole; the gate compares each with what
//! stood there before, and at the end appends to the change log only what differs, with the digest of each record
//! and the next link of the head chain. A deed that changes nothing leaves no trace.
//!
//! ```text
//! vault.deed("folder.keep_note", now, |deed| deed.put(&note))?;
//! ```

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{DeviceId, RecordId};
use seal::random::make_random_bytes;

use crate::{
    Vault,
    fault::Result,
    log::{self, Entry, Header, Piece},
    noun::{self, Reading, Record, Row, Table, instant_number},
};

mod replay;
mod rows;
pub(crate) use rows::state_of;
mod settle;

pub use replay::replay;

/// What came of a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done<T> {
    /// What the deed returned.
    pub value: T,
    /// Its number; none when it changed nothing, and then nothing was written.
    pub deed: Option<u64>,
}

/// A record that a deed put or removed, as it stood before and as it stands now.
#[derive(Debug)]
pub(crate) struct Touched {
    pub table: &'static Table,
    pub id: RecordId,
    pub before: Option<Row>,
    pub after: Option<Row>,
    /// CRDT states that come back with a record whose removal is undone.
    pub states: Vec<(String, Vec<u8>)>,
}

/// A write under way.
#[derive(Debug)]
pub struct Deed<'a> {
    read: &'a Reading,
    touched: Vec<Touched>,
    places: HashMap<(noun::Noun, RecordId), usize>,
    pieces: Vec<Piece>,
}

impl<'a> Deed<'a> {
    fn new(read: &'a Reading) -> Self {
        Self { read, touched: Vec::new(), places: HashMap::new(), pieces: Vec::new() }
    }

    /// The vault as it stands inside this deed, with everything put and removed so far.
    pub fn read(&self) -> &'a Reading {
        self.read
    }

    /// One record as it stands inside this deed.
    ///
    /// # Errors
    /// What reading can fail with.
    pub fn get<R: Record>(&self, id: impl Into<RecordId>) -> Result<Option<R>> {
        noun::get(self.read, id)
    }

    /// Puts a record: adds it, or changes the fields that differ from what stands there. Refuses nothing; the rules
    /// are the domain's and are asked before.
    ///
    /// # Errors
    /// What writing can fail with.
    pub fn put<R: Record>(&mut self, record: &R) -> Result<()> {
        self.put_row(R::TABLE, record.id(), record.to_row(), Vec::new())
    }

    /// Removes a record; says whether there was one. Its history stays.
    ///
    /// # Errors
    /// What writing can fail with.
    pub fn remove<R: Record>(&mut self, id: impl Into<RecordId>) -> Result<bool> {
        self.remove_row(R::TABLE, id.into())
    }

    pub(crate) fn put_row(
        &mut self,
        table: &'static Table,
        id: RecordId,
        row: Row,
        states: Vec<(String, Vec<u8>)>,
    ) -> Result<()> {
        let read = self.read;
        let touched = self.touch(table, id)?;
        touched.states.extend(states);
        match &touched.after {
            Some(stands) if *stands == row => return Ok(()),
            Some(_) => rows::update(read, table, id, &row)?,
            None => rows::insert(read, table, id, &row)?,
        }
        touched.after = Some(row);
        Ok(())
    }

    pub(crate) fn remove_row(&mut self, table: &'static Table, id: RecordId) -> Result<bool> {
        let read = self.read;
        let touched = self.touch(table, id)?;
        if touched.after.take().is_none() {
            return Ok(false);
        }
        rows::delete(read, table, id)?;
        Ok(true)
    }

    /// Adds a piece of a file, unless the vault already has it.
    pub(crate) fn add_piece(&mut self, piece: Piece) -> Result<()> {
        if rows::insert_piece(self.read, &piece)? {
            self.pieces.push(piece);
        }
        Ok(())
    }

    fn touch(&mut self, table: &'static Table, id: RecordId) -> Result<&mut Touched> {
        let place = match self.places.get(&(table.noun, id)) {
            Some(place) => *place,
            None => {
                let before = noun::row_of(self.read, table, id)?;
                let after = before.clone();
                self.touched.push(Touched { table, id, before, after, states: Vec::new() });
                self.places.insert((table.noun, id), self.touched.len() - 1);
                self.touched.len() - 1
            }
        };
        Ok(&mut self.touched[place])
    }
}

/// Whose hand writes: the device, and the opening of the vault that it writes in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hand {
    pub device: DeviceId,
    /// Drawn anew at every opening.
    pub sitting: [u8; 16],
}

impl Hand {
    /// Of a vault that is being opened on this device.
    pub(crate) fn of(device: DeviceId) -> Result<Self> {
        Ok(Self { device, sitting: make_random_bytes()? })
    }
}

/// Runs a deed inside an open transaction. The caller commits when there is an entry and rolls back otherwise.
pub(crate) fn run<T>(
    tx: &Reading,
    hand: Hand,
    name: &str,
    at: DateTime<Utc>,
    undoes: Option<u64>,
    work: impl FnOnce(&mut Deed<'_>) -> Result<T>,
) -> Result<(Done<T>, Option<Entry>)> {
    rows::remember_statements(tx);
    let mut deed = Deed::new(tx);
    let value = work(&mut deed)?;
    let before = log::position(tx)?;
    let device = *hand.device.record().as_bytes();
    let device_seq: u64 =
        noun::one(tx, "SELECT coalesce(max(device_seq), 0) + 1 FROM deed WHERE device = ?", [device])?
            .unwrap_or(1);
    let header = Header {
        seq: before.seq + 1,
        name: name.to_owned(),
        at: instant_number(at),
        device,
        device_seq,
        undoes,
    };
    let entry = settle::settle(tx, &before, hand.sitting, &header, &deed.touched, &deed.pieces)?;
    Ok((Done { value, deed: entry.as_ref().map(|entry| entry.seq) }, entry))
}

impl Vault {
    /// Does a named deed: one transaction, one entry of the journal, one link of the head chain.
    ///
    /// `name` is the door's name, such as `folder.keep_note`; `at` is when it happens. A deed that changes nothing
    /// writes nothing. An error from `work` leaves everything as it was.
    ///
    /// # Errors
    /// What `work` returns, and what writing can fail with.
    pub fn deed<T>(
        &mut self,
        name: &'static str,
        at: DateTime<Utc>,
        work: impl FnOnce(&mut Deed<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        self.deed_that_undoes(None, name, at, work)
    }

    pub(crate) fn deed_that_undoes<T>(
        &mut self,
        undoes: Option<u64>,
        name: &'static str,
        at: DateTime<Utc>,
        work: impl FnOnce(&mut Deed<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let hand = self.hand();
        self.transact(|tx| {
            let (done, entry) = run(tx, hand, name, at, undoes, work)?;
            Ok((done, entry))
        })
    }
}

#[cfg(test)]
pub(crate) mod plain;
#[cfg(test)]
mod tests;
