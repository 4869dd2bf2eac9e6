//! Coming back: a portable folder into the vault, as one deed.

use std::path::PathBuf;

use domain::PersonId;
use domain::attachment::Attachment;
use domain::headcount;
use domain::person::{Person, Relation};
use paper::portable::{FolderReader, Record, read_attachment};
use serde::Deserialize;
use store::StoreFault;
use store::gate::Deed;
use store::noun;

use super::folder_on_disk::OldFolder;
use crate::Fault;
use crate::call::{Call, OpenCall};
use crate::desk::{OpenDesk, Work};
use crate::reply::Brought;

/// Brings in what a portable folder holds. Records that are there already become what the folder says; nothing is
/// removed. One deed: it can be taken back, and a folder with a mistake changes nothing.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Import {
    /// Where from.
    #[cfg_attr(test, ts(skip))]
    pub folder: PathBuf,
}

impl OpenCall for Import {
    type Reply = Brought;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let folder = OldFolder(self.folder);
        let reader = FolderReader::open(&folder)?;
        let total = reader.manifest().counts.values().sum();
        let owner = Owner::meet(desk, &folder)?;
        let (now, work) = (desk.now(), desk.work().clone());
        desk.vault().backup_before_import(now, &mut work.teller("Making a backup first"))?;

        let mut stopped = None;
        let done = desk.deed(Self::NAME, |deed| {
            let mut bringing = Bringing {
                deed,
                folder: &folder,
                owner,
                brought: Brought { added: 0, changed: 0, unchanged: 0, deed: None },
            };
            bringing.everything(reader, total, &work).map_err(|fault| {
                stopped = Some(fault);
                StoreFault::Cancelled
            })?;
            Ok(bringing.brought)
        });
        match (stopped, done) {
            (Some(fault), _) => Err(fault),
            (None, done) => done.map(|done| Brought { deed: done.deed, ..done.value }),
        }
    }
}

/// Whose vault the folder came from, and whose it comes to. A vault has one owner: whoever the folder calls so becomes
/// the owner here.
#[derive(Clone, Copy)]
struct Owner {
    theirs: Option<PersonId>,
    ours: PersonId,
    /// Nothing but the owner is here yet, so the folder's owner can simply take the place.
    is_fresh: bool,
}

impl Owner {
    fn meet(desk: &OpenDesk, folder: &OldFolder) -> Result<Self, Fault> {
        let mut theirs = None;
        for record in FolderReader::open(folder)? {
            // People stand first; what comes after them says nothing about the owner.
            let Record::Person(person) = record? else { break };
            if person.relation == Relation::Me {
                theirs = Some(person.id);
            }
        }
        let is_fresh = noun::counts(desk.read())?.records == 1;
        Ok(Self { theirs, ours: desk.owner()?.id, is_fresh })
    }

    /// The identifier that a person of the folder has here.
    fn here(&self, id: PersonId) -> PersonId {
        if !self.is_fresh && Some(id) == self.theirs { self.ours } else { id }
    }
}

struct Bringing<'a, 'b> {
    deed: &'a mut Deed<'b>,
    folder: &'a OldFolder,
    owner: Owner,
    brought: Brought,
}

impl Bringing<'_, '_> {
    fn everything(
        &mut self,
        reader: FolderReader<'_, OldFolder>,
        total: u64,
        work: &Work,
    ) -> Result<(), Fault> {
        if self.owner.is_fresh && self.owner.theirs.is_some_and(|theirs| theirs != self.owner.ours) {
            self.deed.remove::<Person>(self.owner.ours)?;
        }
        for (record, done) in reader.zip(1..) {
            self.one(record?)?;
            work.step(done, Some(total), "Bringing the records in")?;
        }
        Ok(())
    }

