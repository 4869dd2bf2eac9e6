//! Undoing a deed by doing its opposite.
//!
//! Made is removed, removed is put back exactly, a field gets its old value. A text that was edited further since is
//! not set back: the edit alone is taken out of it, through the CRDT, and later edits stay. A single field that was
//! set again since is left alone and the undo is refused with the name of what stands in its way.

use chrono::{DateTime, Utc};
use domain::{RecordId, Refusal};

use super::is_undone;
use crate::{
    Vault,
    fault::{Result, StoreFault},
    gate::{Deed, Done},
    log::{self, ChangeKind, Logged, Past},
    noun::{self, Noun, Reading, Row, Table, Value, instant_of},
    prose::{self, Origin},
};

impl Vault {
    /// Undoes a deed, as a new deed. Undoing an undo does the first deed again.
    ///
    /// # Errors
    /// Refuses (`history.…`) a deed that does not exist or is undone already, and one whose records were changed
    /// again or added to since; the refusal names what to undo first.
    pub fn undo(&mut self, deed: u64, at: DateTime<Utc>) -> Result<Done<()>> {
        self.deed_that_undoes(Some(deed), "history.undo", at, |writing| undo(writing, deed))
    }
}

pub(crate) fn undo(writing: &mut Deed<'_>, deed: u64) -> Result<()> {
    let read = writing.read();
    let changes = log::changes_in(read, deed)?;
    if changes.is_empty() {
        return Err(refused(
            "history.no_such_deed",
            "There is no such change.",
            "Look at the list of changes again.",
        ));
    }
    if is_undone(read, deed)? {
        return Err(refused(
            "history.already_undone",
            "That was already undone.",
            "Undo the undo to do it again.",
        ));
    }
    let mut anything = false;
    let mut removed = Vec::new();
    for record in changes.chunk_by(|one, next| one.record == next.record && one.noun == next.noun) {
        let Some(back) = way_back(read, record)? else { continue };
        anything = true;
        let (table, id) = (record[0].noun.table(), record[0].record);
        match back {
            Back::Gone => {
                writing.remove_row(table, id)?;
                removed.push((table, id));
            }
            Back::To(row, states) => writing.put_row(table, id, row, states)?,
        }
    }
    if !anything {
        return Err(refused("history.nothing_left", "Nothing of that change is left to undo.", ""));
    }
    removed.into_iter().try_for_each(|(table, id)| check_nothing_was_added(read, table, id, deed))
}

/// Where a record goes.
enum Back {
    Gone,
    To(Row, Vec<(String, Vec<u8>)>),
}

/// What undoing the changes of one record comes to; none when it stands there already.
fn way_back(read: &Reading, changes: &[Logged]) -> Result<Option<Back>> {
    let first = &changes[0];
    let stands = noun::row_of(read, first.noun.table(), first.record)?;
    match first.kind {
        ChangeKind::Made => {
            if stands.is_none() {
                return Ok(None);
            }
            let (_, after) = around(read, changes)?;
            if stands == after.row { Ok(Some(Back::Gone)) } else { Err(changed_again(read, first, None)?) }
        }
        ChangeKind::Removed => {
            let (before, _) = around(read, changes)?;
            match stands {
                None => Ok(before.row.map(|row| Back::To(row, before.states.into_iter().collect()))),
                stands if stands == before.row => Ok(None),
                _ => Err(changed_again(read, first, None)?),
            }
        }
        ChangeKind::Set | ChangeKind::Delta => {
            let Some(stands) = stands else { return Err(changed_again(read, first, None)?) };
            let row = fields_back(read, changes, &stands)?;
            Ok((row != stands).then_some(Back::To(row, Vec::new())))
        }
    }
}

/// The record just before and just after a deed.
fn around(read: &Reading, changes: &[Logged]) -> Result<(Past, Past)> {
    let first = &changes[0];
    let mut before = Past::before_all(first.noun.table(), first.record);
    for earlier in log::changes_of(read, first.record)? {
        if earlier.id < first.id && earlier.noun == first.noun {
            before.advance(&earlier.as_change())?;
        }
    }
    let mut after = before.clone();
    for change in changes {
        after.advance(&change.as_change())?;
    }
    Ok((before, after))
}

/// The row as it stands, with the fields of a deed taken back.
fn fields_back(read: &Reading, changes: &[Logged], stands: &Row) -> Result<Row> {
    let (before, after) = around(read, changes)?;
    let mut row = stands.clone();
    for change in changes {
        let field = change.field.as_deref().ok_or_else(log::does_not_fit)?;
        let place = before.table.place(field).ok_or_else(log::does_not_fit)?;
        let (old, new) = (before.field(field)?, after.field(field)?);
        if stands[place] == *new {
            row[place] = old.clone();
        } else if change.kind == ChangeKind::Delta {
            let merged = taken_out(read, change, field, &before, &after, &stands[place])?;
            let Some(merged) = merged else { return Err(changed_again(read, change, Some(field))?) };
            row[place] = Value::Text(merged);
        } else if stands[place] != *old {
            return Err(changed_again(read, change, Some(field))?);
        }
    }
    Ok(row)
}

