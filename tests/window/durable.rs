//! Nothing typed is lost, however the program ends.

use std::fs::File;

use house_tests::story;
use house_tests::window::{Home, Window};
use store::vault::Folder;
use store::vault::watch::request_lock;

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

/// Each way to lose the keys while another program writes and does not end, so that no save gets through.
#[test]
fn no_word_is_lost_by_a_lock_while_nothing_can_be_saved() {
    let ask: fn(Window, &Home) -> Window = |window, home| {
        request_lock(&Folder::at(home.vault())).expect("asked as nook lock asks");
        window.see("Unlock");
        window
    };
    let close: fn(Window, &Home) -> Window = |window, home| {
        window.close();
        Window::open(home)
    };
    for (name, lock) in [("another program asks", ask), ("the window is closed", close)] {
        let home = Home::new();
        let window = Window::open(&home);
        story::make_vault(&window);
        story::bring_in_roster(&home, &window);
        story::plan_one_on_one(&window, "Deniz");
        let journal =
            File::options().read(true).write(true).open(home.vault().join("journal")).expect("there");
        journal.lock().expect("nobody writes at this moment");
        window.write("Progress on goals", SECOND);
        window.see("Not saved");
        window.type_text("dle of a word");

        let window = lock(window, &home);
        assert!(home.vault().join("unsaved").exists(), "{name}: the words wait, sealed");
        drop(journal);
        story::unlock(&window);
        window.see("1 text that could not be saved before the vault was locked is saved now.");
        story::search(&window, "middle");
        window.see("cut off in the middle of a word");
        assert!(!home.vault().join("unsaved").exists(), "{name}: nothing waits any more");
        assert_eq!(window.troubles(), Vec::<String>::new(), "{name}");
    }
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
