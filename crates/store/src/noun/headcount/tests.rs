#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    PersonId, PlanEntryId, PlanId, PlanTextId, StaffRowId, WorkImportId,
    headcount::{
        Entry, Figure, Month, Plan, PlanEntry, PlanPlace, PlanQuestion, PlanText, Reduction, StaffRow,
        WorkImport, figure_link,
    },
    person::{Person, Relation},
};
use proptest::prelude::*;

use super::*;
use crate::{
    attachment,
    gate::plain::{Plain, plans::random_slice},
    history,
    noun::{counts, get, person},
    search,
};

fn day() -> NaiveDate {
    "2026-11-28".parse().unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-28T09:00:00Z".parse().unwrap()
}

fn a_row(person: Option<PersonId>) -> StaffRow {
    StaffRow {
        person,
        may_be_named: true,
        next_role: Some("Lead".into()),
        ..StaffRow::new(StaffRowId::make(), 1, "Maya Okafor", "Storage engineer", "senior", Month::of(day()))
    }
}

/// A plan with everything that belongs to it, and a scenario of it.
fn put_whole(deed: &mut Deed<'_>, person: PersonId) -> Result<PlanId> {
    let plan = Plan::begun(PlanId::make(), "Live services", Month::of(day()));
    let scenario = plan.scenario(PlanId::make(), "Interns first");
    for plan in [&plan, &scenario] {
        deed.put(plan)?;
        let entries = [
            Entry::Staff(a_row(Some(person))),
            Entry::Reduction(Reduction { role: "Storage engineer".into(), month: plan.starts, fte: 1.5 }),
        ];
        for entry in entries {
            deed.put(&PlanEntry { id: PlanEntryId::make(), plan: plan.id, entry })?;
        }
        let place = PlanPlace::Answer(PlanQuestion::Market);
        let text =
            PlanText { text: "Thin.".into(), ..PlanText::begun(PlanTextId::make(), plan.id, place, now()) };
        deed.put(&text)?;
        let slices = (0..9).map(|seed| random_slice(seed, day())).collect();
        let id = WorkImportId::make();
        deed.put(&WorkImport { id, plan: plan.id, name: "tickets.csv".into(), on: day(), slices })?;
        for record in [plan.id.record(), text.id.record()] {
            attachment::add(deed, record, "board.txt", b"board", now())?;
        }
    }
    Ok(plan.id)
}

fn vault() -> (Plain, Person) {
    let mut db = Plain::new();
    let maya = Person::named(PersonId::make(), "Maya Okafor", Relation::DirectReport);
    db.deed(|deed| deed.put(&maya)).unwrap();
    (db, maya)
}

#[test]
fn a_plan_is_read_with_its_own_entries_texts_and_imports() {
    let (mut db, maya) = vault();
    let id = db.deed(|deed| put_whole(deed, maya.id)).unwrap().value;
    let other = db.deed(|deed| put_whole(deed, maya.id)).unwrap().value;
    assert_eq!(all(&db.db).unwrap().len(), 4);
    let names: Vec<_> = scenarios(&db.db, id).unwrap().into_iter().map(|plan| plan.name).collect();
    assert_eq!(names, ["Interns first"]);
    for plan in [id, other] {
        let kinds: Vec<_> =
            entries(&db.db, plan).unwrap().into_iter().map(|entry| entry.entry.kind()).collect();
        use domain::headcount::EntryKind::{Reduction, Staff};
        assert_eq!(kinds, [Staff, Reduction]);
        assert_eq!(texts(&db.db, plan).unwrap()[0].text, "Thin.");
        assert_eq!(imports(&db.db, plan).unwrap()[0].slices.len(), 9);
    }
}

