#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! What holds for every noun: rows come back as they went in, the schema and the descriptions agree, and the screens'
//! questions find their indexes.

use std::fmt::Debug;

use domain::{
    action::Action, attachment::Attachment, career::*, dismissal::Dismissal, folder::Note, goal::*,
    one_on_one::*, person::*, review::*, saved_search::SavedSearch, talk::*, workday::Holiday,
};
use proptest::prelude::*;

use super::{Noun, Record, Word, dump, each, get, setting::Setting};
use crate::gate::plain::{Plain, apply, deeds};

/// Every record of a noun reads back as itself, field by field.
fn read_back<R: Record + PartialEq + Debug>(db: &mut Plain) {
    let mut all: Vec<R> = Vec::new();
    each(&db.db, |record| {
        all.push(record);
        Ok(())
    })
    .unwrap();
    let ids: Vec<_> = all.iter().map(Record::id).collect();
    assert!(ids.is_sorted(), "in the order of their identifiers");
    for record in all {
        assert_eq!(get::<R>(&db.db, record.id()).unwrap().as_ref(), Some(&record));
        assert_eq!(record.to_row(), super::row_of(&db.db, R::TABLE, record.id()).unwrap().unwrap());
        assert_eq!(db.deed(|deed| deed.put(&record)).unwrap().deed, None, "putting it back changes nothing");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_noun_survives_its_row(deeds in deeds()) {
        let mut db = Plain::new();
        for ops in &deeds {
            db.deed(|deed| ops.iter().try_for_each(|op| apply(deed, op))).unwrap();
        }
        read_back::<Person>(&mut db);
        read_back::<Meeting>(&mut db);
        read_back::<Section>(&mut db);
        read_back::<Margin>(&mut db);
        read_back::<Note>(&mut db);
        read_back::<Goal>(&mut db);
        read_back::<Review>(&mut db);
        read_back::<Action>(&mut db);
        read_back::<Attachment>(&mut db);
        read_back::<Setting>(&mut db);
        read_back::<Pair>(&mut db);
        read_back::<Template>(&mut db);
        read_back::<AgendaItem>(&mut db);
        read_back::<Prep>(&mut db);
        read_back::<Remark>(&mut db);
        read_back::<Holiday>(&mut db);
        read_back::<Wish>(&mut db);
        read_back::<Exploration>(&mut db);
        read_back::<Entry>(&mut db);
        read_back::<Wording>(&mut db);
        read_back::<Ground>(&mut db);
        read_back::<Talk>(&mut db);
        read_back::<Conversation>(&mut db);
        read_back::<FollowUp>(&mut db);
        read_back::<CheckIn>(&mut db);
        read_back::<HrConsult>(&mut db);
        read_back::<SavedSearch>(&mut db);
        read_back::<Dismissal>(&mut db);
        read_back::<ReviewCycle>(&mut db);
        read_back::<Point>(&mut db);
        read_back::<SelfReview>(&mut db);
        read_back::<PeerInput>(&mut db);
        read_back::<ReviewVersion>(&mut db);
        read_back::<Signature>(&mut db);
        read_back::<SigningKey>(&mut db);
    }
}

#[test]
fn every_word_leads_back_to_its_choice() {
    for state in MeetingState::ALL {
        assert_eq!(MeetingState::from_word(state.to_word()), Some(state));
    }
    for relation in Relation::ALL {
        assert_eq!(Relation::from_word(relation.to_word()), Some(relation));
    }
    assert_eq!(MeetingState::InProgress.to_word(), "in_progress");
    assert_eq!(MeetingState::from_word("in progress"), None);
}

#[test]
fn the_schema_has_exactly_the_described_columns_in_their_order() {
    let db = Plain::new();
    for noun in Noun::ALL {
        let table = noun.table();
        assert_eq!(table.noun, noun);
        let mut info = db.db.prepare("SELECT name FROM pragma_table_info(?)").unwrap();
        let columns: Vec<String> =
            info.query_map([noun.word()], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        let described: Vec<&str> =
            ["id"].into_iter().chain(table.columns.iter().map(|column| column.name)).collect();
        assert_eq!(columns, described, "{}", noun.word());
        assert_eq!(Noun::from_code(i64::from(noun.code())), Some(noun));
        assert_eq!(Noun::from_word(noun.word()), Some(noun));
    }
}

#[test]
fn the_dump_names_every_record_in_an_order_of_its_own() {
    let mut db = Plain::new();
    for noun in [Noun::Setting, Noun::Note, Noun::Person] {
        for slot in [2, 0, 1] {
            db.deed(|deed| apply(deed, &crate::gate::plain::Op::Put(noun, slot, 6))).unwrap();
        }
    }
    let mut seen = Vec::new();
    let mut skills = None;
    dump::each_record(&db.db, |noun, id, fields| {
        seen.push((noun, id));
        if let Some((column, value)) = fields.iter().find(|(column, _)| column.name == "started_on") {
            skills = dump::text_of(column, value);
        }
        Ok(())
    })
    .unwrap();
    assert_eq!(seen.len(), 9);
    assert!(seen.is_sorted(), "{seen:?}");
    assert_eq!(skills.as_deref(), Some("2024-10-05"));
    let counts = super::counts(&db.db).unwrap();
    assert_eq!((counts.records, counts.changes), (6, 9), "settings are no records a person counts");
}
