//! The window itself: what may be shown in it, and nothing else.

use tauri::webview::{NewWindowResponse, WebviewWindow, WebviewWindowBuilder};
use tauri::{AppHandle, Manager, Url};

use crate::{Held, dropped, hand};

/// The only window there is.
const LABEL: &str = "main";

/// For a test: remembers what the page or its rules complained about, from the first moment on.
const REMEMBER_TROUBLES: &str = "window.__troubles = [];
    for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
        addEventListener(kind, (event) => window.__troubles.push(
            `${kind}: ${event.violatedDirective ?? ''} ${event.blockedURI ?? ''} ${event.message ?? event.reason ?? ''}`,
        ), true);
    }";

/// Makes the window that `tauri.conf.json` describes.
///
/// # Errors
/// When the system has no window to give.
pub fn create(app: &AppHandle, held: Held) -> tauri::Result<()> {
    let described = app.config().app.windows.iter().find(|window| window.label == LABEL);
    let described = described.ok_or(tauri::Error::WindowNotFound)?;
    let mut builder = WebviewWindowBuilder::from_config(app, described)?
        .on_navigation(is_our_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    if held == Held::ByATest {
        // WebKit automates no incognito window.
        builder = builder.incognito(false).initialization_script(REMEMBER_TROUBLES);
    }
    let window = builder.build()?;
    dropped::accept(&window)?;
    hand::notice(&window, held)
}

/// The window, while there is one.
pub fn of(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(LABEL)
}

/// Brings it to the front.
pub fn show(app: &AppHandle) {
    if let Some(window) = of(app) {
        // A desktop that refuses to raise a window shows that it wants attention; there is no more to do.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Takes it from the screen.
pub fn hide(app: &AppHandle) {
    if let Some(window) = of(app) {
        let _ = window.hide();
    }
}

/// Loads the page anew in a process of its own, so that nothing of the open vault stays in memory. A page that is only
/// loaded anew leaves its texts behind in the process that showed it.
pub fn forget_the_page(app: &AppHandle) {
    let Some(window) = of(app) else { return };
    // WebDriver takes a page whose process is ended for one that crashed, and lets go of the window.
    let is_driven = app.try_state::<Held>().is_some_and(|held| *held == Held::ByATest);
    if is_driven || hand::forget(&window).is_err() {
        let _ = window.reload();
    }
}

/// The page inside the program is the only place to go. A link, a dropped file, a script: none leads out.
fn is_our_own_page(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) => true,
        ("http" | "https", Some("tauri.localhost")) => cfg!(windows),
        ("http", Some("localhost")) => tauri::is_dev() && url.port() == Some(1420),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_out_is_closed() {
        for address in [
            "https://example.org/",
            "http://localhost/",
            "http://localhost:8080/",
            "file:///etc/passwd",
            "about:blank",
            "data:text/html,x",
            "javascript:1",
            "blob:tauri://localhost/1",
            "tauri://elsewhere/",
            "ipc://localhost/call",
        ] {
            assert!(!is_our_own_page(&Url::parse(address).unwrap()), "{address}");
        }
        assert!(is_our_own_page(&Url::parse("tauri://localhost/index.html").unwrap()));
    }
}
