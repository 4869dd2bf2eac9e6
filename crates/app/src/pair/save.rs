//! Keeping a rhythm.

use domain::one_on_one::{Factors, Pair, USUAL_MINUTES};
use domain::person::{Person, Relation};
use domain::{PairId, PersonId, Refusal, TemplateId};
use serde::Deserialize;

use super::get::FactorTexts;
use super::present;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, need};
use crate::reply::Made;
use crate::stamp::{WallTime, given};

/// Keeps the rhythm with one person. What is absent stays as it is, and is as usual for a new pair: weekly, half an hour.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct Save {
    /// With whom.
    pub person: PersonId,
    /// The first slot of this rhythm; asked for when the pair is new.
    pub begins: Option<WallTime>,
    /// The IANA zone of that clock; empty for where the owner is.
    pub zone: Option<String>,
    /// Usual length in minutes.
    pub minutes: Option<u32>,
    /// Days from one slot to the next.
    pub every_days: Option<u32>,
    /// Why it is sparser than every second week.
    pub sparse_because: Option<String>,
    /// Whether the owner is at ease with 1:1s by now.
    pub at_ease_mine: Option<bool>,
    /// Whether the other is.
    pub at_ease_theirs: Option<bool>,
    /// What the rhythm is chosen by.
    pub factors: Option<FactorTexts>,
    /// The template of new documents; `null` for the built-in one.
    #[serde(default, deserialize_with = "given")]
    pub template: Option<Option<TemplateId>>,
}

impl OpenCall for Save {
    type Reply = Made;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let person: Person = need(desk.read(), self.person)?;
        if person.relation == Relation::Me {
            return Err(Refusal::new("one_on_one.with_yourself", "A 1:1 needs somebody else.")
                .next("Choose another person.")
                .into());
        }
        let today = desk.today();
        let mut pair = match (present(desk, self.person)?, self.begins) {
            (Some(pair), _) => pair,
            (None, Some(begins)) => Pair::weekly(PairId::make(), self.person, begins.0, USUAL_MINUTES),
            (None, None) => {
                return Err(Refusal::new("pair.begins", "A new series needs its first time.")
                    .next("Say on which day and at what time you meet.")
                    .into());
            }
        };
        if let Some(begins) = self.begins {
            pair.begins = begins.0;
        }
        pair.zone = self.zone.unwrap_or(pair.zone);
        pair.minutes = self.minutes.unwrap_or(pair.minutes);
        pair.every_days = self.every_days.unwrap_or(pair.every_days);
        pair.sparse_because = self.sparse_because.unwrap_or(pair.sparse_because);
        pair.at_ease_mine = self.at_ease_mine.unwrap_or(pair.at_ease_mine);
        pair.at_ease_theirs = self.at_ease_theirs.unwrap_or(pair.at_ease_theirs);
        pair.template = self.template.unwrap_or(pair.template);
        if let Some(factors) = self.factors.map(Factors::from)
            && factors != pair.factors
        {
            pair.factors = factors;
            pair.factors_on = Some(today);
        }
        pair.check()?;
        let done = desk.deed(Self::NAME, |deed| deed.put(&pair))?;
        Ok(Made { id: pair.id.record(), deed: done.deed })
    }
}
