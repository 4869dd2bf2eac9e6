#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! Reviews with all that belongs to them: what the screens are told, and what goes with what.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    MeetingId, PeerInputId, PersonId, PointId, ReviewCycleId, ReviewId, ReviewVersionId, SelfReviewId,
    SignatureId, SigningKeyId,
    one_on_one::{BuiltIn, Meeting, MeetingState, Section, make_sections},
    person::{Person, Relation},
    review::{
        InputState, PeerInput, Point, PointAuthor, Proof, Review, ReviewCycle, ReviewSection, ReviewText,
        ReviewVersion, SelfReview, Signature, SigningKey, VersionReason, WordsHash,
    },
};

use super::{
    Around, around, cycle, cycles, lines_of_cycle, points, remove, remove_part, self_review, signatures,
    signing_key,
};
use crate::{
    attachment,
    fault::Result,
    gate::{Deed, plain::Plain},
    history,
    noun::{counts, get, meeting},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn a_point(review: ReviewId, of: ReviewText, section: ReviewSection, place: u32) -> Point {
    let message = format!("{of:?} {section:?} {place}");
    Point { place, message, ..Point::begun(PointId::make(), review, of, section) }
}

fn an_input(review: ReviewId, author: &str, on: &str) -> PeerInput {
    PeerInput {
        id: PeerInputId::make(),
        review,
        author: author.into(),
        person: None,
        relation: Relation::Peer,
        team: "Systems".into(),
        state: InputState::Approved,
        asked_on: day(on),
        notes: "Said at lunch".into(),
        words: "Calm when it counts.".into(),
        approved: Some(WordsHash([7; 32])),
    }
}

fn a_version(review: ReviewId, number: u32) -> ReviewVersion {
    ReviewVersion {
        id: ReviewVersionId::make(),
        review,
        number,
        made_at: at("2026-12-04T09:00:00Z"),
        reason: if number == 1 { VersionReason::Shared } else { VersionReason::Final },
        content: format!("version {number}"),
    }
}

fn signed(version: ReviewVersionId, part: PointAuthor, on: &str, proof: Option<Proof>) -> Signature {
    let name = format!("{part:?}");
    Signature { id: SignatureId::make(), version, part, name, signed_at: at(on), proof }
}

/// A review of somebody with everything that belongs to it, and files kept with each part that may have some.
pub(crate) fn put_whole(deed: &mut Deed<'_>, person: PersonId) -> Result<ReviewId> {
    let of = Review { text: "A year".into(), ..Review::begun(ReviewId::make(), person, "2026") };
    deed.put(&of)?;
    let own = SelfReview::begun(SelfReviewId::make(), of.id);
    deed.put(&own)?;
    let input = an_input(of.id, "Jun", "2026-11-02");
    deed.put(&input)?;
    let point = a_point(of.id, ReviewText::Review, ReviewSection::WentWell, 0);
    deed.put(&point)?;
    deed.put(&a_point(of.id, ReviewText::SelfReview, ReviewSection::WentWell, 0))?;
    let version = a_version(of.id, 1);
    deed.put(&version)?;
    deed.put(&signed(version.id, PointAuthor::Employee, "2026-12-18T09:00:00Z", None))?;
    let now = at("2026-12-01T09:00:00Z");
    for record in [of.id.record(), own.id.record(), input.id.record(), point.id.record()] {
        attachment::add(deed, record, "plan.txt", b"plan", now)?;
    }
    Ok(of.id)
}

/// Two people with reviews of two cycles.
fn reviews() -> (Plain, [Person; 2], [Review; 3]) {
    let mut db = Plain::new();
    let tom = Person::named(PersonId::make(), "Tom Berg", Relation::DirectReport);
    let maya = Person::named(PersonId::make(), "Maya Okafor", Relation::DirectReport);
    let of = |person: &Person, cycle: &str| Review::begun(ReviewId::make(), person.id, cycle);
    let all = [of(&tom, "2026"), of(&maya, "2026"), of(&maya, "2025")];
    db.deed(|deed| {
        [&tom, &maya].into_iter().try_for_each(|person| deed.put(person))?;
        all.iter().try_for_each(|review| deed.put(review))
    })
    .unwrap();
    (db, [tom, maya], all)
}

#[test]
fn a_review_is_read_with_everything_around_it_and_nothing_of_another() {
    use ReviewSection::{NextYear, Summary, ToImprove, WentWell};
    let (mut db, _, [of_tom, of_maya, _]) = reviews();
    let mut in_order = vec![
        a_point(of_maya.id, ReviewText::Review, Summary, 0),
        a_point(of_maya.id, ReviewText::Review, WentWell, 0),
        a_point(of_maya.id, ReviewText::SelfReview, WentWell, 1),
        a_point(of_maya.id, ReviewText::Review, WentWell, 2),
        a_point(of_maya.id, ReviewText::Review, ToImprove, 0),
        a_point(of_maya.id, ReviewText::Review, NextYear, 1),
    ];
    // Two of the same place go by their ids.
    in_order.insert(2, a_point(of_maya.id, ReviewText::Review, WentWell, 0));
    in_order[1..3].sort_by_key(|point| point.id);
    let own = SelfReview { returns: 1, ..SelfReview::begun(SelfReviewId::make(), of_maya.id) };
    let inputs = [an_input(of_maya.id, "Jun", "2026-11-02"), an_input(of_maya.id, "Ada", "2026-11-09")];
    let versions = [a_version(of_maya.id, 1), a_version(of_maya.id, 2)];
    db.deed(|deed| {
        in_order.iter().rev().try_for_each(|point| deed.put(point))?;
        inputs.iter().rev().try_for_each(|input| deed.put(input))?;
        versions.iter().rev().try_for_each(|version| deed.put(version))?;
        deed.put(&own)
    })
    .unwrap();
    let nothing = Around { points: Vec::new(), self_review: None, inputs: Vec::new(), versions: Vec::new() };
    assert_eq!(around(&db.db, of_tom.id).unwrap(), nothing);
    assert_eq!(points(&db.db, of_maya.id).unwrap(), in_order);
    assert_eq!(self_review(&db.db, of_maya.id).unwrap().as_ref(), Some(&own));
    let whole = Around {
        points: in_order,
        self_review: Some(own),
        inputs: inputs.to_vec(),
        versions: versions.to_vec(),
    };
    assert_eq!(around(&db.db, of_maya.id).unwrap(), whole);
}

#[test]
fn cycles_are_found_by_name_and_listed_from_the_newest() {
    let (mut db, [tom, maya], all) = reviews();
    let given = ["2024", "2026", "2025"]
        .map(|name| ReviewCycle::named(ReviewCycleId::make(), name, day("2026-11-28"), 1));
    db.deed(|deed| given.iter().try_for_each(|cycle| deed.put(cycle))).unwrap();
    let names: Vec<_> = cycles(&db.db).unwrap().into_iter().map(|cycle| cycle.name).collect();
    assert_eq!(names, ["2026", "2025", "2024"]);
    assert_eq!(cycle(&db.db, "2026").unwrap().as_ref(), Some(&given[1]));
    assert_eq!(cycle(&db.db, "2027").unwrap(), None);
    let told = |name: &str| -> Vec<_> {
        let lines = lines_of_cycle(&db.db, name).unwrap();
        lines.into_iter().map(|line| (line.person_name, line.review.id)).collect()
    };
    assert_eq!(told("2026"), [(maya.name.clone(), all[1].id), (tom.name, all[0].id)]);
    assert_eq!(told("2025"), [(maya.name, all[2].id)]);
    assert_eq!(told("2024"), [], "a cycle that nobody has a review in");
}

#[test]
fn signatures_are_read_in_the_order_they_were_made() {
    let (mut db, _, [of, ..]) = reviews();
    let (version, other) = (a_version(of.id, 1), a_version(of.id, 2));
    let proof = Proof { key: [3; 32], signature: [9; 64] };
    let all = [
        signed(version.id, PointAuthor::Employee, "2026-12-18T09:00:00Z", None),
        signed(version.id, PointAuthor::Manager, "2026-12-18T10:00:00Z", Some(proof)),
    ];
    db.deed(|deed| all.iter().rev().try_for_each(|signature| deed.put(signature))).unwrap();
    assert_eq!(signatures(&db.db, version.id).unwrap(), all);
    assert_eq!(signatures(&db.db, other.id).unwrap(), []);
}

#[test]
fn the_owner_signs_with_the_first_key_that_was_made() {
    let (mut db, ..) = reviews();
    assert_eq!(signing_key(&db.db).unwrap(), None);
    let key = |byte, on| SigningKey { id: SigningKeyId::make(), seed: [byte; 32], made_at: at(on) };
    let later = key(2, "2027-01-01T00:00:00Z");
    let first = key(1, "2026-12-18T09:00:00Z");
    db.deed(|deed| deed.put(&later).and_then(|()| deed.put(&first))).unwrap();
    assert_eq!(signing_key(&db.db).unwrap(), Some(first));
}

#[test]
fn a_review_goes_with_everything_that_belongs_to_it_and_comes_back_whole() {
    let (mut db, [_, maya], _) = reviews();
    let empty = counts(&db.db).unwrap().records;
    let id = db.deed(|deed| put_whole(deed, maya.id)).unwrap().value;
    let other = db.deed(|deed| put_whole(deed, maya.id)).unwrap().value;
    let before = db.nouns();
    let with_both = counts(&db.db).unwrap().records;
    let removed = db.deed(|deed| remove(deed, id)).unwrap().deed.unwrap();
    assert_eq!(counts(&db.db).unwrap().records, empty + (with_both - empty) / 2, "the other one stays whole");
    assert_eq!(around(&db.db, other).unwrap().versions.len(), 1);
    db.named("history.undo", Some(removed), |deed| history::undo_in(deed, removed)).unwrap();
    assert_eq!(db.nouns(), before);
    db.deed(|deed| remove(deed, id).and_then(|()| remove(deed, other))).unwrap();
    assert_eq!(counts(&db.db).unwrap().records, empty);
}

#[test]
fn a_part_of_a_review_goes_with_its_files() {
    let (mut db, [_, maya], _) = reviews();
    let id = db.deed(|deed| put_whole(deed, maya.id)).unwrap().value;
    let point = points(&db.db, id).unwrap().remove(0);
    assert_eq!(attachment::of(&db.db, point.id.record()).unwrap().len(), 1);
    let before = counts(&db.db).unwrap().records;
    db.deed(|deed| remove_part::<Point>(deed, point.id)).unwrap();
    assert_eq!(counts(&db.db).unwrap().records, before - 2, "the point and its file");
    assert_eq!(get::<Point>(&db.db, point.id).unwrap(), None);
}

#[test]
fn what_somebody_said_for_the_review_of_another_stays_with_the_name_it_was_written_under() {
    let (mut db, [tom, maya], [_, of_maya, _]) = reviews();
    let asked = PeerInput { person: Some(tom.id), ..an_input(of_maya.id, "Tom Berg", "2026-11-02") };
    db.deed(|deed| deed.put(&asked)).unwrap();
    let before = db.nouns();
    let removed = db.deed(|deed| super::super::person::remove(deed, tom.id)).unwrap().deed.unwrap();
    let left = around(&db.db, of_maya.id).unwrap().inputs;
    assert_eq!(left, [PeerInput { person: None, ..asked }]);
    let of_tom = lines_of_cycle(&db.db, "2026").unwrap();
    assert_eq!(of_tom.into_iter().map(|line| line.person_name).collect::<Vec<_>>(), [maya.name]);
    db.named("history.undo", Some(removed), |deed| history::undo_in(deed, removed)).unwrap();
    assert_eq!(db.nouns(), before);
}

#[test]
fn what_was_said_in_documents_is_read_day_by_day_and_without_the_empty_and_the_private() {
    let (mut db, [tom, maya], _) = reviews();
    let meet = |person: &Person, on: &str, state| {
        let starts = day(on).and_hms_opt(23, 30, 0).unwrap();
        Meeting { state, ..Meeting::planned(MeetingId::make(), person.id, starts, 30) }
    };
    let meetings = [
        meet(&maya, "2026-11-01", MeetingState::Held),
        meet(&maya, "2026-11-09", MeetingState::Held),
        meet(&maya, "2026-11-16", MeetingState::Planned),
        meet(&maya, "2026-11-17", MeetingState::Held),
        meet(&tom, "2026-11-09", MeetingState::Held),
    ];
    db.deed(|deed| {
        for meeting in &meetings {
            deed.put(meeting)?;
            for (at, section) in
                make_sections(meeting.id, &BuiltIn::People.sections()).into_iter().enumerate()
            {
                let text = if at < 2 { format!("{at} of {}", meeting.starts.date()) } else { String::new() };
                deed.put(&Section { text, ..section })?;
            }
            let beside = domain::one_on_one::Margin::beside(domain::MarginId::make(), meeting.id, "private");
            deed.put(&beside)?;
        }
        Ok(())
    })
    .unwrap();
    let said = |from: &str, until: &str| meeting::said(&db.db, maya.id, day(from), day(until)).unwrap();
    let told: Vec<_> = said("2026-11-09", "2026-11-16")
        .into_iter()
        .map(|said| (said.meeting, said.starts, said.state, said.text))
        .collect();
    let line = |at: usize, text: &str| {
        let meeting: &Meeting = &meetings[at];
        (meeting.id, meeting.starts, meeting.state, text.to_owned())
    };
    assert_eq!(
        told,
        [
            line(2, "0 of 2026-11-16"),
            line(2, "1 of 2026-11-16"),
            line(1, "0 of 2026-11-09"),
            line(1, "1 of 2026-11-09"),
        ],
        "newest first, each day to its end"
    );
    let title = &BuiltIn::People.sections()[0].title;
    assert_eq!(&said("2026-11-01", "2026-11-01")[0].title, title);
    assert_eq!(said("2026-11-02", "2026-11-08"), []);
}
