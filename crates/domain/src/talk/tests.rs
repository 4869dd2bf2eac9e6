#![allow(clippy::unwrap_used, clippy::expect_used)]
use chrono::NaiveDateTime;

use super::*;
use crate::{CheckInId, ConversationId, FollowUpId, HrConsultId};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn today() -> NaiveDate {
    day("2026-11-19")
}

fn noticed() -> Talk {
    Talk::noticed(TalkId::make(), PersonId::make(), "Change records", day("2026-11-10"))
}

fn ready() -> Talk {
    Talk {
        state: TalkState::Preparing,
        message: "Two change records came after the change.".into(),
        example: "On 3 November the pager went off for an unknown change.".into(),
        consequence: "Somebody lost an hour.".into(),
        is_owned: true,
        ..noticed()
    }
    .moved(TalkState::Ready, today())
    .expect("ready")
}

#[test]
fn d2_d3_d5_d9_d19_dr2_ready_needs_message_example_consequence_and_the_managers_word() {
    let empty = Talk { state: TalkState::Preparing, ..noticed() };
    assert_eq!(empty.gaps(), [Gap::Message, Gap::Example, Gap::Consequence, Gap::Ownership]);
    let refusal = empty.moved(TalkState::Ready, today()).unwrap_err();
    assert_eq!(refusal.rule, "talk.not_ready");
    for (what, talk, gaps) in [
        ("whole", ready(), vec![]),
        ("no message", Talk { message: " ".into(), ..ready() }, vec![Gap::Message]),
        ("no example", Talk { example: String::new(), ..ready() }, vec![Gap::Example]),
        ("no consequence", Talk { consequence: String::new(), ..ready() }, vec![Gap::Consequence]),
        ("nobody stands behind it", Talk { is_owned: false, ..ready() }, vec![Gap::Ownership]),
        ("d5 named, not seen", Talk { naming: Naming::ObservedMyself, ..ready() }, vec![Gap::SeenMyself]),
        ("d5 named, seen", Talk { naming: Naming::ObservedMyself, seen_myself: true, ..ready() }, vec![]),
        ("d5 nobody leads", Talk { naming: Naming::Facilitated, ..ready() }, vec![Gap::Facilitator]),
        ("d19 touchy, bare", Talk { is_touchy: true, ..ready() }, vec![Gap::Evidence]),
        ("d19 touchy, a note", Talk { is_touchy: true, notes: vec![NoteId::make()], ..ready() }, vec![]),
        (
            "d19 touchy, evidence",
            Talk { is_touchy: true, class_because: "The log".into(), ..ready() },
            vec![],
        ),
        ("d19 followed up by", Talk { is_touchy: true, follow_up_by: "Sam".into(), ..ready() }, vec![]),
    ] {
        assert_eq!(talk.gaps(), gaps, "{what}");
        assert_eq!(talk.check().is_err(), !gaps.is_empty(), "{what}: what is ready stays whole");
    }
}

#[test]
fn d_states_a_talk_goes_step_by_step() {
    use TalkState::*;
    let allowed = [
        (Noticed, Preparing),
        (Preparing, Ready),
        (Ready, Discussed),
        (Ready, Preparing),
        (Discussed, Following),
        (Following, Improved),
        (Following, Escalated),
        (Improved, Closed),
        (Improved, Following),
        (Escalated, Following),
        (Escalated, Closed),
    ];
    for from in TalkState::ALL {
        for to in TalkState::ALL {
            let talk = Talk { state: from, next_check: Some(day("2026-11-26")), ..ready() };
            let expected = from == to || allowed.contains(&(from, to));
            assert_eq!(talk.moved(to, today()).is_ok(), expected, "{from:?} to {to:?}");
        }
    }
}

#[test]
fn d12_dr3_following_needs_a_day_ahead() {
    let discussed = ready().moved(TalkState::Discussed, today()).unwrap();
    assert_eq!(discussed.discussed_on, Some(today()));
    for (next, fine) in [(None, false), (Some("2026-11-19"), false), (Some("2026-11-20"), true)] {
        let talk = Talk { next_check: next.map(day), ..discussed.clone() };
        let moved = talk.moved(TalkState::Following, today());
        assert_eq!(moved.is_ok(), fine, "{next:?}");
    }
    let following = Talk { state: TalkState::Following, next_check: None, ..discussed };
    assert_eq!(following.check().unwrap_err().rule, "talk.no_next_check");
    let overdue = Talk { next_check: Some(day("2026-11-12")), ..following };
    for (next, fine) in
        [(None, false), (Some("2026-11-19"), false), (Some("2026-11-12"), true), (Some("2026-11-20"), true)]
    {
        assert_eq!(overdue.clone().looked_at_next(next.map(day), today()).is_ok(), fine, "{next:?}");
    }
    assert!(noticed().looked_at_next(None, today()).is_ok(), "what is not followed needs no day");
}

