//! Work that was read in from a file.

use chrono::NaiveDate;

use super::{LoadSlice, check_load};
use crate::{PlanId, Refusal, WorkImportId, text};

/// The most slices that one record may have.
const MOST_SLICES: usize = 10_000;
/// The most bytes that the words of its slices may have together. With both, a record stays well below the longest line of
/// a portable folder.
const MOST_WORDS: usize = 1024 * 1024;

/// Work that was imported. What one file held is one record or several, all of one name and day. Its slices are never
/// changed one by one: another import takes its place.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkImport {
    /// Which import.
    pub id: WorkImportId,
    /// Into which plan.
    pub plan: PlanId,
    /// What the file was called.
    pub name: String,
    /// The day it was read in.
    pub on: NaiveDate,
    /// The work.
    pub slices: Vec<LoadSlice>,
}

impl WorkImport {
    /// Whether the import may be kept.
    ///
    /// # Errors
    /// Refuses what [`check_load`] refuses, more slices or words than one record may hold, and a name that is no line.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("name", &self.name)?;
        if Self::parts(&self.slices).len() > 1 {
            return Err(Refusal::new("headcount.slices", "This is more work than one record may hold.")
                .next("Split it."));
        }
        check_load(&self.slices)
    }

    /// The slices in parts that a record each may hold, in their order.
    pub fn parts(slices: &[LoadSlice]) -> Vec<&[LoadSlice]> {
        let mut parts = Vec::new();
        let (mut from, mut words) = (0, 0);
        for (place, slice) in slices.iter().enumerate() {
            words += slice.team.len() + slice.level_needed.len();
            if place - from == MOST_SLICES || (words > MOST_WORDS && place > from) {
                parts.push(&slices[from..place]);
                from = place;
                words = slice.team.len() + slice.level_needed.len();
            }
        }
        if from < slices.len() || parts.is_empty() {
            parts.push(&slices[from..]);
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headcount::LoadKind;

    fn slice(team: &str) -> LoadSlice {
        LoadSlice {
            team: team.into(),
            person: None,
            month: "2026-10".parse().expect("a month"),
            kind: LoadKind::Toil,
            level_needed: String::new(),
            hours: 1.0,
            belongs_here: true,
        }
    }

    #[test]
    fn a_large_file_is_several_records() {
        let long = "x".repeat(300);
        for (team, count, parts) in [
            ("", 0, vec![0]),
            ("Live", 10_000, vec![10_000]),
            ("Live", 10_001, vec![10_000, 1]),
            ("Live", 30_000, vec![10_000; 3]),
            (long.as_str(), 4_000, vec![3_495, 505]),
        ] {
            let slices = vec![slice(team); count];
            let found: Vec<_> = WorkImport::parts(&slices).iter().map(|part| part.len()).collect();
            assert_eq!(found, parts, "{count}");
            let (id, plan) = (WorkImportId::make(), PlanId::make());
            let on = "2026-11-28".parse().expect("a day");
            let whole = WorkImport { id, plan, name: "tickets.csv".into(), on, slices };
            assert_eq!(whole.check().is_ok(), parts.len() == 1, "{count}");
        }
    }
}
