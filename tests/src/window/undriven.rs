//! The window as people get it: nothing drives it, so it is typed into from the keyboard of its screen.

use std::process::Stdio;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Keycode};
use x11rb::protocol::xtest::ConnectionExt as _;

use super::processes::Group;
use super::{Home, close_button, display};
use crate::house;

const PROGRAM: &str = "inglenook";
/// What the keys are called that are not letters.
const ENTER: u32 = 0xff0d;
const CONTROL: u32 = 0xffe3;

/// One open window. Goes away with everything it started when it is dropped.
pub struct Undriven {
    processes: Group,
    display: String,
}

impl Undriven {
    /// Starts Inglenook in this home.
    pub fn open(home: &Home) -> Self {
        let mut program = std::process::Command::new(house::program(PROGRAM));
        home.surround(&mut program);
        let display = display::apart();
        program.env("DISPLAY", &display).stdin(Stdio::null());
        Self { processes: Group::start(&mut program), display }
    }

    /// Types into whatever field has the cursor, in the place of what stands there, and presses Enter. False while
    /// there is no window yet.
    ///
    /// # Panics
    /// When the screen does not answer, or has no such key.
    pub fn type_and_enter(&self, text: &str) -> bool {
        let (screen, number) = x11rb::connect(Some(&self.display)).expect("the screen answers");
        let root = screen.setup().roots[number].root;
        let Some(window) = close_button::windows(&screen, root, &self.processes.ids(PROGRAM)).pop() else {
            return false;
        };
        screen.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME).expect("the screen answers");
        let (first, last) = (screen.setup().min_keycode, screen.setup().max_keycode);
        let keys = screen.get_keyboard_mapping(first, last - first + 1).expect("the screen answers");
        let keys = keys.reply().expect("the screen answers");
        let code = |symbol: u32| -> Keycode {
            let mut rows = keys.keysyms.chunks(keys.keysyms_per_keycode.into());
            let row = rows.position(|row| row[0] == symbol).expect("the keyboard has this key");
            first + Keycode::try_from(row).expect("one of its keys")
        };
        let send = |kind: u8, symbol: u32| {
            let sent = screen.xtest_fake_input(kind, code(symbol), x11rb::CURRENT_TIME, root, 0, 0, 0);
            sent.expect("the screen answers").check().expect("the screen takes keys");
        };
        let press = |symbol: u32| {
            send(KEY_PRESS_EVENT, symbol);
            send(KEY_RELEASE_EVENT, symbol);
        };
        send(KEY_PRESS_EVENT, CONTROL);
        press('a'.into());
        send(KEY_RELEASE_EVENT, CONTROL);
        text.chars().map(u32::from).for_each(press);
        press(ENTER);
        true
    }

    /// How often a masked word is in the memory of each of its processes.
    pub fn memory_with(&self, masked: &[u8], mask: u8) -> Vec<(String, usize)> {
        self.processes.memory_with(masked, mask)
    }
}