fn held(at: &str) -> Conversation {
    let there = |part: ParticipantPart| Participant { part, person: None, name: format!("{part:?}") };
    let at: NaiveDateTime = format!("{at}T10:00:00").parse().expect("a time");
    Conversation {
        id: ConversationId::make(),
        person: PersonId::make(),
        talks: vec![TalkId::make()],
        at,
        participants: vec![there(ParticipantPart::Manager), there(ParticipantPart::Employee)],
        outcome: String::new(),
        differences: String::new(),
        response_due: default_response_due(at.date()),
        answered_on: None,
        answer: String::new(),
    }
}

#[test]
fn d5_d6_d15_d16_dr1_the_manager_is_always_there_and_whoever_else_has_to_be() {
    let with = |parts: &[ParticipantPart]| Conversation {
        participants: parts
            .iter()
            .map(|part| Participant { part: *part, person: None, name: "Sam".into() })
            .collect(),
        ..held("2026-11-19")
    };
    let facilitated = Talk { naming: Naming::Facilitated, facilitator: "Sam".into(), ..ready() };
    let trained = Talk { is_facilitator_trained: true, ..facilitated.clone() };
    let with_hr = Talk { hr: HrWish::Attends, ..ready() };
    use ParticipantPart::*;
    let three = [Manager, Employee, Other, Facilitator];
    let four = [Manager, Employee, Other, Facilitator, Hr];
    for (what, talk, conversation, rule) in [
        ("the two", &ready(), with(&[Manager, Employee]), None),
        ("HR alone", &ready(), with(&[Hr, Employee]), Some("conversation.no_manager")),
        ("without the person", &ready(), with(&[Manager, Hr]), Some("conversation.no_employee")),
        (
            "about nothing",
            &ready(),
            Conversation { talks: vec![], ..held("2026-11-19") },
            Some("conversation.no_talk"),
        ),
        (
            "nameless",
            &ready(),
            Conversation {
                participants: vec![Participant { part: Manager, person: None, name: " ".into() }],
                ..held("2026-11-19")
            },
            Some("conversation.no_name"),
        ),
        ("d5 nobody leads", &facilitated, with(&[Manager, Employee]), Some("conversation.no_facilitator")),
        ("d6 not trained", &facilitated, with(&three), Some("conversation.untrained")),
        ("d6 not trained, HR there", &facilitated, with(&four), None),
        ("d6 trained", &trained, with(&three), None),
        ("d15 HR was to come", &with_hr, with(&[Manager, Employee]), Some("conversation.no_hr")),
        ("d15 HR came", &with_hr, with(&[Manager, Employee, Hr]), None),
        (
            "due before",
            &ready(),
            Conversation { response_due: day("2026-11-18"), ..held("2026-11-19") },
            Some("conversation.due_before"),
        ),
    ] {
        let refused = conversation.check(std::slice::from_ref(talk)).err().map(|refusal| refusal.rule);
        assert_eq!(refused, rule, "{what}");
    }
}

#[test]
fn d10_an_answer_may_take_two_days_and_no_weekend() {
    for (on, due) in [
        ("2026-11-16", "2026-11-18"),
        ("2026-11-19", "2026-11-23"),
        ("2026-11-20", "2026-11-23"),
        ("2026-11-21", "2026-11-23"),
    ] {
        assert_eq!(default_response_due(day(on)), day(due), "{on}");
    }
}

fn look(on: &str, found: Trend, said_aloud: &str) -> FollowUp {
    FollowUp {
        id: FollowUpId::make(),
        talk: TalkId::make(),
        on: day(on),
        found,
        text: String::new(),
        said_aloud: said_aloud.into(),
    }
}

#[test]
fn d14_progress_that_nobody_names_is_counted() {
    use Trend::*;
    for (what, looks, gap) in [
        ("none", vec![], 0),
        ("twice", vec![(Better, ""), (Better, " ")], 2),
        ("said the last time", vec![(Better, ""), (Better, "Well done")], 0),
        ("said before", vec![(Better, "Well done"), (Better, "")], 1),
        ("interrupted", vec![(Better, ""), (Same, ""), (Better, "")], 1),
    ] {
        let looks: Vec<FollowUp> =
            looks.into_iter().map(|(found, said)| look("2026-11-01", found, said)).collect();
        assert_eq!(praise_gap(&looks), gap, "{what}");
    }
}

