//! Nouns to files and files to nouns, as bytes.
//!
//! This crate knows what a file looks like and nothing else: no store, no clock, no folder of the machine. Whoever
//! calls it hands over bytes, or an open folder behind [`portable::FolderIn`] and [`portable::FolderOut`].
//!
//! - [`roster`]: a table of people from a spreadsheet, and what importing it would change
//! - [`workload`]: a table of work from a ticket system or a time sheet, and what importing it would bring
//! - [`portable`]: the folder that carries a whole vault in open formats, out and back in
//! - [`calendar`]: 1:1s as a calendar file, and series, single meetings and days off out of one
//! - [`mail`]: messages and mailboxes as text and files, whom they are about, pasted words
//! - [`leaving`]: what leaves to be read, as Markdown, as a message, as plain text and as pages
//! - [`notes`]: the shared notes of a 1:1, which leave so
//! - [`packet`]: what HR is given of a talk, which leaves so too
//! - [`review`]: a performance review, whole and without what it rests on
//! - [`signed`]: a final review as a PDF that carries its signatures, and reading one back
//! - [`development`]: a development plan, which leaves so too
//! - [`headcount`]: the worksheet of a headcount plan, which goes on calculating, and reading an edited copy back
//! - [`kit`]: the recovery kit as one printed page
//! - [`argument`]: the argument of a headcount plan, which leaves so too
//! - [`chart`]: what a headcount plan shows, as geometry, as SVG and on pages
//!
//! The formats are described for readers of other programs in `docs/FORMATS.md`.

pub mod argument;
pub mod calendar;
mod canvas;
pub mod chart;
pub mod development;
mod fault;
pub mod headcount;
pub mod kit;
pub mod leaving;
pub mod mail;
mod markdown;
pub mod notes;
pub mod packet;
pub mod portable;
pub mod review;
pub mod roster;
pub mod signed;
mod table;
mod typeface;
pub mod workload;

pub use fault::{PaperFault, Place};
