//! The worksheet as a whole: what leaves, and what an edited copy brings back.

use std::io::{Cursor, Read, Write};

use domain::headcount::{
    Answer, Assumption, AssumptionKey, Assumptions, Initiative, Inputs, LoadKind, LoadSlice, Measure, Month,
    Need, PlanQuestion, Promotion, Requisition, RunLoad, StaffRow, forecast,
};
use domain::{InitiativeId, RequisitionId, StaffRowId};

use super::open::{Found, LIMITS, Limits, open};
use super::read::read_within;
use super::*;
use crate::roster::read_table;

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// Text that a spreadsheet would calculate if it were let.
const FORMULA: &str = "=HYPERLINK(\"http://example.org\",\"a\")";

/// A plan whose every text looks like a formula, of one person who may be named and one who may not.
fn plan() -> Inputs {
    let row = |number, name: &str| {
        let mut row = StaffRow::new(StaffRowId::make(), number, name, FORMULA, "@senior", month("2024-03"));
        row.site = "+site".into();
        row.skills = vec![domain::person::Skill { name: "-skill".into(), level: 3 }];
        row
    };
    let mut staff = vec![row(1, "Named Openly"), row(2, "Hidden Nameless")];
    staff[0].may_be_named = true;
    let mut hire = Requisition::new(RequisitionId::make(), "Network engineer", month("2027-03"), 2);
    hire.mentor = Some(staff[1].id);
    hire.growth_path = FORMULA.into();
    let initiative = Initiative {
        id: InitiativeId::make(),
        name: FORMULA.into(),
        from: month("2027-01"),
        to: month("2027-12"),
        needs: vec![Need { role: "Network engineer".into(), fte: 1.5 }],
    };
    Inputs {
        known_until: Some(month("2028-04")),
        requisitions: vec![hire],
        promotions: vec![Promotion::new(staff[1].id, month("2027-06"))],
        initiatives: vec![initiative],
        run_load: vec![RunLoad { role: FORMULA.into(), hours: 333.3, toil_hours: 1.0, elsewhere_hours: 0.0 }],
        staff,
        ..Inputs::empty(month("2026-11"))
    }
}

/// The plan with everything that stands around it, handed to a test.
fn with_sheets<T>(inputs: &Inputs, test: impl FnOnce(&Sheets) -> T) -> T {
    let slice = |person| LoadSlice {
        team: FORMULA.into(),
        person,
        month: month("2026-10"),
        kind: LoadKind::Toil,
        level_needed: "＝level".into(),
        hours: 12.5,
        belongs_here: false,
    };
    let slices: Vec<_> = inputs.staff.iter().map(|row| slice(Some(row.id))).chain([slice(None)]).collect();
    let answers = [Answer {
        question: PlanQuestion::Toil,
        text: FORMULA.into(),
        empty_because: String::new(),
        owner: "@owner".into(),
        at: chrono::DateTime::UNIX_EPOCH,
    }];
    let sources =
        [Assumption { key: AssumptionKey::Attrition, value: 0.1, source: "+the last two years".into() }];
    test(&Sheets {
        organisation: FORMULA,
        scenario: "@scenario",
        version: 3,
        on: "2026-11-28".parse().expect("a day"),
        inputs,
        sources: &sources,
        answers: &answers,
        slices: &slices,
        scenarios: &[("=another", inputs)],
    })
}

/// Every part of a workbook, unpacked, one after the other.
fn unpacked(workbook: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    let mut text = String::new();
    for place in 0..archive.len() {
        archive.by_index(place).expect("a part").read_to_string(&mut text).expect("XML");
    }
    text
}

/// A copy in which one sheet, counted from 1, was edited.
fn edited(workbook: &[u8], sheet: usize, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let (name, mut text) = (part.name().expect("a name").into_owned(), String::new());
        part.read_to_string(&mut text).expect("XML");
        if name == format!("xl/worksheets/sheet{sheet}.xml") {
            text = edit(text);
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        out.write_all(text.as_bytes()).expect("a part");
    }
    out.finish().expect("a workbook").into_inner()
}

/// A sheet with another cell in place of the one at an address; `attributes` and `inside` as they stand in the file.
fn put(sheet: &str, cell: &str, attributes: &str, inside: &str) -> String {
    let from = sheet.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no {cell}"));
    let open_end = from + sheet[from..].find('>').expect("an end");
    let to = if sheet[..open_end].ends_with('/') {
        open_end + 1
    } else {
        from + sheet[from..].find("</c>").expect("an end") + 4
    };
    format!("{}<c r=\"{cell}\" {attributes}>{inside}</c>{}", &sheet[..from], &sheet[to..])
}

