//! The writing coach on a long review: read whole, and read again after one more keystroke.

use domain::coach::{Coach, Setting, TextKind, check};

use crate::Outcome;
use crate::clocked::{Times, time};
use crate::sheet::Line;

/// How many words the review has.
const WORDS: usize = 3000;
/// How many people are known by name.
const KNOWN: usize = 200;
const ROUNDS: usize = 200;
/// Praise, what is to improve, names and figures, as a review mixes them.
const PARAGRAPHS: &[&str] = &[
    "Marta took over the ledger on 1 June and closed the month in 2 days instead of 5. The audit had no finding.",
    "The demo was great, but the figures on slide 6 were wrong. People say that the notes are always late.",
    "You often miss the date, and maybe the plan was a bit too full. What would have helped you on Thursday?",
    "In the retro on 4 June you let everybody finish before you spoke. Name7 Surname7 told me the same.",
    "Your communication is poor and many tickets waited. On Monday the desk did not hear about the change.",
];

/// Measures it.
pub fn measure() -> Outcome<Vec<Line>> {
    let known = (0..KNOWN).map(|n| format!("Name{n} Surname{n}")).collect();
    let about = vec!["Marta Lindqvist".to_owned()];
    let setting = Setting { kind: TextKind::Review, about, known, anonymous: true, ..Setting::default() };
    let mut text = String::new();
    for (n, paragraph) in PARAGRAPHS.iter().cycle().enumerate() {
        if text.split_whitespace().count() >= WORDS {
            break;
        }
        text.push_str(&format!("{n}. day: {paragraph}\n\n"));
    }
    if check(&text, &setting).is_empty() {
        return Err("the coach found nothing to ask".into());
    }
    let (mut whole, mut keystroke) = (Times::default(), Times::default());
    let mut coach = Coach::new(setting.clone());
    coach.check(&text);
    let place = text.len() / 2;
    for _ in 0..ROUNDS {
        whole.push(time(|| check(&text, &setting)).0);
        text.insert(place, 'a');
        keystroke.push(time(|| coach.check(&text)).0);
    }
    Ok(vec![
        Line::in_ms("coach: 3,000 words", &whole, 20.0),
        Line::in_ms("coach: one more keystroke in 3,000 words", &keystroke, 5.0),
    ])
}
