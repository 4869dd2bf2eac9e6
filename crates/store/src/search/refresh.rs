//! Keeping the passages true at the end of a deed, and on its replay: the same touched records in the same order give
//! the same passages with the same numbers.

use std::collections::HashSet;

use domain::RecordId;

use super::Passage;
use crate::{
    fault::{Result, StoreFault},
    gate::Touched,
    noun::{self, Noun, Reading, Row, Table},
};

/// Passages of one day.
const DAY: u32 = 24;

/// Makes the passages of touched records, and of those that stand on a touched record's day, true again.
pub(crate) fn refresh(tx: &Reading, touched: &[Touched]) -> Result<()> {
    let files: bool = noun::one(tx, "SELECT EXISTS (SELECT 1 FROM attachment)", [])?.unwrap_or(false);
    // Only what changed is logged, so only that is here again when the deed is replayed. What was put as it stood before
    // follows like anything else that was not touched.
    let touched: Vec<&Touched> = touched.iter().filter(|record| record.before != record.after).collect();
    for record in &touched {
        let no_longer = record.before.as_ref();
        renew(tx, record.table, record.id, no_longer, record.after.as_ref())?;
    }
    let seen: HashSet<RecordId> = touched.iter().map(|record| record.id).collect();
    let mut later = Vec::new();
    for record in &touched {
        let came_or_went = record.before.is_none() != record.after.is_none();
        if let Some(parts) = parts_of(record.table.noun)
            && (came_or_went || moved(record))
        {
            followers(tx, record.id, parts, &mut later)?;
        }
        // A note can be asked for by whether its source is kept.
        if record.table.noun == Noun::Source {
            later.extend(notes_of(record).map(|note| (Noun::Note, note)));
        }
        if files {
            followers(tx, record.id, FILES, &mut later)?;
        }
    }
    let mut done = HashSet::new();
    while let Some((noun, id)) = later.pop() {
        // A file kept with a section that was itself touched still follows that section's meeting.
        if !done.insert(id) || (seen.contains(&id) && !noun.is_part_of_another() && noun != Noun::Attachment)
        {
            continue;
        }
        let row = noun::row_of(tx, noun.table(), id)?;
        renew(tx, noun.table(), id, row.as_ref(), row.as_ref())?;
        if files && noun != Noun::Attachment {
            followers(tx, id, FILES, &mut later)?;
        }
    }
    Ok(())
}

const MEETING_PARTS: &str = "SELECT 3, id FROM section WHERE meeting = ?1
UNION ALL SELECT 4, id FROM margin WHERE meeting = ?1
UNION ALL SELECT 13, id FROM agenda WHERE meeting = ?1
UNION ALL SELECT 15, id FROM remark WHERE meeting = ?1 ORDER BY 1, 2";
const GOAL_PARTS: &str = "SELECT 20, id FROM goal_entry WHERE goal = ?1 ORDER BY 2";
const TALK_PARTS: &str = "SELECT 25, id FROM follow_up WHERE talk = ?1
UNION ALL SELECT 27, id FROM hr_consult WHERE talk = ?1 ORDER BY 1, 2";
const REVIEW_PARTS: &str = "SELECT 31, id FROM review_point WHERE review = ?1 ORDER BY 2";
const FILES: &str = "SELECT 9, id FROM attachment WHERE record = ?1 ORDER BY 2";

/// What follows a record's day or person.
fn parts_of(noun: Noun) -> Option<&'static str> {
    match noun {
        Noun::Meeting => Some(MEETING_PARTS),
        Noun::Goal => Some(GOAL_PARTS),
        Noun::Talk => Some(TALK_PARTS),
        Noun::Review => Some(REVIEW_PARTS),
        _ => None,
    }
}

fn followers(tx: &Reading, of: RecordId, sql: &str, into: &mut Vec<(Noun, RecordId)>) -> Result<()> {
    let found = noun::collect(tx, sql, [of.as_bytes()], |row| {
        let noun = Noun::from_code(row.get(0)?).ok_or_else(noun::misplaced)?;
        Ok((noun, RecordId::from_bytes(row.get(1)?)))
    })?;
    into.extend(found);
    Ok(())
}

