#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use domain::{
    PersonId,
    person::{Employment, Relation, Skill},
};
use proptest::prelude::*;

use super::*;

const ROSTER: &[u8] = include_bytes!("../../../../tests/data/roster.csv");
const ROSTER_GERMAN: &[u8] = include_bytes!("../../../../tests/data/roster-german.csv");

fn owner() -> Person {
    let email = "marta.oyelaran@example.org".to_owned();
    Person { email, ..Person::named(PersonId::make(), "Marta Oyelaran", Relation::Me) }
}

fn plan(csv: &[u8], existing: &[Person], owner: &Person) -> RosterPlan {
    plan_otherwise(csv, existing, owner, Relation::Other)
}

fn plan_otherwise(csv: &[u8], existing: &[Person], owner: &Person, otherwise: Relation) -> RosterPlan {
    let table = read_table(csv).expect("a table");
    let mapping = guess_mapping(&table.columns);
    plan_import(&table, &mapping, existing, owner, otherwise, PersonId::make).expect("a plan")
}

/// The people as they are after the plan was applied.
fn apply(plan: &RosterPlan, existing: &[Person]) -> Vec<Person> {
    let mut people = existing.to_vec();
    for change in &plan.changed {
        match people.iter_mut().find(|person| person.id == change.before.id) {
            Some(person) => *person = change.after.clone(),
            None => people.push(change.after.clone()),
        }
    }
    people.extend(plan.added.iter().cloned());
    people
}

fn named<'a>(people: &'a [Person], name: &str) -> &'a Person {
    people.iter().find(|person| person.name == name).unwrap_or_else(|| panic!("{name}"))
}

fn rejects(plan: &RosterPlan) -> Vec<(u32, &str, Scope)> {
    plan.rejected.iter().map(|reject| (reject.row, reject.column.as_str(), reject.scope)).collect()
}

#[test]
fn the_example_is_taken_whole() {
    let owner = owner();
    let plan = plan(ROSTER, std::slice::from_ref(&owner), &owner);
    assert_eq!(plan.rejected, []);
    assert_eq!((plan.added.len(), plan.changed.len(), plan.unchanged), (12, 1, 0));
    let people = apply(&plan, std::slice::from_ref(&owner));
    let relations = [
        ("Marta Oyelaran", Relation::Me),
        ("Henrike Vosswinkel", Relation::MyManager),
        ("Teodor Lindqvist-Aalto", Relation::Peer),
        ("Deniz Kayalı", Relation::DirectReport),
        ("Ife Brannigan", Relation::SkipLevel),
        ("Solveig Marchetti", Relation::Hr),
    ];
    for (name, relation) in relations {
        assert_eq!(named(&people, name).relation, relation, "{name}");
    }
    let deniz = named(&people, "Deniz Kayalı");
    assert_eq!(deniz.manager, Some(owner.id));
    assert_eq!(deniz.started_on, "2019-04-01".parse().ok());
    assert_eq!(deniz.phone, "+351 21 555 0101");
    let skill = |name: &str, level| Skill { name: name.into(), level };
    assert_eq!(deniz.skills, [skill("Rust", 4), skill("SQL", 3)]);
    assert_eq!(named(&people, "Bao Featherstone").employment, Employment::Contractor);
}

#[test]
fn the_german_example_is_taken_whole() {
    let owner = owner();
    let plan = plan(ROSTER_GERMAN, &[], &owner);
    assert_eq!(plan.rejected, []);
    assert_eq!(plan.added.len(), 4);
    let jorg = named(&plan.added, "Jörg Süßmilch");
    assert_eq!((jorg.relation, jorg.employment), (Relation::DirectReport, Employment::Employee));
    assert_eq!(jorg.started_on, "2017-10-01".parse().ok());
    assert_eq!(named(&plan.added, "Ayşe Grünwald").employment, Employment::Intern);
}

#[test]
fn the_same_table_twice_changes_nothing() {
    for csv in [ROSTER, ROSTER_GERMAN] {
        let owner = owner();
        let first = plan(csv, std::slice::from_ref(&owner), &owner);
        let people = apply(&first, std::slice::from_ref(&owner));
        let again = plan(csv, &people, &people[0]);
        assert_eq!((again.added.len(), again.changed.len()), (0, 0));
        assert_eq!(again.unchanged, first.added.len() + first.changed.len() + first.unchanged);
    }
}

