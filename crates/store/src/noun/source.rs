//! Where notes came from: their row, and what is asked of them. Nothing else reads this table, so that no list, page, share
//! or search of notes can show it.

use domain::{NoteId, PersonId, RecordId, folder::Source};

use super::{
    Fields, Reading, Record, Row, Table, Value, Word, collect, pointing_at, record_at, remove_with_files,
    table,
};
use crate::{fault::Result, gate::Deed};

impl Record for Source {
    const TABLE: &'static Table = &table!(Source, "source", [
        "note" Id, "kind" Word, "who" Line, "person" Id, "sent_at" Instant, "subject" Line, "message_id" Line,
        "text" Text,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.note.record().into(),
            self.kind.to_word().into(),
            self.who.as_str().into(),
            self.person.map(PersonId::record).into(),
            self.sent_at.map_or(Value::Null, Value::from),
            self.subject.as_str().into(),
            self.message_id.as_str().into(),
            self.text.as_str().into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            note: fields.id()?,
            kind: fields.word()?,
            who: fields.text()?,
            person: fields.maybe_id()?,
            sent_at: fields.maybe_instant()?,
            subject: fields.text()?,
            message_id: fields.text()?,
            text: fields.text()?,
        })
    }
}

/// Where a note came from, oldest first.
///
/// # Errors
/// What reading can fail with.
pub fn of(read: &Reading, note: NoteId) -> Result<Vec<Source>> {
    collect(
        read,
        "SELECT id, note, kind, who, person, sent_at, subject, message_id, text FROM source WHERE note = ? ORDER BY id",
        [note.record().as_bytes()],
        |row| record_at(row, 0),
    )
}

/// Whether a message is kept already, by what it is known by.
///
/// # Errors
/// What reading can fail with.
pub fn knows_message(read: &Reading, message_id: &str) -> Result<bool> {
    // The index holds no empty identifiers, and is asked only where the question rules them out.
    let sql = "SELECT 1 FROM source WHERE message_id = ? AND message_id <> '' LIMIT 1";
    Ok(!collect(read, sql, [message_id], |_| Ok(()))?.is_empty())
}

/// Removes everything that says where a note came from, with the files kept with it.
///
/// # Errors
/// What writing can fail with.
pub fn remove_all(deed: &mut Deed<'_>, note: NoteId) -> Result<()> {
    for source in pointing_at(deed.read(), "SELECT id FROM source WHERE note = ?", note.record())? {
        remove_with_files::<Source>(deed, source)?;
    }
    Ok(())
}

/// Removes one source with the files kept with it.
///
/// # Errors
/// What writing can fail with.
pub fn remove(deed: &mut Deed<'_>, id: domain::SourceId) -> Result<()> {
    remove_with_files::<Source>(deed, id.record())
}
