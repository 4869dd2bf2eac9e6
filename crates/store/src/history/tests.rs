#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{DateTime, Utc};
use domain::{
    NoteId, PeerInputId, PersonId, PointId, RecordId, ReviewId, ReviewVersionId, SelfReviewId, SignatureId,
    SigningKeyId,
    folder::{Note, Polarity},
    person::{Person, Relation},
    review::{
        InputState, PeerInput, Point, PointAuthor, Review, ReviewSection, ReviewText, ReviewVersion,
        SelfReview, Signature, SigningKey, VersionReason,
    },
};
use proptest::prelude::*;

use super::{What, newest_to_undo, of, recent, undo::undo};
use crate::{
    StoreFault,
    fault::Result,
    gate::{
        Done,
        plain::{Plain, apply, deeds},
    },
    noun::{self, Noun, Value},
};

impl Plain {
    fn undo(&mut self, deed: u64) -> Result<Done<()>> {
        self.named("history.undo", Some(deed), |writing| undo(writing, deed))
    }
}

fn at(time: &str) -> DateTime<Utc> {
    time.parse().unwrap()
}

fn rule(fault: StoreFault) -> &'static str {
    if let StoreFault::Refused(refusal) = fault { refusal.rule } else { panic!("{fault:?}") }
}

fn note(id: NoteId, text: &str) -> Note {
    let person = PersonId::from(RecordId::from_bytes([9; 16]));
    Note::line(id, person, Polarity::Praise, text, "2026-11-20".parse().unwrap())
}

fn text_of(db: &Plain, id: NoteId) -> String {
    noun::get::<Note>(&db.db, id).unwrap().unwrap().text
}

