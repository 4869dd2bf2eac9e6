//! Notes of the fuzzy folders: their row, and the lists of them.

use chrono::NaiveDate;
use domain::{
    NoteId, PersonId, RecordId,
    folder::{Mark, Note, Polarity, typed_tags},
};

use super::{
    Fields, Reading, Record, Row, Table, Value, Word,
    cbor::{read_records, write_records},
    collect, day_number, day_of, figure, misplaced, record_at, remove_with_files, source, table,
};
use crate::{fault::Result, gate::Deed};

impl Record for Note {
    const TABLE: &'static Table = &table!(Note, "note", [
        "person" Id, "polarity" Word, "kind" Word, "text" Prose, "on" Day, "raised_on" Day, "dismissed" Flag,
        "example" Text, "consequence" Text, "figure" Line, "unit" Line, "tags" Line, "goals" Cbor, "raised_in" Cbor,
        "dismissed_because" Line, "kept_at" Instant,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        let [figure, unit] = figure::write(self.metric.as_ref());
        vec![
            self.person.record().into(),
            self.polarity.to_word().into(),
            self.kind.to_word().into(),
            self.text.as_str().into(),
            self.on.into(),
            self.raised_on.into(),
            self.dismissed.into(),
            Value::later_line(&self.example),
            Value::later_line(&self.consequence),
            figure,
            unit,
            Value::later_line(&self.tags.join(" ")),
            write_records(&self.goals),
            write_records(&self.raised_in),
            Value::later_line(&self.dismissed_because),
            self.kept_at.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            person: fields.id()?,
            polarity: fields.word()?,
            kind: fields.word()?,
            text: fields.text()?,
            on: fields.day()?,
            raised_on: fields.maybe_day()?,
            dismissed: fields.flag()?,
            example: fields.line_or_empty()?,
            consequence: fields.line_or_empty()?,
            metric: figure::read(fields)?,
            tags: typed_tags(&fields.line_or_empty()?),
            goals: read_records(fields.maybe_bytes()?.as_deref())?,
            raised_in: read_records(fields.maybe_bytes()?.as_deref())?,
            dismissed_because: fields.line_or_empty()?,
            kept_at: fields.maybe_instant()?,
        })
    }
}

/// A note as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteLine {
    /// The note.
    pub note: Note,
    /// Whose folder it is in.
    pub person_name: String,
    /// How many files are kept with it.
    pub files: u32,
    /// How many sources say where it came from.
    pub sources: u32,
}

/// Which notes to list. Nothing set: all.
#[derive(Clone, Debug, Default)]
pub struct NoteFilter {
    /// Only of this person.
    pub person: Option<PersonId>,
    /// Only praise, or only what could be better.
    pub polarity: Option<Polarity>,
    /// Only about days before this one.
    pub before: Option<NaiveDate>,
    /// Only about this day or later.
    pub since: Option<NaiveDate>,
    /// Only those that wait to be talked about; notes about the owner never do.
    pub waiting: bool,
    /// About so many. The last day is always whole, so that `before` can go on from it without a gap.
    pub limit: Option<u32>,
}

/// The query for a filter: conditions are only written where they are set, so that each finds its index.
pub(super) fn lines_sql(filter: &NoteFilter) -> String {
    let person = if filter.person.is_some() { "n.person = ?1" } else { "?1 IS NULL" };
    let polarity = if filter.polarity.is_some() { "n.polarity = ?2" } else { "?2 IS NULL" };
    // What was kept about the owner was said to the owner already.
    let waiting = if filter.waiting {
        " AND n.raised_on IS NULL AND n.dismissed = 0 AND coalesce(p.relation, '') <> 'me'"
    } else {
        ""
    };
    format!(
        "SELECT coalesce(p.name, ''), (SELECT count(*) FROM attachment AS f WHERE f.record = n.id),
           (SELECT count(*) FROM source AS s WHERE s.note = n.id),
           n.id, n.person, n.polarity, n.kind, n.text, n.\"on\", n.raised_on, n.dismissed, n.example, n.consequence,
           n.figure, n.unit, n.tags, n.goals, n.raised_in, n.dismissed_because, n.kept_at
         FROM note AS n LEFT JOIN person AS p ON p.id = n.person
         WHERE {person} AND {polarity}{waiting} AND n.\"on\" >= ?3 AND n.\"on\" < ?4
         ORDER BY n.\"on\" DESC"
    )
}

