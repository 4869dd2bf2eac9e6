#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::leaving::{Leaving, PaperSize, Print, make_mail, make_markdown, make_pdf, make_text};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub(crate) fn point(message: &str, text: &str) -> PaperPoint {
    PaperPoint { message: message.into(), text: text.into(), ..PaperPoint::default() }
}

/// A review with one of everything.
pub(crate) fn review() -> ReviewPaper {
    let signature = |name: &str, part, at: &str| PaperSignature {
        name: name.into(),
        part,
        signed_at: at.parse().expect("a time"),
        fingerprint: "4f2a 91c0 7be3 58d6".into(),
    };
    let rollback = PaperPoint {
        disagreement: "Maya: the template had no field for it.".into(),
        ..point("Rollback plans come before review", "On 13 November one was missing.")
    };
    let own = PaperPoint { by_employee: true, ..point("Mentoring was real work", "Four hours a week.") };
    let reached = PaperPoint {
        polarity: Some(Polarity::Praise),
        ..point("A third faster", "Nobody had come as far since 2021.")
    };
    ReviewPaper {
        person: "Maya Okafor".into(),
        person_role: "Staff engineer".into(),
        reviewer: "Rosa Lindqvist".into(),
        cycle: "2026".into(),
        from: day("2026-01-01"),
        until: day("2026-12-31"),
        language: "en".into(),
        status: ReviewStatus::Final { on: day("2026-12-18") },
        dates: vec![ReviewDate { what: "Discussed".into(), on: day("2026-12-08") }],
        // Not in the order that they are read in.
        sections: vec![
            PaperSection { section: ReviewSection::Goals, points: vec![reached] },
            PaperSection { section: ReviewSection::ToImprove, points: vec![rollback] },
            PaperSection {
                section: ReviewSection::WentWell,
                points: vec![point("Others can run it", "She had *two* juniors present it."), own],
            },
        ],
        goals: vec![
            PaperGoal {
                title: "Failover under 90 s".into(),
                state: "Partly reached".into(),
                due: Some(day("2026-11-30")),
                from: "140 s".into(),
                target: "90 s".into(),
                now: "104 s".into(),
                outcome: String::new(),
            },
            PaperGoal { title: "Drills | alone".into(), state: "Reached".into(), ..PaperGoal::default() },
        ],
        signatures: vec![
            signature("Rosa Lindqvist", SignerPart::Manager, "2026-12-18T10:41:00Z"),
            signature("Maya Okafor", SignerPart::Employee, "2026-12-18T15:02:09Z"),
        ],
    }
}

#[test]
fn e25_a_review_reads_in_order_whatever_it_leaves_as() {
    let markdown = "# Review of 2026: Maya Okafor\n\nStaff engineer\n\n\
        - Written by: Rosa Lindqvist\n- Period: 1 January to 31 December 2026\n\
        - Status: Final, 18 December 2026\n- Discussed: 8 December 2026\n\n\
        ## What went well\n\n### Others can run it\n\nShe had *two* juniors present it.\n\n\
        ### Mentoring was real work\n\nAdded by Maya Okafor\n\nFour hours a week.\n\n\
        ## Areas to improve\n\n### Rollback plans come before review\n\nOn 13 November one was missing.\n\n\
        > **Seen differently**\n>\n> Maya: the template had no field for it.\n\n\
        ## Goals\n\n| Goal | State | Due | Measured |\n| --- | --- | --- | --- |\n\
        | Failover under 90 s | Partly reached | 30 Nov 2026 | 140 s → 90 s now 104 s |\n\
        | Drills \\| alone | Reached |  |  |\n\n\
        ### A third faster\n\nWent well\n\nNobody had come as far since 2021.\n\n\
        ## Signatures\n\n\
        - Rosa Lindqvist, Manager, 18 December 2026, 10:41 UTC, Key 4f2a 91c0 7be3 58d6\n\
        - Maya Okafor, Employee, 18 December 2026, 15:02 UTC, Key 4f2a 91c0 7be3 58d6\n";
    assert_eq!(make_markdown(&[review()]), markdown);
    let text = make_text(&review());
    assert_eq!(make_mail(&review(), "").body.replace("\r\n", "\n"), text);
    let letters = |text: &str| {
        let plain = text.replace("| --- | --- | --- | --- |", "").to_lowercase();
        plain.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>()
    };
    // A message has no columns: what each is called stands at every goal.
    let (before, _) = text.split_once("GOALS").expect("goals");
    let (same, _) = markdown.split_once("## Goals").expect("goals");
    assert_eq!(letters(before), letters(same), "no word more, and none less");
    assert!(text.contains(
        "GOALS\n\n- Failover under 90 s\n  State: Partly reached\n  Due: 30 Nov 2026\n  Measured: 140 s → 90 s"
    ));
}

