//! Goals, their story and their wordings: their rows, and the lists of them.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    GoalEntryId, GoalId, GroundId, PersonId, RecordId,
    goal::{Entry, Goal, Wording},
};

use super::{
    Fields, Reading, Record, Row, Table, Value, Word, collect, day_number, figure, pointing_at, record_at,
    remove_with_files, table,
};
use crate::{fault::Result, gate::Deed};

impl Record for Goal {
    const TABLE: &'static Table = &table!(Goal, "goal", [
        "person" Id, "title" Line, "text" Prose, "due" Day, "state" Word, "review_days" Int,
        "reviewed_on" Day, "measure" Text, "achievable" Text, "relevant" Text, "category" Line, "ground" Id,
        "starts_on" Day, "start_figure" Line, "start_unit" Line, "target_figure" Line, "target_unit" Line,
        "is_growth" Flag, "own_words_on" Day, "endorsed_on" Day, "ended_on" Day, "outcome" Line, "comment" Text,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        let [start_figure, start_unit] = figure::write(self.start_value.as_ref());
        let [target_figure, target_unit] = figure::write(self.target.as_ref());
        vec![
            self.person.record().into(),
            self.title.as_str().into(),
            self.text.as_str().into(),
            self.due.into(),
            self.state.to_word().into(),
            self.review_days.into(),
            self.reviewed_on.into(),
            Value::later_line(&self.measure),
            Value::later_line(&self.achievable),
            Value::later_line(&self.relevant),
            Value::later_line(&self.category),
            self.ground.map(GroundId::record).into(),
            self.starts_on.into(),
            start_figure,
            start_unit,
            target_figure,
            target_unit,
            Value::later_flag(self.is_growth),
            self.own_words_on.into(),
            self.endorsed_on.into(),
            self.ended_on.into(),
            Value::later_line(&self.outcome),
            Value::later_line(&self.comment),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            person: fields.id()?,
            title: fields.text()?,
            text: fields.text()?,
            due: fields.maybe_day()?,
            state: fields.word()?,
            review_days: fields.maybe_int()?,
            reviewed_on: fields.maybe_day()?,
            measure: fields.line_or_empty()?,
            achievable: fields.line_or_empty()?,
            relevant: fields.line_or_empty()?,
            category: fields.line_or_empty()?,
            ground: fields.maybe_id()?,
            starts_on: fields.maybe_day()?,
            start_value: figure::read(fields)?,
            target: figure::read(fields)?,
            is_growth: fields.flag_or_no()?,
            own_words_on: fields.maybe_day()?,
            endorsed_on: fields.maybe_day()?,
            ended_on: fields.maybe_day()?,
            outcome: fields.line_or_empty()?,
            comment: fields.line_or_empty()?,
        })
    }
}

impl Record for Entry {
    const TABLE: &'static Table = &table!(GoalEntry, "goal_entry", [
        "goal" Id, "kind" Word, "on" Day, "text" Prose, "figure" Line, "unit" Line, "has_moved" Flag,
        "resolved_on" Day,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        let [figure, unit] = figure::write(self.value.as_ref());
        vec![
            self.goal.record().into(),
            self.kind.to_word().into(),
            self.on.into(),
            self.text.as_str().into(),
            figure,
            unit,
            self.has_moved.into(),
            self.resolved_on.into(),
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            goal: fields.id()?,
            kind: fields.word()?,
            on: fields.day()?,
            text: fields.text()?,
            value: figure::read(fields)?,
            has_moved: fields.flag()?,
            resolved_on: fields.maybe_day()?,
        })
    }
}

impl Record for Wording {
    const TABLE: &'static Table = &table!(Wording, "goal_wording", [
        "goal" Id, "on" Day, "reason" Word, "because" Line, "state" Word, "title" Line, "text" Text, "measure" Text,
        "achievable" Text, "relevant" Text, "due" Day, "target_figure" Line, "target_unit" Line,
    ]);

    fn id(&self) -> RecordId {
        self.id.record()
    }

    fn to_row(&self) -> Row {
        let [target_figure, target_unit] = figure::write(self.target.as_ref());
        vec![
            self.goal.record().into(),
            self.on.into(),
            self.reason.to_word().into(),
            self.because.as_str().into(),
            self.state.to_word().into(),
            self.title.as_str().into(),
            self.text.as_str().into(),
            self.measure.as_str().into(),
            self.achievable.as_str().into(),
            self.relevant.as_str().into(),
            self.due.into(),
            target_figure,
            target_unit,
        ]
    }

    fn from_row(id: RecordId, fields: &mut Fields) -> Result<Self> {
        Ok(Self {
            id: id.into(),
            goal: fields.id()?,
            on: fields.day()?,
            reason: fields.word()?,
            because: fields.text()?,
            state: fields.word()?,
            title: fields.text()?,
            text: fields.text()?,
            measure: fields.text()?,
            achievable: fields.text()?,
            relevant: fields.text()?,
            due: fields.maybe_day()?,
            target: figure::read(fields)?,
        })
    }
}

