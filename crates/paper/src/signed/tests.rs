#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::PaperFault;
use crate::leaving::{PaperSize, Print};
use crate::review::{ReviewStatus, tests::point, tests::review};

/// A signature of the right length; this crate never looks into one.
fn signed(name: &str, part: SignerPart, byte: u8) -> KeySignature {
    let signed_at = "2026-12-18T10:41:07Z".parse().expect("a time");
    KeySignature { name: name.into(), part, signed_at, key: [byte; 32], signature: [byte ^ 0xff; 64] }
}

fn both() -> Vec<KeySignature> {
    vec![
        signed("Rosa Lindqvist", SignerPart::Manager, 1),
        signed("Maya “M” O/kafor\\", SignerPart::Employee, 2),
    ]
}

const SEAL: Seal = Seal { key: [0xa5; 32], signature: [0x5a; 64] };

fn unsealed() -> Vec<u8> {
    make_signed_pdf(&review(), &both(), &Print::default()).expect("a signed file")
}

fn sealed() -> Vec<u8> {
    let mut pdf = unsealed();
    place_seal(&mut pdf, &SEAL).expect("a place");
    pdf
}

#[test]
fn the_canonical_form_is_these_bytes() {
    let expected = concat!(
        r#"{"format":"inglenook/review/1","person":"Maya Okafor","person_role":"Staff engineer","#,
        r#""reviewer":"Rosa Lindqvist","cycle":"2026","from":"2026-01-01","until":"2026-12-31","#,
        r#""language":"en","status":{"state":"final","on":"2026-12-18"},"#,
        r#""dates":[{"what":"Discussed","on":"2026-12-08"}],"sections":["#,
        r#"{"section":"summary","points":[]},"#,
        r#"{"section":"went_well","points":[{"message":"Others can run it","#,
        r#""text":"She had *two* juniors present it.","polarity":null,"by_employee":false,"disagreement":""},"#,
        r#"{"message":"Mentoring was real work","text":"Four hours a week.","polarity":null,"#,
        r#""by_employee":true,"disagreement":""}]},"#,
        r#"{"section":"to_improve","points":[{"message":"Rollback plans come before review","#,
        r#""text":"On 13 November one was missing.","polarity":null,"by_employee":false,"#,
        r#""disagreement":"Maya: the template had no field for it."}]},"#,
        r#"{"section":"goals","points":[{"message":"A third faster","#,
        r#""text":"Nobody had come as far since 2021.","polarity":"praise","by_employee":false,"#,
        r#""disagreement":""}]},{"section":"next_year","points":[]}],"#,
        r#""goals":[{"title":"Failover under 90 s","state":"Partly reached","due":"2026-11-30","#,
        r#""from":"140 s","target":"90 s","now":"104 s","outcome":""},"#,
        r#"{"title":"Drills | alone","state":"Reached","due":null,"#,
        r#""from":"","target":"","now":"","outcome":""}]}"#,
    );
    assert_eq!(String::from_utf8(canonical(&review())).expect("UTF-8"), expected);
    let digest = hex::write(&Sha256::digest(canonical(&review())));
    assert_eq!(digest, "ea3898fff433b7e524afc22398d93cde5e11b25183ea8c779c0acfb9b8f7062d");
}

#[test]
fn what_says_the_same_has_one_form() {
    let with = |text: &str| {
        let mut review = review();
        review.sections[2].points = vec![point("", text)];
        canonical(&review)
    };
    for (one, other) in [
        ("e\u{301}te\u{301}", "été"),
        ("two\r\nlines", "two\nlines"),
        ("old\rline", "old\nline"),
        ("Led it. [2 Oct](inglenook:note/0197a3c0-0000-7000-8000-000000000001)", "Led it."),
    ] {
        assert_eq!(with(one), with(other), "{one:?}");
    }
    let mut other = review();
    (other.signatures, other.sections) = (vec![], other.sections.into_iter().rev().collect());
    assert_eq!(
        canonical(&other),
        canonical(&review()),
        "signatures and the order of sections are no part of it"
    );
    assert_ne!(with("a"), with("b"));
}

#[test]
fn a_signed_file_says_what_was_signed_and_by_whom() {
    for (review, print) in [
        (review(), Print::default()),
        (review(), Print { size: PaperSize::Letter, ..Print::default() }),
        (
            ReviewPaper {
                person: "“Maya” O/kafor\\ \u{202e}é\u{200b}{\"review\":\n".into(), ..review()
            },
            Print::default(),
        ),
    ] {
        let mut pdf = make_signed_pdf(&review, &both(), &print).expect("a signed file");
        let over = seal_over(&pdf).expect("a place");
        let read = read_signed(&pdf).expect("a signed review");
        assert_eq!((read.canonical.clone(), read.seal), (canonical(&review), None));
        assert_eq!(read.signatures, both());
        assert_eq!(canonical(&read.review), read.canonical);
        assert!(read.sealed_bytes == over && over.len() + 192 == pdf.len());

        place_seal(&mut pdf, &SEAL).expect("a place");
        assert!(seal_over(&pdf).expect("a place") == over, "the seal is not over itself");
        let after = read_signed(&pdf).expect("a sealed review");
        assert_eq!(after, SignedReview { seal: Some(SEAL), ..read });
    }
}

