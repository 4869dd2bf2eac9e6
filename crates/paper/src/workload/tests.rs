#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use domain::{StaffRowId, headcount::StaffRow, headcount::check_load};
use proptest::prelude::*;

use super::*;
use crate::PaperFault;

mod workbook_tests;

/// Ana, two people called Kim, and Deniz Kaya: Person 1 to Person 4.
fn people() -> Vec<StaffRow> {
    let starts = "2024-01".parse().expect("a month");
    let named = |(number, name): (u32, &&str)| {
        StaffRow::new(StaffRowId::make(), number, name, "Engineer", "senior", starts)
    };
    (1..).zip(&["Ana Quill", "Kim Park", "Kim Park", "Deniz Kayalı"]).map(named).collect()
}

fn draft_as(bytes: &[u8], mapping: &WorkMapping, people: &[StaffRow]) -> WorkDraft {
    let draft = preview(bytes, "work", mapping, people).expect("a draft");
    check_load(&draft.slices).expect("slices that may be kept");
    assert!(draft.left_out <= draft.rows);
    draft
}

fn draft(csv: &str, people: &[StaffRow]) -> WorkDraft {
    draft_as(csv.as_bytes(), &WorkMapping::default(), people)
}

/// A slice as one line.
fn line(slice: &LoadSlice, people: &[StaffRow]) -> String {
    let person = people.iter().find(|person| Some(person.id) == slice.person);
    format!(
        "{} {} {} {:?} {} {}{}",
        slice.team,
        person.map_or(0, |person| person.number),
        slice.month,
        slice.kind,
        slice.level_needed,
        slice.hours,
        if slice.belongs_here { "" } else { " elsewhere" }
    )
}

fn lines(draft: &WorkDraft, people: &[StaffRow]) -> Vec<String> {
    draft.slices.iter().map(|slice| line(slice, people)).collect()
}

/// Row, column and the first words of every trouble.
fn troubles(draft: &WorkDraft) -> Vec<(u32, &str, &str)> {
    let first =
        |trouble: &'_ Trouble| trouble.sentence.find(['.', ',', ';']).unwrap_or(trouble.sentence.len());
    draft
        .troubles
        .iter()
        .map(|trouble| (trouble.row, trouble.column.as_str(), &trouble.sentence[..first(trouble)]))
        .collect()
}

const HEAD: &str = "Team,Person,Month,Kind,Level,Hours,Belongs here\n";

#[test]
fn f5_many_rows_become_one_slice_for_each_key_in_order() {
    let people = people();
    let csv = format!(
        "{HEAD}South,,2026-10-02,project,senior,1.5,\n\
         North,Ana Quill,2026-10-30,ticket,senior,2,yes\n\
         North,ana  QUILL,2026-10,Project,senior,0.5,\n\
         North,Person 1,2026-11,on-call,senior,3,no\n\
         North,\"Kayalı, Deniz\",Nov 2026,toil,junior,4,ja\n"
    );
    let draft = draft(&csv, &people);
    let mut expected = [
        "North 1 2026-10 Technical senior 2.5",
        "North 1 2026-11 Interrupt senior 3 elsewhere",
        "North 4 2026-11 Toil junior 4",
        "South 0 2026-10 Technical senior 1.5",
    ];
    let mut found = lines(&draft, &people);
    // Ids are drawn anew each time, and the order of people is that of their ids.
    found.sort();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!((draft.rows, draft.left_out, draft.unnamed, draft.trouble_count), (5, 0, 0, 0));
    assert_eq!((draft.name.as_str(), draft.needs.as_slice(), draft.columns.len()), ("work", &[][..], 7));
    let keys: Vec<_> = draft.slices.iter().map(|slice| (&slice.team, slice.person, slice.month)).collect();
    assert!(keys.is_sorted(), "{keys:?}");
}

