//! Praise that came by mail: read from its file, kept as a note, found, with its source apart, and taken back.

use house_tests::house;
use house_tests::story;
use house_tests::window::{Home, Window};
use serde_json::json;

/// What the message says itself.
const SAID: &str = "June Haddadin wrote it all down.";
/// What only its source has: its subject, and what it answers to.
const SUBJECT: &str = "RE: Handover";
const QUOTED: &str = "handover";
const SENDER: &str = "Ana Quill";

#[test]
fn b3_b11_praise_by_mail_is_kept_found_and_taken_back_by_one_key() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    story::bring_in_roster(&home, &window);
    window.keys(&["Esc"]);
    window.sheet_is_gone();

    read_the_file(&home, &window);
    keep_it(&window);
    it_is_found(&window);
    its_source_is_kept_apart(&window);
    one_key_takes_it_back(&window);
    assert_eq!(window.troubles(), Vec::<String>::new());
}

/// Chooses the file on the mail's page: it opens by itself, with whom it is about.
fn read_the_file(home: &Home, window: &Window) {
    window.keys(&["C", "M"]);
    window.see("Nothing is kept before you have looked at it.");
    window.picture(&house::out().join("window-evidence-mail.png"));
    home.answer_dialog(&house::root().join("tests/data/mail/outlook-reply.eml"));
    window.walk_to("Tab", "Choose a file");
    window.keys(&["Enter"]);
    window.find_one("[data-testid=mail-sheet] form");
    window.see(SUBJECT);
    window.see("The whole name stands in it.");
    assert_eq!(chosen(window), "Juniper \"June\" Haddadin");
    assert!(window.values().contains(SAID), "{}", window.values());
    window.picture(&house::out().join("window-evidence-mail-message.png"));
}

/// One key keeps it, another one leads into the folder.
fn keep_it(window: &Window) {
    window.focus_comes_to("Keep this note");
    window.keys(&["Enter"]);
    window.see("1 note kept.");
    window.sheet_is_gone();
    window.focus_comes_to("Go to Juniper’s folder");
    window.picture(&house::out().join("window-evidence-mail-kept.png"));
    window.keys(&["Enter"]);
    window.find_one("[data-testid=folder] [data-note]");
    window.see(SAID);
}

/// By its own words, and by no word that only the source has.
fn it_is_found(window: &Window) {
    story::search(window, "wrote it all");
    window.see("1 text found");
    window.see(SAID);
    window.picture(&house::out().join("window-evidence-mail-found.png"));
    for only_there in [QUOTED, SENDER] {
        story::search(window, only_there);
        window.see("Nothing found for");
    }
}

/// Where it came from stands in the note alone, on its own ground, and under a cover while somebody looks on.
fn its_source_is_kept_apart(window: &Window) {
    story::open_person(window, "June");
    window.see(SAID);
    assert!(!window.shows(SENDER) && !window.shows(SUBJECT), "{}", window.text());
    window.picture(&house::out().join("window-evidence-mail-person.png"));
    window.walk_to("J", "Edit");
    window.keys(&["Enter"]);
    window.see(SUBJECT);
    let source = window.text_of("[data-testid=sources]");
    assert!(source.contains(SENDER) && source.contains("Only you see this."), "{source}");
    assert!(!source.contains("Who did the"), "its words are shown when asked for: {source}");
    window.picture(&house::out().join("window-evidence-mail-source.png"));
    window.keys(&["F8"]);
    window.see("Where it came from, covered");
    assert!(!window.shows(SENDER) && !window.shows(SUBJECT), "{}", window.text());
    window.keys(&["F8"]);
    window.see(SENDER);
    window.keys(&["Esc"]);
    window.sheet_is_gone();
}

fn one_key_takes_it_back(window: &Window) {
    window.keys(&["Ctrl Z"]);
    window.see("Undone: ");
    window.see_no_more(SAID);
    window.see("Nothing kept about Juniper yet");
    story::search(window, "wrote it all");
    window.see("Nothing found for");
}

/// Whose folder it goes into.
fn chosen(window: &Window) -> String {
    let chosen = window.script(
        "const label = [...document.querySelectorAll('dialog label')].find((one) => one.innerText === arguments[0]);
         return label?.control.selectedOptions[0].text",
        vec![json!("Whose folder")],
    );
    chosen.as_str().unwrap_or_default().to_owned()
}
