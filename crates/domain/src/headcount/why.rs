//! Why a number is what it is: the formula, and every input with its value.

use super::parts::{Cause, Factor, product, walk};
use super::tables::Tables;
use super::{Inputs, Measure, forecast};

/// One step of an explanation: factors, applied from left to right starting from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it comes from.
    pub cause: Cause,
    /// For a sum over roles, which of them.
    pub role: Option<usize>,
    /// 1 where it is added, −1 where it is taken away.
    pub sign: f64,
    /// The numbers that it is made of. Those of which [`Factor::divides`] is true divide.
    pub factors: Vec<(Factor, f64)>,
    /// What they come to.
    pub value: f64,
}

/// Why one cell is what it is: the sum of its steps, each with its sign, added from first to last starting from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// What is counted.
    pub measure: Measure,
    /// Of which role; none for all.
    pub role: Option<usize>,
    /// In which month, counted from the start.
    pub month: u32,
    /// The steps. None of them is hidden, also where it comes to nothing.
    pub steps: Vec<Step>,
    /// What they come to: the cell of the forecast, to the last digit.
    pub result: f64,
    /// Whether the month lies beyond what facts reach.
    pub is_extrapolated: bool,
}

/// Explains a number of a forecast; none for a role or a month that it does not have.
///
/// A measure of all roles is explained by the roles, one of other measures by those, and any other by the people and
/// the work it comes from.
pub fn why(inputs: &Inputs, measure: Measure, role: Option<usize>, month: u32) -> Option<Why> {
    let forecast = forecast(inputs);
    if month > inputs.months || role.is_some_and(|role| role >= forecast.roles.len()) {
        return None;
    }
    let value_step = |cause: Measure, role: Option<usize>, of: usize, sign: f64| {
        let value = forecast.cell(cause, of, month);
        Step { cause: Cause::Measure(cause), role, sign, factors: vec![(Factor::Value, value)], value }
    };
    let steps = match role {
        None => (0..forecast.roles.len()).map(|role| value_step(measure, Some(role), role, 1.0)).collect(),
        Some(role) if !measure.terms().is_empty() => {
            measure.terms().iter().map(|(sign, term)| value_step(*term, None, role, *sign)).collect()
        }
        Some(role) => parts_of(inputs, &forecast.roles, measure, role, month),
    };
    Some(Why {
        measure,
        role,
        month,
        result: steps.iter().fold(0.0, |sum, step: &Step| sum + step.sign * step.value),
        steps,
        is_extrapolated: forecast.is_extrapolated(month),
    })
}

fn parts_of(inputs: &Inputs, roles: &[String], measure: Measure, role: usize, month: u32) -> Vec<Step> {
    let tables = Tables::of(inputs);
    let at = i32::try_from(month).unwrap_or(i32::MAX);
    let mut steps = Vec::new();
    walk(inputs, roles, |part| {
        if part.measure != measure
            || part.role != role
            || !part.range(inputs.months).contains(&(month as usize))
        {
            return;
        }
        let mut factors = part.factors.to_vec();
        let chance = if part.is_gone { Factor::Leaves } else { Factor::Stays };
        let named = [
            (Factor::Ramp, part.ramp(&tables, at)),
            (chance, part.chance(&tables, at)),
            (Factor::Growth, part.growth(&tables, at)),
        ];
        factors.extend(named.into_iter().filter_map(|(factor, value)| Some((factor, value?))));
        let value = product(&factors);
        steps.push(Step { cause: part.cause, role: None, sign: 1.0, factors, value });
    });
    steps
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn every_cell_is_explained_to_the_last_digit() {
        let inputs = sample::inputs();
        let forecast = forecast(&inputs);
        for measure in Measure::ALL {
            for role in (0..forecast.roles.len()).map(Some).chain([None]) {
                for month in 0..=inputs.months {
                    let why = why(&inputs, measure, role, month).expect("a cell");
                    let cell = forecast.value(measure, role, month);
                    assert_eq!(why.result.to_bits(), cell.to_bits(), "{measure:?} {role:?} {month}");
                    for step in &why.steps {
                        assert_eq!(product(&step.factors).to_bits(), step.value.to_bits());
                    }
                }
            }
        }
        assert_eq!(why(&inputs, Measure::Gap, Some(99), 0), None);
        assert_eq!(why(&inputs, Measure::Gap, None, 37), None);
    }

    #[test]
    fn f12_an_explanation_names_what_interviews_take() {
        let inputs = sample::inputs();
        let forecast = forecast(&inputs);
        let role = forecast.role("Storage engineer").expect("a role");
        let month = (0..=36)
            .find(|&month| forecast.cell(Measure::Interviews, role, month) > 0.0)
            .expect("interviews");
        let why = why(&inputs, Measure::Interviews, Some(role), month).expect("a cell");
        let names: Vec<Factor> = why.steps[0].factors.iter().map(|(factor, _)| *factor).collect();
        assert_eq!(
            names,
            [
                Factor::Count,
                Factor::CandidatesPerHire,
                Factor::Hours,
                Factor::InterviewMonths,
                Factor::ProductiveHours
            ]
        );
    }
}
