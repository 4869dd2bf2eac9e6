//! The one event: what the house says to the page.

use std::sync::atomic::{AtomicBool, Ordering};

use app::Happening;
use tauri::{AppHandle, Emitter, Manager};

use crate::command_line::Wish;
use crate::{Held, desktop, window};

/// The name that the page listens to.
const EVENT: &str = "inglenook";

/// A wish from the command line that waits until the page listens.
pub struct Voice {
    capture_waits: AtomicBool,
}

impl Voice {
    /// What the first start asked for.
    pub fn wishing(wish: Wish) -> Self {
        Self { capture_waits: AtomicBool::new(wish == Wish::Capture) }
    }
}

/// Passes on what the house says. After a lock the page is loaded anew, whether it does so itself or not; a prepared
/// message goes to the mail program and not to the page; a reminder goes to both. A window that a test holds leaves the
/// desktop alone.
pub fn pass_on(app: &AppHandle, happening: &Happening) {
    let on_the_desktop = *app.state::<Held>() == Held::ByItsOwner;
    match happening {
        Happening::Compose { link } => {
            if on_the_desktop {
                desktop::compose(app, link.clone());
            }
            return;
        }
        Happening::Remind { sentence } if on_the_desktop => desktop::remind(sentence.clone()),
        _ => {}
    }
    say(app, happening);
    if matches!(happening, Happening::Locked { .. }) {
        window::forget_the_page(app);
    }
}

fn say(app: &AppHandle, happening: &Happening) {
    // An event that cannot be delivered has nobody to hear it: the window is going away.
    let _ = app.emit(EVENT, happening);
}

/// Asks the page for its quick note.
pub fn say_capture(app: &AppHandle) {
    say(app, &Happening::Capture);
}

/// Tells the page that files were dropped on it, and how many.
pub fn say_dropped(app: &AppHandle, files: u32) {
    say(app, &Happening::Dropped { files });
}

/// The page made its first call, so it listens: what waited is said now.
pub fn page_listens(app: &AppHandle) {
    if app.state::<Voice>().capture_waits.swap(false, Ordering::SeqCst) {
        say_capture(app);
    }
}
