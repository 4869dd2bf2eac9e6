//! What the desktop does for the house: shows a reminder, opens the mail program with a prepared message.

use tauri::AppHandle;

use crate::words;

/// Shows a reminder. A desktop that shows none is no reason to stop: what is due stands on Today as well.
pub fn remind(sentence: String) {
    // The bus may take its time to answer.
    let showing = std::thread::Builder::new().name("remind".into()).spawn(move || {
        let shown = notify_rust::Notification::new()
            .appname(words::NAME)
            .summary(words::NAME)
            .body(&sentence)
            .icon(ICON)
            .show();
        drop(shown);
    });
    drop(showing);
}

/// The icon that the desktop entry installs.
const ICON: &str = "dev.inglenook.Inglenook";

/// Opens the owner's mail program with a message that the house prepared. Only links of this one kind are opened, and
/// none that the page made.
pub fn compose(app: &AppHandle, link: String) {
    if link.starts_with("mailto:") {
        // Where nothing opens, the page still offers the file and the text to copy.
        let _ = app.run_on_main_thread(move || open(&link));
    }
}

#[cfg(target_os = "linux")]
fn open(link: &str) {
    let _ = gtk::gio::AppInfo::launch_default_for_uri(link, None::<&gtk::gio::AppLaunchContext>);
}

#[cfg(target_os = "macos")]
fn open(link: &str) {
    let _ = std::process::Command::new("open").arg(link).spawn();
}

#[cfg(target_os = "windows")]
fn open(link: &str) {
    let _ = std::process::Command::new("rundll32").args(["url.dll,FileProtocolHandler", link]).spawn();
}
