//! One look at how it goes after a talk.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{FollowUpId, Refusal, TalkId, text};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// Better than before.
    Better,
    /// As before.
    Same,
    /// Further away than before.
    Worse,
}

impl Trend {
    /// Every finding.
    pub const ALL: [Self; 3] = [Self::Better, Self::Same, Self::Worse];
}

/// One look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Which look.
    pub id: FollowUpId,
    /// Of which talk.
    pub talk: TalkId,
    /// The day.
    pub on: NaiveDate,
    /// What was found.
    pub found: Trend,
    /// What was seen, Markdown.
    pub text: String,
    /// The progress that was named aloud to the person; empty when none was.
    pub said_aloud: String,
}

impl FollowUp {
    /// Whether it may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a look on a day that is still to come.
    pub fn check(&self, today: NaiveDate) -> Result<(), Refusal> {
        text::check_text(&self.text)?;
        text::check_text(&self.said_aloud)?;
        if self.on > today {
            return Err(Refusal::new("talk.check_ahead", "This day is still to come.")
                .next("Choose today or an earlier day."));
        }
        Ok(())
    }
}
