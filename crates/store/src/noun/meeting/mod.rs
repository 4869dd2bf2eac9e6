//! 1:1s: their row, and what the screens ask about them.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    MeetingId, PairId, PersonId, RecordId, SectionId, TemplateId,
    action::Action,
    folder::Note,
    one_on_one::{
        AgendaItem, BuiltIn, Margin, Meeting, MeetingKind, MeetingState, Prep, Remark, Section, Side,
    },
};

use super::{
    Fields, Reading, Record, Row, Table, Value, Word, collect, misplaced, one, pointing_at,
    remove_with_files, table, wall_number, wall_of,
};
use crate::{fault::Result, gate::Deed};

mod document;
mod lines;

pub use document::{Filled, Said, Written, annotations, filled, margin, said, sections};
pub use lines::{MeetingFilter, MeetingLine, headline_of, lines, previous};

impl Record for Meeting {
    const TABLE: &'static Table = &table!(Meeting, "one_on_one", [
        "person" Id, "starts" Wall, "zone" Line, "minutes" Int, "state" Word, "reason" Line, "moved_from" Id,
        "began_at" Instant, "ended_at" Instant, "kind" Word, "pair" Id, "slot" Wall, "follows" Id, "moved_by" Word,
        "template" Id, "template_version" Int, "template_sent_at" Instant, "submitted_at" Instant, "same_mine" Flag,
        "same_theirs" Flag, "difference" Line, "notes_sent_at" Instant, "calendar_uid" Line,
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
            (self.kind != MeetingKind::Regular).then(|| self.kind.to_word()).into(),
            self.pair.map(PairId::record).into(),
            self.slot.into(),
            self.follows.map(MeetingId::record).into(),
            self.moved_by.map(Side::to_word).into(),
            self.template.map(TemplateId::record).into(),
            (self.template_version != BuiltIn::VERSION).then_some(self.template_version).into(),
            self.template_sent_at.into(),
            self.submitted_at.into(),
            Value::later_flag(self.same_mine),
            Value::later_flag(self.same_theirs),
            Value::later_line(&self.difference),
            self.notes_sent_at.into(),
            Value::later_line(&self.calendar_uid),
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
            kind: fields.maybe_word()?.unwrap_or_default(),
            pair: fields.maybe_id()?,
            slot: fields.maybe_wall()?,
            follows: fields.maybe_id()?,
            moved_by: fields.maybe_word()?,
            template: fields.maybe_id()?,
            template_version: fields.maybe_int()?.unwrap_or(BuiltIn::VERSION),
            template_sent_at: fields.maybe_instant()?,
            submitted_at: fields.maybe_instant()?,
            same_mine: fields.flag_or_no()?,
            same_theirs: fields.flag_or_no()?,
            difference: fields.line_or_empty()?,
            notes_sent_at: fields.maybe_instant()?,
            calendar_uid: fields.line_or_empty()?,
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

/// The meeting that one was moved to, if it was.
///
/// # Errors
/// What reading can fail with.
pub fn moved_to(read: &Reading, from: MeetingId) -> Result<Option<MeetingId>> {
    let id = one(read, "SELECT id FROM one_on_one WHERE moved_from = ? LIMIT 1", [from.record().as_bytes()])?;
    Ok(id.map(|id| RecordId::from_bytes(id).into()))
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
WHERE person = ? AND state IN ('held', 'notes_sent', 'closed')";

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
/// meeting: what was promised is still owed. Notes that were talked about in it stay raised, and no longer lead to it.
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
    for id in pointing_at(deed.read(), "SELECT id FROM remark WHERE meeting = ?", meeting)? {
        remove_with_files::<Remark>(deed, id)?;
    }
    for id in pointing_at(deed.read(), "SELECT id FROM agenda WHERE meeting = ?", meeting)? {
        deed.remove::<AgendaItem>(id)?;
    }
    for id in pointing_at(deed.read(), "SELECT id FROM prep WHERE meeting = ?", meeting)? {
        deed.remove::<Prep>(id)?;
    }
    let raised = "SELECT n.id FROM one_on_one AS m JOIN note AS n ON n.person = m.person
      WHERE m.id = ? AND n.raised_in IS NOT NULL";
    for id in pointing_at(deed.read(), raised, meeting)? {
        if let Some(mut note) = deed.get::<Note>(id)? {
            note.raised_in.retain(|one| one.record() != meeting);
            deed.put(&note)?;
        }
    }
    remove_with_files::<Meeting>(deed, meeting)
}

pub(super) const TAKEN: &str = "SELECT slot FROM one_on_one WHERE pair = ?1 AND slot >= ?3 AND slot < ?4
UNION ALL SELECT starts FROM one_on_one
WHERE person = ?2 AND starts >= ?3 AND starts < ?4 AND state NOT IN ('moved', 'cancelled')";

/// The slots of a pair from `from` up to `to` that a meeting stands for: one of the series, wherever it was moved to, or
/// any other with the same person at that very time.
///
/// # Errors
/// What reading can fail with.
pub fn slots_taken(
    read: &Reading,
    pair: PairId,
    person: PersonId,
    from: NaiveDateTime,
    to: NaiveDateTime,
) -> Result<Vec<NaiveDateTime>> {
    let (pair, person) = (pair.record(), person.record());
    let params = (pair.as_bytes(), person.as_bytes(), wall_number(from), wall_number(to));
    collect(read, TAKEN, params, |row| wall_of(row.get(0)?).ok_or_else(misplaced))
}

/// The meeting that stands for a slot now: the last one it was moved to.
///
/// # Errors
/// What reading can fail with.
pub fn at_slot(read: &Reading, pair: PairId, slot: NaiveDateTime) -> Result<Option<MeetingId>> {
    let sql =
        "SELECT id FROM one_on_one WHERE pair = ? AND slot = ? ORDER BY state = 'moved', id DESC LIMIT 1";
    let found: Option<[u8; 16]> = one(read, sql, (pair.record().as_bytes(), wall_number(slot)))?;
    Ok(found.map(|id| RecordId::from_bytes(id).into()))
}

/// The meeting with a person that starts at a time and was neither moved nor cancelled.
///
/// # Errors
/// What reading can fail with.
pub fn starting_at(read: &Reading, person: PersonId, starts: NaiveDateTime) -> Result<Option<MeetingId>> {
    let sql =
        "SELECT id FROM one_on_one WHERE person = ? AND starts = ? AND state NOT IN ('moved', 'cancelled')
               ORDER BY id DESC LIMIT 1";
    let found: Option<[u8; 16]> = one(read, sql, (person.record().as_bytes(), wall_number(starts)))?;
    Ok(found.map(|id| RecordId::from_bytes(id).into()))
}

/// The first meeting that was made for a pair.
///
/// # Errors
/// What reading can fail with.
pub fn first_of_pair(read: &Reading, pair: PairId) -> Result<Option<MeetingId>> {
    let sql = "SELECT id FROM one_on_one WHERE pair = ? ORDER BY slot, id LIMIT 1";
    let found: Option<[u8; 16]> = one(read, sql, [pair.record().as_bytes()])?;
    Ok(found.map(|id| RecordId::from_bytes(id).into()))
}

pub(super) const STATES: &str =
    "SELECT state FROM one_on_one WHERE person = ? ORDER BY starts DESC, id DESC LIMIT 64";

/// How far the newest occurrences with a person have come, the newest first.
///
/// # Errors
/// What reading can fail with.
pub fn states(read: &Reading, person: PersonId) -> Result<Vec<MeetingState>> {
    collect(read, STATES, [person.record().as_bytes()], |row| {
        row.get_ref(0)?.as_str().ok().and_then(MeetingState::from_word).ok_or_else(misplaced)
    })
}

/// Whether a first meeting with a person lies before a moment and was never held.
///
/// # Errors
/// What reading can fail with.
pub fn has_open_first(read: &Reading, person: PersonId, before: NaiveDateTime) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM one_on_one WHERE person = ? AND starts < ? AND kind = 'initial'
               AND state IN ('planned', 'prepped', 'in_progress'))";
    Ok(one(read, sql, (person.record().as_bytes(), wall_number(before)))?.unwrap_or(false))
}
