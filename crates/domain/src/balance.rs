//! Balance: how much praise stands beside what is to improve. It hints and never blocks.

use serde::{Deserialize, Serialize};

/// Below this many points there is too little to judge by.
const FEWEST: u32 = 5;
/// From this share of praise on, in percent, a look back is even.
const EVEN_FROM: u32 = 50;
/// Up to this share of praise, in percent, a look back is even.
const EVEN_TO: u32 = 70;

/// What a share of praise says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing was counted.
    Nothing,
    /// Fewer than five points: too few to judge.
    TooFew,
    /// Between half and seven tenths are praise.
    Even,
    /// More than seven tenths are praise: what could be better is missing.
    Glowing,
    /// Less than half is praise: what went well is missing.
    ShortChanged,
}

/// Praise and constructive points, counted. Points are counted, never words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Points of praise.
    pub praise: u32,
    /// Points to improve.
    pub constructive: u32,
}

impl Balance {
    fn all(self) -> u32 {
        self.praise.saturating_add(self.constructive)
    }

    /// The share of praise in percent, rounded; none when nothing was counted.
    pub fn percent(self) -> Option<u32> {
        let share = f64::from(self.praise) / f64::from(self.all());
        // Between 0 and 100, so the cast loses nothing.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (self.all() > 0).then(|| (share * 100.0).round() as u32)
    }

    /// What the share says. The edges of the band belong to it.
    pub fn verdict(self) -> Verdict {
        let (praise, all) = (u64::from(self.praise) * 100, u64::from(self.all()));
        if all == 0 {
            Verdict::Nothing
        } else if self.all() < FEWEST {
            Verdict::TooFew
        } else if praise > u64::from(EVEN_TO) * all {
            Verdict::Glowing
        } else if praise < u64::from(EVEN_FROM) * all {
            Verdict::ShortChanged
        } else {
            Verdict::Even
        }
    }

    /// How many constructive points are missing for 60 % of praise: ⌈2p/3⌉ − c.
    pub fn missing_constructive(self) -> u32 {
        self.praise.saturating_mul(2).div_ceil(3).saturating_sub(self.constructive)
    }

    /// How many points of praise are missing for 60 % of praise: ⌈3c/2⌉ − p.
    pub fn missing_praise(self) -> u32 {
        self.constructive.saturating_mul(3).div_ceil(2).saturating_sub(self.praise)
    }
}

#[cfg(test)]
mod tests {
    use super::{Balance, Verdict};

    #[test]
    fn b7_a_look_back_is_even_between_half_and_seven_tenths() {
        for (praise, constructive, percent, verdict, missing_constructive, missing_praise) in [
            (6, 4, Some(60), Verdict::Even, 0, 0),
            (12, 8, Some(60), Verdict::Even, 0, 0),
            (9, 1, Some(90), Verdict::Glowing, 5, 0),
            (3, 7, Some(30), Verdict::ShortChanged, 0, 8),
            (5, 0, Some(100), Verdict::Glowing, 4, 0),
            (7, 3, Some(70), Verdict::Even, 2, 0),
            (5, 5, Some(50), Verdict::Even, 0, 3),
            (1, 1, Some(50), Verdict::TooFew, 0, 1),
            (0, 0, None, Verdict::Nothing, 0, 0),
        ] {
            let balance = Balance { praise, constructive };
            assert_eq!(
                (
                    balance.percent(),
                    balance.verdict(),
                    balance.missing_constructive(),
                    balance.missing_praise()
                ),
                (percent, verdict, missing_constructive, missing_praise),
                "{praise} to {constructive}"
            );
        }
    }
}
