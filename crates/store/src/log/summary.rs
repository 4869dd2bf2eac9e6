//! What a deed touched, counted: kept beside the deed, so that a list of deeds costs the same whether one of them
//! changed one note or imported ten years.

use domain::RecordId;
use minicbor::{Decoder, Encoder};

use super::{Change, ChangeKind, unreadable};
use crate::{fault::Result, noun::Noun};

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum What {
    /// It was added.
    Made = 0,
    /// Some of its fields changed.
    Changed = 1,
    /// It was removed.
    Removed = 2,
    /// It was removed before and came back.
    PutBack = 3,
}

impl What {
    /// What a change comes to.
    pub(crate) fn of(kind: ChangeKind, has_parent: bool) -> Self {
        match kind {
            ChangeKind::Made if has_parent => Self::PutBack,
            ChangeKind::Made => Self::Made,
            ChangeKind::Removed => Self::Removed,
            ChangeKind::Set | ChangeKind::Delta => Self::Changed,
        }
    }

    fn from_code(code: u8) -> Option<Self> {
        [Self::Made, Self::Changed, Self::Removed, Self::PutBack].into_iter().find(|what| *what as u8 == code)
    }
}

/// How many records of one kind a deed made, changed or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TouchedLine {
    /// Which kind of record.
    pub noun: Noun,
    /// What became of them.
    pub what: What,
    /// How many.
    pub count: u64,
    /// The first of them.
    pub record: RecordId,
}

/// Counts the changes of a deed as they come.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    lines: Vec<TouchedLine>,
    last: Option<(Noun, RecordId)>,
}

impl Summary {
    /// Counts one change. The changes of one record follow each other, so each record is counted once.
    pub(crate) fn add(&mut self, change: &Change<'_>) {
        if self.last.replace((change.noun, change.record)) == Some((change.noun, change.record)) {
            return;
        }
        let (noun, what) = (change.noun, What::of(change.kind, change.parent.is_some()));
        match self.lines.iter_mut().find(|line| line.noun == noun && line.what == what) {
            Some(line) => line.count += 1,
            None => self.lines.push(TouchedLine { noun, what, count: 1, record: change.record }),
        }
    }

    /// The counts as they stand beside the deed.
    pub(crate) fn to_cbor(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut cbor = Encoder::new(&mut out);
        let written = (|| {
            cbor.array(self.lines.len() as u64)?;
            for line in &self.lines {
                cbor.array(4)?.u8(line.noun.code())?.u8(line.what as u8)?.u64(line.count)?;
                cbor.bytes(line.record.as_bytes())?;
            }
            cbor.ok()
        })()
        .is_ok();
        debug_assert!(written, "memory takes every byte");
        out
    }
}

/// Reads what [`Summary::to_cbor`] wrote.
pub(crate) fn read_summary(bytes: &[u8]) -> Result<Vec<TouchedLine>> {
    let mut cbor = Decoder::new(bytes);
    let lines = cbor.array().ok().flatten().ok_or_else(unreadable)?;
    (0..lines).map(|_| read_line(&mut cbor).ok_or_else(unreadable)).collect()
}

fn read_line(cbor: &mut Decoder<'_>) -> Option<TouchedLine> {
    cbor.array().ok()?;
    Some(TouchedLine {
        noun: Noun::from_code(cbor.i64().ok()?)?,
        what: What::from_code(cbor.u8().ok()?)?,
        count: cbor.u64().ok()?,
        record: RecordId::from_bytes(cbor.bytes().ok()?.try_into().ok()?),
    })
}
