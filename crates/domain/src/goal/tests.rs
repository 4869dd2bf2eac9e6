#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::{GoalEntryId, WordingId};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn goal() -> Goal {
    Goal::named(GoalId::make(), PersonId::make(), "Failover under 90 s")
}

fn metric(line: &str) -> Option<Metric> {
    Some(Metric::typed(line).expect("a figure"))
}

#[test]
fn c3_cr3_a_goal_is_kept_when_its_parts_fit_together() {
    let goal = goal();
    let due =
        |starts: &str, due: &str| Goal { starts_on: Some(day(starts)), due: Some(day(due)), ..goal.clone() };
    let figures = |start, target| Goal { start_value: metric(start), target: metric(target), ..goal.clone() };
    for (what, goal, rule) in [
        ("a title", goal.clone(), None),
        ("no title", Goal { title: " ".into(), ..goal.clone() }, Some("goal.no_title")),
        ("two lines", Goal { title: "a\nb".into(), ..goal.clone() }, Some("text.line_breaks")),
        ("due after it starts", due("2026-11-01", "2026-11-02"), None),
        ("due on the day it starts", due("2026-11-01", "2026-11-01"), Some("goal.ends_before_it_starts")),
        ("one unit", figures("210 s", "90 s"), None),
        ("two units", figures("210 s", "90 %"), Some("goal.two_units")),
        ("looked at hourly", Goal { review_days: Some(0), ..goal.clone() }, Some("goal.review_days")),
    ] {
        assert_eq!(goal.check().err().map(|refusal| refusal.rule), rule, "{what}");
    }
}

#[test]
fn c5_cr4_only_an_endorsed_goal_becomes_active_and_an_ended_one_is_taken_up_again() {
    use GoalState::*;
    let allowed = [
        (Proposed, Endorsed),
        (Proposed, Dropped),
        (Endorsed, Active),
        (Endorsed, Proposed),
        (Endorsed, Dropped),
        (Active, Achieved),
        (Active, PartlyAchieved),
        (Active, Missed),
        (Active, Dropped),
        (Achieved, Active),
        (PartlyAchieved, Active),
        (Missed, Active),
        (Dropped, Proposed),
    ];
    for from in GoalState::ALL {
        for to in GoalState::ALL {
            let expected = from == to || allowed.contains(&(from, to));
            let moved = Goal { state: from, ..goal() }.moved(to, "said", day("2026-11-19"));
            assert_eq!(moved.is_ok(), expected, "{from:?} to {to:?}");
        }
    }
    let today = day("2026-11-19");
    let endorsed = goal().moved(Endorsed, "", today).unwrap();
    assert_eq!((endorsed.endorsed_on, endorsed.starts_on), (Some(today), None));
    let active = endorsed.moved(Active, "", today).unwrap();
    assert_eq!(active.starts_on, Some(today));
    let missed = active.moved(Missed, " No time ", today).unwrap();
    assert_eq!((missed.ended_on, missed.outcome.as_str()), (Some(today), "No time"));
    let unsaid = goal().moved(Dropped, " ", today).unwrap_err();
    assert_eq!(unsaid.rule, "goal.drop_reason");
    let again = missed.moved(Active, "", today).unwrap();
    assert_eq!((again.ended_on, again.outcome.as_str()), (None, ""));
}

#[test]
fn a25_c6_a_goal_is_looked_at_as_often_as_its_length_suggests() {
    let goal = Goal { state: GoalState::Active, reviewed_on: Some(day("2026-11-01")), ..goal() };
    let due = |on: &str| Goal { due: Some(day(on)), ..goal.clone() };
    for (what, goal, on, expected) in [
        ("a quarter, 13 days on", due("2027-01-15"), "2026-11-14", false),
        ("a quarter, 14 days on", due("2027-01-15"), "2026-11-15", true),
        ("a year, 27 days on", due("2027-10-01"), "2026-11-28", false),
        ("a year, 28 days on", due("2027-10-01"), "2026-11-29", true),
        ("open end, 55 days on", goal.clone(), "2026-12-26", false),
        ("its own rhythm", Goal { review_days: Some(7), ..goal.clone() }, "2026-11-08", true),
        ("never looked at", Goal { reviewed_on: None, ..goal.clone() }, "2026-11-01", true),
        (
            "reached",
            Goal { state: GoalState::Achieved, reviewed_on: None, ..goal.clone() },
            "2027-11-01",
            false,
        ),
    ] {
        let interval = review_interval(&goal, &[], false, day(on));
        assert_eq!(goal.is_due_for_review(day(on), interval), expected, "{what}");
    }
}

