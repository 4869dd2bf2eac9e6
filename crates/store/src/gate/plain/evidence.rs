#![allow(clippy::expect_used, clippy::panic)]
//! Random records of goals' stories, talks, kept searches and hints set aside.

use domain::{
    PersonId,
    dismissal::Dismissal,
    folder::Metric,
    goal::{Entry, EntryKind, Goal, Ground, GroundKind, Wording, WordingReason},
    saved_search::SavedSearch,
    talk::{
        CheckIn, Conversation, FollowUp, HrConsult, HrPart, HrWish, Naming, Participant, ParticipantPart,
        Talk, TalkClass, TalkState, Trend,
    },
};

use super::{Deed, id_at, pick, text_at};
use crate::{fault::Result, noun::Noun};

/// Puts the record of one of these nouns at a slot, its fields drawn from a seed.
pub(super) fn put(deed: &mut Deed<'_>, noun: Noun, slot: u8, seed: u64, person: PersonId) -> Result<()> {
    let id = id_at(noun, slot);
    let day = crate::noun::day_of(20_000 + i64::try_from(seed % 5).expect("small")).expect("a day");
    let wall = day.and_hms_opt(9, 30, 0).expect("a time");
    let text = text_at(seed);
    match noun {
        Noun::GoalEntry => deed.put(&Entry {
            value: seed.is_multiple_of(3).then(|| Metric { value: seed.into(), unit: "s".into() }),
            has_moved: seed.is_multiple_of(2),
            resolved_on: seed.is_multiple_of(5).then_some(day),
            ..Entry::said(
                id.into(),
                id_at(Noun::Goal, pick(&[0, 1, 2], seed)).into(),
                pick(&EntryKind::ALL, seed),
                text,
                day,
            )
        }),
        Noun::Wording => {
            let goal = Goal { text, ..Goal::named(id_at(Noun::Goal, 0).into(), person, "Goal 0") };
            deed.put(&Wording::of(id.into(), &goal, pick(&WordingReason::ALL, seed), "The lab closed", day))
        }
        Noun::Ground => deed.put(&Ground {
            id: id.into(),
            kind: pick(&GroundKind::ALL, seed),
            title: format!("Ground {}", seed % 3),
            text,
            until: seed.is_multiple_of(2).then_some(day),
        }),
        Noun::Talk => deed.put(&Talk {
            state: pick(&TalkState::ALL, seed),
            class: pick(&TalkClass::ALL, seed / 2),
            class_because: text_at(seed / 2),
            is_touchy: seed.is_multiple_of(2),
            message: format!("Message {}", seed % 3),
            example: text,
            consequence: text_at(seed / 3),
            is_owned: seed.is_multiple_of(3),
            naming: pick(&Naming::ALL, seed / 3),
            hr: pick(&HrWish::ALL, seed / 5),
            notes: (0..pick(&[0, 1, 2], seed)).map(|n| id_at(Noun::Note, n).into()).collect(),
            next_check: seed.is_multiple_of(2).then_some(day),
            discussed_on: seed.is_multiple_of(5).then_some(day),
            outcome: pick(&["", "Better"], seed).into(),
            ..Talk::noticed(id.into(), person, format!("Talk {}", seed % 3), day)
        }),
        Noun::Conversation => deed.put(&Conversation {
            id: id.into(),
            person,
            talks: (0..pick(&[1, 2], seed)).map(|n| id_at(Noun::Talk, n).into()).collect(),
            at: wall,
            participants: ParticipantPart::ALL
                .into_iter()
                .take(usize::try_from(seed % 5).expect("small"))
                .map(|part| Participant {
                    part,
                    person: seed.is_multiple_of(2).then_some(person),
                    name: "Sam".into(),
                })
                .collect(),
            outcome: text,
            differences: text_at(seed / 2),
            response_due: day,
            answered_on: seed.is_multiple_of(3).then_some(day),
            answer: text_at(seed / 3),
        }),
        Noun::FollowUp => deed.put(&FollowUp {
            id: id.into(),
            talk: id_at(Noun::Talk, pick(&[0, 1, 2], seed)).into(),
            on: day,
            found: pick(&Trend::ALL, seed),
            text,
            said_aloud: text_at(seed / 2),
        }),
        Noun::CheckIn => deed.put(&CheckIn {
            id: id.into(),
            talk: id_at(Noun::Talk, pick(&[0, 1, 2], seed)).into(),
            from: format!("Sam {}", seed % 3),
            person: seed.is_multiple_of(2).then_some(person),
            asked_on: day,
            question: text_at(seed / 2),
            answered_on: seed.is_multiple_of(3).then_some(day),
            answer: text,
            told_on: seed.is_multiple_of(6).then_some(day),
        }),
        Noun::HrConsult => deed.put(&HrConsult {
            id: id.into(),
            talk: id_at(Noun::Talk, pick(&[0, 1, 2], seed)).into(),
            part: pick(&HrPart::ALL, seed),
            who: format!("Ada {}", seed % 3),
            on: day,
            question: text_at(seed / 2),
            advice: text,
        }),
        Noun::SavedSearch => deed.put(&SavedSearch {
            id: id.into(),
            name: format!("Search {}", seed % 3),
            asked: format!("{{\"query\":\"{}\"}}", seed % 3),
        }),
        Noun::Dismissal => deed.put(&Dismissal {
            id: id.into(),
            record: id_at(Noun::Note, 0),
            rule: format!("rule-{}", seed % 3),
            mark: format!("{seed:04x}"),
            because: "Said on purpose".into(),
            on: day,
        }),
        other => panic!("{other:?} is drawn elsewhere"),
    }
}
