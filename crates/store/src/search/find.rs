//! Finding: hits with snippets, and people by name.

use chrono::NaiveDate;
use domain::{
    GoalId, PersonId, RecordId,
    folder::{NoteKind, Polarity},
    spelling::Beginnings,
};

use super::{
    passage::{MARKS, Passage, person_behind},
    phrase,
};
use crate::{
    fault::Result,
    noun::{self, Noun, Reading, Word, collect, day_number, day_of, misplaced},
};

/// What to look for.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// What was typed. Empty finds everything the filters let through, and nothing when there are none.
    pub text: String,
    /// Only about this person.
    pub person: Option<PersonId>,
    /// Only these kinds; empty: all.
    pub kinds: Vec<Noun>,
    /// Only notes of this polarity.
    pub polarity: Option<Polarity>,
    /// Only notes about this.
    pub about: Option<NoteKind>,
    /// Only notes that were talked about, or only those that were not.
    pub raised: Option<bool>,
    /// Only notes whose source is kept.
    pub sourced: bool,
    /// Only notes about this goal.
    pub goal: Option<GoalId>,
    /// Only from this day on.
    pub from: Option<NaiveDate>,
    /// Only up to this day.
    pub to: Option<NaiveDate>,
    /// At most so many.
    pub limit: u32,
}

/// A piece of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub text: String,
    /// Whether this is what was looked for.
    pub hit: bool,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What kind of record.
    pub noun: Noun,
    /// Which record.
    pub record: RecordId,
    /// Where it is read: a section and a margin in their meeting, an action in its person, a file with what it is
    /// kept with; everything else by itself.
    pub opens: (Noun, RecordId),
    /// About whom.
    pub person: Option<PersonId>,
    /// Their name.
    pub person_name: String,
    /// Its heading: a section's or goal's title, a review's cycle, a person's name; empty where there is none.
    pub title: String,
    /// Its day, where it has one of its own.
    pub on: Option<NaiveDate>,
    /// The words around what was looked for.
    pub snippet: Vec<Part>,
}

/// No join, no other order: the index itself yields the newest first and stops at the limit.
pub(crate) const FIND: &str = "SELECT rowid, snippet(passage_index, 0, char(57344), char(57345), '…', 24)
FROM passage_index WHERE passage_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4";

/// How many passages match, counted up to the limit. No text is read for it.
pub(crate) const COUNT: &str = "SELECT count(*) FROM (SELECT rowid FROM passage_index
WHERE passage_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 LIMIT ?4)";

/// What a hit shows beside its snippet, all in one question: its heading, and what it belongs to where it is read there.
pub(crate) const AROUND: &str = "SELECT noun, record, person,
  (SELECT name FROM person WHERE id = passage.person),
  CASE noun
    WHEN 1 THEN (SELECT name FROM person WHERE id = passage.record)
    WHEN 3 THEN (SELECT title FROM section WHERE id = passage.record)
    WHEN 6 THEN (SELECT title FROM goal WHERE id = passage.record)
    WHEN 7 THEN (SELECT cycle FROM review WHERE id = passage.record)
    WHEN 9 THEN (SELECT name FROM attachment WHERE id = passage.record)
    WHEN 18 THEN (SELECT role FROM exploration WHERE id = passage.record)
    WHEN 20 THEN (SELECT title FROM goal WHERE id = (SELECT goal FROM goal_entry WHERE id = passage.record))
    WHEN 22 THEN (SELECT title FROM ground WHERE id = passage.record)
    WHEN 23 THEN (SELECT title FROM talk WHERE id = passage.record)
    WHEN 24 THEN (SELECT title FROM talk WHERE id = (SELECT talk FROM conversation WHERE id = passage.record))
    WHEN 25 THEN (SELECT title FROM talk WHERE id = (SELECT talk FROM follow_up WHERE id = passage.record))
    WHEN 27 THEN (SELECT title FROM talk WHERE id = (SELECT talk FROM hr_consult WHERE id = passage.record))
    WHEN 31 THEN (SELECT cycle FROM review WHERE id = (SELECT review FROM review_point WHERE id = passage.record))
  END,
  CASE noun
    WHEN 3 THEN (SELECT meeting FROM section WHERE id = passage.record)
    WHEN 4 THEN (SELECT meeting FROM margin WHERE id = passage.record)
    WHEN 8 THEN (SELECT about FROM action WHERE id = passage.record)
    WHEN 9 THEN (SELECT attachment.record FROM attachment WHERE id = passage.record)
    WHEN 13 THEN (SELECT meeting FROM agenda WHERE id = passage.record)
    WHEN 15 THEN (SELECT meeting FROM remark WHERE id = passage.record)
    WHEN 17 THEN (SELECT person FROM wish WHERE id = passage.record)
    WHEN 18 THEN (SELECT person FROM exploration WHERE id = passage.record)
    WHEN 20 THEN (SELECT goal FROM goal_entry WHERE id = passage.record)
    WHEN 24 THEN (SELECT talk FROM conversation WHERE id = passage.record)
    WHEN 25 THEN (SELECT talk FROM follow_up WHERE id = passage.record)
    WHEN 27 THEN (SELECT talk FROM hr_consult WHERE id = passage.record)
    WHEN 31 THEN (SELECT review FROM review_point WHERE id = passage.record)
  END
