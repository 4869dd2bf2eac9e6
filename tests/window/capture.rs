//! A note that is written down while the vault is locked: asked for by another start of the program, kept without a
//! passphrase, looked through once the vault is open, and in no memory of the program meanwhile.

use std::time::{Duration, Instant};

use house_tests::drill::canary::WORD;
use house_tests::house;
use house_tests::story::{self, PASSPHRASE};
use house_tests::window::{Home, Undriven, Window};

/// Starts that find each other by the name they share.
const DRIVEN: &str = "inglenook-driven";
const UNDRIVEN: &str = "inglenook";
const FORM: &str = "A note without unlocking";
const SAID: &str = "Kept a clear log in the outage call.";
/// What the word's bytes are changed by wherever the test itself would leave it behind.
const MASK: u8 = 1;
/// How the system shortens the name of the process that shows the page.
const PAGE: &str = "WebKitWebProces";
/// How long anything may take before it counts as broken.
const PATIENCE: Duration = Duration::from_secs(60);

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
    assert_eq!(window.focused(), "About");
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

#[test]
fn what_was_written_while_locked_is_in_no_memory_of_the_program_once_it_is_kept() {
    if !rustix::process::geteuid().is_root() {
        println!("left out: only the administrator may look into another process");
        return;
    }
    let home = Home::new().on_a_bus();
    let kit = home.desk().join("kit.txt");
    home.nook(PASSPHRASE, &["init", "--name", "Rosa", "--kit", kit.to_str().unwrap()]);
    let window = Undriven::open(&home);
    let waits = || std::fs::read_dir(home.vault().join("captures")).map_or(0, Iterator::count);
    let began = Instant::now();
    // A second start finds the first once that has a window.
    while !window.type_and_enter("") {
        assert!(began.elapsed() < PATIENCE, "there is no window");
        std::thread::sleep(Duration::from_millis(500));
    }
    // The form answers once the page listens; until then the keys go nowhere.
    while waits() == 0 {
        assert!(began.elapsed() < PATIENCE, "the form never kept the note");
        home.start_again(UNDRIVEN, &["capture"]);
        std::thread::sleep(Duration::from_secs(2));
        if window.type_and_enter("deniz") {
            window.type_and_enter(WORD);
            std::thread::sleep(Duration::from_secs(2));
        }
    }
    let masked: Vec<u8> = WORD.bytes().map(|byte| byte ^ MASK).collect();
    let in_program = || {
        let counts = window.memory_with(&masked, MASK).into_iter();
        counts.filter(|(name, _)| name != PAGE).map(|(_, count)| count).sum::<usize>()
    };
    let kept = Instant::now();
    while in_program() > 0 {
        assert!(kept.elapsed() < Duration::from_secs(2), "{:?}", window.memory_with(&masked, MASK));
    }
    println!("after it was kept: {:?}", window.memory_with(&masked, MASK));
}
