//! The canonical form of a review: one sequence of bytes for what it says, which signatures are made over.

use chrono::NaiveDate;
use domain::folder::Polarity;
use domain::review::ReviewSection;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::review::{PaperGoal, PaperPoint, PaperSection, ReviewDate, ReviewPaper, ReviewStatus, clean};

/// The first line of what was signed says what it is.
pub(super) const FORMAT: &str = "inglenook/review/1";
/// How every format of this kind begins, those of later versions as well.
pub(super) const FORMATS: &str = "inglenook/review/";

/// A review without its signatures as JSON on one line in UTF-8: no space between its parts, keys in a fixed order, every
/// text in NFC with line feeds between its lines. The same review always gives the same bytes, byte for byte as in
/// `docs/FORMATS.md`.
pub fn canonical(review: &ReviewPaper) -> Vec<u8> {
    Canonical::of(review).bytes()
}

/// The order of the fields is the order in the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Canonical {
    format: String,
    person: String,
    person_role: String,
    reviewer: String,
    cycle: String,
    from: NaiveDate,
    until: NaiveDate,
    language: String,
    status: Status,
    dates: Vec<Dated>,
    sections: Vec<Section>,
    goals: Vec<Goal>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case", tag = "state")]
enum Status {
    Draft {},
    Shared { version: u32, on: NaiveDate },
    Final { on: NaiveDate },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dated {
    what: String,
    on: NaiveDate,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    section: ReviewSection,
    points: Vec<Point>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Point {
    message: String,
    text: String,
    polarity: Option<Polarity>,
    by_employee: bool,
    disagreement: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Goal {
    title: String,
    state: String,
    due: Option<NaiveDate>,
    from: String,
    target: String,
    now: String,
    outcome: String,
}

/// A text as it is signed: what leaves of it, composed, with one kind of line end.
fn text(text: &str) -> String {
    clean(text).replace("\r\n", "\n").replace('\r', "\n").nfc().collect()
}

impl Canonical {
    fn of(review: &ReviewPaper) -> Self {
        let status = match review.status {
            ReviewStatus::Draft => Status::Draft {},
            ReviewStatus::Shared { version, on } => Status::Shared { version, on },
            ReviewStatus::Final { on } => Status::Final { on },
        };
        let section = |section: ReviewSection| {
            let points =
                review.sections.iter().filter(|one| one.section == section).flat_map(|one| &one.points);
            Section { section, points: points.map(Point::of).collect() }
        };
        Self {
            format: FORMAT.to_owned(),
            person: text(&review.person),
            person_role: text(&review.person_role),
            reviewer: text(&review.reviewer),
            cycle: text(&review.cycle),
            from: review.from,
            until: review.until,
            language: text(&review.language),
            status,
            dates: review.dates.iter().map(|date| Dated { what: text(&date.what), on: date.on }).collect(),
            sections: ReviewSection::ALL.map(section).into(),
            goals: review.goals.iter().map(Goal::of).collect(),
        }
    }

    /// Its bytes. Writing it cannot fail: its keys are texts and its numbers are whole.
    fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// From its bytes; none where they are not the one form of what they say.
    pub(super) fn read(bytes: &[u8]) -> Option<ReviewPaper> {
        let read: Self = serde_json::from_slice(bytes).ok()?;
        let review = read.into_review();
        // Written again it says the one format that is known here.
        (canonical(&review) == bytes).then_some(review)
    }

    fn into_review(self) -> ReviewPaper {
        ReviewPaper {
            person: self.person,
            person_role: self.person_role,
            reviewer: self.reviewer,
            cycle: self.cycle,
            from: self.from,
            until: self.until,
            language: self.language,
            status: match self.status {
                Status::Draft {} => ReviewStatus::Draft,
                Status::Shared { version, on } => ReviewStatus::Shared { version, on },
                Status::Final { on } => ReviewStatus::Final { on },
            },
            dates: self.dates.into_iter().map(|date| ReviewDate { what: date.what, on: date.on }).collect(),
            sections: self.sections.into_iter().map(Section::into_paper).collect(),
            goals: self.goals.into_iter().map(Goal::into_paper).collect(),
            signatures: Vec::new(),
        }
    }
}

impl Section {
    fn into_paper(self) -> PaperSection {
        PaperSection {
            section: self.section,
            points: self.points.into_iter().map(Point::into_paper).collect(),
        }
    }
}

impl Point {
    fn of(point: &PaperPoint) -> Self {
        Self {
            message: text(&point.message),
            text: text(&point.text),
            polarity: point.polarity,
            by_employee: point.by_employee,
            disagreement: text(&point.disagreement),
        }
    }

    fn into_paper(self) -> PaperPoint {
        PaperPoint {
            message: self.message,
            text: self.text,
            polarity: self.polarity,
            by_employee: self.by_employee,
            disagreement: self.disagreement,
        }
    }
}

impl Goal {
    fn of(goal: &PaperGoal) -> Self {
        Self {
            title: text(&goal.title),
            state: text(&goal.state),
            due: goal.due,
            from: text(&goal.from),
            target: text(&goal.target),
            now: text(&goal.now),
            outcome: text(&goal.outcome),
        }
    }

    fn into_paper(self) -> PaperGoal {
        PaperGoal {
            title: self.title,
            state: self.state,
            due: self.due,
            from: self.from,
            target: self.target,
            now: self.now,
            outcome: self.outcome,
        }
    }
}
