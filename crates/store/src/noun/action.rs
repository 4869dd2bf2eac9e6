//! Promises: their row, and the lists of them.

use domain::{MeetingId, PersonId, RecordId, TalkId, action::Action};

use super::{Fields, Reading, Record, Row, Table, Word, collect, record_at, table};
use crate::fault::Result;

impl Record for Action {
    const TABLE: &'static Table = &table!(Action, "action", [
        "about" Id, "owner" Id, "meeting" Id, "text" Line, "due" Day, "since" Day, "state" Word,
        "dropped_because" Line, "talk" Id, "author" Id,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        vec![
            self.about.record().into(),
            self.owner.record().into(),
            self.meeting.map(MeetingId::record).into(),
            self.text.as_str().into(),
            self.due.into(),
            self.since.into(),
            self.state.to_word().into(),
            self.dropped_because.as_str().into(),
            self.talk.map(TalkId::record).into(),
            self.author.map(PersonId::record).into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            about: fields.id()?,
            owner: fields.id()?,
            meeting: fields.maybe_id()?,
            text: fields.text()?,
            due: fields.maybe_day()?,
            since: fields.day()?,
            state: fields.word()?,
            dropped_because: fields.text()?,
            talk: fields.maybe_id()?,
            author: fields.maybe_id()?,
        })
    }
}

/// A promise as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionLine {
    /// The promise.
    pub action: Action,
    /// In whose 1:1 it is carried along.
    pub about_name: String,
    /// Who owes it.
    pub owner_name: String,
}

/// Which promises to list. Nothing set: all.
#[derive(Clone, Debug, Default)]
pub struct ActionFilter {
    /// Only those carried along in this person's 1:1s.
    pub about: Option<PersonId>,
    /// Only those this person owes.
    pub owner: Option<PersonId>,
    /// Only those still owed, or only those that are not.
    pub open: Option<bool>,
    /// At most so many.
    pub limit: Option<u32>,
}

pub(super) fn lines_sql(filter: &ActionFilter) -> String {
    let about = if filter.about.is_some() { "a.about = ?1" } else { "?1 IS NULL" };
    let owner = if filter.owner.is_some() { "a.owner = ?2" } else { "?2 IS NULL" };
    let (open, order) = match filter.open {
        Some(true) => (" AND a.state = 'open'", "a.due NULLS LAST, a.since, a.id"),
        Some(false) => (" AND a.state <> 'open'", "a.since DESC, a.id DESC"),
        None => ("", "a.since DESC, a.id DESC"),
    };
    format!(
        "SELECT coalesce(p.name, ''), coalesce(o.name, ''),
           a.id, a.about, a.owner, a.meeting, a.text, a.due, a.since, a.state, a.dropped_because, a.talk, a.author
         FROM action AS a LEFT JOIN person AS p ON p.id = a.about LEFT JOIN person AS o ON o.id = a.owner
         WHERE {about} AND {owner}{open} ORDER BY {order} LIMIT ?3"
    )
}

/// Promises. Open ones come by due day, those without one last; others newest first.
///
/// # Errors
/// What reading can fail with.
pub fn lines(read: &Reading, filter: &ActionFilter) -> Result<Vec<ActionLine>> {
    let (about, owner) = (filter.about.map(PersonId::record), filter.owner.map(PersonId::record));
    let limit = filter.limit.map_or(-1, i64::from);
    let params = (about.as_ref().map(RecordId::as_bytes), owner.as_ref().map(RecordId::as_bytes), limit);
    collect(read, &lines_sql(filter), params, |row| {
        Ok(ActionLine { action: record_at(row, 2)?, about_name: row.get(0)?, owner_name: row.get(1)? })
    })
}

/// The promises of a talk's plan: the open ones first, by due day.
///
/// # Errors
/// What reading can fail with.
pub(super) fn lines_of_talk(read: &Reading, talk: TalkId) -> Result<Vec<ActionLine>> {
    let sql = "SELECT coalesce(p.name, ''), coalesce(o.name, ''),
       a.id, a.about, a.owner, a.meeting, a.text, a.due, a.since, a.state, a.dropped_because, a.talk, a.author
     FROM action AS a LEFT JOIN person AS p ON p.id = a.about LEFT JOIN person AS o ON o.id = a.owner
     WHERE a.talk = ? ORDER BY a.state <> 'open', a.due NULLS LAST, a.since, a.id";
    collect(read, sql, [talk.record().as_bytes()], |row| {
        Ok(ActionLine { action: record_at(row, 2)?, about_name: row.get(0)?, owner_name: row.get(1)? })
    })
}
