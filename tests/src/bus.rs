//! A message bus of a test's own, on which programs of one made-up person find each other and nothing else.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A bus that knows no services, so that it starts none.
pub const BARE_BUS: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"#;

/// A running bus. Goes away when it is dropped.
pub struct Bus {
    daemon: Child,
    /// Where programs find it, for `DBUS_SESSION_BUS_ADDRESS`.
    pub address: String,
}

impl Bus {
    /// Starts one whose settings lie in this folder.
    ///
    /// # Panics
    /// When there is no message bus to be had; it is in the package dbus-daemon.
    pub fn start(folder: &Path) -> Self {
        let settings = folder.join("bus.conf");
        std::fs::write(&settings, BARE_BUS).expect("a file for the bus");
        let mut program = Command::new("dbus-daemon");
        program.arg("--config-file").arg(settings).args(["--nofork", "--print-address=1"]);
        let mut daemon =
            program.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("dbus-daemon starts");
        let told = daemon.stdout.take().expect("it says its address");
        let mut address = String::new();
        BufReader::new(told).read_line(&mut address).expect("it says its address");
        Self { daemon, address: address.trim().to_owned() }
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
