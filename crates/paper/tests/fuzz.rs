//! Every reader of files from elsewhere is given files that are almost right: seeds of `tests/data`, changed by chance.
//!
//! None may panic, and none may answer with more than its limits. The seed is fixed and printed, so that a failure is seen
//! again; `INGLENOOK_FUZZ=100000` runs longer, and `INGLENOOK_FUZZ_SEED` tries other chances.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::fs;
use std::path::{Path, PathBuf};

use domain::PersonId;
use domain::headcount::{Figure, stale};
use domain::person::{Person, Relation};
use domain::review::ReviewSection;
use domain::text::TEXT_BYTES;
use domain::workday::Zone;
use paper::argument::{figures_in, refresh_figures, without_figures};
use paper::leaving::{Print, make_markdown, make_pdf};
use paper::mail::limits::{FILES, FILES_BYTES, MESSAGE_BYTES};
use paper::mail::{Mbox, Piece, read_answer, read_message, read_pasted, reduce_html, write_answer};
use paper::notes::{Notes, NotesSection};
use paper::review::{PaperPoint, PaperSection, ReviewPaper, ReviewStatus, SignerPart, clean};
use paper::signed::{KeySignature, Seal, canonical, make_signed_pdf, place_seal, read_signed, seal_over};
use paper::{calendar, roster};

/// Numbers that can be repeated (SplitMix64).
struct Chance(u64);

impl Chance {
    fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.number() % end.max(1) as u64).unwrap()
    }

    /// A seed with a few changes: bytes, pieces that are gone, doubled or from another seed, and words that matter.
    fn changed(&mut self, seeds: &[Vec<u8>], words: &[&[u8]]) -> Vec<u8> {
        let mut bytes = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len() + 1);
            let end = (at + self.below(40)).min(bytes.len());
            match self.below(7) {
                0 if at < bytes.len() => bytes[at] = self.number().to_le_bytes()[0],
                1 => drop(bytes.drain(at..end)),
                2 => {
                    let piece = bytes[at..end].repeat(1 + self.below(4));
                    bytes.splice(at..at, piece);
                }
                3 => {
                    let other = &seeds[self.below(seeds.len())];
                    let from = self.below(other.len() + 1);
                    let to = (from + self.below(200)).min(other.len());
                    bytes.splice(at..end, other[from..to].iter().copied());
                }
                4 => drop(bytes.splice(at..at, words[self.below(words.len())].iter().copied())),
                5 => bytes.truncate(at),
                _ => {
                    let word = words[self.below(words.len())].repeat(1 + self.below(60));
                    bytes.splice(at..end, word);
                }
            }
        }
        bytes
    }
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data")
}

/// The files of a folder of seeds with one of these endings.
fn seeds(folder: &str, endings: &[&str]) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(data().join(folder)).expect("seeds").map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| endings.iter().any(|one| ending == *one)));
    paths.sort();
    let seeds: Vec<_> = paths.iter().map(|path| fs::read(path).expect("a seed")).collect();
    assert!(!seeds.is_empty(), "{folder} has no seeds");
    seeds
}

/// Gives a reader so many changed seeds.
fn fuzz(name: &str, usual: u64, seeds: &[Vec<u8>], words: &[&[u8]], read: impl Fn(&[u8])) {
    let number = |variable: &str, otherwise: u64| match std::env::var(variable) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{variable} is a whole number")),
        Err(_) => otherwise,
    };
    let (seed, times) = (number("INGLENOOK_FUZZ_SEED", 0x1f2e), number("INGLENOOK_FUZZ", usual));
    println!("{name}: INGLENOOK_FUZZ_SEED={seed}, {times} times");
    let mut chance = Chance(seed);
    seeds.iter().for_each(|seed| read(seed));
    for round in 0..times {
        let bytes = chance.changed(seeds, words);
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(&bytes)));
        assert!(outcome.is_ok(), "{name}, round {round}, {} bytes: {}", bytes.len(), bytes.escape_ascii());
    }
}

const MAIL: &[&[u8]] = &[
    b"Content-Type: multipart/mixed; boundary=cut\r\n\r\n",
    b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Type: text/html; charset=",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Transfer-Encoding: quoted-printable\r\n",
    b"--cut\r\n",
    b"--cut--\r\n",
    b"\r\n\r\n",
    b"=?utf-8?B?4pyT?=",
    b"=?iso-2022-jp?Q?",
    b"utf-7",
    b"+AMQ-",
    b"<table><td>",
    b"<blockquote>",
    b"<p hidden>",
    b"\0\xff\xfe",
    b"> ",
    b"-- \n",
];

