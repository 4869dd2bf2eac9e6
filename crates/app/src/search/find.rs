//! Finding words in everything that was written, newest first.

use domain::folder::{NoteKind, Polarity};
use domain::{GoalId, PersonId, RecordId, text};
use serde::{Deserialize, Serialize};
use store::noun::{Noun, person};
use store::search::{self, Query};

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, page};
use crate::person::PersonLine;
use crate::reply::RecordKind;
use crate::stamp::Day;

/// How many people a search names beside its hits.
const PEOPLE: u32 = 6;

/// Searches texts, titles and names.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Find {
    /// The words; the last one may be unfinished.
    pub query: String,
    /// Only what belongs to this person.
    pub person: Option<PersonId>,
    /// Only these kinds.
    pub kinds: Option<Vec<RecordKind>>,
    /// Only notes of praise, or only constructive ones.
    pub polarity: Option<Polarity>,
    /// Only notes about this.
    pub about: Option<NoteKind>,
    /// Only notes that were talked about, or only those that were not.
    pub raised: Option<bool>,
    /// Only notes whose source is kept.
    pub sourced: Option<bool>,
    /// Only notes about this goal.
    pub goal: Option<GoalId>,
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
    /// At most so many.
    pub limit: Option<u32>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Found {
    /// What was written, newest first.
    pub hits: Vec<Hit>,
    /// People by that name.
    pub people: Vec<PersonLine>,
}

/// One find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hit {
    /// What was found.
    pub kind: RecordKind,
    /// Which record.
    pub record: RecordId,
    /// What shows it.
    pub open: Opens,
    /// Whom it is about.
    pub person: Option<PersonId>,
    /// Whom it is about, by name.
    pub person_name: String,
    /// A line to recognise it by.
    pub title: String,
    /// Its day.
    pub on: Option<Day>,
    /// The words around the find.
    pub snippet: Vec<Part>,
}

/// The room that shows a find, and what it opens there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Opens {
    /// The room.
    pub room: Room,
    /// What it opens.
    pub id: RecordId,
}

/// A room that shows finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Room {
    /// A person's page.
    Person,
    /// A 1:1.
    OneOnOne,
    /// A fuzzy folder; opened by its person.
    Folder,
    /// The goals.
    Goal,
    /// The talks.
    Talk,
    /// The reviews.
    Review,
}

/// A piece of a snippet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Part {
    /// Its text.
    pub text: String,
    /// Whether it is what was searched for.
    pub hit: bool,
}

impl OpenCall for Find {
    type Reply = Found;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        text::check_line("search", &self.query)?;
        let (read, today, wall) = (desk.read(), desk.today(), desk.wall());
        let query = Query {
            text: self.query,
            person: self.person,
            kinds: self.kinds.unwrap_or_default().into_iter().map(RecordKind::noun).collect(),
            polarity: self.polarity,
            about: self.about,
            raised: self.raised,
            sourced: self.sourced.unwrap_or(false),
            goal: self.goal,
            from: self.from.map(|day| day.0),
            to: self.to.map(|day| day.0),
            limit: page(self.limit),
        };
        let _moment = store::noun::one_moment(read)?;
        let mut people = Vec::new();
        for id in search::people(read, &query.text, PEOPLE)? {
            people.extend(person::line(read, id, wall)?.map(|line| PersonLine::of(line, today)));
        }
        Ok(Found { hits: search::find(read, &query)?.into_iter().filter_map(shown).collect(), people })
    }
}

/// A find as it crosses the door; none for what no room shows.
fn shown(hit: search::Hit) -> Option<Hit> {
    let (noun, id) = hit.opens;
    let room = match noun {
        Noun::Person => Room::Person,
        Noun::Meeting => Room::OneOnOne,
        Noun::Note => Room::Folder,
        Noun::Goal => Room::Goal,
        Noun::Talk => Room::Talk,
        // What goals rest on is shown where the goals are.
        Noun::Ground => Room::Goal,
        Noun::Review => Room::Review,
        _ => return None,
    };
    Some(Hit {
        kind: RecordKind::of(hit.noun)?,
        record: hit.record,
        open: Opens { room, id },
        person: hit.person,
        person_name: hit.person_name,
        title: hit.title,
        on: hit.on.map(Day),
        snippet: hit.snippet.into_iter().map(|part| Part { text: part.text, hit: part.hit }).collect(),
    })
}
