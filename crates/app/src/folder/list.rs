//! The notes of a folder, newest first.

use domain::PersonId;
use domain::folder::Polarity;
use serde::Deserialize;
use store::noun::note::{self, NoteFilter};

use super::NoteLine;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, page};
use crate::stamp::Day;

/// Lists notes, newest first. To go on, ask for those before the day of the last one.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Whose folder; every folder when absent.
    pub person: Option<PersonId>,
    /// Only praise, or only what is to improve.
    pub polarity: Option<Polarity>,
    /// Only notes from before this day.
    pub before: Option<Day>,
    /// At most about so many: the last day is never cut in two.
    pub limit: Option<u32>,
}

impl OpenCall for List {
    type Reply = Vec<NoteLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let filter = NoteFilter {
            person: self.person,
            polarity: self.polarity,
            before: self.before.map(|day| day.0),
            limit: Some(page(self.limit)),
            ..NoteFilter::default()
        };
        let lines = note::lines(desk.read(), &filter)?;
        Ok(lines.into_iter().map(|line| NoteLine::of(line, today)).collect())
    }
}
