//! What only the toolkit can do: notice a key, a click or a turn of the wheel, which put off the lock; choose how the page
//! is painted; and end the process that showed it.

use tauri::WebviewWindow;

use crate::Held;

/// Notices every hand on the window from now on, and has it painted the way this machine is good at.
///
/// # Errors
/// When the window is gone already.
#[cfg(target_os = "linux")]
pub fn notice(window: &WebviewWindow, held: Held) -> tauri::Result<()> {
    use gtk::glib::Propagation::Proceed;
    use gtk::prelude::WidgetExt;
    use tauri::Manager;
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

    let house = window.state::<crate::door::House>().inner().clone();
    window.with_webview(move |view| {
        let view = view.inner();
        let (key, click, wheel) = (house.clone(), house.clone(), house);
        view.connect_key_press_event(move |_, _| {
            key.stir();
            Proceed
        });
        view.connect_button_press_event(move |_, _| {
            click.stir();
            Proceed
        });
        view.connect_scroll_event(move |_, _| {
            wheel.stir();
            Proceed
        });
        if let Some(settings) = WebViewExt::settings(&view) {
            // A page that was left is gone: none waits in memory to be gone back to.
            settings.set_enable_page_cache(false);
            // WebKit's driver waits for ever for some pictures of a page that is painted like this.
            if held == Held::ByItsOwner && !crate::surroundings::has_gpu() {
                // Painted straight into the window. The way over layers, which a GPU would put together, is several
                // times slower where the processor has to play the GPU: in a virtual machine, on a remote desktop.
                settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
            }
        }
    })
}

/// Ends the process that showed the page, with everything in its memory, and loads the page in a new one.
///
/// # Errors
/// When the window is gone already.
#[cfg(target_os = "linux")]
pub fn forget(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;

    window.with_webview(|view| {
        let view = view.inner();
        view.terminate_web_process();
        view.reload();
    })
}

/// Elsewhere the page is loaded anew in the same process.
///
/// # Errors
/// When the window is gone already.
#[cfg(not(target_os = "linux"))]
pub fn forget(window: &WebviewWindow) -> tauri::Result<()> {
    window.reload()
}

/// Elsewhere every call counts as a hand, and nothing else.
///
/// # Errors
/// None.
#[cfg(not(target_os = "linux"))]
pub fn notice(_window: &WebviewWindow, _held: Held) -> tauri::Result<()> {
    Ok(())
}
