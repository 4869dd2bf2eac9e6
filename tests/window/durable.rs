//! Nothing typed is lost, however the program ends.

use house_tests::story;
use house_tests::window::{Home, Window};

const FIRST: &str = "First sentence, finished and left alone.";
const SECOND: &str = "Second sentence, cut off in the mid";

#[test]
fn a_power_cut_in_mid_sentence_loses_nothing_that_was_acknowledged() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::bring_in_roster(&home, &window);
    story::plan_one_on_one(&window, "Deniz");
    window.write("Progress on goals", FIRST);
    window.see("Saved");
    window.type_text(" ");
    window.type_text(SECOND);
    window.kill_9();

    let window = Window::open(&home);
    story::unlock(&window);
    story::search(&window, "finished");
    window.see("left alone");
    assert_eq!(window.troubles(), Vec::<String>::new());
}

#[test]
fn closing_the_window_saves_the_sentence_in_hand() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::bring_in_roster(&home, &window);
    story::plan_one_on_one(&window, "Deniz");
    window.write("Progress on goals", "Typed in the very last moment.");
    window.close();

    let window = Window::open(&home);
    story::unlock(&window);
    story::search(&window, "very last");
    window.see("Typed in the");
}
