//! Goals where the company has said none: written with questions that come while typing, endorsed, worked on, worded anew.

use house_tests::house;
use house_tests::story;
use house_tests::window::{Home, Window};

const FIRST: &str = "Answer every page within five minutes";
const THEN: &str = "Answer every page within eight minutes";
const WITHOUT: &str = "No goal is being worked on";

#[test]
fn c1_c2_c3_c5_c6_goals_without_company_goals() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::add_person(&window, "Maya Okafor");
    go_to_today(&window);
    window.see(WITHOUT);
    window.picture(&house::out().join("window-evidence-goal-today-without.png"));

    write_it_asked_while_typing(&window);
    endorse_and_start(&window);
    look_at_it(&window);
    word_it_anew(&window);
    go_to_today(&window);
    window.see("Promises");
    window.see_no_more(WITHOUT);
    window.picture(&house::out().join("window-evidence-goal-today-with.png"));
    assert_eq!(window.troubles(), Vec::<String>::new());
}

fn go_to_today(window: &Window) {
    window.script("document.activeElement?.blur()", vec![]);
    window.keys(&["G", "T"]);
    window.find_one("[data-testid=headline]");
}

/// A direction is asked where it ends; what is said is not asked for again.
fn write_it_asked_while_typing(window: &Window) {
    window.keys(&["C", "G"]);
    window.see("Whose goal");
    window.type_text("Maya");
    window.keys(&["Enter", "Tab"]);
    window.focus_comes_to("Goal");
    window.type_text("Improve the on-call");
    window.see("This names a direction. Where does it end?");
    window.see("How will you both know that it is reached?");
    window.see("By when?");
    window.picture(&house::out().join("window-evidence-goal-asked.png"));
    window.keys(&["Ctrl A"]);
    window.type_text(FIRST);
    window.keys(&["Tab"]);
    window.type_text("At night too.");
    window.see_no_more("Where does it end?");
    window.keys(&["Tab", "Tab"]);
    window.focus_comes_to("Figure at the start");
    window.type_text("14 min");
    window.keys(&["Tab"]);
    window.type_text("5 min");
    window.see_no_more("How will you both know");
    window.keys(&["Tab"]);
    window.type_text("Two share the nights.");
    window.see_no_more("makes it possible?");
    window.keys(&["Tab"]);
    window.type_text("Customers wait.");
    window.see_no_more("why now?");
    window.picture(&house::out().join("window-evidence-goal-answered.png"));
    // Nothing of it is waited for: the day may come later.
    window.keys(&["Ctrl Enter"]);
    window.see("Goal saved. It could still say by when.");
    window.sheet_is_gone();
}

/// Support comes first, and then it is worked on.
fn endorse_and_start(window: &Window) {
    window.keys(&["G", "G"]);
    window.find_one("[data-testid=goals]");
    window.see("Proposed");
    // The list of those who have no goal comes first, and the keys of a list stay in it.
    window.walk_to("Tab", FIRST);
    window.keys(&["Enter"]);
    window.find_one("[data-testid=steps]");
    let steps = || window.text_of("[data-testid=steps]");
    assert!(!steps().contains("Reached"), "nothing is reached that was not begun: {}", steps());
    window.walk_to("Tab", "Endorse and start");
    window.keys(&["Tab"]);
    window.focus_comes_to("Endorse");
    window.keys(&["Enter"]);
    assert!(window.wait_until(|| steps().contains("Not endorsed after all")), "{}", steps());
    window.walk_to("Tab", "Start");
    window.keys(&["Enter"]);
    assert!(window.wait_until(|| steps().contains("Reached in part")), "{}", steps());
}

/// A figure, and what stands in the way.
fn look_at_it(window: &Window) {
    window.walk_to("Tab", "What you saw");
    window.type_text("First week of two");
    window.keys(&["Tab"]);
    window.focus_comes_to("Figure");
    window.type_text("11 min");
    window.keys(&["Enter"]);
    window.see("11 min now, from 14 min to 5 min");
    window.see("33 %");
    window.focus_comes_to("What you saw");
    window.keys(&["Shift Tab", "Right"]);
    window.see("What is in the way");
    window.keys(&["Tab"]);
    window.type_text("One of the two has left");
    window.keys(&["Enter"]);
    window.see("1 thing in the way");
    window.picture(&house::out().join("window-evidence-goal-story.png"));
}

/// The words change for a reason, and those before them stay.
fn word_it_anew(window: &Window) {
    window.walk_to("Tab", "Change the words");
    window.keys(&["Enter"]);
    window.see("Change the goal");
    window.focus_comes_to("Goal");
    window.keys(&["Ctrl A"]);
    window.type_text(THEN);
    window.keys(&["Ctrl Enter"]);
    window.see("Say why the words change.");
    window.focus_comes_to("Why it is worded anew");
    window.type_text("One of the two has left");
    window.picture(&house::out().join("window-evidence-goal-anew.png"));
    window.keys(&["Ctrl Enter"]);
    window.see("Worded anew: One of the two has left");
    window.walk_to("Tab", "Compare with now");
    window.keys(&["Enter"]);
    window.find_one("[data-testid=wording-diff]");
    let kept = window.text_of("[data-testid=wording-diff]");
    assert!(kept.contains("five") && kept.contains("eight"), "both words are there: {kept}");
    window.picture(&house::out().join("window-evidence-goal-compared.png"));
    window.keys(&["Esc"]);
    window.sheet_is_gone();
    window.see(THEN);
}
