//! What was noticed, promised and aimed at in the demonstration. Days count back from today.

use domain::career::WishKind;
use domain::folder::NoteKind::{self, Delivery, Difficulty, Leadership, Other};
use domain::folder::Polarity::{self, Constructive, Praise};
use domain::goal::GoalState;

/// A note: who, how many days ago, what kind, after how many days it was raised, and the text.
pub type Noticed = (&'static str, u64, Polarity, NoteKind, Option<u64>, &'static str);

/// What a note says beside its line, and where it came from. It belongs to the note whose text begins with `of`.
pub struct Detail {
    /// The beginning of the note's text.
    pub of: &'static str,
    /// One moment that shows it.
    pub example: &'static str,
    /// What came of it.
    pub consequence: &'static str,
    /// A figure with its unit.
    pub metric: &'static str,
    /// Words that gather notes.
    pub tags: &'static [&'static str],
    /// Who said it and how, for the owner alone.
    pub from: Option<(&'static str, &'static str)>,
}

/// Every detail. Most notes stay one line.
pub const DETAILS: &[Detail] = &[
    Detail {
        of: "Stayed on the bridge",
        example: "At 01:40 she took the notes over, so that Sam could read the resolver’s log.",
        consequence: "Sam found the stale entry himself, and will not need her for the next one.",
        metric: "",
        tags: &["on-call", "helping"],
        from: Some((
            "Sam Nakai, in the team’s channel",
            "Could not have done Sunday without Maya. She stayed two hours longer and let me find it.",
        )),
    },
    Detail {
        of: "Halved failover time",
        example: "The two presented the drill to the other teams; she sat in the second row.",
        consequence: "Both lead drills of their own now.",
        metric: "104 s",
        tags: &["failover"],
        from: None,
    },
    Detail {
        of: "Change record went in",
        example: "The record of Tuesday’s firewall change had an empty rollback section.",
        consequence: "Two reviewers wrote the step themselves.",
        metric: "1 h",
        tags: &["changes"],
        from: None,
    },
    Detail {
        of: "Cut the release train",
        example: "",
        consequence: "Support hears of a release before noon.",
        metric: "3 h",
        tags: &["releases"],
        from: None,
    },
    Detail {
        of: "Release delay: QA heard",
        example: "The moved date of the spring release.",
        consequence: "QA had planned the weekend for it.",
        metric: "",
        tags: &["releases"],
        from: Some(("Noor, QA", "We learned it from the customer. Again.")),
    },
];

