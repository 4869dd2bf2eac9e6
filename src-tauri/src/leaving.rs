//! Locking and closing without losing the sentence in hand.

use app::desk::LockedBecause;
use tauri::{AppHandle, Manager, Window, WindowEvent};

use crate::door::House;
use crate::window;

/// The window's own close button leaves like everything else.
pub fn on_window_event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            leave(window.app_handle());
        }
        WindowEvent::Focused(true) => {
            if let Some(house) = window.try_state::<House>() {
                house.stir();
            }
        }
        _ => {}
    }
}

/// Lets the page save, gives the keys back, and ends the program. Words that nothing would keep beyond its end keep it
/// from ending: the window comes back, and the page says what it holds.
pub fn leave(app: &AppHandle) {
    // Gone for the eye at once; a page that is hidden hands over what is in hand, too.
    window::hide(app);
    beside(app, |app, house| {
        if house.hand_over() {
            house.lock(LockedBecause::Request);
            app.exit(0);
        } else {
            window::show(app);
        }
    });
}

/// Lets the page save, and gives the keys back.
pub fn lock(app: &AppHandle, because: LockedBecause) {
    beside(app, move |_, house| {
        house.hand_over();
        house.lock(because);
    });
}

/// Never on the thread that draws: the page has to answer meanwhile.
fn beside(app: &AppHandle, then: impl FnOnce(&AppHandle, &House) + Send + 'static) {
    let app = app.clone();
    std::thread::spawn(move || {
        if let Some(house) = app.try_state::<House>() {
            then(&app, house.inner());
        }
    });
}
