//! What of a record is searched, and on which day it stands. A passage follows from the record (and, for sections,
//! margins and files, from the record they belong to), so that it can be made again at any time.

use std::borrow::Cow;

use domain::RecordId;
use uuid::Uuid;

use crate::{
    fault::Result,
    noun::{self, Noun, Reading, Row, Table, Value},
};

/// A record as the search knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage<'a> {
    /// The day it stands on, as days since 1970-01-01.
    pub day: i64,
    pub person: Option<[u8; 16]>,
    /// Its kind as tags.
    pub words: &'static str,
    pub text: Cow<'a, str>,
    /// The name, for people.
    pub name: Cow<'a, str>,
}

/// These two mark hits in snippets; content may not bring its own. The view `passage_content` strips the same two.
pub(crate) const MARKS: [char; 2] = ['\u{e000}', '\u{e001}'];

impl<'a> Passage<'a> {
    /// The passage of a record; none for a record without words. People always have one, for their name.
    pub(crate) fn of(read: &Reading, table: &Table, id: RecordId, row: &'a Row) -> Result<Option<Self>> {
        let field = |name: &str| table.place(name).and_then(|place| row.get(place)).unwrap_or(&Value::Null);
        let text = |name: &str| field(name).as_text().unwrap_or("");
        let (text, name, words): (Cow<'a, str>, &str, _) = match table.noun {
            Noun::Person => (stripped(text("about")), text("name"), "person"),
            Noun::Section => (stripped(text("text")), "", "section"),
            Noun::Margin => (stripped(text("text")), "", "margin"),
            Noun::Note if field("polarity").as_text() == Some("praise") => {
                (stripped(text("text")), "", "note praise")
            }
            Noun::Note => (stripped(text("text")), "", "note constructive"),
            Noun::Goal => (stripped_owned(format!("{}\n{}", text("title"), text("text"))), "", "goal"),
            Noun::Review => (stripped(text("text")), "", "review"),
            Noun::Action => (stripped(text("text")), "", "action"),
            Noun::Attachment => (stripped(text("name")), "", "attachment"),
            Noun::Agenda => (stripped(text("text")), "", "agenda"),
            Noun::Remark => (stripped(text("text")), "", "remark"),
            Noun::Wish => (stripped_owned(format!("{}\n{}", text("text"), text("why"))), "", "wish"),
            Noun::Exploration => {
                let parts = ["role", "why", "next_step", "outcome"].map(text);
                (stripped_owned(parts.join("\n")), "", "exploration")
            }
            Noun::Meeting | Noun::Setting | Noun::Pair | Noun::Template | Noun::Prep | Noun::Holiday => {
                return Ok(None);
            }
        };
        if text.is_empty() && table.noun != Noun::Person {
            return Ok(None);
        }
        let (day, person) = match table.noun {
            Noun::Person => (day_made(id), Some(*id.as_bytes())),
            Noun::Section | Noun::Margin | Noun::Agenda => {
                meeting_of(read, field("meeting"))?.unwrap_or((0, None))
            }
            Noun::Note => (field("on").as_int().unwrap_or(0), field("person").as_id()),
            Noun::Remark => {
                let person = meeting_of(read, field("meeting"))?.and_then(|(_, person)| person);
                (field("on").as_int().unwrap_or(0), person)
            }
            Noun::Wish | Noun::Exploration => (field("on").as_int().unwrap_or(0), field("person").as_id()),
            Noun::Action => (field("since").as_int().unwrap_or(0), field("about").as_id()),
            Noun::Attachment => {
                let day = field("added_at").as_int().unwrap_or(0).div_euclid(86_400_000);
                let owner = field("record").as_id().map(RecordId::from_bytes);
                (day, owner.map_or(Ok(None), |owner| person_behind(read, owner))?)
            }
            _ => (day_made(id), field("person").as_id()),
        };
        Ok(Some(Self { day, person, words, text, name: Cow::Borrowed(name) }))
    }

    /// The tags of the index, as the view `passage_content` puts them together.
    pub(crate) fn tags(person: Option<[u8; 16]>, words: &str) -> String {
        match person {
            Some(person) => format!("p{} {words}", Uuid::from_bytes(person).simple()),
            None => words.to_owned(),
        }
    }
}

fn stripped(text: &str) -> Cow<'_, str> {
    if text.contains(MARKS) { Cow::Owned(text.replace(MARKS, "")) } else { Cow::Borrowed(text) }
}

fn stripped_owned(text: String) -> Cow<'static, str> {
    if text.contains(MARKS) { Cow::Owned(text.replace(MARKS, "")) } else { Cow::Owned(text) }
}

/// The day a record without a day of its own was made: its identifier carries the moment. 0 for one that does not.
fn day_made(id: RecordId) -> i64 {
    let seconds = id.0.get_timestamp().map_or(0, |made| made.to_unix().0);
    i64::try_from(seconds / 86_400).unwrap_or(0)
}

/// Day and person of a meeting.
fn meeting_of(read: &Reading, meeting: &Value) -> Result<Option<(i64, Option<[u8; 16]>)>> {
    let Some(id) = meeting.as_id() else { return Ok(None) };
    let found = noun::collect(read, "SELECT starts, person FROM one_on_one WHERE id = ?", [id], |row| {
        Ok((row.get::<_, i64>(0)?.div_euclid(86_400), Some(row.get(1)?)))
    })?;
    Ok(found.into_iter().next())
}

/// The person that a record is about, whatever its noun.
pub(crate) fn person_behind(read: &Reading, record: RecordId) -> Result<Option<[u8; 16]>> {
    noun::one(
        read,
        "SELECT id FROM person WHERE id = ?1
         UNION ALL SELECT person FROM one_on_one WHERE id = ?1
         UNION ALL SELECT person FROM note WHERE id = ?1
         UNION ALL SELECT person FROM goal WHERE id = ?1
         UNION ALL SELECT person FROM review WHERE id = ?1
         UNION ALL SELECT about FROM action WHERE id = ?1
         UNION ALL SELECT m.person FROM section AS s JOIN one_on_one AS m ON m.id = s.meeting WHERE s.id = ?1
         UNION ALL SELECT m.person FROM margin AS s JOIN one_on_one AS m ON m.id = s.meeting WHERE s.id = ?1
         UNION ALL SELECT m.person FROM remark AS s JOIN one_on_one AS m ON m.id = s.meeting WHERE s.id = ?1
         UNION ALL SELECT person FROM wish WHERE id = ?1
         UNION ALL SELECT person FROM exploration WHERE id = ?1",
        [record.as_bytes()],
    )
}
