//! An employee sees two points differently, accepts all the same, and both sign; the file that leaves says all of it.

use std::process::Command;

use house_tests::house;
use house_tests::window::{Home, Window};

use super::out_of_texts;

/// What opens the vault of the invented people.
const DEMO: &str = "a made up team by the fire";
const FIRST: &str = "Four of the five were mine alone.";
const SECOND: &str = "One of the two had a reviewer on the phone.";

#[test]
fn e9_e10_e11_two_points_are_seen_differently_accepted_signed_and_on_the_page() {
    let home = Home::new();
    home.nook(DEMO, &["demo"]);
    let window = Window::open_with(&home, &["--demo"]);
    window.write("Passphrase", DEMO);
    window.keys(&["Enter"]);
    window.see("The last six months");
    begin_the_talk(&window);
    see_two_differently(&window);
    second_talk(&window);
    accept_and_close(&window);
    sign(&window);
    leaves_as_a_file(&home, &window);
    assert_eq!(window.troubles(), Vec::<String>::new());
}

/// It was shared days ago, so there was a day to read it.
fn begin_the_talk(window: &Window) {
    super::open(window, "Elif Brandt");
    window.see("Elif has had it since");
    window.keys(&["Alt D"]);
    window.see("There was a day to read it.");
    window.picture(&house::out().join("window-review-before-talk.png"));
    window.keys(&["Alt Enter"]);
    window.find_one("[data-testid=talking]");
    window.see("0 of 2 talked about");
    assert!(!window.has("[data-testid=nav-today]"), "the sidebar steps aside");
}

fn see_two_differently(window: &Window) {
    out_of_texts(window);
    for (said, far) in [(FIRST, "1 of 2 talked about"), (SECOND, "2 of 2 talked about")] {
        window.keys(&["D"]);
        assert!(window.wait_until(|| window.is_in("[data-testid=differs]")), "{}", window.focused());
        window.type_text(said);
        window.see(far);
        window.keys(&["Esc", "J"]);
    }
    window.see("All points are talked about.");
    window.picture(&house::out().join("window-review-differs.png"));
    window.keys(&["Alt Enter"]);
    window.find_one("[data-testid=after]");
    window.see("2 points are seen differently.");
}

/// Either may ask for a second talk, and until it is held or dropped the first cannot be accepted.
fn second_talk(window: &Window) {
    window.walk_to("Tab", "Plan a second talk");
    window.keys(&["Enter"]);
    window.see("Who wants it");
    window.keys(&["Ctrl Enter"]);
    window.sheet_is_gone();
    window.see("to talk again");
    window.picture(&house::out().join("window-review-second.png"));
    window.walk_to("Tab", "accepts it");
    window.keys(&["Enter"]);
    window.find_one("[data-testid=acceptance] [role=alert]");
    window.walk_to("Tab", "Not needed any more");
    window.keys(&["Enter"]);
    window.see("Plan a second talk");
}

fn accept_and_close(window: &Window) {
    window.keys(&["Alt Enter"]);
    window.see("2 points stand in it as seen differently.");
    window.keys(&["Alt Enter"]);
    window.see("The final version is made. After that the review no longer changes.");
    window.picture(&house::out().join("window-review-closing.png"));
    window.keys(&["Ctrl Enter"]);
    window.see("and 1 goal drafted. Now both sign.");
    window.sheet_is_gone();
}

fn sign(window: &Window) {
    window.keys(&["Alt Enter"]);
    window.see("Send the PDF to Elif.");
    window.walk_to("Tab", "Elif signed on paper");
    window.keys(&["Enter"]);
    window.see("Both have signed. Nothing is left to do.");
    window.picture(&house::out().join("window-review-signed.png"));
}

/// The final version as a file, with both views in it, and none of the notes it rests on.
fn leaves_as_a_file(home: &Home, window: &Window) {
    let file = home.desk().join("elif.pdf");
    home.answer_dialog(&file);
    window.walk_to("Tab", "Export version 2 as PDF");
    window.keys(&["Enter"]);
    window.see("elif.pdf");
    assert!(window.wait_until(|| file.exists()), "{}", window.text());
    let read = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().expect("pdftotext");
    let read = String::from_utf8_lossy(&read.stdout).into_owned();
    for text in ["Elif Brandt", "Seen differently", FIRST, SECOND, "Signatures"] {
        assert!(read.contains(text), "{text}: {read}");
    }
    assert!(!read.contains("inglenook:"), "{read}");
}
