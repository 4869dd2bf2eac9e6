//! The words for what was done: one sentence a deed, one label a field; and what came to light by itself.

use domain::Refusal;
use domain::one_on_one::reminder::ReminderKind;
use store::noun::Noun;

use crate::reminder::{About, News};
use crate::vault::{Finding, Severity};

/// What a deed did, as the history says it.
pub fn deed(name: &str) -> &'static str {
    match name {
        "vault.create" => "Vault created",
        "settings.save" => "Settings changed",
        "person.save" => "Person saved",
        "person.remove" => "Person removed",
        "roster.apply" => "Roster imported",
        "one_on_one.plan" => "1:1 planned",
        "one_on_one.write" => "1:1 text changed",
        "one_on_one.write_margin" => "Private margin changed",
        "one_on_one.set_state" => "1:1 moved along",
        "one_on_one.remove" => "1:1 removed",
        "one_on_one.send_template" => "Blank document of a 1:1 sent",
        "one_on_one.submit" => "1:1 document handed in or taken back",
        "one_on_one.annotate" => "Private note beside a 1:1",
        "one_on_one.add_remark" => "Remark added to a 1:1",
        "one_on_one.remove_remark" => "Remark taken out of a 1:1",
        "one_on_one.mark_section" => "Section of a 1:1 marked",
        "one_on_one.add_point" => "Point added to an agenda",
        "one_on_one.set_point" => "Point of an agenda changed",
        "one_on_one.tick_prep" => "1:1 prepared",
        "one_on_one.set_minutes" => "Length of a 1:1 changed",
        "one_on_one.take_needs" => "Needs taken as promises",
        "one_on_one.part" => "1:1 ended",
        "pair.save" => "1:1 series saved",
        "pair.end" => "1:1 series ended",
        "pair.open_slot" => "1:1 of a series opened",
        "calendar.apply" => "Calendar imported",
        "holiday.add" => "Days off added",
        "holiday.remove" => "Day off removed",
        "template.save" => "Template saved",
        "template.remove" => "Template taken away",
        "folder.keep_note" => "Note kept",
        "folder.edit_note" => "Note changed",
        "folder.remove_note" => "Note removed",
        "capture.take" => "Notes from while the vault was locked kept",
        "folder.save_source" => "Source of a note kept",
        "folder.remove_source" => "Source of a note removed",
        "mail.keep" => "Mail kept",
        "action.add" => "Action added",
        "action.set" => "Action changed",
        "goal.save" => "Goal saved",
        "goal.reviewed" => "Goal looked at",
        "goal.endorse" => "Goal endorsed",
        "goal.set_state" => "Goal moved along",
        "goal.add_entry" => "Entry added to a goal",
        "goal.edit_entry" => "Entry of a goal changed",
        "goal.remove_entry" => "Entry of a goal taken out",
        "goal.begin_cycle" => "Goals kept as they were when the cycle began",
        "goal.save_categories" => "Kinds of goals named",
        "goal.rename_category" => "Kind of goals renamed",
        "goal.save_ground" => "Company goal or value kept",
        "goal.remove_ground" => "Company goal or value taken away",
        "career.save_wish" => "Wish kept",
        "career.remove_wish" => "Wish taken away",
        "career.save_exploration" => "Try-out of a role kept",
        "career.remove_exploration" => "Try-out of a role taken away",
        "talk.begin" => "Talk begun",
        "talk.save" => "Talk prepared",
        "talk.set_state" => "Talk moved along",
        "talk.remove" => "Talk removed",
        "talk.hold" => "Talk held",
        "talk.save_conversation" => "Conversation changed",
        "talk.remove_conversation" => "Conversation taken away",
        "talk.follow_up" => "Talk followed up",
        "talk.remove_follow_up" => "Look taken out of a talk",
        "talk.ask" => "Somebody asked about a talk",
        "talk.save_check_in" => "Answer about a talk kept",
        "talk.remove_check_in" => "Question about a talk taken away",
        "talk.consult_hr" => "Turn to HR kept",
        "talk.remove_consult" => "Turn to HR taken away",
        "search.save" => "Search kept",
        "search.remove_saved" => "Kept search taken away",
        "coach.dismiss" => "Hint of the coach set aside",
        "coach.take_back" => "Hint of the coach taken up again",
        "review.save" => "Review saved",
        "review.begin_cycle" => "Cycle of reviews begun",
        "review.save_point" => "Point of a review saved",
        "review.move_point" => "Point of a review moved",
        "review.remove_point" => "Point taken out of a review",
        "review.divide" => "Text divided into points",
        "review.read_self" => "Self review taken in",
        "review.move_self" => "Self review moved along",
        "review.share" => "Review shared",
        "review.move_talk" => "Review moved along",
        "review.discuss_point" => "Point of a review talked about",
        "review.amend" => "Changed review shared",
        "review.close" => "Review closed",
        "headcount.save" => "Headcount plan saved",
        "headcount.take_people" => "People taken into a headcount plan",
        "headcount.put_entry" => "Headcount plan changed",
        "headcount.remove_entry" => "Taken out of a headcount plan",
        "headcount.write" => "Written in a headcount plan",
        "headcount.renew_figures" => "Numbers in a headcount plan written anew",
        "headcount.move" => "Headcount plan moved along",
        "headcount.copy" => "Headcount plan copied",
        "headcount.remove" => "Headcount plan removed",
        "review.make_key" => "Signing key made",
        "review.sign" | "review.sign_by_hand" => "Review signed",
        "review.take_file" => "Signed review taken in",
        "input.ask" => "Somebody asked for a review",
        "input.save" => "What somebody says for a review saved",
        "input.move" => "What somebody says for a review moved along",
        "input.approve" | "input.read_approval" => "Words for a review approved",
        "input.remove" => "Somebody taken off the list of a review",
        "attachment.add" => "File attached",
        "attachment.remove" => "Attached file removed",
        "portable.import" => "Folder imported",
        "demo.fill" => "Demonstration filled",
        "bench.fill" => "Bench vault filled",
        "history.undo" => "Undone",
        _ => "Changed",
    }
}

