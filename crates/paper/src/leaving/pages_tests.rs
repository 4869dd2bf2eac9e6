//! What holds on every page, whatever stands on it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use lopdf::Object;
use lopdf::content::Content;

use super::flow::{Flow, MEASURE, Mark, Row, page_room};
use super::print::{compose, flow_of};
use super::{Leaving, PaperSize, Print, make_pdf, said, style};
use crate::canvas::{Canvas, Node, Role, Tags};
use crate::review::tests::{point, review};
use crate::review::{PaperGoal, PaperPoint, ReviewPaper, ReviewStatus};
use crate::typeface::{Font, Typecase};

const PROSE: &str = "She measured the failover first, published the measurements where everybody could see them, and \
    only then proposed the change; three other teams have copied the approach without being asked. ";

/// A review with points of so many sentences.
fn of(sentences: &[usize]) -> ReviewPaper {
    let mut review = review();
    let points = sentences.iter().map(|many| PaperPoint {
        disagreement: if many % 3 == 0 { PROSE.repeat(2) } else { String::new() },
        ..point("A message that stands above what is said of it", &PROSE.repeat(*many))
    });
    review.sections[2].points = points.collect();
    review.sections[1].points = vec![point("Another", &format!("{PROSE}\n\n- one\n- {PROSE}\n\n> {PROSE}"))];
    review
}

/// Reviews whose pages end in many places.
fn reviews() -> Vec<ReviewPaper> {
    (0..14).map(|more| of(&[1 + more % 7, 2, 1 + more, 4, 3, 1, 2 + more % 5, 6, 1])).collect()
}

fn canvases(review: &ReviewPaper, print: &Print<'_>) -> Vec<Canvas> {
    let case = Typecase::default();
    compose(std::slice::from_ref(review), print, &case).expect("pages").pages
}

fn flow(review: &ReviewPaper, print: &Print<'_>) -> (Flow, Tags) {
    let (case, mut tags) = (Typecase::default(), Tags::default());
    let flow = flow_of(review, print, &case, &mut tags, Tags::ROOT).expect("rows");
    (flow, tags)
}

fn sizes() -> [Print<'static>; 2] {
    [PaperSize::A4, PaperSize::Letter].map(|size| Print { size, ..Print::default() })
}

/// The pieces that stand on a row.
fn nodes(row: &Row) -> Vec<Node> {
    let node = |mark: &Mark| match mark {
        Mark::Text(_, node) | Mark::Figure(_, node) => Some(*node),
        Mark::Fill { .. } => None,
    };
    row.marks.iter().filter_map(node).collect()
}

#[test]
fn no_page_ends_with_a_heading_or_leaves_one_line_alone() {
    let mut breaks = 0;
    for print in sizes() {
        for review in reviews() {
            let (flow, tags) = flow(&review, &print);
            let spans = flow.spans(page_room(print.size));
            assert_eq!((spans[0].from, spans.last().expect("pages").to), (0, flow.rows.len()));
            for pair in spans.windows(2) {
                assert_eq!(pair[0].to, pair[1].from, "no row is lost");
                let (last, next) = (&flow.rows[pair[0].to - 1], &flow.rows[pair[1].from]);
                let ends_with = nodes(last).into_iter().map(|node| tags.role(node));
                for role in ends_with {
                    assert!(!matches!(role, Role::Title | Role::Heading | Role::SubHeading), "{role:?}");
                }
                let Some(node) = nodes(last).into_iter().find(|node| nodes(next).contains(node)) else {
                    continue;
                };
                let has = |rows: &[Row]| rows.iter().filter(|row| nodes(row).contains(&node)).count();
                let (before, after) = (has(&flow.rows[..pair[0].to]), has(&flow.rows[pair[1].from..]));
                assert!(before >= 2 && after >= 2, "{before} and {after} lines");
                breaks += 1;
            }
        }
    }
    assert!(breaks > 25, "{breaks} breaks within a paragraph");
}

