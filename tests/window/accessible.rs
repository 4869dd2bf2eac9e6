//! Every room, light and dark, as axe-core sees it: names, contrast, roles, order.

use house_tests::house;
use house_tests::story;
use house_tests::window::{Home, Window};
use serde_json::Value;

/// The rooms, by their keys.
const ROOMS: [(&str, &[&str]); 10] = [
    ("today", &["G", "T"]),
    ("people", &["G", "P"]),
    ("one-on-ones", &["G", "O"]),
    ("folder", &["G", "F"]),
    ("goals", &["G", "G"]),
    ("talks", &["G", "D"]),
    ("mail", &["C", "M"]),
    ("reviews", &["G", "R"]),
    ("history", &["G", "H"]),
    ("settings", &["Ctrl ,"]),
];

#[test]
fn no_room_keeps_anybody_out() {
    let home = Home::new();
    let window = Window::open(&home);
    window.see("Step 1 of 3");
    let mut complaints = axe(&window, "the ceremony");
    story::make_vault(&window);
    complaints.extend(axe(&window, "the empty vault"));
    story::bring_in_roster(&home, &window);
    story::plan_one_on_one(&window, "Deniz");
    complaints.extend(axe(&window, "a 1:1"));
    story::keep_note(&window, "Deniz", "Explained the cutover to the newcomers.");
    for theme in ["light", "dark"] {
        for (room, keys) in ROOMS {
            window.script("document.activeElement?.blur()", vec![]);
            window.keys(keys);
            window.wait_until(|| !window.text().is_empty());
            complaints.extend(axe(&window, &format!("{room}, {theme}")));
            window.picture(&house::out().join(format!("window-{room}-{theme}.png")));
        }
        window.keys(&["Ctrl Shift L"]);
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// What axe-core finds wrong, in a line each. It is injected by the driver; the page's own rules would not let it in.
fn axe(window: &Window, place: &str) -> Vec<String> {
    let source = std::fs::read_to_string(house::root().join("ui/node_modules/axe-core/axe.min.js")).unwrap();
    window.script(&source, vec![]);
    let found = window.script_later(
        "const done = arguments[arguments.length - 1];
         axe.run(document, { resultTypes: ['violations'] }).then(
             (result) => done(result.violations.flatMap((rule) =>
                 rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} (${rule.help})`))),
             (broken) => done([`axe broke: ${broken}`]))",
        vec![],
    );
    let lines = found.as_array().into_iter().flatten().filter_map(Value::as_str);
    lines.map(|line| format!("{place}: {line}")).collect()
}
