use serde_json::json;

use super::*;
use crate::desk::trial::Trial;

#[test]
fn a_scale_of_one_is_ten_busy_years() {
    let size = Size::at(1.0);
    assert_eq!(
        (size.people, size.documents, size.notes, size.goals, size.reviews),
        (200, 12_000, 60_000, 3_000, 800)
    );
    assert_eq!(Size::at(0.000_01).people, 1, "at least one of everything");
}

#[test]
fn the_same_seed_makes_the_same_vault() {
    let made = |seed| {
        let trial = Trial::begin();
        let size = trial.desk.on_open(|desk| fill(desk, Size::at(0.002), seed)).expect("filled");
        assert_eq!(size.notes, 120);
        assert_eq!(trial.call("vault.check", json!({}))["findings"], json!([]));
        let notes = trial.call("folder.list", json!({ "limit": 500 }));
        assert_eq!(notes.as_array().expect("a list").len(), 120);
        for note in notes.as_array().expect("a list") {
            let words = note["text"].as_str().expect("a text").split_whitespace().count();
            assert!((20..=120).contains(&words), "{words}");
        }
        (notes, trial.call("one_on_one.list", json!({ "limit": 500 })))
    };
    let one = made(1);
    assert_eq!(one, made(1));
    assert_ne!(one, made(2));
}