/// What is said about a file that is refused, and whether a next step is; nothing where it is taken.
fn fault(bytes: &[u8], limits: Limits) -> (String, bool) {
    let inputs = plan();
    let read = with_sheets(&inputs, |sheets| read_within(bytes, sheets, limits));
    read.err().map_or(("taken".to_owned(), true), |fault| (fault.sentence(), fault.next().is_some()))
}

#[test]
fn f19_equal_inputs_give_equal_bytes() {
    let inputs = plan();
    let make = |inputs: &Inputs| {
        with_sheets(inputs, |sheets| (make_worksheet(sheets).expect("a worksheet"), make_csv(sheets)))
    };
    let (one, other) = (make(&inputs), make(&inputs.clone()));
    assert!(one == other, "bytes differ");
    // The only date is the day it is made on: no clock has a say.
    assert!(unpacked(&one.0).contains(">2026-11-28T00:00:00Z</dcterms:created>"));
    let changed = Inputs {
        assumptions: inputs.assumptions.clone().with(AssumptionKey::LeadLoss, 0.5).expect("in range"),
        ..inputs
    };
    assert!(make(&changed) != one, "and another assumption changes them");
}

#[test]
fn f_r2_who_did_not_agree_is_named_nowhere() {
    let inputs = plan();
    with_sheets(&inputs, |sheets| {
        let mut all = unpacked(&make_worksheet(sheets).expect("a worksheet"));
        for table in make_csv(sheets) {
            all.push_str(&String::from_utf8(table.bytes).expect("UTF-8"));
        }
        assert!(all.contains("Named Openly") && all.contains("Person 2"));
        assert!(!all.contains("Hidden") && !all.contains("Nameless"));
    });
}

#[test]
fn f19_beside_each_formula_stands_the_applications_own_number() {
    let inputs = plan();
    let ours = forecast(&inputs);
    let bytes = with_sheets(&inputs, make_worksheet).expect("a worksheet");
    let mut opened = open(&bytes, LIMITS).expect("a workbook");
    let mut count = 0;
    opened
        .each_cell("Gap", 100, |cell| {
            if cell.row < 4 || cell.column < 3 {
                return;
            }
            assert!(cell.is_formula, "row {}, column {}", cell.row, cell.column);
            let role = (cell.row as usize).checked_sub(5);
            let number = ours.value(Measure::Gap, role, cell.column - 3);
            assert_eq!(cell.value, Found::Number(number));
            count += 1;
        })
        .expect("a sheet");
    assert_eq!(count, (ours.roles.len() + 1) * 37);
}

#[test]
fn f9_f_r3_what_is_extrapolated_says_so_in_head_and_number() {
    let inputs = plan();
    with_sheets(&inputs, |sheets| {
        let text = unpacked(&make_worksheet(sheets).expect("a worksheet"));
        assert!(text.contains("<t>2028-04</t>") && text.contains("<t>~2028-05</t>"));
        assert!(!text.contains("<t>~2028-04</t>") && !text.contains("<t>2028-05</t>"));
        assert!(text.contains("&quot;~&quot;#,##0.0"), "a mark before the number");
        let tables = make_csv(sheets);
        let gap = tables.iter().find(|table| table.name == "gap").expect("a table");
        let gap = String::from_utf8(gap.bytes.clone()).expect("UTF-8");
        assert!(gap.contains(",2028-04,2028-05 (extrapolated),"));
    });
    let known = Inputs { known_until: None, ..inputs };
    let text = with_sheets(&known, |sheets| unpacked(&make_worksheet(sheets).expect("a worksheet")));
    assert!(!text.contains("<t>~20"));
}

#[test]
fn f19_no_text_is_taken_for_a_formula() {
    let inputs = plan();
    with_sheets(&inputs, |sheets| {
        let bytes = make_worksheet(sheets).expect("a worksheet");
        let mut opened = open(&bytes, LIMITS).expect("a workbook");
        let mut texts = 0;
        for sheet in ["Summary", "People", "Joining", "Work", "Scenarios", "Answers", "Data", "Assumptions"] {
            let looks = opened.each_cell(sheet, 1000, |cell| {
                if let Found::Text(text) = &cell.value
                    && text.starts_with(['=', '+', '-', '@', '＝'])
                {
                    assert!(!cell.is_formula, "{sheet}: {text}");
                    texts += 1;
                }
            });
            looks.expect("a sheet");
        }
        assert!(texts > 20, "{texts} texts that look like formulas");
        for table in make_csv(sheets) {
            let read = read_table(&table.bytes).expect("a table");
            assert_eq!(read.ragged, [], "{}", table.name);
            for row in &read.rows {
                for cell in (0..read.columns.len()).map(|place| row.cell(place)) {
                    let is_number = cell.parse::<f64>().is_ok();
                    assert!(
                        is_number || !cell.starts_with(['=', '+', '-', '@', '＝']),
                        "{}: {cell}",
                        table.name
                    );
                }
            }
            let text = String::from_utf8(table.bytes).expect("UTF-8");
            assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains('\r'), "{}", table.name);
        }
    });
}

