#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

fn record() -> RecordId {
    RecordId::from_bytes([7; 16])
}

fn origin(device: u8) -> Origin {
    Origin { device: [device; 16], sitting: [device; 16], made: 1 }
}

proptest! {
    #[test]
    fn an_edit_leads_to_exactly_the_new_text(texts in prop::collection::vec("[a-d é😀\n]{0,30}", 1..8)) {
        let mut state = first_state(record(), "text", &texts[0]);
        for text in &texts[1..] {
            let update = edit(&state, origin(1), record(), "text", text).unwrap();
            let (next, reads) = apply(&state, &update).unwrap();
            prop_assert_eq!(&reads, text);
            prop_assert_eq!(apply(&state, &update).unwrap().0, next.clone(), "the same bytes every time");
            prop_assert_eq!(text_of(&next).unwrap(), reads);
            state = next;
        }
    }

    #[test]
    fn two_machines_that_edited_the_same_text_agree(
        base in "[a-d é]{0,20}", here in "[a-d é]{0,20}", there in "[a-d é]{0,20}"
    ) {
        let state = first_state(record(), "text", &base);
        let one = edit(&state, origin(1), record(), "text", &here).unwrap();
        let two = edit(&state, origin(2), record(), "text", &there).unwrap();
        let one_two = apply(&apply(&state, &one).unwrap().0, &two).unwrap();
        let two_one = apply(&apply(&state, &two).unwrap().0, &one).unwrap();
        prop_assert_eq!(one_two.1, two_one.1);
    }
}

#[test]
fn edits_in_different_places_are_both_kept() {
    let state = first_state(record(), "text", "Goals are on track.\n\nNothing learned.");
    let one = edit(&state, origin(1), record(), "text", "Goals are late.\n\nNothing learned.").unwrap();
    let two = edit(&state, origin(2), record(), "text", "Goals are on track.\n\nRead a book.").unwrap();
    let merged = apply(&apply(&state, &one).unwrap().0, &two).unwrap().1;
    assert_eq!(merged, "Goals are late.\n\nRead a book.");
}

#[test]
fn every_machine_derives_the_same_first_state() {
    let state = first_state(record(), "text", "Led the drill.");
    assert_eq!(state, first_state(record(), "text", "Led the drill."));
    assert_ne!(state, first_state(record(), "text", "Led the drill!"), "another text, another client");
    assert_ne!(state, first_state(RecordId::from_bytes([8; 16]), "text", "Led the drill."));
    assert_eq!(text_of(&first_state(record(), "text", "")).unwrap(), "");
    let both = apply(&state, &first_state(record(), "text", "Missed it.")).unwrap().1;
    assert!(
        both.contains("Led the drill.") && both.contains("Missed it."),
        "two beginnings, nothing lost: {both}"
    );
}

#[test]
fn a_restored_vault_gives_a_different_edit_a_different_identity() {
    let state = first_state(record(), "text", "a");
    let next_sitting = Origin { sitting: [9; 16], ..origin(1) };
    let lost = edit(&state, origin(1), record(), "text", "ab").unwrap();
    let again = edit(&state, next_sitting, record(), "text", "ac").unwrap();
    let (both, text) = apply(&apply(&state, &lost).unwrap().0, &again).unwrap();
    assert!(text == "abc" || text == "acb", "{text}");
    assert_eq!(text_of(&both).unwrap(), text);
}

#[test]
fn bytes_that_are_no_state_are_damage() {
    assert!(text_of(&[0xff; 9]).is_err());
    let state = first_state(record(), "text", "a");
    assert!(apply(&state, &[0xff; 9]).is_err());
    let other = first_state(record(), "text", "a longer text");
    let later = edit(&other, origin(1), record(), "text", "a longer text, edited").unwrap();
    assert!(apply(&state, &later).is_err(), "an update of a text that is not there");
}

/// Typed in one go and saved every second: the state grows with the text, not with the saves.
#[test]
fn a_text_saved_a_thousand_times_in_one_sitting_is_one_piece() {
    let mut state = first_state(record(), "text", "");
    let mut text = String::new();
    for _ in 0..1_000 {
        text.push_str(" again");
        let update = edit(&state, origin(1), record(), "text", &text).unwrap();
        let reads;
        (state, reads) = apply(&state, &update).unwrap();
        assert_eq!(reads, text);
    }
    assert!(state.len() < text.len() + 200, "{} bytes for a text of {}", state.len(), text.len());
}

/// Whoever edits differently in any respect gets another identity, so that no two edits ever pass for one.
#[test]
fn every_part_of_where_an_edit_comes_from_is_in_its_identity() {
    let of = |device: u8, sitting: u8, made: i64, record: u8, field: &str| {
        let state = first_state(RecordId::from_bytes([7; 16]), "text", "a");
        let origin = Origin { device: [device; 16], sitting: [sitting; 16], made };
        edit(&state, origin, RecordId::from_bytes([record; 16]), field, "ab").unwrap()
    };
    let edits = [
        of(1, 1, 1, 7, "text"),
        of(2, 1, 1, 7, "text"),
        of(1, 2, 1, 7, "text"),
        of(1, 1, 2, 7, "text"),
        of(1, 1, 1, 8, "text"),
        of(1, 1, 1, 7, "title"),
    ];
    let firsts = [
        first_state(RecordId::from_bytes([7; 16]), "text", "a"),
        first_state(RecordId::from_bytes([8; 16]), "text", "a"),
        first_state(RecordId::from_bytes([7; 16]), "title", "a"),
        first_state(RecordId::from_bytes([7; 16]), "text", "b"),
    ];
    for list in [&edits[..], &firsts] {
        for (place, one) in list.iter().enumerate() {
            assert!(!list[..place].contains(one), "number {place} stands twice");
        }
    }
}

#[test]
fn no_broken_byte_of_a_state_or_an_update_stops_the_program() {
    let first = first_state(record(), "text", "Led the drill, and the one after it.");
    let update =
        edit(&first, origin(1), record(), "text", "Led the second drill, and the one after.").unwrap();
    let (state, _) = apply(&first, &update).unwrap();
    for (whole, by_itself) in [(&state, true), (&update, false)] {
        for at in 0..whole.len() {
            for change in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
                let mut broken = whole.clone();
                broken[at] ^= change;
                // Whether it can still be read does not matter here: it is an answer.
                let _ = if by_itself { text_of(&broken).map(drop) } else { apply(&first, &broken).map(drop) };
            }
        }
    }
}
