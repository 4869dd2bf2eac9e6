//! What was shown is gone from the memory of every process of the window once the vault is locked.
//!
//! In the window as people get it: WebDriver takes a page whose process is ended for one that crashed.

use std::time::{Duration, Instant};

use house_tests::drill::canary::WORD;
use house_tests::story::PASSPHRASE;
use house_tests::window::{Home, Undriven};

/// What the word's bytes are changed by wherever the test itself would leave it behind.
const MASK: u8 = 1;
/// The keys and the texts are to be gone this soon after the lock.
const SOON: Duration = Duration::from_secs(2);
/// How long anything may take before it counts as broken.
const PATIENCE: Duration = Duration::from_secs(60);
/// How the system shortens the name of the process that shows the page.
const PAGE: &str = "WebKitWebProces";

fn look(window: &Undriven) -> Vec<(String, usize)> {
    let masked: Vec<u8> = WORD.bytes().map(|byte| byte ^ MASK).collect();
    window.memory_with(&masked, MASK)
}

fn left(counts: &[(String, usize)]) -> usize {
    counts.iter().map(|(_, count)| count).sum()
}

/// Types the passphrase until the page shows what is in the vault.
fn unlock(window: &Undriven) -> Vec<(String, usize)> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        let typed = window.type_and_enter(PASSPHRASE).then(Instant::now);
        while typed.is_some_and(|typed| typed.elapsed() < Duration::from_secs(8)) {
            let counts = look(window);
            if counts.iter().any(|(name, count)| name == PAGE && *count > 0) {
                return counts;
            }
        }
        std::thread::sleep(Duration::from_millis(500));
    }
    panic!("the page never showed the note: {:?}", look(window));
}

#[test]
fn a_text_that_was_shown_is_in_no_memory_of_the_window_after_the_lock() {
    if !rustix::process::geteuid().is_root() {
        println!("left out: only the administrator may look into another process");
        return;
    }
    let home = Home::new();
    home.nook(
        PASSPHRASE,
        &["init", "--name", "Rosa", "--kit", home.desk().join("kit.txt").to_str().unwrap()],
    );
    let person = r#"{"name":"Deniz","role":"","level":"","site":"","team":"","manager":null,"relation":"direct_report",
        "employment":"employee","started_on":null,"left_on":null,"email":"","phone":"","skills":[],"about":""}"#;
    home.nook(PASSPHRASE, &["call", "person.save", person]);
    for number in 0..5 {
        let note = format!("Number {number} {WORD}");
        home.nook(PASSPHRASE, &["note", &note, "--person", "Deniz", "--constructive", "--on", "2026-01-02"]);
    }
    let window = Undriven::open(&home);
    for _ in 0..2 {
        let open = unlock(&window);
        // Whatever is read and drawn a moment later is there as well when the lock comes.
        std::thread::sleep(Duration::from_secs(1));
        home.nook(PASSPHRASE, &["lock"]);
        let asked = Instant::now();
        let mut counts = look(&window);
        while left(&counts) > 0 && asked.elapsed() < SOON {
            counts = look(&window);
        }
        assert_eq!(left(&counts), 0, "open: {open:?}, two seconds after the lock: {counts:?}");
    }
}