/// Puts a note with each of the texts; returns the deeds.
fn written(db: &mut Plain, id: NoteId, texts: &[&str]) -> Vec<u64> {
    texts.iter().map(|text| db.deed(|deed| deed.put(&note(id, text))).unwrap().deed.unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever a deed did, undoing it at once brings back every row and every editing state that was there before;
    /// and undoing that brings back the deed.
    #[test]
    fn undoing_a_deed_at_once_leaves_the_rows_as_they_were(deeds in deeds()) {
        let mut db = Plain::new();
        for ops in &deeds {
            let before = db.nouns();
            let done = db.deed(|deed| ops.iter().try_for_each(|op| apply(deed, op))).unwrap();
            let Some(deed) = done.deed else { continue };
            let after = db.nouns();
            let undone = db.undo(deed).unwrap();
            prop_assert_eq!(&db.nouns(), &before);
            db.undo(undone.deed.unwrap()).unwrap();
            prop_assert_eq!(&db.nouns(), &after);
        }
        for (one, other) in db.dump(|_| true).into_iter().zip(db.replayed().dump(|_| true)) {
            prop_assert_eq!(one, other);
        }
    }

    /// Every text that was ever acknowledged can be found in the history of its record.
    #[test]
    fn no_text_that_was_kept_ever_becomes_unreachable(deeds in deeds()) {
        let mut db = Plain::new();
        let mut kept: Vec<(RecordId, String)> = Vec::new();
        for (at, ops) in deeds.iter().enumerate() {
            let done = db.deed(|deed| ops.iter().try_for_each(|op| apply(deed, op))).unwrap();
            if at % 3 == 2 && let Some(deed) = done.deed {
                let _refused_or_done = db.undo(deed).is_ok();
            }
            noun::dump::each_record(&db.db, |noun, id, fields| {
                let texts = fields.iter().filter_map(|(column, value)| match value {
                    Value::Text(text) if !text.is_empty() && noun != Noun::Setting => {
                        noun::dump::text_of(column, value).map(|text| (id, text))
                    }
                    _ => None,
                });
                kept.extend(texts);
                Ok(())
            })
            .unwrap();
        }
        kept.sort();
        kept.dedup();
        for (record, text) in kept {
            let versions = of(&db.db, record).unwrap();
            let reachable = versions
                .iter()
                .flat_map(|version| &version.fields)
                .any(|field| field.after.as_ref() == Some(&text));
            prop_assert!(reachable, "a text of {} is in no version", record);
        }
    }
}

#[test]
fn versions_tell_every_field_before_and_after() {
    let mut db = Plain::new();
    let id = NoteId::make();
    let deeds = written(&mut db, id, &["one", "one two"]);
    let removed = db.deed(|deed| deed.remove::<Note>(id)).unwrap().deed.unwrap();
    let back = db.undo(removed).unwrap().deed.unwrap();
    let versions = of(&db.db, id.record()).unwrap();
    let told: Vec<_> = versions.iter().map(|version| (version.deed, version.what, version.undone)).collect();
    assert_eq!(
        told,
        [
            (back, What::PutBack, false),
            (removed, What::Removed, true),
            (deeds[1], What::Changed, false),
            (deeds[0], What::Made, false)
        ]
    );
    assert_eq!(versions[0].undoes, Some(removed));
    let changed = &versions[2].fields;
    assert_eq!(changed.len(), 1);
    assert_eq!(
        (changed[0].field, changed[0].before.as_deref(), changed[0].after.as_deref()),
        ("text", Some("one"), Some("one two"))
    );
    let on = versions[3].fields.iter().find(|field| field.field == "on").unwrap();
    assert_eq!((on.before.as_deref(), on.after.as_deref()), (None, Some("2026-11-20")));
}

#[test]
fn an_edit_is_taken_out_of_a_text_that_was_edited_further() {
    let mut db = Plain::new();
    let id = NoteId::make();
    let deeds = written(
        &mut db,
        id,
        &["Led the drill.", "Led the drill calmly.", "Led the drill calmly.\n\nAsked for feedback."],
    );
    db.undo(deeds[1]).unwrap();
    assert_eq!(text_of(&db, id), "Led the drill.\n\nAsked for feedback.");
    db.undo(deeds[2]).unwrap();
    assert_eq!(text_of(&db, id), "Led the drill.");
}

#[test]
fn a_text_whose_removal_was_undone_still_knows_its_edits() {
    let mut db = Plain::new();
    let id = NoteId::make();
    let deeds = written(&mut db, id, &["a plan", "a good plan", "a good plan, kept"]);
    let states = |db: &Plain| db.dump(|table| table == "prose");
    let before = states(&db);
    let removed = db.deed(|deed| deed.remove::<Note>(id)).unwrap().deed.unwrap();
    assert_ne!(states(&db), before, "the state goes with its record");
    db.undo(removed).unwrap();
    assert_eq!(states(&db), before, "and comes back with it");
    assert_eq!(states(&db.replayed()), before, "out of the journal as well");
    db.undo(deeds[1]).unwrap();
    assert_eq!(text_of(&db, id), "a plan, kept");
}

#[test]
fn a_text_that_was_made_anew_is_not_undone_into() {
    let mut db = Plain::new();
    let id = NoteId::make();
    let deeds = written(&mut db, id, &["a plan", "a good plan"]);
    db.deed(|deed| deed.remove::<Note>(id)).unwrap();
    written(&mut db, id, &["something else"]);
    assert_eq!(rule(db.undo(deeds[1]).unwrap_err()), "history.changed_again");
    assert_eq!(text_of(&db, id), "something else");
}

#[test]
fn a_field_that_was_set_again_is_refused_and_the_refusal_names_the_deed() {
    let mut db = Plain::new();
    let id = NoteId::make();
    written(&mut db, id, &["one"]);
    let mut set = |day: &str| {
        let raised_on = Some(day.parse().unwrap());
        db.deed(|deed| deed.put(&Note { raised_on, ..note(id, "one") })).unwrap().deed.unwrap()
    };
    let (first, second, third) = (set("2026-11-20"), set("2026-11-21"), set("2026-11-22"));
    let fault = db.undo(second).unwrap_err();
    assert!(fault.to_string().contains(&format!("(change {third})")), "{fault}");
    assert_eq!(fault.next(), Some("Undo that first."));
    assert_eq!(rule(fault), "history.changed_again");
    // Undone in order, each step is free again, and the first deed's value stands.
    db.undo(third).unwrap();
    db.undo(second).unwrap();
    db.undo(first).unwrap();
    assert_eq!(noun::get::<Note>(&db.db, id).unwrap(), Some(note(id, "one")));
}

#[test]
fn what_was_undone_is_not_undone_twice_and_an_undo_can_be_undone() {
    let mut db = Plain::new();
    let id = NoteId::make();
    let deeds = written(&mut db, id, &["one", "two"]);
    assert_eq!(newest_to_undo(&db.db, "").unwrap(), Some(deeds[1]));
    let undone = db.undo(deeds[1]).unwrap().deed.unwrap();
    assert_eq!(text_of(&db, id), "one");
    assert_eq!(rule(db.undo(deeds[1]).unwrap_err()), "history.already_undone");
    assert_eq!(
        newest_to_undo(&db.db, "").unwrap(),
        Some(deeds[0]),
        "an undo is not what the next undo means"
    );
    db.undo(undone).unwrap();
    assert_eq!(text_of(&db, id), "two");
    assert_eq!(newest_to_undo(&db.db, "").unwrap(), Some(deeds[1]));
    assert_eq!(rule(db.undo(99).unwrap_err()), "history.no_such_deed");
}

#[test]
fn a_record_that_others_were_added_to_is_not_undone_from_under_them() {
    let mut db = Plain::new();
    let maya = Person::named(PersonId::make(), "Maya Okafor", Relation::DirectReport);
    let made = db.deed(|deed| deed.put(&maya)).unwrap().deed.unwrap();
    let id = NoteId::make();
    let noted = db.deed(|deed| deed.put(&Note { person: maya.id, ..note(id, "one") })).unwrap().deed.unwrap();
    let before = db.nouns();
    assert_eq!(rule(db.undo(made).unwrap_err()), "history.added_to");
    assert_eq!(db.nouns(), before);
    db.undo(noted).unwrap();
    db.undo(made).unwrap();
    assert_eq!(noun::get::<Person>(&db.db, maya.id).unwrap(), None);
}

#[test]
fn a_review_is_not_undone_from_under_what_was_added_to_it() {
    let mut db = Plain::new();
    let maya = Person::named(PersonId::make(), "Maya Okafor", Relation::DirectReport);
    db.deed(|deed| deed.put(&maya)).unwrap();
    let of = Review::begun(ReviewId::make(), maya.id, "2026");
    let made = db.deed(|deed| deed.put(&of)).unwrap().deed.unwrap();
    let version = ReviewVersion {
        id: ReviewVersionId::make(),
        review: of.id,
        number: 1,
        made_at: at("2026-12-04T09:00:00Z"),
        reason: VersionReason::Shared,
        content: "{}".into(),
    };
    let point = Point::begun(PointId::make(), of.id, ReviewText::Review, ReviewSection::WentWell);
    let input = PeerInput {
        id: PeerInputId::make(),
        review: of.id,
        author: "Jun".into(),
        person: None,
        relation: Relation::Peer,
        team: String::new(),
        state: InputState::Requested,
        asked_on: "2026-11-20".parse().unwrap(),
        notes: String::new(),
        words: String::new(),
        approved: None,
    };
    let signed = Signature {
        id: SignatureId::make(),
        version: version.id,
        part: PointAuthor::Manager,
        name: "Robin Vale".into(),
        signed_at: at("2026-12-18T09:00:00Z"),
        proof: None,
    };
    let shared = db.deed(|deed| deed.put(&version)).unwrap().deed.unwrap();
    let added = [
        db.deed(|deed| deed.put(&point)).unwrap().deed.unwrap(),
        db.deed(|deed| deed.put(&SelfReview::begun(SelfReviewId::make(), of.id))).unwrap().deed.unwrap(),
        db.deed(|deed| deed.put(&input)).unwrap().deed.unwrap(),
        db.deed(|deed| {
            crate::attachment::add(deed, of.id.record(), "a.txt", b"a", at("2026-12-01T09:00:00Z"))
        })
        .unwrap()
        .deed
        .unwrap(),
        db.deed(|deed| deed.put(&signed)).unwrap().deed.unwrap(),
    ];
    assert_eq!(rule(db.undo(shared).unwrap_err()), "history.added_to", "it is signed");
    for later in added.into_iter().chain([shared]) {
        let before = db.nouns();
        assert_eq!(rule(db.undo(made).unwrap_err()), "history.added_to", "before change {later} is undone");
        assert_eq!(db.nouns(), before);
        db.undo(later).unwrap();
    }
    db.undo(made).unwrap();
    assert_eq!(noun::get::<Review>(&db.db, of.id).unwrap(), None);
}

#[test]
fn the_secret_of_a_key_is_shown_by_no_history() {
    let mut db = Plain::new();
    let key = SigningKey { id: SigningKeyId::make(), seed: [0xa7; 32], made_at: at("2026-12-18T09:00:00Z") };
    let made = db.named("review.sign", None, |deed| deed.put(&key)).unwrap().deed.unwrap();
    let other = SigningKey { seed: [0xb6; 32], ..key.clone() };
    db.named("review.sign", None, |deed| deed.put(&other)).unwrap();
    db.named("review.sign", None, |deed| deed.remove::<SigningKey>(key.id)).unwrap();
    let versions = of(&db.db, key.id.record()).unwrap();
    let fields: Vec<_> = versions
        .iter()
        .map(|version| (version.what, version.fields.iter().map(|field| field.field).collect::<Vec<_>>()))
        .collect();
    assert_eq!(
        fields,
        [(What::Removed, vec!["made_at"]), (What::Changed, vec![]), (What::Made, vec!["made_at"])]
    );
    let mut told = format!("{versions:?}{:?}", recent(&db.db, 10).unwrap());
    db.undo(made + 2).unwrap();
    noun::dump::each_record(&db.db, |noun, _, fields| {
        assert_eq!(noun, Noun::SigningKey);
        told.extend(fields.iter().filter_map(|(column, value)| noun::dump::text_of(column, value)));
        Ok(())
    })
    .unwrap();
    assert_eq!(noun::get::<SigningKey>(&db.db, key.id).unwrap(), Some(other), "and it comes back whole");
    for shown in ["a7a7", "b6b6", "167", "182"] {
        assert!(!told.contains(shown), "{shown} is shown: {told}");
    }
}

#[test]
fn recent_deeds_say_what_they_touched() {
    let mut db = Plain::new();
    let (one, two) = (NoteId::make(), NoteId::make());
    db.deed(|deed| deed.put(&note(one, "one")).and_then(|()| deed.put(&note(two, "two")))).unwrap();
    let mixed = db
        .deed(|deed| {
            deed.put(&Note { dismissed: true, ..note(one, "one, edited") })?;
            deed.remove::<Note>(two)
        })
        .unwrap()
        .deed
        .unwrap();
    db.undo(mixed).unwrap();
    let told: Vec<_> = recent(&db.db, 10)
        .unwrap()
        .into_iter()
        .map(|deed| {
            let touched: Vec<_> =
                deed.touched.iter().map(|line| (line.what, line.count, line.record)).collect();
            (deed.deed, deed.undone, deed.undoes, touched)
        })
        .collect();
    assert_eq!(
        told,
        [
            (3, false, Some(2), vec![(What::Changed, 1, one.record()), (What::PutBack, 1, two.record())]),
            (2, true, None, vec![(What::Changed, 1, one.record()), (What::Removed, 1, two.record())]),
            (1, false, None, vec![(What::Made, 2, one.record())]),
        ]
    );
    assert_eq!(recent(&db.db, 1).unwrap().len(), 1);
}
