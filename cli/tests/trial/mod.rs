//! A vault in a folder of its own, and the real program to work on it.

// Each program of tests uses its own part of this.
#![allow(dead_code, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use app::Desk;
use app::clock::Clock;
use serde_json::{Value, json};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "three quiet foxes at noon";

pub struct Trial {
    pub home: TempDir,
}

impl Trial {
    /// No vault yet.
    pub fn empty() -> Self {
        Self { home: tempfile::tempdir().expect("a folder") }
    }

    /// A vault with three people in it, made with a cheap key.
    pub fn new() -> Self {
        let trial = Self::empty();
        let desk = Desk::for_a_test(trial.vault(), Clock::of_this_machine(), |_| {});
        let call = |name: &str, args| {
            desk.call(name, args, None).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
        };
        let kit = call("vault.create", json!({ "owner_name": "Dana Castellan", "passphrase": PASSPHRASE }));
        let asked = [0, 1].map(|n| kit["groups"][kit["ask"][n].as_u64().expect("a place") as usize].clone());
        call("vault.confirm_kit", json!({ "groups": asked }));
        for name in ["Maya Okafor", "Tomás Lindqvist", "Tom Lindberg"] {
            call("person.save", person(name));
        }
        call("vault.lock", json!({}));
        trial
    }

    pub fn vault(&self) -> PathBuf {
        self.home.path().join("vault")
    }

    pub fn place(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// `nook` on this vault, with nobody in front of it.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nook"));
        command
            .args(args)
            .env_clear()
            .env("INGLENOOK_HOME", self.vault())
            .env("INGLENOOK_PASSPHRASE", PASSPHRASE);
        command.env("TZ", "UTC").env("COLUMNS", "80").stdin(Stdio::null()).current_dir(self.home.path());
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("nook runs")
    }

    /// What it prints; it has to succeed.
    pub fn prints(&self, args: &[&str]) -> String {
        let out = self.run(args);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).expect("UTF-8")
    }

    /// What it answers in JSON; it has to succeed.
    pub fn answers(&self, args: &[&str]) -> Value {
        let args: Vec<_> = ["--json"].iter().chain(args).copied().collect();
        serde_json::from_str(&self.prints(&args)).expect("JSON")
    }

    /// Its exit code and what it says; it has to print nothing.
    pub fn fails(&self, args: &[&str]) -> (i32, String) {
        let out = self.run(args);
        assert!(out.stdout.is_empty(), "{args:?} printed {}", String::from_utf8_lossy(&out.stdout));
        (out.status.code().expect("a code"), String::from_utf8(out.stderr).expect("UTF-8"))
    }
}

fn person(name: &str) -> Value {
    json!({
        "name": name, "role": "Engineer", "level": "", "site": "", "team": "", "manager": null,
        "relation": "direct_report", "employment": "employee", "started_on": null, "left_on": null,
        "email": "", "phone": "", "skills": [], "about": "",
    })
}
