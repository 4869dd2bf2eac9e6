#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::*;

/// A workbook of one sheet with three headings and what else is written.
fn workbook(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0..).zip(["Month", "Kind", "Hours"]) {
        sheet.write(0, column, head).expect("a head");
    }
    write(sheet);
    workbook.save_to_buffer().expect("a workbook")
}

fn fault(bytes: &[u8]) -> PaperFault {
    let fault = preview(bytes, "work.xlsx", &WorkMapping::default(), &[]).expect_err("a fault");
    assert!(fault.next().is_some_and(|next| next.ends_with('.')), "{fault:?}");
    fault
}

/// The bytes of a workbook, its files as they are.
fn stored(files: &[(&str, &str)]) -> Vec<u8> {
    fn sum(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0, |sum, byte| {
            (0..8)
                .fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
        })
    }
    let (mut packed, mut list) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let mut entry = vec![10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        entry.extend(sum(text.as_bytes()).to_le_bytes());
        entry.extend([(text.len() as u32).to_le_bytes(); 2].concat());
        entry.extend((name.len() as u32).to_le_bytes());
        list.extend(b"PK\x01\x02\x0a\x00");
        list.extend(&entry);
        list.extend([0; 10]);
        list.extend((packed.len() as u32).to_le_bytes());
        list.extend(name.bytes());
        packed.extend(b"PK\x03\x04");
        packed.extend(entry);
        packed.extend(name.bytes());
        packed.extend(text.bytes());
    }
    let (at, size, count) = (packed.len() as u32, list.len() as u32, files.len() as u16);
    packed.extend(list);
    packed.extend(b"PK\x05\x06\x00\x00\x00\x00");
    packed.extend([count.to_le_bytes(); 2].concat());
    packed.extend(size.to_le_bytes());
    packed.extend(at.to_le_bytes());
    packed.extend([0, 0]);
    packed
}

/// A workbook whose only sheet holds these rows.
fn written(rows: &str) -> Vec<u8> {
    sharing(rows, "")
}

