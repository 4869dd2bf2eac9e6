//! What was caught while the vault was locked.

use chrono::NaiveDate;
use domain::folder::Polarity;
use domain::person::Person;
use domain::spelling::{Beginnings, fold};
use domain::{NoteId, PersonId, RecordId};
use serde::{Deserialize, Serialize};
use store::history;
use store::noun::{Reading, person};

use super::words::Words;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{LONGEST_PAGE, OpenDesk};
use crate::stamp::{Day, Instant};

/// The longest file name that is shown of what is no capture.
const LONGEST_NAME: usize = 80;

/// Lists what was caught while the vault was locked and waits to be looked at.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Waiting {}

/// What waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WaitingCaptures {
    /// The oldest first.
    pub captures: Vec<CaptureLine>,
    /// What cannot be read. It stays until its owner removes it.
    pub unread: Vec<UnreadCapture>,
    /// How many files more there are.
    pub more: u32,
}

/// One that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CaptureLine {
    /// Which one; the note that it becomes has the same identifier.
    pub id: NoteId,
    /// When it was caught.
    pub at: Instant,
    /// The day where its owner was then.
    pub on: Day,
    /// Whom it is about, as it was typed.
    pub about: String,
    /// Who that may be; none when nobody or more than one fits.
    pub person: Option<Guess>,
    /// Praise or to improve.
    pub polarity: Polarity,
    /// What happened, Markdown.
    pub text: String,
}

/// Who is meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Guess {
    /// Who.
    pub id: PersonId,
    /// What they are called.
    pub name: String,
    /// The whole name was typed; if not, it begins nobody else's name.
    pub is_whole_name: bool,
}

/// A file that cannot be read: of another vault, damaged, or no capture at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct UnreadCapture {
    /// What it is called, in the folder `captures` of the vault.
    pub file: String,
    /// To remove it by; none when nothing of ours is called so.
    pub id: Option<RecordId>,
}

impl OpenCall for Waiting {
    type Reply = WaitingCaptures;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let captures = desk.vault().captures()?;
        captures.remove_unfinished(desk.now())?;
        let (mut lines, mut unread, mut taken, mut more) = (Vec::new(), Vec::new(), Vec::new(), 0);
        let people = Names::of(desk.read(), desk.today())?;
        for caught in captures.list()? {
            if lines.len() + unread.len() == LONGEST_PAGE as usize {
                more += 1;
                continue;
            }
            let words = caught.id.and_then(|id| Some((id, Words::read(&captures.read(id)?)?)));
            match words {
                // It became a note, and the program was cut off before the file was gone.
                Some((id, _)) if history::knows(desk.read(), id)? => taken.push(id),
                Some((id, words)) => lines.push(CaptureLine {
                    id: id.into(),
                    at: Instant(words.at),
                    on: Day(words.on),
                    person: people.meant_by(&words.about),
                    about: words.about,
                    polarity: words.polarity,
                    text: words.text,
                }),
                None => unread.push(UnreadCapture { file: shown(&caught.file), id: caught.id }),
            }
        }
        captures.remove(&taken)?;
        Ok(WaitingCaptures { captures: lines, unread, more })
    }
}

/// A name that anybody may have given to a file, as it can be shown.
fn shown(file: &str) -> String {
    file.chars().map(|c| if c.is_control() { '?' } else { c }).take(LONGEST_NAME).collect()
}

/// The people of the vault, to guess who is meant.
struct Names(Vec<Person>);

impl Names {
    fn of(read: &Reading, today: NaiveDate) -> Result<Self, Fault> {
        let mut people = person::all(read)?;
        people.retain(|one| one.left_on.is_none_or(|left| left >= today));
        Ok(Self(people))
    }

    /// The one whose whole name it is, else the one whose name alone begins so.
    fn meant_by(&self, about: &str) -> Option<Guess> {
        let (whole, begun) = (fold(about), Beginnings::typed(about));
        if whole.is_empty() {
            return None;
        }
        let only = |fits: &dyn Fn(&Person) -> bool, is_whole_name| {
            let mut fitting = self.0.iter().filter(|one| fits(one));
            let one = fitting.next()?;
            fitting.next().is_none().then(|| Guess { id: one.id, name: one.name.clone(), is_whole_name })
        };
        only(&|one| fold(&one.name) == whole, true).or_else(|| only(&|one| begun.begin(&one.name), false))
    }
}
