//! A review without surprises: stopped where it would surprise, rested on what was talked about, shared.

use house_tests::house;
use house_tests::story;
use house_tests::window::{Home, Window};

use super::{begin, open, out_of_texts, point};

const HARD: &str = "Stakeholders find her hard to reach.";

#[test]
fn e1_e2_e8_a_review_is_stopped_by_a_surprise_and_shared_without_one() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::add_person(&window, "Maya Okafor");
    begin(&window, "Maya");
    write(&window);
    is_stopped(&window);
    talk_about_it(&window);
    rests_on_the_talk(&window);
    share(&window);
    assert_eq!(window.troubles(), Vec::<String>::new());
}

/// Two points; the second is moved to where it belongs.
fn write(window: &Window) {
    point(window, "Alt N", "She stayed until the outage was over.");
    point(window, "Ctrl Enter", HARD);
    window.keys(&["Alt Shift Down"]);
    window.see("Surprise");
    window.see("Say that it is new, or talk about it first.");
    window.picture(&house::out().join("window-review-surprise.png"));
}

/// What stands in the way is named, and Enter leads there.
fn is_stopped(window: &Window) {
    window.keys(&["Alt S"]);
    window.find_one("[data-testid=share-gaps]");
    window.see("Before it can be shared");
    window.picture(&house::out().join("window-review-stopped.png"));
    window.keys(&["Enter"]);
    window.sheet_is_gone();
    assert!(window.wait_until(|| window.is_in("[data-testid=point-text]")), "{}", window.focused());
    assert!(!window.shows("Shared, version"), "{}", window.text());
}

/// The two meet, and it is said.
fn talk_about_it(window: &Window) {
    out_of_texts(window);
    window.keys(&["C", "O"]);
    window.see("Plan it");
    window.keys(&["Ctrl Enter"]);
    window.find_one("[data-testid=one-on-one]");
    window.sheet_is_gone();
    window.keys(&["Alt M", "Alt Down"]);
    window.type_text("Two stakeholders waited a week to reach her. We agreed on a time each day.");
    window.see("Saved");
    window.keys(&["Ctrl Enter"]);
    window.find_one("[data-testid=one-on-one][data-state=in_progress]");
    window.keys(&["Ctrl Enter"]);
    window.see("Before you leave");
    window.keys(&["Ctrl Enter"]);
    window.find_one("[data-testid=one-on-one][data-state=held]");
    window.sheet_is_gone();
}

/// The year is searched for it, and one key links it.
fn rests_on_the_talk(window: &Window) {
    open(window, "Maya Okafor");
    window.see("1 place may fit. Link one, or say that it is new.");
    window.keys(&["Alt L"]);
    window.walk_to("Tab", "Show what may fit");
    window.keys(&["Enter"]);
    window.find_one("[data-testid=proposals]");
    window.see("Two stakeholders waited a week");
    window.picture(&house::out().join("window-review-proposals.png"));
    window.walk_to("Tab", "Two stakeholders waited a week");
    window.keys(&["Enter"]);
    window.see_no_more("Surprise");
    window.see("1 of 1 used");
}

fn share(window: &Window) {
    window.keys(&["Alt S"]);
    window.see("Your notes, who said what, and the hints stay with you.");
    window.picture(&house::out().join("window-review-share.png"));
    window.keys(&["Enter"]);
    window.see("Shared, version 1.");
    window.sheet_is_gone();
    window.see("Maya has had it since");
    // The day to read is theirs: the talk cannot begin now.
    window.keys(&["Alt D"]);
    window.find_one("[data-testid=before]");
    window.see("until then there is time to read");
    window.keys(&["Alt Enter"]);
    assert!(!window.has("[data-testid=talking]"), "{}", window.text());
    window.picture(&house::out().join("window-review-reads.png"));
}
