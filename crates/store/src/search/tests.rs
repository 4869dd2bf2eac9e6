#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{NaiveDate, TimeDelta};
use domain::{
    CheckInId, DismissalId, GoalId, MeetingId, NoteId, PeerInputId, PersonId, PointId, RecordId,
    ReviewCycleId, ReviewId, ReviewVersionId, SavedSearchId, SelfReviewId, SignatureId, SigningKeyId,
    SourceId, TalkId, WordingId,
    dismissal::Dismissal,
    folder::{Metric, Note, NoteKind, Polarity, Source, SourceKind},
    goal::{Goal, GoalState, Wording, WordingReason},
    one_on_one::{BuiltIn, Meeting, Section, make_sections},
    person::{Person, Relation},
    review::{
        InputState, PeerInput, Point, PointAuthor, Review, ReviewCycle, ReviewSection, ReviewText,
        ReviewVersion, SelfReview, Signature, SigningKey, VersionReason, WordsHash, chip::Target,
    },
    saved_search::SavedSearch,
    talk::{CheckIn, Talk},
};
use proptest::prelude::*;

use super::{Hit, Part, Passage, Query, find, people};
use crate::{
    attachment,
    gate::plain::{Plain, reviews::chipped_at},
    noun::{self, Noun, Record},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn note(person: PersonId, on: &str, polarity: Polarity, text: &str) -> Note {
    Note::line(NoteId::make(), person, polarity, text, day(on))
}

fn person(db: &mut Plain, name: &str) -> PersonId {
    let person = Person::named(PersonId::make(), name, Relation::DirectReport);
    db.deed(|deed| deed.put(&person)).unwrap();
    person.id
}

fn look(db: &Plain, text: &str) -> Vec<Hit> {
    find(&db.db, &Query { text: text.into(), limit: 20, ..Query::default() }).unwrap()
}

fn snippet(hit: &Hit) -> String {
    hit.snippet
        .iter()
        .map(|part| if part.hit { format!("[{}]", part.text) } else { part.text.clone() })
        .collect()
}

fn found(db: &Plain, text: &str) -> Vec<String> {
    look(db, text).iter().map(snippet).collect()
}

#[test]
fn words_phrases_beginnings_and_accents_are_found() {
    let mut db = Plain::new();
    let maya = person(&mut db, "Maya Okafor");
    for text in ["Led the fire drill in Łódź", "Résumé of the naïve plan", "The drill was led by others"]
    {
        db.deed(|deed| deed.put(&note(maya, "2026-11-01", Polarity::Praise, text))).unwrap();
    }
    for (typed, hits) in [
        ("resume NAIVE", vec!["[Résumé] of the [naïve] plan"]),
        ("łódź", vec!["Led the fire drill in [Łódź]"]),
        ("dri", vec!["The [drill] was led by others", "Led the fire [drill] in Łódź"]),
        ("dri led", vec![]),
        ("led dri", vec!["The [drill] was [led] by others", "[Led] the fire [drill] in Łódź"]),
        ("\"led the\" dri", vec!["[Led the] fire [drill] in Łódź"]),
        ("\"fire drill\"", vec!["Led the [fire drill] in Łódź"]),
        ("\"drill fire\"", vec![]),
        ("\"fire dri\"", vec![]),
        ("nothing", vec![]),
        ("* ( ) : ^ - +", vec![]),
        ("", vec![]),
        ("p0", vec![]),
        ("praise", vec![]),
        ("maya", vec![]),
    ] {
        assert_eq!(found(&db, typed), hits, "{typed:?}");
    }
}

#[test]
fn b10_a_note_is_found_by_everything_it_says() {
    let mut db = Plain::new();
    let maya = person(&mut db, "Maya Okafor");
    let note = Note {
        example: "At three in the morning".into(),
        consequence: "Nobody noticed".into(),
        metric: Metric::typed("104 seconds").ok(),
        tags: vec!["on-call".into()],
        ..note(maya, "2026-11-01", Polarity::Praise, "Led the drill")
    };
    db.deed(|deed| deed.put(&note)).unwrap();
    for typed in ["drill", "morning", "noticed", "104", "seconds", "\"on-call\"", "led noticed call"] {
        assert_eq!(look(&db, typed).len(), 1, "{typed}");
    }
    let bare = Note { example: String::new(), metric: None, tags: Vec::new(), ..note };
    db.deed(|deed| deed.put(&bare)).unwrap();
    for typed in ["morning", "104", "\"on-call\""] {
        assert_eq!(look(&db, typed), [], "{typed}");
    }
    assert_eq!(look(&db, "drill").len(), 1);
}

#[test]
fn notes_are_asked_for_by_what_they_are() {
    let mut db = Plain::new();
    let maya = person(&mut db, "Maya Okafor");
    let goal = GoalId::make();
    let raised = Note {
        kind: NoteKind::Delivery,
        raised_on: Some(day("2026-11-02")),
        goals: vec![GoalId::make(), goal],
        ..note(maya, "2026-11-01", Polarity::Praise, "one drill")
    };
    let waits =
        Note { kind: NoteKind::Difficulty, ..note(maya, "2026-11-02", Polarity::Constructive, "two drill") };
    db.deed(|deed| deed.put(&raised).and_then(|()| deed.put(&waits))).unwrap();
    let source = Source { who: "Jun".into(), ..Source::of(SourceId::make(), waits.id, SourceKind::Said) };
    db.deed(|deed| deed.put(&source)).unwrap();
    let ask = |db: &Plain, query: Query| -> Vec<String> {
        find(&db.db, &Query { limit: 20, ..query }).unwrap().iter().map(snippet).collect()
    };
    for (query, texts) in [
        (Query { about: Some(NoteKind::Delivery), ..Query::default() }, vec!["one drill"]),
        (Query { raised: Some(true), ..Query::default() }, vec!["one drill"]),
        (Query { raised: Some(false), ..Query::default() }, vec!["two drill"]),
        (Query { sourced: true, ..Query::default() }, vec!["two drill"]),
        (Query { goal: Some(goal), ..Query::default() }, vec!["one drill"]),
        (Query { goal: Some(GoalId::make()), ..Query::default() }, vec![]),
        (Query { raised: Some(true), sourced: true, ..Query::default() }, vec![]),
        (Query { text: "drill".into(), raised: Some(false), ..Query::default() }, vec!["two [drill]"]),
    ] {
        assert_eq!(ask(&db, query.clone()), texts, "{query:?}");
    }
    // The marks follow what happens to the note and its source.
    let other = Note { raised_on: None, goals: Vec::new(), ..raised };
    db.deed(|deed| deed.put(&other)).unwrap();
    db.deed(|deed| deed.remove::<Source>(source.id).map(|_| ())).unwrap();
    assert_eq!(ask(&db, Query { raised: Some(true), ..Query::default() }), [] as [&str; 0]);
    assert_eq!(ask(&db, Query { sourced: true, ..Query::default() }), [] as [&str; 0]);
    assert_eq!(ask(&db, Query { goal: Some(goal), ..Query::default() }), [] as [&str; 0]);
}

#[test]
fn b11_where_a_note_came_from_is_found_by_nobody() {
    let mut db = Plain::new();
    let maya = person(&mut db, "Maya Okafor");
    let note = note(maya, "2026-11-01", Polarity::Praise, "Led the drill");
    let source = Source {
        who: "canarywho".into(),
        subject: "canarysubject".into(),
        message_id: "canaryid@example.org".into(),
        text: "canarytext".into(),
        ..Source::of(SourceId::make(), note.id, SourceKind::Mail)
    };
    db.deed(|deed| {
        deed.put(&note)?;
        deed.put(&source)?;
        let at = "2026-11-22T09:00:00Z".parse().unwrap();
        attachment::add(deed, source.id.record(), "canaryfile.txt", b"x", at).map(|_| ())
    })
    .unwrap();
    for typed in ["canarywho", "canarysubject", "canaryid", "canarytext", "canaryfile", "canary"] {
        assert_eq!(look(&db, typed), [], "{typed}");
    }
    let words: i64 = db
        .db
        .query_row("SELECT count(*) FROM passage_content WHERE text LIKE '%canary%'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(words, 0);
    assert_eq!(look(&db, "drill").len(), 1);
}

/// Who was asked about somebody is as private as a source; what was set aside, kept or said before is no evidence.
#[test]
fn r4_d13_who_was_asked_and_what_is_no_evidence_are_found_by_nobody() {
    let mut db = Plain::new();
    let maya = person(&mut db, "Maya Okafor");
    let on = day("2026-11-01");
    let talk = Talk::noticed(TalkId::make(), maya, "Records", on);
    let asked = CheckIn {
        id: CheckInId::make(),
        talk: talk.id,
        from: "canaryfrom".into(),
        person: None,
        asked_on: on,
        question: "canaryquestion".into(),
        answered_on: Some(on),
        answer: "canaryanswer".into(),
        told_on: None,
    };
    let goal = Goal::named(GoalId::make(), maya, "canarybefore");
    let wording = Wording::of(WordingId::make(), &goal, WordingReason::Revised, "canaryreason", on);
    let search =
        SavedSearch { id: SavedSearchId::make(), name: "canaryname".into(), asked: "canaryasked".into() };
    let aside = Dismissal {
        id: DismissalId::make(),
        record: talk.id.record(),
        rule: "canaryrule".into(),
        mark: "canarymark".into(),
        because: "canarybecause".into(),
        on,
    };
    db.deed(|deed| {
        deed.put(&talk)?;
        deed.put(&asked)?;
        deed.put(&wording)?;
        deed.put(&search)?;
        deed.put(&aside)?;
        let at = "2026-11-22T09:00:00Z".parse().unwrap();
        attachment::add(deed, asked.id.record(), "canaryfile.txt", b"x", at).map(|_| ())
    })
    .unwrap();
    assert_eq!(look(&db, "canary"), []);
    let words: i64 = db
        .db
        .query_row("SELECT count(*) FROM passage_content WHERE text LIKE '%canary%'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(words, 0, "and stand in no index");
    assert_eq!(look(&db, "records").len(), 1);
}

fn point(review: ReviewId, message: &str, text: &str) -> Point {
    let begun = Point::begun(PointId::make(), review, ReviewText::Review, ReviewSection::WentWell);
    Point { message: message.into(), text: text.into(), ..begun }
}

#[test]
fn a_point_is_found_and_opens_its_review() {
    let mut db = Plain::new();
    let (maya, tom) = (person(&mut db, "Maya Okafor"), person(&mut db, "Tom Berg"));
    let of = Review::begun(ReviewId::make(), maya, "2026");
    let note = NoteId::make();
    let chip = Target::Note(note).address();
    let said = Point {
        question: "Which one?".into(),
        answer: "The spring one".into(),
        disagreement: "It was late".into(),
        ..point(of.id, "Calm under load", &format!("Led the drill [2 Oct]({chip}), twice"))
    };
    // The order inside a deed does not matter.
    db.deed(|deed| deed.put(&said).and_then(|()| deed.put(&of))).unwrap();
    let at = "2026-11-21T10:00:00Z".parse().unwrap();
    db.deed(|deed| attachment::add(deed, said.id.record(), "graph.pdf", b"x", at)).unwrap();
    let opens = (Noun::Review, of.id.record());
    for (typed, shown) in [
        ("drill", "Calm under load\nLed the [drill], twice\nWhich one?\nThe spring one\nIt was late"),
        ("calm twice", "[Calm] under load\nLed the drill, [twice]\nWhich one?\nThe spring one\nIt was late"),
        ("which", "Calm under load\nLed the drill, twice\n[Which] one?\nThe spring one\nIt was late"),
        ("spring", "Calm under load\nLed the drill, twice\nWhich one?\nThe [spring] one\nIt was late"),
        ("late", "Calm under load\nLed the drill, twice\nWhich one?\nThe spring one\nIt was [late]"),
    ] {
        let hits = look(&db, typed);
        let [hit] = &hits[..] else { panic!("{typed}: {hits:?}") };
        assert_eq!(snippet(hit), shown, "{typed}");
        assert_eq!((hit.noun, hit.record, hit.opens), (Noun::Point, said.id.record(), opens), "{typed}");
        assert_eq!((hit.person, hit.title.as_str(), hit.on), (Some(maya), "2026", None), "{typed}");
    }
    // A file kept with a point opens its review as well.
    assert_eq!(look(&db, "graph")[0].opens, opens);
    for typed in ["inglenook", "note", "oct", &note.record().to_string()] {
        assert_eq!(look(&db, typed), [], "{typed} is in an address and not in the text");
    }
    let of_kind = |noun, about| {
        let query = Query {
            text: "drill".into(),
            kinds: vec![noun],
            person: Some(about),
            limit: 5,
            ..Query::default()
        };
        find(&db.db, &query).unwrap().len()
    };
    // Asking for reviews asks for their points as well, as asking for goals does for their stories.
    assert_eq!(
        [of_kind(Noun::Point, maya), of_kind(Noun::Review, maya), of_kind(Noun::Point, tom)],
        [1, 1, 0]
    );
    // It follows its review to another person, and goes with it.
    db.deed(|deed| deed.put(&Review { person: tom, ..of.clone() })).unwrap();
    assert_eq!(look(&db, "drill")[0].person, Some(tom));
    db.deed(|deed| noun::review::remove(deed, of.id)).unwrap();
    assert_eq!((look(&db, "drill"), look(&db, "graph")), (vec![], vec![]));
}

#[test]
fn a_review_that_says_nothing_beside_its_evidence_is_not_searched() {
    let mut db = Plain::new();
    let maya = person(&mut db, "Maya Okafor");
    let chip = format!("[alone]({})", Target::Note(NoteId::make()).address());
    let of = Review { text: chip.clone(), ..Review::begun(ReviewId::make(), maya, "2026") };
    db.deed(|deed| deed.put(&of)).unwrap();
    let told = |db: &Plain, typed: &str| (look(db, typed).len(), look(db, "alone").len());
    assert_eq!(told(&db, "drill"), (0, 0));
    db.deed(|deed| deed.put(&Review { text: format!("A drill {chip}"), ..of.clone() })).unwrap();
    assert_eq!(told(&db, "drill"), (1, 0));
    db.deed(|deed| deed.put(&of)).unwrap();
    assert_eq!(told(&db, "drill"), (0, 0));
    let passages: i64 =
        db.db.query_row("SELECT count(*) FROM passage WHERE noun = 7", [], |row| row.get(0)).unwrap();
    assert_eq!(passages, 0);
}

/// Who said what for a review is as private as a source. What was shared, and what passes a self review back, stands in
/// the review itself.
#[test]
fn what_others_say_for_a_review_and_what_was_shared_of_it_are_found_by_nobody() {
    let mut db = Plain::new();
    let maya = person(&mut db, "Maya Okafor");
    let on = day("2026-11-01");
    let at = "2026-11-22T09:00:00Z".parse().unwrap();
    let of = Review { text: "Led the drill".into(), ..Review::begun(ReviewId::make(), maya, "2026") };
    let input = PeerInput {
        id: PeerInputId::make(),
        review: of.id,
        author: "canaryauthor".into(),
        person: None,
        relation: Relation::Peer,
        team: "canaryteam".into(),
        state: InputState::Approved,
        asked_on: on,
        notes: "canarynotes".into(),
        words: "canarywords".into(),
        approved: Some(WordsHash([1; 32])),
    };
    let version = ReviewVersion {
        id: ReviewVersionId::make(),
        review: of.id,
        number: 1,
        made_at: at,
        reason: VersionReason::Final,
        content: "canarycontent".into(),
    };
    let own = SelfReview { note: "canarynote".into(), ..SelfReview::begun(SelfReviewId::make(), of.id) };
    let signed = Signature {
        id: SignatureId::make(),
        version: version.id,
        part: PointAuthor::Employee,
        name: "canaryname".into(),
        signed_at: at,
        proof: None,
    };
    let cycle = ReviewCycle::named(ReviewCycleId::make(), "canarycycle 2026", on, 1);
    // The letters of a word, where a program would print them.
    let mut seed = [b' '; 32];
    seed[..10].copy_from_slice(b"canaryseed");
    let key = SigningKey { id: SigningKeyId::make(), seed, made_at: at };
    db.deed(|deed| {
        deed.put(&of)?;
        deed.put(&input)?;
        deed.put(&version)?;
        deed.put(&own)?;
        deed.put(&signed)?;
        deed.put(&cycle)?;
        deed.put(&key)?;
        attachment::add(deed, input.id.record(), "canaryfile.txt", b"x", at).map(|_| ())
    })
    .unwrap();
    let found = ["author", "team", "notes", "words", "content", "note", "name", "cycle", "seed", "file", ""];
    for typed in found.map(|part| format!("canary{part}")) {
        assert_eq!(look(&db, &typed), [], "{typed}");
    }
    let words: i64 = db
        .db
        .query_row(
            "SELECT count(*) FROM passage_content WHERE text LIKE '%canary%' OR tags LIKE '%canary%' OR name LIKE '%canary%'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(words, 0, "and stand in no index");
    assert_eq!(look(&db, "drill").len(), 1);
    // It stays so when the file, or what it is kept with, is written again.
    let again = PeerInput { notes: "canaryagain".into(), ..input };
    db.deed(|deed| deed.put(&again)).unwrap();
    assert_eq!(look(&db, "canary"), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// The passage that is written and the view that the index is checked against put the same text together.
    #[test]
    fn a_review_and_its_points_read_the_same_in_the_view(
        texts in prop::array::uniform4(prop_oneof![
            (0_u64..1_000).prop_map(chipped_at),
            "[\\[\\]() a\u{e000}\u{e001}]{0,12}",
            Just("(inglenook:new)".to_owned()),
            Just("[".to_owned()),
            Just(String::new()),
        ]),
        message in prop_oneof!["[a\\[\u{e000}]{0,4}", Just(String::new())],
    ) {
        let mut db = Plain::new();
        let maya = person(&mut db, "Maya Okafor");
        let [loose, text, question, answer] = texts;
        let of = Review { text: loose, ..Review::begun(ReviewId::make(), maya, "2026") };
        let said = Point { question, answer: answer.clone(), disagreement: answer, ..point(of.id, &message, &text) };
        db.deed(|deed| deed.put(&of).and_then(|()| deed.put(&said))).unwrap();
        let shown = |record: RecordId| -> Option<String> {
            let sql = "SELECT text FROM passage_content WHERE id = (SELECT id FROM passage WHERE record = ?)";
            noun::one(&db.db, sql, [record.as_bytes()]).unwrap()
        };
        for (table, record, row) in [
            (Review::TABLE, of.id.record(), of.to_row()),
            (Point::TABLE, said.id.record(), said.to_row()),
        ] {
            let (text, _) = Passage::said(table, &row).unwrap();
            let text = (!text.is_empty()).then(|| text.into_owned());
            prop_assert_eq!(shown(record), text);
        }
        let index = "INSERT INTO passage_index (passage_index, rank) VALUES ('integrity-check', 1)";
        prop_assert!(db.db.execute(index, []).is_ok());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_a_person_can_type_is_an_error(text in prop_oneof![any::<String>(), "[\"'*():^{}+\\-a-c ANDORNEAT\0]{0,20}"]) {
        thread_local!(static DB: Plain = {
            let mut db = Plain::new();
            let maya = person(&mut db, "Maya Okafor");
            db.deed(|deed| deed.put(&note(maya, "2026-11-01", Polarity::Praise, "a b c AND or NEAR"))).unwrap();
            db
        });
        DB.with(|db| {
            let query = Query { text: text.clone(), kinds: vec![Noun::Note], limit: 5, ..Query::default() };
            prop_assert!(find(&db.db, &query).is_ok());
            prop_assert!(people(&db.db, &text, 5).is_ok());
            Ok(())
        })?;
    }
}

#[test]
fn filters_are_exact_and_hits_come_newest_first() {
    let mut db = Plain::new();
    let (maya, tom) = (person(&mut db, "Maya Okafor"), person(&mut db, "Tom Berg"));
    for (who, on, polarity) in [
        (maya, "2026-03-01", Polarity::Praise),
        (tom, "2026-03-02", Polarity::Constructive),
        (maya, "2025-12-31", Polarity::Constructive),
        (maya, "1969-07-20", Polarity::Praise),
    ] {
        db.deed(|deed| deed.put(&note(who, on, polarity, "plan"))).unwrap();
    }
    let goal = Goal { state: GoalState::Active, ..Goal::named(domain::GoalId::make(), tom, "A plan") };
    db.deed(|deed| deed.put(&goal)).unwrap();
    let days = |query: Query| -> Vec<String> {
        let hits = find(&db.db, &Query { limit: 10, ..query }).unwrap();
        hits.iter().map(|hit| hit.on.map_or("goal".into(), |on| on.to_string())).collect()
    };
    let plan = || Query { text: "plan".into(), ..Query::default() };
    let all = ["goal", "2026-03-02", "2026-03-01", "2025-12-31", "1969-07-20"];
    assert_eq!(days(plan()), all);
    assert_eq!(days(Query { person: Some(maya), ..plan() }), all[2..]);
    assert_eq!(
        days(Query { person: Some(maya), ..Query::default() }),
        [&["goal"], &all[2..]].concat()[..],
        "Maya herself comes too"
    );
    assert_eq!(days(Query { kinds: vec![Noun::Goal], ..plan() }), ["goal"]);
    assert_eq!(days(Query { kinds: vec![Noun::Goal, Noun::Note], person: Some(tom), ..plan() }), all[..2]);
    assert_eq!(
        days(Query { polarity: Some(Polarity::Constructive), ..plan() }),
        ["2026-03-02", "2025-12-31"]
    );
    let from_to = |from: &str, to: &str| Query { from: Some(day(from)), to: Some(day(to)), ..plan() };
    assert_eq!(days(from_to("2025-12-31", "2026-03-01")), ["2026-03-01", "2025-12-31"]);
    assert_eq!(days(from_to("1960-01-01", "1969-07-20")), ["1969-07-20"]);
    assert_eq!(find(&db.db, &Query { limit: 2, ..plan() }).unwrap().len(), 2);
    let tom_note =
        &find(&db.db, &Query { person: Some(tom), kinds: vec![Noun::Note], limit: 1, ..plan() }).unwrap()[0];
    assert_eq!((tom_note.person, tom_note.person_name.as_str()), (Some(tom), "Tom Berg"));
}

#[test]
fn a_document_is_found_on_its_meetings_day_and_follows_it() {
    let mut db = Plain::new();
    let (maya, tom) = (person(&mut db, "Maya Okafor"), person(&mut db, "Tom Berg"));
    let meeting =
        Meeting::planned(MeetingId::make(), maya, day("2026-11-20").and_hms_opt(9, 0, 0).unwrap(), 30);
    let section = Section {
        text: "Drill next week".into(),
        ..make_sections(meeting.id, &BuiltIn::People.sections()).remove(2)
    };
    // The order inside a deed does not matter.
    db.deed(|deed| deed.put(&section).and_then(|()| deed.put(&meeting))).unwrap();
    let at = "2026-11-21T10:00:00Z".parse().unwrap();
    db.deed(|deed| attachment::add(deed, section.id.record(), "drill.pdf", b"x", at)).unwrap();
    let told = |db: &Plain| -> Vec<_> {
        look(db, "drill")
            .iter()
            .map(|hit| (hit.noun, hit.opens, hit.person, hit.on, hit.title.clone()))
            .collect()
    };
    let opens = (Noun::Meeting, meeting.id.record());
    let file = (Noun::Attachment, opens, Some(maya), Some(day("2026-11-21")), "drill.pdf".to_owned());
    let text = |on, person| (Noun::Section, opens, Some(person), Some(day(on)), "Project status".to_owned());
    assert_eq!(told(&db), [file.clone(), text("2026-11-20", maya)]);
    let later = Meeting { starts: meeting.starts + TimeDelta::days(7), person: tom, ..meeting };
    let moved = db.deed(|deed| deed.put(&later)).unwrap().deed;
    assert_eq!(told(&db), [text("2026-11-27", tom), (file.0, file.1, Some(tom), file.3, file.4.clone())]);
    assert!(moved.is_some());
    db.deed(|deed| noun::meeting::remove(deed, later.id)).unwrap();
    assert_eq!(told(&db), []);
    assert_eq!(
        db.db.query_row("SELECT count(*) FROM passage", [], |row| row.get(0)),
        Ok(2),
        "the two people"
    );
}

#[test]
fn marks_in_a_text_cannot_pretend_to_be_hits() {
    let mut db = Plain::new();
    let maya = person(&mut db, "Maya Okafor");
    let text = "a \u{e000}false\u{e001} drill\u{e000}";
    db.deed(|deed| deed.put(&note(maya, "2026-11-01", Polarity::Praise, text))).unwrap();
    let part = |text: &str, hit| Part { text: text.into(), hit };
    assert_eq!(look(&db, "drill")[0].snippet, [part("a false ", false), part("drill", true)]);
    assert_eq!(found(&db, "false"), ["a [false] drill"], "and they hide no word");
}

#[test]
fn a_long_word_is_shown_whole_while_there_is_enough_of_it() {
    let mut db = Plain::new();
    let maya = person(&mut db, "Maya Okafor");
    for (on, text) in
        [("2026-11-01", "a migration"), ("2026-11-02", "one migration"), ("2026-11-03", "two migrations")]
    {
        db.deed(|deed| deed.put(&note(maya, on, Polarity::Praise, text))).unwrap();
    }
    for (limit, hits) in [
        (2, vec!["one [migration]", "a [migration]"]),
        (3, vec!["two [migrations]", "one [migration]", "a [migration]"]),
    ] {
        let query = Query { text: "migration".into(), limit, ..Query::default() };
        let found: Vec<String> = find(&db.db, &query).unwrap().iter().map(snippet).collect();
        assert_eq!(found, hits, "{limit}");
    }
}

#[test]
fn people_are_found_by_the_beginnings_of_their_names() {
    let mut db = Plain::new();
    let eloise = person(&mut db, "Éloïse Ünal");
    let maya = person(&mut db, "Maya Okafor");
    let mayumi = person(&mut db, "Mayumi Ito-Okada");
    for (typed, who) in [
        ("elo", vec![eloise]),
        ("UNAL él", vec![eloise]),
        ("may", vec![maya, mayumi]),
        ("ok may", vec![maya, mayumi]),
        ("okaf", vec![maya]),
        ("ito", vec![mayumi]),
        ("kafor", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(people(&db.db, typed, 10).unwrap(), who, "{typed:?}");
    }
    let renamed = Person::named(maya, "Maya Berg", Relation::DirectReport);
    db.deed(|deed| deed.put(&renamed)).unwrap();
    assert_eq!(
        (people(&db.db, "okafor", 10).unwrap(), people(&db.db, "berg", 10).unwrap()),
        (vec![], vec![maya])
    );
}