#[test]
fn f5_what_is_wrong_is_said_by_row_and_the_rest_is_taken() {
    let people = people();
    for (row, column, sentence, taken) in [
        ("T,,2026-10,toil,s,-1,", "Hours", "This is below zero", 0),
        ("T,,2026-10,toil,s,many,", "Hours", "This is not a number", 0),
        ("T,,2026-10,toil,s,NaN,", "Hours", "This is not a number", 0),
        ("T,,2026-10,toil,s,1e9,", "Hours", "This is more than ten million hours", 0),
        ("T,,2026-10,toil,s,,", "Hours", "This row has no hours", 0),
        ("T,,2026-13,toil,s,1,", "Month", "This is neither a day nor a month", 0),
        ("T,,3/4/2026,toil,s,1,", "Month", "Day and month of this date could change places", 0),
        ("T,,,toil,s,1,", "Month", "This row says no month", 0),
        ("T,,2026-10,gardening,s,1,", "Kind", "This word for a kind of work is not known", 0),
        ("T,,2026-10,,s,1,", "Kind", "This row says no kind of work", 0),
        ("T,,2026-10,toil,s,1,perhaps", "Belongs here", "This is neither yes nor no", 0),
        ("=1+1,,2026-10,toil,s,1,", "Team", "This cell holds a formula instead of its result", 0),
        ("T,,2026-10,toil,a\u{7}b,1,", "Level", "The text may only be one line of plain text", 0),
        ("T,Nobody,2026-10,toil,s,1,", "Person", "Nobody in the plan has this name", 1),
        ("T,Person 9,2026-10,toil,s,1,", "Person", "Nobody in the plan has this name", 1),
        ("T,Kim Park,2026-10,toil,s,1,", "Person", "Several people in the plan have this name", 1),
        ("T,Person 3,2026-10,toil,s,1,", "", "", 1),
        ("T,2026-10,toil", "Kind", "This row has 3 cells and the header has 7", 0),
    ] {
        let found = draft(&format!("{HEAD}{row}\n"), &people);
        let expected = if column.is_empty() { vec![] } else { vec![(2, column, sentence)] };
        assert_eq!(troubles(&found), expected, "{row}");
        assert_eq!((found.slices.len(), found.rows, found.left_out), (taken, 1, 1 - taken as u64), "{row}");
        let names_nobody = sentence.starts_with("Nobody") || sentence.starts_with("Several");
        assert_eq!(found.unnamed, u64::from(names_nobody), "{row}");
        if names_nobody {
            assert_eq!(found.slices[0].person, None, "{row}");
        }
    }
}

#[test]
fn f5_more_hours_than_a_month_has_are_said_and_not_taken() {
    let people = people();
    for (rows, slices, left_out, said) in [
        // November has 720 hours, which are one person's at most.
        ("N,Ana Quill,2026-11,toil,s,720,\n", 1, 0, vec![]),
        ("N,Ana Quill,2026-11,toil,s,720.5,\n", 0, 1, vec![2]),
        (
            "N,Ana Quill,2026-11,toil,s,400,\nS,,2026-11,toil,s,9,\nS,Person 1,2026-11-02,meeting,j,400,\n",
            1,
            2,
            vec![2],
        ),
        ("N,Ana Quill,2026-11,toil,s,400,\nN,Ana Quill,2026-10,toil,s,400,\n", 2, 0, vec![]),
        ("N,Ana Quill,2026-11,toil,s,400,\nN,Person 2,2026-11,toil,s,400,\n", 2, 0, vec![]),
        ("N,,2026-11,toil,s,72000,\n", 1, 0, vec![]),
    ] {
        let draft = draft(&format!("{HEAD}{rows}"), &people);
        assert_eq!((draft.slices.len(), draft.left_out), (slices, left_out), "{rows}");
        let found: Vec<u32> = draft.troubles.iter().map(|trouble| trouble.row).collect();
        assert_eq!(found, said, "{rows}");
        assert_eq!(draft.trouble_count, left_out, "{rows}");
        assert!(draft.troubles.iter().all(|trouble| trouble.sentence.contains("24 hours a day in 2026-11")));
    }
}

#[test]
fn f5_months_without_data_and_empty_rows_are_said() {
    let csv = "Month;Kind;Hours\n2026-10;toil;1\n;;\n\n2027-02;toil;1\n2026-12;toil;1\n\n\n";
    let draft = draft(csv, &[]);
    let months: Vec<String> = draft.months_without.iter().map(Month::to_string).collect();
    assert_eq!(months, ["2026-11", "2027-01"]);
    assert_eq!((draft.rows, draft.empty, draft.trouble_count), (3, 2, 2));
    assert_eq!(troubles(&draft), [(3, "", "This row and those below it are empty")]);
}

