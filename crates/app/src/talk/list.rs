//! The talks with one person, or with everybody.

use domain::PersonId;
use serde::Deserialize;

use super::TalkLine;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Lists talks: what is looked at next comes first, what is closed last.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// With whom; with everybody when absent.
    pub person: Option<PersonId>,
    /// Only those that are not closed.
    pub only_open: Option<bool>,
}

impl OpenCall for List {
    type Reply = Vec<TalkLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let read = desk.read();
        let _moment = store::noun::one_moment(read)?;
        TalkLine::all(read, self.person, self.only_open == Some(true), desk.today())
    }
}
