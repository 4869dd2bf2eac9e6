//! Against a real bus: `dbus-daemon` as the system bus, and `dbus-send` as the login daemon.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::*;

/// Long enough for a slow machine; a signal that works needs none of it.
const PATIENCE: Duration = Duration::from_secs(30);

struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn start() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed");
        let mut address = String::new();
        let out = daemon.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut address).expect("its address");
        Self { daemon, address: address.trim().to_owned() }
    }

    fn send(&self, path: &str, signal: &str, argument: Option<&str>) {
        let sent = Command::new("dbus-send")
            .arg(format!("--bus={}", self.address))
            .args(["--type=signal", path, signal])
            .args(argument)
            .status()
            .expect("dbus-send is installed");
        assert!(sent.success());
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

#[test]
fn sleep_and_a_locked_screen_lock_the_vault() {
    let bus = Bus::start();
    let (told, heard) = mpsc::channel();
    let (ready, is_ready) = mpsc::channel();
    listen_at(Some(bus.address.clone()), move || told.send(()).is_ok(), Some(ready));
    assert_eq!(is_ready.recv_timeout(PATIENCE), Ok(true), "it listens");

    // What is none of its business comes first: whatever arrives for the next two came for them.
    bus.send(ROOT, "org.freedesktop.login1.Manager.PrepareForSleep", Some("boolean:false"));
    bus.send(ROOT, "org.freedesktop.login1.Manager.PrepareForShutdown", Some("boolean:true"));
    bus.send("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session.Unlock", None);
    bus.send(ROOT, "org.freedesktop.login1.Manager.PrepareForSleep", Some("boolean:true"));
    heard.recv_timeout(PATIENCE).expect("sleep locks");
    bus.send("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session.Lock", None);
    heard.recv_timeout(PATIENCE).expect("a locked screen locks");
    bus.send(ROOT, "org.freedesktop.login1.Manager.PrepareForSleep", Some("boolean:true"));
    heard.recv_timeout(PATIENCE).expect("and again");
    assert!(heard.try_recv().is_err(), "three times and no more");
}

#[test]
fn without_a_bus_nothing_happens() {
    let (ready, is_ready) = mpsc::channel();
    listen_at(Some("unix:path=/nonexistent/inglenook-test-bus".to_owned()), || true, Some(ready));
    assert_eq!(is_ready.recv_timeout(PATIENCE), Ok(false));
}
