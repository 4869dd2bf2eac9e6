//! A view switch in the real window, from the key press to the last thing painted.
//!
//! The page itself keeps the time: the moment of the key event, and the moment after the frame of the last change that
//! is seen. Rows that are put on the page later, below the view, are not. What the driver needs to send a key or to ask is
//! not in it. Pages of one person or meeting are of another one in every round, so that they are never known already;
//! lists are come back to, as people do.

use house_tests::window::{Home, Window};

use crate::Outcome;
use crate::clocked::Times;
use crate::prepared::{PASSPHRASE, Prepared};
use crate::sheet::Line;

/// How often each switch is made, after one that does not count.
const ROUNDS: usize = 12;

/// Leads to a row further down in every round.
const ANOTHER: &[&str] = &["J"];

/// What is switched to: its name, the keys that lead up to it, and the key that counts.
const SWITCHES: &[(&str, &[&str], &str)] = &[
    ("People", &["G"], "P"),
    ("a person", ANOTHER, "Enter"),
    ("1:1s", &["G"], "O"),
    ("a 1:1 document", ANOTHER, "Enter"),
    ("the folder", &["Esc", "G"], "F"),
    ("goals", &["G"], "G"),
    ("reviews", &["G"], "R"),
    ("history", &["G"], "H"),
    ("Today", &["G"], "T"),
];

/// Opens the window on the vault and switches to and fro.
pub fn measure(vault: &Prepared) -> Outcome<Vec<Line>> {
    let home = Home::of(vault.folder.clone());
    let window = Window::open(&home);
    window.write("Passphrase", PASSPHRASE);
    window.keys(&["Enter"]);
    window.see("Today");
    window.script(WATCH, vec![]);
    let mut all = Times::default();
    let mut lines = Vec::new();
    let mut each: Vec<Times> = SWITCHES.iter().map(|_| Times::default()).collect();
    for round in 0..=ROUNDS {
        for ((name, before, last), times) in SWITCHES.iter().zip(&mut each) {
            let times_pressed = if *before == ANOTHER { round + 1 } else { 1 };
            (0..times_pressed).for_each(|_| window.keys(before));
            window.script_later(SETTLE, vec![]);
            window.script("window.__switch.begin()", vec![]);
            window.keys(&[last]);
            let took = window.script_later(SETTLE, vec![]);
            let Some(took) = took.as_f64() else {
                return Err(format!("nothing changed on the page when switching to {name}: {took}").into());
            };
            if round > 0 {
                let took = std::time::Duration::from_secs_f64(took.max(0.0) / 1e3);
                times.push(took);
                all.push(took);
            }
        }
    }
    for ((name, ..), times) in SWITCHES.iter().zip(&each) {
        lines.push(Line::in_ms(format!("view switch to {name}"), times, 50.0));
    }
    lines.push(Line::in_ms(format!("view switch, all {}", all.count()), &all, 50.0));
    window.close();
    Ok(lines)
}

/// Keeps two moments: of the next key event, and after the frame of the page's last change.
const WATCH: &str = r"
    const page = document.querySelector('main');
    const watch = (window.__switch = { key: null, painted: null, changed: 0, asked: 0, begin });
    function begin() {
        watch.key = watch.painted = null;
        addEventListener('keydown', (event) => (watch.key = event.timeStamp), { capture: true, once: true });
    }
    // What the page still waits for from the house.
    const fetch = window.fetch;
    window.fetch = (...what) => {
        watch.asked++;
        return fetch.apply(window, what).finally(() => setTimeout(() => watch.asked--, 50));
    };
    function is_seen(node) {
        if (node.nodeType === Node.COMMENT_NODE || !node.isConnected) return false;
        const place = document.createRange();
        place.selectNode(node);
        const box = place.getBoundingClientRect();
        return box.top < innerHeight && box.bottom > 0 && box.width > 0;
    }
    // A frame is on its way to the screen when the task after its animation callbacks runs.
    const after_frame = new MessageChannel();
    after_frame.port1.onmessage = () => (watch.painted = performance.now());
    new MutationObserver((changes) => {
        const nodes = (change) => (change.type === 'childList' ? [...change.addedNodes] : [change.target]);
        if (!changes.some((change) => nodes(change).some(is_seen))) return;
        watch.changed = performance.now();
        requestAnimationFrame(() => after_frame.port2.postMessage(0));
    }).observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
";

/// Waits until the page has not changed for a while, and answers with the milliseconds between the two moments.
const SETTLE: &str = r"
    const done = arguments[arguments.length - 1];
    const watch = window.__switch;
    const still = () => watch.asked === 0 && performance.now() - watch.changed > 250
        && (watch.key === null || watch.painted > watch.changed);
    const since = performance.now();
    (function look() {
        if (still()) return done(watch.key === null ? null : watch.painted - watch.key);
        if (performance.now() - since > 5000) return done('the page kept changing, or never did');
        setTimeout(look, 20);
    })();
";
