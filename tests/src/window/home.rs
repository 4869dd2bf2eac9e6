//! A home folder of a test's own: no vault, setting or cache of the person who runs the tests is touched.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::display;
use crate::bus::Bus;
use crate::house;

/// How long a second start may take before it counts as a first one.
const PATIENCE: Duration = Duration::from_secs(30);

/// A home folder that goes away with the test.
pub struct Home {
    folder: TempDir,
    vault: PathBuf,
    bus: Option<Bus>,
}

impl Home {
    /// A fresh one: nobody has ever started Inglenook here.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        let folder = TempDir::with_prefix("inglenook-home-").expect("a temporary folder");
        for inner in ["run", "desk"] {
            std::fs::create_dir(folder.path().join(inner)).expect("a folder in it");
        }
        let vault = folder.path().join("vault");
        Self { folder, vault, bus: None }
    }

    /// A fresh home around a vault that is there already and stays.
    pub fn of(vault: PathBuf) -> Self {
        Self { vault, ..Self::new() }
    }

    /// The same home with a message bus, on which a second start of the program finds the first.
    pub fn on_a_bus(self) -> Self {
        let bus = Some(Bus::start(self.folder.path()));
        Self { bus, ..self }
    }

    /// Starts the program once more, as a shortcut of the desktop does, and waits until it has handed over what it was
    /// asked for.
    ///
    /// # Panics
    /// When it does not end by itself: then no other window was found.
    pub fn start_again(&self, program: &str, arguments: &[&str]) {
        let mut again = Command::new(house::program(program));
        self.surround(&mut again);
        again.args(arguments).env("DISPLAY", display::display()).stdin(Stdio::null());
        let mut again = again.spawn().expect("the program starts");
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if let Some(ended) = again.try_wait().expect("it can be asked") {
                assert!(ended.success(), "{program} could not hand over {arguments:?}");
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        let _ = again.kill();
        let _ = again.wait();
        panic!("{program} found no other window for {arguments:?}");
    }

    /// Where the vault is.
    pub fn vault(&self) -> PathBuf {
        self.vault.clone()
    }

    /// A place for files that go in or come out.
    pub fn desk(&self) -> PathBuf {
        self.folder.path().join("desk")
    }

    /// Answers the next file dialog with this path; each answer serves once, in order.
    pub fn answer_dialog(&self, path: &Path) {
        let answers = self.answers();
        let mut lines = std::fs::read_to_string(&answers).unwrap_or_default();
        lines.push_str(path.to_str().expect("a plain path"));
        lines.push('\n');
        std::fs::write(answers, lines).expect("the answers can be written");
    }

    /// Runs `nook` on this home's vault, which opens with this passphrase.
    ///
    /// # Panics
    /// When it fails; says what it said.
    pub fn nook(&self, passphrase: &str, arguments: &[&str]) -> String {
        let mut nook = Command::new(house::program("nook"));
        self.surround(&mut nook);
        nook.args(arguments).env("INGLENOOK_PASSPHRASE", passphrase).stdin(Stdio::null());
        let output = nook.output().expect("nook starts");
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "nook {} said: {complaint}", arguments.join(" "));
        String::from_utf8(output.stdout).expect("nook writes text")
    }

    /// Gives a program this home, and nothing of the session that runs the tests.
    pub(super) fn surround(&self, command: &mut Command) {
        let home = self.folder.path();
        let bus = self.bus.as_ref().map_or("unix:path=/nonexistent/bus", |bus| &bus.address);
        for name in
            ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "WAYLAND_DISPLAY"]
        {
            command.env_remove(name);
        }
        command
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", home.join("run"))
            .env("INGLENOOK_HOME", self.vault())
            .env("INGLENOOK_DIALOG_ANSWERS", self.answers())
            // Another window of the same person, or the keychain of this machine, must not answer.
            .env("DBUS_SESSION_BUS_ADDRESS", bus)
            .env("NO_AT_BRIDGE", "1")
            .env("LC_ALL", "C.UTF-8");
    }

    fn answers(&self) -> PathBuf {
        self.folder.path().join("answers")
    }
}
