//! Rows to nouns and back, a file a noun: what it looks like in its table, and the reads that screens need.
//!
//! A noun is written by handing it to a [`Deed`]. What only makes sense together is removed together:
//! [`person::remove`] and [`meeting::remove`].

use domain::{RecordId, attachment::Attachment};
use rusqlite::OptionalExtension;

use crate::{
    fault::{Result, StoreFault},
    gate::Deed,
};

pub mod action;
pub mod agenda;
mod attachment;
pub mod career;
mod cbor;
pub mod dismissal;
pub mod dump;
mod figure;
pub mod goal;
pub mod ground;
pub mod headcount;
pub mod holiday;
mod margin;
pub mod meeting;
pub mod note;
pub mod pair;
pub mod person;

pub mod prep;
mod record;
pub mod remark;
pub mod review;
pub mod saved_search;
mod section;
pub mod setting;
pub mod source;
mod table;
pub mod talk;
pub mod template;
mod value;
mod word;

pub(crate) use record::misplaced;
pub use record::{Fields, Record, day_number, day_of, instant_number, instant_of, wall_number, wall_of};
pub(crate) use table::table;
pub use table::{Column, Kind, Row, Table};
pub use value::Value;
pub use word::Word;

/// What reads read from: the vault as it stands, or as it stands inside a deed.
pub type Reading = rusqlite::Connection;

/// Every kind of record, by the number it has in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Noun {
    /// A person of the roster.
    Person = 1,
    /// A 1:1 meeting.
    Meeting = 2,
    /// A section of a 1:1 document.
    Section = 3,
    /// The owner's margin beside a 1:1 document.
    Margin = 4,
    /// An entry of a fuzzy folder.
    Note = 5,
    /// A goal.
    Goal = 6,
    /// A review draft.
    Review = 7,
    /// A promise.
    Action = 8,
    /// An attached file.
    Attachment = 9,
    /// A setting of the vault.
    Setting = 10,
    /// The two people of a 1:1 and their rhythm.
    Pair = 11,
    /// A template of 1:1 documents.
    Template = 12,
    /// A point of a meeting's agenda.
    Agenda = 13,
    /// What the owner did to prepare a meeting.
    Prep = 14,
    /// Something added to a document for both to read.
    Remark = 15,
    /// A day off of the workplace.
    Holiday = 16,
    /// A wish for a career.
    Wish = 17,
    /// A try-out of a role.
    Exploration = 18,
    /// Where a note of a fuzzy folder came from.
    Source = 19,
    /// An entry in a goal's story.
    GoalEntry = 20,
    /// A goal as it was worded at one moment.
    Wording = 21,
    /// A value or goal of the company, which goals may rest on.
    Ground = 22,
    /// A hard talk, from the first notice until it is closed.
    Talk = 23,
    /// A conversation about talks.
    Conversation = 24,
    /// A look at how it goes after a talk.
    FollowUp = 25,
    /// A question to somebody whom a talk concerns.
    CheckIn = 26,
    /// A turn to HR about a talk.
    HrConsult = 27,
    /// A search that is kept by name.
    SavedSearch = 28,
    /// A hint of the writing coach that was set aside.
    Dismissal = 29,
    /// A cycle of reviews with its dates.
    ReviewCycle = 30,
    /// A point of a review or of its self review.
    Point = 31,
    /// What a person writes about their own year.
    SelfReview = 32,
    /// What one person says for a review.
    PeerInput = 33,
    /// One version of a review that was shared.
    ReviewVersion = 34,
    /// A signature below a review.
    Signature = 35,
    /// The key that the owner signs with.
    SigningKey = 36,
    /// A version or a scenario of a headcount plan.
    Plan = 37,
    /// One thing that a headcount plan is made of.
    PlanEntry = 38,
    /// An answer of a headcount plan, or a part of its argument.
    PlanText = 39,
    /// Work that was imported into a headcount plan.
    WorkImport = 40,
}

impl Noun {
    /// Every noun, in the order of their numbers.
    pub const ALL: [Self; 40] = [
        Self::Person,
        Self::Meeting,
        Self::Section,
        Self::Margin,
        Self::Note,
        Self::Goal,
        Self::Review,
        Self::Action,
        Self::Attachment,
        Self::Setting,
        Self::Pair,
        Self::Template,
        Self::Agenda,
        Self::Prep,
        Self::Remark,
        Self::Holiday,
        Self::Wish,
        Self::Exploration,
        Self::Source,
        Self::GoalEntry,
        Self::Wording,
        Self::Ground,
        Self::Talk,
        Self::Conversation,
        Self::FollowUp,
        Self::CheckIn,
        Self::HrConsult,
        Self::SavedSearch,
        Self::Dismissal,
        Self::ReviewCycle,
        Self::Point,
        Self::SelfReview,
        Self::PeerInput,
        Self::ReviewVersion,
        Self::Signature,
        Self::SigningKey,
        Self::Plan,
        Self::PlanEntry,
        Self::PlanText,
        Self::WorkImport,
    ];