#[test]
fn f5_the_caller_says_what_columns_words_and_items_mean() {
    let columns = |pairs: &[(WorkField, &str)]| {
        Some(pairs.iter().map(|(field, column)| (*field, (*column).to_owned())).collect())
    };
    let otherwise = WorkMapping { kind_otherwise: Some(LoadKind::Toil), ..WorkMapping::default() };
    for (what, csv, mapping, slices) in [
        (
            "columns",
            "a,b,c\n2026-10,2,meeting\n",
            WorkMapping {
                columns: columns(&[(WorkField::When, "a"), (WorkField::Hours, "b"), (WorkField::Kind, "c")]),
                ..WorkMapping::default()
            },
            vec![" 0 2026-10 Soft  2"],
        ),
        (
            "words, which go before those that are known",
            "Month,Kind,Hours\n2026-10,Gardening,1\n2026-10,ticket,2\n",
            WorkMapping {
                kinds: [("gardening".to_owned(), LoadKind::Soft), ("Ticket".to_owned(), LoadKind::Interrupt)]
                    .into(),
                ..WorkMapping::default()
            },
            vec![" 0 2026-10 Soft  1", " 0 2026-10 Interrupt  2"],
        ),
        ("no kind", "Month,Hours\n2026-10,1\n", otherwise.clone(), vec![" 0 2026-10 Toil  1"]),
        (
            "a count",
            "Month,Tickets\n2026-10,12\n2026-10,3\n",
            WorkMapping { hours_per_item: Some(0.5), ..otherwise.clone() },
            vec![" 0 2026-10 Toil  7.5"],
        ),
        (
            "a row is an item",
            "Month,Team\n2026-10,A\n2026-10,A\n",
            WorkMapping { hours_per_item: Some(0.5), ..otherwise.clone() },
            vec!["A 0 2026-10 Toil  1"],
        ),
        (
            "hours go before a count",
            "Month,Hours,Tickets\n2026-10,4,12\n2026-10,,2\n",
            WorkMapping { hours_per_item: Some(0.5), ..otherwise.clone() },
            vec![" 0 2026-10 Toil  5"],
        ),
        ("minutes", "Month,Minutes\n2026-10,90\n", otherwise.clone(), vec![" 0 2026-10 Toil  1.5"]),
        (
            "days",
            "Month,Days\n2026-10,2\n",
            WorkMapping { hours_per_day: Some(7.5), ..otherwise.clone() },
            vec![" 0 2026-10 Toil  15"],
        ),
        (
            "a unit",
            "Month,Effort\n2026-10,90\n",
            WorkMapping { unit: Some(WorkUnit::Minutes), ..otherwise.clone() },
            vec![" 0 2026-10 Toil  1.5"],
        ),
    ] {
        assert_eq!(lines(&draft_as(csv.as_bytes(), &mapping, &[]), &[]), slices, "{what}");
    }
}

#[test]
fn f5_what_has_to_be_said_first_is_asked_and_nothing_is_taken() {
    for (head, needs) in [
        ("Month,Hours,Kind", vec![]),
        ("Hours,Kind", vec![WorkNeed::When]),
        ("Month,Kind", vec![WorkNeed::Hours]),
        ("Month,Hours", vec![WorkNeed::Kind]),
        ("Colour", vec![WorkNeed::When, WorkNeed::Hours, WorkNeed::Kind]),
    ] {
        let draft =
            draft(&format!("{head}\n{}\n", head.replace("Month", "2026-10").replace("Hours", "1")), &[]);
        assert_eq!(draft.needs, needs, "{head}");
        assert!(needs.is_empty() || (draft.slices.is_empty() && draft.left_out == 1), "{head}");
        assert!(needs.is_empty() || draft.trouble_count == 0, "{head}");
        assert!(needs.iter().all(|need| need.sentence().ends_with('.')));
    }
}

#[test]
fn a_mapping_that_does_not_fit_is_refused() {
    let csv = b"Month,Kind,Hours\n2026-10,toil,1\n";
    for mapping in [
        WorkMapping { columns: Some([(WorkField::Team, "x".to_owned())].into()), ..WorkMapping::default() },
        WorkMapping { hours_per_item: Some(-1.0), ..WorkMapping::default() },
        WorkMapping { hours_per_day: Some(f64::NAN), ..WorkMapping::default() },
    ] {
        preview(csv, "work", &mapping, &[]).expect_err("does not fit");
    }
    let text = r#"{"columns":{"when":"a","belongs_here":"b"},"kinds":{"x":"toil"},"unit":"minutes"}"#;
    let mapping: WorkMapping = serde_json::from_str(text).expect("a mapping");
    assert_eq!((mapping.unit, mapping.kinds["x"]), (Some(WorkUnit::Minutes), LoadKind::Toil));
}