    fn one(&mut self, record: Record) -> Result<(), Fault> {
        match record {
            Record::Person(mut person) => {
                person.id = self.owner.here(person.id);
                person.manager = person.manager.map(|manager| self.owner.here(manager));
                self.put(&person)
            }
            Record::OneOnOne(mut meeting) => {
                meeting.person = self.owner.here(meeting.person);
                self.put(&meeting)
            }
            Record::Section(section) => self.put(&section),
            Record::Margin(margin) => self.put(&margin),
            Record::Note(mut note) => {
                note.person = self.owner.here(note.person);
                self.put(&note)
            }
            Record::Goal(mut goal) => {
                goal.person = self.owner.here(goal.person);
                self.put(&goal)
            }
            Record::Review(mut review) => {
                review.person = self.owner.here(review.person);
                review.reviewer = review.reviewer.map(|reviewer| self.owner.here(reviewer));
                self.put(&review)
            }
            Record::Action(mut action) => {
                action.about = self.owner.here(action.about);
                action.owner = self.owner.here(action.owner);
                action.author = action.author.map(|author| self.owner.here(author));
                self.put(&action)
            }
            Record::Pair(mut pair) => {
                pair.person = self.owner.here(pair.person);
                self.put(&pair)
            }
            Record::Wish(mut wish) => {
                wish.person = self.owner.here(wish.person);
                self.put(&wish)
            }
            Record::Exploration(mut exploration) => {
                exploration.person = self.owner.here(exploration.person);
                self.put(&exploration)
            }
            Record::Source(mut source) => {
                source.person = source.person.map(|person| self.owner.here(person));
                self.put(&source)
            }
            Record::Talk(mut talk) => {
                talk.person = self.owner.here(talk.person);
                self.put(&talk)
            }
            Record::Conversation(mut conversation) => {
                conversation.person = self.owner.here(conversation.person);
                for there in &mut conversation.participants {
                    there.person = there.person.map(|person| self.owner.here(person));
                }
                self.put(&conversation)
            }
            Record::CheckIn(mut asked) => {
                asked.person = asked.person.map(|person| self.owner.here(person));
                self.put(&asked)
            }
            Record::GoalEntry(entry) => self.put(&entry),
            Record::Wording(wording) => self.put(&wording),
            Record::Ground(ground) => self.put(&ground),
            Record::FollowUp(look) => self.put(&look),
            Record::HrConsult(turn) => self.put(&turn),
            Record::SavedSearch(search) => self.put(&search),
            Record::Dismissal(mut aside) => {
                aside.record = self.owner.here(aside.record.into()).record();
                self.put(&aside)
            }
            Record::ReviewCycle(cycle) => self.put(&cycle),
            Record::Point(point) => self.put(&point),
            Record::SelfReview(own) => self.put(&own),
            Record::PeerInput(mut input) => {
                input.person = input.person.map(|person| self.owner.here(person));
                self.put(&input)
            }
            Record::ReviewVersion(version) => self.put(&version),
            Record::Signature(signature) => self.put(&signature),
            Record::Plan(plan) => self.put(&plan),
            Record::PlanEntry(mut entry) => {
                if let headcount::Entry::Staff(row) = &mut entry.entry {
                    row.person = row.person.map(|person| self.owner.here(person));
                }
                self.put(&entry)
            }
            Record::PlanText(text) => self.put(&text),
            Record::WorkImport(import) => self.put(&import),
            Record::Template(template) => self.put(&template),
            Record::Agenda(item) => self.put(&item),
            Record::Prep(prep) => self.put(&prep),
            Record::Remark(remark) => self.put(&remark),
            Record::Holiday(holiday) => self.put(&holiday),
            Record::Attachment(mut attachment) => {
                attachment.record = self.owner.here(attachment.record.into()).record();
                self.file(attachment)
            }
        }
    }

    fn put<R: noun::Record + PartialEq>(&mut self, record: &R) -> Result<(), Fault> {
        let there = self.deed.get::<R>(record.id())?;
        self.count(there.as_ref(), record);
        Ok(self.deed.put(record)?)
    }

    fn file(&mut self, attachment: Attachment) -> Result<(), Fault> {
        let there = self.deed.get::<Attachment>(attachment.id)?;
        self.count(there.as_ref(), &attachment);
        if there.as_ref() != Some(&attachment) {
            let bytes = read_attachment(self.folder, &attachment)?;
            store::attachment::put(self.deed, &attachment, &bytes)?;
        }
        Ok(())
    }

    fn count<R: PartialEq>(&mut self, there: Option<&R>, comes: &R) {
        match there {
            None => self.brought.added += 1,
            Some(there) if there == comes => self.brought.unchanged += 1,
            Some(_) => self.brought.changed += 1,
        }
    }
}
