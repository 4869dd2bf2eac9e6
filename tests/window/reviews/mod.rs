//! Reviews in the real window, by keyboard alone: no surprises, two points seen differently, a quote that is withdrawn, and
//! nine people in an evening.

use house_tests::window::Window;

mod disagree;
mod nine;
mod quote;
mod surprise;

/// Begins the review of somebody whose name begins like this, in the cycle of the year.
fn begin(window: &Window, name: &str) {
    out_of_texts(window);
    // On the page of a person their name is there already.
    window.keys(&["G", "T"]);
    window.see("Promises");
    window.keys(&["C", "R"]);
    window.find_one("[data-testid=review-sheet]");
    window.type_text(name);
    window.keys(&["Enter", "Enter"]);
    window.find_one("[data-testid=review]");
    window.sheet_is_gone();
}

/// Opens the review of somebody from the list of all.
fn open(window: &Window, name: &str) {
    // A sheet that closes gives the focus back to the text it came from, a moment after it is gone: letters would be typed.
    let listed = window.wait_until(|| {
        out_of_texts(window);
        window.keys(&["G", "R"]);
        window.has("[data-testid=review-row]")
    });
    assert!(listed, "no list of reviews: {}", window.text());
    window.walk_to("J", name);
    window.keys(&["Enter"]);
    window.see(&format!("{name}, review of"));
}

/// A new point behind the one that the cursor is in, or the first, by this key.
fn point(window: &Window, key: &str, text: &str) {
    window.keys(&[key]);
    let empty = "const here = document.activeElement?.closest('[data-testid=point-text]');
        return !!here && here.innerText.trim() === ''";
    assert!(
        window.wait_until(|| window.script(empty, vec![]) == true),
        "{key} leads to {}: {}",
        window.focused(),
        window.text()
    );
    window.type_text(text);
}

/// Single letters are commands where nothing is typed into.
fn out_of_texts(window: &Window) {
    window.script("document.activeElement?.blur()", vec![]);
}
