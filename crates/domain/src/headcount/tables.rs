//! Shares that depend on months alone: ramp, staying, growth.

use super::{AssumptionKey, Inputs};

/// The shares that depend on months alone, looked up instead of computed.
pub struct Tables {
    ramp: Vec<f64>,
    stays: Vec<f64>,
    growth: Vec<f64>,
}

/// The twelfth root, by Newton's steps: only sums, products and quotients, so that every machine finds the same digits,
/// which is not promised for `powf`.
fn twelfth_root(of: f64) -> f64 {
    let power = |root: f64, times: u32| (0..times).fold(1.0, |so_far, _| so_far * root);
    (0..100).fold(1.0, |root, _| (11.0 * root + of / power(root, 11)) / 12.0)
}

/// The share of full output in the month `after` so many months: (months + 1) ÷ (ramp + 1), at most 1. With a ramp of six
/// months the first gives a seventh, and the seventh gives all.
pub fn ramp_share(after: u32, ramp_months: f64) -> f64 {
    ((f64::from(after) + 1.0) / (ramp_months + 1.0)).min(1.0)
}

impl Tables {
    pub fn of(inputs: &Inputs) -> Self {
        let powers = |monthly: f64| {
            std::iter::successors(Some(1.0), |so_far| Some(so_far * monthly))
                .take(inputs.months as usize + 1)
                .collect()
        };
        let ramp = inputs.assumed(AssumptionKey::RampMonths);
        Self {
            ramp: (0..40).map(|after| ramp_share(after, ramp)).collect(),
            stays: powers(twelfth_root(1.0 - inputs.assumed(AssumptionKey::Attrition))),
            growth: powers(twelfth_root(1.0 + inputs.assumed(AssumptionKey::RunGrowth))),
        }
    }

    /// The share of full output so many months after joining; 0 before.
    pub fn ramp(&self, after: i32) -> f64 {
        usize::try_from(after).map_or(0.0, |after| self.ramp.get(after).copied().unwrap_or(1.0))
    }

    /// The share of people still there after so many months of attrition: (1 − yearly attrition)^(months ÷ 12).
    pub fn stays(&self, months: i32) -> f64 {
        let last = self.stays.len() - 1;
        self.stays[usize::try_from(months).unwrap_or(0).min(last)]
    }

    pub fn growth(&self, month: i32) -> f64 {
        self.growth[usize::try_from(month).unwrap_or(0).min(self.growth.len() - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_months_of_attrition_are_a_year_of_it() {
        for yearly in [0.0, 0.1, 0.5, 0.95] {
            let left = (0..12).fold(1.0, |left, _| left * twelfth_root(1.0 - yearly));
            assert!((left - (1.0 - yearly)).abs() < 1e-14, "{yearly}: {left}");
        }
        let grown = (0..12).fold(1.0, |grown, _| grown * twelfth_root(6.0));
        assert!((grown - 6.0).abs() < 1e-13, "{grown}");
    }

    #[test]
    fn f11_a_newcomer_ramps_up_in_even_steps() {
        for (after, ramp, share) in
            [(0, 6.0, 1.0 / 7.0), (3, 6.0, 4.0 / 7.0), (6, 6.0, 1.0), (60, 6.0, 1.0), (0, 0.0, 1.0)]
        {
            assert!((ramp_share(after, ramp) - share).abs() < 1e-15, "{after} of {ramp}");
        }
        assert!((ramp_share(39, 36.0) - 1.0).abs() < f64::EPSILON, "the table reaches the longest ramp");
    }
}