FROM passage WHERE id = ?";

/// Looks for passages, newest first.
///
/// # Errors
/// What reading can fail with. No text a person can type is an error.
pub fn find(read: &Reading, query: &Query) -> Result<Vec<Hit>> {
    let text = phrase::in_text(&query.text);
    if text.is_none() && !query.text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let kinds: Vec<&str> = query.kinds.iter().map(|noun| tag_of(*noun)).collect();
    let person = query.person.map(|person| *person.record().as_bytes());
    let note = note_tags(query);
    let note: Vec<&str> = note.iter().map(String::as_str).collect();
    let tags = phrase::in_tags(person, &note, &kinds);
    let first = query.from.map_or(i64::MIN, |day| day_number(day) << 24);
    let last = query.to.map_or(i64::MAX, |day| ((day_number(day) + 1) << 24) - 1);
    let matching = |text: Option<String>| -> Option<String> {
        let parts: Vec<String> = text.into_iter().chain(tags.clone()).collect();
        (!parts.is_empty()).then(|| parts.join(" AND "))
    };
    let (open, whole) = text.map_or((None, None), |asked| (Some(asked.open), asked.whole));
    let mut asked = matching(open);
    if let Some(whole) = whole.and_then(|whole| matching(Some(whole))) {
        // Enough of the whole word leaves no room for what only begins with it.
        let enough: i64 = noun::one(read, COUNT, (&whole, first, last, query.limit))?.unwrap_or_default();
        if enough == i64::from(query.limit) {
            asked = Some(whole);
        }
    }
    let Some(asked) = asked else { return Ok(Vec::new()) };
    let found: Vec<(i64, String)> =
        collect(read, FIND, (asked, first, last, query.limit), |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.into_iter().filter_map(|(number, snippet)| hit(read, number, &snippet).transpose()).collect()
}

/// The tags that a note must have.
fn note_tags(query: &Query) -> Vec<String> {
    let raised = query.raised.map(|raised| if raised { "raised" } else { "unraised" });
    let words = [query.polarity.map(Word::to_word), query.about.map(Word::to_word), raised];
    let words = words.into_iter().flatten().map(str::to_owned);
    let sourced = query.sourced.then(|| "sourced".to_owned());
    words.chain(sourced).chain(query.goal.map(|goal| Passage::goal_tag(goal.record()))).collect()
}

/// People whose name has words that begin with every typed word; accents and case do not matter.
///
/// # Errors
/// What reading can fail with.
pub fn people(read: &Reading, typed: &str, limit: u32) -> Result<Vec<PersonId>> {
    // The index would look through every text that holds the same beginnings; there are few names. Each is looked at
    // where the database keeps it: only a name that is found is copied.
    let beginnings = Beginnings::typed(typed);
    let mut found: Vec<(String, PersonId)> = Vec::new();
    let mut statement = read.prepare_cached("SELECT id, name FROM person")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let name = row.get_ref(1)?.as_str().map_err(|_| misplaced())?;
        if beginnings.begin(name) {
            found.push((name.to_owned(), RecordId::from_bytes(row.get(0)?).into()));
        }
    }
    found.sort_unstable();
    Ok(found.into_iter().map(|(_, id)| id).take(limit as usize).collect())
}

/// The tag that stands for a noun in the index.
fn tag_of(noun: Noun) -> &'static str {
    // A meeting has no words of its own; its document has.
    if noun == Noun::Meeting { "section" } else { noun.word() }
}

