#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! The screens' questions in the tenth year: each must find its index. The plans are read off the statements that the
//! reads really run, so a new read only has to be called here.

use std::cell::RefCell;

use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    MeetingId, NoteId, PairId, PersonId, ReviewId, ReviewVersionId,
    folder::{Note, Polarity},
    one_on_one::{BuiltIn, Margin, Meeting, make_sections},
    person::{Person, Relation},
};
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::{Reading, action, goal, meeting, note, person, review, setting};
use crate::{attachment, gate::plain::Plain, history, search};

thread_local!(static RAN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) });

fn listen(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(_, sql) = event {
        RAN.with_borrow_mut(|ran| ran.push(sql.to_owned()));
    }
}

/// The plan of every statement that `reads` runs, as (statement, step).
fn plans(db: &Plain, reads: impl FnOnce(&Reading)) -> Vec<(String, String)> {
    db.db.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(listen));
    reads(&db.db);
    db.db.trace_v2(TraceEventCodes::empty(), None);
    let mut plans = Vec::new();
    for sql in RAN
        .take()
        .into_iter()
        .filter(|sql| sql.starts_with("SELECT") || sql.trim_start().starts_with("SELECT"))
    {
        let mut explain = db.db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        // The plan does not depend on the parameters, so none are bound.
        let mut steps = explain.raw_query();
        while let Some(step) = steps.next().unwrap() {
            plans.push((sql.clone(), step.get(3).unwrap()));
        }
    }
    plans
}

/// What may be read from end to end: people (hundreds at most), deeds and promises from the newest backwards (a limit
/// stops it), one row of constants, and what another step already narrowed.
fn may_be_scanned(step: &str) -> bool {
    let what = step.trim_start_matches("SCAN ");
    what == "a USING INDEX action_by_day"
        || ["p", "person", "CONSTANT ROW", "deed", "passage_index VIRTUAL TABLE"]
            .iter()
            .any(|small| what == *small || what.starts_with(&format!("{small} ")))
        // There is one key, and a cycle a year.
        || ["signing_key", "review_cycle"].contains(&what)
        || ["m", "found", "(subquery"].contains(&what.split(['-', ' ']).next().unwrap_or(""))
}

fn vault() -> (Plain, Person, Meeting, Note) {
    let mut db = Plain::new();
    let maya = Person::named(PersonId::make(), "Maya Okafor", Relation::DirectReport);
    let starts = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(9, 0, 0).unwrap();
    let meeting = Meeting::planned(MeetingId::make(), maya.id, starts, 30);
    let note = Note::line(NoteId::make(), maya.id, Polarity::Praise, "Led the drill", starts.date());
    db.deed(|deed| {
        deed.put(&maya)?;
        deed.put(&meeting)?;
        make_sections(meeting.id, &BuiltIn::People.sections())
            .iter()
            .try_for_each(|section| deed.put(section))?;
        deed.put(&Margin::beside(domain::MarginId::make(), meeting.id, "x"))?;
        deed.put(&note)
    })
    .unwrap();
    (db, maya, meeting, note)
}

