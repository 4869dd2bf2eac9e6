//! Reviews.

use std::path::{Path, PathBuf};

use app::leaving::SheetSize;
use app::review::{
    Divide, Export, ExportCycle, Get, List, LookOver, PointAuthor, ReviewHint, ReviewHintKind, ReviewLine,
    ReviewPage, ReviewStep, Save, Share, ShareGap, Sign, TakeFile, verify,
};
use app::{Desk, Fault};

use super::json;
use crate::answer::Answer;
use crate::arguments::Review;
use crate::ask;
use crate::layout::{columns, count, one_line, wrapped};
use crate::who;

/// Does what was asked about reviews.
pub fn review(desk: &Desk, asked: Review) -> Result<Answer, Fault> {
    match asked {
        Review::New { name, cycle, from } => begin(desk, &name, cycle, from.as_deref()),
        Review::Status { cycle } => status(desk, cycle),
        Review::Coach { name, cycle } => coach(desk, &name, cycle.as_deref()),
        Review::Balance { name, cycle } => balance(desk, name.as_deref(), cycle),
        Review::Share { name, cycle } => {
            let of = find(desk, &name, cycle.as_deref())?;
            let made = desk.run(Share { id: of.id })?;
            let said = format!(
                "Version {} of the review of {} is shared. Talk about it after a day to read, at the earliest.",
                made.number, of.person_name
            );
            Ok(Answer::new(wrapped(&said, ""), json(&made)?))
        }
        Review::Sign { name, cycle } => {
            let of = find(desk, &name, cycle.as_deref())?;
            let made = desk.run(Sign { id: of.id })?;
            let said = format!("You signed the review of {} for {}.", of.person_name, of.cycle);
            Ok(Answer::new(said, json(&made)?))
        }
        Review::Take { file } => {
            let taken = desk.run(TakeFile { file })?;
            let signatures = count(taken.signatures.into(), "signature", "signatures");
            Ok(Answer::new(format!("{signatures} taken in."), json(&taken)?))
        }
    }
}

/// The review of somebody: that of a cycle, or the newest.
pub(super) fn find(desk: &Desk, name: &str, cycle: Option<&str>) -> Result<ReviewLine, Fault> {
    let person = who::find(desk, name)?;
    let lines = desk.run(List { person: Some(person.id), ..List::default() })?;
    let found = lines.into_iter().find(|line| cycle.is_none_or(|cycle| line.cycle == cycle));
    found.ok_or_else(|| {
        let said = match cycle {
            Some(cycle) => format!("There is no review of {} for {cycle}.", person.name),
            None => format!("There is no review of {} yet.", person.name),
        };
        Fault::wrong_use(said).next("`nook review new NAME --cycle CYCLE` begins one.")
    })
}

fn begin(desk: &Desk, name: &str, cycle: String, from: Option<&Path>) -> Result<Answer, Fault> {
    let person = who::find(desk, name)?;
    let there = desk.run(List { person: Some(person.id), ..List::default() })?;
    if there.iter().any(|line| line.cycle == cycle.trim()) {
        let said = format!("There is a review of {} for {} already.", person.name, cycle.trim());
        return Err(Fault::wrong_use(said).next("`nook review status` shows where it stands."));
    }
    let text = match from {
        Some(file) if file == Path::new("-") => ask::text_or_input("-".to_owned())?,
        Some(file) => std::fs::read_to_string(file).map_err(|error| Fault::file("The text", &error))?,
        None => String::new(),
    };
    let has_text = !text.trim().is_empty();
    let made = desk.run(Save { id: None, person: person.id, cycle, text })?;
    let mut said = format!("Review of {} begun.", person.name);
    if has_text {
        let divided = desk.run(Divide { id: made.id.into() })?;
        said = format!("{said} {} made of the text.", count(divided.points.into(), "point", "points"));
    }
    Ok(Answer::new(said, json(&made)?))
}

fn step(step: ReviewStep) -> &'static str {
    match step {
        ReviewStep::SelfReview => "self review",
        ReviewStep::Draft => "draft",
        ReviewStep::TimeToRead => "time to read",
        ReviewStep::Discussion => "discussion",
        ReviewStep::Signed => "signed",
    }
}

