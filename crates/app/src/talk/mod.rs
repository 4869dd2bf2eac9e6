//! Hard talks: preparing one, holding it, following it up. Everything here is the owner's own.

mod check_in;
mod conversation;
mod follow_up;
mod get;
mod hr;
mod line;
mod list;
mod named;
mod packet;
#[cfg(test)]
mod parts_tests;
mod save;
#[cfg(test)]
mod tests;

pub use domain::talk::{Gap, PacketParts, TalkState, Trend, Waits};

pub use check_in::{Ask, RemoveCheckIn, SaveCheckIn};
pub use conversation::{Hold, RemoveConversation, SaveConversation};
pub use follow_up::{FollowUpOn, RemoveFollowUp};
pub use get::{Get, TalkPage};
pub use hr::{ConsultHr, RemoveConsult};
pub use line::{CheckInLine, ConsultLine, ConversationLine, FollowUpLine, TalkLine};
pub use list::List;
pub use packet::{ExportPacket, MailPacket, Packet, PacketPreview, Withheld};
pub use save::{Begin, Remove, Save, SetState};