/// The fuzzy folders.
pub const NOTES: &[Noticed] = &[
    (
        "Maya Okafor",
        2,
        Praise,
        Leadership,
        None,
        "Stayed on the bridge after handover so Sam would not debug DNS alone.",
    ),
    (
        "Maya Okafor",
        6,
        Constructive,
        Delivery,
        None,
        "Change record went in without a rollback step; peer review caught it. Cost the reviewers an hour.",
    ),
    (
        "Maya Okafor",
        20,
        Praise,
        Delivery,
        Some(7),
        "Her runbook for the edge routers was used by somebody who had never seen them, at night, without a call.",
    ),
    (
        "Maya Okafor",
        48,
        Praise,
        Delivery,
        Some(6),
        "Halved failover time with two juniors, and let them present it.",
    ),
    (
        "Maya Okafor",
        71,
        Constructive,
        Other,
        Some(3),
        "Took over the design review from Jun’s predecessor half way through. He stopped talking.",
    ),
    (
        "Maya Okafor",
        93,
        Praise,
        Leadership,
        Some(5),
        "Asked the quietest person in the retrospective first. It changed what we decided.",
    ),
    (
        "Maya Okafor",
        117,
        Praise,
        Delivery,
        Some(4),
        "Closed eleven old alerts that nobody had dared to touch.",
    ),
    (
        "Maya Okafor",
        139,
        Constructive,
        Delivery,
        Some(2),
        "The capacity note came two days after the meeting it was for.",
    ),
    (
        "Maya Okafor",
        160,
        Praise,
        Difficulty,
        Some(6),
        "Said early that the migration date would not hold, with numbers, and offered a smaller first step.",
    ),
    (
        "Tomás Lindqvist",
        4,
        Praise,
        Leadership,
        None,
        "Led the incident on Sunday: calm, one voice, notes every ten minutes. Say it in front of the team.",
    ),
    (
        "Tomás Lindqvist",
        27,
        Praise,
        Delivery,
        Some(6),
        "The new dashboard answers the three questions support always asks.",
    ),
    (
        "Tomás Lindqvist",
        55,
        Constructive,
        Other,
        Some(5),
        "Disagreed with the plan only after the meeting, to three people one by one.",
    ),
    (
        "Tomás Lindqvist",
        88,
        Praise,
        Other,
        Some(4),
        "Wrote down what he learned from the outage before anybody asked.",
    ),
    (
        "Tomás Lindqvist",
        131,
        Praise,
        Leadership,
        Some(3),
        "Paired with the intern on every page of one shift.",
    ),
    (
        "Jun Ramesh",
        3,
        Praise,
        Delivery,
        None,
        "Found the stale entry in the hosts template in the second week, and fixed the cause and not the entry.",
    ),
    ("Jun Ramesh", 9, Praise, Other, None, "Asks “what would break if this is wrong?” before every change."),
    (
        "Elif Brandt",
        3,
        Constructive,
        Delivery,
        None,
        "Release delay: QA heard of the moved date from the customer. Third check with QA agreed; better in two of three.",
    ),
    (
        "Elif Brandt",
        12,
        Praise,
        Leadership,
        None,
        "Rewrote the release checklist together with Noor instead of for her.",
    ),
    ("Elif Brandt", 40, Praise, Delivery, Some(5), "Cut the release train from five hours to three."),
    (
        "Elif Brandt",
        62,
        Constructive,
        Delivery,
        Some(4),
        "Two hotfixes in one evening without a second pair of eyes.",
    ),
    (
        "Elif Brandt",
        86,
        Praise,
        Difficulty,
        Some(7),
        "Told the studio that the build was not ready. It was the right call and not a pleasant one.",
    ),
    (
        "Elif Brandt",
        122,
        Praise,
        Other,
        Some(3),
        "Took the notes in every planning meeting of the quarter, unasked.",
    ),
    (
        "Elif Brandt",
        150,
        Constructive,
        Other,
        Some(6),
        "Said yes to three dates that exclude each other. We agreed that I ask about the load every time.",
    ),
    ("Sam Nakai", 16, Praise, Delivery, None, "The data centre team asked whether he could stay longer."),
    (
        "Sam Nakai",
        64,
        Constructive,
        Delivery,
        Some(6),
        "Closed the DNS ticket before the caches had expired; it came back the next morning.",
    ),
    (
        "Sam Nakai",
        83,
        Praise,
        Delivery,
        Some(4),
        "Scripted the rack inventory that took two people a day every month.",
    ),
    (
        "Sam Nakai",
        110,
        Praise,
        Other,
        Some(5),
        "Brought cake and a question list to his first audit. The auditors used the list.",
    ),
    (
        "Sam Nakai",
        145,
        Constructive,
        Other,
        Some(2),
        "Leaves out what he tried when he asks for help, so that everybody tries it again.",
    ),
];

/// A promise: in whose 1:1, whether the owner owes it, due in how many days, made how many days ago, whether it is done.
pub type Promised = (&'static str, bool, i64, u64, bool, &'static str);

/// The promises.
pub const PROMISES: &[Promised] = &[
    ("Maya Okafor", true, -2, 9, false, "Find a second reader for the talk"),
    ("Maya Okafor", true, 1, 9, false, "Ask HR about the January band review"),
    ("Ruth Vance", true, 4, 11, false, "Budget line for two interns"),
    ("Elif Brandt", true, 6, 7, false, "Ask Noor whether the third check works for her"),
    ("Tomás Lindqvist", true, 8, 4, false, "Thank Tomás in the all-hands"),
    ("Maya Okafor", false, 0, 9, false, "Send the draft of the talk"),
    ("Elif Brandt", false, 3, 7, false, "Write the consequence of a late date into the checklist"),
    ("Sam Nakai", false, 10, 50, false, "Hand the inventory script over to the data centre team"),
    ("Jun Ramesh", true, 12, 3, false, "Introduce Jun to Ines and to the tools team"),
    ("Tomás Lindqvist", false, -20, 30, true, "Put the dashboard into the on-call handbook"),
    ("Maya Okafor", true, -35, 44, true, "Free two afternoons for the failover exercise"),
    ("Elif Brandt", true, -60, 68, true, "Find a second pair of eyes for evening releases"),
];

