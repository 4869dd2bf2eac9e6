//! The rhythm with one person: what it is, how it goes, what comes.

use chrono::Days;
use domain::one_on_one::{Factors, Pair, due};
use domain::{PairId, PersonId, TemplateId};
use serde::{Deserialize, Serialize};
use store::noun::meeting::{self, Met};

use super::{Slot, between, present};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::stamp::{Day, WallTime};

/// How far ahead slots are shown, in days, and how many at most.
const AHEAD_DAYS: u64 = 120;
const AHEAD: usize = 8;

/// Reads the rhythm with somebody.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// With whom.
    pub person: PersonId,
}

/// The rhythm with somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PairPage {
    /// The running series; none where meetings are planned one by one.
    pub rhythm: Option<Rhythm>,
    /// The next slots that nobody has opened yet.
    pub slots: Vec<Slot>,
    /// Days since the two last met.
    pub gap_days: Option<i64>,
    /// Whether that is too long.
    pub is_gap_red: bool,
    /// Moved among the last eight occurrences.
    pub moved: u32,
    /// How many occurrences that is of; 0 says nothing about anybody.
    pub moved_of: u32,
    /// Whether the moves are worth a word: two among the last four.
    pub moves_told: bool,
}

/// A running series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Rhythm {
    /// Which pair.
    pub id: PairId,
    /// The first slot of this rhythm.
    pub begins: WallTime,
    /// The zone of that clock; empty where the owner is.
    pub zone: String,
    /// Usual length in minutes.
    pub minutes: u32,
    /// Days from one slot to the next.
    pub every_days: u32,
    /// Why it is sparser than every second week.
    pub sparse_because: String,
    /// Whether the owner is at ease with 1:1s.
    pub at_ease_mine: bool,
    /// Whether the other is.
    pub at_ease_theirs: bool,
    /// What the rhythm was chosen by.
    pub factors: FactorTexts,
    /// The day those were written down.
    pub factors_on: Option<Day>,
    /// The template of new documents.
    pub template: Option<TemplateId>,
    /// Its last day, where it has one.
    pub ends_on: Option<Day>,
}

/// The six things a rhythm is chosen by, in the owner's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FactorTexts {
    /// The person's level.
    pub level: String,
    /// How the work goes.
    pub performance: String,
    /// How far they work on their own.
    pub autonomy: String,
    /// How long they have been with the organisation.
    pub tenure_here: String,
    /// How long they have been on this team.
    pub tenure_on_team: String,
    /// What the manager has to carry.
    pub load: String,
}

impl From<FactorTexts> for Factors {
    fn from(texts: FactorTexts) -> Self {
        let FactorTexts { level, performance, autonomy, tenure_here, tenure_on_team, load } = texts;
        Self { level, performance, autonomy, tenure_here, tenure_on_team, load }
    }
}

impl From<Factors> for FactorTexts {
    fn from(factors: Factors) -> Self {
        let Factors { level, performance, autonomy, tenure_here, tenure_on_team, load } = factors;
        Self { level, performance, autonomy, tenure_here, tenure_on_team, load }
    }
}

impl From<Pair> for Rhythm {
    fn from(pair: Pair) -> Self {
        Self {
            id: pair.id,
            begins: WallTime(pair.begins),
            zone: pair.zone,
            minutes: pair.minutes,
            every_days: pair.every_days,
            sparse_because: pair.sparse_because,
            at_ease_mine: pair.at_ease_mine,
            at_ease_theirs: pair.at_ease_theirs,
            factors: pair.factors.into(),
            factors_on: pair.factors_on.map(Day),
            template: pair.template,
            ends_on: pair.ends_on.map(Day),
        }
    }
}

impl PairPage {
    /// The rhythm with somebody, as it is now; `met` says how often the two have met.
    pub(crate) fn of(desk: &OpenDesk, person: PersonId, met: &Met) -> Result<Self, Fault> {
        let (today, wall) = (desk.today(), desk.wall());
        let until = wall.checked_add_days(Days::new(AHEAD_DAYS)).unwrap_or(wall);
        let mut slots = between(desk, Some(person), wall, until)?;
        slots.truncate(AHEAD);
        let gap_days = met.last.map(|last| due::gap_days(last, today));
        let moves = due::moves(&meeting::states(desk.read(), person)?);
        Ok(Self {
            rhythm: present(desk, person)?.map(Rhythm::from),
            slots,
            gap_days,
            is_gap_red: gap_days.is_some_and(due::is_gap_red),
            moved: moves.moved,
            moved_of: moves.of,
            moves_told: moves.told,
        })
    }
}

impl OpenCall for Get {
    type Reply = PairPage;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let met = meeting::met(desk.read(), self.person)?;
        PairPage::of(desk, self.person, &met)
    }
}
