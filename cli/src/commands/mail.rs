//! Bringing mail in: what was found, what it would become, and what somebody has to decide.

use std::path::PathBuf;

use app::folder::Polarity;
use app::mail::{
    FoundMail, Keep, MailChoice, MailFilter, MailKept, MailLine, MailPreview, MailSure, Preview,
    PreviewFolder,
};
use app::person::PersonLine;
use app::{Desk, Fault, FaultKind};
use serde::Serialize;

use super::json;
use crate::answer::{Answer, say};
use crate::arguments::Mail;
use crate::layout::{count, wrapped};
use crate::who;

/// What was found and kept, for scripts.
#[derive(Serialize)]
struct Brought {
    preview: MailPreview,
    /// The messages that are kept, or would be.
    chosen: Vec<MailLine>,
    /// The new messages of which it is not certain whom they are about.
    skipped: Vec<MailLine>,
    /// What was kept; none after a dry run.
    kept: Option<MailKept>,
}

/// Reads messages, mailboxes and Maildirs, and keeps those of which it is certain whom they are about.
pub fn import(desk: &Desk, asked: Mail) -> Result<Answer, Fault> {
    let person = asked.person.as_deref().map(|name| who::find(desk, name)).transpose()?;
    let preview = read(desk, &asked.paths)?;
    let (mut chosen, mut skipped) = (Vec::new(), Vec::new());
    for line in new_ones(desk, &preview.import)? {
        if person.is_some() || line.sure == MailSure::Certain {
            chosen.push(line)
        } else {
            skipped.push(line)
        }
    }
    for missed in &preview.unread {
        let which = if missed.number > 1 {
            format!("{}, message {}", missed.file, missed.number)
        } else {
            missed.file.clone()
        };
        say(&wrapped(&format!("Not read: {which}. {}", missed.sentence), "  "));
    }
    if preview.more_unread > 0 {
        say(&format!("Not read: {} more.", preview.more_unread));
    }
    if preview.found == 0 {
        return nothing(&preview);
    }
    for line in &skipped {
        say(&wrapped(&format!("Skipped: {}. {}", shown(line), line.because), "  "));
    }
    if !skipped.is_empty() {
        say(&wrapped("Say whom skipped messages are about with --person, one person at a time.", ""));
    }
    let polarity = if asked.constructive { Polarity::Constructive } else { Polarity::Praise };
    let kept = if asked.dry_run || chosen.is_empty() {
        None
    } else {
        Some(keep(desk, &preview, &chosen, &person, polarity)?)
    };
    let mut text = String::new();
    for line in &chosen {
        let about = person.as_ref().map_or(line.person_name.as_str(), |person| person.name.as_str());
        let because = if person.is_some() { String::new() } else { format!(" {}", line.because) };
        text.push_str(&wrapped(&format!("{about}: {}.{because}", shown(line)), "  "));
        text.push('\n');
    }
    text.push_str(&in_figures(&preview, &chosen, &skipped, asked.dry_run, polarity));
    Ok(Answer::new(text, json(&Brought { preview, chosen, skipped, kept })?))
}

/// Reads everything into one import.
fn read(desk: &Desk, paths: &[PathBuf]) -> Result<MailPreview, Fault> {
    let mut preview: Option<MailPreview> = None;
    for path in paths {
        let import = preview.map(|preview| preview.import);
        preview = Some(if path.is_dir() {
            desk.run_as(PreviewFolder { folder: path.clone(), import }, "nook")?
        } else {
            desk.run_as(Preview { file: path.clone(), import }, "nook")?
        });
    }
    preview.ok_or_else(|| {
        Fault::wrong_use("A file or a folder is missing.").next("Name a message, a mailbox or a Maildir.")
    })
}

/// Every new message, in the order they were read.
fn new_ones(desk: &Desk, import: &str) -> Result<Vec<MailLine>, Fault> {
    let mut all: Vec<MailLine> = Vec::new();
    loop {
        let after = all.last().map(|line| line.message);
        let page = desk.run(FoundMail {
            import: import.to_owned(),
            after,
            only: Some(MailFilter::New),
            limit: Some(500),
        })?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

fn keep(
    desk: &Desk,
    preview: &MailPreview,
    chosen: &[MailLine],
    person: &Option<PersonLine>,
    polarity: Polarity,
) -> Result<MailKept, Fault> {
    let choices = chosen.iter().filter_map(|line| {
        let person = person.as_ref().map(|person| person.id).or(line.person)?;
        Some(MailChoice {
            message: line.message,
            person,
            polarity,
            kind: None,
            text: None,
            on: None,
            files: None,
        })
    });
    desk.run_as(Keep { import: preview.import.clone(), choices: choices.collect() }, "nook")
}

/// Nothing was read: that is a refusal where something stood in the way, and an answer where there was nothing.
fn nothing(preview: &MailPreview) -> Result<Answer, Fault> {
    match preview.unread.first() {
        Some(_) => Err(Fault {
            kind: FaultKind::Refused,
            rule: preview.unread.first().map(|missed| missed.rule.clone()),
            sentence: "None of this could be read.".to_owned(),
            next: Some("The lines above say why.".to_owned()),
        }),
        None => Ok(Answer::new("There is no message in it.", json(preview)?)),
    }
}

fn shown(line: &MailLine) -> String {
    let day = line.sent_at.map(|at| at.0.date_naive().to_string()).unwrap_or_else(|| "no date".to_owned());
    let from = if line.from.is_empty() { "nobody named" } else { &line.from };
    let subject = if line.subject.is_empty() { "no subject" } else { &line.subject };
    let files = match line.files.len() {
        0 => String::new(),
        files => format!(", {}", count(files as u64, "file", "files")),
    };
    format!("{day}, {from}, {subject}{files}")
}

fn in_figures(
    preview: &MailPreview,
    chosen: &[MailLine],
    skipped: &[MailLine],
    is_dry: bool,
    polarity: Polarity,
) -> String {
    let mut parts = vec![count(chosen.len() as u64, "message", "messages")];
    let kind = match polarity {
        Polarity::Praise => "as praise",
        Polarity::Constructive => "as points to improve",
    };
    if !chosen.is_empty() {
        parts[0].push_str(&format!(" {kind}"));
    }
    let unread = preview.unread.len() as u64 + preview.more_unread;
    for (many, what) in [
        (skipped.len() as u64, "skipped"),
        (preview.known, "known already"),
        (unread, "not read"),
        (preview.thrown_away, "thrown away before"),
    ] {
        if many > 0 {
            parts.push(format!("{many} {what}"));
        }
    }
    let verb = if is_dry { "Would keep" } else { "Kept" };
    format!("{verb}: {}.", parts.join(", "))
}
