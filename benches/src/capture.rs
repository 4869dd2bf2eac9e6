//! What somebody waits for who catches a thought: the window that takes it, the deed that keeps it, a year of them.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{Days, Local};
use house_tests::window::{Home, Window};
use serde_json::{Value, json};

use crate::Outcome;
use crate::clocked::{Times, time};
use crate::prepared::{PASSPHRASE, Prepared, call, opened};
use crate::sheet::Line;

const ROUNDS: usize = 40;
/// How often the window is asked for, after one time that does not count.
const WINDOWS: usize = 20;
/// So many notes are a person's year.
const YEAR: usize = 500;
const NAME: &str = "A Year Of Five Hundred";
/// The program that lets itself be driven; a second start finds the first by the name they share.
const PROGRAM: &str = "inglenook-driven";

/// Measures the three.
pub fn measure(vault: &Prepared) -> Outcome<Vec<Line>> {
    let desk = opened(vault)?;
    let person = person(&desk)?;
    let list = || call(&desk, "folder.list", json!({ "person": person, "limit": YEAR }));
    let mut kept = list()?.as_array().map_or(0, Vec::len);
    let today = Local::now().date_naive();
    while kept < YEAR {
        let on = today - Days::new(u64::try_from(kept * 364 / YEAR)?);
        keep(&desk, &person, kept, Some(on.to_string()))?;
        kept += 1;
    }
    let mut year = Times::default();
    for _ in 0..ROUNDS {
        let (took, replies) = time(|| (list(), call(&desk, "folder.look_back", json!({ "person": person }))));
        if replies.0?.as_array().map_or(0, Vec::len) < YEAR {
            return Err("the year is not whole".into());
        }
        replies.1?;
        year.push(took);
    }
    let mut keeping = Times::default();
    for n in 0..ROUNDS {
        let (took, kept) = time(|| keep(&desk, &person, n, None));
        kept?;
        keeping.push(took);
        // The vault stays as it was measured.
        call(&desk, "history.undo", json!({}))?;
    }
    drop(desk);
    let (again, by_key) = window(vault)?;
    Ok(vec![
        Line::in_ms("keeping a note", &keeping, 10.0),
        Line::in_ms("a person's year of 500 notes", &year, 10.0),
        Line::in_ms("the window for a note, from its key to painted", &by_key, 200.0),
        Line::in_ms("the window for a note, from another program's start to painted", &again, 200.0),
    ])
}

fn keep(desk: &app::Desk, person: &Value, number: usize, on: Option<String>) -> Outcome<Value> {
    let polarity = if number % 5 < 3 { "praise" } else { "constructive" };
    let text = format!(
        "Explained the cutover plan to the platform group and kept a clear log, for the {number}th time."
    );
    let mut note = json!({ "person": person, "polarity": polarity, "text": text });
    if let Some(on) = on {
        note["on"] = on.into();
    }
    call(desk, "folder.keep_note", note)
}

/// The person with the year, made when they are not there yet.
fn person(desk: &app::Desk) -> Outcome<Value> {
    let people = call(desk, "person.list", json!({}))?;
    if let Some(there) = people.as_array().into_iter().flatten().find(|person| person["name"] == NAME) {
        return Ok(there["id"].clone());
    }
    let person = json!({
        "name": NAME, "role": "", "level": "", "site": "", "team": "", "manager": null, "relation": "peer",
        "employment": "employee", "started_on": null, "left_on": null, "email": "", "phone": "", "skills": [],
        "about": "",
    });
    Ok(call(desk, "person.save", person)?["id"].clone())
}

/// From the moment another start of the program is asked for the quick note until the page has painted it.
/// And from the key in the open window, which is how the desktop's own shortcut comes in.
fn window(vault: &Prepared) -> Outcome<(Times, Times)> {
    let home = Home::of(vault.folder.clone()).on_a_bus();
    let window = Window::open(&home);
    window.write("Passphrase", PASSPHRASE);
    window.keys(&["Enter"]);
    window.see("Today");
    window.script(WATCH, vec![]);
    let (mut times, mut by_key) = (Times::default(), Times::default());
    for round in 0..=WINDOWS {
        window.script("window.__note = null", vec![]);
        let asked = SystemTime::now().duration_since(UNIX_EPOCH)?;
        home.start_again(PROGRAM, &["capture"]);
        let painted = window.script_later(PAINTED, vec![]);
        let painted = painted.as_f64().ok_or("the quick note did not come")?;
        if round > 0 {
            times.push(Duration::from_secs_f64(painted / 1e3).saturating_sub(asked));
        }
        window.keys(&["Esc"]);
        window.sheet_is_gone();
    }
    for round in 0..=WINDOWS {
        window.script(PRESSED, vec![]);
        window.keys(&["Ctrl Shift N"]);
        let painted = window.script_later(PAINTED, vec![]).as_f64().ok_or("the quick note did not come")?;
        let pressed = window.script("return window.__key", vec![]).as_f64().ok_or("no key came")?;
        if round > 0 {
            by_key.push(Duration::from_secs_f64((painted - pressed).max(0.0) / 1e3));
        }
        window.keys(&["Esc"]);
        window.sheet_is_gone();
    }
    window.close();
    Ok((times, by_key))
}

/// Keeps the moment of the next key, in milliseconds since 1970.
const PRESSED: &str = r"
    window.__note = null;
    const keep = (event) => (window.__key = performance.timeOrigin + event.timeStamp);
    addEventListener('keydown', keep, { capture: true });
    addEventListener('keyup', () => removeEventListener('keydown', keep, { capture: true }), { once: true });
";

/// Keeps the moment after the frame in which the quick note was painted, in milliseconds since 1970.
const WATCH: &str = r"
    const after_frame = new MessageChannel();
    after_frame.port1.onmessage = () => (window.__note = performance.timeOrigin + performance.now());
    let there = false;
    new MutationObserver(() => {
        const is = document.querySelector('[data-testid=quick-note]') !== null;
        if (is && !there) requestAnimationFrame(() => after_frame.port2.postMessage(0));
        there = is;
    }).observe(document.body, { subtree: true, childList: true });
";

const PAINTED: &str = r"
    const done = arguments[arguments.length - 1];
    const since = performance.now();
    (function look() {
        if (window.__note) return done(window.__note);
        if (performance.now() - since > 5000) return done(null);
        setTimeout(look, 10);
    })();
";
