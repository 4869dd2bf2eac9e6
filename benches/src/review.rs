//! A review on a director's vault: the screen it is written on, what is looked at before it is shared, and its pages.

use serde_json::{Value, json};

use crate::Outcome;
use crate::clocked::{Times, time};
use crate::prepared::{Prepared, call, opened};
use crate::sheet::Line;

/// So many notes were kept about the person in the year.
const NOTES: usize = 500;
/// So many 1:1s were written in the year.
const MEETINGS: u32 = 26;
/// So many points make six pages.
const POINTS: usize = 26;
const ROUNDS: usize = 30;
const NAME: &str = "Wilhelmina Ashgrove";
const CYCLE: &str = "2025";

mod cycle;
mod pages;
mod peers;

const SENTENCES: &[&str] = &[
    "Failover went from 210 to 104 seconds in a year when the migration took most of the time of the team.",
    "She stayed on the bridge after handover, so that a newer colleague would not be alone with it.",
    "The report ran to three pages, with the blocker on the last of them, and finance read it on Friday.",
    "Since September the blocker comes first, in two sentences, and nobody has asked for more.",
];

/// Measures it.
pub fn measure(vault: &Prepared) -> Outcome<Vec<Line>> {
    let desk = opened(vault)?;
    let ask = |name: &str, args: Value| call(&desk, name, args);
    let person = ask("person.save", somebody(NAME))?["id"].clone();
    let day = |n: usize| format!("2025-{:02}-{:02}", n % 12 + 1, n % 28 + 1);
    let mut chips = Vec::new();
    for n in 0..NOTES {
        let polarity = if n % 5 < 3 { "praise" } else { "constructive" };
        let text = format!("{} Number {n}.", SENTENCES[n % SENTENCES.len()]);
        let note = json!({ "person": person, "polarity": polarity, "on": day(n), "text": text });
        let id = ask("folder.keep_note", note)?["id"].clone();
        chips.push(format!("[{n}](inglenook:note/{})", id.as_str().ok_or("no id")?));
    }
    for n in 0..MEETINGS {
        let starts = format!("2025-{:02}-{:02}T10:00", n % 12 + 1, n % 28 + 1);
        let id = ask("one_on_one.plan", json!({ "person": person, "starts": starts }))?["id"].clone();
        let page = ask("one_on_one.get", json!({ "id": id }))?;
        for section in page["sections"].as_array().into_iter().flatten() {
            ask("one_on_one.write", json!({ "section": section["id"], "text": SENTENCES.join(" ") }))?;
        }
    }
    let review = ask("review.save", json!({ "person": person, "cycle": CYCLE, "text": "" }))?["id"].clone();
    let mut points = Vec::new();
    for n in 0..POINTS {
        points.push(ask("review.save_point", point(&review, n, &chips))?["id"].clone());
    }

    let of = || json!({ "id": review });
    let (mut screen, mut look, mut propose, mut hints) =
        (Times::default(), Times::default(), Times::default(), Times::default());
    for round in 0..ROUNDS {
        let (opening, reply) = time(|| ask("review.get", of()).and_then(|_| ask("review.evidence", of())));
        reply?;
        screen.push(opening);
        let text = format!("{} {} Round {round}.", SENTENCES.join(" "), chips[round % chips.len()]);
        ask("review.save_point", json!({ "id": points[1], "review": review, "text": text }))?;
        let (looking, reply) = time(|| ask("review.look_over", of()));
        reply?;
        look.push(looking);
        let (proposing, reply) = time(|| ask("review.propose", json!({ "id": points[1] })));
        reply?;
        propose.push(proposing);
        let typed = json!({ "text": format!("{text} x{round}"), "kind": "review", "record": points[1] });
        let (reading, reply) = time(|| ask("coach.check", typed.clone()));
        reply?;
        hints.push(reading);
    }

    let (pages, six) = pages::measure(vault, desk, &review, POINTS, |n| point(&review, n, &chips))?;
    let desk = opened(vault)?;
    let ask = |name: &str, args: Value| call(&desk, name, args);
    let mut cycles = Times::default();
    for _ in 0..ROUNDS / 3 {
        let (took, reply) = time(|| ask("review.cycles", json!({})));
        reply?;
        cycles.push(took);
    }
    // The vault stays as it was measured.
    ask("person.remove", json!({ "id": person }))?;
    let mut lines = vec![
        Line::in_ms(format!("review screen, {NOTES} notes"), &screen, 30.0),
        Line::in_ms("review looked over, one paragraph changed", &look, 50.0),
        Line::in_ms("surprise looked for in a year", &propose, 50.0),
        Line::in_ms("hints after a keystroke", &hints, 10.0),
        Line::in_ms("all cycles of ten years", &cycles, 50.0),
    ];
    lines.extend(pages);
    lines.push(cycle::measure(six)?);
    Ok(lines)
}

/// One point of about a quarter of a page, which rests on a note.
fn point(review: &Value, n: usize, chips: &[String]) -> Value {
    let section = if n % 5 < 3 { "went_well" } else { "to_improve" };
    let chip = chips.get(n % chips.len().max(1)).map_or("", String::as_str);
    let text = format!("{} {chip}", SENTENCES.repeat(2).join(" "));
    json!({ "review": review, "section": section, "message": format!("What it says, number {n}"), "text": text })
}

fn somebody(name: &str) -> Value {
    json!({
        "name": name, "role": "", "level": "", "site": "", "team": "", "manager": null, "relation": "direct_report",
        "employment": "employee", "started_on": null, "left_on": null, "email": "", "phone": "", "skills": [],
        "about": "",
    })
}
