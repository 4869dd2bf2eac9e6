//! A record as one line of JSON, and back.
//!
//! The shapes stand here a second time, apart from the nouns, because they may never change under files that people
//! already have: renaming a field of a noun must not rename it in the folder. Fields are in alphabetical order, which
//! is the order in which they are written.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{
    ActionId, AgendaId, AttachmentId, CheckInId, ConversationId, DismissalId, ExplorationId, FollowUpId,
    GoalEntryId, GoalId, GroundId, HolidayId, HrConsultId, MarginId, MeetingId, NoteId, PairId, PeerInputId,
    PersonId, PlanEntryId, PlanId, PlanTextId, PointId, PrepId, RecordId, RemarkId, ReviewCycleId, ReviewId,
    ReviewVersionId, SavedSearchId, SectionId, SelfReviewId, SignatureId, SourceId, TalkId, TemplateId,
    WishId, WordingId, WorkImportId,
    action::{Action, ActionState},
    attachment::Attachment,
    career::{Exploration, Wish, WishKind},
    dismissal::Dismissal,
    folder::{Metric, Note, NoteKind, Polarity, Source, SourceKind},
    goal::{Entry, EntryKind, Goal, GoalState, Ground, GroundKind, Wording, WordingReason},
    headcount::{
        self, LoadSlice, Month, Plan, PlanEntry, PlanPlace, PlanState, PlanText, Realistic, Suits, Verdict,
        WorkImport,
    },
    one_on_one::{
        AgendaItem, BuiltIn, Factors, Margin, Meeting, MeetingKind, MeetingState, Pair, Prep, Range, Remark,
        RemarkKind, Section, SectionKind, Side, Template, TemplateSection, Topic,
    },
    person::{Employment, Person, Relation, Skill},
    review::{
        Discussion, InputState, PeerInput, Point, PointAuthor, Proof, Review, ReviewCycle, ReviewSection,
        ReviewState, ReviewText, ReviewVersion, SelfReview, SelfReviewState, Signature, VersionReason,
        WordsHash,
    },
    saved_search::SavedSearch,
    talk::{
        CheckIn, Conversation, FollowUp, HrConsult, HrPart, HrWish, Naming, Participant, Talk, TalkClass,
        TalkState, Trend,
    },
    workday::Holiday,
};
use serde::{Deserialize, Serialize};

use super::hex::{self, maybe_hash, maybe_proof};
use super::{Noun, Record};

