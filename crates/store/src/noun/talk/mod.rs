//! Hard talks and what belongs to them: their rows, and the lists of them.

use domain::{
    PersonId, RecordId, TalkId,
    action::Action,
    talk::{CheckIn, Conversation, FollowUp, HrConsult, Talk},
};

use super::{Reading, Record, action, collect, pointing_at, record_at, remove_with_files};
use crate::{fault::Result, gate::Deed};

mod parts;
mod row;

/// A talk as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalkLine {
    /// The talk.
    pub talk: Talk,
    /// With whom.
    pub person_name: String,
}

/// A talk with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// Its conversations, oldest first.
    pub conversations: Vec<Conversation>,
    /// Its looks, oldest first.
    pub follow_ups: Vec<FollowUp>,
    /// Its questions to others, oldest first.
    pub check_ins: Vec<CheckIn>,
    /// Its turns to HR, oldest first.
    pub hr: Vec<HrConsult>,
}

const COLUMNS: &str = "t.id, t.person, t.title, t.first_seen, t.state, t.class, t.class_because, t.is_touchy,
  t.follow_up_by, t.message, t.example, t.consequence, t.is_owned, t.naming, t.seen_myself, t.facilitator, t.is_trained,
  t.hr, t.notes, t.next_check, t.discussed_on, t.closed_on, t.outcome";

/// The talks with a person, or with everybody, or only those that are not closed: what is looked at next comes first.
///
/// # Errors
/// What reading can fail with.
pub fn lines(read: &Reading, person: Option<PersonId>, only_open: bool) -> Result<Vec<TalkLine>> {
    let of_person = if person.is_some() { "WHERE t.person = ?1" } else { "WHERE ?1 IS NULL" };
    let open = if only_open { "AND t.state <> 'closed'" } else { "" };
    let sql = format!(
        "SELECT coalesce(p.name, ''), {COLUMNS} FROM talk AS t LEFT JOIN person AS p ON p.id = t.person
         {of_person} {open} ORDER BY t.state = 'closed', t.next_check NULLS FIRST, t.first_seen, t.id"
    );
    let person = person.map(PersonId::record);
    collect(read, &sql, [person.as_ref().map(RecordId::as_bytes)], |row| {
        Ok(TalkLine { talk: record_at(row, 1)?, person_name: row.get(0)? })
    })
}

/// What belongs to a talk.
///
/// # Errors
/// What reading can fail with.
pub fn around(read: &Reading, talk: TalkId) -> Result<Around> {
    let id = talk.record();
    let mut conversations: Vec<Conversation> = of(read, CONVERSATIONS, id)?;
    // The few that are also about it: their list stands inside a column.
    let with = "SELECT c.id, c.person, c.talk, c.also, c.at, c.participants, c.outcome, c.differences, c.response_due,
      c.answered_on, c.answer FROM talk AS t JOIN conversation AS c ON c.person = t.person
      WHERE t.id = ?1 AND c.talk <> ?1 AND c.also IS NOT NULL";
    let also = of::<Conversation>(read, with, id)?;
    conversations.extend(also.into_iter().filter(|conversation| conversation.talks.contains(&talk)));
    conversations.sort_by_key(|conversation| (conversation.at, conversation.id));
    Ok(Around {
        conversations,
        follow_ups: of(read, FOLLOW_UPS, id)?,
        check_ins: of(read, CHECK_INS, id)?,
        hr: of(read, HR_CONSULTS, id)?,
    })
}

const CONVERSATIONS: &str =
    "SELECT id, person, talk, also, at, participants, outcome, differences, response_due,
  answered_on, answer FROM conversation WHERE talk = ?";
const FOLLOW_UPS: &str =
    "SELECT id, talk, \"on\", found, text, said_aloud FROM follow_up WHERE talk = ? ORDER BY \"on\", id";
const CHECK_INS: &str =
    "SELECT id, talk, who, person, asked_on, question, answered_on, answer, told_on FROM check_in
  WHERE talk = ? ORDER BY asked_on, id";
const HR_CONSULTS: &str =
    "SELECT id, talk, part, who, \"on\", question, advice FROM hr_consult WHERE talk = ? ORDER BY \"on\", id";

fn of<R: Record>(read: &Reading, sql: &str, talk: RecordId) -> Result<Vec<R>> {
    collect(read, sql, [talk.as_bytes()], |row| record_at(row, 0))
}

/// The promises of a talk's plan.
///
/// # Errors
/// What reading can fail with.
pub fn plan(read: &Reading, talk: TalkId) -> Result<Vec<action::ActionLine>> {
    action::lines_of_talk(read, talk)
}

/// Removes a talk with everything that belongs to it. A conversation that was about other talks too stays with these; the
/// promises of its plan stay as promises.
///
/// # Errors
/// What writing can fail with.
pub fn remove(deed: &mut Deed<'_>, id: TalkId) -> Result<()> {
    let record = id.record();
    for conversation in around(deed.read(), id)?.conversations {
        let rest: Vec<TalkId> = conversation.talks.iter().copied().filter(|talk| *talk != id).collect();
        if rest.is_empty() {
            remove_with_files::<Conversation>(deed, conversation.id.record())?;
        } else {
            deed.put(&Conversation { talks: rest, ..conversation })?;
        }
    }
    for look in pointing_at(deed.read(), "SELECT id FROM follow_up WHERE talk = ?", record)? {
        remove_with_files::<FollowUp>(deed, look)?;
    }
    for asked in pointing_at(deed.read(), "SELECT id FROM check_in WHERE talk = ?", record)? {
        remove_with_files::<CheckIn>(deed, asked)?;
    }
    for turn in pointing_at(deed.read(), "SELECT id FROM hr_consult WHERE talk = ?", record)? {
        remove_with_files::<HrConsult>(deed, turn)?;
    }
    for promise in pointing_at(deed.read(), "SELECT id FROM action WHERE talk = ?", record)? {
        if let Some(action) = deed.get::<Action>(promise)? {
            deed.put(&Action { talk: None, ..action })?;
        }
    }
    remove_with_files::<Talk>(deed, record)
}

/// Removes something that belongs to a talk, with the files kept with it.
///
/// # Errors
/// What writing can fail with.
pub fn remove_part<R: Record>(deed: &mut Deed<'_>, id: RecordId) -> Result<()> {
    remove_with_files::<R>(deed, id)
}