#[test]
fn no_question_of_a_screen_reads_a_whole_table() {
    let (db, maya, held, kept) = vault();
    let now: NaiveDateTime = "2026-11-22T09:00:00".parse().unwrap();
    let (from, to) = (held.starts.date(), now.date());
    let ran = plans(&db, |read| {
        person::lines(read, now, Some(to)).unwrap();
        person::line(read, maya.id, now).unwrap();
        person::facts(read, maya.id, now).unwrap();
        person::weeks(read, maya.id, from, to).unwrap();
        person::owner(read).unwrap();
        person::name_of(read, maya.id).unwrap();
        person::names(read).unwrap();
        for person in [None, Some(maya.id)] {
            let filter = meeting::MeetingFilter { person, from: Some(from), to: Some(to), limit: Some(20) };
            meeting::lines(read, &filter).unwrap();
            goal::lines(read, person.or(Some(maya.id)), person.is_some()).unwrap();
            review::lines(read, person.or(Some(maya.id)), person.map(|_| 20)).unwrap();
            for polarity in [None, Some(Polarity::Praise)] {
                for waiting in [false, true] {
                    let filter = note::NoteFilter {
                        person,
                        polarity,
                        waiting,
                        before: Some(to),
                        since: None,
                        limit: Some(20),
                    };
                    note::lines(read, &filter).unwrap();
                }
            }
            for (about, owner, open) in [
                (person, None, Some(true)),
                (None, person, Some(true)),
                (Some(maya.id), None, None),
                (None, None, None),
                (None, None, Some(false)),
                (None, Some(maya.id), Some(false)),
            ] {
                action::lines(read, &action::ActionFilter { about, owner, open, limit: Some(20) }).unwrap();
            }
        }
        meeting::previous(read, maya.id, now, 5).unwrap();
        meeting::sections(read, held.id).unwrap();
        meeting::margin(read, held.id).unwrap();
        meeting::met(read, maya.id).unwrap();
        meeting::moved_to(read, held.id).unwrap();
        let rhythm = PairId::make();
        meeting::annotations(read, held.id).unwrap();
        meeting::slots_taken(read, rhythm, maya.id, held.starts, now).unwrap();
        meeting::at_slot(read, rhythm, now).unwrap();
        meeting::starting_at(read, maya.id, now).unwrap();
        meeting::first_of_pair(read, rhythm).unwrap();
        meeting::states(read, maya.id).unwrap();
        meeting::has_open_first(read, maya.id, now).unwrap();
        meeting::filled(read, maya.id, now, 20).unwrap();
        super::pair::of_person(read, maya.id).unwrap();
        super::agenda::of(read, held.id).unwrap();
        super::remark::of(read, held.id).unwrap();
        super::prep::of(read, held.id).unwrap();
        super::prep::seconds_before(read, maya.id, now, 8).unwrap();
        let section = meeting::sections(read, held.id).unwrap().remove(0).value;
        meeting::of_section(read, section.id).unwrap();
        note::days(read, maya.id, from, to).unwrap();
        setting::get(read, "theme").unwrap();
        attachment::of(read, kept.id.record()).unwrap();
        history::of(read, kept.id.record()).unwrap();
        history::recent(read, 20).unwrap();
        review::around(read, ReviewId::make()).unwrap();
        review::signatures(read, ReviewVersionId::make()).unwrap();
        review::cycle(read, "2026").unwrap();
        review::cycles(read).unwrap();
        review::lines_of_cycle(read, "2026").unwrap();
        review::signing_key(read).unwrap();
        meeting::said(read, maya.id, from, to).unwrap();
        history::newest_to_undo(read, "x").unwrap();
        let query =
            search::Query { text: "led".into(), person: Some(maya.id), limit: 20, ..Default::default() };
        assert_eq!(search::find(read, &query).unwrap().len(), 1);
        assert_eq!(search::people(read, "may", 5).unwrap(), [maya.id]);
    });
    assert!(ran.len() > 100, "the statements were heard: {}", ran.len());
    for (sql, step) in &ran {
        assert!(!step.starts_with("SCAN") || may_be_scanned(step), "{step}\n{sql}");
    }
    let counting =
        ran.iter().filter(|(sql, step)| sql.contains("left_on") && step.contains("note_waiting_of_person"));
    assert!(counting.clone().count() > 0);
    for (sql, step) in counting {
        assert!(step.contains("COVERING"), "waiting notes are counted in the index alone: {step}\n{sql}");
    }
    // What is listed newest first streams out of its index; only what was narrowed to a person or to what is open is
    // put into another order.
    for (sql, step) in ran.iter().filter(|(_, step)| step.contains("TEMP B-TREE FOR ORDER BY")) {
        let narrowed = [
            "WHERE record = ?",
            "WHERE pair = ? AND slot = ?",
            "WHERE person = ? AND starts = ?",
            "FROM pair WHERE person = ?",
            "WHERE meeting = ?",
            "FROM change WHERE seq = ?",
            "t.meeting = ?",
            "a.about = ?1",
            "a.owner = ?2",
            "relation = 'me'",
            "state = 'open'",
            "g.person = ?1",
            "r.person = ?1",
            "LAST TERM",
            "WHERE review = ?",
            "WHERE version = ?",
            "WHERE r.cycle = ?",
            "FROM review_cycle",
            "FROM signing_key",
        ];
        assert!(narrowed.iter().any(|mark| sql.contains(mark) || step.contains(mark)), "{step}\n{sql}");
    }
}