/// Said of a kept file that holds no texts.
pub const KEPT_WORDS_UNREAD: &str = "The words kept at the last lock cannot be read.";

/// What is due around the owner's 1:1s and talks, as one sentence. It says with whom only if it may, and never what a
/// talk is about.
pub fn reminder(due: &[&News], names_people: bool) -> Option<String> {
    let [first, rest @ ..] = due else { return None };
    let what = match first.about {
        About::Meeting(kind) => around_meeting(kind),
        About::TalkAnswer => "An answer may have come after a talk",
        About::TalkSilence => "A week without an answer after a talk",
        About::TalkCheck => "A talk is to be looked at again",
    };
    let with = if names_people { format!(": {}", first.person_name) } else { String::new() };
    Some(match rest.len() {
        0 => format!("{what}{with}."),
        1 => format!("{what}{with}. One more thing is due."),
        more => format!("{what}{with}. {more} more things are due."),
    })
}

fn around_meeting(kind: ReminderKind) -> &'static str {
    match kind {
        ReminderKind::SendTemplate => "Send the blank document of a first 1:1",
        ReminderKind::ReadHistory => "Read the last 1:1s before the next one",
        ReminderKind::FillDocument => "Fill in the document for your 1:1",
        ReminderKind::DocumentDue => "The document for your 1:1 is due",
        ReminderKind::DocumentLate => "The document for a 1:1 has not arrived",
        ReminderKind::ReadDocument => "A document has arrived for a 1:1",
        ReminderKind::SendNotes => "The notes of a 1:1 are not out yet",
        ReminderKind::MeetAgain => "More than two weeks without a 1:1",
    }
}

