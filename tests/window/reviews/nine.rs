//! Nine people have a review in one evening: the cycle is begun for all, each is written and shared, and all of them leave as
//! files at once.

use std::fs;

use house_tests::house;
use house_tests::story;
use house_tests::window::{Home, Window};

use super::point;

const PEOPLE: [&str; 9] = [
    "Maya Okafor",
    "Tomás Lindqvist",
    "Jun Ramesh",
    "Elif Brandt",
    "Sam Nakai",
    "Noor Haddad",
    "Ruth Vance",
    "Ada O'Neill/Two",
    "Ife Brannigan",
];

#[test]
fn e3_e4_e12_nine_reviews_are_begun_written_shared_and_exported() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    for name in PEOPLE {
        story::add_person(&window, name);
    }
    begin(&window);
    for name in PEOPLE {
        super::open(&window, name);
        point(&window, "Alt N", "Every date held, and nobody had to ask.");
        window.keys(&["Alt S"]);
        window.see("has a day to read it first");
        window.keys(&["Enter"]);
        window.see("Shared, version 1.");
        window.sheet_is_gone();
    }
    leave(&home, &window);
    assert_eq!(window.troubles(), Vec::<String>::new());
}

fn begin(window: &Window) {
    super::out_of_texts(window);
    window.keys(&["C", "B"]);
    window.see("9 people");
    window.picture(&house::out().join("window-review-cycle-begin.png"));
    window.press("Begin");
    window.sheet_is_gone();
    window.see("has begun.");
    let rows = "return document.querySelectorAll('[data-testid=review-row]').length";
    assert!(window.wait_until(|| window.script(rows, vec![]) == 9), "{}", window.text());
}

fn leave(home: &Home, window: &Window) {
    let folder = home.desk().join("all");
    fs::create_dir(&folder).expect("made");
    home.answer_dialog(&folder);
    super::out_of_texts(window);
    window.keys(&["G", "R"]);
    window.see("9 reading");
    window.walk_to("Tab", "Export all as PDF");
    window.keys(&["Enter"]);
    window.see("9 reviews written.");
    window.picture(&house::out().join("window-review-cycle.png"));
    let files = fs::read_dir(&folder).expect("there").count();
    assert_eq!(files, 9, "one file each, whatever their names hold");
}
