//! The vaults that are measured: synthetic, the same for the same scale, made once and kept below `target/bench`.

use std::path::{Path, PathBuf};
use std::process::Command;

use app::Desk;
use serde_json::json;

use crate::{Outcome, sheet::say};

/// A vault to measure.
pub struct Prepared {
    /// Its folder.
    pub folder: PathBuf,
    /// The code of its recovery kit: a way in that costs no key derivation.
    pub code: String,
}

const SEED: &str = "7";
/// Opens every vault that is measured.
pub const PASSPHRASE: &str = "three quiet words for a bench";

/// The folder that benches keep their files in.
pub fn shelf() -> Outcome<PathBuf> {
    let programs = std::env::current_exe()?;
    let target = programs.parent().and_then(Path::parent).ok_or("no target folder")?;
    let shelf = target.join("bench");
    std::fs::create_dir_all(&shelf)?;
    Ok(shelf)
}

/// `nook`, built beside this program.
pub fn nook() -> Outcome<Command> {
    Ok(Command::new(std::env::current_exe()?.with_file_name("nook")))
}

/// The vault of `scale` times ten years, made when it is not there yet.
pub fn vault(scale: &str) -> Outcome<Prepared> {
    let shelf = shelf()?;
    let (folder, kit) = (shelf.join(format!("vault-{scale}")), shelf.join(format!("kit-{scale}.txt")));
    let whole = shelf.join(format!("whole-{scale}"));
    if !whole.exists() {
        let _ = std::fs::remove_dir_all(&folder);
        empty_vault(&folder, &kit)?;
        say(&format!("writing the vault of scale {scale}; this is done once"));
        let mut fill = nook()?;
        fill.env("INGLENOOK_PASSPHRASE", PASSPHRASE).arg("--vault").arg(&folder);
        run(fill.args(["bench-vault", "--scale", scale, "--seed", SEED]))?;
        std::fs::write(&whole, "")?;
    }
    Ok(Prepared { code: code_in(&kit)?, folder })
}

/// A new vault with nothing in it.
pub fn empty_vault(folder: &Path, kit: &Path) -> Outcome<String> {
    let _ = std::fs::remove_file(kit);
    let mut init = nook()?;
    init.env("INGLENOOK_PASSPHRASE", PASSPHRASE).arg("--vault").arg(folder).args([
        "init",
        "--name",
        "Dana Castellan",
        "--kit",
    ]);
    run(init.arg(kit))?;
    code_in(kit)
}

/// The vault, opened with its kit.
pub fn opened(vault: &Prepared) -> Outcome<Desk> {
    let desk = Desk::at(vault.folder.clone(), |_| {});
    call(&desk, "vault.unlock", json!({ "kit": vault.code }))?;
    Ok(desk)
}

/// A call by name; a fault becomes its sentence.
pub fn call(desk: &Desk, name: &str, args: serde_json::Value) -> Outcome<serde_json::Value> {
    desk.call(name, args, None).map_err(|fault| fault.sentence.into())
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Outcome<std::process::Output> {
    let output = command.stdin(std::process::Stdio::null()).output()?;
    if !output.status.success() {
        return Err(format!(
            "{command:?} ended with {}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        )
        .into());
    }
    Ok(output)
}

/// The recovery code on a kit sheet: each group stands after its number.
fn code_in(kit: &Path) -> Outcome<String> {
    let sheet = std::fs::read_to_string(kit)?;
    let mut groups: Vec<&str> = Vec::new();
    let mut words = sheet.split_whitespace();
    while let Some(word) = words.next() {
        if word == (groups.len() + 1).to_string() {
            groups.extend(words.next());
        }
    }
    Ok(groups.join(" "))
}