/// Words were kept at the lock, and what was kept cannot be read.
pub fn kept_words_unread(file: &str) -> Finding {
    Finding {
        severity: Severity::Lost,
        sentence: format!("{KEPT_WORDS_UNREAD} The file is kept as {file}."),
        next: Some("Look at what you wrote last, and write again what is missing.".into()),
    }
}

/// Texts that could not be saved before the lock were saved after it.
pub fn put_back(count: usize) -> Option<Finding> {
    let texts = match count {
        0 => return None,
        1 => "1 text that could not be saved before the vault was locked is".to_owned(),
        many => format!("{many} texts that could not be saved before the vault was locked are"),
    };
    Some(Finding { severity: Severity::Mended, sentence: format!("{texts} saved now."), next: None })
}

/// Texts from before the lock that fit nowhere any more.
pub fn left_over(count: usize) -> Option<Finding> {
    let sentence = match count {
        0 => return None,
        1 => "1 text from before the lock could not be put where it belongs. It is kept.".to_owned(),
        many => {
            format!("{many} texts from before the lock could not be put where they belong. They are kept.")
        }
    };
    let next = Some("Copy what you need of it, then throw it away.".into());
    Some(Finding { severity: Severity::Notice, sentence, next })
}

/// The refusal for what was caught while the vault was locked and cannot be made a note.
pub fn capture_unread() -> Refusal {
    Refusal::new(
        "capture.unread",
        "What was written down while the vault was locked cannot be read, or is gone.",
    )
    .next("Look at the list again.")
}

/// The refusal for what does not wait any more.
pub fn capture_gone() -> Refusal {
    Refusal::new("capture.gone", "That does not wait any more.").next("Look at the list again.")
}

/// A noun in the middle of a sentence.
pub fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Person => "person",
        Noun::Meeting => "1:1",
        Noun::Section => "section",
        Noun::Margin => "margin",
        Noun::Note => "note",
        Noun::Goal => "goal",
        Noun::Review => "review",
        Noun::Action => "action",
        Noun::Attachment => "attached file",
        Noun::Setting => "setting",
        Noun::Pair => "1:1 series",
        Noun::Template => "template",
        Noun::Agenda => "point of the agenda",
        Noun::Prep => "preparation",
        Noun::Remark => "remark",
        Noun::Holiday => "day off",
        Noun::Wish => "wish",
        Noun::Exploration => "try-out",
        Noun::Source => "source",
        Noun::GoalEntry => "entry of a goal",
        Noun::Wording => "wording of a goal",
        Noun::Ground => "company goal or value",
        Noun::Talk => "talk",
        Noun::Conversation => "conversation",
        Noun::FollowUp => "follow-up",
        Noun::CheckIn => "question to somebody",
        Noun::HrConsult => "turn to HR",
        Noun::SavedSearch => "kept search",
        Noun::Dismissal => "hint set aside",
        Noun::ReviewCycle => "review cycle",
        Noun::Point => "point of a review",
        Noun::SelfReview => "self review",
        Noun::PeerInput => "input for a review",
        Noun::ReviewVersion => "version of a review",
        Noun::Signature => "signature",
        Noun::SigningKey => "signing key",
        Noun::Plan => "headcount plan",
        Noun::PlanEntry => "entry of a headcount plan",
        Noun::PlanText => "text of a headcount plan",
        Noun::WorkImport => "import of work",
    }
}

