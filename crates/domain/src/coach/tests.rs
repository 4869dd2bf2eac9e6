//! The rules against their own examples, and the coach against texts that nobody would write.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::language::{Book, Language};
use super::{Coach, Finding, Setting, TextKind, check, per_hundred_words, rules};

/// A setting in which every rule looks, for the people of the examples.
fn setting(book: &Book) -> Setting {
    let names = |list: &str| book.written.facts(list).map(ToOwned::to_owned).collect();
    Setting {
        kind: TextKind::Review,
        about: names("about"),
        known: names("known"),
        anonymous: true,
        ..Setting::default()
    }
}

fn english() -> Setting {
    setting(Language::En.book())
}

fn found<'a>(findings: &'a [Finding], rule: &str) -> Vec<&'a str> {
    findings.iter().filter(|finding| finding.rule == rule).map(|finding| finding.excerpt.as_str()).collect()
}

#[test]
fn every_file_is_well_written() {
    for language in Language::ALL {
        if let Err(trouble) = language.read() {
            panic!("{}: {trouble}", language.tag());
        }
        for card in rules(language) {
            for sentence in [card.name, card.reason, card.after] {
                let kind = !sentence.contains('!') && !sentence.is_empty();
                assert!(kind, "{}: {sentence}", card.id);
            }
        }
    }
}

