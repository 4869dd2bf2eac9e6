//! The bytes of one deed: what the chain covers, what the journal keeps, what a lost database is rebuilt from.
//!
//! ```text
//! entry  = [1, chain before (32 bytes), link (bytes), [[sha256, n, bytes] for each new piece of a file]]
//! link   = header, change, change, …            one CBOR item after the other; the chain is over these bytes
//! header = [seq, name, at, device, device_seq, undoes or null]
//! change = [id, noun, record, field or null, kind, value or null, digest, parent or null]
//! ```
//! Pieces of files stand outside the link: their attachment names them by their SHA-256, which the link covers.

use domain::RecordId;
use minicbor::{Decoder, Encoder, data::Type};

use crate::{
    fault::{Result, StoreFault},
    noun::Noun,
};

const VERSION: u8 = 1;

/// A deed that was written: where the history stands after it, and its bytes.
pub(crate) struct Entry {
    pub seq: u64,
    pub chain: [u8; 32],
    pub bytes: Vec<u8>,
}

/// Who did what, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub seq: u64,
    pub name: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    pub device: [u8; 16],
    pub device_seq: u64,
    pub undoes: Option<u64>,
}

/// What became of a record or of one of its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum ChangeKind {
    Made = 0,
    Set = 1,
    Delta = 2,
    Removed = 3,
}

impl ChangeKind {
    pub(crate) fn from_code(code: i64) -> Result<Self> {
        [Self::Made, Self::Set, Self::Delta, Self::Removed]
            .into_iter()
            .find(|kind| *kind as i64 == code)
            .ok_or_else(unreadable)
    }
}

/// One changed field, borrowed from wherever it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change<'a> {
    pub id: i64,
    pub noun: Noun,
    pub record: RecordId,
    pub field: Option<&'a str>,
    pub kind: ChangeKind,
    pub value: Option<&'a [u8]>,
    pub digest: [u8; 32],
    pub parent: Option<i64>,
}

impl Header {
    /// Appends the header to a link.
    pub(crate) fn write(&self, link: &mut Vec<u8>) {
        let mut cbor = Encoder::new(link);
        let written = cbor
            .array(6)
            .and_then(|cbor| cbor.u64(self.seq))
            .and_then(|cbor| cbor.str(&self.name))
            .and_then(|cbor| cbor.i64(self.at))
            .and_then(|cbor| cbor.bytes(&self.device))
            .and_then(|cbor| cbor.u64(self.device_seq))
            .and_then(|cbor| cbor.encode(self.undoes))
            .is_ok();
        debug_assert!(written, "memory takes every byte");
    }

    fn read(cbor: &mut Decoder<'_>) -> Result<Self, minicbor::decode::Error> {
        expect_array(cbor, 6)?;
        Ok(Self {
            seq: cbor.u64()?,
            name: cbor.str()?.to_owned(),
            at: cbor.i64()?,
            device: fixed(cbor)?,
            device_seq: cbor.u64()?,
            undoes: maybe(cbor, Decoder::u64)?,
        })
    }
}

impl<'a> Change<'a> {
    /// Appends the change to a link.
    pub(crate) fn write(&self, link: &mut Vec<u8>) {
        let mut cbor = Encoder::new(link);
        let written = (|| {
            cbor.array(8)?.i64(self.id)?.u8(self.noun.code())?.bytes(self.record.as_bytes())?;
            cbor.encode(self.field)?.u8(self.kind as u8)?;
            match self.value {
                Some(value) => cbor.bytes(value)?,
                None => cbor.null()?,
            };
            cbor.bytes(&self.digest)?.encode(self.parent)?.ok()
        })()
        .is_ok();
        debug_assert!(written, "memory takes every byte");
    }