#[test]
fn a_plan_of_nobody_and_one_of_five_thousand_leave_and_come_back() {
    let nobody = Inputs::empty(month("2026-11"));
    let mut many = plan();
    many.months = 12;
    many.staff.extend((10..5010).map(|number| {
        StaffRow::new(StaffRowId::make(), number, "N", "Network engineer", "senior", month("2020-01"))
    }));
    let short = Inputs { months: 5, ..plan() };
    let early = Inputs::empty(month("0001-01"));
    for inputs in [&nobody, &many, &short, &early] {
        with_sheets(inputs, |sheets| {
            let bytes = make_worksheet(sheets).expect("a worksheet");
            assert_eq!(read_worksheet(&bytes, sheets).expect("ours"), WorksheetChanges::default());
            assert!(make_csv(sheets).iter().all(|table| table.bytes.len() > 20));
        });
    }
}

/// What a changed cell brings; nothing where it is no change.
type After = Option<Result<f64, Unusable>>;

#[test]
fn f19_every_changed_assumption_comes_back_cell_by_cell() {
    let inputs = plan();
    let before = inputs.assumed(AssumptionKey::Attrition);
    let workbook = with_sheets(&inputs, make_worksheet).expect("a worksheet");
    let key = AssumptionKey::Attrition;
    let cases: [(&str, &str, After); 13] = [
        ("", "<v>0.25</v>", Some(Ok(0.25))),
        ("", "<v>0.1</v>", None),
        ("", "<v>0.10000000000000001</v>", None),
        ("", "<v>0</v>", Some(Ok(0.0))),
        ("", "<v>0.951</v>", Some(Err(Unusable::OutOfRange(0.951)))),
        ("", "<v>1e300</v>", Some(Err(Unusable::OutOfRange(1e300)))),
        ("", "", Some(Err(Unusable::Empty))),
        ("t=\"str\"", "<v>a tenth</v>", Some(Err(Unusable::Text))),
        ("t=\"inlineStr\"", "<is><t>0.2</t></is>", Some(Err(Unusable::Text))),
        ("t=\"b\"", "<v>1</v>", Some(Err(Unusable::Text))),
        ("t=\"e\"", "<v>#DIV/0!</v>", Some(Err(Unusable::Error))),
        ("t=\"e\"", "<f>1/0</f><v>#REF!</v>", Some(Err(Unusable::Error))),
        ("", "<f>1/5</f><v>0.2</v>", Some(Ok(0.2))),
    ];
    for (attributes, inside, after) in cases {
        let copy = edited(&workbook, 2, |sheet| put(&sheet, "C6", attributes, inside));
        let read = with_sheets(&inputs, |sheets| read_worksheet(&copy, sheets)).expect("ours");
        let source = "+the last two years".to_owned();
        let expected =
            after.map(|after| AssumptionChange { key, cell: "Assumptions!C6".into(), before, after, source });
        assert_eq!(read.assumptions, Vec::from_iter(expected), "{inside}");
        assert_eq!(read.usable().len(), usize::from(matches!(after, Some(Ok(_)))));
        assert_eq!((read.not_taken, read.is_of_other_inputs), (vec![], false));
        if let Some(Err(why)) = after {
            assert!(why.sentence(key).contains("0% to 95%"), "{}", why.sentence(key));
        }
    }
}