fn check(message: &paper::mail::Message) {
    assert!(message.text.len() <= TEXT_BYTES && !message.text.contains('\0'));
    assert!(message.attachments.len() <= FILES);
    assert!(message.attachments.iter().map(|file| file.bytes.len()).sum::<usize>() <= FILES_BYTES);
    for line in [&message.subject, &message.from.name, &message.from.address, &message.message_id] {
        domain::text::check_line("line", line).expect("a line");
    }
    assert_eq!(read_answer(&write_answer(&Ok(message.clone()))).as_ref(), Ok(message));
}

#[test]
fn messages() {
    fuzz("messages", 1_500, &seeds("mail", &["eml"]), MAIL, |bytes| {
        if let Ok(message) = read_message(bytes) {
            check(&message);
        }
        let text = String::from_utf8_lossy(bytes);
        let reduced = reduce_html(&text);
        assert!(reduced.text.len() <= 40 * bytes.len() + 100, "{} of {}", reduced.text.len(), bytes.len());
        assert!(read_pasted(&text).text.len() <= TEXT_BYTES);
    });
}

#[test]
fn answers() {
    let answers: Vec<Vec<u8>> =
        seeds("mail", &["eml"]).iter().map(|seed| write_answer(&read_message(seed))).collect();
    fuzz(
        "answers",
        1_500,
        &answers,
        &[b"\0\0\0\0", b"\xff\xff\xff\xff", b"\"size\":9", b"null", b"[[[["],
        |bytes| {
            if let Ok(message) = read_answer(bytes) {
                check(&message);
            }
        },
    );
}

#[test]
fn mailboxes() {
    let words: Vec<&[u8]> = [
        MAIL,
        &[b"From a@example.org Mon Nov 23 09:15:00 2026\n", b"\nFrom ", b">From ", b"Content-Length: 9\n"],
    ]
    .concat();
    fuzz("mailboxes", 1_500, &seeds("mail", &["mbox"]), &words, |bytes| {
        let mut total = 0;
        for piece in Mbox::new(bytes) {
            if let Piece::Message(message) = piece.expect("memory is always read") {
                assert!(message.len() <= MESSAGE_BYTES);
                total += message.len();
                let _ = read_message(&message);
            }
        }
        assert!(total <= bytes.len());
    });
}

#[test]
fn rosters() {
    let owner = Person::named(PersonId::make(), "Rosa Lindqvist", Relation::Me);
    let words: &[&[u8]] = &[
        b"\"",
        b"\"\"",
        b",",
        b";",
        b"\t",
        b"\r\n",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"Manager",
        b"=1+1",
        b"\0",
    ];
    fuzz("rosters", 600, &seeds("", &["csv"]), words, |bytes| {
        let Ok(table) = roster::read_table(bytes) else { return };
        assert!(table.rows.len() <= bytes.len() + 1);
        let mapping = roster::guess_mapping(&table.columns);
        if let Ok(plan) = roster::plan_import(&table, &mapping, &[], &owner, Relation::Other, PersonId::make)
        {
            assert!(plan.added.len() + plan.changed.len() <= table.rows.len());
        }
    });
}

#[test]
fn calendars() {
    let words: &[&[u8]] = &[
        b"BEGIN:VEVENT\r\n",
        b"END:VEVENT\r\n",
        b"BEGIN:VTIMEZONE\r\n",
        b"RRULE:FREQ=WEEKLY;INTERVAL=",
        b"99999999999999",
        b";UNTIL=20261231",
        b"\r\n ",
        b":",
        b"EXDATE:",
        b"RECURRENCE-ID:",
        b"DURATION:PT",
        b"\"",
        b"\\n",
        b"\0",
    ];
    let today = "2026-11-23".parse().expect("a day");
    fuzz("calendars", 1_500, &seeds("calendar", &["ics"]), words, |bytes| {
        if let Ok(found) = calendar::read_calendar(bytes, &Zone::ahead_by(3_600), today) {
            assert!(found.events.len() + found.unused.len() <= bytes.len());
        }
    });
}

