//! What the program must not inherit from whoever started it.

use std::process::Command;

/// Variables that would let another program look into the window or steer it: WebKit's automation and its inspector.
const DOORS_OF_WEBKIT: [&str; 3] =
    ["TAURI_WEBVIEW_AUTOMATION", "WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];

/// Starts this program again without those variables, when one is set. Returns only when there was nothing to take
/// away, or with the error of a system that would not start it: then the window must not open.
///
/// The window is incognito as well, and WebKit automates no such window; this stands before it, because a library that
/// reads the environment may change its mind.
///
/// # Errors
/// When the program could not be started again.
pub fn close_the_doors_of_webkit() -> std::io::Result<()> {
    let open = open_doors(|name| std::env::var_os(name).is_some());
    if open.is_empty() {
        return Ok(());
    }
    let mut again = Command::new(std::env::current_exe()?);
    again.args(std::env::args_os().skip(1));
    for name in open {
        again.env_remove(name);
    }
    Err(start_in_place_of_this_one(&mut again))
}

/// Whether there is a desktop to open a window on.
///
/// # Errors
/// The sentence to print when there is none.
pub fn a_desktop() -> Result<(), String> {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        return Err(crate::words::NO_DESKTOP.to_owned());
    }
    Ok(())
}

fn open_doors(is_set: impl Fn(&str) -> bool) -> Vec<&'static str> {
    DOORS_OF_WEBKIT.into_iter().filter(|name| is_set(name)).collect()
}

#[cfg(unix)]
fn start_in_place_of_this_one(program: &mut Command) -> std::io::Error {
    use std::os::unix::process::CommandExt;
    program.exec()
}

#[cfg(not(unix))]
fn start_in_place_of_this_one(program: &mut Command) -> std::io::Error {
    match program.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(error) => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn automation_and_inspector_are_taken_away_and_nothing_else() {
        let set = ["HOME", "TAURI_WEBVIEW_AUTOMATION", "WEBKIT_INSPECTOR_SERVER", "DISPLAY"];
        let found = open_doors(|name| set.contains(&name));
        assert_eq!(found, ["TAURI_WEBVIEW_AUTOMATION", "WEBKIT_INSPECTOR_SERVER"]);
    }

    #[test]
    fn a_clean_start_goes_straight_on() {
        assert_eq!(open_doors(|name| name == "HOME"), Vec::<&str>::new());
    }
}