macro_rules! lines {
    ($($line:ident is $noun:ident { $($(#[$how:meta])* $field:ident: $type:ty,)* })*) => { $(
        #[derive(Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $line { $($(#[$how])* $field: $type,)* }

        impl From<$noun> for $line {
            fn from(noun: $noun) -> Self {
                let $noun { $($field),* } = noun;
                Self { $($field),* }
            }
        }
        impl From<$line> for $noun {
            fn from(line: $line) -> Self {
                let $line { $($field),* } = line;
                Self { $($field),* }
            }
        }
    )* };
}

lines! {
    PersonLine is Person {
        about: String, email: String, employment: Employment, id: PersonId, left_on: Option<NaiveDate>, level: String,
        manager: Option<PersonId>, name: String, phone: String, relation: Relation, role: String, site: String,
        #[serde(with = "skills")] skills: Vec<Skill>, started_on: Option<NaiveDate>, team: String,
    }
    MeetingLine is Meeting {
        began_at: Option<DateTime<Utc>>, #[serde(default)] calendar_uid: String, #[serde(default)] difference: String,
        ended_at: Option<DateTime<Utc>>, #[serde(default)] follows: Option<MeetingId>, id: MeetingId,
        #[serde(default)] kind: MeetingKind, minutes: u32, #[serde(default)] moved_by: Option<Side>,
        moved_from: Option<MeetingId>, #[serde(default)] notes_sent_at: Option<DateTime<Utc>>,
        #[serde(default)] pair: Option<PairId>, person: PersonId, reason: String, #[serde(default)] same_mine: bool,
        #[serde(default)] same_theirs: bool, #[serde(default)] slot: Option<NaiveDateTime>, starts: NaiveDateTime,
        state: MeetingState, #[serde(default)] submitted_at: Option<DateTime<Utc>>,
        #[serde(default)] template: Option<TemplateId>, #[serde(default)] template_sent_at: Option<DateTime<Utc>>,
        #[serde(default = "first_version")] template_version: u32, zone: String,
    }
    SectionLine is Section {
        #[serde(default)] brief: bool, id: SectionId, #[serde(default)] is_talked: bool, kind: SectionKind,
        meeting: MeetingId, place: u32, #[serde(default)] ranges: Vec<Range>, text: String, title: String,
    }
    MarginLine is Margin {
        id: MarginId, meeting: MeetingId, #[serde(default)] note: Option<NoteId>,
        #[serde(default)] section: Option<SectionId>, text: String,
    }
    NoteLine is Note {
        #[serde(default)] consequence: String, dismissed: bool, #[serde(default)] dismissed_because: String,
        #[serde(default)] example: String, #[serde(default)] goals: Vec<GoalId>, id: NoteId,
        #[serde(default)] kept_at: Option<DateTime<Utc>>, kind: NoteKind, #[serde(default)] metric: Option<Metric>,
        on: NaiveDate, person: PersonId, polarity: Polarity, #[serde(default)] raised_in: Vec<MeetingId>,
        raised_on: Option<NaiveDate>, #[serde(default)] tags: Vec<String>, text: String,
    }
    GoalLine is Goal {
        #[serde(default)] achievable: String, #[serde(default)] category: String, #[serde(default)] comment: String,
        due: Option<NaiveDate>, #[serde(default)] ended_on: Option<NaiveDate>,
        #[serde(default)] endorsed_on: Option<NaiveDate>, #[serde(default)] ground: Option<GroundId>, id: GoalId,
        #[serde(default)] is_growth: bool, #[serde(default)] measure: String, #[serde(default)] outcome: String,
        #[serde(default)] own_words_on: Option<NaiveDate>, person: PersonId, #[serde(default)] relevant: String,
        #[serde(default)] review_days: Option<u32>, #[serde(default)] reviewed_on: Option<NaiveDate>,
        #[serde(default)] start_value: Option<Metric>, #[serde(default)] starts_on: Option<NaiveDate>, state: GoalState,
        #[serde(default)] target: Option<Metric>, text: String, title: String,
    }
    ReviewLine is Review {
        #[serde(default)] accepted_at: Option<DateTime<Utc>>, #[serde(default)] closed_at: Option<DateTime<Utc>>,
        cycle: String, #[serde(default, with = "DiscussionLine")] discussion: Discussion, id: ReviewId, person: PersonId,
        #[serde(default)] reviewer: Option<PersonId>, #[serde(default)] seconds: u32, #[serde(default)] state: ReviewState,
        text: String,
    }
    ActionLine is Action {
        about: PersonId, #[serde(default)] author: Option<PersonId>, dropped_because: String, due: Option<NaiveDate>,
        id: ActionId, meeting: Option<MeetingId>, owner: PersonId, since: NaiveDate, state: ActionState,
        #[serde(default)] talk: Option<TalkId>, text: String,
    }
    PairLine is Pair {
        at_ease_mine: bool, at_ease_theirs: bool, begins: NaiveDateTime, calendar_uid: String, ends_on: Option<NaiveDate>,
        every_days: u32, #[serde(with = "FactorsLine")] factors: Factors, factors_on: Option<NaiveDate>, id: PairId,
        minutes: u32, person: PersonId, sparse_because: String, template: Option<TemplateId>, zone: String,
    }
    TemplateLine is Template { id: TemplateId, name: String, sections: Vec<TemplateSection>, version: u32, }
    AgendaLine is AgendaItem {
        done: bool, id: AgendaId, meeting: MeetingId, open_because: String, place: u32, text: String,
        topic: Option<Topic>,
    }
    PrepLine is Prep {
        document_at: Option<DateTime<Utc>>, folder_at: Option<DateTime<Utc>>, history_at: Option<DateTime<Utc>>,
        id: PrepId, meeting: MeetingId, seconds: u32,
    }
    RemarkLine is Remark {
        id: RemarkId, kind: RemarkKind, meeting: MeetingId, on: NaiveDate, section: Option<SectionId>, text: String,
    }
    HolidayLine is Holiday { id: HolidayId, name: String, on: NaiveDate, }
    WishLine is Wish {
        #[serde(default)] expected_on: Option<NaiveDate>, first_hand: bool, id: WishId, kind: WishKind,
        #[serde(default)] may_plan: bool, on: NaiveDate, person: PersonId, text: String, unknown: bool, why: String,
    }
    ExplorationLine is Exploration {
        contact: String, id: ExplorationId, next_step: String, on: NaiveDate, outcome: String, person: PersonId,
        role: String, why: String,
    }
    SourceLine is Source {
        id: SourceId, kind: SourceKind, message_id: String, note: NoteId, person: Option<PersonId>,
        sent_at: Option<DateTime<Utc>>, subject: String, text: String, who: String,
    }
    EntryLine is Entry {
        goal: GoalId, has_moved: bool, id: GoalEntryId, kind: EntryKind, on: NaiveDate, resolved_on: Option<NaiveDate>,
        text: String, value: Option<Metric>,
    }
    WordingLine is Wording {
        achievable: String, because: String, due: Option<NaiveDate>, goal: GoalId, id: WordingId, measure: String,
        on: NaiveDate, reason: WordingReason, relevant: String, state: GoalState, target: Option<Metric>, text: String,
        title: String,
    }
    GroundLine is Ground {
        id: GroundId, kind: GroundKind, text: String, title: String, until: Option<NaiveDate>,
    }
    TalkLine is Talk {
        class: TalkClass, class_because: String, closed_on: Option<NaiveDate>, consequence: String,
        discussed_on: Option<NaiveDate>, example: String, facilitator: String, first_seen: NaiveDate,
        follow_up_by: String, hr: HrWish, id: TalkId, is_facilitator_trained: bool, is_owned: bool, is_touchy: bool,
        message: String, naming: Naming, next_check: Option<NaiveDate>, notes: Vec<NoteId>, outcome: String,
        person: PersonId, seen_myself: bool, state: TalkState, title: String,
    }
    ConversationLine is Conversation {
        answer: String, answered_on: Option<NaiveDate>, at: NaiveDateTime, differences: String, id: ConversationId,
        outcome: String, participants: Vec<Participant>, person: PersonId, response_due: NaiveDate,
        talks: Vec<TalkId>,
    }
    FollowUpLine is FollowUp {
        found: Trend, id: FollowUpId, on: NaiveDate, said_aloud: String, talk: TalkId, text: String,
    }
    CheckInLine is CheckIn {
        answer: String, answered_on: Option<NaiveDate>, asked_on: NaiveDate, from: String, id: CheckInId,
        person: Option<PersonId>, question: String, talk: TalkId, told_on: Option<NaiveDate>,
    }
    HrConsultLine is HrConsult {
        advice: String, id: HrConsultId, on: NaiveDate, part: HrPart, question: String, talk: TalkId, who: String,
    }
    SavedSearchLine is SavedSearch { asked: String, id: SavedSearchId, name: String, }
    DismissalLine is Dismissal {
        because: String, id: DismissalId, mark: String, on: NaiveDate, record: RecordId, rule: String,
    }
    ReviewCycleLine is ReviewCycle {
        discuss_by: Option<NaiveDate>, from: NaiveDate, id: ReviewCycleId, name: String,
        self_review_by: Option<NaiveDate>, share_by: Option<NaiveDate>, sign_by: Option<NaiveDate>, until: NaiveDate,
    }
    PointLine is Point {
        answer: String, author: PointAuthor, disagreement: String, id: PointId, is_agreed: bool, is_parked: bool,
        is_soft: bool, is_touchy: bool, marked: Option<Polarity>, message: String, of: ReviewText, place: u32,
        question: String, review: ReviewId, section: ReviewSection, text: String,
    }
    SelfReviewLine is SelfReview {
        handed_in_on: Option<NaiveDate>, id: SelfReviewId, note: String, returns: u32, review: ReviewId,
        state: SelfReviewState,
    }
    PeerInputLine is PeerInput {
        #[serde(with = "maybe_hash")] approved: Option<WordsHash>, asked_on: NaiveDate, author: String, id: PeerInputId,
        notes: String, person: Option<PersonId>, relation: Relation, review: ReviewId, state: InputState, team: String,
        words: String,
    }
    ReviewVersionLine is ReviewVersion {
        content: String, id: ReviewVersionId, made_at: DateTime<Utc>, number: u32, reason: VersionReason,
        review: ReviewId,
    }
    SignatureLine is Signature {
        id: SignatureId, name: String, part: PointAuthor, #[serde(with = "maybe_proof")] proof: Option<Proof>,
        signed_at: DateTime<Utc>, version: ReviewVersionId,
    }
    PlanLine is Plan {
        baseline: Option<PlanId>, before: Option<PlanId>, id: PlanId, known_until: Option<Month>, months: u32,
        name: String, organisation: String, realistic: Option<Verdict<Realistic>>, review_by: NaiveDate, starts: Month,
        state: PlanState, suits: Option<Verdict<Suits>>, unasked_because: String, version: u32,
    }
    PlanEntryLine is PlanEntry { entry: headcount::Entry, id: PlanEntryId, plan: PlanId, }
    PlanTextLine is PlanText {
        at: DateTime<Utc>, empty_because: String, id: PlanTextId, owner: String, place: PlanPlace, plan: PlanId,
        text: String,
    }
    WorkImportLine is WorkImport {
        id: WorkImportId, name: String, on: NaiveDate, plan: PlanId, slices: Vec<LoadSlice>,
    }
    AttachmentLine is Attachment {
        added_at: DateTime<Utc>, bytes: u64, id: AttachmentId, name: String, record: RecordId,
        #[serde(with = "hex")] sha256: [u8; 32],
    }
}

/// What a document was made from where the folder does not say.
fn first_version() -> u32 {
    BuiltIn::VERSION
}

/// The six factors of a rhythm.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Factors", deny_unknown_fields)]
struct FactorsLine {
    autonomy: String,
    level: String,
    load: String,
    performance: String,
    tenure_here: String,
    tenure_on_team: String,
}

/// The times around the talk about a review.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Discussion", deny_unknown_fields)]
struct DiscussionLine {
    held_at: Option<DateTime<Utc>>,
    planned_at: Option<DateTime<Utc>>,
    second_at: Option<DateTime<Utc>>,
    second_held_at: Option<DateTime<Utc>>,
    second_wanted_by: Option<PointAuthor>,
    shared_at: Option<DateTime<Utc>>,
}

/// The record as a line, without the line break.
pub(super) fn to_line(record: Record) -> serde_json::Result<String> {
    match record {
        Record::Person(person) => serde_json::to_string(&PersonLine::from(person)),
        Record::OneOnOne(meeting) => serde_json::to_string(&MeetingLine::from(meeting)),
        Record::Section(section) => serde_json::to_string(&SectionLine::from(section)),
        Record::Margin(margin) => serde_json::to_string(&MarginLine::from(margin)),
        Record::Note(note) => serde_json::to_string(&NoteLine::from(note)),
        Record::Goal(goal) => serde_json::to_string(&GoalLine::from(goal)),
        Record::Review(review) => serde_json::to_string(&ReviewLine::from(review)),
        Record::Action(action) => serde_json::to_string(&ActionLine::from(action)),
        Record::Pair(pair) => serde_json::to_string(&PairLine::from(pair)),
        Record::Template(template) => serde_json::to_string(&TemplateLine::from(template)),
        Record::Agenda(item) => serde_json::to_string(&AgendaLine::from(item)),
        Record::Prep(prep) => serde_json::to_string(&PrepLine::from(prep)),
        Record::Remark(remark) => serde_json::to_string(&RemarkLine::from(remark)),
        Record::Holiday(holiday) => serde_json::to_string(&HolidayLine::from(holiday)),
        Record::Wish(wish) => serde_json::to_string(&WishLine::from(wish)),
        Record::Exploration(exploration) => serde_json::to_string(&ExplorationLine::from(exploration)),
        Record::Source(source) => serde_json::to_string(&SourceLine::from(source)),
        Record::GoalEntry(entry) => serde_json::to_string(&EntryLine::from(entry)),
        Record::Wording(wording) => serde_json::to_string(&WordingLine::from(wording)),
        Record::Ground(ground) => serde_json::to_string(&GroundLine::from(ground)),
        Record::Talk(talk) => serde_json::to_string(&TalkLine::from(talk)),
        Record::Conversation(conversation) => serde_json::to_string(&ConversationLine::from(conversation)),
        Record::FollowUp(look) => serde_json::to_string(&FollowUpLine::from(look)),
        Record::CheckIn(asked) => serde_json::to_string(&CheckInLine::from(asked)),
        Record::HrConsult(turn) => serde_json::to_string(&HrConsultLine::from(turn)),
        Record::SavedSearch(search) => serde_json::to_string(&SavedSearchLine::from(search)),
        Record::Dismissal(aside) => serde_json::to_string(&DismissalLine::from(aside)),
        Record::ReviewCycle(cycle) => serde_json::to_string(&ReviewCycleLine::from(cycle)),
        Record::Point(point) => serde_json::to_string(&PointLine::from(point)),
        Record::SelfReview(own) => serde_json::to_string(&SelfReviewLine::from(own)),
        Record::PeerInput(input) => serde_json::to_string(&PeerInputLine::from(input)),
        Record::ReviewVersion(version) => serde_json::to_string(&ReviewVersionLine::from(version)),
        Record::Signature(signature) => serde_json::to_string(&SignatureLine::from(signature)),
        Record::Plan(plan) => serde_json::to_string(&PlanLine::from(plan)),
        Record::PlanEntry(entry) => serde_json::to_string(&PlanEntryLine::from(entry)),
        Record::PlanText(text) => serde_json::to_string(&PlanTextLine::from(text)),
        Record::WorkImport(import) => serde_json::to_string(&WorkImportLine::from(import)),
        Record::Attachment(attachment) => serde_json::to_string(&AttachmentLine::from(attachment)),
    }
}

/// The record that a line of a noun's file is.
pub(super) fn from_line(noun: Noun, line: &str) -> serde_json::Result<Record> {
    Ok(match noun {
        Noun::Person => Record::Person(serde_json::from_str::<PersonLine>(line)?.into()),
        Noun::OneOnOne => Record::OneOnOne(serde_json::from_str::<MeetingLine>(line)?.into()),
        Noun::Section => Record::Section(serde_json::from_str::<SectionLine>(line)?.into()),
        Noun::Margin => Record::Margin(serde_json::from_str::<MarginLine>(line)?.into()),
        Noun::Note => Record::Note(serde_json::from_str::<NoteLine>(line)?.into()),
        Noun::Goal => Record::Goal(serde_json::from_str::<GoalLine>(line)?.into()),
        Noun::Review => Record::Review(serde_json::from_str::<ReviewLine>(line)?.into()),
        Noun::Action => Record::Action(serde_json::from_str::<ActionLine>(line)?.into()),
        Noun::Pair => Record::Pair(serde_json::from_str::<PairLine>(line)?.into()),
        Noun::Template => Record::Template(serde_json::from_str::<TemplateLine>(line)?.into()),
        Noun::Agenda => Record::Agenda(serde_json::from_str::<AgendaLine>(line)?.into()),
        Noun::Prep => Record::Prep(serde_json::from_str::<PrepLine>(line)?.into()),
        Noun::Remark => Record::Remark(serde_json::from_str::<RemarkLine>(line)?.into()),
        Noun::Holiday => Record::Holiday(serde_json::from_str::<HolidayLine>(line)?.into()),
        Noun::Wish => Record::Wish(serde_json::from_str::<WishLine>(line)?.into()),
        Noun::Exploration => Record::Exploration(serde_json::from_str::<ExplorationLine>(line)?.into()),
        Noun::Source => Record::Source(serde_json::from_str::<SourceLine>(line)?.into()),
        Noun::GoalEntry => Record::GoalEntry(serde_json::from_str::<EntryLine>(line)?.into()),
        Noun::Wording => Record::Wording(serde_json::from_str::<WordingLine>(line)?.into()),
        Noun::Ground => Record::Ground(serde_json::from_str::<GroundLine>(line)?.into()),
        Noun::Talk => Record::Talk(serde_json::from_str::<TalkLine>(line)?.into()),
        Noun::Conversation => Record::Conversation(serde_json::from_str::<ConversationLine>(line)?.into()),
        Noun::FollowUp => Record::FollowUp(serde_json::from_str::<FollowUpLine>(line)?.into()),
        Noun::CheckIn => Record::CheckIn(serde_json::from_str::<CheckInLine>(line)?.into()),
        Noun::HrConsult => Record::HrConsult(serde_json::from_str::<HrConsultLine>(line)?.into()),
        Noun::SavedSearch => Record::SavedSearch(serde_json::from_str::<SavedSearchLine>(line)?.into()),
        Noun::Dismissal => Record::Dismissal(serde_json::from_str::<DismissalLine>(line)?.into()),
        Noun::ReviewCycle => Record::ReviewCycle(serde_json::from_str::<ReviewCycleLine>(line)?.into()),
        Noun::Point => Record::Point(serde_json::from_str::<PointLine>(line)?.into()),
        Noun::SelfReview => Record::SelfReview(serde_json::from_str::<SelfReviewLine>(line)?.into()),
        Noun::PeerInput => Record::PeerInput(serde_json::from_str::<PeerInputLine>(line)?.into()),
        Noun::ReviewVersion => Record::ReviewVersion(serde_json::from_str::<ReviewVersionLine>(line)?.into()),
        Noun::Signature => Record::Signature(serde_json::from_str::<SignatureLine>(line)?.into()),
        Noun::Plan => Record::Plan(serde_json::from_str::<PlanLine>(line)?.into()),
        Noun::PlanEntry => Record::PlanEntry(serde_json::from_str::<PlanEntryLine>(line)?.into()),
        Noun::PlanText => Record::PlanText(serde_json::from_str::<PlanTextLine>(line)?.into()),
        Noun::WorkImport => Record::WorkImport(serde_json::from_str::<WorkImportLine>(line)?.into()),
        Noun::Attachment => Record::Attachment(serde_json::from_str::<AttachmentLine>(line)?.into()),
    })
}

/// Skills as `[{"level":4,"name":"Rust"}]`.
mod skills {
    use domain::person::Skill;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct SkillLine {
        level: u8,
        name: String,
    }

    pub(super) fn serialize<S: Serializer>(skills: &[Skill], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(skills.iter().map(|skill| SkillLine { level: skill.level, name: skill.name.clone() }))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Skill>, D::Error> {
        let lines = Vec::<SkillLine>::deserialize(from)?;
        Ok(lines.into_iter().map(|line| Skill { name: line.name, level: line.level }).collect())
    }
}