#[test]
fn signed_reviews() {
    let day = |text: &str| text.parse().expect("a day");
    let section = PaperSection {
        section: ReviewSection::WentWell,
        points: vec![PaperPoint {
            message: "Calm".into(),
            text: "On the *bridge*.".into(),
            ..PaperPoint::default()
        }],
    };
    let review = ReviewPaper {
        person: "Maya Okafor".into(),
        person_role: String::new(),
        reviewer: "Rosa Lindqvist".into(),
        cycle: "2026".into(),
        from: day("2026-01-01"),
        until: day("2026-12-31"),
        language: "en".into(),
        status: ReviewStatus::Final { on: day("2026-12-18") },
        dates: Vec::new(),
        sections: vec![section],
        goals: Vec::new(),
        signatures: Vec::new(),
    };
    let signature = KeySignature {
        name: "Rosa Lindqvist".into(),
        part: SignerPart::Manager,
        signed_at: "2026-12-18T10:41:07Z".parse().expect("a time"),
        key: [1; 32],
        signature: [2; 64],
    };
    let unsealed = make_signed_pdf(&review, &[signature], &Print::default()).expect("a file");
    let mut sealed = unsealed.clone();
    place_seal(&mut sealed, &Seal { key: [3; 32], signature: [4; 64] }).expect("a place");
    let words: &[&[u8]] = &[
        b"/Type/INGL_Seal/ByteRange[0 ",
        b"/Contents<",
        b"%%EOF",
        b"%PDF-1.7",
        b"stream\n{\"review\":\n",
        b"{\"format\":\"inglenook/review/1\",",
        b"\n,\"signatures\":\n",
        b"\n}\n\nendstream",
        b"[[[[",
        b"{\"a\":",
        b"9999999999",
        b"\0",
    ];
    fuzz("signed reviews", 1_500, &[unsealed, sealed], words, |bytes| {
        if let Ok(read) = read_signed(bytes) {
            assert_eq!(canonical(&read.review), read.canonical);
            assert_eq!(seal_over(bytes).expect("sealed").len() + 192, bytes.len());
            assert!(!read.signatures.is_empty() && read.sealed_bytes.len() < bytes.len());
        }
    });
}

#[test]
fn what_is_signed_has_one_form() {
    let words: &[&[u8]] = &[
        b"[2 Oct](inglenook:note/0197a3c0-0000-7000-8000-000000000001)",
        b"inglenook:",
        b"](inglenook:new)",
        b"[new](inglenook:new)",
        b"[",
        b")",
        b"\r\n",
        b"\r",
        "e\u{301}\u{212a}\u{37e}".as_bytes(),
    ];
    fuzz("texts of reviews", 3_000, &seeds("markdown", &["md"]), words, |bytes| {
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(4_000)]);
        let once = clean(&text);
        assert!(!once.contains("inglenook:"));
        assert_eq!(clean(&once), once);
    });
}

#[test]
fn f15_numbers_of_an_argument() {
    let words: &[&[u8]] = &[
        b"[12.5](figure:gap/24/all)",
        b"[\xe2\x88\x921,200](<figure:heads/0/all>)",
        b"[23 %](figure:chance/24)",
        b"[**0,7**](figure:pace/24)",
        b"](figure:",
        b"figure:gap/24",
        b"figure:",
        b"[",
        b")",
        b"%28%ff",
    ];
    let now = |key: &str, value| Figure { key: key.into(), value, decimals: 1 };
    let now =
        [now("gap/24/all", -3.25), now("heads/0/all", 17.0), now("chance/24", 0.415), now("pace/24", 0.5)];
    fuzz("numbers of arguments", 3_000, &seeds("markdown", &["md"]), words, |bytes| {
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(4_000)]);
        let fresh = refresh_figures(&text, &now);
        assert_eq!(refresh_figures(&fresh, &now), fresh);
        assert!(stale(&figures_in(&fresh), &now).iter().all(|stale| stale.is.is_none()));
        assert_eq!(figures_in(&fresh).len(), figures_in(&text).len());
        let left = without_figures(&text);
        assert_eq!(figures_in(&left), []);
        for key in ["figure:gap/", "figure:heads/", "figure:chance/", "figure:pace/"] {
            assert!(!left.contains(key), "{left}");
        }
    });
}

#[test]
fn markdown() {
    let words: &[&[u8]] = &[
        b"**",
        b"*",
        b"_",
        b"`",
        b"```\n",
        b"# ",
        b"> ",
        b"- [ ] ",
        b"1. ",
        b"\n\n",
        b"    ",
        b"|",
        b"\\",
        "\u{202e}é😀".as_bytes(),
    ];
    fuzz("markdown", 60, &seeds("markdown", &["md"]), words, |bytes| {
        let text = String::from_utf8_lossy(bytes).replace('\0', "");
        let notes = Notes {
            owner: "Rosa Lindqvist".into(),
            person: "Deniz".into(),
            starts: "2026-11-19T15:00:00".parse().expect("a time"),
            zone: String::new(),
            minutes: 30,
            sections: vec![NotesSection { title: "Goals".into(), text: text.clone(), remarks: Vec::new() }],
            agenda: Vec::new(),
            remarks: Vec::new(),
            understanding: None,
            promises: Vec::new(),
        };
        let page = make_markdown(std::slice::from_ref(&notes));
        assert!(page.len() <= 2 * text.len() + 1_000);
        // Letters that the typefaces do not have are a fault of their own.
        if let Ok(pdf) = make_pdf(&[notes], &Print::default()) {
            assert!(pdf.starts_with(b"%PDF"));
        }
    });
}
