//! 1:1s: their row, and what the screens ask about them.

use chrono::NaiveDate;
use domain::{
    MeetingId, PersonId, RecordId, SectionId,
    action::Action,
    one_on_one::{Margin, Meeting, Section},
};

use super::{
    Fields, Reading, Record, Row, Table, Word, collect, one, pointing_at, remove_with_files, table, wall_of,
};
use crate::{fault::Result, gate::Deed};

mod document;
mod lines;

pub use document::{Written, margin, sections};
pub use lines::{MeetingFilter, MeetingLine, headline_of, lines, previous};

impl Record for Meeting {
    const TABLE: &'static Table = &table!(Meeting, "one_on_one", [
        "person" Id, "starts" Wall, "zone" Line, "minutes" Int, "state" Word, "reason" Line, "moved_from" Id,
        "began_at" Instant, "ended_at" Instant,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.person.record().into(),
            self.starts.into(),
            self.zone.as_str().into(),
            self.minutes.into(),
            self.state.to_word().into(),
            self.reason.as_str().into(),
            self.moved_from.map(MeetingId::record).into(),
            self.began_at.into(),
            self.ended_at.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            person: fields.id()?,
            starts: fields.wall()?,
            zone: fields.text()?,
            minutes: fields.int()?,
            state: fields.word()?,
            reason: fields.text()?,
            moved_from: fields.maybe_id()?,
            began_at: fields.maybe_instant()?,
            ended_at: fields.maybe_instant()?,
        })
    }
}

/// The meeting whose document a section stands in.
///
/// # Errors
/// What reading can fail with.
pub fn of_section(read: &Reading, section: SectionId) -> Result<Option<Meeting>> {
    let id = one(read, "SELECT meeting FROM section WHERE id = ?", [section.record().as_bytes()])?;
    id.map_or(Ok(None), |id| super::get(read, RecordId::from_bytes(id)))
}

/// How often, and since when, two people have met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Met {
    /// The day of the first 1:1 that took place.
    pub first: Option<NaiveDate>,
    /// The day of the newest one.
    pub last: Option<NaiveDate>,
    /// How many took place.
    pub count: u32,
}

pub(super) const MET: &str = "SELECT min(starts), max(starts), count(*) FROM one_on_one
WHERE person = ? AND state IN ('held', 'closed')";

/// How often the owner and a person have met.
///
/// # Errors
/// What reading can fail with.
pub fn met(read: &Reading, person: PersonId) -> Result<Met> {
    let met = collect(read, MET, [person.record().as_bytes()], |row| {
        let day = |starts: Option<i64>| starts.and_then(wall_of).map(|starts| starts.date());
        Ok(Met { first: day(row.get(0)?), last: day(row.get(1)?), count: row.get(2)? })
    })?;
    Ok(met.into_iter().next().unwrap_or_default())
}

/// Removes a meeting with its document, its margin, and the files kept with them. Actions made in it stay, without a
/// meeting: what was promised is still owed.
///
/// # Errors
/// What writing can fail with.
pub fn remove(deed: &mut Deed<'_>, id: MeetingId) -> Result<()> {
    let meeting = id.record();
    for id in pointing_at(deed.read(), "SELECT id FROM action WHERE meeting = ?", meeting)? {
        if let Some(action) = deed.get::<Action>(id)? {
            deed.put(&Action { meeting: None, ..action })?;
        }
    }
    for id in pointing_at(deed.read(), "SELECT id FROM section WHERE meeting = ?", meeting)? {
        remove_with_files::<Section>(deed, id)?;
    }
    for id in pointing_at(deed.read(), "SELECT id FROM margin WHERE meeting = ?", meeting)? {
        remove_with_files::<Margin>(deed, id)?;
    }
    remove_with_files::<Meeting>(deed, meeting)
}
