//! Mail that comes in: one message as text, a mailbox as messages, pasted words as what they say of themselves.
//!
//! - [`read_message`]: one message (RFC 5322, MIME) as a [`Message`], its HTML as text; what is left out is named
//! - [`Mbox`]: the messages of a mailbox file, one after the other, never more than one in memory
//! - [`read_pasted`]: a pasted message or chat, as far as it says who wrote it and when
//! - [`guess_person`]: whom a message is about, how sure that is, and why
//! - [`write_answer`] and [`read_answer`]: a message on its way from the process that reads to the one that asked
//!
//! A message is looked at before it is read ([`check_shape`]): how deep it is, how many parts it has, how long its heads
//! are. What is beyond the [`limits`] is refused at once and as a whole, so that no bomb reaches the reader behind it.
//! The bytes still come from strangers: whoever has a vault open has them read in a process of its own (`app::mail`).

mod answer;
mod date;
mod guess;
mod html;
pub mod limits;
mod mbox;
mod message;
mod paste;
mod shape;
mod tidy;
mod unread;

pub use answer::{read_answer, write_answer};
pub use guess::{Guess, Somebody, Sure, guess_person};
pub use html::{Reduced, reduce_html};
pub use mbox::{Mbox, Piece, is_mbox};
pub use message::{Attached, LeftOut, Mailbox, Message, own_words, read_message};
pub use paste::{Pasted, PastedKind, read_pasted};
pub use shape::check_shape;
pub use unread::Unread;

#[cfg(test)]
mod tests;
