//! Everybody, in the order a list shows them.

use serde::Deserialize;

use super::PersonLine;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Lists the people: who is here, and on request who has left.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Whether those who have left are listed too.
    pub include_left: Option<bool>,
}

impl OpenCall for List {
    type Reply = Vec<PersonLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let today = desk.today();
        let left_by = if self.include_left == Some(true) { None } else { Some(today) };
        let lines = store::noun::person::lines(desk.read(), desk.wall(), left_by)?;
        Ok(lines.into_iter().map(|line| PersonLine::of(line, today)).collect())
    }
}