#[test]
fn nobody_signs_a_page_with_nothing_on_it() {
    let mut turned = 0;
    for print in sizes() {
        for review in reviews() {
            let (flow, _) = flow(&review, &print);
            let is_signature = |row: &Row| {
                let is_signer =
                    |mark: &Mark| matches!(mark, Mark::Text(text, _) if text.size == style::SIGNER.size);
                row.marks.iter().any(is_signer)
            };
            let signed = flow.rows.iter().position(is_signature).expect("signatures");
            let spans = flow.spans(page_room(print.size));
            let last = spans.last().expect("pages");
            assert!(last.from + 1 < signed && signed < last.to, "only its heading stands above it");
            turned += usize::from(last.from + 6 > signed);
        }
    }
    assert!(turned > 0, "signatures came onto a page of their own");
}

#[test]
fn no_page_is_fuller_than_it_can_be_and_none_is_left_empty() {
    for print in sizes() {
        for review in reviews() {
            let (flow, _) = flow(&review, &print);
            let room = page_room(print.size);
            let spans = flow.spans(room);
            for (span, place) in spans.iter().zip(1..) {
                let rows = &flow.rows[span.from..span.to];
                let gaps: f32 = rows.iter().skip(1).map(|row| row.gap).sum();
                let height = gaps + rows.iter().map(|row| row.height).sum::<f32>();
                assert!(height <= room, "{height} of {room}");
                assert!(place == spans.len() || height > room * 0.7, "{height} of {room}");
            }
        }
    }
}

#[test]
fn every_line_ends_within_the_margin() {
    let long = "x".repeat(700);
    let name = format!("Maximiliane {} {}", "Featherstonehaugh-".repeat(8), "W".repeat(120));
    let mut wide = of(&[1, 2, 3]);
    wide.person = name.clone();
    wide.person_role = name.clone();
    wide.reviewer = name.clone();
    wide.signatures[0].name = name.clone();
    wide.signatures[0].fingerprint = long.clone();
    wide.goals[0].title = format!("{long} {PROSE}");
    wide.goals[0].outcome = name;
    wide.sections[2].points.push(PaperPoint {
        disagreement: long.clone(),
        ..point(
            &long,
            &format!("`{long}`\n\n- {long}\n  - {long}\n\n> {long}\n\n```\n{long}\n```\n\n1. **{long}**"),
        )
    });
    for print in sizes() {
        let left = (print.size.width() - MEASURE) / 2.0;
        for (page, number) in canvases(&wide, &print).iter().zip(1..) {
            for (end, text) in page.right_ends() {
                assert!(end <= left + MEASURE + 0.05, "page {number}: {text} ends at {end} mm");
            }
            for (text, ..) in page.texts() {
                assert!(text.x >= left - 0.05 && (12.0..print.size.height() - 12.0).contains(&text.y));
            }
            for [x, y, width, height] in page.boxes() {
                assert!(x >= left - 0.05 && x + width <= left + MEASURE + 0.05 && height > 0.0 && y > 20.0);
            }
        }
        let all = said(&make_pdf(&[wide.clone()], &print).expect("pages")).concat();
        assert!(all.matches('x').count() >= 9 * 700, "{}", all.matches('x').count());
    }
}

#[test]
fn justified_lines_end_at_the_margin() {
    let print = Print::default();
    let right = (print.size.width() + MEASURE) / 2.0;
    let (mut at, mut all) = (0, 0);
    for page in canvases(&of(&[12, 11, 12]), &print) {
        let mut ends: BTreeMap<i64, f32> = BTreeMap::new();
        for (text, end, _) in page.texts().into_iter().filter(|(text, ..)| text.size == style::BODY.size) {
            let line = ends.entry((text.y * 100.0) as i64).or_default();
            *line = line.max(end);
        }
        all += ends.len();
        at += ends.values().filter(|end| (*end - right).abs() < 0.1).count();
    }
    assert!(all > 60 && at * 10 > all * 8, "{at} of {all} lines");
}

