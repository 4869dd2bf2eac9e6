//! `nook`: the doors of Inglenook from a terminal, for scripts, backups, import and export.
//!
//! Data goes to standard output, everything else to standard error. The exit code says what kind of trouble it is:
//! 0 done, 1 refused, 2 wrong use, 3 locked, 4 damaged, 5 the machine.

use std::process::ExitCode;

use clap::Parser;
use zeroizing_alloc::ZeroAlloc;

mod answer;
mod arguments;
mod ask;
mod commands;
mod desk;
mod layout;
mod who;

use answer::Answer;
use arguments::Arguments;

/// Whatever is freed is wiped first: notes and passphrases pass through many short-lived texts.
#[global_allocator]
static MEMORY: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    // Started to read what strangers wrote: then nothing else is opened.
    if let Some(done) = app::mail::serve_if_asked() {
        return done;
    }
    if let Err(fault) = app::harden::harden() {
        return answer::fail(&fault, false);
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return answer::misuse(&error),
    };
    let as_json = arguments.json;
    match commands::run(arguments) {
        Ok(done) => {
            let code = Answer::print(&done.answer, as_json);
            // After the answer, so that nobody waits for it who waits for the answer.
            if let Some(vault) = &done.vault {
                vault.tidy_up();
            }
            code
        }
        Err(fault) => answer::fail(&fault, as_json),
    }
}
