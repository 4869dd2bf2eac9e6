//! A point: one message of a review, with what it rests on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::chip::{Target, chips, without_chips};
use crate::balance::Balance;
use crate::folder::Polarity;
use crate::{PointId, Refusal, ReviewId, text};

/// The sections of a review. What went well and what could be better are always there, whatever a form asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReviewSection {
    /// The year in a few sentences.
    Summary,
    /// What went well.
    #[default]
    WentWell,
    /// Areas to improve.
    ToImprove,
    /// What became of the goals.
    Goals,
    /// What next year is for.
    NextYear,
}

impl ReviewSection {
    /// Every section, in the order it is read.
    pub const ALL: [Self; 5] = [Self::Summary, Self::WentWell, Self::ToImprove, Self::Goals, Self::NextYear];

    /// What a point in it says, where the section decides.
    pub fn polarity(self) -> Option<Polarity> {
        match self {
            Self::WentWell => Some(Polarity::Praise),
            Self::ToImprove => Some(Polarity::Constructive),
            Self::Summary | Self::Goals | Self::NextYear => None,
        }
    }
}

/// Which text a point stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReviewText {
    /// The review, which the manager writes.
    #[default]
    Review,
    /// The self review, which the person writes and nobody else.
    SelfReview,
}

/// Who put a point into the review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PointAuthor {
    /// The manager.
    #[default]
    Manager,
    /// The person the review is about.
    Employee,
}

/// One message of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Which point.
    pub id: PointId,
    /// Of which review.
    pub review: ReviewId,
    /// In which of its two texts.
    pub of: ReviewText,
    /// Where it stands.
    pub section: ReviewSection,
    /// Its place in the section, counted from 0; two of the same place go by their ids.
    pub place: u32,
    /// Praise or to improve, where the section leaves that open; none for a plain paragraph.
    pub marked: Option<Polarity>,
    /// It is about how somebody works with others, where a figure or a followable story matters.
    pub is_soft: bool,
    /// A soft or third-party subject: talked about together with the others of its kind.
    pub is_touchy: bool,
    /// The message in one line.
    pub message: String,
    /// The paragraph, Markdown with chips.
    pub text: String,
    /// Who put it there.
    pub author: PointAuthor,
    /// What was asked because it was not clear.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// Parked in the talk since then; it has to come back.
    pub is_parked: bool,
    /// What the two see differently; empty where they agree.
    pub disagreement: String,
    /// The two have agreed on it.
    pub is_agreed: bool,
}

impl Point {
    /// A point of which nothing is written.
    pub fn begun(id: PointId, review: ReviewId, of: ReviewText, section: ReviewSection) -> Self {
        let author = match of {
            ReviewText::Review => PointAuthor::Manager,
            ReviewText::SelfReview => PointAuthor::Employee,
        };
        Self {
            id,
            review,
            of,
            section,
            place: 0,
            marked: None,
            is_soft: false,
            is_touchy: false,
            message: String::new(),
            text: String::new(),
            author,
            question: String::new(),
            answer: String::new(),
            is_parked: false,
            disagreement: String::new(),
            is_agreed: false,
        }
    }

    /// Praise or to improve.
    pub fn polarity(&self) -> Option<Polarity> {
        self.section.polarity().or(self.marked)
    }

    /// What it rests on, in the order of the text.
    pub fn evidence(&self) -> Vec<Target> {
        let all = chips(&self.text).into_iter().map(|chip| chip.target);
        all.filter(|target| target.is_evidence()).collect()
    }

    /// Whether its text says that it is new.
    pub fn is_declared_new(&self) -> bool {
        chips(&self.text).iter().any(|chip| chip.target == Target::New)
    }

    /// How many words it has, chips not counted.
    pub fn words(&self) -> u32 {
        text::count_words(&without_chips(&self.text))
    }

    /// Whether it has no message in one line although it says something: a paragraph has one message.
    pub fn lacks_message(&self) -> bool {
        self.message.trim().is_empty() && self.words() > 0
    }

    /// Whether the point may be kept as it stands.
    ///
    /// # Errors
    /// Refuses lines and texts that are too long.
    pub fn check(&self) -> Result<(), Refusal> {
        for (field, line) in
            [("message", &self.message), ("question", &self.question), ("disagreement", &self.disagreement)]
        {
            text::check_line(field, line)?;
        }
        text::check_text(&self.text)?;
        text::check_text(&self.answer)
    }
}

/// How even a review is, counted by points and never by words.
pub fn balance_of<'a>(points: impl IntoIterator<Item = &'a Point>) -> Balance {
    let mut balance = Balance::default();
    for point in points {
        match point.polarity() {
            Some(Polarity::Praise) => balance.praise += 1,
            Some(Polarity::Constructive) => balance.constructive += 1,
            None => {}
        }
    }
    balance
}

/// A piece of evidence, looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// What it is.
    pub target: Target,
    /// The day the two talked about it: that of the 1:1 or the talk, or the day a note was raised. None where they did not.
    pub talked_on: Option<NaiveDate>,
    /// Whether it shows something: a figure, an example, a story. Quotes and goals do.
    pub shows: bool,
    /// Whether it may be used. A quote may not before its author approved the exact words.
    pub is_usable: bool,
}

