//! The close button of a window, where no window manager draws one: the message that every one of them sends.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, Window};

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        WM_PROTOCOLS,
        WM_DELETE_WINDOW,
        _NET_WM_PID,
    }
}

/// Presses it on every window of these processes; false when they have none on this screen.
///
/// # Panics
/// When the screen does not answer.
pub fn press(display: &str, processes: &[u32]) -> bool {
    let (screen, number) = x11rb::connect(Some(display)).expect("the screen answers");
    let atoms = atoms(&screen);
    let windows = windows(&screen, screen.setup().roots[number].root, processes);
    for window in &windows {
        let data = [atoms.WM_DELETE_WINDOW, x11rb::CURRENT_TIME, 0, 0, 0];
        let message = ClientMessageEvent::new(32, *window, atoms.WM_PROTOCOLS, data);
        let sent = screen.send_event(false, *window, EventMask::NO_EVENT, message);
        sent.expect("the screen answers").check().expect("the window is there");
    }
    !windows.is_empty()
}

/// The windows of these processes that can be closed.
///
/// # Panics
/// When the screen does not answer.
pub fn windows(screen: &impl Connection, root: Window, processes: &[u32]) -> Vec<Window> {
    let atoms = atoms(screen);
    let mut windows =
        screen.query_tree(root).expect("the screen answers").reply().expect("the screen answers").children;
    let belongs = |window: Window| {
        let id = screen
            .get_property(false, window, atoms._NET_WM_PID, AtomEnum::CARDINAL, 0, 1)
            .ok()?
            .reply()
            .ok()?;
        id.value32()?.next().filter(|id| processes.contains(id))
    };
    let takes_the_message = |window: Window| {
        let known = screen
            .get_property(false, window, atoms.WM_PROTOCOLS, AtomEnum::ATOM, 0, 32)
            .ok()?
            .reply()
            .ok()?;
        known.value32()?.find(|message| *message == atoms.WM_DELETE_WINDOW)
    };
    windows.retain(|window| belongs(*window).is_some() && takes_the_message(*window).is_some());
    windows
}

fn atoms(screen: &impl Connection) -> Atoms {
    Atoms::new(screen).expect("the screen answers").reply().expect("the screen answers")
}
