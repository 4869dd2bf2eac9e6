//! Writing the whole vault as a folder of open formats.

use std::collections::HashSet;
use std::path::PathBuf;

use domain::RecordId;
use domain::attachment::Attachment;
use domain::folder::Source;
use domain::review::PeerInput;
use domain::talk::CheckIn;
use paper::portable::{FolderWriter, Record};
use serde::{Deserialize, Serialize};
use store::StoreFault;
use store::noun::{self, Reading};

use super::folder_on_disk::NewFolder;
use super::pages::Library;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;

/// Writes everything but history, settings and keys as JSON lines and Markdown. The folder is not encrypted.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Where to: a new or an empty folder.
    #[cfg_attr(test, ts(skip))]
    pub folder: PathBuf,
    /// Leaves out where notes came from, and who was asked about somebody: what remains can be read by others without betraying anybody. A vault that is
    /// made from such a folder lacks them.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub without_sources: bool,
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Exported {
    /// Records.
    pub records: u64,
    /// Files.
    pub files: u64,
}

impl OpenCall for Export {
    type Reply = Exported;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let mut folder = NewFolder::begin(&self.folder)?;
        // One moment of the vault, whatever is written beside this meanwhile.
        let moment = desk.read().unchecked_transaction().map_err(StoreFault::from)?;
        let total = noun::counts(&moment)?.records;
        let mut writer = FolderWriter::begin(&mut folder);
        let mut done = 0;
        let mut put = |record: Record| {
            done += 1;
            desk.work().step(done, Some(total), "Writing the records")?;
            Ok(writer.put(record)?)
        };
        each(&moment, |person| put(Record::Person(person)))?;
        each(&moment, |meeting| put(Record::OneOnOne(meeting)))?;
        each(&moment, |section| put(Record::Section(section)))?;
        each(&moment, |margin| put(Record::Margin(margin)))?;
        each(&moment, |note| put(Record::Note(note)))?;
        each(&moment, |goal| put(Record::Goal(goal)))?;
        each(&moment, |review| put(Record::Review(review)))?;
        each(&moment, |action| put(Record::Action(action)))?;
        each(&moment, |pair| put(Record::Pair(pair)))?;
        each(&moment, |template| put(Record::Template(template)))?;
        each(&moment, |item| put(Record::Agenda(item)))?;
        each(&moment, |prep| put(Record::Prep(prep)))?;
        each(&moment, |remark| put(Record::Remark(remark)))?;
        each(&moment, |holiday| put(Record::Holiday(holiday)))?;
        each(&moment, |wish| put(Record::Wish(wish)))?;
        each(&moment, |exploration| put(Record::Exploration(exploration)))?;
        let mut sources: HashSet<RecordId> = HashSet::new();
        each(&moment, |source: Source| {
            if self.without_sources {
                sources.insert(source.id.record());
                return Ok(());
            }
            put(Record::Source(source))
        })?;
        each(&moment, |entry| put(Record::GoalEntry(entry)))?;
        each(&moment, |wording| put(Record::Wording(wording)))?;
        each(&moment, |ground| put(Record::Ground(ground)))?;
        each(&moment, |talk| put(Record::Talk(talk)))?;
        each(&moment, |conversation| put(Record::Conversation(conversation)))?;
        each(&moment, |look| put(Record::FollowUp(look)))?;
        // Who was asked about somebody is a source as well.
        each(&moment, |asked: CheckIn| {
            if self.without_sources {
                sources.insert(asked.id.record());
                return Ok(());
            }
            put(Record::CheckIn(asked))
        })?;
        each(&moment, |turn| put(Record::HrConsult(turn)))?;
        each(&moment, |search| put(Record::SavedSearch(search)))?;
        each(&moment, |aside| put(Record::Dismissal(aside)))?;
        each(&moment, |cycle| put(Record::ReviewCycle(cycle)))?;
        each(&moment, |point| put(Record::Point(point)))?;
        each(&moment, |own| put(Record::SelfReview(own)))?;
        // Who said something for a review is a source as well.
        each(&moment, |input: PeerInput| {
            if self.without_sources {
                sources.insert(input.id.record());
                return Ok(());
            }
            put(Record::PeerInput(input))
        })?;
        each(&moment, |version| put(Record::ReviewVersion(version)))?;
        each(&moment, |signature| put(Record::Signature(signature)))?;
        each(&moment, |plan| put(Record::Plan(plan)))?;
        each(&moment, |entry| put(Record::PlanEntry(entry)))?;
        each(&moment, |text| put(Record::PlanText(text)))?;
        each(&moment, |import| put(Record::WorkImport(import)))?;
        let goes = |attachment: &Attachment| !sources.contains(&attachment.record);
        each(
            &moment,
            |attachment| if goes(&attachment) { put(Record::Attachment(attachment)) } else { Ok(()) },
        )?;

        let library = Library::read(&moment)?;
        for attachment in library.attachments().iter().filter(|attachment| goes(attachment)) {
            desk.work().step(total, Some(total), "Writing the attached files")?;
            writer.put_attachment_bytes(attachment, &store::attachment::content(&moment, attachment.id)?)?;
        }
        for person in library.people() {
            desk.work().step(total, Some(total), "Writing the pages to read")?;
            writer.put_person_pages(&library.pages_of(&moment, person)?)?;
        }
        let written = writer.finish()?;
        drop(moment);
        folder.finish()?;
        Ok(Exported { records: written.records, files: written.files })
    }
}

/// Goes through every record of a noun; the first fault ends it.
fn each<R: noun::Record>(read: &Reading, mut visit: impl FnMut(R) -> Result<(), Fault>) -> Result<(), Fault> {
    let mut stopped = None;
    let walked = noun::each::<R>(read, |record| {
        visit(record).map_err(|fault| {
            stopped = Some(fault);
            StoreFault::Cancelled
        })
    });
    match stopped {
        Some(fault) => Err(fault),
        None => Ok(walked?),
    }
}
