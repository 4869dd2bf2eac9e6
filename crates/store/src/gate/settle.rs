//! The end of a deed: what differs goes into the log, the search follows, and the chain gets its next link.

use seal::chain::Chain;

use super::{Touched, rows};
use crate::{
    fault::{Result, StoreFault},
    log::{self, Change, ChangeKind, Entry, Header, Piece, Position, Summary},
    noun::{self, Column, Kind, Reading, Row, Value},
    prose::{self, Origin},
    search,
};

/// Logs the net changes of a deed. None when there are none.
pub(super) fn settle(
    tx: &Reading,
    before: &Position,
    sitting: [u8; 16],
    header: &Header,
    touched: &[Touched],
    pieces: &[Piece],
) -> Result<Option<Entry>> {
    let mut link = Vec::new();
    header.write(&mut link);
    let newest: i64 = noun::one(tx, "SELECT coalesce(max(id), 0) FROM change", [])?.unwrap_or(0);
    let mut writer = Writer {
        tx,
        header,
        sitting,
        next: newest + 1,
        link,
        summary: Summary::default(),
        scratch: Vec::new(),
    };
    for record in touched {
        writer.log(record)?;
    }
    if writer.next == newest + 1 {
        return Ok(None);
    }
    let (link, summary) = (writer.link, writer.summary);
    let chain = Chain(before.chain).derive_next(&link).0;
    rows::insert_deed(tx, header, &summary, &chain)?;
    search::refresh(tx, touched)?;
    let bytes = log::encode_entry(before.chain, &link, pieces);
    Ok(Some(Entry { seq: header.seq, chain, bytes }))
}

struct Writer<'a> {
    tx: &'a Reading,
    header: &'a Header,
    sitting: [u8; 16],
    next: i64,
    link: Vec<u8>,
    summary: Summary,
    /// Reused for the fields of each record, so that a bulk import does not allocate for each.
    scratch: Vec<u8>,
}

impl Writer<'_> {
    fn log(&mut self, record: &Touched) -> Result<()> {
        match (&record.before, &record.after) {
            (None, None) => Ok(()),
            (None, Some(after)) => self.made(record, after),
            (Some(_), None) => self.removed(record),
            (Some(before), Some(after)) => self.changed(record, before, after),
        }
    }

    fn made(&mut self, record: &Touched, after: &Row) -> Result<()> {
        let mut value = std::mem::take(&mut self.scratch);
        value.clear();
        log::write_fields(record.table, after, &mut value);
        let digest = log::digest_of(record.table.noun, record.id, &value);
        if !record.states.is_empty() {
            log::write_states(&record.states, &mut value);
            for (field, state) in &record.states {
                rows::put_state(self.tx, record.id, field, state)?;
            }
        }
        let parent = self.parent(record, None)?;
        self.append(record, None, ChangeKind::Made, Some(&value), digest, parent)?;
        self.scratch = value;
        Ok(())
    }

    fn removed(&mut self, record: &Touched) -> Result<()> {
        let parent = noun::one::<Option<i64>>(
            self.tx,
            "SELECT max(id) FROM change WHERE record = ?",
            [record.id.as_bytes()],
        )?
        .flatten();
        rows::remove_states(self.tx, record.id)?;
        self.append(record, None, ChangeKind::Removed, None, log::NO_RECORD, parent)
    }

    fn changed(&mut self, record: &Touched, before: &Row, after: &Row) -> Result<()> {
        if before == after {
            return Ok(());
        }
        self.scratch.clear();
        log::write_fields(record.table, after, &mut self.scratch);
        let digest = log::digest_of(record.table.noun, record.id, &self.scratch);
        for (column, (old, new)) in record.table.columns.iter().zip(before.iter().zip(after)) {
            if old == new {
                continue;
            }
            let parent = self.parent(record, Some(column.name))?;
            let (kind, value) = match (column.kind, old, new) {
                (Kind::Prose, Value::Text(old), Value::Text(new)) => {
                    (ChangeKind::Delta, self.edited(record, column, old, new)?)
                }
                _ => (ChangeKind::Set, new.to_cbor()),
            };
            self.append(record, Some(column.name), kind, Some(&value), digest, parent)?;
        }
        Ok(())
    }

    /// Edits the CRDT state of a text and returns the update.
    fn edited(&self, record: &Touched, column: &Column, old: &str, new: &str) -> Result<Vec<u8>> {
        let state = match rows::state_of(self.tx, record.id, column.name)? {
            Some(state) => state,
            None => prose::first_state(record.id, column.name, old),
        };
        let made = self.parent(record, None)?.unwrap_or_default();
        let origin = Origin { device: self.header.device, sitting: self.sitting, made };
        let update = prose::edit(&state, origin, record.id, column.name, new)?;
        let (state, reads) = prose::apply(&state, &update)?;
        if reads != new {
            return Err(StoreFault::damaged("The editing state of a text does not match the text."));
        }
        rows::put_state(self.tx, record.id, column.name, &state)?;
        Ok(update)
    }

    /// The change that one of `field` replaces: the newest of that field, or of the whole record.
    fn parent(&self, record: &Touched, field: Option<&str>) -> Result<Option<i64>> {
        let whole: Option<i64> = noun::one(
            self.tx,
            "SELECT max(id) FROM change WHERE record = ? AND field IS NULL",
            [record.id.as_bytes()],
        )?
        .flatten();
        let Some(field) = field else { return Ok(whole) };
        let single: Option<i64> = noun::one(
            self.tx,
            "SELECT max(id) FROM change WHERE record = ? AND field = ?",
            (record.id.as_bytes(), field),
        )?
        .flatten();
        Ok(whole.max(single))
    }

    fn append(
        &mut self,
        record: &Touched,
        field: Option<&str>,
        kind: ChangeKind,
        value: Option<&[u8]>,
        digest: [u8; 32],
        parent: Option<i64>,
    ) -> Result<()> {
        let change = Change {
            id: self.next,
            noun: record.table.noun,
            record: record.id,
            field,
            kind,
            value,
            digest,
            parent,
        };
        change.write(&mut self.link);
        self.summary.add(&change);
        rows::insert_change(self.tx, self.header.seq, &change)?;
        self.next += 1;
        Ok(())
    }
}
