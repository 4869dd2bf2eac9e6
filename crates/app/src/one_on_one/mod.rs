//! The 1:1s and their documents.

mod annotate;
mod archived;
mod beside;
mod get;
mod hints;
mod invite;
mod leave;
mod line;
mod list;
mod part;
mod plan;
mod point;
mod prepare;
mod remark;
mod remove;
mod send_template;
mod set_minutes;
mod set_state;
mod story;
mod submit;
mod take_needs;
mod write;
mod write_margin;

pub use domain::one_on_one::{MeetingKind, MeetingState, SectionKind, Side};

pub use annotate::Annotate;
pub use beside::{Annotation, Parted, Point, PrepState, RemarkText};
pub use get::{Get, MarginText, MeetingPage, Section};
pub use hints::Hint;
pub use invite::Invite;
pub(crate) use leave::shared;
pub use leave::{Export, Mail};
pub use line::MeetingLine;
pub use list::List;
pub use part::{FollowUp, Part, Proposal};
pub use plan::Plan;
pub use point::{AddPoint, MarkSection, SetPoint};
pub use prepare::{Reading, TickPrep};
pub use remark::{AddRemark, RemoveRemark};
pub use remove::Remove;
pub use send_template::SendTemplate;
pub use set_minutes::SetMinutes;
pub use set_state::SetState;
pub(crate) use set_state::move_to;
pub use story::{Elsewhere, Story};
pub use submit::Submit;
pub use take_needs::{TakeNeeds, TakenNeeds};
pub use write::Write;
pub(crate) use write::open_section;
pub use write_margin::WriteMargin;

#[cfg(test)]
mod tests;
