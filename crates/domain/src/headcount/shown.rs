//! Numbers of a plan as people read them.

use super::Figure;

/// A number as it is written, with the sign that prints as wide as a plus.
pub fn say_number(value: f64, decimals: u8) -> String {
    Figure { key: String::new(), value, decimals }.shown().replace('-', "\u{2212}")
}

/// A share in percent. It is rounded as the share itself is written to two decimals more, so that both say the same.
pub fn say_percent(share: f64, decimals: u8) -> String {
    let rounded = format!("{share:.*}", usize::from(decimals) + 2).parse().unwrap_or(share);
    format!("{}\u{a0}%", say_number(rounded * 100.0, decimals))
}

/// What stands before a number of a month that facts do not reach: a sign that stays on its line, and nothing before others.
pub fn about_sign(is_extrapolated: bool) -> &'static str {
    if is_extrapolated { "\u{2248}\u{a0}" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f9_numbers_are_written_with_signs_that_stay_and_are_said_where_they_are_no_fact() {
        for (said, wanted) in [
            (say_number(-1.25, 1), "\u{2212}1.2"),
            (say_number(-0.04, 1), "0.0"),
            (say_percent(0.415, 0), "41\u{a0}%"),
            (say_percent(-0.07, 0), "\u{2212}7\u{a0}%"),
            (about_sign(true).to_owned(), "\u{2248}\u{a0}"),
            (about_sign(false).to_owned(), ""),
        ] {
            assert_eq!(said, wanted);
        }
    }
}
