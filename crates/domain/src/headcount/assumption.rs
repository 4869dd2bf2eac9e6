//! What a forecast assumes, each by a key, with its default, its unit and its range.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// In what an assumption is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Hours a month.
    HoursAMonth,
    /// Hours.
    Hours,
    /// A share: 0 is none, 1 is all.
    Share,
    /// Months.
    Months,
    /// Candidates.
    Candidates,
    /// Candidates a month.
    CandidatesAMonth,
    /// Hires a month.
    HiresAMonth,
    /// People.
    People,
}

/// What is known of an assumption before anybody sets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spec {
    /// Its value until it is set.
    pub default: f64,
    /// In what it is counted.
    pub unit: Unit,
    /// The least it may be.
    pub least: f64,
    /// The most it may be.
    pub most: f64,
    /// Whether the default is ours, a starting point to be replaced, and rests on no source.
    pub is_ours: bool,
}

macro_rules! assumptions {
    ($($(#[$doc:meta])* $name:ident = $default:literal, $unit:ident, $least:literal ..= $most:literal;)*) => {
        /// One thing a forecast assumes. Its key is its name in small letters, and never changes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum AssumptionKey { $($(#[$doc])* $name,)* }

        impl AssumptionKey {
            /// Every key, in the order a worksheet lists them.
            pub const ALL: [Self; 23] = [$(Self::$name,)*];

            /// Its default, unit and range. Every default is ours; none is published by anybody.
            pub fn spec(self) -> Spec {
                match self { $(Self::$name => Spec {
                    default: $default, unit: Unit::$unit, least: $least, most: $most, is_ours: true,
                },)* }
            }
        }
    };
}

assumptions! {
    /// Hours a month that one FTE spends on the work itself, after meetings, leave and learning.
    ProductiveHours = 120.0, HoursAMonth, 20.0..=250.0;
    /// The share of employees who leave within a year.
    Attrition = 0.1, Share, 0.0..=0.95;
    /// The share of offers that are accepted.
    OfferAcceptance = 0.8, Share, 0.01..=1.0;
    /// Months from opening a requisition to an offer, on average.
    MonthsToHire = 3.0, Months, 1.0..=24.0;
    /// Candidates who are interviewed for one who joins.
    CandidatesPerHire = 8.0, Candidates, 1.0..=500.0;
    /// Hours the team spends on one candidate.
    HoursPerCandidate = 6.0, Hours, 0.0..=200.0;
    /// Months until a newcomer gives their full output.
    RampMonths = 6.0, Months, 0.0..=36.0;
    /// How far the ramp and the funnel may differ from their average, either way, in a simulation.
    Spread = 0.33, Share, 0.0..=1.0;
    /// The share of their output that a lead gives up for leading.
    LeadLoss = 0.7, Share, 0.0..=1.0;
    /// Hours a month that guiding one intern takes.
    InternGuidance = 20.0, HoursAMonth, 0.0..=250.0;
    /// Hours a month that guiding one contractor takes.
    ContractorGuidance = 8.0, HoursAMonth, 0.0..=250.0;
    /// The output of an intern beside that of an employee.
    InternOutput = 0.3, Share, 0.0..=1.0;
    /// The output of a contractor beside that of an employee.
    ContractorOutput = 0.9, Share, 0.0..=1.0;
    /// People one manager has as direct reports.
    ManagerSpan = 7.0, People, 1.0..=100.0;
    /// Hours a month that training one newcomer takes from the people who train.
    TrainingHours = 16.0, HoursAMonth, 0.0..=250.0;
    /// For how many months a newcomer is trained.
    TrainingMonths = 3.0, Months, 0.0..=36.0;
    /// Hires a month that the recruiters can carry.
    RecruiterCapacity = 2.0, HiresAMonth, 0.0..=10_000.0;
    /// Hours a month that the team can give to interviews.
    InterviewCapacity = 100.0, HoursAMonth, 0.0..=1_000_000.0;
    /// Candidates a month that the market offers.
    CandidateCapacity = 20.0, CandidatesAMonth, 0.0..=1_000_000.0;
    /// By which share the run load grows in a year; below zero it shrinks.
    RunGrowth = 0.0, Share, -0.95..=5.0;
    /// The share of toil that automation takes away.
    AutomationShare = 0.5, Share, 0.0..=1.0;
    /// Months an initiative is put off by, where it is put off.
    DeferMonths = 3.0, Months, 1.0..=60.0;
    /// From which surplus or gap of a level on, in FTE, level and work do not match.
    LevelTolerance = 1.0, People, 0.0..=1_000.0;
}

impl AssumptionKey {
    /// Where its value stands in [`Assumptions`].
    fn place(self) -> usize {
        self as usize
    }

    /// Whether a value may be assumed.
    ///
    /// # Errors
    /// Refuses a value outside the range, in words, and what is no number.
    pub fn check(self, value: f64) -> Result<(), Refusal> {
        let Spec { least, most, unit, .. } = self.spec();
        if (least..=most).contains(&value) {
            return Ok(());
        }
        let range = if unit == Unit::Share {
            format!("Choose a share from {} % to {} %.", least * 100.0, most * 100.0)
        } else {
            format!("Choose a number from {least} to {most}.")
        };
        Err(Refusal::new(
            "headcount.assumption_range",
            "This assumption is outside what a plan can work with.",
        )
        .next(range))
    }
}

/// One assumption that somebody set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Assumption {
    /// Which.
    pub key: AssumptionKey,
    /// The value, in the key's unit.
    pub value: f64,
    /// Where it comes from: a report, a person, a guess.
    pub source: String,
}

/// All assumptions, each with a value in its range.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumptions([f64; AssumptionKey::ALL.len()]);

impl Default for Assumptions {
    fn default() -> Self {
        Self(AssumptionKey::ALL.map(|key| key.spec().default))
    }
}

impl Assumptions {
    /// The defaults, and over them what somebody set.
    ///
    /// # Errors
    /// Refuses a value outside its range.
    pub fn of(set: &[Assumption]) -> Result<Self, Refusal> {
        set.iter().try_fold(Self::default(), |all, one| all.with(one.key, one.value))
    }

    /// What is assumed for a key, in its unit.
    pub fn get(&self, key: AssumptionKey) -> f64 {
        self.0[key.place()]
    }

    /// The same with another value.
    ///
    /// # Errors
    /// Refuses a value outside its range.
    pub fn with(mut self, key: AssumptionKey, value: f64) -> Result<Self, Refusal> {
        key.check(value)?;
        self.0[key.place()] = value;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_in_its_range_and_said_to_be_ours() {
        for key in AssumptionKey::ALL {
            assert_eq!(key.check(key.spec().default), Ok(()), "{key:?}");
            assert!(key.spec().is_ours);
            assert_eq!(Assumptions::default().get(key).to_bits(), key.spec().default.to_bits());
        }
        assert_eq!(AssumptionKey::ALL.map(AssumptionKey::place).to_vec(), (0..23).collect::<Vec<_>>());
    }

    #[test]
    fn a_value_outside_its_range_is_refused_in_words() {
        for (key, value, next) in [
            (AssumptionKey::Attrition, 1.2, "Choose a share from 0 % to 95 %."),
            (AssumptionKey::ProductiveHours, 0.0, "Choose a number from 20 to 250."),
            (AssumptionKey::ProductiveHours, f64::NAN, "Choose a number from 20 to 250."),
            (AssumptionKey::MonthsToHire, f64::INFINITY, "Choose a number from 1 to 24."),
        ] {
            let refusal = Assumptions::default().with(key, value).expect_err("outside");
            assert_eq!((refusal.rule, refusal.next.as_deref()), ("headcount.assumption_range", Some(next)));
        }
        let set = Assumption { key: AssumptionKey::LeadLoss, value: 0.5, source: "Asked three leads".into() };
        let all = Assumptions::of(&[set]).expect("in range");
        assert!((all.get(AssumptionKey::LeadLoss) - 0.5).abs() < f64::EPSILON);
    }

    #[test]
    fn f14_a_lead_loses_seven_tenths_until_somebody_says_otherwise() {
        assert!((AssumptionKey::LeadLoss.spec().default - 0.7).abs() < f64::EPSILON);
    }
}
