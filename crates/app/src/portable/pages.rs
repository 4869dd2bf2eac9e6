//! What belongs on the pages of one person.

use std::collections::{BTreeMap, HashMap};

use domain::attachment::Attachment;
use domain::person::Person;
use domain::{PersonId, RecordId};
use paper::portable::{MeetingPages, PersonPages, ReviewPages, TalkPages};
use store::noun::action::ActionFilter;
use store::noun::meeting::MeetingFilter;
use store::noun::note::NoteFilter;
use store::noun::{self, Reading, action, agenda, career, goal, meeting, note, remark, review, talk};

use crate::Fault;
use crate::desk::need;

/// What every person's pages look things up in.
pub struct Library {
    people: Vec<Person>,
    names: BTreeMap<PersonId, String>,
    attachments: Vec<Attachment>,
    places: HashMap<RecordId, Vec<usize>>,
}

impl Library {
    /// Reads it.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn read(read: &Reading) -> Result<Self, Fault> {
        let people = noun::person::all(read)?;
        let names = people.iter().map(|person| (person.id, person.name.clone())).collect();
        let mut attachments: Vec<Attachment> = Vec::new();
        let mut places: HashMap<RecordId, Vec<usize>> = HashMap::new();
        noun::each::<Attachment>(read, |attachment| {
            places.entry(attachment.record).or_default().push(attachments.len());
            attachments.push(attachment);
            Ok(())
        })?;
        Ok(Self { people, names, attachments, places })
    }

    /// Everybody.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Every attached file.
    pub fn attachments(&self) -> &[Attachment] {
        &self.attachments
    }

    /// The pages of one person.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn pages_of(&self, read: &Reading, person: &Person) -> Result<PersonPages, Fault> {
        let id = Some(person.id);
        let mut meetings = Vec::new();
        for line in meeting::lines(read, &MeetingFilter { person: id, ..MeetingFilter::default() })? {
            meetings.push(MeetingPages {
                meeting: need(read, line.id)?,
                sections: meeting::sections(read, line.id)?
                    .into_iter()
                    .map(|written| written.value)
                    .collect(),
                agenda: agenda::of(read, line.id)?,
                remarks: remark::of(read, line.id)?,
                margins: meeting::margin(read, line.id)?
                    .into_iter()
                    .chain(meeting::annotations(read, line.id)?)
                    .map(|written| written.value)
                    .collect(),
            });
        }
        let goals: Vec<_> = goal::lines(read, id, false)?.into_iter().map(|line| line.goal).collect();
        let mut entries = Vec::new();
        for goal in &goals {
            entries.extend(goal::story(read, goal.id)?);
        }
        let mut talks = Vec::new();
        for line in talk::lines(read, id, false)? {
            let talk::Around { conversations, follow_ups, check_ins: _, hr } =
                talk::around(read, line.talk.id)?;
            talks.push(TalkPages { talk: line.talk, conversations, follow_ups, hr });
        }
        let mut reviews = Vec::new();
        for line in review::lines(read, id, None)? {
            let review::Around { points, self_review, inputs: _, versions } =
                review::around(read, line.review.id)?;
            let mut signatures = Vec::new();
            for version in versions {
                signatures.extend(review::signatures(read, version.id)?);
            }
            reviews.push(ReviewPages { review: line.review, points, self_review, signatures });
        }
        let notes = note::lines(read, &NoteFilter { person: id, ..NoteFilter::default() })?;
        let actions = action::lines(read, &ActionFilter { about: id, ..ActionFilter::default() })?;
        let mut pages = PersonPages {
            person: person.clone(),
            names: self.names.clone(),
            meetings,
            notes: notes.into_iter().map(|line| line.note).collect(),
            goals,
            entries,
            talks,
            reviews,
            actions: actions.into_iter().map(|line| line.action).collect(),
            wishes: career::wishes(read, person.id)?,
            explorations: career::explorations(read, person.id)?,
            attachments: Vec::new(),
        };
        pages.attachments = self.files_of(&pages);
        Ok(pages)
    }

    /// The files kept with the person or with anything on their pages.
    fn files_of(&self, pages: &PersonPages) -> Vec<Attachment> {
        let of_meeting = |pages: &MeetingPages| {
            let margins: Vec<_> = pages.margins.iter().map(|margin| margin.id.record()).collect();
            let remarks: Vec<_> = pages.remarks.iter().map(|remark| remark.id.record()).collect();
            let sections: Vec<_> = pages.sections.iter().map(|section| section.id.record()).collect();
            [pages.meeting.id.record()].into_iter().chain(margins).chain(remarks).chain(sections)
        };
        let of_review = |pages: &ReviewPages| {
            let points: Vec<_> = pages.points.iter().map(|point| point.id.record()).collect();
            let own = pages.self_review.iter().map(|own| own.id.record());
            [pages.review.id.record()].into_iter().chain(points).chain(own.collect::<Vec<_>>())
        };
        let records = [pages.person.id.record()]
            .into_iter()
            .chain(pages.meetings.iter().flat_map(of_meeting))
            .chain(pages.notes.iter().map(|note| note.id.record()))
            .chain(pages.goals.iter().map(|goal| goal.id.record()))
            .chain(pages.talks.iter().map(|pages| pages.talk.id.record()))
            .chain(pages.reviews.iter().flat_map(of_review))
            .chain(pages.actions.iter().map(|action| action.id.record()))
            .chain(pages.wishes.iter().map(|wish| wish.id.record()))
            .chain(pages.explorations.iter().map(|tried| tried.id.record()));
        let places = records.filter_map(|record| self.places.get(&record)).flatten();
        places.filter_map(|place| self.attachments.get(*place)).cloned().collect()
    }
}