#[test]
fn the_pages_name_who_signed() {
    let said = crate::leaving::said(&sealed()).concat();
    let at = "18 December 2026, 10:41 UTC";
    for piece in
        ["Rosa Lindqvist", &format!("Manager, {at}"), &format!("Employee, {at}"), &fingerprint(&[1; 32])]
    {
        let bare = |text: &str| text.replace([' ', '\u{a0}'], "");
        assert!(bare(&said).contains(&bare(piece)), "{piece} in {said}");
    }
    assert_eq!(fingerprint(&[1; 32]), "72cd 6e84 22c4 07fb 6d09 8690 f113 0b7d");
}

#[test]
fn e25_no_address_of_the_vault_is_anywhere_in_the_bytes() {
    let chip = "Led it. [2 Oct](inglenook:note/0197a3c0-0000-7000-8000-000000000001) SAID inglenook:goal/1";
    let mut spoilt = review();
    spoilt.sections[2].points = vec![point(chip, chip)];
    (spoilt.person, spoilt.goals[0].outcome) = (chip.into(), chip.into());
    let pdf = make_signed_pdf(&spoilt, &both(), &Print::default()).expect("a signed file");
    let mut file = lopdf::Document::load_mem(&pdf).expect("a PDF");
    file.decompress();
    let mut plain = Vec::new();
    file.save_to(&mut plain).expect("bytes");
    let has = |bytes: &[u8], needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    assert!(has(&pdf, b"SAID") && plain.len() > pdf.len());
    for bytes in [&pdf, &plain] {
        assert!(!has(bytes, b"inglenook:") && !has(bytes, b"2 Oct"));
    }
}

#[test]
fn only_a_final_review_is_signed_and_by_somebody() {
    let on = "2026-12-04".parse().expect("a day");
    let with = |status| ReviewPaper { status, ..review() };
    let many = vec![signed("Rosa", SignerPart::Manager, 1); MOST_SIGNATURES + 1];
    for (review, signatures, said) in [
        (with(ReviewStatus::Draft), both(), "Only a final review"),
        (with(ReviewStatus::Shared { version: 1, on }), both(), "Only a final review"),
        (review(), vec![], "one signature"),
        (review(), many, "one signature"),
    ] {
        let fault = make_signed_pdf(&review, &signatures, &Print::default()).expect_err(said);
        assert!(fault.sentence().contains(said), "{fault}");
    }
}

#[test]
fn no_change_of_a_sealed_file_goes_unseen() {
    let whole = sealed();
    let read = read_signed(&whole).expect("a sealed review");
    let same = |changed: &[u8]| match read_signed(changed) {
        Ok(other) => other.sealed_bytes == read.sealed_bytes && other.seal == read.seal,
        Err(PaperFault::Unreadable { .. }) => false,
        Err(other) => panic!("{other:?}"),
    };
    assert!(same(&whole));
    for (place, flip) in (0..whole.len()).step_by(97).zip([0x01, 0x20, 0xff].into_iter().cycle()) {
        let mut changed = whole.clone();
        changed[place] ^= flip;
        assert!(!same(&changed), "byte {place} ^ {flip}");
    }
    let place = make::place_of_digits(&whole).expect("a place");
    let twice = [&whole[..], &whole[place - 60..place + 200]].concat();
    for changed in [
        [&whole[..], b"\n"].concat(),
        [&whole[..], b"\n%%EOF\n"].concat(),
        [&whole[..100], &whole[101..]].concat(),
        twice,
        [&whole[..], &whole[..]].concat(),
    ] {
        assert!(!same(&changed), "{} bytes", changed.len());
    }
}

#[test]
fn each_file_that_is_none_is_told_apart() {
    let whole = sealed();
    let swap = |from: &str, to: &str| {
        let place = make::only(&whole, from.as_bytes()).expect("there once");
        [&whole[..place], to.as_bytes(), &whole[place + from.len()..]].concat()
    };
    let foreign = crate::leaving::make_pdf(&[review()], &Print::default()).expect("pages");
    let large = [&whole[..], &vec![b' '; LARGEST]].concat();
    for (file, said) in [
        (vec![], "is not a PDF"),
        (b"Dear Rosa,".to_vec(), "is not a PDF"),
        (whole[..whole.len() / 2].to_vec(), "is cut off"),
        (whole[..whole.len() - 7].to_vec(), "is cut off"),
        (foreign, "was signed with Inglenook"),
        (large, "is larger"),
        (swap("inglenook/review/1", "inglenook/review/2"), "newer version"),
        (swap("inglenook/review/1", "inglenook/review/x"), "was changed"),
        (swap("inglenook/review/1", "inglenook/review/0"), "was changed"),
        (swap("\"name\":\"Rosa", "\"nama\":\"Rosa"), "was changed"),
        (swap("\"part\":\"manager\"", "\"part\":\"Manager\""), "was changed"),
        (swap("\"cycle\":\"2026\",", "\"cycle\": \"202\","), "was changed"),
        (
            swap("{\"section\":\"summary\",\"points\":[]},", "{\"section\":\"summary\",\"points\":[]} "),
            "was changed",
        ),
    ] {
        let fault = read_signed(&file).expect_err(said);
        assert!(matches!(fault, PaperFault::Unreadable { .. }), "{fault:?}");
        assert!(fault.sentence().contains(said), "{said}: {}", fault.sentence());
        assert!(fault.next().is_some_and(|next| next.ends_with('.')));
    }
    for (file, said) in [(b"%PDF-1.7\n%%EOF".to_vec(), "Inglenook"), (b"hello".to_vec(), "not a PDF")] {
        assert!(seal_over(&file).expect_err(said).sentence().contains(said));
        assert!(place_seal(&mut file.clone(), &SEAL).is_err());
    }
}

