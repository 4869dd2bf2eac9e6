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
    let atoms = Atoms::new(&screen).expect("the screen answers").reply().expect("the screen answers");
    let root = screen.setup().roots[number].root;
    let windows =
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
    let mut pressed = false;
    for window in windows {
        if belongs(window).is_none() || takes_the_message(window).is_none() {
            continue;
        }
        let data = [atoms.WM_DELETE_WINDOW, x11rb::CURRENT_TIME, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, atoms.WM_PROTOCOLS, data);
        let sent = screen.send_event(false, window, EventMask::NO_EVENT, message);
        sent.expect("the screen answers").check().expect("the window is there");
        pressed = true;
    }
    pressed
}
