//! Writes the reviews of the demonstration.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use domain::person::Person;
use domain::review::chip::Target;
use domain::review::{
    InputState, PeerInput, Point, Review, ReviewCycle, ReviewState, ReviewText, SelfReview, SelfReviewState,
};
use domain::{PersonId, ReviewCycleId};
use store::StoreFault;
use store::noun::note::{self, NoteFilter};
use store::noun::{goal, talk};

use super::pen::Pen;
use super::reviews::{Pointed, Reviewed, Said, Stands};
use crate::review::{Signs, hash_of, share_at};

impl Pen<'_, '_> {
    /// The cycle of this year, and its days around today.
    pub fn cycle(&mut self) -> Result<(), StoreFault> {
        let year = self.today.year();
        let from = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(self.today);
        let until = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(self.today);
        let id: ReviewCycleId = self.id(self.ago(30));
        let ahead = |days: u64| Some(self.today + Days::new(days));
        let cycle = ReviewCycle {
            id,
            name: year.to_string(),
            from,
            until,
            self_review_by: Some(self.ago(3)),
            share_by: ahead(9),
            discuss_by: ahead(20),
            sign_by: ahead(27),
        };
        self.deed.put(&cycle)
    }

    /// A review of this year with everything around it.
    pub fn review(&mut self, person: &Person, told: &Reviewed, signs: &Signs) -> Result<(), StoreFault> {
        let cycle = self.today.year().to_string();
        let id = self.id(self.ago(5));
        let review = Review { seconds: told.minutes * 60, ..Review::begun(id, person.id, cycle) };
        self.deed.put(&review)?;
        self.points(&review, ReviewText::Review, told.points)?;
        if let Some(own) = told.own {
            self.points(&review, ReviewText::SelfReview, own)?;
            let (id, asked) = (self.id(self.ago(5)), SelfReviewState::NotStarted);
            let (state, on) =
                if own.is_empty() { (asked, None) } else { (SelfReviewState::Taken, Some(self.ago(4))) };
            self.deed.put(&SelfReview { state, handed_in_on: on, ..SelfReview::begun(id, review.id) })?;
        }
        for said in told.inputs {
            self.input(&review, said)?;
        }
        if told.stands == Stands::Shared {
            let noon = self.ago(2).and_hms_opt(12, 0, 0).unwrap_or_default().and_utc();
            let ready = review.moved(ReviewState::Ready)?;
            self.deed.put(&ready)?;
            share_at(self.deed, ready.id, noon - TimeDelta::hours(3), signs)?;
        }
        Ok(())
    }

    fn points(&mut self, review: &Review, of: ReviewText, told: &[Pointed]) -> Result<(), StoreFault> {
        for (place, (section, message, text)) in (0..).zip(told) {
            let id = self.id(self.ago(5));
            let text = self.with_chips(review.person, text)?;
            let begun = Point::begun(id, review.id, of, *section);
            self.deed.put(&Point { place, message: (*message).into(), text, ..begun })?;
        }
        Ok(())
    }

    fn input(&mut self, review: &Review, said: &Said) -> Result<(), StoreFault> {
        let (author, relation, notes, words, is_approved) = *said;
        let input = PeerInput {
            id: self.id(self.ago(9)),
            review: review.id,
            author: author.into(),
            person: None,
            relation,
            team: String::new(),
            state: InputState::WrittenUp,
            asked_on: self.ago(9),
            notes: notes.into(),
            words: words.into(),
            approved: None,
        };
        let approved = is_approved.then(|| hash_of(&input));
        let state = if is_approved { InputState::Approved } else { InputState::SentForApproval };
        self.deed.put(&PeerInput { approved, state, ..input })
    }

    /// A text with chips where it names what it rests on.
    fn with_chips(&self, person: PersonId, text: &str) -> Result<String, StoreFault> {
        let mut written = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (begins, behind) = after.split_once('}').unwrap_or((after, ""));
            written.push_str(before);
            if let Some((label, target)) = self.named(person, begins)? {
                written.push_str(&format!("[{label}]({})", target.address()));
            }
            rest = behind;
        }
        written.push_str(rest);
        Ok(written)
    }

    /// What of a person begins so, and what a chip to it says.
    fn named(&self, person: PersonId, begins: &str) -> Result<Option<(String, Target)>, StoreFault> {
        let read = self.deed.read();
        if begins == "new" {
            return Ok(Some(("This is new".into(), Target::New)));
        }
        let notes = note::lines(read, &NoteFilter { person: Some(person), ..NoteFilter::default() })?;
        if let Some(line) = notes.into_iter().find(|line| line.note.text.starts_with(begins)) {
            let label = line.note.on.format("%-d %b").to_string();
            return Ok(Some((label, Target::Note(line.note.id))));
        }
        let goals = goal::lines(read, Some(person), false)?;
        if let Some(line) = goals.into_iter().find(|line| line.goal.title.starts_with(begins)) {
            return Ok(Some(("Goal".into(), Target::Goal(line.goal.id))));
        }
        let talks = talk::lines(read, Some(person), false)?;
        let found = talks.into_iter().find(|line| line.talk.title.starts_with(begins));
        Ok(found.map(|line| ("Talk".into(), Target::Talk(line.talk.id))))
    }
}