/// The notes that a source belonged to and belongs to.
fn notes_of(source: &Touched) -> impl Iterator<Item = RecordId> {
    let at = source.table.place("note");
    let note = move |row: &Row| at.and_then(|at| row[at].as_id()).map(RecordId::from_bytes);
    [source.before.as_ref().and_then(note), source.after.as_ref().and_then(note)].into_iter().flatten()
}

/// Whether a meeting went to another day, or anything to another person.
fn moved(meeting: &Touched) -> bool {
    let (Some(before), Some(after)) = (&meeting.before, &meeting.after) else { return false };
    ["starts", "person"]
        .iter()
        .filter_map(|field| meeting.table.place(field))
        .any(|at| before[at] != after[at])
}

/// Replaces one passage. `before` is the row whose words the index holds, `after` the one it shall hold.
fn renew(tx: &Reading, table: &Table, id: RecordId, before: Option<&Row>, after: Option<&Row>) -> Result<()> {
    let new = after.map_or(Ok(None), |row| Passage::of(tx, table, id, row))?;
    let old = match before {
        Some(row) => standing(tx, id)?.zip(Passage::said(table, row)),
        None => None,
    };
    // A passage that stays on its day keeps its number, so that an edit writes to the index and nowhere else.
    let mut kept = None;
    if let Some((stands, (old_text, old_name))) = old {
        let stays_on_its_day = new.as_ref().is_some_and(|new| stands.number >> DAY == new.day);
        let stays = stays_on_its_day
            && new.as_ref().is_some_and(|new| {
                stands.person == new.person
                    && stands.words == new.words
                    && old_text == new.text
                    && old_name == new.name
            });
        if stays {
            return Ok(());
        }
        tx.prepare_cached(
            "INSERT INTO passage_index (passage_index, rowid, text, tags, name) VALUES ('delete', ?, ?, ?, ?)",
        )?
        .execute((stands.number, &*old_text, Passage::tags(stands.person, &stands.words), &*old_name))?;
        if stays_on_its_day {
            kept = Some(stands);
        } else {
            tx.prepare_cached("DELETE FROM passage WHERE id = ?")?.execute([stands.number])?;
        }
    }
    let Some(new) = new else { return Ok(()) };
    let number = match kept {
        Some(stands) => {
            if stands.person != new.person || stands.words != new.words {
                tx.prepare_cached("UPDATE passage SET person = ?, words = ? WHERE id = ?")?.execute((
                    new.person,
                    &*new.words,
                    stands.number,
                ))?;
            }
            stands.number
        }
        None => {
            let number = next_of(tx, new.day)?;
            tx.prepare_cached(
                "INSERT INTO passage (id, noun, record, person, words) VALUES (?, ?, ?, ?, ?)",
            )?
            .execute((number, table.noun.code(), id.as_bytes(), new.person, &*new.words))?;
            number
        }
    };
    tx.prepare_cached("INSERT INTO passage_index (rowid, text, tags, name) VALUES (?, ?, ?, ?)")?
        .execute((number, &*new.text, Passage::tags(new.person, &new.words), &*new.name))?;
    Ok(())
}

struct Standing {
    number: i64,
    person: Option<[u8; 16]>,
    words: String,
}

fn standing(tx: &Reading, record: RecordId) -> Result<Option<Standing>> {
    let found = noun::collect(
        tx,
        "SELECT id, person, words FROM passage WHERE record = ?",
        [record.as_bytes()],
        |row| Ok(Standing { number: row.get(0)?, person: row.get(1)?, words: row.get(2)? }),
    )?;
    Ok(found.into_iter().next())
}

/// The next free number of a day.
fn next_of(tx: &Reading, day: i64) -> Result<i64> {
    let day = day.clamp(-(1 << 38), 1 << 38);
    let (first, last) = (day << DAY, (day << DAY) + (1 << DAY) - 1);
    let newest: Option<i64> =
        noun::one(tx, "SELECT max(id) FROM passage WHERE id BETWEEN ? AND ?", [first, last])?.flatten();
    match newest {
        None => Ok(first),
        Some(newest) if newest < last => Ok(newest + 1),
        Some(_) => Err(StoreFault::damaged("One day holds more records than the search can number.")),
    }
}