#[test]
fn words_are_divided_only_where_that_is_allowed_and_names_never() {
    const TEXT: &str = "Featherstonehaugh understands performance management responsibilities considerably. ";
    let mut review = review();
    review.sections[2].points = vec![point("Featherstonehaugh and responsibilities", &TEXT.repeat(80))];
    let mut divided = 0;
    for page in canvases(&review, &Print::default()) {
        for pair in page.texts().windows(2) {
            let [(.., before), (hyphen, _, sign)] = pair else { continue };
            if sign != "-" || hyphen.is_read {
                continue;
            }
            let part = before.rsplit(' ').next().unwrap_or_default();
            let mut words = TEXT.split([' ', '.']);
            let word = words.find(|word| word.starts_with(part) && *word != part);
            let word = word.unwrap_or_else(|| panic!("{part} begins no word"));
            assert!(word.starts_with(char::is_lowercase), "{word} is a name");
            let lengths = hypher::hyphenate(word, hypher::Lang::English).scan(0, |length, part| {
                *length += part.len();
                Some(*length)
            });
            assert!(lengths.into_iter().any(|length| length == part.len()), "{part} of {word}");
            divided += 1;
        }
    }
    assert!(divided > 3, "{divided} words are divided");
    let german = canvases(&ReviewPaper { language: "de".into(), ..review }, &Print::default());
    let hyphens =
        german.iter().flat_map(Canvas::texts).filter(|(text, _, said)| said == "-" && !text.is_read);
    assert_eq!(hyphens.count(), 0, "the rules are those of English");
}

#[test]
fn a_table_names_its_columns_on_each_page_and_keeps_its_rows_whole() {
    let mut review = review();
    let goal = |place: usize| PaperGoal {
        title: format!("begin{place} and end{place}"),
        state: "Reached".into(),
        outcome: "published ".repeat(place * 13 % 60),
        ..PaperGoal::default()
    };
    review.goals = (0..100).map(goal).collect();
    for print in sizes() {
        let mut seen = 0;
        for canvas in canvases(&review, &print) {
            let texts = canvas.texts();
            let has = |word: &str| texts.iter().any(|(.., text)| text.split(' ').any(|one| one == word));
            let rows: Vec<usize> = (0..100).filter(|row| has(&format!("begin{row}"))).collect();
            for row in &rows {
                assert!(has(&format!("end{row}")), "row {row} comes apart");
            }
            seen += rows.len();
            if rows.is_empty() {
                continue;
            }
            let head = texts.iter().find(|(.., text)| text == "Outcome").expect("the columns are named").0.y;
            let (size, font) = (style::TABLE_CELL.size, Font::Own(style::TABLE_CELL.face));
            let cells = texts.iter().filter(|(text, ..)| text.size == size && text.font == font);
            let foot = print.size.height() - 27.0;
            for (text, ..) in cells {
                assert!((head..foot).contains(&text.y), "between the head and the foot: {}", text.y);
            }
        }
        assert_eq!(seen, 100);
    }
    // One row that is higher than a page comes apart, and no word of it is lost.
    review.goals = vec![PaperGoal { outcome: PROSE.repeat(60), ..goal(1) }, goal(2)];
    let all = said(&make_pdf(&[review], &Print::default()).expect("pages")).concat().replace('-', "");
    assert!(all.matches("published").count() >= 86, "{}", all.matches("published").count());
}

#[test]
fn heads_feet_and_the_word_draft_stand_on_their_pages() {
    for (status, is_draft, drafts) in [
        (ReviewStatus::Draft, false, true),
        (ReviewStatus::Final { on: "2026-12-18".parse().unwrap() }, false, false),
        (ReviewStatus::Final { on: "2026-12-18".parse().unwrap() }, true, true),
    ] {
        let review = ReviewPaper { status, ..of(&[9, 9, 9]) };
        let pages = canvases(&review, &Print { is_draft, ..Print::default() });
        let many = pages.len();
        assert!(many > 1);
        for (page, number) in pages.iter().zip(1..) {
            let texts = page.texts();
            let has = |text: &str| texts.iter().filter(|(.., said)| said.trim() == text).count();
            assert_eq!(has("DRAFT"), usize::from(drafts), "page {number}");
            assert_eq!(has(&review.subject()), usize::from(number > 1), "page {number}");
            assert_eq!(has(&format!("Page {number} of {many}")), 1);
        }
    }
}