/// A goal: whose, title, wording, due in how many days, how far.
pub type Aimed = (&'static str, &'static str, &'static str, i64, GoalState);

/// The goals.
pub const GOALS: &[Aimed] = &[
    (
        "Maya Okafor",
        "Regional failover under 90 s",
        "Measured in the monthly exercise, three times in a row. Today 104 s.",
        60,
        GoalState::Active,
    ),
    (
        "Maya Okafor",
        "Speak at one conference",
        "A talk of twenty minutes about the failover work. The proposal is in.",
        150,
        GoalState::Active,
    ),
    (
        "Maya Okafor",
        "Two people who can lead an incident without her",
        "Each has led three, with a review after each.",
        40,
        GoalState::Endorsed,
    ),
    (
        "Tomás Lindqvist",
        "One dashboard that support trusts",
        "Support closes half of its questions without asking us.",
        20,
        GoalState::Achieved,
    ),
    (
        "Tomás Lindqvist",
        "Say it in the room",
        "Raise a doubt in the meeting it belongs to, at least once a month.",
        90,
        GoalState::Active,
    ),
    (
        "Jun Ramesh",
        "On the on-call rotation",
        "Two shadow shifts, then a shift with somebody in reach.",
        70,
        GoalState::Proposed,
    ),
    (
        "Elif Brandt",
        "Release train under three hours",
        "From the last merge to the store, five releases in a row.",
        30,
        GoalState::Active,
    ),
    (
        "Elif Brandt",
        "No date without QA",
        "Every moved date is agreed with QA before it is said aloud.",
        55,
        GoalState::Active,
    ),
    (
        "Sam Nakai",
        "DNS without a safety net",
        "Three zone changes planned, made and checked alone.",
        45,
        GoalState::Active,
    ),
];

/// A wish: whose, how many days ago, about what, and the words; without words they do not know yet.
pub type Wished = (&'static str, u64, WishKind, &'static str);

/// What people want.
pub const WISHES: &[Wished] = &[
    (
        "Maya Okafor",
        200,
        WishKind::OneYear,
        "Lead the failover work, and speak about it once outside the house.",
    ),
    (
        "Maya Okafor",
        200,
        WishKind::ThreeYears,
        "Decide how we build for failure, without leaving the keyboard.",
    ),
    ("Maya Okafor", 200, WishKind::FiveYears, ""),
    ("Maya Okafor", 90, WishKind::Interest, "How people decide under pressure."),
    ("Maya Okafor", 90, WishKind::Like, "The minute in which a bridge gets quiet."),
    ("Tomás Lindqvist", 170, WishKind::OneYear, "Run an incident from the first page to the write-up."),
    ("Tomás Lindqvist", 170, WishKind::Like, "Explaining a graph until it is boring."),
    ("Elif Brandt", 140, WishKind::ThreeYears, "Own releases for more than one product."),
    ("Elif Brandt", 140, WishKind::Admired, "Noor, who says no in a way that people thank her for."),
    ("Jun Ramesh", 5, WishKind::OneYear, "On the on-call rotation, and trusted on it."),
    ("Jun Ramesh", 5, WishKind::ThreeYears, "Own a service from design to retirement."),
    ("Jun Ramesh", 5, WishKind::FiveYears, ""),
];

/// A role that somebody tries out.
pub struct Tried {
    /// Whose try-out.
    pub name: &'static str,
    /// How many days ago it was planned.
    pub ago: u64,
    /// The role.
    pub role: &'static str,
    /// Why it might fit.
    pub why: &'static str,
    /// What happens next.
    pub next_step: &'static str,
    /// Whom to talk to.
    pub contact: &'static str,
}

/// What is being tried out.
pub const TRY_OUTS: &[Tried] = &[
    Tried {
        name: "Maya Okafor",
        ago: 30,
        role: "Incident coach",
        why: "Others run calmer incidents after she has sat beside them.",
        next_step: "Sit beside two incidents of the tools team in December.",
        contact: "Ines Moreau",
    },
    Tried {
        name: "Elif Brandt",
        ago: 21,
        role: "Release lead for a second product",
        why: "The checklist travels, and so does she.",
        next_step: "Half a day with the quality team to see their calendar.",
        contact: "Noor Adeyemi",
    },
];