#[test]
fn rows_may_be_sorted_doubled_and_taken_out_and_cells_merged() {
    let inputs = plan();
    let workbook = with_sheets(&inputs, make_worksheet).expect("a worksheet");
    let read = |edit: &dyn Fn(String) -> String| {
        let copy = edited(&workbook, 2, edit);
        with_sheets(&inputs, |sheets| read_worksheet(&copy, sheets)).expect("ours").assumptions
    };
    let rename = |sheet: String, cell: &str, key: &str| {
        put(&sheet, cell, "t=\"inlineStr\"", &format!("<is><t>{key}</t></is>"))
    };
    // Two rows that changed places: the values go with their keys.
    let swapped = read(&|sheet| {
        let sheet = rename(rename(sheet, "A5", "attrition"), "A6", "productive_hours");
        let sheet = rename(rename(sheet, "I5", "+the last two years"), "I6", "Default of Inglenook");
        let sheet = put(&put(&sheet, "C5", "", "<v>0.3</v>"), "C6", "", "<v>120</v>");
        put(&put(&sheet, "E5", "", "<v>0.1</v>"), "E6", "", "<v>120</v>")
    });
    assert_eq!(
        swapped.iter().map(|one| (one.key, one.cell.as_str(), one.after)).collect::<Vec<_>>(),
        [(AssumptionKey::Attrition, "Assumptions!C5", Ok(0.3))]
    );
    // One key written over another: one is there twice, the other is gone.
    let doubled = read(&|sheet| rename(sheet, "A5", "attrition"));
    assert_eq!(
        doubled.iter().map(|one| (one.key, one.after)).collect::<Vec<_>>(),
        [
            (AssumptionKey::ProductiveHours, Err(Unusable::Gone)),
            (AssumptionKey::Attrition, Err(Unusable::Twice))
        ]
    );
    // Of merged cells only the first has a value.
    let merged = read(&|sheet| {
        let sheet = put(&sheet, "C6", "", "");
        sheet.replace(
            "</sheetData>",
            "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"C5:C6\"/></mergeCells>",
        )
    });
    assert_eq!(
        merged.iter().map(|one| (one.key, one.after)).collect::<Vec<_>>(),
        [(AssumptionKey::Attrition, Err(Unusable::Empty))]
    );
    // A source alone.
    let sourced = read(&|sheet| put(&sheet, "I5", "t=\"inlineStr\"", "<is><t>Asked three teams</t></is>"));
    assert_eq!(
        sourced.iter().map(|one| (one.key, one.after, one.source.as_str())).collect::<Vec<_>>(),
        [(AssumptionKey::ProductiveHours, Ok(120.0), "Asked three teams")]
    );
}

#[test]
fn what_is_not_taken_is_counted_sheet_by_sheet() {
    let inputs = plan();
    let workbook = with_sheets(&inputs, make_worksheet).expect("a worksheet");
    let none = NotTaken::none;
    let cases: [(usize, &str, &str, &str, NotTaken); 8] = [
        (3, "G5", "", "<v>0.5</v>", NotTaken { changed: 1, ..none("People") }),
        (3, "A5", "t=\"inlineStr\"", "<is><t>Somebody</t></is>", NotTaken { changed: 1, ..none("People") }),
        (3, "I5", "", "<v>46000</v>", NotTaken { changed: 1, ..none("People") }),
        (3, "G5", "", "", NotTaken { changed: 1, ..none("People") }),
        (4, "H5", "", "<v>9</v>", NotTaken { changed: 1, ..none("Joining") }),
        (4, "O5", "", "<v>4</v>", NotTaken { formulas_replaced: 1, ..none("Joining") }),
        (9, "F7", "", "<v>1</v>", NotTaken { formulas_replaced: 1, ..none("Gap") }),
        (9, "F7", "t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>", NotTaken { errors: 1, ..none("Gap") }),
    ];
    for (sheet, cell, attributes, inside, expected) in cases {
        let copy = edited(&workbook, sheet, |text| put(&text, cell, attributes, inside));
        let read = with_sheets(&inputs, |sheets| read_worksheet(&copy, sheets)).expect("ours");
        assert_eq!((read.not_taken, read.assumptions), (vec![expected], vec![]), "{cell} {inside}");
    }
    // A row below the table.
    let copy = edited(&workbook, 5, |text| {
        text.replace("</sheetData>", "<row r=\"30\"><c r=\"A30\"><v>1</v></c></row></sheetData>")
    });
    let read = with_sheets(&inputs, |sheets| read_worksheet(&copy, sheets)).expect("ours");
    assert_eq!(read.not_taken, [NotTaken { added: 1, ..none("Reductions") }]);
}

