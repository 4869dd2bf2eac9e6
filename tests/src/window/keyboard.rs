//! Key presses as people write them: "Ctrl Shift N", "Enter", "G T".

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

/// The presses and releases of one stroke.
///
/// # Panics
/// When a name is not a key.
pub fn stroke(written: &str) -> KeyActions {
    let keys: Vec<char> = written.split(' ').map(key).collect();
    let mut actions = KeyActions::new("keyboard".to_owned());
    for key in &keys {
        actions = actions.then(KeyAction::Down { value: *key });
    }
    for key in keys.iter().rev() {
        actions = actions.then(KeyAction::Up { value: *key });
    }
    actions
}

/// Letter after letter, as typing is.
pub fn text(typed: &str) -> KeyActions {
    let mut actions = KeyActions::new("keyboard".to_owned());
    for letter in typed.chars() {
        let value = if letter == '\n' { Key::Enter.into() } else { letter };
        actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
    }
    actions
}

fn key(name: &str) -> char {
    let known = match name {
        "Ctrl" => Key::Control,
        "Alt" => Key::Alt,
        "Shift" => Key::Shift,
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Esc" => Key::Escape,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "Backspace" => Key::Backspace,
        "F8" => Key::F8,
        "Space" => return ' ',
        letter => {
            let mut letters = letter.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => letter.to_ascii_lowercase(),
                _ => panic!("{name} is not the name of a key"),
            };
        }
    };
    known.into()
}
