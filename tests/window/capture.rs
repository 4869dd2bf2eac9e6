//! A note that is written down while the vault is locked: asked for by another start of the program, kept without a
//! passphrase, and looked through once the vault is open.

use house_tests::house;
use house_tests::story;
use house_tests::window::{Home, Window};

/// Starts that find each other by the name they share.
const DRIVEN: &str = "inglenook-driven";
const FORM: &str = "A note without unlocking";
const SAID: &str = "Kept a clear log in the outage call.";

#[test]
fn b13_a_note_is_written_while_locked_and_waits_for_its_owner() {
    let home = Home::new().on_a_bus();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::bring_in_roster(&home, &window);
    window.see("Deniz Kayalı");
    window.keys(&["Esc", "Ctrl L"]);
    window.see("Write a note without unlocking");

    home.start_again(DRIVEN, &["capture"]);
    window.see(FORM);
    window.focus_comes_to("About");
    window.type_text("Deniz");
    window.keys(&["Enter"]);
    window.type_text(SAID);
    window.keys(&["Alt I"]);
    window.picture(&house::out().join("window-capture-locked.png"));
    window.keys(&["Enter"]);
    window.see("Kept. It is shown once you unlock.");
    let left = format!("{}\n{}", window.values(), window.text());
    assert!(!left.contains("Deniz") && !left.contains("clear log"), "{left}");

    window.keys(&["Esc"]);
    story::unlock(&window);
    window.see("1 note written while locked");
    window.press("Look at it");
    window.see("about “Deniz”");
    assert!(
        window.values().contains(SAID) && window.values().contains("Deniz Kayalı"),
        "{}",
        window.values()
    );
    window.picture(&house::out().join("window-capture-waiting.png"));
    window.keys(&["Ctrl Enter"]);
    window.see("Nothing waits");
    window.see("Kept in Deniz’s fuzzy folder.");
    story::search(&window, "outage");
    window.see("clear log");
    assert_eq!(window.troubles(), Vec::<String>::new());
}