#[test]
fn an_empty_cell_erases_nothing() {
    let owner = owner();
    let before = Person {
        role: "Engineer".into(),
        email: "ana@example.org".into(),
        manager: Some(owner.id),
        started_on: "2020-01-01".parse().ok(),
        skills: vec![Skill { name: "Rust".into(), level: 2 }],
        about: "Likes long walks.".into(),
        ..Person::named(PersonId::make(), "Ana Quill", Relation::Peer)
    };
    let csv = b"Name,E-mail,Role,Team,Manager,Start date,Skills\n,ANA@example.org,,North,,,\n";
    let plan = plan(csv, std::slice::from_ref(&before), &owner);
    let after = Person { team: "North".into(), email: "ANA@example.org".into(), ..before.clone() };
    assert_eq!(plan, RosterPlan { changed: vec![Change { before, after }], ..RosterPlan::default() });
}

#[test]
fn people_are_recognised_by_address_then_by_a_name_only_one_has() {
    let owner = owner();
    let known = |name: &str, email: &str| Person {
        email: email.into(),
        ..Person::named(PersonId::make(), name, Relation::Other)
    };
    let people = [
        known("José Núñez", ""),
        known("Kim Park", "kim1@example.org"),
        known("Kim Park", "kim2@example.org"),
    ];
    let csv = "Name,E-mail,Team\n\
        jose  nunez,,A\n\
        Kim Parker,kim2@example.org,B\n\
        Kim Park,,C\n\
        Kim Park,kim3@example.org,D\n";
    let plan = plan(csv.as_bytes(), &people, &owner);
    let changed: Vec<_> =
        plan.changed.iter().map(|change| (change.before.id, change.after.team.as_str())).collect();
    // Row 4 could be either Kim; row 5 could only be the one Kim Park whom no row named by address.
    assert_eq!(rejects(&plan), [(4, "Name", Scope::Row)]);
    assert_eq!(changed, [(people[0].id, "A"), (people[2].id, "B"), (people[1].id, "D")]);
    assert_eq!(plan.changed[0].after.name, "jose nunez");
}

#[test]
fn a_name_that_several_have_is_not_guessed_at() {
    let owner = owner();
    let people: Vec<_> =
        (0..2).map(|_| Person::named(PersonId::make(), "Kim Park", Relation::Other)).collect();
    let plan = plan(b"Name,E-mail\nKim Park,kim@example.org\n", &people, &owner);
    assert_eq!(rejects(&plan), [(2, "Name", Scope::Row)]);
    assert_eq!((plan.added.len(), plan.changed.len()), (0, 0));
}

#[test]
fn rows_that_repeat_are_taken_once() {
    let owner = owner();
    let csv = b"Name,E-mail\nAna,ana@example.org\nBo,ANA@example.org\nCy,\ncy,\nDi,\nDi,di@example.org\nEd,ed1@example.org\nEd,ed2@example.org\n";
    let plan = plan(csv, &[], &owner);
    let names: Vec<_> = plan.added.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Ana", "Cy", "Di", "Ed", "Ed"]);
    assert_eq!(rejects(&plan), [(3, "E-mail", Scope::Row), (5, "Name", Scope::Row), (6, "Name", Scope::Row)]);
    assert!(plan.rejected[0].sentence.starts_with("Row 2 has the same e-mail address."));
}

