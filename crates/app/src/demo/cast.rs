//! Who is in the demonstration.

use domain::person::Relation;

/// Whose vault the demonstration is.
pub const OWNER: &str = "Dana Castellan";

/// Somebody of the cast.
pub struct Role {
    /// Full name.
    pub name: &'static str,
    /// What they are to the owner.
    pub relation: Relation,
    /// Role.
    pub role: &'static str,
    /// Level.
    pub level: &'static str,
    /// Where they work.
    pub site: &'static str,
    /// Their team.
    pub team: &'static str,
    /// Days since they started.
    pub started_days_ago: u64,
    /// Skills and how well.
    pub skills: &'static [(&'static str, u8)],
    /// The owner's private notes about them.
    pub about: &'static str,
    /// The weekday of their 1:1, 0 for Monday, and its time; nobody else has a regular one.
    pub regular: Option<(u64, u32, u32)>,
    /// The last 26 weeks of 1:1s, this week last: `m` met, `x` moved to another day and then met, `o` moved and not
    /// met, `.` nothing.
    pub weeks: &'static str,
}

/// Everybody but the owner. The first five report to the owner.
pub const CAST: [Role; 9] = [
    Role {
        name: "Maya Okafor",
        relation: Relation::DirectReport,
        role: "Senior systems engineer",
        level: "L5",
        site: "Vancouver",
        team: "Live services",
        started_days_ago: 1_130,
        skills: &[("Incident command", 4), ("Networking", 5), ("Public speaking", 2)],
        about: "Wants to speak at a conference this year. Prefers to hear hard things in writing first, then talk.",
        regular: Some((1, 10, 0)),
        weeks: "mmmxmmmmmmmommmmmmmmxmmmmm",
    },
    Role {
        name: "Tomás Lindqvist",
        relation: Relation::DirectReport,
        role: "Site reliability engineer",
        level: "L4",
        site: "Lisbon",
        team: "Live services",
        started_days_ago: 760,
        skills: &[("Observability", 4), ("Incident command", 3)],
        about: "Quiet in large rooms, very clear in small ones. Two small children: no meetings before 9:30.",
        regular: Some((3, 14, 0)),
        weeks: "mmmmmommmmmmmmxmmmmmmmmmm.",
    },
    Role {
        name: "Jun Ramesh",
        relation: Relation::DirectReport,
        role: "Systems engineer",
        level: "L3",
        site: "Vancouver",
        team: "Live services",
        started_days_ago: 18,
        skills: &[("Linux", 3), ("Python", 4)],
        about: "Joined from the support team. Ask about the evening course in distributed systems.",
        regular: None,
        weeks: "..........................",
    },
    Role {
        name: "Elif Brandt",
        relation: Relation::DirectReport,
        role: "Release engineer",
        level: "L4",
        site: "Berlin",
        team: "Live services",
        started_days_ago: 1_480,
        skills: &[("Release management", 5), ("Test automation", 4), ("Mentoring", 3)],
        about: "Takes on too much and says so late. Agreed in spring that I ask about the load every time.",
        regular: Some((0, 15, 0)),
        weeks: "mmommmmxmmmmmmmmmommmmmmmm",
    },
    Role {
        name: "Sam Nakai",
        relation: Relation::DirectReport,
        role: "Systems engineer",
        level: "L3",
        site: "Vancouver",
        team: "Live services",
        started_days_ago: 410,
        skills: &[("DNS", 2), ("Automation", 3)],
        about: "On a half-time project with the data centre team until the end of the year; easy to lose sight of.",
        regular: Some((2, 11, 0)),
        weeks: "mmmmxmmmmommmmmmmmm...o...",
    },
    Role {
        name: "Ruth Vance",
        relation: Relation::MyManager,
        role: "Director of infrastructure",
        level: "D1",
        site: "Vancouver",
        team: "Infrastructure",
        started_days_ago: 2_900,
        skills: &[],
        about: "Likes numbers with a sentence under them. Budget talks happen in the first week of the quarter.",
        regular: None,
        weeks: "..........................",
    },
    Role {
        name: "Ines Moreau",
        relation: Relation::Peer,
        role: "Engineering manager",
        level: "M1",
        site: "Lisbon",
        team: "Platform tools",
        started_days_ago: 1_900,
        skills: &[],
        about: "Shares the on-call rotation with us. Owes us an answer about the paging rules.",
        regular: None,
        weeks: "..........................",
    },
    Role {
        name: "Peter Halvorsen",
        relation: Relation::Hr,
        role: "HR partner",
        level: "",
        site: "Berlin",
        team: "People",
        started_days_ago: 2_200,
        skills: &[],
        about: "",
        regular: None,
        weeks: "..........................",
    },
    Role {
        name: "Noor Adeyemi",
        relation: Relation::Partner,
        role: "Lead of quality assurance",
        level: "",
        site: "Berlin",
        team: "Game quality",
        started_days_ago: 1_200,
        skills: &[],
        about: "The other end of every release. Elif and Noor work best with a shared checklist.",
        regular: None,
        weeks: "..........................",
    },
];
