//! What a forecast counts, and how one count is made of others.

use serde::{Deserialize, Serialize};

/// One count of a forecast, in FTE but for heads, for a role and a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// What the initiatives of that month take.
    Initiatives,
    /// Run load: its hours ÷ productive hours, growing or shrinking as assumed.
    Run,
    /// What the people there now would give if nobody left, with the ramp of those who are new.
    People,
    /// What is expected to be missing because people left.
    Leavers,
    /// What those who joined by requisition or backfill give, by their ramp, less those of them who are expected to leave.
    Joined,
    /// What planned reductions take away.
    Reduced,
    /// Hours for interviews.
    Interviews,
    /// Hours for guiding interns and contractors.
    Guidance,
    /// Hours for training newcomers.
    Training,
    /// What leads give up for leading.
    LeadLoss,
    /// People who are expected to be there, each counted as one.
    Heads,
    /// Initiatives and run load.
    Demand,
    /// People less leavers, with those who joined, less everything that takes from their time.
    Supply,
    /// Demand less supply: above zero, people are missing; below zero, work is.
    Gap,
}

impl Measure {
    /// Every measure. Those that are made of parts come first, then those made of other measures, each after what it
    /// is made of.
    pub const ALL: [Self; 14] = [
        Self::Initiatives,
        Self::Run,
        Self::People,
        Self::Leavers,
        Self::Joined,
        Self::Reduced,
        Self::Interviews,
        Self::Guidance,
        Self::Training,
        Self::LeadLoss,
        Self::Heads,
        Self::Demand,
        Self::Supply,
        Self::Gap,
    ];

    /// Of which measures it is the sum, and whether each is added (1) or taken away (−1), in the order they are added.
    /// Empty for one that is made of people and work themselves.
    pub fn terms(self) -> &'static [(f64, Self)] {
        match self {
            Self::Demand => &[(1.0, Self::Initiatives), (1.0, Self::Run)],
            Self::Supply => &[
                (1.0, Self::People),
                (-1.0, Self::Leavers),
                (1.0, Self::Joined),
                (-1.0, Self::Reduced),
                (-1.0, Self::Interviews),
                (-1.0, Self::Guidance),
                (-1.0, Self::Training),
                (-1.0, Self::LeadLoss),
            ],
            Self::Gap => &[(1.0, Self::Demand), (-1.0, Self::Supply)],
            _ => &[],
        }
    }

    /// What it does to supply: 1, −1, or 0 where it is no term of it.
    pub(super) fn sign_in_supply(self) -> f64 {
        Self::Supply.terms().iter().find(|(_, term)| *term == self).map_or(0.0, |(sign, _)| *sign)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_stand_after_what_they_are_made_of() {
        for (place, measure) in Measure::ALL.into_iter().enumerate() {
            assert_eq!(measure as usize, place);
            assert!(measure.terms().iter().all(|(_, term)| *term < measure), "{measure:?}");
        }
    }
}