fn hit(read: &Reading, number: i64, snippet: &str) -> Result<Option<Hit>> {
    let found = collect(read, AROUND, [number], |row| {
        let noun = Noun::from_code(row.get(0)?).ok_or_else(misplaced)?;
        let record = RecordId::from_bytes(row.get(1)?);
        let behind = row.get::<_, Option<[u8; 16]>>(5)?.map(RecordId::from_bytes);
        // A goal, a review and a person have their own days, which the index does not know as theirs.
        let dated = !matches!(noun, Noun::Person | Noun::Goal | Noun::Review | Noun::Point | Noun::Ground);
        Ok(Hit {
            noun,
            record,
            opens: opens(read, noun, record, behind)?,
            person: row.get::<_, Option<[u8; 16]>>(2)?.map(|id| RecordId::from_bytes(id).into()),
            person_name: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
            title: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
            on: if dated { day_of(number >> 24) } else { None },
            snippet: parts_of(snippet),
        })
    })?;
    Ok(found.into_iter().next())
}

/// Where a record is read, given what it belongs to.
fn opens(read: &Reading, noun: Noun, record: RecordId, behind: Option<RecordId>) -> Result<(Noun, RecordId)> {
    Ok(match (noun, behind) {
        (Noun::Section | Noun::Margin | Noun::Agenda | Noun::Remark, Some(meeting)) => {
            (Noun::Meeting, meeting)
        }
        (Noun::Action | Noun::Wish | Noun::Exploration, Some(person)) => (Noun::Person, person),
        (Noun::GoalEntry, Some(goal)) => (Noun::Goal, goal),
        (Noun::Point, Some(review)) => (Noun::Review, review),
        (Noun::Conversation | Noun::FollowUp | Noun::HrConsult, Some(talk)) => (Noun::Talk, talk),
        (Noun::Attachment, Some(owner)) => match noun_of(read, owner)? {
            None | Some(Noun::Attachment) => (noun, record),
            Some(noun) => opens(read, noun, owner, owner_of(read, noun, owner)?)?,
        },
        _ => (noun, record),
    })
}

/// What a section, a margin or an action that keeps a file belongs to.
fn owner_of(read: &Reading, noun: Noun, record: RecordId) -> Result<Option<RecordId>> {
    let sql = match noun {
        Noun::Section => "SELECT meeting FROM section WHERE id = ?",
        Noun::Margin => "SELECT meeting FROM margin WHERE id = ?",
        Noun::Action => "SELECT about FROM action WHERE id = ?",
        Noun::Agenda => "SELECT meeting FROM agenda WHERE id = ?",
        Noun::Remark => "SELECT meeting FROM remark WHERE id = ?",
        Noun::Wish => "SELECT person FROM wish WHERE id = ?",
        Noun::Exploration => "SELECT person FROM exploration WHERE id = ?",
        Noun::GoalEntry => "SELECT goal FROM goal_entry WHERE id = ?",
        Noun::Conversation => "SELECT talk FROM conversation WHERE id = ?",
        Noun::FollowUp => "SELECT talk FROM follow_up WHERE id = ?",
        Noun::HrConsult => "SELECT talk FROM hr_consult WHERE id = ?",
        Noun::Point => "SELECT review FROM review_point WHERE id = ?",
        _ => return Ok(None),
    };
    Ok(noun::one(read, sql, [record.as_bytes()])?.map(RecordId::from_bytes))
}

/// Which noun a record is, if it is there.
fn noun_of(read: &Reading, record: RecordId) -> Result<Option<Noun>> {
    // Meetings have no passage, and an empty section has none either, so the tables are asked.
    if person_behind(read, record)?.is_none() {
        return Ok(None);
    }
    for noun in Noun::ALL {
        if noun::row_of(read, noun.table(), record)?.is_some() {
            return Ok(Some(noun));
        }
    }
    Ok(None)
}

/// A marked snippet as parts.
fn parts_of(snippet: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut hit = false;
    for piece in snippet.split_inclusive(MARKS) {
        let text = piece.trim_end_matches(MARKS);
        if !text.is_empty() {
            parts.push(Part { text: text.to_owned(), hit });
        }
        if let Some(mark) = piece.chars().next_back().filter(|mark| MARKS.contains(mark)) {
            hit = mark == MARKS[0];
        }
    }
    parts
}