/// A goal as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalLine {
    /// The goal.
    pub goal: Goal,
    /// Whose it is.
    pub person_name: String,
    /// What it rests on, in one line; empty for nothing.
    pub ground_title: String,
    /// Whether its person is at the beginning, which halves the time from one look to the next.
    pub is_junior: bool,
    /// The entries that say how far it has come, oldest first: the last two looks, and the newest figure.
    pub story: Vec<Entry>,
    /// How many obstacles are still in the way.
    pub obstacles: u32,
}

/// The goals of a person, or of everybody, or only those still open: what is due first comes first, what has no day
/// comes last.
///
/// # Errors
/// What reading can fail with.
pub fn lines(read: &Reading, person: Option<PersonId>, only_open: bool) -> Result<Vec<GoalLine>> {
    let of_person = if person.is_some() { "WHERE g.person = ?1" } else { "WHERE ?1 IS NULL" };
    let open = if only_open { "AND g.state IN ('proposed', 'endorsed', 'active')" } else { "" };
    let person = person.map(PersonId::record);
    lines_where(read, &format!("{of_person} {open}"), person.as_ref().map(RecordId::as_bytes))
}

/// One goal.
///
/// # Errors
/// What reading can fail with.
pub fn line(read: &Reading, goal: GoalId) -> Result<Option<GoalLine>> {
    Ok(lines_where(read, "WHERE g.id = ?1", Some(goal.record().as_bytes()))?.into_iter().next())
}

fn lines_where(read: &Reading, which: &str, id: Option<&[u8; 16]>) -> Result<Vec<GoalLine>> {
    let sql = format!(
        "SELECT coalesce(p.name, ''), coalesce(p.level, ''), coalesce(p.employment, ''),
           coalesce((SELECT title FROM ground WHERE id = g.ground), ''),
           (SELECT count(*) FROM goal_entry AS e WHERE e.goal = g.id AND e.kind = 'obstacle' AND e.resolved_on IS NULL),
           {COLUMNS}
         FROM goal AS g LEFT JOIN person AS p ON p.id = g.person {which}
         ORDER BY g.due NULLS LAST, g.id"
    );
    let mut lines = collect(read, &sql, [id], |row| {
        let (level, employment): (String, String) = (row.get(1)?, row.get(2)?);
        Ok(GoalLine {
            goal: record_at(row, 5)?,
            person_name: row.get(0)?,
            is_junior: is_junior(&level, &employment),
            ground_title: row.get(3)?,
            story: Vec::new(),
            obstacles: row.get(4)?,
        })
    })?;
    for line in &mut lines {
        line.story = looks(read, line.goal.id)?;
    }
    Ok(lines)
}

const COLUMNS: &str =
    "g.id, g.person, g.title, g.text, g.due, g.state, g.review_days, g.reviewed_on, g.measure,
  g.achievable, g.relevant, g.category, g.ground, g.starts_on, g.start_figure, g.start_unit, g.target_figure,
  g.target_unit, g.is_growth, g.own_words_on, g.endorsed_on, g.ended_on, g.outcome, g.comment";

/// Whether a level and an employment say that somebody is at the beginning.
fn is_junior(level: &str, employment: &str) -> bool {
    use domain::person::{Employment, Person, Relation};
    let employment = Employment::from_word(employment).unwrap_or_default();
    let person = Person::named(PersonId::from(RecordId::from_bytes([0; 16])), "", Relation::Other);
    Person { level: level.to_owned(), employment, ..person }.is_junior()
}

