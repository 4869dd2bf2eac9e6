//! A screen to open windows on: the one that is there, or one of our own that nobody sees.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// Keeps the screen while this process lives, and not a second longer: a test that is killed cannot tidy up.
const WATCHED_SCREEN: &str = r#"
Xvfb -displayfd 1 -screen 0 1440x960x24 -nolisten tcp 2>/dev/null &
screen=$!
trap 'kill $screen' EXIT
while kill -0 "$0" 2>/dev/null && kill -0 $screen 2>/dev/null; do sleep 1; done
"#;

/// The value for `DISPLAY`. Tests never open windows on the screen somebody works at, unless told to.
pub fn display() -> &'static str {
    static DISPLAY: OnceLock<String> = OnceLock::new();
    DISPLAY.get_or_init(|| match std::env::var("INGLENOOK_TEST_DISPLAY") {
        Ok(display) => display,
        Err(_) => own_screen(),
    })
}

/// A screen for one window alone. Keys that are typed on a screen go to whatever window has the focus there, so a window
/// that is typed into shares its screen with no other.
pub fn apart() -> String {
    std::env::var("INGLENOOK_TEST_DISPLAY").unwrap_or_else(|_| own_screen())
}

fn own_screen() -> String {
    let parent = std::process::id().to_string();
    let mut screen = Command::new("sh")
        .args(["-c", WATCHED_SCREEN, &parent])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("sh starts");
    let mut line = String::new();
    let from_screen = screen.stdout.take().expect("a pipe");
    BufReader::new(from_screen).read_line(&mut line).expect("Xvfb says its number");
    // It ends by itself, after this process; nobody is left to wait for it.
    std::thread::spawn(move || screen.wait());
    let number = line.trim();
    assert!(!number.is_empty(), "Xvfb did not start; it is in the package xvfb");
    format!(":{number}")
}
