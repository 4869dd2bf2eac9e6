//! The whole way of a 1:1 by the keyboard alone: planned, prepared, held, written up, closed, and there the next day.

use std::fs;

use house_tests::house;
use house_tests::story;
use house_tests::window::{Home, Window};
use serde_json::json;

const WRITTEN: &str = "The rehearsal took 104 seconds.";
const LEFT: &str = "One calendar for all rehearsals.";
const CANDID: &str = "Ask about the on-call load.";
const PROMISED: &str = "find a reader";

#[test]
fn a_one_on_one_goes_from_its_plan_to_its_end_by_the_keyboard() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    plan(&window);
    prepare(&window);
    meet(&window);
    part(&window);
    send_and_close(&window);
    assert_eq!(window.troubles(), Vec::<String>::new());
    window.close();

    let window = Window::open(&home);
    story::unlock(&window);
    window.keys(&["G", "O"]);
    window.see("Earlier");
    window.walk_to("J", "Closed");
    window.keys(&["Enter"]);
    stands_at(&window, "closed");
    window.see("Every week, ");
    window.see("This 1:1 is closed.");
    assert_eq!(written(&window), WRITTEN);
    for text in [LEFT, CANDID] {
        window.see(text);
    }
    promise_is_open(&window);
    assert_eq!(window.troubles(), Vec::<String>::new());
}

#[test]
fn a_calendar_file_follows_what_is_done_in_the_window() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::add_person(&window, "Maya Okafor");
    let file = home.desk().join("follows.ics");
    home.answer_dialog(&file);
    window.keys(&["C", "A"]);
    window.see("Take your 1:1s along");
    window.walk_to("Tab", "Keep a file up to date…");
    window.keys(&["Enter"]);
    window.see("follows.ics is kept up to date from now on.");
    window.picture(&house::out().join("window-practice-calendar.png"));
    let events = || fs::read_to_string(&file).expect("a calendar").matches("BEGIN:VEVENT").count();
    assert_eq!(events(), 0, "nothing is planned yet");
    window.keys(&["Esc"]);
    window.sheet_is_gone();

    window.keys(&["C", "O"]);
    window.see("Plan it");
    window.keys(&["Ctrl Enter"]);
    stands_at(&window, "planned");
    assert!(window.wait_until(|| events() == 1), "the file follows");
    assert!(!fs::read_to_string(&file).expect("a calendar").contains("Maya"), "and names nobody");

    window.keys(&["C", "A"]);
    window.walk_to("Tab", "Stop");
    window.keys(&["Enter"]);
    window.see("It is no longer kept up to date.");
    assert_eq!(window.troubles(), Vec::<String>::new());
}

/// Adds Maya, opens her 1:1s, plans the first one and sets up the series.
fn plan(window: &Window) {
    story::add_person(window, "Maya Okafor");
    window.walk_to("Tab", "About");
    window.keys(&["Right"]);
    window.see("No 1:1 yet");

    window.keys(&["C", "O"]);
    window.see("Plan it");
    window.keys(&["Ctrl Enter"]);
    stands_at(window, "planned");
    window.sheet_is_gone();
    window.see("Maya and Rosa");
    window.see("Set up a series");

    window.keys(&["R"]);
    window.see("Meetings with Maya");
    window.keys(&["Ctrl Enter"]);
    window.see("Every week, ");
    window.sheet_is_gone();
}

/// Writes into the margin and two sections, and ticks what there is to read.
fn prepare(window: &Window) {
    window.keys(&["Alt M"]);
    window.type_text(CANDID);
    window.keys(&["Alt Down"]);
    window.type_text(WRITTEN);
    window.see("Saved");
    assert_eq!(written(window), WRITTEN);
    window.keys(&["Alt Down"]);
    window.type_text(LEFT);
    for (name, done) in [
        ("Read what is known of them", "1 of 3 done"),
        ("Read what Maya wrote", "2 of 3 done"),
        ("Look through the fuzzy folder", "3 of 3 done"),
    ] {
        stands_at(window, "planned");
        window.walk_to("Tab", name);
        window.keys(&["Space"]);
        window.see(done);
    }
    stands_at(window, "prepped");
    window.see(CANDID);
    assert!(window.has("[data-testid=nav-today]"), "the sidebar is there before the meeting");
    window.picture(&house::out().join("window-practice-prepared.png"));
}