#[test]
fn c6_the_interval_is_halved_for_somebody_junior_and_while_nothing_moves() {
    let today = day("2026-11-19");
    let look = |has_moved, on: &str| Entry {
        has_moved,
        ..Entry::said(GoalEntryId::make(), GoalId::make(), EntryKind::Progress, "Looked", day(on))
    };
    let still = [look(true, "2026-11-01"), look(false, "2026-11-02"), look(false, "2026-11-03")];
    let moves = [look(false, "2026-11-02"), look(true, "2026-11-03")];
    let obstacle = Entry { kind: EntryKind::Obstacle, has_moved: false, ..look(false, "2026-11-04") };
    let with_obstacle = [look(false, "2026-11-02"), look(true, "2026-11-03"), obstacle];
    let soon = Some(day("2026-12-19"));
    let in_a_year = Some(day("2027-10-19"));
    let ends = |on: &str| Goal { due: Some(day(on)), ..goal() };
    let slow = Goal { review_days: Some(30), ..goal() };
    for (what, goal, story, is_junior, days) in [
        ("a year", Goal { due: in_a_year, ..goal() }, &[][..], false, 28),
        ("90 days", ends("2027-02-17"), &[], false, 14),
        ("91 days", ends("2027-02-18"), &[], false, 28),
        ("a year and a day", ends("2027-11-20"), &[], false, 28),
        ("a year and two", ends("2027-11-21"), &[], false, 56),
        ("a year, junior", Goal { due: in_a_year, ..goal() }, &[], true, 14),
        ("a quarter, junior", Goal { due: soon, ..goal() }, &[], true, 7),
        ("no day, nothing moved twice", goal(), &still, false, 28),
        ("no day, moved again", goal(), &moves, false, 56),
        ("an obstacle is no look", goal(), &with_obstacle, false, 56),
        ("one look only", goal(), &still[1..2], false, 56),
        ("its own", slow, &still, true, 30),
    ] {
        assert_eq!(review_interval(&goal, story, is_junior, today), days, "{what}");
    }
}

#[test]
fn c6_progress_is_the_newest_figure_between_start_and_target() {
    let measured = |start: Option<&str>, target: &str| Goal {
        start_value: start.and_then(metric),
        target: metric(target),
        ..goal()
    };
    let at = |line: &str| Entry {
        value: metric(line),
        ..Entry::said(GoalEntryId::make(), GoalId::make(), EntryKind::Progress, "", day("2026-11-01"))
    };
    for (what, goal, story, expected) in [
        ("not measured", goal(), vec![at("5")], None),
        ("no figure yet", measured(None, "10"), vec![], None),
        ("half way", measured(None, "10"), vec![at("5")], Some(50)),
        ("downwards", measured(Some("210 s"), "90 s"), vec![at("150 s")], Some(50)),
        ("the newest counts", measured(None, "10"), vec![at("9"), at("2")], Some(20)),
        ("beyond", measured(None, "10"), vec![at("12")], Some(100)),
        ("backwards", measured(Some("210 s"), "90 s"), vec![at("300 s")], Some(0)),
        ("another unit", measured(None, "10 %"), vec![at("5 days")], None),
        ("never quite there", measured(None, "10"), vec![at("9.999")], Some(99)),
        ("no way to go", measured(Some("10"), "10"), vec![at("3")], Some(100)),
    ] {
        assert_eq!(percent(&goal, &story), expected, "{what}");
    }
}

