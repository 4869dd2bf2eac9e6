//! The keychain of a made-up person: a real Secret Service on a message bus of its own.

use std::process::Command;

use super::{Answer, Place};
use crate::bus::BARE_BUS;

/// Starts the keychain, waits until it answers, runs what it is given, and stops the keychain again. It is opened by
/// what it reads; nothing leaves it locked.
const SESSION: &str = r#"
rm -f "$XDG_RUNTIME_DIR/keyring/control"
gnome-keyring-daemon --foreground --components=secrets $how < <(printf %s "$opens") >/dev/null 2>&1 &
daemon=$!
trap 'kill $daemon' EXIT
for _ in {1..200}; do [ -S "$XDG_RUNTIME_DIR/keyring/control" ] && break; sleep 0.02; done
"$@"
"#;
/// What unlocks the keychain.
const OPENS: &str = "the keychain of a drill";

/// How the keychain stands when a program asks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keychain {
    /// Unlocked, as after signing in.
    Open,
    /// There, but locked, and with nobody to ask.
    Locked,
    /// There is a message bus and nothing on it.
    Absent,
}

impl Keychain {
    /// Runs a program in a session with this keychain. What the keychain keeps stays in the home of `place`.
    ///
    /// # Panics
    /// When there is no message bus to be had; it is in the package dbus-daemon.
    pub fn with(self, place: &Place, program: &Command) -> Answer {
        let mut session = Command::new("dbus-run-session");
        if self == Self::Absent {
            // A daemon that is installed would be started by the bus; a bus that knows no services starts none.
            let bus = place.folder().join("bus.conf");
            std::fs::write(&bus, BARE_BUS).expect("a file for the bus");
            session.arg("--config-file").arg(bus);
        }
        session.arg("--");
        if self != Self::Absent {
            session.args(["bash", "-c", SESSION, "_"]);
        }
        session.arg(program.get_program()).args(program.get_args());
        place.surround(&mut session);
        let (how, opens) = if self == Self::Open { ("--unlock", OPENS) } else { ("", "") };
        session.env("how", how).env("opens", opens);
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => session.env(name, value),
                None => session.env_remove(name),
            };
        }
        Answer::of(&mut session)
    }

    /// Empties the keychain, as an update or a helpful person does.
    ///
    /// # Panics
    /// When there was nothing in it.
    pub fn wipe(place: &Place) {
        let kept = place.home().join(".local/share/keyrings");
        assert!(std::fs::read_dir(&kept).expect("a keychain").count() > 0, "the keychain was empty before");
        std::fs::remove_dir_all(kept).expect("it can be removed");
    }
}
