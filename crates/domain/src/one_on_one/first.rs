//! The first meeting: longer than those to come, with an agenda of its own.

use serde::{Deserialize, Serialize};

use crate::{AgendaId, MeetingId, Refusal, text};

/// The usual length of a first meeting, in minutes.
pub const FIRST_MINUTES: u32 = 75;
/// What a first meeting takes, in minutes; less is worth a word.
pub const FIRST_RANGE: std::ops::RangeInclusive<u32> = 60..=90;

/// What a first meeting talks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// What stays between the two, what does not.
    GroundRules,
    /// First goals; only for somebody who has none.
    Goals,
    /// The document: who writes what, and by when.
    Document,
    /// How often the two meet.
    Cadence,
    /// What may outrank the meeting.
    KeepingTheSlot,
    /// What all later meetings are for.
    StandingAims,
}

impl Topic {
    /// Every topic, in the order they are talked about.
    pub const ALL: [Self; 6] = [
        Self::GroundRules,
        Self::Goals,
        Self::Document,
        Self::Cadence,
        Self::KeepingTheSlot,
        Self::StandingAims,
    ];
}

/// One point of a meeting's agenda: a topic of a first meeting, or a point that somebody added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// Which point.
    pub id: AgendaId,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Where it stands, from 0.
    pub place: u32,
    /// What a first meeting talks about; none for a point that somebody added.
    pub topic: Option<Topic>,
    /// The point that somebody added, in one line; empty for a topic.
    pub text: String,
    /// It was talked about.
    pub done: bool,
    /// Why it was left open; empty otherwise.
    pub open_because: String,
}

impl AgendaItem {
    /// Whether the item may be kept as it stands.
    ///
    /// # Errors
    /// Refuses a point that says nothing, and lines that are none.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("reason", &self.open_because)?;
        text::check_line("point", &self.text)?;
        if self.topic.is_none() && self.text.trim().is_empty() {
            return Err(Refusal::new("agenda.empty", "The point is empty.").next("Say it in one line."));
        }
        Ok(())
    }
}

/// The agenda of a new first meeting. Goals are on it for somebody who has none.
pub fn make_agenda(meeting: MeetingId, active_goals: u32) -> Vec<AgendaItem> {
    Topic::ALL
        .into_iter()
        .filter(|topic| *topic != Topic::Goals || active_goals == 0)
        .zip(0..)
        .map(|(topic, place)| AgendaItem {
            id: AgendaId::make(),
            meeting,
            place,
            topic: Some(topic),
            text: String::new(),
            done: false,
            open_because: String::new(),
        })
        .collect()
}

/// Whether a first meeting may be closed with this agenda.
///
/// # Errors
/// Refuses while an item is open without a reason.
pub fn check_agenda(items: &[AgendaItem]) -> Result<(), Refusal> {
    let open = items.iter().filter(|item| !item.done && item.open_because.trim().is_empty()).count();
    if open == 0 {
        return Ok(());
    }
    let sentence = if open == 1 {
        "One point of the first meeting is still open.".to_owned()
    } else {
        format!("{open} points of the first meeting are still open.")
    };
    Err(Refusal::new("first.open", sentence)
        .next("Tick what you talked about, and say why the rest stays open."))
}

/// Whether a first meeting of that length is worth a word: shorter than an hour, or longer than anybody listens.
pub fn is_odd_length(minutes: u32) -> bool {
    !FIRST_RANGE.contains(&minutes)
}

/// The text of an invitation to a first meeting of `minutes`: it says that later ones are shorter.
pub fn invitation(to: &str, from: &str, minutes: u32, later_minutes: u32) -> String {
    format!(
        "Hello {to},\n\nI would like us to meet regularly. Our first meeting takes {minutes} minutes, because there is \
         more to talk about than usual: what these meetings are for, how often we meet, and where you would like to go. \
         The later ones are shorter, about {later_minutes} minutes.\n\nThe document for it stands below. \
         Take your time with it; whatever you do not know yet, we fill in together.\n\n{from}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a3_a4_the_agenda_has_six_points_and_goals_only_for_somebody_without() {
        let meeting = MeetingId::make();
        assert_eq!(make_agenda(meeting, 0).len(), 6);
        let topics: Vec<_> = make_agenda(meeting, 2).iter().map(|item| item.topic).collect();
        assert_eq!((topics.len(), topics.contains(&Some(Topic::Goals))), (5, false));
    }

    #[test]
    fn a3_a_first_meeting_is_complete_once_every_point_is_done_or_has_a_reason() {
        let mut items = make_agenda(MeetingId::make(), 0);
        assert_eq!(
            check_agenda(&items).expect_err("open").sentence,
            "6 points of the first meeting are still open."
        );
        items.iter_mut().skip(1).for_each(|item| item.done = true);
        assert_eq!(
            check_agenda(&items).expect_err("open").sentence,
            "One point of the first meeting is still open."
        );
        items[0].open_because = " ".into();
        assert_eq!(check_agenda(&items).expect_err("open").rule, "first.open");
        items[0].open_because = "next time".into();
        assert_eq!(check_agenda(&items), Ok(()));
    }

    #[test]
    fn a1_a2_it_takes_60_to_90_minutes_and_says_that_later_ones_are_shorter() {
        for (minutes, odd) in [(59, true), (60, false), (FIRST_MINUTES, false), (90, false), (91, true)] {
            assert_eq!(is_odd_length(minutes), odd, "{minutes}");
        }
        let text = invitation("Jun", "Dana", 75, 30);
        assert!(text.contains("75 minutes") && text.contains("shorter, about 30 minutes"), "{text}");
    }
}
