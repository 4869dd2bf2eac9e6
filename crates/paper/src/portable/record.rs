//! Any noun, under one roof: what a folder carries.

use chrono::NaiveDate;
use domain::{
    RecordId, Refusal,
    action::Action,
    attachment::Attachment,
    career::{Exploration, Wish},
    dismissal::Dismissal,
    folder::{Note, Source},
    goal::{Entry, Goal, Ground, Wording},
    headcount::{Month, Plan, PlanEntry, PlanText, WorkImport},
    one_on_one::{AgendaItem, Margin, Meeting, Pair, Prep, Remark, Section, Template},
    person::Person,
    review::{PeerInput, Point, Review, ReviewCycle, ReviewVersion, SelfReview, Signature},
    saved_search::SavedSearch,
    talk::{CheckIn, Conversation, FollowUp, HrConsult, Talk},
    text,
    workday::Holiday,
};

/// A kind of record, in the order a folder carries them: what others point at comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    /// [`Person`]
    Person,
    /// [`Meeting`]
    OneOnOne,
    /// [`Section`]
    Section,
    /// [`Margin`]
    Margin,
    /// [`Note`]
    Note,
    /// [`Goal`]
    Goal,
    /// [`Review`]
    Review,
    /// [`Action`]
    Action,
    /// [`Pair`]
    Pair,
    /// [`Template`]
    Template,
    /// [`AgendaItem`]
    Agenda,
    /// [`Prep`]
    Prep,
    /// [`Remark`]
    Remark,
    /// [`Holiday`]
    Holiday,
    /// [`Wish`]
    Wish,
    /// [`Exploration`]
    Exploration,
    /// [`Source`]
    Source,
    /// [`Entry`]
    GoalEntry,
    /// [`Wording`]
    Wording,
    /// [`Ground`]
    Ground,
    /// [`Talk`]
    Talk,
    /// [`Conversation`]
    Conversation,
    /// [`FollowUp`]
    FollowUp,
    /// [`CheckIn`]
    CheckIn,
    /// [`HrConsult`]
    HrConsult,
    /// [`SavedSearch`]
    SavedSearch,
    /// [`Dismissal`]
    Dismissal,
    /// [`ReviewCycle`]
    ReviewCycle,
    /// [`Point`]
    Point,
    /// [`SelfReview`]
    SelfReview,
    /// [`PeerInput`]
    PeerInput,
    /// [`ReviewVersion`]
    ReviewVersion,
    /// [`Signature`]
    Signature,
    /// [`Plan`]
    Plan,
    /// [`PlanEntry`]
    PlanEntry,
    /// [`PlanText`]
    PlanText,
    /// [`WorkImport`]
    WorkImport,
    /// [`Attachment`]
    Attachment,
}

impl Noun {
    /// Every noun, in order.
    pub const ALL: [Self; 38] = [
        Self::Person,
        Self::OneOnOne,
        Self::Section,
        Self::Margin,
        Self::Note,
        Self::Goal,
        Self::Review,
        Self::Action,
        Self::Pair,
        Self::Template,
        Self::Agenda,
        Self::Prep,
        Self::Remark,
        Self::Holiday,
        Self::Wish,
        Self::Exploration,
        Self::Source,
        Self::GoalEntry,
        Self::Wording,
        Self::Ground,
        Self::Talk,
        Self::Conversation,
        Self::FollowUp,
        Self::CheckIn,
        Self::HrConsult,
        Self::SavedSearch,
        Self::Dismissal,
        Self::ReviewCycle,
        Self::Point,
        Self::SelfReview,
        Self::PeerInput,
        Self::ReviewVersion,
        Self::Signature,
        Self::Plan,
        Self::PlanEntry,
        Self::PlanText,
        Self::WorkImport,
        Self::Attachment,
    ];

    /// Its name in the folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::OneOnOne => "one_on_one",
            Self::Section => "section",
            Self::Margin => "margin",
            Self::Note => "note",
            Self::Goal => "goal",
            Self::Review => "review",
            Self::Action => "action",
            Self::Pair => "pair",
            Self::Template => "template",
            Self::Agenda => "agenda",
            Self::Prep => "prep",
            Self::Remark => "remark",
            Self::Holiday => "holiday",
            Self::Wish => "wish",
            Self::Exploration => "exploration",
            Self::Source => "source",
            Self::GoalEntry => "goal_entry",
            Self::Wording => "goal_wording",
            Self::Ground => "ground",
            Self::Talk => "talk",
            Self::Conversation => "conversation",
            Self::FollowUp => "follow_up",
            Self::CheckIn => "check_in",
            Self::HrConsult => "hr_consult",
            Self::SavedSearch => "saved_search",
            Self::Dismissal => "dismissal",
            Self::ReviewCycle => "review_cycle",
            Self::Point => "review_point",
            Self::SelfReview => "self_review",
            Self::PeerInput => "peer_input",
            Self::ReviewVersion => "review_version",
            Self::Signature => "signature",
            Self::Plan => "plan",
            Self::PlanEntry => "plan_entry",
            Self::PlanText => "plan_text",
            Self::WorkImport => "work_import",
            Self::Attachment => "attachment",
        }
    }
}

