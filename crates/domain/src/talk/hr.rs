//! One turn to HR about a talk: to think aloud, for guidance, or to have them along.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{HrConsultId, Refusal, TalkId, text};

/// What HR is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HrPart {
    /// To listen while the manager thinks aloud.
    SoundingBoard,
    /// To say how it is done.
    Guidance,
    /// To come along.
    Attendance,
}

impl HrPart {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::SoundingBoard, Self::Guidance, Self::Attendance];
}

/// One turn to HR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HrConsult {
    /// Which.
    pub id: HrConsultId,
    /// About which talk.
    pub talk: TalkId,
    /// What they are asked for.
    pub part: HrPart,
    /// Who of HR.
    pub who: String,
    /// The day.
    pub on: NaiveDate,
    /// What was asked, Markdown.
    pub question: String,
    /// What they said, Markdown.
    pub advice: String,
}

impl HrConsult {
    /// Whether it may be kept as it stands.
    ///
    /// # Errors
    /// Refuses one that asks nobody.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("name", &self.who)?;
        text::check_text(&self.question)?;
        text::check_text(&self.advice)?;
        if self.who.trim().is_empty() {
            return Err(Refusal::new("hr_consult.nobody", "Nobody of HR is named yet.")
                .next("Say whom you turned to."));
        }
        Ok(())
    }
}
