//! What leaves the vault to be read by somebody: as Markdown, as pages to print, as a message, and as plain text.
//!
//! Each kind of it says of what blocks it is made ([`Leaving`]), and all its forms are made of these, so that what was
//! looked at as text is what stands in the file.

mod layout;
mod mail;
mod marked;
mod page;

pub use layout::make_pdf;
pub use mail::{LONGEST_URL, Mail, make_mail, make_text};
pub use page::make_markdown;

/// Something that leaves, whole.
pub trait Leaving {
    /// What a PDF says in its properties.
    const KIND: &'static str;
    /// Said where a message has no room for all of it.
    const REST: &'static str;

    /// The subject of a message with it.
    fn subject(&self) -> String;

    /// What it says, in reading order.
    fn blocks(&self) -> Vec<Block<'_>>;
}

/// A piece of what leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<'a> {
    /// What it is, plain text.
    Title(String),
    /// A line about it, plain text.
    Fact(String),
    /// What stands right below it, plain text.
    Label(String),
    /// A heading, plain text.
    Heading(&'a str),
    /// What a person wrote, Markdown.
    Prose(&'a str),
    /// A line of a list, plain text.
    Item(String),
}
