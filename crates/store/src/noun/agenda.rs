//! Points of a meeting's agenda: their row.

use domain::{
    MeetingId, RecordId,
    one_on_one::{AgendaItem, Topic},
};

use super::{Fields, Reading, Record, Row, Table, Word, collect, record_at, table};
use crate::fault::Result;

impl Record for AgendaItem {
    const TABLE: &'static Table = &table!(Agenda, "agenda", [
        "meeting" Id, "place" Int, "topic" Word, "text" Line, "done" Flag, "open_because" Line,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.meeting.record().into(),
            self.place.into(),
            self.topic.map(Topic::to_word).into(),
            self.text.as_str().into(),
            self.done.into(),
            self.open_because.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            meeting: fields.id()?,
            place: fields.int()?,
            topic: fields.maybe_word()?,
            text: fields.text()?,
            done: fields.flag()?,
            open_because: fields.text()?,
        })
    }
}

/// The agenda of a meeting, in order.
///
/// # Errors
/// What reading can fail with.
pub fn of(read: &Reading, meeting: MeetingId) -> Result<Vec<AgendaItem>> {
    let sql = "SELECT id, meeting, place, topic, text, done, open_because FROM agenda WHERE meeting = ? ORDER BY place, id";
    collect(read, sql, [meeting.record().as_bytes()], |row| record_at(row, 0))
}
