//! An ordinary day: bring people in, write, keep a note, find it, take something back.

use house_tests::house;
use house_tests::story;
use house_tests::window::{Home, Window};

#[test]
fn the_main_job_from_the_roster_to_the_search() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::bring_in_roster(&home, &window);
    window.see("Deniz Kayalı");

    story::plan_one_on_one(&window, "Deniz");
    window.write("Progress on goals", "The migration rehearsal went through at the second try.");
    window.keys(&["Alt Down"]);
    window.type_text("Wants to present the cutover plan to the platform group.");
    window.keys(&["Alt M"]);
    window.type_text("Ask about the on-call load, promise nothing yet.");
    window.keys(&["Ctrl K"]);
    window.type_text("Go to Today");
    window.keys(&["Enter"]);
    window.see("Deniz");

    story::keep_note(&window, "Deniz", "Stayed calm in the outage call and kept a clear log.");
    for (query, expected) in
        [("rehears", "migration"), ("outage", "clear log"), ("on-call", "promise nothing")]
    {
        story::search(&window, query);
        window.see(expected);
    }

    window.keys(&["Ctrl K"]);
    window.type_text("Deniz");
    window.keys(&["Enter"]);
    window.see("Stayed calm in the outage call");
    window.keys(&["Ctrl K"]);
    window.type_text("Undo the last change");
    window.keys(&["Enter"]);
    window.see("Undone: ");
    window.see_no_more("Stayed calm in the outage call");
    assert_eq!(window.troubles(), Vec::<String>::new());
}

/// Somebody who came after the roster was made.
const NEWCOMER: &str = r#"{
    "name": "Ngozi Adler", "role": "", "level": "", "site": "", "team": "Hearth", "manager": null,
    "relation": "direct_report", "employment": "employee", "started_on": null, "left_on": null,
    "email": "", "phone": "", "skills": [], "about": ""
}"#;

#[test]
fn what_nook_writes_shows_in_the_open_window() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::bring_in_roster(&home, &window);
    window.see("Deniz Kayalı");
    home.nook(story::PASSPHRASE, &["call", "person.save", NEWCOMER]);
    window.see("Ngozi Adler");
}

#[test]
fn a_closed_dialog_changes_nothing_and_complains_about_nothing() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    home.answer_dialog(std::path::Path::new(""));
    window.press("Bring in a roster");
    window.press("Choose the file");
    window.see("Choose a CSV file");
    window.keys(&["Esc"]);
    window.see("Three ways to begin");
    assert_eq!(window.troubles(), Vec::<String>::new());
}

#[test]
fn light_and_dark_are_both_drawn() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::bring_in_roster(&home, &window);
    let ground = || {
        window.script("return getComputedStyle(document.documentElement).getPropertyValue('--paper')", vec![])
    };
    let first = ground();
    window.picture(&house::out().join("window-roster-light.png"));
    window.keys(&["Ctrl Shift L"]);
    assert!(window.wait_until(|| ground() != first), "the ground changes with the theme");
    window.picture(&house::out().join("window-roster-dark.png"));
}
