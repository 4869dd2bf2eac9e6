//! What is worth a word about a 1:1. A hint explains and can be left alone; nothing is blocked by one.

use std::collections::BTreeMap;

use domain::one_on_one::{
    LEARNING_STREAK, Meeting, MeetingKind, MeetingState, Section, SectionKind, blank_streak,
    is_mostly_status, is_odd_length,
};
use serde::Serialize;
use store::StoreFault;
use store::noun::Reading;
use store::noun::meeting::{self, Filled, Written};

/// So many earlier documents are looked at.
const DOCUMENTS: u32 = 26;
/// Days without a word on something before that is said.
const QUIET_DAYS: i64 = 42;
/// What should be talked about every now and then: goals and career, learning, and how the manager does.
const NOW_AND_THEN: [SectionKind; 3] = [SectionKind::Goals, SectionKind::Learning, SectionKind::Needs];

/// Something worth a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Hint {
    /// Nothing under opportunities in so many documents in a row.
    NoOpportunities {
        /// How many.
        documents: u32,
    },
    /// Nothing learned in so many documents in a row: talk about challenge.
    NoLearning {
        /// How many.
        documents: u32,
    },
    /// Status holds most of the words.
    MostlyStatus,
    /// Not a word on this for so many days.
    Quiet {
        /// On what.
        about: SectionKind,
        /// For how many days.
        days: i64,
    },
    /// A first meeting of an odd length.
    OddLength,
    /// A later meeting is about to close before the first one took place.
    FirstNotHeld,
}

/// The hints around a meeting.
pub(super) fn around(
    read: &Reading,
    meeting: &Meeting,
    sections: &[Written<Section>],
) -> Result<Vec<Hint>, StoreFault> {
    let filled = meeting::filled(read, meeting.person, meeting.starts, DOCUMENTS)?;
    let mut hints = Vec::new();
    let opportunities = streak(&filled, sections, SectionKind::Opportunities);
    if opportunities > 0 && meeting.state.has_met() || opportunities > 1 {
        hints.push(Hint::NoOpportunities { documents: opportunities });
    }
    let learning = streak(&filled, sections, SectionKind::Learning);
    if learning >= LEARNING_STREAK {
        hints.push(Hint::NoLearning { documents: learning });
    }
    if is_mostly_status(sections.iter().map(|part| (part.value.kind, part.value.text.as_str()))) {
        hints.push(Hint::MostlyStatus);
    }
    let here =
        |kind| sections.iter().any(|part| part.value.kind == kind && !part.value.text.trim().is_empty());
    let first = filled.last().map(|filled| filled.on);
    for about in NOW_AND_THEN.into_iter().filter(|kind| !here(*kind)) {
        let last =
            filled.iter().find(|filled| filled.kind == about && filled.is_written).map(|filled| filled.on);
        let days = last.or(first).map_or(0, |day| (meeting.starts.date() - day).num_days());
        if days > QUIET_DAYS {
            hints.push(Hint::Quiet { about, days });
        }
    }
    if meeting.kind == MeetingKind::Initial && is_odd_length(meeting.minutes) {
        hints.push(Hint::OddLength);
    }
    if is_first_open(read, meeting)? {
        hints.push(Hint::FirstNotHeld);
    }
    Ok(hints)
}

/// How many documents in a row, this one included once it was talked about, hold no word of a kind.
fn streak(filled: &[Filled], sections: &[Written<Section>], kind: SectionKind) -> u32 {
    let this = sections.iter().find(|part| part.value.kind == kind).map(|part| part.value.text.as_str());
    let mut by_document: BTreeMap<_, Option<&str>> = BTreeMap::new();
    for part in filled {
        let text = (part.kind == kind).then_some(if part.is_written { "x" } else { "" });
        let of_day = by_document.entry(std::cmp::Reverse(part.on)).or_default();
        *of_day = text.or(*of_day);
    }
    blank_streak(std::iter::once(this).chain(by_document.into_values()))
}

/// Whether this is the second regular meeting and the first one of all was never held.
fn is_first_open(read: &Reading, meeting: &Meeting) -> Result<bool, StoreFault> {
    if meeting.kind != MeetingKind::Regular || meeting.state == MeetingState::Closed {
        return Ok(false);
    }
    meeting::has_open_first(read, meeting.person, meeting.starts)
}
