//! How much of a message is read. What is beyond is refused, or left out and named.

/// The largest message, in bytes.
pub const MESSAGE_BYTES: usize = 25 * 1024 * 1024;
/// How deep parts may lie in parts, messages in messages included.
pub const DEPTH: usize = 8;
/// How many parts a message may have.
pub const PARTS: usize = 1_000;
/// The longest head of a message or of a part, in bytes.
pub const HEAD_BYTES: usize = 256 * 1024;
/// The heads of all parts together, in bytes.
pub const HEADS_BYTES: usize = 2 * 1024 * 1024;
/// The most HTML that is reduced to text, in bytes.
pub const HTML_BYTES: usize = 4 * 1024 * 1024;
/// The attached files of a message together, in bytes.
pub const FILES_BYTES: usize = 25 * 1024 * 1024;
/// How many attached files a message may bring.
pub const FILES: usize = 100;
/// How many people a message may be addressed to; the others are not looked at.
pub const ADDRESSEES: usize = 100;
