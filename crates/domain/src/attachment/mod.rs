//! A file kept with a record, encrypted like everything else.

use chrono::{DateTime, Utc};

use crate::{AttachmentId, RecordId, Refusal, text};

/// The largest file that may be attached, in bytes.
pub const LARGEST: u64 = 25 * 1024 * 1024;

/// What is known of an attached file; its bytes are read on their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Which file.
    pub id: AttachmentId,
    /// The record it is kept with.
    pub record: RecordId,
    /// Its name, without folders.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// When it was added.
    pub added_at: DateTime<Utc>,
}

impl Attachment {
    /// Whether the file may be kept.
    ///
    /// # Errors
    /// Refuses files over [`LARGEST`] and names that are empty or name a folder.
    pub fn check(&self) -> Result<(), Refusal> {
        text::check_line("file name", &self.name)?;
        if self.name.is_empty() || self.name.contains(['/', '\\']) || self.name == "." || self.name == ".." {
            return Err(Refusal::new("attachment.name", "The file has no usable name.")
                .next("Rename the file and attach it again."));
        }
        if self.bytes > LARGEST {
            return Err(Refusal::new("attachment.too_large", "The file is larger than 25 MB.")
                .next("Attach a smaller file, or keep a link to it in the text."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PersonId;

    #[test]
    fn a_file_has_a_plain_name_and_a_bounded_size() {
        let file = |name: &str, bytes| Attachment {
            id: AttachmentId::make(),
            record: PersonId::make().record(),
            name: name.into(),
            bytes,
            sha256: [0; 32],
            added_at: DateTime::UNIX_EPOCH,
        };
        assert_eq!(file("drill.pdf", LARGEST).check(), Ok(()));
        for (name, bytes, rule) in [
            ("drill.pdf", LARGEST + 1, "attachment.too_large"),
            ("", 1, "attachment.name"),
            ("..", 1, "attachment.name"),
            ("a/b", 1, "attachment.name"),
            ("a\\b", 1, "attachment.name"),
        ] {
            assert_eq!(file(name, bytes).check().expect_err(rule).rule, rule, "{name:?}");
        }
    }
}