/// Notes, newest first; within a day the one written last comes first.
///
/// # Errors
/// What reading can fail with.
pub fn lines(read: &Reading, filter: &NoteFilter) -> Result<Vec<NoteLine>> {
    let person = filter.person.map(PersonId::record);
    let mut statement = read.prepare_cached(&lines_sql(filter))?;
    let mut rows = statement.query((
        person.as_ref().map(RecordId::as_bytes),
        filter.polarity.map(Word::to_word),
        filter.since.map_or(i64::MIN, day_number),
        filter.before.map_or(i64::MAX, day_number),
    ))?;
    let limit = filter.limit.map_or(usize::MAX, |limit| limit as usize);
    let mut lines: Vec<NoteLine> = Vec::new();
    while let Some(row) = rows.next()? {
        let note: Note = record_at(row, 3)?;
        if lines.len() >= limit && lines.last().is_some_and(|line| line.note.on != note.on) {
            break;
        }
        lines.push(NoteLine { note, person_name: row.get(0)?, files: row.get(1)?, sources: row.get(2)? });
    }
    if limit == 0 {
        lines.clear();
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.note.on, line.note.id)));
    Ok(lines)
}

/// One note as a list shows it.
///
/// # Errors
/// What reading can fail with.
pub fn line(read: &Reading, id: NoteId) -> Result<Option<NoteLine>> {
    let found = collect(
        read,
        "SELECT coalesce(p.name, ''), (SELECT count(*) FROM attachment AS f WHERE f.record = n.id),
           (SELECT count(*) FROM source AS s WHERE s.note = n.id),
           n.id, n.person, n.polarity, n.kind, n.text, n.\"on\", n.raised_on, n.dismissed, n.example, n.consequence,
           n.figure, n.unit, n.tags, n.goals, n.raised_in, n.dismissed_because, n.kept_at
         FROM note AS n LEFT JOIN person AS p ON p.id = n.person WHERE n.id = ?",
        [id.record().as_bytes()],
        |row| {
            Ok(NoteLine {
                note: record_at(row, 3)?,
                person_name: row.get(0)?,
                files: row.get(1)?,
                sources: row.get(2)?,
            })
        },
    )?;
    Ok(found.into_iter().next())
}

/// Removes a note with the files kept with it, and with what says where it came from.
///
/// # Errors
/// What writing can fail with.
pub fn remove(deed: &mut Deed<'_>, id: NoteId) -> Result<()> {
    source::remove_all(deed, id)?;
    remove_with_files::<Note>(deed, id.record())
}

/// The days about which a person has notes, between two days (both included), oldest first.
///
/// # Errors
/// What reading can fail with.
pub fn days(read: &Reading, person: PersonId, from: NaiveDate, to: NaiveDate) -> Result<Vec<NaiveDate>> {
    collect(
        read,
        "SELECT DISTINCT \"on\" FROM note WHERE person = ? AND \"on\" BETWEEN ? AND ? ORDER BY \"on\"",
        (person.record().as_bytes(), day_number(from), day_number(to)),
        |row| day_of(row.get(0)?).ok_or_else(misplaced),
    )
}

/// What the figures of a folder are made of: its notes between two days (both included), those set aside left out.
///
/// # Errors
/// What reading can fail with.
pub fn marks(read: &Reading, person: PersonId, from: NaiveDate, to: NaiveDate) -> Result<Vec<Mark>> {
    collect(
        read,
        "SELECT \"on\", polarity, raised_on IS NOT NULL FROM note
         WHERE person = ? AND \"on\" BETWEEN ? AND ? AND dismissed = 0",
        (person.record().as_bytes(), day_number(from), day_number(to)),
        |row| {
            let polarity = Polarity::from_word(&row.get::<_, String>(1)?).ok_or_else(misplaced)?;
            Ok(Mark { on: day_of(row.get(0)?).ok_or_else(misplaced)?, polarity, is_raised: row.get(2)? })
        },
    )
}
