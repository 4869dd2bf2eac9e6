//! What of a record is searched, and on which day it stands. A passage follows from the record (and, for sections,
//! margins and files, from the record they belong to), so that it can be made again at any time.

use std::borrow::Cow;

use domain::{RecordId, headcount::without_figures, review::chip::without_chips};
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
    pub words: Cow<'static, str>,
    pub text: Cow<'a, str>,
    /// The name, for people.
    pub name: Cow<'a, str>,
}

/// These two mark hits in snippets; content may not bring its own. The view `passage_content` strips the same two.
pub(crate) const MARKS: [char; 2] = ['\u{e000}', '\u{e001}'];

impl<'a> Passage<'a> {
    /// What of a record is searched: its text and its name. It follows from the record alone.
    pub(crate) fn said(table: &Table, row: &'a Row) -> Option<(Cow<'a, str>, Cow<'a, str>)> {
        Self::read(table, row).map(|(text, name, _)| (text, Cow::Borrowed(name)))
    }

    /// Its text, its name and its kind as tags; none for a record that is not searched.
    fn read(table: &Table, row: &'a Row) -> Option<(Cow<'a, str>, &'a str, &'static str)> {
        let text = |name: &str| {
            table.place(name).and_then(|place| row.get(place)).and_then(Value::as_text).unwrap_or("")
        };
        Some(match table.noun {
            Noun::Person => (stripped(text("about")), text("name"), "person"),
            Noun::Section => (stripped(text("text")), "", "section"),
            Noun::Margin => (stripped(text("text")), "", "margin"),
            Noun::Note => (note_text(&text), "", "note"),
            Noun::Goal => (goal_text(&text), "", "goal"),
            Noun::Review => (stripped_owned(without_chips(text("text"))), "", "review"),
            Noun::Point => {
                let mut all = text("message").to_owned();
                for part in ["text", "question", "answer", "disagreement"].map(text) {
                    if !part.is_empty() {
                        all.push('\n');
                        all.push_str(part);
                    }
                }
                (stripped_owned(without_chips(&all)), "", "review_point")
            }
            Noun::Action => (stripped(text("text")), "", "action"),
            Noun::Attachment => (stripped(text("name")), "", "attachment"),
            Noun::Agenda => (stripped(text("text")), "", "agenda"),
            Noun::Remark => (stripped(text("text")), "", "remark"),
            Noun::Wish => (stripped_owned(format!("{}\n{}", text("text"), text("why"))), "", "wish"),
            Noun::Exploration => {
                let parts = ["role", "why", "next_step", "outcome"].map(text);
                (stripped_owned(parts.join("\n")), "", "exploration")
            }
            Noun::GoalEntry => (stripped(text("text")), "", "goal_entry"),
            Noun::Ground => (stripped_owned(format!("{}\n{}", text("title"), text("text"))), "", "ground"),
            Noun::Talk => {
                let parts = [
                    "title",
                    "message",
                    "example",
                    "consequence",
                    "class_because",
                    "follow_up_by",
                    "outcome",
                ];
                (stripped_owned(parts.map(text).join("\n")), "", "talk")
            }
            Noun::Conversation => {
                let parts = ["outcome", "differences", "answer"].map(text);
                (stripped_owned(parts.join("\n")), "", "conversation")
            }
            Noun::FollowUp => {
                (stripped_owned(format!("{}\n{}", text("text"), text("said_aloud"))), "", "follow_up")
            }
            Noun::HrConsult => {
                (stripped_owned(format!("{}\n{}", text("question"), text("advice"))), "", "hr_consult")
            }
            // Who was asked about somebody, and what they said, is as private as where a note came from.
            Noun::CheckIn => return None,
            // What a goal said before is with the goal; kept searches and hints set aside are no evidence.
            Noun::Wording | Noun::SavedSearch | Noun::Dismissal => return None,
            // Who said what for a review is as private. What was shared is found in the review it froze; a note that
            // passes a self review back stands there.
            Noun::PeerInput | Noun::ReviewVersion | Noun::SelfReview => return None,
            Noun::ReviewCycle | Noun::Signature | Noun::SigningKey => return None,
            Noun::PlanText => {
                let mut all = without_figures(text("text"));
                for part in ["empty_because", "owner"].map(text) {
                    if !part.is_empty() {
                        all.push('\n');
                        all.push_str(part);
                    }
                }
                (stripped_owned(all), "", "plan_text")
            }
            // What a plan is made of is found in the plan: numbers, and people who may not be named.
            Noun::Plan | Noun::PlanEntry | Noun::WorkImport => return None,
            // Where a note came from is found by nobody: not even its owner meets it by chance while somebody looks on.
            Noun::Source => return None,
            Noun::Meeting | Noun::Setting | Noun::Pair | Noun::Template | Noun::Prep | Noun::Holiday => {
                return None;
            }
        })
    }