/// The file once more with the right numbers in its seal, as somebody writes it who knows how: what is wrong with it has
/// to be seen by what it says.
fn ranged(mut pdf: Vec<u8>) -> Vec<u8> {
    let opens = b"/Type/INGL_Seal/ByteRange[0 ";
    let range = make::find_all(&pdf, opens).last().expect("a seal") + opens.len();
    let place = range + 3 * (make::RANGE_DIGITS + 1) + b"/Contents<".len();
    let numbers = [place, place + make::SEAL_DIGITS, pdf.len() - place - make::SEAL_DIGITS];
    for (at, number) in numbers.into_iter().enumerate() {
        let from = range + at * (make::RANGE_DIGITS + 1);
        pdf[from..from + make::RANGE_DIGITS].copy_from_slice(format!("{number:010}").as_bytes());
    }
    pdf
}

#[test]
fn a_file_that_is_put_together_with_care_is_read_in_its_one_form_alone() {
    let whole = sealed();
    let middle = make::only(&whole, make::BETWEEN).expect("there once") + make::BETWEEN.len();
    let end = middle + make::find_all(&whole[middle..], make::AFTER).next().expect("an end");
    let from = make::only(&whole, make::BEFORE).expect("there once") - b"stream\n".len();
    let signatures = std::str::from_utf8(&whole[middle..end]).expect("UTF-8").to_owned();
    let one = signatures[1..].split_once("},").expect("two").0.to_owned() + "}";
    let with = |signatures: &str| [&whole[..middle], signatures.as_bytes(), &whole[end..]].concat();
    let swap = |from: &str, to: &str| {
        assert!(signatures.contains(from), "{from} in {signatures}");
        with(&signatures.replacen(from, to, 1))
    };
    let insert = |at: usize, more: &[u8]| [&whole[..at], more, &whole[at..]].concat();
    let line = b"%PDF-1.7\n".len();
    assert!(read_signed(&ranged(whole.clone())).is_ok() && read_signed(&ranged(with(&signatures))).is_ok());
    for (what, file) in [
        ("nobody signed", with("[]")),
        ("too many signed", with(&format!("[{}]", vec![one.as_str(); MOST_SIGNATURES + 1].join(",")))),
        ("a field that nobody knows", swap("\"name\"", "\"age\":1,\"name\"")),
        ("a fraction of a second", swap("10:41:07Z", "10:41:07.5Z")),
        ("another way to say the hour", swap("10:41:07Z", "10:41:07+00:00")),
        ("a capital among the digits", swap("\"key\":\"0101", "\"key\":\"0A01")),
        ("a key that is short", swap("\"key\":\"0101", "\"key\":\"01")),
        ("a key that is long", swap("\"key\":\"0101", "\"key\":\"010101")),
        ("a line more", swap("},{", "},\n{")),
        ("a second line of signatures", swap("},{", "},{\n,\"signatures\":\n")),
        ("a line within what was signed", insert(from + b"stream\n{\"review\":\n{".len(), b"\n")),
        ("two of them", insert(from, &[&whole[from..end], make::AFTER, b"\nendstream\n"].concat())),
        ("two seals", insert(line, make::SEAL_TYPE)),
    ] {
        let fault = read_signed(&ranged(file)).expect_err(what);
        assert!(fault.sentence().contains("was changed"), "{what}: {}", fault.sentence());
    }
    let many = ranged(with(&format!("[{}]", vec![one.as_str(); MOST_SIGNATURES].join(","))));
    assert_eq!(read_signed(&many).expect("as many as may be").signatures.len(), MOST_SIGNATURES);

    // The numbers of the seal say what it is over, and nothing else.
    let place = make::place_of_digits(&whole).expect("a place") - b"]/Contents<".len();
    for (what, at, digit) in [
        ("another length", place - 1, whole[place - 1] ^ 1),
        ("another beginning", place - 2 * make::RANGE_DIGITS - 3, b'x'),
        ("a sign", place - make::RANGE_DIGITS, b'+'),
    ] {
        let mut bent = whole.clone();
        bent[at] = digit;
        let fault = read_signed(&bent).expect_err(what);
        assert!(fault.sentence().contains("was changed"), "{what}: {}", fault.sentence());
    }
}
