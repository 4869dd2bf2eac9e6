//! The 1:1s, newest first.

use domain::PersonId;
use serde::Deserialize;
use store::noun::meeting::{self, MeetingFilter};

use super::MeetingLine;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, page};
use crate::stamp::Day;

/// Lists 1:1s, newest first.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// With whom; everybody when absent.
    pub person: Option<PersonId>,
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
    /// At most so many.
    pub limit: Option<u32>,
}

impl OpenCall for List {
    type Reply = Vec<MeetingLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let filter = MeetingFilter {
            person: self.person,
            from: self.from.map(|day| day.0),
            to: self.to.map(|day| day.0),
            limit: Some(page(self.limit)),
        };
        Ok(meeting::lines(desk.read(), &filter)?.into_iter().map(Into::into).collect())
    }
}