/// The last two looks at a goal and its newest figure, oldest first: all that its percentage and its interval need.
fn looks(read: &Reading, goal: GoalId) -> Result<Vec<Entry>> {
    let mut story = collect(
        read,
        "SELECT id, goal, kind, \"on\", text, figure, unit, has_moved, resolved_on FROM goal_entry
         WHERE goal = ?1 AND kind = 'progress' ORDER BY \"on\" DESC, id DESC LIMIT 2",
        [goal.record().as_bytes()],
        |row| record_at::<Entry>(row, 0),
    )?;
    if !story.is_empty() && story.iter().all(|entry| entry.value.is_none()) {
        story.extend(collect(
            read,
            "SELECT id, goal, kind, \"on\", text, figure, unit, has_moved, resolved_on FROM goal_entry
             WHERE goal = ?1 AND figure IS NOT NULL ORDER BY \"on\" DESC, id DESC LIMIT 1",
            [goal.record().as_bytes()],
            |row| record_at::<Entry>(row, 0),
        )?);
    }
    story.reverse();
    Ok(story)
}

/// Everything that a goal's story holds, oldest first.
///
/// # Errors
/// What reading can fail with.
pub fn story(read: &Reading, goal: GoalId) -> Result<Vec<Entry>> {
    collect(
        read,
        "SELECT id, goal, kind, \"on\", text, figure, unit, has_moved, resolved_on FROM goal_entry
         WHERE goal = ? ORDER BY \"on\", id",
        [goal.record().as_bytes()],
        |row| record_at(row, 0),
    )
}

/// How a goal was worded, oldest first.
///
/// # Errors
/// What reading can fail with.
pub fn wordings(read: &Reading, goal: GoalId) -> Result<Vec<Wording>> {
    collect(
        read,
        "SELECT id, goal, \"on\", reason, because, state, title, text, measure, achievable, relevant, due,
           target_figure, target_unit FROM goal_wording WHERE goal = ? ORDER BY \"on\", id",
        [goal.record().as_bytes()],
        |row| record_at(row, 0),
    )
}

/// How many goals of each person are active, and how many of these are growth. Somebody without any is left out.
///
/// # Errors
/// What reading can fail with.
pub fn active(read: &Reading) -> Result<HashMap<PersonId, Active>> {
    let found = collect(
        read,
        "SELECT person, count(*), coalesce(sum(is_growth), 0) FROM goal WHERE state = 'active' GROUP BY person",
        [],
        |row| {
            Ok((RecordId::from_bytes(row.get(0)?).into(), Active { goals: row.get(1)?, growth: row.get(2)? }))
        },
    )?;
    Ok(found.into_iter().collect())
}

/// What somebody works on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Active {
    /// Goals.
    pub goals: u32,
    /// Those among them that are growth.
    pub growth: u32,
}

/// The goals that were being worked on and have no wording kept since `from`, the first day of a cycle.
///
/// # Errors
/// What reading can fail with.
pub fn without_wording_since(read: &Reading, from: NaiveDate) -> Result<Vec<Goal>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM goal AS g WHERE g.state = 'active' AND NOT EXISTS
           (SELECT 1 FROM goal_wording AS w WHERE w.goal = g.id AND w.\"on\" >= ?) ORDER BY g.id"
    );
    collect(read, &sql, [day_number(from)], |row| record_at(row, 0))
}

/// The categories in use, with how many goals each has, by name.
///
/// # Errors
/// What reading can fail with.
pub fn categories(read: &Reading) -> Result<Vec<(String, u32)>> {
    collect(
        read,
        "SELECT category, count(*) FROM goal WHERE category IS NOT NULL GROUP BY category ORDER BY category",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The goals of a category.
///
/// # Errors
/// What reading can fail with.
pub fn of_category(read: &Reading, category: &str) -> Result<Vec<Goal>> {
    let sql = format!("SELECT {COLUMNS} FROM goal AS g WHERE g.category = ? ORDER BY g.id");
    collect(read, &sql, [category], |row| record_at(row, 0))
}

/// Removes a goal with its story and its wordings, and the files kept with any of them.
///
/// # Errors
/// What writing can fail with.
pub fn remove(deed: &mut Deed<'_>, id: RecordId) -> Result<()> {
    for entry in pointing_at(deed.read(), "SELECT id FROM goal_entry WHERE goal = ?", id)? {
        remove_with_files::<Entry>(deed, entry)?;
    }
    for wording in pointing_at(deed.read(), "SELECT id FROM goal_wording WHERE goal = ?", id)? {
        deed.remove::<Wording>(wording)?;
    }
    remove_with_files::<Goal>(deed, id)
}

/// Removes one entry of a goal's story, with the files kept with it.
///
/// # Errors
/// What writing can fail with.
pub fn remove_entry(deed: &mut Deed<'_>, id: GoalEntryId) -> Result<()> {
    remove_with_files::<Entry>(deed, id.record())
}