#[test]
fn d1_d4_d8_d9_every_rule_finds_what_it_must_and_lets_the_rest_be() {
    let mut complaints = Vec::new();
    for language in Language::ALL {
        let book = language.read().expect("the files are well written");
        let setting = setting(&book);
        for rule in &book.rules {
            let id = rule.card.id;
            for (section, must) in [("must", true), ("must not", false)] {
                let entries = rule.written.entries(section);
                if entries.len() < 20 {
                    complaints.push(format!("{id} has {} [{section}]", entries.len()));
                }
                for (line, text) in entries {
                    let findings = check(&text.replace("\\n", "\n"), &setting);
                    let found = found(&findings, id);
                    if found.is_empty() == must {
                        complaints.push(format!("{id} line {line} [{section}] {text}  {found:?}"));
                    }
                }
            }
            let shown = [(rule.card.before, true), (rule.card.after, false)];
            for (text, must) in shown {
                let findings = check(&text.replace(" ⏎ ", "\n\n"), &setting);
                if found(&findings, id).is_empty() == must {
                    complaints.push(format!("{id} shows {text}"));
                }
            }
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn places_count_bytes_and_units_whatever_the_letters() {
    let setting = english();
    for (text, excerpt) in [
        ("You are always late.", "You are always"),
        ("🎉🎉 You are always late.", "You are always"),
        ("Cafe\u{301} time. You are always late.", "You are always"),
        ("Monday.\r\n\r\nYou are always late.\r\n", "You are always"),
        ("👩‍💻: **you** are _always_ late.", "you** are _always"),
        ("日本語。\n\n- 🙂 You are always late.", "You are always"),
    ] {
        let findings = check(text, &setting);
        let finding = findings.iter().find(|finding| finding.rule == "absolute").expect(text);
        assert_eq!(finding.excerpt, excerpt, "{text:?}");
        places_are_right(text, &findings);
    }
}

fn places_are_right(text: &str, findings: &[Finding]) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut last_of: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        assert_eq!(text.get(finding.bytes.from..finding.bytes.to), Some(finding.excerpt.as_str()));
        let counted = units.get(finding.units.from..finding.units.to).map(String::from_utf16_lossy);
        assert_eq!(counted.as_deref(), Some(finding.excerpt.as_str()));
        assert!(!finding.excerpt.is_empty(), "{finding:?}");
        let last = last_of.insert(finding.rule, finding.bytes.to).unwrap_or_default();
        assert!(finding.bytes.from >= last, "{finding:?} overlaps one of the same rule");
    }
    assert!(findings.is_sorted_by_key(|finding| finding.bytes.from));
}

#[test]
fn d1_d8_what_could_stand_there_instead_is_offered() {
    let setting = english();
    for (text, rule, instead) in [
        ("Your weakness is SQL.", "wording", "Your area to improve is SQL."),
        ("That is a weakness of yours.", "wording", "That is an area to improve of yours."),
        ("## Weaknesses", "wording", "## Areas to improve"),
        ("Negative feedback helps.", "wording", "Constructive feedback helps."),
        ("It was late again!!", "exclamation", "It was late again."),
        ("What was that?!", "exclamation", "What was that?"),
        ("Pavel’s ticket waited.", "known_name", "a colleague’s ticket waited."),
        (
            "The demo was great, but the figures were wrong.",
            "praise_but",
            "The demo was great.\n\nThe figures were wrong.",
        ),
        (
            "- The demo was great. However, you were late.",
            "praise_but",
            "- The demo was great.\n- You were late.",
        ),
        (
            "Although the demo was great, the figures were wrong.",
            "praise_but",
            "The demo was great.\n\nThe figures were wrong.",
        ),
        (
            "Great talk. It was Monday. You were late. Thank you.",
            "sandwich",
            "Great talk. It was Monday.\n\nYou were late.\n\nThank you.",
        ),
    ] {
        let findings = check(text, &setting);
        let finding = findings.iter().find(|finding| finding.rule == rule).expect(text);
        let first = finding.replacements.first().expect(text);
        let mut better = text.to_owned();
        better.replace_range(finding.bytes.from..finding.bytes.to, first);
        assert_eq!(better, instead);
        assert_eq!(found(&check(&better, &setting), rule), Vec::<&str>::new(), "{better}");
    }
}

#[test]
fn the_setting_decides_who_is_asked_what() {
    let all = english();
    let text = "Pavel says you are unreliable. You miss many deadlines.";
    let rules_of = |setting: &Setting| {
        let mut rules: Vec<&str> = check(text, setting).iter().map(|finding| finding.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    };
    assert_eq!(rules_of(&all), ["known_name", "no_example", "no_number", "others_said"]);
    let shown = Setting { has_example: true, has_figure: true, ..all.clone() };
    assert_eq!(rules_of(&shown), ["known_name", "others_said"]);
    assert_eq!(rules_of(&Setting { anonymous: false, ..shown.clone() }), ["others_said"]);
    assert_eq!(rules_of(&Setting { about: vec!["Pavel Horák".into()], ..shown }), Vec::<&str>::new());
    assert_eq!(rules_of(&Setting { kind: TextKind::Note, ..all }), ["no_example", "no_number"]);
}

#[test]
fn an_example_in_the_paragraph_below_counts_and_one_behind_a_heading_does_not() {
    let setting = english();
    for (text, asks) in [
        ("You are unreliable.", true),
        ("You are unreliable.\n\nOn Monday nobody came.", false),
        ("You are unreliable:\n- on Monday nobody came\n- so the desk was empty", false),
        ("You are unreliable.\n\n# Monday", true),
        ("On Monday nobody came.\n\nYou are unreliable.", true),
        ("You are unreliable.\n\n> It was [Monday](x)", false),
    ] {
        assert_eq!(!found(&check(text, &setting), "no_example").is_empty(), asks, "{text:?}");
    }
}

#[test]
fn a_dismissal_is_remembered_by_the_sentence_wherever_it_stands() {
    let setting = english();
    let key = |text: &str, rule: &str| {
        let findings = check(text, &setting);
        findings.iter().find(|finding| finding.rule == rule).expect(text).key.clone()
    };
    let first = key("You are always late.", "absolute");
    assert_eq!(first, "absolute:abc0b296b13c1849", "what is remembered depends on it");
    for same in
        ["Hello there.\n\n- YOU are **always** late!", "It was Monday. You are always late. And so on."]
    {
        assert_eq!(key(same, "absolute"), first, "{same}");
    }
    assert_ne!(key("You are always early.", "absolute"), first);
    assert_ne!(key("You are always late, maybe.", "hedge"), key("You are always late, maybe.", "absolute"));
}

#[test]
fn hedges_are_counted_by_the_hundred_words() {
    let text = "Maybe it is so. ".repeat(25);
    let findings = check(&text, &english());
    assert!((per_hundred_words(&text, &findings, "hedge") - 25.0).abs() < 1e-9);
    assert!(per_hundred_words("", &[], "hedge").abs() < 1e-9);
}

#[test]
fn typing_on_rereads_the_paragraph_under_the_cursor_only() {
    let paragraphs: Vec<String> = (0..50).map(|n| format!("You are always late on day {n}.")).collect();
    let text = paragraphs.join("\n\n");
    let mut coach = Coach::new(english());
    assert_eq!(coach.check(&text).len(), 50);
    assert_eq!(coach.reread(), 50);
    coach.check(&text);
    assert_eq!(coach.reread(), 0);
    coach.check(&text.replace("day 25", "day 256"));
    assert_eq!(coach.reread(), 1);
}

/// Pieces that meet in unlucky ways.
const PIECES: &[&str] = &[
    "You are always late.",
    "Great talk, but",
    " the figures were wrong. ",
    "Pavel",
    "’s",
    "\n",
    "\n\n",
    "\r\n",
    "> ",
    "- ",
    "1. ",
    "```",
    "`",
    "``",
    "\"",
    "“",
    "”",
    "(",
    "](http://x",
    "a@b.c",
    "!",
    "!!?",
    "…",
    ". ",
    ", ",
    "maybe ",
    "weakness",
    "e\u{301}",
    "🙂",
    "\u{200d}",
    "\0",
    "# ",
    "|",
    "    ",
    "\t",
    "Mark ",
    "You are unreliable. ",
    "On Monday ",
    "many bugs ",
    "Although ",
    "it was great, ",
    "not ",
    "İ",
    "ß",
    "don't ",
    "---",
    "~~~",
    "日本",
    "Thank you. ",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(ToOwned::to_owned),
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_place_is_right(text in texts()) {
        let setting = english();
        let findings = check(&text, &setting);
        places_are_right(&text, &findings);
        prop_assert_eq!(&check(&text, &setting), &findings);
    }

    #[test]
    fn a_coach_that_remembers_says_what_a_new_one_says(
        text in texts(),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), 0..12_usize, texts()), 1..6),
    ) {
        let setting = english();
        let mut coach = Coach::new(setting.clone());
        let mut text = text;
        prop_assert_eq!(coach.check(&text), check(&text, &setting));
        for (place, removed, put) in edits {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let at = place.index(places.len());
            let to = (at + removed).min(places.len() - 1);
            text.replace_range(places[at]..places[to], &put);
            prop_assert_eq!(coach.check(&text), check(&text, &setting));
        }
    }
}

#[test]
fn two_hundred_thousand_words_are_read_even_in_one_sentence() {
    let setting = english();
    for piece in [
        "you are always late and ",
        "great but wrong but ",
        "Great. Wrong. ",
        "a ` `` ``` \" ( ",
        "](x @ a@ :// ",
        "Pavel ",
        "> Pavel\n",
        "never not so very really quite ",
        "!?",
        "\n\n- ",
    ] {
        let words = piece.split_whitespace().count();
        let text = piece.repeat(200_000 / words.max(1));
        let findings = check(&text, &setting);
        places_in_order(&findings);
    }
}

fn places_in_order(findings: &[Finding]) {
    assert!(findings.is_sorted_by_key(|finding| finding.bytes.from));
}
