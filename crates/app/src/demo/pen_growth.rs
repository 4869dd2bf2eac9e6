//! Writes the demonstration's goals with their stories, what they rest on, and its hard talks.

use std::collections::HashMap;

use domain::folder::{Metric, Note};
use domain::goal::{Entry, EntryKind, Goal, GoalState, Ground, Wording, WordingReason};
use domain::talk::{
    Conversation, FollowUp, Participant, ParticipantPart, Talk, TalkState, default_response_due,
};
use domain::{GroundId, PersonId};
use store::StoreFault;
use store::noun::setting::{Plain, Setting};

use super::growth::{CATEGORIES, GROUNDS, GROWTH, Hard};
use super::pen::Pen;
use super::story::Aimed;

impl Pen<'_, '_> {
    /// What the company said, and the kinds of goals; answers the grounds by title.
    pub fn grounds(&mut self) -> Result<HashMap<&'static str, GroundId>, StoreFault> {
        self.deed.put(&Setting::new("goal_categories", Plain::Text(CATEGORIES.join("\n"))))?;
        let mut all = HashMap::new();
        for &(kind, title, text) in GROUNDS {
            let id = self.id(self.ago(200));
            self.deed.put(&Ground { id, kind, title: title.into(), text: text.into(), until: None })?;
            all.insert(title, id);
        }
        Ok(all)
    }

    /// A goal with its story.
    pub fn goal(
        &mut self,
        person: PersonId,
        &(_, title, text, due, state): &Aimed,
        grounds: &HashMap<&'static str, GroundId>,
    ) -> Result<(), StoreFault> {
        let begun = self.ago(150);
        let due = Some(self.ahead(due));
        let has_begun = state != GoalState::Proposed && state != GoalState::Endorsed;
        let goal = Goal {
            text: text.into(),
            due,
            state,
            starts_on: has_begun.then_some(begun),
            own_words_on: Some(begun),
            endorsed_on: (state != GoalState::Proposed).then_some(begun),
            ended_on: (!state.is_open()).then(|| self.ago(9)),
            reviewed_on: Some(self.ago(8)),
            ..Goal::named(self.id(begun), person, title)
        };
        let Some(more) = GROWTH.iter().find(|more| more.of == title) else {
            return self.deed.put(&goal);
        };
        let typed = |line: &str| Metric::typed(line).ok();
        let goal = Goal {
            measure: more.measure.into(),
            achievable: more.achievable.into(),
            relevant: more.relevant.into(),
            category: more.category.into(),
            ground: grounds.get(more.ground).copied(),
            start_value: typed(more.figures.0),
            target: typed(more.figures.1),
            is_growth: more.is_growth,
            reviewed_on: more.story.iter().map(|(ago, ..)| self.ago(*ago)).max(),
            ..goal
        };
        goal.check()?;
        self.deed.put(&goal)?;
        if has_begun {
            let id = self.id(begun);
            self.deed.put(&Wording::of(id, &goal, WordingReason::Started, "", begun))?;
        }
        for &(ago, kind, text, value) in more.story {
            let on = self.ago(ago);
            let entry = Entry {
                value: typed(value),
                has_moved: kind == EntryKind::Progress && text != "Nothing new.",
                resolved_on: (kind == EntryKind::Obstacle).then(|| self.ago(ago - 30)),
                ..Entry::said(self.id(on), goal.id, kind, text, on)
            };
            entry.check(self.today)?;
            self.deed.put(&entry)?;
        }
        Ok(())
    }

    /// A hard talk, as far as it has come.
    pub fn talk(&mut self, owner: (PersonId, &str), person: PersonId, hard: &Hard) -> Result<(), StoreFault> {
        let seen = self.ago(hard.first_seen);
        let notes = self.notes_that_begin(person, hard.note)?;
        let talk = Talk {
            class: hard.class.0,
            class_because: hard.class.1.into(),
            message: hard.message.into(),
            example: hard.example.into(),
            consequence: hard.consequence.into(),
            is_owned: !hard.message.is_empty(),
            notes: notes.iter().map(|note| note.id).collect(),
            ..Talk::noticed(self.id(seen), person, hard.title, seen)
        };
        let Some((ago, outcome, differences, answer)) = hard.held else {
            talk.check()?;
            return self.deed.put(&talk);
        };
        let on = self.ago(ago);
        let talk = Talk {
            state: TalkState::Following,
            discussed_on: Some(on),
            next_check: Some(self.ahead(hard.next_check)),
            ..talk
        };
        talk.check()?;
        self.deed.put(&talk)?;
        let there = |part, person, name: &str| Participant { part, person: Some(person), name: name.into() };
        let conversation = Conversation {
            id: self.id(on),
            person,
            talks: vec![talk.id],
            at: on.and_hms_opt(14, 0, 0).unwrap_or_default(),
            participants: vec![
                there(ParticipantPart::Manager, owner.0, owner.1),
                there(ParticipantPart::Employee, person, hard.name),
            ],
            outcome: outcome.into(),
            differences: differences.into(),
            response_due: default_response_due(on),
            answered_on: Some(self.ago(ago - 2)),
            answer: answer.into(),
        };
        conversation.check(std::slice::from_ref(&talk))?;
        self.deed.put(&conversation)?;
        for &(ago, found, text, said_aloud) in hard.looks {
            let on = self.ago(ago);
            let (id, talk) = (self.id(on), talk.id);
            let look = FollowUp { id, talk, on, found, text: text.into(), said_aloud: said_aloud.into() };
            look.check(self.today)?;
            self.deed.put(&look)?;
        }
        Ok(())
    }

    fn notes_that_begin(&self, person: PersonId, text: &str) -> Result<Vec<Note>, StoreFault> {
        let filter = store::noun::note::NoteFilter { person: Some(person), ..Default::default() };
        let notes = store::noun::note::lines(self.deed.read(), &filter)?;
        Ok(notes.into_iter().map(|line| line.note).filter(|note| note.text.starts_with(text)).collect())
    }
}
