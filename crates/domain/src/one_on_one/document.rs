//! How a document comes along, and what is worth a word about it. Hints explain; none of them blocks.

use serde::{Deserialize, Serialize};

use super::{MeetingState, SectionKind};
use crate::text;

/// Status may take so large a share of a document's words, in per cent, before career and team come up short.
const STATUS_SHARE: u32 = 40;
/// A short document is no measure of anything.
const FEWEST_WORDS: u32 = 30;
/// So many documents in a row without a word on learning are worth a talk about challenge.
pub const LEARNING_STREAK: u32 = 3;

/// Whether the two understood the meeting alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Understanding {
    /// Both said so.
    Same,
    /// They did not, and this is the difference.
    Differs(String),
}

/// How far a document has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    /// Nothing is written yet.
    Blank,
    /// Something is.
    Draft,
    /// Its author has handed it in.
    Submitted,
    /// The manager has written beside it.
    Annotated,
    /// It was talked about.
    Discussed,
    /// Both understood the meeting alike.
    Agreed,
    /// They did not, and the difference is written down.
    AgreedWithDifference,
    /// The notes are out.
    Sent,
    /// Nothing in it changes any more; a correction is appended.
    Archived,
}

/// What a document's state follows from. It is never stored, so it can never be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// A section holds a word.
    pub is_written: bool,
    /// The author has handed it in.
    pub is_submitted: bool,
    /// The manager has written beside it.
    pub is_annotated: bool,
    /// How far the meeting has come.
    pub meeting: MeetingState,
    /// What the two said of it when they parted.
    pub understanding: Option<Understanding>,
    /// The notes are out.
    pub is_sent: bool,
}

impl Facts {
    /// The state that follows.
    pub fn state(&self) -> DocumentState {
        match (&self.understanding, self.meeting) {
            (_, MeetingState::Closed) => DocumentState::Archived,
            _ if self.is_sent => DocumentState::Sent,
            (Some(Understanding::Same), _) => DocumentState::Agreed,
            (Some(Understanding::Differs(_)), _) => DocumentState::AgreedWithDifference,
            (None, meeting) if meeting.has_met() => DocumentState::Discussed,
            _ if self.is_submitted && self.is_annotated => DocumentState::Annotated,
            _ if self.is_submitted => DocumentState::Submitted,
            _ if self.is_written => DocumentState::Draft,
            _ => DocumentState::Blank,
        }
    }
}

/// How many documents in a row, from the newest, hold no word in a section of one kind. A document without such a
/// section says nothing and is passed over.
pub fn blank_streak<'a>(newest_first: impl IntoIterator<Item = Option<&'a str>>) -> u32 {
    let blank = newest_first.into_iter().flatten().take_while(|text| text.trim().is_empty()).count();
    u32::try_from(blank).unwrap_or(u32::MAX)
}

/// Whether status crowds out career and team health: more than 40 % of the words.
pub fn is_mostly_status<'a>(sections: impl IntoIterator<Item = (SectionKind, &'a str)>) -> bool {
    let (mut status, mut all) = (0_u64, 0_u64);
    for (kind, written) in sections {
        let words = u64::from(text::count_words(written));
        all += words;
        status += if kind == SectionKind::Status { words } else { 0 };
    }
    all >= u64::from(FEWEST_WORDS) && status * 100 > all * u64::from(STATUS_SHARE)
}

/// What somebody needs, one by one: the lines of a section, without the marks of lists and quotes. Headings and empty lines
/// are none.
pub fn needs_in(text: &str) -> Vec<String> {
    let mut needs: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        let need = without_mark(line);
        if !need.is_empty() && !needs.iter().any(|known| known == need) {
            needs.push(need.to_owned());
        }
    }
    needs
}

/// A line without the mark of a list, a quote or a box to tick.
fn without_mark(line: &str) -> &str {
    let line = line.trim_start_matches(|c: char| "-*+>•".contains(c) || c.is_whitespace());
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let numbered = line[digits..].strip_prefix(['.', ')']).filter(|_| digits > 0);
    let line = numbered.unwrap_or(line).trim();
    line.strip_prefix("[ ]").or_else(|| line.strip_prefix("[x]")).unwrap_or(line).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a2_a_documents_state_follows_from_what_happened() {
        let blank = Facts {
            is_written: false,
            is_submitted: false,
            is_annotated: false,
            meeting: MeetingState::Planned,
            understanding: None,
            is_sent: false,
        };
        let draft = Facts { is_written: true, ..blank.clone() };
        let submitted = Facts { is_submitted: true, ..draft.clone() };
        let annotated = Facts { is_annotated: true, ..submitted.clone() };
        let discussed = Facts { meeting: MeetingState::Held, ..annotated.clone() };
        let agreed = Facts { understanding: Some(Understanding::Same), ..discussed.clone() };
        let differs = Understanding::Differs("the date of the change window".into());
        let different = Facts { understanding: Some(differs), ..discussed.clone() };
        let sent = Facts { is_sent: true, meeting: MeetingState::NotesSent, ..agreed.clone() };
        let archived = Facts { meeting: MeetingState::Closed, ..sent.clone() };
        for (facts, state) in [
            (blank.clone(), DocumentState::Blank),
            (draft.clone(), DocumentState::Draft),
            (submitted, DocumentState::Submitted),
            (annotated, DocumentState::Annotated),
            (discussed, DocumentState::Discussed),
            (agreed, DocumentState::Agreed),
            (different, DocumentState::AgreedWithDifference),
            (sent, DocumentState::Sent),
            (archived, DocumentState::Archived),
            // Notes beside a draft that nobody handed in do not make it more than a draft.
            (Facts { is_annotated: true, ..draft }, DocumentState::Draft),
            // People meet first and tidy up later.
            (Facts { meeting: MeetingState::Held, ..blank }, DocumentState::Discussed),
        ] {
            assert_eq!(facts.state(), state, "{facts:?}");
        }
    }

    #[test]
    fn a26_a28_a_streak_of_blanks_ends_with_any_word() {
        for (texts, streak) in [
            (&[][..], 0),
            (&[Some("read a book"), Some("")], 0),
            (&[Some(" \n"), Some(""), Some("a talk"), Some("")], 2),
            (&[Some(""), None, Some(""), Some("")], 3),
        ] {
            assert_eq!(blank_streak(texts.iter().copied()), streak, "{texts:?}");
        }
    }

    #[test]
    fn a32_status_over_40_per_cent_of_the_words_is_worth_a_word() {
        let words = |many: usize| "word ".repeat(many);
        for (status, rest, told) in
            [(40, 60, false), (41, 59, true), (20, 5, false), (0, 0, false), (30, 0, true)]
        {
            let (status, rest) = (words(status), words(rest));
            let sections = [(SectionKind::Status, status.as_str()), (SectionKind::Goals, rest.as_str())];
            assert_eq!(is_mostly_status(sections), told, "{sections:?}");
        }
    }

    #[test]
    fn a29_each_line_of_needs_is_one() {
        for (text, needs) in [
            ("A reader for the talk", &["A reader for the talk"][..]),
            ("- A reader\n- Cover for Tuesday\n\n- A reader", &["A reader", "Cover for Tuesday"]),
            ("## Help\n1. A desk\n2) [ ] A chair\n> * Quiet", &["A desk", "A chair", "Quiet"]),
            ("2026 budget", &["2026 budget"]),
            (" \n-\n", &[]),
        ] {
            assert_eq!(needs_in(text), needs, "{text:?}");
        }
    }
}
