//! Numbers as places, and months and numbers as words.

use domain::headcount::Month;
pub(crate) use domain::headcount::{about_sign as about, say_number as number, say_percent as percent};

/// The numbers of an axis, and where they stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    least: f64,
    most: f64,
    step: f64,
    /// How many decimals its numbers need.
    decimals: u8,
    /// Where its least and its most stand.
    from: f64,
    to: f64,
}

impl Scale {
    /// An axis that holds these numbers, with about so many steps of 1, 2 or 5 times a power of ten. One that begins far
    /// from zero does not go down to it.
    pub(super) fn of(least: f64, most: f64, steps: f64) -> Self {
        let (mut least, mut most) = (least.min(most), most.max(least));
        if least >= 0.0 && least < most * 0.45 {
            least = 0.0;
        }
        if most <= 0.0 && most > least * 0.45 {
            most = 0.0;
        }
        if most - least < 1e-9 {
            most = least + 1.0;
        }
        let step = nice((most - least) / steps);
        let (least, most) = ((least / step).floor() * step, (most / step).ceil() * step);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 9
        let decimals = (-step.log10().floor()).clamp(0.0, 9.0) as u8;
        Self { least, most, step, decimals, from: 0.0, to: 1.0 }
    }

    /// The same between two places.
    pub(super) fn between(self, from: f64, to: f64) -> Self {
        Self { from, to, ..self }
    }

    /// Where a number stands.
    pub(super) fn place(&self, value: f64) -> f64 {
        self.from + (value - self.least) / (self.most - self.least) * (self.to - self.from)
    }

    /// The numbers to read it at, each with how it is written.
    pub(super) fn ticks(&self) -> impl Iterator<Item = (f64, String)> + use<> {
        let (first, step, decimals) = ((self.least / self.step).round(), self.step, self.decimals);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // about as many as were asked for
        let many = ((self.most - self.least) / step).round().clamp(0.0, 50.0) as u32;
        (0..=many).map(move |place| {
            let value = (first + f64::from(place)) * step;
            (value, number(value, decimals))
        })
    }
}

/// The smallest of 1, 2 and 5 times a power of ten that is not below a number.
fn nice(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|times| times * power)
        .find(|step| *step >= least * 0.999)
        .unwrap_or(10.0 * power)
}

/// A number without decimals where it is whole.
pub(super) fn brief(value: f64) -> String {
    number(value, u8::from((value - value.round()).abs() > 0.05))
}

/// A month where room is short: `Jan 27`.
pub(crate) fn short_month(month: Month) -> String {
    month.first_day().format("%b %y").to_string()
}

/// A month as people say it: `January 2027`.
pub(crate) fn say_month(month: Month) -> String {
    month.first_day().format("%B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_go_in_steps_of_one_two_or_five() {
        for (least, most, expected) in [
            (17.0, 33.9, &["15", "20", "25", "30", "35"][..]),
            (0.0, 3.0, &["0", "1", "2", "3"]),
            (2.0, 9.7, &["0", "2", "4", "6", "8", "10"]),
            (-3.0, 12.0, &["\u{2212}5", "0", "5", "10", "15"]),
            (0.0, 0.0, &["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
            (5000.0, 5000.0, &["5000.0", "5000.2", "5000.4", "5000.6", "5000.8", "5001.0"]),
            (0.0, 6200.0, &["0", "2000", "4000", "6000", "8000"]),
            (0.0, 0.07, &["0.00", "0.02", "0.04", "0.06", "0.08"]),
        ] {
            let found: Vec<String> = Scale::of(least, most, 5.0).ticks().map(|(_, text)| text).collect();
            assert_eq!(found, expected, "{least} to {most}");
        }
    }

    #[test]
    fn a_number_stands_between_the_ends_of_its_axis() {
        let scale = Scale::of(10.0, 20.0, 5.0).between(200.0, 0.0);
        for (value, place) in [(10.0, 200.0), (15.0, 100.0), (20.0, 0.0)] {
            assert!((scale.place(value) - place).abs() < 1e-9, "{value}");
        }
    }

    #[test]
    fn months_and_numbers_are_words() {
        let month: Month = "2027-01".parse().expect("a month");
        assert_eq!((short_month(month).as_str(), say_month(month).as_str()), ("Jan 27", "January 2027"));
        for (value, text) in [(-1.42, "\u{2212}1.4"), (3.0, "3"), (-0.01, "0"), (2.96, "3"), (2.5, "2.5")] {
            assert_eq!(brief(value), text);
        }
        for (share, text) in
            [(0.23, "23\u{a0}%"), (0.015, "1\u{a0}%"), (0.29, "29\u{a0}%"), (0.0, "0\u{a0}%")]
        {
            assert_eq!(percent(share, 0), text);
        }
    }
}
