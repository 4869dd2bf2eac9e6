//! The goals of one person, or of everybody.

use domain::PersonId;
use serde::Deserialize;

use super::GoalLine;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Lists goals: what is due first comes first.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Whose; everybody's when absent.
    pub person: Option<PersonId>,
    /// Only those still ahead or being worked on.
    pub only_open: Option<bool>,
}

impl OpenCall for List {
    type Reply = Vec<GoalLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let lines = store::noun::goal::lines(read, self.person, self.only_open == Some(true))?;
        Ok(lines.into_iter().map(|line| GoalLine::on(line, today)).collect())
    }
}
