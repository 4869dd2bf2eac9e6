//! Whether a ramp is realistic: hires a month that are needed against those that can be carried.

use serde::{Deserialize, Serialize};

use super::joining::joinings;
use super::{AssumptionKey, Assumptions, Forecast, Inputs, Measure};

/// What holds hiring back first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// What recruiters can carry.
    Recruiters,
    /// The hours the team can give to interviews.
    Interviewers,
    /// The candidates there are.
    Candidates,
}

/// Hires a month that each of the three allows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Allowed {
    /// By recruiters.
    pub recruiters: f64,
    /// By interview hours: hours a month ÷ (candidates per hire × hours per candidate). Without end where interviews take
    /// no time.
    pub interviewers: f64,
    /// By candidates: candidates a month ÷ candidates per hire.
    pub candidates: f64,
}

impl Allowed {
    /// The smallest of the three, and which it is; the first of them where two are equal.
    pub fn least(&self) -> (f64, Limit) {
        let rest = [(self.interviewers, Limit::Interviewers), (self.candidates, Limit::Candidates)];
        rest.into_iter().fold(
            (self.recruiters, Limit::Recruiters),
            |least, one| {
                if one.0 < least.0 { one } else { least }
            },
        )
    }
}

/// How many hires a month can be carried.
pub fn allowed(assumptions: &Assumptions) -> Allowed {
    let a = |key| assumptions.get(key);
    let hours = a(AssumptionKey::CandidatesPerHire) * a(AssumptionKey::HoursPerCandidate);
    Allowed {
        recruiters: a(AssumptionKey::RecruiterCapacity),
        interviewers: if hours > 0.0 { a(AssumptionKey::InterviewCapacity) / hours } else { f64::INFINITY },
        candidates: a(AssumptionKey::CandidateCapacity) / a(AssumptionKey::CandidatesPerHire),
    }
}

/// A ramp in numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// People to be hired: net hires and the replacement of leavers.
    pub hires: f64,
    /// In how many months.
    pub months: f64,
    /// Hires a month that are needed.
    pub needed: f64,
    /// Hires a month that can be carried.
    pub allowed: f64,
    /// What allows least.
    pub limit: Limit,
    /// Hires that can be carried in all of the time.
    pub reachable: f64,
    /// Hours a month that interviews take at the pace that is needed.
    pub interview_hours: f64,
    /// Whether what can be carried is at least what is needed.
    pub is_feasible: bool,
}

/// Rates that differ by less are the same, so that a pace met exactly is met.
const ROUNDING: f64 = 1e-9;

/// Hours a month for interviews: hires × candidates per hire × hours per candidate ÷ months.
pub fn interview_hours(assumptions: &Assumptions, hires: f64, months: f64) -> f64 {
    let a = |key| assumptions.get(key);
    hires * a(AssumptionKey::CandidatesPerHire) * a(AssumptionKey::HoursPerCandidate) / months
}

/// The pace of getting from some heads to others: (net hires + leavers) ÷ months, and whether that can be carried. Net hires
/// below zero use up leavers; nobody is hired where none are needed. Less than one month counts as one.
pub fn pace(assumptions: &Assumptions, net_hires: f64, leavers: f64, months: f64) -> Pace {
    let hires = (net_hires + leavers).max(0.0);
    let months = months.max(1.0);
    let needed = hires / months;
    let (allowed, limit) = allowed(assumptions).least();
    Pace {
        hires,
        months,
        needed,
        allowed,
        limit,
        reachable: allowed * months,
        interview_hours: interview_hours(assumptions, hires, months),
        is_feasible: allowed + ROUNDING >= needed,
    }
}

/// The pace that a plan asks for until a month: everybody who is recruited to start by then, backfills included. Those who
/// come from another part of the house are not recruited.
pub fn planned_pace(inputs: &Inputs, until: u32) -> Pace {
    let until = until.min(inputs.months);
    let by = i32::try_from(until).unwrap_or(i32::MAX);
    let hires = joinings(inputs)
        .filter(|joining| joining.kind.is_recruited() && joining.start <= by)
        .fold(0.0, |sum, joining| sum + f64::from(joining.count));
    pace(&inputs.assumptions, hires, 0.0, f64::from(until))
}

