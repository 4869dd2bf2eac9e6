//! What to look at before a review is shared: how even it is, what would come as a surprise, what honesty demands, and what
//! is only worth another look.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::coach::{Language, Setting, Span, TextKind, per_hundred_words};
use domain::cycle::Cycle;
use domain::folder::{LookBack, NoteKind, Polarity};
use domain::review::chip::{Target, chips};
use domain::review::{
    BUDGET_HOURS, Effort, Known, Point, Review, ReviewText, SelfReviewState, ShareGap, gaps, is_soft_claim,
    surprises,
};
use domain::{PointId, RecordId, ReviewId};
use serde::{Deserialize, Serialize};
use store::noun::{dismissal, get, goal, note, person, review};

use super::get::words;
use super::ground::{Grounds, in_cycle, is_of_cycle};
use super::line::{BalanceLine, cycle_named, look_at, of_text};
use crate::Fault;
use crate::call::OpenCall;
use crate::coach::CoachHint;
use crate::desk::{OpenDesk, need};
use crate::workplace::Workplace;

/// Looks a review over. Nothing is kept, and nothing leaves this machine.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LookOver {
    /// Which review.
    pub id: ReviewId,
}

/// What is worth another look. Every one can be set aside for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReviewHintKind {
    /// A point about how somebody works with others has no figure, example or story.
    SoftClaim,
    /// A paragraph has no message in one line.
    NoMessage,
    /// The review is shorter than the self review asks for.
    Short,
    /// Praise was kept and is not used: `count` notes, of which `of` are about what was delivered or led.
    Undersold,
    /// The self review names nothing to improve.
    AllGlowing,
    /// Little time was spent.
    LittleTime,
    /// Nothing of the first half of the cycle is used.
    FirstHalf,
    /// Nothing of the second half of the cycle is used.
    SecondHalf,
    /// Goals of the cycle that the review does not speak of: `count` of `of`.
    GoalsLeftOut,
    /// A quarter of the cycle is over and nothing was kept in it: `count` quarters.
    EmptyQuarter,
    /// The two see many points differently: `count`.
    ManyDisagreements,
    /// A constructive point says that it is new. The goal is none: `count`.
    SaidToBeNew,
}

/// One hint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewHint {
    /// What it is.
    pub kind: ReviewHintKind,
    /// In which point; none for the whole review.
    pub point: Option<PointId>,
    /// A count that belongs to it.
    pub count: u32,
    /// What it is counted of, or compared with.
    pub of: u32,
    /// What it is set aside by, with its kind as the rule: in the point's record, or in the review's.
    pub mark: String,
}

/// Something that stands in the way of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GapLine {
    /// What is missing.
    pub gap: ShareGap,
    /// In which point; none for the whole review.
    pub point: Option<PointId>,
}

/// What the writing coach asks about in a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CoachedPoint {
    /// Which point.
    pub point: PointId,
    /// The places, in the order of its text.
    pub findings: Vec<CoachHint>,
}

/// A review, looked over.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewLook {
    /// How even it is.
    pub balance: BalanceLine,
    /// What stands in the way of sharing, point by point.
    pub gaps: Vec<GapLine>,
    /// How many constructive points come as a surprise, those that say so as well. The goal is none.
    pub surprises: u32,
    /// The points in the order they are talked about: what rests on facts first, what is touchy together.
    pub agenda: Vec<PointId>,
    /// What is worth another look.
    pub hints: Vec<ReviewHint>,
    /// How many hints were set aside.
    pub set_aside: u32,
    /// What the writing coach asks about.
    pub coach: Vec<CoachedPoint>,
    /// Hedges in a hundred words.
    pub hedges: f64,
    /// Words of the review.
    pub words: u32,
    /// Words of the self review.
    pub self_words: u32,
    /// Goals of the cycle that the review speaks of.
    pub goals_used: u32,
    /// Goals of the cycle.
    pub goals: u32,
    /// Whether something of each half of the cycle is used.
    pub halves: [bool; 2],
    /// Seconds spent writing.
    pub seconds: u32,
    /// How many hours a review may take without anybody hurrying.
    pub budget_hours: u32,
    /// Pages written.
    pub pages: f64,
    /// Pages an hour; none before the first minute is over.
    pub pages_an_hour: Option<f64>,
}

