//! What is printed, and what the program exits with.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use app::vault::{Finding, Severity};
use app::{Fault, FaultKind};
use serde_json::{Value, json};

use crate::layout;

/// An answer, for people and for scripts.
pub struct Answer {
    text: String,
    json: Value,
    findings: Vec<Finding>,
    code: u8,
}

impl Answer {
    /// The same answer twice: well set, and as JSON.
    pub fn new(text: impl Into<String>, json: Value) -> Self {
        Self { text: text.into(), json, findings: Vec::new(), code: 0 }
    }

    /// An answer that is what it is, whoever reads it.
    pub fn plain(text: String) -> Self {
        Self { json: Value::String(text.clone()), text, findings: Vec::new(), code: 0 }
    }

    /// With what came to light on the way.
    pub fn with(mut self, findings: Vec<Finding>) -> Self {
        self.findings.extend(findings);
        self
    }

    /// With an exit code that is not success, although there is an answer.
    pub fn exits_with(mut self, code: u8) -> Self {
        self.code = code;
        self
    }

    /// Prints it. A reader who stops reading is no trouble.
    pub fn print(&self, as_json: bool) -> ExitCode {
        for finding in &self.findings {
            say(&sentence_of(finding));
        }
        let mut text = if as_json { in_json(&self.json) } else { self.text.clone() };
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => ExitCode::from(self.code),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(self.code),
            Err(error) => fail(&Fault::file("The answer", &error), as_json),
        }
    }
}

/// Says a fault, and exits with the code of its kind.
pub fn fail(fault: &Fault, as_json: bool) -> ExitCode {
    if as_json {
        say(&in_json(&json!({ "fault": fault })));
    } else {
        let next = fault.next.as_deref().map(|next| format!(" {next}")).unwrap_or_default();
        let text = if fault.kind == FaultKind::Cancelled {
            fault.sentence.clone()
        } else {
            format!("{}{next}", fault.sentence)
        };
        say(&layout::wrapped(&text, ""));
    }
    ExitCode::from(fault.exit_code())
}

/// Says what was typed wrongly, or what was asked for with `--help`.
pub fn misuse(error: &clap::Error) -> ExitCode {
    // Who closed the pipe does not want to read it.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

/// Says something that is not the answer.
pub fn say(text: &str) {
    // Where nobody can be told anything, there is nobody to tell that.
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end());
}

/// Whether somebody sits in front of it, to be asked.
pub fn is_conversation() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

fn in_json(value: &Value) -> String {
    // A value that was just put together is always text.
    serde_json::to_string_pretty(value).unwrap_or_default()
}

fn sentence_of(finding: &Finding) -> String {
    let word = match finding.severity {
        Severity::Mended => "Mended",
        Severity::Lost => "Lost",
        Severity::Notice => "Notice",
    };
    let next = finding.next.as_deref().map(|next| format!(" {next}")).unwrap_or_default();
    layout::wrapped(&format!("{word}: {}{next}", finding.sentence), "  ")
}
