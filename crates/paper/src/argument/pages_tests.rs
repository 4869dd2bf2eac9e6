//! An argument on its pages: what is drawn, what is said of it, and what does not leave.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::tests::{SECRET, argument};
use crate::chart::tests::{inputs, month};
use crate::leaving::{Print, make_mail, make_markdown, make_pdf, make_text, said};

#[test]
fn f15_f_r2_nothing_that_is_private_or_an_address_leaves() {
    let mut inputs = inputs();
    inputs.staff[1].skills = vec![domain::person::Skill { name: "Replication".into(), level: 5 }];
    inputs.staff[2].skills = vec![domain::person::Skill { name: "Capacity".into(), level: 5 }];
    (inputs.staff[2].name, inputs.staff[2].may_be_named) = ("Tomás Lindqvist".into(), true);
    let argument = argument(&inputs);
    let pdf = make_pdf(std::slice::from_ref(&argument), &Print::default()).expect("pages");
    let file = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let mut bytes: Vec<u8> = pdf.clone();
    for object in file.objects.values() {
        bytes.extend(format!("{object:?}").into_bytes());
        if let lopdf::Object::Stream(stream) = object {
            bytes.extend(stream.decompressed_content().unwrap_or_default());
        }
    }
    let bytes = String::from_utf8_lossy(&bytes).into_owned();
    let mail = make_mail(&argument, "ruth@example.org");
    let forms = [
        bytes,
        said(&pdf).concat(),
        make_markdown(std::slice::from_ref(&argument)),
        make_text(&argument),
        format!("{} {}", mail.subject, mail.body),
    ];
    for form in &forms {
        for secret in [
            "figure:",
            "inglenook:",
            SECRET,
            "Maya Okafor",
            "Ada Frisk",
            "Rosa Lindqvist",
            "Jun Ramesh",
            "Nobody knows",
        ] {
            assert!(!form.contains(secret), "{secret}");
        }
    }
    for form in &forms[1..4] {
        assert!(
            form.contains("Two specialists carry storage")
                && form.contains("3 November 2026 and 12 November 2026")
        );
    }
    // On a page a name is in the drawing; in Markdown in its table.
    for form in &forms[1..3] {
        assert!(
            form.contains("Tomás Lindqvist") && form.contains("Person 2"),
            "who agreed is named, nobody else is"
        );
    }
}

#[test]
fn f19_charts_are_pictures_with_words_and_the_same_plan_gives_the_same_bytes() {
    let inputs = inputs();
    let argument = argument(&inputs);
    let pdf = make_pdf(std::slice::from_ref(&argument), &Print::default()).expect("pages");
    assert_eq!(pdf, make_pdf(std::slice::from_ref(&argument), &Print::default()).expect("pages"));
    let file = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let mut said = Vec::new();
    for object in file.objects.values() {
        let Ok(element) = object.as_dict() else { continue };
        if element.get(b"S").and_then(lopdf::Object::as_name).is_ok_and(|role| role == b"Figure") {
            let alt = element.get(b"Alt").and_then(lopdf::Object::as_str).expect("words");
            said.push(alt.len());
            assert!(!element.get(b"K").and_then(lopdf::Object::as_array).expect("what it shows").is_empty());
        }
    }
    assert_eq!(said.len(), 6);
    assert!(said.iter().all(|length| *length > 30), "{said:?}");
    // Nothing is drawn that is neither read nor said to be an ornament.
    for page in file.get_pages().into_values() {
        let content = lopdf::content::Content::decode(&file.get_page_content(page)).expect("operations");
        let mut depth = 0;
        for op in content.operations {
            match op.operator.as_str() {
                "BDC" | "BMC" => depth += 1,
                "EMC" => depth -= 1,
                "S" | "f" | "Tj" | "TJ" => assert_eq!(depth, 1, "{}", op.operator),
                _ => {}
            }
        }
    }
    // To look at the pages.
    if let Ok(path) = std::env::var("INGLENOOK_ARGUMENT") {
        std::fs::write(path, &pdf).expect("written");
    }
}

#[test]
fn numbers_of_a_table_end_together_at_the_right() {
    let argument = argument(&inputs());
    let case = crate::typeface::Typecase::default();
    let document =
        crate::leaving::compose(std::slice::from_ref(&argument), &Print::default(), &case).expect("pages");
    let ends: Vec<f32> = document
        .pages
        .iter()
        .flat_map(|page| page.right_ends())
        .filter(|(_, text)| {
            ["57\u{a0}%", "5\u{a0}%", "\u{2248}\u{a0}1\u{a0}%", "Gap at 24 months", "2.2", "covered"]
                .contains(&text.trim())
        })
        .map(|(end, _)| end)
        .filter(|end| *end > 170.0)
        .collect();
    assert_eq!(ends.len(), 6, "{ends:?}");
    assert!(ends.iter().all(|end| (end - 180.0).abs() < 0.1), "{ends:?}");
}

#[test]
fn letters_that_no_font_has_are_told_and_not_dropped_from_a_chart() {
    let mut inputs = inputs();
    for row in &mut inputs.staff {
        row.site = "\u{5317}\u{4eac}".into();
    }
    let argument = argument(&inputs);
    assert!(matches!(make_pdf(&[argument], &Print::default()), Err(crate::PaperFault::Letters { .. })));
}

#[test]
fn a_small_table_and_a_chart_with_its_title_stay_on_one_page() {
    let mut argument = argument(&inputs());
    let case = crate::typeface::Typecase::default();
    for sentences in 0..40 {
        argument.parts.ask = "We ask for what the numbers below carry. ".repeat(sentences * 3);
        let all = std::slice::from_ref(&argument);
        let document = crate::leaving::compose(all, &Print::default(), &case).expect("pages");
        let page_of = |words: &str| {
            let has = |page: &crate::canvas::Canvas| {
                page.right_ends().iter().any(|(_, text)| text.starts_with(words))
            };
            document.pages.iter().position(has).unwrap_or_else(|| panic!("{words}"))
        };
        for (first, last) in [
            ("All roles, in", "36 months: December 2029,"),
            ("Work against people", "extrapolated after"),
            ("Single points of failure", "Skill 6"),
        ] {
            assert_eq!(page_of(first), page_of(last), "{first}, after {sentences}");
        }
    }
}

#[test]
fn f9_f_r3_a_page_dashes_the_lines_of_months_that_facts_do_not_reach() {
    for (known, lines) in [(None, 0), (Some("2028-12"), 2), (Some("2026-11"), 2)] {
        let inputs = domain::headcount::Inputs { known_until: known.map(month), ..inputs() };
        let pdf = make_pdf(&[argument(&inputs)], &Print::default()).expect("pages");
        let file = lopdf::Document::load_mem(&pdf).expect("a PDF");
        let mut dashed = 0;
        let mut is_dashed = false;
        for page in file.get_pages().into_values() {
            let content = lopdf::content::Content::decode(&file.get_page_content(page)).expect("operations");
            for op in content.operations {
                match op.operator.as_str() {
                    "d" => {
                        let pattern = op.operands[0].as_array().expect("a pattern");
                        let first = pattern.first().and_then(|length| length.as_float().ok());
                        // Rules have shorter dashes, whatever the plan.
                        is_dashed = first.is_some_and(|length| length > 3.0);
                    }
                    "S" => dashed += usize::from(is_dashed),
                    _ => {}
                }
            }
        }
        assert_eq!(dashed, lines, "{known:?}");
    }
}
