//! A message between two processes: what it says as JSON, the bytes of its files behind it.
//!
//! Whoever reads an answer does not trust whoever wrote it: every length is checked, and what the message says is made tidy
//! once more.

use serde::{Deserialize, Serialize};

use super::limits::{ADDRESSEES, FILES, FILES_BYTES};
use super::{Message, Unread, tidy};

#[derive(Serialize, Deserialize)]
enum Answer<M> {
    Read(M),
    Unread(Unread),
}

/// A message, or why it was not read, as bytes.
pub fn write_answer(read: &Result<Message, Unread>) -> Vec<u8> {
    let answer = match read {
        Ok(message) => Answer::Read(message),
        Err(why) => Answer::Unread(*why),
    };
    // Strings, numbers and lists are always JSON.
    let said = serde_json::to_vec(&answer).unwrap_or_default();
    let mut bytes = u32::try_from(said.len()).unwrap_or(0).to_le_bytes().to_vec();
    bytes.extend_from_slice(&said);
    if let Ok(message) = read {
        message.attachments.iter().for_each(|file| bytes.extend_from_slice(&file.bytes));
    }
    bytes
}

/// What such bytes say.
///
/// # Errors
/// Why the message was not read; [`Unread::Broke`] when the bytes are no answer.
pub fn read_answer(bytes: &[u8]) -> Result<Message, Unread> {
    let (length, rest) = bytes.split_first_chunk::<4>().ok_or(Unread::Broke)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Unread::Broke)?;
    let (said, mut files) = rest.split_at_checked(length).ok_or(Unread::Broke)?;
    let mut message: Message = match serde_json::from_slice(said).map_err(|_| Unread::Broke)? {
        Answer::Read(message) => message,
        Answer::Unread(why) => return Err(why),
    };
    if message.attachments.len() > FILES || message.to.len() > ADDRESSEES || files.len() > FILES_BYTES {
        return Err(Unread::Broke);
    }
    for file in &mut message.attachments {
        let size = usize::try_from(file.size).map_err(|_| Unread::Broke)?;
        let (bytes, behind) = files.split_at_checked(size).ok_or(Unread::Broke)?;
        file.bytes = bytes.to_vec();
        file.name = tidy::file_name(&file.name, "file");
        file.media_type = tidy::line(&file.media_type);
        files = behind;
    }
    if !files.is_empty() {
        return Err(Unread::Broke);
    }
    for mailbox in std::iter::once(&mut message.from).chain(&mut message.to) {
        mailbox.name = tidy::line(&mailbox.name);
        mailbox.address = tidy::line(&mailbox.address);
    }
    message.subject = tidy::line(&message.subject);
    message.message_id = tidy::line(&message.message_id);
    message.text = tidy::text(&message.text).0;
    Ok(message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Attached;

    #[test]
    fn a_message_crosses_whole_and_a_broken_answer_is_none() {
        let file = |name: &str, bytes: &[u8]| Attached {
            name: name.into(),
            media_type: "a/b".into(),
            size: bytes.len() as u64,
            bytes: bytes.to_vec(),
        };
        let message = Message {
            subject: "Thanks".into(),
            text: "Well\n\ndone".into(),
            attachments: vec![file("a", b"one"), file("b", b"")],
            ..Message::default()
        };
        let bytes = write_answer(&Ok(message.clone()));
        assert_eq!(read_answer(&bytes), Ok(message));
        assert_eq!(read_answer(&write_answer(&Err(Unread::TooDeep))), Err(Unread::TooDeep));
        for end in 0..bytes.len() {
            assert_eq!(read_answer(&bytes[..end]), Err(Unread::Broke), "{end}");
        }
        assert_eq!(read_answer(&[bytes.as_slice(), b"x"].concat()), Err(Unread::Broke));
        let hostile = Message {
            subject: "a\nb".into(),
            text: "a\0b".into(),
            attachments: vec![file("../x", b"")],
            ..Message::default()
        };
        let read = read_answer(&write_answer(&Ok(hostile))).expect("read");
        assert_eq!(
            (read.subject.as_str(), read.text.as_str(), read.attachments[0].name.as_str()),
            ("a b", "ab", "x")
        );
    }
}
