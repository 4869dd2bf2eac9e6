//! The words that stand in columns for the choices of a noun. Released words never change.

use domain::{
    action::ActionState,
    career::WishKind,
    folder::{NoteKind, Polarity, SourceKind},
    goal::{EntryKind, GoalState, GroundKind, WordingReason},
    headcount::{
        ArgumentPart, EntryKind as PlanEntryKind, PlanPlace, PlanQuestion, PlanState, Realistic, Suits,
    },
    one_on_one::{Aim, MeetingKind, MeetingState, Range, RemarkKind, SectionKind, Side, Topic},
    person::{Employment, Relation},
    review::{
        InputState, PointAuthor, ReviewSection, ReviewState, ReviewText, SelfReviewState, VersionReason,
    },
    talk::{HrPart, HrWish, Naming, ParticipantPart, TalkClass, TalkState, Trend},
};

/// A choice out of a closed list.
pub trait Word: Copy + Sized {
    /// The word that stands for it.
    fn to_word(self) -> &'static str;
    /// The choice a word stands for.
    fn from_word(word: &str) -> Option<Self>;
}

macro_rules! words {
    ($($choice:ident { $($case:ident = $word:literal),* $(,)? })*) => { $(
        impl Word for $choice {
            fn to_word(self) -> &'static str {
                match self { $(Self::$case => $word),* }
            }
            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$case),)* _ => None }
            }
        }
    )* };
}

