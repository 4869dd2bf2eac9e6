//! The table: every call that the window, `nook` and the tests may make, in reading order.
//!
//! First what it needs (`outside` never sees the vault, `locked` runs while it is locked, `open` needs it open), then
//! its pace, its name, its struct of arguments, and the arguments that name a place on the disk.

use serde_json::Value;

use crate::call::{
    Call, Door, LockedCall, Needs, OpenCall, OutsideCall, Pace, Place, doors, no_such_door, read_args,
    write_reply,
};
use crate::desk::Desk;
use crate::{
    Fault, action, attachment, calendar, capture, career, coach, demo, desk, folder, goal, headcount,
    history, holiday, input, mail, one_on_one, pair, person, portable, reminder, review, roster, search,
    settings, talk, template, today, vault,
};

const PDF: &[&str] = &["pdf"];
const ICS: &[&str] = &["ics"];
const NOTES: &[&str] = &["pdf", "md"];
const SHEETS: &[&str] = &["xlsx", "csv"];
const BACKUP: &[&str] = &["inglenook"];

doors! {
    locked  quick "vault.status"             vault::Status;
    locked  quick "vault.create"             vault::Create;
    locked  quick "vault.save_kit"           vault::SaveKit { file: Place::Save("Inglenook recovery kit.pdf", &["pdf", "txt"]) };
    locked  quick "vault.confirm_kit"        vault::ConfirmKit;
    locked  quick "vault.unlock"             vault::Unlock;
    outside long  "vault.restore"            vault::Restore { file: Place::Open(BACKUP), folder: Place::Folder };
    open    quick "vault.lock"               vault::Lock;
    outside quick "vault.hand_over"          vault::HandOver;
    open    quick "vault.left_over"          vault::LeftOver;
    open    quick "vault.forget_left_over"   vault::ForgetLeftOver;
    open    long  "vault.backup"             vault::Backup { file: Place::Save("Inglenook.inglenook", BACKUP) };
    open    long  "vault.check"              vault::Check;
    locked  quick "vault.repair"             vault::Repair;
    open    long  "vault.change_passphrase"  vault::ChangePassphrase;
    open    quick "vault.rotate"             vault::Rotate;
    open    quick "vault.confirm_rotation"   vault::ConfirmRotation;
    open    quick "vault.keychain"           vault::Keychain;

    open    quick "settings.get"             settings::Get;
    open    quick "settings.save"            settings::Settings;

    open    quick "person.list"              person::List;
    open    quick "person.get"               person::Get;
    open    quick "person.save"              person::Save;
    open    quick "person.remove"            person::Remove;
    open    quick "person.year"              person::YearOf;
    open    quick "person.export_year"       person::ExportYear { file: Place::Save("1-1 notes of a year.pdf", NOTES) };

    open    quick "roster.preview"           roster::Preview { file: Place::Open(&["csv", "txt"]) };
    open    quick "roster.remap"             roster::Remap;
    open    quick "roster.apply"             roster::Apply;

    open    quick "one_on_one.plan"          one_on_one::Plan;
    open    quick "one_on_one.list"          one_on_one::List;
    open    quick "one_on_one.get"           one_on_one::Get;
    open    quick "one_on_one.write"         one_on_one::Write;
    open    quick "one_on_one.write_margin"  one_on_one::WriteMargin;
    open    quick "one_on_one.set_state"     one_on_one::SetState;
    open    quick "one_on_one.remove"        one_on_one::Remove;
    open    quick "one_on_one.invite"        one_on_one::Invite;
    open    quick "one_on_one.send_template" one_on_one::SendTemplate;
    open    quick "one_on_one.submit"        one_on_one::Submit;
    open    quick "one_on_one.annotate"      one_on_one::Annotate;
    open    quick "one_on_one.add_remark"    one_on_one::AddRemark;
    open    quick "one_on_one.remove_remark" one_on_one::RemoveRemark;
    open    quick "one_on_one.mark_section"  one_on_one::MarkSection;
    open    quick "one_on_one.add_point"     one_on_one::AddPoint;
    open    quick "one_on_one.set_point"     one_on_one::SetPoint;
    open    quick "one_on_one.tick_prep"     one_on_one::TickPrep;
    open    quick "one_on_one.export"        one_on_one::Export { file: Place::Save("1-1 notes.pdf", NOTES) };
    open    quick "one_on_one.mail"          one_on_one::Mail;
    open    quick "one_on_one.set_minutes"   one_on_one::SetMinutes;
    open    quick "one_on_one.take_needs"    one_on_one::TakeNeeds;
    open    quick "one_on_one.part"          one_on_one::Part;
    open    quick "one_on_one.follow_up"     one_on_one::FollowUp;

    open    quick "pair.get"                 pair::Get;
    open    quick "pair.save"                pair::Save;
    open    quick "pair.end"                 pair::End;
    open    quick "pair.coming"              pair::Coming;
    open    quick "pair.open_slot"           pair::OpenSlot;

    open    quick "calendar.export"          calendar::Export { file: Place::Save("1-1s.ics", ICS) };
    open    quick "calendar.keep"            calendar::Keep { file: Place::Save("1-1s.ics", ICS) };
    open    quick "calendar.kept"            calendar::Kept;
    open    quick "calendar.stop_keeping"    calendar::StopKeeping;
    open    quick "calendar.preview"         calendar::Preview { file: Place::Open(ICS) };
    open    quick "calendar.apply"           calendar::Apply;

    open    quick "template.list"            template::List;
    open    quick "template.save"            template::Save;
    open    quick "template.remove"          template::Remove;

    open    quick "folder.keep_note"         folder::KeepNote;
    open    quick "folder.edit_note"         folder::EditNote;
    open    quick "folder.remove_note"       folder::RemoveNote;
    open    quick "folder.list"              folder::List;
    open    quick "folder.look_back"         folder::LookBack;
    open    quick "folder.sources"           folder::Sources;
    open    quick "folder.save_source"       folder::SaveSource;
    open    quick "folder.remove_source"     folder::RemoveSource;

    open    long  "mail.preview"             mail::Preview { file: Place::Open(&[]) };
    open    long  "mail.preview_folder"      mail::PreviewFolder { folder: Place::Folder };
    open    long  "mail.preview_text"        mail::PreviewText;
    open    quick "mail.found"               mail::FoundMail;
    open    quick "mail.read"                mail::ReadMail;
    open    long  "mail.keep"                mail::Keep;
    open    quick "mail.forget"              mail::Forget;

    outside quick "capture.keep"             capture::Keep;
    open    quick "capture.waiting"          capture::Waiting;
    open    quick "capture.take"             capture::Take;
    open    quick "capture.remove"           capture::Remove;

    open    quick "action.add"               action::Add;
    open    quick "action.read_line"         action::ReadLine;
    open    quick "action.set"               action::Set;
    open    quick "action.list"              action::List;

    open    quick "coach.check"              coach::Check;
    open    quick "coach.rules"              coach::Rules;
    open    quick "coach.dismiss"            coach::Dismiss;
    open    quick "coach.dismissed"          coach::Dismissed;
    open    quick "coach.take_back"          coach::TakeBack;

    open    quick "talk.list"                talk::List;
    open    quick "talk.get"                 talk::Get;
    open    quick "talk.begin"               talk::Begin;
    open    quick "talk.save"                talk::Save;
    open    quick "talk.set_state"           talk::SetState;
    open    quick "talk.remove"              talk::Remove;
    open    quick "talk.hold"                talk::Hold;
    open    quick "talk.save_conversation"   talk::SaveConversation;
    open    quick "talk.remove_conversation" talk::RemoveConversation;
    open    quick "talk.follow_up"           talk::FollowUpOn;
    open    quick "talk.remove_follow_up"    talk::RemoveFollowUp;
    open    quick "talk.ask"                 talk::Ask;
    open    quick "talk.save_check_in"       talk::SaveCheckIn;
    open    quick "talk.remove_check_in"     talk::RemoveCheckIn;
    open    quick "talk.consult_hr"          talk::ConsultHr;
    open    quick "talk.remove_consult"      talk::RemoveConsult;
    open    quick "talk.packet"              talk::Packet;
    open    quick "talk.export_packet"       talk::ExportPacket { file: Place::Save("For HR.pdf", NOTES) };
    open    quick "talk.mail_packet"         talk::MailPacket;

    open    quick "goal.list"                goal::List;
    open    quick "goal.get"                 goal::Get;
    open    quick "goal.save"                goal::Save;
    open    quick "goal.questions"           goal::Questions;
    open    quick "goal.endorse"             goal::Endorse;
    open    quick "goal.set_state"           goal::SetState;
    open    quick "goal.reviewed"            goal::Reviewed;
    open    quick "goal.add_entry"           goal::AddEntry;
    open    quick "goal.edit_entry"          goal::EditEntry;
    open    quick "goal.remove_entry"        goal::RemoveEntry;
    open    quick "goal.cycle"               goal::CycleOf;
    open    quick "goal.categories"          goal::Categories;
    open    quick "goal.save_categories"     goal::SaveCategories;
    open    quick "goal.rename_category"     goal::RenameCategory;
    open    quick "goal.grounds"             goal::Grounds;
    open    quick "goal.save_ground"         goal::SaveGround;
    open    quick "goal.remove_ground"       goal::RemoveGround;

    open    quick "career.get"               career::Get;
    open    quick "career.save_wish"         career::SaveWish;
    open    quick "career.remove_wish"       career::RemoveWish;
    open    quick "career.save_exploration"  career::SaveExploration;
    open    quick "career.remove_exploration" career::RemoveExploration;
    open    quick "career.export_plan"       career::ExportPlan { file: Place::Save("Development plan.pdf", NOTES) };

    open    quick "review.save"              review::Save;
    open    quick "review.get"               review::Get;
    open    quick "review.list"              review::List;
    open    quick "review.begin_cycle"       review::BeginCycle;
    open    quick "review.cycles"            review::Cycles;
    open    quick "review.save_point"        review::SavePoint;
    open    quick "review.move_point"        review::MovePoint;
    open    quick "review.remove_point"      review::RemovePoint;
    open    quick "review.divide"            review::Divide;
    open    quick "review.evidence"          review::Evidence;
    open    quick "review.look_over"         review::LookOver;
    open    quick "review.propose"           review::Propose;
    open    quick "review.read_self"         review::ReadSelf;
    open    quick "review.move_self"         review::MoveSelf;
    open    quick "review.share"             review::Share;
    open    quick "review.move_talk"         review::MoveTalk;
    open    quick "review.discuss_point"     review::DiscussPoint;
    open    quick "review.amend"             review::Amend;
    open    quick "review.close"             review::Close;
    open    quick "review.sign"              review::Sign;
    open    quick "review.sign_by_hand"      review::SignByHand;
    open    quick "review.take_file"         review::TakeFile { file: Place::Open(PDF) };
    outside quick "review.verify"            review::Verify { file: Place::Open(PDF) };
    open    quick "review.export"            review::Export { file: Place::Save("Review.pdf", NOTES) };
    open    long  "review.export_cycle"      review::ExportCycle { folder: Place::Folder };
    open    quick "review.calibration"       review::Calibration;
    open    quick "review.standing"          review::Standing;

    open    quick "input.list"               input::List;
    open    quick "input.ask"                input::Ask;
    open    quick "input.compose"            input::Compose;
    open    quick "input.save"               input::Save;
    open    quick "input.move"               input::Move;
    open    quick "input.approve"            input::Approve;
    open    quick "input.read_approval"      input::ReadApproval;
    open    quick "input.remove"             input::Remove;

    open    quick "headcount.list"           headcount::List;
    open    quick "headcount.get"            headcount::Get;
    open    quick "headcount.save"           headcount::Save;
    open    quick "headcount.take_people"    headcount::TakePeople;
    open    quick "headcount.put_entry"      headcount::PutEntry;
    open    quick "headcount.remove_entry"   headcount::RemoveEntry;
    open    quick "headcount.write"          headcount::Write;
    open    quick "headcount.move"           headcount::Move;
    open    quick "headcount.copy"           headcount::Copy;
    open    quick "headcount.remove"         headcount::Remove;
    open    quick "headcount.numbers"        headcount::Numbers;
    open    quick "headcount.why"            headcount::Why;
    open    long  "headcount.simulate"       headcount::Simulate;
    open    long  "headcount.options"        headcount::Options;
    open    quick "headcount.compare"        headcount::Compare;
    open    quick "headcount.findings"       headcount::Findings;
    open    quick "headcount.pivot"          headcount::Pivoted;
    open    long  "headcount.charts"         headcount::Charts;
    open    long  "headcount.draft_argument" headcount::DraftArgument;
    open    long  "headcount.stale"          headcount::StaleFigures;
    open    long  "headcount.renew_figures"  headcount::RenewFigures;
    open    long  "headcount.export_worksheet" headcount::ExportWorksheet { file: Place::Save("Headcount plan.xlsx", SHEETS) };
    open    long  "headcount.export_argument" headcount::ExportArgument { file: Place::Save("Headcount plan.pdf", NOTES) };

    open    quick "attachment.add"           attachment::Add { file: Place::Open(&[]) };
    open    quick "attachment.list"          attachment::List;
    open    quick "attachment.save"          attachment::Save { file: Place::Copy("name") };
    open    quick "attachment.remove"        attachment::Remove;

    open    quick "today.get"                today::Get;
    open    quick "holiday.list"             holiday::List;
    open    quick "holiday.add"              holiday::Add;
    open    quick "holiday.remove"           holiday::Remove;

    open    quick "reminder.due"             reminder::Due;
    open    quick "search.find"              search::Find;
    open    quick "search.saved"             search::SavedList;
    open    quick "search.save"              search::SaveSearch;
    open    quick "search.remove_saved"      search::RemoveSearch;

    open    quick "history.of"               history::Of;
    open    quick "history.recent"           history::Recent;
    open    quick "history.undo"             history::Undo;

    open    long  "portable.export"          portable::Export { folder: Place::Folder };
    open    long  "portable.import"          portable::Import { folder: Place::Folder };

    open    quick "demo.fill"                demo::Fill;
    outside quick "app.cancel"               desk::Cancel;
}

/// The line of the table for `name`.
pub fn door(name: &str) -> Option<&'static Door> {
    DOORS.iter().find(|door| door.name == name)
}

#[cfg(test)]
mod tests;