#[test]
fn a_plan_that_moved_on_is_told_from_a_copy_that_was_changed() {
    let inputs = plan();
    let workbook = with_sheets(&inputs, make_worksheet).expect("a worksheet");
    let copy = edited(&workbook, 2, |sheet| put(&sheet, "C11", "", "<v>9</v>"));
    let with = |key, value| Assumptions::default().with(key, value).expect("in range");
    let read = |inputs: &Inputs| with_sheets(inputs, |sheets| read_worksheet(&copy, sheets)).expect("ours");
    // The plan assumes something else by now: what the copy left alone is no change.
    let moved = Inputs { assumptions: with(AssumptionKey::Attrition, 0.3), ..inputs.clone() };
    let found = read(&moved);
    assert_eq!(
        found.usable().iter().map(|one| (one.key, one.value)).collect::<Vec<_>>(),
        [(AssumptionKey::RampMonths, 9.0)]
    );
    assert!(!found.is_of_other_inputs);
    // The plan says by now what the copy says.
    let agreed = Inputs { assumptions: with(AssumptionKey::RampMonths, 9.0), ..inputs.clone() };
    assert_eq!(read(&agreed).assumptions, []);
    // Other people: the assumptions are taken, the rest cannot be told.
    let mut others = inputs.clone();
    others.staff[0].fte = 0.5;
    let found = read(&others);
    assert_eq!((found.usable().len(), found.is_of_other_inputs, found.not_taken), (1, true, vec![]));
}

#[test]
fn what_is_too_large_or_foreign_is_refused_before_it_is_held() {
    let inputs = plan();
    let workbook = with_sheets(&inputs, make_worksheet).expect("a worksheet");
    let add = |text: String, cells: &str| text.replace("</sheetData>", &format!("{cells}</sheetData>"));
    let far = |sheet| {
        edited(&workbook, sheet, |text| {
            add(text, "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
        })
    };
    let declared = edited(&workbook, 3, |text| {
        let from = text.find("<dimension ref=\"").expect("dimensions");
        let to = from + text[from..].find("/>").expect("an end");
        format!("{}<dimension ref=\"A1:XFD1048576\"{}", &text[..from], &text[to..])
    });
    let mut foreign = rust_xlsxwriter::Workbook::new();
    foreign
        .add_worksheet()
        .set_name("Assumptions")
        .expect("a name")
        .write_string(0, 0, "Key")
        .expect("a cell");
    let namesake = {
        foreign.add_worksheet().set_name("Summary").expect("a name");
        foreign.save_to_buffer().expect("a workbook")
    };
    let small = Limits { bytes: 1000, ..LIMITS };
    let narrow = Limits { expanded: 50_000, ..LIMITS };
    let few = Limits { cells: 200, ..LIMITS };
    let lying = lying_about_sizes(&workbook);
    let mut wrong = Vec::new();
    for (bytes, limits, says) in [
        (far(2), LIMITS, "far outside the table, in Assumptions!XFD1048576."),
        (far(3), LIMITS, "far outside the table, in People!XFD1048576."),
        (far(9), LIMITS, "far outside the table, in Gap!XFD1048576."),
        (declared, LIMITS, "far outside the table, in People!XFD1048576."),
        (workbook.clone(), small, "larger than"),
        (workbook.clone(), narrow, "unpacks to more than"),
        (lying, LIMITS, "not a worksheet that Inglenook made"),
        (workbook.clone(), few, "more than 200 cells"),
        (namesake, LIMITS, "not a worksheet that Inglenook made"),
        (b"PK\x03\x04 and nothing".to_vec(), LIMITS, "not a worksheet that Inglenook made"),
        (b"name,role\r\nAna,Lead\r\n".to_vec(), LIMITS, "not a worksheet that Inglenook made"),
        (Vec::new(), LIMITS, "not a worksheet that Inglenook made"),
        (workbook[..workbook.len() / 2].to_vec(), LIMITS, "not a worksheet that Inglenook made"),
        (
            edited(&workbook, 3, |text| text.replace("<sheetData>", "<sheetData><row><c>")),
            LIMITS,
            "cannot be read",
        ),
    ] {
        let (sentence, has_next) = fault(&bytes, limits);
        if !sentence.contains(says) || !has_next {
            wrong.push(format!("{says}: {sentence}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The same archive, in which every part declares that it unpacks to one byte.
fn lying_about_sizes(archive: &[u8]) -> Vec<u8> {
    let mut bytes = archive.to_vec();
    for (signature, size) in [(b"PK\x01\x02", 24), (b"PK\x03\x04", 22)] {
        let mut at = 0;
        while let Some(found) = bytes[at..].windows(4).position(|four| four == signature) {
            at += found;
            bytes[at + size..at + size + 4].copy_from_slice(&1_u32.to_le_bytes());
            at += 4;
        }
    }
    bytes
}
