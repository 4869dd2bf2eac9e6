#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

fn code(bytes: [u8; CODE_BYTES]) -> RecoveryCode {
    let mut secret = Secret::zeroed();
    *secret.expose_mut() = bytes;
    RecoveryCode(secret)
}

/// The characters of a written code, without separators.
fn written(code: &RecoveryCode) -> Vec<char> {
    code.groups().concat().chars().collect()
}

fn error(text: &str) -> RecoveryCodeError {
    RecoveryCode::parse(text).unwrap_err()
}

fn text(characters: &[char]) -> String {
    characters.iter().collect()
}

fn code_and_character() -> impl Strategy<Value = ([u8; CODE_BYTES], usize, usize)> {
    (any::<[u8; CODE_BYTES]>(), 0..SYMBOLS, 1..32_usize)
}

/// The character `step` places further in the alphabet, round about.
fn another(character: char, step: usize) -> char {
    let value = usize::from(alphabet::read(character).unwrap());
    char::from(alphabet::ALPHABET[(value + step) % 32])
}

#[test]
fn a_code_is_nine_groups_of_four() {
    let groups = RecoveryCode::make_random().unwrap().groups();
    assert_eq!(groups.len(), GROUPS);
    assert!(groups.iter().all(|group| group.len() == GROUP_CHARACTERS));
}

#[test]
fn codes_are_drawn_anew() {
    let draw = || RecoveryCode::make_random().unwrap().groups();
    assert_ne!(draw(), draw());
}

#[test]
fn typing_is_read_generously() {
    let code = code([0x08; CODE_BYTES]);
    let groups = code.groups();
    let same = |typed: &str| RecoveryCode::parse(typed).unwrap().0.is_same_as(&code.0);
    assert!(same(&groups.join("-")));
    assert!(same(&groups.join(" ").to_lowercase()));
    assert!(same(&groups.concat()));
    assert!(same(&format!("  {}\r\n{} ", groups[..5].join(" \u{2013} "), groups[5..].join("\t"))));
    assert!(groups.concat().contains('0') && groups.concat().contains('1'), "the lookalikes below are used");
    assert!(same(&groups.join("-").replace('0', "O").replace('1', "l")));
    assert!(same(&groups.join("-").replace('0', "o").replace('1', "I")));
}

#[test]
fn a_wrong_length_names_the_group_where_it_can() {
    let groups = code([7; CODE_BYTES]).groups();
    let shortened = |at: usize| {
        let mut groups = groups.clone();
        groups[at].pop();
        groups
    };
    let wrong = |characters, group| RecoveryCodeError::WrongLength { characters, group };
    assert_eq!(error(""), wrong(0, None));
    assert_eq!(error(&groups[..8].join("-")), wrong(32, None));
    assert_eq!(error(&shortened(2).join("-")), wrong(35, Some(3)));
    assert_eq!(error(&shortened(8).join(" ")), wrong(35, Some(9)));
    assert_eq!(error(&shortened(2).concat()), wrong(35, None));
    assert_eq!(error(&format!("{}x", groups.join("-"))), wrong(37, Some(9)));
    assert_eq!(error(&"0".repeat(100_000)), wrong(100_000, None));
}

#[test]
fn an_unknown_character_names_its_group() {
    let mut groups = code([7; CODE_BYTES]).groups();
    groups[4].replace_range(1..2, "U");
    assert_eq!(error(&groups.join("-")), RecoveryCodeError::UnknownCharacter { group: 5 });
}

#[test]
fn sentences_name_the_group_and_not_the_code() {
    let sentence = |groups: &[usize]| RecoveryCodeError::Mistyped { groups: groups.to_vec() }.to_string();
    assert_eq!(sentence(&[4]), "Group 4 is mistyped.");
    assert_eq!(sentence(&[4, 5]), "Groups 4 and 5 are mistyped.");
    assert_eq!(sentence(&[]), "Several characters are mistyped.");
    assert_eq!(format!("{:?}", code([7; CODE_BYTES])), "RecoveryCode(hidden)");
}

#[test]
fn groups_are_matched_as_generously_as_codes_and_only_at_their_place() {
    let code = code(std::array::from_fn(|at| at as u8 * 13));
    for (index, group) in code.groups().iter().enumerate() {
        assert!(code.matches_group(index, group));
        assert!(code.matches_group(index, &format!(" {} ", group.to_lowercase())));
        assert!(!code.matches_group(index, &group[..3]));
        assert!(!code.matches_group(index, &format!("{group}{group}")));
        assert!(!code.matches_group(index + 1, group));
    }
    assert!(!code.matches_group(0, ""));
    assert!(!code.matches_group(0, "U!"));
    assert!(!code.matches_group(GROUPS, ""));
    assert!(!code.matches_group(usize::MAX, ""));
}

#[test]
fn the_wrap_key_depends_on_code_and_salt() {
    let base = code([1; CODE_BYTES]).derive_wrap_key(&[1; 16]);
    assert!(base.is_same_as(&code([1; CODE_BYTES]).derive_wrap_key(&[1; 16])));
    assert!(!base.is_same_as(&code([2; CODE_BYTES]).derive_wrap_key(&[1; 16])));
    assert!(!base.is_same_as(&code([1; CODE_BYTES]).derive_wrap_key(&[2; 16])));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn every_code_comes_back(bytes: [u8; CODE_BYTES]) {
        let code = code(bytes);
        let back = RecoveryCode::parse(&code.groups().join("-")).unwrap();
        prop_assert_eq!(back.0.expose(), &bytes);
    }

    /// The promise is that all are noticed and 99 in 100 located. The arithmetic locates every one.
    #[test]
    fn one_mistyped_character_is_always_noticed_and_located((bytes, at, step) in code_and_character()) {
        let mut characters = written(&code(bytes));
        characters[at] = another(characters[at], step);
        prop_assert_eq!(error(&text(&characters)), RecoveryCodeError::Mistyped { groups: vec![at / 4 + 1] });
    }

    #[test]
    fn two_swapped_neighbours_are_always_noticed_and_located(bytes: [u8; CODE_BYTES], at in 0..SYMBOLS - 1) {
        let mut characters = written(&code(bytes));
        prop_assume!(characters[at] != characters[at + 1]);
        characters.swap(at, at + 1);
        let groups = if at % 4 == 3 { vec![at / 4 + 1, at / 4 + 2] } else { vec![at / 4 + 1] };
        prop_assert_eq!(error(&text(&characters)), RecoveryCodeError::Mistyped { groups });
    }

    #[test]
    fn two_mistyped_characters_are_always_noticed((bytes, at, step) in code_and_character(), other in 1..SYMBOLS) {
        let mut characters = written(&code(bytes));
        let other = (at + other) % SYMBOLS;
        characters[at] = another(characters[at], step);
        characters[other] = another(characters[other], step);
        let error = error(&text(&characters));
        let is_noticed = matches!(error, RecoveryCodeError::Mistyped { .. });
        prop_assert!(is_noticed);
    }

    #[test]
    fn any_text_is_read_without_harm(typed in ".{0,60}") {
        if let Ok(code) = RecoveryCode::parse(&typed) {
            let back = RecoveryCode::parse(&code.groups().concat()).unwrap();
            prop_assert!(back.0.is_same_as(&code.0));
        }
    }
}
