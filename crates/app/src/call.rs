//! What a call is: a struct of named arguments, a reply, and where it may run.
//!
//! The three traits differ in what they are handed, and that is the lock: only an [`OpenCall`] is given an
//! [`OpenDesk`], and an open desk exists only while the vault is open.

use std::sync::Arc;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::desk::{Desk, House, OpenDesk, Session, Work};
use crate::{Fault, FaultKind};

/// Runs whether the vault is open or not, and never sees it.
pub trait OutsideCall: Sized {
    /// What it answers.
    type Reply: Serialize;
    /// Does it.
    ///
    /// # Errors
    /// Why it was not done.
    fn run(self, house: &House, work: &Work) -> Result<Self::Reply, Fault>;
}

/// Runs without an open vault: asks about the lock, or opens it.
pub trait LockedCall: Sized {
    /// What it answers.
    type Reply: Serialize;
    /// Does it.
    ///
    /// # Errors
    /// Why it was not done.
    fn run(self, session: &mut Session, house: &Arc<House>) -> Result<Self::Reply, Fault>;
}

/// Runs on an open vault only.
pub trait OpenCall: Sized {
    /// What it answers.
    type Reply: Serialize;
    /// Does it.
    ///
    /// # Errors
    /// Why it was not done; then nothing has changed.
    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault>;
}

/// A call of the table, whatever it needs. Implemented by the table alone.
pub trait Call: Sized {
    /// Its name in the table, which is also the name of the deed it does.
    const NAME: &'static str;
    /// What it answers.
    type Reply: Serialize;
    /// Goes through the door.
    ///
    /// # Errors
    /// Why it was not done.
    fn enter(self, desk: &Desk, job: Option<&str>) -> Result<Self::Reply, Fault>;
}

/// Whether a call needs an open vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Never sees the vault: an [`OutsideCall`].
    Outside,
    /// Runs while locked: a [`LockedCall`].
    Locked,
    /// Needs the open vault: an [`OpenCall`].
    Open,
}

/// Whether a call answers at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Answers within a frame or two.
    Quick,
    /// Takes a while: runs beside the others, tells how far it is, and can be stopped.
    Long,
}

/// Which dialog fills an argument that names a place on the disk. A page never sends a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file that is there, with the endings to offer.
    Open(&'static [&'static str]),
    /// A file to be written: its suggested name, and the endings to offer.
    Save(&'static str, &'static [&'static str]),
    /// A file to be written, at first called what the named argument says.
    Copy(&'static str),
    /// A folder.
    Folder,
}

/// One line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Door {
    /// Its name, noun first.
    pub name: &'static str,
    /// Whether it needs an open vault.
    pub needs: Needs,
    /// Whether it answers at once.
    pub pace: Pace,
    /// The arguments that a dialog fills, in the order it asks for them.
    pub files: &'static [(&'static str, Place)],
}

/// The most that one call may carry, in bytes of text: four times the longest text, and every message of the largest
/// import with all that can be said of it (150 bytes each).
const LARGEST_CALL: usize = 4 * 1024 * 1024;

/// The arguments of `name` out of JSON.
pub(crate) fn read_args<C: DeserializeOwned>(name: &str, args: Value) -> Result<C, Fault> {
    if weight(&args) > LARGEST_CALL {
        return Err(
            Fault::wrong_use(format!("The arguments of {name} are too large.")).next("Send less at once.")
        );
    }
    // `null` and nothing at all are both "no arguments".
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    serde_json::from_value(args).map_err(|error| misread(name, &error))
}

/// The reply as JSON.
pub(crate) fn write_reply<R: Serialize>(reply: &R) -> Result<Value, Fault> {
    serde_json::to_value(reply).map_err(|_| Fault::machine("The answer could not be written down."))
}

/// What no door of the table answers to.
pub(crate) fn no_such_door(name: &str) -> Fault {
    let shown = if is_plain_word(name) {
        format!("There is no call {name}.")
    } else {
        "There is no such call.".into()
    };
    Fault::wrong_use(shown).next("`nook doors` lists them all.")
}

/// Says which argument is wrong without ever repeating a value: serde's own message quotes what was sent.
fn misread(name: &str, error: &serde_json::Error) -> Fault {
    let message = error.to_string();
    let field = message.split('`').nth(1).filter(|field| is_plain_word(field));
    let sentence = match (message.split_once(' ').map(|(first, _)| first), field) {
        (Some("missing"), Some(field)) => format!("{name} needs the argument {field}."),
        (Some("unknown"), Some(field)) if message.starts_with("unknown field") => {
            format!("{name} has no argument {field}.")
        }
        _ => format!("The arguments of {name} do not have the right form."),
    };
    Fault { kind: FaultKind::WrongUse, rule: Some("door.arguments".into()), sentence, next: None }
        .next("The user's guide lists what each call takes.")
}

fn is_plain_word(text: &str) -> bool {
    text.len() <= 40 && text.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == '.')
}

fn weight(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len() + 2,
        Value::Array(items) => items.iter().map(weight).sum::<usize>() + 2,
        Value::Object(fields) => fields.iter().map(|(key, value)| key.len() + weight(value) + 4).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
    }
}

/// Writes the table and everything that follows from it.
macro_rules! doors {
    ($( $needs:ident $pace:ident $name:literal $call:ty $({ $($field:ident: $place:expr),+ $(,)? })? ;)*) => {
        /// Every call, in reading order.
        pub const DOORS: &[Door] = &[ $( Door {
            name: $name,
            needs: doors!(@needs $needs),
            pace: doors!(@pace $pace),
            files: &[ $( $( (stringify!($field), $place) ),+ )? ],
        } ),* ];

        $( impl Call for $call {
            const NAME: &'static str = $name;
            type Reply = doors!(@reply $needs $call);
            fn enter(self, desk: &Desk, job: Option<&str>) -> Result<Self::Reply, Fault> {
                doors!(@enter $needs $pace self, desk, job)
            }
        } )*

        /// Goes through the door called `name`, with its arguments and its reply as JSON.
        pub(crate) fn enter_by_name(
            desk: &Desk, name: &str, args: Value, job: Option<&str>,
        ) -> Result<Value, Fault> {
            match name {
                $( $name => write_reply(&read_args::<$call>(name, args)?.enter(desk, job)?), )*
                _ => Err(no_such_door(name)),
            }
        }

        /// Shows every call and its reply, in reading order, to whoever writes them down in another language.
        #[cfg(test)]
        pub(crate) fn show_all(reader: &mut impl crate::calls_ts::Reader) {
            $( reader.call::<$call, <$call as Call>::Reply>($name); )*
        }
    };
    (@needs outside) => { Needs::Outside };
    (@needs locked) => { Needs::Locked };
    (@needs open) => { Needs::Open };
    (@pace quick) => { Pace::Quick };
    (@pace long) => { Pace::Long };
    (@reply outside $call:ty) => { <$call as OutsideCall>::Reply };
    (@reply locked $call:ty) => { <$call as LockedCall>::Reply };
    (@reply open $call:ty) => { <$call as OpenCall>::Reply };
    (@enter outside $pace:ident $call:expr, $desk:expr, $job:expr) => { $desk.run_outside($call, $job) };
    (@enter locked $pace:ident $call:expr, $desk:expr, $job:expr) => {{ let _unheard = $job; $desk.run_locked($call) }};
    (@enter open quick $call:expr, $desk:expr, $job:expr) => {{ let _unheard = $job; $desk.run_open($call) }};
    (@enter open long $call:expr, $desk:expr, $job:expr) => { $desk.run_long($call, $job) };
}
pub(crate) use doors;