/// Starts the meeting, ticks a section and notes a promise.
fn meet(window: &Window) {
    // Out of the middle of a text.
    window.keys(&["Alt Down", "Ctrl Enter"]);
    stands_at(window, "in_progress");
    window.see("0 of 30 min");
    assert!(window.has("[data-testid=clock]"));
    assert!(!window.has("[data-testid=nav-today]"), "the sidebar steps aside");
    window.see("Private margin, covered");
    assert!(!window.shows(CANDID), "the margin is covered: {}", window.text());

    // The caret is where it was.
    window.keys(&["Alt T"]);
    let talked = "[aria-label='Talked about: Progress on goals']:checked";
    assert!(window.wait_until(|| window.has(talked)), "Alt T ticks the section");
    // Out of the text, where letters are commands.
    window.keys(&["Tab", "A"]);
    window.type_text("Me: find a reader by tomorrow");
    window.see("Yours, due tomorrow");
    window.keys(&["Enter"]);
    window.see("Action added.");
    promise_is_open(window);

    window.picture(&house::out().join("window-practice-meeting.png"));
}

/// Ends the meeting: both understood the same, and what was not ticked is named.
fn part(window: &Window) {
    window.keys(&["Ctrl Enter"]);
    window.see("Before you leave");
    window.see("Not ticked as talked about");
    let left = window.text_of("[data-testid=follow-up]");
    assert!(left.contains("Opportunities") && !left.contains("Progress on goals"), "{left}");
    window.focus_comes_to("I understood it this way");
    window.keys(&["Space", "Tab"]);
    window.focus_comes_to("Maya did too");
    window.keys(&["Space"]);
    window.picture(&house::out().join("window-practice-parting.png"));
    window.keys(&["Ctrl Enter"]);
    stands_at(window, "held");
    window.sheet_is_gone();
    window.see("Talked about, same understanding");
    assert!(window.has("[data-testid=nav-today]"), "the sidebar is back");
}

/// Says that the notes are out and closes the 1:1, whose text then takes no more keys.
fn send_and_close(window: &Window) {
    window.keys(&["Ctrl Enter"]);
    window.see("They are out");
    window.focus_comes_to("Write an e-mail");
    window.keys(&["Ctrl Enter"]);
    stands_at(window, "notes_sent");
    window.sheet_is_gone();
    window.see("Notes are out");

    window.keys(&["Ctrl Enter"]);
    stands_at(window, "closed");
    window.see("This 1:1 is closed.");
    assert!(window.has("[data-testid=section-goals][aria-readonly=true][contenteditable=false]"));
    window.keys(&["Alt Down"]);
    window.type_text("89zz");
    assert_eq!(written(window), WRITTEN, "a closed text takes no keys");
    promise_is_open(window);
    window.picture(&house::out().join("window-practice-closed.png"));
}

/// Waits until the 1:1 on the page stands there.
fn stands_at(window: &Window, state: &str) {
    window.find_one(&format!("[data-testid=one-on-one][data-state={state}]"));
}

fn promise_is_open(window: &Window) {
    window.see(PROMISED);
    let open = "return [...document.querySelectorAll('[data-testid=carried] li')]
        .filter((line) => line.innerText.includes(arguments[0]))
        .map((line) => line.querySelector('input[type=checkbox]').checked)";
    let open = || window.script(open, vec![json!(PROMISED)]);
    assert!(window.wait_until(|| open() == json!([false])), "one open promise: {}", open());
}

/// What stands in the first section.
fn written(window: &Window) -> String {
    window.text_of("[data-testid=section-goals]")
}
