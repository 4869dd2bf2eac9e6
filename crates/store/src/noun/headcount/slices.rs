//! The slices of an import in one column: CBOR, column by column, each name once.
//!
//! A hundred thousand slices take about a megabyte so, and are read in a few milliseconds.

use std::collections::HashMap;
use std::hash::Hash;

use domain::{
    RecordId, StaffRowId,
    headcount::{LoadKind, LoadSlice, Month},
};
use minicbor::{Decoder, Encoder, decode, encode};

use crate::fault::Result;
use crate::noun::misplaced;

/// The form that is written. Another form gets another number.
const FORM: u8 = 1;

/// Values in the order they were met, each with its place.
struct Names<K> {
    places: HashMap<K, u32>,
    names: Vec<K>,
}

impl<K: Copy + Eq + Hash> Names<K> {
    fn new() -> Self {
        Self { places: HashMap::new(), names: Vec::new() }
    }

    fn place(&mut self, name: K) -> u32 {
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        *self.places.entry(name).or_insert_with(|| {
            self.names.push(name);
            next
        })
    }
}

/// The slices as bytes. Equal slices give equal bytes.
pub(super) fn write(slices: &[LoadSlice]) -> Vec<u8> {
    let (mut lines, mut people) = (Names::new(), Names::new());
    let columns: [Vec<u32>; 3] = [
        slices.iter().map(|slice| lines.place(slice.team.as_str())).collect(),
        slices.iter().map(|slice| lines.place(slice.level_needed.as_str())).collect(),
        // Nobody is 0.
        slices.iter().map(|slice| slice.person.map_or(0, |person| people.place(person) + 1)).collect(),
    ];
    let mut out = Vec::new();
    let mut cbor = Encoder::new(&mut out);
    let written = (|| -> std::result::Result<(), encode::Error<_>> {
        cbor.u8(FORM)?.array(lines.names.len() as u64)?;
        for line in &lines.names {
            cbor.str(line)?;
        }
        cbor.array(people.names.len() as u64)?;
        for person in &people.names {
            cbor.bytes(person.record().as_bytes())?;
        }
        cbor.u64(slices.len() as u64)?;
        for place in columns.iter().flatten() {
            cbor.u32(*place)?;
        }
        for slice in slices {
            cbor.i32(slice.month.since(first_month()))?;
        }
        for slice in slices {
            cbor.u8(slice.kind as u8 * 2 + u8::from(slice.belongs_here))?;
        }
        for slice in slices {
            cbor.f64(slice.hours)?;
        }
        Ok(())
    })();
    debug_assert!(written.is_ok(), "memory takes every byte");
    out
}

/// The slices again.
///
/// # Errors
/// [`crate::StoreFault::Damaged`] when they are none.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<LoadSlice>> {
    read_all(bytes).map_err(|_| misplaced())
}

fn read_all(bytes: &[u8]) -> std::result::Result<Vec<LoadSlice>, decode::Error> {
    let no = || decode::Error::message("no slices");
    let mut cbor = Decoder::new(bytes);
    if cbor.u8()? != FORM {
        return Err(no());
    }
    let lines = (0..cbor.array()?.ok_or_else(no)?)
        .map(|_| Ok(cbor.str()?.to_owned()))
        .collect::<std::result::Result<Vec<_>, decode::Error>>()?;
    let people = (0..cbor.array()?.ok_or_else(no)?)
        .map(|_| {
            let bytes: [u8; 16] = cbor.bytes()?.try_into().map_err(|_| no())?;
            Ok(StaffRowId::from(RecordId::from_bytes(bytes)))
        })
        .collect::<std::result::Result<Vec<_>, decode::Error>>()?;
    // A slice takes more than one byte, so a count beyond the bytes there are is none.
    let count = usize::try_from(cbor.u64()?).ok().filter(|count| *count <= bytes.len()).ok_or_else(no)?;
    let mut places = |of: usize| {
        (0..count)
            .map(|_| usize::try_from(cbor.u32()?).ok().filter(|place| *place < of).ok_or_else(no))
            .collect::<std::result::Result<Vec<_>, decode::Error>>()
    };
    let (teams, levels, who) = (places(lines.len())?, places(lines.len())?, places(people.len() + 1)?);
    let mut slices = Vec::with_capacity(count);
    for ((team, level), person) in teams.into_iter().zip(levels).zip(who) {
        let after = cbor.i32()?;
        let month = first_month().plus(after);
        if month.since(first_month()) != after {
            return Err(no());
        }
        slices.push(LoadSlice {
            team: lines[team].clone(),
            level_needed: lines[level].clone(),
            person: person.checked_sub(1).map(|place| people[place]),
            month,
            kind: LoadKind::Technical,
            hours: 0.0,
            belongs_here: true,
        });
    }
    for slice in &mut slices {
        let both = cbor.u8()?;
        slice.kind = *LoadKind::ALL.get(usize::from(both / 2)).ok_or_else(no)?;
        slice.belongs_here = both % 2 == 1;
    }
    for slice in &mut slices {
        slice.hours = cbor.f64()?;
    }
    if cbor.position() < bytes.len() { Err(no()) } else { Ok(slices) }
}

/// Months are counted from the first there is.
fn first_month() -> Month {
    Month::of(chrono::NaiveDate::MIN)
}
