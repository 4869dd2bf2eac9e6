#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use printpdf::{Op, PdfDocument, PdfParseOptions};

use super::*;
use crate::leaving::{LONGEST_URL, Print, make_mail, make_markdown, make_pdf};

fn notes() -> Notes {
    let on = "2026-11-20".parse().expect("a day");
    let remark = |kind, text: &str| NotesRemark { kind, text: text.into(), on };
    Notes {
        owner: "Dana Castellan".into(),
        person: "Maya Okafor".into(),
        starts: "2026-11-19T15:00:00".parse().expect("a time"),
        zone: "Europe/Lisbon".into(),
        minutes: 30,
        sections: vec![
            NotesSection {
                title: "Progress on goals".into(),
                text: "Failover takes **104** seconds.\n\n- [ ] measure again\n- ask Sam".into(),
                remarks: vec![remark(RemarkKind::Shared, "Ninety is the goal.")],
            },
            NotesSection { title: "Opportunities".into(), text: " ".into(), remarks: vec![] },
        ],
        agenda: vec![
            NotesPoint { topic: Some(Topic::Cadence), text: String::new(), done: true },
            NotesPoint { topic: None, text: "The band review".into(), done: false },
        ],
        remarks: vec![remark(RemarkKind::Correction, "It was 61 pages.")],
        understanding: Some(Understanding::Differs("Dana says Friday.\nMaya says Monday.".into())),
        promises: vec![
            NotesPromise {
                owner: "Maya Okafor".into(),
                text: "Write up the drill".into(),
                due: "2026-12-04".parse().ok(),
                state: ActionState::Open,
            },
            NotesPromise {
                owner: "Dana Castellan".into(),
                text: "Ask *Sam*".into(),
                due: None,
                state: ActionState::Done,
            },
        ],
    }
}

/// What stands on each page, piece by piece.
fn pages_of(pdf: &[u8]) -> Vec<Vec<String>> {
    let document = PdfDocument::parse(pdf, &PdfParseOptions::default(), &mut Vec::new()).expect("a document");
    document.extract_text()
}

#[test]
fn markdown_holds_everything_in_reading_order() {
    assert_eq!(
        make_markdown(&[notes()]),
        "# 1:1 of Dana Castellan and Maya Okafor\n\n\
         Thursday 19 November 2026, 15:00 (Europe/Lisbon), 30 minutes\n\n\
         ## Progress on goals\n\nFailover takes **104** seconds.\n\n- [ ] measure again\n- ask Sam\n\n\
         Added on 20 November 2026:\n\nNinety is the goal.\n\n\
         ## Added to the document\n\nCorrected on 20 November 2026:\n\nIt was 61 pages.\n\n\
         ## Agenda\n\n- How often we meet, talked about\n- The band review, left open\n\n\
         ## Where we differ\n\nDana says Friday.\nMaya says Monday.\n\n\
         ## What was promised\n\n- Maya Okafor: Write up the drill, by 4 December 2026\n\
         - Dana Castellan: Ask \\*Sam\\* (done)\n"
    );
    let bare = Notes {
        sections: vec![],
        agenda: vec![],
        remarks: vec![],
        understanding: None,
        promises: vec![],
        ..notes()
    };
    assert!(make_markdown(&[bare]).ends_with("Nothing is written yet.\n"));
}

#[test]
fn a_message_fits_its_link_whatever_is_in_it() {
    let whole = make_mail(&notes(), "maya@example.org");
    assert!(!whole.is_cut && whole.body.ends_with("- Dana Castellan: Ask *Sam* (done)"), "{whole:?}");
    assert_eq!(whole.subject, "Notes of our 1:1 on 19 November 2026");
    assert!(whole.body.lines().count() > 20 && !whole.body.replace("\r\n", "").contains('\n'));
    for text in
        ["short words every day ".repeat(200), "line\n".repeat(600), "漢".repeat(3000), "é ü ".repeat(900)]
    {
        let mut long = notes();
        long.sections[0].text = text;
        let mail = make_mail(&long, "maya@example.org");
        let length = mail.link().len();
        assert!(mail.is_cut && length <= LONGEST_URL, "{length}");
        assert!(mail.body.ends_with("\r\n\r\nThe whole is in the file of these notes."), "{}", mail.body);
        assert!(mail.body.contains("PROGRESS ON GOALS"));
    }
}

#[test]
fn pages_hold_every_word_within_their_margins() {
    let mut long = notes();
    let unbroken = "x".repeat(400);
    long.sections[0].text = format!("{unbroken}\n\n{}", "Every word of this stands on a page. ".repeat(400));
    let pdf = make_pdf(&[long, notes()], &Print::default()).expect("pages");
    let pages = pages_of(&pdf);
    assert!(pages.len() >= 5, "{} pages", pages.len());
    let all: String = pages.iter().flatten().map(|piece| format!("{piece} ")).collect();
    let words = |needle: &str| all.split_whitespace().filter(|word| *word == needle).count();
    assert_eq!((words("Every"), words("104")), (400, 1), "nothing is lost, and stress is its own piece");
    assert_eq!(
        all.matches('x').count() - all.matches("next").count(),
        400,
        "a word wider than the line is cut, not lost"
    );
    assert!(
        pages.iter().zip(1..).all(|(page, n)| page.contains(&format!("Page {n} of {}", pages.len()))),
        "{pages:?}"
    );

    let document =
        PdfDocument::parse(&pdf, &PdfParseOptions::default(), &mut Vec::new()).expect("a document");
    for op in document.pages.iter().flat_map(|page| &page.ops) {
        if let Op::SetTextCursor { pos } = op {
            let (x, y) = (printpdf::Mm::from(pos.x).0, printpdf::Mm::from(pos.y).0);
            assert!((29.9..=180.1).contains(&x) && (13.0..=281.0).contains(&y), "{x} {y}");
        }
    }
}

#[test]
fn letters_a_pdf_has_are_shown_and_others_are_refused() {
    let with = |text: &str| {
        let mut notes = notes();
        notes.sections[0].text = text.into();
        make_pdf(&[notes], &Print::default())
    };
    let shown = with("Änderung – “zu spät” … 5 €, Göğüş, Łódź, Маша, 🎉, a → b on 9 July AVATAR TOYOTA To.")
        .expect("pages");
    let all: String = pages_of(&shown).concat().join(" ");
    for word in ["Änderung", "“zu", "€,", "Göğüş,", "Łódź,", "Маша,", "🎉", "→", "on 9 July"]
    {
        assert!(all.contains(word), "{word} in {all}");
    }
    for (foreign, script) in
        [("李小龙", "Chinese characters"), ("שלום", "Hebrew letters"), ("مها", "Arabic letters")]
    {
        let fault = with(foreign).expect_err(foreign);
        assert!(matches!(fault, crate::PaperFault::Letters { .. }), "{fault:?}");
        assert!(fault.next().is_some_and(|next| next.contains("Markdown") && next.contains("font")));
        assert!(fault.sentence().contains(script) && !fault.sentence().contains(foreign));
    }
    let steered = pages_of(&with("a\u{7}b \u{202e}c\u{200b}d\u{2066}e\u{feff}").expect("pages"));
    assert!(steered.concat().join(" ").contains("ab cde"), "{steered:?}");
    let person = Notes { person: "李小龙".into(), ..notes() };
    assert!(make_pdf(std::slice::from_ref(&person), &Print::default()).is_err());
    assert!(make_markdown(&[person]).contains("李小龙"));
}
