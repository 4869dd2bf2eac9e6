//! The commands: each asks the doors and sets the answer for a reader.

use app::Fault;
use clap::CommandFactory;

use crate::answer::Answer;
use crate::arguments::{Action, Arguments, Command, Export, Import, OneOnOne, Person};
use crate::desk::Vault;

mod action;
mod any;
mod bench;
mod calendar;
mod capture;
mod carry;
mod coach;
mod folder;
mod goal;
mod init;
mod input;
mod look;
mod mail;
mod one_on_one;
mod past;
mod people;
mod plan;
mod prep;
mod review;
mod talk;
mod vault;

/// What was done, and the vault it was done to, where that stays open until the answer is printed.
pub struct Done {
    /// The answer.
    pub answer: Answer,
    /// The open vault.
    pub vault: Option<Vault>,
}

impl From<Answer> for Done {
    fn from(answer: Answer) -> Self {
        Self { answer, vault: None }
    }
}

/// Does what was asked.
///
/// # Errors
/// Why it was not done.
pub fn run(arguments: Arguments) -> Result<Done, Fault> {
    let folder = arguments.vault;
    let answer = match arguments.command {
        Command::Init(asked) => init::init(folder, asked),
        Command::Demo => init::demo(folder),
        Command::Restore { file, to } => vault::restore(file, to),
        Command::Lock => vault::lock(&Vault::locked(folder)?),
        Command::BenchVault { scale, seed } => bench::fill(folder, scale, seed),
        Command::Call { name, arguments } => {
            let mut vault = Vault::locked(folder)?;
            let answer = any::call(&mut vault, &name, arguments)?;
            return Ok(Done { answer, vault: Some(vault) });
        }
        Command::Doors => Ok(any::doors()),
        Command::Coach { file, kind } => coach::coach(&file, kind),
        Command::Verify { file, text } => review::check(&file, text),
        Command::Completions { shell } => Ok(Answer::plain(written(|out| {
            clap_complete::generate(shell, &mut Arguments::command(), "nook", out);
            Ok(())
        })?)),
        Command::Man => {
            Ok(Answer::plain(written(|out| clap_mangen::Man::new(Arguments::command()).render(out))?))
        }
        Command::Passphrase => vault::passphrase(folder),
        Command::Note(note) if note.locked => capture::note(Vault::locked(folder)?.desk(), note),
        other => {
            let mut vault = Vault::open(folder)?;
            let findings = vault.findings();
            let answer = on_open(&vault, other)?.with(findings);
            return Ok(Done { answer, vault: Some(vault) });
        }
    };
    Ok(answer?.into())
}

/// The commands that need the open vault and nothing else.
fn on_open(vault: &Vault, command: Command) -> Result<Answer, Fault> {
    let desk = vault.desk();
    match command {
        Command::Today => look::today(desk),
        Command::Search { query, limit } => look::search(desk, query, limit),
        Command::Person(Person::List { all }) => people::list(desk, all),
        Command::Person(Person::Show { name }) => people::show(desk, &name),
        Command::Note(note) => folder::note(desk, note),
        Command::Captured { what } => capture::captured(desk, what),
        Command::Folder { name, limit } => folder::folder(desk, &name, limit),
        Command::OneOnOne(OneOnOne::List { person, limit }) => one_on_one::list(desk, person, limit),
        Command::OneOnOne(OneOnOne::Plan { name, starts, minutes, first }) => {
            one_on_one::plan(desk, &name, starts, minutes, first)
        }
        Command::OneOnOne(OneOnOne::Show { id }) => one_on_one::show(desk, &id),
        Command::OneOnOne(OneOnOne::Write { id, section, text }) => {
            one_on_one::write(desk, &id, &section, text)
        }
        Command::OneOnOne(OneOnOne::Move { id, starts, because, theirs }) => {
            one_on_one::move_to(desk, &id, starts, because, theirs)
        }
        Command::OneOnOne(OneOnOne::Hold { id }) => one_on_one::hold(desk, &id),
        Command::OneOnOne(OneOnOne::Close { id }) => one_on_one::close(desk, &id),
        Command::Prep { name } => prep::prep(desk, &name),
        Command::Action(Action::List { person, mine, past }) => action::list(desk, person, mine, past),
        Command::Action(Action::Add { line, person }) => action::add(desk, line, &person),
        Command::Action(Action::Done { id }) => action::done(desk, &id),
        Command::Action(Action::Drop { id, because }) => action::drop(desk, &id, because),
        Command::Goal(asked) => goal::goal(desk, asked),
        Command::Talk(asked) => talk::talk(desk, asked),
        Command::Review(asked) => review::review(desk, asked),
        Command::Input(asked) => input::input(desk, asked),
        Command::Plan(asked) => plan::plan(desk, asked),
        Command::History { id } => past::history(desk, &id),
        Command::Undo { deed } => past::undo(desk, deed),
        Command::Import(Import::Roster { file, dry_run, map, others }) => {
            carry::import_roster(desk, file, dry_run, &map, others)
        }
        Command::Import(Import::Ics { file, apply, days_off }) => {
            calendar::import(desk, file, apply, days_off)
        }
        Command::Export(Export::Calendar { output, names }) => calendar::export(desk, output, names),
        Command::Import(Import::Mail(asked)) => mail::import(desk, asked),
        Command::Import(Import::Portable { folder }) => carry::import_portable(desk, folder),
        Command::Export(Export::Portable { folder, without_sources }) => {
            carry::export_portable(desk, folder, without_sources)
        }
        Command::Export(Export::OneOnOne { name, on, output }) => one_on_one::export(desk, &name, on, output),
        Command::Export(Export::Headcount { plan, output, letter }) => {
            plan::export(desk, &plan, output, letter)
        }
        Command::Export(Export::Review { name, cycle, output, draft, letter }) => {
            review::export(desk, name.as_deref(), cycle, output, draft, letter)
        }
        Command::Backup { file } => vault::backup(desk, file),
        Command::Check { repair, accept_loss } => vault::check(desk, repair, accept_loss),
        Command::Keychain { state } => vault::keychain(desk, state),
        Command::Init(_)
        | Command::Demo
        | Command::Restore { .. }
        | Command::Lock
        | Command::BenchVault { .. }
        | Command::Call { .. }
        | Command::Doors
        | Command::Coach { .. }
        | Command::Verify { .. }
        | Command::Completions { .. }
        | Command::Man
        | Command::Passphrase => Err(Fault::wrong_use("This command does not work on an open vault.")),
    }
}

/// With a capital, as a sentence begins.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> Result<String, Fault> {
    let mut out = Vec::new();
    write(&mut out).map_err(|error| Fault::file("The page", &error))?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// A reply as JSON.
///
/// # Errors
/// When it cannot be written down, which no reply of the house cannot.
fn json<R: serde::Serialize>(reply: &R) -> Result<serde_json::Value, Fault> {
    serde_json::to_value(reply).map_err(|_| Fault::machine("The answer could not be written down."))
}