/// A record of any noun.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// A person.
    Person(Person),
    /// A 1:1.
    OneOnOne(Meeting),
    /// A section of a 1:1 document.
    Section(Section),
    /// A private margin.
    Margin(Margin),
    /// A note of a fuzzy folder.
    Note(Note),
    /// A goal.
    Goal(Goal),
    /// A review draft.
    Review(Review),
    /// A promise.
    Action(Action),
    /// The two people of a 1:1 and their rhythm.
    Pair(Pair),
    /// A template of 1:1 documents.
    Template(Template),
    /// A point of a meeting's agenda.
    Agenda(AgendaItem),
    /// What the owner did to prepare a meeting.
    Prep(Prep),
    /// Something added to a document for both to read.
    Remark(Remark),
    /// A day off of the workplace.
    Holiday(Holiday),
    /// A wish for a career.
    Wish(Wish),
    /// A try-out of a role.
    Exploration(Exploration),
    /// Where a note came from.
    Source(Source),
    /// An entry of a goal's story.
    GoalEntry(Entry),
    /// A goal as it was worded.
    Wording(Wording),
    /// A value or goal of the company.
    Ground(Ground),
    /// A hard talk.
    Talk(Talk),
    /// A conversation about talks.
    Conversation(Conversation),
    /// A look at how it goes after a talk.
    FollowUp(FollowUp),
    /// A question to somebody whom a talk concerns.
    CheckIn(CheckIn),
    /// A turn to HR.
    HrConsult(HrConsult),
    /// A kept search.
    SavedSearch(SavedSearch),
    /// A hint of the coach that was set aside.
    Dismissal(Dismissal),
    /// A cycle of reviews with its dates.
    ReviewCycle(ReviewCycle),
    /// A point of a review or of its self review.
    Point(Point),
    /// What a person writes about their own year.
    SelfReview(SelfReview),
    /// What one person says for a review.
    PeerInput(PeerInput),
    /// One version of a review that was shared.
    ReviewVersion(ReviewVersion),
    /// A signature below a review.
    Signature(Signature),
    /// A version or a scenario of a headcount plan.
    Plan(Plan),
    /// One thing that a headcount plan is made of.
    PlanEntry(PlanEntry),
    /// An answer of a headcount plan, or a part of its argument.
    PlanText(PlanText),
    /// Work that was imported into a headcount plan.
    WorkImport(WorkImport),
    /// What is known of an attached file.
    Attachment(Attachment),
}

impl Record {
    /// Which noun it is.
    pub fn noun(&self) -> Noun {
        match self {
            Self::Person(_) => Noun::Person,
            Self::OneOnOne(_) => Noun::OneOnOne,
            Self::Section(_) => Noun::Section,
            Self::Margin(_) => Noun::Margin,
            Self::Note(_) => Noun::Note,
            Self::Goal(_) => Noun::Goal,
            Self::Review(_) => Noun::Review,
            Self::Action(_) => Noun::Action,
            Self::Pair(_) => Noun::Pair,
            Self::Template(_) => Noun::Template,
            Self::Agenda(_) => Noun::Agenda,
            Self::Prep(_) => Noun::Prep,
            Self::Remark(_) => Noun::Remark,
            Self::Holiday(_) => Noun::Holiday,
            Self::Wish(_) => Noun::Wish,
            Self::Exploration(_) => Noun::Exploration,
            Self::Source(_) => Noun::Source,
            Self::GoalEntry(_) => Noun::GoalEntry,
            Self::Wording(_) => Noun::Wording,
            Self::Ground(_) => Noun::Ground,
            Self::Talk(_) => Noun::Talk,
            Self::Conversation(_) => Noun::Conversation,
            Self::FollowUp(_) => Noun::FollowUp,
            Self::CheckIn(_) => Noun::CheckIn,
            Self::HrConsult(_) => Noun::HrConsult,
            Self::SavedSearch(_) => Noun::SavedSearch,
            Self::Dismissal(_) => Noun::Dismissal,
            Self::ReviewCycle(_) => Noun::ReviewCycle,
            Self::Point(_) => Noun::Point,
            Self::SelfReview(_) => Noun::SelfReview,
            Self::PeerInput(_) => Noun::PeerInput,
            Self::ReviewVersion(_) => Noun::ReviewVersion,
            Self::Signature(_) => Noun::Signature,
            Self::Plan(_) => Noun::Plan,
            Self::PlanEntry(_) => Noun::PlanEntry,
            Self::PlanText(_) => Noun::PlanText,
            Self::WorkImport(_) => Noun::WorkImport,
            Self::Attachment(_) => Noun::Attachment,
        }
    }