/// The same with one text that its cells share.
fn sharing(rows: &str, shared: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let head = r#"<row r="1"><c r="A1" t="str"><v>Month</v></c><c r="B1" t="str"><v>Kind</v></c><c r="C1" t="str"><v>Hours</v></c></row>"#;
    stored(&[
        (
            "_rels/.rels",
            &format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        ("xl/sharedStrings.xml", &format!(r#"<sst xmlns="{main}"><si><t>{shared}</t></si></sst>"#)),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook xmlns="{main}" xmlns:r="{links}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(r#"<worksheet xmlns="{main}"><sheetData>{head}{rows}</sheetData></worksheet>"#),
        ),
    ])
}

/// The same bytes with this size for one file in the list.
fn claiming(mut bytes: Vec<u8>, file: &str, size: u32) -> Vec<u8> {
    let name = bytes.windows(file.len()).rposition(|window| window == file.as_bytes()).expect("the file");
    bytes[name - 46 + 24..name - 46 + 28].copy_from_slice(&size.to_le_bytes());
    bytes
}

#[test]
fn f5_dates_numbers_and_times_of_a_workbook_are_read_as_such() {
    let bytes = workbook(|sheet| {
        let day = Format::new().set_num_format("dd.mm.yy");
        let clock = Format::new().set_num_format("[h]:mm");
        let date = ExcelDateTime::from_ymd(2026, 10, 3).expect("a day");
        sheet.write_with_format(1, 0, &date, &day).expect("a cell");
        sheet.write(1, 1, "toil").expect("a cell");
        sheet.write(1, 2, 1.234).expect("a cell");
        sheet.write(2, 0, "Oct 2026").expect("a cell");
        sheet.write(2, 1, "toil").expect("a cell");
        sheet.write_with_format(2, 2, 1.25, &clock).expect("a cell");
        sheet.write(4, 0, "2026-11").expect("a cell");
        sheet.write(4, 1, "toil").expect("a cell");
        sheet.write(4, 2, "1,5").expect("a cell");
    });
    let draft = draft_as(&bytes, &WorkMapping::default(), &[]);
    assert_eq!(lines(&draft, &[]), [" 0 2026-10 Toil  31.234", " 0 2026-11 Toil  1.5"]);
    assert_eq!(troubles(&draft), [(4, "", "This row is empty")]);
    assert_eq!((draft.rows, draft.sheet.as_deref(), draft.sheets.len()), (3, Some("Sheet1"), 1));
}

#[test]
fn f5_a_cell_at_the_last_column_and_row_is_refused_where_it_stands() {
    for (row, column, sentence) in [
        (1_048_575, 16_383, "The sheet has cells beyond column 200. Look at row 1048576, column 16384."),
        (1, 200, "The sheet has cells beyond column 200. Look at row 2, column 201."),
        (1_048_575, 0, "The table has more than 1000000 rows. Look at row 1048576."),
        (1_000_001, 0, "The table has more than 1000000 rows. Look at row 1000002."),
    ] {
        let bytes = workbook(|sheet| {
            sheet.write(row, column, "x").expect("a cell");
        });
        assert_eq!(fault(&bytes).sentence(), sentence);
    }
    // The last that can be read, and a sheet that is formatted down to its last corner.
    let bytes = workbook(|sheet| {
        sheet.write(1_000_000, 199, "x").expect("a cell");
        sheet.write_blank(1_048_575, 16_383, &Format::new().set_bold()).expect("a cell");
    });
    let draft = draft_as(&bytes, &WorkMapping::default(), &[]);
    assert_eq!((draft.rows, draft.empty), (1, 999_999));
}

#[test]
fn f5_merged_cells_are_meant_for_all_their_rows_and_numbers_count_once() {
    let plain = Format::new();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 0, 3, "Work of the quarter", &plain).expect("a title");
    for (column, head) in (0..).zip(["Team", "Month", "Kind", "Hours"]) {
        sheet.write(1, column, head).expect("a head");
    }
    sheet.merge_range(2, 0, 4, 0, "North", &plain).expect("a team");
    sheet.merge_range(2, 1, 3, 1, "2026-10", &plain).expect("a month");
    sheet.merge_range(3, 3, 4, 3, "", &plain).expect("hours");
    sheet.write(3, 3, 8).expect("hours");
    sheet.write(2, 3, 4).expect("hours");
    sheet.write(4, 1, "2026-11").expect("a month");
    for row in 2..6 {
        sheet.write(row, 2, "toil").expect("a kind");
    }
    sheet.write(5, 1, "2026-11").expect("a month");
    sheet.write(5, 3, 1).expect("hours");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let draft = draft_as(&bytes, &WorkMapping::default(), &[]);
    assert_eq!(draft.heads, ["Team", "Month", "Kind", "Hours"]);
    // The last row is below the merged team, and has none.
    assert_eq!(lines(&draft, &[]), [" 0 2026-11 Toil  1", "North 0 2026-10 Toil  12"]);
    assert_eq!(troubles(&draft), [(5, "Hours", "This row has no hours")]);
}

#[test]
fn the_first_sheet_is_read_unless_another_is_named() {
    let mut workbook = Workbook::new();
    for (name, hours) in [("One", 1), ("Two", 2)] {
        let sheet = workbook.add_worksheet().set_name(name).expect("a name");
        for (column, head) in (0..).zip(["Month", "Kind", "Hours"]) {
            sheet.write(0, column, head).expect("a head");
        }
        sheet.write(1, 0, "2026-10").expect("a cell");
        sheet.write(1, 1, "toil").expect("a cell");
        sheet.write(1, 2, hours).expect("a cell");
    }
    let bytes = workbook.save_to_buffer().expect("a workbook");
    for (sheet, hours) in [(None, 1.0), (Some("One"), 1.0), (Some("Two"), 2.0)] {
        let mapping = WorkMapping { sheet: sheet.map(str::to_owned), ..WorkMapping::default() };
        let draft = draft_as(&bytes, &mapping, &[]);
        assert_eq!((draft.slices[0].hours, draft.sheets.len()), (hours, 2), "{sheet:?}");
    }
    let mapping = WorkMapping { sheet: Some("Three".into()), ..WorkMapping::default() };
    preview(&bytes, "work", &mapping, &[]).expect_err("no such sheet");
}

#[test]
fn r24_a_size_that_is_too_large_or_a_lie_is_refused() {
    let honest = written("");
    draft_as(&honest, &WorkMapping::default(), &[]);
    let file = "xl/worksheets/sheet1.xml";
    // A second end of the archive within the comment of the first.
    let (before, end) = honest.split_at(honest.len() - 22);
    let two = [before, &end[..20], &[22, 0], end].concat();
    for (bytes, sentence) in [
        (claiming(honest.clone(), file, 256 * 1024 * 1024), "The file is larger than 256 MB."),
        (claiming(honest.clone(), file, u32::MAX), "The file is larger than 256 MB."),
        (claiming(honest.clone(), file, 40), "This is not a workbook that can be read."),
        (two, "This is not a workbook that can be read."),
        (honest[..honest.len() - 1].to_vec(), "This is not a workbook that can be read."),
        (b"PK\x03\x04".to_vec(), "This is not a workbook that can be read."),
    ] {
        assert_eq!(fault(&bytes).sentence(), sentence);
    }
}

#[test]
fn r24_cells_that_no_spreadsheet_writes_are_refused() {
    for (rows, sentence) in [
        (
            r#"<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>"#,
            "The cells of this sheet are not in order. Look at row 2.",
        ),
        (
            r#"<row r="2"><c r="B2"><v>1</v></c><c r="B2"><v>1</v></c></row>"#,
            "The cells of this sheet are not in order. Look at row 2.",
        ),
        (r#"<row r="2"><c r="?2"><v>1</v></c></row>"#, "This is not a workbook that can be read."),
    ] {
        assert_eq!(fault(&written(rows)).sentence(), sentence);
    }
    // Where overflows are looked for, this would end what reads workbooks; elsewhere it is some cell far away.
    fault(&written(r#"<row r="2"><c r="ZZZZZZZZZZZ2"><v>1</v></c></row>"#));
}

#[test]
fn r24_cells_are_counted_and_what_they_hold_together_is_too() {
    // A cell at the far right of each row asks for all to its left.
    let mut wide = String::new();
    for row in 2..25_100 {
        wide += &format!(r#"<row r="{row}"><c r="GR{row}"><v>1</v></c></row>"#);
    }
    assert_eq!(
        fault(&written(&wide)).sentence(),
        "The table has more than 5000000 cells. Look at row 25001."
    );
    let mut heavy = String::new();
    for row in 2..260 {
        heavy += &format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#);
    }
    let long = "x".repeat(1024 * 1024);
    assert_eq!(fault(&sharing(&heavy, &long)).sentence(), "The file is larger than 256 MB.");
}

#[test]
fn r24_merged_cells_are_counted() {
    let mut ranges = String::new();
    for row in 2..100_003 {
        ranges += &format!(r#"<mergeCell ref="A{row}:B{row}"/>"#);
    }
    let bytes = written(&format!("</sheetData><mergeCells>{ranges}</mergeCells><sheetData>"));
    assert_eq!(fault(&bytes).sentence(), "The sheet has more than 100000 merged cells.");
}

proptest! {
    #[test]
    fn any_sheet_is_a_draft_or_a_fault(text in "[A-Za-z0-9 <>/=\"&;]{0,80}", place in 0_usize..4_000, byte in any::<u8>()) {
        // What a sheet holds, and any one byte of a workbook.
        let _ = preview(&written(&text), "work", &WorkMapping::default(), &[]);
        let mut bytes = written(r#"<row r="2"><c r="A2" t="str"><v>2026-10</v></c><c r="C2"><v>1</v></c></row>"#);
        let place = place % bytes.len();
        bytes[place] = byte;
        let _ = preview(&bytes, "work", &WorkMapping::default(), &[]);
    }
}
