//! The promises, soonest due first.

use domain::PersonId;
use serde::Deserialize;
use store::noun::action::{self, ActionFilter};
use store::noun::person;

use super::ActionLine;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{LONGEST_PAGE, OpenDesk};

/// Lists promises.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Carried along in whose 1:1; everybody's when absent.
    pub person: Option<PersonId>,
    /// Only what the owner of the vault owes.
    pub mine: Option<bool>,
    /// Only what is still owed, or only what is not.
    pub open: Option<bool>,
}

impl OpenCall for List {
    type Reply = Vec<ActionLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let me = person::owner(desk.read())?.map(|owner| owner.id);
        let filter = ActionFilter {
            about: self.person,
            owner: if self.mine == Some(true) { me } else { None },
            open: self.open,
            limit: Some(LONGEST_PAGE),
        };
        Ok(action::lines(desk.read(), &filter)?.into_iter().map(|line| ActionLine::of(line, me)).collect())
    }
}
