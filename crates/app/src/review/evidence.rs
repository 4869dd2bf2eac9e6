//! The year's evidence: everything that was kept about a person in a cycle, to rest a review on.

use domain::folder::{NoteKind, Polarity};
use domain::review::chip::{Target, chips};
use domain::review::{InputState, Review};
use domain::talk::TalkState;
use domain::{GoalId, RecordId, ReviewId};
use serde::{Deserialize, Serialize};
use store::noun::{goal, meeting, note, review, talk};

use super::ground::{hash_of, in_cycle, is_of_cycle, met_on, shows};
use super::line::cycle_named;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::goal::GoalLine;
use crate::stamp::Day;

/// So much of a 1:1 is shown, in characters.
const EXCERPT: usize = 280;

/// Lists the year's evidence for a review, newest first.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Which review.
    pub id: ReviewId,
}

/// What a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// A note of the fuzzy folder.
    Note,
    /// A 1:1.
    OneOnOne,
    /// A goal.
    Goal,
    /// A talk.
    Talk,
    /// Words of somebody else, without a name.
    Quote,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EvidenceLine {
    /// What it is.
    pub kind: EvidenceKind,
    /// Which record.
    pub id: RecordId,
    /// The address of a chip to it.
    pub address: String,
    /// The day it stands on.
    pub on: Day,
    /// Praise or to improve, where it says so.
    pub polarity: Option<Polarity>,
    /// In one line, where it has one: a goal, a talk.
    pub title: String,
    /// What it says, Markdown.
    pub text: String,
    /// The figure it shows, such as `104 s` or `70 %`.
    pub figure: String,
    /// What a note is about.
    pub about: Option<NoteKind>,
    /// The goals it is about.
    pub goals: Vec<GoalId>,
    /// The day the two talked about it.
    pub talked_on: Option<Day>,
    /// Whether it shows something: a figure, an example, a story.
    pub shows: bool,
    /// Whether it may be used. A quote may not before its author approved the exact words.
    pub is_usable: bool,
    /// The review has a chip to it.
    pub is_used: bool,
}

impl OpenCall for Evidence {
    type Reply = Vec<EvidenceLine>;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let of: Review = need(read, self.id)?;
        let (cycle, _) = cycle_named(read, &of.cycle, today)?;
        let mut lines: Vec<EvidenceLine> = Vec::new();
        let filter = in_cycle(of.person, &cycle);
        for line in note::lines(read, &filter)? {
            let note = line.note;
            lines.push(EvidenceLine {
                polarity: Some(note.polarity),
                text: note.text.clone(),
                figure: note.metric.as_ref().map(ToString::to_string).unwrap_or_default(),
                about: Some(note.kind),
                goals: note.goals.clone(),
                talked_on: note.raised_on.map(Day),
                shows: shows(&note),
                ..EvidenceLine::of(EvidenceKind::Note, Target::Note(note.id), note.id.record(), note.on)
            });
        }
        let mut said = meeting::said(read, of.person, cycle.from, cycle.until)?.into_iter().peekable();
        while let Some(first) = said.next() {
            let mut text = first.text;
            while let Some(more) = said.next_if(|more| more.meeting == first.meeting) {
                text.push('\n');
                text.push_str(&more.text);
            }
            let on = first.starts.date();
            lines.push(EvidenceLine {
                text: excerpt(&text),
                talked_on: met_on(first.state, first.starts, today).map(Day),
                ..EvidenceLine::of(
                    EvidenceKind::OneOnOne,
                    Target::Meeting(first.meeting),
                    first.meeting.record(),
                    on,
                )
            });
        }
        for line in goal::lines(read, Some(of.person), false)? {
            if !is_of_cycle(&line.goal, &cycle) {
                continue;
            }
            let newest = line.story.last().map(|entry| entry.on);
            let on = line.goal.ended_on.or(newest).or(line.goal.starts_on).unwrap_or(cycle.until);
            let shown = GoalLine::on(line, today);
            let figure = match (shown.percent, &shown.value) {
                (Some(percent), _) => format!("{percent} %"),
                (None, Some(value)) => value.to_string(),
                (None, None) => String::new(),
            };
            lines.push(EvidenceLine {
                title: shown.title,
                text: if shown.outcome.is_empty() { shown.text } else { shown.outcome },
                figure,
                goals: vec![shown.id],
                shows: true,
                ..EvidenceLine::of(EvidenceKind::Goal, Target::Goal(shown.id), shown.id.record(), on)
            });
        }
        for line in talk::lines(read, Some(of.person), false)? {
            let talk = line.talk;
            let on = talk.discussed_on.unwrap_or(talk.first_seen);
            if !cycle.holds(on) {
                continue;
            }
            lines.push(EvidenceLine {
                polarity: (talk.state != TalkState::Improved).then_some(Polarity::Constructive),
                title: talk.title,
                text: talk.message,
                talked_on: talk.discussed_on.map(Day),
                shows: !talk.example.trim().is_empty(),
                ..EvidenceLine::of(EvidenceKind::Talk, Target::Talk(talk.id), talk.id.record(), on)
            });
        }
        let around = review::around(read, of.id)?;
        for input in around.inputs {
            let is_usable = input.is_usable(hash_of(&input));
            if input.words.trim().is_empty() || input.state == InputState::Declined {
                continue;
            }
            // Who said it is not here: a tray may be looked at by two.
            lines.push(EvidenceLine {
                text: input.words,
                shows: true,
                is_usable,
                ..EvidenceLine::of(
                    EvidenceKind::Quote,
                    Target::Quote(input.id),
                    input.id.record(),
                    input.asked_on,
                )
            });
        }
        let points = around.points.iter().map(|point| point.text.as_str());
        let used: std::collections::HashSet<Target> =
            points.chain([of.text.as_str()]).flat_map(chips).map(|chip| chip.target).collect();
        let used: std::collections::HashSet<String> = used.into_iter().map(Target::address).collect();
        for line in &mut lines {
            line.is_used = used.contains(&line.address);
        }
        lines.sort_by_key(|line| std::cmp::Reverse((line.on, line.id)));
        Ok(lines)
    }
}

impl EvidenceLine {
    fn of(kind: EvidenceKind, target: Target, id: RecordId, on: chrono::NaiveDate) -> Self {
        Self {
            kind,
            id,
            address: target.address(),
            on: Day(on),
            polarity: None,
            title: String::new(),
            text: String::new(),
            figure: String::new(),
            about: None,
            goals: Vec::new(),
            talked_on: None,
            shows: false,
            is_usable: true,
            is_used: false,
        }
    }
}

/// The beginning of a text, cut between words.
pub(super) fn excerpt(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= EXCERPT {
        return text.to_owned();
    }
    let cut: String = text.chars().take(EXCERPT).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::{EXCERPT, excerpt};

    #[test]
    fn a_long_text_is_shown_by_its_beginning_and_cut_between_words() {
        let (fits, long) = ("é".repeat(EXCERPT), "word ".repeat(EXCERPT));
        assert_eq!(excerpt(&fits), fits);
        let shown = excerpt(&long);
        assert!(shown.ends_with("word…") && shown.chars().count() <= EXCERPT + 1, "{shown}");
    }
}
