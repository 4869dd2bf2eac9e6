//! What goals rest on, where the company has said it: values, and goals of the company, the organisation or the team.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{GroundId, Refusal, text};

/// What kind of ground it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GroundKind {
    /// A value of the company.
    Value,
    /// A goal of the whole company.
    Company,
    /// A goal of the organisation.
    Organisation,
    /// A goal of the team.
    Team,
}

impl GroundKind {
    /// Every kind, the widest first.
    pub const ALL: [Self; 4] = [Self::Value, Self::Company, Self::Organisation, Self::Team];
}

/// Something that goals rest on. A goal is valid without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Which.
    pub id: GroundId,
    /// What kind it is.
    pub kind: GroundKind,
    /// In one line.
    pub title: String,
    /// In full, Markdown.
    pub text: String,
    /// The last day it holds; none for as long as nobody changes it.
    pub until: Option<NaiveDate>,
}

impl Ground {
    /// Whether it may be kept as it stands.
    ///
    /// # Errors
    /// Refuses one without a title.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("title", &self.title)?;
        text::check_text(&self.text)?;
        if self.title.trim().is_empty() {
            return Err(Refusal::new("ground.no_title", "A company goal or value needs a title.")
                .next("Say it in one line."));
        }
        Ok(())
    }

    /// Whether new goals can rest on it that day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}