    /// Which record it is.
    pub fn id(&self) -> RecordId {
        match self {
            Self::Person(person) => person.id.record(),
            Self::OneOnOne(meeting) => meeting.id.record(),
            Self::Section(section) => section.id.record(),
            Self::Margin(margin) => margin.id.record(),
            Self::Note(note) => note.id.record(),
            Self::Goal(goal) => goal.id.record(),
            Self::Review(review) => review.id.record(),
            Self::Action(action) => action.id.record(),
            Self::Pair(pair) => pair.id.record(),
            Self::Template(template) => template.id.record(),
            Self::Agenda(item) => item.id.record(),
            Self::Prep(prep) => prep.id.record(),
            Self::Remark(remark) => remark.id.record(),
            Self::Holiday(holiday) => holiday.id.record(),
            Self::Wish(wish) => wish.id.record(),
            Self::Exploration(exploration) => exploration.id.record(),
            Self::Source(source) => source.id.record(),
            Self::GoalEntry(entry) => entry.id.record(),
            Self::Wording(wording) => wording.id.record(),
            Self::Ground(ground) => ground.id.record(),
            Self::Talk(talk) => talk.id.record(),
            Self::Conversation(conversation) => conversation.id.record(),
            Self::FollowUp(look) => look.id.record(),
            Self::CheckIn(asked) => asked.id.record(),
            Self::HrConsult(turn) => turn.id.record(),
            Self::SavedSearch(search) => search.id.record(),
            Self::Dismissal(aside) => aside.id.record(),
            Self::ReviewCycle(cycle) => cycle.id.record(),
            Self::Point(point) => point.id.record(),
            Self::SelfReview(own) => own.id.record(),
            Self::PeerInput(input) => input.id.record(),
            Self::ReviewVersion(version) => version.id.record(),
            Self::Signature(signature) => signature.id.record(),
            Self::Plan(plan) => plan.id.record(),
            Self::PlanEntry(entry) => entry.id.record(),
            Self::PlanText(text) => text.id.record(),
            Self::WorkImport(import) => import.id.record(),
            Self::Attachment(attachment) => attachment.id.record(),
        }
    }

    /// Whether a vault may keep the record. What depends on the day it was written on was checked then.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::Person(person) => person.check().and_then(|()| text::check_text(&person.about)),
            Self::OneOnOne(meeting) => meeting.check(),
            Self::Section(section) => {
                text::check_line("title", &section.title).and_then(|()| text::check_text(&section.text))
            }
            Self::Margin(margin) => text::check_text(&margin.text),
            Self::Note(note) => note.check(NaiveDate::MAX),
            Self::Goal(goal) => goal.check(),
            Self::Review(review) => review.check(),
            Self::Action(action) => action.check(),
            Self::Pair(pair) => pair.check(),
            Self::Template(template) => template.check(),
            Self::Agenda(item) => item.check(),
            Self::Prep(_) => Ok(()),
            Self::Remark(remark) => remark.check(),
            Self::Holiday(holiday) => holiday.check(),
            Self::Wish(wish) => wish.check(),
            Self::Exploration(exploration) => exploration.check(),
            Self::Source(source) => source.check(),
            Self::GoalEntry(entry) => entry.check(NaiveDate::MAX),
            Self::Wording(wording) => wording.check(),
            Self::Ground(ground) => ground.check(),
            Self::Talk(talk) => talk.check(),
            // Who had to be there was checked against its talks when it was written.
            Self::Conversation(conversation) => conversation.check(&[]),
            Self::FollowUp(look) => look.check(NaiveDate::MAX),
            Self::CheckIn(asked) => asked.check(),
            Self::HrConsult(turn) => turn.check(),
            Self::SavedSearch(search) => search.check(),
            Self::Dismissal(aside) => aside.check(),
            Self::ReviewCycle(cycle) => cycle.check(),
            Self::Point(point) => point.check(),
            Self::SelfReview(own) => text::check_text(&own.note),
            Self::PeerInput(input) => input.check(),
            Self::ReviewVersion(version) => text::check_text(&version.content),
            Self::Signature(signature) => signature.check(),
            Self::Plan(plan) => plan.check(),
            // Whether somebody starts before the plan was checked against the plan when it was written.
            Self::PlanEntry(entry) => entry.entry.check(Month::of(NaiveDate::MIN)),
            Self::PlanText(text) => text.check(),
            Self::WorkImport(import) => import.check(),
            Self::Attachment(attachment) => attachment.check(),
        }
    }
}
