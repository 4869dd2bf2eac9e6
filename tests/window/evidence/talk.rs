//! A hard talk from the note it began with to its end: what misses is named, what two people agreed on is written down, and
//! no look is kept without the day of the next.

use house_tests::house;
use house_tests::story;
use house_tests::window::{Home, Window};

const NOTED: &str = "QA heard of the moved date from the customer.";
const ABOUT: &str = "Dates that QA hears of last";
const MESSAGE: &str = "QA has to hear a moved date from you first.";
const EXAMPLE: &str = "On Tuesday QA read it in a ticket.";
const CONSEQUENCE: &str = "Two people worked a weekend.";

#[test]
fn d2_d3_d9_d11_d12_d14_a_hard_talk_and_its_four_follow_ups() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::add_person(&window, "Elif Brandt");
    begin_from_a_note(&window);
    it_is_not_ready_before_it_is_written(&window);
    write_it(&window);
    hold_it(&window);
    plan_it_with_their_idea(&window);
    look_four_times(&window);
    today_names_it(&window);
    close_it(&window);
    assert_eq!(window.troubles(), Vec::<String>::new());
}

/// Keeps a constructive note, and begins the talk where the note stands.
fn begin_from_a_note(window: &Window) {
    window.keys(&["Ctrl Shift N"]);
    window.see("Quick note");
    window.type_text("Elif");
    window.keys(&["Enter", "Tab"]);
    window.type_text(NOTED);
    window.keys(&["Alt I", "Enter"]);
    window.see("Kept in ");
    window.sheet_is_gone();
    story::open_person(window, "Elif");
    window.see(NOTED);
    window.walk_to("J", "Edit");
    window.walk_to("Tab", "Begin a talk");
    window.keys(&["Enter"]);
    window.see("With Elif Brandt, resting on this note");
    window.focus_comes_to("What it is about");
    window.picture(&house::out().join("window-evidence-talk-begin.png"));
    window.type_text(ABOUT);
    window.keys(&["Enter"]);
    stands_at(window, "noticed");
    window.sheet_is_gone();
    assert!(window.text_of("[data-testid=rests-on]").contains(NOTED), "{}", window.text());
    window.picture(&house::out().join("window-evidence-talk-noticed.png"));
}

/// What misses is named beside it, and the key that takes the next step leads to the first of it.
fn it_is_not_ready_before_it_is_written(window: &Window) {
    let gaps = window.text_of("[data-testid=gaps]");
    for missing in
        ["The message in one sentence", "An example", "What came of it", "That you stand behind it"]
    {
        assert!(gaps.contains(missing), "{missing}: {gaps}");
    }
    assert!(window.has("[data-testid=talk-next] button:disabled"), "{}", window.text());
    window.keys(&["Alt Enter"]);
    window.see("Not ready yet: 4 things are still missing.");
    stands_at(window, "noticed");
    assert!(
        window.wait_until(|| window.is_in("[data-testid=talk-message]")),
        "it leads to {}",
        window.focused()
    );
    window.picture(&house::out().join("window-evidence-talk-refused.png"));
}

/// Each thing that misses leads to its field; with the last of them the talk is ready.
fn write_it(window: &Window) {
    for (gap, field, text) in [
        ("The message in one sentence", "talk-message", MESSAGE),
        ("An example", "talk-example", EXAMPLE),
        ("What came of it", "talk-consequence", CONSEQUENCE),
    ] {
        press(window, "gaps", gap);
        let field = format!("[data-testid={field}]");
        assert!(window.wait_until(|| window.is_in(&field)), "{gap} leads to {}", window.focused());
        window.type_text(text);
        assert!(
            window.wait_until(|| !window.text_of("[data-testid=gaps]").contains(gap)),
            "{gap} is still missing: {}",
            window.text()
        );
    }
    press(window, "gaps", "That you stand behind it");
    assert!(window.wait_until(|| window.is_in("#talk-gap-ownership")), "{}", window.focused());
    window.keys(&["Space"]);
    assert!(window.wait_until(|| !window.has("[data-testid=gaps]")), "{}", window.text());
    let shift = window.script("return document.scrollingElement.scrollTop + document.body.scrollTop", vec![]);
    assert_eq!(shift, 0, "the window itself was scrolled, and its bar is cut off");
    window.picture(&house::out().join("window-evidence-talk-prepared.png"));
    window.keys(&["Alt Enter"]);
    stands_at(window, "ready");
}