    /// The number in the store.
    pub fn code(self) -> u8 {
        self as u8
    }

    /// The noun of a number.
    pub fn from_code(code: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| i64::from(noun.code()) == code)
    }

    /// The noun's word, as doors and files say it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Meeting => "one_on_one",
            Self::Section => "section",
            Self::Margin => "margin",
            Self::Note => "note",
            Self::Goal => "goal",
            Self::Review => "review",
            Self::Action => "action",
            Self::Attachment => "attachment",
            Self::Setting => "setting",
            Self::Pair => "pair",
            Self::Template => "template",
            Self::Agenda => "agenda",
            Self::Prep => "prep",
            Self::Remark => "remark",
            Self::Holiday => "holiday",
            Self::Wish => "wish",
            Self::Exploration => "exploration",
            Self::Source => "source",
            Self::GoalEntry => "goal_entry",
            Self::Wording => "goal_wording",
            Self::Ground => "ground",
            Self::Talk => "talk",
            Self::Conversation => "conversation",
            Self::FollowUp => "follow_up",
            Self::CheckIn => "check_in",
            Self::HrConsult => "hr_consult",
            Self::SavedSearch => "saved_search",
            Self::Dismissal => "dismissal",
            Self::ReviewCycle => "review_cycle",
            Self::Point => "review_point",
            Self::SelfReview => "self_review",
            Self::PeerInput => "peer_input",
            Self::ReviewVersion => "review_version",
            Self::Signature => "signature",
            Self::SigningKey => "signing_key",
            Self::Plan => "plan",
            Self::PlanEntry => "plan_entry",
            Self::PlanText => "plan_text",
            Self::WorkImport => "work_import",
        }
    }

    /// The noun of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.word() == word)
    }

    /// Whether its day or its person is that of what it belongs to: a meeting, a goal, a talk.
    pub(crate) fn is_part_of_another(self) -> bool {
        matches!(
            self,
            Self::Section
                | Self::Margin
                | Self::Agenda
                | Self::Remark
                | Self::GoalEntry
                | Self::FollowUp
                | Self::HrConsult
                | Self::Point
        )
    }

    /// The noun's table.
    pub fn table(self) -> &'static Table {
        match self {
            Self::Person => domain::person::Person::TABLE,
            Self::Meeting => domain::one_on_one::Meeting::TABLE,
            Self::Section => domain::one_on_one::Section::TABLE,
            Self::Margin => domain::one_on_one::Margin::TABLE,
            Self::Note => domain::folder::Note::TABLE,
            Self::Goal => domain::goal::Goal::TABLE,
            Self::Review => domain::review::Review::TABLE,
            Self::Action => domain::action::Action::TABLE,
            Self::Attachment => domain::attachment::Attachment::TABLE,
            Self::Setting => setting::Setting::TABLE,
            Self::Pair => domain::one_on_one::Pair::TABLE,
            Self::Template => domain::one_on_one::Template::TABLE,
            Self::Agenda => domain::one_on_one::AgendaItem::TABLE,
            Self::Prep => domain::one_on_one::Prep::TABLE,
            Self::Remark => domain::one_on_one::Remark::TABLE,
            Self::Holiday => domain::workday::Holiday::TABLE,
            Self::Wish => domain::career::Wish::TABLE,
            Self::Exploration => domain::career::Exploration::TABLE,
            Self::Source => domain::folder::Source::TABLE,
            Self::GoalEntry => domain::goal::Entry::TABLE,
            Self::Wording => domain::goal::Wording::TABLE,
            Self::Ground => domain::goal::Ground::TABLE,
            Self::Talk => domain::talk::Talk::TABLE,
            Self::Conversation => domain::talk::Conversation::TABLE,
            Self::FollowUp => domain::talk::FollowUp::TABLE,
            Self::CheckIn => domain::talk::CheckIn::TABLE,
            Self::HrConsult => domain::talk::HrConsult::TABLE,
            Self::SavedSearch => domain::saved_search::SavedSearch::TABLE,
            Self::Dismissal => domain::dismissal::Dismissal::TABLE,
            Self::ReviewCycle => domain::review::ReviewCycle::TABLE,
            Self::Point => domain::review::Point::TABLE,
            Self::SelfReview => domain::review::SelfReview::TABLE,
            Self::PeerInput => domain::review::PeerInput::TABLE,
            Self::ReviewVersion => domain::review::ReviewVersion::TABLE,
            Self::Signature => domain::review::Signature::TABLE,
            Self::SigningKey => domain::review::SigningKey::TABLE,
            Self::Plan => domain::headcount::Plan::TABLE,
            Self::PlanEntry => domain::headcount::PlanEntry::TABLE,
            Self::PlanText => domain::headcount::PlanText::TABLE,
            Self::WorkImport => domain::headcount::WorkImport::TABLE,
        }
    }
}

