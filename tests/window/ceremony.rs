//! From nothing to a vault, and in and out of it.

use house_tests::story::{self, PASSPHRASE};
use house_tests::window::{Home, Window};

#[test]
fn a_vault_is_made_by_the_keyboard_and_opens_again_only_with_its_secrets() {
    let home = Home::new();
    let window = Window::open(&home);
    let groups = story::make_vault(&window);

    window.keys(&["Ctrl L"]);
    window.see("Unlock to ");
    window.write("Passphrase", "not the right words");
    window.keys(&["Enter"]);
    window.see("That does not open this vault.");
    assert!(!window.shows("Today"), "a wrong passphrase opens nothing: {}", window.text());

    window.keys(&["Ctrl A"]);
    window.type_text(PASSPHRASE);
    window.keys(&["Enter"]);
    window.see("Today");

    window.keys(&["Ctrl L"]);
    window.see("Unlock to ");
    window.press("Use the recovery kit");
    window.write("Recovery code", &groups.join("-"));
    window.keys(&["Enter"]);
    window.see("Today");
    assert_eq!(window.troubles(), Vec::<String>::new());
}

#[test]
fn the_kit_is_saved_where_the_owner_says_and_typed_back_before_the_vault_exists() {
    let home = Home::new();
    let window = Window::open(&home);
    window.write("Your name", story::OWNER);
    window.write("Passphrase", PASSPHRASE);
    window.write("The passphrase once more", PASSPHRASE);
    window.keys(&["Enter"]);
    window.see("Step 2 of 3");
    let groups = story::recovery_code(&window);

    let kit = home.desk().join("kit.txt");
    home.answer_dialog(&kit);
    window.press("Save as text");
    window.see("Saved as");
    let written = std::fs::read_to_string(&kit).unwrap();
    assert!(groups.iter().all(|group| written.contains(group.as_str())), "the kit holds every group");

    window.press("I have it in a safe place");
    window.see("Step 3 of 3");
    let wrong: Vec<String> = groups.iter().map(|group| group.chars().rev().collect()).collect();
    story::type_groups_back(&window, &wrong);
    window.see("not as it stands in the kit");
    assert!(!home.vault().join("vault.db").exists(), "no vault before both ways in are proven");
}

#[test]
fn nothing_of_the_open_vault_stays_in_the_page_after_locking() {
    let home = Home::new();
    let window = Window::open(&home);
    story::make_vault(&window);
    window.script("window.__kept_from_before = 'open'", vec![]);
    window.keys(&["Ctrl L"]);
    window.see("Unlock to ");
    let kept = window.script("return window.__kept_from_before ?? null", vec![]);
    assert!(kept.is_null(), "the page was loaded anew");
    assert!(!window.text().contains(story::OWNER));
    assert_eq!(window.values(), "", "no field holds anything");
}