#[test]
fn what_went_well_and_what_could_be_better_always_stand() {
    let bare = ReviewPaper { sections: vec![], goals: vec![], signatures: vec![], ..review() };
    let text = make_markdown(std::slice::from_ref(&bare));
    assert!(text.ends_with(
        "## What went well\n\nNothing is written here.\n\n## Areas to improve\n\nNothing is written here.\n"
    ));
    for section in ReviewSection::ALL {
        let points = vec![point(" ", "\n"), point("", "Said.")];
        let one = ReviewPaper { sections: vec![PaperSection { section, points }], ..bare.clone() };
        let text = make_markdown(&[one]);
        let headings = text.lines().filter(|line| line.starts_with('#')).count();
        assert_eq!(headings, if section.polarity().is_some() { 3 } else { 4 }, "{text}");
        assert!(text.contains("\n\nSaid.\n"), "{text}");
    }
}

#[test]
fn a_draft_says_so_in_every_form_and_a_shared_version_says_which_it_is() {
    let draft = ReviewPaper { status: ReviewStatus::Draft, ..review() };
    let shared =
        ReviewPaper { status: ReviewStatus::Shared { version: 2, on: day("2026-12-04") }, ..review() };
    assert!(make_text(&draft).contains("Status: Draft\n") && make_text(&draft).contains("This is a draft."));
    assert!(make_text(&shared).contains("Status: Version 2, shared on 4 December 2026\n"));
    assert!(!make_text(&shared).contains("draft"));
    assert_eq!((draft.dated(), shared.dated()), (None, Some(day("2026-12-04"))));
}

#[test]
fn e25_no_address_of_the_vault_leaves_by_any_field() {
    let chip = "x [2 Oct](inglenook:note/0197a3c0-0000-7000-8000-000000000001) inglenook:goal/nothing y";
    let text = || chip.to_owned();
    let spoilt =
        PaperPoint { message: text(), text: text(), polarity: None, by_employee: true, disagreement: text() };
    let all = ReviewPaper {
        person: text(),
        person_role: text(),
        reviewer: text(),
        cycle: text(),
        dates: vec![ReviewDate { what: text(), on: day("2026-12-08") }],
        sections: vec![PaperSection { section: ReviewSection::Summary, points: vec![spoilt] }],
        goals: vec![PaperGoal {
            title: text(),
            state: text(),
            due: None,
            from: text(),
            target: text(),
            now: text(),
            outcome: text(),
        }],
        signatures: vec![PaperSignature { name: text(), ..review().signatures.remove(0) }],
        ..review()
    };
    let mail = make_mail(&all, "");
    for left in [make_markdown(std::slice::from_ref(&all)), make_text(&all), mail.subject, mail.body] {
        assert!(!left.contains("inglenook:") && !left.contains("2 Oct") && left.contains("x"), "{left}");
    }
    let pdf = make_pdf(&[all], &Print::default()).expect("pages");
    assert!(!crate::leaving::said(&pdf).concat().contains("inglenook:"));
}

#[test]
fn the_same_review_gives_the_same_bytes() {
    for print in [Print::default(), Print { size: PaperSize::Letter, is_draft: true, ..Print::default() }] {
        let pdf = || make_pdf(&[review()], &print).expect("pages");
        assert!(pdf() == pdf());
    }
}
