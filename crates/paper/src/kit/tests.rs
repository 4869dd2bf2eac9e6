#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use printpdf::{PdfDocument, PdfParseOptions};

use super::*;

fn sheet() -> KitSheet {
    let groups = "7KQM-2WXA-90BD-HJ4T-PZ3C-M8VE-1FNR-5Y6G-QS0K";
    KitSheet {
        vault_label: "Marta's vault".into(),
        owner: "Marta Oyelaran-Göğüş".into(),
        groups: groups.split('-').map(str::to_owned).collect(),
        made_on: "2026-11-22".parse().expect("a day"),
    }
}

/// Every line of the page, in the order it is drawn.
fn lines_of(pdf: &[u8]) -> Vec<String> {
    let document = PdfDocument::parse(pdf, &PdfParseOptions::default(), &mut Vec::new()).expect("a document");
    assert_eq!(document.pages.len(), 1, "one page");
    document.extract_text().into_iter().flatten().collect()
}

#[test]
fn the_page_holds_the_code_and_says_whose_it_is() {
    let sheet = sheet();
    let pdf = make_kit_pdf(&sheet).expect("a page");
    let lines = lines_of(&pdf);
    let groups: Vec<_> = lines.iter().filter(|line| sheet.groups.contains(line)).cloned().collect();
    assert_eq!(groups, sheet.groups, "each group once, in order");
    for said in ["Recovery kit", "Marta's vault", "Marta Oyelaran-Göğüş", "22 November 2026"] {
        assert!(lines.iter().any(|line| line == said), "{said} in {lines:?}");
    }
    assert!(pdf.len() < 40_000, "{} bytes", pdf.len());
}

#[test]
fn every_line_ends_within_the_margin() {
    let long = KitSheet { vault_label: "W".repeat(60), ..sheet() };
    let ends = page::draw(&long).expect("a page").right_ends();
    assert!(ends.len() > 30, "{} texts", ends.len());
    for (end, text) in ends {
        assert!(end <= page::RIGHT, "{text} ends at {end} mm");
    }
}

#[test]
fn the_file_around_the_page_says_nothing_of_the_code() {
    let pdf = make_kit_pdf(&sheet()).expect("a page");
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let has = |needle: &[u8]| pdf.windows(needle.len()).any(|window| window == needle);
    assert!(has(b"/Title") && !has(b"GTS_PDFX") && !has(b"1970"));
    assert!(!format!("{:?}", sheet()).contains("7KQM"));
}

#[test]
fn a_name_without_letters_on_the_page_is_left_to_the_pen() {
    let foreign = KitSheet { owner: "李小龙".into(), vault_label: "x".repeat(80), ..sheet() };
    let lines = lines_of(&make_kit_pdf(&foreign).expect("a page"));
    let after_label = lines.iter().position(|line| line == "Belongs to").expect("the label") + 1;
    assert_eq!(lines[after_label], "Made on");
    let cut = lines.iter().find(|line| line.ends_with('…')).expect("a long name is cut");
    assert!(cut.starts_with(&"x".repeat(40)), "{cut}");
    assert!(make_kit_text(&foreign).contains("李小龙"));
}

#[test]
fn a_code_that_does_not_fit_is_refused() {
    for groups in [
        vec![],
        vec!["ABCD".to_owned(); 11],
        vec!["AB CD".to_owned()],
        vec!["ÄBCD".to_owned()],
        vec![String::new()],
    ] {
        let fault = make_kit_pdf(&KitSheet { groups, ..sheet() }).expect_err("does not fit");
        assert_eq!(fault.to_string(), "The recovery code does not fit its page.");
    }
}

#[test]
fn the_text_holds_the_same() {
    let sheet = sheet();
    let text = make_kit_text(&sheet);
    let words: Vec<_> = text.split_whitespace().collect();
    let groups: Vec<_> =
        words.into_iter().filter(|word| sheet.groups.iter().any(|group| group == word)).collect();
    assert_eq!(groups, sheet.groups);
    assert!(text.contains("Marta Oyelaran-Göğüş") && text.ends_with("Inglenook.\n"));
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}