/// The month with the most interviews, counted from the start, and their hours in it; the first of them where several are
/// equal, and month 0 where there are none. `forecast` is the forecast of these inputs.
pub fn interview_peak(inputs: &Inputs, forecast: &Forecast) -> (u32, f64) {
    let productive = inputs.assumed(AssumptionKey::ProductiveHours);
    (0..=forecast.months)
        .map(|month| (month, forecast.total(Measure::Interviews, month) * productive))
        .fold((0, 0.0), |most, one| if one.1 > most.1 { one } else { most })
}

#[cfg(test)]
mod tests {
    use super::super::month::month;
    use super::super::{Requisition, forecast, sample};
    use super::*;
    use crate::RequisitionId;

    fn near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-12
    }

    #[test]
    fn f11_f_3_doubling_from_twelve_to_twenty_four() {
        let assumptions = Assumptions::default();
        for (leavers, months, hires, needed, shown) in [
            (0.0, 18.0, 12.0, 12.0 / 18.0, "0.67"),
            (0.0, 12.0, 12.0, 1.0, "1.00"),
            (3.0, 18.0, 15.0, 15.0 / 18.0, "0.83"),
            (3.0, 12.0, 15.0, 1.25, "1.25"),
        ] {
            let found = pace(&assumptions, 24.0 - 12.0, leavers, months);
            assert!(near(found.hires, hires) && near(found.needed, needed));
            assert_eq!(format!("{:.2}", found.needed), shown);
        }
    }

    #[test]
    fn f11_f_3_the_least_of_the_three_decides() {
        use AssumptionKey::{CandidateCapacity, InterviewCapacity, RecruiterCapacity};
        for (recruiters, hours, candidates, allowed, limit) in [
            (1.0, 480.0, 80.0, 1.0, Limit::Recruiters),
            (9.0, 48.0, 80.0, 1.0, Limit::Interviewers),
            (9.0, 480.0, 8.0, 1.0, Limit::Candidates),
            (1.0, 48.0, 8.0, 1.0, Limit::Recruiters),
            (0.0, 480.0, 80.0, 0.0, Limit::Recruiters),
        ] {
            let assumptions = Assumptions::default()
                .with(RecruiterCapacity, recruiters)
                .and_then(|all| all.with(InterviewCapacity, hours))
                .and_then(|all| all.with(CandidateCapacity, candidates))
                .expect("in range");
            for (months, is_feasible) in [(18.0, allowed > 0.0), (12.0, allowed > 0.0), (11.0, false)] {
                let found = pace(&assumptions, 12.0, 0.0, months);
                assert!(near(found.allowed, allowed));
                assert_eq!((found.limit, found.is_feasible), (limit, is_feasible), "{months}");
            }
            assert!(pace(&assumptions, -4.0, 3.0, 12.0).is_feasible, "a smaller group hires nobody");
        }
        let free = Assumptions::default().with(AssumptionKey::HoursPerCandidate, 0.0).expect("in range");
        assert_eq!(
            allowed(&free).least().1,
            Limit::Recruiters,
            "interviews that take no time hold nobody back"
        );
    }

    #[test]
    fn f12_f_3_interview_load() {
        assert!(near(interview_hours(&Assumptions::default(), 12.0, 12.0), 48.0));
        assert!(near(pace(&Assumptions::default(), 12.0, 3.0, 12.0).interview_hours, 60.0));
    }

    #[test]
    fn f12_the_busiest_month_of_interviews_is_found() {
        let mut inputs = Inputs { staff: sample::staff("Storage engineer", 4), ..sample::empty() };
        assert_eq!(interview_peak(&inputs, &forecast(&inputs)), (0, 0.0));
        let hire = |start: &str, count| {
            Requisition::new(RequisitionId::make(), "Storage engineer", month(start), count)
        };
        // A search of four months: 48 hours each for one, so 12 a month for one and 24 for two, from month 8 on both.
        inputs.requisitions = vec![hire("2027-09", 1), hire("2027-11", 2)];
        let (at, hours) = interview_peak(&inputs, &forecast(&inputs));
        assert!(at == 8 && near(hours, 36.0), "{at}: {hours}");
    }

    #[test]
    fn a_plan_asks_for_everybody_who_is_recruited() {
        let inputs = sample::inputs();
        for (until, hires) in [(6, 0.0), (7, 3.0), (9, 4.0), (12, 6.0), (36, 8.0)] {
            assert!(near(planned_pace(&inputs, until).hires, hires), "until {until}");
        }
    }
}
