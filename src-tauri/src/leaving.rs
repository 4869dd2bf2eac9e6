//! Locking and closing without losing the sentence in hand.

use std::time::{Duration, Instant};

use app::desk::LockedBecause;
use tauri::{AppHandle, Manager, Window, WindowEvent};

use crate::door::House;
use crate::{voice, window};

/// The page gets this long to begin saving what is in hand.
const TO_BEGIN: Duration = Duration::from_millis(250);
/// Then the calls under way get until here. What was saved before is safe either way.
const AT_MOST: Duration = Duration::from_millis(1500);

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

/// Lets the page save, gives the keys back, and ends the program.
pub fn leave(app: &AppHandle) {
    // Gone for the eye at once; a page that is hidden saves what is in hand, too.
    window::hide(app);
    after_flush(app, |app, house| {
        house.lock(LockedBecause::Request);
        app.exit(0);
    });
}

/// Lets the page save, and gives the keys back.
pub fn lock_after_flush(app: &AppHandle, because: LockedBecause) {
    after_flush(app, move |_, house| house.lock(because));
}

fn after_flush(app: &AppHandle, then: impl FnOnce(&AppHandle, &House) + Send + 'static) {
    let app = app.clone();
    voice::say_closing(&app);
    std::thread::spawn(move || {
        let Some(house) = app.try_state::<House>().map(|house| house.inner().clone()) else { return };
        let began = Instant::now();
        std::thread::sleep(TO_BEGIN);
        while !house.is_idle() && began.elapsed() < AT_MOST {
            std::thread::sleep(Duration::from_millis(20));
        }
        then(&app, &house);
    });
}