#[test]
fn every_cell_that_cannot_be_understood_names_its_column() {
    let owner = owner();
    let long = "x".repeat(301);
    for (column, cell) in [
        ("Name", "=HYPERLINK(\"x\")"),
        ("Name", ""),
        ("Name", long.as_str()),
        ("E-mail", "nobody"),
        ("E-mail", "a b@example.org"),
        ("Start date", "4/5/2020"),
        ("Start date", "yesterday"),
        ("End date", "2000-01-01"),
        ("Employment", "pirate"),
        ("Relation", "nemesis"),
        ("Relation", "me"),
        ("Skills", "Knitting"),
        ("Role", "=1+1"),
        ("Team", "a\u{7}b"),
    ] {
        let columns =
            ["Name", "E-mail", "Start date", "End date", "Employment", "Relation", "Skills", "Role", "Team"];
        let cells = columns.map(|known| match known {
            known if known == column => format!("\"{}\"", cell.replace('"', "\"\"")),
            "Name" => "Ana".to_owned(),
            "Start date" => "2020-02-01".to_owned(),
            _ => String::new(),
        });
        let csv = format!("{}\n{}\n", columns.join(","), cells.join(","));
        let plan = plan(csv.as_bytes(), &[], &owner);
        assert_eq!(rejects(&plan), [(2, column, Scope::Row)], "{cell}");
        assert_eq!(plan.added.len(), 0);
        assert!(cell.len() < 4 || !plan.rejected[0].sentence.contains(cell), "{}", plan.rejected[0].sentence);
    }
}

#[test]
fn plus_minus_and_at_are_ordinary_text() {
    let owner = owner();
    let plan = plan(b"Name,Phone,Team,Role\nAna,+49 30 555,@home,-\n", &[], &owner);
    let ana = &plan.added[0];
    assert_eq!((ana.phone.as_str(), ana.team.as_str(), ana.role.as_str()), ("+49 30 555", "@home", "-"));
}

#[test]
fn a_manager_nobody_knows_is_left_open_and_named() {
    let owner = owner();
    let csv = "Name,E-mail,Manager\n\
        Ana,ana@example.org,Nobody\n\
        Bo,bo@example.org,\"Oyelaran, Marta\"\n\
        Cy,cy@example.org,BO@example.org\n\
        Di,di@example.org,Di\n\
        Ed,ed@example.org,Fay\n\
        Fay,fay@example.org,Ed\n\
        Gil,gil@example.org,Kim\n\
        Kim,kim1@example.org,\n\
        Kim,kim2@example.org,\n";
    let plan = plan(csv.as_bytes(), &[], &owner);
    assert_eq!(
        rejects(&plan),
        [2, 5, 6, 8].map(|row| (row, "Manager", Scope::Cell)),
        "unknown, oneself, a circle, two of the same name"
    );
    assert_eq!(plan.added.len(), 9);
    let manager = |name| named(&plan.added, name).manager;
    assert_eq!((manager("Ana"), manager("Di"), manager("Ed"), manager("Gil")), (None, None, None, None));
    assert_eq!(manager("Bo"), Some(owner.id));
    assert_eq!(manager("Cy"), Some(named(&plan.added, "Bo").id));
    assert_eq!(manager("Fay"), Some(named(&plan.added, "Ed").id));
}

#[test]
fn a_new_manager_changes_the_relation_but_not_what_was_chosen_by_hand() {
    let owner = owner();
    let known = |name: &str, relation| Person::named(PersonId::make(), name, relation);
    let people = [known("Ana", Relation::Other), known("Bo", Relation::Partner), known("Cy", Relation::Peer)];
    let csv = b"Name,Manager\nAna,Marta Oyelaran\nBo,Marta Oyelaran\nCy,Bo\n";
    let after = apply(&plan(csv, &people, &owner), &people);
    let relations = ["Ana", "Bo", "Cy"].map(|name| named(&after, name).relation);
    assert_eq!(relations, [Relation::DirectReport, Relation::Partner, Relation::SkipLevel]);
}

