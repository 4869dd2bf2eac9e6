#![allow(clippy::expect_used, clippy::panic)]
//! Random records of reviews and of what belongs to them.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::{
    PersonId, RecordId,
    folder::Polarity,
    person::Relation,
    review::{
        Discussion, InputState, PeerInput, Point, PointAuthor, Proof, Review, ReviewCycle, ReviewSection,
        ReviewState, ReviewText, ReviewVersion, SelfReview, SelfReviewState, Signature, SigningKey,
        VersionReason, WordsHash, chip::Target,
    },
};

use super::{Deed, id_at, pick, text_at};
use crate::{fault::Result, noun::Noun};

const POLARITIES: [Option<Polarity>; 3] = [None, Some(Polarity::Praise), Some(Polarity::Constructive)];
const AUTHORS: [PointAuthor; 2] = [PointAuthor::Manager, PointAuthor::Employee];

/// A text with chips in it, some of which are none: an address that says nothing, one without a label, one that a mark
/// takes apart.
pub(crate) fn chipped_at(seed: u64) -> String {
    let note = Target::Note(id_at(Noun::Note, 0).into()).address();
    let quote = Target::Quote(id_at(Noun::PeerInput, 1).into()).address();
    let chip = match seed % 7 {
        0 => format!(" [2 Oct]({note})"),
        1 => format!("[\u{e000}words\u{e001} of Łódź]({quote})."),
        2 => " [new](inglenook:new), ".into(),
        3 => " [lost](inglenook:note/nowhere)".into(),
        4 => format!("]({note}) [one]({note}) [two]({note})"),
        5 => format!("[taken apart](ingle\u{e000}nook:note) [kept]({quote}"),
        _ => return text_at(seed),
    };
    format!("{}{chip}{}", text_at(seed / 2), text_at(seed / 3))
}

/// Puts the record of one of these nouns at a slot, its fields drawn from a seed.
pub(super) fn put(deed: &mut Deed<'_>, noun: Noun, slot: u8, seed: u64, person: PersonId) -> Result<()> {
    let id = id_at(noun, slot);
    let day = crate::noun::day_of(20_000 + i64::try_from(seed % 5).expect("small")).expect("a day");
    let at = day.and_hms_opt(9, 30, 0).expect("a time").and_utc();
    let review = id_at(Noun::Review, pick(&[0, 1, 2], seed / 2)).into();
    let number = u32::try_from(seed % 4).expect("small");
    let byte = u8::try_from(seed % 256).expect("small");
    match noun {
        Noun::Review => deed.put(&random_review(id, person, seed, at)),
        Noun::ReviewCycle => deed.put(&random_cycle(id, seed, day)),
        Noun::Point => deed.put(&Point {
            id: id.into(),
            review,
            of: pick(&[ReviewText::Review, ReviewText::SelfReview], seed),
            section: pick(&ReviewSection::ALL, seed / 2),
            place: number,
            marked: pick(&POLARITIES, seed),
            is_soft: seed.is_multiple_of(2),
            is_touchy: seed.is_multiple_of(3),
            message: pick(&["", "Calm under load", "A [chip](inglenook:new) of a message"], seed / 3).into(),
            text: chipped_at(seed),
            author: pick(&AUTHORS, seed / 3),
            question: pick(&["", "Which drill?"], seed / 5).into(),
            answer: if seed.is_multiple_of(4) { chipped_at(seed / 4) } else { String::new() },
            is_parked: seed.is_multiple_of(5),
            disagreement: pick(&["", "It was \u{e000}late"], seed / 7).into(),
            is_agreed: seed.is_multiple_of(7),
        }),
        Noun::SelfReview => deed.put(&SelfReview {
            id: id.into(),
            review,
            state: pick(&SelfReviewState::ALL, seed),
            note: text_at(seed),
            returns: number,
            handed_in_on: seed.is_multiple_of(2).then_some(day),
        }),
        Noun::PeerInput => deed.put(&PeerInput {
            id: id.into(),
            review,
            author: format!("Sam {}", seed % 3),
            person: seed.is_multiple_of(2).then_some(person),
            relation: pick(&Relation::ALL, seed),
            team: pick(&["", "Tokamak"], seed / 2).into(),
            state: pick(&InputState::ALL, seed / 3),
            asked_on: day,
            notes: text_at(seed),
            words: text_at(seed / 2),
            approved: seed.is_multiple_of(3).then_some(WordsHash([byte; 32])),
        }),
        Noun::ReviewVersion => deed.put(&ReviewVersion {
            id: id.into(),
            review,
            number: number + 1,
            made_at: at,
            reason: pick(&[VersionReason::Shared, VersionReason::Amended, VersionReason::Final], seed),
            content: text_at(seed),
        }),
        Noun::Signature => deed.put(&Signature {
            id: id.into(),
            version: id_at(Noun::ReviewVersion, pick(&[0, 1, 2], seed / 2)).into(),
            part: pick(&AUTHORS, seed),
            name: format!("Sam {}", seed % 3),
            signed_at: at,
            proof: seed.is_multiple_of(2).then_some(Proof { key: [byte; 32], signature: [byte / 2; 64] }),
        }),
        Noun::SigningKey => deed.put(&SigningKey { id: id.into(), seed: [byte; 32], made_at: at }),
        other => panic!("{other:?} is drawn elsewhere"),
    }
}

fn random_review(id: RecordId, person: PersonId, seed: u64, at: DateTime<Utc>) -> Review {
    let later = |every: u64| {
        seed.is_multiple_of(every).then(|| at + TimeDelta::hours(i64::try_from(every).expect("small")))
    };
    Review {
        text: chipped_at(seed),
        reviewer: seed.is_multiple_of(4).then(|| id_at(Noun::Person, 1).into()),
        state: pick(&ReviewState::ALL, seed / 2),
        discussion: Discussion {
            shared_at: later(2),
            planned_at: later(3),
            held_at: later(4),
            second_wanted_by: pick(&[None, Some(AUTHORS[0]), Some(AUTHORS[1])], seed / 3),
            second_at: later(5),
            second_held_at: later(6),
        },
        accepted_at: later(7),
        closed_at: later(8),
        seconds: u32::try_from(seed % 3).expect("small"),
        ..Review::begun(id.into(), person, format!("{}", 2024 + seed % 3))
    }
}

fn random_cycle(id: RecordId, seed: u64, day: NaiveDate) -> ReviewCycle {
    let by = |every: u64| seed.is_multiple_of(every).then(|| day + Days::new(every));
    ReviewCycle {
        id: id.into(),
        name: format!("{}", 2024 + seed % 3),
        from: day,
        until: day + Days::new(seed),
        self_review_by: by(2),
        share_by: by(3),
        discuss_by: by(4),
        sign_by: by(5),
    }
}