/// The mark of a hint about the whole review.
const WHOLE: &str = "whole";
/// The mark of a hint about a point.
const POINT: &str = "point";

impl OpenCall for LookOver {
    type Reply = ReviewLook;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (read, today) = (desk.read(), desk.today());
        let _moment = store::noun::one_moment(read)?;
        let of: Review = need(read, self.id)?;
        let all = review::points(read, of.id)?;
        let points = of_text(&all, ReviewText::Review);
        let own = of_text(&all, ReviewText::SelfReview);
        let taken = review::self_review(read, of.id)?
            .is_some_and(|own| matches!(own.state, SelfReviewState::Submitted | SelfReviewState::Taken));
        let grounds = Grounds::of(read, &points, today)?;
        let beside = grounds.beside(&points);
        let grounded: Vec<(&Point, &[Known])> =
            beside.iter().map(|(point, known)| (*point, known.as_slice())).collect();
        let discussion = of.discussion.day_of_talk(desk.now(), &Workplace::read(desk)?.zone);
        let seen = Seen::of(desk, &of, &points, today)?;

        let mut hints = of_points(&grounded);
        let surprises = count(surprises(&grounded, discussion));
        let gaps: Vec<GapLine> = gaps(&grounded, discussion)
            .into_iter()
            .map(|gap| GapLine { gap: gap.gap, point: gap.point })
            .collect();
        let undeclared = gaps.iter().filter(|gap| gap.gap == ShareGap::Surprise).count();
        let words = words(&of, &points);
        let look = look_at(&own);
        let effort = Effort { seconds: of.seconds.into(), words };
        let differ = count(domain::review::disagreements(&points));
        let whole = |is_so: bool, kind: ReviewHintKind, count: u32, of: u32| {
            is_so.then(|| ReviewHint { kind, point: None, count, of, mark: WHOLE.to_owned() })
        };
        let has_text = words > 0;
        hints.extend(
            [
                whole(
                    has_text
                        && taken
                        && words < look.words_wanted.max(if look.is_short { 0 } else { look.words }),
                    ReviewHintKind::Short,
                    words,
                    look.words_wanted.max(look.words),
                ),
                whole(
                    has_text && (seen.unused_feats > 0 || seen.unused > points.len() as u32),
                    ReviewHintKind::Undersold,
                    seen.unused,
                    seen.unused_feats,
                ),
                whole(taken && look.is_all_glowing, ReviewHintKind::AllGlowing, 0, 0),
                whole(has_text && effort.is_little(), ReviewHintKind::LittleTime, of.seconds / 60, 120),
                whole(has_text && seen.has[0] && !seen.halves[0], ReviewHintKind::FirstHalf, 0, 0),
                whole(has_text && seen.has[1] && !seen.halves[1], ReviewHintKind::SecondHalf, 0, 0),
                whole(
                    has_text && seen.goals_used < seen.goals,
                    ReviewHintKind::GoalsLeftOut,
                    seen.goals - seen.goals_used,
                    seen.goals,
                ),
                whole(seen.empty_quarters > 0, ReviewHintKind::EmptyQuarter, seen.empty_quarters, 4),
                whole(
                    domain::review::are_many(differ as usize),
                    ReviewHintKind::ManyDisagreements,
                    differ,
                    0,
                ),
                whole(
                    surprises as usize > undeclared,
                    ReviewHintKind::SaidToBeNew,
                    surprises - count(undeclared),
                    0,
                ),
            ]
            .into_iter()
            .flatten(),
        );
        let (hints, set_aside) = without_set_aside(desk, of.id, hints)?;
        let (coach, hedges) = coached(desk, &of, &points)?;
        Ok(ReviewLook {
            balance: BalanceLine::of(&points),
            gaps,
            surprises,
            agenda: domain::review::agenda(&grounded),
            hints,
            set_aside,
            coach,
            hedges,
            words,
            self_words: look.words,
            goals_used: seen.goals_used,
            goals: seen.goals,
            halves: seen.halves,
            seconds: of.seconds,
            budget_hours: BUDGET_HOURS,
            pages: effort.pages(),
            pages_an_hour: effort.pages_an_hour(),
        })
    }
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// The hints about single points.
fn of_points(points: &[(&Point, &[Known])]) -> Vec<ReviewHint> {
    let mut hints = Vec::new();
    for (point, known) in points {
        let mut hint = |is_so: bool, kind: ReviewHintKind| {
            if is_so {
                hints.push(ReviewHint {
                    kind,
                    point: Some(point.id),
                    count: 0,
                    of: 0,
                    mark: POINT.to_owned(),
                });
            }
        };
        hint(point.words() > 0 && is_soft_claim(point, known), ReviewHintKind::SoftClaim);
        hint(point.lacks_message(), ReviewHintKind::NoMessage);
    }
    hints
}

