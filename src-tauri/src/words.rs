//! Every sentence that the window itself shows. All others are the page's.

/// Whose reminder it is.
pub const NAME: &str = "Inglenook";
/// Printed for a word on the command line that means nothing.
pub const USAGE: &str = "Usage: inglenook [--demo] [capture | lock]";
/// The menu of the tray.
pub const TRAY_OPEN: &str = "Open Inglenook";
/// The menu of the tray.
pub const TRAY_CAPTURE: &str = "Quick note";
/// The menu of the tray.
pub const TRAY_LOCK: &str = "Lock";
/// The menu of the tray.
pub const TRAY_QUIT: &str = "Quit";
/// Over a dialog that opens a file.
pub const CHOOSE_FILE: &str = "Choose a file";
/// Over a dialog that chooses a folder.
pub const CHOOSE_FOLDER: &str = "Choose a folder";
/// Over a dialog that names a new file.
pub const SAVE_AS: &str = "Save as";
/// The window did not open.
pub const NO_WINDOW: &str = "The window could not be opened.";
/// Started where there is no desktop.
pub const NO_DESKTOP: &str = "There is no desktop to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. \
    `nook` does the same from a terminal.";
/// A call broke inside.
pub const CALL_BROKE: &str = "The program broke off in the middle of this.";
/// What to do about it.
pub const CALL_BROKE_NEXT: &str = "What was saved before is safe. Try again, or restart Inglenook.";
/// A path that is not valid text.
pub const PATH_NOT_TEXT: &str = "The name of that place cannot be read as text.";
/// What to do about it.
pub const PATH_NOT_TEXT_NEXT: &str = "Choose another folder, or rename this one.";

/// Where the program broke, and never with what: the message of a panic may quote a text of the owner's.
pub fn broke_at(place: Option<&std::panic::Location<'_>>) -> String {
    match place {
        Some(place) => format!("Inglenook broke at {}:{}.", place.file(), place.line()),
        None => "Inglenook broke.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_break_is_told_by_its_place_alone() {
        let told = super::broke_at(Some(std::panic::Location::caller()));
        assert!(told.starts_with("Inglenook broke at src-tauri/src/words.rs:"), "{told}");
    }
}