/// The row of a record, if there is one.
pub(crate) fn row_of(read: &Reading, table: &Table, id: RecordId) -> Result<Option<Row>> {
    let mut statement = read.prepare_cached(table.select)?;
    let mut rows = statement.query([id.as_bytes()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    (0..table.columns.len())
        .map(|place| Value::from_column(row.get_ref(place)?))
        .collect::<Result<_>>()
        .map(Some)
}

/// Calls `each` with every record of a table, in the order of their identifiers.
pub(crate) fn each_row(
    read: &Reading,
    table: &Table,
    mut each: impl FnMut(RecordId, Row) -> Result<()>,
) -> Result<()> {
    let mut statement = read.prepare_cached(table.select_all)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = RecordId::from_bytes(row.get(0)?);
        let values = (1..=table.columns.len())
            .map(|place| Value::from_column(row.get_ref(place)?))
            .collect::<Result<_>>()?;
        each(id, values)?;
    }
    Ok(())
}

/// One record, if it is there.
///
/// # Errors
/// What reading can fail with.
pub fn get<R: Record>(read: &Reading, id: impl Into<RecordId>) -> Result<Option<R>> {
    let id = id.into();
    row_of(read, R::TABLE, id)?.map(|row| R::from_row(id, &mut Fields::new(row))).transpose()
}

/// Every record of a noun, in the order of their identifiers.
///
/// # Errors
/// What reading can fail with, and what `each` returns.
pub fn each<R: Record>(read: &Reading, mut each: impl FnMut(R) -> Result<()>) -> Result<()> {
    each_row(read, R::TABLE, |id, row| each(R::from_row(id, &mut Fields::new(row))?))
}

/// How much a vault holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records of all nouns, settings left out.
    pub records: u64,
    /// Deeds: every write since the vault was made.
    pub changes: u64,
    /// Records by noun.
    pub by_noun: Vec<(Noun, u64)>,
}

/// How much the vault holds.
///
/// # Errors
/// What reading can fail with.
pub fn counts(read: &Reading) -> Result<Counts> {
    let by_noun = Noun::ALL
        .into_iter()
        .filter(|noun| *noun != Noun::Setting)
        .map(|noun| Ok((noun, read.prepare_cached(noun.table().count)?.query_row([], |row| row.get(0))?)))
        .collect::<Result<Vec<(Noun, u64)>>>()?;
    Ok(Counts {
        records: by_noun.iter().map(|(_, count)| count).sum(),
        changes: crate::log::position(read)?.seq,
        by_noun,
    })
}

/// Everything that is read until the answer is dropped is of one moment, whoever writes meanwhile. Many small questions
/// in a row are also answered faster: SQLite looks for news once, and not at each of them.
///
/// # Errors
/// What reading can fail with.
pub fn one_moment(read: &Reading) -> Result<Moment<'_>> {
    Ok(Moment { _held: read.unchecked_transaction()? })
}

/// A moment of the vault, held until this is dropped. See [`one_moment`].
#[derive(Debug)]
pub struct Moment<'a> {
    _held: rusqlite::Transaction<'a>,
}

/// Runs a prepared query and collects what `take` makes of each row.
pub(crate) fn collect<T>(
    read: &Reading,
    sql: &str,
    params: impl rusqlite::Params,
    mut take: impl FnMut(&rusqlite::Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = read.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(take(row)?);
    }
    Ok(all)
}

/// Runs a prepared query for one value.
pub(crate) fn one<T: rusqlite::types::FromSql>(
    read: &Reading,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Option<T>> {
    read.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional().map_err(StoreFault::from)
}

/// The records that a column of links holds.
pub(crate) fn records_in(value: &Value) -> Result<Vec<RecordId>> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::Bytes(bytes) => cbor::read_records(Some(bytes)),
        _ => Err(misplaced()),
    }
}

/// The records that a query finds for one record.
fn pointing_at(read: &Reading, sql: &str, record: RecordId) -> Result<Vec<RecordId>> {
    collect(read, sql, [record.as_bytes()], |row| Ok(RecordId::from_bytes(row.get(0)?)))
}

/// Removes a record, the files kept with it, and what was said about the coach's hints in it.
fn remove_with_files<R: Record>(deed: &mut Deed<'_>, id: RecordId) -> Result<()> {
    for file in crate::attachment::of(deed.read(), id)? {
        deed.remove::<Attachment>(file.id)?;
    }
    dismissal::remove_all(deed, id)?;
    deed.remove::<R>(id)?;
    Ok(())
}

/// A record whose fields begin at column `first` of a row, after its identifier.
pub(crate) fn record_at<R: Record>(row: &rusqlite::Row<'_>, first: usize) -> Result<R> {
    let id = RecordId::from_bytes(row.get(first)?);
    let values = (1..=R::TABLE.columns.len())
        .map(|place| Value::from_column(row.get_ref(first + place)?))
        .collect::<Result<_>>()?;
    R::from_row(id, &mut Fields::new(values))
}

#[cfg(test)]
mod answers;
#[cfg(test)]
mod tests;

#[cfg(test)]
mod plans;
