//! Where a point may have been talked about before: proposals out of the year's 1:1s, notes and talks.

use domain::review::chip::{Target, without_chips};
use domain::review::{Point, Review, like};
use domain::{PointId, RecordId};
use serde::{Deserialize, Serialize};
use store::noun::{meeting, note, talk};

use super::evidence::{EvidenceKind, excerpt};
use super::ground::{in_cycle, met_on};
use super::line::cycle_named;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::stamp::Day;

/// How many are proposed.
const MOST: usize = 5;

/// Looks through the year's 1:1s, notes and talks for what a point speaks of.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// Which point.
    pub id: PointId,
}

/// Where the two may have talked about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewProposal {
    /// What it is.
    pub kind: EvidenceKind,
    /// Which record.
    pub id: RecordId,
    /// The address of a chip to it.
    pub address: String,
    /// The day it stands on.
    pub on: Day,
    /// The day the two talked about it; none where they did not.
    pub talked_on: Option<Day>,
    /// What it says, Markdown.
    pub text: String,
    /// How many words of the point stand in it.
    pub words: u32,
}

/// What was looked through, and what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewProposals {
    /// The likest first.
    pub found: Vec<ReviewProposal>,
    /// How many 1:1s were looked through.
    pub one_on_ones: u32,
    /// How many notes were looked through.
    pub notes: u32,
    /// How many talks were looked through.
    pub talks: u32,
}

struct Candidate {
    kind: EvidenceKind,
    target: Target,
    id: RecordId,
    on: chrono::NaiveDate,
    talked_on: Option<chrono::NaiveDate>,
    text: String,
}

impl OpenCall for Propose {
    type Reply = ReviewProposals;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let point: Point = need(read, self.id)?;
        let of: Review = need(read, point.review)?;
        let (cycle, _) = cycle_named(read, &of.cycle, today)?;
        let mut all: Vec<Candidate> = Vec::new();
        for section in meeting::said(read, of.person, cycle.from, cycle.until)? {
            let on = section.starts.date();
            all.push(Candidate {
                kind: EvidenceKind::OneOnOne,
                target: Target::Meeting(section.meeting),
                id: section.meeting.record(),
                on,
                talked_on: met_on(section.state, section.starts, today),
                text: section.text,
            });
        }
        let filter = in_cycle(of.person, &cycle);
        for line in note::lines(read, &filter)? {
            let note = line.note;
            all.push(Candidate {
                kind: EvidenceKind::Note,
                target: Target::Note(note.id),
                id: note.id.record(),
                on: note.on,
                talked_on: note.raised_on,
                text: [note.text, note.example, note.consequence].join("\n").trim().to_owned(),
            });
        }
        for line in talk::lines(read, Some(of.person), false)? {
            let talk = line.talk;
            all.push(Candidate {
                kind: EvidenceKind::Talk,
                target: Target::Talk(talk.id),
                id: talk.id.record(),
                on: talk.discussed_on.unwrap_or(talk.first_seen),
                talked_on: talk.discussed_on,
                text: [talk.title, talk.message, talk.example].join("\n").trim().to_owned(),
            });
        }
        let already = point.evidence();
        let count = |kind: EvidenceKind| {
            let ids: std::collections::HashSet<RecordId> =
                all.iter().filter(|one| one.kind == kind).map(|one| one.id).collect();
            u32::try_from(ids.len()).unwrap_or(u32::MAX)
        };
        let (one_on_ones, notes, talks) =
            (count(EvidenceKind::OneOnOne), count(EvidenceKind::Note), count(EvidenceKind::Talk));
        let texts: Vec<&str> = all.iter().map(|one| one.text.as_str()).collect();
        let mut found: Vec<ReviewProposal> = Vec::new();
        for likeness in like(&format!("{}\n{}", point.message, without_chips(&point.text)), &texts) {
            let Some(one) = all.get(likeness.place) else { continue };
            // Of a 1:1 the likest section stands for all of it; what is linked already is not proposed.
            if already.contains(&one.target) || found.iter().any(|known| known.id == one.id) {
                continue;
            }
            found.push(ReviewProposal {
                kind: one.kind,
                id: one.id,
                address: one.target.address(),
                on: Day(one.on),
                talked_on: one.talked_on.map(Day),
                text: excerpt(&one.text),
                words: likeness.words,
            });
            if found.len() == MOST {
                break;
            }
        }
        Ok(ReviewProposals { found, one_on_ones, notes, talks })
    }
}
