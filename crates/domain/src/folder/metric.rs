//! A figure with its unit: what a note or a goal is measured by.

use std::str::FromStr;

use bigdecimal::BigDecimal;
use serde::{Deserialize, Serialize};

use crate::{Refusal, text};

/// A figure and what it counts, such as `104 s`, `-3 %` or `2.5 days`. Exact: a decimal number, not a binary one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// The figure. Across a border it is a line of digits with a point, so that no zero and no digit gets lost.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub value: BigDecimal,
    /// What it counts; may be empty.
    pub unit: String,
}

/// A figure has at most so many digits,
const MOST_DIGITS: u64 = 30;
/// and so many of them behind the point.
const MOST_PLACES: i64 = 12;

impl Metric {
    /// A metric as it is typed: a figure, then its unit. A comma may stand for the decimal point.
    ///
    /// # Errors
    /// Refuses a text that does not begin with a figure.
    pub fn typed(line: &str) -> Result<Self, Refusal> {
        let line = line.trim();
        let ends =
            line.find(|c: char| !matches!(c, '0'..='9' | '.' | ',' | '-' | '+' | '−')).unwrap_or(line.len());
        let (figure, unit) = line.split_at(ends);
        let figure = figure.replace('−', "-").replace(',', ".");
        let value = BigDecimal::from_str(figure.trim_start_matches('+')).map_err(|_| {
            Refusal::new("metric.no_figure", "A figure begins with a number.")
                .next("Write the number first and then its unit, such as 104 s.")
        })?;
        let metric = Self { value, unit: unit.trim().to_owned() };
        metric.check()?;
        Ok(metric)
    }

    /// Whether it may be kept.
    ///
    /// # Errors
    /// Refuses a figure of more than 30 digits or 12 decimal places, and a unit that is no plain line.
    pub fn check(&self) -> Result<(), Refusal> {
        let places = self.value.fractional_digit_count();
        if self.value.digits() > MOST_DIGITS || !(0..=MOST_PLACES).contains(&places) {
            return Err(Refusal::new("metric.too_long", "This figure has too many digits.")
                .next("Round it, or choose a larger unit."));
        }
        text::check_line("unit", &self.unit)
    }
}

impl std::fmt::Display for Metric {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.unit.is_empty() {
            write!(f, "{}", self.value.to_plain_string())
        } else {
            write!(f, "{} {}", self.value.to_plain_string(), self.unit)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Metric;

    #[test]
    fn a_figure_is_typed_before_its_unit() {
        for (typed, shown) in [
            ("104 s", "104 s"),
            ("104s", "104 s"),
            (" 2,50 days ", "2.50 days"),
            ("−3 %", "-3 %"),
            ("+12", "12"),
            ("0.1", "0.1"),
        ] {
            assert_eq!(
                Metric::typed(typed).map(|metric| metric.to_string()).as_deref(),
                Ok(shown),
                "{typed:?}"
            );
        }
        for typed in ["", "fast", "% 3", "1.2.3 s", "-"] {
            assert_eq!(Metric::typed(typed).expect_err(typed).rule, "metric.no_figure", "{typed:?}");
        }
        for typed in ["9999999999999999999999999999999", "0.0000000000001"] {
            assert_eq!(Metric::typed(typed).expect_err(typed).rule, "metric.too_long", "{typed:?}");
        }
        let huge: Metric = serde_json::from_str(r#"{"value":"1e400000000","unit":""}"#).expect("a number");
        assert_eq!(huge.check().expect_err("huge").rule, "metric.too_long");
        assert_eq!(Metric::typed("3 a\nb").expect_err("lines").rule, "text.line_breaks");
    }

    #[test]
    fn no_digit_is_lost_across_a_border() {
        for figure in ["0.10", "104", "-3.5", "792281625142643375935439503351"] {
            let metric = Metric::typed(figure).expect(figure);
            let json = serde_json::to_value(&metric).expect("json");
            assert_eq!(json["value"], figure);
            assert_eq!(serde_json::from_value::<Metric>(json).expect("read"), metric);
        }
    }
}