/// A field as the history labels it.
pub fn field(name: &str) -> String {
    let label = match name {
        "started_on" => "First day",
        "left_on" => "Last day",
        "email" => "E-mail",
        "phone" => "Telephone",
        "about" => "Private notes",
        "starts" => "Start",
        "zone" => "Time zone",
        "moved_from" => "Moved from",
        "began_at" => "Began",
        "ended_at" => "Ended",
        "polarity" => "Praise or constructive",
        "on" => "Day",
        "raised_on" => "Raised on",
        "raised_in" => "Talked about in",
        "dismissed" => "Set aside",
        "dismissed_because" => "Why it was set aside",
        "kept_at" => "Written down",
        "dropped_because" => "Why it was dropped",
        "since" => "Since",
        "measure" => "How both will know",
        "achievable" => "What makes it possible",
        "relevant" => "Why it matters",
        "ground" => "What it rests on",
        "starts_on" => "Starts",
        "start_figure" => "From",
        "start_unit" => "Unit of the start",
        "target_figure" => "To",
        "target_unit" => "Unit of the target",
        "is_growth" => "Growth",
        "own_words_on" => "In their own words since",
        "endorsed_on" => "Endorsed",
        "ended_on" => "Ended",
        "reviewed_on" => "Looked at",
        "review_days" => "Days between looks",
        "has_moved" => "Something moved",
        "resolved_on" => "Out of the way",
        "class" => "Done, or seen so",
        "class_because" => "What speaks for that",
        "is_touchy" => "Touchy",
        "first_seen" => "Noticed first",
        "is_owned" => "I stand behind this",
        "naming" => "Who is named",
        "seen_myself" => "I saw it",
        "is_trained" => "The facilitator is trained",
        "hr" => "HR",
        "next_check" => "Next look",
        "discussed_on" => "Talked about",
        "closed_on" => "Closed",
        "said_aloud" => "Said aloud",
        "response_due" => "Answer by",
        "answered_on" => "Answered",
        "asked_on" => "Asked",
        "told_on" => "Told",
        "expected_on" => "Expected",
        "may_plan" => "May be planned with",
        "of" => "In which text",
        "marked" => "Praise or constructive",
        "is_soft" => "About working with others",
        "is_parked" => "Parked",
        "is_agreed" => "Agreed",
        "disagreement" => "Seen differently",
        "shared_at" => "Shared",
        "planned_at" => "Talk planned",
        "held_at" => "Talked about",
        "second_wanted_by" => "Second talk wanted by",
        "second_at" => "Second talk",
        "second_held_at" => "Talked about again",
        "accepted_at" => "Accepted",
        "closed_at" => "Closed",
        "seconds" => "Seconds spent",
        "self_review_by" => "Self reviews in by",
        "share_by" => "Shared by",
        "discuss_by" => "Discussed by",
        "sign_by" => "Signed by",
        "returns" => "Times passed back",
        "handed_in_on" => "Handed in",
        "approved" => "Fingerprint of the approved words",
        "made_at" => "Made",
        "signed_at" => "Signed",
        other => return sentence_case(other),
    };
    label.to_owned()
}

/// The refusal for a record that is not, or no longer, in the vault.
pub fn missing(of: Noun) -> Refusal {
    Refusal::new("record.missing", format!("This {} is not in the vault.", noun(of)))
        .next("It may have been removed. The history can bring it back.")
}

fn sentence_case(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(characters).map(|c| if c == '_' { ' ' } else { c }).collect()
}

/// The first line of a text that says something.
pub fn first_line(text: &str) -> &str {
    text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doors::DOORS;

    #[test]
    fn every_call_that_writes_has_its_words() {
        let writes = [
            ".save", ".remove", ".apply", ".plan", ".write", ".set", ".keep", ".edit", ".add", ".import",
            ".undo", ".fill",
        ];
        // The calendar file that follows is noted beside the records, and what is caught while locked lies outside of
        // them; neither is a deed.
        let but_not = [
            "vault.save_kit",
            "attachment.save",
            "calendar.keep",
            "calendar.kept",
            "capture.keep",
            "capture.remove",
            // Only lists.
            "search.saved",
        ];
        for door in DOORS {
            if writes.iter().any(|verb| door.name.contains(verb)) && !but_not.contains(&door.name) {
                assert_ne!(deed(door.name), "Changed", "{}", door.name);
            }
        }
    }

    #[test]
    fn fields_are_labelled() {
        for (name, label) in [
            ("email", "E-mail"),
            ("title", "Title"),
            ("dropped_because", "Why it was dropped"),
            ("is_parked", "Parked"),
        ] {
            assert_eq!(field(name), label);
        }
    }
}