fn status(desk: &Desk, cycle: Option<String>) -> Result<Answer, Fault> {
    let lines = desk.run(List { cycle, ..List::default() })?;
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let next = match (line.next.talk_at, line.next.by) {
                (Some(at), _) => format!("talk at {at}"),
                (None, Some(by)) if line.next.is_late => format!("was due on {by}"),
                (None, Some(by)) => format!("by {by}"),
                (None, None) => String::new(),
            };
            let words = count(line.words.into(), "word", "words");
            vec![line.cycle.clone(), line.person_name.clone(), step(line.next.step).to_owned(), words, next]
        })
        .collect();
    let text = if rows.is_empty() { "No reviews.".to_owned() } else { columns(&rows) };
    Ok(Answer::new(text, json(&lines)?))
}

fn balance(desk: &Desk, name: Option<&str>, cycle: Option<String>) -> Result<Answer, Fault> {
    let person = name.map(|name| who::find(desk, name)).transpose()?.map(|person| person.id);
    let lines = desk.run(List { person, cycle, limit: None })?;
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let of = line.balance;
            let share = of.percent.map_or_else(|| "–".to_owned(), |percent| format!("{percent} % praise"));
            let missing = match (of.verdict, of.missing_praise, of.missing_constructive) {
                (app::review::Verdict::Glowing, _, more) => {
                    format!("{} to improve for 60 %", count(more.into(), "more point", "more points"))
                }
                (app::review::Verdict::ShortChanged, more, _) => {
                    format!("{} of praise for 60 %", count(more.into(), "more point", "more points"))
                }
                (app::review::Verdict::TooFew, ..) => "too few to judge".to_owned(),
                (app::review::Verdict::Even, ..) => "even".to_owned(),
                (app::review::Verdict::Nothing, ..) => "no point yet".to_owned(),
            };
            let counted = format!("{} / {}", of.praise, of.constructive);
            vec![line.cycle.clone(), line.person_name.clone(), counted, share, missing]
        })
        .collect();
    let text = if rows.is_empty() { "No reviews.".to_owned() } else { columns(&rows) };
    Ok(Answer::new(text, json(&lines)?))
}

fn coach(desk: &Desk, name: &str, cycle: Option<&str>) -> Result<Answer, Fault> {
    let of = find(desk, name, cycle)?;
    let page = desk.run(Get { id: of.id })?;
    let look = desk.run(LookOver { id: of.id })?;
    let mut said = Vec::new();
    let point = |id: Option<app::review::PointId>| id.map(|id| called(&page, id)).unwrap_or_default();
    for gap in &look.gaps {
        said.push(wrapped(&format!("Before sharing: {}{}", gap_in_words(gap.gap), point(gap.point)), "  "));
    }
    for hint in &look.hints {
        said.push(wrapped(&format!("{}{}", hint_in_words(hint), point(hint.point)), "  "));
    }
    for coached in &look.coach {
        for finding in &coached.findings {
            let place = called(&page, coached.point);
            said.push(wrapped(&format!("{}: {}{place}", finding.rule, one_line(&finding.excerpt)), "  "));
        }
    }
    if said.is_empty() {
        said.push("Nothing to mend.".to_owned());
    }
    Ok(Answer::new(said.join("\n"), json(&look)?))
}

/// A point by its message, or by its first words.
fn called(page: &ReviewPage, id: app::review::PointId) -> String {
    let Some(point) = page.points.iter().find(|point| point.id == id) else { return String::new() };
    let message = if point.message.trim().is_empty() { &point.text } else { &point.message };
    let words: Vec<&str> = message.split_whitespace().take(8).collect();
    format!(" (\u{201c}{}\u{201d})", words.join(" "))
}

fn gap_in_words(gap: ShareGap) -> &'static str {
    match gap {
        ShareGap::NoPoint => "there is no point yet.",
        ShareGap::NoEvidence => "a point to improve rests on nothing.",
        ShareGap::Surprise => {
            "a point to improve would come as a surprise. Link where it was said, or say that it is new."
        }
        ShareGap::QuoteNotApproved => "a quote is not approved as it stands.",
    }
}

