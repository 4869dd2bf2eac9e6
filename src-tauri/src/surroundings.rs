//! What the program must not inherit from whoever started it, and what it must have.

use std::ffi::OsString;
use std::process::Command;

/// Variables that would let another program look into the window or steer it: WebKit's automation and its inspector.
const DOORS_OF_WEBKIT: [&str; 3] =
    ["TAURI_WEBVIEW_AUTOMATION", "WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];

/// Memory that C code gives back is overwritten: `free` fills it with this byte, and WebKit, which has an allocator of its
/// own, takes the system's. Both are read once, before a program begins. Without them the answers that pass through to
/// the page stay behind in this process after the lock; a drill finds them.
const WIPED_WHEN_FREED: [(&str, &str); 2] = [("MALLOC_PERTURB_", "165"), ("Malloc", "1")];

/// Starts this program again with the variables as they must be, when one is not. Returns only when all were, or with the
/// error of a system that would not start it: then the window must not open.
///
/// The window is incognito as well, and WebKit automates no such window; this stands before it, because a library that
/// reads the environment may change its mind.
///
/// # Errors
/// When the program could not be started again.
pub fn put_in_order() -> std::io::Result<()> {
    let variable = |name: &str| std::env::var_os(name);
    let (open, unwiped) = (open_doors(|name| variable(name).is_some()), unwiped(variable));
    if open.is_empty() && unwiped.is_empty() {
        return Ok(());
    }
    let mut again = Command::new(std::env::current_exe()?);
    again.args(std::env::args_os().skip(1)).envs(unwiped);
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

/// Whether there is a GPU that may be drawn with.
#[cfg(target_os = "linux")]
pub fn has_gpu() -> bool {
    std::fs::read_dir("/dev/dri")
        .is_ok_and(|devices| devices.flatten().any(|one| is_render_node(&one.file_name())))
}

/// A screen alone ("card0") does not draw.
#[cfg(target_os = "linux")]
fn is_render_node(device: &std::ffi::OsStr) -> bool {
    device.to_string_lossy().starts_with("renderD")
}

fn open_doors(is_set: impl Fn(&str) -> bool) -> Vec<&'static str> {
    DOORS_OF_WEBKIT.into_iter().filter(|name| is_set(name)).collect()
}

fn unwiped(variable: impl Fn(&str) -> Option<OsString>) -> Vec<(&'static str, &'static str)> {
    let needed = WIPED_WHEN_FREED.into_iter().filter(|_| cfg!(target_os = "linux"));
    needed.filter(|(name, value)| variable(name).as_deref() != Some(value.as_ref())).collect()
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

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_freed_is_wiped_from_the_second_start_on() {
        let cases: [(&[(&str, &str)], usize); 4] = [
            (&[], 2),
            (&[("Malloc", "1")], 1),
            (&[("Malloc", "0"), ("MALLOC_PERTURB_", "1")], 2),
            (&WIPED_WHEN_FREED, 0),
        ];
        for (set, missing) in cases {
            let variable =
                |name: &str| set.iter().find(|(of, _)| *of == name).map(|(_, value)| OsString::from(value));
            assert_eq!(unwiped(variable).len(), missing, "{set:?}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_gpu_is_a_render_node_and_not_a_screen() {
        for (device, draws) in [("renderD128", true), ("card0", false), ("by-path", false)] {
            assert_eq!(is_render_node(device.as_ref()), draws, "{device}");
        }
    }

    #[test]
    fn a_clean_start_goes_straight_on() {
        assert_eq!(open_doors(|name| name == "HOME"), Vec::<&str>::new());
    }
}