#[test]
fn everything_shown_is_tagged_or_an_artifact_and_is_read_in_order() {
    let review = ReviewPaper { language: "en-GB".into(), ..of(&[9, 2, 9]) };
    let pdf = make_pdf(&[review], &Print { is_draft: true, ..Print::default() }).expect("pages");
    let file = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let catalog = file.catalog().expect("a catalog");
    let is_set = |key: &[u8], what: &[u8]| {
        let dictionary = catalog.get(key).and_then(Object::as_dict).expect("a dictionary");
        dictionary.get(what).and_then(Object::as_bool).expect("said")
    };
    assert!(is_set(b"MarkInfo", b"Marked") && is_set(b"ViewerPreferences", b"DisplayDocTitle"));
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).expect("a language"), b"en-GB");

    // Which stretches there are on each page, and that nothing is shown outside of one.
    let mut stretches = 0;
    for page in file.get_pages().into_values() {
        let content = Content::decode(&file.get_page_content(page)).expect("operations");
        let mut depth = 0;
        for op in content.operations {
            match op.operator.as_str() {
                "BDC" | "BMC" => {
                    assert_eq!(depth, 0, "no stretch is within another");
                    depth += 1;
                    stretches += usize::from(op.operator == "BDC");
                }
                "EMC" => depth -= 1,
                "Tj" | "TJ" | "f" => assert_eq!(depth, 1, "{} outside of a stretch", op.operator),
                _ => {}
            }
        }
        assert_eq!(depth, 0);
    }

    let root = catalog.get(b"StructTreeRoot").and_then(Object::as_reference).expect("a tree");
    let root = file.get_dictionary(root).expect("a tree");
    let (mut roles, mut shown) = (Vec::new(), 0);
    let mut open = vec![root.get(b"K").expect("the document").clone()];
    while let Some(kid) = open.pop() {
        match &kid {
            Object::Reference(id) => {
                let element = file.get_dictionary(*id).expect("an element");
                let role = element.get(b"S").and_then(Object::as_name).expect("a role");
                roles.push(String::from_utf8_lossy(role).into_owned());
                let kids = element.get(b"K").and_then(Object::as_array).expect("kids");
                open.extend(kids.iter().rev().cloned());
            }
            Object::Integer(_) | Object::Dictionary(_) => shown += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(shown, stretches, "every stretch is read once");
    assert_eq!(roles[..4], ["Document", "P", "H1", "P"]);
    for (role, least) in [
        ("H2", 4),
        ("H3", 5),
        ("L", 2),
        ("LI", 6),
        ("Lbl", 6),
        ("LBody", 6),
        ("BlockQuote", 1),
        ("Table", 1),
        ("TR", 3),
        ("TH", 4),
        ("TD", 8),
    ] {
        let many = roles.iter().filter(|one| *one == role).count();
        assert!(many >= least, "{many} of {role}");
    }
}

#[test]
fn much_text_is_no_trouble() {
    let mut long = review();
    let points =
        [(String::new(), format!("{PROSE}\n\n").repeat(3_300)), ("w".to_owned(), "w".repeat(50_000))];
    long.sections[2].points = points.iter().map(|(message, text)| point(message, text)).collect();
    let pages = canvases(&long, &Print::default());
    assert!(pages.len() > 200, "{} pages", pages.len());
    let texts = pages.iter().flat_map(Canvas::texts);
    let all: String = texts.map(|(.., said)| said).collect();
    assert_eq!(all.matches("proposed").count(), 3_300);
    assert!(all.matches('w').count() >= 50_000);
}

#[test]
fn texts_that_are_no_good_harm_nothing() {
    for text in [
        "",
        " ",
        "\u{0}\u{1}\u{b}\u{7f}",
        "\u{202e}\u{200b}\u{feff}\u{2066}",
        "a\u{202e}b\u{2069}c\u{200d}\u{200c}",
        "\u{301}\u{301}\u{301}",
        "👩🏽\u{200d}💻 🎉\u{fe0f}",
        "“quotes” and/or \\slashes\\ (brackets) <<>> %PDF endstream endobj",
        "**\n__\n```\n> \n- \n1. \n#\n# \n| a | b |",
        "-\u{2013}\u{2014}/ - / \u{2013}",
        "\u{a0}\u{a0}\u{a0}",
        "a\r\nb\rc\u{2028}d\u{85}e",
    ] {
        let mut review = review();
        review.sections[2].points = vec![point(text, text), point(&text.repeat(50), &text.repeat(200))];
        (review.person, review.cycle, review.goals[0].title) = (text.into(), text.into(), text.into());
        review.signatures[0].name = text.into();
        for print in sizes() {
            let pdf = make_pdf(&[review.clone()], &print).expect(text);
            assert!(lopdf::Document::load_mem(&pdf).is_ok(), "{text:?}");
        }
    }
}