/// What of the cycle's evidence the review uses.
struct Seen {
    /// Notes of praise that are not used.
    unused: u32,
    /// Of these, what was delivered or led.
    unused_feats: u32,
    /// Whether there is evidence of each half.
    has: [bool; 2],
    /// Whether evidence of each half is used.
    halves: [bool; 2],
    goals: u32,
    goals_used: u32,
    empty_quarters: u32,
}

impl Seen {
    fn of(desk: &OpenDesk, of: &Review, points: &[Point], today: NaiveDate) -> Result<Self, Fault> {
        let read = desk.read();
        let (cycle, _) = cycle_named(read, &of.cycle, today)?;
        let texts = points.iter().map(|point| point.text.as_str()).chain([of.text.as_str()]);
        let used: HashSet<Target> = texts.flat_map(chips).map(|chip| chip.target).collect();
        let filter = in_cycle(of.person, &cycle);
        let notes = note::lines(read, &filter)?;
        let unused: Vec<_> = notes
            .iter()
            .filter(|line| line.note.polarity == Polarity::Praise && !line.note.dismissed)
            .filter(|line| !used.contains(&Target::Note(line.note.id)))
            .collect();
        let is_feat = |kind: NoteKind| matches!(kind, NoteKind::Delivery | NoteKind::Leadership);
        let unused_feats = unused.iter().filter(|line| is_feat(line.note.kind)).count();

        let halves = cycle.halves();
        let half_of =
            |day: NaiveDate| halves.iter().position(|(from, until)| (*from..=*until).contains(&day));
        let (mut has, mut covered) = ([false; 2], [false; 2]);
        for line in &notes {
            if let Some(half) = half_of(line.note.on) {
                has[half] = true;
                covered[half] |= used.contains(&Target::Note(line.note.id));
            }
        }
        for target in &used {
            if let Some(half) = day_of(desk, *target)?.and_then(half_of) {
                covered[half] = true;
            }
        }
        let (mut goals, mut goals_used) = (0, 0);
        for line in goal::lines(read, Some(of.person), false)? {
            if is_of_cycle(&line.goal, &cycle) {
                goals += 1;
                goals_used += u32::from(used.contains(&Target::Goal(line.goal.id)));
            }
        }
        let about: Option<domain::person::Person> = get(read, of.person)?;
        let marks = note::marks(read, of.person, cycle.from, cycle.until)?;
        let since = about.and_then(|about| about.started_on);
        let look_back = LookBack::on(Cycle { from: cycle.from, to: cycle.until }, &marks, since, today);
        // A cycle of half a year has two quarters.
        let quarters = look_back.quarters.iter().filter(|quarter| quarter.from <= cycle.until);
        Ok(Self {
            unused: count(unused.len()),
            unused_feats: count(unused_feats),
            has,
            halves: covered,
            goals,
            goals_used,
            empty_quarters: count(quarters.filter(|quarter| quarter.is_empty).count()),
        })
    }
}

