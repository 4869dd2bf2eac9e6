//! The window of Inglenook: it shows the page, passes calls to the house, and asks the desktop for files.
//!
//! Nothing here knows what the product is about. There is one command (`door`) and one event (`voice`); what the
//! desktop adds (a tray, a shortcut for the whole desktop, one window at a time) is made of those two.

mod command_line;
mod desktop;
mod dialogs;
mod door;
mod dropped;
mod hand;
mod leaving;
mod one_window;
mod shortcut;
mod surroundings;
mod tray;
mod voice;
mod window;
mod words;

use std::process::ExitCode;

use app::desk::LockedBecause;
use tauri::Manager;

use crate::command_line::{Asked, Wish};

/// In whose hands the window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// A person. The window is incognito, and no other program can steer it.
    ByItsOwner,
    /// A test: WebDriver may steer it, and dialogs are answered from a file. Only `inglenook-driven` says so.
    ByATest,
}

/// Opens the window and stays until it is closed.
pub fn open(held: Held) -> ExitCode {
    // Started to read what strangers wrote: then there is no window, and nothing else is opened.
    if let Some(done) = app::mail::serve_if_asked() {
        return done;
    }
    std::panic::set_hook(Box::new(|broken| complain(&words::broke_at(broken.location()))));
    // The toolkit panics when the desktop turns it away; for whoever started the program that is a sentence too.
    let opened =
        std::panic::catch_unwind(|| try_open(held)).unwrap_or_else(|_| Err(words::NO_WINDOW.to_owned()));
    match opened {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            complain(&sentence);
            ExitCode::FAILURE
        }
    }
}

fn try_open(held: Held) -> Result<(), String> {
    let asked = command_line::read(std::env::args_os().skip(1))?;
    if one_window::hand_over(asked.vault) {
        return Ok(());
    }
    surroundings::a_desktop()?;
    if held == Held::ByItsOwner {
        surroundings::put_in_order().map_err(|_| words::NO_WINDOW)?;
    }
    app::harden::harden().map_err(|fault| fault.sentence)?;
    let one_window = tauri_plugin_single_instance::Builder::new()
        .dbus_id(one_window::name_on_the_bus(asked.vault))
        .callback(|app, arguments, _folder| {
            if let Ok(again) = command_line::read(arguments.into_iter().skip(1).map(Into::into)) {
                grant(app, again.wish);
            }
        })
        .build();
    tauri::Builder::default()
        .plugin(one_window)
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![door::call])
        .manage(dialogs::Dialogs::answered_by(held))
        .manage(held)
        .manage(dropped::Dropped::default())
        .manage(voice::Voice::wishing(asked.wish))
        .on_window_event(leaving::on_window_event)
        .setup(move |app| set_up(app.handle(), held, asked))
        .build(tauri::generate_context!())
        .map_err(|_| words::NO_WINDOW)?
        .run(|_, _| {});
    Ok(())
}

fn set_up(app: &tauri::AppHandle, held: Held, asked: Asked) -> Result<(), Box<dyn std::error::Error>> {
    if asked.wish == Wish::Lock {
        // No other window holds this vault, so it is locked already.
        app.exit(0);
        return Ok(());
    }
    app.manage(door::House::open(app, asked.vault)?);
    window::create(app, held)?;
    tray::place(app);
    shortcut::listen(app);
    Ok(())
}

/// Does what another start of the program, the tray or the shortcut asked for.
fn grant(app: &tauri::AppHandle, wish: Wish) {
    match wish {
        Wish::Open => window::show(app),
        Wish::Capture => {
            window::show(app);
            voice::say_capture(app);
        }
        Wish::Lock => leaving::lock(app, LockedBecause::OtherProgram),
    }
}

/// The one place that writes to the terminal: when there is no window to say it in.
fn complain(sentence: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{sentence}");
}
