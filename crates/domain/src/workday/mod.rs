//! Days that people work on, and wall clocks in their zones. Everything with a time zone goes through here.

mod calendar;
mod zone;

pub use calendar::{Holiday, WorkCalendar};
pub use zone::{Standing, Zone};