words! {
    Relation {
        Me = "me", DirectReport = "direct_report", MyManager = "my_manager", Peer = "peer", Partner = "partner",
        Hr = "hr", SkipLevel = "skip_level", Other = "other",
    }
    Employment { Employee = "employee", Contractor = "contractor", Intern = "intern" }
    MeetingState {
        Planned = "planned", Prepped = "prepped", InProgress = "in_progress", Held = "held", NotesSent = "notes_sent",
        Closed = "closed", Moved = "moved", Cancelled = "cancelled",
    }
    SectionKind {
        Goals = "goals", Opportunities = "opportunities", Status = "status", Learning = "learning",
        Needs = "needs", Team = "team", Actions = "actions", Personal = "personal", Extra = "extra",
    }
    MeetingKind { Initial = "initial", Regular = "regular", FollowUp = "follow_up" }
    Side { Mine = "mine", Theirs = "theirs" }
    Aim {
        Career = "career", Feedback = "feedback", Personal = "personal", Environment = "environment",
        AboutManager = "about_manager",
    }
    Range {
        Employee = "employee", Team = "team", Organisation = "organisation", Company = "company",
        Industry = "industry",
    }
    Topic {
        GroundRules = "ground_rules", Goals = "goals", Document = "document", Cadence = "cadence",
        KeepingTheSlot = "keeping_the_slot", StandingAims = "standing_aims",
    }
    RemarkKind { Shared = "shared", Correction = "correction" }
    WishKind {
        OneYear = "one_year", ThreeYears = "three_years", FiveYears = "five_years", Interest = "interest",
        Like = "like", Admired = "admired", Dislike = "dislike", NextRole = "next_role",
    }
    Polarity { Praise = "praise", Constructive = "constructive" }
    SourceKind { Said = "said", Mail = "mail", Chat = "chat", Document = "document" }
    NoteKind { Delivery = "delivery", Leadership = "leadership", Difficulty = "difficulty", Other = "other" }
    GoalState {
        Proposed = "proposed", Endorsed = "endorsed", Active = "active", Achieved = "achieved",
        PartlyAchieved = "partly_achieved", Missed = "missed", Dropped = "dropped",
    }
    EntryKind { Progress = "progress", Obstacle = "obstacle" }
    WordingReason { Started = "started", Revised = "revised", Cycle = "cycle" }
    GroundKind { Value = "value", Company = "company", Organisation = "organisation", Team = "team" }
    TalkState {
        Noticed = "noticed", Preparing = "preparing", Ready = "ready", Discussed = "discussed",
        Following = "following", Improved = "improved", Escalated = "escalated", Closed = "closed",
    }
    TalkClass { Unclear = "unclear", Performance = "performance", Perception = "perception" }
    Naming { Nobody = "nobody", ObservedMyself = "observed_myself", Facilitated = "facilitated" }
    HrWish { No = "no", Unsure = "unsure", Attends = "attends" }
    ParticipantPart {
        Manager = "manager", Employee = "employee", Other = "other", Facilitator = "facilitator", Hr = "hr",
    }
    Trend { Better = "better", Same = "same", Worse = "worse" }
    HrPart { SoundingBoard = "sounding_board", Guidance = "guidance", Attendance = "attendance" }
    ReviewState {
        Draft = "draft", Ready = "ready", Shared = "shared", Reading = "reading", Discussed = "discussed",
        FollowUp = "follow_up", Amended = "amended", Accepted = "accepted",
        AcceptedWithDisagreement = "accepted_with_disagreement", Closed = "closed",
    }
    ReviewText { Review = "review", SelfReview = "self_review" }
    ReviewSection {
        Summary = "summary", WentWell = "went_well", ToImprove = "to_improve", Goals = "goals",
        NextYear = "next_year",
    }
    PointAuthor { Manager = "manager", Employee = "employee" }
    SelfReviewState {
        NotStarted = "not_started", Draft = "draft", Submitted = "submitted", Returned = "returned", Taken = "taken",
    }
    InputState {
        Requested = "requested", Received = "received", WrittenUp = "written_up",
        SentForApproval = "sent_for_approval", Approved = "approved", ChangesAsked = "changes_asked",
        Declined = "declined",
    }
    VersionReason { Shared = "shared", Amended = "amended", Final = "final" }
    ActionState { Open = "open", Done = "done", Dropped = "dropped" }
    PlanState {
        Draft = "draft", Consulted = "consulted", Documented = "documented", Presented = "presented",
        Agreed = "agreed", Refused = "refused", Superseded = "superseded",
    }
    PlanEntryKind {
        Staff = "staff", Requisition = "requisition", Promotion = "promotion", Reduction = "reduction",
        Target = "target", Initiative = "initiative", RunLoad = "run_load", Assumption = "assumption",
        Contributor = "contributor", Concern = "concern", Change = "change",
    }
    Suits { Yes = "yes", Partly = "partly", No = "no" }
    Realistic { Realistic = "realistic", NotRealistic = "not_realistic" }
    PlanQuestion {
        Breadth = "breadth", LevelMix = "level_mix", Paths = "paths", KeyLeavers = "key_leavers",
        SinglePoints = "single_points", Sites = "sites", SoftWork = "soft_work", Imbalance = "imbalance",
        Concentration = "concentration", Toil = "toil", Elsewhere = "elsewhere", InitiativeNeeds = "initiative_needs",
        Redundancy = "redundancy", Stayers = "stayers", Efficiencies = "efficiencies", Industry = "industry",
        Market = "market", IntakeCapacity = "intake_capacity", GrowJuniors = "grow_juniors", Temporary = "temporary",
        Leadership = "leadership", Trainers = "trainers", ExtraLevel = "extra_level",
        Infrastructure = "infrastructure", ProjectManagement = "project_management",
    }
    ArgumentPart {
        Ask = "argument_ask", Numbers = "argument_numbers", Gap = "argument_gap", Options = "argument_options",
        Consequences = "argument_consequences",
    }
}

impl Word for PlanPlace {
    fn to_word(self) -> &'static str {
        match self {
            Self::Answer(question) => question.to_word(),
            Self::Argument(part) => part.to_word(),
        }
    }
    fn from_word(word: &str) -> Option<Self> {
        let part = || ArgumentPart::from_word(word).map(Self::Argument);
        PlanQuestion::from_word(word).map(Self::Answer).or_else(part)
    }
}