/// Whether a point comes as a surprise: constructive, and nothing it rests on was talked about before `discussion`.
pub fn is_surprise(point: &Point, evidence: &[Known], discussion: NaiveDate) -> bool {
    point.polarity() == Some(Polarity::Constructive)
        && !evidence.iter().any(|one| one.talked_on.is_some_and(|day| day < discussion))
}

/// Whether a soft point has nothing that shows it: no figure, no example, no story.
pub fn is_soft_claim(point: &Point, evidence: &[Known]) -> bool {
    point.is_soft && !evidence.iter().any(|one| one.shows)
}

#[cfg(test)]
pub(super) fn sample(section: ReviewSection, text: &str) -> Point {
    Point {
        id: PointId::make(),
        review: ReviewId::make(),
        of: ReviewText::Review,
        section,
        place: 0,
        marked: None,
        is_soft: false,
        is_touchy: false,
        message: "One message".into(),
        text: text.into(),
        author: PointAuthor::Manager,
        question: String::new(),
        answer: String::new(),
        is_parked: false,
        disagreement: String::new(),
        is_agreed: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MeetingId, NoteId};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn known(target: Target, talked_on: Option<&str>) -> Known {
        Known { target, talked_on: talked_on.map(day), shows: false, is_usable: true }
    }

    #[test]
    fn e5_points_are_counted_and_words_are_not() {
        let mut goal = sample(ReviewSection::Goals, "Reached early.");
        goal.marked = Some(Polarity::Praise);
        let mut cannot = sample(ReviewSection::ToImprove, &"long ".repeat(500));
        cannot.marked = Some(Polarity::Praise);
        let points = [
            sample(ReviewSection::WentWell, "Short."),
            goal,
            cannot,
            sample(ReviewSection::Summary, "A year."),
            sample(ReviewSection::NextYear, "The drill."),
        ];
        assert_eq!(balance_of(&points), Balance { praise: 2, constructive: 1 });
    }

    #[test]
    fn e2_a_constructive_point_that_was_not_talked_about_before_is_a_surprise() {
        let note = Target::Note(NoteId::make());
        let met = Target::Meeting(MeetingId::make());
        let improve = sample(ReviewSection::ToImprove, "Hard to reach.");
        for (point, evidence, surprise) in [
            (&improve, vec![], true),
            (&improve, vec![known(note, None)], true),
            (&improve, vec![known(note, Some("2026-07-08"))], false),
            (&improve, vec![known(met, Some("2026-12-14"))], false),
            (&improve, vec![known(met, Some("2026-12-15"))], true),
            (&improve, vec![known(note, None), known(met, Some("2026-07-09"))], false),
            (&sample(ReviewSection::WentWell, "Calm."), vec![], false),
        ] {
            assert_eq!(is_surprise(point, &evidence, day("2026-12-15")), surprise, "{evidence:?}");
        }
    }

    #[test]
    fn e6_a_soft_point_needs_something_that_shows_it() {
        let mut soft = sample(ReviewSection::WentWell, "People stay calm around her.");
        soft.is_soft = true;
        let bare = known(Target::Note(NoteId::make()), None);
        let shown = Known { shows: true, ..bare };
        for (evidence, claim) in [(vec![], true), (vec![bare], true), (vec![bare, shown], false)] {
            assert_eq!(is_soft_claim(&soft, &evidence), claim);
        }
        soft.is_soft = false;
        assert!(!is_soft_claim(&soft, &[]));
    }

    #[test]
    fn e8_a_paragraph_without_a_message_is_flagged() {
        for (message, text, flagged) in [
            ("", "She led it.", true),
            (" ", "She led it.", true),
            ("Led it", "She led it.", false),
            ("", "", false),
        ] {
            let point = Point { message: message.into(), ..sample(ReviewSection::WentWell, text) };
            assert_eq!(point.lacks_message(), flagged, "{message:?} {text:?}");
        }
    }

    #[test]
    fn evidence_and_novelty_stand_in_the_text() {
        let note = Target::Note(NoteId::make());
        let text = format!("Late twice. [13 Nov]({}) [new](inglenook:new)", note.address());
        let point = sample(ReviewSection::ToImprove, &text);
        assert_eq!((point.evidence(), point.is_declared_new(), point.words()), (vec![note], true, 3));
        let plain = sample(ReviewSection::ToImprove, "Late twice. This is new.");
        assert_eq!((plain.evidence(), plain.is_declared_new()), (vec![], false));
    }

    #[test]
    fn a_point_of_lines_that_are_none_is_not_kept() {
        let whole = sample(ReviewSection::WentWell, "Calm.");
        assert_eq!(whole.check(), Ok(()));
        for (what, point, rule) in [
            ("message", Point { message: "a\nb".into(), ..whole.clone() }, "text.line_breaks"),
            ("question", Point { question: "a\nb".into(), ..whole.clone() }, "text.line_breaks"),
            ("disagreement", Point { disagreement: "a\nb".into(), ..whole.clone() }, "text.line_breaks"),
            ("text", Point { text: "\0".into(), ..whole.clone() }, "text.nul"),
            ("answer", Point { answer: "\0".into(), ..whole.clone() }, "text.nul"),
        ] {
            assert_eq!(point.check().expect_err(what).rule, rule, "{what}");
        }
    }
}
