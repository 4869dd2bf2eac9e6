//! Everything that is known of where a person would like to go.

use domain::career::{Exploration, Wish, WishKind};
use domain::person::Person;
use domain::{ExplorationId, PersonId, WishId};
use serde::{Deserialize, Serialize};
use store::noun::career;

use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::stamp::Day;

/// Opens the career page of a person.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// Whose.
    pub person: PersonId,
}

/// Where a person would like to go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CareerPage {
    /// The wishes, kinds in the order a first meeting asks, the newest of each kind first. Earlier ones are kept,
    /// because wishes change.
    pub wishes: Vec<WishLine>,
    /// The roles that are or were tried out, the newest first.
    pub explorations: Vec<ExplorationLine>,
}

/// A wish, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WishLine {
    /// Which wish.
    pub id: WishId,
    /// What it is about.
    pub kind: WishKind,
    /// In their words, Markdown.
    pub text: String,
    /// They do not know yet.
    pub unknown: bool,
    /// Why they dislike a role.
    pub why: String,
    /// Whether a dislike comes from experience; otherwise it is assumed.
    pub first_hand: bool,
    /// The day it was said.
    pub on: Day,
    /// When they expect to move into a next role.
    pub expected_on: Option<Day>,
    /// They allow the headcount plan to read it.
    pub may_plan: bool,
}

/// A try-out of a role, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExplorationLine {
    /// Which try-out.
    pub id: ExplorationId,
    /// The role.
    pub role: String,
    /// Why it might fit, Markdown.
    pub why: String,
    /// What happens next.
    pub next_step: String,
    /// Whom to talk to.
    pub contact: String,
    /// What came of it, Markdown; empty while it goes on.
    pub outcome: String,
    /// The day it was planned.
    pub on: Day,
}

impl From<Wish> for WishLine {
    fn from(wish: Wish) -> Self {
        let Wish { id, person: _, kind, text, unknown, why, first_hand, on, expected_on, may_plan } = wish;
        Self {
            id,
            kind,
            text,
            unknown,
            why,
            first_hand,
            on: Day(on),
            expected_on: expected_on.map(Day),
            may_plan,
        }
    }
}

impl From<Exploration> for ExplorationLine {
    fn from(tried: Exploration) -> Self {
        let Exploration { id, person: _, role, why, next_step, contact, outcome, on } = tried;
        Self { id, role, why, next_step, contact, outcome, on: Day(on) }
    }
}

impl OpenCall for Get {
    type Reply = CareerPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let read = desk.read();
        let _moment = store::noun::one_moment(read)?;
        need::<Person>(read, self.person)?;
        // The store answers each kind with the newest first; a stable sort keeps that.
        let mut wishes = career::wishes(read, self.person)?;
        wishes.sort_by_key(|wish| WishKind::ALL.iter().position(|kind| *kind == wish.kind));
        Ok(CareerPage {
            wishes: wishes.into_iter().map(WishLine::from).collect(),
            explorations: career::explorations(read, self.person)?
                .into_iter()
                .map(ExplorationLine::from)
                .collect(),
        })
    }
}