    fn read(cbor: &mut Decoder<'a>) -> Result<Self, minicbor::decode::Error> {
        expect_array(cbor, 8)?;
        let wrong = minicbor::decode::Error::message;
        Ok(Self {
            id: cbor.i64()?,
            noun: Noun::from_code(cbor.i64()?).ok_or_else(|| wrong("noun"))?,
            record: RecordId::from_bytes(fixed(cbor)?),
            field: maybe(cbor, Decoder::str)?,
            kind: ChangeKind::from_code(cbor.i64()?).map_err(|_| wrong("kind"))?,
            value: maybe(cbor, Decoder::bytes)?,
            digest: fixed(cbor)?,
            parent: maybe(cbor, Decoder::i64)?,
        })
    }
}

/// A piece of a file.
pub(crate) type Piece = ([u8; 32], u32, Vec<u8>);

/// The bytes of a deed.
pub(crate) fn encode_entry(before: [u8; 32], link: &[u8], pieces: &[Piece]) -> Vec<u8> {
    let mut out = Vec::with_capacity(link.len() + 64);
    let mut cbor = Encoder::new(&mut out);
    let written = (|| {
        cbor.array(4)?.u8(VERSION)?.bytes(&before)?.bytes(link)?.array(pieces.len() as u64)?;
        for (sha256, n, bytes) in pieces {
            cbor.array(3)?.bytes(sha256)?.u32(*n)?.bytes(bytes)?;
        }
        cbor.ok()
    })()
    .is_ok();
    debug_assert!(written, "memory takes every byte");
    out
}

/// An entry, read but not yet believed.
pub(crate) struct Opened<'a> {
    pub before: [u8; 32],
    pub link: &'a [u8],
    pub header: Header,
    pub changes: Vec<Change<'a>>,
    pub pieces: Vec<Piece>,
}

impl<'a> Opened<'a> {
    /// Reads the bytes of an entry.
    ///
    /// # Errors
    /// [`StoreFault::FromTheFuture`] for a later version, [`StoreFault::Damaged`] for anything that is no entry.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut cbor = Decoder::new(bytes);
        if cbor.array().ok().flatten() != Some(4) {
            return Err(unreadable());
        }
        match cbor.u8() {
            Ok(VERSION) => Self::read_rest(cbor).map_err(|_| unreadable()),
            Ok(later) if later > VERSION => Err(StoreFault::FromTheFuture),
            _ => Err(unreadable()),
        }
    }

    fn read_rest(mut cbor: Decoder<'a>) -> Result<Self, minicbor::decode::Error> {
        let before = fixed(&mut cbor)?;
        let link = cbor.bytes()?;
        let mut pieces = Vec::new();
        for _ in 0..cbor.array()?.ok_or_else(|| minicbor::decode::Error::message("length"))? {
            expect_array(&mut cbor, 3)?;
            pieces.push((fixed(&mut cbor)?, cbor.u32()?, cbor.bytes()?.to_vec()));
        }
        if cbor.position() != cbor.input().len() {
            return Err(minicbor::decode::Error::message("something follows"));
        }
        let mut inner = Decoder::new(link);
        let header = Header::read(&mut inner)?;
        let mut changes = Vec::new();
        while inner.position() < link.len() {
            changes.push(Change::read(&mut inner)?);
        }
        Ok(Self { before, link, header, changes, pieces })
    }
}

fn expect_array(cbor: &mut Decoder<'_>, length: u64) -> Result<(), minicbor::decode::Error> {
    if cbor.array()? == Some(length) { Ok(()) } else { Err(minicbor::decode::Error::message("length")) }
}

fn fixed<const N: usize>(cbor: &mut Decoder<'_>) -> Result<[u8; N], minicbor::decode::Error> {
    cbor.bytes()?.try_into().map_err(|_| minicbor::decode::Error::message("length"))
}

fn maybe<'a, T>(
    cbor: &mut Decoder<'a>,
    read: impl Fn(&mut Decoder<'a>) -> Result<T, minicbor::decode::Error>,
) -> Result<Option<T>, minicbor::decode::Error> {
    if cbor.datatype()? == Type::Null { cbor.null().map(|()| None) } else { read(cbor).map(Some) }
}

/// An entry or a change that cannot be read.
pub(crate) fn unreadable() -> StoreFault {
    StoreFault::damaged("An entry of the history cannot be read.")
}
