//! A place of a drill's own: a home, a desk, a folder for temporary files, and `nook` that knows no other.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::PASSPHRASE;
use crate::house;

/// Goes away with the drill.
pub struct Place {
    folder: TempDir,
}

/// What `nook` said.
#[derive(Debug)]
pub struct Answer {
    /// What it exited with; `None` when it was killed.
    pub code: Option<i32>,
    /// Its answer.
    pub out: String,
    /// Everything else it said, on one line: where it breaks its lines is not what a drill is about.
    pub said: String,
}

impl Place {
    /// A fresh one, in memory where the system offers that: drills make many small synced writes.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            TempDir::with_prefix_in("inglenook-drill-", memory)
        } else {
            TempDir::with_prefix("inglenook-drill-")
        };
        let folder = folder.expect("a temporary folder");
        for inner in ["home", "run", "tmp", "desk"] {
            let inner = folder.path().join(inner);
            std::fs::create_dir(&inner).expect("a folder in it");
            let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
            std::fs::set_permissions(inner, mode).expect("it belongs to us");
        }
        Self { folder }
    }

    /// All of it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
    /// Where the vault is.
    pub fn vault(&self) -> PathBuf {
        self.folder().join("vault")
    }
    /// The home folder; the vault is not in it.
    pub fn home(&self) -> PathBuf {
        self.folder().join("home")
    }
    /// Where files come from and go to that somebody named.
    pub fn desk(&self) -> PathBuf {
        self.folder().join("desk")
    }

    /// Gives a program this place, and nothing of the session that runs the drill.
    pub fn surround(&self, command: &mut Command) {
        for name in [
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "XDG_STATE_HOME",
            "DISPLAY",
            "WAYLAND_DISPLAY",
        ] {
            command.env_remove(name);
        }
        command
            .env("HOME", self.home())
            .env("XDG_RUNTIME_DIR", self.folder().join("run"))
            .env("TMPDIR", self.folder().join("tmp"))
            .env("INGLENOOK_HOME", self.vault())
            // The keychain of this machine must not answer.
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
            .env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")
            .env("LC_ALL", "C.UTF-8")
            .current_dir(self.desk())
            .stdin(Stdio::null());
    }

    /// `nook` in this place, not started, without a passphrase.
    pub fn nook(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(house::program("nook"));
        self.surround(&mut command);
        command.env_remove("INGLENOOK_PASSPHRASE").args(arguments);
        command
    }

    /// Runs `nook` with the passphrase every drill uses.
    pub fn run(&self, arguments: &[&str]) -> Answer {
        self.run_with(PASSPHRASE, arguments)
    }

    /// Runs `nook` with another passphrase.
    pub fn run_with(&self, passphrase: &str, arguments: &[&str]) -> Answer {
        Answer::of(self.nook(arguments).env("INGLENOOK_PASSPHRASE", passphrase))
    }

    /// Makes a call of the table through `nook`; the reply.
    ///
    /// # Panics
    /// When it was not done.
    pub fn call(&self, name: &str, args: &Value) -> Value {
        self.run(&["call", name, &args.to_string()]).json()
    }
}

impl Answer {
    /// Runs a program to its end.
    ///
    /// # Panics
    /// When it does not start.
    pub fn of(command: &mut Command) -> Self {
        let output =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).output().expect("the program starts");
        Self::from(&output)
    }

    /// Nothing went wrong.
    ///
    /// # Panics
    /// When something did.
    pub fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "{self:?}");
        self
    }

    /// The answer as JSON, when nothing went wrong.
    ///
    /// # Panics
    /// When something did, or the answer is no JSON.
    pub fn json(self) -> Value {
        let done = self.done();
        serde_json::from_str(&done.out).unwrap_or_else(|error| panic!("{error} in {done:?}"))
    }
}

impl From<&Output> for Answer {
    fn from(output: &Output) -> Self {
        let said = String::from_utf8_lossy(&output.stderr);
        Self {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            said: said.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}