#[test]
fn d10_d12_d13_d14_d15_d17_what_waits_is_named() {
    let discussed = ready().moved(TalkState::Discussed, today()).unwrap();
    let following =
        Talk { state: TalkState::Following, next_check: Some(day("2026-11-26")), ..discussed.clone() };
    let answered = Conversation { answered_on: Some(today()), ..held("2026-11-10") };
    let asked = CheckIn {
        id: CheckInId::make(),
        talk: TalkId::make(),
        from: "Sam".into(),
        person: None,
        asked_on: day("2026-11-01"),
        question: String::new(),
        answered_on: Some(day("2026-11-02")),
        answer: "Better".into(),
        told_on: None,
    };
    let unsure = Talk { hr: HrWish::Unsure, ..ready() };
    let better = [look("2026-11-11", Trend::Better, ""), look("2026-11-12", Trend::Better, "")];
    type Around<'a> = (&'a [Conversation], &'a [FollowUp], &'a [CheckIn], bool);
    let nothing: Around<'_> = (&[], &[], &[], false);
    let cases: [(&str, &Talk, Around<'_>, &str, &[Waits]); 14] = [
        ("13 days", &noticed(), nothing, "2026-11-23", &[]),
        ("14 days", &noticed(), nothing, "2026-11-24", &[Waits::Talk]),
        ("talked about", &discussed, nothing, "2026-12-24", &[]),
        ("the next day", &discussed, (&[held("2026-11-16")], &[], &[], false), "2026-11-17", &[]),
        (
            "the answer is due",
            &discussed,
            (&[held("2026-11-16")], &[], &[], false),
            "2026-11-18",
            &[Waits::Answer],
        ),
        (
            "a week of silence",
            &discussed,
            (&[held("2026-11-16")], &[], &[], false),
            "2026-11-23",
            &[Waits::Silence],
        ),
        ("answered", &discussed, (&[answered], &[], &[], false), "2026-12-23", &[]),
        ("not yet", &following, nothing, "2026-11-25", &[]),
        ("the day of the look", &following, nothing, "2026-11-26", &[Waits::Check]),
        ("told in time", &following, (&[], &[], std::slice::from_ref(&asked), false), "2026-11-09", &[]),
        (
            "untold",
            &following,
            (&[], &[], std::slice::from_ref(&asked), false),
            "2026-11-10",
            &[Waits::Telling],
        ),
        ("unpraised", &following, (&[], &better, &[], false), "2026-11-13", &[Waits::Praise]),
        ("unsure", &unsure, nothing, "2026-11-19", &[Waits::Hr]),
        ("unsure, asked", &unsure, (&[], &[], &[], true), "2026-11-19", &[]),
    ];
    for (what, talk, (conversations, looks, asked, hr), on, waits) in cases {
        let timing = Timing::of(talk, conversations, looks, asked, hr, day(on));
        assert_eq!(timing.waits, waits, "{what}");
    }
    let closed = Talk { state: TalkState::Closed, ..following.clone() };
    let late = Timing::of(&closed, &[held("2026-11-16")], &better, &[asked], false, day("2027-01-01"));
    assert_eq!(late.waits, [], "what is closed waits for nothing");
    let timing = Timing::of(&following, &[], &better, &[], false, day("2026-11-26"));
    assert_eq!((timing.days_to_raise, timing.checks_held, timing.checks_due), (9, 2, 3));
}

#[test]
fn what_belongs_to_a_talk_says_who_and_when() {
    let check_in = CheckIn {
        id: CheckInId::make(),
        talk: TalkId::make(),
        from: "Sam".into(),
        person: None,
        asked_on: day("2026-11-02"),
        question: "Does it work?".into(),
        answered_on: None,
        answer: String::new(),
        told_on: None,
    };
    for (what, asked, rule) in [
        ("asked", check_in.clone(), None),
        ("nobody", CheckIn { from: " ".into(), ..check_in.clone() }, Some("check_in.nobody")),
        (
            "answered before",
            CheckIn { answered_on: Some(day("2026-11-01")), ..check_in.clone() },
            Some("check_in.order"),
        ),
        (
            "told, not answered",
            CheckIn { told_on: Some(day("2026-11-03")), ..check_in },
            Some("check_in.order"),
        ),
    ] {
        assert_eq!(asked.check().err().map(|refusal| refusal.rule), rule, "{what}");
    }
    let consult = HrConsult {
        id: HrConsultId::make(),
        talk: TalkId::make(),
        part: HrPart::SoundingBoard,
        who: " ".into(),
        on: today(),
        question: String::new(),
        advice: String::new(),
    };
    assert_eq!(consult.check().unwrap_err().rule, "hr_consult.nobody");
    assert_eq!(look("2026-11-20", Trend::Same, "").check(today()).unwrap_err().rule, "talk.check_ahead");
    let nameless = Talk { title: " ".into(), ..noticed() };
    assert_eq!(nameless.check().unwrap_err().rule, "talk.no_title");
}
