//! 1:1s as lists show them.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{MeetingId, PersonId, RecordId, one_on_one::MeetingState, text::count_words};

use super::super::{Reading, Word, collect, day_number, misplaced, wall_number, wall_of};
use crate::fault::Result;

/// A 1:1 in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingLine {
    /// Which meeting.
    pub id: MeetingId,
    /// With whom.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// Start on the wall clock of the place.
    pub starts: NaiveDateTime,
    /// Planned length.
    pub minutes: u32,
    /// How far it has come.
    pub state: MeetingState,
    /// The first words of the first section that has any.
    pub headline: String,
    /// Words in the whole document.
    pub words: u32,
    /// How many sections have text.
    pub filled: u32,
}

/// Which 1:1s to list. Nothing set: all.
#[derive(Clone, Debug, Default)]
pub struct MeetingFilter {
    /// Only with this person.
    pub person: Option<PersonId>,
    /// Only on this day or later.
    pub from: Option<NaiveDate>,
    /// Only on this day or earlier.
    pub to: Option<NaiveDate>,
    /// At most so many.
    pub limit: Option<u32>,
}

/// The document's texts come with the meetings in one query, in document order.
fn with_texts(meetings: &str) -> String {
    format!(
        "SELECT m.id, m.person, coalesce(p.name, ''), m.starts, m.minutes, m.state, s.text
         FROM ({meetings}) AS m
         LEFT JOIN person AS p ON p.id = m.person
         LEFT JOIN section AS s ON s.meeting = m.id
         ORDER BY m.starts DESC, m.id DESC, s.place"
    )
}

const PICKED: &str = "SELECT id, person, starts, minutes, state FROM one_on_one";

pub(in super::super) fn lines_sql(of_person: bool) -> String {
    let person = if of_person { "person = ?4" } else { "?4 IS NULL" };
    with_texts(&format!(
        "{PICKED} WHERE {person} AND starts >= ?1 AND starts < ?2 ORDER BY starts DESC, id DESC LIMIT ?3"
    ))
}

pub(in super::super) fn previous_sql() -> String {
    with_texts(&format!(
        "{PICKED} WHERE person = ?1 AND starts < ?2 AND state IN ('held', 'notes_sent', 'closed')
         ORDER BY starts DESC, id DESC LIMIT ?3"
    ))
}

/// 1:1s, newest first.
///
/// # Errors
/// What reading can fail with.
pub fn lines(read: &Reading, filter: &MeetingFilter) -> Result<Vec<MeetingLine>> {
    const DAY: i64 = 86_400;
    let from = filter.from.map_or(i64::MIN, |day| day_number(day) * DAY);
    let to = filter.to.map_or(i64::MAX, |day| (day_number(day) + 1) * DAY);
    let limit = filter.limit.map_or(-1, i64::from);
    let person = filter.person.map(PersonId::record);
    let person = person.as_ref().map(RecordId::as_bytes);
    fold(read, &lines_sql(person.is_some()), (from, to, limit, person))
}

/// The 1:1s with a person that took place before a moment, newest first.
///
/// # Errors
/// What reading can fail with.
pub fn previous(
    read: &Reading,
    person: PersonId,
    before: NaiveDateTime,
    limit: u32,
) -> Result<Vec<MeetingLine>> {
    fold(read, &previous_sql(), (person.record().as_bytes(), wall_number(before), limit))
}

/// Rows of one section each, folded into one line a meeting.
fn fold(read: &Reading, sql: &str, params: impl rusqlite::Params) -> Result<Vec<MeetingLine>> {
    let mut lines: Vec<MeetingLine> = Vec::new();
    collect(read, sql, params, |row| {
        let id: MeetingId = RecordId::from_bytes(row.get(0)?).into();
        if lines.last().is_none_or(|line| line.id != id) {
            lines.push(MeetingLine {
                id,
                person: RecordId::from_bytes(row.get(1)?).into(),
                person_name: row.get(2)?,
                starts: wall_of(row.get(3)?).ok_or_else(misplaced)?,
                minutes: row.get(4)?,
                state: row
                    .get_ref(5)?
                    .as_str()
                    .ok()
                    .and_then(MeetingState::from_word)
                    .ok_or_else(misplaced)?,
                headline: String::new(),
                words: 0,
                filled: 0,
            });
        }
        let text = row.get_ref(6)?.as_str_or_null().map_err(|_| misplaced())?.unwrap_or("");
        let words = count_words(text);
        if let (Some(line), true) = (lines.last_mut(), words > 0) {
            line.words += words;
            line.filled += 1;
            if line.headline.is_empty() {
                line.headline = headline_of(text);
            }
        }
        Ok(())
    })?;
    Ok(lines)
}

/// The longest headline, in characters.
const HEADLINE: usize = 90;

/// The first words of a text, without the marks of Markdown, on one line.
pub fn headline_of(text: &str) -> String {
    let mut headline = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let word = word.trim_matches(['#', '*', '_', '`', '>', '~']);
        let word = if headline.is_empty() { word.trim_start_matches(['-', '+']) } else { word };
        if word.is_empty() || ["[", "]", "[x]", "[X]"].contains(&word) {
            continue;
        }
        let longer = length + word.chars().count() + usize::from(length > 0);
        if longer > HEADLINE {
            if headline.is_empty() {
                headline.extend(word.chars().take(HEADLINE));
            }
            headline.push('…');
            break;
        }
        if length > 0 {
            headline.push(' ');
        }
        headline.push_str(word);
        length = longer;
    }
    headline
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_the_first_words_without_marks() {
        for (text, headline) in [
            ("", ""),
            ("## **Drill**\n\n- went well", "Drill - went well"),
            ("- [ ] write it up", "write it up"),
            ("> *Éloïse* said so", "Éloïse said so"),
        ] {
            assert_eq!(headline_of(text), headline, "{text:?}");
        }
        let long = headline_of(&"word ".repeat(100));
        assert!(long.chars().count() <= HEADLINE + 1 && long.ends_with("word…"), "{long}");
        assert_eq!(headline_of(&"é".repeat(200)).chars().count(), HEADLINE + 1);
    }
}