/// Reads from it alone, and writes down what was said.
fn hold_it(window: &Window) {
    window.script("document.activeElement?.blur()", vec![]);
    window.keys(&["P"]);
    window.see("P or Esc leads back.");
    window.see(MESSAGE);
    assert!(!window.shows(NOTED), "the note is nobody else's to read: {}", window.text());
    window.picture(&house::out().join("window-evidence-talk-reading.png"));
    window.keys(&["P"]);
    stands_at(window, "ready");

    window.keys(&["Alt Enter"]);
    window.see("Nobody has to answer at once.");
    window.focus_comes_to("What was said");
    window.type_text("QA is on the invitation from now on.");
    window.picture(&house::out().join("window-evidence-talk-hold.png"));
    window.keys(&["Ctrl Enter"]);
    stands_at(window, "discussed");
    window.sheet_is_gone();
    window.see("On the day it was noticed");
}

/// A plan of one's own alone is named as such, until a step is the other's idea.
fn plan_it_with_their_idea(window: &Window) {
    let not_theirs = "[data-testid=not-theirs]";
    press(window, "step-plan", "Find out together what happened");
    window.keys(&["Enter"]);
    window.see("Your idea");
    window.find_one(not_theirs);
    window.focus_comes_to("A step");
    window.type_text("Write the rule down");
    window.keys(&["Enter"]);
    window.see("Elif’s idea");
    assert!(window.wait_until(|| !window.has(not_theirs)), "{}", window.text());
    window.picture(&house::out().join("window-evidence-talk-plan.png"));
}

/// Four looks, each with the day of the next one, or it is not kept. Better twice without a word is noticed.
fn look_four_times(window: &Window) {
    for (nth, (found, said)) in
        [("The same", ""), ("Better", "QA thanked you today."), ("Better", ""), ("Better", "")]
            .into_iter()
            .enumerate()
    {
        window.keys(&["Alt Enter"]);
        window.see("How is it now?");
        window.focus_comes_to("What you saw");
        window.type_text(&format!("Week {}", nth + 1));
        if found == "Better" {
            window.keys(&["Shift Tab", "Left"]);
            assert!(window.wait_until(|| window.focused().contains("Better")), "{}", window.focused());
            window.keys(&["Tab"]);
        }
        window.keys(&["Tab"]);
        window.type_text(said);
        if nth == 0 {
            window.keys(&["Ctrl Enter"]);
            window.see("Choose the day of the next look.");
            window.picture(&house::out().join("window-evidence-talk-look.png"));
        }
        window.walk_to("Tab", "In a week");
        window.keys(&["Enter", "Ctrl Enter"]);
        stands_at(window, "following");
        window.sheet_is_gone();
        window.see(&format!("Week {}", nth + 1));
    }
    window.see("Said to them: QA thanked you today.");
    window.see("4 looks held");
    window.see("Better twice, and nobody said so");
    window.picture(&house::out().join("window-evidence-talk-followed.png"));
}

/// Today says what waits, and leads there.
fn today_names_it(window: &Window) {
    window.script("document.activeElement?.blur()", vec![]);
    window.keys(&["G", "T"]);
    window.find_one("[data-testid=talk-waits]");
    window.see("Better twice, and nobody said so");
    window.picture(&house::out().join("window-evidence-talk-today.png"));
    window.walk_to("Tab", ABOUT);
    window.keys(&["Enter"]);
    stands_at(window, "following");
}

/// Better for good: said what came of it, and nothing waits any more.
fn close_it(window: &Window) {
    press(window, "talk-next", "It has improved");
    stands_at(window, "improved");
    window.keys(&["Alt Enter"]);
    window.see("Say in a line what came of it.");
    window.type_text("On time for a month");
    window.keys(&["Enter"]);
    stands_at(window, "closed");
    window.sheet_is_gone();
    window.see("On time for a month");
    window.picture(&house::out().join("window-evidence-talk-closed.png"));
    window.script("document.activeElement?.blur()", vec![]);
    window.keys(&["G", "T"]);
    window.see("Promises");
    assert!(!window.has("[data-testid=talk-waits]"), "{}", window.text());
    assert!(!window.shows(ABOUT), "{}", window.text());
}

/// Goes to a button within a part of the page by Tab, and presses it.
fn press(window: &Window, part: &str, name: &str) {
    let part = format!("[data-testid={part}]");
    let mut passed = Vec::new();
    while passed.len() < 120 {
        window.keys(&["Tab"]);
        passed.push(window.focused());
        if window.is_in(&part) && window.focused().contains(name) {
            return window.keys(&["Enter"]);
        }
    }
    panic!("Tab never leads to “{name}” in {part}, but to:\n{}", passed.join("\n"));
}

fn stands_at(window: &Window, state: &str) {
    window.find_one(&format!("[data-testid=talk][data-state={state}]"));
}
