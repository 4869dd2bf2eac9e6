//! What the kit says, and the kit as plain text.

use super::KitSheet;
use crate::markdown::say_day;

pub(super) const TITLE: &str = "Recovery kit";
pub(super) const PURPOSE: [&str; 2] = [
    "This code opens your vault when the passphrase is forgotten or this computer is gone.",
    "Whoever has it and a copy of the vault can read everything. Keep it like a house key.",
];
pub(super) const CODE: &str = "Recovery code";
pub(super) const SQUARE: &str = "The same code, for a camera";
pub(super) const USE: &str = "When you need it";
pub(super) const USE_STEPS: [&str; 3] = [
    "Open Inglenook and choose \u{201c}Use the recovery kit\u{201d} on the lock screen.",
    "Type the groups in order. Capitals, spaces and hyphens do not matter.",
    "The vault opens, with everything that is in it.",
];
pub(super) const KEEP: &str = "Until then";
pub(super) const KEEP_STEPS: [&str; 3] = [
    "Keep it on paper, locked away, in another place than the computer.",
    "Do not photograph it, mail it or put it in an online folder.",
    "If it is lost or seen, make a new kit in the settings. This one then opens old backups only.",
];
pub(super) const FOOT: &str = "Without the passphrase and without this page nobody can open the vault, not even the makers of Inglenook.";

/// The kit as plain text in UTF-8, each line at most 80 characters but for what the owner named.
pub fn make_kit_text(sheet: &KitSheet) -> String {
    let mut lines = vec![
        format!("INGLENOOK  {TITLE}"),
        String::new(),
        format!("Vault       {}", sheet.vault_label),
        format!("Belongs to  {}", sheet.owner),
        format!("Made on     {}", say_day(sheet.made_on)),
        String::new(),
    ];
    lines.extend(PURPOSE.into_iter().flat_map(|sentence| wrap(sentence, "", "")));
    lines.extend([String::new(), CODE.to_owned(), String::new()]);
    for (pair, first) in sheet.groups.chunks(2).zip((1_usize..).step_by(2)) {
        let numbered =
            pair.iter().zip(first..).map(|(group, number)| format!("  {number:>2}  {group}      "));
        lines.push(numbered.collect::<String>().trim_end().to_owned());
    }
    for (heading, steps) in [(USE, USE_STEPS), (KEEP, KEEP_STEPS)] {
        lines.extend([String::new(), heading.to_owned(), String::new()]);
        for (step, number) in steps.iter().zip(1..) {
            lines.extend(wrap(step, &format!("  {number}. "), "     "));
        }
    }
    lines.push(String::new());
    lines.extend(wrap(FOOT, "", ""));
    lines.push(String::new());
    lines.join("\n")
}

fn wrap(text: &str, first: &str, other: &str) -> Vec<String> {
    let mut lines = vec![first.to_owned()];
    for word in text.split(' ') {
        let fits = lines.last().is_some_and(|line| line.chars().count() + 1 + word.chars().count() <= 80);
        match lines.last_mut() {
            Some(line) if line.is_empty() || line.ends_with(' ') => line.push_str(word),
            Some(line) if fits => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{other}{word}")),
        }
    }
    lines
}
