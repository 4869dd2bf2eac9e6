//! Making a vault, and the demonstration.

use std::path::{Path, PathBuf};

use app::vault::{ConfirmKit, Create, Kit, SaveKit};
use app::{Desk, Fault, Secret, demo, places};
use serde_json::json;

use crate::answer::{Answer, is_conversation, say};
use crate::arguments::Init;
use crate::ask;
use crate::desk::Vault;
use crate::layout::{count, wrapped};

/// What opens the demonstration unless a passphrase is given. There is nothing in it to protect.
const DEMO_PASSPHRASE: &str = "a made up team by the fire";

/// Makes a vault.
pub fn init(folder: Option<PathBuf>, asked: Init) -> Result<Answer, Fault> {
    let vault = Vault::locked(folder)?;
    let desk = vault.desk();
    if !is_conversation() {
        // Before anything is made: without a terminal the kit is read back from its file, and a picture cannot be.
        let Some(file) = &asked.kit else {
            return Err(Fault::wrong_use("The recovery kit has to be kept somewhere.")
                .next("Use a terminal, or name a file for it with --kit."));
        };
        if file.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("txt")) {
            return Err(Fault::wrong_use("Without a terminal the kit has to be a text file.")
                .next("Give it a name that ends in .txt."));
        }
    }
    let owner_name = match asked.name {
        Some(name) => name,
        None => ask::line("Your name, as it stands on your 1:1s:", "Give it with --name.")?,
    };
    let passphrase = ask::new_passphrase(ask::PASSPHRASE)?;
    let kit = desk.run(Create { owner_name, passphrase })?;
    let groups = match asked.kit {
        Some(file) => {
            desk.run(SaveKit { format: None, file: file.clone() })?;
            if is_conversation() { typed_back(&kit)? } else { read_back(&kit, &file)? }
        }
        None => {
            say(&shown(&kit));
            typed_back(&kit)?
        }
    };
    desk.run(ConfirmKit { groups })?;
    Ok(made(
        desk,
        "The vault is made, and both ways into it were tried: the passphrase and the recovery kit.",
    ))
}

/// Makes the demonstration.
pub fn demo(folder: Option<PathBuf>) -> Result<Answer, Fault> {
    let folder = match folder {
        Some(folder) => folder,
        None => places::demo_folder(&places::vault_folder()?),
    };
    let vault = Vault::locked(Some(folder))?;
    let desk = vault.desk();
    let given = ask::given(ask::PASSPHRASE);
    let opens = if given.is_some() { "the passphrase you gave" } else { DEMO_PASSPHRASE };
    make_without_kit(desk, demo::OWNER, given.unwrap_or_else(|| Secret::new(DEMO_PASSPHRASE.to_owned())))?;
    let filled = desk.run(demo::Fill {})?;
    let people = count(u64::from(filled.people), "made-up person", "made-up people");
    Ok(made(
        desk,
        &format!("The demonstration is made: {people} with half a year behind them. It opens with: {opens}"),
    ))
}

/// Makes a vault whose recovery kit nobody needs: there is nothing real in it.
pub fn make_without_kit(desk: &Desk, owner_name: &str, passphrase: Secret) -> Result<(), Fault> {
    let kit = desk.run(Create { owner_name: owner_name.to_owned(), passphrase })?;
    let groups = asked_of(&kit, &kit.groups)?;
    desk.run(ConfirmKit { groups })?;
    Ok(())
}

fn made(desk: &Desk, sentence: &str) -> Answer {
    let folder = desk.house().path().to_string_lossy().into_owned();
    Answer::new(format!("{}\n{folder}", wrapped(sentence, "")), json!({ "folder": folder }))
}

/// The kit as it is shown on a terminal, once.
fn shown(kit: &Kit) -> String {
    let mut text =
        "Your recovery kit opens the vault when the passphrase is lost. Write it on paper and keep it \
        away from this computer. It is not shown again.\n"
            .to_owned();
    for (number, group) in (1..).zip(&kit.groups) {
        text.push_str(&format!("\n  {number:>2}  {group}"));
    }
    wrapped(&text, "")
}

fn typed_back(kit: &Kit) -> Result<[String; 2], Fault> {
    let group = |place: u32| ask::line(&format!("Type group {} of the kit:", place + 1), "Use --kit FILE.");
    Ok([group(kit.ask[0])?, group(kit.ask[1])?])
}

/// Reads the two groups from the file that was just written: proof that it can be read.
fn read_back(kit: &Kit, file: &Path) -> Result<[String; 2], Fault> {
    let text = std::fs::read_to_string(file).map_err(|error| Fault::file("The recovery kit", &error))?;
    asked_of(kit, &numbered_groups(&text))
}

/// The groups of a printed kit: what stands behind the numbers 1, 2, 3 and so on.
fn numbered_groups(text: &str) -> Vec<String> {
    let mut groups = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if word.parse() == Ok(groups.len() + 1)
            && let Some(group) = words.next_if(|next| next.chars().count() == 4)
        {
            groups.push(group.to_owned());
        }
    }
    groups
}

fn asked_of(kit: &Kit, groups: &[String]) -> Result<[String; 2], Fault> {
    let group = |place: u32| {
        let found = usize::try_from(place).ok().and_then(|place| groups.get(place)).cloned();
        found.ok_or_else(|| Fault::machine("The recovery kit could not be read back from its file."))
    };
    Ok([group(kit.ask[0])?, group(kit.ask[1])?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groups_of_a_printed_kit_are_found_behind_their_numbers() {
        let text = "Made on  2 March 2026\n\n   1  AB12       2  CD34\n   3  EF56\n\nStep 4. Keep it safe.";
        assert_eq!(numbered_groups(text), ["AB12", "CD34", "EF56"]);
    }
}
