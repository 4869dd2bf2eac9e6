//! Calendar files: the owner's 1:1s out, once or whenever something was done, and series, single meetings and days off in.
//!
//! In comes in two steps, as with a spreadsheet of people: look first, then apply as one deed. Every event is known by the
//! name its calendar gives it (RFC 5545, UID), so the same file twice doubles nothing.

mod apply;
mod export;
mod keep;
mod known;
mod plan;
mod preview;

pub use apply::{Apply, Chosen};
pub use export::Export;
pub use keep::{Keep, Kept, KeptCalendar, StopKeeping};
pub(crate) use keep::{kept, write_kept};
pub use plan::Import;
pub use preview::{CalendarPreview, EventKind, EventLine, NewsKind, Preview, SaidLine, UnusedEvent};

#[cfg(test)]
mod tests;
