//! One key for the whole desktop: Ctrl+Alt+Space writes something down from any window.
//!
//! Only X11 lets a program ask for that. Under Wayland the desktop's own settings can bind a key to
//! `inglenook capture`, which does the same.

use tauri::AppHandle;
use tauri_plugin_global_shortcut::{Builder, ShortcutState};

use crate::command_line::Wish;
use crate::grant;

const KEY: &str = "ctrl+alt+space";

/// Asks for the key. When another program has it, or the desktop gives none away, everything else still works.
pub fn listen(app: &AppHandle) {
    if !keys_can_be_asked_for(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty())) {
        return;
    }
    let Ok(keys) = Builder::new().with_shortcut(KEY) else { return };
    let keys = keys.with_handler(|app, _, event| {
        if event.state() == ShortcutState::Pressed {
            grant(app, Wish::Capture);
        }
    });
    let _ = app.plugin(keys.build());
}

fn keys_can_be_asked_for(is_set: impl Fn(&str) -> bool) -> bool {
    !cfg!(target_os = "linux") || (is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY"))
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::keys_can_be_asked_for;

    #[test]
    fn only_x11_is_asked() {
        assert!(keys_can_be_asked_for(|name| name == "DISPLAY"));
        assert!(
            !keys_can_be_asked_for(|_| true),
            "a Wayland session has an X11 display for old programs as well"
        );
        assert!(!keys_can_be_asked_for(|_| false));
    }
}
