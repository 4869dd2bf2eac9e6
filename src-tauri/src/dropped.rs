//! Files dropped on the window. The page hears how many there are and never where they lie: a call that would ask its
//! owner for a file takes them one after the other, and only when it says so.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Mutex;

use tauri::WebviewWindow;

/// What was dropped last and was not taken yet.
#[derive(Default)]
pub struct Dropped(Mutex<VecDeque<PathBuf>>);

impl Dropped {
    /// Puts these in the place of what lay here before.
    fn lay(&self, files: Vec<PathBuf>) {
        if let Ok(mut lying) = self.0.lock() {
            *lying = files.into();
        }
    }

    /// The next of them.
    pub fn take(&self) -> Option<PathBuf> {
        self.0.lock().ok()?.pop_front()
    }
}

/// Takes files that are dropped on the window from now on; text that is dragged stays the page's own business.
///
/// # Errors
/// When the window is gone already.
#[cfg(target_os = "linux")]
pub fn accept(window: &WebviewWindow) -> tauri::Result<()> {
    use std::cell::RefCell;
    use std::rc::Rc;

    use gtk::prelude::WidgetExt;
    use tauri::Manager;

    let app = window.app_handle().clone();
    window.with_webview(move |view| {
        let view = view.inner();
        // WebKit asks what is dragged while it still moves, so it is known when it falls.
        let over: Rc<RefCell<Vec<PathBuf>>> = Rc::default();
        let coming = Rc::clone(&over);
        view.connect_drag_data_received(move |_, _, _, _, data, _, _| {
            *coming.borrow_mut() = data.uris().iter().filter_map(|uri| file_of(uri)).collect();
        });
        view.connect_drag_drop(move |_, context, _, _, time| {
            let files = std::mem::take(&mut *over.borrow_mut());
            let Ok(count) = u32::try_from(files.len()) else { return false };
            if count == 0 {
                return false;
            }
            context.drop_finish(true, time);
            app.state::<Dropped>().lay(files);
            crate::voice::say_dropped(&app, count);
            true
        });
    })
}

/// Elsewhere files come through the dialog alone.
///
/// # Errors
/// None.
#[cfg(not(target_os = "linux"))]
pub fn accept(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// The file on this machine that an address names; none for an address elsewhere.
#[cfg(target_os = "linux")]
fn file_of(address: &str) -> Option<PathBuf> {
    let (path, host) = gtk::glib::filename_from_uri(address).ok()?;
    host.is_none().then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_dropped_is_taken_in_order_and_once() {
        let dropped = Dropped::default();
        assert_eq!(dropped.take(), None);
        dropped.lay(vec!["/a".into(), "/b".into()]);
        assert_eq!(dropped.take(), Some("/a".into()));
        dropped.lay(vec!["/c".into()]);
        assert_eq!(dropped.take(), Some("/c".into()));
        assert_eq!(dropped.take(), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn only_a_file_of_this_machine_counts() {
        assert_eq!(file_of("file:///tmp/two%20words.txt"), Some("/tmp/two words.txt".into()));
        for elsewhere in ["https://example.org/a", "file://elsewhere/a", "data:text/plain,x", "a"] {
            assert_eq!(file_of(elsewhere), None, "{elsewhere}");
        }
    }
}