#[test]
fn a_mapping_must_fit_its_table() {
    let table = read_table(b"a,b\n1,2\n").expect("a table");
    let owner = owner();
    for mapping in
        [Mapping::new(), [(Field::Name, "c".to_owned())].into(), [(Field::Email, "a".to_owned())].into()]
    {
        plan_import(&table, &mapping, &[], &owner, Relation::Other, PersonId::make)
            .expect_err("does not fit");
    }
    let text = r#"{"name":"a","started_on":"b"}"#;
    let mapping: Mapping = serde_json::from_str(text).expect("a mapping");
    assert_eq!(mapping, [(Field::Name, "a".to_owned()), (Field::StartedOn, "b".to_owned())].into());
    serde_json::from_str::<Mapping>(r#"{"salary":"a"}"#).expect_err("no such field");
}

#[test]
fn a_hundred_thousand_rows_are_taken_and_the_second_time_nothing_changes() {
    let owner = owner();
    let mut csv = "Name;E-mail;Manager;Start date\n".to_owned();
    for number in 0..100_000 {
        let manager =
            if number < 10 { "Marta Oyelaran".to_owned() } else { format!("p{}@example.org", number / 10) };
        csv += &format!("Person {number};p{number}@example.org;{manager};{}.5.2020\n", number % 28 + 1);
    }
    let first = plan(csv.as_bytes(), &[], &owner);
    assert_eq!((first.added.len(), first.rejected.len()), (100_000, 0));
    assert_eq!(first.added[99_999].manager, Some(first.added[9_999].id));
    let again = plan(csv.as_bytes(), &first.added, &owner);
    assert_eq!((again.added.len(), again.changed.len(), again.unchanged), (0, 0, 100_000));
}

proptest! {
    #[test]
    fn any_bytes_are_a_table_or_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(table) = read_table(&bytes) {
            let mapping = [(Field::Name, table.columns.first().cloned().unwrap_or_default())].into();
            let _ = plan_import(&table, &mapping, &[], &owner(), Relation::Other, PersonId::make);
        }
    }

    #[test]
    fn any_cells_come_back_as_they_were(cells in prop::collection::vec("[a-z\",;\n\r\t é]{1,8}x", 2..6)) {
        let quoted: Vec<_> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let header: Vec<_> = (0..cells.len()).map(|number| format!("h{number}")).collect();
        let csv = format!("{}\n{}\n", header.join(","), quoted.join(","));
        let table = read_table(csv.as_bytes()).expect("a table");
        let read: Vec<_> = (0..cells.len()).map(|place| table.rows[0].cell(place).to_owned()).collect();
        prop_assert_eq!(read, cells);
    }

    #[test]
    fn any_table_taken_twice_changes_nothing(
        rows in prop::collection::vec(("[abAB]{0,2}", "([ab]@x)?", "([abAB]{1,2}|[ab]@x|marta\\.oyelaran@example\\.org)?", "[xy]?"), 0..12),
    ) {
        let mut csv = "Name,E-mail,Manager,Team\n".to_owned();
        for (name, email, manager, team) in rows {
            csv += &format!("{name},{email},{manager},{team}\n");
        }
        let owner = owner();
        let people = apply(&plan(csv.as_bytes(), &[], &owner), std::slice::from_ref(&owner));
        let again = plan(csv.as_bytes(), &people, &people[0]);
        prop_assert_eq!((again.added.len(), again.changed), (0, vec![]));
    }
}

#[test]
fn people_the_table_says_nothing_about_are_what_the_owner_says_they_are() {
    let owner = owner();
    let bare: &[u8] = b"Name,Role\nAna,Engineer\nBo,Engineer\n";
    let known = [Person::named(PersonId::make(), "Bo", Relation::Peer)];
    for (what, csv, existing, otherwise, unplaced, relations) in [
        ("nothing said", bare, &[][..], Relation::Other, 2, vec![Relation::Other, Relation::Other]),
        ("chosen", bare, &[][..], Relation::DirectReport, 2, vec![Relation::DirectReport, Relation::DirectReport]),
        ("who is known stays", bare, &known[..], Relation::DirectReport, 1, vec![Relation::DirectReport]),
        (
            "the line of managers knows better",
            b"Name,E-mail,Manager\nMarta Oyelaran,marta.oyelaran@example.org,Rut\nAna,,Marta Oyelaran\nRut,,\nEli,,\n",
            &[][..],
            Relation::Partner,
            1,
            vec![Relation::DirectReport, Relation::MyManager, Relation::Partner],
        ),
        (
            "so does a column",
            b"Name,Relation\nAna,peer\nEli,\nBo,other\n",
            &[][..],
            Relation::Hr,
            1,
            vec![Relation::Peer, Relation::Hr, Relation::Other],
        ),
    ] {
        let plan = plan_otherwise(csv, existing, &owner, otherwise);
        let found: Vec<Relation> = plan.added.iter().map(|person| person.relation).collect();
        assert_eq!((plan.unplaced, found), (unplaced, relations), "{what}");
    }
}
