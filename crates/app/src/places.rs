//! Where the vault of this user lives.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::Fault;

/// The folder of this user's vault: `INGLENOOK_HOME` when set, else `inglenook/vault` in the data folder that the
/// desktop names (`XDG_DATA_HOME`, usually `~/.local/share`).
///
/// # Errors
/// A machine fault when neither the variables nor a home folder say where that is.
pub fn vault_folder() -> Result<PathBuf, Fault> {
    vault_folder_by(|name| std::env::var_os(name))
}

/// The folder of the demonstration vault: beside the real one, never inside it.
pub fn demo_folder(vault: &Path) -> PathBuf {
    vault.with_file_name("demo-vault")
}

/// Whether a folder is the demonstration vault, which says so wherever it is shown.
pub fn is_demo(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == "demo-vault")
}

fn vault_folder_by(variable: impl Fn(&str) -> Option<OsString>) -> Result<PathBuf, Fault> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(home) = set("INGLENOOK_HOME") {
        return Ok(home);
    }
    // The desktop's rule: a relative path in this variable counts as if it were not set.
    let data = set("XDG_DATA_HOME").filter(|path| path.is_absolute());
    data.or_else(|| set("HOME").map(|home| home.join(".local/share")))
        .map(|data| data.join("inglenook/vault"))
        .ok_or_else(|| {
            Fault::machine("There is no home folder to keep the vault in.")
                .next("Set INGLENOOK_HOME to the folder of the vault.")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vault_is_where_the_variables_say() {
        type Case = (&'static [(&'static str, &'static str)], Option<&'static str>);
        let cases: [Case; 6] = [
            (&[("INGLENOOK_HOME", "/v"), ("XDG_DATA_HOME", "/d"), ("HOME", "/h")], Some("/v")),
            (&[("XDG_DATA_HOME", "/d"), ("HOME", "/h")], Some("/d/inglenook/vault")),
            (&[("XDG_DATA_HOME", "d"), ("HOME", "/h")], Some("/h/.local/share/inglenook/vault")),
            (&[("INGLENOOK_HOME", ""), ("HOME", "/h")], Some("/h/.local/share/inglenook/vault")),
            (&[("HOME", "")], None),
            (&[], None),
        ];
        for (variables, folder) in cases {
            let found = vault_folder_by(|name| {
                variables.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value))
            });
            assert_eq!(found.ok(), folder.map(PathBuf::from), "{variables:?}");
        }
    }

    #[test]
    fn the_demonstration_stands_beside_the_vault() {
        let demo = demo_folder(Path::new("/d/inglenook/vault"));
        assert_eq!(demo, Path::new("/d/inglenook/demo-vault"));
        assert!(is_demo(&demo) && !is_demo(Path::new("/d/inglenook/vault")));
    }
}