#[test]
fn words_that_are_not_known_are_counted_and_the_first_troubles_kept() {
    let mut csv = "Month,Kind,Hours\n".to_owned();
    for number in 0..1_000 {
        csv += &format!("2026-10,word {},1\n", number % 150);
    }
    let draft = draft(&csv, &[]);
    assert_eq!((draft.rows, draft.left_out, draft.trouble_count), (1_000, 1_000, 1_000));
    assert_eq!((draft.troubles.len(), draft.unknown_kinds.len()), (KEPT, KEPT));
    assert_eq!((draft.troubles[99].row, draft.unknown_kinds["word 7"]), (101, 7));
}

#[test]
fn f5_a_hundred_thousand_items_become_few_slices() {
    let people = people();
    let mut csv = "Team;Assignee;Resolved;Issue type;Level needed;Time spent (min)\n".to_owned();
    for number in 0..100_000 {
        let (month, day) = (number % 12 + 1, number % 28 + 1);
        let who = ["Ana Quill", "", "Deniz Kayali", "Stranger"][number % 4];
        let kind = ["Bug", "Incident", "Meeting", "Toil", "Story"][number % 5];
        csv += &format!("Team {};{who};{day}.{month}.2026;{kind};senior;2,5\n", number % 10);
    }
    let draft = draft(&csv, &people);
    assert_eq!((draft.rows, draft.left_out, draft.unnamed), (100_000, 0, 25_000));
    assert!(draft.slices.len() <= 240, "{}", draft.slices.len());
    let hours: f64 = draft.slices.iter().map(|slice| slice.hours).sum();
    assert!((hours - 250_000.0 / 60.0).abs() < 1e-6, "{hours}");
}

#[test]
fn r24_a_table_that_is_too_large_is_refused() {
    let row = format!("{}\n", ",".repeat(COLUMNS - 1).replace(',', "1,"));
    let head = (0..COLUMNS).map(|number| format!("h{number}")).collect::<Vec<_>>().join(",");
    for (bytes, sentence) in [
        (vec![b'x'; LARGEST + 1], "The file is larger than 256 MB."),
        ([b"PK\x03\x04".to_vec(), vec![0; LARGEST]].concat(), "The file is larger than 256 MB."),
        (
            format!("{head}\n{}", row.repeat(CELLS / COLUMNS + 1)).into_bytes(),
            "The table has more than 5000000 cells. Look at row 25002.",
        ),
        (
            format!("n\n{}", "x\n".repeat(ROWS + 1)).into_bytes(),
            "The table has more than 1000000 rows. Look at row 1000002.",
        ),
        (
            format!("{head},more\n").into_bytes(),
            "The table has 201 columns; 200 can be read. Look at row 1, column 201.",
        ),
    ] {
        let fault = preview(&bytes, "work", &WorkMapping::default(), &[]).expect_err(sentence);
        assert_eq!(fault.sentence(), sentence);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_a_draft_or_a_fault(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        is_packed in any::<bool>(),
    ) {
        let bytes = if is_packed { [b"PK\x03\x04", bytes.as_slice()].concat() } else { bytes };
        let _ = preview(&bytes, "work", &WorkMapping::default(), &people());
    }

    #[test]
    fn any_cells_are_a_draft_that_may_be_kept_and_equal_ones_equal(
        rows in prop::collection::vec(
            ("[ab]?", "(Ana Quill|Kim Park|x)?", "(2026-1[0-3]|1/[1-9]/2026|11\\.2026|[0-9a]{0,4})", "(toil|meeting|x)?",
                "-?[0-9]{0,4}[,.:]?[0-9]{0,3}e?", "(yes|no|x)?"),
            0..30,
        ),
    ) {
        let mut csv = HEAD.to_owned();
        for (team, person, month, kind, hours, here) in rows {
            csv += &format!("{team},{person},{month},{kind},s,\"{hours}\",{here}\n");
        }
        let people = people();
        prop_assert_eq!(draft(&csv, &people), draft(&csv, &people));
    }
}
