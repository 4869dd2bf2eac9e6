//! A place in the desktop's tray, where the desktop has one.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tauri::AppHandle;
use tauri::image::Image;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::TrayIconBuilder;

use crate::command_line::Wish;
use crate::{grant, leaving, words};

const OPEN: &str = "open";
const CAPTURE: &str = "capture";
const LOCK: &str = "lock";
const QUIT: &str = "quit";

/// Asks for a place. A desktop without one is no reason not to start; nor is a missing tray library, which on Linux
/// is only looked for now and answers with a panic.
pub fn place(app: &AppHandle) {
    let _ = catch_unwind(AssertUnwindSafe(|| build(app)));
}

fn build(app: &AppHandle) -> tauri::Result<()> {
    let item = |id: &str, text: &str| MenuItem::with_id(app, id, text, true, None::<&str>);
    let menu = Menu::with_items(
        app,
        &[
            &item(OPEN, words::TRAY_OPEN)?,
            &item(CAPTURE, words::TRAY_CAPTURE)?,
            &PredefinedMenuItem::separator(app)?,
            &item(LOCK, words::TRAY_LOCK)?,
            &item(QUIT, words::TRAY_QUIT)?,
        ],
    )?;
    let icon: Image<'_> = tauri::include_image!("../icons/32x32.png");
    TrayIconBuilder::with_id("inglenook")
        .icon(icon)
        .tooltip("Inglenook")
        .menu(&menu)
        .on_menu_event(|app, event| match event.id().as_ref() {
            OPEN => grant(app, Wish::Open),
            CAPTURE => grant(app, Wish::Capture),
            LOCK => grant(app, Wish::Lock),
            QUIT => leaving::leave(app),
            _ => {}
        })
        .build(app)?;
    Ok(())
}
