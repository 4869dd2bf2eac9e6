//! Sections of a 1:1 document: their row.

use domain::{
    RecordId,
    one_on_one::{Range, Section},
};

use super::{Fields, Record, Row, Table, Value, Word, cbor, misplaced, table};
use crate::fault::Result;

impl Record for Section {
    const TABLE: &'static Table = &table!(Section, "section", [
        "meeting" Id, "place" Int, "kind" Word, "title" Line, "text" Prose, "brief" Flag, "ranges" Cbor,
        "is_talked" Flag,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.meeting.record().into(),
            self.place.into(),
            self.kind.to_word().into(),
            self.title.as_str().into(),
            self.text.as_str().into(),
            Value::later_flag(self.brief),
            write_ranges(&self.ranges),
            Value::later_flag(self.is_talked),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            meeting: fields.id()?,
            place: fields.int()?,
            kind: fields.word()?,
            title: fields.text()?,
            text: fields.text()?,
            brief: fields.flag_or_no()?,
            ranges: read_ranges(fields.maybe_bytes()?)?,
            is_talked: fields.flag_or_no()?,
        })
    }
}

fn write_ranges(ranges: &[Range]) -> Value {
    if ranges.is_empty() {
        return Value::Null;
    }
    let words: Vec<&str> = ranges.iter().map(|range| range.to_word()).collect();
    Value::Bytes(cbor::write_lines(&words))
}

fn read_ranges(bytes: Option<Vec<u8>>) -> Result<Vec<Range>> {
    let words = bytes.map_or(Ok(Vec::new()), |bytes| cbor::read_lines(&bytes))?;
    words.iter().map(|word| Range::from_word(word).ok_or_else(misplaced)).collect()
}