    /// The passage of a record; none for a record without words. People always have one, for their name.
    pub(crate) fn of(read: &Reading, table: &Table, id: RecordId, row: &'a Row) -> Result<Option<Self>> {
        let field = |name: &str| table.place(name).and_then(|place| row.get(place)).unwrap_or(&Value::Null);
        let Some((text, name, words)) = Self::read(table, row) else { return Ok(None) };
        if text.is_empty() && table.noun != Noun::Person {
            return Ok(None);
        }
        if table.noun == Noun::Attachment && is_of_source(read, field("record"))? {
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
            Noun::GoalEntry | Noun::FollowUp | Noun::HrConsult => {
                let of = if table.noun == Noun::GoalEntry { "goal" } else { "talk" };
                let of = field(of).as_id().map(RecordId::from_bytes);
                let person = of.map_or(Ok(None), |of| person_behind(read, of))?;
                (field("on").as_int().unwrap_or(0), person)
            }
            Noun::Point => {
                let of = field("review").as_id().map(RecordId::from_bytes);
                (day_made(id), of.map_or(Ok(None), |of| person_behind(read, of))?)
            }
            Noun::Talk => (field("first_seen").as_int().unwrap_or(0), field("person").as_id()),
            Noun::Conversation => {
                (field("at").as_int().unwrap_or(0).div_euclid(86_400), field("person").as_id())
            }
            Noun::Action => (field("since").as_int().unwrap_or(0), field("about").as_id()),
            Noun::PlanText => (field("at").as_int().unwrap_or(0).div_euclid(86_400_000), None),
            Noun::Attachment => {
                let day = field("added_at").as_int().unwrap_or(0).div_euclid(86_400_000);
                let owner = field("record").as_id().map(RecordId::from_bytes);
                (day, owner.map_or(Ok(None), |owner| person_behind(read, owner))?)
            }
            _ => (day_made(id), field("person").as_id()),
        };
        let words = match table.noun {
            Noun::Note => Cow::Owned(note_words(read, id, &field)?),
            _ => Cow::Borrowed(words),
        };
        Ok(Some(Self { day, person, words, text, name: Cow::Borrowed(name) }))
    }

    /// The tag of a goal that a note is about.
    pub(crate) fn goal_tag(goal: RecordId) -> String {
        format!("g{}", goal.0.simple())
    }

    /// The tags of the index, as the view `passage_content` puts them together.
    pub(crate) fn tags(person: Option<[u8; 16]>, words: &str) -> String {
        match person {
            Some(person) => format!("p{} {words}", Uuid::from_bytes(person).simple()),
            None => words.to_owned(),
        }
    }
}

/// Whether a file is kept with what says where a note came from, or with what somebody was asked.
fn is_of_source(read: &Reading, record: &Value) -> Result<bool> {
    let Some(id) = record.as_id() else { return Ok(false) };
    let private =
        "SELECT EXISTS (SELECT 1 FROM source WHERE id = ?1 UNION ALL SELECT 1 FROM check_in WHERE id = ?1
           UNION ALL SELECT 1 FROM peer_input WHERE id = ?1)";
    Ok(noun::one(read, private, [id])?.unwrap_or(false))
}

/// Everything a note says, as the view `passage_content` puts it together: its line, example, consequence, figure with
/// unit, and tags.
fn note_text<'a>(text: &impl Fn(&str) -> &'a str) -> Cow<'a, str> {
    let line = text("text");
    let unit = text("unit");
    let figure = match (text("figure"), unit) {
        (figure, "") => figure.to_owned(),
        (figure, unit) => format!("{figure} {unit}"),
    };
    let beside = [text("example"), text("consequence"), &figure, text("tags")];
    if beside.iter().all(|part| part.is_empty()) {
        return stripped(line);
    }
    let parts: Vec<&str> =
        [line].into_iter().chain(beside.into_iter().filter(|part| !part.is_empty())).collect();
    stripped_owned(parts.join("\n"))
}

/// Everything a goal says, as the view `passage_content` puts it together.
fn goal_text<'a>(text: &impl Fn(&str) -> &'a str) -> Cow<'static, str> {
    let beside = ["measure", "achievable", "relevant", "category", "outcome", "comment"].map(text);
    let parts = [text("title"), text("text")].into_iter();
    let parts: Vec<&str> = parts.chain(beside.into_iter().filter(|part| !part.is_empty())).collect();
    stripped_owned(parts.join("\n"))
}

/// What a note can be asked for by: polarity, kind, whether it was raised, whether its source is kept, and its goals.
fn note_words<'a>(read: &Reading, id: RecordId, field: &impl Fn(&str) -> &'a Value) -> Result<String> {
    let word = |name: &str| field(name).as_text().unwrap_or_default();
    let raised = if *field("raised_on") == Value::Null { "unraised" } else { "raised" };
    let mut words = format!("note {} {} {raised}", word("polarity"), word("kind"));
    if noun::one(read, "SELECT EXISTS (SELECT 1 FROM source WHERE note = ?)", [id.as_bytes()])?
        .unwrap_or(false)
    {
        words.push_str(" sourced");
    }
    for goal in noun::records_in(field("goals"))? {
        words.push(' ');
        words.push_str(&Passage::goal_tag(goal));
    }
    Ok(words)
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
         UNION ALL SELECT person FROM exploration WHERE id = ?1
         UNION ALL SELECT g.person FROM goal_entry AS e JOIN goal AS g ON g.id = e.goal WHERE e.id = ?1
         UNION ALL SELECT person FROM talk WHERE id = ?1
         UNION ALL SELECT person FROM conversation WHERE id = ?1
         UNION ALL SELECT t.person FROM follow_up AS f JOIN talk AS t ON t.id = f.talk WHERE f.id = ?1
         UNION ALL SELECT t.person FROM hr_consult AS h JOIN talk AS t ON t.id = h.talk WHERE h.id = ?1
         UNION ALL SELECT r.person FROM review_point AS p JOIN review AS r ON r.id = p.review WHERE p.id = ?1
         UNION ALL SELECT r.person FROM self_review AS s JOIN review AS r ON r.id = s.review WHERE s.id = ?1
         UNION ALL SELECT r.person FROM peer_input AS i JOIN review AS r ON r.id = i.review WHERE i.id = ?1",
        [record.as_bytes()],
    )
}
