//! The time a review takes. About six hours, an hour a page; more is never too much.

/// What a review may take without anybody hurrying, in hours.
pub const BUDGET_HOURS: u32 = 6;
/// Below so many hours the review may be worth another look (a default of ours).
const LITTLE_HOURS: u64 = 2;
/// So many words are a page (a default of ours).
pub const WORDS_A_PAGE: u32 = 500;

/// The time spent on a review and what came of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Seconds spent writing.
    pub seconds: u64,
    /// Words written.
    pub words: u32,
}

impl Effort {
    /// How many pages are written.
    pub fn pages(self) -> f64 {
        f64::from(self.words) / f64::from(WORDS_A_PAGE)
    }

    /// How many pages so much time gives: one an hour.
    #[allow(clippy::cast_precision_loss)]
    pub fn pages_expected(self) -> f64 {
        self.seconds as f64 / 3600.0
    }

    /// Pages an hour; none before the first minute is over.
    pub fn pages_an_hour(self) -> Option<f64> {
        (self.seconds >= 60).then(|| self.pages() / self.pages_expected())
    }

    /// Whether so little time was spent that another look may be worth it.
    pub fn is_little(self) -> bool {
        self.seconds < LITTLE_HOURS * 3600
    }
}

#[cfg(test)]
mod tests {
    use super::Effort;

    #[test]
    fn e7_six_hours_are_six_pages() {
        for (hours, words, pages, expected, an_hour, little) in [
            (6, 3000, 6.0, 6.0, Some(1.0), false),
            (2, 500, 1.0, 2.0, Some(0.5), false),
            (1, 1000, 2.0, 1.0, Some(2.0), true),
            (0, 250, 0.5, 0.0, None, true),
        ] {
            let effort = Effort { seconds: hours * 3600, words };
            assert_eq!(
                (effort.pages(), effort.pages_expected(), effort.pages_an_hour(), effort.is_little()),
                (pages, expected, an_hour, little),
                "{hours} hours, {words} words"
            );
        }
        assert!(
            Effort { seconds: 7199, words: 0 }.is_little() && !Effort { seconds: 7200, words: 0 }.is_little()
        );
    }
}
