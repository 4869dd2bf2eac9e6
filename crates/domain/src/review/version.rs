//! What was shared of a review, frozen: its reader sees a version and never the text that is being written.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{ReviewId, ReviewVersionId};

/// Why a version was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VersionReason {
    /// The draft was shared, to be read before the talk.
    #[default]
    Shared,
    /// Something was changed after the talk.
    Amended,
    /// It is the final one, which both sign.
    Final,
}

/// One version of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewVersion {
    /// Which version.
    pub id: ReviewVersionId,
    /// Of which review.
    pub review: ReviewId,
    /// Its number, counted from 1.
    pub number: u32,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Why.
    pub reason: VersionReason,
    /// All that its reader sees, in the canonical form of a review (docs/FORMATS.md). It is what both sign.
    pub content: String,
}