fn hint_in_words(hint: &ReviewHint) -> String {
    let (number, of) = (hint.count, hint.of);
    match hint.kind {
        ReviewHintKind::SoftClaim => "A figure, an example or a story would show this.".to_owned(),
        ReviewHintKind::NoMessage => "This paragraph has no message in one line.".to_owned(),
        ReviewHintKind::Short => format!("It has {number} words; about {of} would do the year justice."),
        ReviewHintKind::Undersold => {
            format!("{} of praise not used.", count(number.into(), "note", "notes"))
        }
        ReviewHintKind::AllGlowing => "The self review names nothing to improve.".to_owned(),
        ReviewHintKind::LittleTime => format!("{} spent so far.", count(number.into(), "minute", "minutes")),
        ReviewHintKind::FirstHalf => "Nothing of the first half of the year is in it.".to_owned(),
        ReviewHintKind::SecondHalf => "Nothing of the second half of the year is in it.".to_owned(),
        ReviewHintKind::GoalsLeftOut => {
            format!("{} of {} not spoken of.", number, count(of.into(), "goal", "goals"))
        }
        ReviewHintKind::EmptyQuarter => {
            format!("Nothing was kept in {} of the year.", count(number.into(), "quarter", "quarters"))
        }
        ReviewHintKind::ManyDisagreements => {
            format!(
                "You see {} differently. You may want to talk again.",
                count(number.into(), "point", "points")
            )
        }
        ReviewHintKind::SaidToBeNew => {
            format!(
                "{} that it is new. Talk about it before, if you can.",
                count(number.into(), "point says", "points say")
            )
        }
    }
}

/// Writes one review, or all of a cycle.
pub fn export(
    desk: &Desk,
    name: Option<&str>,
    cycle: Option<String>,
    output: PathBuf,
    draft: bool,
    letter: bool,
) -> Result<Answer, Fault> {
    let size = Some(if letter { SheetSize::Letter } else { SheetSize::A4 });
    if let Some(name) = name {
        let id = find(desk, name, cycle.as_deref())?.id;
        let saved = desk.run(Export { id, version: None, as_draft: Some(draft), size, file: output })?;
        return Ok(Answer::new(format!("Wrote {}. It is not encrypted.", saved.file), json(&saved)?));
    }
    let cycle = match cycle {
        Some(cycle) => cycle,
        None => desk
            .run(List { limit: Some(1), ..List::default() })?
            .pop()
            .map(|line| line.cycle)
            .ok_or_else(|| Fault::wrong_use("There are no reviews yet."))?,
    };
    if !output.is_dir() {
        std::fs::create_dir(&output).map_err(|error| Fault::file("The folder", &error))?;
    }
    let written = desk.run(ExportCycle { cycle, size, folder: output })?;
    let mut said =
        vec![format!("Wrote {}. They are not encrypted.", count(written.files.into(), "review", "reviews"))];
    said.extend(written.left_out.iter().map(|line| wrapped(line, "  ")));
    Ok(Answer::new(said.join("\n"), json(&written)?))
}

/// Says who signed a file.
pub fn check(file: &Path, with_text: bool) -> Result<Answer, Fault> {
    let found = verify(file)?;
    let mut said = vec![format!("Review of {} for {}", found.person, found.cycle)];
    for one in &found.signatures {
        let part = match one.part {
            PointAuthor::Manager => "manager",
            PointAuthor::Employee => "employee",
        };
        let is_right = if one.is_right { "signed this text" } else { "did not sign this text" };
        said.push(format!("  {} ({part}) {is_right}, {}", one.name, one.signed_at));
        said.push(format!("    key {}", one.fingerprint));
    }
    said.push(if found.is_whole {
        "The file is as it was when it was signed last.".to_owned()
    } else {
        "The file was changed after it was signed. Ask for it again.".to_owned()
    });
    if with_text {
        said.push(String::new());
        said.push(found.text.clone());
    }
    let is_fine = found.is_whole && found.signatures.iter().all(|one| one.is_right);
    let answer = Answer::new(said.join("\n"), json(&found)?);
    if is_fine { Ok(answer) } else { Ok(answer.exits_with(4)) }
}
