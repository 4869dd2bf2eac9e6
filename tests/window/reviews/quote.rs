//! A quote stands in a review only while its author approves the words: withdrawn, it stops the review.

use house_tests::house;
use house_tests::story;
use house_tests::window::{Home, Window};

use super::{begin, out_of_texts, point};

const AUTHOR: &str = "Ruth Vance";
const HEARD: &str = "Finance plans around her numbers.";
const WORDS: &str = "Her summaries save us a meeting.";

#[test]
fn e5_e6_a_quote_that_is_withdrawn_stops_the_review() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::add_person(&window, "Maya Okafor");
    begin(&window, "Maya");
    point(&window, "Alt N", "Others rely on what she writes. ");
    ask(&window);
    approve(&window);
    put_it_in(&window);
    withdraw(&window);
    without_it_it_is_shared(&window);
    assert_eq!(window.troubles(), Vec::<String>::new());
}

/// Somebody who is in no roster is asked aloud.
fn ask(window: &Window) {
    window.keys(&["Alt I"]);
    window.see("Nobody is asked yet");
    window.keys(&["Alt A"]);
    window.find_one("[data-testid=ask-sheet]");
    window.type_text(AUTHOR);
    window.keys(&["Enter", "Ctrl Enter"]);
    window.sheet_is_gone();
    window.find_one("[data-testid=input][data-state=requested]");
    window.walk_to("Tab", "What they say");
    window.type_text(HEARD);
    window.find_one("[data-testid=input][data-state=received]");
    window.picture(&house::out().join("window-review-input.png"));
}

/// What nobody approved cannot be used; with the yes it can.
fn approve(window: &Window) {
    window.walk_to("Tab", "Words to use");
    window.type_text(WORDS);
    window.find_one("[data-testid=input][data-state=written_up]");
    window.see("Nobody has approved these words yet.");
    window.walk_to("Tab", "They said yes to these words");
    window.keys(&["Enter"]);
    window.find_one("[data-testid=input][data-state=approved]");
    window.picture(&house::out().join("window-review-approved.png"));
}

fn put_it_in(window: &Window) {
    super::open(window, "Maya Okafor");
    window.keys(&["Alt N"]);
    window.wait_until(|| window.is_in("[data-testid=point-text]"));
    window.keys(&["Alt E"]);
    assert!(window.wait_until(|| window.is_in("[data-testid=evidence]")), "{}", window.focused());
    window.keys(&["Enter"]);
    window.see("1 of 1 used");
    window.see("Approved, shown without a name");
    assert!(!window.shows(AUTHOR), "who said it is in no review: {}", window.text());
}

fn withdraw(window: &Window) {
    window.keys(&["Alt I"]);
    window.find_one("[data-testid=input][data-state=approved]");
    window.walk_to("Tab", "They decline");
    window.keys(&["Enter"]);
    window.find_one("[data-testid=input][data-state=declined]");
    super::open(window, "Maya Okafor");
    window.see("Not approved");
    window.keys(&["Alt S"]);
    window.find_one("[data-testid=share-gaps]");
    window.see("Ask its author to approve these words, or take the quote out.");
    window.picture(&house::out().join("window-review-withdrawn.png"));
    window.keys(&["Enter"]);
    window.sheet_is_gone();
}

/// In other words, without the chip, nothing stands in the way.
fn without_it_it_is_shared(window: &Window) {
    assert!(window.wait_until(|| window.is_in("[data-testid=point-text]")), "{}", window.focused());
    window.keys(&["Ctrl A"]);
    window.type_text("She writes so that others can plan.");
    window.see_no_more("Not approved");
    window.keys(&["Alt S"]);
    window.see("has a day to read it first");
    window.keys(&["Enter"]);
    window.see("Shared, version 1.");
    out_of_texts(window);
}
