//! A review as its reader sees it, made from what the vault keeps: the one way from the vault to a page.

use chrono::{DateTime, NaiveDate, Utc};
use domain::goal::GoalState;
use domain::person::Person;
use domain::review::chip::without_chips;
use domain::review::{Point, PointAuthor, Review, ReviewSection, ReviewState, ReviewText, VersionReason};
use domain::workday::Zone;
use paper::review::{PaperGoal, PaperPoint, PaperSection, ReviewDate, ReviewPaper, ReviewStatus};
use store::StoreFault;
use store::noun::{Reading, goal, person, review};

use super::ground::is_of_cycle;
use super::line::of_text;
use crate::Fault;
use crate::desk::{OpenDesk, need};
use crate::goal::GoalLine;
use crate::settings::Settings;
use crate::workplace::Workplace;

/// What a page says besides the review: who writes, and by which clock.
pub(crate) struct Signs {
    owner: String,
    zone: Zone,
    today: NaiveDate,
}

impl Signs {
    pub(crate) fn of(desk: &OpenDesk) -> Result<Self, Fault> {
        Ok(Self { owner: desk.owner()?.name, zone: Workplace::read(desk)?.zone, today: desk.today() })
    }

    /// The clock of whoever writes.
    pub(super) fn zone(&self) -> &Zone {
        &self.zone
    }

    fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.wall(at).date()
    }
}

/// What a version keeps: the review in its canonical form, without signatures.
pub(super) fn content(
    read: &Reading,
    of: &Review,
    reason: VersionReason,
    number: u32,
    now: DateTime<Utc>,
    signs: &Signs,
) -> Result<String, StoreFault> {
    let on = signs.day(now);
    let status = match reason {
        VersionReason::Shared | VersionReason::Amended => ReviewStatus::Shared { version: number, on },
        VersionReason::Final => ReviewStatus::Final { on },
    };
    let paper = paper_of(read, of, status, signs)?;
    // The canonical form is JSON, which is text.
    Ok(String::from_utf8_lossy(&paper::signed::canonical(&paper)).into_owned())
}

/// The review as it stands, with a status.
pub(super) fn paper_of(
    read: &Reading,
    of: &Review,
    status: ReviewStatus,
    signs: &Signs,
) -> Result<ReviewPaper, StoreFault> {
    let about: Person = need(read, of.person)?;
    let month = Settings::read(read)?.cycle_month;
    let cycle = match review::cycle(read, &of.cycle)? {
        Some(cycle) => cycle,
        None => {
            domain::review::ReviewCycle::named(domain::ReviewCycleId::make(), &of.cycle, signs.today, month)
        }
    };
    let reviewer = match of.reviewer {
        Some(reviewer) => person::name_of(read, reviewer)?.unwrap_or_default(),
        None => signs.owner.clone(),
    };
    let points = of_text(&review::points(read, of.id)?, ReviewText::Review);
    let sections = ReviewSection::ALL.map(|section| PaperSection {
        section,
        points: points.iter().filter(|point| point.section == section).map(point_of).collect(),
    });
    let mut goals = Vec::new();
    for line in goal::lines(read, Some(of.person), false)? {
        if is_of_cycle(&line.goal, &cycle) {
            goals.push(goal_of(GoalLine::on(line, signs.today)));
        }
    }
    let times = &of.discussion;
    let dates = [
        ("Shared", times.shared_at),
        ("Discussed", times.held_at),
        ("Talked about again", times.second_held_at),
        ("Accepted", of.accepted_at),
    ];
    // A draft has no dates yet; those of an earlier round would say nothing true.
    // What was shared says when by its version.
    let is_shared = matches!(status, ReviewStatus::Shared { .. });
    let has_dates = of.state != ReviewState::Draft && of.state != ReviewState::Ready;
    Ok(ReviewPaper {
        person_role: about.role_and_team(),
        person: about.name,
        reviewer,
        cycle: cycle.name,
        from: cycle.from,
        until: cycle.until,
        language: "en".to_owned(),
        status,
        dates: dates
            .into_iter()
            .filter(|(what, _)| has_dates && !(is_shared && *what == "Shared"))
            .filter_map(|(what, at)| at.map(|at| ReviewDate { what: what.to_owned(), on: signs.day(at) }))
            .collect(),
        sections: sections.into(),
        goals,
        signatures: Vec::new(),
    })
}

fn point_of(point: &Point) -> PaperPoint {
    PaperPoint {
        message: point.message.clone(),
        text: without_chips(&point.text),
        polarity: point.polarity(),
        by_employee: point.author == PointAuthor::Employee,
        disagreement: point.disagreement.clone(),
    }
}

fn goal_of(goal: GoalLine) -> PaperGoal {
    let figure =
        |figure: Option<domain::folder::Metric>| figure.map(|one| one.to_string()).unwrap_or_default();
    PaperGoal {
        title: goal.title,
        state: in_a_word(goal.state).to_owned(),
        due: goal.due.map(|day| day.0),
        from: figure(goal.start_value),
        target: figure(goal.target),
        now: figure(goal.value),
        outcome: goal.outcome,
    }
}

/// How a goal stands, in a word or two for its reader.
pub(crate) fn in_a_word(state: GoalState) -> &'static str {
    match state {
        GoalState::Proposed => "Proposed",
        GoalState::Endorsed => "Endorsed",
        GoalState::Active => "Under way",
        GoalState::Achieved => "Met",
        GoalState::PartlyAchieved => "Partly met",
        GoalState::Missed => "Not met",
        GoalState::Dropped => "Dropped",
    }
}