#[test]
fn c3_what_a_goal_does_not_say_yet_is_asked() {
    use Letter::*;
    let full = Goal {
        text: "From the alarm to the first answered call.".into(),
        measure: "Three drills under 90 s".into(),
        achievable: "Two days a month are free for it.".into(),
        relevant: "Customers wait on the line.".into(),
        due: Some(day("2026-12-31")),
        ..goal()
    };
    let asks = |goal: &Goal| questions(goal);
    assert_eq!(asks(&full), []);
    for (what, goal, expected) in [
        (
            "a bare title with a figure",
            goal(),
            vec![
                (Achievable, Question::Missing),
                (Relevant, Question::Missing),
                (TimeBound, Question::Missing),
            ],
        ),
        (
            "a direction",
            Goal { title: "Improve failover".into(), text: String::new(), ..full.clone() },
            vec![(Specific, Question::NoEnd)],
        ),
        ("a direction spelt out", Goal { title: "Improve failover".into(), ..full.clone() }, vec![]),
        (
            "improvement is not improve",
            Goal { title: "Improvements to failover shipped".into(), text: String::new(), ..full.clone() },
            vec![],
        ),
        (
            "two words",
            Goal { title: "Failover drills".into(), text: " ".into(), ..full.clone() },
            vec![(Specific, Question::Missing)],
        ),
        (
            "a vague measure",
            Goal { measure: "It is faster".into(), ..full.clone() },
            vec![(Measurable, Question::NoFigure)],
        ),
        (
            "a figure to aim at",
            Goal {
                measure: String::new(),
                title: "Failover is fast".into(),
                target: metric("90 s"),
                ..full.clone()
            },
            vec![],
        ),
        (
            "no measure, no figure",
            Goal { measure: String::new(), title: "Failover is fast".into(), ..full.clone() },
            vec![(Measurable, Question::Missing)],
        ),
        (
            "on company ground",
            Goal { relevant: String::new(), ground: Some(GroundId::make()), ..full.clone() },
            vec![],
        ),
    ] {
        assert_eq!(asks(&goal), expected, "{what}");
    }
}

#[test]
fn c6_an_entry_says_something_about_a_day_that_has_been() {
    let said =
        Entry::said(GoalEntryId::make(), GoalId::make(), EntryKind::Obstacle, "No lab", day("2026-11-10"));
    for (what, entry, rule) in [
        ("an obstacle", said.clone(), None),
        ("a figure alone", Entry { text: String::new(), value: metric("5"), ..said.clone() }, None),
        ("nothing", Entry { text: " ".into(), ..said.clone() }, Some("goal.entry_empty")),
        ("tomorrow", Entry { on: day("2026-11-20"), ..said.clone() }, Some("goal.entry_ahead")),
        ("gone before", Entry { resolved_on: Some(day("2026-11-09")), ..said }, Some("goal.resolved_before")),
    ] {
        assert_eq!(entry.check(day("2026-11-19")).err().map(|refusal| refusal.rule), rule, "{what}");
    }
}

#[test]
fn cr2_a_wording_holds_what_was_agreed_and_a_revision_says_why() {
    let goal = Goal { measure: "Three drills".into(), target: metric("90 s"), ..goal() };
    let on = day("2026-11-19");
    let kept = |reason, because| Wording::of(WordingId::make(), &goal, reason, because, on);
    let first = kept(WordingReason::Started, "");
    assert_eq!(
        (first.check(), first.measure.as_str(), &first.target),
        (Ok(()), "Three drills", &goal.target)
    );
    assert_eq!(kept(WordingReason::Revised, " ").check().unwrap_err().rule, "goal.revise_reason");
    assert_eq!(kept(WordingReason::Revised, "The lab closes").check(), Ok(()));
    for (what, other, alike) in [
        ("another state", Goal { state: GoalState::Active, comment: "Good".into(), ..goal.clone() }, true),
        ("another day", Goal { due: Some(on), ..goal.clone() }, false),
        ("another measure", Goal { measure: "Four drills".into(), ..goal.clone() }, false),
    ] {
        assert_eq!(goal.is_worded_as(&other), alike, "{what}");
    }
}