/// The text as it stands, without one earlier edit; none when the text was since made anew and the edit is not in it.
fn taken_out(
    read: &Reading,
    change: &Logged,
    field: &str,
    before: &Past,
    after: &Past,
    stands: &Value,
) -> Result<Option<String>> {
    let (Some(old), Some(stands)) = (before.field(field)?.as_text(), stands.as_text()) else {
        return Ok(None);
    };
    // Made up to see how the text would read, and thrown away: it must only be nobody else's.
    let origin = Origin { device: [0; 16], sitting: [0; 16], made: change.id };
    let opposite = prose::edit(&after.state_of(field)?, origin, change.record, field, old)?;
    let state = match crate::gate::state_of(read, change.record, field)? {
        Some(state) => state,
        None => prose::first_state(change.record, field, stands),
    };
    Ok(prose::apply(&state, &opposite).ok().map(|(_, merged)| merged))
}

/// Where records point at a noun: table and column.
fn pointers_to(noun: Noun) -> &'static [(&'static str, &'static str)] {
    match noun {
        Noun::Person => &[
            ("one_on_one", "person"),
            ("note", "person"),
            ("goal", "person"),
            ("review", "person"),
            ("action", "about"),
            ("action", "owner"),
            ("person", "manager"),
            ("pair", "person"),
            ("wish", "person"),
            ("exploration", "person"),
            ("talk", "person"),
            ("conversation", "person"),
            ("attachment", "record"),
        ],
        Noun::Meeting => &[
            ("section", "meeting"),
            ("margin", "meeting"),
            ("action", "meeting"),
            ("one_on_one", "moved_from"),
            ("one_on_one", "follows"),
            ("agenda", "meeting"),
            ("prep", "meeting"),
            ("remark", "meeting"),
            ("attachment", "record"),
        ],
        Noun::Section => &[("margin", "section"), ("remark", "section"), ("attachment", "record")],
        Noun::Note => &[("margin", "note"), ("attachment", "record")],
        Noun::Goal => &[("goal_entry", "goal"), ("attachment", "record")],
        Noun::Ground => &[("goal", "ground"), ("attachment", "record")],
        Noun::Talk => &[
            ("conversation", "talk"),
            ("follow_up", "talk"),
            ("check_in", "talk"),
            ("hr_consult", "talk"),
            ("action", "talk"),
            ("attachment", "record"),
        ],
        Noun::Review => &[
            ("review_point", "review"),
            ("self_review", "review"),
            ("peer_input", "review"),
            ("review_version", "review"),
            ("attachment", "record"),
        ],
        Noun::ReviewVersion => &[("signature", "version")],
        Noun::Plan => &[
            ("plan", "baseline"),
            ("plan_entry", "plan"),
            ("plan_text", "plan"),
            ("work_import", "plan"),
            ("attachment", "record"),
        ],
        Noun::Pair => &[("one_on_one", "pair")],
        Noun::Template => &[("pair", "template"), ("one_on_one", "template")],
        Noun::Attachment
        | Noun::Setting
        | Noun::Agenda
        | Noun::Prep
        | Noun::Holiday
        | Noun::Wording
        | Noun::SavedSearch
        | Noun::Dismissal
        | Noun::ReviewCycle
        | Noun::Signature
        | Noun::SigningKey
        | Noun::PlanEntry
        | Noun::WorkImport => &[],
        _ => &[("attachment", "record")],
    }
}

/// Refuses to take a record away from under something that was added or pointed at it after the deed.
fn check_nothing_was_added(read: &Reading, table: &Table, id: RecordId, deed: u64) -> Result<()> {
    for (from, column) in pointers_to(table.noun) {
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM {from} WHERE {column} = ?1
               AND (SELECT max(seq) FROM change WHERE record = {from}.id) > ?2)"
        );
        if noun::one(read, &sql, (id.as_bytes(), deed))? == Some(true) {
            return Err(refused(
                "history.added_to",
                "Something was added to it since, and would be left without a place.",
                "Undo or remove what was added first.",
            ));
        }
    }
    Ok(())
}

/// The refusal that names the newest change standing in the way.
fn changed_again(read: &Reading, change: &Logged, field: Option<&str>) -> Result<StoreFault> {
    let newest: Option<(u64, i64)> = noun::collect(
        read,
        "SELECT deed.seq, deed.at FROM change JOIN deed USING (seq)
         WHERE record = ?1 AND (field IS NULL OR ?2 IS NULL OR field = ?2) AND change.seq > ?3
         ORDER BY change.id DESC LIMIT 1",
        (change.record.as_bytes(), field, change.seq),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?
    .pop();
    let when = newest
        .and_then(|(seq, at)| Some(format!(" on {} (change {seq})", instant_of(at)?.format("%-d %B %Y"))))
        .unwrap_or_default();
    Ok(refused("history.changed_again", &format!("This was changed again{when}."), "Undo that first."))
}

fn refused(rule: &'static str, sentence: &str, next: &str) -> StoreFault {
    let refusal = Refusal::new(rule, sentence);
    StoreFault::from(if next.is_empty() { refusal } else { refusal.next(next) })
}
