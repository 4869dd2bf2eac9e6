//! The keychain of a made-up person: a real Secret Service on a message bus of its own.

use std::process::Command;

use super::{Answer, Place};

/// Opens the keychain, then runs what it is given.
const OPEN: &str = r#"
set -e
eval "$(printf %s 'the keychain of a drill' | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
"$@"
"#;

/// Starts the keychain and leaves it as it is after a start without a password: locked.
const LOCKED: &str = r#"
gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1
"$@"
"#;

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
        let script = match self {
            Self::Open => OPEN,
            Self::Locked => LOCKED,
            // A daemon that is installed would be started by the bus; a bus that knows no services starts none.
            Self::Absent => "\"$@\"",
        };
        let mut session = Command::new("dbus-run-session");
        if self == Self::Absent {
            let bus = place.folder().join("bus.conf");
            std::fs::write(&bus, BARE_BUS).expect("a file for the bus");
            session.arg("--config-file").arg(bus);
        }
        session.args(["--", "bash", "-c", script, "_"]).arg(program.get_program()).args(program.get_args());
        place.surround(&mut session);
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

const BARE_BUS: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"#;
