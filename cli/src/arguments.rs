//! What can be typed after `nook`.

use std::path::PathBuf;

use app::stamp::{Day, WallTime};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

mod export;
mod growth;
mod plan;
mod review;

pub use export::Export;
pub use growth::{AddGoal, Ending, Found, GivenPart, Goal, Talk, TextKind};
pub use plan::Plan;
pub use review::{Asked, Input, Review};

/// The doors of Inglenook from a terminal.
#[derive(Parser)]
#[command(name = "nook", version, about, max_term_width = 100)]
#[command(
    after_help = "The vault opens with INGLENOOK_PASSPHRASE when it is set, else with the recovery kit \
    in INGLENOOK_KIT, else with this computer's keychain where you allowed that, else with the passphrase you type.\n\n\
    Exit codes: 0 done, 1 refused, 2 wrong use, 3 locked or wrong passphrase, 4 damaged, 5 the machine."
)]
pub struct Arguments {
    /// Answer in JSON, for scripts.
    #[arg(long, global = true)]
    pub json: bool,
    /// The folder of the vault [default: INGLENOOK_HOME, else the usual place].
    #[arg(long, global = true, value_name = "DIR")]
    pub vault: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Make a vault: choose a passphrase, keep a recovery kit.
    Init(Init),
    /// Make the demonstration vault: a made-up team with half a year behind it.
    Demo,
    /// What today holds.
    Today,
    /// The people.
    #[command(subcommand)]
    Person(Person),
    /// Keep a note in somebody's fuzzy folder.
    Note(Note),
    /// What was written down while the vault was locked (`nook note --locked`).
    Captured {
        /// What to do with it [default: list].
        #[command(subcommand)]
        what: Option<Captured>,
    },
    /// The notes about somebody, newest first, and how the year stands.
    Folder {
        /// About whom: any part of the name that fits nobody else.
        name: String,
        /// At most about so many notes.
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// The 1:1s.
    #[command(subcommand, visible_alias = "meeting", alias = "1on1")]
    OneOnOne(OneOnOne),
    /// What to prepare the next 1:1 with somebody from.
    Prep {
        /// With whom: any part of the name that fits nobody else.
        name: String,
    },
    /// What was promised.
    #[command(subcommand)]
    Action(Action),
    /// The goals.
    #[command(subcommand)]
    Goal(Goal),
    /// Hard talks, from first notice to closed.
    #[command(subcommand)]
    Talk(Talk),
    /// Reviews, from the year's evidence to a signed file.
    #[command(subcommand)]
    Review(Review),
    /// What others say for a review.
    #[command(subcommand)]
    Input(Input),
    /// Headcount plans: does the work ahead fit the people?
    #[command(subcommand)]
    Plan(Plan),
    /// Say who signed a review, and whether its file is as it was. No vault is needed.
    Verify {
        /// The file.
        file: PathBuf,
        /// Show the text that was signed.
        #[arg(long)]
        text: bool,
    },
    /// Read a text and say where it could be put better. No vault is needed.
    Coach {
        /// The file; `-` reads standard input.
        file: String,
        /// What kind of text it is.
        #[arg(long, value_enum, default_value_t)]
        kind: TextKind,
    },
    /// Search everything that was written.
    Search {
        /// The words; the last one may be unfinished.
        query: String,
        /// At most so many.
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Every version of a record.
    History {
        /// The record's identifier, as `--json` shows it.
        id: String,
    },
    /// Take the newest change back, or a certain one.
    Undo {
        /// The number of the change.
        deed: Option<u64>,
    },
    /// Bring records in.
    #[command(subcommand)]
    Import(Import),
    /// Take everything out, in open formats.
    #[command(subcommand)]
    Export(Export),
    /// Write a whole, checked, encrypted copy of the vault into one file.
    Backup {
        /// Where to; must not be there yet.
        file: PathBuf,
    },
    /// Make a vault out of a backup.
    Restore {
        /// The backup.
        file: PathBuf,
        /// Where the vault will be: a new or an empty folder.
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    /// Check the vault from end to end.
    Check {
        /// Rebuild it from its backups if something is wrong.
        #[arg(long)]
        repair: bool,
        /// Go on although something that was named cannot be brought back.
        #[arg(long, requires = "repair")]
        accept_loss: bool,
    },
    /// Lock the vault in every program that has it open.
    Lock,
    /// Change the passphrase.
    Passphrase,
    /// Let this computer's keychain open the vault, or no longer.
    Keychain {
        /// Whether it may.
        state: Switch,
    },
    /// Make any call of the table by its name.
    Call {
        /// The name, such as `person.list`.
        name: String,
        /// The arguments; `-` reads them from standard input.
        #[arg(value_name = "JSON", default_value = "{}")]
        arguments: String,
    },
    /// List every call of the table.
    Doors,
    /// Fill a new vault with made-up records, to measure with.
    BenchVault {
        /// How much: 1 is ten busy years.
        #[arg(long, default_value_t = 1.0)]
        scale: f64,
        /// The same seed makes the same vault.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Write the completions for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Write the manual page.
    Man,
}

/// Makes a vault.
#[derive(Args)]
pub struct Init {
    /// Your name, as it stands on your 1:1s.
    #[arg(long)]
    pub name: Option<String>,
    /// Write the recovery kit to this file (.pdf to print, or .txt).
    #[arg(long, value_name = "FILE")]
    pub kit: Option<PathBuf>,
}

/// The people.
#[derive(Subcommand)]
pub enum Person {
    /// List them.
    List {
        /// Those who have left too.
        #[arg(long)]
        all: bool,
    },
    /// Show one.
    Show {
        /// Any part of the name that fits nobody else, or the identifier.
        name: String,
    },
}

/// Keeps a note.
#[derive(Args)]
#[command(group = clap::ArgGroup::new("polarity").required(true))]
pub struct Note {
    /// What happened; `-` reads it from standard input.
    #[arg(allow_hyphen_values = true)]
    pub text: String,
    /// In whose folder: any part of the name that fits nobody else.
    #[arg(long, value_name = "NAME", required_unless_present = "locked")]
    pub person: Option<String>,
    /// Seal it to the vault without opening it: no passphrase is asked for, and nobody is looked up. It waits for
    /// `nook captured`.
    #[arg(long, conflicts_with_all = ["on", "kind", "example", "consequence", "metric", "tags", "from"])]
    pub locked: bool,
    /// Worth praising.
    #[arg(long, group = "polarity")]
    pub praise: bool,
    /// An area to improve.
    #[arg(long, group = "polarity")]
    pub constructive: bool,
    /// The day it happened [default: today].
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub on: Option<Day>,
    /// What it is about.
    #[arg(long, value_enum)]
    pub kind: Option<NoteKind>,
    /// One moment that shows it.
    #[arg(long, value_name = "TEXT")]
    pub example: Option<String>,
    /// What came of it.
    #[arg(long, value_name = "TEXT")]
    pub consequence: Option<String>,
    /// A figure and its unit, such as "104 s".
    #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
    pub metric: Option<String>,
    /// A word that gathers notes; may be given several times.
    #[arg(long = "tag", value_name = "WORD")]
    pub tags: Vec<String>,
    /// Who said it. Kept apart from the note, for you alone.
    #[arg(long, value_name = "WHO")]
    pub from: Option<String>,
}

/// What was written down while the vault was locked.
#[derive(Subcommand)]
pub enum Captured {
    /// What waits, the oldest first.
    List,
    /// Keep one as a note, or all of them where it is clear whom they are about. It is one change and can be undone.
    Take {
        /// The end of its identifier, as the list shows it; all when absent.
        id: Option<String>,
        /// In whose folder, if not in that of whom the list names.
        #[arg(long, value_name = "NAME", requires = "id")]
        person: Option<String>,
        /// Worth praising, whatever it was caught as.
        #[arg(long, group = "other", requires = "id")]
        praise: bool,
        /// An area to improve, whatever it was caught as.
        #[arg(long, group = "other", requires = "id")]
        constructive: bool,
    },
    /// Throw one away for good.
    Remove {
        /// The end of its identifier, as the list shows it.
        id: String,
    },
}

/// What a note is about.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum NoteKind {
    /// Something delivered.
    Delivery,
    /// Leading others.
    Leadership,
    /// A hard moment.
    Difficulty,
    /// Anything else.
    Other,
}

impl From<NoteKind> for app::folder::NoteKind {
    fn from(kind: NoteKind) -> Self {
        match kind {
            NoteKind::Delivery => Self::Delivery,
            NoteKind::Leadership => Self::Leadership,
            NoteKind::Difficulty => Self::Difficulty,
            NoteKind::Other => Self::Other,
        }
    }
}

/// The 1:1s.
#[derive(Subcommand)]
pub enum OneOnOne {
    /// List them, newest first.
    List {
        /// With whom.
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
        /// At most so many.
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Plan one.
    #[command(visible_alias = "new")]
    Plan {
        /// With whom.
        name: String,
        /// When it starts.
        #[arg(value_name = "YYYY-MM-DDTHH:MM")]
        starts: WallTime,
        /// How long it takes.
        #[arg(long)]
        minutes: Option<u32>,
        /// The first one with somebody: longer, with its agenda.
        #[arg(long)]
        first: bool,
    },
    /// Move one to another time.
    Move {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// When it takes place instead.
        #[arg(value_name = "YYYY-MM-DDTHH:MM")]
        starts: WallTime,
        /// What outranks it; kept for you alone.
        #[arg(long, value_name = "TEXT")]
        because: String,
        /// The other of you asked for it.
        #[arg(long)]
        theirs: bool,
    },
    /// Say that one took place.
    Hold {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
    },
    /// Close one that took place: its texts no longer change.
    Close {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
    },
    /// Show one with its document.
    Show {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
    },
    /// Write a section of its document.
    Write {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// Which section: its number from 1, or the beginning of its heading.
        section: String,
        /// The whole text; `-` reads it from standard input.
        #[arg(allow_hyphen_values = true)]
        text: String,
    },
}

/// What was promised.
#[derive(Subcommand)]
pub enum Action {
    /// List what is still owed, soonest due first.
    List {
        /// In whose 1:1s.
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
        /// Only what you owe yourself.
        #[arg(long)]
        mine: bool,
        /// Only what is no longer owed: done or dropped.
        #[arg(long)]
        past: bool,
    },
    /// Make one, as you would type it in a 1:1: "Maya: write up the drill by Friday".
    Add {
        /// Who owes it before a colon (you, where nobody is named), what, and by when after "by".
        line: String,
        /// In whose 1:1s it is carried along.
        #[arg(long, value_name = "NAME")]
        person: String,
    },
    /// Say that one is done.
    Done {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
    },
    /// Say that one is no longer owed.
    Drop {
        /// Its identifier; the end of it, as the list shows it, is enough.
        id: String,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
}

/// Brings records in.
#[derive(Subcommand)]
pub enum Import {
    /// People from a CSV file.
    Roster {
        /// The file.
        file: PathBuf,
        /// Only say what it would do.
        #[arg(long)]
        dry_run: bool,
        /// Which column fills a field, such as `name="Full name"`; guessed from the headings otherwise.
        #[arg(long, value_name = "FIELD=COLUMN")]
        map: Vec<String>,
        /// What people are to you of whom the file does not say it, such as direct_report, peer or partner.
        #[arg(long, value_name = "RELATION")]
        others: Option<String>,
    },
    /// 1:1s from a calendar file (.ics): looks, unless told to apply.
    Ics {
        /// The file.
        file: PathBuf,
        /// Bring in every series and single 1:1 that somebody was found for.
        #[arg(long)]
        apply: bool,
        /// Bring in the days off as well.
        #[arg(long, requires = "apply")]
        days_off: bool,
    },
    /// Messages as notes: .eml, mbox, Maildir, .txt. Keeps those of which it is certain whom they are about.
    Mail(Mail),
    /// Everything from a portable folder.
    Portable {
        /// The folder.
        folder: PathBuf,
    },
}

/// Brings messages in.
#[derive(Args)]
pub struct Mail {
    /// Messages, mailbox files, Maildirs, or folders with messages in them.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// All of them are about this person: any part of the name that fits nobody else.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Only say what it would do.
    #[arg(long)]
    pub dry_run: bool,
    /// They are worth praising; so they are kept when nothing is said.
    #[arg(long)]
    pub praise: bool,
    /// They are about an area to improve.
    #[arg(long, conflicts_with = "praise")]
    pub constructive: bool,
}

/// On or off.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// It may.
    On,
    /// It may not.
    Off,
}
