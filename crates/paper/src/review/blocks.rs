//! What a review says, in reading order.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use domain::folder::Polarity;
use domain::review::ReviewSection;

use super::{PaperGoal, PaperPoint, PaperSignature, ReviewPaper, ReviewStatus, SignerPart, clean};
use crate::leaving::{Block, Leaving, Point, Signature, Table};
use crate::markdown::say_day;

impl Leaving for ReviewPaper {
    const KIND: &'static str = "Reviews";
    const REST: &'static str = "The whole is in the file of this review.";

    fn subject(&self) -> String {
        format!("Review of {} \u{b7} {}", clean(&self.cycle), clean(&self.person))
    }

    fn dated(&self) -> Option<NaiveDate> {
        match self.status {
            ReviewStatus::Draft => None,
            ReviewStatus::Shared { on, .. } | ReviewStatus::Final { on } => Some(on),
        }
    }

    fn language(&self) -> &str {
        &self.language
    }

    fn is_draft(&self) -> bool {
        self.status == ReviewStatus::Draft
    }

    fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks = vec![
            Block::Kicker(format!("Review of {}", clean(&self.cycle))),
            Block::Title(clean(&self.person)),
        ];
        if !self.person_role.trim().is_empty() {
            blocks.push(Block::Subtitle(clean(&self.person_role)));
        }
        blocks.push(Block::Facts(facts(self)));
        if self.is_draft() {
            blocks.push(Block::Notice("This is a draft. It is not final and may still change.".to_owned()));
        }
        for section in ReviewSection::ALL {
            blocks.extend(self.section(section));
        }
        if !self.signatures.is_empty() {
            blocks.push(Block::Heading("Signatures"));
            blocks.push(Block::Signatures(self.signatures.iter().map(signature).collect()));
        }
        blocks
    }
}

impl ReviewPaper {
    /// A section. What went well and what could be better always stand there; the others where they say something.
    fn section(&self, section: ReviewSection) -> Vec<Block<'_>> {
        let written = self.sections.iter().filter(|one| one.section == section).flat_map(|one| &one.points);
        let points: Vec<&PaperPoint> = written.filter(|point| !point.is_bare()).collect();
        let has_goals = section == ReviewSection::Goals && !self.goals.is_empty();
        let is_standing = section.polarity().is_some();
        if points.is_empty() && !has_goals && !is_standing {
            return Vec::new();
        }
        let mut blocks = vec![Block::Heading(heading(section))];
        if has_goals {
            blocks.push(Block::Table(goals(&self.goals)));
        }
        if points.is_empty() && !has_goals {
            blocks.push(Block::Fact("Nothing is written here.".to_owned()));
        }
        for point in points {
            blocks.push(Block::Point(Point {
                message: Cow::Owned(clean(&point.message)),
                caption: self.caption(section, point),
                text: Cow::Owned(clean(&point.text)),
            }));
            if !point.disagreement.trim().is_empty() {
                blocks.push(Block::Aside(
                    "Seen differently".to_owned(),
                    Cow::Owned(clean(&point.disagreement)),
                ));
            }
        }
        blocks
    }

    /// What has to be said of a point beside its words.
    fn caption(&self, section: ReviewSection, point: &PaperPoint) -> String {
        let polarity = match (section.polarity(), point.polarity) {
            (None, Some(Polarity::Praise)) => Some("Went well".to_owned()),
            (None, Some(Polarity::Constructive)) => Some("To improve".to_owned()),
            (Some(_), _) | (None, None) => None,
        };
        let author = point.by_employee.then(|| format!("Added by {}", clean(&self.person)));
        polarity.into_iter().chain(author).collect::<Vec<_>>().join(" \u{b7} ")
    }
}

impl PaperPoint {
    /// Whether it says nothing.
    fn is_bare(&self) -> bool {
        [&self.message, &self.text, &self.disagreement].into_iter().all(|text| text.trim().is_empty())
    }
}

fn heading(section: ReviewSection) -> &'static str {
    match section {
        ReviewSection::Summary => "Summary",
        ReviewSection::WentWell => "What went well",
        ReviewSection::ToImprove => "Areas to improve",
        ReviewSection::Goals => "Goals",
        ReviewSection::NextYear => "Next year",
    }
}

fn facts(review: &ReviewPaper) -> Vec<(String, String)> {
    let status = match review.status {
        ReviewStatus::Draft => "Draft".to_owned(),
        ReviewStatus::Shared { version, on } => format!("Version {version}, shared on {}", say_day(on)),
        ReviewStatus::Final { on } => format!("Final, {}", say_day(on)),
    };
    let mut facts = vec![
        ("Written by".to_owned(), clean(&review.reviewer)),
        ("Period".to_owned(), period(review.from, review.until)),
        ("Status".to_owned(), status),
    ];
    facts.extend(review.dates.iter().map(|date| (clean(&date.what), say_day(date.on))));
    facts
}

/// What a column of the goals is called, and what stands in it.
type Column = (&'static str, fn(&PaperGoal) -> String);

/// The goals as a table, without columns that say nothing.
fn goals(goals: &[PaperGoal]) -> Table {
    let columns: [Column; 5] = [
        ("Goal", |goal| clean(&goal.title)),
        ("State", |goal| clean(&goal.state)),
        ("Due", |goal| goal.due.map(|day| day.format("%-d %b %Y").to_string()).unwrap_or_default()),
        ("Measured", measured),
        ("Outcome", |goal| clean(&goal.outcome)),
    ];
    let cells = |cell: fn(&PaperGoal) -> String| goals.iter().map(cell).collect::<Vec<_>>();
    let mut named = columns.map(|(name, cell)| (name, cells(cell))).to_vec();
    named.retain(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    let rows =
        (0..goals.len()).map(|row| named.iter().filter_map(|(_, cells)| cells.get(row).cloned()).collect());
    Table { rows: rows.collect(), columns: named.iter().map(|(name, _)| (*name).to_owned()).collect() }
}

/// From where to where, and where it is.
fn measured(goal: &PaperGoal) -> String {
    let [from, target, now] =
        [&goal.from, &goal.target, &goal.now].map(|value| clean(value).trim().to_owned());
    let way = match (from.is_empty(), target.is_empty()) {
        (false, false) => format!("{from} \u{2192} {target}"),
        (false, true) => format!("from {from}"),
        (true, false) => format!("to {target}"),
        (true, true) => String::new(),
    };
    let now = if now.is_empty() { now } else { format!("now {now}") };
    [way, now].into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A stretch of days, the year said once where it is the same.
fn period(from: NaiveDate, until: NaiveDate) -> String {
    let same = from.year() == until.year();
    let from = if same { from.format("%-d %B").to_string() } else { say_day(from) };
    format!("{from} to {}", say_day(until))
}

fn signature(signature: &PaperSignature) -> Signature {
    let part = match signature.part {
        SignerPart::Manager => "Manager",
        SignerPart::Employee => "Employee",
    };
    let at = signature.signed_at;
    let said = format!("{part}, {}, {} UTC", say_day(at.date_naive()), at.format("%H:%M"));
    let fingerprint = match signature.fingerprint.trim() {
        "" => String::new(),
        fingerprint => format!("Key {fingerprint}"),
    };
    Signature { name: clean(&signature.name), said, fingerprint }
}