/// The day of evidence that is no note.
fn day_of(desk: &OpenDesk, target: Target) -> Result<Option<NaiveDate>, Fault> {
    let read = desk.read();
    Ok(match target {
        Target::Meeting(id) => get::<domain::one_on_one::Meeting>(read, id)?.map(|one| one.starts.date()),
        Target::Talk(id) => {
            get::<domain::talk::Talk>(read, id)?.map(|talk| talk.discussed_on.unwrap_or(talk.first_seen))
        }
        Target::Note(_) | Target::Goal(_) | Target::Quote(_) | Target::New => None,
    })
}

/// The hints that were not set aside, and how many were.
fn without_set_aside(
    desk: &OpenDesk,
    id: ReviewId,
    hints: Vec<ReviewHint>,
) -> Result<(Vec<ReviewHint>, u32), Fault> {
    let mut records: HashSet<RecordId> =
        hints.iter().filter_map(|hint| hint.point).map(PointId::record).collect();
    records.insert(id.record());
    let mut aside = HashSet::new();
    for record in records {
        for kept in dismissal::of(desk.read(), record)? {
            aside.insert((record, kept.rule, kept.mark));
        }
    }
    let all = hints.len();
    let left: Vec<ReviewHint> = hints
        .into_iter()
        .filter(|hint| {
            let record = hint.point.map_or(id.record(), PointId::record);
            !aside.contains(&(record, hint.kind.rule().to_owned(), hint.mark.clone()))
        })
        .collect();
    let set_aside = count(all - left.len());
    Ok((left, set_aside))
}

impl ReviewHintKind {
    /// The word that a hint is set aside by: the one the page knows it by.
    fn rule(self) -> &'static str {
        match self {
            Self::SoftClaim => "soft_claim",
            Self::NoMessage => "no_message",
            Self::Short => "short",
            Self::Undersold => "undersold",
            Self::AllGlowing => "all_glowing",
            Self::LittleTime => "little_time",
            Self::FirstHalf => "first_half",
            Self::SecondHalf => "second_half",
            Self::GoalsLeftOut => "goals_left_out",
            Self::EmptyQuarter => "empty_quarter",
            Self::ManyDisagreements => "many_disagreements",
            Self::SaidToBeNew => "said_to_be_new",
        }
    }
}

/// What the writing coach asks about in the points, and the hedges in a hundred words. All texts are read as one, so that
/// the coach, which remembers what it has read, rereads only the paragraph that changed.
fn coached(desk: &OpenDesk, of: &Review, points: &[Point]) -> Result<(Vec<CoachedPoint>, f64), Fault> {
    let read = desk.read();
    let names = person::names(read)?;
    let about = names.get(&of.person).cloned();
    let mut known: Vec<String> = names.into_values().collect();
    known.sort_unstable();
    let setting = Setting {
        language: Language::default(),
        kind: TextKind::Review,
        about: about.into_iter().collect(),
        known,
        // What a point rests on is looked at by its chips.
        has_example: true,
        has_figure: true,
        anonymous: false,
    };
    let mut whole = String::new();
    let mut begins: Vec<(usize, PointId)> = Vec::new();
    let mut units = 0;
    for point in points {
        begins.push((units, point.id));
        whole.push_str(&point.text);
        whole.push_str("\n\n");
        units += point.text.encode_utf16().count() + 2;
    }
    let found = desk.drawer().coach(setting).check(&whole);
    let hedges = per_hundred_words(&whole, &found, "hedge");
    let mut coached: Vec<CoachedPoint> = Vec::new();
    for finding in found {
        let Some((begin, id)) = begins.iter().rev().find(|(begin, _)| *begin <= finding.units.from).copied()
        else {
            continue;
        };
        let aside = dismissal::of(read, id.record())?;
        if aside.iter().any(|kept| kept.rule == finding.rule && kept.mark == finding.key) {
            continue;
        }
        let hint = CoachHint {
            rule: finding.rule.to_owned(),
            at: Span { from: finding.units.from - begin, to: finding.units.to - begin },
            excerpt: finding.excerpt,
            replacements: finding.replacements,
            mark: finding.key,
        };
        match coached.last_mut() {
            Some(last) if last.point == id => last.findings.push(hint),
            _ => coached.push(CoachedPoint { point: id, findings: vec![hint] }),
        }
    }
    Ok((coached, hedges))
}
