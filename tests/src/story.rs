//! What a person does again and again, as tests and the tour both do it.

use std::path::PathBuf;

use serde_json::Value;

use crate::house;
use crate::window::{Home, Window};

/// The passphrase of every vault that a test makes.
pub const PASSPHRASE: &str = "lantern orchard quiet violin";
/// Who owns every vault that a test makes.
pub const OWNER: &str = "Rosa Lindqvist";

/// The roster that is brought in.
pub fn roster() -> PathBuf {
    house::root().join("tests/data/roster.csv")
}

/// Makes a vault by the keyboard alone, and answers with the recovery code.
///
/// # Panics
/// When the window does not lead through it.
pub fn make_vault(window: &Window) -> Vec<String> {
    window.see("Step 1 of 3");
    window.focus("Your name");
    window.type_text(OWNER);
    window.keys(&["Tab"]);
    window.type_text(PASSPHRASE);
    window.keys(&["Tab"]);
    window.type_text(PASSPHRASE);
    window.keys(&["Enter"]);
    window.see("Step 2 of 3");
    let groups = recovery_code(window);
    window.press("I have it in a safe place");
    window.see("Step 3 of 3");
    type_groups_back(window, &groups);
    window.see(&format!("Welcome, {}", first_name()));
    groups
}

/// The groups of the kit, as they are shown.
///
/// # Panics
/// When none are.
pub fn recovery_code(window: &Window) -> Vec<String> {
    let shown = window.script(
        "return [...document.querySelectorAll('[data-testid=kit-groups] b')].map((group) => group.textContent)",
        vec![],
    );
    let groups = shown.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    let groups: Vec<String> = groups.collect();
    assert!(groups.len() > 4, "no recovery code is shown: {groups:?}");
    groups
}

/// Types the two groups that are asked for, and confirms by Enter.
///
/// # Panics
/// When the page asks for no group.
pub fn type_groups_back(window: &Window, groups: &[String]) {
    let asked: Vec<usize> = (1..=groups.len()).filter(|n| asks_for(window, *n)).collect();
    assert_eq!(asked.len(), 2, "two groups are asked for: {}", window.text());
    for number in asked {
        window.write(&format!("Group {number}"), &groups[number - 1]);
    }
    window.keys(&["Enter"]);
}

fn asks_for(window: &Window, number: usize) -> bool {
    let wanted = format!("Group {number}");
    let labels = window.script(
        "return [...document.querySelectorAll('label')].map((label) => label.innerText.trim())",
        vec![],
    );
    labels.as_array().into_iter().flatten().filter_map(Value::as_str).any(|label| label == wanted)
}

/// Opens the vault of a home that has one.
pub fn unlock(window: &Window) {
    window.write("Passphrase", PASSPHRASE);
    window.keys(&["Enter"]);
    window.see("Today");
}

/// Brings the roster in, from the empty vault's first page.
pub fn bring_in_roster(home: &Home, window: &Window) {
    home.answer_dialog(&roster());
    window.press("Bring in a roster");
    window.press("Choose the file");
    window.see("to add");
    window.press("Bring in ");
    window.see("added");
}

/// Adds somebody who reports to the owner.
pub fn add_person(window: &Window, name: &str) {
    window.keys(&["C", "P"]);
    window.see("Relation to you");
    window.type_text(name);
    window.keys(&["Ctrl Enter"]);
    window.sheet_is_gone();
}

/// Opens the page of somebody whose name begins like this.
pub fn open_person(window: &Window, name: &str) {
    window.keys(&["Ctrl K"]);
    window.type_text(name);
    window.keys(&["Enter"]);
    window.find_one("[data-testid=person-page]");
}

/// Plans a 1:1 with somebody whose name begins like this, and opens it.
pub fn plan_one_on_one(window: &Window, name: &str) {
    window.keys(&["Ctrl K"]);
    window.type_text("Plan a 1:1");
    window.keys(&["Enter"]);
    window.write("With", name);
    window.keys(&["Enter"]);
    window.press("Plan it");
    window.see("Progress on goals");
}

/// Keeps one line about somebody from anywhere.
pub fn keep_note(window: &Window, name: &str, text: &str) {
    window.keys(&["Ctrl Shift N"]);
    window.see("Quick note");
    window.type_text(name);
    window.keys(&["Enter", "Tab"]);
    window.type_text(text);
    window.keys(&["Enter"]);
    window.see("Kept in ");
}

/// Looks for words in everything that was written.
pub fn search(window: &Window, query: &str) {
    window.keys(&["Ctrl F"]);
    window.see("Search");
    window.focus("Search everything");
    window.keys(&["Ctrl A"]);
    window.type_text(query);
}

/// How the owner is greeted.
pub fn first_name() -> &'static str {
    OWNER.split(' ').next().unwrap_or(OWNER)
}