#[test]
fn a_plan_goes_with_its_scenarios_and_comes_back_whole() {
    let (mut db, maya) = vault();
    let empty = counts(&db.db).unwrap().records;
    let id = db.deed(|deed| put_whole(deed, maya.id)).unwrap().value;
    let before = db.nouns();
    let removed = db.deed(|deed| remove(deed, id)).unwrap().deed.unwrap();
    assert_eq!(counts(&db.db).unwrap().records, empty);
    db.named("history.undo", Some(removed), |deed| history::undo_in(deed, removed)).unwrap();
    assert_eq!(db.nouns(), before);
    let scenario = scenarios(&db.db, id).unwrap().remove(0).id;
    db.deed(|deed| remove(deed, scenario)).unwrap();
    assert_eq!(entries(&db.db, id).unwrap().len(), 2, "the plan itself stays");
}

#[test]
fn f_r2_a_person_who_is_removed_leaves_a_number_without_a_name() {
    let (mut db, maya) = vault();
    let id = db.deed(|deed| put_whole(deed, maya.id)).unwrap().value;
    db.deed(|deed| person::remove(deed, maya.id)).unwrap();
    let Entry::Staff(row) = entries(&db.db, id).unwrap().remove(0).entry else { panic!("a row of people") };
    assert_eq!(
        (row.person, row.name.as_str(), row.may_be_named, row.next_role.as_deref()),
        (None, "", false, None)
    );
    assert_eq!(
        (row.role.as_str(), row.level.as_str()),
        ("Storage engineer", "senior"),
        "the plan still counts on it"
    );
    assert!(!format!("{:?}", db.nouns()).contains("Maya Okafor"), "nobody is left by name");
}

#[test]
fn what_is_written_in_a_plan_is_found_by_its_words_and_not_by_its_addresses() {
    let (mut db, maya) = vault();
    let id = db.deed(|deed| put_whole(deed, maya.id)).unwrap().value;
    let figure = Figure { key: "gap/24/zebra".into(), value: 12.5, decimals: 1 };
    let text = texts(&db.db, id).unwrap().remove(0);
    let text = PlanText {
        text: format!("We are {} short in Bergen.", figure_link(&figure)),
        owner: "Ines".into(),
        ..text
    };
    db.deed(|deed| deed.put(&text)).unwrap();
    for (asked, found) in [("bergen", 1), ("12.5", 1), ("ines", 1), ("zebra", 0), ("gap", 0)] {
        let query = search::Query { text: asked.into(), limit: 9, ..Default::default() };
        assert_eq!(search::find(&db.db, &query).unwrap().len(), found, "{asked}");
    }
}

#[test]
fn an_entry_whose_columns_do_not_fit_is_damage() {
    let (mut db, maya) = vault();
    let id = db.deed(|deed| put_whole(deed, maya.id)).unwrap().value;
    let first = entries(&db.db, id).unwrap().remove(0).id.record();
    for change in [
        "UPDATE plan_entry SET kind = 'target' WHERE id = ?",
        "UPDATE plan_entry SET person = NULL WHERE id = ?",
        "UPDATE plan_entry SET entry = '{}' WHERE id = ?",
    ] {
        db.db.execute_batch("SAVEPOINT before").unwrap();
        db.db.execute(change, [first.as_bytes()]).unwrap();
        assert!(get::<PlanEntry>(&db.db, first).is_err(), "{change}");
        db.db.execute_batch("ROLLBACK TO before; RELEASE before").unwrap();
        assert!(get::<PlanEntry>(&db.db, first).is_ok());
    }
}

proptest! {
    #[test]
    fn slices_survive_their_column(seeds in proptest::collection::vec(0_u64..1000, 0..50), cut in 0_usize..400) {
        let all: Vec<_> = seeds.iter().map(|seed| random_slice(*seed, day())).collect();
        let bytes = slices::write(&all);
        prop_assert_eq!(&slices::read(&bytes).unwrap(), &all);
        prop_assert_eq!(slices::write(&slices::read(&bytes).unwrap()), bytes.clone());
        if cut < bytes.len() {
            prop_assert!(slices::read(&bytes[..cut]).is_err(), "cut short");
        }
        prop_assert!(slices::read(&[&bytes[..], &[0]].concat()).is_err(), "something behind");
    }

    #[test]
    fn bytes_that_are_no_slices_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let read = slices::read(&bytes);
        prop_assert!(read.is_err() || slices::write(&read.unwrap()).len() <= bytes.len() + 9);
    }
}
