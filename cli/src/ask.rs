//! Asking whoever sits in front of the terminal.

use std::io::{self, Read};

use app::{Fault, Secret};

use crate::answer::{is_conversation, say};

/// The variable that holds the passphrase for scripts.
pub const PASSPHRASE: &str = "INGLENOOK_PASSPHRASE";
/// The variable that holds the code of the recovery kit, for whoever has forgotten the passphrase.
pub const KIT: &str = "INGLENOOK_KIT";
/// The variable that holds the next passphrase, when it is changed by a script.
pub const NEW_PASSPHRASE: &str = "INGLENOOK_NEW_PASSPHRASE";

/// The passphrase from the variable `from`, if it is set.
pub fn given(from: &str) -> Option<Secret> {
    std::env::var(from).ok().filter(|text| !text.is_empty()).map(Secret::new)
}

/// A passphrase: from the variable `from`, else typed once.
pub fn passphrase(from: &str, prompt: &str) -> Result<Secret, Fault> {
    match given(from) {
        Some(secret) => Ok(secret),
        None => typed(from, prompt),
    }
}

/// What proves whose vault it is: a passphrase, or else the code of a recovery kit. The passphrase's variable comes
/// first, then the kit's, then the passphrase typed once.
pub fn passphrase_or_kit(prompt: &str) -> Result<(Option<Secret>, Option<Secret>), Fault> {
    match (given(PASSPHRASE), given(KIT)) {
        (None, Some(kit)) => Ok((None, Some(kit))),
        (Some(passphrase), _) => Ok((Some(passphrase), None)),
        (None, None) => Ok((Some(typed(PASSPHRASE, prompt)?), None)),
    }
}

/// A new passphrase: from the variable `from`, else typed twice.
pub fn new_passphrase(from: &str) -> Result<Secret, Fault> {
    if let Some(secret) = given(from) {
        return Ok(secret);
    }
    let first = typed(from, "New passphrase: ")?;
    let again = typed(from, "The same once more: ")?;
    if first.expose() == again.expose() {
        return Ok(first);
    }
    Err(Fault::wrong_use("The two passphrases differ.").next("Nothing was changed. Try again."))
}

/// One line, typed after `prompt`.
pub fn line(prompt: &str, without_terminal: &str) -> Result<String, Fault> {
    if !is_conversation() {
        return Err(Fault::wrong_use("There is no terminal to ask at.").next(without_terminal));
    }
    say(prompt);
    let mut typed = String::new();
    io::stdin().read_line(&mut typed).map_err(|error| Fault::file("The terminal", &error))?;
    Ok(typed.trim().to_owned())
}

/// The text itself, or for `-` what stands on standard input.
pub fn text_or_input(text: String) -> Result<String, Fault> {
    if text != "-" {
        return Ok(text);
    }
    let mut read = String::new();
    io::stdin().read_to_string(&mut read).map_err(|error| Fault::file("Standard input", &error))?;
    Ok(read.trim_end_matches('\n').to_owned())
}

fn typed(from: &str, prompt: &str) -> Result<Secret, Fault> {
    if !is_conversation() {
        return Err(Fault::locked().next(format!("Set {from}, or use a terminal.")));
    }
    rpassword::prompt_password(prompt).map(Secret::new).map_err(|error| Fault::file("The terminal", &error))
}
